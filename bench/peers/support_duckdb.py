"""The verdicts of bench/support_bench.cpp by DuckDB (npm: @duckdb/node-api), one thread: milliseconds on standard output.

    python3 bench/peers/support_duckdb.py [--tests]     --tests: with the result of every test, as columns

NODE_PATH may name the folder node_modules that has DuckDB. Exit status 77 when it is not installed.
"""
import shutil
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

import numpy as np
from support_data import COLUMNS, PROGRAMS, ROWS, bound, catalogue


def test_sql(test):
    fact = catalogue.facts[test["fact"]]
    if fact["type"] == "list":
        return "CAST(NULL AS BOOLEAN)"
    column = '"{}"'.format(fact["key"])
    if "not_above" in test:
        return '{} <= "{}"'.format(column, test["not_above"])
    for name, form in (("is", "{} = {}"), ("is_not", "{} <> {}")):
        if name in test:
            return form.format(column, int(bound(fact, test[name])))
    for name, form in (("one_of", "{} IN ({})"), ("not_one_of", "{} NOT IN ({})")):
        if name in test:
            return form.format(column, ", ".join(str(bound(fact, value)) for value in test[name]))
    signs = {"min": ">=", "max": "<=", "above": ">", "below": "<"}
    return "({})".format(" AND ".join("{} {} {}".format(column, sign, bound(fact, test[name]))
                                      for name, sign in signs.items() if name in test))


class Query:
    """Every test as a column of its own, or in place."""

    def __init__(self, with_tests):
        self.tests = [] if with_tests else None

    def sql(self, tree):
        if tree[0] == "test":
            text = test_sql(tree[1])
            if self.tests is None:
                return text
            self.tests.append(text)
            return "t{}".format(len(self.tests) - 1)
        parts = [self.sql(part) for part in tree[-1]]
        if tree[0] == "of":
            return "({})".format(" OR ".join("({})".format(" AND ".join(way)) for way in combinations(parts, tree[1])))
        if not parts:
            return "true"
        if tree[0] == "none":
            return "(NOT ({}))".format(" OR ".join(parts))
        return "({})".format((" AND " if tree[0] == "all" else " OR ").join(parts))

    def verdict(self, number, period, rules):
        if period is None:
            return "3 AS v{}".format(number)
        period, rules = self.sql(period), self.sql(rules)
        return "CASE WHEN NOT {0} THEN 3 WHEN NOT {1} THEN 1 WHEN {0} AND {1} THEN 0 ELSE 2 END AS v{2}".format(period, rules, number)

    def text(self):
        verdicts = ", ".join(self.verdict(number, *program[1:]) for number, program in enumerate(PROGRAMS))
        if self.tests is None:
            return "CREATE OR REPLACE TEMP TABLE answers AS SELECT {} FROM facts".format(verdicts)
        tests = ", ".join("{} AS t{}".format(text, number) for number, text in enumerate(self.tests))
        return "CREATE OR REPLACE TEMP TABLE answers AS SELECT *, {} FROM (SELECT {} FROM facts)".format(verdicts, tests)


SCRIPT = """
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('fs');
(async () => {
  const [csv, sql, columns] = [process.argv[2], fs.readFileSync(process.argv[3], 'utf8'), process.argv[4]];
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(`CREATE TABLE facts AS SELECT * FROM read_csv('${csv}', header = true, all_varchar = false)`);
  const times = [];
  for (let i = 0; i < 30; ++i) {
    const start = process.hrtime.bigint();
    await connection.run(sql);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  const totals = [0, 0, 0, 0];
  for (let i = 0; i < Number(columns); ++i) {
    const counted = await connection.runAndReadAll(`SELECT v${i}, count(*) FROM answers GROUP BY 1`);
    for (const [verdict, count] of counted.getRows()) totals[Number(verdict)] += Number(count);
  }
  console.error(JSON.stringify(totals));
  console.log(times.sort((a, b) => a - b)[15]);
})();
"""


def main():
    node = shutil.which("node")
    probe = [node, "-e", "require('@duckdb/node-api')"]
    if node is None or subprocess.run(probe, capture_output=True).returncode != 0:
        print("DuckDB is not installed (npm install @duckdb/node-api, NODE_PATH)", file=sys.stderr)
        return 77
    with tempfile.TemporaryDirectory() as folder:
        csv, sql, script = (Path(folder) / name for name in ("facts.csv", "query.sql", "peer.js"))
        table = np.array([np.where(known, values.astype("U20"), "") for values, known in COLUMNS.values()]).T
        csv.write_text("\n".join([",".join('"{}"'.format(key) for key in COLUMNS)] + [",".join(row) for row in table]), encoding="utf-8")
        sql.write_text(Query("--tests" in sys.argv).text(), encoding="utf-8")
        script.write_text(SCRIPT, encoding="utf-8")
        assert len(table) == ROWS
        return subprocess.run([node, str(script), str(csv), str(sql), str(len(PROGRAMS))]).returncode


if __name__ == "__main__":
    sys.exit(main())

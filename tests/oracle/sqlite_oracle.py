"""The catalogue translated to SQL and run by SQLite, whose logic is three-valued by standard: every verdict has to agree.

    python3 tests/oracle/sqlite_oracle.py [ROWS]

Random facts, some unknown, for every programme in several years and kinds of question; prints the pairs compared.
"""
import itertools
import json
import random
import sqlite3
import sys
from fractions import Fraction
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "bindings" / "python")]
from catalogue import Catalogue  # noqa: E402

import senryaku  # noqa: E402

GROUPS = {"expense": ("requirements", "expenses"), "amount": ("requirements", "amounts"), "procedure": ("procedure",)}


def is_fraction(value):
    return isinstance(value, str) and value.replace("/", "").isdigit() and value.count("/") == 1


def billionths(value):
    return int(Fraction(value) * 10 ** 9 // 1)


def quoted(value):
    if is_fraction(value):
        return str(billionths(value))
    if isinstance(value, bool):
        return "1" if value else "0"
    return "'{}'".format(value.replace("'", "''")) if isinstance(value, str) else repr(value)


def test_sql(test):
    column = '"{}"'.format(test["fact"])
    listed = lambda values: ", ".join(quoted(value) for value in values)  # noqa: E731
    within = lambda value: "instr({}, {}) > 0".format(column, quoted("|" + value + "|"))  # noqa: E731
    if "is" in test:
        return "{} = {}".format(column, quoted(test["is"]))
    if "is_not" in test:
        return "{} <> {}".format(column, quoted(test["is_not"]))
    if "one_of" in test:
        return "{} IN ({})".format(column, listed(test["one_of"]))
    if "not_one_of" in test:
        return "{} NOT IN ({})".format(column, listed(test["not_one_of"]))
    if "includes_any" in test:
        return "({})".format(" OR ".join(within(value) for value in test["includes_any"]))
    if "only" in test:
        rest = column
        for value in test["only"]:
            rest = "replace({}, {}, '')".format(rest, quoted("|" + value + "|"))
        return "length({}) = 0".format(rest)
    if "not_above" in test:
        return '{} <= "{}"'.format(column, test["not_above"])
    if "not_before" in test:
        return "{} >= date(\"{}\", '+{} years')".format(column, test["not_before"], test.get("plus_years", 0))
    signs = {"min": ">=", "max": "<=", "above": ">", "below": "<"}
    return "({})".format(" AND ".join("{} {} {}".format(column, sign, quoted(test[name]))
                                      for name, sign in signs.items() if name in test))


def sql(tree):
    if tree[0] == "test":
        return test_sql(tree[1])
    if tree[0] == "of":
        ways = itertools.combinations([sql(part) for part in tree[2]], tree[1])
        return "({})".format(" OR ".join("({})".format(" AND ".join(way)) for way in ways))
    parts = [sql(part) for part in tree[1]]
    if not parts:
        return "1"
    if tree[0] == "none":
        return "(NOT ({}))".format(" OR ".join(parts))
    return "({})".format((" AND " if tree[0] == "all" else " OR ").join(parts))


def tests_of(tree):
    if tree[0] == "test":
        yield tree[1]
        return
    for part in tree[-1]:
        yield from tests_of(part)


def candidates(fact, tests):
    """Values on both sides of every bound."""
    if fact["type"] == "boolean":
        return [True, False]
    if fact["type"] == "text":
        return fact["values"] + ["something-else"]
    if fact["type"] == "list":
        return [list(pair) for pair in itertools.combinations(fact["values"], 2)] + [[value] for value in fact["values"]]
    if fact["type"] == "day":
        return ["2019-01-21", "2019-01-25", "2021-09-06", "2021-09-11", "2016-04-19", "2016-04-20", "2024-04-18", "2024-04-19", "2025-03-31", "2025-04-01", "2027-04-01", "2028-03-31", "2028-04-01"]
    if fact["type"] == "fraction":
        return ["1/3", "1/2", "11/20", "2/3", "3/4", "1/1"]
    bounds = {test[name] for test in tests if test["fact"] == fact["key"]
              for name in ("is", "is_not", "min", "max", "above", "below") if isinstance(test.get(name), (int, float))}
    return sorted({bound + step for bound in bounds for step in (-1, 0, 1)} | {3, 500000})


VERDICTS = {"eligible", "ineligible", "conditional", "not-in-force"}


def expected(period, rules):
    if period == 0:
        return "not-in-force"
    if rules == 0:
        return "ineligible"
    return "eligible" if period == 1 and rules == 1 else "conditional"


def stored(value):
    if isinstance(value, list):
        return "|" + "||".join(value) + "|"
    return billionths(value) if is_fraction(value) else value


def compare(catalogue, identifier, year, kind, rows, chance):
    period, rules = catalogue.period(identifier, year), catalogue.rules(identifier, year, GROUPS[kind])
    tests = list(tests_of(rules)) + (list(tests_of(period)) if period else [])
    keys = sorted({test["fact"] for test in tests} | {test[name] for test in tests for name in ("not_above", "not_before") if name in test})
    favoured = {}
    for test in tests:
        value = test.get("is", test.get("one_of", test.get("min", test.get("max"))))
        favoured.setdefault(test["fact"], value[0] if isinstance(value, list) else value)
    table = []
    for _ in range(rows):
        facts = {}
        for key in keys:
            likely = favoured.get(key)
            draw = chance.random()
            if draw < 0.08:
                facts[key] = None
            elif draw < 0.75 and likely is not None and catalogue.facts[key]["type"] != "list":
                facts[key] = likely
            else:
                facts[key] = chance.choice(candidates(catalogue.facts[key], tests))
        table.append(facts)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE facts ({})".format(", ".join('"{}"'.format(key) for key in keys) or "empty"))
    if keys:
        database.executemany("INSERT INTO facts VALUES ({})".format(", ".join("?" * len(keys))),
                             [[stored(value) for value in facts.values()] for facts in table])
    else:
        database.executemany("INSERT INTO facts VALUES (?)", [(0,)] * rows)
    answers = database.execute("SELECT {}, {} FROM facts".format(sql(period) if period else 0, sql(rules))).fetchall()
    questions = [{"programme": identifier, "fiscal_year": year, "kind": kind, "facts": facts} for facts in table]
    different = 0
    for facts, oracle, reply in zip(table, answers, senryaku.match(questions)["answers"]):
        if expected(*oracle) != reply["answer"]["verdict"]:
            different += 1
            print("DIFFERENT {} FY{} {}: SQLite {}, ours {}: {}".format(identifier, year, kind, expected(*oracle), reply["answer"]["verdict"], json.dumps(facts, ensure_ascii=False)))
    return different, [expected(*oracle) for oracle in answers]


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    catalogue, chance = Catalogue(), random.Random(20240419)
    pairs = different = 0
    totals = dict.fromkeys(sorted(VERDICTS), 0)
    for identifier in catalogue.programmes:
        first, last = catalogue.window(catalogue.programmes[identifier])
        years = sorted({first - 1, first, (last or 2026), (last or 2026) + 1, 2022, 2024, 2025, 2026})
        for year, kind in itertools.product(years, GROUPS):
            wrong, verdicts = compare(catalogue, identifier, year, kind, rows, chance)
            different += wrong
            pairs += len(verdicts)
            for verdict in verdicts:
                totals[verdict] += 1
    print("{} pairs compared with SQLite, {} different; {}".format(pairs, different, totals))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

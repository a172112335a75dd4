"""Writes TABLES.md: every table of every result, its columns with their type, and what the schemas say about them.

usage: tables.py [--check]     --check: fail when TABLES.md is not up to date, or a column has no description
"""
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402

STRATEGY = ROOT / "tests" / "data" / "strategies" / "kakogawa-2015.json"
OPTIONS = {"review": {"as_of": "2019-06-01"}, "check": {}, "evaluate": {"fiscal_year": 2018}, "support": {"fiscal_year": 2018},
           "population": {}, "compare": {"year_before": 2017, "year_after": 2018}}
SCHEMA_OF = {"evaluate": "evaluation", "compare": "comparison"}
# What the rows of a table are in the schema; of all others the name of the list tells.
ROWS = {
    "review": {"kpis": "kpi_check", "evaluations": "kpi_evaluation", "outlook": "kpi_outlook"},
    "check": {"kpis": "kpi_check"},
    "evaluate": dict.fromkeys(("measures", "numeric_targets", "goals", "plans", "strategy"), "group_evaluation"),
    "support": {"also": "answered_project"},
    "population": {"years": "population_summary"},
    "compare": {"elements": "element_change", "counts": "change_count", "indicators": "indicator_years"},
}
ROWS["evaluate"]["kpis"] = "kpi_evaluation"
# Columns that tables have beside the members of their rows.
OWN = {
    ("check", "findings", "kpi"): "指標の id。二つ以上の指標についての所見では不明 / Id of the indicator; unknown where the finding is about more than one",
    ("support", "also", "answer"): "同じ判定の行（表 answers の、0 からの番号）/ Row of the same answer in the table `answers`, from 0",
    ("population", "years", "scenario"): "推計の名前 / Scenario",
    ("population", "cells", "scenario"): "推計の名前 / Scenario",
    ("population", "cells", "year"): "年 / Year",
    ("population", "cells", "sex"): "male（男）または female（女）/ male or female",
    ("population", "cells", "age"): "5歳階級の最初の年齢（歳）。最後の階級は以上 / First age of the five-year group; the last group is open",
    ("population", "cells", "persons"): "人口（人）/ Persons",
}
KINDS = {1: "integer", 2: "double", 3: "text"}


def description(schema, owner, column):
    """What the schema says of a column: a member, or a member of a member whose name stands before it."""
    for name, member in schema["$defs"][owner].get("properties", {}).items():
        if column == name:
            return member["description"].replace("\n", " / ")
        if column.startswith(name + "_") and "$ref" in member:
            inner = description(schema, member["$ref"].split("/")[-1], column[len(name) + 1:])
            if inner:
                return "{}: {}".format(member["description"].split("\n")[0], inner)
    return None


def row_type(schema, verb, table):
    if table in ROWS.get(verb, {}):
        return ROWS[verb][table]
    listed = schema["properties"].get(table, {}).get("items", {}).get("$ref")
    return listed and listed.split("/")[-1]


def results():
    with senryaku.Strategy.from_file(STRATEGY) as strategy:
        for verb, options in OPTIONS.items():
            yield verb, strategy.result(verb, before=strategy if verb == "compare" else None, **options)


def page():
    lines = ["# 結果の表 / Tables of results", "",
             "`tables.py` が書く。This page is written by `tables.py`; the test `schema_tables` compares it.", "",
             "表は JSON の同じ結果を列にしたもの。A table holds the same figures as the JSON, by columns: `integer` columns carry",
             "one scale (value = integer × 10^-scale, exact), `double` columns are persons and ratios of population, `text` is",
             "UTF-8. Each column has a mask: 0 where the value is unknown or not stated. Lists stay in the JSON. A column of",
             "decimals that has no common scale within 64 bits is `text`. Where a table has no rows, its columns are there.", ""]
    missing = []
    for verb, result in results():
        schema = json.loads((HERE / "v1" / (SCHEMA_OF.get(verb, verb) + ".schema.json")).read_text(encoding="utf-8"))
        for table in result.tables:
            owner = row_type(schema, verb, table)
            lines += ["## `{}`: `{}`".format(verb, table), "", "| Column | Type | |", "|---|---|---|"]
            for column, kind in result.kinds(table).items():
                text = OWN.get((verb, table, column)) or (description(schema, owner, column) if owner else None)
                if not text:
                    missing.append("{} {} {}".format(verb, table, column))
                lines.append("| `{}` | {} | {} |".format(column, KINDS[kind], text))
            lines.append("")
    return "\n".join(lines), missing


def main():
    text, missing = page()
    for column in missing:
        print("no description:", column)
    path = HERE / "TABLES.md"
    if "--check" in sys.argv[1:]:
        if path.read_text(encoding="utf-8") != text:
            sys.exit("lib/schema/TABLES.md is not up to date: run lib/schema/tables.py")
    else:
        path.write_text(text, encoding="utf-8")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

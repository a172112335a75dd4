"""Judges real cases over the public Python package.

    python3 tests/cases/run.py KIND FILE... [--json]

KIND: kpi-labels, smart, pdca, eligibility, population, strategies (those whose module is in tests/cases/kinds).
A FILE may be a folder. Prints each miss, the figures of the kind, and last "N passed, N failed"; with --json one object
{"kind", "passed", "failed", "figures", "cases"}. Exit status: 0 all passed, 1 some failed, 2 could not be judged.
"""
import argparse
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "bindings" / "python")]
from senryaku import SenryakuError  # noqa: E402


def main():
    kinds = sorted(path.stem.replace("_", "-") for path in (HERE / "kinds").glob("*.py") if path.stem != "__init__")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=kinds)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--schemes", help="pdca: the file of rating schemes")
    parser.add_argument("--by-body", action="store_true", help="smart: the share of exact sets of each body as well")
    parser.add_argument("--left-out", action="store_true",
                        help="smart: decide each stage by weights that the case's body had no part in")
    given = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    judge = importlib.import_module("kinds." + given.kind.replace("-", "_")).judge
    try:
        cases, figures = judge(given.files, given)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, SenryakuError) as error:
        print("{}: {}".format(type(error).__name__, error), file=sys.stderr)
        return 2
    if not cases:
        print("no case found", file=sys.stderr)
        return 2
    passed = sum(1 for case in cases if case["ok"])
    failed = len(cases) - passed
    if given.json:
        print(json.dumps({"kind": given.kind, "passed": passed, "failed": failed, "figures": figures, "cases": cases},
                         ensure_ascii=False))
    else:
        for case in cases:
            if not case["ok"]:
                print("MISS {}: expected {}, got {} ({})".format(case["id"], case["expected"], case["got"], case.get("why", "")))
        for name, value in figures.items():
            print("{}: {}".format(name, json.dumps(value, ensure_ascii=False)))
        print("{} passed, {} failed".format(passed, failed))
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())

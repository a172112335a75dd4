"""The job of bench/evaluate_bench.cpp from Python: NumPy columns through ctypes, exact rate, percentage and class.

Milliseconds on standard output, the totals of the classes on standard error. SENRYAKU_LIBRARY names the library.
"""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "peers"), str(HERE.parent / "bindings" / "python")]

from rating_numpy import report, tenths  # noqa: E402
import senryaku  # noqa: E402

SCHEME = {"id": "bench", "name": "bench", "formula": "progress", "compared_with": "final-target", "sources": [],
          "rounding": {"decimals": 1}, "bands": [{"symbol": "S", "min": 100}, {"symbol": "A", "min": 80, "max": 100},
                                                 {"symbol": "B", "min": 50, "max": 80}, {"symbol": "C", "min": 0, "max": 50},
                                                 {"symbol": "D", "max": 0}]}


def main():
    baseline, target, actual, known = tenths()
    rules = senryaku.Rules({"schemes": [SCHEME]})
    column = senryaku.Column

    def job():
        return senryaku.rate_columns(column(actual, known, 1), column(target, None, 1), column(baseline, None, 1),
                                     scheme="bench", rules=rules)

    def counts(result):
        found = {band["symbol"]: int((result.rating == i).sum()) for i, band in enumerate(SCHEME["bands"])}
        return dict(found, none=int((result.rating == -1).sum()))
    report(job, counts)


main()

"""The job of bench/evaluate_bench.cpp in NumPy: progress, percentage with one decimal (half up), class; in doubles.

Milliseconds on standard output, the totals of the classes on standard error.
"""
import statistics
import sys
import time

import numpy as np

ROWS = 1000000
BOUNDS = np.array([0.0, 50.0, 80.0, 100.0])
SYMBOLS = "DCBAS"


def mixed(x):
    with np.errstate(over="ignore"):
        x = x + np.uint64(0x9e3779b97f4a7c15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xbf58476d1ce4e5b9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94d049bb133111eb)
    return x ^ (x >> np.uint64(31))


def tenths():
    """Baseline, target and actual in tenths, and which actual values are known."""
    x = mixed(np.arange(ROWS, dtype=np.uint64))
    baseline = (x % np.uint64(100000)).astype(np.int64)
    target = baseline + 1 + ((x >> np.uint64(20)) % np.uint64(20000)).astype(np.int64)
    actual = baseline - 2000 + ((x >> np.uint64(40)) % np.uint64(24000)).astype(np.int64)
    return baseline, target, actual, ((x >> np.uint64(60)) != 0).astype(np.uint8)


def report(job, counts):
    """Runs the job nine times and prints the median; `counts` makes the totals of its result."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        result = job()
        times.append((time.perf_counter() - start) * 1000)
    print(counts(result), file=sys.stderr)
    print(statistics.median(times))


def main():
    baseline, target, actual, known = tenths()
    baseline, target, actual = baseline / 10, target / 10, actual / 10
    actual[known == 0] = np.nan

    def job():
        percent = (actual - baseline) / (target - baseline) * 100
        magnitude = np.abs(percent)
        rounded = np.copysign(np.floor(magnitude * 10 + 0.5) / 10, percent)
        rating = np.searchsorted(BOUNDS, percent, side="right").astype(np.int32)
        rating[np.isnan(percent)] = -1
        return rounded, rating

    def counts(result):
        found = {symbol: int((result[1] == i).sum()) for i, symbol in enumerate(SYMBOLS)}
        return dict(found, none=int((result[1] == -1).sum()))
    report(job, counts)


if __name__ == "__main__":
    main()

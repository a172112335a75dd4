"""Compares one of our benchmarks with a peer: both run alternately, and the ratio of their medians is printed.

    python3 bench/compare.py BUILD_DIR population            # ours against bench/peers/population_numpy.py
    python3 bench/compare.py BUILD_DIR reader [--rounds 9]   # ours against Boost.JSON, in one program

Nothing is a verdict: the figures are for reading.
"""
import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: name: (program, ours, peer); a peer that ends in .py is a script that prints milliseconds.
PAIRS = {
    "population": [("bench_population", "all_areas", "peers/population_numpy.py"),
                   ("bench_population", "all_areas_four_scenarios", "all_areas")],
    "support": [("bench_support", "verdicts", "peers/support_numpy.py")],
    "evaluate": [("bench_evaluate", "rate_columns", "peers/rating_numpy.py"),
                 ("senryaku.rate_columns", "rating_ctypes.py", "peers/rating_numpy.py")],
    "reader": [("bench_reader", "typed_checked_read", "boost_parse_monotonic"),
               ("bench_reader", "typed_checked_read", "boost_parse"),
               ("bench_reader", "read_and_structural_checks", "boost_parse_monotonic"),
               ("bench_reader", "canonical_write", "boost_parse_monotonic")],
}
TO_MS = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}


def ours(build, program, name):
    done = subprocess.run([str(build / "bench" / program), "--benchmark_filter=^{}$".format(name), "--benchmark_format=json",
                           "--benchmark_min_time=0.2"], check=True, capture_output=True, text=True)
    result = json.loads(done.stdout)["benchmarks"][0]
    return result["real_time"] * TO_MS[result["time_unit"]]


def run(build, program, name, python):
    if name.endswith(".py"):
        return float(subprocess.run([python, str(HERE / name)], check=True, capture_output=True, text=True).stdout)
    return ours(build, program, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("pair", choices=sorted(PAIRS))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--python", default=sys.executable, help="interpreter for the peers (one that has NumPy)")
    given = parser.parse_args()
    for program, mine, peer in PAIRS[given.pair]:
        times = {mine: [], peer: []}
        for _ in range(given.rounds):
            for name in (mine, peer):
                times[name].append(run(given.build, program, name, given.python))
        medians = {name: statistics.median(values) for name, values in times.items()}
        print("{}: {:.3f} ms; {}: {:.3f} ms; ratio of medians {:.3f} ({} rounds)".format(
            mine, medians[mine], peer, medians[peer], medians[mine] / medians[peer], given.rounds))


if __name__ == "__main__":
    main()

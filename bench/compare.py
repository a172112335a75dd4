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
    "support": [("bench_support", "verdicts", "peers/support_numpy.py"),
                ("bench_support", "verdicts", "peers/support_duckdb.py"),
                ("bench_support", "verdicts_with_every_test", "peers/support_duckdb.py --tests"),
                ("bench_support", "explanations", "verdicts")],
    "evaluate": [("bench_evaluate", "rate_columns", "peers/rating_numpy.py"),
                 ("senryaku.rate_columns", "rating_ctypes.py", "peers/rating_numpy.py")],
    "reader": [("bench_reader", "typed_checked_read", "boost_parse_monotonic"),
               ("bench_reader", "typed_checked_read", "boost_parse"),
               ("bench_reader", "read_and_structural_checks", "boost_parse_monotonic"),
               ("bench_reader", "canonical_write", "boost_parse_monotonic")],
}
#: Said beside the ratios.
NOTES = {"support": "peers/support_two_valued.py"}
NOT_INSTALLED = 77
TO_MS = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}


def ours(build, program, name):
    done = subprocess.run([str(build / "bench" / program), "--benchmark_filter=^{}$".format(name), "--benchmark_format=json",
                           "--benchmark_min_time=0.2"], check=True, capture_output=True, text=True)
    result = json.loads(done.stdout)["benchmarks"][0]
    return result["real_time"] * TO_MS[result["time_unit"]]


def peer(script, python):
    """Milliseconds that a peer's script prints; None when what it needs is not installed."""
    done = subprocess.run([python, str(HERE / script.split()[0])] + script.split()[1:], capture_output=True, text=True)
    if done.returncode == NOT_INSTALLED:
        return None
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return float(done.stdout)


def run(build, program, name, python):
    return peer(name, python) if ".py" in name else ours(build, program, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("pair", choices=sorted(PAIRS))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--python", default=sys.executable, help="interpreter for the peers (one that has NumPy)")
    given = parser.parse_args()
    for program, mine, other in PAIRS[given.pair]:
        times = {mine: [], other: []}
        for _ in range(given.rounds):
            for name in (mine, other):
                times[name].append(run(given.build, program, name, given.python))
        if None in times[other]:
            print("{}: skipped, what {} needs is not installed".format(mine, other))
            continue
        medians = {name: statistics.median(values) for name, values in times.items()}
        print("{}: {:.3f} ms; {}: {:.3f} ms; ratio of medians {:.3f} ({} rounds)".format(
            mine, medians[mine], other, medians[other], medians[mine] / medians[other], given.rounds))
    if given.pair in NOTES:
        subprocess.run([given.python, str(HERE / NOTES[given.pair])], check=True)


if __name__ == "__main__":
    main()

"""The verdicts of bench/support_bench.cpp in NumPy, vectorised: milliseconds on standard output, totals on standard error.

A truth is a pair of arrays (yes, no); what is neither is unknown. The catalogue is read from lib/data.
"""
import statistics
import sys
import time

import numpy as np
from support_data import COLUMNS, PROGRAMS, ROWS, bound, catalogue

NONE = np.zeros(ROWS, dtype=bool)


def compiled(test):
    """A function of no arguments that gives (yes, no) for a test."""
    fact = catalogue.facts[test["fact"]]
    if fact["type"] == "list":
        return lambda: (NONE, NONE)
    values, known = COLUMNS[fact["key"]]
    if "not_above" in test:
        other, also = COLUMNS[test["not_above"]]
        return lambda: ((values <= other) & known & also, (values > other) & known & also)
    if "not_before" in test:
        raise NotImplementedError("not in these programmes' requirements")
    for name, negated in (("is", False), ("is_not", True)):
        if name in test:
            wanted = bound(fact, test[name])
            return (lambda: ((values != wanted) & known, (values == wanted) & known)) if negated else (
                lambda: ((values == wanted) & known, (values != wanted) & known))
    for name in ("one_of", "not_one_of"):
        if name in test:
            table = np.zeros(len(fact["values"]), dtype=bool)
            table[[bound(fact, value) for value in test[name]]] = True
            if name == "not_one_of":
                table = ~table
            return lambda: (table[values] & known, ~table[values] & known)
    low = bound(fact, test["min"]) if "min" in test else test["above"] + 1 if "above" in test else None
    high = bound(fact, test["max"]) if "max" in test else None
    if "below" in test:
        high = bound(fact, test["below"]) - 1

    def interval():
        met = known if low is None else known & (values >= low)
        met = met if high is None else met & (values <= high)
        return met, known & ~met
    return interval


def program(tree):
    if tree[0] == "test":
        return compiled(tree[1])
    parts = [program(part) for part in tree[-1]]
    if tree[0] == "of":
        def count():
            pairs = [part() for part in parts]
            met = sum(yes.astype(np.int8) for yes, _ in pairs)
            failed = sum(no.astype(np.int8) for _, no in pairs)
            return met >= tree[1], len(pairs) - failed < tree[1]
        return count

    def group():
        if not parts:
            return ~NONE, NONE
        yes, no = parts[0]()
        for part in parts[1:]:
            other_yes, other_no = part()
            if tree[0] == "all":
                yes, no = yes & other_yes, no | other_no
            else:
                yes, no = yes | other_yes, no & other_no
        return (no, yes) if tree[0] == "none" else (yes, no)
    return group


COMPILED = [(program(period) if period else None, program(rules)) for _, period, rules in PROGRAMS]


def verdicts():
    """0 eligible, 1 ineligible, 2 conditional, 3 not in force."""
    out = np.full((len(COMPILED), ROWS), 3, dtype=np.int8)
    for row, (period, rules) in zip(out, COMPILED):
        if period is None:
            continue
        in_time, out_of_time = period()
        yes, no = rules()
        row[:] = np.where(out_of_time, 3, np.where(no, 1, np.where(yes & in_time, 0, 2)))
    return out


def main():
    counts = np.bincount(verdicts().ravel(), minlength=4)
    print(dict(zip(("eligible", "ineligible", "conditional", "not_in_force"), counts.tolist())), file=sys.stderr)
    times = []
    for _ in range(30):
        start = time.perf_counter()
        verdicts()
        times.append((time.perf_counter() - start) * 1000)
    print(statistics.median(times))


if __name__ == "__main__":
    main()

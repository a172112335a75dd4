"""What engines without an unknown make of the data of bench/support_bench.cpp: how many projects they call eligible.

Three-valued verdicts are those of support_numpy.py. Two conventions of two-valued engines are tried: a test of a missing
fact fails, or the missing fact is coerced as JavaScript does (null is 0 in comparisons by size, and false).
"""
import sys

import numpy as np
from support_data import COLUMNS, PROGRAMS, ROWS, bound, catalogue
from support_numpy import verdicts


def holds(test, coerced):
    """The test's truth where a missing fact fails it, or is nought."""
    fact = catalogue.facts[test["fact"]]
    if fact["type"] == "list":
        return np.zeros(ROWS, dtype=bool)
    values, known = COLUMNS[fact["key"]]
    sized = fact["type"] not in ("text", "day", "boolean")
    seen = np.where(known, values, 0)
    if "not_above" in test:
        other, also = COLUMNS[test["not_above"]]
        return seen <= np.where(also, other, 0) if coerced else (values <= other) & known & also
    if "is" in test or "is_not" in test:
        equal = (values == bound(fact, test.get("is", test.get("is_not")))) & known
        if coerced and fact["type"] == "boolean":
            equal = seen == bound(fact, test.get("is", test.get("is_not")))
        return equal if "is" in test else ~equal if coerced else ~equal & known
    for name in ("one_of", "not_one_of"):
        if name in test:
            listed = np.isin(values, [bound(fact, value) for value in test[name]]) & known
            return listed if name == "one_of" else ~listed if coerced else ~listed & known
    met = np.ones(ROWS, dtype=bool)
    for name, compare in (("min", np.greater_equal), ("max", np.less_equal), ("above", np.greater), ("below", np.less)):
        if name in test:
            met &= compare(seen, bound(fact, test[name]))
    return met if coerced and sized else met & known


def value(tree, coerced):
    if tree[0] == "test":
        return holds(tree[1], coerced)
    parts = [value(part, coerced) for part in tree[-1]]
    if tree[0] == "of":
        return sum(part.astype(np.int8) for part in parts) >= tree[1]
    if not parts:
        return np.ones(ROWS, dtype=bool)
    whole = np.logical_and.reduce(parts) if tree[0] == "all" else np.logical_or.reduce(parts)
    return ~whole if tree[0] == "none" else whole


def main():
    eligible = verdicts() == 0
    for name, coerced in (("a test of a missing fact fails", False), ("null is 0 and false", True)):
        called = np.zeros_like(eligible)
        for row, (_, period, rules) in zip(called, PROGRAMS):
            if period is not None:
                row[:] = value(period, coerced) & value(rules, coerced)
        wrong = int((called & ~eligible).sum())
        print("two-valued, {}: {} called eligible, {} of them are not known to be ({:.1f} % too many; {} missed)".format(
            name, int(called.sum()), wrong, 100 * wrong / max(1, int(eligible.sum())), int((eligible & ~called).sum())))


if __name__ == "__main__":
    sys.exit(main())

"""The data of bench/support_bench.cpp, drawn alike, and the catalogue's rules for the peers."""
import sys
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "oracle"))
from catalogue import Catalogue  # noqa: E402

ROWS, YEAR = 10000, 2024
PROGRAMMES = [
    "digiden-jisso-type", "digiden-suishin-type", "digiden-kyoten-type", "corporate-hometown-tax-secondment",
    "corporate-hometown-tax", "chiho-2sedai-grant", "hq-relocation-tax", "grant-facility-bond", "interest-subsidy",
    "demolition-bond-special", "suishin-promotion-grant", "kyoten-facility-grant", "senko-advance-grant",
    "kasokuka-acceleration-grant", "telework-grant", "digiden-suishin-koufukin", "mirai-suishin-type", "mirai-jisso-type",
    "mirai-infra-type", "mirai-bousai-type"]
catalogue = Catalogue()
EPOCH = date(1970, 1, 1)


def mixed(x):
    with np.errstate(over="ignore"):
        x = x + np.uint64(0x9e3779b97f4a7c15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xbf58476d1ce4e5b9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94d049bb133111eb)
    return x ^ (x >> np.uint64(31))


def column(index, fact):
    x = mixed(np.uint64(index * 1000003) + np.arange(ROWS, dtype=np.uint64))
    high = x >> np.uint64(16)
    if fact["type"] == "boolean":
        values = (high % np.uint64(100) < 90).astype(np.int64)
    elif fact["type"] == "text":
        drawn = (high >> np.uint64(8)) % np.uint64(len(fact["values"]))
        values = np.where(high % np.uint64(100) < 60, 0, drawn).astype(np.int64)
    elif fact["type"] == "day":
        values = 19814 + (high % np.uint64(365)).astype(np.int64)
    elif fact["type"] == "integer":
        values = (high % np.uint64(40)).astype(np.int64) * 10000000 if fact.get("unit") == "yen" else (high % np.uint64(10)).astype(np.int64)
    else:
        values = (high % np.uint64(100)).astype(np.int64)
    return values, x % np.uint64(100) >= 8


COLUMNS = {key: column(index, fact) for index, (key, fact) in enumerate(catalogue.facts.items()) if fact["type"] != "list"}


def bound(fact, value):
    if fact["type"] == "text":
        return fact["values"].index(value)
    return (date.fromisoformat(value) - EPOCH).days if isinstance(value, str) else value


#: (identifier, tree of the period or None, tree of the rules)
PROGRAMS = [(identifier, catalogue.period(identifier, YEAR), catalogue.rules(identifier, YEAR)) for identifier in PROGRAMMES]

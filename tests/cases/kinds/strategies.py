"""Published strategies in their plain shape, converted to the document format and read.

A file passes when every number and name in it is found in the document or listed as unplaced with its pointer, the
document has no format error (findings of any severity are allowed), and read → write → read is the identity.
"""
import json
from collections import Counter
from pathlib import Path

import senryaku
from convert_strategy import convert


def leaves(value, pointer=""):
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from leaves(entry, "{}/{}".format(pointer, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from leaves(entry, "{}/{}".format(pointer, index))
    elif value is not None and value != "":
        yield pointer, value


def plain_files(files):
    for name in files:
        path = Path(name)
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def lost(plain, document, unplaced):
    """Names and numbers of the plain file that are neither in the document nor listed."""
    listed = {pointer for pointer, _ in unplaced}
    texts = " ".join(str(value) for _, value in leaves(document))
    numbers = {float(value) for _, value in leaves(document) if isinstance(value, (int, float)) and not isinstance(value, bool)}
    missing = []
    for pointer, value in leaves(plain):
        if pointer in listed or isinstance(value, bool):
            continue
        if isinstance(value, (int, float)):
            scaled = {float(value), float(value) * 1e6}  # 百万円 is kept in yen
            years = "{}-".format(value) in texts or "{}-".format(int(value) + 1) in texts  # fiscal years become days
            if not scaled & numbers and not years and str(value) not in texts:
                missing.append((pointer, value))
        elif pointer.rsplit("/", 1)[-1] in ("name", "title", "unit", "definition") and value not in texts:
            missing.append((pointer, value))
    return missing


def judge_file(path):
    plain = json.loads(path.read_text(encoding="utf-8"))
    document, unplaced = convert(plain)
    case = {"id": path.stem, "expected": {"lost": 0, "format_errors": 0, "identity": True}}
    missing = lost(plain, document, unplaced)
    got = {"lost": len(missing), "unplaced": len(unplaced), "format_errors": 0, "identity": False, "findings": {}}
    why = "; ".join("{} {}".format(*entry) for entry in missing[:5])
    try:
        with senryaku.Strategy(document) as strategy:
            text = strategy.to_json()
            got["findings"] = dict(Counter(f["code"] for f in strategy.findings))
            with senryaku.Strategy(text) as again:
                got["identity"] = again.to_json() == text
    except senryaku.SenryakuError as error:
        got["format_errors"] = len(error.problems)
        why = str(error)
    ok = not missing and got["format_errors"] == 0 and got["identity"]
    return dict(case, ok=ok, got=got, why=why, unplaced=["{} {}".format(*entry) for entry in unplaced])


def judge(files, _options=None):
    cases = [judge_file(path) for path in plain_files(files)]
    totals = Counter()
    for case in cases:
        totals.update(case["got"]["findings"])
    return cases, {"files": len(cases), "unplaced": sum(c["got"]["unplaced"] for c in cases), "findings": dict(totals)}

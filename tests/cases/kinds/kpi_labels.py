"""Input, output or outcome by the name, unit and context of labelled indicators (JSON lines).

A file's members: id, name, unit, context, label. The label is given also when the answer is unsure, and "ok" compares it.
Figures: accuracy over all, coverage (not unsure), accuracy of those decided, each with its 95 % interval (Wilson), the
confusion expected → found, precision, recall and F1 of each class, and macro-F1.
"""
import json
import math
from pathlib import Path

import senryaku

LABELS = ("input", "output", "outcome")


def read_cases(files):
    for name in files:
        path = Path(name)
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if line.strip():
                    case = json.loads(line)
                    case.setdefault("id", "{}:{}".format(file.name, number))
                    yield case


def wilson(right, count, z=1.96):
    """95 % interval of a share; None where nothing was counted."""
    if count == 0:
        return None
    share = right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return [round(middle - half, 4), round(middle + half, 4)]


def share(right, count):
    return round(right / count, 4) if count else None


def by_class(pairs):
    """{label: {precision, recall, f1}} of the labels that occur in [(expected, found)]."""
    figures = {}
    for label in LABELS:
        hit = sum(1 for expected, found in pairs if expected == found == label)
        said = sum(1 for _, found in pairs if found == label)
        there = sum(1 for expected, _ in pairs if expected == label)
        if there:
            figures[label] = {"precision": share(hit, said), "recall": share(hit, there),
                              "f1": round(2 * hit / (said + there), 4)}
    return figures


def judge(files, given):
    rows = list(read_cases(files))
    for row in rows:
        if row["label"] not in LABELS:
            raise ValueError("{}: label {!r} is none of {}".format(row["id"], row["label"], ", ".join(LABELS)))
    answers = senryaku.classify([row["name"] for row in rows], units=[row.get("unit") for row in rows],
                                contexts=[row.get("context") for row in rows])
    cases = []
    for row, answer in zip(rows, answers):
        got = {"label": answer["label"], "unsure": answer["unsure"], "confidence": answer["confidence"]}
        cues = "・".join(cue["text"] for cue in answer["cues"][:3] if cue["text"])
        cases.append({"id": row["id"], "ok": answer["label"] == row["label"],
                      "expected": {"label": row["label"]}, "got": got,
                      "why": "{} [{}] {}".format(row["name"], row.get("unit") or "", cues)})
    pairs = [(case["expected"]["label"], case["got"]["label"]) for case in cases]
    right = sum(case["ok"] for case in cases)
    decided = [case["ok"] for case in cases if not case["got"]["unsure"]]
    classes = by_class(pairs)
    confusion = {}
    for expected, found in pairs:
        line = confusion.setdefault(expected, {})
        line[found] = line.get(found, 0) + 1
    return cases, {
        "accuracy": share(right, len(cases)), "accuracy_95": wilson(right, len(cases)),
        "coverage": share(len(decided), len(cases)), "accuracy_decided": share(sum(decided), len(decided)),
        "accuracy_decided_95": wilson(sum(decided), len(decided)), "confusion": confusion, "classes": classes,
        "macro_f1": round(sum(entry["f1"] for entry in classes.values()) / len(classes), 4) if classes else None,
    }

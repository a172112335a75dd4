"""Labelled KPI names: output or outcome (or input) by the library, compared with the label of the source.

`ok` compares the label, which is given even when unsure. Figures: accuracy over all, share decided (coverage) and accuracy
on the decided ones, each with its 95 % interval (Wilson), and the confusion.
"""
import json
import math
from collections import Counter
from pathlib import Path

import senryaku


def rows_of(files):
    for name in files:
        path = Path(name)
        for one in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            for line in one.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield json.loads(line)


def wilson(right, count):
    """A share with its 95 % interval by Wilson's score."""
    if not count:
        return None
    z, p = 1.959964, right / count
    middle = (p + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return {"share": round(p, 4), "from": round(middle - half, 4), "to": round(middle + half, 4), "of": count}


def judge(files, _options=None):
    rows = list(rows_of(files))
    answers = senryaku.classify([row["name"] for row in rows], [row.get("unit") for row in rows], [row.get("context") for row in rows])
    cases, confusion = [], Counter()
    for row, answer in zip(rows, answers):
        got = {"label": answer["label"], "unsure": answer["unsure"], "confidence": answer["confidence"]}
        confusion["{} → {}".format(row["label"], answer["label"])] += 1
        cues = " ".join("{}:{}".format(cue.get("text", ""), cue["weight"]) for cue in answer.get("cues", [])[:4])
        cases.append({"id": row.get("id") or row["name"], "ok": row["label"] == answer["label"], "expected": {"label": row["label"]}, "got": got,
                      "why": "{} [{}] {}".format(row["name"], row.get("unit"), cues)})
    decided = [case for case in cases if not case["got"]["unsure"]]
    figures = {"accuracy": wilson(sum(c["ok"] for c in cases), len(cases)), "coverage": wilson(len(decided), len(cases)),
               "accuracy_decided": wilson(sum(c["ok"] for c in decided), len(decided)), "confusion": dict(confusion)}
    return cases, figures

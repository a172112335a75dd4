"""Real and composed indicators with their deficient SMART letters: the exact set has to come out.

The period FY2025–2029 is given only to cases that are composed as a whole; otherwise it is unknown. Figures: share of
exact sets with its 95 % interval (Wilson), and precision, recall and F1 of each letter; with --by-body the exact sets of
each body, the worst first. With --left-out the stage model has not learned from the body whose case it judges.
"""
import json
from pathlib import Path

import senryaku
from kinds.kpi_labels import wilson
from left_out import LeftOut

LETTERS = ("specific", "measurable", "achievable", "relevant", "time-bounded")
AIMS = {"increase": "increase", "decrease": "decrease", "maintain": "maintain", "at_least": "at-least", "at_most": "at-most"}


def rows_of(files):
    for name in files:
        path = Path(name)
        for one in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            for line in one.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield json.loads(line)


def clean(value):
    if isinstance(value, dict):
        return {k: clean(v) for k, v in value.items() if v not in (None, "", [], {}) or k == "value"}
    return [clean(v) for v in value] if isinstance(value, list) else value


def item_of(row):
    baseline, target = row.get("baseline") or {}, row.get("target") or {}
    kpi = {"id": row["id"], "name": row["name"], "unit": row.get("unit"), "aim": AIMS.get(row.get("direction")),
           "actuals": [{"year": point["fy"], "value": point["value"]} for point in row.get("history") or []],
           "measurement": {"method": row.get("measure_method")}}
    if baseline.get("value") is not None:
        kpi["baseline"] = {"year": baseline.get("fy"), "value": baseline["value"]}
    year = row.get("deadline") if row.get("deadline") is not None else target.get("fy")
    if target.get("value") is not None or row.get("target_text") or year is not None:
        kpi["target"] = {"year": year, "value": target.get("value"), "text": row.get("target_text")}
    item = {"kpi": clean(kpi), "context": row.get("context")}
    if row.get("composed") == ["all"]:
        item["period"] = {"start": "2025-04-01", "end": "2030-03-31"}
    return {key: value for key, value in item.items() if value}


def f1(expected, got):
    """Precision, recall and F1 of one letter over all cases."""
    both = sum(e and g for e, g in zip(expected, got))
    precision = both / sum(got) if sum(got) else 1.0
    recall = both / sum(expected) if sum(expected) else 1.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(mean, 4)}


def check_without(rows):
    """The answers to rows, each by rules that its body had no part in."""
    left_out, answers = LeftOut(), {}
    for body in sorted({row.get("body") or "" for row in rows}):
        part = [i for i, row in enumerate(rows) if (row.get("body") or "") == body]
        answers.update(zip(part, senryaku.check_indicators([item_of(rows[i]) for i in part], left_out.rules_without(body))))
    return [answers[i] for i in range(len(rows))]


def by_body(rows, cases):
    """{body: "exact of all"}, the lowest share first; composed cases are of no body."""
    counts = {}
    for row, case in zip(rows, cases):
        exact, count = counts.get(row.get("body") or "composed", (0, 0))
        counts[row.get("body") or "composed"] = (exact + case["ok"], count + 1)
    worst = sorted(counts.items(), key=lambda entry: (entry[1][0] / entry[1][1], -entry[1][1], entry[0]))
    return {body: "{} of {}".format(exact, count) for body, (exact, count) in worst}


def judge(files, given=None):
    rows = list(rows_of(files))
    left_out = given is not None and given.left_out
    answers = check_without(rows) if left_out else senryaku.check_indicators(item_of(row) for row in rows)
    cases = []
    for row, answer in zip(rows, answers):
        got = sorted(letter for letter in LETTERS if answer["check"][letter.replace("-", "_")] == "fail")
        expected = sorted(row["deficient"])
        codes = " ".join(finding["code"] for finding in answer.get("findings", []))
        cases.append({"id": row["id"], "ok": got == expected, "expected": expected, "got": got, "why": "{}: {}".format(row["name"], codes)})
    letters = {letter: f1([letter in c["expected"] for c in cases], [letter in c["got"] for c in cases]) for letter in LETTERS}
    exact = sum(c["ok"] for c in cases)
    figures = {"exact": round(exact / len(cases), 4) if cases else None, "exact_95": wilson(exact, len(cases)), "letters": letters}
    if given is not None and given.by_body:
        figures["bodies"] = by_body(rows, cases)
    return cases, figures

"""Answered eligibility cases: the verdict and the conditions of the form "KEY must be VALUE".

Cases state only what is at issue: an absent fact counts as met ("absent": "met"). A programme that is not in force
counts as ineligible. Conditions in prose, and ours that an officer decides, are printed side by side and not compared.
"""
import json
import re
from collections import Counter
from pathlib import Path

import senryaku

_ANSWERS = {"eligible": "eligible", "conditional": "conditional", "ineligible": "ineligible", "not-in-force": "ineligible"}


def read_cases(files):
    for name in files:
        path = Path(name)
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            document = json.loads(file.read_text(encoding="utf-8"))
            yield from document["cases"] if isinstance(document, dict) else document


def value_of(text):
    """VALUE as JSON, or as a word."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def formal(conditions):
    """{key: value} of the conditions "KEY must be VALUE"; a VALUE in several words is only compared by its KEY."""
    found = {}
    for text in conditions:
        match = re.fullmatch(r"([a-z0-9_]+(?:\.[a-z0-9_]+)+) must be (.+)", text)
        if match:
            found[match[1]] = value_of(match[2]) if re.fullmatch(r"\S+", match[2]) else None
    return found


def fulfils(demand, value):
    """Whether ``value`` is what the demand asks for."""
    asked, op = demand.get("value"), demand["op"]
    if op in ("is", "is-not"):
        return (asked == value) == (op == "is")
    if op in ("one-of", "not-one-of"):
        return (value in asked) == (op == "one-of")
    try:
        if op in ("min", "max", "above", "below"):
            return {"min": value >= asked, "max": value <= asked, "above": value > asked, "below": value < asked}[op]
        if op in ("between", "outside"):
            return (asked <= value <= demand["upper"]) == (op == "between")
    except TypeError:
        pass
    return False


def as_text(demand):
    words = {"is": "", "is-not": "not ", "min": "at least ", "max": "at most "}
    value = demand.get("value")
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "{} must be {}{}".format(demand["fact"], words.get(demand["op"], demand["op"] + " "), shown)


def agrees(expected, prose, demands):
    """Every formal condition is among ours and its value is what we demand; ours beyond these may stand for prose."""
    ours = {demand["fact"]: demand for demand in demands}
    if not set(expected) <= set(ours) or len(ours) - len(expected) > prose:
        return False
    return all(value is None or fulfils(ours[key], value) for key, value in expected.items())


def judge(files, given):
    cases = list(read_cases(files))
    questions = [{"id": str(case.get("id", number)), "programme": case["programme"], "fiscal_year": case["fiscal_year"],
                  "kind": case.get("kind", "eligibility"), "facts": case["facts"], "absent": "met"}
                 for number, case in enumerate(cases)]
    judged, by_programme, confusion = [], Counter(), Counter()
    for case, question, reply in zip(cases, questions, senryaku.match(questions)["answers"]):
        answer = reply.get("answer")
        got = _ANSWERS[answer["verdict"]] if answer else "unknown programme"
        demands = answer.get("conditions", []) if answer else []
        compared = [d for d in demands if d["origin"] != "officer"]
        expected = formal(case.get("conditions", []))
        prose = len(case.get("conditions", [])) - len(expected)
        ok = got == case["answer"] and agrees(expected, prose, compared)
        why = reply.get("verdict_en", "") + "".join(" [{}]".format(f["en"]) for f in reply.get("findings", []))
        judged.append({"id": question["id"], "ok": ok,
                       "expected": {"answer": case["answer"], "conditions": case.get("conditions", [])},
                       "got": {"answer": got, "conditions": [as_text(d) if d["origin"] != "officer" else d["en"]
                                                             for d in demands]}, "why": why})
        by_programme[case["programme"], ok] += 1
        confusion["{} → {}".format(case["answer"], got)] += 1
    programmes = {programme: "{}/{}".format(by_programme[programme, True],
                                            by_programme[programme, True] + by_programme[programme, False])
                  for programme in sorted({programme for programme, _ in by_programme})}
    right = sum(case["expected"]["answer"] == case["got"]["answer"] for case in judged)
    return judged, {"answers": "{}/{}".format(right, len(judged)), "by_answer": dict(confusion), "by_programme": programmes}

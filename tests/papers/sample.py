"""Strategies for the papers: real ones, and one whose every text is hostile."""
import copy
import json
from pathlib import Path

from senryaku import Strategy, report

ROOT = Path(__file__).resolve().parents[2]
STRATEGIES = ROOT / "tests" / "data" / "strategies"
AS_OF = "2026-06-01"
# What breaks out of HTML, XML, a formula, or a column; and characters that cp932 does not have.
HOSTILE = ["=HYPERLINK(\"http://example.invalid\",\"x\")", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
           "@SUM(1)", "+1", "-1", "𠮷野家①", "改行\nあり", "]]>&amp;", "長" * 300]


def answers_of(document):
    with Strategy(document) as strategy:
        return report.gather(strategy, AS_OF)


def real(name):
    return json.loads((STRATEGIES / (name + ".json")).read_text(encoding="utf-8"))


def hostile():
    """A real strategy, its names replaced."""
    document = copy.deepcopy(real("kakogawa-2015"))
    texts = iter(HOSTILE * 20)

    def rename(element):
        if isinstance(element, list):
            for entry in element:
                rename(entry)
        elif isinstance(element, dict):
            if "id" in element and "name" in element:
                element["name"] = next(texts)
            if "unit" in element and element["unit"] == "人":
                element["unit"] = "=人"
            for entry in element.values():
                rename(entry)
    rename(document)
    document["municipality"]["name"] = HOSTILE[1]
    document["verifications"] = [{"id": "v1", "fiscal_year": 2020, "results": [
        {"subject": "g1", "rating": HOSTILE[0], "decision": "improve", "decision_reason": HOSTILE[2],
         "opinions": [{"by": HOSTILE[3], "text": HOSTILE[1], "answer": HOSTILE[7]}]}]}]
    return document


def verified():
    """A real strategy with a verification of its last year."""
    document = copy.deepcopy(real("kakogawa-2015"))
    document["rating_scheme"] = "kakogawa-2015"
    document["verifications"] = [{
        "id": "v1", "fiscal_year": 2020, "scheme": "kakogawa-2015", "published_on": "2021-03-01", "results": [
            {"subject": "g1-t1", "rating": "未達成", "decision": "improve", "decision_reason": "出生数が減り続けているため",
             "follow_up": {"action": "保育の受け皿を広げる", "due_year": 2021},
             "opinions": [{"by": "委員", "text": "婚姻数への対策を", "answer": "次期戦略に入れる"}]},
            {"subject": "g2", "rating": "A", "decision": "continue"}]}]
    return document


def seeking():
    """A real strategy whose project seeks support that it can get when conditions are met."""
    document = copy.deepcopy(real("aizumisato-2025"))
    document["goals"][3]["measures"][0]["projects"][0]["support_sought"] = ["corporate-hometown-tax", "mirai-suishin-type"]
    return document

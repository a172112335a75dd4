"""Every rule of the KPI checks is found in its example, and the page of the rules is up to date.

    python3 tests/cases/check_rules.py [--write]

Examples: tests/data/smart/rules.jsonl (a real case of cases.jsonl by id, or an indicator of its own, with its source
where it is a real one). --write makes lib/check/README.md anew.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/cases"), str(ROOT / "bindings/python")]

import senryaku  # noqa: E402
from kinds.smart import item_of  # noqa: E402

PAGE = ROOT / "lib/check/README.md"
LETTERS = {"specific": "S 具体的 Specific", "measurable": "M 測れる Measurable", "achievable": "A 達成可能 Achievable",
           "relevant": "R 成果・関連 Relevant", "time-bounded": "T 期限 Time-bounded"}
SEVERITIES = {"error": "誤り error", "warning": "注意 warning", "advice": "助言 advice（文字の判定は変えない does not fail the letter）"}
# Rules that need a whole strategy: tests/unit/check/kpi_check_test.cpp has their cases.
OF_A_STRATEGY = ("kpi.chain.missing", "check.goal.no-outcome", "check.kpi.contradictory", "check.kpi.duplicated",
                 "check.kpi.overloaded")
HEAD = """# KPIの点検 / KPI checks

この頁は `lib/data/messages/check.json`・`lib/data/check/kpi.json`・`tests/data/smart/rules.jsonl` から
`python3 tests/cases/check_rules.py --write` で作られ、例は試験のたびに実際に点検されます。
This page is made from the data by that command, and every example is checked by the library in the tests.

- 五つの文字は `pass`（よい）・`fail`（直す）・`unknown`（文書からは分からない）。Letters are pass, fail or unknown.
- 三つの視点: 成果の客観性 = M と R、取組との直接性 = 因果の理由の有無、妥当な水準 = A。The three viewpoints of the guides:
  objective result = M and R; directness = a stated causal reason, or a cause that cannot be; adequate level = A.
- 成果か活動量かの判定 / Output or outcome: [training/README.md](training/README.md)。
- 例の「作例」は出典のない説明用の例。An example without a source is composed.

## 水準の規則 / The rule of the level

過去の値（計画開始前の実績と基準値）の二点ごとの年間変化の中央値を「典型的な変化」、その直線からの隔たりの中央値を
「ばらつき」とします。必要な年間変化が典型的な変化の {pace_times} 倍以上、または逆向きで隔たりが現在値の {turn_gap_percent} %を
超え、かつ差がばらつきの {spread_times} 倍を超えるときに `fail`。三点以上あれば、確からしさ {band_confidence_percent} %以上の傾きの幅で
目標年に見込める範囲（`band`）を示します。
The median of the yearly changes between every two past values is the typical change, the median distance from that line the
spread. A fails when the yearly change needed is {pace_times} times the typical one or more, or turns against it over more than
{turn_gap_percent} % of the level, and the difference is more than {spread_times} spreads. With three values or more, `band` gives
what slopes of a confidence of at least {band_confidence_percent} % lead to. Limits are data: `lib/data/check/kpi.json`.
"""


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def examples():
    """[(rule, request item, source or None)]"""
    cases = {row["id"]: row for row in read_lines(ROOT / "tests/data/smart/cases.jsonl")}
    found = []
    for rule in read_lines(ROOT / "tests/data/smart/rules.jsonl"):
        source, item = rule.get("source"), rule.get("item")
        if "case" in rule:
            row = cases[rule["case"]]
            item = item_of(row)
            source = {"title": row.get("body") or row["url"], "url": row["url"]} if row.get("url") else None
        found.append((rule, item, source))
    return found


def figures(kpi):
    def point(value):
        text = str(value.get("text") or value.get("value", "") if value.get("value") is None else value["value"])
        return text + ("（{}年）".format(value["year"]) if value.get("year") else "")
    parts = ["「{}」{}".format(kpi["name"], "（{}）".format(kpi["unit"]) if kpi.get("unit") else "")]
    if kpi.get("baseline"):
        parts.append("基準 " + point(kpi["baseline"]))
    if kpi.get("actuals"):
        parts.append("実績 " + "、".join(point(value) for value in kpi["actuals"]))
    if kpi.get("target") and point(kpi["target"]):
        parts.append("目標 " + point(kpi["target"]))
    method = (kpi.get("measurement") or {}).get("method")
    if method:
        parts.append("測り方 " + method)
    return "、".join(parts)


def entry(message, shown):
    """One rule on the page: what it says, how to mend it, a real example with what the library says about it."""
    lines = ["### `{}`".format(message["code"]), "", SEVERITIES[message["severity"]], "",
             "- {}".format(message["explanation_ja"]), "- {}".format(message["explanation_en"]), ""]
    for item, source, found in shown:
        where = "[{}]({})".format(source["title"], source["url"]) if source else "作例 composed"
        lines += ["例 Example: {} — {}".format(figures(item["kpi"]), where), "", "> {}".format(found["ja"]), ">",
                  "> {}".format(found["en"]), ""]
    if not shown and message.get("example"):
        lines += ["例 Example: {}".format(message["example"]), ""]
    for basis in message.get("basis", []):
        lines += ["根拠 Basis: [{}]({})".format(basis["title"], basis["url"]), ""]
    return lines


def main():
    faults, shown, letter_of = [], {}, {}
    known = examples()
    answers = senryaku.check_indicators([item for _, item, _ in known])
    for (rule, item, source), answer in zip(known, answers):
        found = next((f for f in answer.get("findings", []) if f["code"] == rule["code"]), None)
        letter_of[rule["code"]] = rule["letter"]
        if found is None:
            faults.append("{}: not found in its example {}".format(rule["code"], item["kpi"]["name"]))
        else:
            shown.setdefault(rule["code"], []).append((item, source, found))
    messages = {m["code"]: m for m in json.loads((ROOT / "lib/data/messages/check.json").read_text(encoding="utf-8"))["messages"]}
    rules = json.loads((ROOT / "lib/data/check/kpi.json").read_text(encoding="utf-8"))["kpi_check_rules"]
    lines = [HEAD.format(**rules)]
    for letter, title in LETTERS.items():
        lines += ["## " + title, ""]
        for code in [code for code in messages if letter_of.get(code) == letter]:
            lines += entry(messages[code], shown.get(code, []))
    lines += ["## 戦略の全体 / The strategy as a whole", ""]
    for code in OF_A_STRATEGY:
        lines += entry(messages[code], [])
    for code in messages:
        if code.startswith("kpi.") and code not in letter_of and code not in OF_A_STRATEGY:
            faults.append("{}: no example".format(code))
    page = "\n".join(lines).rstrip() + "\n"
    if "--write" in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        faults.append("lib/check/README.md is not up to date")
    for fault in faults:
        print(fault)
    print("{} rules with examples, {} faults".format(len(letter_of), len(faults)))
    return 1 if faults else 0


sys.exit(main())

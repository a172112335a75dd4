"""Every rule of the KPI checks is found in its example, and the page of the rules is up to date.

    python3 tests/cases/check_rules.py [--write]

Examples: tests/data/smart/rules.jsonl. Each names where it is from: a real case of cases.jsonl by id (without what its
compiler added), an indicator of a published strategy under tests/data, or an indicator with its source. Where a real
example was altered, "changed" says what. --write makes lib/check/README.md anew.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/cases"), str(ROOT / "bindings/python")]

import senryaku  # noqa: E402
from kinds.smart import item_of  # noqa: E402

DATA = ROOT / "tests/data"
PAGE = ROOT / "lib/check/README.md"
LETTERS = {"specific": "S 具体的 Specific", "measurable": "M 測れる Measurable", "achievable": "A 達成可能 Achievable",
           "relevant": "R 成果・関連 Relevant", "time-bounded": "T 期限 Time-bounded",
           "whole": "戦略の全体 The strategy as a whole"}
SEVERITIES = {"error": "誤り error", "warning": "注意 warning", "advice": "助言 advice（文字の判定は変えない does not fail the letter）",
              "failing": "助言 advice（ただし文字は fail になる, yet it fails the letter）"}
OF_A_STRATEGY = ("check.goal.", "check.kpi.contradictory", "check.kpi.duplicated", "check.kpi.overloaded")
HEAD = """# KPIの点検 / KPI checks

この頁は `lib/data/messages/check.json`・`lib/data/check/kpi.json`・`tests/data/smart/rules.jsonl` から
`python3 tests/cases/check_rules.py --write` で作られ、例は試験のたびに実際に点検されます。
This page is made from the data by that command, and every example is checked by the library in the tests.

- 五つの文字は `pass`（よい）・`fail`（直す）・`unknown`（文書からは分からない）。Letters are pass, fail or unknown.
- 三つの視点: 成果の客観性 = M と R、取組との直接性 = 因果の理由の有無、妥当な水準 = A。The three viewpoints of the guides:
  objective result = M and R; directness = a stated causal reason, or a cause that cannot be; adequate level = A.
- 成果か活動量かの判定 / Output or outcome: [training/README.md](training/README.md)。
- 例はすべて公表された指標です。説明のために一部を変えた例は、変えたところを記します。Every example is a published
  indicator; where a part was altered to show the rule, it says which.

## 水準の規則 / The rule of the level

過去の値（計画開始前の実績と基準値）の二点ごとの年間変化の中央値を「典型的な変化」、その直線からの隔たりの中央値を
「ばらつき」とします。必要な年間変化が典型的な変化の {pace_times} 倍以上、または逆向きで隔たりが現在値の {turn_gap_percent} %を
超え、かつ差がばらつきの {spread_times} 倍を超えるときに `fail`。三点以上あれば、確からしさ {band_confidence_percent} %以上の傾きの幅で
目標年に見込める範囲（`band`）を示します。
The median of the yearly changes between every two past values is the typical change, the median distance from that line the
spread. A fails when the yearly change needed is {pace_times} times the typical one or more, or turns against it over more than
{turn_gap_percent} % of the level, and the difference is more than {spread_times} spreads. With three values or more, `band` gives
what slopes of a confidence of at least {band_confidence_percent} % lead to. Limits are data: `lib/data/check/kpi.json`.

## 費用の規則 / The rule of cost

単位当たりコスト = その年度の費用 ÷ その年度に動いた量。費用は施策の全事業の決算額（なければ予算額）、または指標に書かれた見込み額。
動いた量は値の変化、「人/年」のような一年の値では各年の合計（目標までは直線とみなす）です。最新の値から目標までの単価が、計画前の
年度の単価の {pace_times} 分の1以下なら `fail`（費用が変わらなければ、水準の規則の {pace_times} 倍と同じことです）、{cost_notice_percent} %以上違えば
理由を求める助言。費用か値の一つでも分からなければ比べません。一つの施策に指標が二つ以上あると費用は分けられませんが、同じ事業の
費用どうしの比較なので比は変わりません。
Unit cost = the money of some years ÷ what moved in them. The money is what all projects of the measure spent (or their
budget), or the cost stated for the indicator; what moved is the change of the figure, or for the figure of one year (人/年) the
sum of the years (up to the target on a straight line). A fails when a unit up to the target is to cost a {pace_times}th of the
record or less (with the same money a year this is the {pace_times} times of the level); a difference of {cost_notice_percent} % or more asks for
a reason. One unknown amount or value, and nothing is compared. The money of a measure cannot be divided among its indicators;
the quotient of plan and record does not need it.
"""


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_published(row):
    """A case without the members that its compiler added."""
    row = dict(row)
    for member in row["composed"]:
        outer, _, inner = member.partition(".")
        row[outer] = dict(row[outer], **{inner: None}) if inner else None
        if outer == "target":
            row["deadline"] = None
    return row


def indicator_in(part, kpi):
    """The indicator with this id anywhere in a strategy document."""
    if isinstance(part, list):
        return next(filter(None, (indicator_in(one, kpi) for one in part)), None)
    if not isinstance(part, dict):
        return None
    return part if part.get("id") == kpi else next(filter(None, (indicator_in(one, kpi) for one in part.values())), None)


def of_a_strategy(rule):
    """What a strategy's check finds: (indicator or None, source, {"check", "findings"})."""
    text = (DATA / rule["strategy"]).read_text(encoding="utf-8")
    document = json.loads(text)
    source = rule.get("source") or {"title": document["municipality"]["prefecture"] + " " + document["name"],
                                    "url": document["sources"][0]["url"]}
    with senryaku.Strategy(text) as strategy:
        answer = strategy.check()
    if "kpi" not in rule:
        return None, source, answer
    return (indicator_in(document, rule["kpi"]), source,
            next(entry for entry in answer["kpis"] if entry["check"]["kpi"] == rule["kpi"]))


def examples():
    """[(rule, indicator or None, source, answer)]"""
    cases = {row["id"]: row for row in read_lines(DATA / "smart/cases.jsonl")}
    found, single = [], []
    for rule in read_lines(DATA / "smart/rules.jsonl"):
        if "strategy" in rule:
            found.append((rule,) + of_a_strategy(rule))
            continue
        item, source = rule.get("item"), rule.get("source")
        if "case" in rule:
            row = as_published(cases[rule["case"]])
            item, source = item_of(row), {"title": row["body"], "url": row["url"]}
        single.append((rule, item, source))
    answers = senryaku.check_indicators([item for _, item, _ in single])
    found += [(rule, item["kpi"], source, answer) for (rule, item, source), answer in zip(single, answers)]
    return found


def figures(kpi):
    """The indicator as its source gives it."""
    def point(value):
        figure = value.get("value") if value.get("value") is not None else value.get("text") or "未設定 not set"
        return str(figure) + ("（{}）".format(value["year"]) if value.get("year") else "")
    parts = ["「{}」{}".format(kpi["name"], "（{}）".format(kpi["unit"]) if kpi.get("unit") else "")]
    for member, label in (("baseline", "基準 baseline"), ("actuals", "実績 results"), ("target", "目標 target")):
        values = kpi.get(member) or []
        shown = [point(value) for value in (values if isinstance(values, list) else [values])]
        if shown:
            parts.append("{} {}".format(label, "、".join(shown)))
    if kpi.get("stage"):
        parts.append("申告 declared as {}".format(kpi["stage"]))
    method = (kpi.get("measurement") or {}).get("method")
    if method:
        parts.append("測り方 method {}".format(method))
    return "、".join(parts)


def money(projects):
    """What the projects of an example cost by year."""
    years = ["{}年度 {:,} 円".format(budget["fiscal_year"], budget.get("spent_yen", budget.get("amount_yen")))
             for project in projects for budget in project["budgets"]]
    return "、費用 money {}".format("、".join(years)) if years else ""


def fails_alone(found, letter, answer, letter_of):
    """Whether a piece of advice fails its letter: no other finding of the letter is there to do it."""
    others = [finding for finding in answer.get("findings", [])
              if finding["severity"] != "advice" and letter_of.get(finding["code"]) == letter]
    return found["severity"] == "advice" and not others and answer.get("check", {}).get(letter.replace("-", "_")) == "fail"


def entry(message, shown):
    """One rule on the page: what it says, how to mend it, a real example with what the library says about it."""
    severity = "failing" if any(failing for *_, failing in shown) else message["severity"]
    lines = ["### `{}`".format(message["code"]), "", SEVERITIES[severity], "",
             "- {}".format(message["explanation_ja"]), "- {}".format(message["explanation_en"]), ""]
    for rule, kpi, source, found, _ in shown:
        about = figures(kpi) + money(rule.get("item", {}).get("projects", [])) + " — " if kpi else ""
        gloss = "*{}* — ".format(rule["name_en"]) if "name_en" in rule else ""
        lines += ["例 Example: {}{}[{}]({})".format(about, gloss, source["title"], source["url"]), ""]
        if "changed" in rule:
            lines += ["出典から変えたところ: {changed[ja]}。Changed from the source: {changed[en]}.".format(**rule), ""]
        lines += ["> {}".format(found["ja"]), ">", "> {}".format(found["en"]), ""]
    for basis in message.get("basis", []):
        lines += ["根拠 Basis: [{}]({})".format(basis["title"], basis["url"]), ""]
    return lines


def main():
    faults, shown, letter_of = [], {}, {}
    known = examples()
    letter_of.update((rule["code"], rule["letter"]) for rule, *_ in known)
    for rule, kpi, source, answer in known:
        found = next((finding for finding in answer.get("findings", []) if finding["code"] == rule["code"]), None)
        if found is None:
            faults.append("{}: not found in its example".format(rule["code"]))
        elif not source or not source["url"].startswith("http"):
            faults.append("{}: its example has no source".format(rule["code"]))
        else:
            failing = fails_alone(found, rule["letter"], answer, letter_of)
            shown.setdefault(rule["code"], []).append((rule, kpi, source, found, failing))
    messages = {m["code"]: m for m in json.loads((ROOT / "lib/data/messages/check.json").read_text(encoding="utf-8"))["messages"]}
    rules = json.loads((ROOT / "lib/data/check/kpi.json").read_text(encoding="utf-8"))["kpi_check_rules"]
    lines = [HEAD.format(**rules)]
    for letter, title in LETTERS.items():
        lines += ["## " + title, ""]
        for code in [code for code in messages if letter_of.get(code) == letter]:
            lines += entry(messages[code], shown.get(code, []))
    for code in messages:
        if code.startswith(("kpi.",) + OF_A_STRATEGY) and code not in letter_of:
            faults.append("{}: no example".format(code))
    page = "\n".join(lines).rstrip() + "\n"
    if "--write" in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        faults.append("lib/check/README.md is not up to date")
    for fault in faults:
        print(fault)
    altered = sum("changed" in rule for entries in shown.values() for rule, *_ in entries)
    print("{} rules, {} examples ({} altered, each says how), {} faults".format(
        len(letter_of), sum(map(len, shown.values())), altered, len(faults)))
    return 1 if faults else 0


sys.exit(main())

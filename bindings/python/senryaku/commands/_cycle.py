"""Tables of the outlook, the PDCA cycle and what is open, as ``evaluate`` shows them."""
from ..display import named, wrap
from .review import number

_TEXTS = {
    "ja": {
        "outlook": "見通し（{year}年度末時点）", "indicator": "指標", "unit": "単位", "newest": "最新", "target": "目標",
        "last": "年", "pace": "年の歩み", "needed": "必要な歩み", "line": "直線の見込み", "trend": "推移の見込み（幅）", "state": "見通し",
        "reached": "達成", "on-course": "順調", "first-warning": "注意", "will-miss": "未達の見込み", "missed": "未達成",
        "unknown": "－", "none": "", "no-actual": "計画の実績がない", "no-target": "目標値がない", "no-target-year": "目標年がない",
        "no-aim": "目指す向きがない", "no-start": "起点の値がない", "total-not-running": "期間の計か不明", "not-numeric": "数値でない",
        "too-large": "大きすぎる", "early": "（早い達成）", "jump": "（値の飛び）", "stale": "（{}年前）",
        "health": "指標{indicators}件: 一度も測られていない {never_measured}・古い {stale}・担当課なし {no_owner}・"
                  "目標と比べられる {judged}（うち達成 {reached}）",
        "cycle": "PDCAの状況", "year": "年度", "plan": "Plan 目標", "do": "Do 実績", "check": "Check 評定", "act": "Act 方針",
        "held": "検証", "assembly": "議会", "published": "公表", "done": "済", "partly": "一部", "not-recorded": "記録なし",
        "calendar": "年間の日程（{year}年度の検証）", "step": "段階", "who": "担当", "when": "例年の時期", "progress": "状況",
        "overdue": "時期を過ぎた", "current": "いま", "ahead": "これから",
        "open": "決めていないこと（{} 件）", "nothing_open": "決めていないことはありません。",
        "low-rating-undecided": "低い評定で方針が未定", "decision-not-followed-up": "決めた見直しの対応がない",
        "opinion-unanswered": "有識者の意見に回答がない", "difference-unexplained": "案と違う評定の理由がない",
        "subject": "対象", "rating": "評定", "decision": "方針", "matter": "事項",
        "decisions": "評定と方針（案と決定）", "computed": "計算", "proposed": "案", "decided": "決定", "by": "決めた人", "follow": "その後",
        "continue-as-is": "継続", "expand": "拡充", "improve": "改善", "shrink": "縮小", "stop": "中止", "complete": "完了",
        "none-needed": "－", "not-stated": "記載なし", "planned": "予定", "findings": "指摘", "error": "誤り", "warning": "注意",
        "advice": "助言",
    },
    "en": {
        "outlook": "Outlook (end of FY{year})", "indicator": "Indicator", "unit": "Unit", "newest": "Newest",
        "target": "Target", "last": "Year", "pace": "Pace a year", "needed": "Needed", "line": "Straight line",
        "trend": "Trend (band)", "state": "Outlook", "reached": "reached", "on-course": "on course",
        "first-warning": "warning", "will-miss": "will miss", "missed": "missed", "unknown": "－", "none": "",
        "no-actual": "no result of the plan", "no-target": "no target", "no-target-year": "no target year", "no-aim": "no aim",
        "no-start": "no start", "total-not-running": "running total?", "not-numeric": "not numeric", "too-large": "too large",
        "early": " (early)", "jump": " (jump)", "stale": " ({} years old)",
        "health": "{indicators} indicators: {never_measured} never measured, {stale} stale, {no_owner} without owner, "
                  "{judged} against a due target ({reached} reached)",
        "cycle": "PDCA cycle", "year": "FY", "plan": "Plan targets", "do": "Do results", "check": "Check ratings",
        "act": "Act decisions", "held": "Verified", "assembly": "Assembly", "published": "Published", "done": "done",
        "partly": "partly", "not-recorded": "not recorded", "calendar": "Yearly calendar (verification of FY{year})",
        "step": "Step", "who": "Whose", "when": "Usual time", "progress": "State", "overdue": "past its time", "current": "now",
        "ahead": "ahead", "open": "Open matters ({})", "nothing_open": "Nothing is open.",
        "low-rating-undecided": "low rating without a decision", "decision-not-followed-up": "decision not followed up",
        "opinion-unanswered": "expert opinion without answer", "difference-unexplained": "rating differs without a reason",
        "subject": "Subject", "rating": "Rating", "decision": "Decision", "matter": "Matter",
        "decisions": "Ratings and decisions", "computed": "Computed", "proposed": "Proposed", "decided": "Decided", "by": "By",
        "follow": "Follow-up", "continue-as-is": "continue", "expand": "expand", "improve": "improve", "shrink": "shrink",
        "stop": "stop", "complete": "complete", "none-needed": "－", "not-stated": "not stated", "planned": "planned",
        "findings": "Findings", "error": "error", "warning": "warning", "advice": "advice",
    },
}
#: Codes that the table of ratings shows already.
_IN_TABLES = ("evaluate.rating.low", "evaluate.actual.missing")
_KINDS = {"reached": "good", "on-course": "good", "first-warning": "advice", "will-miss": "warning", "missed": "warning"}
_STEP_KINDS = {"done": "good", "partly": "advice", "overdue": "warning"}


def show(verification, language, screen):
    """Everything that stands beside the ratings of one year."""
    texts = _TEXTS[language]
    _outlook(verification["outlook"], texts, screen)
    _years(verification["cycle"], texts, screen)
    _calendar(verification["cycle"], texts, language, screen)
    _decisions(verification["cycle"], texts, screen)
    _open(verification["cycle"], texts, screen)
    show_findings([entry for entry in verification["findings"] if entry["code"] not in _IN_TABLES], language, screen)


def show_findings(findings, language, screen):
    """Findings with their weight, wrapped to the screen."""
    texts = _TEXTS[language]
    if not findings:
        return
    screen.heading("{} ({})".format(texts["findings"], len(findings)))
    for entry in findings:
        text = "[{}] {}".format(texts[entry["severity"]], named(entry, language))
        for line in wrap(text, screen.columns - 4, "  "):
            screen.line("  " + screen.colour(line, entry["severity"]))


def _figure(figure):
    return "－" if not figure else number(figure.get("value", figure["exact"]))


def _outlook(outlook, texts, screen):
    screen.heading(texts["outlook"].format(year=outlook["fiscal_year"]))
    rows, kinds = [], []
    for entry in outlook["kpis"]:
        results = [point for point in entry.get("history", []) if not point["baseline"]]
        newest = "{} ({})".format(number(results[-1]["value"]), results[-1]["year"]) if results else "－"
        trend = entry.get("trend")
        expected = _figure(trend["at_last_year"]) if trend else "－"
        if trend and "low" in trend:
            expected += "（{} – {}）".format(number(trend["low"]), number(trend["high"]))
        state = texts[entry["state"]] if entry["state"] != "unknown" else texts[entry["gap"]] or texts["unknown"]
        state += (texts["early"] if entry["too_early"] else "") + (texts["jump"] if entry.get("jumps") else "")
        state += texts["stale"].format(entry["stale_years"]) if "stale_years" in entry else ""
        rows.append((entry["name"], entry.get("unit", ""), newest, number(entry.get("target_level")),
                     str(entry.get("last_year", "－")), _figure(entry.get("pace")), _figure(entry.get("needed_pace")),
                     _figure(entry.get("straight_line")), expected, state))
        kinds.append(_KINDS.get(entry["state"]))
    titles = [texts[key] for key in ("indicator", "unit", "newest", "target", "last", "pace", "needed", "line", "trend", "state")]
    screen.table(titles, rows, right={2, 3, 5, 6, 7}, limits={0: 34, 1: 6}, kinds=kinds)
    screen.line()
    screen.line("  " + texts["health"].format(**outlook["health"]))


def _years(cycle, texts, screen):
    screen.heading(texts["cycle"])
    phases = ("plan", "do", "check", "act")
    rows = []
    for year in cycle["years"]:
        state = {phase["phase"]: phase for phase in year["phases"]}
        row = [str(year["fiscal_year"])]
        row += ["{} {}/{}".format(texts[state[name]["state"]], state[name]["count"], state[name]["total"]) for name in phases]
        rows.append(row + [year.get(name, "－") for name in ("held_on", "reported_to_assembly_on", "published_on")])
    if rows:
        screen.table([texts["year"]] + [texts[name] for name in phases] + [texts[name] for name in ("held", "assembly", "published")],
                     rows)


def _calendar(cycle, texts, language, screen):
    if not cycle["calendar"]:
        return
    screen.heading(texts["calendar"].format(year=cycle["fiscal_year"]))
    rows, kinds = [], []
    for step in cycle["calendar"]:
        when = "{} – {}".format(step["from"][:7], step["to"][:7])
        rows.append((step[language], step.get("who_" + language, ""), when, texts[step["state"]], step.get("done_on", "")))
        kinds.append(_STEP_KINDS.get(step["state"]))
    screen.table([texts[key] for key in ("step", "who", "when", "progress")] + [""], rows, kinds=kinds)


def _decisions(cycle, texts, screen):
    records = [entry for entry in cycle["decisions"] if entry.get("rating") or entry.get("proposed") or entry.get("decision")]
    if not records:
        return
    screen.heading(texts["decisions"])
    rows = [(str(entry.get("fiscal_year", "－")), entry["name"], entry.get("computed", "－"), entry.get("proposed", "－"),
             entry.get("rating", "－"), entry.get("decided_by", "－"), texts.get(entry.get("decision"), "－"),
             texts[entry["follow_up"]]) for entry in records]
    screen.table([texts[key] for key in ("year", "subject", "computed", "proposed", "decided", "by", "decision", "follow")], rows,
                 limits={1: 40})


def _open(cycle, texts, screen):
    screen.heading(texts["open"].format(len(cycle["open"])))
    if not cycle["open"]:
        screen.line("  " + texts["nothing_open"])
        return
    rows = [(str(entry.get("fiscal_year", "－")), entry["name"], entry.get("rating", "－"),
             texts.get(entry.get("decision"), "－"), texts[entry["reason"]]) for entry in cycle["open"]]
    screen.table([texts[key] for key in ("year", "subject", "rating", "decision", "matter")], rows, limits={1: 50},
                 kinds=["warning"] * len(rows))

"""review FILE: everything at once. review DIR: a table with one line for each document."""
import datetime
import json
from pathlib import Path

from .. import Strategy
from ..display import Screen, named, wrap
from . import review_many
from .progress import jobs
from .rollup import show_rollup

_TEXTS = {
    "ja": {
        "as_of": "基準日", "period": "計画期間", "framework": "国の総合戦略", "contents": "内容",
        "counts": "基本目標 {goals}・数値目標 {numeric_targets}・施策 {measures}・KPI {kpis}・事業 {projects}・"
                  "アイデアシート {idea_sheets}・地域再生計画 {regional_plans}",
        "first": "まず決めること", "nothing": "急いで決めることはありません。", "more": "（ほか {} 件）",
        "findings": "指摘", "unknown": "不明", "error": "誤り", "warning": "注意", "advice": "助言",
        "evaluation": "効果検証 {year}年度まで（基準: {scheme}）", "indicator": "指標", "baseline": "基準値",
        "bases": {"level": "{}", "change-rate": "増減 {}%", "increment": "増加分 {}", "total": "累計 {}"},
        "target": "目標値", "actual": "実績値", "when": "時点", "rate": "率", "rating": "評定",
        "checks": "KPIの点検（S 具体的・M 測れる・A 達成可能・R 成果・T 期限）", "stage": "区分",
        "outcome": "アウトカム", "output": "アウトプット", "input": "インプット",
        "support": "財政支援（{year}年度）", "programme": "制度", "verdict": "判定", "successor": "後継制度", "for": "事業",
        "eligible": "活用できる", "ineligible": "対象外", "conditional": "条件しだい（{} 件）", "not-in-force": "新規申請は終了",
        "schedule": "策定手順", "kept": "守られている", "broken": "逆になっている", "open": "日程次第・不明",
        "order_line": "{text}（{earlier} まで → {later} から）",
    },
    "en": {
        "as_of": "As of", "period": "Period", "framework": "National strategy", "contents": "Contents",
        "counts": "{goals} goals, {numeric_targets} numeric targets, {measures} measures, {kpis} KPIs, "
                  "{projects} projects, {idea_sheets} idea sheets, {regional_plans} regional plans",
        "first": "What to decide first", "nothing": "Nothing is urgent.", "more": " (and {} more)",
        "findings": "Findings", "unknown": "unknown", "error": "error", "warning": "warning", "advice": "advice",
        "evaluation": "Verification up to FY{year} (scheme: {scheme})", "indicator": "Indicator", "baseline": "Baseline",
        "bases": {"level": "{}", "change-rate": "change {}%", "increment": "by {}", "total": "total {}"},
        "target": "Target", "actual": "Actual", "when": "Of", "rate": "Rate", "rating": "Rating",
        "checks": "KPI checks (S specific, M measurable, A achievable, R relevant, T time-bounded)", "stage": "Stage",
        "outcome": "outcome", "output": "output", "input": "input",
        "support": "Support (FY{year})", "programme": "Programme", "verdict": "Verdict", "successor": "Successor", "for": "Project",
        "eligible": "eligible", "ineligible": "not eligible", "conditional": "depends on {} points", "not-in-force": "closed",
        "schedule": "Drafting schedule", "kept": "kept", "broken": "broken", "open": "open",
        "order_line": "{text} (until {earlier} → from {later})",
    },
}
_LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bounded")
_MARKS = {"pass": "○", "fail": "×", "unknown": "－"}


def add_to(commands):
    parser = commands.add_parser("review", help="戦略をまるごと点検する / review a whole strategy", epilog="""例 / examples:
  python3 -m senryaku review strategy.json --as-of 2026-06-01
  python3 -m senryaku review strategies/ --jobs 4 --csv summary.csv
  python3 -m senryaku review strategy.json --json | python3 -m json.tool""")
    parser.add_argument("file", help="戦略の文書（JSON）、またはそのフォルダー / strategy document, or a folder of them")
    parser.add_argument("--as-of", default=None, metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")
    parser.add_argument("--scheme", default=None, metavar="ID", help="評定基準 / rating scheme")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print the review as JSON")
    parser.add_argument("--jobs", type=jobs, default=1, metavar="N", help="フォルダー: 同時に点検する数 / of a folder: how many at once")
    parser.add_argument("--csv", metavar="FILE", help="フォルダー: 一覧表をCSVに書く / of a folder: write the table as CSV")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    if Path(given.file).is_dir():
        return review_many.run(given)
    as_of = given.as_of or datetime.date.today().isoformat()
    with Strategy.from_file(given.file) as strategy:
        review = strategy.review(as_of, scheme=given.scheme)
    if given.json:
        print(json.dumps(review, ensure_ascii=False, indent=2))
    else:
        show(review, given.lang, Screen())
    return 0


def number(value):
    """A figure for a table: thousands separators; － for unknown. Decimals stay as they were written."""
    if value is None or value == "":
        return "－"
    text = str(value)
    sign, whole = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = whole.partition(".")
    return sign + "{:,}".format(int(whole)) + point + rest if whole.isdigit() else text


def target(entry, language, figure="target"):
    """The target of an evaluated indicator: a figure, and what it says where that is no level."""
    if entry[figure] in (None, ""):
        return number(None)
    return _TEXTS[language]["bases"][entry.get("target_basis") or "level"].format(number(entry[figure]))


def show(review, language, screen):
    texts = _TEXTS[language]
    summary = review["strategy"]
    title = "{}{} {}".format(summary.get("prefecture", ""), summary["municipality"], summary["name"])
    screen.line(screen.colour(title, "heading"))
    _headlines(review, texts, language, screen)
    _summary(review, texts, screen)
    for part in (_evaluation, _checks, _support, _schedule):
        part(review, texts, language, screen)
    _findings(review, texts, language, screen)


def _headlines(review, texts, language, screen):
    screen.heading(texts["first"])
    if not review["headlines"]:
        screen.line("  " + texts["nothing"])
    for position, entry in enumerate(review["headlines"], 1):
        more = texts["more"].format(entry["count"] - 1) if entry["count"] > 1 else ""
        screen.line(screen.colour("  {}. {}{}".format(position, named(entry, language), more), entry["severity"]))


def _summary(review, texts, screen):
    summary = review["strategy"]
    screen.line()
    days = "{} – {}".format(summary.get("first_day", texts["unknown"]), summary.get("last_day", texts["unknown"]))
    rows = [(texts["as_of"], review["as_of"]), (texts["period"], days),
            (texts["framework"], summary.get("framework_name") or summary.get("framework") or texts["unknown"]),
            (texts["contents"], texts["counts"].format(**summary))]
    screen.table(None, rows, limits={1: 120})


def _evaluation(review, texts, language, screen):
    evaluation = review.get("evaluation")
    if not evaluation:
        return
    screen.heading(texts["evaluation"].format(year=evaluation["fiscal_year"], scheme=evaluation["scheme_name"]))
    rows, kinds = [], []
    for entry in evaluation["kpis"]:
        rows.append((entry["name"], entry.get("unit", ""), number(entry["baseline"]), target(entry, language),
                     number(entry["actual"]), entry.get("actual_period", ""), entry.get("rate", "－"),
                     entry.get("rating", "－")))
        kinds.append(None if not entry.get("rating") else ("good" if entry["good"] else "warning"))
    titles = [texts[key] for key in ("indicator", "baseline", "target", "actual", "when", "rate", "rating")]
    screen.table(titles[:1] + [""] + titles[1:], rows, right={2, 3, 4, 6}, limits={0: 40, 1: 8}, kinds=kinds)
    show_rollup(evaluation, language, screen, without=("measure",))


def _checks(review, texts, language, screen):
    if not review["checks"]:
        return
    screen.heading(texts["checks"])
    rows, kinds = [], []
    for entry in review["checks"]:
        stage = texts.get(entry["stage"].get("stage"), texts["unknown"])
        rows.append([entry["name"], stage] + [_MARKS[entry[letter]] for letter in _LETTERS])
        kinds.append("warning" if "fail" in [entry[letter] for letter in _LETTERS] else None)
    screen.table([texts["indicator"], texts["stage"], "S", "M", "A", "R", "T"], rows, limits={0: 50}, kinds=kinds)


def _support(review, texts, language, screen):
    if not review["support"]:
        return
    screen.heading(texts["support"].format(year=review["fiscal_year"]))
    rows, kinds = [], []
    for entry in review["support"]:
        rows.append((entry["name_" + language], texts[entry["verdict"]].format(entry["conditions"]),
                     "、".join(entry.get("successor_names_" + language, [])) or "－", entry.get("project_name", "－")))
        kinds.append({"not-in-force": "warning", "ineligible": "warning", "eligible": "good"}.get(entry["verdict"]))
    screen.table([texts["programme"], texts["verdict"], texts["successor"], texts["for"]], rows,
                 limits={0: 60, 2: 60, 3: 30}, kinds=kinds)


def _schedule(review, texts, language, screen):
    order = review["schedule"]["order"]
    if not order:
        return
    screen.heading(texts["schedule"])
    for entry in order:
        state = {"kept": "kept", "broken": "broken"}.get(entry["state"], "open")
        text = texts["order_line"].format(text=entry[language], earlier=entry.get("earlier_ends", texts["unknown"]),
                                          later=entry.get("later_begins", texts["unknown"]))
        kind = {"kept": "good", "broken": "warning"}.get(state, "quiet")
        screen.line("  " + screen.colour("[{}] {}".format(texts[state], text), kind))


def _findings(review, texts, language, screen):
    screen.heading("{} ({})".format(texts["findings"], len(review["findings"])))
    for entry in review["findings"]:
        head = "  [{}] ".format(texts[entry["severity"]])
        lines = wrap(head + named(entry, language), screen.columns - 2, " " * 4)
        screen.line(screen.colour(lines[0], entry["severity"]))
        for line in lines[1:]:
            screen.line(line)
        place = ":{}:{}".format(entry["line"], entry["column"]) if entry.get("line") else ""
        screen.line("    " + screen.colour("{} {}{}".format(entry["code"], entry["pointer"], place), "quiet"))

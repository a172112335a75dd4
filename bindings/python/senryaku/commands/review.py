"""review FILE: everything at once."""
import datetime
import json

from .. import Strategy
from ..display import Screen, wrap

_TEXTS = {
    "ja": {
        "as_of": "基準日", "period": "計画期間", "framework": "国の総合戦略", "contents": "内容",
        "counts": "基本目標 {goals}・数値目標 {numeric_targets}・施策 {measures}・KPI {kpis}・事業 {projects}・"
                  "アイデアシート {idea_sheets}・地域再生計画 {regional_plans}",
        "first": "まず決めること", "nothing": "急いで決めることはありません。", "more": "（ほか {} 件）",
        "findings": "指摘", "unknown": "不明", "error": "誤り", "warning": "注意", "advice": "助言",
    },
    "en": {
        "as_of": "As of", "period": "Period", "framework": "National strategy", "contents": "Contents",
        "counts": "{goals} goals, {numeric_targets} numeric targets, {measures} measures, {kpis} KPIs, "
                  "{projects} projects, {idea_sheets} idea sheets, {regional_plans} regional plans",
        "first": "What to decide first", "nothing": "Nothing is urgent.", "more": " (and {} more)",
        "findings": "Findings", "unknown": "unknown", "error": "error", "warning": "warning", "advice": "advice",
    },
}


def add_to(commands):
    parser = commands.add_parser("review", help="戦略をまるごと点検する / review a whole strategy",
                                 epilog="例 / example: python3 -m senryaku review strategy.json --as-of 2026-06-01")
    parser.add_argument("file", help="戦略の文書（JSON） / strategy document")
    parser.add_argument("--as-of", default=None, metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print the review as JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    as_of = given.as_of or datetime.date.today().isoformat()
    with Strategy.from_file(given.file) as strategy:
        review = strategy.review(as_of)
    if given.json:
        print(json.dumps(review, ensure_ascii=False, indent=2))
    else:
        show(review, given.lang, Screen())
    return 0


def show(review, language, screen):
    texts = _TEXTS[language]
    summary = review["strategy"]
    screen.line(screen.colour("{}{} {}".format(summary.get("prefecture", ""), summary["municipality"], summary["name"]), "heading"))
    _headlines(review, texts, language, screen)
    _summary(review, texts, screen)
    _findings(review, texts, language, screen)


def _headlines(review, texts, language, screen):
    screen.heading(texts["first"])
    if not review["headlines"]:
        screen.line("  " + texts["nothing"])
    for number, entry in enumerate(review["headlines"], 1):
        name = "「{}」".format(entry["element_name"]) if entry.get("element_name") else ""
        more = texts["more"].format(entry["count"] - 1) if entry["count"] > 1 else ""
        screen.line(screen.colour("  {}. {}{}{}".format(number, name, entry[language], more), entry["severity"]))


def _summary(review, texts, screen):
    summary = review["strategy"]
    screen.line()
    rows = [(texts["as_of"], review["as_of"]),
            (texts["period"], "{} – {}".format(summary.get("first_day", texts["unknown"]), summary.get("last_day", texts["unknown"]))),
            (texts["framework"], summary.get("framework_name") or summary.get("framework") or texts["unknown"]),
            (texts["contents"], texts["counts"].format(**summary))]
    screen.table(["", ""], rows, limits={1: 120})


def _findings(review, texts, language, screen):
    screen.heading("{} ({})".format(texts["findings"], len(review["findings"])))
    for entry in review["findings"]:
        name = "「{}」".format(entry["element_name"]) if entry.get("element_name") else ""
        head = "  [{}] ".format(texts[entry["severity"]])
        lines = wrap(head + name + entry[language], screen.columns - 2, " " * 4)
        screen.line(screen.colour(lines[0], entry["severity"]))
        for line in lines[1:]:
            screen.line(line)
        place = ":{}:{}".format(entry["line"], entry["column"]) if entry.get("line") else ""
        screen.line("    " + screen.colour("{} {}{}".format(entry["code"], entry["pointer"], place), "quiet"))

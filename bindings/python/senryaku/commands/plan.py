"""plan FILE: the regional revitalisation plan (地域再生計画) as a digest of the strategy, and what has to be asked."""
import json

from .. import Strategy
from ..display import Screen, wrap

_TEXTS = {
    "ja": {"kpi": ("", "KPI", "現状値", "目標値", "年度", "基本目標"), "increments": "増加分", "total": "累計", "asked": "確認・記入が要ること",
           "findings": "戦略と合わないところ", "agrees": "戦略と計画の食い違いは見つかりませんでした。", "unknown": "未定"},
    "en": {"kpi": ("", "KPI", "Baseline", "Target", "Year", "Goal"), "increments": "increments", "total": "total",
           "asked": "To be asked", "findings": "What does not agree", "agrees": "Strategy and plan agree.", "unknown": "open"},
}


def add_to(commands):
    parser = commands.add_parser("plan", help="地域再生計画を導く / derive the regional revitalisation plan",
                                 epilog="例 / example: python3 -m senryaku plan strategy.json --style grant")
    parser.add_argument("file", help="戦略の文書 / strategy document")
    parser.add_argument("--style", choices=("donation", "grant"), default="donation",
                        help="寄附活用型・推進交付金型 / style of the form")
    parser.add_argument("--name", help="計画の名称 / name of the plan")
    parser.add_argument("--donation", type=int, metavar="YEN", help="寄附の金額の目安 / expected donations")
    parser.add_argument("--month", help="効果検証の月（例: 8月） / month of the yearly verification")
    parser.add_argument("--kpi", action="append", metavar="ID", help="載せるKPI（繰り返し可） / KPIs to show")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    options = {"style": given.style}
    for name, value in (("name", given.name), ("donation_estimate_yen", given.donation), ("evaluation_month", given.month),
                        ("kpis", given.kpi)):
        if value:
            options[name] = value
    with Strategy.from_file(given.file) as strategy:
        plan = strategy.plan(**options)
    if given.json:
        print(json.dumps(plan, ensure_ascii=False, indent=2))
        return 0
    show(plan, given.lang, Screen())
    return 0


def show(plan, language, screen):
    texts = _TEXTS[language]
    for section in plan["sections"]:
        title = "{} {}".format(section["number"], section.get("title", "")).strip()
        screen.line(screen.colour(title, "heading"))
        for text in section.get("lines", []):
            for line in wrap(text, 92):
                screen.line("    " + line)
        if section.get("title") == "【数値目標】":
            _kpis(plan, texts, screen)
    _list(texts["asked"], plan.get("asked", []), language, screen)
    _list(texts["findings"], plan.get("findings", []), language, screen)
    if not plan.get("findings"):
        screen.line(texts["agrees"])


def _kpis(plan, texts, screen):
    unknown = texts["unknown"]
    rows = [(row["label"], row["name"], _value(row, "baseline", unknown), _value(row, "target", unknown),
             row.get("target_year", unknown), row.get("goal_name", "")) for row in plan.get("kpis", [])]
    if rows:
        screen.table(texts["kpi"], [[str(cell) for cell in row] for row in rows], right={2, 3, 4})
    for row in plan.get("kpis", []):
        if row.get("increments"):
            yearly = "、".join("{}: {}".format(entry["year"], _signed(entry.get("value"), unknown)) for entry in row["increments"])
            screen.line("    {} {}: {} / {}: {}".format(row["name"], texts["increments"], yearly, texts["total"],
                                                        _signed(row.get("increments_total"), unknown)))


def _value(row, name, unknown):
    return unknown if row.get(name) is None else "{}{}".format(row[name], row.get("unit", ""))


def _signed(value, unknown):
    return unknown if value is None else "{:+}".format(value)


def _list(title, findings, language, screen):
    if not findings:
        return
    screen.heading(title)
    for finding in findings:
        for line in wrap("・" + finding[language], 92, "  "):
            screen.line("  " + screen.colour(line, finding["severity"]))

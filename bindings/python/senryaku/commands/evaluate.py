"""evaluate FILE: the yearly verification, by one or more rating schemes."""
import datetime
import json
from pathlib import Path

from .. import Rules, Strategy
from ..display import Screen
from . import _cycle
from .review import number, target
from .rollup import show_rollup

_TEXTS = {
    "ja": {"title": "効果検証 {year}年度", "indicator": "指標", "unit": "単位", "baseline": "基準値", "target": "目標値",
           "actual": "実績値", "when": "時点", "rate": "率", "rating": "評定", "rule": "計算",
           "rollup": "まとめ", "decisions": "今後の方向の区分: {}"},
    "en": {"title": "Verification of FY{year}", "indicator": "Indicator", "unit": "Unit", "baseline": "Baseline",
           "target": "Target", "actual": "Actual", "when": "Of", "rate": "Rate", "rating": "Rating", "rule": "Computed as",
           "rollup": "Roll-up", "decisions": "Categories of what to do next: {}"},
}


def add_to(commands):
    parser = commands.add_parser("evaluate", help="効果検証をする / the yearly verification",
                                 epilog="例 / example: python3 -m senryaku evaluate strategy.json --fy 2018 --scheme kakogawa-2015 --scheme hyogo-strategy-2023")
    parser.add_argument("file", help="戦略の文書（JSON） / strategy document")
    parser.add_argument("--fy", type=int, required=True, metavar="YEAR", help="検証する年度 / fiscal year that is verified")
    parser.add_argument("--scheme", action="append", default=[], metavar="ID|FILE",
                        help="評定基準（組込みの id、または規則の文書）。何度でも / rating scheme: id or rule document; repeatable")
    parser.add_argument("--as-of", default=None, metavar="YYYY-MM-DD",
                        help="年間の日程を見る日。省略時は今日 / the day to look from at the yearly calendar; default: today")
    parser.add_argument("--rules", action="store_true", help="計算式も表示 / show how each rate was computed")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def _schemes(names):
    """Ids of the schemes, and the rules that hold those that came from files."""
    ids, rules = [], None
    for name in names:
        if Path(name).is_file():
            document = json.loads(Path(name).read_text(encoding="utf-8-sig"))
            rules = Rules(document, rules)
            ids += [scheme["id"] for scheme in document.get("schemes", [])]
        else:
            ids.append(name)
    return ids, rules


def run(given):
    ids, rules = _schemes(given.scheme)
    with Strategy.from_file(given.file) as strategy:
        as_of = given.as_of or datetime.date.today().isoformat()
        verification = strategy.verification(given.fy, ids, rules, as_of)
    if given.json:
        print(json.dumps(verification, ensure_ascii=False, indent=2))
        return 0
    screen = Screen()
    show(verification["evaluations"], given.lang, screen, given.rules)
    _cycle.show(verification, given.lang, screen)
    return 0


def show(evaluations, language, screen, with_rules):
    """One row for each indicator; a rate and a rating for each scheme, side by side."""
    texts = _TEXTS[language]
    screen.line(screen.colour(texts["title"].format(year=evaluations[0]["fiscal_year"]), "heading"))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    several = len(evaluations) > 1
    for letter, evaluation in zip(letters, evaluations):
        screen.line("  {}{}".format(letter + ": " if several else "", evaluation["scheme_name"]))
    titles = [texts[key] for key in ("indicator", "unit", "baseline", "target", "actual", "when")]
    for letter, _ in zip(letters, evaluations):
        mark = " " + letter if several else ""
        titles += [texts["rate"] + mark, texts["rating"] + mark]
    rows, kinds = [], []
    for parts in zip(*(evaluation["kpis"] for evaluation in evaluations)):
        first = parts[0]
        row = [first["name"], first.get("unit", ""), number(first["baseline"]), target(first, language), number(first["actual"]),
               first.get("actual_period", "")]
        for part in parts:
            row += [part.get("rate", "－"), part.get("rating", "－")]
        rows.append(row)
        rated = [part for part in parts if part.get("rating") and part["gap"] == "none"]
        kinds.append(None if not rated else ("good" if all(part["good"] for part in rated) else "warning"))
    right = {2, 3, 4} | {6 + 2 * i for i in range(len(evaluations))}
    screen.table(titles, rows, right=right, limits={0: 40, 1: 8}, kinds=kinds)
    for letter, evaluation in zip(letters, evaluations):
        screen.heading("{} {}".format(texts["rollup"], (letter + ": " if several else "") + evaluation["scheme_name"]))
        show_rollup(evaluation, language, screen)
        if evaluation.get("decisions"):
            screen.line("  " + texts["decisions"].format("・".join(evaluation["decisions"])))
    if with_rules:
        for letter, evaluation in zip(letters, evaluations):
            screen.heading("{} {}".format(texts["rule"], evaluation["scheme_name"]))
            for entry in evaluation["kpis"]:
                screen.line("  {}: {}".format(entry["name"], entry.get("rule") or entry["gap"]))

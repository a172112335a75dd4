"""evaluate FILE: the yearly verification, by one or more rating schemes."""
import json
from pathlib import Path

from .. import Rules, Strategy
from ..display import Screen
from .review import number

_TEXTS = {
    "ja": {"title": "効果検証 {year}年度", "indicator": "指標", "unit": "単位", "baseline": "基準値", "target": "目標値",
           "actual": "実績値", "when": "時点", "rate": "率", "rating": "評定", "rule": "計算",
           "rollup": "まとめ", "level": "段階", "name": "名称", "rated": "評定", "counts": "内訳", "figure": "数値",
           "overall": "総合", "decided": "決定", "measure": "施策", "numeric-targets": "数値目標", "goal": "基本目標",
           "plan": "地域再生計画", "strategy": "戦略全体", "findings": "数値の読み方で注意すること",
           "decisions": "今後の方向の区分: {}"},
    "en": {"title": "Verification of FY{year}", "indicator": "Indicator", "unit": "Unit", "baseline": "Baseline",
           "target": "Target", "actual": "Actual", "when": "Of", "rate": "Rate", "rating": "Rating", "rule": "Computed as",
           "rollup": "Roll-up", "level": "Level", "name": "Name", "rated": "Rated", "counts": "Classes", "figure": "Figure",
           "overall": "Overall", "decided": "Decided", "measure": "Measure", "numeric-targets": "Numeric targets",
           "goal": "Goal", "plan": "Regional plan", "strategy": "Strategy", "findings": "Figures to read with care",
           "decisions": "Categories of what to do next: {}"},
}


def add_to(commands):
    parser = commands.add_parser("evaluate", help="効果検証をする / the yearly verification",
                                 epilog="例 / example: python3 -m senryaku evaluate strategy.json --fy 2018 --scheme kakogawa-2015 --scheme hyogo-strategy-2023")
    parser.add_argument("file", help="戦略の文書（JSON） / strategy document")
    parser.add_argument("--fy", type=int, required=True, metavar="YEAR", help="検証する年度 / fiscal year that is verified")
    parser.add_argument("--scheme", action="append", default=[], metavar="ID|FILE",
                        help="評定基準（組込みの id、または規則の文書）。何度でも / rating scheme: id or rule document; repeatable")
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
        with strategy.evaluation(given.fy, ids, rules) as result:
            found = result.data
    if given.json:
        print(json.dumps(found["evaluations"], ensure_ascii=False, indent=2))
    else:
        screen = Screen()
        show(found["evaluations"], _TEXTS[given.lang], screen, given.rules)
        show_findings(found.get("findings", []), _TEXTS[given.lang], given.lang, screen)
    return 0


def show(evaluations, texts, screen, with_rules):
    """One row for each indicator; a rate and a rating for each scheme, side by side."""
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
        row = [first["name"], first.get("unit", ""), number(first["baseline"]), number(first["target"]), number(first["actual"]),
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
        rollup(evaluation, texts, screen)
        if evaluation.get("decisions"):
            screen.line("  " + texts["decisions"].format("・".join(evaluation["decisions"])))
    if with_rules:
        for letter, evaluation in zip(letters, evaluations):
            screen.heading("{} {}".format(texts["rule"], evaluation["scheme_name"]))
            for entry in evaluation["kpis"]:
                screen.line("  {}: {}".format(entry["name"], entry.get("rule") or entry["gap"]))


def rollup(evaluation, texts, screen):
    """Measures, numeric targets, goals and the whole: how many are rated, in which classes, and what follows."""
    rows, kinds = [], []
    for group in evaluation["groups"]:
        counts = "・".join("{} {}{}".format(count["symbol"] or "－", count["count"],
                                           "（{}）".format(count["share"]) if count.get("share") else "")
                          for count in group["counts"])
        rows.append([texts[group["level"]], group["name"], "{}/{}".format(group["rated"], group["total"]), counts,
                     group.get("figure", ""), group.get("rating", ""), group.get("decided", {}).get("rating", "")])
        kinds.append({"strategy": "heading", "goal": "heading"}.get(group["level"]))
    titles = [texts[key] for key in ("level", "name", "rated", "counts", "figure", "overall", "decided")]
    shown = [i for i in range(len(titles)) if i < 4 or any(row[i] for row in rows)]
    screen.table([titles[i] for i in shown], [[row[i] for i in shown] for row in rows], right={2, 4}, limits={1: 40, 3: 60}, kinds=kinds)


def show_findings(findings, texts, language, screen):
    """What the figures hide; low ratings and missing values stand in the table already."""
    told = [f for f in findings if f["code"] not in ("evaluate.rating.low", "evaluate.actual.missing")]
    if not told:
        return
    screen.heading(texts["findings"])
    for entry in told:
        screen.line("  {} {}".format(screen.colour("・", entry["severity"]), entry[language]))

"""towns DIR: the same indicators of several towns side by side, by name, unit and field.

Figures in different scales of a unit (千人 and 人, 百万円 and 千円) stand in one scale; what each town wrote is shown beside.
"""
import csv
import re
from collections import Counter
from decimal import Decimal
from functools import partial

from .. import SenryakuError, Strategy
from ..display import Screen
from ..office.cells import csv_number, csv_text, dumps, loads
from ..office.entries import indicators
from ..office.printed import folded, scale_of
from .progress import jobs, spread
from .review import number, target
from .review_many import documents_in, request_of

_EXAMPLES = """例 / examples:
  python3 -m senryaku towns strategies/
  python3 -m senryaku towns strategies/ --name 出生数 --unit 人            千人・万人の指標も人にそろえる / also those in thousands
  python3 -m senryaku towns strategies/ --field flow --csv towns.csv

分野 / fields: work（しごと）, flow（人の流れ）, family（結婚・出産・子育て）, place（地域）, cross, other、または施策の分野名"""
_TEXTS = {
    "ja": {"heads": ("団体", "指標", "分野", "基準値", "目標値", "実績値", "時点", "率", "評定"), "written": "もとの単位",
           "summary": ("指標", "単位", "団体", "目標値 最小", "最大", "評定あり"), "details": "団体ごとの表: --name 指標名、または --all（すべて）", "none": "同じ名前と単位の指標を持つ団体が2つ以上ありません。",
           "group": "{name}（{unit}） {count} 団体", "refused": "{file}: 読めないので除きました: {why}", "no_unit": "単位なし"},
    "en": {"heads": ("Town", "Indicator", "Field", "Baseline", "Target", "Actual", "Of", "Rate", "Rating"), "written": "Written in",
           "summary": ("Indicator", "Unit", "Towns", "Lowest target", "Highest", "Rated"), "details": "Town by town: --name WORDS, or --all", "none": "No indicator of the same name and unit in two towns.",
           "group": "{name} ({unit}), {count} towns", "refused": "{file}: left out, it cannot be read: {why}", "no_unit": "no unit"},
}
FIGURES = ("baseline", "target", "actual")
COLUMNS = ("town", "code", "file", "name", "unit", "field", "baseline", "target", "target_basis", "actual", "actual_period", "rate", "rating", "scheme")
_MOST_LINES = 60  # a longer table is summed up, unless an indicator is named
COMMON = ("common_unit",) + tuple("common_" + figure for figure in FIGURES)  # the figures in the unit of the group


def add_to(commands):
    parser = commands.add_parser("towns", help="団体どうしを比べる / compare towns", epilog=_EXAMPLES)
    parser.add_argument("folder", help="戦略の文書のフォルダー / folder of strategy documents")
    parser.add_argument("--name", help="指標名に含まれる語。名前が違っても並べる / words in the name; also lines up names that differ")
    parser.add_argument("--unit", help="単位 / unit")
    parser.add_argument("--field", help="分野 / field")
    parser.add_argument("--all", action="store_true", help="長くても団体ごとにすべて表示 / every town, however long the tables are")
    parser.add_argument("--scheme", metavar="ID", help="全団体に使う評定基準（省略時は各団体のもの） / one rating scheme for all towns (default: each town's own)")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")
    parser.add_argument("--jobs", type=jobs, default=1, metavar="N", help="同時に読む数 / how many at once")
    parser.add_argument("--csv", metavar="FILE", help="表をCSVに書く / write the table as CSV")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def lines_of(path, as_of, scheme=None):
    """One dict for each indicator of a document; [{"file", "problem_ja", "problem_en"}] when it cannot be read."""
    try:
        with Strategy.from_file(path) as strategy:
            document = loads(strategy.to_json())
            review = loads(strategy.review_json(as_of, scheme=scheme))
    except (SenryakuError, OSError, ValueError, MemoryError) as error:
        first = error.problems[0] if isinstance(error, SenryakuError) and error.problems else None
        return [{"file": str(path), "problem_ja": first.ja if first else str(error), "problem_en": first.en if first else str(error)}]
    fields = {kpi["id"]: ((measure or {}).get("field", ""), (goal or {}).get("type", "")) for kpi, measure, goal in indicators(document)}
    evaluation = review.get("evaluation") or {}
    town = document["municipality"]
    found = []
    for entry in evaluation.get("kpis", ()):
        field, goal = fields.get(entry["kpi"], ("", ""))
        found.append(dict({column: entry.get(column, "") for column in COLUMNS}, town=town["name"], code=town["code"], file=str(path),
                          field=field or goal, goal_type=goal, scheme=evaluation.get("scheme", "")))
    return found


def run(given):
    as_of = request_of(given)
    found = spread(partial(lines_of, as_of=as_of, scheme=given.scheme), documents_in(given.folder), given.jobs)
    lines = [line for part in found for line in part]
    refused = [line for line in lines if "problem_ja" in line]
    groups = grouped([line for line in lines if "problem_ja" not in line], given.name, given.unit, given.field)
    if given.csv:
        _save(groups, given.csv)
    if given.json:
        print(dumps({"groups": groups, "refused": refused}))
    else:
        brief = not (given.name or given.all) and sum(len(group["lines"]) for group in groups) > _MOST_LINES
        show(groups, refused, given.lang, Screen(), brief)
    return 1 if refused else 0


def key_of(name):
    """An indicator's name for comparing: in one width, without remarks in brackets."""
    return re.sub(r"[(\[【〔][^)\]】〕]*[)\]】〕]", "", folded(name)) or folded(name)


def grouped(lines, name=None, unit=None, field=None):
    """[{"name", "unit", "lines"}]: indicators of the same name and unit in two towns or more; with ``name`` all that hold it.

    The unit of a group is the scale that most of its lines are written in; each line has its figures in it as well (COMMON).
    """
    groups = {}
    for line in lines:
        base, _ = scale_of(line["unit"])
        if name and folded(name) not in folded(line["name"]) or unit and scale_of(unit)[0] != base:
            continue
        if field and field not in (line["field"], line["goal_type"]):
            continue
        groups.setdefault((folded(name) if name else key_of(line["name"]), base), []).append(line)
    return [_group(key[0], found) for key, found in sorted(groups.items()) if name or len({line["code"] for line in found}) > 1]


def _group(name, lines):
    units = Counter(folded(line["unit"]) for line in lines)
    unit = min(units, key=lambda one: (-units[one], scale_of(one)[1]))
    ordered = sorted(lines, key=lambda line: (line["code"], line["file"]))
    return {"name": name, "unit": unit, "lines": [dict(line, **_in_unit(line, unit)) for line in ordered]}


def _in_unit(line, unit):
    """The figures of a line in another scale of its unit, exact: 1.2 in 千人 is 1200 in 人. A change in per cent stays."""
    shift = scale_of(line["unit"])[1] - scale_of(unit)[1]
    common = {"common_unit": unit}
    for figure in FIGURES:
        value = line[figure]
        in_percent = figure == "target" and line["target_basis"] == "change-rate"
        if shift and value not in ("", None) and not in_percent:
            moved = Decimal(str(value)).scaleb(shift)
            value = int(moved) if moved == moved.to_integral_value() else moved
        common["common_" + figure] = value
    return common


def show(groups, refused, language, screen, brief=False):
    texts = _TEXTS[language]
    if brief:
        _summary(groups, texts, screen)
    for group in [] if brief else groups:
        count = len({line["code"] for line in group["lines"]})
        screen.heading(texts["group"].format(name=group["name"], unit=group["unit"] or texts["no_unit"], count=count))
        heads, scaled = texts["heads"], len({folded(line["unit"]) for line in group["lines"]}) > 1
        rows = [[line["town"], line["name"], line["field"], number(line["common_baseline"]), target(line, language, "common_target"),
                 number(line["common_actual"]), line["actual_period"], line["rate"] or "－", line["rating"] or "－"] for line in group["lines"]]
        if scaled:
            heads = heads[:3] + (texts["written"],) + heads[3:]
            for row, line in zip(rows, group["lines"]):
                row.insert(3, line["unit"])
        screen.table(heads, rows, right={3 + scaled, 4 + scaled, 5 + scaled, 7 + scaled}, limits={0: 16, 1: 40, 2: 16})
    if not groups:
        screen.line(texts["none"])
    for line in refused:
        screen.line(screen.colour(texts["refused"].format(file=line["file"], why=line["problem_" + language]), "error"))


def _summary(groups, texts, screen):
    """One line for each indicator; those that most towns have first."""
    rows = []
    for group in groups:
        codes = {line["code"] for line in group["lines"]}
        targets = [line["common_target"] for line in group["lines"]
                   if line["common_target"] not in ("", None) and not line["target_basis"]]
        rated = {line["code"] for line in group["lines"] if line["rating"]}
        rows.append((group["name"], group["unit"] or texts["no_unit"], len(codes), number(min(targets, default=None)),
                     number(max(targets, default=None)), len(rated)))
    screen.table(texts["summary"], sorted(rows, key=lambda row: -row[2]), right={2, 3, 4, 5}, limits={0: 60, 1: 12})
    screen.line()
    screen.line("  " + texts["details"])


def _save(groups, path):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS + COMMON)
        for group in groups:
            for line in group["lines"]:
                # The core's figures come as exact text; a minus before a digit is a figure, not a formula.
                writer.writerow([text if re.fullmatch(r"-?[\d.]+", text) else csv_text(text) for text in (csv_number(line[column]) for column in COLUMNS + COMMON)])

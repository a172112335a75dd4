"""towns DIR: the same indicators of several towns side by side, by name, unit and field."""
import csv
import datetime
import json
import re
from functools import partial

from .. import SenryakuError, Strategy
from ..display import Screen
from ..office.cells import csv_text, loads
from ..office.entries import indicators
from ..office.printed import folded
from .progress import spread
from .review import number
from .review_many import documents_in

_EXAMPLES = """例 / examples:
  python3 -m senryaku towns strategies/
  python3 -m senryaku towns strategies/ --name 出生数 --unit 人
  python3 -m senryaku towns strategies/ --field flow --csv towns.csv

分野 / fields: work（しごと）, flow（人の流れ）, family（結婚・出産・子育て）, place（地域）, cross, other、または施策の分野名"""
_TEXTS = {
    "ja": {"heads": ("団体", "指標", "分野", "基準値", "目標値", "実績値", "時点", "率", "評定"), "none": "同じ名前と単位の指標を持つ団体が2つ以上ありません。",
           "group": "{name}（{unit}） {count} 団体", "refused": "{file}: 読めないので除きました: {why}", "no_unit": "単位なし"},
    "en": {"heads": ("Town", "Indicator", "Field", "Baseline", "Target", "Actual", "Of", "Rate", "Rating"), "none": "No indicator of the same name and unit in two towns.",
           "group": "{name} ({unit}), {count} towns", "refused": "{file}: left out, it cannot be read: {why}", "no_unit": "no unit"},
}
COLUMNS = ("town", "code", "file", "name", "unit", "field", "baseline", "target", "actual", "actual_period", "rate", "rating", "scheme")


def add_to(commands):
    parser = commands.add_parser("towns", help="団体どうしを比べる / compare towns", epilog=_EXAMPLES)
    parser.add_argument("folder", help="戦略の文書のフォルダー / folder of strategy documents")
    parser.add_argument("--name", help="指標名に含まれる語。名前が違っても並べる / words in the name; also lines up names that differ")
    parser.add_argument("--unit", help="単位 / unit")
    parser.add_argument("--field", help="分野 / field")
    parser.add_argument("--scheme", metavar="ID", help="全団体に使う評定基準（省略時は各団体のもの） / one rating scheme for all towns (default: each town's own)")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="同時に読む数 / how many at once")
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
    as_of = given.as_of or datetime.date.today().isoformat()
    found = spread(partial(lines_of, as_of=as_of, scheme=given.scheme), documents_in(given.folder), given.jobs)
    lines = [line for part in found for line in part]
    refused = [line for line in lines if "problem_ja" in line]
    groups = grouped([line for line in lines if "problem_ja" not in line], given.name, given.unit, given.field)
    if given.csv:
        _save(groups, given.csv)
    if given.json:
        print(json.dumps({"groups": groups, "refused": refused}, ensure_ascii=False, indent=2))
    else:
        show(groups, refused, given.lang, Screen())
    return 1 if refused else 0


def key_of(name):
    """An indicator's name for comparing: in one width, without remarks in brackets."""
    return re.sub(r"[(\[【〔][^)\]】〕]*[)\]】〕]", "", folded(name)) or folded(name)


def grouped(lines, name=None, unit=None, field=None):
    """[{"name", "unit", "lines"}]: indicators of the same name and unit in two towns or more; with ``name`` all that hold it."""
    groups = {}
    for line in lines:
        if name and folded(name) not in folded(line["name"]) or unit and folded(unit) != folded(line["unit"]):
            continue
        if field and field not in (line["field"], line["goal_type"]):
            continue
        groups.setdefault((folded(name) if name else key_of(line["name"]), folded(line["unit"])), []).append(line)
    return [{"name": key[0], "unit": key[1], "lines": sorted(found, key=lambda line: (line["code"], line["file"]))}
            for key, found in sorted(groups.items()) if name or len({line["code"] for line in found}) > 1]


def show(groups, refused, language, screen):
    texts = _TEXTS[language]
    for group in groups:
        count = len({line["code"] for line in group["lines"]})
        screen.heading(texts["group"].format(name=group["name"], unit=group["unit"] or texts["no_unit"], count=count))
        rows = [(line["town"], line["name"], line["field"], number(line["baseline"]), number(line["target"]), number(line["actual"]),
                 line["actual_period"], line["rate"] or "－", line["rating"] or "－") for line in group["lines"]]
        screen.table(texts["heads"], rows, right={3, 4, 5, 7}, limits={0: 16, 1: 40, 2: 16})
    if not groups:
        screen.line(texts["none"])
    for line in refused:
        screen.line(screen.colour(texts["refused"].format(file=line["file"], why=line["problem_" + language]), "error"))


def _save(groups, path):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for group in groups:
            for line in group["lines"]:
                # The core's figures come as exact text; a minus before a digit is a figure, not a formula.
                writer.writerow([text if re.fullmatch(r"-?[\d.]+", text) else csv_text(text) for text in (str(line[column]) for column in COLUMNS)])

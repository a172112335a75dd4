"""table kpi | population: tables (CSV, for indicators also Excel) into the strategy."""
import json
from pathlib import Path

from . import repair_list
from .entry import add_merge_options, day_of, document_of, finish

_EXAMPLES = """例 / examples:
  python3 -m senryaku table kpi strategy.json kpi.csv -o new.json
  python3 -m senryaku table kpi strategy.json kpi.csv --columns map.json --new -o new.json
  python3 -m senryaku table kpi strategy.json kpi.xlsx -o new.json --repairs repairs.csv
  python3 -m senryaku table population strategy.json census.csv --source 国勢調査 -o new.json

列の対応 / column map: {"name": "指標名", "unit": "単位", "baseline": "現状値", "actual:2024": "R6実績", "target:2026": "R8目標"}"""


def add_to(commands):
    parser = commands.add_parser("table", help="CSV・Excelの表を取り込む / take over tables", epilog=_EXAMPLES)
    actions = parser.add_subparsers(dest="action", metavar="kpi|population", required=True)
    kpi = actions.add_parser("kpi", help="指標の表 / a table of indicators", epilog=_EXAMPLES)
    kpi.add_argument("--columns", metavar="FILE.json", help="列の対応。省略時は見出しから読む / column map; default: by the headings")
    kpi.add_argument("--new", action="store_true", help="戦略にない指標を加える / add indicators that the strategy does not have")
    population = actions.add_parser("population", help="e-Stat の人口の表 / a table of population", epilog=_EXAMPLES)
    population.add_argument("--source", default="", help="出典（例: 国勢調査） / source")
    population.add_argument("--unknown", choices=("apart", "distribute"), default="apart", help="年齢不詳を除く・按分する / persons of unknown age")
    population.add_argument("--year", type=int, help="表に年がないとき / year of a table that does not say it")
    for action, run in ((kpi, _kpi), (population, _population)):
        action.add_argument("file", help="戦略の文書 / strategy document")
        action.add_argument("table", help="CSV（UTF-8、BOM付き、cp932）。kpi は .xlsx も / CSV; for kpi also .xlsx")
        action.add_argument("-o", "--out", metavar="FILE", help="書き出す文書（省略時は標準出力） / document to write (default: standard output)")
        repair_list.add_options(action)
        action.set_defaults(run=run)
    add_merge_options(kpi)


def _kpi(given):
    from ..office import tables_in
    from ..office.entries import Merge
    document = document_of(given.file)
    columns = json.loads(Path(given.columns).read_text(encoding="utf-8-sig")) if given.columns else None
    entries, rows, repairs = tables_in.read_indicators(given.table, columns)
    if given.new:
        tables_in.add_new(document, rows)
    Merge(document, repairs, day_of(given), given.overwrite).add(entries)
    return finish(document, repairs, given)


def _population(given):
    from ..office import tables_in
    document = document_of(given.file)
    repairs = tables_in.add_population(document, given.table, given.source, given.unknown, given.year)
    return finish(document, repairs, given)

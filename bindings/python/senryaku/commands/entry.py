"""entry write | read: the workbooks in which the departments enter the year's results."""
import datetime

from .. import Strategy
from ..office import cells
from . import repair_list

_EXAMPLES = """例 / examples:
  python3 -m senryaku entry write strategy.json sheets/ --fy 2025
  python3 -m senryaku entry read strategy.json sheets/*.xlsx -o new.json --repairs repairs.csv
  python3 -m senryaku entry read strategy.json sheets/*.xlsx -o new.json --overwrite

openpyxl が必要です（apt install python3-openpyxl） / needs openpyxl"""


def add_to(commands):
    parser = commands.add_parser("entry", help="実績入力表を配る・集める / hand out and collect entry workbooks", epilog=_EXAMPLES)
    actions = parser.add_subparsers(dest="action", metavar="write|read", required=True)
    write = actions.add_parser("write", help="部署ごとの入力表を書く / write one workbook for each department", epilog=_EXAMPLES)
    write.add_argument("file", help="戦略の文書 / strategy document")
    write.add_argument("folder", help="書き出すフォルダー / folder to write to")
    write.add_argument("--fy", type=int, required=True, metavar="YEAR", help="実績を聞く年度 / fiscal year that is asked for")
    write.set_defaults(run=_write)
    read = actions.add_parser("read", help="記入された入力表を読む / read filled workbooks", epilog=_EXAMPLES)
    read.add_argument("file", help="戦略の文書 / strategy document")
    read.add_argument("books", nargs="+", metavar="FILE|DIR", help="記入された .xlsx / filled workbooks or folders")
    read.add_argument("-o", "--out", metavar="FILE", help="書き出す文書（省略時は標準出力） / document to write (default: standard output)")
    add_merge_options(read)
    repair_list.add_options(read)
    read.set_defaults(run=_read)


def add_merge_options(parser):
    parser.add_argument("--overwrite", action="store_true",
                        help="戦略と違う値を置き換える（記録に残る） / replace differing values of the strategy (listed)")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")


def document_of(path):
    """The document at ``path`` in canonical form, with exact decimals; refused as every other one."""
    with Strategy.from_file(path) as strategy:
        return cells.loads(strategy.to_json())


def finish(document, repairs, given):
    """Writes the merged document, after the core has read it, and shows the repairs."""
    with Strategy(cells.dumps(document)) as strategy:
        return repair_list.hand_out(strategy.to_json(), repairs, given)


def day_of(given):
    try:
        return datetime.date.fromisoformat(given.as_of) if given.as_of else datetime.date.today()
    except ValueError:
        raise ValueError("--as-of: {}: YYYY-MM-DD のように書いてください / write it as YYYY-MM-DD".format(given.as_of)) from None


def _write(given):
    from ..office import entry_workbook
    for path in entry_workbook.write_all(document_of(given.file), given.folder, given.fy):
        print(path)
    return 0


def _read(given):
    from ..office import entry_workbook
    from ..office.entries import Merge
    from ..office.idea_sheets import files_in
    from ..office.repairs import RepairList
    document, repairs = document_of(given.file), RepairList()
    entries = [entry for path, name in files_in(given.books, repairs) for entry in entry_workbook.read_file(path, repairs, name)]
    Merge(document, repairs, day_of(given), given.overwrite).add(entries)
    return finish(document, repairs, given)

"""ideas form | read: the idea sheets of the working group (アイデア抽出シート), out as a blank form and in as filled workbooks."""
import sys

from ..office import cells
from . import repair_list
from .entry import document_of, finish

_EXAMPLES = """例 / examples:
  python3 -m senryaku ideas form sheet.xlsx --section "生涯学習課 生涯学習係" --years 2026-2030 --round 3
  python3 -m senryaku ideas read sheets/ --strategy strategy.json -o with-ideas.json --repairs repairs.csv
  python3 -m senryaku ideas read sheets/ > ideas.json

openpyxl が必要です（apt install python3-openpyxl） / needs openpyxl"""
_TAKEN = {"ja": "アイデアシート {} 枚を取り込みました。", "en": "{} idea sheets taken over."}


def add_to(commands):
    parser = commands.add_parser("ideas", help="アイデアシートを配る・集める / hand out and collect idea sheets", epilog=_EXAMPLES)
    actions = parser.add_subparsers(dest="action", metavar="form|read", required=True)
    form = actions.add_parser("form", help="空の様式を書く / write the blank form", epilog=_EXAMPLES)
    form.add_argument("out", help="書き出す .xlsx / workbook to write")
    form.add_argument("--section", default="", help="課・係名をあらかじめ入れる / section to fill in")
    form.add_argument("--years", default="2026-2030", metavar="FIRST-LAST", help="目標の年度（西暦、例: 2026-2030） / fiscal years of the targets")
    form.add_argument("--framework", default="digital", metavar="ID", help="分類を載せる国の総合戦略 / national framework of the classes")
    form.add_argument("--round", type=int, metavar="N", help="ワーキンググループの回（様式に書く） / round of the working group, printed on the form")
    form.set_defaults(run=_form)
    read = actions.add_parser("read", help="記入されたシートを読む / read filled sheets", epilog=_EXAMPLES)
    read.add_argument("paths", nargs="+", metavar="FILE|DIR", help=".xlsx、またはそのフォルダー / workbooks or folders of them")
    read.add_argument("--strategy", metavar="FILE", help="シートを加える戦略の文書 / strategy document to add the sheets to")
    read.add_argument("--round", type=int, metavar="N", help="回が書かれていないシートの回 / round of the sheets that do not say theirs")
    read.add_argument("-o", "--out", metavar="FILE", help="書き出す文書（省略時は標準出力） / document to write (default: standard output)")
    repair_list.add_options(read)
    read.set_defaults(run=_read)


def _years(text):
    first, _, last = text.partition("-")
    if not (first.isdigit() and (last or first).isdigit() and 1900 < int(first) <= int(last or first) < 2200):
        raise ValueError("--years: 2026-2030 のように書いてください / write it as 2026-2030")
    return list(range(int(first), int(last or first) + 1))


def _form(given):
    from ..office import idea_form
    years = _years(given.years)
    if len(years) > 5:
        raise ValueError("--years: 様式の欄は5年分です / the form has five columns of years")
    idea_form.write_blank(given.out, years, given.framework, given.section, given.round)
    print(given.out)
    return 0


def _read(given):
    from ..office import idea_sheets
    from .progress import progress
    given.file = given.strategy  # named when it is refused
    document = document_of(given.strategy) if given.strategy else None
    sheets, repairs = idea_sheets.read_all(given.paths, (document or {}).get("framework"), progress=progress, round_number=given.round)
    ideas = idea_sheets.into(document, sheets, repairs)
    print(_TAKEN[given.lang].format(len(ideas)), file=sys.stderr)
    if document is not None:
        return finish(document, repairs, given)
    return repair_list.hand_out(cells.dumps({"idea_sheets": ideas}), repairs, given)

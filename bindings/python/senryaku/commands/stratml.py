"""stratml write | read: StratML Part 2, the international form of plans and performance reports."""
import sys
from pathlib import Path

from .. import SenryakuError, stratml
from ..display import Screen
from ..office.repairs import Refused
from . import repair_list
from .entry import document_of, finish

_EXAMPLES = """例 / examples:
  python3 -m senryaku stratml write strategy.json -o strategy.xml
  python3 -m senryaku stratml read report.xml --municipality 074471 -o strategy.json --notes"""
_TEXTS = {"ja": ("StratML に入らないもの", "{} 件"), "en": ("What StratML does not carry", "{}")}


def add_to(commands):
    parser = commands.add_parser("stratml", help="StratML で書く・読む / write and read StratML", epilog=_EXAMPLES)
    actions = parser.add_subparsers(dest="action", metavar="write|read", required=True)
    write = actions.add_parser("write", help="戦略を StratML Part 2 で書く / write a strategy as StratML Part 2", epilog=_EXAMPLES)
    write.add_argument("file", help="戦略の文書 / strategy document")
    write.add_argument("--lang", choices=("ja", "en"), default="ja")
    write.set_defaults(run=_write)
    read = actions.add_parser("read", help="StratML を読む（標準から外れていても） / read StratML, also where it breaks its schema", epilog=_EXAMPLES)
    read.add_argument("file", help="StratML（XML）")
    read.add_argument("--municipality", metavar="CODE", help="全国地方公共団体コード（6桁）。文書にないとき / municipality code, where the document has none")
    repair_list.add_options(read)
    read.set_defaults(run=_read)
    for action in (write, read):
        action.add_argument("-o", "--out", metavar="FILE", help="書き出すファイル（省略時は標準出力） / file to write (default: standard output)")


def _write(given):
    xml, losses = stratml.write(document_of(given.file))
    repair_list.write_document(xml.decode("utf-8"), given.out)
    screen = Screen(sys.stderr if given.out in (None, "-") else sys.stdout)
    title, count = _TEXTS[given.lang]
    if losses:
        screen.heading(title)
        screen.table(None, [(pointer, count.format(number), stratml.reason_for(pointer, given.lang))
                            for pointer, number in stratml.grouped(losses).items()], limits={0: 60, 2: 80})
    return 0


def _read(given):
    try:
        document, repairs = stratml.read(Path(given.file).read_bytes(), {"code": given.municipality} if given.municipality else None,
                                         Path(given.file).name)
    except Refused as error:
        print("{}: {}".format(given.file, error.en if given.lang == "en" else error.ja), file=sys.stderr)
        return 1
    given.file = "-"  # what the core refuses now has its place in the document made, not in the file
    try:
        return finish(document, repairs, given)
    except SenryakuError:
        repair_list.report(repairs, given, Screen(sys.stderr))
        raise

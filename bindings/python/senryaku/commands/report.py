"""report FILE --out DIR: a town's whole year as papers."""
import datetime
import sys
import time

from .. import Strategy, report

_TEXTS = {
    "ja": {"written": "書き出しました: {}", "time": "{:.2f}秒（うち計算 {:.1f}ミリ秒）",
           "changed": "置き換えた文字があります。一覧: {}"},
    "en": {"written": "written: {}", "time": "{:.2f} s, of which the core {:.1f} ms",
           "changed": "some characters were replaced; they are listed in {}"},
}


def add_to(commands):
    parser = commands.add_parser(
        "report", help="報告書・集計表・計画の要約を書き出す / write report, workbooks, digest and tables",
        epilog="例 / example: python3 -m senryaku report strategy.json --out report --as-of 2026-06-01 --format html,xlsx")
    parser.add_argument("file", help="戦略の文書（JSON） / strategy document")
    parser.add_argument("--out", required=True, metavar="DIR", help="書き出すフォルダ / folder to write to")
    parser.add_argument("--as-of", default=None, metavar="YYYY-MM-DD", help="基準日。省略時は今日 / default: today")
    parser.add_argument("--fy", type=int, default=None, metavar="YEAR",
                        help="検証する年度。省略時は基準日から / fiscal year that is verified; default: by the day")
    parser.add_argument("--scheme", default=None, metavar="ID", help="評定基準 / rating scheme")
    parser.add_argument("--format", type=_formats, default=report.FORMATS, metavar="NAME,…",
                        help="形式: {}。省略時はすべて / formats; default: all".format(",".join(report.FORMATS)))
    parser.add_argument("--encoding", choices=("utf-8-sig", "cp932"), default="utf-8-sig", help="CSVの文字コード / encoding of CSV")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def _formats(text):
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in report.FORMATS]
    if unknown or not names:
        raise ValueError(text)
    return names


def run(given):
    texts = _TEXTS[given.lang]
    started = time.perf_counter()
    as_of = given.as_of or datetime.date.today().isoformat()
    with Strategy.from_file(given.file) as strategy:
        answers = report.gather(strategy, as_of, given.fy, given.scheme)
    written = report.write(answers, given.out, given.format, given.lang, given.encoding)
    for path in written:
        print(texts["written"].format(path))
    for path in written:
        if path.name == "characters.csv":
            print(texts["changed"].format(path), file=sys.stderr)
    print(texts["time"].format(time.perf_counter() - started, answers.core_seconds * 1000), file=sys.stderr)
    return 0

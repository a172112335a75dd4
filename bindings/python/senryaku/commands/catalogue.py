"""catalogue [FILE...]: checks the programme catalogue, built in or extended by rule documents, and prints its counts."""
import json
from pathlib import Path

from .. import Rules, lint_catalogue
from ..display import Screen

_COUNTS = (("programmes", "制度", "programmes"), ("facts", "事実", "facts"), ("rules", "満たす例と反する例のある規則", "rules with a meeting and a failing case"),
           ("tests", "検査", "tests"), ("caps", "上限", "caps"), ("rates", "率", "rates"), ("citations", "出典", "citations"),
           ("lines_modelled", "公表された要件（規則にしたもの）", "published lines modelled"),
           ("lines_not_modelled", "公表された要件（理由を付けて対象外）", "published lines not modelled, with the reason"),
           ("cases_passed", "通った試験", "own cases passed"), ("cases", "試験", "own cases"))


def add_to(commands):
    parser = commands.add_parser("catalogue", help="制度一覧を検査する / check the programme catalogue",
                                 epilog="例 / example: python3 -m senryaku catalogue town.json")
    parser.add_argument("files", nargs="*", help="規則の文書（差し替え・追加） / rule documents that extend it")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    rules = None
    for name in given.files:
        given.file = name
        rules = Rules(Path(name).read_text(encoding="utf-8"), base=rules)
    report = lint_catalogue(rules=rules)
    if given.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        screen = Screen()
        for key, ja, en in _COUNTS:
            screen.line("{:>6}  {}".format(report["counts"].get(key, 0), en if given.lang == "en" else ja))
        for finding in report.get("findings", []):
            screen.line(screen.colour(finding[given.lang], finding["severity"]))
    return 1 if report.get("findings") else 0

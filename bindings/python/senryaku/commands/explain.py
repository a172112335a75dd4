"""explain CODE: what a finding code means, why it matters and what it rests on."""
import json

from .. import explain
from ..display import Screen, wrap

_TEXTS = {"ja": {"basis": "根拠", "example": "例"}, "en": {"basis": "Basis", "example": "Example"}}


def add_to(commands):
    parser = commands.add_parser("explain", help="指摘コードを説明する / explain finding codes",
                                 epilog="例 / example: python3 -m senryaku explain kpi.target.wrong-side")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="コード、またはその先頭（kpi.） / code, or its beginning; all when left out")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    answer = explain(given.codes)
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    screen, texts = Screen(), _TEXTS[given.lang]
    for entry in answer["messages"]:
        screen.line(screen.colour("{} [{}]".format(entry["code"], entry["severity"]), "heading"))
        for text in (entry[given.lang], entry.get("explanation_" + given.lang)):
            for line in wrap("  " + (text or ""), screen.columns - 2, "  "):
                screen.line(line)
        if entry.get("example"):
            screen.line("  {}: {}".format(texts["example"], entry["example"]))
        for basis in entry.get("basis", []):
            screen.line("  {}: {} {}".format(texts["basis"], basis["title"], basis.get("url", "")))
        screen.line()
    return 0

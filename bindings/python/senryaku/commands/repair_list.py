"""How repair lists and written files are shown: shared by the commands that read what people filled in."""
import csv
import json
import sys

from ..display import Screen
from ..office.cells import csv_text

TEXTS = {
    "ja": {"title": "読み込みの記録", "error": "取込不可", "warning": "要確認", "note": "読み方", "hidden": "（ほかに読み方の記録 {} 件。--notes で表示）",
           "summary": "取込不可 {error} 件、要確認 {warning} 件、読み方 {note} 件"},
    "en": {"title": "Repair list", "error": "not taken", "warning": "check", "note": "note", "hidden": "({} notes on how values were read; show them with --notes)",
           "summary": "{error} not taken over, {warning} to check, {note} notes"},
}
_COLOURS = {"error": "error", "warning": "warning", "note": "quiet"}
SEVERITIES = ("error", "warning", "note")


def add_options(parser):
    parser.add_argument("--notes", action="store_true", help="値の読み方もすべて表示 / also show how each value was read")
    parser.add_argument("--repairs", metavar="FILE.csv", help="読み込みの記録をCSVに書く / write the repair list as CSV")
    parser.add_argument("--json", action="store_true", help="読み込みの記録をJSONで出力 / print the repair list as JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")


def counts(repairs):
    return {severity: len(repairs.of(severity)) for severity in SEVERITIES}


def show(repairs, language, screen, notes=False):
    """File by file, with the place of each entry."""
    texts, last, hidden = TEXTS[language], None, 0
    if len(repairs):
        screen.heading(texts["title"])
    for entry in repairs:
        if entry.severity == "note" and not notes:
            hidden += 1
            continue
        if entry.file != last:
            screen.line("  " + screen.colour(entry.file or "－", "heading"))
            last = entry.file
        where = " ".join(part for part in (entry.place, entry.element) if part)
        said = getattr(entry, language).replace("\n", " ⏎ ")  # a line for each entry
        text = "    [{}] {}{}".format(texts[entry.severity], where + ": " if where else "", said)
        screen.line(screen.colour(text, _COLOURS[entry.severity]))
    if hidden:
        screen.line("  " + texts["hidden"].format(hidden))
    screen.line("  " + texts["summary"].format(**counts(repairs)))


def save(repairs, path):
    """The list as CSV with BOM, so that Excel opens it."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("ファイル", "場所", "項目", "重さ", "コード", "内容", "English"))
        for entry in repairs:
            writer.writerow([csv_text(part) for part in (entry.file, entry.place, entry.element, entry.severity, entry.code, entry.ja, entry.en)])


def write_document(text, path):
    """A document to a file, or to the output when ``path`` is - or not given."""
    if path in (None, "-"):
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text if text.endswith("\n") else text + "\n")


def report(repairs, given, screen):
    """Shows and saves the list as the options say; the exit status: 1 when something was not taken over."""
    if given.repairs:
        save(repairs, given.repairs)
    if given.json:
        screen.line(json.dumps({"repairs": repairs.as_dicts(), "counts": counts(repairs)}, ensure_ascii=False, indent=2))
    else:
        show(repairs, given.lang, screen, given.notes)
    return 1 if repairs.of("error") else 0


def hand_out(text, repairs, given):
    """Writes a document and reports the repairs; when the document goes to the output, the report goes to the error output.

    With --json and no file the report alone is printed.
    """
    to_output = given.out in (None, "-")
    if not (to_output and given.json):
        write_document(text, given.out)
    return report(repairs, given, Screen(sys.stderr if to_output and not given.json else sys.stdout))

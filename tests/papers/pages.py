"""Opens the HTML papers in headless Chromium as a person would: pages.py AXE_MIN_JS FOLDER.

No message on the console, nothing asked of the network, nothing wider than the window, no serious finding of axe-core
(https://github.com/dequelabs/axe-core), tables that sort, and a first printed page that is the council's. Exit status 77:
a tool is missing.
"""
import importlib.util
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bindings" / "python" / "tools"))
import browser  # noqa: E402
import sample  # noqa: E402
from senryaku import report  # noqa: E402
from senryaku.report.view import View  # noqa: E402

AXE, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
_CHECK = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(found => done(found.violations.map(
  entry => [entry.impact, entry.id, entry.nodes.slice(0, 3).map(node => node.html.slice(0, 160))])), error => done([["error", String(error), []]]));
"""


def write(name, document, language="ja"):
    answers = sample.answers_of(document)
    report.write(answers, FOLDER / name, ("html",), language)
    return answers


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(str(FOLDER), ignore_errors=True)
        cls.answers = write("kakogawa", sample.real("kakogawa-2015"))
        write("aizumisato-en", sample.real("aizumisato-2025"), "en")
        write("aizumisato", sample.real("aizumisato-2025"))
        write("haebaru", sample.real("haebaru"))
        write("jinsekikogen", sample.real("jinsekikogen"))
        write("hostile", sample.hostile())
        write("verified", sample.verified())
        cls.seeking = write("seeking", sample.seeking())
        cls.names = ["kakogawa", "aizumisato-en", "aizumisato", "haebaru", "jinsekikogen", "hostile", "verified", "seeking"]

    def _visit(self, opened, path):
        opened.open(path)
        opened.run("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        self.assertEqual(opened.console(), [], path)
        self.assertEqual([address for address in opened.requests() if address != "file://" + str(path)], [], path)
        wide, window = opened.run("return [document.documentElement.scrollWidth, window.innerWidth]")
        self.assertLessEqual(wide, window, path)

    def test_desktop_and_phone(self):
        axe = AXE.read_text(encoding="utf-8")
        for size in (browser.DESKTOP, browser.PHONE):
            with browser.Browser(size) as opened:
                for name in self.names:
                    for page in ("report.html", "support-plan.html"):
                        path = (FOLDER / name / page).resolve()
                        with self.subTest(page=str(path), size=size):
                            self._visit(opened, path)
                            opened.run(axe)
                            found = opened.run_async(_CHECK)
                            self.assertEqual([entry for entry in found if entry[0] in ("serious", "critical", "error")], [])

    def test_hostile_text_stays_text(self):
        with browser.Browser() as opened:
            opened.open((FOLDER / "hostile" / "report.html").resolve())
            self.assertEqual(opened.run("return document.querySelectorAll('img').length"), 0)
            self.assertEqual(opened.run("return document.querySelectorAll('script').length"), 1)
            self.assertIn(sample.HOSTILE[1], opened.run("return document.querySelector('h1').textContent"))

    def test_tables_sort_and_keep_unknown_last(self):
        actuals = [entry["actual"] for entry in self.answers.evaluation["kpis"]]
        known = sorted(float(value) for value in actuals if value is not None)
        with browser.Browser() as opened:
            opened.open((FOLDER / "kakogawa" / "report.html").resolve())
            column = "return Array.from(document.querySelectorAll('#ratings tbody tr')).map(row => row.cells[3].dataset.value)"
            for expected, said in ((known, "ascending"), (known[::-1], "descending")):
                opened.run("document.querySelectorAll('#ratings thead button')[3].click()")
                values = opened.run(column)
                self.assertEqual([float(value) for value in values[:len(known)]], expected)
                self.assertEqual(set(values[len(known):]), {""})
                self.assertEqual(opened.run("return document.querySelectorAll('#ratings thead th')[3].getAttribute('aria-sort')"), said)

    def test_keyboard_reaches_the_content_first(self):
        with browser.Browser() as opened:
            opened.open((FOLDER / "kakogawa" / "report.html").resolve())
            first = opened.run("const all = document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]');"
                               "return [all[0].getAttribute('href'), Array.from(all).every(part => part.tabIndex >= 0)]")
            self.assertEqual(first, ["#main", True])

    def test_unknown_is_said_and_never_nought(self):
        with browser.Browser() as opened:
            opened.open((FOLDER / "kakogawa" / "report.html").resolve())
            shown = opened.run("return Array.from(document.querySelectorAll('#ratings tbody tr')).map("
                               "row => row.cells[3].dataset.value === '' ? row.cells[3].textContent.trim() : null)")
        unknown = [text for text in shown if text is not None]
        self.assertEqual(len(unknown), sum(entry["actual"] is None for entry in self.answers.evaluation["kpis"]))
        self.assertEqual(set(unknown), {"不明"})

    def test_decisions_and_dates_of_application_are_shown(self):
        with browser.Browser() as opened:
            opened.open((FOLDER / "verified" / "report.html").resolve())
            text = opened.run("return document.querySelector('#details').textContent")
            for words in ("改善", "出生数が減り続けているため", "保育の受け皿を広げる", "婚姻数への対策を", "次期戦略に入れる"):
                self.assertIn(words, text)
            opened.open((FOLDER / "seeking" / "support-plan.html").resolve())
            text = opened.run("return document.querySelector('#steps').textContent")
            self.assertTrue(self.seeking.next_support["steps"])
            view = View(self.seeking, "ja")
            for step in self.seeking.next_support["steps"]:
                shown = view.days(step["from"], step["to"]) if {"from", "to"} <= step.keys() else view.short_day(step.get("to") or step["from"])
                self.assertIn(shown, text)

    def test_first_printed_page_is_the_councils(self):
        for name in ("kakogawa", "aizumisato"):
            with browser.Browser() as opened:
                opened.open((FOLDER / name / "report.html").resolve())
                printed = FOLDER / (name + ".pdf")
                printed.write_bytes(opened.pdf())
            pages = subprocess.run(["pdftotext", "-layout", str(printed), "-"], stdout=subprocess.PIPE, check=True,
                                   encoding="utf-8").stdout.split("\f")
            for words in ("一枚で見る", "まず決めること", "財政支援", "人口ビジョン"):
                self.assertIn(words, pages[0])
            self.assertIn("基本目標ごとの詳細", pages[1])
            for page in pages[1:]:  # tables go on over pages: their headings stand again, also those that sort
                self.assertTrue("評定なし" not in page or "達成率" in page, page)


if __name__ == "__main__":
    lacking = browser.missing() + [name for name in ("pdftotext",) if not shutil.which(name)]
    lacking += [] if importlib.util.find_spec("jinja2") else ["python3-jinja2"]
    lacking += [] if AXE.is_file() else ["axe-core"]
    if lacking:
        print("skipped, missing: " + " ".join(lacking))
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])

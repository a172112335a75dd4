"""Opens the workbooks and the digest as a town hall would: office.py FOLDER.

LibreOffice converts each without repair; openpyxl reads back the core's figures, before and after LibreOffice; no text is a
formula; the pages fit their paper. Exit status 77: a tool is missing.
"""
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from decimal import Decimal
from pathlib import Path

import sample
from senryaku import report
from senryaku.report.view import texts_of

FOLDER = Path(sys.argv[1])
TEXTS = texts_of("ja")


def convert(paths, kind, target):
    """Converts files by LibreOffice, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", kind, "--outdir",
                        str(target)] + [str(path) for path in paths], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=600)


def words(pdf):
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return done.stdout.split("\f")[:-1]


def cells_of(path):
    import openpyxl
    book = openpyxl.load_workbook(str(path))
    found = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    found[sheet.title, cell.coordinate] = cell.value
    return found


def rows_of(path, sheet):
    """The rows of a table as dicts; the headings stand in row 3."""
    import openpyxl
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(str(path))[sheet].iter_rows(min_row=3)]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(str(FOLDER), ignore_errors=True)
        cls.answers = {}
        for name, document in (("kakogawa", sample.real("kakogawa-2015")), ("aizumisato", sample.real("aizumisato-2025")),
                               ("haebaru", sample.real("haebaru")), ("hostile", sample.hostile())):
            cls.answers[name] = sample.answers_of(document)
            report.write(cls.answers[name], FOLDER / name, ("xlsx", "docx"))
        cls.books = sorted(FOLDER.glob("*/*.xlsx"))
        cls.digests = sorted(FOLDER.glob("*/*.docx"))
        for path in cls.books + cls.digests:  # the names differ only by folder
            shutil.copy(str(path), str(FOLDER / "{}-{}".format(path.parent.name, path.name)))
        flat = sorted(FOLDER.glob("*.xlsx")) + sorted(FOLDER.glob("*.docx"))
        convert(flat, "pdf", FOLDER / "pdf")
        convert(sorted(FOLDER.glob("*.xlsx")), "xlsx", FOLDER / "again")

    def test_figures_read_back_are_the_cores(self):
        for name in ("kakogawa", "aizumisato"):
            shown = rows_of(FOLDER / name / "evaluation.xlsx", TEXTS["sheet_kpis"])
            expected = self.answers[name].evaluation["kpis"]
            self.assertEqual(len(shown), len(expected))
            by_name = {(row["指標"], row["単位"] or ""): row for row in shown}
            for entry in expected:
                row = by_name[entry["name"], entry.get("unit", "")]
                for title, member in (("基準値", "baseline"), ("実績値", "actual")):
                    value = entry[member]
                    self.assertEqual(row[title], "不明" if value is None else float(value), entry["name"])
                self.assertEqual(row["評定"], entry.get("rating") or "評定なし")

    def test_printed_figures_of_kakogawa(self):
        # https://www.city.kakogawa.lg.jp/section/ebook/contents/05_keikaku/007_machihito/pageindices/index11.html
        births = next(row for row in rows_of(FOLDER / "kakogawa" / "evaluation.xlsx", TEXTS["sheet_kpis"]) if row["指標"] == "出生数")
        self.assertEqual((births["基準値"], births["目標値"], births["実績値"], births["評定"]), (2264, 2300, 1820, "未達成"))
        # (1820 − 2264) ÷ (2300 − 2264) = −444 ÷ 36 = −12.333…, printed to one place of a per cent
        self.assertAlmostEqual(births["達成率"], -12.333, places=6)

    def test_libreoffice_reads_the_same_values(self):
        for path in sorted(FOLDER.glob("*.xlsx")):
            before, after = cells_of(path), cells_of(FOLDER / "again" / path.name)
            self.assertEqual(before.keys(), after.keys(), path.name)
            for place, value in before.items():
                if isinstance(value, (int, float, Decimal)):
                    self.assertAlmostEqual(float(value), float(after[place]), places=9, msg=(path.name, place))
                else:
                    self.assertEqual(value, after[place], (path.name, place))

    def test_no_text_is_a_formula_and_nothing_is_linked(self):
        import openpyxl
        for path in self.books:
            for sheet in openpyxl.load_workbook(str(path)):
                kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
                self.assertLessEqual(kinds, {"n", "s"}, (path, sheet.title))
            with zipfile.ZipFile(str(path)) as parts:
                self.assertEqual([name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()], [])

    def test_unknown_is_no_point_of_a_chart(self):
        import openpyxl
        for path in FOLDER.glob("*/evaluation.xlsx"):
            data = openpyxl.load_workbook(str(path))[TEXTS["sheet_data"]]
            figures = [cell.value for row in data.iter_rows(min_col=2) for cell in row if cell.value is not None]
            self.assertNotIn("不明", figures)

    def test_charts_are_excels_own(self):
        with zipfile.ZipFile(str(FOLDER / "kakogawa" / "evaluation.xlsx")) as parts:
            drawn = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        points = sum(1 for kpi in self.answers["kakogawa"].evaluation["kpis"] if kpi.get("rate"))
        self.assertGreaterEqual(len(drawn), 2 + points)

    def test_pages_fit_their_paper(self):
        import openpyxl
        for path in self.books:
            for sheet in openpyxl.load_workbook(str(path)):
                self.assertEqual(sheet.page_setup.orientation, "landscape")
                self.assertIn(int(sheet.page_setup.paperSize), (8, 9))  # A3, A4
                self.assertEqual((sheet.page_setup.fitToWidth, sheet.sheet_properties.pageSetUpPr.fitToPage), (1, True))
        sizes = subprocess.run(["pdfinfo", "-l", "-1", str(FOLDER / "pdf" / "kakogawa-evaluation.pdf")], stdout=subprocess.PIPE,
                               check=True, encoding="utf-8").stdout
        self.assertIn("(A3)", sizes)
        self.assertIn("(A4)", sizes)
        text = words(FOLDER / "pdf" / "kakogawa-evaluation.pdf")
        for kpi in self.answers["kakogawa"].evaluation["kpis"]:
            if kpi.get("rate"):
                self.assertTrue(any(kpi["rate"] in page for page in text), kpi["name"])

    def test_digest_has_the_sections_in_order_and_marks_every_gap(self):
        import docx
        for name in ("kakogawa", "aizumisato", "haebaru", "hostile"):
            plan = self.answers[name].plan
            paragraphs = docx.Document(str(FOLDER / name / "regional-plan.docx")).paragraphs
            headings = [entry.text.split("　")[0] for entry in paragraphs if entry.style.name.startswith("Heading")]
            numbered = [section["number"] for section in plan["sections"]
                        if section.get("title") and not section["title"].startswith("【")]
            self.assertEqual([text for text in headings if text in numbered], numbered)
            marked = [entry for entry in paragraphs if entry.text.startswith(TEXTS["fill_in"]) and entry.runs[0].bold]
            for asked in plan.get("asked", []):
                self.assertTrue(any(asked["ja"] in entry.text for entry in marked), asked["ja"])
            printed = "".join(words(FOLDER / "pdf" / (name + "-regional-plan.pdf")))
            self.assertIn("地域再生計画の名称", printed)

    def test_hostile_text_survives_as_text(self):
        found = set(cells_of(FOLDER / "hostile" / "evaluation.xlsx").values())
        for text in sample.HOSTILE[:6]:
            self.assertIn(text, found)


if __name__ == "__main__":
    lacking = [name for name in ("soffice", "pdftotext", "pdfinfo") if not shutil.which(name)]
    lacking += [package for module, package in (("openpyxl", "python3-openpyxl"), ("docx", "python3-docx"))
                if not importlib.util.find_spec(module)]
    if lacking:
        print("skipped, missing: " + " ".join(lacking))
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])

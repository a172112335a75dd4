"""Text in cells of Excel and CSV files: nothing runs as a formula, no digit is lost."""
import csv
import io
import unittest
from decimal import Decimal

from senryaku.office import cells

# The signs of OWASP's page on CSV injection, as Japanese texts begin with them.
FORMULAS = ("=1+1", "+5ポイント", "-5%減", "@SUM(A1)", "\t=1", " =1", "＝１＋１", "＠名前", "－5%", "=cmd|'/C calc'!A0")
TEXTS = ("会津美里町", "－", "-", "5%減", "", "'25年", "△5")


class CsvTextTest(unittest.TestCase):
    def test_formulas_get_an_apostrophe(self):
        for text in FORMULAS:
            self.assertTrue(cells.csv_text(text).startswith("'"), text)

    def test_other_text_stays_as_it_is(self):
        for text in TEXTS:
            self.assertEqual(cells.csv_text(text), text)

    def test_text_comes_back(self):
        for text in FORMULAS + TEXTS:
            file = io.StringIO()
            csv.writer(file).writerow([cells.csv_text(text)])
            (read,), = csv.reader(io.StringIO(file.getvalue())) if text else [[""]]
            self.assertEqual(cells.from_csv(read), text)

    def test_figures_keep_their_digits_and_have_no_exponent(self):
        self.assertEqual(cells.csv_number(Decimal("12.30")), "12.30")
        self.assertEqual(cells.csv_number(Decimal("1E-7")), "0.0000001")
        self.assertEqual(cells.csv_number(-5), "-5")
        self.assertEqual(cells.csv_number(None), "")


class JsonTest(unittest.TestCase):
    def test_decimals_stand_as_they_were_read(self):
        text = '{"a": 12.30, "b": [-0.000001, 5, null, "0.10"], "c": 999999999999999.999}'
        self.assertEqual(cells.dumps(cells.loads(text), None), text)


class CleanTest(unittest.TestCase):
    def test_what_xml_cannot_hold_is_marked(self):
        self.assertEqual(cells.clean("a\x00b\x0bc\ud800d\r\ne"), "a\ufffdb\ufffdc\ufffdd\ne")


class ExcelCellTest(unittest.TestCase):
    def setUp(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("openpyxl (Debian: python3-openpyxl) is not installed")
        self.workbook = openpyxl.Workbook()
        self.load = openpyxl.load_workbook

    def _saved(self):
        file = io.BytesIO()
        self.workbook.save(file)
        return self.load(file).active

    def test_text_is_never_a_formula(self):
        for row, text in enumerate(FORMULAS + ("#N/A", "TRUE", "2025-04-01", "0012"), 1):
            cells.put_text(self.workbook.active.cell(row, 1), text)
        sheet = self._saved()
        for row, text in enumerate(FORMULAS + ("#N/A", "TRUE", "2025-04-01", "0012"), 1):
            self.assertEqual((sheet.cell(row, 1).value, sheet.cell(row, 1).data_type), (text, "s"))

    def test_numbers_are_numbers(self):
        cells.put_number(self.workbook.active.cell(1, 1), Decimal("12.30"))
        cells.put_number(self.workbook.active.cell(2, 1), 13182)
        cells.put_number(self.workbook.active.cell(3, 1), None)
        sheet = self._saved()
        self.assertEqual((sheet["A1"].value, sheet["A1"].number_format), (12.3, "#,##0.00"))
        self.assertEqual((sheet["A2"].value, sheet["A2"].number_format), (13182, "#,##0"))
        self.assertEqual(sheet["A3"].value, "－")

    def test_text_of_any_length_fits(self):
        cells.put_text(self.workbook.active.cell(1, 1), "あ" * 40000)
        self.assertEqual(len(self._saved()["A1"].value), cells.LONGEST_TEXT)


if __name__ == "__main__":
    unittest.main()

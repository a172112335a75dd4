"""The entry workbook of each department: out, filled in by hand, back; nothing is overwritten silently."""
import copy
import datetime
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import senryaku
from senryaku.office import cells, entries, entry_workbook
from senryaku.office.repairs import RepairList

try:
    import openpyxl
except ImportError:
    openpyxl = None

STRATEGIES = sorted((Path(__file__).resolve().parents[2] / "data" / "strategies").glob("*.json"))
TOWN = {"code": "074471", "name": "会津美里町"}  # 総務省 全国地方公共団体コード
AS_OF = datetime.date(2026, 6, 1)


def document_of(path):
    with senryaku.Strategy.from_file(path) as strategy:
        return cells.loads(strategy.to_json())


def small():
    """Two departments, three indicators; figures invented."""
    kpi = {"id": "k1", "name": "利用件数", "unit": "件", "baseline": {"year": 2023, "value": 100}, "target": {"year": 2029, "value": 1200},
           "actuals": [{"year": 2024, "value": 130}], "measurement": {"owner": "生涯学習課"}}
    rate = {"id": "k2", "name": "満足度", "unit": "%", "baseline": {"year": 2023, "value": Decimal("61.5")}, "measurement": {"owner": "生涯学習課"}}
    other = {"id": "k3", "name": "利用件数", "unit": "件", "measurement": {"owner": "総務課"}}
    return {"format": "senryaku.strategy/1", "municipality": dict(TOWN), "name": "戦略", "period": {"start": "2023-04-01", "end": "2028-03-31"},
            "goals": [{"id": "g", "name": "目標", "measures": [{"id": "m1", "name": "予約", "kpis": [kpi, rate]},
                                                            {"id": "m2", "name": "窓口", "kpis": [other]}]}]}


@unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
class EntryWorkbookTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def _read(self, document, paths, **options):
        merged, repairs = copy.deepcopy(document), RepairList()
        found = [entry for path in paths for entry in entry_workbook.read_file(path, repairs)]
        count = entries.Merge(merged, repairs, AS_OF, **options).add(found)
        return merged, repairs, count

    def _fill(self, path, changes):
        """Writes {(indicator, heading): value} into a workbook as a person would."""
        book = openpyxl.load_workbook(path)
        sheet = book.active
        head = next(row for row in range(1, 10) if sheet.cell(row, 3).value == "指標")
        columns = {sheet.cell(head, column).value: column for column in range(1, sheet.max_column + 1)}
        for (name, heading), value in changes.items():
            row = next(row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, 3).value == name)
            sheet.cell(row, columns[heading]).value = value
        book.save(path)

    def _filled(self, changes, document=None, **options):
        document = document or small()
        paths = entry_workbook.write_all(document, self.folder, 2025)
        self._fill(paths[0], changes)
        return self._read(document, paths, **options)

    def _kpi(self, document, id_):
        return next(kpi for kpi, _, _ in entries.indicators(document) if kpi["id"] == id_)

    def test_one_workbook_for_each_department(self):
        paths = entry_workbook.write_all(small(), self.folder, 2025)
        self.assertEqual([path.name for path in paths], ["01_生涯学習課.xlsx", "02_総務課.xlsx"])

    def test_untouched_workbooks_change_nothing(self):
        for path in STRATEGIES:
            with self.subTest(path.name):
                document = document_of(path)
                paths = entry_workbook.write_all(document, self.folder / path.stem, 2024)
                merged, repairs, count = self._read(document, paths)
                self.assertEqual(cells.dumps(merged), cells.dumps(document))
                self.assertEqual((count, [entry.ja for entry in repairs if entry.severity == "error"]), (0, []))

    def test_results_come_in_and_the_core_reads_them(self):
        merged, repairs, count = self._filled({("利用件数", "R7年度 実績"): 1043, ("満足度", "R7年度 実績"): "６５．５％", ("満足度", "備考"): "調査票を改めた"})
        self.assertEqual(count, 2)
        self.assertEqual(self._kpi(merged, "k1")["actuals"], [{"year": 2024, "value": 130}, {"value": 1043, "year": 2025}])
        self.assertEqual(self._kpi(merged, "k2")["actuals"], [{"value": Decimal("65.5"), "printed": "６５．５％", "year": 2025, "note": "調査票を改めた"}])
        with senryaku.Strategy(cells.dumps(merged)) as strategy:
            rated = {entry["kpi"]: entry for entry in strategy.evaluate(2025)[0]["kpis"]}
        self.assertEqual(rated["k1"]["actual"], 1043)
        self.assertEqual(repairs.of("error"), [])

    def test_a_reason_for_no_value(self):
        merged, _, _ = self._filled({("利用件数", "値がない理由"): "集計中"})
        self.assertEqual(self._kpi(merged, "k1")["actuals"][-1], {"value": None, "unknown": "not-collected", "year": 2025})

    def test_a_remark_alone_is_not_lost_silently(self):
        _, repairs, count = self._filled({("利用件数", "備考"): "来年度から廃止"})
        self.assertEqual((count, [entry.code for entry in repairs.of("warning")]), (0, ["entry.remark-alone"]))

    def test_a_differing_value_is_listed_and_not_overwritten(self):
        merged, repairs, count = self._filled({("利用件数", "R6年度 実績"): 150})
        self.assertEqual((count, self._kpi(merged, "k1")["actuals"]), (0, [{"year": 2024, "value": 130}]))
        self.assertEqual([entry.code for entry in repairs.of("error")], ["entry.conflict"])
        self.assertIn("130", repairs.of("error")[0].ja)

    def test_overwriting_is_asked_for_and_listed(self):
        merged, repairs, count = self._filled({("利用件数", "R6年度 実績"): 150}, overwrite=True)
        self.assertEqual((count, self._kpi(merged, "k1")["actuals"]), (1, [{"year": 2024, "value": 150}]))
        self.assertEqual([entry.code for entry in repairs.of("warning")], ["entry.overwritten"])

    def test_what_the_office_corrected_meanwhile_stays(self):
        # Handed out with 130; the office has corrected it to 131 since; the department left the cell alone.
        document = small()
        paths = entry_workbook.write_all(document, self.folder, 2025)
        self._kpi(document, "k1")["actuals"][0]["value"] = 131
        merged, repairs, count = self._read(document, paths)
        self.assertEqual((count, self._kpi(merged, "k1")["actuals"][0]["value"]), (0, 131))
        self.assertEqual({entry.code for entry in repairs}, {"entry.nothing"})

    def test_two_files_that_disagree(self):
        document = small()
        path, _ = entry_workbook.write_all(document, self.folder, 2025)
        other = self.folder / "copy.xlsx"
        other.write_bytes(path.read_bytes())
        self._fill(path, {("利用件数", "R7年度 実績"): 1000})
        self._fill(other, {("利用件数", "R7年度 実績"): 1001})
        merged, repairs, count = self._read(document, [path, other])
        self.assertEqual((count, len(self._kpi(merged, "k1")["actuals"])), (0, 1))
        self.assertEqual([entry.code for entry in repairs.of("error")], ["entry.files-disagree"])

    def test_values_that_can_hardly_be(self):
        for entered, code, taken in (("多数", "figure.unread", False), ("5～10件", "figure.unread", False), (12.5, "figure.not-countable", True),
                                     (-3, "figure.negative", True), (13000, "figure.far-off", True), ("150人", "figure.unit-differs", True),
                                     ("2026/10/1", "figure.looks-dated", False), ("8割", "figure.looks-dated", False), ("1e3", "figure.looks-dated", False),
                                     ("10月末", "figure.looks-dated", False), ("=1+1", "cell.formula", False), ("#DIV/0!", "cell.error", False), (datetime.datetime(2026, 1, 2), "cell.date", False)):
            with self.subTest(entered):
                merged, repairs, count = self._filled({("利用件数", "R7年度 実績"): entered})
                self.assertIn(code, [entry.code for entry in repairs if entry.severity != "note"])
                self.assertEqual(count, int(taken))
        _, repairs, _ = self._filled({("満足度", "R7年度 実績"): 655})
        self.assertIn("figure.over-ceiling", [entry.code for entry in repairs])

    def test_what_stands_beside_the_cells_is_said(self):
        document = small()
        path = entry_workbook.write_all(document, self.folder, 2025)[0]
        book = openpyxl.load_workbook(path)
        sheet = book.active
        sheet.row_dimensions[5].hidden = True  # a filter that was left on
        sheet.cell(6, 11).comment = openpyxl.comments.Comment("速報", "担当")
        book.save(path)
        self._fill(path, {("利用件数", "R7年度 実績"): 1043, ("満足度", "R7年度 実績"): 65.5})
        merged, repairs, count = self._read(document, [path])
        self.assertEqual((count, self._kpi(merged, "k1")["actuals"][-1]["value"]), (2, 1043))
        found = {entry.code: entry for entry in repairs.of("warning")}
        self.assertEqual(set(found), {"cell.hidden", "cell.comment"})
        self.assertEqual(found["cell.comment"].place, "KPI実績入力!K6")
        self.assertTrue(found["cell.hidden"].place.endswith("5"))

    def test_a_year_that_is_not_over(self):
        document = small()
        for fiscal_year, provisional, expected in ((2026, "", 0), (2026, "はい", 1), (2025, "", 1)):
            path = entry_workbook.write_all(document, self.folder, fiscal_year)[0]
            self._fill(path, {("利用件数", "R{}年度 実績".format(fiscal_year - 2018)): 300, ("利用件数", "速報値"): provisional or None})
            _, repairs, count = self._read(document, [path])
            self.assertEqual(count, expected)
            self.assertEqual("entry.future" in [entry.code for entry in repairs], not expected)

    def test_rows_sorted_apart_from_their_ids_are_not_read(self):
        document = small()
        path = entry_workbook.write_all(document, self.folder, 2025)[0]
        book = openpyxl.load_workbook(path)
        sheet = book.active
        for column in range(1, sheet.max_column):  # all but the hidden column
            sheet.cell(5, column).value, sheet.cell(6, column).value = sheet.cell(6, column).value, sheet.cell(5, column).value
        book.save(path)
        self._fill(path, {("利用件数", "R7年度 実績"): 1043})
        _, repairs, count = self._read(document, [path])
        self.assertEqual(count, 0)
        self.assertIn("entry.changed-text", [entry.code for entry in repairs.of("error")])

    def test_columns_moved_and_id_column_lost(self):
        document = small()
        path = entry_workbook.write_all(document, self.folder, 2025)[0]
        book = openpyxl.load_workbook(path)
        sheet = book.active
        sheet.insert_cols(4)
        last = sheet.max_column
        for row in range(5, sheet.max_row + 1):
            sheet.cell(row, last).value = None
        book.save(path)
        self._fill(path, {("利用件数", "R7年度 実績"): 1043})
        merged, _, count = self._read(document, [path])
        # Without ids the name and the measure decide; both sheets' 利用件数 are told apart by it.
        self.assertEqual((count, self._kpi(merged, "k1")["actuals"][-1]["value"]), (1, 1043))

    def test_text_of_the_strategy_is_no_formula(self):
        document = small()
        self._kpi(document, "k1")["name"] = "=1+1"
        path = entry_workbook.write_all(document, self.folder, 2025)[0]
        cell = openpyxl.load_workbook(path).active.cell(5, 3)
        self.assertEqual((cell.value, cell.data_type), ("=1+1", "s"))

    def test_another_workbook_is_not_taken_for_one(self):
        path = self.folder / "x.xlsx"
        book = openpyxl.Workbook()
        book.active["A1"] = "予算"
        book.save(path)
        repairs = RepairList()
        self.assertEqual(entry_workbook.read_file(path, repairs), [])
        self.assertEqual([entry.code for entry in repairs], ["file.not-a-form"])


if __name__ == "__main__":
    unittest.main()

"""CSV tables in the encodings and shapes that towns and the government's sites use."""
import datetime
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import senryaku
from senryaku.office import cells, tables_in
from senryaku.office.entries import Merge, indicators
from senryaku.office.repairs import RepairList

DATA = Path(__file__).resolve().parents[2] / "data"
TABLE = """基本目標,施策,KPI名,単位,現状値,R6実績,令和7年度実績値,目標値,担当課
しごとをつくる,創業,創業件数,件,3,"1,2",４件,10,商工課
,観光,観光入込客数,千人,120,12万5千人,130千人,150,商工課
,,宿泊者の満足度（％）,%,61.5,集計中,'65.0,80以上,
"""


def empty():
    return {"format": "senryaku.strategy/1", "municipality": {"code": "074471", "name": "会津美里町"}, "name": "戦略", "period": {}, "goals": []}


class TablesTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "kpi.csv"

    def _read(self, text, encoding="utf-8", columns=None, new=True, document=None):
        self.path.write_bytes(text.encode(encoding))
        document = document or empty()
        found, rows, repairs = tables_in.read_indicators(self.path, columns)
        if new:
            tables_in.add_new(document, rows)
        Merge(document, repairs, datetime.date(2026, 6, 1)).add(found)
        return document, repairs

    def test_encodings_give_the_same(self):
        documents = [self._read(TABLE, encoding)[0] for encoding in ("utf-8", "utf-8-sig", "cp932", "utf-16")]
        for document in documents[1:]:
            self.assertEqual(document, documents[0])

    def test_values_are_read_as_printed(self):
        document, repairs = self._read(TABLE, "cp932")
        kpis = {kpi["name"]: (kpi, measure, goal) for kpi, measure, goal in indicators(document)}
        kpi, measure, goal = kpis["観光入込客数"]
        self.assertEqual((measure["name"], goal["name"], kpi["unit"], kpi["measurement"]), ("観光", "しごとをつくる", "千人", {"owner": "商工課"}))
        # 12万5千人 are 125,000 people.
        self.assertEqual([(entry["year"], entry["value"]) for entry in kpi["actuals"]], [(2024, 125), (2025, 130)])
        kpi, measure, _ = kpis["宿泊者の満足度（％）"]
        self.assertEqual((measure["name"], kpi["baseline"]["value"], kpi["target"]["value"], kpi["target"]["bound"]),
                         ("観光", Decimal("61.5"), 80, "at-least"))
        self.assertEqual(kpi["actuals"], [{"value": None, "printed": "集計中", "unknown": "not-collected", "year": 2024},
                                          {"value": Decimal("65.0"), "year": 2025}])
        # 1,2 is no figure: commas group by three.
        self.assertEqual([entry["year"] for entry in kpis["創業件数"][0]["actuals"]], [2025])
        self.assertEqual([entry.code for entry in repairs.of("error")], ["figure.unread"])
        with senryaku.Strategy(cells.dumps(document)) as strategy:
            self.assertEqual(strategy.review("2026-06-01")["strategy"]["kpis"], 3)

    def test_repairs_say_what_was_read_how(self):
        _, repairs = self._read(TABLE, "cp932")
        codes = {entry.code for entry in repairs}
        self.assertLessEqual({"file.encoding", "table.column-taken", "table.name-above", "table.apostrophe", "figure.unit-scaled"}, codes)

    def test_a_second_reading_changes_nothing(self):
        document, _ = self._read(TABLE)
        before = cells.dumps(document)
        again, repairs = self._read(TABLE, document=document)
        self.assertEqual(cells.dumps(again), before)
        self.assertNotIn("entry.conflict", {entry.code for entry in repairs})

    def test_without_new_unknown_indicators_are_listed(self):
        document, repairs = self._read(TABLE, new=False)
        self.assertEqual(document["goals"], [])
        self.assertIn("entry.unknown-kpi", {entry.code for entry in repairs.of("error")})

    def test_column_map(self):
        text = "番号;なまえ;H30;目当て\n1;創業件数;5;10\n"
        document, _ = self._read(text, columns={"name": "なまえ", "actual:2018": "H30", "target": "目当て"})
        (kpi, _, _), = indicators(document)
        self.assertEqual((kpi["actuals"], kpi["target"]), ([{"value": 5, "year": 2018}], {"value": 10}))
        with self.assertRaises(ValueError):
            self._read(text, columns={"name": "なまえ", "nonsense": "H30"})
        _, repairs = self._read(text, columns={"name": "なまえ", "target": "ない列"})
        self.assertIn("table.column-missing", {entry.code for entry in repairs})

    def test_years_in_the_headings_of_baseline_and_target(self):
        document, _ = self._read("指標,現状値（R5）,目標値（R11）\n件数,5,10\n")
        (kpi, _, _), = indicators(document)
        self.assertEqual((kpi["baseline"], kpi["target"]), ({"value": 5, "year": 2023}, {"value": 10, "year": 2029}))
        document, _ = self._read("指標,R8目標,R9目標,最終目標\n件数,5,10,20\n")
        (kpi, _, _), = indicators(document)
        self.assertEqual((kpi["targets"], kpi["target"]), ([{"value": 5, "year": 2026}, {"value": 10, "year": 2027}], {"value": 20}))

    def test_ragged_rows_and_lines_above_the_headings(self):
        text = "○○町 KPI一覧\n\n指標,単位,目標値\n件数,件,5,余り\n人数\n\n"
        document, repairs = self._read(text)
        self.assertEqual([kpi["name"] for kpi, _, _ in indicators(document)], ["件数", "人数"])
        self.assertNotIn("target", next(indicators(document))[0])  # 5 may be the front of 5,000
        self.assertIn("table.cells-extra", [entry.code for entry in repairs.of("error")])
        self.assertLessEqual({"table.cells-extra", "table.cells-missing", "table.row-empty"}, {entry.code for entry in repairs})

    def test_what_is_in_no_encoding_is_said(self):
        self.path.write_bytes("指標,単位\n".encode("cp932") + b"\x81\x20\xff,x\n")
        repairs = RepairList()
        tables_in.read_lines(self.path, repairs)
        self.assertEqual([entry.code for entry in repairs], ["file.bytes-lost"])

    def test_no_headings(self):
        _, repairs = self._read("a,b\n1,2\n")
        self.assertEqual([entry.code for entry in repairs.of("error")], ["table.column-missing"])

    def test_population_of_e_stat(self):
        document = empty()
        path = DATA / "population" / "aizumisato_census.csv"
        repairs = tables_in.add_population(document, path, "国勢調査")
        self.assertEqual(repairs.of("error"), [])
        # 国勢調査 2015: 322 boys and 300 girls of 0–4, as in the strategy of 会津美里町.
        table = next(entry for entry in document["population_vision"]["distributions"] if entry["year"] == 2015)
        self.assertEqual((table["male"][0], table["female"][0], table["source"]), (322, 300, "国勢調査"))
        with senryaku.Strategy(cells.dumps(document)) as strategy:
            strategy.to_json()
        again = tables_in.add_population(document, path)
        self.assertEqual({entry.code for entry in again}, {"table.year-known"})
        self.path.write_text("a,b\n", encoding="utf-8")
        self.assertEqual([entry.code for entry in tables_in.add_population(document, self.path)], ["table.not-population"])


if __name__ == "__main__":
    unittest.main()

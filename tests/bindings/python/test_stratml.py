"""StratML out and in: valid by both schemas, back without a change but for the stated losses, real documents read."""
import copy
import json
import unittest
from decimal import Decimal
from pathlib import Path

import senryaku
from senryaku import stratml
from senryaku.office import cells
from senryaku.office.repairs import Refused

try:
    from lxml import etree
except ImportError:
    etree = None

DATA = Path(__file__).resolve().parents[2] / "data"
STRATEGIES = sorted((DATA / "strategies").glob("*.json"))
SCHEMAS = ("PerformancePlanOrReport20160216.xsd", "PerformancePlanOrReportISODRAFTVersion20160506.xsd")
TOWN = {"code": "074471", "name": "会津美里町"}  # 総務省 全国地方公共団体コード


def document_of(path):
    with senryaku.Strategy.from_file(path) as strategy:
        return cells.loads(strategy.to_json())


def without(document, pointers):
    """The document without the elements named, and without what is empty then."""
    left = copy.deepcopy(document)
    gone = object()
    for pointer in pointers:
        steps = pointer.split("/")[1:]
        inner = left
        for step in steps[:-1]:
            inner = inner[int(step)] if isinstance(inner, list) else inner[step]
        inner[int(steps[-1]) if isinstance(inner, list) else steps[-1]] = gone

    def tidy(value):
        if isinstance(value, dict):
            parts = {key: tidy(part) for key, part in value.items() if part is not gone}
            return {key: part for key, part in parts.items() if part not in ({}, []) or key in ("goals", "period")}
        if isinstance(value, list):
            return [part for part in (tidy(part) for part in value if part is not gone) if part != {}]
        return value
    return tidy(left)


class WriteTest(unittest.TestCase):
    maxDiff = None

    def test_all_but_the_stated_losses_comes_back(self):
        self.assertGreaterEqual(len(STRATEGIES), 9)
        for path in STRATEGIES:
            with self.subTest(path.name):
                document = document_of(path)
                xml, losses = stratml.write(document)
                read, repairs = stratml.read(xml)
                self.assertEqual(without(document, losses), read)
                self.assertEqual([entry.ja for entry in repairs if entry.severity == "error"], [])

    def test_what_is_read_is_a_strategy(self):
        for path in STRATEGIES:
            read, _ = stratml.read(stratml.write(document_of(path))[0])
            with senryaku.Strategy(cells.dumps(read)) as strategy:
                self.assertEqual(cells.loads(strategy.to_json())["name"], read["name"])

    def test_numbers_keep_their_digits_and_have_no_exponent(self):
        # xsd:decimal has no exponent.
        document = {"format": "senryaku.strategy/1", "municipality": TOWN, "name": "戦略", "period": {}, "goals": [
            {"id": "1", "name": "目標", "measures": [{"id": "2", "kpis": [
                {"id": "3", "name": "率", "unit": "%", "baseline": {"year": 2024, "value": Decimal("12.30")},
                 "target": {"year": 2029, "value": Decimal("0.0000001")}}]}]}]}
        xml, losses = stratml.write(document)
        self.assertIn(b"<NumberOfUnits>12.30</NumberOfUnits>", xml)
        self.assertIn(b"<NumberOfUnits>0.0000001</NumberOfUnits>", xml)
        self.assertEqual(losses, [])
        self.assertEqual(cells.dumps(stratml.read(xml)[0]["goals"]), cells.dumps(document["goals"]))

    def test_unknown_stays_unknown(self):
        document = {"format": "senryaku.strategy/1", "municipality": TOWN, "name": "戦略", "period": {}, "goals": [
            {"id": "g", "name": "目標", "numeric_targets": [{"id": "k", "name": "率", "actuals": [{"year": 2024, "value": None, "unknown": "not-collected"}]}]}]}
        xml, losses = stratml.write(document)
        self.assertEqual((stratml.read(xml)[0], losses), (document, []))

    def test_losses_are_named(self):
        _, losses = stratml.write(document_of(DATA / "strategies" / "aizumisato-2025.json"))
        shown = stratml.grouped(losses)
        for pointer in ("/idea_sheets", "/population_vision", "/procedure", "/regional_plans"):
            self.assertIn(pointer, shown)
            self.assertNotEqual(stratml.reason_for(pointer), stratml.reason_for("/x"))
        self.assertEqual(shown["/goals/*/measures/*/kpis/*/targets/*/printed_period"], 5)  # R8 to R12

    def _with_projects(self):
        """Every member of a project; the figures are invented."""
        project = {"id": "p1", "number": "1-1", "name": "予約システム", "description": "作る\n使う", "departments": ["総務課", "生涯学習課"], "status": "new",
                   "group": "①窓口", "start_year": 2025, "end_year": 2027, "digital": False, "digital_use": "申請", "goal_types": ["work", "place"],
                   "support_sought": ["mirai-suishin-type", "corporate-hometown-tax"], "note": "備考",
                   "budgets": [{"fiscal_year": 2025, "amount_yen": 61000000, "printed": "61百万円"}, {"fiscal_year": 2026, "amount_yen": 0}, {"printed": "未定"}]}
        return {"format": "senryaku.strategy/1", "municipality": dict(TOWN), "name": "戦略", "period": {}, "goals": [
            {"id": "g", "name": "目標", "measures": [{"id": "m1", "name": "甲", "projects": [project]},
                                                   {"id": "m2", "name": "乙", "projects": [{"id": "p2", "name": "事業"}, {"id": "p3", "name": "事業"}]}]}],
            "unplaced_projects": [{"id": "p4", "name": "別の事業", "budgets": [{"fiscal_year": 2024}]}]}

    def test_projects_are_carried(self):
        document = self._with_projects()
        xml, losses = stratml.write(document)
        read, repairs = stratml.read(xml)
        self.assertEqual((losses, read, [entry.ja for entry in repairs]), ([], document, []))
        # Budgets are what is put in, in yen: FY2025 is April 2025 to March 2026.
        for text in ('ValueChainStage="Input"', "<StartDate>2025-04-01</StartDate>", "<EndDate>2026-03-31</EndDate>", "<NumberOfUnits>61000000</NumberOfUnits>"):
            self.assertIn(text, xml.decode("utf-8"))

    def test_what_a_project_loses_is_named_with_the_reason(self):
        document = self._with_projects()
        project = document["goals"][0]["measures"][0]["projects"][0]
        project["facts"] = {"plan.certified": True}
        project["budgets"][0]["funding"] = [{"source": "national", "amount_yen": 1}]
        project["goal_types"] = ["甲、乙"]  # would come back as two
        xml, losses = stratml.write(document)
        at = "/goals/0/measures/0/projects/0/"
        self.assertEqual(sorted(losses), [at + "budgets/0/funding", at + "facts", at + "goal_types"])
        self.assertIn("財源", stratml.reason_for("/goals/*/measures/*/projects/*/budgets/*/funding"))
        self.assertEqual(without(document, losses), stratml.read(xml)[0])

    def test_a_project_whose_measure_is_gone(self):
        xml, _ = stratml.write(self._with_projects())
        read, repairs = stratml.read(xml.replace("施策: m2".encode(), "施策: m9".encode()))
        self.assertEqual([project["id"] for project in read["unplaced_projects"]], ["p2", "p3", "p4"])
        self.assertEqual([entry.code for entry in repairs], ["stratml.measure-missing"] * 2)

    @unittest.skipIf(etree is None, "lxml (Debian: python3-lxml) is not installed")
    def test_valid_by_both_schemas(self):
        schemas = [etree.XMLSchema(etree.parse(str(DATA / "stratml" / name))) for name in SCHEMAS]
        empty = {"format": "senryaku.strategy/1", "municipality": TOWN, "name": "\x01<&\x0b", "period": {}, "goals": []}
        for document in [document_of(path) for path in STRATEGIES] + [empty, self._with_projects()]:
            tree = etree.fromstring(stratml.write(document)[0])
            for schema in schemas:
                self.assertTrue(schema.validate(tree), "{}: {}".format(document["name"], schema.error_log))

    def test_identifiers_are_names_and_come_back(self):
        from senryaku.stratml import terms
        for text in ("k1", "1", "施策-1", "a b", "a/b", "a:b", "𠮷", "_x", "会津.1"):
            self.assertRegex(terms.to_identifier(text), r"^_[\w.\-]*$")
            self.assertEqual(terms.from_identifier(terms.to_identifier(text)), text)


class ReadTest(unittest.TestCase):
    def _read(self, name):
        return stratml.read((DATA / "stratml" / "samples" / name).read_bytes(), TOWN, name)

    def _codes(self, repairs):
        return {entry.code for entry in repairs}

    def test_real_documents_become_strategies(self):
        for path in sorted((DATA / "stratml" / "samples").glob("*.xml")):
            document, _ = self._read(path.name)
            with senryaku.Strategy(cells.dumps(document)) as strategy:
                self.assertGreaterEqual(strategy.review("2026-06-01")["strategy"]["goals"], 1, path.name)

    def test_mapping_example(self):
        # The figures stand in the file: baseline 0 of FY2023, target 1,200 and result 1,043 of FY2025, rated B.
        document, _ = self._read("mapping-example.part2.xml")
        measure = document["goals"][0]["measures"][0]
        outcome, output = measure["kpis"]
        self.assertEqual((outcome["stage"], outcome["unit"], output["stage"]), ("outcome", "件", "output"))
        self.assertEqual(outcome["baseline"], {"year": 2023, "value": 0})
        self.assertEqual(outcome["targets"], [{"year": 2025, "value": 1200}])
        self.assertEqual(outcome["actuals"], [{"year": 2025, "value": 1043}])
        self.assertEqual(outcome["measurement"], {"method": "申請受付件数をシステムにより把握"})
        self.assertEqual(document["verifications"], [{"id": "v-2025", "fiscal_year": 2025, "results": [{"subject": "kpi-31", "rating": "B"}]}])
        self.assertEqual(document["period"], {"start": "2025-04-01", "end": "2030-03-31"})

    def test_committee_report_is_repaired(self):
        # Its faults: identifiers that begin with a digit or stand twice, IndicatorType, order of the elements.
        document, repairs = self._read("stratml-committee-2011.performance-report.xml")
        self.assertLessEqual({"stratml.id-digit", "stratml.id-twice", "stratml.renamed", "stratml.order"}, self._codes(repairs))
        kpis = {kpi["name"]: kpi for goal in document["goals"] for measure in goal["measures"] for kpi in measure.get("kpis", ())}
        self.assertEqual(kpis["Plans Converted"]["actuals"][0]["value"], 829)
        self.assertEqual(kpis["Plans Converted"]["actuals"][0]["day"], "2012-01-26")

    def test_part_1_and_other_namespaces(self):
        document, repairs = self._read("white-house-american-innovation.part1.xml")
        self.assertEqual(document["vision"]["statement"][:3], "...")
        self.assertNotIn("stratml.namespace", self._codes(repairs))
        old = (DATA / "stratml" / "samples" / "mapping-example.part2.xml").read_bytes().replace(
            b"urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport", b"http://www.stratml.net/PerformancePlanOrReport")
        document, repairs = stratml.read(old)
        self.assertIn("stratml.namespace", self._codes(repairs))
        self.assertEqual(document["municipality"]["code"], "074471")

    def test_dates_and_numbers_as_they_are_met(self):
        text = (DATA / "stratml" / "samples" / "mapping-example.part2.xml").read_text(encoding="utf-8")
        for old, new in (("1200", "1.2E3"), ("1043", "1,043件"), ("2030-03-31", "令和12年3月31日")):
            text = text.replace(old, new)
        document, repairs = stratml.read(text)
        kpi = document["goals"][0]["measures"][0]["kpis"][0]
        self.assertEqual((kpi["targets"][0]["value"], kpi["actuals"][0]["value"]), (1200, 1043))
        self.assertEqual(document["period"]["end"], "2030-03-31")
        self.assertLessEqual({"stratml.number-form", "stratml.date-form"}, self._codes(repairs))

    def test_a_number_with_too_many_digits_is_not_cut(self):
        text = (DATA / "stratml" / "samples" / "mapping-example.part2.xml").read_text(encoding="utf-8")
        document, repairs = stratml.read(text.replace("1200", "1234567890123456789").replace("1043", "0.1234567890"))
        kpi = document["goals"][0]["measures"][0]["kpis"][0]
        self.assertEqual((kpi["targets"][0]["value"], kpi["actuals"][0]["value"]), (None, None))
        self.assertEqual([entry.code for entry in repairs.of("error")], ["stratml.number-bad"] * 2)
        with senryaku.Strategy(cells.dumps(document)) as strategy:
            strategy.to_json()

    def test_no_municipality_is_said(self):
        document, repairs = stratml.read((DATA / "stratml" / "samples" / "oecd-ai.strategic-plan.xml").read_bytes())
        self.assertIn("stratml.municipality-missing", self._codes(repairs))
        self.assertNotIn("code", document["municipality"])

    def test_hostile_documents_are_refused(self):
        bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">]><PerformancePlanOrReport>&a;</PerformancePlanOrReport>'
        for data in (bomb, bomb.decode().encode("utf-16"), b"", b"{}", b"<html/>", b"<PerformancePlanOrReport>", b"\xff\xfe<",
                     b"<PerformancePlanOrReport>" + b"<Goal/>" * 300000 + b"</PerformancePlanOrReport>", b"x" * (17 << 20)):
            with self.assertRaises(Refused):
                stratml.read(data)

    def test_an_empty_report_is_read(self):
        document, _ = stratml.read(b'<PerformancePlanOrReport Type="Strategic_Plan"/>', TOWN)
        self.assertEqual(json.loads(cells.dumps(document))["goals"], [])


if __name__ == "__main__":
    unittest.main()

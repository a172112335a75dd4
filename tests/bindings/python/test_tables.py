"""Results as named tables: the same figures as in their JSON, over the result's own memory."""
import unittest
from decimal import Decimal
from pathlib import Path

try:
    import numpy
except ImportError:
    numpy = None

import senryaku

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"


def strategy(name):
    return senryaku.Strategy.from_file(STRATEGIES / (name + ".json"))


class ResultTablesTest(unittest.TestCase):
    def same(self, table, rows, columns):
        """Each column holds the member of each row; a tuple is (column, path of members)."""
        for entry in columns:
            column, path = entry if isinstance(entry, tuple) else (entry, (entry,))
            wanted = []
            for row in rows:
                for member in path:
                    row = (row or {}).get(member)
                row = None if row == "" else row  # an empty text is one that was not stated
                wanted.append(Decimal(str(row)) if isinstance(table[column][0], Decimal) and row is not None else row)
            self.assertEqual(table[column], wanted, column)

    def test_check_by_indicator_and_by_finding(self):
        with strategy("urakawa").result("check") as result:
            self.assertEqual(result.tables, ["kpis", "goals", "findings"])
            data = result.data
            self.same(result.table("kpis"), [kpi["check"] for kpi in data["kpis"]],
                      ("kpi", "name", "pointer", "specific", "measurable", "achievable", "relevant", "time_bounded",
                       ("stage_confidence", ("stage", "confidence")), ("band_middle", ("band", "middle"))))
            self.same(result.table("goals"), data["goals"], ("goal", "name", "outcome", "output", "input", "undecided"))
            findings = result.table("findings")
            rows = [(kpi["check"]["kpi"], one) for kpi in data["kpis"] for one in kpi.get("findings", [])]
            rows += [(None, one) for one in data.get("findings", [])]
            self.assertGreater(len(rows), 10)
            self.assertEqual(findings["kpi"], [owner for owner, _ in rows])
            self.same(findings, [one for _, one in rows], ("code", "severity", "pointer", "line", "ja", "en"))

    def test_support_by_project_and_programme(self):
        with strategy("aizumisato-2025").result("support", fiscal_year=2026, portfolio=True, since=2025) as result:
            self.assertEqual(result.tables, ["answers", "also", "steps", "changes", "conflicts"])
            data = result.data
            self.assertGreater(len(data["answers"]), 10)
            self.same(result.table("answers"), data["answers"],
                      ("project", "project_name", "verdict_ja", ("answer_programme", ("answer", "programme")),
                       ("answer_verdict", ("answer", "verdict")), ("answer_fiscal_year", ("answer", "fiscal_year"))))
            for name in ("steps", "changes", "conflicts"):
                self.assertEqual({len(column) for column in result.table(name).values()}, {len(data.get(name, []))})

    def test_equal_answers_of_several_projects_lose_no_project(self):
        with strategy("kakogawa-2015") as town:
            with town.result("support", fiscal_year=2026) as apart, town.result("support", fiscal_year=2026, together=True) as once:
                answers, also = once.table("answers"), once.table("also")
                self.same(also, [dict(who, answer=row) for row, entry in enumerate(once.data["answers"])
                                 for who in entry.get("also", [])], ("answer", "project", "project_name", "pointer"))
                told = set(zip(answers["project"], answers["answer_programme"], answers["answer_verdict"]))
                told |= {(project, answers["answer_programme"][row], answers["answer_verdict"][row])
                         for project, row in zip(also["project"], also["answer"])}
                every = apart.table("answers")
                self.assertEqual(told, set(zip(every["project"], every["answer_programme"], every["answer_verdict"])))
                self.assertEqual(len(told), 31 * 40)  # Kakogawa's projects by the programmes of the catalogue

    def test_review_at_a_glance(self):
        with strategy("kakogawa-2015").result("review", as_of="2019-06-01") as result:
            self.assertEqual(result.tables, ["headlines", "kpis", "evaluations", "outlook", "support", "findings"])
            data = result.data
            self.same(result.table("headlines"), data["headlines"], ("code", "severity", "count", "ja"))
            self.same(result.table("kpis"), data["checks"], ("kpi", "specific"))
            self.same(result.table("evaluations"), data["evaluation"]["kpis"], ("kpi", "rating", "rate", "actual"))
            self.same(result.table("outlook"), data["outlook"]["kpis"], ("kpi", "state"))
            self.same(result.table("support"), data["support"], ("programme", "verdict", "ja"))
            self.same(result.table("findings"), data["findings"], ("code", "severity", "pointer", "line", "column"))

    def test_population_by_scenario_year_sex_and_age(self):
        with strategy("aizumisato-2025").result("population", horizon_year=2045) as result:
            self.assertEqual(result.tables, ["years", "cells", "needed", "bands"])
            scenarios = result.data["scenarios"]
            self.assertGreater(len(scenarios), 2)
            years = result.table("years")
            self.assertEqual(years["scenario"], [one["name"] for one in scenarios for _ in one["rows"]])
            self.same(years, [row for one in scenarios for row in one["rows"]],
                      ("year", "total", "share_65_plus", "births_surviving", "natural_change", "social_change"))
            self.assertIsNone(years["natural_change"][0])  # the base year does not know the step before it
            self.assertIsNotNone(years["natural_change"][1])
            cells = result.table("cells")
            wanted = [(one["name"], point["year"], sex, 5 * group, persons) for one in scenarios for point in one["pyramid"]
                      for sex in ("male", "female") for group, persons in enumerate(point["population"][sex])]
            self.assertEqual(list(zip(*(cells[name] for name in ("scenario", "year", "sex", "age", "persons")))), wanted)

    def test_projection_by_request_has_the_same_tables(self):
        zeros = {sex: [0.0] * 17 for sex in ("male", "female")}
        ones = {sex: [1.0] * 17 for sex in ("male", "female")}
        step = {"survival": ones, "net_migration": zeros, "births": {"child_woman_ratio": 0.2, "male_share": 0.5}}
        request = {"input": {"base_year": 2020, "base": {sex: [10.0] * 18 for sex in zeros}, "steps": [step]}, "scenarios": False}
        with senryaku.projection(request) as result:
            years = result.table("years")
            self.assertEqual(years["year"], [2020, 2025])
            self.assertEqual(years["births_surviving"], [None, 14.0])  # 0.2 × 70 women of 15–49
            self.assertEqual(years["natural_change"], [None, 14.0])  # nobody dies
            self.assertEqual(years["social_change"], [None, 0.0])
            self.assertEqual(len(result.table("cells")["persons"]), 2 * 2 * 18)

    def test_comparison_of_versions_and_years(self):
        older, newer = strategy("kakogawa-2015"), strategy("kakogawa-2021")
        with newer.result("compare", before=older, year_before=2021, year_after=2022) as result:
            self.assertEqual(result.tables, ["elements", "counts", "indicators", "findings", "findings_before"])
            data = result.data
            self.same(result.table("elements"), data["versions"]["elements"],
                      ("kind", "change", "name_before", "name_after", "comparable"))
            self.same(result.table("counts"), data["versions"]["counts"], ("kind", "added", "removed", "changed", "unchanged"))
            self.same(result.table("indicators"), data["years"]["indicators"], ("kpi", "value_before", "value_after", "value"))
        with newer.result("compare", before=older) as result:
            self.assertEqual(result.table("indicators")["kpi"], [])  # there, without rows

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_takes_the_result_s_memory(self):
        result = strategy("aizumisato-2025").result("population")
        persons, again = (result.columns("cells")["persons"] for _ in range(2))
        self.assertEqual(persons.values.dtype, numpy.float64)
        self.assertEqual(persons.values.ctypes.data, again.values.ctypes.data)  # a view each, no copy
        wanted = result.table("cells")["persons"]
        del result, again
        self.assertEqual(list(persons.values), wanted)  # the memory lives as long as its views


if __name__ == "__main__":
    unittest.main()

"""Columns of facts: the same verdicts as single questions, from sequences and from arrays."""
import random
import unittest
from array import array
from datetime import date
from fractions import Fraction

import senryaku
from senryaku.columns import from_values

try:
    import numpy
except ImportError:
    numpy = None

VERDICTS = ["eligible", "ineligible", "conditional", "not-in-force"]


class ColumnTest(unittest.TestCase):
    def test_values_become_whole_numbers(self):
        column = from_values([53.9, None, 54])
        self.assertEqual((list(column.values), list(column.known), column.scale), ([539, 0, 540], [1, 0, 1], 1))
        self.assertEqual(list(from_values(["1970-01-02", date(1970, 1, 3)]).values), [1, 2])
        self.assertEqual(list(from_values([True, False]).values), [1, 0])
        self.assertEqual(from_values([Fraction(2, 3)]).values[0], 666666666)  # cut off, as the library does
        texts = from_values(["type2", "type1", None])
        self.assertEqual((texts.names, list(texts.values)), (["type1", "type2"], [1, 0, 0]))


class MatchColumnsTest(unittest.TestCase):
    def test_equals_single_questions(self):
        chance = random.Random(1)
        columns = {
            "project.type": [chance.choice(["type1", "type2", "type3", None]) for _ in range(600)],
            "project.uses_digital": [chance.choice([True, True, False, None]) for _ in range(600)],
            "project.proven_elsewhere": [chance.choice([True, True, False, None]) for _ in range(600)],
            "project.type2_conditions_met": [True] * 600,
            "project.overall_mark_top": [True] * 600,
            "project.has_consortium": [True] * 600,
            "project.goes_live": [True] * 600,
            "project.planned_years": [chance.choice([1, 1, 2, None]) for _ in range(600)],
            "implementation_plan.exists": [True] * 600,
            "applicant.body": ["municipality"] * 600,
        }
        found = senryaku.match_columns("digiden-jisso-type", 2024, columns, results=True, explain=True)
        questions = [{"programme": "digiden-jisso-type", "fiscal_year": 2024,
                      "facts": {fact: values[row] for fact, values in columns.items()}} for row in range(600)]
        single = [reply["answer"]["verdict"] for reply in senryaku.match(questions)["answers"]]
        self.assertEqual([found["verdicts"][code] for code in found["verdict"]], single)
        self.assertEqual(found["verdicts"], VERDICTS)
        self.assertGreater(len(set(single)), 2)
        self.assertEqual([entry["verdict"] for entry in found["explanations"]], single)
        place = [test["id"] for test in found["tests"]].index("jisso.digital")
        told = [{None: 1, True: 2, False: 0}[value] for value in columns["project.uses_digital"]]
        self.assertEqual(list(found["results"][place]), told)
        self.assertEqual([entry["tests"]["jisso.digital"] for entry in found["explanations"]],
                         columns["project.uses_digital"])

    def test_what_cannot_be_read_is_said(self):
        for columns in ({"no.such.fact": [1]}, {"plan.measures": [1]},
                        {"project.cost_yen": {"values": array("q", [1]), "scale": 12}}):
            with self.assertRaises(senryaku.SenryakuError):
                senryaku.match_columns("digiden-jisso-type", 2024, columns)
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.match_columns("no-such-programme", 2024, {})
        self.assertEqual(caught.exception.problems[0].code, "support.programme.unknown")
        with self.assertRaises(ValueError):
            senryaku.match_columns("digiden-jisso-type", 2024, {"project.uses_digital": [True], "project.goes_live": [True, True]})

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_arrays_pass_as_they_are(self):
        values = numpy.array([100000, 99999], dtype=numpy.int64)
        known = numpy.array([True, True])
        found = senryaku.match_columns("corporate-hometown-tax", 2024, {"donation.amount_yen": {"values": values, "known": known}})
        self.assertEqual([found["verdicts"][code] for code in found["verdict"]], ["conditional", "ineligible"])


if __name__ == "__main__":
    unittest.main()

"""Evaluation through the binding: tables, columns, schemes side by side."""
import json
import os
import subprocess
import sys
import unittest
from array import array
from decimal import Decimal
from pathlib import Path
from random import Random

import senryaku

try:
    import numpy
except ImportError:
    numpy = None

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"
AIMS = ("increase", "decrease", "maintain", "at-least", "at-most")


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "senryaku", *map(str, arguments)], capture_output=True, encoding="utf-8", env=dict(os.environ))


class ColumnsTest(unittest.TestCase):
    def test_columns_equal_single_indicators_bit_for_bit(self):
        random = Random(7)
        rows = 400
        drawn = {name: array("q", [random.randint(-300, 3000) for _ in range(rows)]) for name in ("actual", "target", "baseline")}
        known = {name: array("B", [random.random() < 0.9 for _ in range(rows)]) for name in drawn}
        aim = array("q", [random.randrange(5) for _ in range(rows)])
        for scheme in ("ibaraki-strategy", "tochigi-genki-2016", "fukuoka-jimu-2024", "hyogo-strategy-2023", "nagayo-plan-2019"):
            with self.subTest(scheme=scheme):
                rule = senryaku.schemes([scheme])[0]
                against_final = dict(rule, compared_with="final-target")
                got = senryaku.rate_columns(*[senryaku.Column(drawn[name], known[name], 1) for name in ("actual", "target", "baseline")],
                                            aim=aim, scheme=scheme)
                questions = []
                for i in range(rows):
                    figure = {name: drawn[name][i] / 10 if known[name][i] else None for name in drawn}
                    kpi = {"id": "k", "name": "n", "aim": AIMS[aim[i]], "target": {"year": 2020, "value": figure["target"]},
                           "baseline": {"value": figure["baseline"]}, "actuals": [{"year": 2020, "value": figure["actual"]}]}
                    questions.append({"scheme": scheme, "year": 2020, "kpi": kpi})
                symbols = [band["symbol"] for band in rule["bands"]]
                for i, single in enumerate(senryaku.evaluate_indicators(questions, [against_final])):
                    self.assertEqual(single.get("rating"), symbols[got.rating[i]] if got.rating[i] >= 0 else None, i)
                    self.assertEqual("rate" in single, got.denominator[i] != 0, i)
                    if "rate" in single:
                        self.assertEqual(int(single["rate_numerator"]) * got.denominator[i],
                                         int(single["rate_denominator"]) * got.numerator[i], i)
                        decimals = rule.get("rounding", {}).get("decimals", 1)
                        self.assertEqual(Decimal(single["rate"].rstrip("%")), Decimal(got.rate[i]).scaleb(-decimals), i)

    def test_plain_lists_and_arrays_give_the_same(self):
        lists = senryaku.rate_columns([63, 62], [70, 70], scheme="hyogo-strategy-2023")
        arrays = senryaku.rate_columns(array("q", [63, 62]), array("q", [70, 70]), scheme="hyogo-strategy-2023")
        self.assertEqual([list(part) for part in lists], [list(part) for part in arrays])
        self.assertEqual(list(lists.rate), [900, 886])  # 63 ÷ 70 = 90.0 %, 62 ÷ 70 = 88.57 %
        self.assertEqual(list(lists.rating), [1, 2])  # B, C

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_columns_are_written_in_place(self):
        actual = numpy.array([63.0, 62.99, numpy.nan, 1 / 3])
        column, refused = senryaku.decimal_column(actual, 2)
        self.assertEqual(column.values.tolist(), [6300, 6299, 0, 0])
        self.assertEqual(column.known.tolist(), [1, 1, 0, 0])
        self.assertEqual(refused.tolist(), [0, 0, 0, 1])
        out = senryaku.Rated(None, None, numpy.zeros(4, "i8"), numpy.zeros(4, "i4"), None)
        senryaku.rate_columns(column, senryaku.Column(numpy.full(4, 70), None, 0), scheme="hyogo-strategy-2023", out=out)
        self.assertEqual(out.rate[:2].tolist(), [900, 900])  # 89.9857… % is printed as 90.0 too
        self.assertEqual(out.rating.tolist(), [1, 2, 4, 4])  # B, C, and twice ー
        with self.assertRaises(ValueError):
            senryaku.rate_columns(column, column, scheme="hyogo-strategy-2023", out=out._replace(rate=numpy.zeros(8, "i8")[::2]))

    def test_decimals_from_floats_without_numpy(self):
        column, refused = senryaku.decimal_column([12.3, 0.1], 1)
        self.assertEqual((list(column.values), list(refused)), ([123, 1], [0, 0]))

    def test_refusals(self):
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.rate_columns([1], [1], scheme="none")
        self.assertEqual(caught.exception.problems[0].code, "evaluate.scheme.unknown")
        with self.assertRaises(senryaku.SenryakuError):
            senryaku.rate_columns(senryaku.Column([1], None, 10), [1])
        with self.assertRaises(ValueError):
            senryaku.rate_columns([1, 2], [1])


class TablesTest(unittest.TestCase):
    def setUp(self):
        self.strategy = senryaku.Strategy.from_file(STRATEGIES / "kakogawa-2015.json")

    def test_the_sheet_as_named_columns(self):
        with self.strategy.evaluation(2018, ["kakogawa-2015", "tochigi-genki-2016"]) as result:
            evaluations = result.data["evaluations"]
            self.assertEqual(result.tables, ["kpis", "measures", "numeric_targets", "goals", "plans", "strategy"])
            kpis = result.table("kpis")
            singles = [kpi for evaluation in evaluations for kpi in evaluation["kpis"]]
            self.assertEqual(len(kpis["name"]), len(singles))
            for i, single in enumerate(singles):
                self.assertEqual(kpis["name"][i], single["name"])
                self.assertEqual(kpis["rating"][i], single.get("rating"))
                for figure in ("baseline", "target", "actual"):
                    want = single[figure]
                    self.assertEqual(kpis[figure][i], None if want is None else Decimal(str(want)))
            whole = result.table("strategy")
            self.assertEqual(whole["scheme"], ["kakogawa-2015", "tochigi-genki-2016"])
            self.assertEqual(whole["total"], [len(evaluation["kpis"]) for evaluation in evaluations])
            with self.assertRaises(KeyError):
                result.table("no such table")

    def test_whatever_tables_a_verb_offers_can_be_read(self):
        options = {"review": {"as_of": "2026-06-01"}, "check": {"kpis": []}, "evaluate": {"fiscal_year": 2018}, "support": {"fiscal_year": 2019},
                   "plan": {}, "population": {"horizon_year": 2050}}
        offered = {}
        for verb, given in options.items():
            with self.strategy.result(verb, **given) as result:
                self.assertTrue(result.data["format"].startswith("senryaku."))
                offered[verb] = result.tables
                for name in result.tables:
                    table = result.table(name)
                    self.assertEqual(len({len(column) for column in table.values()}), 1, (verb, name))
        self.assertIn("kpis", offered["evaluate"])
        with self.assertRaises(ValueError):
            self.strategy.result("guess")

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_columns_outlive_the_name_of_the_result(self):
        column = self.strategy.evaluation(2018).columns("kpis")["actual"]
        table = self.strategy.evaluation(2018).table("kpis")["actual"]
        self.assertEqual([Decimal(int(v)).scaleb(-column.scale) if k else None for v, k in zip(column.values, column.known)], table)


class CommandTest(unittest.TestCase):
    def test_roll_up_in_the_terminal(self):
        done = run("evaluate", STRATEGIES / "kakogawa-2015.json", "--fy", "2018")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("■ まとめ", done.stdout)
        self.assertIn("戦略全体", done.stdout)

    def test_a_rate_of_change_is_no_number_of_cases(self):
        # 加古川市 2015 刑法犯罪発生件数: 10.0 % fewer than 4,462, which is 4,015.8; final 2,408. Were it 4,300, it would be missed.
        for language, shown in (("ja", "増減 -10.0%"), ("en", "change -10.0%")):
            done = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01", "--lang", language)
            line, = [line for line in done.stdout.splitlines() if "刑法犯罪発生件数" in line and "4,462" in line]
            self.assertIn(shown, line)
        text = (STRATEGIES / "kakogawa-2015.json").read_text(encoding="utf-8")
        document = json.loads(text)
        crimes, = [kpi for goal in document["goals"] for kpi in goal["numeric_targets"] if kpi["name"] == "刑法犯罪発生件数"]
        for actual in crimes["actuals"]:
            actual["value"] = 4300
        with senryaku.Strategy(json.dumps(document)) as strategy:
            found, = [finding for finding in strategy.review(as_of="2026-06-01")["findings"]
                      if finding["code"] == "evaluate.rating.low" and "刑法犯罪" in json.dumps(finding, ensure_ascii=False)]
        self.assertEqual(found["values"]["target"], "4015.8")
        self.assertIn("4,015.8件、率 36.3%", found["ja"])  # (4462 − 4300) ÷ (4462 − 4015.8)

    def test_schemes_of_other_towns_side_by_side_and_from_a_file(self):
        file = Path(__file__).with_name("scheme_for_test.json")
        done = run("evaluate", STRATEGIES / "kakogawa-2015.json", "--fy", "2018", "--scheme", "kakogawa-2015",
                   "--scheme", "ino-strategy-2017", "--scheme", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        for part in ("率 A", "評定 B", "率 C", "架空町の基準"):
            self.assertIn(part, done.stdout)


if __name__ == "__main__":
    unittest.main()

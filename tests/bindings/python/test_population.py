"""Population tables from CSV, projections by request, and the runner that judges them."""
import importlib.util
import shutil
import tempfile
import unittest
from array import array
from pathlib import Path

import senryaku
from senryaku import population as tables

try:
    import numpy
except ImportError:
    numpy = None

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "population"
NAGI = str(DATA / "ipss2018_33623_nagi")


def runner():
    """The judge of tests/cases."""
    path = ROOT / "tests" / "cases" / "kinds" / "population.py"
    spec = importlib.util.spec_from_file_location("judge_population", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, text, encoding="utf-8", name="t.csv"):
        path = Path(self.folder) / name
        path.write_bytes(text.encode(encoding))
        return path


class NumberTest(unittest.TestCase):
    def test_conventions_of_e_stat(self):
        for text, value in (("1,234", 1234), ("１２，３４５", 12345), (" 7 ", 7), ("-", 0), ("－", 0), ("△5", -5), ("▲1,000", -1000),
                            ("-3", -3), ("0.5", 0.5), ("'12", 12), ("1e3", 1000)):
            self.assertEqual(tables.number(text), value, text)

    def test_what_is_not_known_stays_unknown(self):
        for text in ("", "…", "...", "***", "x", "Ｘ", "―", None):
            self.assertIsNone(tables.number(text), text)

    def test_what_is_no_figure_is_refused(self):
        for text in ("abc", "12人", "1.2.3", "nan", "inf"):
            with self.assertRaises(ValueError, msg=text):
                tables.number(text)


class AgeTest(unittest.TestCase):
    def test_labels(self):
        for label, meaning in (("0～4歳", ("group", 0)), ("0-4", ("group", 0)), ("１０〜１４歳", ("group", 10)), ("85歳以上", ("open", 85)),
                               ("100+", ("open", 100)), ("年齢不詳", ("unknown", None)), ("年齢「不詳」", ("unknown", None)),
                               ("7歳", ("single", 7)), ("総数", None), ("15歳未満", None), ("15～64歳", None), ("平均年齢", None),
                               ("20～39歳", None), ("1～5歳", None)):
            self.assertEqual(tables.age_of(label), meaning, label)


def ages(last, figure=lambda age: age + 1):
    """Lines "age label,figure" from 0–4 up to an open group."""
    lines = ["{}～{}歳,{}".format(age, age + 4, figure(age)) for age in range(0, last, 5)]
    return lines + ["{}歳以上,{}".format(last, figure(last))]


class ReadPopulationTest(Folder):
    def test_sexes_across_with_titles_recapitulations_and_cp932(self):
        lines = ["令和2年国勢調査,,,", "年齢（5歳階級）,総数,男,女", "総数,9,9,9"]
        lines += ["{},{},{}".format(label, 0, value) + "," + value for label, value in (line.split(",") for line in ages(85))]
        lines += ["年齢不詳,9,3,4", "（再掲）15歳未満,9,9,9", "（再掲）65歳以上,9,9,9", "（再掲）75歳以上,9,9,9"]
        table = tables.read_population(self.write("\r\n".join(lines), "cp932"), year=2020)[2020]
        self.assertEqual(table["male"], [age + 1 for age in range(0, 90, 5)])
        self.assertEqual(table["unknown"], {"male": 3, "female": 4})

    def test_one_figure_a_row(self):
        lines = ["時間軸（年次）,男女,年齢（5歳階級）,value"]
        for sex in ("総数", "男", "女"):
            lines += ['2020年,{},{},"{}"'.format(sex, *line.split(",")) for line in ages(100)]
        table = tables.read_population(self.write("\n".join(lines)))[2020]
        self.assertEqual(len(table["female"]), 21)

    def test_single_ages_are_added_up(self):
        lines = ["sex,age_group,2020"] + ["M,{},1".format(age) for age in range(90)] + ["M,90歳以上,7"]
        lines += [line.replace("M,", "F,") for line in lines[1:]]
        self.assertEqual(tables.read_population(self.write("\n".join(lines)))[2020]["male"], [5.0] * 18 + [7.0])

    def test_an_unknown_figure_is_not_nought(self):
        lines = ["sex,age_group,2020"] + [s + "," + line for s in "男女" for line in ages(85, lambda a: "…" if a == 20 else 3)]
        path = self.write("\n".join(lines))
        self.assertIsNone(tables.read_population(path)[2020]["male"][4])
        self.assertEqual(tables.read_censuses(path), [])  # a census with a gap cannot be projected

    def test_unknown_ages_apart_or_distributed(self):
        lines = ["sex,age_group,2020"] + [s + "," + line for s in "男女" for line in ages(85, lambda a: 10)]
        path = self.write("\n".join(lines + ["男,不詳,18", "女,不詳,0"]))
        apart = tables.read_population(path)[2020]
        self.assertEqual((apart["male"][0], apart["unknown"]["male"]), (10, 18))
        spread = tables.read_population(path, unknown="distribute")[2020]
        self.assertAlmostEqual(spread["male"][0], 11)  # 18 men over 18 groups of 10
        self.assertEqual((spread["female"][0], spread["unknown"]["male"]), (10, 0))

    def test_gaps_doubles_and_missing_headings_are_named(self):
        good = ["男," + line for line in ages(85)]
        for lines, said in (([line for line in good if "20～24" not in line], "20"), (good[:-1], "85"), (good + [good[3]], ":20:"),
                            (good[:3] + ["男,15～19歳,abc"] + good[4:], ":5:")):
            with self.assertRaises(ValueError) as caught:
                tables.read_population(self.write("\n".join(["sex,age_group,2020"] + lines)))
            self.assertIn(said, str(caught.exception))
        for text in ("a,b\n1,2\n", ""):
            with self.assertRaises(ValueError):
                tables.read_population(self.write(text))


class ProjectTest(unittest.TestCase):
    def test_unknown_split_shows_no_rating(self):
        given = tables.read_set(NAGI)
        for step in given["steps"]:
            step["survival"] = {sex: [a + b for a, b in zip(step["survival"][sex], step["net_migration"][sex])] for sex in step["survival"]}
            step["change_only"] = True
            del step["net_migration"]
        answer = senryaku.project({"input": given})
        self.assertNotIn("social_rating", answer)
        self.assertNotIn("social_change", answer["scenarios"][0]["rows"][1])
        self.assertEqual([f["code"] for f in answer["findings"]], ["population.scenario.unsplit"])
        self.assertEqual([s["name"] for s in answer["scenarios"]], ["pattern1", "simulation1"])

    def test_desired_fertility_of_the_nation(self):
        # (0.34 × 2.07 + 0.66 × 0.89 × 2.12) × 0.938 = 1.8282
        factors = {"married_share": 0.34, "planned_children": 2.07, "wish_to_marry": 0.89, "wished_children": 2.12,
                   "separation_effect": 0.938}
        request = {"input": tables.read_set(NAGI), "desired_fertility": factors}
        self.assertAlmostEqual(senryaku.project(request)["desired_fertility"], 1.8282, 4)
        del factors["wish_to_marry"]
        self.assertNotIn("desired_fertility", senryaku.project(request))

    def test_founding_town_from_its_censuses(self):
        # Back-test of 2020: 19,037.0243 projected, 19,014 counted (census total).
        request = {"censuses": tables.read_censuses(str(DATA / "aizumisato_census.csv")), "horizon_year": 2030,
                   "census_totals": [{"year": 2020, "total": 19014}]}
        answer = senryaku.project(request)
        self.assertAlmostEqual(answer["scenarios"][0]["rows"][1]["total"], 19037.0243, 4)
        case = [c for c in answer["past"]["cases"] if (c["base_year"], c["year"]) == (2015, 2020)][0]
        self.assertAlmostEqual(case["error_percent"], 0.1211, 4)
        band = [b for b in answer["bands"] if b["year"] == 2020][0]
        self.assertLess(band["low"], 19014)
        self.assertLess(19014, band["high"])

    def test_input_and_censuses_exclude_each_other(self):
        for request in ({}, {"input": tables.read_set(NAGI), "censuses": tables.read_censuses(str(DATA / "aizumisato_census.csv"))}):
            with self.assertRaises(senryaku.SenryakuError) as caught:
                senryaku.project(request)
            self.assertEqual(caught.exception.problems[0].code, "population.request.input")


class AreasTest(unittest.TestCase):
    """One area of NAGI, by arrays."""

    def setUp(self):
        given = tables.read_set(NAGI)
        flat = lambda step, member: step[member]["male"] + step[member]["female"]
        self.sizes = (1, 19, 6)
        self.columns = [given["base"]["male"] + given["base"]["female"],
                        [v for step in given["steps"] for v in flat(step, "survival")],
                        [v for step in given["steps"] for v in flat(step, "net_migration")],
                        [step["births"]["child_woman_ratio"] for step in given["steps"]],
                        [step["births"]["male_share"] for step in given["steps"]]]

    def total(self, out):
        return sum(list(out)[-38:])  # 2045, published: 3,688

    def test_without_numpy(self):
        self.assertAlmostEqual(self.total(senryaku.project_areas(*self.sizes, *self.columns)), 3688, 3)
        out = array("d", bytes(8 * 228))
        self.assertIs(senryaku.project_areas(*self.sizes, *self.columns, out=out), out)
        self.assertAlmostEqual(self.total(out), 3688, 3)

    def test_out_that_cannot_take_the_result_is_refused(self):
        for out in (array("d", bytes(8 * 227)), array("f", bytes(4 * 228)), [0.0] * 228):
            with self.assertRaises(ValueError):
                senryaku.project_areas(*self.sizes, *self.columns, out=out)
        with self.assertRaises(ValueError):
            senryaku.project_areas(*self.sizes, self.columns[0][:-1], *self.columns[1:])

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_arrays(self):
        columns = [numpy.array(column) for column in self.columns]
        out = numpy.empty((1, 6, 2, 19))
        senryaku.project_areas(*self.sizes, *columns, out=out)
        self.assertAlmostEqual(out[0, -1].sum(), 3688, 3)
        narrow = [column.astype("<f4").astype("<f8").astype(object) for column in columns]
        self.assertAlmostEqual(self.total(senryaku.project_areas(*self.sizes, *narrow)), 3688, 1)
        frozen = numpy.empty(228)
        frozen.flags.writeable = False
        for wrong in (numpy.empty(456)[::2], numpy.empty(228, "<f4"), frozen):
            with self.assertRaises(ValueError):
                senryaku.project_areas(*self.sizes, *columns, out=wrong)


class RunnerTest(Folder):
    """A changed figure, a missing one, and nothing to compare are misses."""

    def copy(self):
        for path in DATA.glob("ipss2018_33623_nagi_*.csv"):
            shutil.copy(str(path), self.folder)
        return Path(self.folder) / "ipss2018_33623_nagi_population.csv", Path(self.folder) / "ipss2018_33623_nagi_scenarios.csv"

    def failed(self):
        cases, _ = runner().judge([self.folder])
        return [case["id"].split()[-1] for case in cases if not case["ok"]]

    def test_untouched_set_passes(self):
        self.copy()
        self.assertEqual(self.failed(), [])

    def test_one_cell_of_one_year(self):
        population, _ = self.copy()
        text = population.read_text(encoding="utf-8")
        self.assertIn("M,5-9,5,106,127,", text)
        population.write_text(text.replace("M,5-9,5,106,127,", "M,5-9,5,106,127.02,"), encoding="utf-8")
        self.assertEqual(self.failed(), ["pattern1"])

    def test_one_figure_of_a_scenario_a_year_too_many_and_an_unknown_scenario(self):
        _, scenarios = self.copy()
        text = scenarios.read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.startswith("simulation2,2030"))
        for changed in (line.replace(line.split(",")[2], "1"), line.replace("2030", "2031"), line.replace("simulation2", "pattern9")):
            scenarios.write_text(text.replace(line, changed), encoding="utf-8")
            self.assertEqual(self.failed(), ["pattern9" if "pattern9" in changed else "simulation2"])

    def test_no_figure_and_no_number_never_pass(self):
        judge = runner()
        self.assertFalse(judge.Differences().case("x")["ok"])
        for got, want in ((float("nan"), 1.0), (1.0, float("nan")), (None, 1.0)):
            seen = judge.Differences()
            seen.add_cell(got, want)
            self.assertFalse(seen.case("x")["ok"])


if __name__ == "__main__":
    unittest.main()

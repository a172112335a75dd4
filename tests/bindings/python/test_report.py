"""The papers as far as the standard library goes: arrangement, charts, CSV. Programs open them in tests/papers."""
import contextlib
import csv
import io
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from senryaku import Strategy, commands, eras, report
from senryaku.office import MissingExtra
from senryaku.report import charts, files, sheets, tables
from senryaku.report.population_view import PopulationView
from senryaku.report.support_view import SupportView
from senryaku.report.view import View, figure

DATA = Path(__file__).resolve().parents[2] / "data" / "strategies"


def answers_of(name="kakogawa-2015", **options):
    with Strategy.from_file(str(DATA / (name + ".json"))) as strategy:
        return report.gather(strategy, "2026-06-01", **options)


def table_named(name, answers):
    return next(table for table in tables.tables(answers, "ja") if table.name == name)


def read_csv(data, encoding):
    return list(csv.reader(io.StringIO(data.decode(encoding))))


class Figures(unittest.TestCase):
    def test_figures_keep_their_digits(self):
        self.assertEqual([figure(value, "?") for value in (12345, Decimal("12.30"), Decimal("-0.5"), 0, None)],
                         ["12,345", "12.30", "−0.5", "0", "?"])

    def test_rates_become_numbers_with_their_decimals(self):
        self.assertEqual(sheets.rate_cell("-1233.3%"), (Decimal("-12.333"), "0.0%"))
        self.assertEqual(sheets.rate_cell("74%"), (Decimal("0.74"), "0%"))
        self.assertIsNone(sheets.rate_cell("7%超過"))

    def test_era_in_which_a_year_ends(self):
        # 元号を改める政令（平成31年政令第143号）: 令和 from 2019-05-01; 平成 from 1989-01-08; 昭和 from 1926-12-25.
        self.assertEqual([eras.era_year(year) for year in (2020, 2019, 2018, 1989, 1988, 1926, 1868)],
                         ["令和2年", "令和元年", "平成30年", "平成元年", "昭和63年", "昭和元年", "明治元年"])

    def test_days_and_years_by_both_counts(self):
        # 令和 began on 2019-05-01; fiscal years are named by the year in which they begin: 令和元年度 is FY2019.
        self.assertEqual([eras.era_day(day) for day in ("2026-06-01", "2019-04-30", "2019-05-01")],
                         ["令和8（2026）年6月1日", "平成31（2019）年4月30日", "令和元（2019）年5月1日"])
        self.assertEqual([eras.both_years(2019), eras.both_years(2026), eras.both_years(1800)], ["令和元（2019）年度", "令和8（2026）年度", "1800年度"])
        self.assertEqual(eras.short_years([2018, 2019, 2026]), {2018: "H30", 2019: "R1", 2026: "R8"})


class Arrangement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.answers = answers_of()
        cls.view = View(cls.answers, "ja")

    def test_births_of_kakogawa(self):
        # 加古川市 総合戦略（第1期）の検証: 出生数 2,264（H26）→ 目標 2,300、実績 1,820 で未達成
        # https://www.city.kakogawa.lg.jp/section/ebook/contents/05_keikaku/007_machihito/pageindices/index11.html
        births = next(kpi for kpi in self.view.indicators if kpi.id == "g1-t1")
        self.assertEqual((births.baseline, births.target, births.actual, births.rating, births.state), (2264, 2300, 1820, "未達成", "poor"))
        self.assertEqual(births.past, [(2014, 2264), (2018, 1948), (2019, 1820)])
        self.assertEqual(births.aims_at, [(2019, 2300)])

    def test_a_target_that_is_a_change_says_so(self):
        crimes = next(kpi for kpi in self.view.indicators if kpi.id == "g2-t1")
        self.assertEqual(self.view.target(crimes), "−10.0%（増減率）")

    def test_rates_and_days_are_printed_as_papers_print_them(self):
        # (1820 − 2264) ÷ (2300 − 2264) = −12.333…: births fell while they should rise.
        births, moved_in = (next(kpi for kpi in self.view.indicators if kpi.name == name) for name in ("出生数", "転入者数"))
        self.assertEqual((self.view.rate(births), self.view.went_back(births), self.view.went_back(moved_in)), ("−1,233.3%", True, False))
        self.assertEqual(self.view.day("2026-06-01"), "令和8（2026）年6月1日")
        self.assertEqual(self.view.days("2021-05-01", "2021-08-31"), "2021年5月1日〜8月31日")
        self.assertEqual(self.view.days("2021-08-01", "2022-01-31"), "2021年8月1日〜2022年1月31日")
        self.assertEqual(View(self.answers, "en").day("2026-06-01"), "2026-06-01")
        self.assertEqual(self.view.day(None), "不明")

    def test_a_change_is_no_level_in_the_digest_and_the_entry_sheet(self):
        from senryaku.office import entry_workbook
        from senryaku.office.entries import indicators
        crimes = next(kpi for kpi, _, _ in indicators(self.answers.document) if kpi["id"] == "g2-t1")
        self.assertEqual(entry_workbook._with_year(crimes["target"]), "-10.0%（増減率）（2019）")

    def test_the_council_sees_which_indicators_were_reached(self):
        poor, good = ([kpi.name for kpi in self.view.rated_as(state)] for state in ("poor", "good"))
        self.assertEqual(poor, ["出生数", "婚姻数", "転出者数"])
        self.assertEqual(len(good), 3)
        (reason, without), = self.view.without_outlook()
        self.assertEqual((reason, len(without)), ("実績値が不明", 17))

    def test_what_is_not_rated_is_counted_and_named(self):
        unknown = [kpi for kpi in self.view.indicators if not kpi.rating]
        self.assertEqual(sum(count for _, count, state in self.view.whole.parts if state == "none"), len(unknown))
        self.assertTrue(all(kpi.gap for kpi in unknown))

    def test_a_goals_bar_has_its_kpis_and_its_numeric_targets(self):
        first = self.view.goals[0]
        self.assertEqual(first.rated.parts, [("未達成", 2, "poor"), ("評定なし", 1, "none")])
        for goal in self.view.all_goals:
            self.assertEqual(goal.rated.total, len(goal.indicators))

    def test_every_indicator_of_the_evaluation_has_its_place(self):
        self.assertEqual({kpi.id for kpi in self.view.indicators}, {entry["kpi"] for entry in self.answers.evaluation["kpis"]})

    def test_another_year(self):
        self.assertEqual(answers_of(fiscal_year=2018).evaluation["fiscal_year"], 2018)

    def test_support_rows_are_the_open_and_the_sought_programmes(self):
        plan = SupportView(self.answers, self.view.texts, "ja")
        self.assertTrue(plan.rows)
        self.assertTrue(all(row.sought or row.verdict != "not-in-force" for row in plan.rows))
        asked = {condition["ja"] for row in plan.rows for condition in row.conditions}
        self.assertEqual({entry.text for entry in plan.confirm}, asked)

    def test_every_strategy_can_be_arranged_in_both_languages(self):
        for path in sorted(DATA.glob("*.json")):
            answers = answers_of(path.stem)
            for language in ("ja", "en"):
                view = View(answers, language)
                self.assertTrue(view.summary())
                SupportView(answers, view.texts, language)
                PopulationView(answers, view.texts).lead()


class Texts(unittest.TestCase):
    def test_both_languages_have_the_same_words(self):
        from senryaku.report.view import texts_of

        def keys(texts, path=()):
            for key, value in texts.items():
                yield path + (key,)
                if isinstance(value, dict):
                    yield from keys(value, path + (key,))
        self.assertEqual(set(keys(texts_of("ja"))), set(keys(texts_of("en"))))

    def test_every_word_is_used(self):
        from senryaku.report.view import TEMPLATES, texts_of
        folder = TEMPLATES.parent
        source = "".join(path.read_text(encoding="utf-8") for path in
                         list(folder.glob("*.py")) + list(TEMPLATES.glob("*.html")))
        unused = [key for key in texts_of("ja") if "texts." + key not in source and '"{}"'.format(key) not in source
                  and "'{}'".format(key) not in source and key not in ("input", "output", "outcome", "error", "warning", "advice")]
        self.assertEqual(unused, [])


class Charts(unittest.TestCase):
    def test_charts_are_xml_with_words_for_those_who_do_not_see_them(self):
        made = [
            charts.trend([(2014, 2264), (2019, 1820)], [(2019, 2300)], ("2,264", "1,820", "2,300"), "出生数 <&\""),
            charts.population_lines([("a", [(2015, 20913), (2050, 8951)])], [(2020, 18582, 19515)], [(2010, 22737)], [], {
                "persons": "人", "population_target": "目標"}, "総人口"),
            charts.pyramid({"male": [1, 2], "female": [2, 1]}, {"male": [1, 1], "female": [0, 1]}, ["0–4", "5+"], {
                "male": "男", "female": "女", "persons_unit": "人"}, "人口"),
            charts.rating_bar([("達成", 3, "good"), ("未達成", 1, "poor")], "計画全体")]
        for text in made:
            drawing = ElementTree.fromstring(text)
            self.assertEqual(drawing.get("role"), "img")
            self.assertTrue(drawing.get("aria-label"))

    def test_equal_values_and_noughts_can_be_drawn(self):
        self.assertTrue(charts.trend([(2014, 0), (2015, 0)], [], ("0", "0", ""), "x"))
        self.assertEqual(charts.trend([(2014, 5)], [], ("5", "5", ""), "x"), "")
        self.assertTrue(charts.pyramid({"male": [0], "female": [0]}, {"male": [0], "female": [0]}, ["0+"], {
            "male": "男", "female": "女", "persons_unit": ""}, "x"))


class Csv(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.answers = answers_of()

    def test_one_value_a_cell_and_the_area_in_every_row(self):
        rows = read_csv(tables.csv_bytes(table_named("kpi", self.answers), "utf-8-sig", []), "utf-8-sig")
        self.assertEqual(rows[0][:2], ["全国地方公共団体コード", "地方公共団体名"])
        self.assertEqual({tuple(row[:2]) for row in rows[1:]}, {("282103", "加古川市")})
        births = dict(zip(rows[0], next(row for row in rows if row[2] == "g1-t1")))
        self.assertEqual((births["基準値"], births["目標値"], births["実績値"], births["達成率_%"], births["評定"]),
                         ("2264", "2300", "1820", "-1233.3", "未達成"))
        self.assertEqual(len({len(row) for row in rows}), 1)

    def test_unknown_is_an_empty_cell_with_its_reason_beside_it(self):
        rows = read_csv(tables.csv_bytes(table_named("kpi", self.answers), "utf-8-sig", []), "utf-8-sig")
        entry = dict(zip(rows[0], next(row for row in rows if row[2] == "g1-m1-k1")))
        self.assertEqual((entry["実績値"], entry["評定"], entry["理由"]), ("", "", "実績値が不明"))
        values = read_csv(tables.csv_bytes(table_named("kpi-values", answers_of("aizumisato-2025")), "utf-8-sig", []), "utf-8-sig")
        entry = dict(zip(values[0], values[1]))
        self.assertEqual((entry["西暦"], entry["和暦"], entry["値"], entry["値の状態"]), ("2026", "令和8年", "", "未設定"))

    def test_cp932_lists_what_it_cannot_hold(self):
        changed = []
        table = tables.Table("t", ["名称"], [["𠮷野家①〜髙"], ["=1+1"], ["ｶﾅ－"]])
        rows = read_csv(tables.csv_bytes(table, "cp932", changed), "cp932")
        self.assertEqual(rows[1:], [["〓野家1～髙"], ["'=1+1"], ["ｶﾅ－"]])
        self.assertEqual([(entry.row, entry.column, entry.character, entry.written, entry.reason) for entry in changed],
                         [(2, "名称", "𠮷", "〓", "not_in_cp932"), (2, "名称", "①", "1", "vendor_character")])

    def test_utf8_keeps_rare_characters(self):
        changed = []
        table = tables.Table("t", ["名称"], [["𠮷"]])
        self.assertEqual(read_csv(tables.csv_bytes(table, "utf-8-sig", changed), "utf-8-sig")[1], ["𠮷"])
        self.assertEqual(changed, [])


class CommandLine(unittest.TestCase):
    def run_report(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            with contextlib.redirect_stdout(io.StringIO()) as shown, contextlib.redirect_stderr(io.StringIO()) as said:
                status = commands.main(["report", str(DATA / "kakogawa-2015.json"), "--as-of", "2026-06-01", "--out", folder, *options])
            return status, shown.getvalue(), said.getvalue(), {path.name for path in Path(folder).rglob("*.csv")}

    def test_says_what_it_wrote(self):
        status, shown, said, written = self.run_report("--format", "csv")
        self.assertEqual(status, 0)
        self.assertLessEqual({"kpi.csv", "kpi-values.csv", "ratings.csv", "support.csv", "findings.csv"}, written)
        self.assertEqual(len(shown.splitlines()), len(written))
        self.assertIn("秒", said)

    def test_an_unknown_format_is_wrong_use(self):
        with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit) as ended:
            commands.main(["report", "x.json", "--out", "x", "--format", "pdf"])
        self.assertEqual(ended.exception.code, 2)

    def test_a_missing_package_has_its_exit_status(self):
        with mock.patch.dict(sys.modules, {"openpyxl": None}):
            status, _, said, written = self.run_report("--format", "csv,xlsx")
        self.assertEqual((status, written), (3, set()))
        self.assertIn("python3-openpyxl", said)


class Outlook(unittest.TestCase):
    def test_every_indicator_has_its_outlook(self):
        answers = answers_of()
        view = View(answers, "ja")
        self.assertEqual(set(view.outlook), {kpi.id for kpi in view.indicators})
        self.assertEqual(sum(count for _, count in view.outlook_counts()), len(view.indicators))

    def test_another_year_has_its_own(self):
        answers = answers_of(fiscal_year=2018)
        self.assertEqual((answers.outlook["fiscal_year"], answers.cycle["fiscal_year"]), (2018, 2018))


class Extras(unittest.TestCase):
    def test_a_missing_package_is_named_before_anything_is_written(self):
        with mock.patch.dict(sys.modules, {"jinja2": None}):
            with self.assertRaises(MissingExtra) as raised:
                files.write(answers_of(), "/nonexistent/folder", ("html",))
        self.assertIn("python3-jinja2", str(raised.exception))
        self.assertEqual(len(str(raised.exception).splitlines()), 1)


if __name__ == "__main__":
    unittest.main()

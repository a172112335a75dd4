"""Seventy idea sheets with the errors that people make, from the blank form and from another shape of it."""
import unittest
from pathlib import Path

import idea_sheet_maker as maker
from blank_form import FORM_YEARS, BlankFormTest
import senryaku
from senryaku.office import MissingExtra, cells, idea_form, idea_sheets

try:
    import openpyxl
except ImportError:
    openpyxl = None

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"


def values(idea, field, place=0):
    return [target["value"] for target in idea[field][place]["targets"]]


# What was changed on the sheet: (name, contents, touch on the blank form or None, what must come out: {field: value}, codes of repairs).
# A dotted field is a member of solution; "outputs.values" are the values of the first indicator's targets.
CASES = [
    ("as it should be", {}, None, {"section": "生涯学習課 生涯学習係", "goal_types": ["family", "place"], "timings": ["実施済"],
                                   "background": ["【利用者】施設利用希望者の手間", "【町】紙の申請の受付と転記"],
                                   "solution.means": "オンライン申請", "digital_ideas": ["公共施設予約システムの構築", "システムの周知", "システムの利用説明"],
                                   "outputs.values": [3, 5, 8, 8, 10], "outcomes.values": [1200, 1300, 1400, 1500, 1600], "outcomes.unit": "件",
                                   "outcomes.name": "オンライン予約システムの利用件数", "outputs.name": "オンラインで予約可能な公共施設の数(○○施設)"}, ()),
    ("nothing ticked for the time", {"timings": "□実施済　□R6　□R7　□R8以降"}, None, {"timings": None}, ("idea.field-missing",)),
    ("two times ticked", {"timings": "□実施済　■R6　■R7　□R8以降"}, None, {"timings": ["R6", "R7"]}, ("idea.timings-several",)),
    ("time written in words", {"timings": "R8以降"}, None, {"timings": ["R8以降"]}, ("idea.box-words",)),
    ("ticked behind the words", {"timings": "実施済□　R6■　R7□　R8以降□"}, None, {"timings": ["R6"]}, ()),
    ("ticked with ☑", {"goal_types": "☑地方に仕事をつくる □人の流れをつくる □結婚・出産・子育て □魅力的な地域"}, None, {"goal_types": ["work"]}, ()),
    ("ticked with ✓", {"goal_types": "□仕事 ✓人の流れ □結婚・出産・子育て □魅力的な地域"}, None, {"goal_types": ["flow"]}, ("idea.box-mark",)),
    ("ticked with レ", {"goal_types": "□仕事 レ人の流れ □結婚・出産・子育て □魅力的な地域"}, None, {"goal_types": ["flow"]}, ("idea.box-mark",)),
    ("ticked with ●", {"goal_types": "○仕事 ●人の流れ".replace("○", "□")}, None, {"goal_types": ["flow"]}, ("idea.box-mark",)),
    ("class in words", {"goal_types": "仕事、魅力的な地域"}, None, {"goal_types": ["work", "place"]}, ("idea.box-words",)),
    ("a class that is none", {"goal_types": "■防災"}, None, {"goal_types": ["防災"]}, ("idea.box-unknown",)),
    ("no class", {"goal_types": "□地方に仕事をつくる　□人の流れをつくる"}, None, {"goal_types": None}, ("idea.field-missing",)),
    ("boxes in cells of their own", {}, maker.separate_boxes, {"goal_types": ["flow", "place"]}, ()),
    ("merged cells taken apart", {}, maker.unmerge, {"issue": maker.GOOD["issue"], "outputs.values": [3, 5, 8, 8, 10]}, ()),
    ("rows and a column inserted", {}, maker.shift, {"issue": maker.GOOD["issue"], "outcomes.values": [1200, 1300, 1400, 1500, 1600]},
     ("idea.text-outside",)),
    ("full-width digits", {"outcomes": [("利用件数（件）", "集計", "", ["１２００", "１，３００", "1,400", "１５００件", "1600"])]}, None,
     {"outcomes.values": [1200, 1300, 1400, 1500, 1600]}, ("figure.read",)),
    ("figures in 千", {"outcomes": [("観光入込客数", "統計", "千人", ["12万人", "13万人", "14万人", "15万人", "16万人"])]}, None,
     {"outcomes.values": [120, 130, 140, 150, 160]}, ("figure.unit-scaled",)),
    ("another unit", {"outcomes": [("参加者", "名簿", "人", ["10件", 20, 30, 40, 50])]}, None, {"outcomes.values": [10, 20, 30, 40, 50]},
     ("figure.unit-differs",)),
    ("targets to be set later", {"outcomes": [("利用件数（件）", "集計", "", [None] * 5)]}, None, {"outcomes.values": [None] * 5}, ()),
    ("later, in words", {"outcomes": [("利用件数（件）", "集計", "", ["検討中", "未定", "-", "―", "調整中"])]}, None, {"outcomes.values": [None] * 5}, ()),
    ("targets in words", {"outcomes": [("利用件数（件）", "集計", "", ["維持", "増加", 1400, 1500, 1600])]}, None,
     {"outcomes.values": [None, None, 1400, 1500, 1600]}, ("figure.change",)),
    ("at least", {"outcomes": [("満足度（%）", "調査", "", ["70%以上", "75%以上", "80%以上", "80%以上", "85%以上"])]}, None,
     {"outcomes.values": [70, 75, 80, 80, 85]}, ("figure.read",)),
    ("more than 100 %", {"outcomes": [("満足度（%）", "調査", "", [70, 75, 80, 85, 850])]}, None, {"outcomes.values": [70, 75, 80, 85, 850]},
     ("figure.over-ceiling",)),
    ("a range", {"outcomes": [("参加者（人）", "名簿", "", ["5～10人", 20, 30, 40, 50])]}, None, {"outcomes.values": [None, 20, 30, 40, 50]},
     ("figure.unread",)),
    ("misplaced comma", {"outcomes": [("参加者（人）", "名簿", "", ["1,00", 200, 300, 400, 500])]}, None, {"outcomes.values": [None, 200, 300, 400, 500]},
     ("figure.unread",)),
    ("half a person", {"outcomes": [("参加者（人）", "名簿", "", [10.5, 20, 30, 40, 50])]}, None, {}, ("figure.not-countable",)),
    ("a negative count", {"outcomes": [("参加者（人）", "名簿", "", [-5, 20, 30, 40, 50])]}, None, {}, ("figure.negative",)),
    ("two indicators", {"outputs": [("施設の数", "施設単位", "施設", [1, 2, 3, 4, 5]), ("説明会の開催件数", "開催ごと", "件", [5, 6, 7, 8, 9])]}, None,
     {"outputs.values": [1, 2, 3, 4, 5], "outputs.second": [5, 6, 7, 8, 9]}, ()),
    ("no way of measuring", {"outputs": [("施設の数", "", "施設", [1, 2, 3, 4, 5])]}, None, {"outputs.values": [1, 2, 3, 4, 5]}, ()),
    ("no outcome", {"outcomes": []}, None, {"outcomes": None}, ("idea.field-missing",)),
    ("no output", {"outputs": []}, None, {"outputs": None}, ("idea.field-missing",)),
    ("solution without whom", {"solution__whom": ""}, None, {"solution.whom": None, "solution.means": "オンライン申請"}, ("idea.field-missing",)),
    ("no section", {"section": ""}, None, {"section": None}, ("idea.field-missing",)),
    ("several projects in one line", {"plan_projects": "文化祭運営事業、図書館管理事業"}, None, {"plan_projects": ["文化祭運営事業", "図書館管理事業"]}, ()),
    ("numbers for bullets", {"digital_ideas": "①予約\n②周知\n③説明"}, None, {"digital_ideas": ["予約", "周知", "説明"]}, ()),
]
# Only on the blank form: what people do to cells.
TOUCHED = [
    ("a formula for a figure", maker.first_target("=1+1"), {"outcomes.values": [None, 1300, 1400, 1500, 1600]}, ("cell.formula",)),
    ("a formula for a text", maker.set_cell("issue", "=HYPERLINK(\"http://example.invalid\")"), {"issue": None}, ("cell.formula",)),
    ("an error value", maker.set_cell("issue", "#REF!"), {"issue": None}, ("cell.error",)),
    ("a date that Excel made", maker.set_cell("issue", maker.DATE), {"issue": "2026-08-01"}, ("cell.date",)),
    ("a figure for a section", maker.set_cell("section", 12), {"section": "12"}, ()),
    ("tab and blank lines", maker.set_cell("issue", "\t予約が\n\n紙だけ \n"), {"issue": "予約が\n\n紙だけ"}, ()),
    ("text like a formula", maker.set_cell("issue", "'=紙だけ"), {"issue": "'=紙だけ"}, ()),
]


@unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
class SeventySheetsTest(BlankFormTest):
    maxDiff = None

    def _read(self, path):
        sheets, repairs = idea_sheets.read_file(path)
        self.assertEqual(len(sheets), 1, [entry.ja for entry in repairs])
        idea, = idea_sheets.into(None, sheets, repairs)
        return idea, repairs

    def _check(self, name, idea, repairs, expected, codes):
        for field, wanted in (expected or {}).items():
            member, _, part = field.partition(".")
            if part == "values":
                found = values(idea, member)
            elif part == "second":
                found = values(idea, member, 1)
            elif part in ("unit", "name"):
                found = idea[member][0].get(part)
            else:
                found = idea.get(member, {}).get(part) if part else idea.get(member)
            self.assertEqual(found, wanted, "{}: {}".format(name, field))
        found = {entry.code for entry in repairs}
        for code in codes:
            self.assertIn(code, found, name)
        if not codes:
            self.assertEqual([entry.ja for entry in repairs if entry.severity != "note"], [], name)

    def test_blank_form_filled(self):
        for number, (name, changes, touch, expected, codes) in enumerate(CASES):
            with self.subTest(name):
                path = self.root / "form{:02d}.xlsx".format(number)
                maker.fill_blank(path, maker.content(**changes), self.blank, openpyxl, touch)
                self._check(name, *self._read(path), expected, codes)

    def test_list_form_filled(self):
        for number, (name, changes, touch, expected, codes) in enumerate(CASES):
            if touch is not None:
                continue
            # The list has no column of units: they stand in the name's brackets.
            changes = {field: [("{}（{}）".format(n, u) if u and u != "施設" else n, m, "", t) for n, m, u, t in rows]
                       if field in maker.BLOCKS else rows for field, rows in changes.items()}
            with self.subTest(name):
                path = self.root / "list{:02d}.xlsx".format(number)
                maker.write_list(path, maker.content(**changes), openpyxl)
                self._check(name, *self._read(path), expected, codes)

    def test_touched_cells(self):
        for number, (name, touch, expected, codes) in enumerate(TOUCHED):
            with self.subTest(name):
                path = self.root / "touched{:02d}.xlsx".format(number)
                maker.fill_blank(path, maker.content(), self.blank, openpyxl, touch)
                self._check(name, *self._read(path), expected, codes)

    def test_labels_as_people_spell_them(self):
        path = self.root / "labels.xlsx"
        maker.write_list(path, maker.content(), openpyxl, {
            "section": "課 ・ 係 名：", "plan_projects": "２．関連する総事業（事務事業）名称", "issue": "＜課題＞".strip("＜＞") + "\n（WG2シートより転記）",
            "target_people": "対象者", "other_cases": "他自治体での取組状況", "side_effects": "副次的効果", "solution.means": "① 何を使って"})
        idea, repairs = self._read(path)
        self.assertEqual(idea["section"], maker.GOOD["section"])
        self.assertEqual(idea["issue"], maker.GOOD["issue"])
        self.assertEqual(idea["target_people"], "施設利用希望者")
        self.assertEqual(idea["solution"]["means"], "オンライン申請")
        self.assertIn("idea.label-alias", {entry.code for entry in repairs})

    def test_label_and_value_in_one_cell(self):
        path = self.root / "one-cell.xlsx"
        maker.write_list(path, maker.content(section="", issue=""), openpyxl,
                         {"section": "課・係名：総務課 防災情報係", "issue": "課題\n紙だけ"})
        idea, _ = self._read(path)
        self.assertEqual((idea["section"], idea["issue"]), ("総務課 防災情報係", "紙だけ"))

    def test_solution_in_one_cell(self):
        path = self.root / "solution.xlsx"

        def touch(sheet):
            for row in range(1, sheet.max_row + 1):
                text = str(sheet.cell(row, 2).value or "")
                if "課題解決アイデア" in text:
                    sheet.cell(row, 3).value = "①アプリで\n②高齢者を\n③買い物に困らない状態にする"
                elif text[:1] in "①②③" and text:
                    sheet.cell(row, 2).value = sheet.cell(row, 3).value = None
        maker.write_list(path, maker.content(), openpyxl, touch=touch)
        idea, _ = self._read(path)
        self.assertEqual(idea["solution"], {"means": "アプリで", "whom": "高齢者を", "state": "買い物に困らない状態にする"})

    def test_one_row_of_targets_for_two_indicators_is_not_guessed(self):
        path = self.root / "two.xlsx"
        filled = maker.content(outcomes=[("利用件数（件）", "集計", "", [1, 2, 3, 4, 5]), ("満足度（%）", "調査", "", [])])
        maker.write_list(path, filled, openpyxl)
        idea, repairs = self._read(path)
        self.assertNotIn("targets", idea["outcomes"][0])
        self.assertIn("R8: 1", idea["note"])
        self.assertIn("idea.targets-count", {entry.code for entry in repairs})

    def test_years_are_data(self):
        # A form of another town or term prints other years.
        blank = self.root / "other-years.xlsx"
        idea_form.write_blank(blank, [2027, 2028, 2029, 2030, 2031])
        path = self.root / "other-years-filled.xlsx"
        maker.fill_blank(path, maker.content(), blank, openpyxl)
        idea, _ = self._read(path)
        self.assertEqual([target["year"] for target in idea["outcomes"][0]["targets"]], [2027, 2028, 2029, 2030, 2031])
        self.assertEqual(idea["outcomes"][0]["targets"][0]["printed_period"], "R9")

    def _rows(self, rows):
        book = openpyxl.Workbook()
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    book.active.cell(number, column).value = value
        path = self.root / "rows.xlsx"
        book.save(path)
        return self._read(path)

    def test_every_worksheet_is_an_idea(self):
        path = self.root / "two-ideas.xlsx"
        maker.write_list(path, maker.content(), openpyxl)
        book = openpyxl.load_workbook(path)
        book.copy_worksheet(book.active)["C5"].value = "別の課題"
        book.create_sheet("記入要領")["A1"] = "様式の記入方法"
        book.save(path)
        sheets, repairs = idea_sheets.read_file(path)
        self.assertEqual([sheet.idea["issue"] for sheet in sheets], [maker.GOOD["issue"], "別の課題"])
        self.assertEqual([entry.place for entry in repairs if entry.code == "file.not-a-form"], ["記入要領"])

    def test_labels_above_their_fields(self):
        idea, _ = self._rows([["課・係名"], ["総務課"], ["課題"], ["紙だけ\n遅い"], ["課題の背景"], ["人が足りない"], ["総合戦略上の分類"],
                              ["■", "仕事", "□", "人の流れ"], ["デジタル活用アイデア"], ["予約 / 周知"], ["期待する効果"], ["喜ぶ"]])
        self.assertEqual((idea["section"], idea["issue"], idea["background"], idea["goal_types"], idea["digital_ideas"], idea["expected_effect"]),
                         ("総務課", "紙だけ\n遅い", ["人が足りない"], ["work"], ["予約", "周知"], "喜ぶ"))

    def test_two_fields_in_a_row(self):
        idea, _ = self._rows([["課・係名", "総務課", "関連する総事業(事務事業)名称", "文書事業"], ["課題", "紙だけ", "課題の背景", "人が足りない"],
                              ["総合戦略上の分類", "■仕事　□人の流れ"], ["期待する効果", "はやい", "副次的な効果", None]])
        self.assertEqual((idea["section"], idea["plan_projects"], idea["issue"], idea["background"], idea["expected_effect"], idea.get("side_effects")),
                         ("総務課", ["文書事業"], "紙だけ", ["人が足りない"], "はやい", None))

    def test_blocks_in_other_shapes(self):
        head = [["課・係名", "総務課"], ["課題", "紙だけ"], ["課題の背景", "遅い"], ["期待する効果", "はやい"]]
        wanted = [1, 2, 3, 4, 5]
        # A year a line; years and values above each other; all in one cell; a remark instead of values.
        idea, _ = self._rows(head + [["アウトプット", "指標", "施設の数"], [None, "計測方法", "数える"], [None, "目標数値(仮)", "R8", 1], [None, None, "R9", 2],
                                     [None, None, "R10", 3], [None, None, "R11", 4], [None, None, "R12", 5], ["アウトカム", "指標：利用件数（件）"],
                                     [None, "計測方法：把握"], [None, "目標数値（仮）：R8:1件 R9:2件 R10:3件 R11:4件 R12:5件"]])
        self.assertEqual((values(idea, "outputs"), values(idea, "outcomes"), idea["outcomes"][0]["measurement"]), (wanted, wanted, "把握"))
        idea, _ = self._rows(head + [["アウトプット(施策の活動量) ★役場が何をするか"], ["指標", "施設の数\n説明会の回数"], ["計測方法", "数える\n開催ごと"],
                                     ["目標数値(仮) R8: R9: R10: R11: R12:", "※目標数値は別途設定を依頼"], ["アウトカム"], ["指標", "利用件数（件）"],
                                     ["目標数値", "R8", "R9", "R10", "R11", "R12"], [None, 1, 2, 3, 4, 5]])
        self.assertEqual(values(idea, "outputs", 1), [None] * 5)
        self.assertEqual(idea["outputs"][1]["targets"][0], {"year": 2026, "value": None, "unknown": "not-set", "printed_period": "R8"})
        self.assertEqual(idea["note"], "※目標数値は別途設定を依頼")
        self.assertEqual(values(idea, "outcomes"), wanted)

    def test_folder_into_a_strategy(self):
        folder = self.root / "folder"
        (folder / "係員").mkdir(parents=True)
        for number in range(35):
            maker.write_list(folder / "係員" / "a{:02d}.xlsx".format(number), maker.content(section="第{}課".format(number)), openpyxl)
            maker.fill_blank(folder / "b{:02d}.xlsx".format(number), maker.content(section="第{}室".format(number)), self.blank, openpyxl)
        (folder / "copy.xlsx").write_bytes((folder / "b00.xlsx").read_bytes())
        (folder / "~$b00.xlsx").write_bytes(b"lock")
        (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
        other = openpyxl.Workbook()
        other.active["A1"] = "予算書"
        other.save(folder / "other.xlsx")
        document = cells.loads((STRATEGIES / "aizumisato-2025.json").read_text(encoding="utf-8"))
        sheets, repairs = idea_sheets.read_all([folder], "digital")
        self.assertEqual(len(sheets), 70)
        new = idea_sheets.into(document, sheets, repairs)
        self.assertEqual(len({idea["id"] for idea in document["idea_sheets"]}), 71)
        with senryaku.Strategy(cells.dumps(document)) as strategy:
            self.assertEqual(strategy.review("2026-06-01")["strategy"]["idea_sheets"], 71)
        codes = [entry.code for entry in repairs if entry.severity != "note"]
        self.assertEqual(sorted(codes), ["file.not-a-form", "file.refused", "file.same-again"])
        again, more = idea_sheets.read_all([folder], "digital")
        self.assertEqual(idea_sheets.into(document, again, more), [])
        self.assertEqual(len(new), 70)


class WithoutOpenpyxlTest(unittest.TestCase):
    @unittest.skipIf(openpyxl is not None, "openpyxl is installed")
    def test_one_line_names_the_package(self):
        with self.assertRaisesRegex(MissingExtra, "python3-openpyxl"):
            idea_form.write_blank("never.xlsx", FORM_YEARS)


if __name__ == "__main__":
    unittest.main()

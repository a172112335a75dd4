"""What people do to sheets before they hand them in: read right, or said with file, sheet, cell and what was expected."""
import datetime
import re
import unittest
import zipfile
from decimal import Decimal
from pathlib import Path

import idea_sheet_maker as maker
from blank_form import FORM_YEARS, BlankFormTest
from senryaku.office import cells, idea_form, idea_sheets, tables_in, workbooks
from senryaku.office.repairs import Refused, RepairList

try:
    import openpyxl
except ImportError:
    openpyxl = None

# A text box over B4 and an oval over D6, as Excel writes them (ECMA-376 Part 1, 20.5 DrawingML SpreadsheetML Drawing).
DRAWING = ('<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
           'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
           '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
           '<xdr:sp><xdr:txBody><a:p><a:r><a:t>至急</a:t></a:r></a:p><a:p><a:r><a:t>確認</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>'
           '<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>5</xdr:row></xdr:from><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>')


def rewrite(path, change):
    """Changes the parts of a workbook: ``change`` takes and returns {name: bytes}."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in change(parts).items():
            archive.writestr(name, content)


@unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
class HumanErrorsTest(BlankFormTest):
    def _fill(self, name="a.xlsx", touch=None, **changes):
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        maker.fill_blank(path, maker.content(**changes), self.blank, openpyxl, touch)
        return path

    def _read(self, path):
        sheets, repairs = idea_sheets.read_file(path)
        self.assertEqual(len(sheets), 1, [entry.ja for entry in repairs])
        return sheets[0].idea, repairs

    def _one(self, repairs, code):
        found = [entry for entry in repairs if entry.code == code]
        self.assertEqual(len(found), 1, [entry.ja for entry in repairs])
        return found[0]

    # ---- Marks ----

    def test_marks_in_boxes(self):
        for text, expected in (("○実施済　●R6　○R7　○R8以降", ["R6"]), ("×実施済　○R6　×R7　×R8以降", ["R6"]), ("実施済（　）R6（○）R7（ ）R8以降（）", ["R6"]),
                               ("[ ]実施済 [x]R6 [ ]R7 [ ]R8以降", ["R6"]), ("実施済　R6✓　R7　R8以降", ["R6"]), ("□実施済　レR6　□R7　□R8以降", ["R6"]),
                               ("□実施済　☒R6　□R7　□R8以降", ["R6"]), ("〇R6", ["R6"]), ("□実施済　□Ｒ６　■Ｒ７", ["R7"])):
            with self.subTest(text):
                idea, _ = self._read(self._fill(timings=text))
                self.assertEqual(idea.get("timings"), expected)

    def test_marks_in_cells_of_their_own(self):
        for mark, none in (("○", None), ("✓", ""), ("レ", "□"), (True, False), ("●", "○"), ("〇", "×")):
            def touch(sheet, rows, mark=mark, none=none):
                maker.unmerge(sheet, rows)
                row, _ = rows["goal_types"]
                for column, value in zip(range(2, 6), (none, "仕事", mark, "人の流れ")):
                    sheet.cell(row, column).value = value
            with self.subTest(mark):
                idea, _ = self._read(self._fill(touch=touch))
                self.assertEqual(idea["goal_types"], ["flow"])

    def test_characters_beside_the_boxes_are_said(self):
        idea, repairs = self._read(self._fill(goal_types="要相談 □仕事 ■人の流れ"))
        self.assertEqual(idea["goal_types"], ["flow"])
        self.assertIn("要相談", self._one(repairs, "idea.box-rest").ja)

    # ---- Figures ----

    def _first_target(self, value, unit="人", touch=None):
        path = self._fill(touch=touch, outcomes=[("利用件数（{}）".format(unit), "集計", "", [value, 1300, 1400, 1500, 1600])])
        idea, repairs = self._read(path)
        return idea["outcomes"][0]["targets"][0], [entry for entry in repairs if entry.place.endswith("!G24")]

    def test_figures_with_more_than_digits(self):
        for text, value in (("120人", 120), ("１２０", 120), ("約1,200", 1200), ("1.2千人", 1200), ("▲5", -5), ("△5", -5), ("−5", -5), ("-5", -5)):
            with self.subTest(text):
                target, repairs = self._first_target(text)
                self.assertEqual((target["value"], target.get("printed", text)), (value, text))
                self.assertTrue(text == "-5" or "figure.read" in {entry.code for entry in repairs} or
                                "figure.unit-scaled" in {entry.code for entry in repairs})

    def test_no_figures(self):
        for text in ("－", "未定", "―", "…"):
            with self.subTest(text):
                target, _ = self._first_target(text)
                self.assertEqual((target["value"], target["printed"]), (None, text))

    def test_shares(self):
        def shown_as_percent(sheet, rows):
            sheet.cell(rows["outcomes"][0] + 2, 7).number_format = "0%"
        for value, touch, expected in (("80%", None, 80), ("８０％", None, 80), (0.8, shown_as_percent, 80), (80, None, 80)):
            with self.subTest(value):
                self.assertEqual(self._first_target(value, "%", touch)[0]["value"], expected)
        target, repairs = self._first_target(0.8, "%")
        self.assertEqual((target["value"], [entry.code for entry in repairs]), (Decimal("0.8"), ["figure.small-share"]))

    def test_dates_fractions_and_exponents_are_no_figures(self):
        for text in ("2026/10/1", "R8.10.1", "令和8年10月", "10月", "10月末", "1/2", "8割", "1e3", "1.2E+05", "12:30"):
            with self.subTest(text):
                target, repairs = self._first_target(text)
                self.assertEqual((target["value"], target["text"]), (None, text))
                self.assertEqual([entry.severity for entry in repairs if entry.severity != "note"], ["error"])
                self.assertIn(text, repairs[0].ja)

    def test_a_figure_that_is_shown_in_thousands(self):
        def touch(sheet, rows):
            sheet.cell(rows["outcomes"][0] + 2, 7).number_format = "#,##0,"
        target, repairs = self._first_target(1234567, "人", touch)
        self.assertEqual((target["value"], [entry.code for entry in repairs]), (1234567, ["cell.scaled"]))

    def test_a_date_that_excel_made_of_a_figure(self):
        target, repairs = self._first_target(datetime.datetime(2026, 3, 5))
        self.assertEqual((target["value"], target["text"]), (None, "2026-03-05"))
        self.assertIn("error", [entry.severity for entry in repairs])

    def test_a_formula_is_refused_with_its_saved_result(self):
        path = self._fill(touch=maker.first_target("=SUM(60,60)"))

        def saved(parts):
            name = "xl/worksheets/sheet1.xml"
            parts[name] = re.sub(rb"<f>SUM\(60,60\)</f><v ?/?>(</v>)?", b"<f>SUM(60,60)</f><v>120</v>", parts[name])
            return parts
        rewrite(path, saved)
        idea, repairs = self._read(path)
        self.assertIsNone(idea["outcomes"][0]["targets"][0]["value"])
        entry = self._one(repairs, "cell.formula")
        self.assertEqual(entry.place, "アイデア抽出シート!G24")
        self.assertIn("=SUM(60,60) → 120", entry.ja)

    # ---- What stands beside the cells ----

    def test_comments_are_said(self):
        def touch(sheet, rows):
            sheet.cell(*rows["issue"]).comment = openpyxl.comments.Comment("課長に確認済み", "山田")
        _, repairs = self._read(self._fill(touch=touch))
        entry = self._one(repairs, "cell.comment")
        self.assertEqual((entry.place, entry.severity), ("アイデア抽出シート!B5", "warning"))
        self.assertIn("課長に確認済み", entry.ja)

    def test_text_boxes_and_circles_are_said(self):
        path = self._fill()

        def draw(parts):
            parts["xl/drawings/drawing1.xml"] = DRAWING
            parts["xl/worksheets/_rels/sheet1.xml.rels"] = RELATIONS.format("drawing", "../drawings/drawing1.xml")
            return parts
        rewrite(path, draw)
        _, repairs = self._read(path)
        text = self._one(repairs, "drawing.text")
        self.assertEqual((text.place, text.severity), ("アイデア抽出シート!B4", "error"))
        self.assertIn("至急\n確認", text.ja)
        self.assertEqual(self._one(repairs, "drawing.shape").place, "アイデア抽出シート!D6")

    def test_a_ticked_check_box_control_is_said(self):
        path = self._fill()

        def add(parts):
            parts["xl/ctrlProps/ctrlProp1.xml"] = ('<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
                                                   'objectType="CheckBox" checked="Checked"/>')
            parts["xl/worksheets/_rels/sheet1.xml.rels"] = RELATIONS.format("ctrlProp", "../ctrlProps/ctrlProp1.xml")
            control = ('<controls><control shapeId="1" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                       '<controlPr><anchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><from><xdr:col>1</xdr:col>'
                       '<xdr:row>3</xdr:row></from></anchor></controlPr></control></controls></worksheet>')
            name = "xl/worksheets/sheet1.xml"
            parts[name] = parts[name].replace(b"</worksheet>", control.encode())
            return parts
        rewrite(path, add)
        _, repairs = self._read(path)
        self.assertEqual(self._one(repairs, "drawing.checked").place, "アイデア抽出シート!B4")

    def test_hidden_rows_are_read_and_said(self):
        def touch(sheet, rows):
            sheet.row_dimensions[rows["issue"][0]].hidden = True
        idea, repairs = self._read(self._fill(touch=touch))
        self.assertEqual((idea["issue"], self._one(repairs, "cell.hidden").place), (maker.GOOD["issue"], "アイデア抽出シート!B5"))

    def test_hidden_and_example_sheets_are_left_out_and_said(self):
        def touch(sheet, rows):
            book = sheet.parent
            for title, state in (("旧案", "hidden"), ("記入例", "visible")):
                copy = book.copy_worksheet(sheet)
                copy.title, copy.sheet_state = title, state
                copy.cell(*rows["issue"]).value = title
            choices = book.create_sheet("リスト")
            choices["A1"], choices.sheet_state = "仕事", "hidden"
        sheets, repairs = idea_sheets.read_file(self._fill(touch=touch))
        self.assertEqual([sheet.name for sheet in sheets], ["アイデア抽出シート"])
        self.assertEqual((self._one(repairs, "sheet.hidden").place, self._one(repairs, "sheet.example").place), ("旧案", "記入例"))
        self.assertEqual([entry.code for entry in repairs if entry.place == "リスト"], [])

    def test_struck_out_text_is_said(self):
        def touch(sheet, rows):
            sheet.cell(*rows["issue"]).font = openpyxl.styles.Font(strike=True)
        _, repairs = self._read(self._fill(touch=touch))
        self.assertEqual(self._one(repairs, "cell.struck").place, "アイデア抽出シート!B5")

    def test_cells_beyond_the_limits_are_said(self):
        def touch(sheet, rows):
            sheet.cell(workbooks.MOST_ROWS + 1, 1).value = "はみ出し"
            sheet.cell(3, workbooks.MOST_COLUMNS + 1).value = "はみ出し"
        _, repairs = self._read(self._fill(touch=touch))
        entry = self._one(repairs, "cell.far")
        self.assertEqual((entry.severity, entry.place), ("error", "アイデア抽出シート!SG3"))  # column 501: S is 19, G is 7; 19 × 26 + 7
        self.assertIn("セル 2 個", entry.ja)

    def test_everything_shifted_by_a_row(self):
        def touch(sheet, rows):
            maker.unmerge(sheet, rows)
            sheet.insert_rows(2)
            sheet.merge_cells("B6:K6")
        idea, repairs = self._read(self._fill(touch=touch))
        self.assertEqual((idea["section"], idea["issue"], [target["value"] for target in idea["outcomes"][0]["targets"]]),
                         (maker.GOOD["section"], maker.GOOD["issue"], [1200, 1300, 1400, 1500, 1600]))
        self.assertEqual([entry.ja for entry in repairs if entry.severity != "note"], [])

    # ---- Files of other kinds ----

    def _refused(self, name, data):
        path = self.root / name
        path.write_bytes(data)
        with self.assertRaises(Refused) as caught:
            workbooks.read_workbook(path)
        return caught.exception.ja

    def test_other_kinds_of_files_are_named(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
        self.assertIn(".xls 形式", self._refused("old.xlsx", ole))
        self.assertIn("パスワード", self._refused("locked.xlsx", ole + "EncryptedPackage".encode("utf-16-le")))
        self.assertIn("CSV", self._refused("table.xlsx", "課,係\n".encode("cp932")))
        path = self.root / "o.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        self.assertIn(".ods", self._refused("o2.ods", path.read_bytes()))

    def test_other_files_of_a_folder_are_said(self):
        folder = self.root / "handed-in"
        self._fill("handed-in/総務課.xlsx")
        for name in ("企画課.ods", "一覧.csv", "メモ.docx", ".DS_Store", "Thumbs.db", "~$総務課.xlsx"):
            (folder / name).write_bytes(b"")
        sheets, repairs = idea_sheets.read_all([folder])
        self.assertEqual(len(sheets), 1)
        self.assertEqual(sorted(entry.file for entry in repairs if entry.code == "file.other-kind"), ["メモ.docx", "一覧.csv", "企画課.ods"])

    def test_files_of_the_same_name_are_told_apart(self):
        for department in ("総務課", "企画課"):
            (self.root / "same" / department).mkdir(parents=True, exist_ok=True)
            maker.fill_blank(self.root / "same" / department / "シート.xlsx", maker.content(section=department, timings=""), self.blank, openpyxl)
        sheets, repairs = idea_sheets.read_all([self.root / "same"])
        idea_sheets.into(None, sheets, repairs)
        self.assertEqual([entry.file for entry in repairs if entry.code == "idea.field-missing"],
                         [str(Path("企画課") / "シート.xlsx"), str(Path("総務課") / "シート.xlsx")])

    def test_a_table_of_indicators_in_excel(self):
        # Goals and measures in merged cells, a total as a formula, percent by format, notes on a second sheet; invented.
        book = openpyxl.Workbook()
        sheet = book.active
        for row in (["○○町 KPI一覧"], [], ["基本目標", "施策", "指標", "単位", "R6実績", "目標値"], ["しごと", "創業", "創業件数", "件", "１２件", "約20"],
                    [None, None, "満足度", "%", 0.655, "=60+20"], [None, "観光", "入込客数", "千人", "12万人", 130]):
            sheet.append(row)
        sheet.merge_cells("A4:A6")
        sheet.merge_cells("B4:B5")
        sheet["E5"].number_format = "0.0%"
        book.create_sheet("備考")["A1"] = "出典"
        path = self.root / "kpi.xlsx"
        book.save(path)
        entries, rows, repairs = tables_in.read_indicators(path)
        self.assertEqual([(row["goal"], row["measure"], row["name"]) for row in rows],
                         [("しごと", "創業", "創業件数"), ("しごと", "創業", "満足度"), ("しごと", "観光", "入込客数")])
        self.assertEqual([(entry.name, entry.kind, entry.year, entry.text) for entry in entries],
                         [("創業件数", "actual", 2024, "１２件"), ("創業件数", "final", None, "約20"), ("満足度", "actual", 2024, "65.5%"),
                          ("入込客数", "actual", 2024, "12万人"), ("入込客数", "final", None, "130")])
        self.assertEqual(self._one(repairs, "cell.formula").place, "Sheet!F5")
        self.assertEqual(self._one(repairs, "sheet.not-read").place, "備考")

    def test_other_kinds_of_tables_are_named(self):
        path = self.root / "old.xls"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
        repairs = RepairList()
        self.assertEqual(tables_in.read_lines(path, repairs), [])
        self.assertIn(".xls 形式", repairs.of("error")[0].ja)

    # ---- From round to round ----

    def test_the_round_is_read_where_it_stands(self):
        def above(text):
            def touch(sheet, rows):
                sheet.cell(1, 8).value = text
            return touch
        for name, touch, expected in (("a.xlsx", above("第3回職員ワーキンググループ（係長クラス）"), 3), ("a.xlsx", above("２回目"), 2), ("第4回_総務課.xlsx", None, 4),
                                      ("WG2_総務課.xlsx", None, 2), ("総務課R5.xlsx", None, None), ("a.xlsx", above("令和5年度"), None)):
            with self.subTest((name, expected)):
                idea, repairs = self._read(self._fill(name, touch))
                self.assertEqual(idea.get("round"), expected)
                self.assertEqual("idea.round" in {entry.code for entry in repairs}, expected is not None)
                self.assertNotIn("第3回", idea.get("note", ""))

    def test_the_generated_form_says_its_round(self):
        blank, path = self.root / "round.xlsx", self.root / "filled.xlsx"
        idea_form.write_blank(blank, FORM_YEARS, round_number=3)
        maker.fill_blank(path, maker.content(), blank, openpyxl)
        idea, repairs = self._read(path)
        self.assertEqual((idea["round"], idea.get("note")), (3, None))

    def test_a_sheet_carried_over_names_its_origin(self):
        self._fill("rounds/第2回.xlsx", outcomes=[], outputs=[])
        self._fill("rounds/第3回.xlsx", side_effects="別の効果")
        self._fill("rounds/第3回よその課.xlsx", section="総務課 庶務係")
        sheets, repairs = idea_sheets.read_all([self.root / "rounds"])
        document = {"idea_sheets": []}
        idea_sheets.into(document, sheets, repairs)
        self.assertEqual([(idea["id"], idea["round"], idea.get("copied_from")) for idea in document["idea_sheets"]],
                         [("idea-1", 2, None), ("idea-2", 3, "idea-1"), ("idea-3", 3, None)])
        self.assertIn("課題", self._one(repairs, "idea.copied-from").ja)
        # Handed in again a round later, with other words but the same issue, background, people: from the newest.
        path = self._fill("第4回.xlsx", digital_ideas="別のアイデア", solution__means="別の手段")
        later, repairs = idea_sheets.read_all([path])
        new, = idea_sheets.into(document, later, repairs)
        self.assertEqual((new["round"], new["copied_from"]), (4, "idea-2"))

    def test_two_possible_origins_are_not_guessed(self):
        self._fill("two/第2回a.xlsx", outcomes=[])
        self._fill("two/第2回b.xlsx", outputs=[])
        self._fill("two/第3回.xlsx")
        sheets, repairs = idea_sheets.read_all([self.root / "two"])
        new = idea_sheets.into(None, sheets, repairs)
        self.assertEqual([idea.get("copied_from") for idea in new], [None, None, None])
        self.assertIn("idea-1、idea-2", self._one(repairs, "idea.copied-several").ja)

    def test_a_round_given_for_those_that_say_none(self):
        paths = [self._fill("x.xlsx"), self._fill("第4回.xlsx", issue="別")]
        sheets, _ = idea_sheets.read_all(paths, round_number=1)
        self.assertEqual([sheet.idea["round"] for sheet in sheets], [1, 4])
        self.assertEqual(cells.loads(cells.dumps(sheets[0].idea))["round"], 1)


if __name__ == "__main__":
    unittest.main()

"""The idea sheet's form (アイデア抽出シート): its labels as people spell them, and the blank form to hand out.

Source of the fields: 資料1, 令和5年度第2回 会津美里町地域創生・人口減少対策有識者会議 (2024-02-16),
https://fdocument.pub/document/ceoec-c3cec-ii-b-v-4-zggwgd-6.html. The labels come from the core's rule data ("idea-form");
here stand only further spellings that are met on filled sheets.
"""
import re
import unicodedata

from .. import eras, explain
from . import extra
from .cells import put_text
from .printed import folded

# Field: further spellings, after the official label. A spelling is compared without white space, width and numbering.
SPELLINGS = {
    "section": ("課・係名", "課係名", "課名・係名", "所属課・係", "担当課・係", "担当課", "所属", "部署"),
    "plan_projects": ("関連する総事業", "関連する総合計画事業", "関連する事務事業", "関連事業", "事務事業名"),
    "goal_types": ("総合戦略上の分類", "総合戦略の分類", "分類"),
    "issue": ("課題",),
    "background": ("課題の背景", "背景"),
    "target_people": ("対象となる住民", "対象住民", "対象者"),
    "solution": ("デジタルによる課題解決アイデア", "課題解決アイデア", "課題解決のアイデア"),
    "solution.means": ("何をつかって", "何を使って", "なにを使って", "何をつかう"),
    "solution.whom": ("誰を", "だれを"),
    "solution.state": ("どういう状態にするか", "どのような状態にするか", "どういう状態に"),
    "digital_ideas": ("デジタル活用アイデア", "デジタル活用のアイデア"),
    "timings": ("上記デジタル活用による課題解決の実施(予定)時期", "上記デジタル活用による課題解決の実施時期", "実施(予定)時期", "実施予定時期",
                "実施時期"),
    "other_cases": ("他自治体での取り組み状況", "他自治体での取組状況", "他自治体の取組状況", "他自治体の事例"),
    "expected_effect": ("期待する効果", "期待される効果"),
    "side_effects": ("副次的な効果", "副次的効果"),
    "smart": ("KPI設定の視点", "KPIの視点"),
    "outputs": ("アウトプット",),
    "outcomes": ("アウトカム",),
}
# Labels inside the two blocks of indicators.
BLOCK_SPELLINGS = {
    "name": ("指標名", "指標", "KPI名", "KPI"),
    "measurement": ("計測方法", "測定方法", "把握方法"),
    "unit": ("単位",),
    "targets": ("目標数値", "目標値"),
}
SMART = (("specific", "Specific", "具体的な"), ("measurable", "Measurable", "計測可能な"), ("achievable", "Achievable", "達成可能な"),
         ("relevant", "Relevant", "関連した"), ("time_bounded", "Time-bounded", "期限を定めた"))
TICKED = "■☑☒✓✔●◉◎○◯〇レ✅"
EMPTY_BOXES = "□☐◻"



def fields(rules=None):
    """The fields of the form, by id: {"ja", "en", "required"} as the core's rule data have them."""
    return {entry["id"]: entry for entry in explain(show=("idea-form",), rules=rules)["idea_form"]}


def goal_classes(framework=None, rules=None):
    """(class id, neutral type, wording) of the national frameworks, those of ``framework`` first."""
    known = explain(show=("frameworks",), rules=rules)["frameworks"]
    known.sort(key=lambda entry: entry["id"] != framework)
    return [(entry["id"], entry.get("type", "other"), entry["name"]) for one in known for entry in one["goal_classes"]]


# ---- Labels ------------------------------------------------------------------------------------------------------------

def _spelled(text):
    """``text`` folded, with the place in it that each character comes from; line ends stay."""
    return [(one, place) for place, char in enumerate(text) for one in unicodedata.normalize("NFKC", char)
            if one == "\n" or not one.isspace()]


def _after_heading(chars):
    """Without 【…】 and numbering in front."""
    while True:
        while chars and chars[0][0] == "\n":
            chars = chars[1:]
        text = "".join(char for char, _ in chars)
        bracket = re.match(r"(?:【[^】]*】|\[[^\]]*\])", text)
        number = re.match(r"(?:\(?\d{1,2}[.)、]|\d(?=\D)|[★※●◆◇■□▼・])", text)
        found = bracket or number
        if not found:
            return chars
        chars = chars[found.end():]


def label_in(text, spellings):
    """(field, spelling, rest of the text behind the label) when ``text`` begins with a label; None otherwise.

    The rest is what a person wrote into the label's own cell (課・係名：生涯学習課), without the form's remarks.
    """
    chars = _after_heading(_spelled(text))
    solid = [(char, place) for char, place in chars if char != "\n"]
    line = "".join(char for char, _ in solid)
    found = [(len(folded(spelling)), field, spelling) for field, known in spellings.items() for spelling in known
             if line.startswith(folded(spelling))]
    if not found:
        return None
    length, field, spelling = max(found)
    behind = solid[length - 1][1] + 1
    rest = text[behind:]
    while True:
        # Remarks of the form: (…), ※…, ★…, and words that complete a label.
        shorter = re.sub(r"^\s*(?:[(（][^)）]*[)）]|[※★][^\n]*|名称|名|欄)", "", rest)
        if shorter == rest:
            break
        rest = shorter
    value = re.match(r"^\s*(?:[:：\n]|(?=[" + TICKED + EMPTY_BOXES + "]|[RＲ令2２]))(.*)$", rest, re.S)
    if rest.strip() and not value:
        return None  # a sentence that begins with the same word
    return field, spelling, value.group(1).strip() if value else ""


# ---- The blank form --------------------------------------------------------------------------------------------------------

_LAST = 11  # columns A to K
_LINES = {"issue": 3, "background": 4, "digital_ideas": 4, "expected_effect": 3, "side_effects": 3, "other_cases": 2}
_ROWS_OF_INDICATORS = 3
_LINE = 17  # points


def write_blank(path, years, framework="digital", section="", round_number=None, rules=None):
    """Writes the blank form. ``years``: the fiscal years of the targets; ``framework``: whose goal classes it offers;
    ``round_number``: of the working group."""
    book = extra("openpyxl").Workbook()
    classes = [name for id_, _, name in goal_classes(framework, rules) if id_.startswith(framework + ".")]
    if not classes:
        raise ValueError("{}: 国の総合戦略の一覧にありません / no such national framework".format(framework))
    _Form(book.active, fields(rules), classes, years).write(section, round_number)
    book.save(str(path))


class _Form:
    """Lays the form out, row by row."""

    def __init__(self, sheet, known, classes, years):
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
        self.sheet, self.known, self.classes, self.years = sheet, known, classes, years
        self.written = eras.short_years([years[0] - 2, years[0] - 1] + list(years))
        self.row = 1
        thin = Side(style="thin", color="808080")
        self.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        self.fill = PatternFill("solid", fgColor="E8EEF4")
        self.wrap = Alignment(wrap_text=True, vertical="center")
        self.top = Alignment(wrap_text=True, vertical="top")
        self.small = Font(size=10)
        self.title = Font(size=14, bold=True)

    def write(self, section, round_number):
        from openpyxl.worksheet.page import PageMargins
        sheet = self.sheet
        sheet.title = "アイデア抽出シート"
        for column, width in zip("ABCDEFGHIJK", (30, 14, 14, 12, 12, 8, 8, 8, 8, 8, 8)):
            sheet.column_dimensions[column].width = width
        put_text(sheet.cell(1, 1), "アイデア抽出シート（1枚に1アイデア）").font = self.title
        if round_number is not None:
            self.row = 1
            self.cell(6, _LAST, "第{}回ワーキンググループ".format(round_number), label=True)
        self.row = 2
        self.field("section", section)
        self.field("plan_projects", remark="（複数記載可）", lines=2)
        self.field("goal_types", "　".join("□" + name for name in self.classes), "（該当するものを■で選択）", 2)
        self.field("issue")
        self.field("background", remark="（【利用者】【町】の視点に分けて書いてもよい）")
        self.field("target_people", heading="【直接性】")
        self.solution()
        self.field("digital_ideas", remark="（複数記載可）")
        self.field("timings", "　".join("□" + text for text in self.timings()))
        self.field("other_cases", heading="【参照性】", remark="※参考にした事例があれば記入")
        self.field("expected_effect", heading="【妥当性】", remark="（対象となる住民が喜ぶイメージ）")
        self.field("side_effects", heading="【妥当性】", remark="（実施することでの職員のメリット）")
        self.field("smart", "　".join("□{}({})".format(english, japanese) for _, english, japanese in SMART), lines=3)
        self.block("outputs", "★役場が何をするか")
        self.block("outcomes", "★上記の行政サービス等を役場が行った結果の成果")
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 1
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.4)
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_area = "A1:K{}".format(self.row - 1)

    def timings(self):
        """実施済, the two years before the first target year, and that year or later."""
        first = self.years[0]
        return ["実施済", self.written[first - 2], self.written[first - 1], self.written[first] + "以降"]

    def cell(self, first, last, text="", height=1, label=False):
        """One merged cell over the columns first to last."""
        sheet = self.sheet
        for row in range(self.row, self.row + height):
            for column in range(first, last + 1):
                sheet.cell(row, column).border = self.border
        if last > first or height > 1:
            sheet.merge_cells(start_row=self.row, start_column=first, end_row=self.row + height - 1, end_column=last)
        cell = put_text(sheet.cell(self.row, first), text)
        cell.alignment = self.wrap if label else self.top
        if label:
            cell.fill, cell.font = self.fill, self.small
        return cell

    def label(self, field, heading="", remark=""):
        return "\n".join(part for part in (heading, self.known[field]["ja"], remark) if part)

    def field(self, field, text="", remark="", lines=None, heading=""):
        lines = lines or _LINES.get(field, 1)
        self.cell(1, 1, self.label(field, heading, remark), label=True)
        self.cell(2, _LAST, text)
        self.sheet.row_dimensions[self.row].height = _LINE * max(lines, 1 + bool(heading) + bool(remark)) + 6
        self.row += 1

    def solution(self):
        self.cell(1, 1, "【直接性】\nデジタルによる課題解決アイデア", 3, label=True)
        for field in ("solution.means", "solution.whom", "solution.state"):
            self.cell(2, 3, self.known[field]["ja"].split(" ")[-1], label=True)
            self.cell(4, _LAST)
            self.sheet.row_dimensions[self.row].height = 2 * _LINE + 6
            self.row += 1

    def block(self, field, remark):
        rows = _ROWS_OF_INDICATORS
        self.cell(1, 1, self.label(field, remark=remark), rows + 2, label=True)
        self.cell(2, 3, "指標", 2, label=True)
        self.cell(4, 5, "計測方法", 2, label=True)
        self.cell(6, 6, "単位", 2, label=True)
        self.cell(7, _LAST, "目標数値（仮）", label=True)
        self.row += 1
        for column, year in enumerate(self.years, 7):
            self.cell(column, column, self.written[year], label=True)
        self.row += 1
        for _ in range(rows):
            self.cell(2, 3)
            self.cell(4, 5)
            for column in range(6, _LAST + 1):
                self.cell(column, column)
            self.sheet.row_dimensions[self.row].height = 2 * _LINE + 6
            self.row += 1

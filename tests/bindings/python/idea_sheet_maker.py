"""Idea sheets as people fill them in: the blank form or a list-like one, with one human error each."""
import copy
import datetime
import re

# The worked example of the form's source (資料1, 2024-02-16, https://fdocument.pub/document/ceoec-c3cec-ii-b-v-4-zggwgd-6.html),
# in its terms; the target figures are invented.
GOOD = {
    "section": "生涯学習課 生涯学習係",
    "plan_projects": "複合文化施設管理運営事業",
    "goal_types": "□地方に仕事をつくる　□人の流れをつくる　■結婚・出産・子育ての希望をかなえる　■魅力的な地域をつくる",
    "issue": "予約が紙の申請だけで、空き状況は役場に聞かないと分からない",
    "background": "【利用者】施設利用希望者の手間\n【町】紙の申請の受付と転記",
    "target_people": "施設利用希望者",
    "solution.means": "オンライン申請",
    "solution.whom": "施設を利用したい人",
    "solution.state": "いつでもどこでもスマートフォンで申込みと空き状況の確認ができる",
    "digital_ideas": "・公共施設予約システムの構築\n・システムの周知\n・システムの利用説明",
    "timings": "■実施済　□R6　□R7　□R8以降",
    "other_cases": "",
    "expected_effect": "いつでも申し込める",
    "side_effects": "施設ごとの規則が統一される\n転記がなくなる",
    "smart": "■Specific(具体的な)　■Measurable(計測可能な)　□Achievable(達成可能な)　□Relevant(関連した)　□Time-bounded(期限を定めた)",
    "outputs": [("オンラインで予約可能な公共施設の数(○○施設)", "施設単位でカウント", "施設", [3, 5, 8, 8, 10])],
    "outcomes": [("オンライン予約システムの利用件数（件）", "申請受付件数をシステムにより把握", "", [1200, 1300, 1400, 1500, 1600])],
}
YEARS = ["R8", "R9", "R10", "R11", "R12"]
ORDER = ["section", "plan_projects", "goal_types", "issue", "background", "target_people", "solution.means", "solution.whom", "solution.state",
         "digital_ideas", "timings", "other_cases", "expected_effect", "side_effects", "smart"]
LABELS = {
    "section": "課・係名", "plan_projects": "関連する総事業(事務事業)名称", "goal_types": "総合戦略上の分類", "issue": "課題", "background": "課題の背景",
    "target_people": "【直接性】対象となる住民(町民、事業者、関係者など)", "solution.means": "①何をつかって", "solution.whom": "②誰を",
    "solution.state": "③どういう状態にするか", "digital_ideas": "デジタル活用アイデア", "timings": "上記デジタル活用による課題解決の実施(予定)時期",
    "other_cases": "【参照性】他自治体での取り組み状況\n※参考にした事例があれば記入", "expected_effect": "【妥当性】期待する効果(対象となる住民が喜ぶイメージ)",
    "side_effects": "【妥当性】副次的な効果(実施することでの職員のメリット)", "smart": "KPI設定の視点",
}
BLOCKS = {"outputs": "アウトプット(施策の活動量)\n★役場が何をするか", "outcomes": "アウトカム(施策の直接的な効果)\n★上記の行政サービス等を役場が行った結果の成果"}


def content(**changes):
    """The good sheet with other contents."""
    filled = copy.deepcopy(GOOD)
    for field, value in changes.items():
        filled[field.replace("__", ".")] = value
    return filled


def _bare(label):
    return re.sub(r"^(【[^】]*】)?[\n①②③]*", "", label)


def fill_blank(path, filled, blank, openpyxl, touch=None):
    """Fills the generated blank form ``blank`` and saves it. ``touch(sheet, rows)``: what else a person did to it."""
    book = openpyxl.load_workbook(blank)
    sheet = book.active
    rows = {}
    for row in range(1, sheet.max_row + 1):
        for column in (1, 2):
            text = str(sheet.cell(row, column).value or "")
            for field, label in list(LABELS.items()) + list(BLOCKS.items()):
                key = re.split(r"[(\n]", _bare(label))[0]
                if _bare(text).startswith(key) and field not in rows:
                    rows[field] = (row, 4 if field.startswith("solution.") else 2)
    rows["timings"] = next((row, 2) for row in range(1, sheet.max_row + 1) if "時期" in str(sheet.cell(row, 1).value or ""))
    for field in ORDER:
        if filled[field] != "":
            sheet.cell(*rows[field]).value = filled[field]
    for field in BLOCKS:
        first = rows[field][0] + 2
        for number, (name, method, unit, targets) in enumerate(filled[field]):
            for column, value in zip((2, 4, 6, 7, 8, 9, 10, 11), [name, method, unit] + list(targets)):
                if value not in ("", None):
                    sheet.cell(first + number, column).value = value
    if touch:
        touch(sheet, rows)
    book.save(path)


def write_list(path, filled, openpyxl, labels=None, touch=None):
    """A form of the same labels in another shape: labels in column B, no merged cells, indicators as a list of lines."""
    book = openpyxl.Workbook()
    sheet = book.active
    labels = dict(LABELS, **(labels or {}))
    sheet["B1"] = "アイデア抽出シート"
    row = 2
    for field in ORDER:
        if field == "solution.means":
            sheet.cell(row, 2).value = "【直接性】デジタルによる課題解決アイデア"
            row += 1
        sheet.cell(row, 2).value = labels[field]
        if filled[field] != "":
            sheet.cell(row, 3).value = filled[field]
        row += 1
    for field, label in BLOCKS.items():
        sheet.cell(row, 2).value = label
        sheet.cell(row, 3).value = "指標"
        sheet.cell(row, 4).value = "\n".join(name for name, _, _, _ in filled[field]) or None
        sheet.cell(row + 1, 3).value = "計測方法"
        sheet.cell(row + 1, 4).value = "\n".join(method for _, method, _, _ in filled[field]) or None
        row += 2
        for number, (_, _, _, targets) in enumerate(filled[field]):
            if number == 0:
                sheet.cell(row, 3).value = "目標数値(仮)"
            sheet.cell(row, 4).value = "　".join("{}:{}".format(year, "" if value is None else value) for year, value in zip(YEARS, targets))
            row += 1
    if touch:
        touch(sheet)
    book.save(path)


def set_cell(field, value, column=None):
    """A touch that writes another value into a field's cell."""
    def touch(sheet, rows):
        row, first = rows[field]
        sheet.cell(row, column or first).value = value
    return touch


def first_target(value):
    """A touch that writes another value into the first target of the outcome."""
    def touch(sheet, rows):
        sheet.cell(rows["outcomes"][0] + 2, 7).value = value
    return touch


def unmerge(sheet, rows):
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def shift(sheet, rows):
    """A row inserted above and a column to the left, as people do to make room for a stamp."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(1, 3)
    sheet.insert_cols(1, 1)
    sheet.cell(1, 8).value = "令和5年11月10日"


def separate_boxes(sheet, rows):
    """Boxes and choices in cells of their own."""
    row, _ = rows["goal_types"]
    unmerge(sheet, rows)
    for column, text in zip(range(2, 10), ("□", "地方に仕事をつくる", "■", "人の流れをつくる", "□", "結婚・出産・子育ての希望をかなえる", "■", "魅力的な地域をつくる")):
        sheet.cell(row, column).value = text


DATE = datetime.datetime(2026, 8, 1)

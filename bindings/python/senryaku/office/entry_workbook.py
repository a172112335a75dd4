"""The workbook in which a department enters the year's results (KPI 実績入力表): written from a strategy, read back.

Only the yellow cells are for entering. A hidden column holds the indicators' ids and what each cell showed when it was handed
out, so that reading back tells what was entered from what was there before.
"""
import json
import re
from pathlib import Path

from ..display import width
from ..eras import short_years
from . import extra
from .cells import put_number, put_text
from .entries import REASONS, Entry, actual_of, indicators, shown
from .printed import Reader
from .repairs import Refused
from .workbooks import note_remarks, place_of, read_workbook

FORMAT = "senryaku.entry/1"
NOBODY = "担当未定"
_SHEET = "KPI実績入力"
_HEAD = 4  # row of the column headings; row 1 title, 2 remark, 3 hidden format line
_FIXED = ("基本目標", "施策", "指標", "単位", "目指す方向", "基準値", "最終目標")
_AIMS = {"increase": "増やす", "decrease": "減らす", "maintain": "維持", "at-least": "下回らない", "at-most": "上回らない"}
_TAIL = ("値がない理由", "速報値", "備考")
_WIDTHS = (18, 22, 34, 8, 10, 16, 16)  # of the fixed columns, in characters
_LINE = 17  # points
_BASES = {"change-rate": "%（増減率）", "increment": "（増加分）", "total": "（累計）"}  # of a target that is no level
_YES = ("はい", "○", "〇", "速報", "yes", "true", "1")


def departments(document):
    """{department: [(kpi, measure, goal), …]} in document order: the indicator's owner, else its measure's departments."""
    found = {}
    for kpi, measure, goal in indicators(document):
        owner = kpi.get("measurement", {}).get("owner")
        owners = [owner] if owner else sorted({name for project in (measure or {}).get("projects", ())
                                               for name in project.get("departments", ())})
        # More than one department: none may fill the others' cells, so the office hands the sheet on.
        found.setdefault(owners[0] if len(owners) == 1 else "・".join(owners) if owners else NOBODY, []).append((kpi, measure, goal))
    return found


def write_all(document, folder, fiscal_year):
    """Writes one workbook for each department; returns their paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, (name, rows) in enumerate(departments(document).items(), 1):
        safe = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "_", name).strip("._")[:60]
        path = folder / "{:02d}_{}.xlsx".format(number, safe or "部署")
        write(document, path, fiscal_year, name, rows)
        paths.append(path)
    return paths


def write(document, path, fiscal_year, department, rows):
    """Writes the workbook of one department. ``rows``: (kpi, measure, goal)."""
    book = extra("openpyxl").Workbook()
    _Writer(book.active, document, fiscal_year).write(department, rows)
    book.save(str(path))


def _years(document, fiscal_year):
    """The years of the plan up to the one that is asked for, at most six."""
    start = document.get("period", {}).get("start", "")
    first = int(start[:4]) if start else fiscal_year
    return list(range(max(min(first, fiscal_year), fiscal_year - 5), fiscal_year + 1))


class _Writer:
    def __init__(self, sheet, document, fiscal_year):
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
        self.sheet, self.document, self.fiscal_year = sheet, document, fiscal_year
        self.years = _years(document, fiscal_year)
        self.written = short_years(self.years)
        thin = Side(style="thin", color="808080")
        self.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        self.head = PatternFill("solid", fgColor="E8EEF4")
        self.entry = PatternFill("solid", fgColor="FFF8D6")
        self.open = Protection(locked=False)
        self.wrap = Alignment(wrap_text=True, vertical="center")
        self.figure = Alignment(horizontal="right", vertical="center")
        self.bold = Font(bold=True)
        self.first_year = len(_FIXED) + 1
        self.first_tail = self.first_year + len(self.years)
        self.id_column = self.first_tail + len(_TAIL)

    def write(self, department, rows):
        sheet = self.sheet
        sheet.title = _SHEET
        name = self.document.get("name", "")
        put_text(sheet.cell(1, 1), "{} KPI実績入力表 {}年度（{}）".format(name, self.written[self.fiscal_year], department)).font = self.bold
        put_text(sheet.cell(2, 1), "黄色の欄だけに記入してください。値が出ないときは空欄のまま「値がない理由」を選んでください。式は使わず値を入れてください。")
        put_text(sheet.cell(3, self.id_column), "{} {} {}".format(FORMAT, self.fiscal_year, self.document.get("municipality", {}).get("code", "")))
        sheet.row_dimensions[3].hidden = True
        heads = _FIXED + tuple("{}年度 実績".format(self.written[year]) for year in self.years) + _TAIL + ("識別",)
        for column, text in enumerate(heads, 1):
            cell = put_text(sheet.cell(_HEAD, column), text)
            cell.fill, cell.border, cell.alignment, cell.font = self.head, self.border, self.wrap, self.bold
        sheet.row_dimensions[_HEAD].height = 2 * _LINE
        for row, (kpi, measure, goal) in enumerate(rows, _HEAD + 1):
            self._row(row, kpi, measure, goal)
        self._finish(_HEAD + len(rows))

    def _row(self, row, kpi, measure, goal):
        sheet = self.sheet
        texts = ((goal or {}).get("name", ""), (measure or {}).get("name", "") if measure else "（数値目標）", kpi.get("name", ""),
                 kpi.get("unit", ""), _AIMS.get(kpi.get("aim"), "－"), _with_year(kpi.get("baseline")), _with_year(kpi.get("target")))
        for column, text in enumerate(texts, 1):
            cell = put_text(sheet.cell(row, column), text)
            cell.border, cell.alignment = self.border, self.wrap
        sheet.row_dimensions[row].height = _LINE * max(-(-width(text) // (wide - 3)) for text, wide in zip(texts, _WIDTHS))
        before = {}
        for column, year in enumerate(self.years, self.first_year):
            known = actual_of(kpi, year)
            cell = sheet.cell(row, column)
            if known and known.get("value") is not None:
                put_number(cell, known["value"])
            else:
                put_text(cell, shown(known))
            before[year] = shown(known)
            cell.border, cell.fill, cell.protection, cell.alignment = self.border, self.entry, self.open, self.figure
        known = actual_of(kpi, self.fiscal_year) or {}
        tail = (next((ja for ja, reason in REASONS.items() if reason == known.get("unknown")), ""),
                "はい" if known.get("provisional") else "", "")
        for column, text in enumerate(tail, self.first_tail):
            cell = put_text(sheet.cell(row, column), text)
            cell.border, cell.fill, cell.protection, cell.alignment = self.border, self.entry, self.open, self.wrap
        put_text(sheet.cell(row, self.id_column), json.dumps({"id": kpi.get("id", ""), "before": before, "reason": tail[0]}, ensure_ascii=False))

    def _finish(self, last):
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation
        sheet = self.sheet
        widths = _WIDTHS + (12,) * len(self.years) + (14, 8, 24)
        for column, wide in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = wide
        sheet.column_dimensions[get_column_letter(self.id_column)].hidden = True
        for column, choices in ((self.first_tail, ",".join(REASONS)), (self.first_tail + 1, "はい")):
            choice = DataValidation(type="list", formula1='"{}"'.format(choices), allow_blank=True)
            sheet.add_data_validation(choice)
            choice.add("{0}{1}:{0}{2}".format(get_column_letter(column), _HEAD + 1, max(last, _HEAD + 1)))
        sheet.freeze_panes = sheet.cell(_HEAD + 1, 4)
        sheet.protection.sheet = True  # no password: it keeps from slips, not from people
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "${0}:${0}".format(_HEAD)
        sheet.print_area = "A1:{}{}".format(get_column_letter(self.id_column - 1), max(last, _HEAD + 1))


def _with_year(entry):
    text = shown(entry)
    year = (entry or {}).get("year")
    if (entry or {}).get("value") is not None:
        text = format(entry["value"], ",") + _BASES.get(entry.get("basis"), "")
    return "{}（{}）".format(text, year) if text and year else text


# ---- Reading back ------------------------------------------------------------------------------------------------------------

def read_file(path, repairs, name=None):
    """Entries of one workbook that was handed out; repairs say what is not read, under ``name``."""
    name = name or Path(path).name
    try:
        worksheets = read_workbook(path)
    except Refused as error:
        repairs.add("file.refused", name, why_ja=error.ja, why_en=error.en)
        return []
    tables = [table for table in (_Table(name, sheet, repairs) for sheet in worksheets) if table.is_one]
    for table in tables:
        note_remarks(table.sheet, Reader(repairs, name))
    found = [entry for table in tables for entry in table.entries()]
    if not tables:
        repairs.add("file.not-a-form", name)
    elif not any(entry.text != entry.before or entry.reason for entry in found):
        repairs.add("entry.nothing", name)
    return found


class _Table:
    """One worksheet, by its headings: columns may have been moved, rows sorted or added."""

    def __init__(self, file, sheet, repairs):
        self.file, self.sheet, self.repairs = file, sheet, repairs
        self.rows = {}
        for cell in sheet.cells:
            self.rows.setdefault(cell.row, {})[cell.column] = cell
        mark = next((cell.text for cell in sheet.cells if cell.text.startswith(FORMAT + " ")), None)
        self.is_one = mark is not None
        self.fiscal_year = int(mark.split(" ")[1]) if mark and re.match(r"\d{4}$", mark.split(" ")[1]) else None
        self.head = next((row for row, line in sorted(self.rows.items())
                          if {"指標", "識別"} <= {cell.text for cell in line.values()}), None)
        self.is_one = self.is_one and self.fiscal_year is not None and self.head is not None

    def entries(self):
        columns = {cell.text: column for column, cell in self.rows[self.head].items()}
        written = {text: year for year, text in short_years(range(self.fiscal_year - 5, self.fiscal_year + 1)).items()}
        years = {}
        for text, column in columns.items():
            match = re.match(r"(\w+)年度 実績$", text)
            if match and match.group(1) in written:
                years[written[match.group(1)]] = column
        found = []
        for row in sorted(self.rows):
            if row > self.head:
                found += self._row(self.rows[row], columns, years)
        return found

    def _row(self, line, columns, years):
        def text(name):
            cell = line.get(columns.get(name))
            return self._text(cell) if cell is not None else ""
        known = self._known(line.get(columns["識別"]))
        found = []
        for year, column in sorted(years.items()):
            cell = line.get(column)
            entered = self._text(cell) if cell is not None else ""
            last = year == self.fiscal_year
            reason = text("値がない理由") if last else ""
            if reason == known["reason"]:
                reason = ""
            place = place_of(cell) if cell is not None else place_of(next(iter(line.values())))
            if cell is not None and entered != known["before"].get(str(year), "") and (
                    cell.row in self.sheet.rows or column in self.sheet.columns):
                self.repairs.add("cell.hidden", self.file, place, text("指標"), found=entered)
            if last and text("備考") and not reason and entered == known["before"].get(str(year), ""):
                self.repairs.add("entry.remark-alone", self.file, place, text("指標"), found=text("備考"))
            if entered or reason:
                found.append(Entry(self.file, place, known["id"], text("指標"), text("単位"), "" if known["id"] else text("施策"), "actual",
                                   year, entered, known["before"].get(str(year)), reason,
                                   last and text("速報値").lower() in _YES, text("備考") if last else ""))
        return found

    @staticmethod
    def _known(cell):
        """What the hidden column holds; a row that a person has added has none."""
        try:
            known = json.loads(cell.text)
            if isinstance(known["id"], str) and isinstance(known["before"], dict) and isinstance(known["reason"], str):
                return known
        except (AttributeError, ValueError, KeyError, TypeError):
            pass
        return {"id": "", "before": {}, "reason": ""}

    def _text(self, cell):
        if cell.kind == "formula":
            self.repairs.add("cell.formula", self.file, place_of(cell), found=cell.text)
            return ""
        if cell.kind == "error":
            self.repairs.add("cell.error", self.file, place_of(cell), found=cell.text)
            return ""
        if cell.kind == "date":
            self.repairs.add("cell.date", self.file, place_of(cell), found=cell.text)
            return ""
        return cell.text

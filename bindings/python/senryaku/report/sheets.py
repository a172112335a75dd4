"""Worksheets that print well: a title, a heading row that repeats, figures as numbers, ratings as text and colour."""
from decimal import Decimal, InvalidOperation

from .. import display
from ..office import cells, extra

# Fills that stay apart in black-and-white print; the text says the same.
_FILLS = {"good": "D5EBE3", "poor": "FADFCB", "none": "ECEFF3", "heading": "DCE6F3"}
_FONT = "Yu Gothic"  # comes with Excel; others substitute


_BLANK_COLUMNS = 21  # of the usual width, on a sheet of charts: to column U
_LINE = 15.5  # points of a line of text


def _lines(value, width):
    """Lines that a text takes in a column of ``width``; at most as many as a row of Excel can be high (409 points)."""
    text = value[0] if isinstance(value, tuple) else value
    if not isinstance(text, str):
        return 1
    return min(sum(-(-max(display.width(line), 1) // max(int(width) - 2, 1)) for line in text.split("\n")), 26)


class Column:
    """A column: heading, width in characters, and "text", "number", "rate", "year" or "rating"."""

    def __init__(self, title, width, kind="text", printed=True, optional=False):
        """``printed``: within the print area (such columns come first); ``optional``: left out when no row has anything."""
        self.title, self.width, self.kind, self.printed, self.optional = title, width, kind, printed, optional


def rate_number(text):
    """A rate as printed ("74.5%") as a figure and whether it is in percent; None when it is no figure."""
    plain = text.replace(",", "").strip()
    try:
        return Decimal(plain.rstrip("%")), plain.endswith("%")
    except InvalidOperation:
        return None


def rate_cell(text):
    """A rate as a cell takes it, the number and its format: 0.745 and "0.0%"; None when it is no figure."""
    number = rate_number(text)
    if number is None:
        return None
    places = max(0, -number[0].as_tuple().exponent)
    digits = "0" + ("." + "0" * places if places else "")
    return (number[0] / 100, digits + "%") if number[1] else (number[0], digits)


class Book:
    """A workbook in one language, to be filled sheet by sheet."""

    def __init__(self, texts, title, note):
        self._excel = extra("openpyxl")
        self.book = self._excel.Workbook()
        self.book.remove(self.book.active)
        self.book.properties.title = cells.clean(title)
        self.book.properties.creator = "senryaku"
        self.texts, self.title, self._note = texts, title, note
        self._made = set()

    def sheet(self, name, columns, rows, paper="A4", heading=None):
        """A table as a sheet. ``rows``: lists of values as the columns say; a rating is (text, "good"|"poor"|"none"), a
        number None or a figure, or a text that stands for it. Returns the worksheet and the row of the first value."""
        kept = [place for place, column in enumerate(columns)
                if not column.optional or any(row[place] not in ("", None) for row in rows)]
        columns, rows = [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]
        sheet = self.book.create_sheet(name[:31])
        self._title(sheet, heading or name)
        first = 4
        for position, column in enumerate(columns, 1):
            self._heading(sheet.cell(first - 1, position), column)
            sheet.column_dimensions[self._letter(position)].width = column.width
        for offset, row in enumerate(rows):
            for position, (column, value) in enumerate(zip(columns, row), 1):
                self._value(sheet.cell(first + offset, position), column, value)
            sheet.row_dimensions[first + offset].height = _LINE * max(
                _lines(value, column.width) for column, value in zip(columns, row) if column.printed)
        sheet.row_dimensions[first - 1].height = _LINE * max(_lines(column.title, column.width - 1) for column in columns)
        last = first + max(len(rows), 1) - 1
        printed = [column for column in columns if column.printed]
        self._note_across(sheet, len(printed), sum(column.width for column in printed))
        self._print(sheet, len(printed), last, paper)
        if rows:
            sheet.auto_filter.ref = "A3:{}{}".format(self._letter(len(columns)), last)
        sheet.freeze_panes = sheet.cell(first, 2)
        return sheet, first

    def _note_across(self, sheet, columns, width):
        """The note goes over the printed columns; beyond them it would be cut off."""
        if columns > 1:
            sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=columns)
        sheet.row_dimensions[2].height = 13 * _lines(self._note, width)

    def blank(self, name, paper="A4"):
        """A sheet without a table, for charts."""
        sheet = self.book.create_sheet(name[:31])
        self._title(sheet, name)
        self._note_across(sheet, _BLANK_COLUMNS, 8 * _BLANK_COLUMNS)
        sheet.sheet_view.showGridLines = False
        self._page(sheet, paper)
        return sheet

    def _letter(self, position):
        return self._excel.utils.get_column_letter(position)

    def _style(self, kind, state=None):
        """The name of the style of a cell; each is made once, which keeps large sheets fast."""
        name = "senryaku {}{}".format(kind, " " + state if state else "")
        if name in self._made:
            return name
        styles = self._excel.styles
        made = styles.NamedStyle(name)
        fonts = {"title": (14, True, "1C3A68"), "note": (9, False, "566070"), "heading": (10, True, "000000")}
        size, bold, colour = fonts.get(kind, (10, state in ("good", "poor"), "000000"))
        made.font = styles.Font(_FONT, size, bold=bold, color=colour)
        if kind == "note":
            made.alignment = styles.Alignment(vertical="top", wrap_text=True)
        if kind not in ("title", "note"):
            side = styles.Side("thin", color="B9C4D1")
            made.border = styles.Border(left=side, right=side, top=side, bottom=side)
            across = "right" if kind in ("number", "rate", "words") else "center" if kind in ("rating", "year", "heading") else "left"
            made.alignment = styles.Alignment(horizontal=across, vertical="center" if kind == "heading" else "top",
                                              wrap_text=kind in ("text", "words", "rating", "heading"),
                                              indent=0 if across == "center" else 1)
        if state or kind == "heading":
            made.fill = styles.PatternFill("solid", fgColor=_FILLS[state or kind])
        self.book.add_named_style(made)
        self._made.add(name)
        return name

    def _title(self, sheet, heading):
        for place, kind, text in (("A1", "title", "{}　{}".format(heading, self.title)), ("A2", "note", self._note)):
            sheet[place].style = self._style(kind)
            cells.put_text(sheet[place], text)
        sheet.row_dimensions[1].height = 24

    def _heading(self, cell, column):
        cell.style = self._style("heading")
        cells.put_text(cell, column.title)

    def _value(self, cell, column, value):
        text, state = value if column.kind == "rating" else (value, None)
        in_words = column.kind == "number" and isinstance(text, str)
        cell.style = self._style("words" if in_words else column.kind, state)
        if column.kind == "rate":
            self._rate(cell, text)
        elif isinstance(text, str):
            cells.put_text(cell, text)
        else:
            cells.put_number(cell, text, self.texts["unknown"])
            if column.kind == "year" and text is not None:
                cell.number_format = "0"

    def _rate(self, cell, text):
        number = rate_cell(text) if text else None
        if number:
            cell.value, cell.number_format = number
        else:
            cells.put_text(cell, text or self.texts["dash"])

    def _page(self, sheet, paper):
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = {"A4": 9, "A3": 8}[paper]
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = self._excel.worksheet.properties.PageSetupProperties(fitToPage=True)
        sheet.page_margins = self._excel.worksheet.page.PageMargins(0.4, 0.4, 0.5, 0.6, header=0.25, footer=0.25)
        sheet.oddFooter.center.text = "&P / &N"
        sheet.oddFooter.left.text = "&A"

    def _print(self, sheet, columns, last, paper):
        self._page(sheet, paper)
        sheet.print_title_rows = "$1:$3"  # without $ the rows move with the cell that is active
        sheet.print_area = "A1:{}{}".format(self._letter(columns), last)

    def breaks(self, sheet, rows):
        """Page breaks after ``rows``."""
        for row in rows:
            sheet.row_breaks.append(self._excel.worksheet.pagebreak.Break(id=row))

    def reference(self, data, *bounds):
        """Cells of a data sheet for a chart: first column, first row, last column, last row."""
        return self._excel.chart.Reference(data, *bounds)

    def data(self, name):
        """A sheet for the figures of charts: plain, at the end of the book."""
        sheet = self.book.create_sheet(name[:31])
        self._page(sheet, "A4")
        return sheet

    def save(self, path, last=None):
        """Writes the book, with the sheet named ``last`` at its end."""
        if last:
            self.book.move_sheet(last, len(self.book.sheetnames))
        self.book.active = 0
        self.book.save(str(path))


def put_row(sheet, row, values):
    """Plain values into a row of a data sheet; what is not known stays empty, so that a chart leaves a gap."""
    for position, value in enumerate(values, 1):
        if isinstance(value, str):
            cells.put_text(sheet.cell(row, position), value)
        elif value is not None:
            sheet.cell(row, position).value = value


def labels(white=False):
    """Labels that show the values of a series; ``white``: on a dark fill."""
    made = extra("openpyxl.chart.label").DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
                                                       showPercent=False)
    if white:
        text = extra("openpyxl.drawing.text")
        words = text.CharacterProperties(b=True, solidFill="FFFFFF")
        made.txPr = extra("openpyxl.chart.text").RichText(p=[text.Paragraph(pPr=text.ParagraphProperties(defRPr=words), endParaRPr=words)])
    return made


def hatched(series, colour):
    """Fills a series with stripes, so that it stays apart in black and white."""
    fill = extra("openpyxl.drawing.fill")
    series.graphicalProperties.pattFill = fill.PatternFillProperties(
        prst="wdUpDiag", fgClr=fill.ColorChoice(srgbClr="FFFFFF"), bgClr=fill.ColorChoice(srgbClr=colour))


def chart_base(chart, title, width, height):
    """Title and size (cm) of a chart, without what clutters it."""
    chart.title = title
    chart.width, chart.height = width, height
    chart.display_blanks = "gap"
    return chart

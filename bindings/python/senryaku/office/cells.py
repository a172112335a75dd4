"""Text and figures that go into cells of Excel and CSV files, so that no text ever runs as a formula.

Figures keep every digit: documents are read by ``loads`` with exact decimals, and written back by ``dumps``.
"""
import json
import re
import uuid
from decimal import Decimal

# Excel takes a cell that begins with one of these as a formula when it opens a CSV file; Japanese editions also take the
# full-width forms (OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA_SIGNS = "=+-@\t\r＝＋－＠"
# XML 1.0 knows no other control characters, and no surrogates or U+FFFE, U+FFFF.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_TEXT = 32767  # characters in a cell of Excel


def clean(text):
    """``text`` without what neither XML nor Excel can hold; such characters become U+FFFD, line ends \\n."""
    return _UNWRITABLE.sub("\ufffd", str(text).replace("\r\n", "\n").replace("\r", "\n"))


def looks_like_formula(text):
    """Whether a spreadsheet could run ``text``. A sign alone (－ for unknown) is none."""
    return len(text) > 1 and text.lstrip(" \u3000\n\ufeff")[:1] != "" and text.lstrip(" \u3000\n\ufeff")[0] in _FORMULA_SIGNS


def csv_text(text):
    """``text`` for a CSV cell: an apostrophe stands before what would run as a formula."""
    text = clean(text)
    return "'" + text if looks_like_formula(text) else text


def csv_number(value):
    """A figure for a CSV cell, with every digit and without exponent; nothing for an unknown one."""
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def from_csv(text):
    """The text that ``csv_text`` was given."""
    return text[1:] if text[:1] == "'" and looks_like_formula(text[1:]) else text


def put_text(cell, text):
    """Writes ``text`` into a cell of openpyxl as text, whatever it begins with. Returns the cell."""
    text = clean(text)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT - 1] + "…"
    cell.value = text or None
    if text:
        cell.data_type = "s"  # openpyxl makes a formula of "=…" and an error of "#N/A"
        cell.quotePrefix = looks_like_formula(text)  # stays text when a person edits the cell
    return cell


def put_number(cell, value, unknown="－"):
    """Writes a figure as a number, shown with as many decimals as it has; an unknown one as the mark."""
    if value is None:
        return put_text(cell, unknown)
    cell.value = value
    places = max(0, -value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    cell.number_format = "#,##0" + ("." + "0" * places if places else "")
    return cell


def loads(text):
    """JSON with exact decimals (decimal.Decimal) instead of floats."""
    return json.loads(text, parse_float=Decimal)


def dumps(value, indent=2):
    """JSON text of a value that ``loads`` gave: decimals stand as they were read (12.30 stays 12.30)."""
    mark = uuid.uuid4().hex  # occurs in no document; it is gone from the text
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=lambda number: mark + format(number, "f") + mark)
    return re.sub('"{0}([^"]*){0}"'.format(mark), r"\1", text)

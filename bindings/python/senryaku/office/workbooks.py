"""Workbooks that other people fill in: opened with limits, read as the text that a person sees.

A file is looked through as a stream before openpyxl opens it. Zip bombs, entity bombs, macros, links to other files and
sheets without end are refused with one line, in bounded memory; formulas are never computed.
"""
import datetime
import re
import warnings
import zipfile
from collections import namedtuple
from decimal import Decimal
from pathlib import Path

from . import extra, unseen
from .repairs import Refused

# A filled form has some hundred cells and some ten KB; these leave room for large towns' tables.
MOST_FILE_BYTES = 20 * 1024 * 1024
MOST_BYTES = 64 * 1024 * 1024  # of all parts together, unpacked
MOST_PARTS = 1000
MOST_ROWS = 20000
MOST_CELLS = 200000
MOST_COLUMNS = 500
LONGEST_TEXT = 32767  # Excel's own limit

_PIECE = 1 << 16
_TAG_OVERLAP = 64


Cell = namedtuple("Cell", "sheet row column text kind")
Cell.__doc__ = """A cell with something in it: ``text`` as a person sees it; ``kind``: text, number, date, formula or error.

The text of a formula is the formula, and behind → the result that was saved with it."""

Worksheet = namedtuple("Worksheet", "name cells hidden rows columns remarks")
Worksheet.__doc__ = """A worksheet: its ``cells`` in reading order; whether it is ``hidden``; its hidden ``rows`` and ``columns``;
``remarks``: what is not read or looks otherwise than it is, as (code of a repair, place, values)."""


def place_of(cell):
    """Sheet1!B4."""
    return "{}!{}{}".format(cell.sheet, unseen.letters_of(cell.column), cell.row)


def note_remarks(sheet, reader):
    """Puts what is not read of a worksheet into the repair list of ``reader``."""
    for code, place, values in sheet.remarks:
        reader.note(code, place, "", **values)


def read_workbook(path):
    """[Worksheet, …] of an .xlsx file, in order. Raises Refused, or MissingExtra without openpyxl."""
    try:
        look_through(path)
    except FileNotFoundError:
        raise
    except OSError as error:  # one file that may not be read does not stop the others
        raise Refused("開けません（{}）".format(error.strerror), "cannot be opened ({})".format(error.strerror)) from None
    openpyxl = extra("openpyxl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep; nothing is written back
            read = _sheets(openpyxl, path)
        beside = unseen.look(path, MOST_ROWS, MOST_COLUMNS)
        nothing = unseen.Unseen(False, set(), set(), [])
        return [Worksheet(name, cells, *beside.get(name, nothing)[:3], beside.get(name, nothing).remarks + remarks)
                for name, cells, remarks in read]
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part caused; the file is refused, not the program
        raise Refused("Excelのファイルとして壊れています（{}）".format(type(error).__name__),
                      "broken as a workbook ({})".format(type(error).__name__)) from None


# ---- Before opening ----------------------------------------------------------------------------------------------------

def look_through(path):
    """Refuses what is no ordinary .xlsx file. Reads every part once as a stream, and keeps none."""
    path = Path(path)
    with open(path, "rb") as file:
        magic = file.read(8)
    if path.stat().st_size > MOST_FILE_BYTES:
        raise Refused("ファイルが大きすぎます（{:,} バイト、上限 {:,}）".format(path.stat().st_size, MOST_FILE_BYTES),
                      "too large ({:,} bytes, at most {:,})".format(path.stat().st_size, MOST_FILE_BYTES))
    if magic == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        _refuse_compound(path)
    if not magic.startswith(b"PK") and b"\0" not in magic:
        raise Refused("Excel（.xlsx）のファイルではなく、文字のファイル（CSV など）か空のファイルです。.xlsx で保存し直してください",
                      "not an .xlsx file but text (CSV?), or empty; save it as .xlsx")
    try:
        with zipfile.ZipFile(path) as archive:
            _look_at_parts(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("Excel（.xlsx）のファイルではないか、壊れています（{}）".format(type(error).__name__),
                      "not an .xlsx file, or broken ({})".format(type(error).__name__)) from None
    except Exception as error:
        if type(error).__module__ not in ("zlib", "lzma", "_lzma"):
            raise
        raise Refused("圧縮が壊れています", "broken compression") from None


def _refuse_compound(path):
    """The container of .xls is also that of workbooks with a password; their parts are named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise Refused("パスワード付きのファイルです。パスワードを外して .xlsx で保存し直してください",
                      "the file has a password; save it as .xlsx without one")
    raise Refused("古い .xls 形式です。.xlsx で保存し直してください", "an old .xls file; save it as .xlsx")


def _look_at_parts(archive):
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise Refused("展開すると大きくなりすぎます（圧縮爆弾のおそれ）", "unpacks to too much (a zip bomb?)")
    names = [part.filename for part in parts]
    if "mimetype" in names and archive.open("mimetype").read(60).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Refused("LibreOffice などの .ods 形式です。.xlsx で保存し直してください", "an .ods file; save it as .xlsx")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Refused("Excel（.xlsx）のファイルではありません", "not an .xlsx file")
    for name in names:
        _look_at_name(name.lower())
    left, cells = MOST_BYTES, 0
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        scan = _Scan(part.filename)
        with archive.open(part) as stream:
            left = scan.run(stream, left)
        cells += scan.cells
        if cells > MOST_CELLS:
            raise Refused("セルが多すぎます（上限 {:,}）".format(MOST_CELLS), "too many cells (at most {:,})".format(MOST_CELLS))


def _look_at_name(name):
    if "vbaproject" in name or "/macrosheets/" in name or "/activex/" in name:
        raise Refused("マクロが入っています。マクロなしの .xlsx で保存し直してください", "holds macros; save it as .xlsx without macros")
    if "/externallinks/" in name or name.endswith("/connections.xml") or "/querytables/" in name:
        raise Refused("ほかのファイルや外部データへのリンクが入っています。リンクを切ってください", "holds links to other files or data; break the links")
    if "/embeddings/" in name:
        raise Refused("ほかの文書が埋め込まれています。取り除いてください", "other documents are embedded; take them out")


class _Scan:
    """Counts rows and cells of a part, and refuses document types and links, while the part streams by."""

    def __init__(self, name):
        self.sheet = "/worksheets/" in name and name.endswith(".xml")
        self.links = name.endswith(".rels")
        self.types = name == "[Content_Types].xml"
        self.rows = 0
        self.cells = 0

    def run(self, stream, left):
        """Reads to the end; returns how many bytes the further parts may have."""
        tail = b""
        while True:
            piece = stream.read(_PIECE)
            if not piece:
                return left
            left -= len(piece)
            if left < 0:
                raise Refused("展開すると大きくなりすぎます（圧縮爆弾のおそれ）", "unpacks to too much (a zip bomb?)")
            self._look(tail + piece.replace(b"\0", b""), len(tail))  # UTF-16 becomes ASCII for this purpose
            tail = piece.replace(b"\0", b"")[-_TAG_OVERLAP:]

    def _look(self, text, seen):
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise Refused("XMLの実体定義が入っています", "defines XML entities")
        if self.types and b"macroEnabled" in text:
            raise Refused("マクロ有効ブックです。マクロなしの .xlsx で保存し直してください", "macro-enabled; save it as .xlsx without macros")
        if self.sheet:
            self._count(text, seen)

    def _count(self, text, seen):
        # What the overlap held as a whole has been counted; what it cut off was not.
        self.rows += sum(1 for found in re.finditer(rb"<(?:\w+:)?row[ >/]", text) if found.end() > seen)
        self.cells += sum(1 for found in re.finditer(rb"<(?:\w+:)?c[ >/]", text) if found.end() > seen)
        if self.rows > MOST_ROWS or self.cells > MOST_CELLS:
            raise Refused("行やセルが多すぎます（上限 {:,} 行、{:,} セル）".format(MOST_ROWS, MOST_CELLS),
                          "too many rows or cells (at most {:,} rows, {:,} cells)".format(MOST_ROWS, MOST_CELLS))


# ---- Cells ---------------------------------------------------------------------------------------------------------------

def _sheets(openpyxl, path):
    """[(name, cells, remarks)]; the file is read a second time where formulas have results."""
    def read(data_only, take):
        book = openpyxl.load_workbook(str(path), read_only=True, keep_links=False, data_only=data_only)
        try:
            return [(sheet.title, *take(sheet)) for sheet in book.worksheets]
        finally:
            book.close()
    sheets = read(False, _cells)
    if not any(cell.kind == "formula" for _, cells, _ in sheets for cell in cells):
        return sheets
    results = {}
    for _, cells, _ in read(True, _cells):
        results.update({(cell.sheet, cell.row, cell.column): cell.text for cell in cells})
    return [(name, [_with_result(cell, results) for cell in cells], remarks) for name, cells, remarks in sheets]


def _with_result(cell, results):
    saved = results.get((cell.sheet, cell.row, cell.column)) if cell.kind == "formula" else None
    return cell._replace(text="{} → {}".format(cell.text, saved)) if saved else cell


def _cells(sheet):
    """(cells, remarks) of a worksheet of openpyxl."""
    found, remarks = [], []
    sheet.reset_dimensions()  # what the file says about its size may be wrong
    for line in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        for cell in line:
            if cell.value is None:
                continue
            text, kind = _shown(cell)
            if not text:
                continue
            read = Cell(sheet.title, cell.row, cell.column, text[:LONGEST_TEXT], kind)
            found.append(read)
            remarks += [(code, place_of(read), values) for code, values in _doubts(cell, read, len(text))]
    return found, remarks


def _doubts(cell, read, length):
    """What a person sees otherwise: text that is struck out or cut off, figures that are shown in thousands."""
    if length > LONGEST_TEXT:
        yield "cell.too-long", {"kept": LONGEST_TEXT}
    if cell.font is not None and cell.font.strike:
        yield "cell.struck", {"found": read.text}
    if read.kind == "number" and _SCALED.search(_BARE_FORMAT.sub("", cell.number_format or "").split(";")[0]):
        yield "cell.scaled", {"read": read.text}


# In a number format: text that is shown as it stands, and the commas behind the digits that divide by 1,000 each.
_BARE_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


def _shown(cell):
    """The value as a person sees it, and its kind."""
    value = cell.value
    if cell.data_type == "f":
        return str(getattr(value, "text", value)), "formula"  # of an array formula its text
    if cell.data_type == "e":
        return str(value), "error"
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), "text"
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == datetime.time() else value).isoformat(), "date"
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return str(value), "date"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or ""), "number"
    return str(value).strip(), "text"


def _number(value, shown_as):
    """Fifteen digits, as Excel keeps them, without exponent; with % where the format shows it."""
    number = Decimal(value) if isinstance(value, int) else Decimal("{:.15g}".format(value))
    percent = "%" in _BARE_FORMAT.sub("", shown_as)
    text = format(number * 100 if percent else number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + ("%" if percent else "")

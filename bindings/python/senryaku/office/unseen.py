"""What stands in a workbook beside the cells that are read: hidden rows, columns and sheets, comments, drawings, far cells.

None of it is taken over, so all of it is said. The parts are read as they stand in the file, in one pass each; the file has been
looked through before (see ``workbooks.look_through``), so it defines no entities and has an end.
"""
import posixpath
import re
import zipfile
from collections import namedtuple
from xml.etree import ElementTree

Unseen = namedtuple("Unseen", "hidden rows columns remarks")
Unseen.__doc__ = """Of one worksheet: whether it is ``hidden``; the hidden ``rows`` and ``columns`` (numbers from 1); ``remarks``: what is
not read, as (code of a repair, place, values)."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MOST_REMARKS = 50  # of one kind on a sheet; more are counted
_LONGEST = 300      # characters of a comment that are shown


def letters_of(column):
    """The name of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def look(path, most_rows, most_columns):
    """{sheet name: Unseen} of an .xlsx file. A part that cannot be parsed is left to the reader of the cells."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        package = _Package(archive)
        for name, state, part in package.sheets():
            sheet = _Sheet(name, most_rows, most_columns)
            for step in (sheet.read_cells, sheet.read_beside):
                try:
                    step(package, part)
                except (ElementTree.ParseError, KeyError, ValueError):
                    continue
            found[name] = Unseen(state in ("hidden", "veryHidden"), sheet.rows, sheet.columns, sheet.remarks())
    return found


def _bare(tag):
    return tag.rsplit("}", 1)[-1]


def _text(element):
    """What a person reads in a comment or shape: its runs and paragraphs, without phonetic guides."""
    parts = []
    for child in element:
        name = _bare(child.tag)
        if name == "t":
            parts.append(child.text or "")
        elif name != "rPh":
            parts.append(_text(child) + ("\n" if name == "p" else ""))
    return "".join(parts)


class _Package:
    def __init__(self, archive):
        self.archive = archive

    def parse(self, part):
        return ElementTree.fromstring(self.archive.read(part))

    def relations(self, part):
        """{id: (kind, part)} of what a part refers to inside the file."""
        folder, name = posixpath.split(part)
        try:
            root = self.parse("{}/_rels/{}.rels".format(folder, name).lstrip("/"))
        except (KeyError, ElementTree.ParseError):
            return {}
        return {entry.get("Id"): (entry.get("Type", "").rsplit("/", 1)[-1],
                                  posixpath.normpath(posixpath.join("/" + folder, entry.get("Target", ""))).lstrip("/"))
                for entry in root if entry.get("TargetMode") != "External"}

    def sheets(self):
        """(name, state, part) of the worksheets, in order."""
        try:
            workbook = next(part for kind, part in self.relations("").values() if kind == "officeDocument")
            root = self.parse(workbook)
        except (StopIteration, KeyError, ElementTree.ParseError):
            return
        known = self.relations(workbook)
        for entry in root.iter():
            if _bare(entry.tag) != "sheet":
                continue
            kind, part = known.get(entry.get(_RELATION) or entry.get(_STRICT_RELATION), ("", ""))
            if kind == "worksheet":
                yield entry.get("name", ""), entry.get("state", "visible"), part


class _Sheet:
    def __init__(self, name, most_rows, most_columns):
        self.name, self.most_rows, self.most_columns = name, most_rows, most_columns
        self.rows, self.columns = set(), set()
        self.found = {}  # code: [(place, values)]

    def _note(self, code, place, **values):
        self.found.setdefault(code, []).append((place, values))

    def remarks(self):
        made = []
        for code, entries in self.found.items():
            made += [(code, place, values) for place, values in entries[:_MOST_REMARKS]]
            if len(entries) > _MOST_REMARKS:
                made.append(("sheet.more", self.name, {"count": len(entries) - _MOST_REMARKS, "code": code}))
        return made

    def _place(self, row, column):
        return "{}!{}{}".format(self.name, letters_of(column), row)

    # ---- Cells ----

    def read_cells(self, package, part):
        row = column = 0
        far = []
        with package.archive.open(part) as stream:
            for event, element in ElementTree.iterparse(stream, ("start", "end")):
                name = _bare(element.tag)
                if event == "start" and name == "row":
                    row, column = int(element.get("r", row + 1)), 0
                    if _is_true(element.get("hidden")):
                        self.rows.add(row)
                elif event == "start" and name == "c":
                    place = re.match(r"([A-Z]+)(\d+)$", element.get("r", ""))
                    column = _number_of(place.group(1)) if place else column + 1
                elif event == "end" and name == "c":
                    if (row > self.most_rows or column > self.most_columns) and any(True for _ in element.itertext()):
                        far.append(self._place(row, column))
                elif event == "end" and name == "row":
                    element.clear()
                elif event == "start" and name == "col" and _is_true(element.get("hidden")):
                    self.columns.update(range(int(element.get("min", 0)), min(int(element.get("max", 0)), self.most_columns) + 1))
        if far:
            self._note("cell.far", far[0], count=len(far), rows=self.most_rows, columns=self.most_columns)

    # ---- Comments, drawings, controls ----

    def read_beside(self, package, part):
        relations = package.relations(part)
        for kind, target in relations.values():
            if kind == "comments":
                self._comments(package.parse(target))
            elif kind == "drawing":
                self._drawings(package.parse(target))
        if any(kind == "ctrlProp" for kind, _ in relations.values()):
            self._controls(package, part, relations)

    def _comments(self, root):
        for entry in root.iter():
            if _bare(entry.tag) == "comment":
                text = _text(entry).strip()
                if text:
                    self._note("cell.comment", "{}!{}".format(self.name, entry.get("ref", "")), found=text[:_LONGEST])

    def _drawings(self, root):
        for anchor in root:
            inside = [_bare(element.tag) for element in anchor.iter()]
            text = "\n".join(_text(element).strip() for element in anchor.iter() if _bare(element.tag) == "txBody").strip()
            place = self._anchor(anchor)
            if text:
                self._note("drawing.text", place, found=text[:_LONGEST])
            elif "pic" in inside:
                self._note("drawing.picture", place)
            elif "sp" in inside or "cxnSp" in inside:
                self._note("drawing.shape", place)

    def _anchor(self, anchor):
        """The cell over which a drawing begins; the sheet alone where it is not bound to a cell."""
        start = next((element for element in anchor.iter() if _bare(element.tag) == "from"), None)
        numbers = {_bare(child.tag): int(child.text) + 1 for child in (start if start is not None else ())
                   if (child.text or "").strip().isdigit()}
        return self._place(numbers["row"], numbers["col"]) if {"row", "col"} <= numbers.keys() else self.name

    def _controls(self, package, part, relations):
        """Ticked check boxes that are parts of the form, not characters in cells."""
        for control in package.parse(part).iter():
            if _bare(control.tag) != "control":
                continue
            kind, target = relations.get(control.get(_RELATION), ("", ""))
            if kind == "ctrlProp" and package.parse(target).get("checked") == "Checked":
                self._note("drawing.checked", self._anchor(control))


def _is_true(text):
    return text in ("1", "true")


def _number_of(letters):
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number

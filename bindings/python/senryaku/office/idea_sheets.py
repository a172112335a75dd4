"""Idea sheets (アイデア抽出シート) as departments fill them in: a file, or a folder of some seventy, into the strategy.

The labels are looked for, not fixed cells: rows may be added, merged cells taken apart, columns moved. Nothing is guessed
silently; each file has a repair list that says what was read how, and what is missing.
"""
import re
from collections import namedtuple
from pathlib import Path

from .. import Strategy
from . import cells, idea_history
from .blocks import read_block
from .boxes import ticked
from .idea_form import SMART, SPELLINGS, fields, goal_classes, label_in
from .printed import Reader, folded
from .repairs import Refused, RepairList
from .workbooks import note_remarks, place_of, read_workbook

Sheet = namedtuple("Sheet", "file name idea")
_FEWEST_LABELS = 5  # a worksheet with fewer is not the form
_LISTS = ("plan_projects", "digital_ideas", "side_effects")
_TEXTS = ("section", "issue", "target_people", "other_cases", "expected_effect")
# Sheets that are handed out with the form, to show how it is filled in.
_EXAMPLE = re.compile(r"記入例|記載例|記入見本|見本|サンプル|example|sample", re.I)
_BULLET = re.compile(r"^\s*(?:[・･●○◯◦‣▪■□◆◇\-－–*]|[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、]|[ア-オ][.．、)）])\s*")


class _Label:
    def __init__(self, field, cell, rest):
        self.field, self.cell, self.rest = field, cell, rest


class SheetReader:
    """Reads one worksheet. ``idea``: the sheet in the strategy's format, or None when it is not the form."""

    def __init__(self, sheet, reader, framework=None, rules=None):
        self.sheet, self.reader, self.rules = sheet, reader, rules
        self.known = fields(rules)
        self.framework = framework
        self.notes = []
        self.cells = [cell for cell in sheet.cells if self._usable(cell)]
        self.labels = self._labels()
        self.idea = self._read() if len({label.field for label in self.labels}) >= _FEWEST_LABELS else None

    def _usable(self, cell):
        if cell.kind == "formula":
            self.reader.note("cell.formula", place_of(cell), "", found=cell.text)
        elif cell.kind == "error":
            self.reader.note("cell.error", place_of(cell), "", found=cell.text)
        else:
            return True
        return False

    # ---- Where the fields are ----

    def _labels(self):
        labels, seen = [], set()
        for cell in self.cells:
            match = label_in(cell.text, SPELLINGS)
            if match is None:
                continue
            field, spelling, rest = match
            if field in seen:
                self.reader.note("idea.field-twice", place_of(cell), field, **self._names(field))
                continue
            seen.add(field)
            labels.append(_Label(field, cell, rest))
            official = folded(self.known.get(field, {"ja": spelling})["ja"])
            if folded(spelling) not in official and field != "solution" and len(folded(spelling)) < len(official):
                self.reader.note("idea.label-alias", place_of(cell), field, found=spelling, **self._names(field))
        return labels

    def _names(self, field):
        entry = self.known.get(field, {"ja": "課題解決アイデア", "en": "solution"})
        return {"field_ja": entry["ja"], "field_en": entry["en"]}

    def _region(self, label):
        """The cells that belong to a label: to its right and below it, up to the next labels."""
        row, column = label.cell.row, label.cell.column
        right = min((other.cell.column for other in self.labels if other.cell.row == row and other.cell.column > column),
                    default=None)
        below = min((other.cell.row for other in self.labels
                     if other.cell.row > row and (right is None or other.cell.column < right)), default=None)
        taken = {id(other.cell) for other in self.labels}
        return [cell for cell in self.cells if id(cell) not in taken and cell.row >= row and cell.column >= column
                and (right is None or cell.column < right) and (below is None or cell.row < below)]

    # ---- What stands in them ----

    def _read(self):
        idea, used = {}, set()
        for label in self.labels:
            region = self._region(label)
            used.update(id(cell) for cell in region)
            for cell in region:
                if cell.kind == "date" and label.field not in ("outputs", "outcomes"):
                    self.reader.note("cell.date", place_of(cell), label.field, found=cell.text)
                if cell.row in self.sheet.rows or cell.column in self.sheet.columns:
                    self.reader.note("cell.hidden", place_of(cell), label.field, found=cell.text)
            self._field(idea, label, region)
        self._outside(used)
        self._round(idea)
        if self.notes:
            idea["note"] = "\n".join(self.notes)
        return idea

    def _round(self, idea):
        """The round stands over the form, in the sheet's name or in that of its file."""
        first = min(label.cell.row for label in self.labels)
        above = [cell.text for cell in self.cells if cell.row < first]
        found = idea_history.round_of(above + [self.sheet.name, self.reader.file])
        if found:
            idea["round"] = found[0]
            self.reader.note("idea.round", self.sheet.name, "", found=found[1], read=found[0])

    def _field(self, idea, label, region):
        field = label.field
        texts = ([label.rest] if label.rest else []) + [cell.text for cell in region]
        place = place_of(label.cell)
        if field in _TEXTS:
            _put(idea, field, "\n".join(texts).strip())
        elif field in _LISTS:
            _put(idea, field, _items(texts, field))
        elif field == "background":
            _put(idea, field, _viewpoints("\n".join(texts)))
        elif field == "solution":
            self._solution(idea, "\n".join(texts))
        elif field.startswith("solution."):
            text = re.sub(r"^[①②③]\s*", "", "\n".join(texts).strip())
            if text:
                idea.setdefault("solution", {})[field.split(".")[1]] = text
        elif field == "goal_types":
            self._goal_types(idea, ticked(label.rest, region, self.reader, place, field) or (), place)
        elif field == "timings":
            self._timings(idea, ticked(label.rest, region, self.reader, place, field) or (), place)
        elif field == "smart":
            _put(idea, field, self._smart(ticked(label.rest, region, self.reader, place, field), place))
        else:
            _put(idea, field, read_block(field, label.rest, region, self.reader, self.notes))

    def _solution(self, idea, text):
        """① … ② … ③ … in one cell; what has no number is the means."""
        parts = re.split(r"[①②③]", text)
        marks = re.findall(r"[①②③]", text)
        if parts[0].strip():
            marks, parts = ["①"] + marks, parts
        else:
            parts = parts[1:]
        for mark, part in zip(marks, parts):
            member = {"①": "means", "②": "whom", "③": "state"}[mark]
            match = label_in(part, {"solution." + member: SPELLINGS["solution." + member]})
            part = match[2] if match else part.strip()
            if part:
                solution = idea.setdefault("solution", {})
                solution[member] = "{}\n{}".format(solution[member], part) if member in solution else part

    def _goal_types(self, idea, chosen, place):
        classes = goal_classes(self.framework, self.rules)
        found = []
        for text in chosen:
            wanted = folded(text)
            match = next((entry for entry in classes if wanted in folded(entry[2]) or folded(entry[2]) in wanted), None)
            if match is None:
                self.reader.note("idea.box-unknown", place, "goal_types", found=text)
            value = text if match is None else match[1] if match[1] not in ("other", "cross") else match[0]
            if value not in found:
                found.append(value)
        _put(idea, "goal_types", found)

    def _timings(self, idea, chosen, place):
        chosen = ["実施済" if folded(text).startswith("実施済") else folded(text) for text in chosen]
        if len(chosen) > 1:
            self.reader.note("idea.timings-several", place, "timings", found="、".join(chosen), count=len(chosen))
        _put(idea, "timings", chosen)

    def _smart(self, chosen, place):
        if chosen is None:
            return None
        ticks = {member: False for member, _, _ in SMART}
        for text in chosen:
            wanted = folded(text).lower()
            member = next((member for member, english, japanese in SMART
                           if english.lower() in wanted or folded(japanese) in wanted or wanted == english[0].lower()), None)
            if member is None:
                self.reader.note("idea.box-unknown", place, "smart", found=text)
            else:
                ticks[member] = True
        return ticks

    def _outside(self, used):
        """Text that stands before the first label's column or above the form: kept in the note, headings apart."""
        taken = {id(label.cell) for label in self.labels}
        first = min(label.cell.row for label in self.labels)
        for cell in self.cells:
            text = folded(cell.text)
            heading = re.fullmatch(r"【.*】|KPI|SMART|[\d①-⑳.]+|※.*", text) or (
                cell.row < first and ("シート" in text or idea_history.is_only_a_round(text)))
            if id(cell) in used or id(cell) in taken or heading:
                continue
            self.reader.note("idea.text-outside", place_of(cell), "note", found=cell.text)
            self.notes.append(cell.text)


def _put(idea, field, value):
    if value:
        idea[field] = value


def _items(texts, field):
    """The entries of a list field: one a line, without bullets; A事業、B事業 are two."""
    found = []
    for text in texts:
        for line in text.splitlines():
            line = _BULLET.sub("", line).strip()
            parts = [part.strip() for part in re.split(r"[、，,]", line)]
            several = field == "plan_projects" and len(parts) > 1 and all(part.endswith(("事業", "費")) for part in parts)
            found += [part for part in (parts if several else re.split(r"\s+/\s+", line)) if part]
    return found


def _viewpoints(text):
    """【利用者】…【町】… as one entry each; other text is one entry."""
    parts = [part.strip() for part in re.split(r"(?=【)", text)]
    return [part for part in parts if part]


# ---- Files and folders -------------------------------------------------------------------------------------------------------

def read_file(path, framework=None, rules=None, name=None):
    """([Sheet, …], RepairList) of one workbook; every worksheet that is the form is one idea. ``name``: of it in the list."""
    repairs = RepairList()
    name = name or Path(path).name
    labels = {field: entry["ja"] for field, entry in fields(rules).items()}
    try:
        worksheets = read_workbook(path)
    except Refused as error:
        repairs.add("file.refused", name, why_ja=error.ja, why_en=error.en)
        return [], repairs
    found = []
    for sheet in worksheets:
        of_sheet = RepairList()
        idea = SheetReader(sheet, Reader(of_sheet, name, labels), framework, rules).idea
        if idea is None:
            if sheet.cells and not sheet.hidden:  # hidden ones hold the choices of lists
                repairs.add("file.not-a-form", name, sheet.name)
        elif sheet.hidden:
            repairs.add("sheet.hidden", name, sheet.name)
        elif _EXAMPLE.search(sheet.name):
            repairs.add("sheet.example", name, sheet.name, found=sheet.name)
        else:
            note_remarks(sheet, Reader(of_sheet, name))
            repairs.extend(of_sheet)
            found.append(Sheet(name, sheet.name, idea))
    if not found and not repairs.entries:
        repairs.add("file.not-a-form", name)
    return found, repairs


# What systems put into folders, and the lock files (~$…) of Excel and LibreOffice.
_NO_DOCUMENTS = re.compile(r"~\$.*|\..*|thumbs\.db|desktop\.ini", re.I)


def files_in(paths, repairs=None):
    """[(path, name)] of the workbooks of the files and folders named, in order; the name of one in a folder says where in it,
    since departments hand in files of the same name. What else stands in a folder goes to ``repairs``."""
    found = []
    for path in map(Path, paths):
        if not path.is_dir():
            found.append((path, path.name))
            continue
        for entry in sorted(path.rglob("*")):
            if not entry.is_file() or _NO_DOCUMENTS.fullmatch(entry.name):
                continue
            if entry.suffix.lower().startswith(".xls"):
                found.append((entry, str(entry.relative_to(path))))
            elif repairs is not None:
                repairs.add("file.other-kind", str(entry.relative_to(path)), found=entry.suffix or entry.name)
    return found


def read_all(paths, framework=None, rules=None, progress=None, round_number=None):
    """([Sheet, …], RepairList) of many workbooks. One bad file never stops the rest; copies are taken once.

    ``round_number``: round of the sheets that do not say theirs.
    """
    sheets, repairs, seen = [], RepairList(), {}
    for path, name in (progress or iter)(files_in(paths, repairs)):
        found, of_file = read_file(path, framework, rules, name)
        for sheet in found:
            if round_number is not None:
                sheet.idea.setdefault("round", round_number)
            content = cells.dumps(_content(sheet.idea), None)
            if content in seen:
                of_file.add("file.same-again", sheet.file, sheet.name, other="{} {}".format(*seen[content]))
                continue
            seen[content] = (sheet.file, sheet.name)
            sheets.append(sheet)
        repairs.extend(of_file)
    return sheets, repairs


# ---- Into the strategy -------------------------------------------------------------------------------------------------------

def into(document, sheets, repairs):
    """Gives the sheets ids and adds them to ``document`` (None: there is none yet); returns the new sheets in its format.

    What is missing on them is asked of the core and goes to ``repairs``. A sheet that the strategy has already is left out.
    """
    listed = document.setdefault("idea_sheets", []) if document is not None else []
    known = {cells.dumps(_content(idea), None): idea["id"] for idea in listed}
    taken = {idea["id"] for idea in listed}
    new, places = [], {}
    for sheet in sheets:
        same = known.get(cells.dumps(_content(sheet.idea), None))
        if same:
            repairs.add("file.same-again", sheet.file, sheet.name, other=same)
            continue
        number = next(i for i in range(len(taken) + 1, 2 * len(taken) + 2) if "idea-{}".format(i) not in taken)
        idea = dict({"id": "idea-{}".format(number)}, **sheet.idea)
        taken.add(idea["id"])
        places[idea["id"]] = sheet
        new.append(idea)
    form = fields()
    _carry_over(new, listed, places, form, repairs)
    if document is not None and not listed and not new:
        document.pop("idea_sheets")
    listed.extend(new)
    for id_, field in _missing(new):
        repairs.add("idea.field-missing", places[id_].file, places[id_].name, form[field]["ja"], field_ja=form[field]["ja"],
                    field_en=form[field]["en"])
    return new


def _carry_over(new, before, places, form, repairs):
    """Fills ``copied_from`` where one earlier sheet is the origin."""
    for idea, candidates, same in idea_history.origins(new, before):
        place = (places[idea["id"]].file, places[idea["id"]].name)
        if len(candidates) > 1:
            repairs.add("idea.copied-several", *place, count=len(candidates), found="、".join(other["id"] for other in candidates))
            continue
        idea["copied_from"] = candidates[0]["id"]
        names = "、".join(form[field]["ja"] if field in form else "課題解決アイデア" for field in same)
        repairs.add("idea.copied-from", *place, other=candidates[0]["id"], fields=names)


def _content(idea):
    return {member: value for member, value in sorted(idea.items()) if member not in ("id", "round", "copied_from")}


def _missing(ideas):
    """(id, field) of the required fields without content, as the core finds them."""
    frame = {"format": "senryaku.strategy/1", "municipality": {"code": "011002", "name": "－"}, "name": "－", "period": {}, "goals": [],
             "idea_sheets": [{member: value for member, value in idea.items() if member != "copied_from"} for idea in ideas]}
    with Strategy(cells.dumps(frame)) as strategy:
        review = strategy.review("2000-01-01")
    return [(sheet["id"], field) for section in review["ideas"].get("sections", ()) for sheet in section["sheets"]
            for field in sheet.get("missing", ())]

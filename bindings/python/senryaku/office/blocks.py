"""The two blocks of an idea sheet, output and outcome: indicators, how they are measured, and targets by year.

Read in the two shapes that are met: a table (指標 | 計測方法 | R8 … R12) and a list (指標: … / 計測方法: … / 目標数値 R8: … R9: …).
"""
import re

from .idea_form import BLOCK_SPELLINGS, label_in
from .printed import folded
from .workbooks import place_of

_YEAR = r"(?:[RrＲｒ]|令和)\s*[0-9０-９元]{1,2}(?:\s*年度?)?|(?:20|２０)[0-9０-９]{2}(?:\s*年度?)?"
_YEAR_ALONE = re.compile(r"\s*(" + _YEAR + r")\s*[:：]?\s*")
_YEAR_AND_VALUE = re.compile(r"(" + _YEAR + r")\s*[:：=＝]?\s*(.*?)(?=\s*(?:[、，,／/;；]\s*)?(?:" + _YEAR + r")|$)", re.S)
# Counters that end a name in brackets: 利用件数（件）. Other brackets say what is meant: 施設の数（○○施設）.
_COUNTERS = set("件 人 回 施設 箇所 か所 ヶ所 カ所 社 店 台 % ポイント 円 千円 万円 百万円 億円 戸 世帯 棟 団体 組 日 時間 分 km ha m2 kg t 本 頭 "
                "冊 校 園 経営体 事業所 品 品目 点 泊 人泊 年 歳 位 倍 ‰ 千人 万人 千件 千人泊 人/年 件/年 回/年".split())
_BULLET = re.compile(r"^\s*(?:[・･●○◯‣▪\-－*]|[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、])\s*(?=\D)")


class _Part:
    """A label inside the block (指標, 計測方法, 単位, 目標数値) or a year."""

    def __init__(self, kind, cell, rest=""):
        self.kind, self.cell, self.rest = kind, cell, rest


def read_block(field, rest, region, reader, notes):
    """The indicators of a block in the strategy's format. What cannot be placed goes to ``notes``."""
    block = _Block(field, reader, notes)
    parts = _parts(region)
    names = [part for part in parts if part.kind == "name"]
    others = {part.kind for part in parts if names and part.cell.row == names[0].cell.row and part is not names[0]}
    if names and others & {"measurement", "unit", "targets", "year"} and not names[0].rest:
        block.table(region, parts, names[0].cell.row)
    else:
        block.list(rest, region, parts)
    return block.indicators()


def _parts(region):
    found = []
    figures = [cell.row for cell in region if cell.kind == "number" and _YEAR_ALONE.fullmatch(cell.text)]
    for cell in region:
        # A figure such as 2026 is a year only in a row of years.
        if _YEAR_ALONE.fullmatch(cell.text) and (cell.kind != "number" or figures.count(cell.row) > 2):
            found.append(_Part("year", cell))
            continue
        match = label_in(cell.text, BLOCK_SPELLINGS)
        if match:
            found.append(_Part(match[0], cell, match[2]))
    return found


def _lines(text):
    return [line for line in (_BULLET.sub("", line).strip() for line in text.splitlines()) if line]


class _Block:
    def __init__(self, field, reader, notes):
        self.field, self.reader, self.notes = field, reader, notes
        self.names = []  # (text, place)
        self.measurements, self.units = [], []
        self.targets = []  # one list of (year text, value text, place) for each row of targets
        self.of_name = []  # index of the name that a row of targets stands beside; None in a list

    # ---- Table ----

    def table(self, region, parts, first):
        """Each cell belongs to the heading over it; a row with a name begins an indicator."""
        heads = [part for part in parts if first <= part.cell.row <= first + 1]
        years = {part.cell.column: part for part in heads if part.kind == "year"}
        columns = {part.cell.column: part for part in heads if part.kind != "year"}
        columns.update(years)
        end = max(part.cell.row for part in heads)
        taken = {id(part.cell) for part in heads}
        rows = {}
        for cell in region:
            if id(cell) not in taken and cell.row > first and cell.column >= min(columns):
                rows.setdefault(max(cell.row, end), []).append(cell)
        for _, line in sorted(rows.items()):
            self._row(line, columns)

    def _row(self, line, columns):
        texts = {}
        for cell in line:
            head = columns[max(column for column in columns if column <= cell.column)]
            texts.setdefault((head.kind, head.cell.text if head.kind == "year" else ""), []).append(cell)
        names = [(name, place_of(cell)) for cell in texts.get(("name", ""), ()) for name in _lines(cell.text)]
        self.measurements += [text for cell in texts.get(("measurement", ""), ()) for text in _lines(cell.text)]
        units = [cell.text for cell in texts.get(("unit", ""), ())]
        years = [head.cell.text for _, head in sorted(columns.items()) if head.kind == "year"]
        filled = {year: (cell.text, place_of(cell)) for (kind, year), found in texts.items() if kind == "year" for cell in found}
        targets = [(year, *filled.get(year, ("", names[0][1] if names else ""))) for year in years] if names or filled else []
        for cell in texts.get(("targets", ""), ()):
            targets += _pairs_in(cell)
        self.names += names
        self.units += [(units[0] if units else "")] * len(names)
        if targets:
            self.targets.append(targets)
            self.of_name.append(len(self.names) - 1 if len(names) == 1 else None)

    # ---- List ----

    def list(self, rest, region, parts):
        """Each label is followed by its entries, to the right and below, up to the next label."""
        labels = [part for part in parts if part.kind != "year"]
        taken = {id(part.cell) for part in labels}
        kind, target_cells = "name", []
        if rest:
            self._entry(kind, rest, "")
        for cell in region:
            part = next((part for part in labels if part.cell is cell), None)
            if part:
                kind = part.kind
                if part.rest and kind == "targets":
                    self._add_targets(_pairs_in(cell, part.rest))
                elif part.rest:
                    self._entry(kind, part.rest, place_of(cell))
            elif id(cell) not in taken and (kind == "targets" or _YEAR_ALONE.fullmatch(cell.text)):
                target_cells.append(cell)
            elif id(cell) not in taken:
                self._entry(kind, cell.text, place_of(cell))
        self._target_cells(target_cells)

    def _entry(self, kind, text, place):
        if kind == "name":
            self.names += [(line, place) for line in _lines(text)]
        elif kind == "measurement":
            self.measurements += _lines(text)
        elif kind == "unit":
            self.units += _lines(text)

    def _add_targets(self, row):
        """A further row of targets; one whose years have not come yet continues the row before (a year a line)."""
        if not row:
            return
        if self.targets and not {year for year, _, _ in row} & {year for year, _, _ in self.targets[-1]}:
            self.targets[-1].extend(row)
            return
        self.targets.append(row)
        self.of_name.append(None)

    def _target_cells(self, found):
        """Years and values side by side (R8: | 10 | R9: | 20), one above the other, or in one cell."""
        rows = {}
        for cell in found:
            rows.setdefault(cell.row, []).append(cell)
        heads = None
        for _, line in sorted(rows.items()):
            alone = [cell for cell in line if _YEAR_ALONE.fullmatch(cell.text) and cell.kind != "number"]
            if len(alone) == len(line) and len(line) > 1:
                heads = {cell.column: cell.text for cell in line}
                self._add_targets([(cell.text, "", place_of(cell)) for cell in line] if len(rows) == 1 else [])
            elif alone:
                self._add_targets(_side_by_side(line))
            elif heads and not any(_YEAR_AND_VALUE.search(cell.text) for cell in line if cell.kind != "number"):
                self._add_targets([(heads[max([c for c in heads if c <= cell.column] or [min(heads)])], cell.text, place_of(cell))
                                   for cell in line])
            else:
                self._add_targets([pair for cell in line for pair in _pairs_in(cell)])
                self.notes += [cell.text for cell in line if not _pairs_in(cell)]

    # ---- Together ----

    def indicators(self):
        """Indicators with measurement and targets; what does not fit together is said."""
        if not self.names:
            for row in self.targets:
                filled = ["{}: {}".format(year, value) for year, value, _ in row if value]
                if filled:
                    self.reader.note("idea.targets-without-name", row[0][2], self.field, found="、".join(filled))
            return []
        found = [self._indicator(i, name, place) for i, (name, place) in enumerate(self.names)]
        if self.measurements and len(self.measurements) != len(found):
            self.reader.note("idea.measurement-count", self.names[0][1], self.field, names=len(found), count=len(self.measurements))
        for entry, text in zip(found, self.measurements):
            entry["measurement"] = text
        if len(self.measurements) > len(found):
            found[-1]["measurement"] = "\n".join(self.measurements[len(found) - 1:])
        self._place_targets(found)
        return found

    def _indicator(self, i, name, place):
        unit = self.units[i] if i < len(self.units) else ""
        match = re.fullmatch(r"(.*\S)\s*[(（]([^()（）]{1,5})[)）]", name, re.S)
        if match and folded(match.group(2)) in _COUNTERS and not unit:
            name, unit = match.group(1), folded(match.group(2))
            self.reader.note("idea.unit-taken", place, self.field, unit=unit)
        return {"name": name, "unit": unit} if unit else {"name": name}

    def _place_targets(self, found):
        loose = [row for row, name in zip(self.targets, self.of_name) if name is None]
        for row, name in zip(self.targets, self.of_name):
            if name is not None:
                found[name]["targets"] = self._values(row, found[name].get("unit", ""))
        if len(loose) == len(found):
            for entry, row in zip(found, loose):
                entry["targets"] = self._values(row, entry.get("unit", ""))
        elif loose and not any(value for row in loose for _, value, _ in row):
            for entry in found:  # an empty row is meant for all: to be set later
                entry.setdefault("targets", self._values(loose[0], entry.get("unit", "")))
        elif loose:
            text = " / ".join("、".join("{}: {}".format(year, value) for year, value, _ in row if value) for row in loose)
            self.reader.note("idea.targets-count", loose[0][0][2], self.field, names=len(found), found=text)
            self.notes.append("目標数値（指標との対応が不明）: " + text)

    def _values(self, row, unit):
        """Targets in the strategy's format. An empty one is not set yet; one that is no figure stays as text."""
        targets = []
        for year_text, value_text, place in row:
            year = self.reader.year(year_text, place, self.field)
            if year is None:
                continue
            entry = {"year": year, "value": None, "unknown": "not-set", "printed_period": folded(year_text).rstrip(":")}
            if value_text.strip():
                read = self.reader.figure(value_text.strip(), unit, place, self.field)
                if read is None:
                    entry["text"] = value_text.strip()
                    entry["unknown"] = "not-set"
                else:
                    entry.pop("unknown")
                    entry.update(read)
                    self.reader.look_at(entry["value"], unit, place, self.field)
            targets.append(entry)
        return sorted(targets, key=lambda entry: entry["year"])


def _pairs_in(cell, text=None):
    """(year, value, place) of a text such as R8: 10 R9: 20."""
    return [(year, value.strip(" 、，,／/;；\n\u3000"), place_of(cell)) for year, value in _YEAR_AND_VALUE.findall(text or cell.text)]


def _side_by_side(line):
    row, year = [], None
    for cell in line:
        if _YEAR_ALONE.fullmatch(cell.text) and cell.kind != "number":
            if year:
                row.append((year.text, "", place_of(year)))
            year = cell
        elif year:
            row.append((year.text, cell.text, place_of(cell)))
            year = None
        else:
            row += _pairs_in(cell)
    if year:
        row.append((year.text, "", place_of(year)))
    return row

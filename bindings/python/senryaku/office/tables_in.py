"""Tables as towns keep them: indicators with their figures (CSV or Excel), and populations as e-Stat gives them (CSV).

Encodings of CSV: UTF-8 with and without BOM, UTF-16 with BOM, cp932. Columns are known by their headings, or by a map
{"name": "指標名", "actual:2024": "R6実績", …} whose keys are those of ``MEANINGS``, actual:YEAR, target:YEAR and baseline:YEAR.
"""
import csv
import io
import re
from pathlib import Path

from .. import population
from .cells import from_csv
from .entries import KINDS, Entry
from .printed import Reader, folded
from .repairs import Refused, RepairList
from .workbooks import note_remarks, place_of, read_workbook

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 100000

# What a column can mean, and the headings that say so.
MEANINGS = {
    "id": ("ID", "KPI番号", "指標ID", "識別"),
    "goal": ("基本目標", "目標名", "基本目標名"),
    "measure": ("施策", "施策名", "具体的な施策", "具体的施策"),
    "name": ("指標", "指標名", "KPI", "KPI名", "重要業績評価指標", "重要業績評価指標(KPI)", "数値目標", "項目"),
    "unit": ("単位",),
    "baseline": ("基準値", "現状値", "当初値", "現況値"),
    "target": ("目標値", "最終目標", "目標"),
    "owner": ("担当課", "所管課", "担当部署", "担当"),
    "note": ("備考", "説明", "摘要"),
}
_FILLED_FROM_ABOVE = ("goal", "measure")  # merged cells leave blanks below
_YEAR = r"(?:[RrHh]|令和|平成)?\s*(?:\d{4}|\d{1,2}|元)\s*年?度?"
_KINDS = (("actual", re.compile(r"(?:実績値?|結果)")), ("target", re.compile(r"目標値?|計画値?")), ("baseline", re.compile(r"基準値?|現状値?|当初値?")))


def read_lines(path, repairs):
    """The rows of a CSV file or a workbook's first sheet as lists of text, with their line numbers; how they were read goes to
    the repairs."""
    name = Path(path).name
    with open(path, "rb") as file:
        magic = file.read(4)
    if magic in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return _sheet_lines(path, name, repairs)
    if Path(path).stat().st_size > MOST_BYTES:
        repairs.add("file.refused", name, why_ja="ファイルが大きすぎます（上限 {:,} バイト）".format(MOST_BYTES),
                    why_en="too large (at most {:,} bytes)".format(MOST_BYTES))
        return []
    data = Path(path).read_bytes()
    text = _decoded(data, name, repairs)
    if text is None:
        return []
    first = text.split("\n", 1)[0]
    separator = "\t" if first.count("\t") > first.count(",") else ";" if first.count(";") > first.count(",") else ","
    rows = []
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for row in reader:
            if len(rows) >= MOST_ROWS:
                repairs.add("file.refused", name, why_ja="行が多すぎます（上限 {:,} 行）".format(MOST_ROWS),
                            why_en="too many rows (at most {:,})".format(MOST_ROWS))
                return []
            rows.append((reader.line_num, [_cell(cell, name, reader.line_num, repairs) for cell in row]))
    except csv.Error as error:
        repairs.add("file.refused", name, why_ja="CSV として読めません（{} 行目）".format(reader.line_num),
                    why_en="not CSV (line {}: {})".format(reader.line_num, error))
        return []
    return rows


def _sheet_lines(path, name, repairs):
    """The first visible sheet that has anything; the others are named."""
    try:
        sheets = [sheet for sheet in read_workbook(path) if sheet.cells and not sheet.hidden]
    except Refused as error:
        repairs.add("file.refused", name, why_ja=error.ja, why_en=error.en)
        return []
    for other in sheets[1:]:
        repairs.add("sheet.not-read", name, other.name)
    rows = {}
    for sheet in sheets[:1]:
        note_remarks(sheet, Reader(repairs, name))
        for cell in sheet.cells:
            if cell.kind in ("formula", "error"):
                repairs.add("cell." + cell.kind, name, place_of(cell), found=cell.text)
                continue
            if cell.row in sheet.rows or cell.column in sheet.columns:
                repairs.add("cell.hidden", name, place_of(cell), found=cell.text)
            rows.setdefault(cell.row, {})[cell.column] = cell.text
    last = max((max(line) for line in rows.values()), default=0)
    return [(number, [line.get(column, "") for column in range(1, last + 1)]) for number, line in sorted(rows.items())]


def _decoded(data, name, repairs):
    if b"\0" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        repairs.add("file.refused", name, why_ja="文字のファイルではありません", why_en="not a text file")
        return None
    marks = ((b"\xef\xbb\xbf", "utf-8-sig", "UTF-8（BOM付き）"), (b"\xff\xfe", "utf-16", "UTF-16"), (b"\xfe\xff", "utf-16", "UTF-16"))
    tried = [(encoding, shown) for mark, encoding, shown in marks if data.startswith(mark)] or [("utf-8", "UTF-8"), ("cp932", "cp932（Shift_JIS）")]
    for encoding, shown in tried:
        try:
            text = data.decode(encoding)
            repairs.add("file.encoding", name, found=shown)
            return text
        except UnicodeDecodeError:
            continue
    encoding, shown = tried[-1]
    text = data.decode(encoding, errors="replace")
    repairs.add("file.bytes-lost", name, found=shown, count=sum("\ufffd" in line for line in text.splitlines()))
    return text


def _cell(text, name, line, repairs):
    plain = from_csv(text.strip())
    # Files of government sites put an apostrophe before figures, so that Excel keeps them as text.
    figure = re.fullmatch(r"'([\d,.%]+)", plain)
    if plain != text.strip() or figure:
        repairs.add("table.apostrophe", name, str(line), found=text)
    return figure.group(1) if figure else plain


# ---- Indicators ------------------------------------------------------------------------------------------------------------

def meaning_of(heading, reader):
    """What a heading says: one of MEANINGS, ("actual", 2024), ("target", 2026), or None."""
    plain = folded(heading)
    bare = re.sub(r"[(\[【].*[)\]】]$", "", plain)
    year = re.search(_YEAR + r"(?=\D|$)", plain)
    for meaning, spellings in MEANINGS.items():
        if plain in map(folded, spellings) or bare in map(folded, spellings):
            dated = year and meaning in ("target", "baseline")
            return meaning, reader.year(year.group(0)) if dated else None
    kind = next((kind for kind, pattern in _KINDS if pattern.search(plain)), None)
    if year and kind:
        read = reader.year(year.group(0))
        if read is not None:
            return kind, read
    return None


def _columns(heads, reader, file, line, given):
    """{(meaning, year): column}; ``given``: a column map, which is followed alone."""
    found = {}
    if given is not None:
        places = {folded(head): i for i, head in enumerate(heads)}
        for key, heading in given.items():
            meaning, _, year = key.partition(":")
            if meaning not in MEANINGS and meaning != "actual" or year and not re.match(r"\d{4}$", year):
                raise ValueError("{}: 列の対応にない項目です / not a meaning of a column".format(key))
            if folded(heading) not in places:
                reader.note("table.column-missing", line, key, found=heading)
                continue
            found[(meaning, int(year) if year else None)] = places[folded(heading)]
        return _with_final(found)
    for i, head in enumerate(heads):
        meaning = meaning_of(head, reader) if head else None
        if meaning is None:
            if head:
                reader.note("table.column-ignored", line, head, found=head)
            continue
        if meaning in found:
            reader.note("table.column-twice", line, head, found=head)
            continue
        found[meaning] = i
        reader.note("table.column-taken", line, head, found=head, read=":".join(str(part) for part in meaning if part))
    return _with_final(found)


def _with_final(found):
    """The one column of targets, or the one without a year, holds the final targets."""
    targets = [key for key in found if key[0] == "target"]
    final = targets[0] if len(targets) == 1 else ("target", None)
    return {("final" if key == final else key[0], key[1]): column for key, column in found.items()}


def read_indicators(path, columns=None):
    """([Entry, …], [row as dict of goal, measure, name, unit, owner, note], RepairList) of a table with a row for each indicator."""
    repairs = RepairList()
    file = Path(path).name
    reader = Reader(repairs, file)
    lines = [(number, row) for number, row in read_lines(path, repairs)]
    wanted = [folded(columns["name"])] if columns and "name" in columns else [folded(text) for text in MEANINGS["name"]]
    head = next((i for i, (_, row) in enumerate(lines) if any(folded(cell) in wanted for cell in row)), None)
    if head is None:
        if lines:
            repairs.add("table.column-missing", file, "", "name", found="／".join(MEANINGS["name"][:4]))
        return [], [], repairs
    places = _columns(lines[head][1], reader, file, str(lines[head][0]), columns)
    entries, rows, above = [], [], {}
    for number, row in lines[head + 1:]:
        if not any(row):
            repairs.add("table.row-empty", file, str(number))
            continue
        described = _described(row, len(lines[head][1]), places, above, reader, str(number))
        if not described.get("name") and not described.get("id"):
            continue
        rows.append(described)
        if _has_surplus(row, len(lines[head][1])):
            continue  # a comma inside a figure has moved the others
        for (meaning, year), column in places.items():
            if meaning in KINDS and column < len(row) and row[column]:
                entries.append(Entry(file, str(number), described.get("id", ""), described.get("name", ""), described.get("unit", ""),
                                     described.get("measure", ""), meaning, year, row[column]))
    return entries, rows, repairs


def _has_surplus(row, wanted):
    return len(row) > wanted and any(row[wanted:])


def _described(row, wanted, places, above, reader, line):
    if len(row) < wanted:
        reader.note("table.cells-missing", line, "", count=len(row), wanted=wanted)
    elif _has_surplus(row, wanted):
        reader.note("table.cells-extra", line, "", count=len(row), wanted=wanted)
    described = {}
    for (meaning, _), column in places.items():
        if meaning in KINDS:
            continue
        text = row[column] if column < len(row) else ""
        if not text and meaning in _FILLED_FROM_ABOVE and above.get(meaning):
            text = above[meaning]
            reader.note("table.name-above", line, meaning, found=text)
        above[meaning] = text or above.get(meaning, "")
        if text:
            described[meaning] = text
    return described


def add_new(document, rows):
    """Adds goals, measures and indicators that the strategy does not have; figures come by ``entries.Merge``. Returns how many."""
    known = {(folded(goal.get("name", "")), folded(measure.get("name", "")), folded(kpi.get("name", "")))
             for goal in document.get("goals", ()) for measure in goal.get("measures", ()) for kpi in measure.get("kpis", ())}
    names = {name for _, _, name in known}
    count = 0
    for row in rows:
        key = tuple(folded(row.get(part, "")) for part in ("goal", "measure", "name"))
        if "id" in row or not key[2] or key in known or (not key[0] and key[2] in names):
            continue
        goal = _named(document.setdefault("goals", []), row.get("goal", "未分類"), "g")
        measure = _named(goal.setdefault("measures", []), row.get("measure", "未分類"), goal["id"] + "-m")
        kpi = _named(measure.setdefault("kpis", []), row["name"], measure["id"] + "-k")
        for member in ("unit", "note"):
            if member in row:
                kpi[member] = row[member]
        if "owner" in row:
            kpi["measurement"] = {"owner": row["owner"]}
        known.add(key)
        names.add(key[2])
        count += 1
    return count


def _named(listed, name, prefix):
    """The element of that name, added with an id of its own when there is none."""
    found = next((entry for entry in listed if folded(entry.get("name", "")) == folded(name)), None)
    if found is None:
        taken = {entry.get("id") for entry in listed}
        number = next(i for i in range(len(listed) + 1, 2 * len(listed) + 2) if prefix + str(i) not in taken)
        found = {"id": prefix + str(number), "name": name}
        listed.append(found)
    return found


# ---- Population -------------------------------------------------------------------------------------------------------------

def add_population(document, path, source="", unknown="apart", year=None):
    """Adds the age distributions of a table of e-Stat to the population vision; returns the RepairList."""
    repairs = RepairList()
    file = Path(path).name
    try:
        tables = population.read_population(path, unknown, year)
    except (ValueError, UnicodeDecodeError) as error:
        ja, _, en = str(error).partition(" / ")
        repairs.add("table.not-population", file, why_ja=ja, why_en=en or ja)
        return repairs
    listed = document.setdefault("population_vision", {}).setdefault("distributions", [])
    for table_year, table in sorted(tables.items()):
        if any(entry.get("year") == table_year for entry in listed):
            repairs.add("table.year-known", file, "", str(table_year), read=table_year)
        elif None in table["male"] + table["female"]:
            repairs.add("table.year-unknown", file, "", str(table_year), read=table_year)
        else:
            entry = {"year": table_year}
            for sex in ("male", "female"):
                entry[sex] = [int(value) if value == int(value) else round(value, 3) for value in table[sex]]
            if source:
                entry["source"] = source
            ageless = sum(value or 0 for value in table["unknown"].values())
            if ageless:
                entry["note"] = "年齢不詳 {} 人を除く".format(int(ageless))
            listed.append(entry)
            repairs.add("entry.added", file, "", str(table_year), read=table_year)
    listed.sort(key=lambda entry: entry.get("year", 0))
    return repairs

"""Population tables from CSV: published projections (population, rates, births) and censuses as e-Stat gives them.

Tables of population may have three shapes, told by their headings: years across (a row for each sex and age), sexes
across (a row for each age, columns 男 and 女), or one figure a row (columns for year, sex, age and value). Lines above the
headings are skipped. Recapitulations (総数, 15歳未満, 65歳以上 beside the groups) are left out; single ages are added up to
five-year groups.

Figures follow the conventions of e-Stat: "-" is nought (該当数字なし), "…", "***", "x" and an empty cell are not known and
stay None; thousands separators, full-width digits and △ or ▲ for minus are read.
"""
import csv
import io
import re
import unicodedata
from pathlib import Path

SEXES = {"M": "male", "F": "female", "男": "male", "女": "female", "男性": "male", "女性": "female", "male": "male",
         "female": "female"}
_NOT_KNOWN = {"", "...", "***", "**", "x", "X", "―", "--"}
_NOUGHT = {"-", "−", "‐", "–", "—"}
_UNKNOWN_AGE = "unknown"


def _plain(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text if text is not None else "")))


def number(text):
    """A figure as e-Stat prints it; None where it is not known. ValueError when it is no figure."""
    plain = _plain(text).replace(",", "").lstrip("'")
    if plain in _NOT_KNOWN:
        return None
    if plain in _NOUGHT:
        return 0.0
    if not re.fullmatch(r"[△▲+−-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", plain):
        raise ValueError("数値ではありません / not a figure: {!r}".format(text))
    return -float(plain[1:]) if plain[0] in "△▲−" else float(plain)


def _lines(path):
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    return list(csv.reader(io.StringIO(text)))


def read_table(path):
    """Rows of a CSV file (UTF-8 with or without BOM, or cp932) as dicts."""
    lines = [line for line in _lines(path) if line]
    return [dict(zip(lines[0], line)) for line in lines[1:]] if lines else []


def _needed(row, column, path):
    if row.get(column) is None:
        raise ValueError("{}: 列 {} がありません / column {} is missing".format(path, column, column))
    return row[column]


def _figure(row, column, path):
    value = number(_needed(row, column, path))
    if value is None:
        raise ValueError("{}: {} が不明です / {} is not known: {}".format(path, column, column, row))
    return value


# ---- Ages ------------------------------------------------------------------------------------------------------------

def age_of(label):
    """What an age label means: ("group", 20), ("open", 90), ("single", 7), ("unknown", None), or None for a recapitulation."""
    plain = re.sub(r"[~〜–—−‐ー―から]+", "-", _plain(label).replace("歳", "").replace("才", ""))
    if plain == _UNKNOWN_AGE or "不詳" in plain:
        return ("unknown", None)
    match = re.fullmatch(r"(\d+)-(\d+)", plain)
    if match:
        first, last = int(match.group(1)), int(match.group(2))
        return ("group", first) if last == first + 4 and first % 5 == 0 else None
    match = re.fullmatch(r"(\d+)(\+|以上|-)", plain)
    if match:
        return ("open", int(match.group(1)))
    match = re.fullmatch(r"(\d+)", plain)
    return ("single", int(match.group(1))) if match else None


def _add(values):
    """Their sum, unknown when one of them is."""
    return None if any(value is None for value in values) else sum(values)


def _groups(cells, place):
    """Figures by five-year group from {("group", 0): …}; singles are added up, and the open group is the one that fits."""
    closed = {age: value for (kind, age), value in cells.items() if kind == "group"}
    opened = {age: value for (kind, age), value in cells.items() if kind == "open"}
    if not closed:
        singles = {age: value for (kind, age), value in cells.items() if kind == "single"}
        for first in range(0, max(singles, default=-1) + 1, 5):
            if all(age in singles for age in range(first, first + 5)):
                closed[first] = _add([singles[age] for age in range(first, first + 5)])
        left = [age for age in singles if age - age % 5 not in closed]
        if left:
            raise ValueError("{}: {}歳 を5歳階級にまとめられません / single ages without their group: {}".format(
                place, min(left), min(left)))
    end = 5 * len(closed)
    missing = [age for age in range(0, end, 5) if age not in closed]
    if missing or not closed:
        raise ValueError("{}: {}歳からの年齢階級がありません / the age group from {} is missing".format(
            place, missing[0] if missing else 0, missing[0] if missing else 0))
    if end not in opened:
        raise ValueError("{}: {}歳以上がありません / the open group {}+ is missing".format(place, end, end))
    return [closed[age] for age in range(0, end, 5)] + [opened[end]]


# ---- Tables of population -------------------------------------------------------------------------------------------

def _year(text):
    """The year of a heading or cell such as 2015, 2015年, 平成27年(2015年); None when it is none."""
    match = re.fullmatch(r"(?:\D+\d*年?\(?)?((?:18|19|20)\d\d)(?:年|年度)?\)?", _plain(text))
    return int(match.group(1)) if match else None


def _heading(line):
    """Where sex, age, year, value, and columns of years and of sexes stand; None when the line is no heading."""
    found = {"years": {}, "sexes": {}}
    for i, cell in enumerate(line):
        name = _plain(cell)
        if name in SEXES:
            found["sexes"][i] = SEXES[name]
        elif _year(cell) is not None:
            found["years"][i] = _year(cell)
        elif name == "age_from":
            found["age_from"] = i
        elif name == "sex" or name.startswith(("男女", "性別")):
            found.setdefault("sex", i)
        elif name == "age_group" or name.startswith("年齢"):
            found.setdefault("age", i)
        elif name in ("year", "年", "年次", "調査年") or name.startswith("時間軸"):
            found.setdefault("year", i)
        elif name.lower() in ("value", "値", "人口", "population"):
            found.setdefault("value", i)
    if "age" not in found:
        return None
    across = "sex" in found and (found["years"] or ("value" in found and "year" in found))
    return found if across or set(found["sexes"].values()) == {"male", "female"} else None


def _cells_of(line, head, year):
    """(year, sex, text) of the figures in a line."""
    if "sex" in head:
        sex = SEXES.get(_plain(line[head["sex"]]))
        if sex is None:
            return []
        if head["years"]:
            return [(column_year, sex, line[i]) for i, column_year in head["years"].items()]
        return [(_year(line[head["year"]]), sex, line[head["value"]])]
    row_year = _year(line[head["year"]]) if "year" in head else year
    return [(row_year, sex, line[i]) for i, sex in head["sexes"].items()]


def _age_in(line, head):
    if "age_from" in head and _plain(line[head["age_from"]]):
        first = int(number(line[head["age_from"]]))
        label = age_of(line[head["age"]])
        return label if label and label[0] == "open" else ("group", first)
    return age_of(line[head["age"]])


def _collect(path, year):
    """{year: {sex: {age: figure}}} of a table."""
    lines = [line for line in _lines(path) if any(cell.strip() for cell in line)]
    place, head = next(((i, _heading(line)) for i, line in enumerate(lines) if _heading(line)), (0, None))
    if head is None:
        raise ValueError("{}: 男女と年齢の見出しが見つかりません / no headings for sex and age".format(path))
    tables = {}
    for count, line in enumerate(lines[place + 1:], place + 2):
        line = line + [""] * (len(lines[place]) - len(line))
        age = _age_in(line, head)
        if age is None:
            continue
        for cell_year, sex, text in _cells_of(line, head, year):
            where = "{}:{}".format(path, count)
            if cell_year is None:
                raise ValueError("{}: 年が分かりません。year= で与えてください / the year is not known; give year=".format(where))
            cells = tables.setdefault(cell_year, {"male": {}, "female": {}})[sex]
            if age in cells:
                raise ValueError("{}: {}年の同じ男女・年齢の値が2つあります。1つの区分（例: 総人口）に絞ってください / "
                                 "two figures for the same year, sex and age; keep one kind of population".format(where, cell_year))
            try:
                cells[age] = number(text)
            except ValueError as error:
                raise ValueError("{}: {}".format(where, error)) from None
    return tables


def read_population(path, unknown="apart", year=None):
    """Populations by year: {year: {"male": […], "female": […], "unknown": {"male": n, "female": n}}}.

    A figure that is not known is None. ``unknown``: what becomes of persons whose age is not known (不詳): "apart" leaves
    them out of the age groups, "distribute" spreads them over the groups of their sex in proportion to the known ages
    (按分; the persons without age are then 0). ``year``: of a table that does not say it.
    """
    if unknown not in ("apart", "distribute"):
        raise ValueError("unknown: 'apart' or 'distribute'")
    result = {}
    for table_year, sexes in sorted(_collect(path, year).items()):
        table = {"unknown": {}}
        for sex, cells in sexes.items():
            ageless = cells.get(("unknown", None), 0.0)
            groups = _groups(cells, "{} {} {}".format(path, table_year, sex))
            if unknown == "distribute" and ageless != 0:
                known = _add(groups)
                if ageless is None or not known:
                    raise ValueError("{}: {}年の不詳を按分できません / persons of unknown age cannot be distributed".format(
                        path, table_year))
                groups = [value * (1 + ageless / known) for value in groups]
                ageless = 0.0
            table[sex] = groups
            table["unknown"][sex] = ageless
        result[table_year] = table
    return result


# ---- Requests ---------------------------------------------------------------------------------------------------------

def _steps(path):
    """Survival and migration by first year of the step, in the order of the ages."""
    rows = {}
    for row in read_table(path):
        year = int(_plain(_needed(row, "period", path))[:4])
        sex = SEXES[_plain(_needed(row, "sex", path))]
        change, survival = number(row.get("change_ratio")), number(row.get("survival_ratio"))
        moved = number(row.get("net_migration_ratio"))
        # Change − survival rather than the printed migration: the three are rounded apart.
        if change is not None and survival is not None:
            moved = change - survival
        age = age_of(_needed(row, "age_from", path))
        if age is None or (survival is None and change is None):
            raise ValueError("{}: 生残率または変化率が不明です / survival or change is not known: {}".format(path, row))
        rows.setdefault(year, {}).setdefault(sex, []).append((age[1], change, survival, moved))
    steps = {}
    for year, sexes in rows.items():
        split = all(entry[2] is not None and entry[3] is not None for table in sexes.values() for entry in table)
        step = {"survival": {}, "net_migration": {}} if split else {"survival": {}, "change_only": True}
        for sex, table in sexes.items():
            table.sort(key=lambda entry: entry[0])
            if split:
                step["survival"][sex] = [entry[2] for entry in table]
                step["net_migration"][sex] = [entry[3] for entry in table]
            elif all(entry[1] is not None for entry in table):
                step["survival"][sex] = [entry[1] for entry in table]
            else:
                raise ValueError("{}: {}年からの変化率が不明です / change from {} is not known".format(path, year, year))
        steps[year] = step
    return steps


def _child_woman_ratio(row, path):
    """The ratio from its counts where they give the printed one (which has eight digits); the printed one otherwise."""
    printed = _figure(row, "child_woman_ratio", path)
    children, women = number(row.get("pop_0_4")), number(row.get("women_15_49"))
    if children and women and abs(children / women - printed) < 1e-6:
        return children / women
    return printed


def read_set(prefix):
    """The input of a projection from ``<prefix>_population.csv``, ``_rates.csv`` and ``_births.csv``."""
    prefix = str(prefix)
    population = read_population(prefix + "_population.csv")
    steps = _steps(prefix + "_rates.csv")
    path = prefix + "_births.csv"
    births = {int(_figure(row, "year", path)): row for row in read_table(path)}
    base_year = min(steps)
    if base_year not in population:
        raise ValueError("{}: 基準年 {} の人口がありません / no population of the base year {}".format(
            prefix, base_year, base_year))
    for year, step in steps.items():
        if year + 5 not in births:
            raise ValueError("{}: {}年の出生の仮定がありません / no births of {}".format(path, year + 5, year + 5))
        row = births[year + 5]
        step["year"] = year
        step["births"] = {"child_woman_ratio": _child_woman_ratio(row, path),
                          "male_share": _figure(row, "male_share_0_4", path)}
    base = {sex: population[base_year][sex] for sex in ("male", "female")}
    return {"name": Path(prefix).name, "base_year": base_year, "base": base, "steps": [steps[y] for y in sorted(steps)]}


def read_censuses(path, unknown="apart"):
    """Censuses for a request of ``project``: years with an unknown figure are left out."""
    tables = read_population(path, unknown)
    return [{"year": year, "population": {sex: table[sex] for sex in ("male", "female")}}
            for year, table in sorted(tables.items()) if None not in table["male"] + table["female"]]


def sets_in(folder):
    """Prefixes of the complete sets in a folder."""
    found = []
    for path in sorted(Path(folder).glob("*_population.csv")):
        prefix = str(path)[:-len("_population.csv")]
        if all(Path(prefix + part).is_file() for part in ("_rates.csv", "_births.csv")):
            found.append(prefix)
    return found


def censuses_in(folder):
    """Prefixes of the files ``<prefix>_census.csv`` in a folder."""
    return [str(path)[:-len("_census.csv")] for path in sorted(Path(folder).glob("*_census.csv"))]

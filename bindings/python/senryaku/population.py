"""Population tables from CSV: published projections (population, rates, births) and censuses as e-Stat gives them."""
import csv
import io
import re
import unicodedata
from pathlib import Path

SEXES = {"M": "male", "F": "female", "男": "male", "女": "female", "male": "male", "female": "female"}
_NOTHING = {"", "-", "－", "―", "…", "***", "x", "X"}


def number(text):
    """A figure with thousands separators or full-width digits; None where there is none."""
    plain = unicodedata.normalize("NFKC", str(text)).strip().replace(",", "")
    if plain in _NOTHING:
        return None
    return float(plain)


def read_table(path):
    """Rows of a CSV file (UTF-8 with or without BOM, or cp932) as dicts."""
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    return list(csv.DictReader(io.StringIO(text)))


def _age(row):
    """First age of a row's group; None for "unknown" (不詳) and for totals (総数)."""
    if row.get("age_from"):
        return int(number(row["age_from"]))
    group = unicodedata.normalize("NFKC", row.get("age_group", ""))
    match = re.match(r"(\d+)", group)
    return int(match.group(1)) if match and re.search(r"\d", group) else None


def read_population(path, unknown="apart"):
    """Populations by year: {year: {"male": […], "female": […], "unknown": {"male": n, "female": n}}}.

    ``unknown``: what becomes of persons whose age is not known (不詳): "apart" leaves them out of the age groups,
    "distribute" spreads them over the groups of their sex in proportion to the known ages (国勢調査 不詳補完の按分).
    """
    if unknown not in ("apart", "distribute"):
        raise ValueError("unknown: 'apart' or 'distribute'")
    rows = read_table(path)
    years = [int(column) for column in rows[0] if re.fullmatch(r"\d{4}", column)]
    result = {year: {"male": {}, "female": {}, "unknown": {"male": 0.0, "female": 0.0}} for year in years}
    for row in rows:
        sex = SEXES.get(unicodedata.normalize("NFKC", row["sex"]).strip())
        if sex is None:
            continue
        age = _age(row)
        group = row.get("age_group", "")
        if age is None and group not in ("unknown", "不詳", "年齢不詳"):
            continue
        for year in years:
            value = number(row[str(year)]) or 0.0
            if age is None:
                result[year]["unknown"][sex] += value
            else:
                result[year][sex][age] = value
    for table in result.values():
        for sex in ("male", "female"):
            cells = [table[sex][age] for age in sorted(table[sex])]
            known = sum(cells)
            if unknown == "distribute" and known:
                cells = [cell * (1 + table["unknown"][sex] / known) for cell in cells]
            table[sex] = cells
    return result


def read_set(prefix):
    """The input of a projection from ``<prefix>_population.csv``, ``_rates.csv`` and ``_births.csv``."""
    prefix = str(prefix)
    population = read_population(prefix + "_population.csv")
    rates = {}
    for row in read_table(prefix + "_rates.csv"):
        step = rates.setdefault(int(row["period"][:4]), {"survival": {"male": [], "female": []},
                                                         "net_migration": {"male": [], "female": []}})
        sex = SEXES[row["sex"]]
        survival = float(row["survival_ratio"])
        step["survival"][sex].append(survival)
        # Change − survival rather than the printed migration: the three are rounded apart.
        step["net_migration"][sex].append(float(row["change_ratio"]) - survival)
    births = {int(row["year"]): row for row in read_table(prefix + "_births.csv")}
    base_year = min(rates)
    steps = []
    for year in sorted(rates):
        row = births[year + 5]
        # The ratio from its counts where they are given; eight printed digits otherwise.
        children, women = number(row.get("pop_0_4", "")), number(row.get("women_15_49", ""))
        ratio = children / women if children and women else float(row["child_woman_ratio"])
        steps.append(dict(rates[year], year=year, births={"child_woman_ratio": ratio, "male_share": float(row["male_share_0_4"])}))
    base = {sex: population[base_year][sex] for sex in ("male", "female")}
    return {"name": Path(prefix).name, "base_year": base_year, "base": base, "steps": steps}


def sets_in(folder):
    """Prefixes of the complete sets in a folder."""
    found = []
    for path in sorted(Path(folder).glob("*_population.csv")):
        prefix = str(path)[:-len("_population.csv")]
        if all(Path(prefix + part).is_file() for part in ("_rates.csv", "_births.csv")):
            found.append(prefix)
    return found

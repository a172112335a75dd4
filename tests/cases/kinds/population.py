"""Published projections rebuilt: one case per set and scenario.

Sets are known by their file names <set>_{population,rates,births,scenarios}.csv; a FILE may be a folder or any file of a
set. pattern1 has to give every published cell within 0.01 person and totals within 1e-6 relative; all scenarios the tables
of <set>_scenarios.csv, which print four decimals. impact_reference.csv holds ratings of influence. <set>_census.csv with
<set>_cohort_change_reference.csv (and _by_age.csv) is judged by its cohort change held.

A case passes only when figures were compared: nothing to compare, an unknown or a missing figure is a miss.
"""
import math
import re
from pathlib import Path

import senryaku
from senryaku import population as tables

CELL = 0.01
RELATIVE = 1e-6
INFLUENCE = 1e-5  # six decimals are printed
COLUMNS = {"total": "total", "age_0_14": "age_0_14", "age_15_64": "age_15_64", "age_65_plus": "age_65_plus",
           "age_75_plus": "age_75_plus", "share_65_plus_percent": "share_65_plus"}
SUFFIXES = ("_population.csv", "_rates.csv", "_births.csv", "_scenarios.csv", "_census.csv",
            "_cohort_change_reference.csv", "_cohort_change_reference_by_age.csv")


class Differences:
    """Worst differences, and how many figures were compared. What is not a number is infinitely far."""

    def __init__(self):
        self.cell = self.total = 0.0
        self.compared = 0

    @staticmethod
    def _distance(got, want):
        if got is None or want is None:
            return math.inf
        distance = abs(got - want)
        return distance if math.isfinite(distance) else math.inf

    def add_cell(self, got, want):
        self.compared += 1
        self.cell = max(self.cell, self._distance(got, want))

    def add_total(self, got, want):
        self.compared += 1
        distance = self._distance(got, want)
        self.total = max(self.total, distance / abs(want) if want else distance)

    def miss(self):
        self.cell = self.total = math.inf

    def case(self, name):
        ok = self.compared > 0 and self.cell <= CELL and self.total <= RELATIVE
        why = "" if ok else "differs from the published table" if self.compared else "nothing to compare"
        shown = {"worst_cell": self.cell if math.isfinite(self.cell) else None,
                 "worst_total": self.total if math.isfinite(self.total) else None, "compared": self.compared}
        return {"id": name, "ok": ok, "got": shown, "why": why,
                "expected": {"worst_cell": "<= {}".format(CELL), "worst_total": "<= {}".format(RELATIVE)}}


def _add(values):
    return None if any(value is None for value in values) else sum(values)


def compare_cells(seen, pyramid, published):
    """Cells and totals of the published years against a pyramid; the base year is where the projection begins."""
    by_year = {point["year"]: point["population"] for point in pyramid}
    for year, expected in published.items():
        if year < min(by_year, default=year):
            continue  # history before the base year
        if year not in by_year:
            seen.miss()
            continue
        got = by_year[year]
        for sex in ("male", "female"):
            if len(got[sex]) != len(expected[sex]):
                seen.miss()
            for mine, theirs in zip(got[sex], expected[sex]):
                if theirs is not None:  # a published figure that is kept secret says nothing
                    seen.add_cell(mine, theirs)
        want = _add(expected["male"] + expected["female"])
        if want is not None:
            seen.add_total(sum(got["male"]) + sum(got["female"]), want)


def compare_rows(seen, rows, answer_rows):
    """A scenario's table: totals, age groups, share and index."""
    by_year = {row["year"]: row for row in answer_rows}
    for row in rows:
        got = by_year.get(int(row["year"]))
        if got is None:
            seen.miss()
            continue
        columns = dict(COLUMNS)
        columns.update({column: "index" for column in row if column == "index_{}_100".format(answer_rows[0]["year"])})
        for column, member in columns.items():
            want = tables.number(row.get(column))
            if want is None:
                continue
            seen.add_cell(got.get(member), want)
            if column == "total":
                seen.add_total(got.get(member), want)


def judge_set(prefix):
    name = Path(prefix).name
    answer = senryaku.project({"input": tables.read_set(prefix)})
    expected = {"pattern1": []}
    if Path(prefix + "_scenarios.csv").is_file():
        for row in tables.read_table(prefix + "_scenarios.csv"):
            expected.setdefault(row["scenario"], []).append(row)
    got = {scenario["name"]: scenario for scenario in answer["scenarios"]}
    cases = []
    for scenario, rows in expected.items():
        seen = Differences()
        if scenario not in got:
            seen.miss()
        else:
            compare_rows(seen, rows, got[scenario]["rows"])
            if scenario == "pattern1":
                compare_cells(seen, got[scenario]["pyramid"], tables.read_population(prefix + "_population.csv"))
        cases.append(seen.case("{} {}".format(name, scenario)))
    return cases


def _column(row, stem):
    """(column, year) of <stem>_<year>."""
    for column in row:
        match = re.fullmatch(re.escape(stem) + r"_(\d{4})", column)
        if match:
            return column, int(match.group(1))
    return None, None


def judge_influence(path, prefixes):
    """Ratings of impact_reference.csv, for the sets that are there."""
    cases = []
    for row in tables.read_table(path):
        prefix = next((p for p in prefixes if "_{}_".format(row["code"]) in Path(p).name), None)
        if prefix is None:
            continue
        natural, year = _column(row, "natural_impact_percent")
        social, _ = _column(row, "social_impact_percent")
        fertility, base_year = _column(row, "tfr_equivalent")
        request = {"input": tables.read_set(prefix), "compared_year": year}
        answer = senryaku.project(request)
        pairs = [("natural_influence", natural), ("social_influence", social)]
        if base_year == request["input"]["base_year"]:
            pairs.append(("base_fertility", fertility))
        differences = {member: Differences._distance(answer.get(member), tables.number(row[column])) for member, column in pairs}
        ratings = (answer.get("natural_rating"), answer.get("social_rating"))
        expected = (int(row["natural_rating"]), int(row["social_rating"]))
        ok = max(differences.values()) <= INFLUENCE and ratings == expected
        cases.append({"id": "influence " + row["name"], "ok": ok, "expected": {"ratings": expected},
                      "got": {"ratings": ratings, "differences": differences}, "why": "" if ok else "influence differs"})
    return cases


def judge_cohort_change(prefix):
    """Censuses whose last change is held, against <set>_cohort_change_reference.csv."""
    reference = tables.read_table(prefix + "_cohort_change_reference.csv")
    last = max(int(row["year"]) for row in reference)
    answer = senryaku.project({"censuses": tables.read_censuses(prefix + "_census.csv"), "name": Path(prefix).name,
                               "horizon_year": last})
    seen = Differences()
    compare_rows(seen, reference, answer["scenarios"][0]["rows"])
    by_age = Path(prefix + "_cohort_change_reference_by_age.csv")
    if by_age.is_file():
        expected = {}
        for row in tables.read_table(by_age):
            table = expected.setdefault(int(row["year"]), {"male": {}, "female": {}})
            table[tables.SEXES[row["sex"]]][tables.age_of(row["age_group"])[1]] = tables.number(row["population"])
        compare_cells(seen, answer["scenarios"][0]["pyramid"],
                      {year: {sex: [cells[age] for age in sorted(cells)] for sex, cells in table.items()}
                       for year, table in expected.items()})
    return seen.case(Path(prefix).name + " cohort change")


def _prefixes(files):
    """Prefixes of projection sets, of census sets, and files of ratings."""
    sets, censuses, ratings = [], [], []
    for name in files:
        path = Path(name)
        if path.is_dir():
            sets += tables.sets_in(path)
            censuses += tables.censuses_in(path)
            ratings += sorted(path.glob("impact_reference.csv"))
        elif path.name == "impact_reference.csv":
            sets += tables.sets_in(path.parent)
            ratings.append(path)
        elif name.endswith(SUFFIXES):
            if not path.is_file():
                raise FileNotFoundError(name)
            suffix = max((s for s in SUFFIXES if name.endswith(s)), key=len)
            (censuses if suffix in SUFFIXES[4:] else sets).append(name[:-len(suffix)])
        else:
            raise ValueError("{}: not a folder or a file of a set".format(name))
    censuses = [p for p in dict.fromkeys(censuses) if Path(p + "_cohort_change_reference.csv").is_file()]
    return list(dict.fromkeys(sets)), censuses, ratings


def judge(files, _options=None):
    sets, censuses, ratings = _prefixes(files)
    cases = []
    for prefix in sets:
        cases += judge_set(prefix)
    for path in ratings:
        cases += judge_influence(path, sets)
    cases += [judge_cohort_change(prefix) for prefix in censuses]
    measured = [case["got"] for case in cases if "worst_cell" in case["got"]]

    def worst(member):
        values = [got[member] for got in measured]
        return max(values) if values and None not in values else None

    return cases, {"worst_cell": worst("worst_cell"), "worst_total": worst("worst_total"), "sets": len(sets),
                   "compared": sum(got["compared"] for got in measured)}

"""Published projections rebuilt: one case per set and scenario.

Sets are known by their file names <set>_{population,rates,births,scenarios}.csv. pattern1 has to give every published
cell within 0.01 person and totals within 1e-6 relative; the other scenarios the tables of <set>_scenarios.csv, which print
four decimals. A folder with <set>_census.csv and <set>_cohort_change_reference.csv is judged by its cohort change.
"""
from pathlib import Path

import senryaku
from senryaku import population as tables

CELL = 0.01
RELATIVE = 1e-6
COLUMNS = {"total": "total", "age_0_14": "age_0_14", "age_15_64": "age_15_64", "age_65_plus": "age_65_plus",
           "age_75_plus": "age_75_plus", "share_65_plus_percent": "share_65_plus"}


def folders_and_prefixes(files):
    prefixes, folders = [], []
    for name in files:
        path = Path(name)
        if path.is_dir():
            folders.append(path)
            prefixes += tables.sets_in(path)
        elif name.endswith("_population.csv"):
            folders.append(path.parent)
            prefixes.append(name[:-len("_population.csv")])
    return folders, prefixes


def worst(worst_so_far, value):
    return max(worst_so_far, value)


def judge_cells(prefix, answer):
    """Worst cell and worst relative total of pattern 1 against the published population."""
    published = tables.read_population(prefix + "_population.csv")
    cell = total = 0.0
    for point in answer["scenarios"][0]["pyramid"]:
        if point["year"] not in published:
            continue
        expected = published[point["year"]]
        for sex in ("male", "female"):
            for got, want in zip(point["population"][sex], expected[sex]):
                cell = worst(cell, abs(got - want))
        want = sum(expected["male"]) + sum(expected["female"])
        got = sum(point["population"]["male"]) + sum(point["population"]["female"])
        total = worst(total, abs(got - want) / want if want else abs(got))
    return cell, total


def judge_rows(rows, answer_rows):
    """Worst absolute and worst relative difference of a scenario's table."""
    by_year = {row["year"]: row for row in answer_rows}
    cell = total = 0.0
    for row in rows:
        got = by_year.get(int(row["year"]))
        if got is None:
            return float("inf"), float("inf")
        for column, member in COLUMNS.items():
            if not row.get(column):
                continue
            want = float(row[column])
            difference = abs(got[member] - want)
            cell = worst(cell, difference)
            if column == "total":
                total = worst(total, difference / want if want else difference)
    return cell, total


def case(name, cell, total):
    ok = cell <= CELL and total <= RELATIVE
    return {"id": name, "ok": ok, "expected": {"worst_cell": "<= {}".format(CELL), "worst_total": "<= {}".format(RELATIVE)},
            "got": {"worst_cell": cell, "worst_total": total}, "why": "" if ok else "differs from the published table"}


def judge_set(prefix):
    name = Path(prefix).name
    answer = senryaku.project({"input": tables.read_set(prefix)})
    cases = [case(name + " cells", *judge_cells(prefix, answer))]
    scenarios = {}
    if Path(prefix + "_scenarios.csv").is_file():
        for row in tables.read_table(prefix + "_scenarios.csv"):
            scenarios.setdefault(row["scenario"], []).append(row)
    got = {scenario["name"]: scenario["rows"] for scenario in answer["scenarios"]}
    for scenario, rows in scenarios.items():
        cases.append(case("{} {}".format(name, scenario), *judge_rows(rows, got.get(scenario, []))))
    return cases, answer


def judge_influence(folder, answers):
    """Ratings of impact_reference.csv, where the folder has one."""
    path = folder / "impact_reference.csv"
    if not path.is_file():
        return []
    cases = []
    for row in tables.read_table(path):
        answer = next((a for prefix, a in answers.items() if "_{}_".format(row["code"]) in Path(prefix).name), None)
        if answer is None:
            continue
        pairs = [("base_fertility", "tfr_equivalent_2015"), ("natural_influence", "natural_impact_percent_2045"),
                 ("social_influence", "social_impact_percent_2045")]
        differences = {member: abs(answer[member] - float(row[column])) for member, column in pairs}
        ratings = (answer["natural_rating"], answer["social_rating"])
        expected = (int(row["natural_rating"]), int(row["social_rating"]))
        ok = max(differences.values()) <= 1e-5 and ratings == expected
        cases.append({"id": "influence " + row["name"], "ok": ok, "expected": {"ratings": expected},
                      "got": {"ratings": ratings, "differences": differences}, "why": "" if ok else "influence differs"})
    return cases


def judge_cohort_change(folder):
    """Censuses whose last change was held: <set>_census.csv with <set>_cohort_change_reference.csv."""
    cases = []
    for path in sorted(folder.glob("*_cohort_change_reference.csv")):
        prefix = str(path)[:-len("_cohort_change_reference.csv")]
        censuses = tables.read_population(prefix + "_census.csv")
        reference = tables.read_table(path)
        document = {
            "format": "senryaku.strategy/1", "municipality": {"code": "074471", "name": Path(prefix).name}, "name": "n",
            "period": {}, "goals": [],
            "population_vision": {"distributions": [
                {"year": year, "male": [int(v) for v in table["male"]], "female": [int(v) for v in table["female"]]}
                for year, table in sorted(censuses.items())]}}
        with senryaku.Strategy(document) as strategy:
            answer = strategy.population(max(int(row["year"]) for row in reference))
        rows = answer["scenarios"][0]["rows"] if answer["scenarios"] else []
        cases.append(case(Path(prefix).name + " cohort change", *judge_rows(reference, rows)))
    return cases


def judge(files, _options=None):
    folders, prefixes = folders_and_prefixes(files)
    cases, answers = [], {}
    for prefix in prefixes:
        found, answers[prefix] = judge_set(prefix)
        cases += found
    for folder in dict.fromkeys(folders):
        cases += judge_influence(folder, answers) + judge_cohort_change(folder)
    measured = [c["got"] for c in cases if "worst_cell" in c["got"]]
    figures = {"worst_cell": max((m["worst_cell"] for m in measured), default=None),
               "worst_total": max((m["worst_total"] for m in measured), default=None), "sets": len(prefixes)}
    return cases, figures

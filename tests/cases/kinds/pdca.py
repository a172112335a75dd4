"""Rates, ratings, final rates and shares of each row, by its body's own scheme.

The scheme records are converted to the format of the library from their structured members alone; what could not be used
is listed under the figure "unused". `checkable: false` is skipped; `follows_scheme: false` passes when the result equals
`computed`, the printed value stands beside it. Rows of one project with `rating_scope: project` are judged together by
the weakest. A row that the library refuses is a miss with the reason and stops no other row.
"""
import json
import unicodedata
from collections import defaultdict
from pathlib import Path

import senryaku

from pdca_schemes import BASES, MEASURES, convert_scheme, key, number

AIMS = {"increase": "increase", "decrease": "decrease", "maintain": "maintain", "keep": "maintain",
        "maintain_at_least": "at-least", "maintain_at_most": "at-most", "at_least": "at-least", "at_most": "at-most",
        "up": "increase", "down": "decrease", "rise": "increase", "fall": "decrease", "higher": "increase", "lower": "decrease"}
PLAIN_SCHEME = "plain-comparison"
SCOPES = ("project", "measure", "goal", "plan")


def known(figure):
    return isinstance(figure, dict) and number(figure.get("value")) is not None


def year_of(row):
    """The fiscal year that is judged: that of the value, or of the report where there is no value."""
    year = row["actual_fy"] if row.get("actual_fy") is not None else row.get("eval_fy")
    if year is None:
        raise ValueError("neither actual_fy nor eval_fy")
    return int(year)


def figures_by_year(values):
    """Figures of a row by fiscal year; cells that hold no number are left out."""
    return {int(year): number(value) for year, value in sorted((values or {}).items()) if number(value) is not None}


def indicator(row, earlier):
    """The row as a KPI of the format; `earlier`: values of the same indicator in other rows, by fiscal year."""
    aim = AIMS.get(key(row.get("direction")))
    if row.get("goal_type") == "keep":
        aim = {"increase": "at-least", "decrease": "at-most"}.get(aim, aim)
    kpi = {"id": row["id"], "name": row.get("kpi") or row["id"], "aim": aim, "unit": row.get("unit"), "formula": row.get("formula_key")}
    if row.get("goal_type") == "rank":
        kpi["kind"] = "rank"
    elif row.get("cumulative"):
        kpi["kind"] = "cumulative"
    if known(row.get("baseline")):
        kpi["baseline"] = {"value": number(row["baseline"]["value"]), "year": row["baseline"].get("fy")}
    kpi["targets"] = [{"year": year, "value": value} for year, value in figures_by_year(row.get("targets")).items()]
    final = row.get("final_target") or {}
    if known(final) or final.get("text"):
        kpi["target"] = {"year": final.get("fy"), "value": number(final.get("value")), "text": None if known(final) else final.get("text")}
    if row.get("target_text") and not kpi["targets"]:
        kpi["targets"] = [{"year": year_of(row), "value": None, "text": row["target_text"]}]
    own = figures_by_year(row.get("actuals"))
    # Other rows only lend the years before; they never stand in for a value that this row does not have.
    actuals = {year: value for year, value in earlier.items() if own and year < min(own)}
    actuals.update(own)
    provisional = True if row.get("provisional") else None
    kpi["actuals"] = [{"year": year, "value": value, "provisional": provisional if year == year_of(row) else None}
                      for year, value in sorted(actuals.items()) if year <= year_of(row)]
    return clean(kpi)


def clean(value):
    if isinstance(value, dict):
        return {k: clean(v) for k, v in value.items() if v is not None and v != "" or k == "value"}
    return [clean(v) for v in value] if isinstance(value, list) else value


def earlier_values(rows):
    """Values of each body's indicators by fiscal year, for rows that need the year before."""
    values = defaultdict(dict)
    for row in rows:
        for year, value in figures_by_year(row.get("actuals")).items():
            values[(row.get("body"), row.get("kpi"), row.get("unit"))].setdefault(year, value)
    return values


#: Dashes and long-vowel marks that print "no value" alike.
DASHES = str.maketrans({dash: "-" for dash in "ー－−―–—‐‑ｰ"})


def same_text(a, b):
    plain = [unicodedata.normalize("NFKC", str(text)).replace(" ", "").translate(DASHES) for text in (a, b)]
    return plain[0] == plain[1]


def class_of(printed, symbols):
    """The scheme's symbol that a printed verdict stands for: the same, or the one that contains all its characters in
    order, as reports shorten long verdicts."""
    for symbol in symbols:
        if same_text(printed, symbol):
            return symbol

    def shortened(symbol):
        rest = iter(symbol)
        return all(char in rest for char in printed)
    fitting = [symbol for symbol in symbols if len(printed) > 6 and shortened(symbol)]
    return fitting[0] if len(fitting) == 1 else printed


def expected_of(row):
    """What has to come out: the printed values, or `computed` where the body left its own rule."""
    computed = row.get("computed") or {}
    if not row.get("follows_scheme", True):
        return {key: computed[key] for key in ("rate", "rating", "rate_final", "target_shares") if key in computed}
    expected = {}
    for key, printed in (("rate", "printed_rate"), ("rating", "printed_rating"), ("rate_final", "printed_rate_final"),
                         ("target_shares", "printed_target_shares")):
        if row.get(printed) is not None:
            expected[key] = row[printed]
    if "target_shares" in expected and "target_shares" in computed:
        expected["target_shares"] = computed["target_shares"]  # some are printed by another formula than the KPI's own
    return expected


def result_of(row, evaluation, scheme):
    shares = [int(text) if text.isdigit() else text for text in evaluation.get("target_shares", [])]
    not_rated = next((band["symbol"] for band in scheme["bands"] if band.get("when") == "not-rated"), None)
    result = {"rate": evaluation.get("rate") or not_rated, "rating": evaluation.get("rating"),
              "rate_final": evaluation.get("rate_final"), "target_shares": shares}
    return result


def judge_row(row, evaluation, scheme, symbols):
    expected = expected_of(row)
    got = result_of(row, evaluation, scheme)
    wrong = []
    for key, want in expected.items():
        have = got[key]
        if key == "rating":
            ok = have is not None and same_text(class_of(want, symbols), have)
        elif key == "target_shares":
            ok = [str(v) for v in want] == [str(v) for v in have]
        else:
            ok = have is not None and same_text(want, have)
        if not ok:
            wrong.append(key)
    why = "" if not wrong else "{} differs; {}; gap: {}".format(", ".join(wrong), evaluation.get("rule", "no formula"), evaluation.get("gap"))
    return {"id": row["id"], "ok": not wrong, "expected": expected, "got": got, "why": why, "checked": sorted(expected)}


def weakest(rows, evaluations, symbols):
    """Rows of one project (or measure, goal) that got one verdict get the weakest rating among them."""
    groups = defaultdict(list)
    for index, row in enumerate(rows):
        scope = row.get("rating_scope")
        if scope in SCOPES and row.get(scope):
            groups[(row.get("body"), row.get("scheme"), scope, row[scope])].append(index)
    for indexes in groups.values():
        ratings = [evaluations[i].get("rating") for i in indexes]
        order = symbols[indexes[0]]
        worst = None if None in ratings else max(ratings, key=lambda symbol: order.index(symbol) if symbol in order else -1)
        for i in indexes:
            evaluations[i] = dict(evaluations[i], rating=worst)


def variant(row, schemes):
    """Id of the scheme for this row: its body's own, or one of it where the row says what its rate is against."""
    if row.get("goal_type") == "compare":
        return PLAIN_SCHEME
    own = schemes.get(row.get("scheme"))
    wanted = BASES.get(key(row["printed_rate_vs"])) if row.get("printed_rate_vs") else None
    if own is None or wanted is None or wanted == own["compared_with"] or own["compared_with"] != "annual-target":
        return row.get("scheme")
    name = "{}@{}".format(own["id"], wanted)
    schemes.setdefault(name, dict(own, id=name, compared_with=wanted))
    return name


def ask(questions, schemes):
    """Evaluations in the order of the questions; where one is refused, the others are asked alone."""
    used = {question["scheme"] for question in questions}
    given = [scheme for name, scheme in schemes.items() if name in used]
    try:
        return senryaku.evaluate_indicators(questions, given)
    except senryaku.SenryakuError as error:
        if error.status != "options":
            raise
        if len(questions) == 1:
            return [{"gap": "refused: {}".format(error)}]
    middle = len(questions) // 2
    return ask(questions[:middle], schemes) + ask(questions[middle:], schemes)


def final_rates_by_year(rows, schemes):
    """How many of the rates against the final target that are printed for single years of the plan come out."""
    asked, printed = [], []
    for row in rows:
        for year, rate in (row.get("printed_rate_final_by_fy") or {}).items():
            kpi = indicator(dict(row, actual_fy=int(year)), {})
            asked.append({"id": row["id"], "scheme": row["scheme"], "year": int(year), "kpi": kpi})
            printed.append(rate)
    right = sum(same_text(rate, one.get("rate_final") or "") for rate, one in zip(printed, ask(asked, schemes) if asked else []))
    return "{}/{}".format(right, len(printed))


def load(files, schemes_file):
    rows = []
    for name in files:
        path = Path(name)
        for one in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            rows += [json.loads(line) for line in one.read_text(encoding="utf-8").splitlines() if line.strip()]
    if schemes_file is None:
        raise ValueError("pdca needs --schemes FILE")
    records = json.loads(Path(schemes_file).read_text(encoding="utf-8"))
    return rows, records["schemes"] if isinstance(records, dict) else records


def judge(files, options=None):
    rows, records = load(files, getattr(options, "schemes", None))
    unused = []
    schemes = {record["id"]: convert_scheme(record, unused) for record in records}
    schemes[PLAIN_SCHEME] = {"id": PLAIN_SCHEME, "name": "達成・未達成", "formula": "compare", "compared_with": "annual-target",
                             "sources": [], "bands": [{"symbol": "達成", "when": "target-met"}, {"symbol": "未達成", "when": "target-missed"}]}
    earlier = earlier_values(rows)
    checkable, questions, refused = [], [], []
    for row in rows:
        if not row.get("checkable", True):
            continue
        name = variant(row, schemes)
        try:
            if name not in schemes:
                raise ValueError("no scheme {}".format(name))
            kpi = indicator(row, earlier[(row.get("body"), row.get("kpi"), row.get("unit"))])
            questions.append({"id": row["id"], "scheme": name, "year": year_of(row), "plan_start_year": row.get("plan_start_fy"), "kpi": kpi})
            checkable.append(row)
        except (ValueError, TypeError, AttributeError) as error:
            refused.append({"id": row.get("id"), "ok": False, "expected": expected_of(row), "got": {}, "why": str(error), "checked": []})
    questions = clean(questions)
    evaluations = ask(questions, schemes) if questions else []
    scheme_ids = [question["scheme"] for question in questions]
    symbols = [[band["symbol"] for band in schemes[scheme]["bands"]] for scheme in scheme_ids]
    weakest(checkable, evaluations, symbols)
    cases = [judge_row(row, evaluation, schemes[scheme], names)
             for row, evaluation, scheme, names in zip(checkable, evaluations, scheme_ids, symbols)]
    by_source = defaultdict(lambda: [0, 0])
    for row, case in zip(checkable, cases):
        by_source[row.get("formula_source", "unknown")][0 if case["ok"] else 1] += 1
    figures = {
        "rate": "{}/{}".format(sum("rate" in c["checked"] and "rate differs" not in c["why"] and not c["why"].startswith("rate,") for c in cases),
                               sum("rate" in c["checked"] for c in cases)),
        "rating": "{}/{}".format(sum("rating" in c["checked"] and "rating" not in c["why"].split(" differs")[0] for c in cases),
                                 sum("rating" in c["checked"] for c in cases)),
        "rate_final_by_fy": final_rates_by_year(checkable, schemes),
        "skipped": len(rows) - len(checkable) - len(refused),
        "by_source": {source: "{} passed, {} failed".format(*counts) for source, counts in sorted(by_source.items())},
        "unused": unused}
    cases += refused
    for case in cases:
        del case["checked"]
    return cases, figures

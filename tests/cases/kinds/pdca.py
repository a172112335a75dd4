"""Printed evaluations reproduced: rate, rating, final rate and planned shares of each row, by its body's own scheme.

The scheme records are converted to the format of the library from their structured members alone; what could not be used
is listed under the figure "unused". `checkable: false` is skipped; `follows_scheme: false` passes when the result equals
`computed`, the printed value stands beside it. Rows of one project with `rating_scope: project` are judged together by
the weakest.
"""
import json
import unicodedata
from collections import defaultdict
from pathlib import Path

import senryaku

MEASURES = {"ratio": "ratio", "progress": "progress", "compare": "compare", "status": "judgement", "none": "judgement"}
BASES = {"annual": "annual-target", "annual_and_final": "annual-target", "final": "final-target", "plan": "annual-target",
         "elapsed_share": "elapsed-share", "straight_line": "straight-line", "previous_value": "previous-value"}
FALLING = {"not_stated": "not-stated", "symmetric": "not-stated", "excess": "excess", "two_minus_ratio": "two-minus-ratio",
           "target_over_actual": "target-over-actual", "plain": "plain"}
#: Conditions that can be computed; all others are people's judgement.
CONDITIONS = {
    "not_rated": "not-rated", "target_met": "target-met", "reached": "target-met", "target_exceeded": "target-exceeded",
    "target_equal": "target-equal", "target_missed": "target-missed", "better_than_baseline": "better-than-baseline",
    "better_than_before": "better-than-baseline", "improving": "better-than-baseline",
    "equal_to_baseline": "equal-to-baseline", "not_better_than_baseline": "not-better-than-baseline",
    "not_better_than_before": "not-better-than-baseline", "worse_than_baseline": "worse-than-baseline",
    "worse_than_before": "worse-than-baseline", "within_tolerance_of_baseline": "within-tolerance-of-baseline",
    "improved_or_unchanged": "improved-or-unchanged", "on_pace": "on-pace", "better_than_previous": "better-than-previous",
    "not_better_than_previous": "not-better-than-previous", "target_met_text": "text-target-met"}
AIMS = {"increase": "increase", "decrease": "decrease", "maintain": "maintain", "maintain_at_least": "at-least",
        "maintain_at_most": "at-most", "at_least": "at-least", "at_most": "at-most", "up": "increase", "down": "decrease"}
MODES = {"half_up": "half-up", "half_even": "half-even", "truncate": "truncate", "floor": "truncate", "ceiling": "ceiling"}
PLAIN_SCHEME = "plain-comparison"


def number(value):
    """A figure as a JSON number without exponent; None stays None."""
    if value is None or isinstance(value, bool):
        return None
    text = "{:f}".format(value) if isinstance(value, float) and "e" in repr(value) else repr(value)
    return json.loads(text)


def convert_scheme(record, unused):
    formula = record.get("formula") or {}
    scheme = {"id": record["id"], "name": record.get("plan") or record["id"], "body": record.get("body"), "sources": [],
              "formula": MEASURES.get(formula.get("measure"), "judgement"),
              "compared_with": BASES.get(formula.get("target_basis"), "annual-target"),
              "final_too": formula.get("target_basis") == "annual_and_final",
              "falling": FALLING.get(formula.get("decreasing"), "not-stated")}
    if formula.get("measure") not in MEASURES or formula.get("target_basis") not in BASES:
        unused.append("{}: measure {} on {}".format(record["id"], formula.get("measure"), formula.get("target_basis")))
    for limit in ("floor", "cap"):
        if formula.get(limit) is not None:
            scheme[limit] = number(formula[limit])
    if formula.get("elapsed_share"):
        scheme["elapsed_shares"] = [number(round(share * 100, 6)) for share in formula["elapsed_share"]]
    degenerate = formula.get("degenerate") or {}
    if degenerate.get("target_equals_baseline") == "reached_100_else_0":
        scheme["target_equals_baseline"] = scheme["zero_target"] = "reached-100-else-0"
    if "no rate" in str(degenerate.get("zero_target", "")) or degenerate.get("zero_target") == "not_rated":
        scheme["zero_target"] = "no-rate"
    if degenerate.get("zero_target_zero_baseline") == "not_rated":
        scheme["zero_from_zero_unrated"] = True
    if "100" in str(formula.get("maintain", "")):
        scheme["keeping"] = "kept-is-100"
    tolerance = formula.get("tolerance") or {}
    kinds = {"absolute_points": ("absolute", 1), "absolute": ("absolute", 1), "relative": ("relative", 100)}
    if tolerance.get("type") in kinds and tolerance.get("value") is not None:
        kind, factor = kinds[tolerance["type"]]
        scheme["tolerance"] = {"kind": kind, "value": number(round(tolerance["value"] * factor, 6))}
    elif tolerance:
        unused.append("{}: tolerance {}".format(record["id"], tolerance.get("type")))
    scheme["bands"] = convert_bands(record, scheme)
    scheme["rounding"] = convert_rounding(record.get("rounding"))
    if record.get("rating_level") == "project":
        scheme["missing_baseline_is_zero"] = True  # nothing was there before the project
    return {key: value for key, value in scheme.items() if value is not None}


def convert_bands(record, scheme):
    bands = []
    for rating in record.get("ratings") or []:
        when = rating.get("when")
        bounds = rating.get("min") is not None or rating.get("max") is not None
        if not rating.get("symbol") and when != "not_rated":
            continue
        band = {"symbol": rating.get("symbol") or "－"}
        if when:
            band["when"] = CONDITIONS.get(when, "judged")
        elif not bounds or scheme["formula"] == "judgement":
            band["when"] = "judged"
        for side in ("min", "max"):
            if rating.get(side) is not None:
                band[side] = number(rating[side])
                if rating.get(side + "_inclusive") is not None:
                    band[side + "_inclusive"] = rating[side + "_inclusive"]
        bands.append(band)
    return bands


def convert_rounding(rounding):
    if not isinstance(rounding, dict) or "rate_decimals" not in rounding:
        return {"decimals": 1, "mode": "half-up", "percent_sign": False}
    return {"decimals": rounding["rate_decimals"], "mode": MODES.get(rounding.get("mode"), "half-up"),
            "percent_sign": "%" in (rounding.get("suffix") or "") or "％" in (rounding.get("suffix") or "")}


def known(figure):
    return isinstance(figure, dict) and figure.get("value") is not None


def year_of(row):
    """The fiscal year that is judged: that of the value, or of the report where there is no value."""
    return row["actual_fy"] if row.get("actual_fy") is not None else row["eval_fy"]


def indicator(row, earlier):
    """The row as a KPI of the format; `earlier`: values of the same indicator in other rows, by fiscal year."""
    aim = AIMS.get(row.get("direction"))
    if row.get("goal_type") == "keep" and aim == "increase":
        aim = "at-least"
    kpi = {"id": row["id"], "name": row.get("kpi") or row["id"], "aim": aim, "unit": row.get("unit"), "formula": row.get("formula_key")}
    if known(row.get("baseline")):
        kpi["baseline"] = {"value": number(row["baseline"]["value"]), "year": row["baseline"].get("fy")}
    kpi["targets"] = [{"year": int(year), "value": number(value)} for year, value in sorted((row.get("targets") or {}).items())]
    final = row.get("final_target") or {}
    if final.get("value") is not None or final.get("text"):
        kpi["target"] = {"year": final.get("fy"), "value": number(final.get("value")), "text": final.get("text") if final.get("value") is None else None}
    if row.get("target_text") and not kpi["targets"]:
        kpi["targets"] = [{"year": year_of(row), "value": None, "text": row["target_text"]}]
    own = {int(year): value for year, value in (row.get("actuals") or {}).items() if value is not None}
    # Other rows only lend the years before; they never stand in for a value that this row does not have.
    actuals = {year: value for year, value in earlier.items() if own and year < min(own)}
    actuals.update(own)
    kpi["actuals"] = [{"year": year, "value": number(value)} for year, value in sorted(actuals.items()) if year <= year_of(row)]
    return clean(kpi)


def clean(value):
    if isinstance(value, dict):
        return {k: clean(v) for k, v in value.items() if v is not None and v != "" or k == "value"}
    return [clean(v) for v in value] if isinstance(value, list) else value


def earlier_values(rows):
    """Values of each body's indicators by fiscal year, for rows that need the year before."""
    values = defaultdict(dict)
    for row in rows:
        for year, value in (row.get("actuals") or {}).items():
            if value is not None:
                values[(row.get("body"), row.get("kpi"), row.get("unit"))].setdefault(int(year), value)
    return values


def same_text(a, b):
    plain = [unicodedata.normalize("NFKC", str(text)).replace(" ", "") for text in (a, b)]
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
    """Rows of one project get the weakest rating among them."""
    groups = defaultdict(list)
    for index, row in enumerate(rows):
        if row.get("rating_scope") == "project" and row.get("project"):
            groups[(row.get("body"), row["scheme"], row["project"])].append(index)
    for indexes in groups.values():
        ratings = [evaluations[i].get("rating") for i in indexes]
        if None in ratings:
            worst = None
        else:
            worst = max(ratings, key=symbols[indexes[0]].index)
        for i in indexes:
            evaluations[i] = dict(evaluations[i], rating=worst)


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
    checkable = [row for row in rows if row.get("checkable", True)]
    scheme_ids = [PLAIN_SCHEME if row.get("goal_type") == "compare" else row["scheme"] for row in checkable]
    questions = [{"id": row["id"], "scheme": scheme, "year": year_of(row),
                  "kpi": indicator(row, earlier[(row.get("body"), row.get("kpi"), row.get("unit"))])}
                 for row, scheme in zip(checkable, scheme_ids)]
    evaluations = senryaku.evaluate_indicators(questions, schemes.values())
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
        "skipped": len(rows) - len(checkable),
        "by_source": {source: "{} passed, {} failed".format(*counts) for source, counts in sorted(by_source.items())},
        "unused": unused}
    for case in cases:
        del case["checked"]
    return cases, figures

"""Rating schemes as they are recorded for the cases, in the format of the library.

Only structured members are read, never prose. What could not be used is listed, so that a miss can be told from a gap.
Values are looked up without regard to case, spaces and hyphens, so that "not stated" and "not_stated" are one.
"""
import re

MEASURES = {
    "ratio": "ratio", "achievement": "ratio", "attainment": "ratio", "achievement_rate": "ratio",
    "progress": "progress", "progress_rate": "progress",
    "difference": "difference", "gap": "difference", "points_difference": "difference",
    "change": "change", "baseline_band": "change", "band_around_baseline": "change", "change_rate": "change",
    "yes_no": "yes-no", "binary": "yes-no", "done_or_not": "yes-no",
    "compare": "compare", "comparison": "compare", "met_or_missed": "compare",
    "status": "judgement", "schedule": "judgement", "outlook": "judgement", "none": "judgement",
    "judgement": "judgement", "judgment": "judgement", "vote": "judgement", "statistical_test": "judgement"}
#: How people come to the rating, where the measure says so.
JUDGED = {"vote": "vote", "statistical_test": "statistical-test", "status": "schedule-status",
          "schedule": "schedule-status", "none": "judgement", "judgement": "judgement", "judgment": "judgement"}
BASES = {
    "annual": "annual-target", "annual_target": "annual-target", "year": "annual-target", "target_of_the_year": "annual-target",
    "annual_and_final": "annual-target", "both": "annual-target", "plan": "annual-target", "planned": "annual-target",
    "guide_value": "annual-target", "national_average": "annual-target",
    "final": "final-target", "final_target": "final-target",
    "elapsed_share": "elapsed-share", "share": "elapsed-share", "fixed_share": "elapsed-share",
    "straight_line": "straight-line", "linear": "straight-line", "interpolated": "straight-line", "line": "straight-line",
    "previous_value": "previous-value", "previous": "previous-value", "previous_year": "previous-value"}
BOTH = {"annual_and_final", "both"}
#: `symmetric`: the rule works by itself, so only a ratio is left open by it.
FALLING = {
    "not_stated": "not-stated", "none": "not-stated", "symmetric": "not-stated", "excess": "excess",
    "excess_over_ceiling": "excess", "two_minus_ratio": "two-minus-ratio", "2_minus_ratio": "two-minus-ratio",
    "target_over_actual": "target-over-actual", "inverse": "target-over-actual", "inverted": "target-over-actual",
    "reciprocal": "target-over-actual", "plain": "plain", "actual_over_target": "plain", "same": "plain",
    "same_formula": "plain", "ratio": "plain", "nothing_special": "plain", "no_special_rule": "plain"}
#: Conditions that can be computed; all others are people's judgement.
CONDITIONS = {
    "not_rated": "not-rated", "no_value": "not-rated", "no_target": "not-rated", "missing": "not-rated",
    "unknown": "not-rated", "not_measured": "not-rated", "cannot_be_judged": "not-rated",
    "target_met": "target-met", "reached": "target-met", "met": "target-met", "achieved": "target-met",
    "target_reached": "target-met", "at_or_beyond_target": "target-met",
    "target_exceeded": "target-exceeded", "exceeded": "target-exceeded", "beyond_target": "target-exceeded",
    "target_equal": "target-equal", "equal_to_target": "target-equal",
    "target_missed": "target-missed", "missed": "target-missed", "not_reached": "target-missed",
    "below_target": "target-missed",
    "better_than_baseline": "better-than-baseline", "better_than_before": "better-than-baseline",
    "improving": "better-than-baseline", "improved": "better-than-baseline",
    "equal_to_baseline": "equal-to-baseline", "unchanged": "within-tolerance-of-baseline",
    "same_as_baseline": "equal-to-baseline",
    "not_better_than_baseline": "not-better-than-baseline", "not_better_than_before": "not-better-than-baseline",
    "not_improved": "not-better-than-baseline", "no_improvement": "not-better-than-baseline",
    "worse_than_baseline": "worse-than-baseline", "worse_than_before": "worse-than-baseline",
    "worse": "worse-than-baseline", "worsened": "worse-than-baseline",
    "within_tolerance_of_baseline": "within-tolerance-of-baseline", "within_tolerance": "within-tolerance-of-baseline",
    "improved_or_unchanged": "improved-or-unchanged", "not_worse_than_baseline": "improved-or-unchanged",
    "on_pace": "on-pace", "better_than_previous": "better-than-previous", "progressed": "better-than-previous",
    "not_better_than_previous": "not-better-than-previous", "not_progressed": "not-better-than-previous",
    "target_met_text": "text-target-met", "text_target_met": "text-target-met"}
#: The narrower condition has to be asked before the wider one, in whatever order a record lists them.
NARROWER = {
    "target-met": {"target-exceeded", "target-equal"},
    "better-than-baseline": {"target-met", "target-exceeded"},
    "target-missed": {"worse-than-baseline", "not-better-than-baseline", "better-than-baseline", "on-pace",
                      "equal-to-baseline", "within-tolerance-of-baseline"},
    "improved-or-unchanged": {"target-met", "target-exceeded", "on-pace", "better-than-baseline"},
    "not-better-than-baseline": {"worse-than-baseline", "equal-to-baseline"}}
MODES = {"half_up": "half-up", "round": "half-up", "nearest": "half-up", "half_even": "half-even", "bankers": "half-even",
         "truncate": "truncate", "truncation": "truncate", "floor": "truncate", "down": "truncate", "cut": "truncate",
         "ceiling": "ceiling", "ceil": "ceiling", "up": "ceiling", "adjusted_to_100": "half-up"}
TOLERANCES = {"absolute_points": ("absolute", 1), "absolute": ("absolute", 1), "points": ("absolute", 1),
              "relative": ("relative", 100), "relative_to_baseline": ("relative", 100),
              "percent": ("relative", 1), "percent_of_baseline": ("relative", 1)}
ROLLUPS = {"count": "count", "count_per_goal": "count", "counts": "count", "share": "share", "share_of_good": "share",
           "mean": "mean-rate", "mean_rate": "mean-rate", "average": "mean-rate", "share+mean": "mean-rate",
           "mean_points": "mean-points", "score_average": "mean-points", "points_mean": "mean-points",
           "points": "sum-points", "sum_points": "sum-points", "score": "sum-points", "majority": "majority",
           "mode": "majority", "most_frequent": "majority", "worst": "worst", "weakest": "worst", "minimum": "worst",
           "weakest_kpi": "worst", "judgement": "judgement", "judgment": "judgement", "vote": "judgement",
           "staged": "judgement", "department_judgement": "judgement"}
NO_RATE = {"not_rated", "no_rate", "unrated", "none", "blank", "empty"}
ALL_OR_NOTHING = {"reached_100_else_0", "100_if_reached_else_0", "kept_100_else_0", "100_or_0", "reached_100", "kept_100",
                  "100_when_kept", "100", "100.0_when_kept", "100.0"}


def key(value):
    """A recorded word in the form of the tables."""
    return re.sub(r"[\s\-]+", "_", str(value).strip().lower())


def number(value):
    """A figure as JSON can hold it without exponent; None for everything that is not a number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float):  # a decimal holds nine places
        text = "{:.9f}".format(value).rstrip("0").rstrip(".")
        return float(text) if "." in text else int(text)
    return value


class SchemeConverter:
    """One record; `unused` collects what was not understood."""

    def __init__(self, record, unused):
        self.record = record
        self.unused = unused
        formula = record.get("formula")
        self.formula = formula if isinstance(formula, dict) else {}
        self.scheme = {"id": record["id"], "name": record.get("plan") or record["id"], "body": record.get("body"), "sources": []}

    def note(self, what, value):
        self.unused.append("{}: {} {!r}".format(self.record["id"], what, value))

    def word(self, table, member, default, source=None):
        """The table's word for a member of the formula, noted when it has none."""
        value = (self.formula if source is None else source).get(member)
        if value is None:
            return default
        found = table.get(key(value))
        if found is None:
            self.note(member, value)
        return found or default

    def convert(self):
        scheme = self.scheme
        scheme["formula"] = self.word(MEASURES, "measure", "judgement")
        scheme["compared_with"] = self.word(BASES, "target_basis", "annual-target")
        scheme["final_too"] = key(self.formula.get("target_basis")) in BOTH
        scheme["falling"] = self.word(FALLING, "decreasing", "not-stated")
        if scheme["formula"] == "ratio" and key(self.formula.get("decreasing")) == "symmetric":
            self.note("decreasing of a ratio", "symmetric")
        if scheme["formula"] == "judgement":
            scheme["judged_how"] = JUDGED.get(key(self.formula.get("measure")), "judgement")
        self.limits()
        self.degenerate()
        self.tolerance()
        self.overrides()
        self.missing()
        scheme["bands"] = self.bands()
        scheme["rounding"] = self.rounding()
        self.rollup()
        if "project" in str(self.record.get("rating_level", "")):
            scheme["missing_baseline_is_zero"] = True  # nothing was there before the project
        # A status that numbers can tell (達成済み) is told; the others stay people's.
        if key(self.formula.get("measure")) in ("status", "outlook") and any(
                band["when"] not in ("judged", "not-rated", "band") for band in scheme["bands"]):
            scheme["formula"] = "compare"
        for member in set(self.formula) - {"measure", "target_basis", "expression", "decreasing", "decreasing_expression", "floor",
                                           "cap", "elapsed_share", "degenerate", "tolerance", "per_kpi_override", "maintain",
                                           "cumulative", "note"}:
            self.note("formula member", member)
        return {name: value for name, value in scheme.items() if value is not None}

    def limits(self):
        for limit in ("floor", "cap"):
            value = number(self.formula.get(limit))
            if value is not None:
                # Shares are recorded as parts of 1 or in percent; no limit of a few percent is in use.
                self.scheme[limit] = number(round(value * 100, 6)) if 0 < abs(value) <= 10 else value
            elif self.formula.get(limit) is not None:
                self.note(limit, self.formula[limit])
        shares = self.formula.get("elapsed_share")
        if isinstance(shares, list) and all(number(share) is not None for share in shares):
            parts = max(shares) <= 1
            self.scheme["elapsed_shares"] = [number(round(share * 100, 6)) if parts else number(share) for share in shares]
        elif shares is not None:
            self.note("elapsed_share", shares)
        maintain = self.formula.get("maintain")
        if maintain is not None:
            if key(maintain) in ALL_OR_NOTHING:
                self.scheme["keeping"] = "kept-is-100"
            elif not key(maintain).startswith("ratio"):
                self.note("maintain", maintain)

    def degenerate(self):
        rules = self.formula.get("degenerate")
        for name, value in (rules.items() if isinstance(rules, dict) else ()):
            said = key(value)
            if name == "target_equals_baseline" and said in ALL_OR_NOTHING:
                self.scheme["target_equals_baseline"] = "reached-100-else-0"
                self.scheme.setdefault("zero_target", "reached-100-else-0")
            elif name == "zero_target" and said in ALL_OR_NOTHING:
                self.scheme["zero_target"] = "reached-100-else-0"
            elif name in ("target_equals_baseline", "zero_target") and said in NO_RATE:
                self.scheme[name] = "no-rate"
            elif name == "zero_target_zero_baseline" and said in NO_RATE:
                self.scheme["zero_from_zero_unrated"] = True
            elif name == "zero_baseline" and said in NO_RATE:
                self.scheme["zero_baseline_unrated"] = True
            elif name == "negative_values" and (said in NO_RATE or said == "progress"):
                self.scheme["negative_values"] = "progress" if said == "progress" else "no-rate"
            else:
                self.note("degenerate " + name, value)

    def tolerance(self):
        given = self.formula.get("tolerance")
        if not isinstance(given, dict):
            return
        known = TOLERANCES.get(key(given.get("type")))
        if known and number(given.get("value")) is not None:
            self.scheme["tolerance"] = {"kind": known[0], "value": number(round(given["value"] * known[1], 6))}
        else:
            self.note("tolerance", given.get("type"))

    def overrides(self):
        found = []
        listed = self.formula.get("per_kpi_override")
        for entry in listed if isinstance(listed, list) else ():
            formula = MEASURES.get(key(entry.get("measure")))
            if not entry.get("flag") or formula in (None, "judgement"):
                self.note("per_kpi_override", entry.get("measure"))
                continue
            rule = {"mark": entry["flag"], "formula": formula}
            if entry.get("target_basis") is not None and key(entry["target_basis"]) in BASES:
                rule["compared_with"] = BASES[key(entry["target_basis"])]
            if entry.get("decreasing") is not None and key(entry["decreasing"]) in FALLING:
                rule["falling"] = FALLING[key(entry["decreasing"])]
            rule.update({limit: number(entry[limit]) for limit in ("floor", "cap") if number(entry.get(limit)) is not None})
            found.append(rule)
        self.scheme["overrides"] = found or None

    def missing(self):
        given = self.record.get("missing")
        if isinstance(given, dict) and given.get("in_denominator") is False:
            self.scheme["missing"] = [{"when": when, "treat": "left-out"} for when in
                                      ("not-surveyed", "not-collected", "suspended", "not-published", "no-target")]

    def bands(self):
        bands = []
        for rating in self.record.get("ratings") or []:
            when = rating.get("when")
            bounds = any(number(rating.get(side)) is not None for side in ("min", "max"))
            if not rating.get("symbol") and (when is None or CONDITIONS.get(key(when)) != "not-rated"):
                continue
            band = {"symbol": rating.get("symbol") or "－", "when": "band"}
            if when:
                band["when"] = CONDITIONS.get(key(when), "judged")
                if band["when"] == "judged" and self.scheme["formula"] != "judgement":
                    self.note("condition", when)
            elif not bounds or self.scheme["formula"] == "judgement":
                band["when"] = "judged"
            if number(rating.get("points")) is not None:
                band["points"] = number(rating["points"])
            for side in ("min", "max"):
                if number(rating.get(side)) is not None:
                    band[side] = number(rating[side])
                    if rating.get(side + "_inclusive") is not None:
                        band[side + "_inclusive"] = bool(rating[side + "_inclusive"])
            bands.append(band)
        missing = self.record.get("missing")
        if isinstance(missing, dict) and missing.get("symbol") and not any(band["when"] == "not-rated" for band in bands):
            bands.append({"symbol": missing["symbol"], "when": "not-rated"})
        self.settle_bounds(bands)
        if self.scheme["formula"] == "compare" and any(band["when"] == "band" for band in bands):
            self.scheme["formula"] = "ratio"  # bounds in percent of what was planned
        return self.narrow_first(bands)

    @staticmethod
    def settle_bounds(bands):
        """A bound whose closedness is not recorded is open where its neighbour's is closed, and the other way round."""
        for band in bands:
            for side, other in (("min", "max"), ("max", "min")):
                if side not in band or side + "_inclusive" in band:
                    continue
                neighbours = [b for b in bands if b is not band and b.get(other) == band[side] and other + "_inclusive" in b]
                if neighbours:
                    band[side + "_inclusive"] = not neighbours[0][other + "_inclusive"]

    @staticmethod
    def narrow_first(bands):
        ordered = []
        for band in bands:
            place = next((i for i, before in enumerate(ordered) if band["when"] in NARROWER.get(before["when"], ())), len(ordered))
            ordered.insert(place, band)
        return ordered

    def rounding(self):
        given = self.record.get("rounding")
        if not isinstance(given, dict):
            return {"decimals": 1, "mode": "half-up", "percent_sign": False}
        decimals = given.get("rate_decimals", given.get("decimals"))
        if decimals is None:
            return {"decimals": 1, "mode": "half-up", "percent_sign": False}
        suffix = given.get("suffix") or ""
        return {"decimals": decimals, "mode": self.word(MODES, "mode", "half-up", given), "percent_sign": "%" in suffix or "％" in suffix,
                "before_rating": bool(given.get("before_rating"))}

    def rollup(self):
        given = self.record.get("rollup")
        if not isinstance(given, dict) or "method" not in given:
            return
        method = self.word(ROLLUPS, "method", "judgement", given)
        levels = ["measure", "goal", "numeric-targets", "strategy", "plan"]
        rounding = self.record.get("rounding")
        shares = rounding if isinstance(rounding, dict) else {}
        missing = self.record.get("missing")
        counted = isinstance(missing, dict) and missing.get("in_denominator") is True
        rule = {"levels": levels, "method": method, "denominator": "all" if counted else "rated",
                "rounding": {"decimals": shares.get("share_decimals", 1), "mode": MODES.get(key(shares.get("mode")), "half-up")},
                "shares_fill_100": key(shares.get("mode")) == "adjusted_to_100"}
        good = given.get("good")
        for band in self.scheme["bands"]:
            if isinstance(good, list) and band["symbol"] in good:
                band["good"] = True
            if method in ("sum-points", "mean-points") and "points" not in band and re.fullmatch(r"-?\d+(\.\d+)?", band["symbol"]):
                band["points"] = number(float(band["symbol"])) if "." in band["symbol"] else int(band["symbol"])
        classes = []
        for place, level in enumerate(given.get("levels") or [], 1):
            if isinstance(level, dict) and (number(level.get("min")) is not None or number(level.get("max")) is not None):
                entry = {"symbol": str(level.get("symbol") or place), "max_inclusive": True}
                entry.update({side: number(level[side]) for side in ("min", "max") if number(level.get(side)) is not None})
                classes.append(entry)
        if classes:
            rule["classes"] = classes
        self.scheme["rollups"] = [rule]


def convert_scheme(record, unused):
    """The record in the format of lib/schema; what was not understood is appended to `unused`."""
    return SchemeConverter(record, unused).convert()

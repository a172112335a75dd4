"""What the papers show, in one order and one language: the document's tree with what the core says about each element.

Nothing is computed here; figures stay as the core gave them.
"""
import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

from .. import eras

TEMPLATES = Path(__file__).resolve().parent / "templates"
_ALL_TEXTS = json.loads((TEMPLATES / "texts.json").read_text(encoding="utf-8"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RATE = re.compile(r"(-?\d[\d.]*)(\D*)")
LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bounded", "objective_result", "directness",
           "adequate_level")


def texts_of(language):
    """The words of the papers in a language, "ja" or "en"."""
    return _ALL_TEXTS[language]


def figure(value, unknown):
    """A figure with thousands separators and every digit it has; ``unknown`` when it is not known."""
    if value is None or value == "":
        return unknown
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return sign + "{:,}".format(int(whole)) + point + rest if whole.isdigit() else text


def fiscal_year_name(year, language, texts):
    """A fiscal year as the papers name it: 令和2（2020）年度, FY2020."""
    if year is None:
        return texts["unknown"]
    return eras.both_years(year) if language == "ja" else texts["fy"].format(year)


def persons(value, unknown):
    """Whole persons of a projection, for display."""
    return unknown if value is None else figure(int(round(value)), unknown)


def day_year(entry):
    """The year of an observation, target or record; None when it has none."""
    if entry.get("year") is not None:
        return entry["year"]
    return int(entry["day"][:4]) if entry.get("day") else None


def _points(entries):
    """(year, value) of what is known, in order of years."""
    found = {day_year(entry): entry["value"] for entry in entries
             if entry and day_year(entry) is not None and entry.get("value") is not None}
    return sorted(found.items())


class View:
    """``answers`` (report.gather) arranged for papers in ``language``."""

    def __init__(self, answers, language):
        self.answers, self.language = answers, language
        self.texts = texts_of(language)
        self.strategy = answers.review["strategy"]
        self._evaluated = {entry["kpi"]: entry for entry in (answers.evaluation or {}).get("kpis", [])}
        self._checked = {entry["kpi"]: entry for entry in answers.review.get("checks", [])}
        self._groups = {}
        for group in (answers.evaluation or {}).get("groups", []):
            self._groups.setdefault((group["level"], group.get("element")), []).append(group)
        self.outlook = {entry["kpi"]: entry for entry in (answers.outlook or {}).get("kpis", [])}
        self.cycle = answers.cycle
        self.results = self._results()
        self._build()

    def title(self):
        return "{}{} {}".format(self.strategy.get("prefecture", ""), self.strategy["municipality"], self.strategy["name"])

    def _results(self):
        """What people decided in the year verified, by the id of the subject."""
        year = (self.answers.evaluation or {}).get("fiscal_year")
        results = {}
        for verification in self.answers.document.get("verifications", []):
            if verification.get("fiscal_year") in (year, None):
                for result in verification.get("results", []):
                    results.setdefault(result.get("subject"), []).append(result)
        return results

    def _build(self):
        document = self.answers.document
        self.overall_targets = [self._indicator(kpi, "numeric_target", None, None)
                                for kpi in document.get("overall_targets", [])]
        self.goals = [self._goal(goal) for goal in document.get("goals", [])]
        self.cross_goals = [self._goal(goal) for goal in
                            document.get("cross_cutting_goals", []) + document.get("foundations", [])]
        self.all_goals = self.goals + self.cross_goals
        self.unplaced = document.get("unplaced_projects", [])
        self.indicators = self.overall_targets + [kpi for goal in self.all_goals for kpi in goal.indicators]
        self.whole = self._rated(["strategy"], None, self.indicators)

    def _goal(self, goal):
        name = goal.get("name") or self.texts["unnamed"]
        targets = [self._indicator(kpi, "numeric_target", goal, None) for kpi in goal.get("numeric_targets", [])]
        measures = [SimpleNamespace(
            element=measure, id=measure.get("id"), name=measure.get("name") or self.texts["unnamed"], goal_name=name,
            kpis=[self._indicator(kpi, "kpi", goal, measure) for kpi in measure.get("kpis", [])],
            projects=measure.get("projects", []), results=self.results.get(measure.get("id"), []))
            for measure in goal.get("measures", [])]
        indicators = targets + [kpi for measure in measures for kpi in measure.kpis]
        for measure in measures:
            measure.rated = self._rated(["measure"], measure.id, measure.kpis)
        return SimpleNamespace(
            element=goal, id=goal.get("id"), name=name, number=goal.get("number", ""), targets=targets, measures=measures,
            directions=goal.get("directions", []), indicators=indicators, results=self.results.get(goal.get("id"), []),
            rated=self._rated(["goal", "numeric-targets"], goal.get("id"), indicators))

    def _rated(self, levels, element, indicators):
        """How many indicators have which rating, as the core counted them, and the rating it gathered from them.

        ``parts``: (symbol, count, "good" or "poor"), and last what is not rated. A goal's KPIs and numeric targets are two
        groups of the core, and each scheme has its own; they stand in one bar.
        """
        groups = [group for level in levels for group in self._groups.get((level, element), [])]
        # The core gives no group where it rated nothing: then all there are have no rating.
        total = sum(group["total"] for group in groups) if groups else len(indicators)
        rated, counts = sum(group["rated"] for group in groups), {}
        for group in groups:
            for count in group.get("counts", []):
                if count["symbol"]:
                    counts[count["symbol"]] = counts.get(count["symbol"], 0) + count["count"]
        good = {kpi.rating: kpi.state == "good" for kpi in indicators if kpi.rating}
        parts = [(symbol, count, "good" if good.get(symbol) else "poor") for symbol, count in counts.items()]
        parts.sort(key=lambda part: part[2] != "good")  # otherwise in the order of the scheme
        if total > rated:
            parts.append((self.texts["not_rated"], total - rated, "none"))
        gathered = next((group for group in groups if group.get("rating")), {})
        said = self.texts["rated_of"].format(total=total, rated=rated) if total else self.texts["no_indicator"]
        return SimpleNamespace(total=total, rated=rated, parts=parts, rating=gathered.get("rating", ""),
                               rule=gathered.get("rule", ""), state="good" if gathered.get("good") else "poor", text=said)

    def _indicator(self, kpi, kind, goal, measure):
        texts = self.texts
        unknown = texts["unknown"]
        found = self._evaluated.get(kpi.get("id"), {})
        check = self._checked.get(kpi.get("id"), {})
        stage = kpi.get("stage") or (check.get("stage") or {}).get("stage")
        rating = found.get("rating") or ""
        final = kpi.get("target") or {}
        aimed = next((target for target in [final] + kpi.get("targets", [])
                      if target.get("value") is not None and target["value"] == found.get("target")), {})
        return SimpleNamespace(
            element=kpi, found=found, check=check, kind=kind, goal=goal, measure=measure, id=kpi.get("id"),
            name=kpi.get("name") or texts["unnamed"], unit=kpi.get("unit", ""), stage=texts.get(stage, unknown),
            aim=texts["aims"].get(kpi.get("aim"), unknown), owner=kpi.get("measurement", {}).get("owner", ""),
            method=kpi.get("measurement", {}).get("method", ""),
            baseline=found.get("baseline"), target=found.get("target"), target_basis=aimed.get("basis", "level"),
            target_text=final.get("text", ""), actual=found.get("actual"), actual_period=found.get("actual_period", ""),
            rate=found.get("rate", ""), rating=rating, meaning=found.get("rating_meaning", ""),
            state=("good" if found.get("good") else "poor") if rating else "none",
            gap="" if rating else texts["gaps"].get(found.get("gap"), unknown) or unknown,
            rule=found.get("rule", ""), results=self.results.get(kpi.get("id"), []),
            provisional=any(actual.get("provisional") for actual in kpi.get("actuals", [])),
            past=_points([kpi.get("baseline")] + kpi.get("actuals", [])), aims_at=self._targets(kpi, found))

    @staticmethod
    def _targets(kpi, found):
        """(year, level) of the targets that are levels; the final one as the core resolved it."""
        points = dict(_points([target for target in kpi.get("targets", []) if target.get("basis", "level") == "level"]))
        final = kpi.get("target")
        if final and day_year(final) is not None:
            if final.get("basis", "level") == "level":
                points.update(_points([final]))
            elif found.get("target_level") and found.get("target") == final.get("value"):
                points[day_year(final)] = Fraction(found["target_level"])
        return sorted(points.items())

    def figure(self, value):
        return figure(value, self.texts["unknown"])

    def target(self, kpi):
        """The target to be shown: a figure (with what it counts, where that is no level), else its words, else unknown."""
        if kpi.target is None and kpi.target_text:
            return kpi.target_text
        shown = self.figure(kpi.target)
        return shown if kpi.target is None else self.texts["bases"][kpi.target_basis].format(shown)

    def fiscal_year(self, year):
        return fiscal_year_name(year, self.language, self.texts)

    def day(self, day):
        """A day in a sentence or heading: 令和8（2026）年6月1日, 2026-06-01."""
        if not day:
            return self.texts["unknown"]
        return eras.era_day(day) if self.language == "ja" and _DAY.fullmatch(day) else day

    def short_day(self, day, otherwise=None):
        """A day in a table: 2026年6月1日, 2026-06-01."""
        if not day:
            return self.texts["unknown"] if otherwise is None else otherwise
        return "{}年{}月{}日".format(*map(int, day.split("-"))) if self.language == "ja" and _DAY.fullmatch(day) else day

    def days(self, first, last):
        """A span of days in a table; the year of the last one only where it is another."""
        shown = self.short_day(last)
        if self.language == "ja" and first and last and first[:4] == last[:4]:
            shown = shown.partition("年")[2]
        return "{}{}{}".format(self.short_day(first), self.texts["to"], shown)

    @staticmethod
    def rate(kpi):
        """A rate as printed: thousands apart, a minus that is one."""
        found = _RATE.fullmatch(kpi.rate)
        return figure(found.group(1), "") + found.group(2) if found else kpi.rate

    @staticmethod
    def went_back(kpi):
        """Whether a result lies behind the baseline, seen from where the indicator says that it aims."""
        if kpi.actual is None or kpi.baseline is None:
            return False
        return {"increase": kpi.actual < kpi.baseline, "decrease": kpi.actual > kpi.baseline}.get(kpi.element.get("aim"), False)

    def rated_as(self, state):
        """The indicators whose rating is good, or poor."""
        return [kpi for kpi in self.indicators if kpi.state == state]

    def without_outlook(self):
        """(reason, [indicators]) of those whose outlook is unknown, by reason."""
        found = {}
        for kpi in self.indicators:
            seen = self.outlook.get(kpi.id)
            if seen is not None and seen["state"] == "unknown":
                found.setdefault(self.texts["outlook_gaps"].get(seen["gap"]) or self.texts["unknown"], []).append(kpi)
        return list(found.items())

    def yes_no(self, value):
        return {"pass": self.texts["pass"], "fail": self.texts["fail"]}.get(value, self.texts["cannot"])

    def outlook_figure(self, outlook, *path):
        """A figure of an outlook by the members that lead to it; when it could not be computed, unknown, or a dash where
        the target's time is over."""
        entry = outlook
        for name in path:
            entry = (entry or {}).get(name)
        value = entry.get("value") if isinstance(entry, dict) else entry
        over = outlook["state"] in ("reached", "missed")
        return figure(value, self.texts["dash"] if over else self.texts["unknown"])

    def outlook_counts(self):
        """(text, count) of each state of the outlook that occurs, from good to unknown."""
        counts = {entry["state"]: entry["count"] for entry in (self.answers.outlook or {}).get("counts", [])}
        return [(text, counts[state]) for state, text in self.texts["outlook_states"].items() if counts.get(state)]

    def summary(self):
        """What the council has to know first, in sentences."""
        whole, texts = self.whole, self.texts
        if not whole.total:
            return [texts["no_indicators"]]
        if not whole.rated:
            return [texts["summary_none"].format(total=whole.total)]
        lines = [texts["summary_all"].format(total=whole.total, rated=whole.rated)]
        parts = {state: [(symbol, count) for symbol, count, kind in whole.parts if kind == state] for state in ("good", "poor")}
        lines.append(texts["summary_good"].format(
            good=sum(count for _, count in parts["good"]), poor=sum(count for _, count in parts["poor"]),
            symbols="・".join(symbol for symbol, _ in parts["good"]) or texts["none"],
            others="・".join(symbol for symbol, _ in parts["poor"]) or texts["none"]))
        if whole.total > whole.rated:
            lines.append(texts["summary_unrated"].format(n=whole.total - whole.rated))
        return lines

"""Strategies as StratML Part 2, strictly by the schema, with a list of what it cannot carry."""
import re
from decimal import Decimal
from xml.etree import ElementTree

from ..office.cells import clean
from . import terms

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def write(document):
    """(XML as bytes, [JSON Pointer, …]): the document, and what of the strategy is not in it."""
    writer = _Writer(document)
    root = writer.root()
    _indent(root)
    ElementTree.register_namespace("", terms.NAMESPACE)
    ElementTree.register_namespace("xsi", _INSTANCE)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n", writer.losses()


def grouped(losses):
    """{pointer with * for positions: how many} of a list of losses, in document order."""
    found = {}
    for pointer in losses:
        pattern = re.sub(r"/\d+(?=/|$)", "/*", pointer)
        found[pattern] = found.get(pattern, 0) + 1
    return found


def _indent(element, depth=0):
    if len(element):
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            _indent(child, depth + 1)
            child.tail = "\n" + "  " * (depth + 1)
        element[-1].tail = "\n" + "  " * depth


def _add(parent, name, text=None, **attributes):
    child = ElementTree.SubElement(parent, "{%s}%s" % (terms.NAMESPACE, name), attributes)
    child.text = clean(text).replace("\x1f", " ") if text is not None else None
    return child


def _leaves(value, pointer=""):
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, "{}/{}".format(pointer, key.replace("~", "~0").replace("/", "~1")))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _leaves(part, "{}/{}".format(pointer, place))
    else:
        yield pointer


class _Writer:
    def __init__(self, document):
        self.document = document
        self.carried = {"/format"}
        self.ratings = self._ratings()

    def losses(self):
        """The highest elements of which nothing was carried, in document order."""
        parents = {"/".join(pointer.split("/")[:depth]) for pointer in self.carried for depth in range(1, pointer.count("/") + 2)}
        lost = []
        for leaf in _leaves(self.document):
            steps = leaf.split("/")
            paths = ["/".join(steps[:depth]) for depth in range(2, len(steps) + 1)]
            if any(path in self.carried for path in paths):
                continue
            highest = next(path for path in paths if path not in parents)
            if not lost or lost[-1] != highest:
                lost.append(highest)
        return lost

    def _take(self, entry, pointer, member):
        """The member's value, marked as carried; None when it is not there."""
        if entry.get(member) is None:
            return None
        self.carried.add("{}/{}".format(pointer, member))
        return entry[member]

    def _text(self, entry, pointer, member):
        return self._take(entry, pointer, member) or ""

    def _lines(self, entry, pointer, known):
        found = []
        for path, label in known:
            inner, at = entry, pointer
            for step in path[:-1]:
                inner, at = inner.get(step) or {}, "{}/{}".format(at, step)
            value = inner.get(path[-1])
            text = None if value is None else terms.line_text(path[-1], value)
            if text is not None:
                self._take(inner, at, path[-1])
                found.append(terms.line(label, clean(text)))
        return found

    # ---- Strategy ----

    def root(self):
        document = self.document
        results = [kpi for kpi in self._all_indicators() if kpi.get("actuals")]
        targets = [kpi for kpi in self._all_indicators() if kpi.get("target") or kpi.get("targets")]
        root = ElementTree.Element("{%s}PerformancePlanOrReport" % terms.NAMESPACE,
                                   {"Type": "Performance_Report" if results else "Performance_Plan" if targets else "Strategic_Plan",
                                    "{%s}schemaLocation" % _INSTANCE: "{} {}".format(terms.NAMESPACE, terms.SCHEMA)})
        _add(root, "Name", self._text(document, "", "name"))
        lines = self._lines(document, "", terms.STRATEGY_LINES)
        lines += self._verification_lines()
        if lines:
            _add(root, "OtherInformation", "\n".join(lines))
        core = _add(root, "StrategicPlanCore")
        self._organisation(core)
        for place, name in enumerate(document.get("principles", ())):
            self.carried.add("/principles/{}".format(place))
            _add(_add(core, "Value"), "Name", name)
        self._goals(core)
        self._administration(root)
        return root

    def _all_indicators(self):
        from ..office.entries import indicators
        return [kpi for kpi, _, _ in indicators(self.document)]

    def _organisation(self, core):
        municipality = self.document.get("municipality", {})
        organisation = _add(core, "Organization")
        _add(organisation, "Name", self._text(municipality, "/municipality", "name"))
        _add(organisation, "Identifier", terms.to_identifier("org-" + self._text(municipality, "/municipality", "code")))
        statement = self._text(self.document.get("vision", {}), "/vision", "statement")
        if statement:
            _add(_add(core, "Vision"), "Description", statement)

    def _administration(self, root):
        document, period = self.document, self.document.get("period", {})
        administration = _add(root, "AdministrativeInformation")
        for name, entry, pointer, member in (("StartDate", period, "/period", "start"), ("EndDate", period, "/period", "end"),
                                             ("PublicationDate", document, "", "published_on")):
            value = self._take(entry, pointer, member)
            if value:
                _add(administration, name, value)
        sources = document.get("sources", [])
        if sources and re.match(r"[A-Za-z][\w+.-]*:[^\s<>\"{}|\\^`]+$", sources[0].get("url", "")):
            _add(administration, "Source", self._take(sources[0], "/sources/0", "url"))

    # ---- Goals and measures ----

    def _goals(self, core):
        overall = self.document.get("overall_targets", [])
        if overall or not any(self.document.get(name) for name in terms.LISTS):
            goal = _add(core, "Goal")
            _add(goal, "Name", terms.OVERALL)
            _add(goal, "Description", "")
            _add(goal, "Identifier", terms.to_identifier(terms.OVERALL_ID))
            self._targets(goal, overall, "/overall_targets", terms.OVERALL_ID)
        for name, label in terms.LISTS.items():
            for place, entry in enumerate(self.document.get(name, ())):
                self._goal(core, entry, "/{}/{}".format(name, place), label)
        unplaced = self.document.get("unplaced_projects", ())
        if unplaced:
            goal = _add(core, "Goal")
            _add(goal, "Name", terms.UNPLACED)
            _add(goal, "Description", "")
            _add(goal, "Identifier", terms.to_identifier(terms.UNPLACED_ID))
            for place, entry in enumerate(unplaced):
                self._project(goal, entry, "/unplaced_projects/{}".format(place), None)

    def _goal(self, core, entry, pointer, label):
        goal = _add(core, "Goal")
        _add(goal, "Name", self._text(entry, pointer, "name"))
        _add(goal, "Description", self._text(entry, pointer, "description"))
        _add(goal, "Identifier", terms.to_identifier(self._text(entry, pointer, "id")))
        if entry.get("number"):
            _add(goal, "SequenceIndicator", self._text(entry, pointer, "number"))
        lines = [] if label == terms.LISTS["goals"] else [terms.line(terms.MEMBER_KIND, label)]
        lines += self._lines(entry, pointer, terms.GOAL_LINES)
        for place, direction in enumerate(entry.get("directions", ())):
            at = "{}/directions/{}".format(pointer, place)
            lines.append(terms.line("{}[{}]".format(terms.DIRECTION, self._text(direction, at, "id")), clean(self._text(direction, at, "text"))))
        if lines:
            _add(goal, "OtherInformation", "\n".join(lines))
        self._targets(goal, entry.get("numeric_targets", ()), pointer + "/numeric_targets", entry.get("id", ""))
        for place, measure in enumerate(entry.get("measures", ())):
            self._measure(goal, measure, "{}/measures/{}".format(pointer, place))

    def _targets(self, goal, listed, pointer, id_):
        if not listed:
            return
        objective = _add(goal, "Objective")
        _add(objective, "Name", terms.TARGETS)
        _add(objective, "Identifier", terms.to_identifier(id_ + terms.TARGETS_ID))
        for place, kpi in enumerate(listed):
            self._indicator(objective, kpi, "{}/{}".format(pointer, place))

    def _measure(self, goal, entry, pointer):
        objective = _add(goal, "Objective")
        if entry.get("name"):
            _add(objective, "Name", self._text(entry, pointer, "name"))
        if entry.get("description"):
            _add(objective, "Description", self._text(entry, pointer, "description"))
        _add(objective, "Identifier", terms.to_identifier(self._text(entry, pointer, "id")))
        if entry.get("number"):
            _add(objective, "SequenceIndicator", self._text(entry, pointer, "number"))
        lines = self._lines(entry, pointer, terms.MEASURE_LINES)
        if lines:
            _add(objective, "OtherInformation", "\n".join(lines))
        for place, kpi in enumerate(entry.get("kpis", ())):
            self._indicator(objective, kpi, "{}/kpis/{}".format(pointer, place))
        for place, project in enumerate(entry.get("projects", ())):
            self._project(goal, project, "{}/projects/{}".format(pointer, place), entry.get("id", ""))

    # ---- Projects ----

    def _project(self, goal, entry, pointer, measure):
        objective = _add(goal, "Objective")
        for element, member in (("Name", "name"), ("Description", "description")):
            if entry.get(member):
                _add(objective, element, self._text(entry, pointer, member))
        _add(objective, "Identifier", terms.to_identifier(self._text(entry, pointer, "id")))
        if entry.get("number"):
            _add(objective, "SequenceIndicator", self._text(entry, pointer, "number"))
        for place, name in enumerate(entry.get("departments", ())):
            self.carried.add("{}/departments/{}".format(pointer, place))
            stakeholder = _add(objective, "Stakeholder", StakeholderTypeType="Organization")
            _add(stakeholder, "Name", name)
            role = _add(stakeholder, "Role")
            _add(role, "Name", terms.PERFORMER)
            _add(role, "RoleType", "Performer")
        lines = [terms.line(terms.MEMBER_KIND, terms.PROJECT)] + ([terms.line(terms.OF_MEASURE, measure)] if measure else [])
        _add(objective, "OtherInformation", "\n".join(lines + self._lines(entry, pointer, terms.PROJECT_LINES)))
        if entry.get("budgets"):
            self._budgets(objective, entry, pointer)

    def _budgets(self, objective, entry, pointer):
        """What is put in: the amounts of the years are targets, since a budget is a plan."""
        indicator = _add(objective, "PerformanceIndicator", PerformanceIndicatorType="Quantitative", ValueChainStage="Input")
        _add(indicator, "MeasurementDimension", terms.BUDGET)
        _add(indicator, "UnitOfMeasurement", terms.YEN)
        for place, budget in enumerate(entry["budgets"]):
            at = "{}/budgets/{}".format(pointer, place)
            result = _add(_add(indicator, "MeasurementInstance"), "TargetResult")
            first, last = terms.days_of({"year": budget["fiscal_year"]} if "fiscal_year" in budget else {}, "fiscal")
            for element, day in (("StartDate", first), ("EndDate", last)):
                if day:
                    _add(result, element, day)
            self._take(budget, at, "fiscal_year")
            amount = self._take(budget, at, "amount_yen")
            _add(result, "NumberOfUnits", "" if amount is None else str(amount))
            if budget.get("printed"):
                descriptor = _add(result, "Descriptor")
                _add(descriptor, "DescriptorName", terms.PRINTED)
                _add(descriptor, "DescriptorValue", self._text(budget, at, "printed"))

    # ---- Indicators ----

    def _indicator(self, objective, kpi, pointer):
        attributes = {"PerformanceIndicatorType": "Qualitative" if kpi.get("kind") == "qualitative" else "Quantitative"}
        stage = self._take(kpi, pointer, "stage")
        if stage:
            attributes["ValueChainStage"] = terms.STAGES[stage]
        indicator = _add(objective, "PerformanceIndicator", **attributes)
        _add(indicator, "MeasurementDimension", self._text(kpi, pointer, "name"))
        _add(indicator, "UnitOfMeasurement", self._text(kpi, pointer, "unit"))
        _add(indicator, "Identifier", terms.to_identifier(self._text(kpi, pointer, "id")))
        for place, link in enumerate(kpi.get("contributes_to", ())):
            at = "{}/contributes_to/{}".format(pointer, place)
            relationship = _add(indicator, "Relationship", RelationshipType="Narrower_Than")
            _add(relationship, "ReferentIdentifier", terms.to_identifier(self._text(link, at, "to")))
            if link.get("reason"):
                _add(relationship, "Description", self._text(link, at, "reason"))
        self._instances(indicator, kpi, pointer)
        lines = self._lines(kpi, pointer, terms.KPI_LINES)
        if lines:
            _add(indicator, "OtherInformation", "\n".join(lines))

    def _instances(self, indicator, kpi, pointer):
        """The baseline alone; a target with the result of the same time beside it; the other results alone."""
        kind = kpi.get("year_kind")
        if kpi.get("baseline"):
            self._result(_add(indicator, "MeasurementInstance"), "ActualResult", kpi["baseline"], pointer + "/baseline", kind, terms.BASELINE)
        results = [(entry, "{}/actuals/{}".format(pointer, place)) for place, entry in enumerate(kpi.get("actuals", ()))]
        targets = [(entry, "{}/targets/{}".format(pointer, place), "") for place, entry in enumerate(kpi.get("targets", ()))]
        if kpi.get("target"):
            targets.append((kpi["target"], pointer + "/target", terms.FINAL))
        for entry, at, mark in targets:
            instance = _add(indicator, "MeasurementInstance")
            self._result(instance, "TargetResult", entry, at, kind, mark)
            days = terms.days_of(entry, kind)
            match = next((result for result in results if days[1] and terms.days_of(result[0], kind) == days), None)
            if match:
                results.remove(match)
                self._actual(instance, match, kpi, kind)
        for result in results:
            self._actual(_add(indicator, "MeasurementInstance"), result, kpi, kind)

    def _actual(self, instance, result, kpi, kind):
        entry, pointer = result
        rating = self.ratings.pop((kpi.get("id"), entry.get("year")), None)
        self._result(instance, "ActualResult", entry, pointer, kind, "", rating)

    def _result(self, instance, name, entry, pointer, kind, mark, rating=None):
        result = _add(instance, name)
        first, last = terms.days_of(entry, kind)
        for element, day in (("StartDate", first), ("EndDate", last)):
            if day:
                _add(result, element, day)
        for member in ("day",) if "day" in entry else ("year", "from_year"):
            self._take(entry, pointer, member)
        value = entry.get("value")
        _add(result, "NumberOfUnits", "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value))
        if "value" in entry:
            self.carried.add(pointer + "/value")
        described = self._descriptor(entry, pointer, rating)
        if described:
            descriptor = _add(result, "Descriptor")
            _add(descriptor, "DescriptorName", described[0])
            _add(descriptor, "DescriptorValue", described[1])
        text = self._text(entry, pointer, "note")
        if text and name == "TargetResult":
            text = "{}：{}".format(terms.REMARK, text)
        if mark or text:
            _add(result, "Description", "：".join(part for part in (mark, text) if part))

    def _descriptor(self, entry, pointer, rating):
        """The one descriptor that a result can have: the rating, else what qualifies the figure."""
        if rating:
            self.carried.update(rating[1])
            return terms.RATING, rating[0]
        for member, name in (("text", terms.WORDS), ("unknown", terms.UNKNOWN), ("basis", terms.BASIS), ("bound", terms.BOUND)):
            value = self._take(entry, pointer, member)
            if value:
                return name, value
        if entry.get("provisional") is True:
            self._take(entry, pointer, "provisional")
            return terms.PROVISIONAL, "true"
        for member, name in (("printed", terms.PRINTED), ("printed_period", terms.PRINTED_PERIOD)):
            value = self._take(entry, pointer, member)
            if value:
                return name, value
        return None

    # ---- Ratings ----

    def _ratings(self):
        """{(kpi id, fiscal year): (rating, pointers)} of the verifications."""
        found = {}
        for place, verification in enumerate(self.document.get("verifications", ())):
            for number, result in enumerate(verification.get("results", ())):
                at = "/verifications/{}/results/{}".format(place, number)
                if result.get("rating") and "fiscal_year" in verification:
                    found.setdefault((result.get("subject"), verification["fiscal_year"]), (result["rating"], {at + "/subject", at + "/rating"}))
        return found

    def _verification_lines(self):
        lines, seen = [], set()
        for place, verification in enumerate(self.document.get("verifications", ())):
            pointer = "/verifications/{}".format(place)
            if "fiscal_year" in verification and verification["fiscal_year"] not in seen:
                seen.add(verification["fiscal_year"])
                year = self._take(verification, pointer, "fiscal_year")
                lines.append(terms.line("{}[{}]".format(terms.VERIFICATION, year), self._text(verification, pointer, "id")))
        return lines

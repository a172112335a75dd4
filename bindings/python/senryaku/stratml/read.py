"""StratML as strategies, leniently: whatever can be understood is read, and each repair is listed."""
import re
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree

from .. import read_printed
from ..office.repairs import Refused, RepairList
from . import terms

MOST_BYTES = 16 * 1024 * 1024
MOST_ELEMENTS = 200000

# The order of the children by the schema of Part 2; Part 1 has the same for what it has.
_ORDER = {
    "PerformancePlanOrReport": "Name Description OtherInformation StrategicPlanCore AdministrativeInformation Submitter",
    "StrategicPlan": "Name Description OtherInformation StrategicPlanCore AdministrativeInformation Submitter",
    "StrategicPlanCore": "Organization Vision Mission Value Goal",
    "Organization": "Name Acronym Identifier Description Stakeholder",
    "Vision": "Description Identifier", "Mission": "Description Identifier", "Value": "Name Description",
    "Goal": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation Objective",
    "Objective": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation PerformanceIndicator",
    "Stakeholder": "Name Description Role", "Role": "Name Description RoleType",
    "PerformanceIndicator": "SequenceIndicator MeasurementDimension UnitOfMeasurement Identifier Relationship MeasurementInstance OtherInformation",
    "Relationship": "Identifier ReferentIdentifier Name Description",
    "MeasurementInstance": "TargetResult ActualResult Place",
    "TargetResult": "StartDate EndDate NumberOfUnits Descriptor Description",
    "ActualResult": "StartDate EndDate NumberOfUnits Descriptor Description",
    "Descriptor": "DescriptorName DescriptorValue", "Place": "Name PlaceIdentifier",
    "AdministrativeInformation": "Identifier StartDate EndDate PublicationDate Source",
    "Submitter": "Identifier GivenName Surname PhoneNumber EmailAddress",
}
_RENAMED = {"FirstName": "GivenName", "LastName": "Surname"}
_NAMESPACES = (terms.NAMESPACE, "urn:ISO:std:iso:17469:tech:xsd:stratml_core", "http://www.stratml.net/PerformancePlanOrReport", "")
_STAGES = dict({xml: stage for stage, xml in terms.STAGES.items()}, Output_Processing="output", Input_Processing="input")
_ENUMS = {
    "project/status": ("new", "expanded", "continued", "improved", "reduced", "ended"),
    "municipality/kind": ("prefecture", "designated-city", "core-city", "city", "special-ward", "town", "village"),
    "aim": ("increase", "decrease", "maintain", "at-least", "at-most"),
    "kind": ("point", "cumulative", "average", "change-rate", "rank", "qualitative"),
    "year_kind": ("calendar", "fiscal", "day", "school"), "beneficiary": ("residents", "businesses", "related-population", "other"),
    "status": ("drafting", "adopted", "revised", "ended"),
    "type": ("work", "flow", "family", "place", "cross", "other"),
}


def read(data, municipality=None, file=""):
    """(document, RepairList) of StratML (bytes or text), Part 2 or Part 1.

    ``municipality``: {"code", "name", …} of the town, for documents that do not name it. Raises Refused for what is no
    StratML, too large, or defines entities.
    """
    root = _parsed(data.encode("utf-8") if isinstance(data, str) else data)
    reader = _Reader(root, file)
    return reader.document(municipality), reader.repairs


def _parsed(data):
    if len(data) > MOST_BYTES:
        raise Refused("ファイルが大きすぎます（上限 {:,} バイト）".format(MOST_BYTES), "too large (at most {:,} bytes)".format(MOST_BYTES))
    plain = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused("XMLの実体定義が入っています", "defines XML entities")
    parser = ElementTree.XMLPullParser(("start",))
    root, count = None, 0
    try:
        for place in range(0, len(data), 1 << 16):
            parser.feed(data[place:place + (1 << 16)])
            for _, element in parser.read_events():
                root = element if root is None else root
                count += 1
            if count > MOST_ELEMENTS:
                raise Refused("要素が多すぎます（上限 {:,}）".format(MOST_ELEMENTS), "too many elements (at most {:,})".format(MOST_ELEMENTS))
        parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        line, column = getattr(error, "position", (1, 0))
        raise Refused("XMLとして読めません（{} 行 {} 列）".format(line, column + 1),
                      "not well-formed XML (line {}, column {})".format(line, column + 1)) from None
    if root is None or _local(root) not in ("PerformancePlanOrReport", "StrategicPlan"):
        raise Refused("StratML ではありません", "not StratML")
    return root


def _local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _text(element):
    """The text of an element; of several paragraphs inside it, all of them."""
    return "" if element is None else "".join(element.itertext()).strip()


class _Reader:
    def __init__(self, root, file):
        self.file, self.repairs, self.root = file, RepairList(), root
        self.ids = set()
        self.ratings = {}
        self._look_at(root)

    def note(self, code, element, **values):
        name = _text(self.child(element, "Name")) or _text(self.child(element, "MeasurementDimension"))
        self.repairs.add(code, self.file, _local(element), name[:40], **values)

    # ---- What breaks the schema ----

    def _look_at(self, root):
        namespace = root.tag[1:].split("}")[0] if root.tag.startswith("{") else ""
        if namespace not in _NAMESPACES[:2]:
            self.note("stratml.namespace", root, found=namespace or "－")
        for element in root.iter():
            order = _ORDER.get(_local(element), "").split()
            names = [_local(child) for child in element]
            for name in names:
                if name and name not in order:
                    code = "stratml.renamed" if name in _RENAMED else "stratml.element-unknown"
                    self.note(code, element, found=name, read=_RENAMED.get(name, ""), parent=_local(element))
            places = [order.index(name) for name in names if name in order]
            if places != sorted(places):
                late = next(name for name, one, next_ in zip([n for n in names if n in order], places, places[1:]) if one > next_)
                self.note("stratml.order", element, found=late, parent=_local(element))

    # ---- Small parts ----

    @staticmethod
    def children(element, name):
        return [child for child in element if _local(child) == name]

    def child(self, element, name):
        return next(iter(self.children(element, name)), None)

    def text(self, element, name):
        return _text(self.child(element, name)) if element is not None else ""

    def _id(self, element, spare):
        """A unique id; spare when there is none."""
        text = self.text(element, "Identifier")
        if not text:
            self.note("stratml.id-missing", element, read=spare)
        elif not re.match(r"[^\W\d]|_", text):
            self.note("stratml.id-digit", element, found=text)
        id_ = terms.from_identifier(text) or spare
        if id_ in self.ids:
            number = next(i for i in range(2, len(self.ids) + 3) if "{}-{}".format(id_, i) not in self.ids)
            self.note("stratml.id-twice", element, found=id_, read="{}-{}".format(id_, number))
            id_ = "{}-{}".format(id_, number)
        self.ids.add(id_)
        return id_

    def _day(self, element, name):
        text = self.text(element, name)
        if not text:
            return ""
        match = re.match(r"\d{4}-\d\d-\d\d(?=$|T|Z|[+-]\d\d:\d\d$)", text)
        answer, = read_printed([{"period": match.group(0) if match else text}])
        period = answer.get("period")
        if period is None or period.get("unit") != "day" or period["is_range"]:
            self.note("stratml.date-bad", element, found=text)
            return ""
        if not match or match.group(0) != text:
            self.note("stratml.date-form", element, found=text, read=period["first"])
        return period["first"]

    def _labelled(self, element, known, into, kind=""):
        """Puts the labelled lines of OtherInformation where they belong; returns the other lines."""
        labels = {label: path for path, label in known}
        found, others = terms.lines_in(self.text(element, "OtherInformation"), labels)
        for label, text in found.items():
            path = labels[label]
            if text not in _ENUMS.get(kind + "/".join(path), (text,)):
                others.append("{}: {}".format(label, text))
                continue
            inner = into
            for step in path[:-1]:
                inner = inner.setdefault(step, {})
            value = terms.line_value(path[-1], text) if text else None
            if value is not None:
                inner[path[-1]] = value
            elif text:
                others.append("{}: {}".format(label, text))
        return others

    def _not_carried(self, element, *names):
        for name in names:
            if any(_text(child) for child in self.children(element, name)):
                self.note("stratml.not-carried", element, found=name)

    @staticmethod
    def _remark(entry, lines):
        if lines:
            entry["note"] = "\n".join(([entry["note"]] if "note" in entry else []) + lines)

    # ---- Strategy ----

    def document(self, municipality):
        document = {"format": "senryaku.strategy/1", "municipality": {}, "name": self.text(self.root, "Name") or "（名称なし）", "period": {}}
        core = self.child(self.root, "StrategicPlanCore")
        lines = self._labelled(self.root, terms.STRATEGY_LINES, document)
        verifications = [re.fullmatch(r"{}\[(\d+)\]: (.*)".format(terms.VERIFICATION), line) for line in lines]
        names = {int(match.group(1)): match.group(2) for match in verifications if match}
        lines = [line for line, match in zip(lines, verifications) if not match]
        if self.text(self.root, "Description"):
            lines.insert(0, self.text(self.root, "Description"))
        self._organisation(document, core, municipality)
        vision = self.text(self.child(core, "Vision"), "Description") if core is not None else ""
        if vision:
            document.setdefault("vision", {})["statement"] = vision
        values = [self.text(value, "Name") or self.text(value, "Description") for value in self._in(core, "Value")]
        if any(values):
            document["principles"] = [value for value in values if value]
        document["goals"] = []
        for number, goal in enumerate(self._in(core, "Goal"), 1):
            self._goal(document, goal, number)
        self._verifications(document, names)
        self._administration(document)
        self._remark(document, lines)
        if core is not None:
            self._not_carried(core, "Mission")
        self._not_carried(self.root, "Submitter")
        return document

    def _in(self, core, name):
        return self.children(core, name) if core is not None else []

    def _organisation(self, document, core, given):
        organisations = self._in(core, "Organization")
        town = document["municipality"]
        if organisations:
            name = self.text(organisations[0], "Name")
            if name:
                town["name"] = name
            code = re.fullmatch(r"org-(\d{6})", terms.from_identifier(self.text(organisations[0], "Identifier")))
            if code:
                town["code"] = code.group(1)
            self._not_carried(organisations[0], "Stakeholder", "Description")
        for further in organisations[1:]:
            self.note("stratml.not-carried", further, found="Organization")
        town.update(given or {})
        if "code" not in town:
            self.note("stratml.municipality-missing", self.root, found=town.get("name", "－"))

    def _administration(self, document):
        administration = self.child(self.root, "AdministrativeInformation")
        if administration is None:
            return
        for name, entry, member in (("StartDate", document["period"], "start"), ("EndDate", document["period"], "end"),
                                    ("PublicationDate", document, "published_on")):
            day = self._day(administration, name)
            if day:
                entry[member] = day
        source = self.text(administration, "Source")
        if source:
            document["sources"] = [{"url": source}]

    # ---- Goals and measures ----

    def _goal(self, document, element, number):
        if self.text(element, "Name") == terms.OVERALL and self.text(element, "Identifier") == terms.to_identifier(terms.OVERALL_ID):
            listed = [kpi for objective in self.children(element, "Objective") for kpi in self._indicators(objective, "overall")]
            if listed:
                document["overall_targets"] = listed
            return
        if self.text(element, "Name") == terms.UNPLACED and self.text(element, "Identifier") == terms.to_identifier(terms.UNPLACED_ID):
            for place, objective in enumerate(self.children(element, "Objective"), 1):
                document.setdefault("unplaced_projects", []).append(self._project(objective, "p{}".format(place))[0])
            return
        goal = {"id": self._id(element, "g{}".format(number)), "name": self.text(element, "Name") or "（名称なし）"}
        for name, member in (("Description", "description"), ("SequenceIndicator", "number")):
            if self.text(element, name):
                goal[member] = self.text(element, name)
        lines = self._labelled(element, terms.GOAL_LINES, goal)
        listed, others = "goals", []
        for line in lines:
            direction = re.fullmatch(r"{}\[([^\]]+)\]: (.+)".format(terms.DIRECTION), line)
            kind = next((name for name, label in terms.LISTS.items() if line == terms.line(terms.MEMBER_KIND, label)), None)
            if direction:
                text = terms.lines_in("x: " + direction.group(2), ("x",))[0]["x"]
                goal.setdefault("directions", []).append({"id": direction.group(1), "text": text})
            elif kind:
                listed = kind
            else:
                others.append(line)
        self._remark(goal, others)
        self._not_carried(element, "Stakeholder")
        for place, objective in enumerate(self.children(element, "Objective"), 1):
            if self._is_project(objective):
                self._place(document, goal, objective, place)
            else:
                self._objective(goal, objective, place)
        document.setdefault(listed, []).append(goal)

    def _objective(self, goal, element, number):
        if self.text(element, "Name") == terms.TARGETS and self.text(element, "Identifier").endswith(terms.TARGETS_ID):
            goal.setdefault("numeric_targets", []).extend(self._indicators(element, goal["id"] + "-t"))
            return
        measure = {"id": self._id(element, "{}-m{}".format(goal["id"], number))}
        name = self.text(element, "Name") or self.text(element, "Description")
        if name:
            measure["name"] = name
        for child, member in (("Description", "description"), ("SequenceIndicator", "number")):
            if self.text(element, child) and self.text(element, "Name"):
                measure[member] = self.text(element, child)
        self._remark(measure, self._labelled(element, terms.MEASURE_LINES, measure))
        self._not_carried(element, "Stakeholder")
        kpis = self._indicators(element, measure["id"] + "-k")
        if kpis:
            measure["kpis"] = kpis
        goal.setdefault("measures", []).append(measure)

    # ---- Projects: objectives that say they are one ----

    def _is_project(self, element):
        return terms.line(terms.MEMBER_KIND, terms.PROJECT) in self.text(element, "OtherInformation").splitlines()

    def _place(self, document, goal, element, number):
        """A project to its measure; to those without one when its measure is not there."""
        project, of_measure = self._project(element, "{}-p{}".format(goal["id"], number))
        measure = next((entry for entry in goal.get("measures", ()) if entry["id"] == of_measure), None)
        if measure is None:
            self.note("stratml.measure-missing", element, found=of_measure or "－")
            document.setdefault("unplaced_projects", []).append(project)
        else:
            measure.setdefault("projects", []).append(project)

    def _project(self, element, spare):
        """(project, id of its measure)."""
        project = {"id": self._id(element, spare), "name": self.text(element, "Name") or "（名称なし）"}
        for child, member in (("Description", "description"), ("SequenceIndicator", "number")):
            if self.text(element, child):
                project[member] = self.text(element, child)
        others = self._labelled(element, terms.PROJECT_LINES, project, "project/")
        kept = terms.line(terms.MEMBER_KIND, terms.PROJECT)
        of_measure = terms.lines_in("\n".join(others), (terms.OF_MEASURE,))[0].get(terms.OF_MEASURE)
        self._remark(project, [text for text in others if text != kept and not text.startswith(terms.OF_MEASURE + ": ")])
        departments = [self.text(child, "Name") for child in self.children(element, "Stakeholder")]
        if departments:
            project["departments"] = departments
        for indicator in self.children(element, "PerformanceIndicator"):
            if self.text(indicator, "MeasurementDimension") == terms.BUDGET and self.text(indicator, "UnitOfMeasurement") == terms.YEN:
                project["budgets"] = self._budgets(indicator)
            else:
                self.note("stratml.not-carried", element, found="PerformanceIndicator")
        return project, of_measure

    def _budgets(self, indicator):
        budgets = []
        for instance in self.children(indicator, "MeasurementInstance"):
            for result in self.children(instance, "TargetResult"):
                entry, _, described = self._result(result)
                budget = {}
                if entry and "year" in entry:
                    budget["fiscal_year"] = entry["year"]
                if entry and entry["value"] is not None and entry["value"] == int(entry["value"]):
                    budget["amount_yen"] = int(entry["value"])
                if described[0] == terms.PRINTED:
                    budget["printed"] = described[1]
                budgets.append(budget)
        return budgets

    # ---- Indicators ----

    def _indicators(self, objective, prefix):
        return [self._indicator(element, "{}{}".format(prefix, number))
                for number, element in enumerate(self.children(objective, "PerformanceIndicator"), 1)]

    def _indicator(self, element, spare):
        kpi = {"id": self._id(element, spare), "name": self.text(element, "MeasurementDimension")}
        if not kpi["name"]:
            kpi["name"] = "（名称なし）"
            self.note("stratml.name-missing", element)
        if self.text(element, "UnitOfMeasurement"):
            kpi["unit"] = self.text(element, "UnitOfMeasurement")
        stage = element.get("ValueChainStage")
        if stage in _STAGES:
            kpi["stage"] = _STAGES[stage]
        others = self._labelled(element, terms.KPI_LINES, kpi)
        if element.get("IndicatorType"):
            self.note("stratml.renamed", element, found="IndicatorType", read="PerformanceIndicatorType")
        if "Qualitative" in (element.get("PerformanceIndicatorType"), element.get("IndicatorType")):
            kpi.setdefault("kind", "qualitative")
        self._remark(kpi, others)
        self._relations(kpi, element)
        targets, actuals = [], []
        for instance in self.children(element, "MeasurementInstance"):
            self._not_carried(instance, "Place")
            for result in self.children(instance, "TargetResult"):
                self._target(kpi, targets, result)
            for result in self.children(instance, "ActualResult"):
                self._actual(kpi, actuals, result)
        if targets:
            kpi["targets"] = targets
        if actuals:
            kpi["actuals"] = sorted(actuals, key=lambda entry: entry.get("day") or "{:04d}-13".format(entry.get("year", 9999)))
        return kpi

    def _relations(self, kpi, element):
        for relation in self.children(element, "Relationship"):
            referents = [_text(child) for child in self.children(relation, "ReferentIdentifier") if _text(child)]
            if relation.get("RelationshipType") == "Narrower_Than" and referents:
                for referent in referents:
                    link = {"to": terms.from_identifier(referent)}
                    if self.text(relation, "Description"):
                        link["reason"] = self.text(relation, "Description")
                    kpi.setdefault("contributes_to", []).append(link)
            elif referents or self.text(relation, "Name"):
                self.note("stratml.not-carried", element, found="Relationship")

    def _target(self, kpi, targets, result):
        entry, text, described = self._result(result)
        if entry is None:
            return
        final = text == terms.FINAL or text.startswith(terms.FINAL + "：")
        text = text[len(terms.FINAL):].lstrip("：") if final else text
        if text:
            own = text.startswith(terms.REMARK + "：")
            text = text[len(terms.REMARK) + 1:] if own else text
            entry["text" if entry["value"] is None and not own else "note"] = text
        for name, member in ((terms.WORDS, "text"), (terms.UNKNOWN, "unknown"), (terms.BASIS, "basis"), (terms.BOUND, "bound"),
                             (terms.PRINTED, "printed"), (terms.PRINTED_PERIOD, "printed_period")):
            if described[0] == name:
                entry[member] = described[1]
        if final:
            kpi["target"] = entry
        else:
            targets.append(entry)

    def _actual(self, kpi, actuals, result):
        entry, text, described = self._result(result)
        if entry is None:
            return
        base = text == terms.BASELINE or text.startswith(terms.BASELINE + "：")
        text = text[len(terms.BASELINE):].lstrip("：") if base else text
        if text:
            entry["note"] = text
        if described[0] == terms.UNKNOWN:
            entry["unknown"] = described[1]
        elif described[0] == terms.PROVISIONAL:
            entry["provisional"] = True
        elif described[0] in (terms.PRINTED, terms.PRINTED_PERIOD):
            entry["printed" if described[0] == terms.PRINTED else "printed_period"] = described[1]
        elif described[0] == terms.RATING and "year" in entry:
            self.ratings.setdefault(entry["year"], []).append({"subject": kpi["id"], "rating": described[1]})
        elif described[1]:
            self.note("stratml.not-carried", result, found="Descriptor")
        if base:
            kpi["baseline"] = entry
        else:
            actuals.append(entry)

    def _result(self, result):
        """(observation or target, description, (descriptor's name, value)); None for one that says nothing."""
        first, last = self._day(result, "StartDate"), self._day(result, "EndDate")
        number, text = self.text(result, "NumberOfUnits"), self.text(result, "Description")
        descriptor = self.child(result, "Descriptor")
        described = (self.text(descriptor, "DescriptorName"), self.text(descriptor, "DescriptorValue"))
        value = self._number(result, number)
        if not (first or last or number or text or described[1]):
            return None, "", ("", "")
        return dict(terms.period_of(first, last), value=value), text, described

    def _number(self, result, text):
        if not text:
            return None
        if re.fullmatch(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", text):
            return self._fitting(result, text)
        answer, = read_printed([{"number": text}])
        read = answer.get("number") or {}
        try:
            value = Decimal(text) if re.fullmatch(r"[+-]?[\d.]+[eE][+-]?\d{1,2}", text) else read.get("value")
        except InvalidOperation:
            value = None
        if value is None:
            self.note("stratml.number-bad", result, found=text)
            return None
        self.note("stratml.number-form", result, found=text, read=format(Decimal(value), "f"))
        return self._fitting(result, format(Decimal(value), "f"))

    def _fitting(self, result, text):
        """The figure, unless it has more digits than a strategy keeps exactly (18, of them 9 decimals)."""
        whole, _, decimals = text.lstrip("+-").partition(".")
        if len(whole.lstrip("0") + decimals) > 18 or len(decimals) > 9:
            self.note("stratml.number-bad", result, found=text)
            return None
        return _exact(text)

    def _verifications(self, document, names):
        if names or self.ratings:
            document["verifications"] = []
        for year in sorted(set(names) | set(self.ratings)):
            entry = {"id": names.get(year) or "v-{}".format(year), "fiscal_year": year}
            if year in self.ratings:
                entry["results"] = self.ratings[year]
            document["verifications"].append(entry)


def _exact(text):
    """A figure as the JSON reader would give it: int, or Decimal with the decimals that stand there."""
    text = text.lstrip("+")
    value = Decimal(text)
    return value if "." in text and not text.endswith(".") else int(value)

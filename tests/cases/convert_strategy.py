"""Converts the plain shape, in which published strategies were collected, to a senryaku.strategy/1 document.

    python3 tests/cases/convert_strategy.py PLAIN.json [OUT.json]

Every leaf of the plain file is placed in the document or listed as unplaced with its pointer; nothing is guessed: a
period in words stays in ``printed_period``, and only years that are written out are read.
"""
import json
import re
import sys

FRAMEWORKS = {"machi-hito-shigoto-2015": "mhs-1", "machi-hito-shigoto-2020": "mhs-2",
              "digital-garden-city-2023": "digital", "chihou-2025": "chihou-2025"}
AIMS = {"up": "increase", "down": "decrease", "keep": "maintain", "at_least": "at-least", "at_most": "at-most"}
BOUNDS = {"at_least": "at-least", "at_most": "at-most", "less_than": "less-than", "more_than": "more-than",
          "about": "about"}
STATUS = {"新": "new", "新規": "new", "拡": "expanded", "拡大": "expanded", "拡充": "expanded", "継": "continued",
          "継続": "continued", "縮小": "reduced", "終了": "ended", "改善": "improved"}
ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925}
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
GOAL_TYPES = ("work", "flow", "family", "place", "cross", "other")


class Plain:
    """One object of the plain file. Remembers which leaves were taken."""

    def __init__(self, value, pointer="", taken=None):
        self.value, self.pointer = value, pointer
        self.taken = set() if taken is None else taken

    def _child(self, key):
        return "{}/{}".format(self.pointer, key)

    def take(self, key, default=None):
        """The value under ``key`` whole, with everything in it."""
        if not isinstance(self.value, dict) or key not in self.value:
            return default
        self._mark(self._child(key), self.value[key])
        return self.value[key]

    def _mark(self, pointer, value):
        if isinstance(value, dict):
            for key, entry in value.items():
                self._mark("{}/{}".format(pointer, key), entry)
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                self._mark("{}/{}".format(pointer, index), entry)
        else:
            self.taken.add(pointer)

    def peek(self, key):
        return self.value.get(key) if isinstance(self.value, dict) else None

    def child(self, key):
        """The object under ``key``, or None; a null is taken."""
        entry = self.peek(key)
        if isinstance(entry, dict):
            return Plain(entry, self._child(key), self.taken)
        if entry is None:
            self.take(key)
        return None

    def children(self, key):
        entry = self.peek(key)
        if not isinstance(entry, list):
            return []
        return [Plain(item, "{}/{}".format(self._child(key), i), self.taken) for i, item in enumerate(entry)]

    def leaves(self):
        """Pointers of all leaves with something in them."""
        found = []

        def walk(pointer, value):
            if isinstance(value, dict):
                for key, entry in value.items():
                    walk("{}/{}".format(pointer, key), entry)
            elif isinstance(value, list):
                for index, entry in enumerate(value):
                    walk("{}/{}".format(pointer, index), entry)
            elif value is not None and value != "":
                found.append((pointer, value))
        walk(self.pointer, self.value)
        return found


def year_of(text):
    """The western year that ``text`` writes out, or None."""
    text = text.translate(WIDE_DIGITS)
    match = re.search(r"(?:19|20)\d\d", text)
    if match:
        return int(match.group())
    match = re.search(r"(R|H|S|令和|平成|昭和)\s*(元|\d{1,2})", text)
    if not match:
        return None
    return ERAS[match.group(1)] + (1 if match.group(2) == "元" else int(match.group(2)))


def period_members(text):
    """Years and the printed form of a period such as H26, 2021~2026年度累計, 最終."""
    if not text:
        return {}
    members = {}
    match = re.match(r"\s*(.+?)\s*[~〜～\-–]\s*(.+)$", text)
    years = [year_of(part) for part in match.groups()] if match else []
    if match and all(years):
        members["from_year"], members["year"] = years
    elif not match and year_of(text):
        members["year"] = year_of(text)
    members["printed_period"] = text
    return members


def year_kind_of(texts):
    """年度 or 年 where every period that names one names the same."""
    kinds = set()
    for text in texts:
        if re.search(r"年\(度\)", text):
            return None
        if "年度" in text:
            kinds.add("fiscal")
        elif re.search(r"年", text) and not re.search(r"年(間|後|平均|累計)", text):
            kinds.add("calendar")
    return kinds.pop() if len(kinds) == 1 else None


def joined(*texts):
    return " / ".join(str(text) for text in texts if text)


class Converter:
    def __init__(self, plain):
        self.plain = Plain(plain)
        self.used_ids = {}

    def new_id(self, base):
        count = self.used_ids[base] = self.used_ids.get(base, 0) + 1
        return base if count == 1 else "{}-{}".format(base, count)

    def run(self):
        plain = self.plain
        document = {"format": "senryaku.strategy/1", "municipality": self.municipality(plain.child("municipality") or Plain({}))}
        self.strategy(plain, plain.child("strategy") or Plain({}, "/strategy", plain.taken), document)
        targets = [self.kpi(entry, "overall-t{}".format(i)) for i, entry in enumerate(plain.children("overall_targets"), 1)]
        document["overall_targets"] = targets
        document["goals"] = []
        for index, entry in enumerate(plain.children("goals"), 1):
            goal = self.goal(entry, index)
            crosscut = goal.get("type") == "cross" or goal.get("number") == "横断"
            document.setdefault("cross_cutting_goals", []) if crosscut else None
            document["cross_cutting_goals" if crosscut else "goals"].append(goal)
        self.loose_projects(plain, document)
        document["sources"] = [{"url": url} for url in plain.take("urls", [])]
        self.notes(plain, document)
        return clean(document)

    def municipality(self, plain):
        records = plain.children("population")
        self.population = [self.population_record(entry) for entry in records]
        name = plain.take("name", "")
        kinds = {"町": "town", "村": "village", "市": "city"}
        return {"code": plain.take("code6"), "name": name, "kana": plain.take("kana"), "prefecture": plain.take("prefecture"),
                "county": plain.take("district"), "kind": kinds.get(name[-1:]), "office_address": plain.take("hall_address"),
                "formation": plain.take("formation"), "area_km2": plain.take("area_km2"),
                "designations": plain.take("designations"), "catchphrase": plain.take("catchphrase")}

    def population_record(self, plain):
        record = {key: plain.take(key) for key in ("source", "year", "total", "under_15", "over_65", "households", "note")}
        record["day"] = plain.take("date")
        return record

    def strategy(self, plain, strategy, document):
        document["name"] = strategy.take("title", "") or (document["municipality"].get("name") or "") + "の地方版総合戦略"
        document["framework"] = FRAMEWORKS.get(strategy.peek("national_framework"), "other")
        strategy.take("national_framework")
        document["printed_adoption"] = strategy.take("adopted")
        self.period(strategy.child("period"), document)
        vision = {"statement": strategy.take("vision"), "catchphrase": strategy.take("catch")}
        merged, upper = strategy.take("integrated_with_comprehensive_plan"), strategy.take("upper_plan")
        if merged is not None or upper:
            relation = None if merged is None else ("merged" if merged else "separate")
            vision["comprehensive_plan"] = {"name": upper, "relation": relation}
        document["vision"] = vision
        document["priority_fields"] = (strategy.take("priority_issues") or []) + (strategy.take("priority_measures") or [])
        population = {"name": strategy.take("population_vision"),
                      "records": [self.population_record(entry) for entry in plain.children("population")] + self.population}
        goal = strategy.child("population_goal")
        if goal:
            population["targets"] = [{"year": goal.take("year"), "total": goal.take("total"), "note": goal.take("note")}]
        document["population_vision"] = population
        bodies = strategy.child("bodies")
        if bodies:
            document["procedure"] = {"committees": [{"name": bodies.take(key), "note": key} for key in list(bodies.value)]}
        texts = ["bound_with", "main_target_group", "review", "structure"]
        principles = strategy.take("policy_principles") or []
        document["note"] = joined(*[strategy.take(key) for key in texts], "・".join(principles))

    def period(self, plain, document):
        period = document["period"] = {}
        if plain is None:
            return
        start, end, extended = plain.take("start_fy"), plain.take("end_fy"), plain.take("extended_to_fy")
        period["start"] = "{}-04-01".format(start) if start else None
        period["end"] = "{}-03-31".format(end + 1) if end else None
        period["printed"] = plain.take("wareki")
        rule = plain.take("extension_rule")
        if extended:
            document["revisions"] = [{"id": "extension-1", "kind": "extension", "extended_to": "{}-03-31".format(extended + 1),
                                      "rule": rule}]

    def goal(self, plain, index):
        number = plain.take("no")
        goal_id = self.new_id("g{}".format(index))
        kind = plain.take("type")
        goal = {"id": goal_id, "type": kind if kind in GOAL_TYPES else None, "number": None if number is None else str(number),
                "name": plain.take("name") or "（名称不明）", "note": self.remark(plain)}
        goal["numeric_targets"] = [self.kpi(entry, "{}-t{}".format(goal_id, i))
                                   for i, entry in enumerate(plain.children("numeric_targets"), 1)]
        goal["directions"] = [{"id": "{}-d{}".format(goal_id, i), "text": text}
                              for i, text in enumerate(plain.take("directions") or [], 1)]
        goal["measures"] = [self.measure(entry, goal_id, i) for i, entry in enumerate(plain.children("measures"), 1)]
        return goal

    def measure(self, plain, goal_id, index):
        measure_id = self.new_id("{}-m{}".format(goal_id, index))
        number = plain.take("no")
        measure = {"id": measure_id, "name": plain.take("name"), "number": None if number is None else str(number),
                   "note": self.remark(plain)}
        measure["kpis"] = [self.kpi(entry, "{}-k{}".format(measure_id, i)) for i, entry in enumerate(plain.children("kpis"), 1)]
        measure["projects"] = [self.project(entry, "{}-p{}".format(measure_id, i))
                               for i, entry in enumerate(plain.children("projects"), 1)]
        evaluation = plain.child("evaluation")
        if evaluation:
            self.evaluations = getattr(self, "evaluations", []) + [self.evaluation(evaluation, measure_id)]
        return measure

    def evaluation(self, plain, subject):
        second = plain.child("second")
        opinions = [{"by": "第2次", "text": plain.take("comment")}] if plain.peek("comment") else []
        if second:
            votes = "有効 {} / 有効とは言えない {}".format(second.take("effective"), second.take("not_effective"))
            opinions.append({"by": "投票", "text": votes})
        return {"subject": subject, "rating": plain.take("first"), "opinions": opinions}

    def kpi(self, plain, new_id):
        periods = [entry["period"] for entry in self.figures_of(plain.value) if entry.get("period")]
        kpi = {"id": self.new_id(new_id), "name": plain.take("name") or "（名称不明）", "definition": plain.take("definition"),
               "unit": plain.take("unit"), "stage": plain.take("level"), "aim": AIMS.get(plain.take("desired_direction")),
               "year_kind": year_kind_of(periods)}
        target = plain.child("target")
        kpi["kind"] = self.kind(plain, target)
        baseline = plain.child("baseline")
        kpi["baseline"] = self.observation(baseline) if baseline else None
        kpi["targets"] = [self.target(entry) for entry in plain.children("interim_targets")]
        years = plain.take("target_years") or []
        kpi["targets"] += [{"year": year_of(text), "value": None, "unknown": "not-set", "printed_period": text} for text in years]
        kpi["target"] = self.target(target) if target else None
        change = plain.take("unit_mismatch")
        units = [part.strip() for part in (change or "").split("→")]
        if kpi["target"] and len(units) == 2 and units[0] == kpi["unit"]:
            kpi["target"]["unit"] = units[1]
        kpi["actuals"] = [self.observation(entry) for entry in plain.children("actuals")]
        measurement = {"method": plain.take("measurement"), "source": plain.take("data_source")}
        kpi["measurement"] = measurement
        kpi["printed_result"] = plain.take("result")
        kpi["note"] = joined(self.remark(plain), plain.take("rationale"), plain.take("result_note"), plain.take("mark"),
                             change, plain.take("duplicate_of"))
        return kpi

    @staticmethod
    def figures_of(value):
        for key in ("baseline", "target", "actuals", "interim_targets"):
            entry = value.get(key)
            for figure in entry if isinstance(entry, list) else [entry]:
                if isinstance(figure, dict):
                    yield figure

    @staticmethod
    def kind(plain, target):
        if plain.take("qualitative"):
            return "qualitative"
        kind = target.peek("kind") if target else None
        return kind if kind in ("cumulative", "average", "rank") else None

    def observation(self, plain):
        value, note = plain.take("value"), plain.take("note")
        observation = dict(period_members(plain.take("period")), value=value)
        if value is None and note in ("-", "―", "−", "–", "ー"):
            observation["unknown"], observation["printed"] = "not-applicable", note
        else:
            observation["note"] = joined(note, plain.take("kind"))
        return observation

    def target(self, plain):
        kind = plain.take("kind")
        target = dict(period_members(plain.take("period")), value=plain.take("value"), note=plain.take("note"))
        target["basis"] = {"change_rate": "change-rate", "cumulative": "total", "increment": "increment"}.get(kind)
        target["bound"] = BOUNDS.get(plain.take("bound"))
        printed = re.match(r"as printed:\s*(.+)$", target["note"] or "")
        if printed:
            target["printed"], target["note"] = printed.group(1), None
        if kind in ("maintain", "increase", "decrease"):
            target["text"] = {"maintain": "維持", "increase": "増加", "decrease": "減少"}[kind]
        elif kind and not target["basis"]:
            target.setdefault("printed", kind)
        return target

    def project(self, plain, new_id):
        flag = plain.take("flag")
        project = {"id": self.new_id(new_id), "name": plain.take("name") or "（名称不明）", "departments": plain.take("departments"),
                   "status": STATUS.get(flag), "group": plain.take("group"), "goal_types": plain.take("also_goal_types"),
                   "description": "、".join(plain.take("ideas") or [])}
        number, means = plain.take("no"), plain.take("means") or []
        project["note"] = joined(flag if flag and flag not in STATUS else None, self.remark(plain),
                                 None if number is None else "No.{}".format(number), plain.take("strategy"), "・".join(means))
        return project

    def loose_projects(self, plain, document):
        projects = document["unplaced_projects"] = []
        for key in plain.value:
            if not isinstance(plain.peek(key), list) or "project" not in key:
                continue
            for index, entry in enumerate(plain.children(key), 1):
                project = self.project(entry, "p-{}-{}".format(key.split("_")[0], index))
                project["group"] = key
                budget = entry.take("budget")
                if budget is not None and key.endswith("million_yen"):
                    year = re.search(r"fy(\d{4})", key)
                    project["budgets"] = [{"fiscal_year": int(year.group(1)) if year else None, "amount_yen": budget * 1000000,
                                           "printed": "{}百万円".format(budget)}]
                projects.append(project)

    def notes(self, plain, document):
        document["note"] = joined(document.get("note"), plain.take("note"), plain.take("why_useful"), plain.take("smart_note"),
                                  *(plain.take("checks") or []))
        method = plain.child("evaluation_method")
        if getattr(self, "evaluations", None):
            note = joined(*[method.take(key) for key in list(method.value)]) if method else None
            document["verifications"] = [{"id": "verification-1", "results": self.evaluations, "note": note}]

    @staticmethod
    def remark(plain):
        cut = plain.take("truncated")
        return joined(plain.take("note"), "資料の写しが途中で切れている" if cut else None)

    def unplaced(self):
        return [(pointer, value) for pointer, value in self.plain.leaves() if pointer not in self.plain.taken]


def clean(value):
    """Without members that say nothing: null (but a figure's own value), empty text, list and object."""
    if isinstance(value, dict):
        kept = {}
        for key, entry in value.items():
            entry = clean(entry)
            if entry in (None, "", [], {}) and not (key == "value" and entry is None) and key not in ("goals", "period"):
                continue
            kept[key] = entry
        return {} if set(kept) == {"value"} and kept["value"] is None else kept
    if isinstance(value, list):
        return [entry for entry in map(clean, value) if entry not in (None, "", {})]
    return value


def convert(plain):
    """The document and the unplaced leaves of a plain file's content."""
    converter = Converter(plain)
    return converter.run(), converter.unplaced()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document, unplaced = convert(json.load(file))
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
    for pointer, value in unplaced:
        print("unplaced: {} {}".format(pointer, value), file=sys.stderr)


if __name__ == "__main__":
    main()

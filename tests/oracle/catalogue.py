"""The programme catalogue read from its JSON, independent of the library: rules as plain trees.

A tree is ("all" | "any" | "none", [trees]), ("of", k, [trees]) or ("test", rule); rules that do not apply in the year are
left out. Used by the SQLite oracle and by the peers of the benchmark.
"""
import json
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "lib" / "data" / "programmes"


class Catalogue:
    def __init__(self, folder=DATA):
        self.facts, self.shared, self.programmes, self.rounds = {}, {}, {}, []
        for file in sorted(folder.glob("*.json")):
            part = json.loads(file.read_text(encoding="utf-8"))["catalogue"]
            self.facts.update((fact["key"], fact) for fact in part.get("facts", []))
            self.shared.update((rule["id"], rule) for rule in part.get("conditions", []))
            self.rounds += part.get("rounds", [])
            self.programmes.update((programme["id"], programme) for programme in part.get("programmes", []))

    def tree(self, rule, year):
        if not rule.get("from_fy", 0) <= year <= rule.get("to_fy", 9999):
            return None
        body = self._body(rule, year)
        limits = [tree for tree in (self.tree(part, year) for part in rule.get("when", [])) if tree]
        if body and limits:
            return ("any", [("none", [("all", limits)]), body])
        return body

    def _body(self, rule, year):
        if "use" in rule:
            return self.tree(self.shared[rule["use"]], year)
        for form in ("all", "any", "none", "of"):
            if form in rule:
                parts = [tree for tree in (self.tree(part, year) for part in rule[form]) if tree]
                if not parts:
                    return None
                return ("of", rule["at_least"], parts) if form == "of" else (form, parts)
        return ("test", rule)

    def window(self, programme):
        """First and last fiscal year; None where it is open."""
        period = programme["period"]
        first = min(period.get("budget_from_fy", 9999), period.get("executed_from_fy", 9999))
        return first, period.get("executed_to_fy", period.get("budget_to_fy"))

    def period(self, identifier, year):
        """The tests that place a question in the programme's time; None when the year alone says no."""
        programme = self.programmes[identifier]
        period, (first, last) = programme["period"], self.window(programme)
        tests = []
        if year < first:
            return None
        taken_to = period.get("new_applications_to_fy", last)
        if last is not None and year > last:
            if period.get("continuing_to_fy", 0) < year:
                return None
            tests.append({"fact": "project.started_fy", "max": taken_to})
        if taken_to is not None and year > taken_to:
            tests.append({"fact": "project.status", "is": "continuing"})
        if "from" in period or "to" in period:
            bounds = {name: period[key] for key, name in (("from", "min"), ("to", "max")) if key in period}
            tests += [dict(bounds, fact=fact) for fact in period["day_facts"]]
        return ("all", [("test", test) for test in tests]) if tests else ("all", [])

    def rules(self, identifier, year, groups=("requirements",)):
        """Everything that decides in ``groups``: requirements, expenses, amounts (with caps and rates), procedure."""
        programme = self.programmes[identifier]
        trees = [self._types(programme, year)]
        for group in groups:
            for rule in programme.get(group, []):
                if rule.get("strength", "compulsory") in ("compulsory", "as-a-rule"):
                    trees.append(self.tree(rule, year))
        if "amounts" in groups:
            trees += [self._limit(entry, year) for entry in programme.get("caps", []) + programme.get("rates", [])]
        if "procedure" in groups and programme.get("law_item"):
            trees += [self._window(entry) for entry in self.rounds]
        return ("all", [tree for tree in trees if tree])

    def _types(self, programme, year):
        last = self.window(programme)[1]
        then = year if last is None else min(year, last)
        listed = [kind["id"] for kind in programme.get("types", [])
                  if kind.get("from_fy", 0) <= then <= kind.get("to_fy", 9999)]
        if not listed:
            return None
        tests = [("test", {"fact": "project.type", "one_of": listed})]
        if programme.get("types_open"):
            tests.append(("test", {"fact": "officer.type_confirmed", "is": True}))
        return ("any", tests)

    def _limit(self, entry, year):
        """What a cap or a rate forbids."""
        if not entry.get("from_fy", 0) <= year <= entry.get("to_fy", 9999):
            return None
        if "basis" in entry:
            bound = {"min" if entry.get("floor") else "max": entry.get("amount_yen")}
            test = dict(bound, fact=entry["fact"]) if "amount_yen" in entry else {"fact": "officer.limit_confirmed", "is": True}
        elif "fact" in entry and "numerator" in entry:
            exact = self.facts[entry["fact"]]["type"] == "fraction"
            text = "{}/{}".format(entry["numerator"], entry["denominator"])
            test = {"fact": entry["fact"], "max": text if exact else entry["numerator"] * 100 // entry["denominator"]}
        else:
            return None
        body = [("test", test)]
        if "exception" in entry:
            body.append(("test", {"fact": entry["exception"], "is": True}))
        limits = []
        for key, values in ((entry.get("type_fact", "project.type"), entry.get("types")), ("project.kind", entry.get("kinds")),
                            ("applicant.body", entry.get("bodies"))):
            if values:
                form = "only" if self.facts[key]["type"] == "list" else "one_of"
                limits.append(("test", {"fact": key, form: values}))
        return ("any", [("none", [("all", limits)])] + body) if limits else ("any", body)

    @staticmethod
    def _window(entry):
        if not {"number", "apply_from", "apply_to"} <= set(entry):
            return None
        number = ("test", {"fact": "application.round", "is": entry["number"]})
        days = ("test", {"fact": "application.date", "min": entry["apply_from"], "max": entry["apply_to"]})
        return ("any", [("none", [number]), days])

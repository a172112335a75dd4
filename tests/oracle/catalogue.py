"""The programme catalogue read from its JSON, independent of the library: rules as plain trees.

A tree is ("all" | "any" | "none", [trees]), ("of", k, [trees]) or ("test", rule); rules that do not apply in the year are
left out. Used by the SQLite oracle and by the peers of the benchmark.
"""
import json
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "lib" / "data" / "programmes"


class Catalogue:
    def __init__(self, folder=DATA):
        self.facts, self.shared, self.programmes = {}, {}, {}
        for file in sorted(folder.glob("*.json")):
            part = json.loads(file.read_text(encoding="utf-8"))["catalogue"]
            self.facts.update((fact["key"], fact) for fact in part.get("facts", []))
            self.shared.update((rule["id"], rule) for rule in part.get("conditions", []))
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
        last = max(period["executed_to_fy"], period.get("budget_to_fy", 0)) if "executed_to_fy" in period else None
        return first, last

    def period(self, identifier, year):
        """The tests that place a question in the programme's time; None when the year alone says no."""
        programme = self.programmes[identifier]
        period, (first, last) = programme["period"], self.window(programme)
        tests = []
        if year < first:
            return None
        if last is not None and year > last:
            if period.get("continuing_to_fy", 0) < year:
                return None
            tests.append({"fact": "project.status", "is": "continuing"})
            tests.append({"fact": "project.started_fy", "max": period.get("new_applications_to_fy", last)})
        if "from" in period or "to" in period:
            bounds = {name: period[key] for key, name in (("from", "min"), ("to", "max")) if key in period}
            tests += [dict(bounds, fact=fact) for fact in period["day_facts"]]
        return ("all", [("test", test) for test in tests]) if tests else ("all", [])

    def rules(self, identifier, year, groups=("requirements",)):
        programme = self.programmes[identifier]
        last = self.window(programme)[1]
        then = year if last is None else min(year, last)
        trees = []
        gone = [kind["id"] for kind in programme.get("types", [])
                if not kind.get("from_fy", 0) <= then <= kind.get("to_fy", 9999)]
        if gone:
            trees.append(("test", {"fact": "project.type", "not_one_of": gone}))
        for group in groups:
            for rule in programme.get(group, []):
                if rule.get("strength", "compulsory") in ("compulsory", "as-a-rule"):
                    trees.append(self.tree(rule, year))
        return ("all", [tree for tree in trees if tree])

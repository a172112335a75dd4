"""The population vision arranged for papers: scenarios, bands, pyramids, published counts."""
from types import SimpleNamespace

from .view import day_year, figure, persons


def _ages(groups):
    return ["{}–{}".format(5 * group, 5 * group + 4) for group in range(groups - 1)] + ["{}+".format(5 * (groups - 1))]


def _share(value, unknown):
    return unknown if value is None else "{:.1f}".format(value)


class PopulationView:
    """The projection of ``answers`` and the counts that its document has."""

    def __init__(self, answers, texts):
        self.texts, self.answer = texts, answers.population
        vision = answers.document.get("population_vision") or {}
        self.name = vision.get("name") or texts["population"]
        self.records = vision.get("records", []) + vision.get("projections", [])
        self.targets = vision.get("targets", [])
        self.bands = answers.population.get("bands", [])
        self.scenarios = [SimpleNamespace(
            key=scenario["name"], name=texts["scenarios"].get(scenario["name"], scenario["name"]),
            short=texts["scenarios_short"].get(scenario["name"], scenario["name"]), rows=scenario["rows"],
            pyramid=scenario["pyramid"]) for scenario in answers.population.get("scenarios", [])]
        self.counted = sorted({day_year(record): record["total"] for record in vision.get("records", [])
                               if day_year(record) is not None and record.get("total") is not None}.items())
        self.aimed = [(target["year"], target["total"]) for target in self.targets
                      if target.get("year") is not None and target.get("total") is not None]
        self.ages = _ages(len(self.scenarios[0].pyramid[0]["population"]["male"])) if self.scenarios else []

    @property
    def empty(self):
        return not (self.scenarios or self.records or self.targets)

    def band_of(self, year):
        return next((band for band in self.bands if band["year"] == year), None)

    def persons(self, value):
        return persons(value, self.texts["unknown"])

    def figure(self, value):
        return figure(value, self.texts["unknown"])

    def share(self, value):
        return _share(value, self.texts["unknown"])

    def lead(self):
        """The projection in sentences."""
        if not self.scenarios:
            return [self.texts["population_none"]]
        first, last = self.scenarios[0].rows[0], self.scenarios[0].rows[-1]
        return [self.texts["population_lead"].format(first=first["year"], last=last["year"], from_total=self.persons(first["total"]),
                                                     to_total=self.persons(last["total"])),
                self.texts["aged_lead"].format(from_share=self.share(first.get("share_65_plus")),
                                               to_share=self.share(last.get("share_65_plus")))]

    def influence(self):
        """The two influences of the vision's guide, with their grades; empty without a projection."""
        answer, unknown = self.answer, self.texts["unknown"]
        if "compared_year" not in answer or not self.scenarios:
            return ""
        shown = {}
        for kind in ("natural", "social"):
            value = answer.get(kind + "_influence")
            grade = answer.get(kind + "_rating")
            shown[kind] = unknown if value is None else "{:.1f}%（{}）".format(value, unknown if grade is None else grade)
        return self.texts["influence_text"].format(year=answer["compared_year"], **shown)

"""The HTML report and the support plan: single files that need no network, on Jinja2."""
from fractions import Fraction

from .. import version
from ..office import extra
from . import charts
from .population_view import PopulationView
from .support_view import NEAREST, SupportView
from .view import LETTERS, TEMPLATES, View, figure


def _environment():
    jinja2 = extra("jinja2")
    return jinja2.Environment(loader=jinja2.FileSystemLoader(str(TEMPLATES)), autoescape=True, trim_blocks=True,
                              lstrip_blocks=True, undefined=jinja2.StrictUndefined)


def _shown(value):
    """A figure beside a chart; a level that is a fraction (−10 % of the baseline) to one place."""
    return figure("{:.1f}".format(float(value)) if isinstance(value, Fraction) and value.denominator != 1 else value, "")


def _listed(points):
    return "、".join("{} {}".format(year, _shown(value)) for year, value in points)


class _Drawer:
    """Draws the charts of a view; what it returns is markup."""

    def __init__(self, texts, markup):
        self.texts, self._markup = texts, markup

    def ratings(self, rated, name):
        said = "、".join("{} {}".format(symbol, count) for symbol, count, _ in rated.parts)
        return self._markup(charts.rating_bar(rated.parts, "{}: {}".format(name, said)))

    def trend(self, kpi):
        def shown(points, which):
            return _shown(points[which][1]) if points else ""
        labels = shown(kpi.past, 0), shown(kpi.past, -1), shown(kpi.aims_at, -1)
        said = "{}: {} {} / {} {}".format(
            kpi.name, self.texts["actual"], _listed(kpi.past), self.texts["target"], _listed(kpi.aims_at))
        return self._markup(charts.trend(kpi.past, kpi.aims_at, labels, said))

    def population(self, view):
        labels = {"persons": self.texts["persons"], "population_target": self.texts["population_target"]}
        scenarios = [(scenario.short, [(row["year"], row["total"]) for row in scenario.rows]) for scenario in view.scenarios]
        bands = [(band["year"], band["low"], band["high"]) for band in view.bands]
        return self._markup(charts.population_lines(scenarios, bands, view.counted, view.aimed, labels, self.texts["lines_of"]))

    def pyramid(self, view):
        scenario = view.scenarios[0]
        first, last = scenario.pyramid[0], scenario.pyramid[-1]
        labels = {"male": self.texts["male"], "female": self.texts["female"],
                  "persons_unit": self.texts["persons"] if len(self.texts["persons"]) == 1 else ""}
        return self._markup(charts.pyramid(first["population"], last["population"], view.ages, labels,
                                           self.pyramid_title(view)))

    def pyramid_title(self, view):
        scenario = view.scenarios[0]
        return self.texts["pyramid_of"].format(scenario=scenario.name, first=scenario.pyramid[0]["year"],
                                               last=scenario.pyramid[-1]["year"])


def _page(template, answers, language, **more):
    environment = _environment()
    view = View(answers, language)
    from markupsafe import Markup  # comes with Jinja2
    return environment.get_template(template).render(
        view=view, texts=view.texts, language=language, answers=answers, review=answers.review, strategy=view.strategy,
        draw=_Drawer(view.texts, Markup), letters=LETTERS, made_by=version(), nearest=NEAREST,
        support=SupportView(answers, view.texts, language), population=PopulationView(answers, view.texts), **more)


def report_page(answers, language, has_support_plan=True):
    """The report as HTML text. ``has_support_plan``: support-plan.html lies beside it."""
    return _page("report.html", answers, language, has_support_plan=has_support_plan)


def support_page(answers, language):
    """The support plan as HTML text."""
    return _page("support.html", answers, language)

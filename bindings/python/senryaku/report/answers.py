"""Asks the core everything that the papers show, once."""
import time
from collections import namedtuple

from ..office import cells

Answers = namedtuple("Answers", "document review evaluation support next_support plan population outlook cycle as_of "
                                "scheme_given core_seconds")
Answers.__doc__ = """What the core says about one strategy; figures are exact decimals (office.cells.loads).

``document``: the strategy; ``review``, ``support``, ``plan``, ``population``: the forms of those names;
``support`` and ``next_support`` give equal answers once; ``next_support``: what is sought, in the year after that of ``support``;
``evaluation``, ``outlook``, ``cycle``: those of the year asked for, or None; ``scheme_given``: the rating scheme was asked for or stands in the
document (else it is the first of the rules); ``core_seconds``: processor time in the library.
"""


class _Clock:
    """Calls verbs and adds up the time until their text arrives."""

    def __init__(self):
        self.seconds = 0.0
        self.answer = None  # the whole of the last one

    def ask(self, verb, *arguments, **options):
        started = time.thread_time()

        def arrived(text):
            self.seconds += time.thread_time() - started
            self.answer = cells.loads(text)
            return self.answer

        return verb(*arguments, loads=arrived, **options)


def _goals(document):
    return document.get("goals", []) + document.get("cross_cutting_goals", []) + document.get("foundations", [])


def projects_of(document):
    """The projects with the goal and the measure they stand under (None for those without a place)."""
    for goal in _goals(document):
        for measure in goal.get("measures", []):
            for project in measure.get("projects", []):
                yield project, goal, measure
    for project in document.get("unplaced_projects", []):
        yield project, None, None


def gather(strategy, as_of, fiscal_year=None, scheme=None, rules=None, horizon_year=2050):
    """Everything about ``strategy`` as of a day. ``fiscal_year``: the year that is verified; default: the one that the
    review takes. ``scheme``: id of the rating scheme; default: the strategy's own."""
    as_of = str(as_of)
    clock = _Clock()
    document = cells.loads(strategy.to_json(True))
    review = clock.ask(strategy.review, as_of, rules=rules, scheme=scheme)
    evaluation, source = review.get("evaluation"), review
    if fiscal_year is not None and (evaluation is None or evaluation["fiscal_year"] != fiscal_year):
        chosen = scheme or (evaluation or {}).get("scheme")
        evaluation = clock.ask(strategy.evaluate, fiscal_year, [chosen] if chosen else [], rules=rules)[0]
        source = clock.answer
    support = clock.ask(strategy.support, review["fiscal_year"], rules=rules, as_of=as_of, portfolio=True, together=True)
    next_support = clock.ask(strategy.support, review["fiscal_year"] + 1, rules=rules, as_of=as_of, only_sought=True,
                             portfolio=True, together=True)
    plan = clock.ask(strategy.plan, rules=rules)
    population = clock.ask(strategy.population, horizon_year, rules=rules)
    return Answers(document, review, evaluation, support, next_support, plan, population, source.get("outlook"),
                   source.get("cycle"), as_of, bool(scheme or document.get("rating_scheme")), clock.seconds)

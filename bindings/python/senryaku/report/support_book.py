"""The support plan as a workbook: who applies for what by when, and what has to be found out first."""
from .sheets import Book, Column
from .support_view import SupportView
from .view import View

_STATES = {"eligible": "good", "conditional": "poor", "ineligible": "none", "not-in-force": "none"}


_NAMED = 5  # programmes or projects that are named in one cell


def _first(names, texts):
    more = [texts["more"].format(len(names) - _NAMED)] if len(names) > _NAMED else []
    return "\n".join(names[:_NAMED] + more)


def _rows(plan, language, texts):
    for row in plan.rows:
        yield [row.project, "、".join(row.departments) or texts["unknown"], row.programme, texts["sought_yes"] if row.sought else "",
               (row.shown, _STATES[row.verdict]), len(row.conditions), "\n".join(demand[language] for demand in row.failed),
               "、".join(row.successors), row.payable, row.local, "\n".join(entry[language] for entry in row.conditions),
               "\n".join(duty[language] for duty in row.obligations), row.confidence, "\n".join(text for text, _ in row.citations)]


def support_book(answers, language, path):
    """Writes the support plan to ``path``."""
    view = View(answers, language)
    texts = view.texts
    plan = SupportView(answers, texts, language)
    note = "{}　{} {}　{}".format(view.fiscal_year(plan.fiscal_year), texts["as_of"], view.day(answers.as_of), texts["page_note"])
    book = Book(texts, view.title(), note)
    steps = [["{}{}{}".format(step.start or "", texts["to"], step.end or "") if step.start or step.end else texts["unknown"],
              "{} {}".format(step.kind, texts["over"] if step.over else "").strip(),
              "{} {} {}".format(step.fiscal_year, step.what, step.round).strip(), step.programme,
              "、".join(step.departments) or texts["unknown"], "\n".join(step.projects), step.url] for step in plan.steps]
    book.sheet(texts["sheet_steps"], [
        Column(texts["by_when"], 24), Column(texts["state"], 18), Column(texts["step"], 26), Column(texts["what"], 40),
        Column(texts["who"], 22), Column(texts["project"], 40), Column(texts["basis"], 30)],
        steps or [[texts["no_steps"]] + [""] * 6], heading=texts["schedule_support"])
    book.sheet(texts["sheet_confirm"], [
        Column(texts["conditions"], 56), Column(texts["who"], 24), Column(texts["sought"], 9), Column(texts["department"], 24),
        Column(texts["for_programmes"], 44), Column(texts["for_projects"], 44)],
        [[entry.text, entry.origin, texts["sought_yes"] if entry.sought else "", "、".join(entry.departments) or texts["unknown"],
          _first(entry.programmes, texts), _first(entry.projects, texts)] for entry in plan.confirm], "A3")
    book.sheet(texts["sheet_support"], [
        Column(texts["project"], 30), Column(texts["department"], 18), Column(texts["programme"], 32),
        Column(texts["sought"], 8), Column(texts["verdict"], 16, "rating"),
        Column(texts["number_of"].format(texts["conditions"]), 11, "number"),
        Column(texts["failed"], 26, optional=True), Column(texts["successor"], 26, optional=True),
        Column("{}（{}）".format(texts["amount"], texts["yen"]), 14, "number", optional=True),
        Column("{}（{}）".format(texts["local"], texts["yen"]), 14, "number", optional=True),
        Column(texts["conditions"], 60, printed=False), Column(texts["obligations"], 30, printed=False, optional=True),
        Column(texts["confidence"], 12, printed=False),
        Column(texts["citations"], 50, printed=False)], list(_rows(plan, language, texts)), "A3")
    if plan.conflicts:
        book.sheet(texts["sheet_conflicts"], [Column(texts["severity"], 10), Column(texts["finding"], 100)],
                   [[texts[entry["severity"]], entry[language]] for entry in plan.conflicts])
    book.save(path)

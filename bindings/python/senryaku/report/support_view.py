"""Who applies for what by when: the support of the projects, arranged for papers."""
from types import SimpleNamespace

from .answers import projects_of
from .view import fiscal_year_name

NEAREST = 5  # candidates shown for each project on a page; the workbook has them all
_ORDER = {"eligible": 0, "conditional": 1, "ineligible": 2, "not-in-force": 3}


class SupportView:
    """The support of ``answers`` in ``language``. Programmes that are not open are left out unless a project seeks them."""

    def __init__(self, answers, texts, language):
        self.texts, self.language = texts, language
        self.fiscal_year = answers.support["fiscal_year"]
        self._places = {project.get("id"): (project, goal, measure) for project, goal, measure in projects_of(answers.document)}
        self._order = {project: place for place, project in enumerate(self._places)}
        self._as_of = answers.as_of
        years = (answers.support, answers.next_support)
        self._names = {entry["answer"]["programme"]: entry["answer"]["name_" + language]
                       for year in years for entry in year["answers"]}
        self.rows = [self._row(who, entry["answer"]) for entry in answers.support["answers"]
                     for who in [entry] + entry.get("also", [])
                     if who.get("sought") or entry["answer"]["verdict"] != "not-in-force"]
        self.rows.sort(key=lambda row: (row.position, not row.sought, _ORDER[row.verdict], len(row.conditions)))
        self.project_count = len({row.project_id for row in self.rows})
        self.open_programmes = len({row.programme_id for row in self.rows if row.verdict in ("eligible", "conditional")})
        self.conflicts = answers.support.get("conflicts", [])
        self.steps = [self._step(step, year["fiscal_year"]) for year in years for step in year.get("steps", [])]
        self.steps.sort(key=lambda step: (step.over, step.end or step.start or ""))
        self.confirm = self._confirm()

    def _row(self, who, answer):
        texts = self.texts
        project, goal, measure = self._places.get(who["project"], ({}, None, None))
        conditions = list({condition[self.language]: condition for condition in answer.get("conditions", [])}.values())
        amount = answer.get("amount") or {}
        shown = texts["verdicts"][answer["verdict"]]
        if answer["verdict"] == "conditional":
            shown = texts["conditional_n"].format(len(conditions))  # two rules may ask for the same
        return SimpleNamespace(
            position=self._order.get(who["project"], -1),
            project_id=who["project"], project=who.get("project_name") or who["project"], goal=(goal or {}).get("name", ""),
            measure=(measure or {}).get("name", ""), departments=project.get("departments", []), sought=bool(who.get("sought")),
            programme_id=answer["programme"], programme=answer["name_" + self.language], verdict=answer["verdict"],
            shown=shown, conditions=conditions, failed=[failed["demand"] for failed in answer.get("failed", [])],
            successors=[self.name(programme) for programme in answer.get("successors", [])],
            obligations=answer.get("obligations", []), payable=amount.get("payable_yen"), local=amount.get("local_yen"),
            confidence=texts["confidences"][answer["confidence"]],
            citations=_sources(answer.get("citations", [])))

    def name(self, programme):
        """The name of a programme; its id where no project was asked about it."""
        return self._names.get(programme, programme)

    def _step(self, step, fiscal_year):
        texts = self.texts
        projects = [self._places[project][0].get("name", project) if project in self._places else project
                    for project in step.get("projects", [])]
        departments = sorted({department for project in step.get("projects", []) if project in self._places
                              for department in self._places[project][0].get("departments", [])})
        return SimpleNamespace(
            what=texts["steps"].get(step["step"], step["step"]), programme=self.name(step["programme"]), projects=projects,
            departments=departments, start=step.get("from"), end=step.get("to"),
            fiscal_year=fiscal_year_name(fiscal_year, self.language, texts), over=(step.get("to") or step.get("from") or self._as_of) < self._as_of,
            round=texts["round"].format(step["round"]) if step.get("round") else "",
            kind="" if step["step"] == "grant-start" else texts["usual"] if step.get("usual") else texts["announced"],
            url=step.get("url", ""))

    def _confirm(self):
        """Each thing to find out once, with the projects and programmes that wait for it; the most wanted first."""
        found = {}
        for row in self.rows:
            for condition in row.conditions:
                key = (condition["origin"], condition[self.language])
                entry = found.setdefault(key, SimpleNamespace(
                    text=condition[self.language], origin=self.texts["origins"][condition["origin"]], projects=[],
                    programmes=[], departments=[], sought=False))
                for values, value in ((entry.projects, row.project), (entry.programmes, row.programme)):
                    if value not in values:
                        values.append(value)
                entry.departments += [name for name in row.departments if name not in entry.departments]
                entry.sought = entry.sought or row.sought
        return sorted(found.values(), key=lambda entry: (not entry.sought, -len(entry.programmes), -len(entry.projects)))

    def by_project(self):
        """Each project's first row, the rows that it seeks or can have, and the candidates with least to find out."""
        groups = {}
        for row in self.rows:
            groups.setdefault(row.project_id, []).append(row)
        for rows in groups.values():
            shown = [row for row in rows if row.sought or row.verdict == "eligible"]
            near = [row for row in rows if row not in shown and row.verdict == "conditional"]
            yield rows[0], shown, near[:NEAREST]


def _sources(citations):
    """Title and article of what an answer rests on, each once."""
    shown = []
    for source in citations:
        text = " ".join(part for part in (source["title"], source.get("article", "")) if part)
        if text not in [known for known, _ in shown]:
            shown.append((text, source.get("url", "")))
    return shown

"""The regional revitalisation plan (地域再生計画) in Word: the sections of the form in their order, gaps marked.

The form's section order and the two styles are the core's (senryaku.plan/1); certified plans show it, e.g.
https://cpriver.jp/column/4442/.
"""
from ..office import cells, extra
from ..office.entries import indicators
from .view import figure, texts_of

_FONT = "游明朝"
_TABLE = "【数値目標】"
_LEVEL_WIDTHS = (0.07, 0.28, 0.2, 0.2, 0.25)  # label, indicator, baseline, target, goal
# Words in the title of the section under which a question of the core is asked; where none has the first, the second.
_TITLES = {
    "plan.ask.county": ("作成主体",), "plan.ask.end": ("計画期間",), "plan.ask.certified": ("計画期間",),
    "plan.ask.projects": ("内容",), "plan.ask.kpi": (_TABLE,), "plan.ask.kpi-many": (_TABLE,), "plan.ask.target": (_TABLE,),
    "plan.ask.increments": (_TABLE,), "plan.ask.leading": ("先導的",), "plan.ask.donation": ("寄附の金額",),
    "plan.ask.population": ("現状", "計画の目標"), "plan.ask.natural-change": ("現状", "計画の目標"),
    "plan.ask.issues": ("課題",), "plan.ask.evaluation-month": ("評価の方法",), "plan.ask.evaluation-body": ("評価の方法",),
    "plan.ask.cost": ("費用",),
}


def _home(sections, entry):
    """The place of the section that a question belongs to; None when the form has none for it."""
    for words in _TITLES.get(entry["code"], ()):
        for place, section in enumerate(sections):
            if words in section.get("title", ""):
                return place
    number = entry.get("values", {}).get("section")  # the donation style has parts without a title of their own
    empty = [place for place, section in enumerate(sections) if section["number"] == number and not section.get("lines")]
    return empty[0] if empty else None


class _Digest:
    def __init__(self, answers, language):
        self._docx = extra("docx")
        self.plan, self.language = answers.plan, language
        self.texts, self.form = texts_of(language), texts_of("ja")  # the form itself is Japanese in every language
        self._bases = {kpi.get("id"): kpi.get("target", {}).get("basis", "level") for kpi, _, _ in indicators(answers.document)}
        self.document = self._docx.Document()
        self._set_up()
        self._asked = [(_home(self.plan["sections"], entry), entry) for entry in self.plan.get("asked", [])]

    def _set_up(self):
        """A4, the usual margins of official papers, a Japanese font for both scripts."""
        shared, names = self._docx.shared, self._docx.oxml.ns
        section = self.document.sections[0]
        section.page_width, section.page_height = shared.Mm(210), shared.Mm(297)
        section.left_margin = section.right_margin = shared.Mm(25)
        section.top_margin = section.bottom_margin = shared.Mm(25)
        for name, size in (("Normal", 10.5), ("Title", 18), ("Heading 1", 13), ("Heading 2", 11.5), ("Table Grid", 10)):
            style = self.document.styles[name]
            style.font.name, style.font.size = _FONT, shared.Pt(size)
            style.font.color.rgb = shared.RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
                fonts.set(names.qn(script), _FONT)
            for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme"):  # a theme's font would win
                fonts.attrib.pop(names.qn(script), None)
        self.document.styles["Normal"].paragraph_format.space_after = shared.Pt(3)
        self.document.core_properties.title = cells.clean(self.plan.get("name", ""))
        self.document.core_properties.author = "senryaku"

    def _gap(self, text):
        """A marked gap: what has to be filled in, and in colour."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(self.form["fill_in"] + cells.clean(text))
        run.bold = True
        run.font.highlight_color = self._docx.enum.text.WD_COLOR_INDEX.YELLOW
        return paragraph

    def _paragraph(self, text, style=None):
        self.document.add_paragraph(cells.clean(text), style)

    def write(self):
        self.document.add_paragraph(self.form["digest_title"] + self.form["draft"], "Title")
        self._paragraph(self.texts["fill_lead"])
        for place, section in enumerate(self.plan["sections"]):
            self._section(place, section)
        self._list(self.texts["asked"], [entry for home, entry in self._asked if home is None])
        self._list(self.texts["disagree"], self.plan.get("findings", []))
        return self.document

    def _section(self, place, section):
        number, title = section["number"], section.get("title", "")
        if title:
            level = 1 if "-" not in number and not title.startswith("【") else 2
            self.document.add_heading(title if title.startswith("【") else "{}　{}".format(number, title), level)
        for line in section.get("lines", []):
            self._paragraph(line)
        table = title == _TABLE
        if table:
            self._kpis()
        asked = [entry for home, entry in self._asked if home == place]
        for entry in asked:
            self._gap(entry["ja"])
        if title and not (section.get("lines") or asked or table and self.plan.get("kpis") or self._has_parts(place)):
            self._gap(self.form["fill_section"])

    def _has_parts(self, place):
        """Whether a section is only the heading of those that follow."""
        number = self.plan["sections"][place]["number"]
        following = self.plan["sections"][place + 1:place + 2]
        return bool(following) and following[0]["number"].startswith(number)

    def _kpis(self):
        rows, grant = self.plan.get("kpis", []), self.plan["style"] == "grant"
        if not rows:
            return
        years = sorted({entry["year"] for row in rows for entry in row.get("increments", [])}) if grant else []
        titles = self.form["plan_kpi"] if not years else (
            ["KPI", self.form["before"]] + ["{}{}".format(self.form["fy"].format(year), self.form["increment"]) for year in years] +
            [self.form["increments_total"]])
        table = self.document.add_table(1, len(titles), "Table Grid")
        for cell, title in zip(table.rows[0].cells, titles):
            self._cell(cell, title, True)
        for row in rows:
            values = self._increments(row, years) if years else self._levels(row)
            for cell, value in zip(table.add_row().cells, values):
                self._cell(cell, value)
        self._repeat(table.rows[0])
        if not years:
            self._widths(table, _LEVEL_WIDTHS)

    @staticmethod
    def _widths(table, shares):
        """Columns as wide as their contents need: Word reads it from the cells, LibreOffice from the columns."""
        table.autofit = False
        whole = sum(column.width for column in table.columns)
        for column, share in zip(table.columns, shares):
            column.width = int(whole * share)
        for row in table.rows:
            for cell, share in zip(row.cells, shares):
                cell.width = int(whole * share)

    def _repeat(self, row):
        """The heading row stands again on every page."""
        mark = self._docx.oxml.OxmlElement("w:tblHeader")
        mark.set(self._docx.oxml.ns.qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)

    def _cell(self, cell, text, bold=False):
        run = cell.paragraphs[0].add_run(cells.clean(text))
        run.bold = bold
        if text.startswith(self.form["fill_in"]):
            run.bold, run.font.highlight_color = True, self._docx.enum.text.WD_COLOR_INDEX.YELLOW

    def _value(self, row, name, unit=True):
        if row.get(name) is None:
            return self.form["fill_in"]
        return figure(row[name], "") + (row.get("unit", "") if unit else "")

    def _levels(self, row):
        basis = self._bases.get(row.get("kpi"), "level")
        # 10 % less than the baseline is no level in the indicator's unit.
        target = self._value(row, "target", unit=basis != "change-rate")
        if row.get("target") is not None:
            target = self.form["bases"][basis].format(target)
        if row.get("target_year"):
            target += "（{}）".format(self.form["fy"].format(row["target_year"]))
        baseline = self._value(row, "baseline")
        if row.get("baseline_year"):
            baseline += "（{}）".format(self.form["fy"].format(row["baseline_year"]))
        return [row.get("label", ""), row["name"], baseline, target, row.get("goal_name", "")]

    def _increments(self, row, years):
        yearly = {entry["year"]: entry for entry in row.get("increments", [])}
        added = [self._value(dict(row, value=yearly.get(year, {}).get("value")), "value") for year in years]
        return [row["name"], self._value(row, "baseline")] + added + [self._value(row, "increments_total")]

    def _list(self, title, findings):
        if findings:
            self.document.add_heading(title, 1)
            for entry in findings:
                self._paragraph("・" + entry[self.language])


def digest_document(answers, language, path):
    """Writes the digest to ``path``."""
    _Digest(answers, language).write().save(str(path))

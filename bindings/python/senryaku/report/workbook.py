"""The evaluation workbook: goals, measures, indicators, findings, and charts that Excel draws from the figures."""
import math
from decimal import Decimal

from ..office import extra
from .sheets import Book, Column, chart_base, hatched, labels, put_row, rate_cell
from .view import View

_STATE_COLOURS = {"good": ("17614F", "2B7C69", "0D4A3B"), "poor": ("C06426", "A8480F", "82350A"), "none": ("C8D0D9",) * 3}
_CHARTS_A_ROW = 3
_ROOM = Decimal("1.4")
_STEPS = [Decimal(step) for step in ("0.1", "0.25", "0.5", "1", "2.5", "5", "10", "25", "50", "100")]
_FIRST_TREND, _TREND_ROWS = 24, 15  # rows of the sheet that charts take


def _number(value):
    """An exact figure as a cell takes it."""
    return value if value is None or isinstance(value, int) else float(value)


class _Workbook:
    def __init__(self, answers, language):
        self.view = View(answers, language)
        self.texts = self.view.texts
        evaluation = answers.evaluation or {}
        note = "{} {}　{} {}　{} {}　{}".format(
            self.texts["year_verified"], self.view.fiscal_year(evaluation.get("fiscal_year")), self.texts["scheme"],
            evaluation.get("scheme_name") or self.texts["unknown"], self.texts["as_of"], self.view.day(answers.as_of), self.texts["page_note"])
        self.book = Book(self.texts, self.view.title(), note)
        self.answers, self.language = answers, language

    def _rated(self, rated):
        texts = self.texts
        counts = "　".join("{} {}".format(symbol, count) for symbol, count, _ in rated.parts) or texts["dash"]
        return [rated.total, rated.rated, counts, rated.rating]

    def _decided(self, results):
        """Rating, decision and opinions of people, as three texts."""
        texts = self.texts
        ratings = "\n".join(result["rating"] for result in results if result.get("rating"))
        decisions = "\n".join("{} {}".format(texts["decisions"][result["decision"]], result.get("decision_reason", "")).strip()
                              for result in results if result.get("decision"))
        opinions = "\n".join("{}: {}".format(opinion.get("by", ""), opinion.get("text", "")).lstrip(": ")
                             for result in results for opinion in result.get("opinions", []))
        return [ratings, decisions, opinions]

    def _decided_columns(self):
        texts = self.texts
        return [Column(texts["decided_rating"], 12, optional=True), Column(texts["decision"], 24, optional=True),
                Column(texts["opinions"], 36, optional=True)]

    def goals(self):
        texts = self.texts
        columns = [Column(texts["goal"], 40), Column(texts["all"], 8, "number"), Column(texts["rated"], 8, "number"),
                   Column(texts["counts"], 34), Column(texts["gathered"], 12, optional=True)] + self._decided_columns()
        rows = [[goal.name] + self._rated(goal.rated) + self._decided(goal.results) for goal in self.view.all_goals]
        rows.append([texts["overall_row"]] + self._rated(self.view.whole) + self._decided([]))
        self.book.sheet(texts["sheet_goals"], columns, rows)

    def measures(self):
        texts = self.texts
        columns = [Column(texts["goal"], 26), Column(texts["measure"], 34), Column(texts["all"], 8, "number"),
                   Column(texts["rated"], 8, "number"), Column(texts["counts"], 24),
                   Column(texts["gathered"], 12, optional=True), Column(texts["projects"], 34)]
        rows = []
        for goal in self.view.all_goals:
            for measure in goal.measures:
                projects = "\n".join(project.get("name", texts["unnamed"]) for project in measure.projects)
                rows.append([goal.name, measure.name] + self._rated(measure.rated) + [projects or texts["none"]] +
                            self._decided(measure.results))
        self.book.sheet(texts["sheet_measures"], columns + self._decided_columns(), rows)

    def indicators(self):
        texts, view = self.texts, self.view
        columns = [Column(texts["goal"], 22), Column(texts["measure"], 22), Column(texts["kind"], 9), Column(texts["indicator"], 34),
                   Column(texts["unit"], 7), Column(texts["aim"], 9), Column(texts["stage"], 11),
                   Column(texts["baseline"], 11, "number"), Column(texts["target"], 14, "number"),
                   Column(texts["actual"], 11, "number"), Column(texts["when"], 9), Column(texts["rate"], 10, "rate"),
                   Column(texts["rating"], 11, "rating"), Column(texts["reason"], 18)] + self._decided_columns() + [
                       Column(texts["rule"], 30, printed=False), Column(texts["owner"], 16, printed=False),
                       Column(texts["method"], 20, printed=False)]
        rows = []
        for kpi in view.indicators:
            words = kpi.target is None and kpi.target_text or kpi.target_basis != "level"
            rows.append([(kpi.goal or {}).get("name", texts["overall_targets"]), (kpi.measure or {}).get("name", texts["dash"]),
                         texts[kpi.kind], kpi.name, kpi.unit, kpi.aim, kpi.stage, kpi.baseline,
                         view.target(kpi) if words else kpi.target, kpi.actual, kpi.actual_period or texts["dash"], kpi.rate,
                         (kpi.rating or texts["not_rated"], kpi.state), kpi.gap or kpi.meaning] + self._decided(kpi.results) +
                        [kpi.rule or texts["dash"], kpi.owner or texts["unknown"], kpi.method or texts["unknown"]])
        self.book.sheet(texts["sheet_kpis"], columns, rows, "A3")

    def outlook(self):
        """Where each indicator will stand in its last year, where the core says so."""
        texts, outlook = self.texts, self.view.outlook
        columns = [Column(texts["indicator"], 40), Column(texts["unit"], 8), Column(texts["outlook"], 16), Column(texts["reason"], 30),
                   Column(texts["last_year"], 9, "year"), Column(texts["straight_line"], 16, "number"),
                   Column(texts["trend_value"], 16, "number"), Column(texts["pace_so_far"], 14, "number"),
                   Column(texts["pace_needed"], 14, "number")]
        rows = []
        for kpi in self.view.indicators:
            entry = outlook.get(kpi.id)
            if entry:
                figures = [entry.get("straight_line"), entry.get("trend", {}).get("at_last_year"), entry.get("pace"), entry.get("needed_pace")]
                rows.append([kpi.name, kpi.unit, texts["outlook_states"][entry["state"]],
                             texts["outlook_gaps"].get(entry["gap"], texts["unknown"]), entry.get("last_year")] +
                            [(figure or {}).get("value") for figure in figures])
        if rows:
            self.book.sheet(texts["outlook"], columns, rows)

    def findings(self):
        texts = self.texts
        columns = [Column(texts["severity"], 9), Column(texts["subject"], 30), Column(texts["finding"], 70),
                   Column(texts["code"], 30), Column(texts["place"], 34)]
        rows = [[texts[entry["severity"]], entry.get("element_name") or texts["dash"], entry[self.language], entry["code"],
                 entry["pointer"] or "/"] for entry in self.answers.review["findings"]]
        self.book.sheet(texts["sheet_findings"], columns, rows)

    def charts(self):
        """Charts on one sheet; their figures on the last sheet."""
        drawn = [kpi for kpi in self.view.indicators if len(kpi.past) + len(kpi.aims_at) > 1]
        sheet = self.book.blank(self.texts["sheet_charts"], "A3")
        data = self.book.data(self.texts["sheet_data"])
        row = self._ratings_chart(sheet, data, 1)
        row = self._rates_chart(sheet, data, row)
        for place, kpi in enumerate(drawn):
            row = self._trend_chart(sheet, data, row, place, kpi)
        last = _FIRST_TREND + _TREND_ROWS * -(-len(drawn) // _CHARTS_A_ROW) - 1
        sheet.print_area = "A1:U{}".format(max(last, _FIRST_TREND))
        first_page = _FIRST_TREND + 2 * _TREND_ROWS - 2  # a row of space stays above the charts of the next page
        self.book.breaks(sheet, range(first_page, last, 3 * _TREND_ROWS))

    def _ratings_chart(self, sheet, data, row):
        """Stacked bars: how many indicators of each goal have which rating."""
        texts = self.texts
        goals = [goal for goal in self.view.all_goals if goal.rated.total]
        symbols = []
        for goal in goals:
            symbols += [(symbol, state) for symbol, _, state in goal.rated.parts if (symbol, state) not in symbols]
        if not goals:
            return row
        symbols.sort(key=lambda entry: ("good", "poor", "none").index(entry[1]))
        put_row(data, row, [texts["chart_ratings"]] + [symbol for symbol, _ in symbols])
        for offset, goal in enumerate(goals, 1):
            counts = {(symbol, state): count for symbol, count, state in goal.rated.parts}
            put_row(data, row + offset, [goal.name] + [counts.get(symbol) for symbol in symbols])
        chart = chart_base(extra("openpyxl.chart").BarChart(), texts["chart_ratings"], 18, 9)
        chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
        chart.add_data(self.book.reference(data, 2, row, 1 + len(symbols), row + len(goals)), titles_from_data=True)
        chart.set_categories(self.book.reference(data, 1, row + 1, 1, row + len(goals)))
        used = {}
        for series, (_, state) in zip(chart.series, symbols):
            used[state] = used.get(state, -1) + 1
            colour = _STATE_COLOURS[state][used[state] % 3]
            if state == "poor":
                hatched(series, colour)
            else:
                series.graphicalProperties.solidFill = colour
            series.dLbls = labels(white=state == "good")
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.number_format, chart.legend.position = "0", "b"
        sheet.add_chart(chart, "A4")
        return row + len(goals) + 2

    def _rates_chart(self, sheet, data, row):
        """Bars of the rates of the rated indicators."""
        rated = [(kpi, rate_cell(kpi.rate)) for kpi in self.view.indicators if kpi.rate and rate_cell(kpi.rate)]
        if not rated:
            return row
        put_row(data, row, [self.texts["chart_rates"], self.texts["rate"]])
        for offset, (kpi, (value, shape)) in enumerate(rated, 1):
            put_row(data, row + offset, [kpi.name, float(value)])
            data.cell(row + offset, 2).number_format = shape
        chart = chart_base(extra("openpyxl.chart").BarChart(), self.texts["chart_rates"], 18, 9)
        chart.type, chart.gapWidth, chart.legend = "bar", 50, None
        chart.add_data(self.book.reference(data, 2, row, 2, row + len(rated)), titles_from_data=True)
        chart.set_categories(self.book.reference(data, 1, row + 1, 1, row + len(rated)))
        chart.series[0].graphicalProperties.solidFill = "1C3A68"
        chart.series[0].dLbls = labels()
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.tickLblPos = "low"
        chart.y_axis.number_format = "0%"
        lowest = min(value for _, (value, _) in rated)
        if lowest < 0:
            step = next(step for step in _STEPS if step >= -lowest / 4 or step == _STEPS[-1])
            chart.y_axis.scaling.min = -float(step * math.ceil(-lowest * _ROOM / step))  # so that its label does not cover the names
            chart.y_axis.majorUnit = float(step)
        sheet.add_chart(chart, "K4")
        return row + len(rated) + 2

    def _trend_chart(self, sheet, data, row, place, kpi):
        """Lines of what was measured and what is aimed at, by year."""
        past, aims = dict(kpi.past), dict(kpi.aims_at)
        years = list(range(min([*past, *aims]), max([*past, *aims]) + 1))
        if kpi.past and kpi.aims_at:
            aims.setdefault(kpi.past[0][0], kpi.past[0][1])  # the dashed line begins at the baseline
        put_row(data, row, ["{}（{}）".format(kpi.name, kpi.unit) if kpi.unit else kpi.name, self.texts["actual"], self.texts["target"]])
        for offset, year in enumerate(years, 1):
            put_row(data, row + offset, [str(year), _number(past.get(year)), _number(aims.get(year))])
        chart = chart_base(extra("openpyxl.chart").LineChart(), kpi.name[:40], 11.6, 6.6)
        chart.add_data(self.book.reference(data, 2, row, 3, row + len(years)), titles_from_data=True)
        chart.set_categories(self.book.reference(data, 1, row + 1, 1, row + len(years)))
        chart.display_blanks, chart.legend.position = "span", "b"
        chart.y_axis.number_format = "General"
        for series, colour, dash, mark in zip(chart.series, ("1C3A68", "7A4D9B"), (None, "dash"), ("circle", "diamond")):
            series.graphicalProperties.line.solidFill, series.graphicalProperties.line.dashStyle = colour, dash
            series.marker.symbol, series.marker.size, series.smooth = mark, 7, False
            series.marker.graphicalProperties.solidFill = colour
        across, down = place % _CHARTS_A_ROW, place // _CHARTS_A_ROW
        sheet.add_chart(chart, "{}{}".format("AHO"[across], _FIRST_TREND + _TREND_ROWS * down))
        return row + len(years) + 2


def evaluation_book(answers, language, path):
    """Writes the evaluation workbook to ``path``."""
    book = _Workbook(answers, language)
    for part in (book.goals, book.measures, book.indicators, book.outlook, book.charts, book.findings):
        part()
    book.book.save(path, last=book.texts["sheet_data"])

"""The population vision as a workbook: scenarios with their bands, the pyramid, and what was published."""
from ..office import extra
from .population_view import PopulationView
from .sheets import Book, Column, chart_base, put_row
from .view import View

_FIGURES = ("total", "age_0_14", "age_15_64", "age_65_plus", "women_20_39", "natural_change", "social_change")
_LINES = ("1C3A68", "17614F", "A8480F", "7A4D9B", "566070", "8C1620")


def _whole(value):
    return None if value is None else int(round(value))


class _PopulationBook:
    def __init__(self, answers, language):
        view = View(answers, language)
        self.texts = view.texts
        self.population = PopulationView(answers, self.texts)
        credit = self.population.answer.get("parameters", {}).get("credit", "") if self.population.scenarios else ""
        note = "{}　{}".format(self.texts["page_note"], "{}: {}".format(self.texts["credit"], credit) if credit else "").strip()
        self.book = Book(self.texts, view.title(), note)

    def scenarios(self):
        texts, population = self.texts, self.population
        columns = [Column(texts["scenario"], 34), Column(texts["year_column"], 8, "year")] + [
            Column("{}（{}）".format(texts[key], texts["persons"]), 13, "number") for key in _FIGURES] + [
                Column("{}（%）".format(texts["share_65_plus"]), 12, "number"),
                Column("{}（{}）".format(texts["band_low"], texts["persons"]), 13, "number"),
                Column("{}（{}）".format(texts["band_high"], texts["persons"]), 13, "number")]
        rows = []
        for position, scenario in enumerate(population.scenarios):
            for place, row in enumerate(scenario.rows):
                band = population.band_of(row["year"]) if position == 0 else None
                changes = [texts["dash"]] * 2 if place == 0 else [_whole(row.get(key)) for key in _FIGURES[5:]]
                share = row.get("share_65_plus")
                rows.append([scenario.name, row["year"]] + [_whole(row.get(key)) for key in _FIGURES[:5]] + changes +
                            [None if share is None else round(share, 1)] +
                            ([_whole(band["low"]), _whole(band["high"])] if band else [texts["dash"]] * 2))
        self.book.sheet(texts["sheet_population"], columns, rows)

    def records(self):
        texts, population = self.texts, self.population
        keys = ("total", "under_15", "aged_15_to_64", "over_65", "households")
        titles = [texts[key] for key in ("total", "age_0_14", "age_15_64", "age_65_plus", "households")]
        rows = [[record.get("source") or texts["unknown"], str(record.get("year") or record.get("day") or texts["unknown"])] +
                [record.get(key) for key in keys] for record in population.records]
        rows += [[texts["population_target"], str(year), total, texts["dash"], texts["dash"], texts["dash"], texts["dash"]]
                 for year, total in population.aimed]
        self.book.sheet(texts["sheet_records"], [Column(texts["source"], 30), Column(texts["when"], 14)] +
                        [Column(title, 14, "number") for title in titles], rows)

    def charts(self):
        sheet, data = self.book.blank(self.texts["sheet_charts"]), self.book.data(self.texts["sheet_data"])
        row = self._lines(sheet, data)
        self._pyramid(sheet, data, row)
        sheet.print_area = "A1:S26"

    def _lines(self, sheet, data):
        texts, population = self.texts, self.population
        years = [row["year"] for row in population.scenarios[0].rows]
        totals = [{row["year"]: _whole(row["total"]) for row in scenario.rows} for scenario in population.scenarios]
        put_row(data, 1, [texts["total"]] + [scenario.short for scenario in population.scenarios] +
                [texts["band_low"], texts["band_high"]])
        for offset, year in enumerate(years, 2):
            band = population.band_of(year) or {}
            put_row(data, offset, [str(year)] + [total.get(year) for total in totals] +
                    [_whole(band.get("low")), _whole(band.get("high"))])
        chart = chart_base(extra("openpyxl.chart").LineChart(), texts["lines_of"], 17, 12)
        chart.add_data(self.book.reference(data, 2, 1, 3 + len(totals), 1 + len(years)), titles_from_data=True)
        chart.set_categories(self.book.reference(data, 1, 2, 1, 1 + len(years)))
        for position, series in enumerate(chart.series):
            band = position >= len(totals)
            series.graphicalProperties.line.solidFill = "8FA3C2" if band else _LINES[position % len(_LINES)]
            series.graphicalProperties.line.dashStyle = "sysDot" if band else (None, "dash", "sysDash", "lgDashDot")[position % 4]
            series.graphicalProperties.line.width, series.smooth = 14000 if band else 26000, False
        chart.y_axis.number_format, chart.y_axis.scaling.min, chart.legend.position = "#,##0", 0, "b"
        sheet.add_chart(chart, "A4")
        return 4 + len(years)

    def _pyramid(self, sheet, data, row):
        """Men to the left as negative figures that the format shows without a sign."""
        texts, scenario = self.texts, self.population.scenarios[0]
        last = scenario.pyramid[-1]
        put_row(data, row, ["{} {}".format(texts["age"], last["year"]), texts["male"], texts["female"]])
        for offset, age in enumerate(self.population.ages, 1):
            men, women = (_whole(last["population"][sex][offset - 1]) for sex in ("male", "female"))
            put_row(data, row + offset, [age, -men, women])
        end = row + len(self.population.ages)
        title = texts["pyramid_of_year"].format(scenario=scenario.short, year=last["year"])
        chart = chart_base(extra("openpyxl.chart").BarChart(), title, 15, 12)
        chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "clustered", 100, 10
        chart.add_data(self.book.reference(data, 2, row, 3, end), titles_from_data=True)
        chart.set_categories(self.book.reference(data, 1, row + 1, 1, end))
        for series, colour in zip(chart.series, ("4F74AB", "B0708C")):
            series.graphicalProperties.solidFill = colour
        chart.x_axis.tickLblPos, chart.y_axis.number_format, chart.legend.position = "low", "#,##0;#,##0", "b"
        sheet.add_chart(chart, "K4")


def population_book(answers, language, path):
    """Writes the population vision to ``path``. Returns whether there was anything to write."""
    book = _PopulationBook(answers, language)
    if book.population.empty:
        return False
    if book.population.scenarios:
        book.charts()
        book.scenarios()
    book.records()
    book.book.save(path, last=book.texts["sheet_data"] if book.population.scenarios else None)
    return True

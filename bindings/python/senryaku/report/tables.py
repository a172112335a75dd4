"""Tables for machines, by the rules of the Ministry of Internal Affairs and Communications for machine-readable data
(統計表における機械判読可能なデータの表記方法の統一ルール, 2020-12-18, https://www.soumu.go.jp/main_content/000723626.pdf):
one value a cell, figures without marks, the unit in a column of its own, the western year beside the era, the code of the
area in every row, no vendor characters.

A figure that is not known is an empty cell, and the column beside it says why.
"""
import csv
import io
import re
import unicodedata
from collections import namedtuple
from decimal import Decimal

from ..eras import era_year
from ..office import cells
from .population_view import PopulationView
from .sheets import rate_number
from .support_view import SupportView
from .view import View, day_year

Table = namedtuple("Table", "name titles rows")
Table.__doc__ = "``name`` of the file without ending; ``rows`` of texts, whole numbers, Decimals or None."


class _Tables:
    def __init__(self, answers, language):
        self.view, self.language, self.answers = View(answers, language), language, answers
        self.texts = self.view.texts
        self._area = [self.view.strategy.get("municipality_code") or "", self.view.strategy["municipality"]]
        self._area_titles = [self.texts["area_code"], self.texts["area_name"]]

    def _table(self, name, titles, rows):
        return Table(name, self._area_titles + titles, [self._area + row for row in rows])

    def _place(self, kpi):
        return [kpi.id or "", (kpi.goal or {}).get("name", ""), (kpi.measure or {}).get("name", ""), self.texts[kpi.kind], kpi.name,
                kpi.unit]

    def _place_titles(self):
        texts = self.texts
        return [texts["identifier"], texts["goal"], texts["measure"], texts["kind"], texts["indicator"], texts["unit"]]

    def indicators(self):
        texts = self.texts
        year = (self.answers.evaluation or {}).get("fiscal_year")
        titles = self._place_titles() + [
            texts["aim"], texts["stage"], texts["year_western"], texts["year_era"], texts["baseline"], texts["target"],
            texts["target_counts"], texts["actual"], texts["when"], texts["rate"] + "_%", texts["rating"], texts["reason"]]
        rows = []
        for kpi in self.view.indicators:
            rate = rate_number(kpi.rate) if kpi.rate else None
            rows.append(self._place(kpi) + [
                kpi.aim, kpi.stage, year, era_year(year), kpi.baseline, kpi.target, texts["basis_names"][kpi.target_basis],
                kpi.actual, kpi.actual_period, rate and rate[0],
                kpi.rating, kpi.gap])
        return self._table("kpi", titles, rows)

    def values(self):
        """Every baseline, target and actual of every indicator, a row for each."""
        texts = self.texts
        titles = self._place_titles() + [texts["value_kind"], texts["year_western"], texts["year_era"], texts["day"],
                                         texts["value"], texts["value_state"]]
        rows = []
        for kpi in self.view.indicators:
            element = kpi.element
            entries = [("baseline", element.get("baseline"))] + [("target", entry) for entry in element.get("targets", [])]
            entries += [("final_target", element.get("target"))] + [("actual", entry) for entry in element.get("actuals", [])]
            for name, entry in entries:
                if entry:
                    year = day_year(entry)
                    rows.append(self._place(kpi) + [texts[name], year, era_year(year), entry.get("day", ""), entry.get("value"),
                                                    self._state(entry)])
        return self._table("kpi-values", titles, rows)

    def _state(self, entry):
        texts = self.texts
        if entry.get("value") is None:
            return entry.get("text") or texts["unknown_reasons"].get(entry.get("unknown"), texts["unknown"])
        return texts["csv_state_provisional"] if entry.get("provisional") else texts["csv_state_known"]

    def ratings(self):
        """How many indicators of each goal and measure have which rating."""
        texts = self.texts
        rows = []
        for goal in self.view.all_goals:
            for name, rated in [("", goal.rated)] + [(measure.name, measure.rated) for measure in goal.measures]:
                rows += [[goal.name, name, symbol, count] for symbol, count, _ in rated.parts]
        return self._table("ratings", [texts["goal"], texts["measure"], texts["rating"], texts["number_of"].format(texts["indicator"])],
                           rows)

    def support(self):
        texts = self.texts
        plan = SupportView(self.answers, texts, self.language)
        titles = [texts["fiscal_year_western"], texts["year_era"], texts["project"], texts["programme"], texts["sought"],
                  texts["verdict"], texts["number_of"].format(texts["conditions"]), texts["amount"] + "_" + texts["yen"],
                  texts["local"] + "_" + texts["yen"], texts["confidence"]]
        return self._table("support", titles, [
            [plan.fiscal_year, era_year(plan.fiscal_year), row.project, row.programme, int(row.sought), texts["verdicts"][row.verdict],
             len(row.conditions), row.payable, row.local, row.confidence] for row in plan.rows])

    def conditions(self):
        """What has to be found out, a row for each condition of each project and programme."""
        texts = self.texts
        plan = SupportView(self.answers, texts, self.language)
        return self._table("support-conditions", [texts["project"], texts["programme"], texts["conditions"], texts["who"]], [
            [row.project, row.programme, condition[self.language], texts["origins"][condition["origin"]]]
            for row in plan.rows for condition in row.conditions])

    def population(self):
        texts, view = self.texts, PopulationView(self.answers, self.texts)
        titles = [texts["scenario"], texts["year_western"], texts["year_era"], texts["sex"], texts["age"], texts["population_persons"]]
        rows = []
        for scenario in view.scenarios:
            for entry in scenario.pyramid:
                for sex in ("male", "female"):
                    rows += [[scenario.name, entry["year"], era_year(entry["year"]), texts[sex], age.replace("–", "-"), int(round(value))]
                             for age, value in zip(view.ages, entry["population"][sex])]
        return self._table("population", titles, rows)

    def findings(self):
        texts = self.texts
        return self._table("findings", [texts["severity"], texts["code"], texts["subject"], texts["finding"], texts["place"]], [
            [texts[entry["severity"]], entry["code"], entry.get("element_name", ""), entry[self.language], entry["pointer"] or "/"]
            for entry in self.answers.review["findings"]])


def tables(answers, language):
    """The tables of a town that have rows."""
    made = _Tables(answers, language)
    every = [part() for part in (made.indicators, made.values, made.ratings, made.support, made.conditions, made.population,
                                 made.findings)]
    return [table for table in every if table.rows]


# ---- Characters ------------------------------------------------------------------------------------------------------

# The same characters of JIS X 0208 under another code point than Python's cp932 has.
_SAME_IN_CP932 = str.maketrans({"〜": "～", "−": "－", "—": "―", "‖": "∥", "¢": "￠", "£": "￡", "¬": "￢"})
_MISSING = "〓"  # the printers' mark for a character that is not there

Changed = namedtuple("Changed", "table row column character written reason")
Changed.__doc__ = "A character that could not be written as it is: place (row of the file from 1), what stands instead, why."


# 機種依存文字 that have a plain spelling: ①, Ⅲ, ㈱, ㎡, №, ℡.
_VENDOR = re.compile("[\u2460-\u24ff\u2160-\u217f\u3200-\u33ff\u2116\u2121]")


def _fits(text, encoding):
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _plain(text, encoding, changed, place):
    """``text`` without vendor characters and without what ``encoding`` cannot hold; each change is listed."""
    if encoding == "cp932":
        text = text.translate(_SAME_IN_CP932)
    if not _VENDOR.search(text) and _fits(text, encoding):
        return text
    shown = []
    for char in text:
        written, reason = char, None
        if _VENDOR.match(char):
            written, reason = unicodedata.normalize("NFKC", char), "vendor_character"
        if not _fits(written, encoding):
            written, reason = _MISSING, "not_in_cp932"
        if reason and written != char:
            changed.append(Changed(*place, char, written, reason))
        shown.append(written)
    return "".join(shown)


def csv_bytes(table, encoding, changed):
    """A table as a CSV file; what had to be changed is added to ``changed`` (None: text stays as it is)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for number, row in enumerate([table.titles] + table.rows, 1):
        shown = []
        for column, value in enumerate(row):
            if value is None or isinstance(value, (int, Decimal)):
                shown.append(cells.csv_number(value))
            else:
                text = " ".join(cells.clean(value).split("\n"))  # no line breaks within a cell
                if changed is not None:
                    text = _plain(text, encoding, changed, (table.name, number, table.titles[column]))
                shown.append(cells.csv_text(text))
        writer.writerow(shown)
    return buffer.getvalue().encode(encoding)


def changes_table(changed, texts):
    """What was changed, as a table of its own."""
    return Table("characters", [texts["file"], texts["row"], texts["column"], texts["character"], texts["code_point"],
                                texts["written_as"], texts["why"]],
                 [[entry.table + ".csv", entry.row, entry.column, entry.character, "U+{:04X}".format(ord(entry.character)),
                   entry.written, texts[entry.reason]] for entry in changed])

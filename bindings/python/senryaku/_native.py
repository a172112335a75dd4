"""The C interface by ctypes. Nothing else in the package touches ctypes."""
from __future__ import annotations

import datetime
import json
import os
import weakref
from array import array
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_uint8, c_void_p, string_at
from decimal import Decimal
from typing import (Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, NoReturn, Optional, Sequence, Tuple, TypeVar,
                    Union)

from . import _library
from .columns import Column

Json = Dict[str, Any]  # an object of a published format, as json.loads gives it
Document = Union[str, bytes, Json]  # JSON text, its bytes (UTF-8), or what json can write
Day = Union[str, datetime.date]  # "YYYY-MM-DD" or a date

_lib = _library.load()


def _function(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_lib, name)
    function.restype = result
    function.argtypes = arguments
    return function


_OUT = POINTER(c_void_p)
_LENGTH = POINTER(c_int64)
_NUMBER = POINTER(c_int32)

_version = _function("senryaku_version", c_char_p)
_abi_version = _function("senryaku_abi_version", c_int32)
_strategy_parse = _function("senryaku_strategy_parse", c_int32, c_char_p, c_int64, c_char_p, c_int64, _OUT, _OUT)
_strategy_free = _function("senryaku_strategy_free", None, c_void_p)
_rules_extend = _function("senryaku_rules_extend", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_rules_free = _function("senryaku_rules_free", None, c_void_p)
_result_json = _function("senryaku_result_json", c_void_p, c_void_p, _LENGTH)
_result_free = _function("senryaku_result_free", None, c_void_p)
_error_json = _function("senryaku_error_json", c_void_p, c_void_p, _LENGTH)
_error_free = _function("senryaku_error_free", None, c_void_p)


def _verb(name: str) -> Any:
    """A verb over a strategy: strategy, rules, options, result, error."""
    return _function(name, c_int32, c_void_p, c_void_p, c_char_p, c_int64, _OUT, _OUT)


_review = _verb("senryaku_review")
_check = _verb("senryaku_check")
_evaluate = _verb("senryaku_evaluate")
_support = _verb("senryaku_support")
_plan = _verb("senryaku_plan")
_population = _verb("senryaku_population")
_write = _verb("senryaku_write")
_compare = _function("senryaku_compare", c_int32, c_void_p, c_void_p, c_void_p, c_char_p, c_int64, _OUT, _OUT)

_check_indicators = _function("senryaku_check_indicators", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_classify = _function("senryaku_classify", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_evaluate_indicators = _function("senryaku_evaluate_indicators", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_match = _function("senryaku_match", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_support_change = _function("senryaku_support_change", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_lint_catalogue = _function("senryaku_lint_catalogue", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_read_printed = _function("senryaku_read_printed", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_explain = _function("senryaku_explain", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_project = _function("senryaku_project", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_match_columns = _function("senryaku_match_columns", c_int32, c_void_p, c_char_p, c_int64, c_int64, c_void_p, c_void_p,
                           c_void_p, c_void_p, c_int64, _OUT, _OUT)
_project_areas = _function("senryaku_project_areas", c_int32, c_int64, c_int64, c_int64, c_void_p, c_void_p, c_void_p,
                           c_void_p, c_void_p, c_void_p, _OUT)
_classify_names = _function("senryaku_classify_names", c_int32, c_void_p, c_int64, c_char_p, c_void_p, c_char_p, c_void_p,
                            c_char_p, c_void_p, c_int32, c_void_p, c_void_p, c_void_p, _OUT)

_rate_columns = _function("senryaku_rate_columns", c_int32, c_void_p, c_char_p, c_int64, c_int64, c_void_p, c_void_p,
                          c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p,
                          c_void_p, c_void_p, c_void_p, _OUT)
_decimal_column = _function("senryaku_decimal_column", c_int32, c_int64, c_void_p, c_int32, c_void_p, c_void_p, c_void_p,
                            _LENGTH, _OUT)
_result_table = _function("senryaku_result_table", c_char_p, c_void_p, c_int64)
_result_column = _function("senryaku_result_column", c_char_p, c_void_p, c_char_p, c_int64, _NUMBER, _LENGTH)
_result_integers = _function("senryaku_result_integers", c_void_p, c_void_p, c_char_p, c_char_p, _NUMBER, _OUT)
_result_doubles = _function("senryaku_result_doubles", c_void_p, c_void_p, c_char_p, c_char_p, _OUT)
_result_texts = _function("senryaku_result_texts", c_void_p, c_void_p, c_char_p, c_char_p, _OUT, _OUT)

_VERBS = {"review": _review, "check": _check, "evaluate": _evaluate, "compare": _compare, "support": _support, "plan": _plan,
          "population": _population}
STATUS_NAMES = {1: "argument", 2: "handle", 3: "document", 4: "options", 5: "not-found", 6: "memory", 7: "internal"}


class Problem(NamedTuple):
    """One reason of a failure.

    ``code`` is stable ("format.value.day"); ``severity`` is "error", "warning" or "advice"; ``pointer`` is a JSON Pointer
    (RFC 6901) into the document or the options; ``line`` and ``column`` count from 1 (columns in code points) and are None
    where there is no text; ``ja`` and ``en`` say what is wrong; ``values`` are the figures behind it.
    """

    code: str
    severity: str
    pointer: str
    line: Optional[int]
    column: Optional[int]
    ja: str
    en: str
    values: Dict[str, str]


class SenryakuError(Exception):
    """A question that could not be answered.

    ``status`` names the kind of failure ("argument", "handle", "document", "options", "not-found", "internal");
    ``problems`` lists the reasons with their places, in the order of the text.
    """

    def __init__(self, status: str, problems: List[Problem]) -> None:
        self.status = status
        self.problems = problems
        first = problems[0] if problems else None
        place = "" if first is None or first.line is None else "{}:{}: ".format(first.line, first.column)
        super().__init__(status if first is None else "{}{} / {}".format(place, first.ja, first.en))


def _borrowed_text(function: Any, handle: Any) -> Any:
    length = c_int64()
    pointer = function(handle, byref(length))
    return None if not pointer else string_at(pointer, length.value).decode("utf-8")


def _raise(status: int, error: c_void_p) -> NoReturn:
    problems = []
    if error.value:
        text = _borrowed_text(_error_json, error)
        _error_free(error)
        for entry in json.loads(text):
            problems.append(Problem(entry["code"], entry["severity"], entry["pointer"], entry.get("line"),
                                    entry.get("column"), entry["ja"], entry["en"], entry.get("values", {})))
    if status == 6:
        raise MemoryError("senryaku")
    raise SenryakuError(STATUS_NAMES.get(status, str(status)), problems)


def _encoded(value: Any) -> Any:
    """Options or a document as bytes: text, bytes, or anything that json can write."""
    if value is None:
        return None
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _call(function: Any, *arguments: Any) -> c_void_p:
    """Calls a function whose last two arguments are an output handle and an error; returns the handle."""
    out, error = c_void_p(), c_void_p()
    status = function(*arguments, byref(out), byref(error))
    if status != 0:
        _raise(status, error)
    return out


def _result_text(function: Any, *arguments: Any) -> str:
    out = _call(function, *arguments)
    try:
        return _borrowed_text(_result_json, out)
    finally:
        _result_free(out)


_Self = TypeVar("_Self", bound="_Owner")


class _Owner:
    """Owns one handle; closes with the object, at the end of a ``with`` block, or by close()."""

    def _own(self, handle: c_void_p, free: Any) -> None:
        self._handle = handle
        self._close = weakref.finalize(self, free, handle)

    @property
    def handle(self) -> c_void_p:
        """What the C functions take; ValueError when the object is closed."""
        if not self._close.alive:
            raise ValueError("解放済みです / already closed")
        return self._handle

    def close(self) -> None:
        """Frees the handle now; a second call does nothing."""
        self._close()

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


class Rules(_Owner):
    """Rule data: those of ``base`` (None: the built-in ones) with a rule document's entries replaced by id or added.

    Immutable; may be used from several threads at once. A context manager. Raises SenryakuError when the document is
    refused.
    """

    def __init__(self, document: Document, base: Optional[Rules] = None) -> None:
        data = _encoded(document)
        self._own(_call(_rules_extend, base.handle if base else None, data, len(data)), _rules_free)


class Result(_Owner):
    """What a verb found out: ``data`` as dicts and lists, and tables with typed columns."""

    def __init__(self, handle: c_void_p) -> None:
        self._own(handle, _result_free)

    @property
    def text(self) -> str:
        """The result as JSON text."""
        return _borrowed_text(_result_json, self.handle)

    @property
    def data(self) -> Json:
        """The result as dicts and lists, in its published format."""
        return json.loads(self.text)

    @property
    def tables(self) -> List[str]:
        """Names of the tables."""
        return self._names(lambda index: _result_table(self.handle, index))

    @staticmethod
    def _names(name_at: Callable[[int], Any]) -> List[str]:
        names: List[str] = []
        while True:
            name = name_at(len(names))
            if name is None:
                return names
            names.append(name.decode("utf-8"))

    def table(self, name: str) -> Dict[str, List[Any]]:
        """A table as {column: list}: int, Decimal (figures with decimals), float or str; None where there is no value."""
        return {column: self._values(kind, rows, parts) for column, kind, rows, parts in self._columns(name)}

    def kinds(self, name: str) -> Dict[str, int]:
        """The columns of a table with what they hold: 1 integers (with a scale), 2 doubles, 3 texts."""
        return {column: kind for column, kind, _, _ in self._columns(name)}

    def columns(self, name: str) -> Dict[str, Column]:
        """The numeric columns of a table as {column: Column} of NumPy arrays over the result's memory."""
        import numpy
        found = {}
        for column, kind, rows, parts in self._columns(name):
            if kind != 3:
                figures = numpy.frombuffer(parts[0], dtype="<i8" if kind == 1 else "<f8") if rows else numpy.empty(0)
                known = numpy.frombuffer(parts[1], dtype="u1") if rows else numpy.empty(0, "u1")
                found[column] = Column(figures, known, parts[2])
        return found

    def _view(self, kind: Any, length: int, address: Any) -> Any:
        view = (kind * length).from_address(address) if length else (kind * 0)()
        view.owner = self  # the memory is the result's
        return view

    def _columns(self, name: str) -> Iterator[Tuple[str, int, int, Any]]:
        """(column, kind, rows, (values, mask, scale or offsets)) of each column, over the result's memory."""
        table = name.encode("utf-8")
        if name not in self.tables:
            raise KeyError(name)
        kind, rows, known, more = c_int32(), c_int64(), c_void_p(), c_void_p()
        for index in range(2 ** 31):
            column = _result_column(self.handle, table, index, byref(kind), byref(rows))
            if column is None:
                return
            count = rows.value
            if kind.value == 3:
                start = _result_texts(self.handle, table, column, byref(more), byref(known))
                offsets = self._view(c_int64, count + 1, more.value)
                parts = string_at(start, offsets[count]), self._view(c_uint8, count, known.value), offsets
            else:
                scale = c_int32()
                start = (_result_integers(self.handle, table, column, byref(scale), byref(known)) if kind.value == 1
                         else _result_doubles(self.handle, table, column, byref(known)))
                parts = (self._view(c_int64 if kind.value == 1 else c_double, count, start),
                         self._view(c_uint8, count, known.value), scale.value)
            yield column.decode("utf-8"), kind.value, count, parts

    def _values(self, kind: int, rows: int, parts: Any) -> List[Any]:
        if kind == 3:
            text, known, offsets = parts
            return [text[offsets[i]:offsets[i + 1]].decode("utf-8") if known[i] else None for i in range(rows)]
        figures, known, scale = parts
        if scale:
            return [Decimal(figures[i]).scaleb(-scale) if known[i] else None for i in range(rows)]
        return [figures[i] if known[i] else None for i in range(rows)]


class Strategy(_Owner):
    """A strategy document. Immutable; may be used from several threads at once. A context manager.

    ``text``: the document as str, bytes (UTF-8) or dict. ``limits``: max_bytes, max_depth, max_findings (numbers), strict
    (True: an unknown member is an error). Raises SenryakuError when the document is refused. Every question releases the
    interpreter's lock while the library works, and raises SenryakuError when it cannot be answered.
    """

    def __init__(self, text: Document, **limits: Any) -> None:
        data = _encoded(text)
        options = _encoded(limits) if limits else None
        self._own(_call(_strategy_parse, data, len(data), options, len(options or b"")), _strategy_free)

    @classmethod
    def from_file(cls, path: Union[str, os.PathLike[str]], **limits: Any) -> Strategy:
        """Reads the document at ``path``; OSError when the file cannot be read."""
        with open(path, "rb") as file:
            return cls(file.read(), **limits)

    def _ask(self, verb: Any, options: Any, rules: Optional[Rules] = None) -> str:
        data = _encoded(options)
        return _result_text(verb, self.handle, rules.handle if rules else None, data, len(data or b""))

    # ``loads`` of the verbs reads their JSON text: json.loads, or office.cells.loads, which keeps every digit.

    def review(self, as_of: Day, rules: Optional[Rules] = None, scheme: Optional[str] = None,
               loads: Callable[[str], Any] = json.loads) -> Any:
        """Everything at once, as of a day (date or "YYYY-MM-DD"): a dict of the form senryaku.review/1.

        ``scheme``: id of the rating scheme; default: the strategy's own, or the first of the rules.
        """
        return loads(self.review_json(as_of, rules, scheme))

    def review_json(self, as_of: Day, rules: Optional[Rules] = None, scheme: Optional[str] = None) -> str:
        """The review as JSON text (format senryaku.review/1); arguments as of review()."""
        options = {"as_of": str(as_of)}
        if scheme:
            options["scheme"] = scheme
        return self._ask(_review, options, rules)

    def check(self, kpis: Iterable[str] = (), rules: Optional[Rules] = None) -> Json:
        """SMART letters, viewpoints and findings of all indicators (or of those named by id), stages by goal, and findings
        about more than one indicator: a dict of the form senryaku.check/1."""
        return json.loads(self._ask(_check, {"kpis": list(kpis)}, rules))

    def evaluate(self, fiscal_year: int, schemes: Iterable[str] = (), rules: Optional[Rules] = None,
                 loads: Callable[[str], Any] = json.loads) -> List[Json]:
        """The yearly verification of a fiscal year (2025: April 2025 to March 2026) by one or more schemes.

        Returns a list of evaluations, one for each scheme. Rates are exact: ``rate_numerator`` and ``rate_denominator``
        are whole numbers as text, ``rate`` is in per cent, rounded as the scheme says.
        """
        return self.verification(fiscal_year, schemes, rules, loads=loads)["evaluations"]

    def verification(self, fiscal_year: int, schemes: Iterable[str] = (), rules: Optional[Rules] = None,
                     as_of: Optional[Day] = None, loads: Callable[[str], Any] = json.loads) -> Json:
        """The whole yearly verification: a dict of the form senryaku.evaluation/1.

        ``evaluations`` (one for each scheme), ``outlook``, ``cycle`` and ``findings``. ``as_of``: the day to look from at
        the yearly calendar (date or "YYYY-MM-DD"); without it nothing is overdue.
        """
        options = {"fiscal_year": fiscal_year, "schemes": list(schemes)}
        if as_of is not None:
            options["as_of"] = str(as_of)
        return loads(self._ask(_evaluate, options, rules))

    def compare(self, newer: Strategy, years: Optional[Tuple[int, int]] = None, scheme: Optional[str] = None,
                rules: Optional[Rules] = None) -> Json:
        """What changed from this version to ``newer``: a dict of the form senryaku.comparison/1.

        ``years``: two fiscal years of ``newer`` to compare as well; with the strategy itself as ``newer``, only these.
        """
        options: Json = {}
        if years is not None:
            options["year_before"], options["year_after"] = years
        if scheme:
            options["scheme"] = scheme
        data = _encoded(options)
        return json.loads(_result_text(_compare, self.handle, newer.handle, rules.handle if rules else None, data, len(data)))

    def evaluation(self, fiscal_year: int, schemes: Iterable[str] = (), rules: Optional[Rules] = None) -> Result:
        """As evaluate(), as a Result: findings are in ``data``, the evaluation sheet in its tables."""
        return self.result("evaluate", rules, fiscal_year=fiscal_year, schemes=list(schemes))

    def result(self, verb: str, rules: Optional[Rules] = None, before: Optional[Strategy] = None, **options: Any) -> Result:
        """A verb's Result, with the tables of senryaku_result_table() in senryaku.h.

        ``verb``: "review", "check", "evaluate", "support", "plan", "population", or "compare" with the older version as ``before``.
        ``options``: those of the verb (its schema in lib/schema/v1), such as as_of, fiscal_year or horizon_year.
        """
        if verb not in _VERBS:
            raise ValueError("{}: {} / one of {}".format(verb, "問いの名前ではありません", ", ".join(sorted(_VERBS))))
        data = _encoded(options)
        handles = (self.handle,) if before is None else (before.handle, self.handle)
        return Result(_call(_VERBS[verb], *handles, rules.handle if rules else None, data, len(data)))

    def support(self, fiscal_year: int, rules: Optional[Rules] = None, loads: Callable[[str], Any] = json.loads,
                **options: Any) -> Json:
        """What the projects can get in a fiscal year: a dict of the form senryaku.support/1.

        ``options``: as_of ("YYYY-MM-DD"), programmes and projects (lists of ids; all when left out), kind ("eligibility",
        "expense", "amount", "procedure"), only_sought, explain, portfolio, since, together
        (equal answers of several projects once, the later projects in "also"). Amounts are in yen.
        """
        return loads(self._ask(_support, dict(options, fiscal_year=fiscal_year), rules))

    def plan(self, rules: Optional[Rules] = None, loads: Callable[[str], Any] = json.loads, **options: Any) -> Json:
        """The regional plan (地域再生計画) derived from the strategy: a dict of the form senryaku.plan/1.

        ``options``: style ("grant" or "donation"), form, name, kpis, donation_estimate_yen, evaluation_month,
        certified_on, changes, sums.
        """
        return loads(self._ask(_plan, options, rules))

    def population(self, horizon_year: int = 2050, rules: Optional[Rules] = None,
                   loads: Callable[[str], Any] = json.loads) -> Json:
        """The population vision projected: a dict of the form senryaku.population/1.

        ``horizon_year``: the last year, one that ends in 0 or 5. Populations are in persons, by five-year age groups.
        """
        return loads(self._ask(_population, {"horizon_year": horizon_year}, rules))

    def to_json(self, compact: bool = False) -> str:
        """The document again, in canonical form; ``compact``: without line breaks."""
        return self._ask(_write, {"compact": compact})

    @property
    def findings(self) -> List[Json]:
        """What reading and every step has to say, as of the first day of the period: see review()["findings"]."""
        return self.review(as_of=json.loads(self.to_json(True))["period"].get("start", "2025-04-01"))["findings"]


def ask(function: Any, request: Json, rules: Optional[Rules] = None) -> Json:
    """A request that brings its own data, answered as a dict."""
    data = _encoded(request)
    return json.loads(_result_text(function, rules.handle if rules else None, data, len(data)))


def classify(names: Iterable[str], units: Optional[Sequence[str]] = None, contexts: Optional[Sequence[str]] = None,
             declared: Optional[Sequence[str]] = None, sure_from: Optional[float] = None,
             rules: Optional[Rules] = None) -> List[Json]:
    """Input, output or outcome of indicator names.

    ``names`` and the optional columns beside it are sequences of the same length. ``sure_from``: confidence (0–1) below
    which an answer is unsure. Returns a list of {"label", "confidence", "unsure", "cues", …}; the label is given even when
    unsure, confidence is 0–1, and each cue is {"text", "kind", "means", "ja", "en", "gloss", "weight", "decides"}: where
    it stands, what its class says in both languages, its English, and whether it is one of those that decide.
    """
    items = [{"name": name} for name in names]
    for key, column in (("unit", units), ("context", contexts), ("declared", declared)):
        for item, value in zip(items, column or ()):
            if value:
                item[key] = value
    request: Json = {"items": items}
    if sure_from is not None:
        request["sure_from"] = round(sure_from * 1000)
    verdicts = [answer["verdict"] for answer in ask(_classify, request, rules)["answers"]]
    return [dict(verdict, confidence=verdict["confidence"] / 1000) for verdict in verdicts]


def check_indicators(items: Iterable[Json], rules: Optional[Rules] = None) -> List[Json]:
    """SMART letters and viewpoints of single indicators: a list of {"kpi", "period", "context"}.

    Returns a list of {"check", "findings"} in that order.
    """
    return ask(_check_indicators, {"items": list(items)}, rules)["answers"]


def evaluate_indicators(questions: Iterable[Json], schemes: Iterable[Json] = (), rules: Optional[Rules] = None) -> List[Json]:
    """Single indicators: a list of {"id", "scheme", "year", "plan_start_year", "kpi"}, answered in that order.

    ``schemes``: rating schemes (format of lib/schema/v1) beside those of the rules.
    """
    request = {"schemes": list(schemes), "questions": list(questions)}
    return [answer["evaluation"] for answer in ask(_evaluate_indicators, request, rules)["answers"]]


def match(questions: Sequence[Json], rules: Optional[Rules] = None, explain: bool = False) -> Json:
    """Questions of support about stated facts: a list of {"programme", "fiscal_year", "kind", "facts", …}.

    A fact that is not given is unknown. Returns a dict of the form senryaku.support/1, answers in the order asked.
    """
    return ask(_match, {"questions": questions, "explain": explain}, rules)


def support_change(before: Json, after: Json, rules: Optional[Rules] = None) -> Json:
    """What changed between two questions of support, with the rules that caused it.

    ``before`` and ``after`` are questions as match() takes them. Returns a dict of the form senryaku.support-change/1.
    """
    return ask(_support_change, {"before": before, "after": after}, rules)


def lint_catalogue(witnesses: bool = False, rules: Optional[Rules] = None) -> Json:
    """The linter's report on the programme catalogue: a dict of the form senryaku.catalogue-report/1.

    ``witnesses``: also facts that reach each answer, for every rule.
    """
    return ask(_lint_catalogue, {"witnesses": witnesses}, rules)


def schemes(ids: Iterable[str] = (), rules: Optional[Rules] = None) -> List[Json]:
    """Rating schemes of the rules by their ids; all of them when none is named."""
    return ask(_explain, {"codes": [], "schemes": list(ids)}, rules).get("schemes", [])


def read_printed(items: Iterable[Json], rules: Optional[Rules] = None) -> List[Json]:
    """Figures, days and years as Japanese papers print them: a list of {"number", "unit"} or {"period"}, answered in order.

    An answer holds "number" with "value_in_unit" and "unit_agrees", or "period", and "findings". Decimals are exact
    (decimal.Decimal).
    """
    text = _encoded({"items": list(items)})
    answer = _result_text(_read_printed, rules.handle if rules else None, text, len(text))
    return json.loads(answer, parse_float=Decimal)["answers"]


def explain(codes: Iterable[str] = (), rules: Optional[Rules] = None, show: Iterable[str] = ()) -> Json:
    """Finding codes explained; all of them when none is named. ``show``: rule data, "frameworks", "idea-form" and "eras"."""
    return ask(_explain, {"codes": list(codes), "rules": list(show)}, rules)


def project(request: Json, rules: Optional[Rules] = None) -> Json:
    """A projection by its figures alone.

    ``request``: {"input": {"base_year", "base": {"male": […], "female": […]}, "steps": […], "horizon_year"}, or
    "censuses": [{"year", "population": {"male", "female"}}] with "name", "horizon_year", "census_totals"; "scenarios",
    "outlooks": [{"name", "fertility": [{"year", "value"}], "migration_factors", "families_per_year", "family"}],
    "compared_year", "needed": {"year", "target"}, "desired_fertility"}. Returns a dict of the form
    senryaku.population/1.
    """
    return ask(_project, request, rules)


def projection(request: Json, rules: Optional[Rules] = None) -> Result:
    """As project(), as a Result with the tables of Strategy.result("population")."""
    data = _encoded(request)
    return Result(_call(_project, rules.handle if rules else None, data, len(data)))


def version() -> str:
    """Version of the shared library, such as "1.0.0"."""
    return _version().decode("ascii")


def abi_version() -> Tuple[int, int]:
    """Version of the C interface as (major, minor)."""
    return divmod(_abi_version(), 1000)


def data_version() -> str:
    """Version of the programme catalogue that the library has built in, such as "2026.1"."""
    return lint_catalogue()["version"]

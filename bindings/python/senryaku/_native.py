"""The C interface by ctypes. Nothing else in the package touches ctypes."""
import json
import weakref
from array import array
from collections import namedtuple
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_uint8, c_void_p, string_at
from decimal import Decimal

from . import _library
from .columns import Column, column_of, text_column

_lib = _library.load()


def _function(name, result, *arguments):
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


def _verb(name):
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

STATUS_NAMES = {1: "argument", 2: "handle", 3: "document", 4: "options", 5: "not-found", 6: "memory", 7: "internal"}

Problem = namedtuple("Problem", "code severity pointer line column ja en values")
Problem.__doc__ = "One reason of a failure: stable code, place in the text (line and column from 1, or None), ja and en."


class SenryakuError(Exception):
    """A question that could not be answered.

    ``status`` names the kind of failure; ``problems`` lists the reasons with their places.
    """

    def __init__(self, status, problems):
        self.status = status
        self.problems = problems
        first = problems[0] if problems else None
        place = "" if first is None or first.line is None else "{}:{}: ".format(first.line, first.column)
        super().__init__(status if first is None else "{}{} / {}".format(place, first.ja, first.en))


def _borrowed_text(function, handle):
    length = c_int64()
    pointer = function(handle, byref(length))
    return None if not pointer else string_at(pointer, length.value).decode("utf-8")


def _raise(status, error):
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


def _encoded(value):
    """Options or a document as bytes: text, bytes, or anything that json can write."""
    if value is None:
        return None
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _call(function, *arguments):
    """Calls a function whose last two arguments are an output handle and an error; returns the handle."""
    out, error = c_void_p(), c_void_p()
    status = function(*arguments, byref(out), byref(error))
    if status != 0:
        _raise(status, error)
    return out


def _result_text(function, *arguments):
    out = _call(function, *arguments)
    try:
        return _borrowed_text(_result_json, out)
    finally:
        _result_free(out)


class _Owner:
    """Owns one handle; closes with the object, at the end of a ``with`` block, or by close()."""

    def _own(self, handle, free):
        self._handle = handle
        self._close = weakref.finalize(self, free, handle)

    @property
    def handle(self):
        if not self._close.alive:
            raise ValueError("解放済みです / already closed")
        return self._handle

    def close(self):
        self._close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Rules(_Owner):
    """Rule data: the built-in ones with a rule document's entries replaced by id or added."""

    def __init__(self, document, base=None):
        data = _encoded(document)
        self._own(_call(_rules_extend, base.handle if base else None, data, len(data)), _rules_free)


class Result(_Owner):
    """What a verb found out: ``data`` as dicts and lists, and tables with typed columns."""

    def __init__(self, handle):
        self._own(handle, _result_free)

    @property
    def text(self):
        """The result as JSON text."""
        return _borrowed_text(_result_json, self.handle)

    @property
    def data(self):
        return json.loads(self.text)

    @property
    def tables(self):
        """Names of the tables."""
        return self._names(lambda index: _result_table(self.handle, index))

    @staticmethod
    def _names(name_at):
        names = []
        while True:
            name = name_at(len(names))
            if name is None:
                return names
            names.append(name.decode("utf-8"))

    def table(self, name):
        """A table as {column: list}: int, Decimal (figures with decimals), float or str; None where there is no value."""
        return {column: self._values(kind, rows, parts) for column, kind, rows, parts in self._columns(name)}

    def columns(self, name):
        """The numeric columns of a table as {column: Column} of NumPy arrays over the result's memory."""
        import numpy
        found = {}
        for column, kind, rows, parts in self._columns(name):
            if kind != 3:
                figures = numpy.frombuffer(parts[0], dtype="<i8" if kind == 1 else "<f8") if rows else numpy.empty(0)
                known = numpy.frombuffer(parts[1], dtype="u1") if rows else numpy.empty(0, "u1")
                found[column] = Column(figures, known, parts[2])
        return found

    def _view(self, kind, length, address):
        view = (kind * length).from_address(address) if length else (kind * 0)()
        view.owner = self  # the memory is the result's
        return view

    def _columns(self, name):
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

    def _values(self, kind, rows, parts):
        if kind == 3:
            text, known, offsets = parts
            return [text[offsets[i]:offsets[i + 1]].decode("utf-8") if known[i] else None for i in range(rows)]
        figures, known, scale = parts
        if scale:
            return [Decimal(figures[i]).scaleb(-scale) if known[i] else None for i in range(rows)]
        return [figures[i] if known[i] else None for i in range(rows)]


class Strategy(_Owner):
    """A strategy document. Immutable; may be used from several threads at once.

    ``text``: the document as str or bytes (UTF-8). ``limits``: max_bytes, max_depth, max_findings, strict.
    Raises SenryakuError when the document is refused.
    """

    def __init__(self, text, **limits):
        data = _encoded(text)
        options = _encoded(limits) if limits else None
        self._own(_call(_strategy_parse, data, len(data), options, len(options or b"")), _strategy_free)

    @classmethod
    def from_file(cls, path, **limits):
        """Reads the document at ``path``."""
        with open(path, "rb") as file:
            return cls(file.read(), **limits)

    def _ask(self, verb, options, rules=None):
        data = _encoded(options)
        return _result_text(verb, self.handle, rules.handle if rules else None, data, len(data or b""))

    # ``loads`` of the verbs reads their JSON text: json.loads, or office.cells.loads, which keeps every digit.

    def review(self, as_of, rules=None, scheme=None, loads=json.loads):
        """Everything at once, as of a day (date or "YYYY-MM-DD"): a dict of the form senryaku.review/1.

        ``scheme``: id of the rating scheme; default: the strategy's own, or the first of the rules.
        """
        return loads(self.review_json(as_of, rules, scheme))

    def review_json(self, as_of, rules=None, scheme=None):
        """The review as JSON text."""
        options = {"as_of": str(as_of)}
        if scheme:
            options["scheme"] = scheme
        return self._ask(_review, options, rules)

    def check(self, kpis=(), rules=None):
        """SMART letters, viewpoints and findings of all indicators (or of those named by id), stages by goal, and findings
        about more than one indicator: a dict of the form senryaku.check/1."""
        return json.loads(self._ask(_check, {"kpis": list(kpis)}, rules))

    def evaluate(self, fiscal_year, schemes=(), rules=None, loads=json.loads):
        """The yearly verification by one or more schemes: a list of evaluations, one for each scheme."""
        return self.verification(fiscal_year, schemes, rules, loads=loads)["evaluations"]

    def verification(self, fiscal_year, schemes=(), rules=None, as_of=None, loads=json.loads):
        """The whole yearly verification: a dict of the form senryaku.evaluation/1.

        ``evaluations`` (one for each scheme), ``outlook``, ``cycle`` and ``findings``. ``as_of``: the day to look from at
        the yearly calendar (date or "YYYY-MM-DD"); without it nothing is overdue.
        """
        options = {"fiscal_year": fiscal_year, "schemes": list(schemes)}
        if as_of is not None:
            options["as_of"] = str(as_of)
        return loads(self._ask(_evaluate, options, rules))

    def compare(self, newer, years=None, scheme=None, rules=None):
        """What changed from this version to ``newer``: a dict of the form senryaku.comparison/1.

        ``years``: two fiscal years of ``newer`` to compare as well; with the strategy itself as ``newer``, only these.
        """
        options = {}
        if years is not None:
            options["year_before"], options["year_after"] = years
        if scheme:
            options["scheme"] = scheme
        data = _encoded(options)
        return json.loads(_result_text(_compare, self.handle, newer.handle, rules.handle if rules else None, data, len(data)))

    def evaluation(self, fiscal_year, schemes=(), rules=None):
        """As evaluate(), as a Result: findings are in ``data``, the evaluation sheet in its tables."""
        data = _encoded({"fiscal_year": fiscal_year, "schemes": list(schemes)})
        return Result(_call(_evaluate, self.handle, rules.handle if rules else None, data, len(data)))

    def support(self, fiscal_year, rules=None, loads=json.loads, **options):
        """What the projects can get in a fiscal year: a dict of the form senryaku.support/1.

        ``options``: as_of, programmes, projects, kind, only_sought, explain, portfolio, since.
        """
        return loads(self._ask(_support, dict(options, fiscal_year=fiscal_year), rules))

    def plan(self, rules=None, loads=json.loads, **options):
        """The regional plan (地域再生計画) derived from the strategy: a dict of the form senryaku.plan/1.

        ``options``: style ("grant" or "donation"), form, name, kpis, donation_estimate_yen, evaluation_month,
        certified_on, changes, sums.
        """
        return loads(self._ask(_plan, options, rules))

    def population(self, horizon_year=2050, rules=None, loads=json.loads):
        """The population vision projected: a dict of the form senryaku.population/1."""
        return loads(self._ask(_population, {"horizon_year": horizon_year}, rules))

    def to_json(self, compact=False):
        """The document again, in canonical form."""
        return self._ask(_write, {"compact": compact})

    @property
    def findings(self):
        """What reading and every step has to say, as of the first day of the period: see review()["findings"]."""
        return self.review(as_of=json.loads(self.to_json(True))["period"].get("start", "2025-04-01"))["findings"]


def ask(function, request, rules=None):
    """A request that brings its own data, answered as a dict."""
    data = _encoded(request)
    return json.loads(_result_text(function, rules.handle if rules else None, data, len(data)))


def classify(names, units=None, contexts=None, declared=None, sure_from=None, rules=None):
    """Input, output or outcome of indicator names.

    ``names`` and the optional columns beside it are sequences of the same length. ``sure_from``: confidence (0–1) below
    which an answer is unsure. Returns a list of {"label", "confidence", "unsure", "cues", …}; the label is given even when
    unsure, confidence is 0–1, and each cue is {"text", "means", "weight"}.
    """
    items = [{"name": name} for name in names]
    for key, column in (("unit", units), ("context", contexts), ("declared", declared)):
        for item, value in zip(items, column or ()):
            if value:
                item[key] = value
    request = {"items": items}
    if sure_from is not None:
        request["sure_from"] = round(sure_from * 1000)
    verdicts = [answer["verdict"] for answer in ask(_classify, request, rules)["answers"]]
    return [dict(verdict, confidence=verdict["confidence"] / 1000) for verdict in verdicts]


STAGES = ("input", "output", "outcome")


def classify_names(names, units=None, contexts=None, sure_from=None, rules=None, out=None):
    """Stages of many names at once, without cues: (labels, confidences, unsure), columns of uint8, int32 and uint8.

    Each column of texts is a sequence of str, or a pair of UTF-8 bytes and int64 offsets (count + 1) that is not copied.
    A label is an index in ``senryaku.STAGES``; confidences are thousandths; ``sure_from`` is 0–1. ``out``: three arrays of
    ``array`` or NumPy to write to (uint8, int32, uint8); new ones of ``array`` when not given.
    """
    columns = [None if texts is None else text_column(texts) for texts in (names, units, contexts)]
    count = columns[0][2]
    if any(column is not None and column[2] != count for column in columns):
        raise ValueError("列の長さが違います / columns of different length")
    arguments, alive = [], []
    for column in columns:
        pointer, kept = (None, None) if column is None else _figures(column[1], count + 1, "q")
        arguments += [None if column is None else column[0], pointer]
        alive.append(kept)
    labels, confidences, unsure = out or [_new(code, count, ()) for code in "BiB"]
    targets = []
    for code, values in zip("BiB", (labels, confidences, unsure)):
        place = _contiguous(values, count, code)
        if place is None or not place[1]:
            raise ValueError("out: 書き込める連続した配列が必要です / writable contiguous arrays of the names' length")
        targets.append(place[0])
    error = c_void_p()
    status = _classify_names(rules.handle if rules else None, count, *arguments,
                             -1 if sure_from is None else round(sure_from * 1000), *(targets + [byref(error)]))
    if status != 0:
        _raise(status, error)
    return labels, confidences, unsure


def check_indicators(items, rules=None):
    """SMART letters and viewpoints of single indicators: a list of {"kpi", "period", "context"}.

    Returns a list of {"check", "findings"} in that order.
    """
    return ask(_check_indicators, {"items": list(items)}, rules)["answers"]


def evaluate_indicators(questions, schemes=(), rules=None):
    """Single indicators: a list of {"id", "scheme", "year", "plan_start_year", "kpi"}, answered in that order.

    ``schemes``: rating schemes (format of lib/schema/v1) beside those of the rules.
    """
    request = {"schemes": list(schemes), "questions": list(questions)}
    return [answer["evaluation"] for answer in ask(_evaluate_indicators, request, rules)["answers"]]


def match(questions, rules=None, explain=False):
    """Questions of support about stated facts: a list of {"programme", "fiscal_year", "kind", "facts", …}.

    A fact that is not given is unknown. Returns a dict of the form senryaku.support/1, answers in the order asked.
    """
    return ask(_match, {"questions": questions, "explain": explain}, rules)


def match_columns(programme, fiscal_year, columns, kind="eligibility", explain=False, results=False, rules=None):
    """Verdicts of support for many projects at once: one programme, one fiscal year, one row for each project.

    ``columns``: {fact: values}; values are a sequence (bool, int, float, Decimal, Fraction, date, text; None is unknown),
    or {"values", "known", "scale", "names"} over arrays of int64 and of bytes (NumPy arrays in one piece are not copied):
    numbers shifted by ``scale`` decimals, days from 1970-01-01, 0 and 1, or indices into ``names``. A fact without a
    column is unknown. Returns a dict of the form senryaku.support-columns/1 (the verdicts' names, the tests, with
    ``explain`` one explanation a row) and "verdict": an array of bytes; with ``results`` also "results": for each test
    an array of bytes (0 not met, 1 unknown, 2 met).
    """
    given = {fact: column_of(values) for fact, values in columns.items()}
    rows = len(next(iter(given.values()))) if given else 0
    request = {"programme": programme, "fiscal_year": fiscal_year, "kind": kind, "explain": explain,
               "columns": [{"fact": fact, "scale": c.scale, "names": c.names} for fact, c in given.items()]}
    kept = [(_figures(c.values, rows, "q"), (None, None) if c.known is None else _figures(c.known, rows, "B"))
            for c in given.values()]
    values = (c_void_p * max(1, len(kept)))(*[pointer for (pointer, _), _ in kept])
    known = (c_void_p * max(1, len(kept)))(*[pointer for _, (pointer, _) in kept])
    handle = rules.handle if rules else None

    def call(count, verdicts, into, length):
        text = _encoded(request)
        return json.loads(_result_text(_match_columns, handle, text, len(text), count, values, known, verdicts, into, length))

    verdicts = array("B", bytes(rows))
    table, into = None, None
    if results:
        tests = len(call(0, None, None, 0)["tests"])
        table = array("B", bytes(tests * rows))
        into = table.buffer_info()[0]
    answer = call(rows, verdicts.buffer_info()[0], into, len(table) if table is not None else 0)
    answer["verdict"] = verdicts
    if table is not None:
        answer["results"] = [table[test * rows:(test + 1) * rows] for test in range(len(answer["tests"]))]
    return answer


def support_change(before, after, rules=None):
    """What changed between two questions of support, with the rules that caused it."""
    return ask(_support_change, {"before": before, "after": after}, rules)


def lint_catalogue(witnesses=False, rules=None):
    """The linter's report on the programme catalogue."""
    return ask(_lint_catalogue, {"witnesses": witnesses}, rules)


def schemes(ids=(), rules=None):
    """Rating schemes of the rules by their ids; all of them when none is named."""
    return ask(_explain, {"codes": [], "schemes": list(ids)}, rules).get("schemes", [])


def read_printed(items, rules=None):
    """Figures, days and years as Japanese papers print them: a list of {"number", "unit"} or {"period"}, answered in order.

    An answer holds "number" with "value_in_unit" and "unit_agrees", or "period", and "findings". Decimals are exact
    (decimal.Decimal).
    """
    text = _encoded({"items": list(items)})
    answer = _result_text(_read_printed, rules.handle if rules else None, text, len(text))
    return json.loads(answer, parse_float=Decimal)["answers"]


def explain(codes=(), rules=None, show=()):
    """Finding codes explained; all of them when none is named. ``show``: rule data, "frameworks" and "idea-form"."""
    return ask(_explain, {"codes": list(codes), "rules": list(show)}, rules)


def project(request, rules=None):
    """A projection by its figures alone.

    ``request``: {"input": {"base_year", "base": {"male": […], "female": […]}, "steps": […], "horizon_year"}, or
    "censuses": [{"year", "population": {"male", "female"}}] with "name", "horizon_year", "census_totals"; "scenarios",
    "outlooks": [{"name", "fertility": [{"year", "value"}], "migration_factors", "families_per_year", "family"}],
    "compared_year", "needed": {"year", "target"}, "desired_fertility"}. Returns a dict of the form
    senryaku.population/1.
    """
    return ask(_project, request, rules)


#: Of each array typecode: the NumPy types that are the same in memory.
_LAYOUTS = {"d": ("<f8",), "q": ("<i8",), "i": ("<i4",), "B": ("|u1", "|b1")}


def _contiguous(values, size, code="d"):
    """Address of ``size`` figures that lie in one piece, and whether they may be written; None when they do not."""
    if isinstance(values, array) and values.typecode == code:
        return (values.buffer_info()[0], True) if len(values) == size else None
    interface = getattr(values, "__array_interface__", None)
    if interface is None or interface["typestr"] not in _LAYOUTS[code] or interface.get("strides") is not None:
        return None
    count = 1
    for extent in interface["shape"]:
        count *= extent
    address, read_only = interface["data"]
    return (address, not read_only) if count == size else None


def _figures(values, size, code="d"):
    """A pointer to ``size`` figures, with what keeps it alive; arrays of that type in one piece are not copied."""
    direct = _contiguous(values, size, code)
    if direct is not None:
        return direct[0], values
    flat = array(code, getattr(values, "flat", values))
    if len(flat) != size:
        raise ValueError("数値が {} 個必要ですが {} 個です / {} figures instead of {}".format(size, len(flat), len(flat), size))
    return flat.buffer_info()[0], flat


def _new(code, size, like):
    """An array for results: NumPy's where the input is."""
    if hasattr(like, "__array_interface__"):
        import numpy
        return numpy.empty(size, dtype=_LAYOUTS[code][0])
    return array(code, bytes(array(code).itemsize * size))


Rated = namedtuple("Rated", "numerator denominator rate rating state")
Rated.__doc__ = """Rates and ratings, one entry for each row: the exact rate, the percentage as an integer × 10^-decimals of
the scheme, the index of the class (-1: none), and why there is no rate (0: there is one)."""


def rate_columns(actual, target, baseline=None, previous=None, aim="increase", scheme="", rules=None, out=None):
    """Rates and ratings of many indicators by one scheme, exact.

    Each column is a Column, or plain integers (all known, no decimals); NumPy arrays of int64 and masks of uint8 or bool
    are not copied. ``aim``: a word for all rows, or a column of 0 increase, 1 decrease, 2 maintain, 3 at least, 4 at most.
    ``out``: a Rated of earlier to write into; its columns may be None to leave them out. Returns a Rated.
    """
    columns = [column if column is None or isinstance(column, Column) else Column(column, None, 0)
               for column in (actual, target, baseline, previous)]
    rows = len(columns[0].values)
    options, pointers, alive = {"scheme": scheme}, [], []
    for name, column in zip(("actual", "target", "baseline", "previous"), columns):
        for code, values in (("q", column and column.values), ("B", column and column.known)):
            pointer, kept = (None, None) if values is None else _figures(values, rows, code)
            pointers.append(pointer)
            alive.append(kept)
        if column is not None:
            options[name + "_scale"] = column.scale
    if isinstance(aim, str):
        options["aim"] = aim
        pointers.append(None)
    else:
        pointer, kept = _figures(aim, rows, "q")
        pointers.append(pointer)
        alive.append(kept)
    if out is None:
        out = Rated(*[_new(code, rows, columns[0].values) for code in "qqqiB"])
    targets = []
    for code, values in zip("qqqiB", out):
        place = (None, True) if values is None else _contiguous(values, rows, code)
        if place is None or not place[1]:
            raise ValueError("out: 書き込める連続した配列が必要です / writable contiguous arrays of the rows' length")
        targets.append(place[0])
    data, error = _encoded(options), c_void_p()
    status = _rate_columns(rules.handle if rules else None, data, len(data), rows, *(pointers + targets + [byref(error)]))
    if status != 0:
        _raise(status, error)
    return out


def decimal_column(values, scale):
    """Floats as a Column for rate_columns, and a mask of those that are no decimal of that scale (they become unknown)."""
    rows = len(values)
    pointer, alive = _figures(values, rows)
    out, known, refused = _new("q", rows, values), _new("B", rows, values), _new("B", rows, values)
    places = [_contiguous(part, rows, code)[0] for part, code in ((out, "q"), (known, "B"), (refused, "B"))]
    count, error = c_int64(), c_void_p()
    status = _decimal_column(rows, pointer, scale, places[0], places[1], places[2], byref(count), byref(error))
    del alive
    if status != 0:
        _raise(status, error)
    return Column(out, known, scale), refused


def project_areas(areas, groups, steps, base, survival, migration, child_woman_ratio, male_share, out=None):
    """Pattern-1 projections of many areas at once.

    Shapes (row-major float64; NumPy arrays pass without a copy, flat sequences of floats are accepted): base
    [areas, 2, groups], survival and migration [areas, steps, 2, groups - 1], child_woman_ratio and male_share
    [areas, steps]. Returns ``out`` [areas, steps, 2, groups], an ``array('d')`` when none is given; one that is given
    has to be a writable array of float64 in one piece and of exactly that size.
    """
    if min(areas, groups, steps) < 0:
        raise ValueError("areas, groups, steps: 0以上 / not negative")
    size = areas * steps * 2 * groups
    if out is None:
        out = array("d", bytes(8 * size))
    ratios = areas * steps * 2 * (groups - 1)
    columns = [_figures(values, size) for values, size in (
        (base, areas * 2 * groups), (survival, ratios), (migration, ratios), (child_woman_ratio, areas * steps),
        (male_share, areas * steps))]
    # A copy would leave the caller's array as it was, and a short one would be written beyond its end.
    target = _contiguous(out, size)
    if target is None or not target[1]:
        raise ValueError("out: 書き込める連続した float64 が {} 個必要です / a writable contiguous array of {} float64".format(size, size))
    error = c_void_p()
    status = _project_areas(areas, groups, steps, *[pointer for pointer, _ in columns], target[0], byref(error))
    if status != 0:
        _raise(status, error)
    return out


def version():
    """Version of the shared library."""
    return _version().decode("ascii")


def abi_version():
    """Version of the C interface as (major, minor)."""
    return divmod(_abi_version(), 1000)

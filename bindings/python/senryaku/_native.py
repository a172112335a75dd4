"""The C interface by ctypes. Nothing else in the package touches ctypes."""
import json
import weakref
from array import array
from collections import namedtuple
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_void_p, string_at

from . import _columns, _library

_lib = _library.load()


def _function(name, result, *arguments):
    function = getattr(_lib, name)
    function.restype = result
    function.argtypes = arguments
    return function


_OUT = POINTER(c_void_p)
_LENGTH = POINTER(c_int64)

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

_check_indicators = _function("senryaku_check_indicators", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_classify = _function("senryaku_classify", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_evaluate_indicators = _function("senryaku_evaluate_indicators", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_match = _function("senryaku_match", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_support_change = _function("senryaku_support_change", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_lint_catalogue = _function("senryaku_lint_catalogue", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_explain = _function("senryaku_explain", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_project = _function("senryaku_project", c_int32, c_void_p, c_char_p, c_int64, _OUT, _OUT)
_project_areas = _function("senryaku_project_areas", c_int32, c_int64, c_int64, c_int64, c_void_p, c_void_p, c_void_p,
                           c_void_p, c_void_p, c_void_p, _OUT)
_classify_names = _function("senryaku_classify_names", c_int32, c_void_p, c_int64, c_char_p, c_void_p, c_char_p, c_void_p,
                            c_char_p, c_void_p, c_int32, c_void_p, c_void_p, c_void_p, _OUT)

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

    def review(self, as_of, rules=None, scheme=None):
        """Everything at once, as of a day (date or "YYYY-MM-DD"): a dict of the form senryaku.review/1.

        ``scheme``: id of the rating scheme; default: the strategy's own, or the first of the rules.
        """
        return json.loads(self.review_json(as_of, rules, scheme))

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

    def evaluate(self, fiscal_year, schemes=(), rules=None):
        """The yearly verification by one or more schemes: a list of evaluations, one for each scheme."""
        options = {"fiscal_year": fiscal_year, "schemes": list(schemes)}
        return json.loads(self._ask(_evaluate, options, rules))["evaluations"]

    def support(self, fiscal_year, rules=None, **options):
        """What the projects can get in a fiscal year: a dict of the form senryaku.support/1.

        ``options``: as_of, programmes, projects, kind, only_sought, explain.
        """
        return json.loads(self._ask(_support, dict(options, fiscal_year=fiscal_year), rules))

    def plan(self, rules=None, **options):
        """The regional plan (地域再生計画) derived from the strategy: a dict of the form senryaku.plan/1.

        ``options``: style ("grant" or "donation"), form, name, kpis, donation_estimate_yen, evaluation_month,
        certified_on, changes, sums.
        """
        return json.loads(self._ask(_plan, options, rules))

    def population(self, horizon_year=2050, rules=None):
        """The population vision projected: a dict of the form senryaku.population/1."""
        return json.loads(self._ask(_population, {"horizon_year": horizon_year}, rules))

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
    columns = [None if texts is None else _columns.TextColumn(texts) for texts in (names, units, contexts)]
    count = columns[0].count
    if any(column is not None and column.count != count for column in columns):
        raise ValueError("列の長さが違います / columns of different length")
    arguments = []
    for column in columns:
        arguments += [None, None] if column is None else [column.bytes, column.address]
    labels, confidences, unsure = out or (None, None, None)
    labels, to_labels = _columns.target(labels, "B", "|u1", count, "labels")
    confidences, to_confidences = _columns.target(confidences, "i", "<i4", count, "confidences")
    unsure, to_unsure = _columns.target(unsure, "B", "|u1", count, "unsure")
    error = c_void_p()
    status = _classify_names(rules.handle if rules else None, count, *arguments,
                             -1 if sure_from is None else round(sure_from * 1000), to_labels, to_confidences, to_unsure,
                             byref(error))
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


def support_change(before, after, rules=None):
    """What changed between two questions of support, with the rules that caused it."""
    return ask(_support_change, {"before": before, "after": after}, rules)


def lint_catalogue(witnesses=False, rules=None):
    """The linter's report on the programme catalogue."""
    return ask(_lint_catalogue, {"witnesses": witnesses}, rules)


def explain(codes=(), rules=None):
    """Finding codes explained; all of them when none is named."""
    return ask(_explain, {"codes": list(codes)}, rules)


def project(request, rules=None):
    """A projection by its figures alone.

    ``request``: {"input": {"base_year", "base": {"male": […], "female": […]}, "steps": […], "horizon_year"}, or
    "censuses": [{"year", "population": {"male", "female"}}] with "name", "horizon_year", "census_totals"; "scenarios",
    "outlooks": [{"name", "fertility": [{"year", "value"}], "migration_factors", "families_per_year", "family"}],
    "compared_year", "needed": {"year", "target"}, "desired_fertility"}. Returns a dict of the form
    senryaku.population/1.
    """
    return ask(_project, request, rules)


def _contiguous(values, size):
    """Address of ``size`` doubles that lie in one piece, and whether they may be written; None when they do not."""
    if isinstance(values, array) and values.typecode == "d":
        return (values.buffer_info()[0], True) if len(values) == size else None
    interface = getattr(values, "__array_interface__", None)
    if interface is None or interface["typestr"] != "<f8" or interface.get("strides") is not None:
        return None
    count = 1
    for extent in interface["shape"]:
        count *= extent
    address, read_only = interface["data"]
    return (address, not read_only) if count == size else None


def _doubles(values, size):
    """A pointer to ``size`` doubles, with what keeps it alive; arrays of float64 in one piece are not copied."""
    direct = _contiguous(values, size)
    if direct is not None:
        return direct[0], values
    flat = array("d", getattr(values, "flat", values))
    if len(flat) != size:
        raise ValueError("数値が {} 個必要ですが {} 個です / {} figures instead of {}".format(size, len(flat), len(flat), size))
    return flat.buffer_info()[0], flat


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
    columns = [_doubles(values, size) for values, size in (
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

"""The batch functions: columns in, columns out, in the caller's memory."""
from __future__ import annotations

import json
from array import array
from ctypes import byref, c_int64, c_void_p
from typing import Any, List, Mapping, NamedTuple, Optional, Tuple

from . import _native
from ._native import Json, Rules
from .columns import Column, column_of, text_column

#: Of each array typecode: the NumPy types that are the same in memory.
_LAYOUTS = {"d": ("<f8",), "q": ("<i8",), "i": ("<i4",), "B": ("|u1", "|b1")}


def _contiguous(values: Any, size: int, code: str = "d") -> Optional[Tuple[int, bool]]:
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


def _figures(values: Any, size: int, code: str = "d") -> Tuple[int, Any]:
    """A pointer to ``size`` figures, with what keeps it alive; arrays of that type in one piece are not copied."""
    direct = _contiguous(values, size, code)
    if direct is not None:
        return direct[0], values
    flat = array(code, getattr(values, "flat", values))
    if len(flat) != size:
        raise ValueError("数値が {} 個必要ですが {} 個です / {} figures instead of {}".format(size, len(flat), len(flat), size))
    return flat.buffer_info()[0], flat


def _room(values: Any, size: int, code: str, expected: str) -> int:
    """Address of an array of the caller's to write into. A copy would leave that array as it was, and a short one would be
    written beyond its end."""
    place = _contiguous(values, size, code)
    if place is None or not place[1]:
        raise ValueError("out: " + expected)
    return place[0]


def _new(code: str, size: int, like: Any) -> Any:
    """An array for results: NumPy's where the input is."""
    if hasattr(like, "__array_interface__"):
        import numpy
        return numpy.empty(size, dtype=_LAYOUTS[code][0])
    return array(code, bytes(array(code).itemsize * size))


class Rated(NamedTuple):
    """Rates and ratings, one entry for each row: the exact rate, the percentage as an integer × 10^-decimals of the scheme,
    the index of the class (-1: none), and why there is no rate (0: there is one)."""

    numerator: Any
    denominator: Any
    rate: Any
    rating: Any
    state: Any


def rate_columns(actual: Any, target: Any, baseline: Any = None, previous: Any = None, aim: Any = "increase",
                 scheme: str = "", rules: Optional[Rules] = None, out: Optional[Rated] = None) -> Rated:
    """Rates and ratings of many indicators by one scheme, exact.

    Each column is a Column, or plain integers (all known, no decimals); NumPy arrays of int64 and masks of uint8 or bool
    are not copied. ``aim``: a word for all rows, or a column of 0 increase, 1 decrease, 2 maintain, 3 at least, 4 at most.
    ``out``: a Rated of earlier to write into; its columns may be None to leave them out. Returns a Rated.
    """
    columns: List[Any] = [column if column is None or isinstance(column, Column) else Column(column, None, 0)
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
    expected = "書き込める連続した配列が必要です / writable contiguous arrays of the rows' length"
    targets = [None if values is None else _room(values, rows, code, expected) for code, values in zip("qqqiB", out)]
    data, error = _native._encoded(options), c_void_p()
    status = _native._rate_columns(rules.handle if rules else None, data, len(data), rows, *(pointers + targets + [byref(error)]))
    if status != 0:
        _native._raise(status, error)
    return out


def decimal_column(values: Any, scale: int) -> Tuple[Column, Any]:
    """Floats as a Column for rate_columns, and a mask of those that are no decimal of that scale (they become unknown)."""
    rows = len(values)
    pointer, alive = _figures(values, rows)
    out, known, refused = _new("q", rows, values), _new("B", rows, values), _new("B", rows, values)
    places = [_figures(part, rows, code)[0] for part, code in ((out, "q"), (known, "B"), (refused, "B"))]
    count, error = c_int64(), c_void_p()
    status = _native._decimal_column(rows, pointer, scale, places[0], places[1], places[2], byref(count), byref(error))
    del alive
    if status != 0:
        _native._raise(status, error)
    return Column(out, known, scale), refused


STAGES = ("input", "output", "outcome")


def classify_names(names: Any, units: Any = None, contexts: Any = None, sure_from: Optional[float] = None,
                   rules: Optional[Rules] = None, out: Optional[Tuple[Any, Any, Any]] = None) -> Tuple[Any, Any, Any]:
    """Stages of many names at once, without cues: (labels, confidences, unsure), columns of uint8, int32 and uint8.

    Each column of texts is a sequence of str, or a pair of UTF-8 bytes and int64 offsets (count + 1) that is not copied.
    A label is an index in ``senryaku.STAGES``; confidences are thousandths; ``sure_from`` is 0–1. ``out``: three arrays of
    ``array`` or NumPy to write to (uint8, int32, uint8); new ones of ``array`` when not given.
    """
    columns: List[Any] = [None if texts is None else text_column(texts) for texts in (names, units, contexts)]
    count = columns[0][2]
    if any(column is not None and column[2] != count for column in columns):
        raise ValueError("列の長さが違います / columns of different length")
    arguments: List[Any] = []
    alive = []
    for column in columns:
        pointer, kept = (None, None) if column is None else _figures(column[1], count + 1, "q")
        arguments += [None if column is None else column[0], pointer]
        alive.append(kept)
    labels, confidences, unsure = out or [_new(code, count, ()) for code in "BiB"]
    expected = "書き込める連続した配列が必要です / writable contiguous arrays of the names' length"
    targets = [_room(values, count, code, expected) for code, values in zip("BiB", (labels, confidences, unsure))]
    error = c_void_p()
    status = _native._classify_names(rules.handle if rules else None, count, *arguments,
                                     -1 if sure_from is None else round(sure_from * 1000), *(targets + [byref(error)]))
    if status != 0:
        _native._raise(status, error)
    del alive
    return labels, confidences, unsure


def project_areas(areas: int, groups: int, steps: int, base: Any, survival: Any, migration: Any, child_woman_ratio: Any,
                  male_share: Any, out: Any = None) -> Any:
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
    expected = "書き込める連続した float64 が {} 個必要です / a writable contiguous array of {} float64".format(size, size)
    target = _room(out, size, "d", expected)
    error = c_void_p()
    status = _native._project_areas(areas, groups, steps, *[pointer for pointer, _ in columns], target, byref(error))
    if status != 0:
        _native._raise(status, error)
    return out


def match_columns(programme: str, fiscal_year: int, columns: Mapping[str, Any], kind: str = "eligibility",
                  explain: bool = False, results: bool = False, rules: Optional[Rules] = None) -> Json:
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

    def call(count: int, verdicts: Any, into: Any, length: Any) -> Json:
        text = _native._encoded(request)
        return json.loads(_native._result_text(_native._match_columns, handle, text, len(text), count, values, known, verdicts, into, length))

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

"""Columns for the batch functions: sequences of Python values, or arrays that pass without a copy."""
from __future__ import annotations

from array import array
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterable, Tuple

_EPOCH = date(1970, 1, 1).toordinal()
_FINEST = 9  # decimals


class Column:
    """``values``: integers × 10^-``scale``; ``known``: 0 where there is none, or None: all known; ``names`` of texts."""

    def __init__(self, values: Any, known: Any = None, scale: int = 0, names: Iterable[str] = ()) -> None:
        self.values, self.known, self.scale, self.names = values, known, scale, list(names)

    def __len__(self) -> int:
        return len(self.values)


def _decimals(value: Any) -> int:
    return max(0, -int(Decimal(str(value)).as_tuple().exponent))


def _shifted(value: Any, scale: int) -> int:
    if isinstance(value, Fraction):
        return value.numerator * 10 ** scale // value.denominator
    return int(Decimal(str(value)).scaleb(scale))


def _day(value: Any) -> int:
    return (value if isinstance(value, date) else date.fromisoformat(value)).toordinal() - _EPOCH


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return isinstance(value, date)
    return len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit()


def from_values(values: Iterable[Any]) -> Column:
    """A column of Python values: bool, int, float, Decimal, Fraction, date, text; None is unknown."""
    values = list(values)
    present = [value for value in values if value is not None]
    known = None if len(present) == len(values) else array("B", [value is not None for value in values])
    if present and all(_is_day(value) for value in present):
        return Column(array("q", [0 if value is None else _day(value) for value in values]), known)
    if any(isinstance(value, str) for value in present):
        names = sorted(set(present))
        place = {name: index for index, name in enumerate(names)}
        return Column(array("q", [place.get(value, 0) for value in values]), known, names=names)
    if all(isinstance(value, int) for value in present):
        return Column(array("q", [value or 0 for value in values]), known)
    scale = _FINEST if any(isinstance(value, Fraction) for value in present) else max(map(_decimals, present))
    if scale > _FINEST:
        raise ValueError("小数は{}桁までです / at most {} decimals".format(_FINEST, _FINEST))
    return Column(array("q", [0 if value is None else _shifted(value, scale) for value in values]), known, scale)


def column_of(given: Any) -> Column:
    """A Column, the members of one as a dict, or a sequence of Python values."""
    if isinstance(given, Column):
        return given
    return Column(**given) if isinstance(given, dict) else from_values(given)


def text_column(texts: Any) -> Tuple[bytes, Any, int]:
    """(UTF-8 bytes, int64 offsets, count) of a sequence of str (None: not stated), or of such a pair of bytes and offsets,
    whose arrays are not copied."""
    if isinstance(texts, tuple) and len(texts) == 2 and not isinstance(texts[0], str):
        data, offsets = bytes(texts[0]), texts[1]
    else:
        parts = [(text or "").encode("utf-8", "surrogatepass") for text in texts]
        data, offsets, end = b"".join(parts), array("q", [0]), 0
        for part in parts:
            end += len(part)
            offsets.append(end)
    # The offsets may be the caller's: one beyond the bytes would be read beyond their end.
    if not len(offsets) or int(offsets[len(offsets) - 1]) > len(data):
        raise ValueError("offsets: バイト列の長さを超えています / beyond the bytes")
    return data, offsets, len(offsets) - 1

"""Figures and years as people write them, read by the core; what was read how goes into a repair list."""
import functools
import re
import unicodedata

from .. import read_printed

_CEILINGS = {"%": 100}
# Units of things that are counted one by one.
_WHOLE = ("人", "件", "回", "世帯", "社", "店", "戸", "棟", "校", "園", "団体", "組", "箇所", "か所", "ヶ所", "施設", "経営体", "事業所")


# What stands behind a figure that is no level in any unit: 2026/10/1, 1/2, 10月, 3時頃, 1e3, 8割 (0.8 or 80 %?).
_NO_UNIT = re.compile(r"[/:^]\d|[Ee][+\-]?\d|[年月日時割](?:末|頃|ごろ|\d)|[月割]$")


@functools.lru_cache(maxsize=4096)
def folded(text):
    """``text`` in one width and without white space, for comparing names and labels."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@functools.lru_cache(maxsize=4096)
def scale_of(unit):
    """(unit without its scale, power of ten) as the core reads a unit: 千人 is ("人", 3), 百万円 ("円", 6), % ("%", 0)."""
    answer, = read_printed([{"number": "1" + unit}]) if unit else ({},)
    read = answer.get("number", {})
    one = str(read.get("value"))  # 1 in the unit: a power of ten
    return (folded(read["unit"]), len(one) - 1) if re.fullmatch("10*", one) and read.get("unit") else (folded(unit), 0)


class Reader:
    """Reads the entries of one file into one repair list. ``labels``: what elements are called on the form."""

    def __init__(self, repairs, file, labels=None):
        self.repairs = repairs
        self.file = file
        self.labels = labels or {}

    def note(self, code, place, element, **values):
        self.repairs.add(code, self.file, place, self.labels.get(element, element), **values)

    def year(self, text, place="", element=""):
        """The western fiscal year of a heading such as R8, 令和8年度 or 2026; None, with a repair, when it is none."""
        answer, = read_printed([{"period": text}])
        period = answer.get("period")
        if period is None or "year" not in period or period["is_range"]:
            ja, en = _reasons(answer)
            self.note("period.unread", place, element, found=text, why_ja=ja, why_en=en)
            return None
        return period["year"]

    def figure(self, text, unit, place="", element=""):
        """An entry of a value: {"value": Decimal or None, "unknown", "printed", "bound", "text"}; None when it is not one.

        Only members that the entry states are there. A figure in another scale (4億円 for 万円) is turned into ``unit``.
        """
        item = {"number": text}
        if unit:
            item["unit"] = unit
        answer, = read_printed([item])
        read = answer.get("number")
        if read is None:
            ja, en = _reasons(answer)
            self.note("figure.unread", place, element, found=text, why_ja=ja, why_en=en)
            return None
        if not answer.get("unit_agrees") and _NO_UNIT.match(unicodedata.normalize("NFKC", read.get("figure_unit") or read.get("unit", ""))):
            self.note("figure.looks-dated", place, element, found=text)
            return None
        if read["no_value"]:
            entry = {"value": None, "printed": text}
            if read.get("unknown"):
                entry["unknown"] = read["unknown"]
            return entry
        if read.get("change"):
            self.note("figure.change", place, element, found=text)
            return {"value": None, "text": text, "printed": text}
        return self._value(text, unit, read, answer, place, element)

    def _value(self, text, unit, read, answer, place, element):
        value = answer.get("value_in_unit")
        if value is None:
            self.note("figure.unread", place, element, found=text, why_ja="（桁が多すぎます）", why_en="(too many digits)")
            return None
        if answer.get("unit_agrees") is False:
            self.note("figure.unit-differs", place, element, found=text, unit=unit)
        entry = {"value": value}
        if "bound" in read:
            entry["bound"] = read["bound"]
        shown = format(value, "f") if hasattr(value, "as_tuple") else str(value)
        if read.get("value") != value and read.get("figure") != value:
            self.note("figure.unit-scaled", place, element, found=text, unit=unit, read=shown)
        elif text != shown:
            self.note("figure.read", place, element, found=text, read=shown)
        if text != shown:
            entry["printed"] = text
        return entry

    @staticmethod
    def reason(text):
        """Why there is no value (集計中: "not-collected"); None when the text is no such word."""
        answer, = read_printed([{"number": text}])
        return answer.get("number", {}).get("unknown")

    def look_at(self, value, unit, place="", element="", fractions=False):
        """Notes what a level of ``unit`` can hardly be. ``fractions``: the indicator has figures with decimals anyway."""
        if value is None:
            return
        if value < 0:
            self.note("figure.negative", place, element, read=value)
        ceiling = _CEILINGS.get(unit or "")
        if ceiling is not None and value > ceiling:
            self.note("figure.over-ceiling", place, element, read=value, ceiling="{}{}".format(ceiling, unit))
        if ceiling is not None and 0 < value <= 1 and not fractions:
            self.note("figure.small-share", place, element, read="{}{}".format(value, unit))
        if unit in _WHOLE and value != int(value) and not fractions:
            self.note("figure.not-countable", place, element, read=value, unit=unit)


def _reasons(answer):
    found = answer.get("findings", [])
    return ("；".join(entry["ja"] for entry in found), "; ".join(entry["en"] for entry in found))

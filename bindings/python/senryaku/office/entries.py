"""Figures that departments hand in for the indicators of a strategy, merged without overwriting anything silently."""
import datetime
from collections import namedtuple
from decimal import Decimal

from .printed import Reader, folded

Entry = namedtuple("Entry", "file place kpi name unit measure kind year text before reason provisional note")
Entry.__doc__ = """One figure that was handed in.

``kpi``: id of the indicator, or "" when only its name is known; ``kind``: one of KINDS, "final" is the final target; ``year``:
western year, or None where it is not said (baseline, final); ``text``: as entered; ``before``: what the sheet showed when it was handed out, or None;
``reason``: why there is no value; ``provisional``: 速報値.
"""
Entry.__new__.__defaults__ = ("", "", "", "", "", "", "", None, "", None, "", False, "")

KINDS = ("baseline", "target", "final", "actual")
_ALONE = {"baseline": "baseline", "final": "target"}  # members that hold one figure, not a list
# Reasons that are offered for choice; the core reads these and other words.
REASONS = {"未調査": "not-surveyed", "集計中": "not-collected", "休止": "suspended", "未設定": "not-set", "未公表": "not-published",
           "該当なし": "not-applicable"}
_FAR_OFF = 10  # a figure in 千人 instead of 人, or a digit too many


def indicators(document):
    """(kpi, measure or None, goal or None) of every indicator and numeric target, in document order."""
    for kpi in document.get("overall_targets", ()):
        yield kpi, None, None
    for name in ("goals", "cross_cutting_goals", "foundations"):
        for goal in document.get(name, ()):
            for kpi in goal.get("numeric_targets", ()):
                yield kpi, None, goal
            for measure in goal.get("measures", ()):
                for kpi in measure.get("kpis", ()):
                    yield kpi, measure, goal


def year_of(entry):
    """The year that an observation or target belongs to; of a day its fiscal year."""
    if "year" in entry or "day" not in entry:
        return entry.get("year")
    year, month = int(entry["day"][:4]), int(entry["day"][5:7])
    return year if month > 3 else year - 1


def actual_of(kpi, year):
    """The result of a year; None when none is recorded."""
    return next((entry for entry in kpi.get("actuals", ()) if year_of(entry) == year), None)


def shown(entry):
    """An observation or target as it stands in a sheet: the figure, else its words, else nothing."""
    if entry is None:
        return ""
    if entry.get("value") is not None:
        return format(entry["value"], "f") if isinstance(entry["value"], Decimal) else str(entry["value"])
    return entry.get("text", "")


class Merge:
    """Merges entries into ``document`` (as ``cells.loads`` gives it), which is changed in place.

    ``as_of``: the day (date) after which results cannot lie. ``overwrite``: a differing value replaces the strategy's, and is
    listed; without it both are listed and the strategy's stays.
    """

    def __init__(self, document, repairs, as_of=None, overwrite=False):
        self.document, self.repairs = document, repairs
        self.as_of = as_of or datetime.date.today()
        self.overwrite = overwrite
        self.by_id, self.by_name = {}, {}
        for kpi, measure, _ in indicators(document):
            self.by_id[kpi.get("id")] = kpi
            self.by_name.setdefault(folded(kpi.get("name", "")), []).append((kpi, measure))

    def add(self, entries):
        """Merges; returns how many figures came in."""
        places = {}
        for entry in entries:
            kpi = self._find(entry)
            if kpi is not None:
                places.setdefault((id(kpi), entry.kind, entry.year), (kpi, []))[1].append(entry)
        return sum(self._merge(kpi, given) for kpi, given in places.values())

    def _note(self, code, entry, **values):
        element = " ".join(part for part in (entry.name, str(entry.year or "")) if part)
        self.repairs.add(code, entry.file, entry.place, element, **values)

    def _find(self, entry):
        if entry.kpi:
            kpi = self.by_id.get(entry.kpi)
            if kpi is None:
                self._note("entry.unknown-kpi", entry, found=entry.kpi)
                return None
            for text, member in ((entry.name, "name"), (entry.unit, "unit")):
                if text and folded(text) != folded(kpi.get(member, "")):
                    self._note("entry.changed-text", entry, found=text, other=kpi.get(member, ""))
                    return None
            return kpi
        found = [kpi for kpi, measure in self.by_name.get(folded(entry.name), ())
                 if not entry.measure or (measure and folded(measure.get("name", "")) == folded(entry.measure))]
        if len(found) != 1:
            code = "entry.ambiguous-kpi" if found else "entry.unknown-kpi"
            self._note(code, entry, found=entry.name, count=len(found))
            return None
        return found[0]

    def _merge(self, kpi, given):
        """Entries for one place of one indicator."""
        read = [(entry, self._read(kpi, entry)) for entry in given]
        read = [(entry, value) for entry, value in read if value is not None]
        if not read:
            return 0
        first, value = read[0]
        for other, another in read[1:]:
            if _differs(value, another):
                self._note("entry.files-disagree", other, where="{} {}".format(first.file, first.place), other=_text(value), read=_text(another))
                return 0
        return self._place(kpi, first, value)

    def _read(self, kpi, entry):
        """The observation or target that is entered; None when nothing is, or it cannot be."""
        if entry.before is not None and entry.text.strip() == entry.before.strip() and not entry.reason:
            return None  # left as it was handed out
        reader = Reader(self.repairs, entry.file)
        element = " ".join(part for part in (kpi.get("name", ""), str(entry.year or "")) if part)
        value = None
        if entry.text.strip():
            value = reader.figure(entry.text.strip(), kpi.get("unit", ""), entry.place, element)
            if value is None:
                return None
            if entry.reason and value.get("value") is not None:
                self._note("entry.reason-and-value", entry)
        elif entry.reason.strip():
            reason = reader.reason(entry.reason.strip())
            if reason is None:
                self._note("entry.reason-unknown", entry, found=entry.reason)
                return None
            value = {"value": None, "unknown": reason}
        if value is None or not self._is_possible(kpi, entry, value, reader, element):
            return None
        if entry.year is not None:
            value["year"] = entry.year
        if entry.provisional and entry.kind == "actual":
            value["provisional"] = True
        if entry.note.strip():
            value["note"] = entry.note.strip()
        return value

    def _is_possible(self, kpi, entry, value, reader, element):
        if entry.kind == "actual" and value.get("value") is not None:
            month = 12 if kpi.get("year_kind") == "calendar" else 3
            last = datetime.date(entry.year + (month == 3), month, 31)
            if last > self.as_of and not entry.provisional:
                self._note("entry.future", entry, year=entry.year)
                return False
        fractions = kpi.get("kind") in ("average", "change-rate") or any(
            isinstance(known.get("value"), Decimal) for known in _figures(kpi))
        reader.look_at(value.get("value"), kpi.get("unit", ""), entry.place, element, fractions)
        last = next((known["value"] for known in reversed(kpi.get("actuals", ()) or [kpi.get("baseline") or {}])
                     if known.get("value")), None)
        if last and value.get("value") and entry.kind == "actual":
            large, small = max(last, value["value"]), min(last, value["value"])
            if small > 0 and large >= _FAR_OFF * small:
                self._note("figure.far-off", entry, other=last, read=value["value"], times=_FAR_OFF)
        return True

    def _place(self, kpi, entry, value):
        if entry.kind in _ALONE:
            known = kpi.get(_ALONE[entry.kind])
        elif entry.kind == "actual":
            known = actual_of(kpi, entry.year)
        else:
            known = next((one for one in kpi.get("targets", ()) if year_of(one) == entry.year), None)
            final = kpi.get("target")
            known = final if known is None and final and year_of(final) == entry.year else known
        if known is None:
            self._insert(kpi, entry, value)
            self._note("entry.added", entry, read=_text(value))
            return 1
        if not _differs(known, value):
            return 0
        # A reason for no value is no value to protect, and a figure is never replaced by a reason.
        if known.get("value") is not None or known.get("text"):
            if not self.overwrite or value.get("value") is None:
                self._note("entry.conflict", entry, other=_text(known), read=_text(value))
                return 0
            self._note("entry.overwritten", entry, other=_text(known), read=_text(value))
        else:
            self._note("entry.added", entry, read=_text(value))
        for member in ("value", "unknown", "bound", "text", "printed", "provisional"):
            known.pop(member, None)
        known.update({member: part for member, part in value.items() if member not in ("year", "note")})
        if "note" in value:
            known["note"] = value["note"]
        return 1

    def _insert(self, kpi, entry, value):
        if entry.kind in _ALONE:
            kpi[_ALONE[entry.kind]] = value
            return
        listed = kpi.setdefault("actuals" if entry.kind == "actual" else "targets", [])
        after = [i for i, one in enumerate(listed) if (year_of(one) or 0) <= entry.year]
        listed.insert(after[-1] + 1 if after else 0, value)


def _figures(kpi):
    return [entry for entry in [kpi.get("baseline"), kpi.get("target")] + kpi.get("targets", []) + kpi.get("actuals", []) if entry]


def _differs(known, value):
    if known.get("value") is None and value.get("value") is None:
        return (known.get("text"), known.get("unknown")) != (value.get("text"), value.get("unknown"))
    return known.get("value") != value.get("value")


def _text(entry):
    return shown(entry) or next((ja for ja, reason in REASONS.items() if reason == entry.get("unknown")), "－")

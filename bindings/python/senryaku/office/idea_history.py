"""From round to round: which round of the working group a sheet is from, and from which earlier sheet it was carried over.

The working group meets in several rounds, and the later form says of its fields 課題 to デジタル活用アイデア that they are copied from
the sheet of an earlier round (source of the form: see ``idea_form``).
"""
import re

from .printed import folded

# What the form carries over, and how much of it has to be the same: the issue, and two more, since people improve on it.
CARRIED = ("issue", "background", "target_people", "solution", "digital_ideas")
_FEWEST_SAME = 3
_ROUND = re.compile(r"(?:第([1-9]\d?)回|([1-9])回目|(?:ワーキング(?:グループ)?|WG)第?([1-9])(?!\d)|第([1-9])(?:次|ラウンド))")


def round_of(texts):
    """(round, text that says it) of the first text that names a round; None when none does. 第3回, WG3, 3回目."""
    for text in texts:
        found = _ROUND.search(folded(text))
        if found:
            return int(next(part for part in found.groups() if part)), text
    return None


def is_only_a_round(text):
    """Whether a text says nothing but the round: 第3回職員ワーキンググループ（係長クラス）."""
    left = re.sub(r"令和\d+年度|R\d+年度|職員|ワーキンググループ|ワーキング|WG|[(（].*[)）]|[・\s]", "", _ROUND.sub("", folded(text)))
    return _ROUND.search(folded(text)) is not None and not left


def _department(sheet):
    """The department of a section: 生涯学習課 of 生涯学習課 生涯学習係."""
    words = (sheet.get("section") or "").split()
    return folded(words[0]) if words else None


def _same(one, other):
    return [field for field in CARRIED if one.get(field) and one.get(field) == other.get(field)]


def origins(new, before):
    """[(sheet, [earlier sheets it may be from], fields that are the same)] for each of ``new`` that has any.

    ``new`` and ``before`` are sheets with ids; those of ``before`` came earlier, among ``new`` the rounds decide.
    """
    found = []
    by_issue = {}
    for sheet in list(before) + list(new):
        by_issue.setdefault(sheet.get("issue"), []).append(sheet)
    known = {sheet["id"] for sheet in before}
    for sheet in new:
        if not sheet.get("issue") or "copied_from" in sheet:
            continue
        earlier = [other for other in by_issue[sheet["issue"]] if other is not sheet and _is_earlier(other, sheet, other["id"] in known)]
        best = max((len(_same(sheet, other)) for other in earlier), default=0)
        if best >= _FEWEST_SAME:
            candidates = [other for other in earlier if len(_same(sheet, other)) == best]
            newest = max((other.get("round") or 0) for other in candidates)
            candidates = [other for other in candidates if (other.get("round") or 0) == newest]
            found.append((sheet, candidates, _same(sheet, candidates[0])))
    return found


def _is_earlier(other, sheet, was_there):
    if None not in (_department(other), _department(sheet)) and _department(other) != _department(sheet):
        return False
    if other.get("round") is not None and sheet.get("round") is not None:
        return other["round"] < sheet["round"]
    return was_there

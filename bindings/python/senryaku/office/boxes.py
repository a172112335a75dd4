"""Choices that are ticked on paper forms: ■仕事 □人の流れ, in one cell or in cells side by side."""
import re

from .idea_form import EMPTY_BOXES, TICKED
from .printed import folded
from .workbooks import place_of

# レ and v are ticks only where a word could begin (テレワーク has none), v only before Japanese.
_BOX = re.compile("([" + TICKED.replace("レ", "") + EMPTY_BOXES + r"×✕✗]|(?<![^\s、，,])(?:レ|[vVｖＶ](?=[^\x00-\x7f])))")
# A pair of brackets around a mark, or around nothing, is a box: 仕事（○）人の流れ（　）, [x] A [ ] B.
_BRACKETS = re.compile(r"[(（\[［]\s*([" + TICKED + EMPTY_BOXES + r"xXvV×✕✗]?)\s*[)）\]］]")
_CROSSED = "×✕✗"
_CIRCLES, _FULL_CIRCLES = "○◯〇", "●◉◎"
_EDGE = " \t\n\u3000、，,・/／;；"


def ticked(rest, region, reader, place, field):
    """The texts of the ticked choices of a field; None without any box or word. ``rest``: what stands in the label's cell."""
    texts = ([(rest, place, None)] if rest else []) + [(_as_mark(cell.text), place_of(cell), cell) for cell in region]
    pairs, words = [], []
    waiting = None  # a mark alone in its cell, and that cell
    for text, where, cell in texts:
        text = _BRACKETS.sub(_box_of, text)
        if waiting and cell is not None and waiting[1].row == cell.row and not _BOX.match(text):
            text = waiting[0] + text
        waiting = (text, cell) if cell is not None and _BOX.fullmatch(text.strip()) else None
        if waiting:
            continue
        found, left = _pairs(text)
        pairs += [(mark, choice, where) for mark, choice in found]
        if found and left:
            reader.note("idea.box-rest", where, field, found=left)
        if not found and text.strip(_EDGE):
            words.append((text, where))
    chosen = _chosen(pairs, reader, field)
    if not chosen:  # a person has written the choice beside the boxes, or without any
        for text, where in words:
            if not re.match("[（(※]", text):
                reader.note("idea.box-words", where, field, found=text)
                chosen += [part for part in re.split("[" + _EDGE + "]+", text) if part]
    return chosen if pairs or chosen else None


def _as_mark(text):
    """The check boxes that newer editions of Excel put into cells hold TRUE and FALSE."""
    return {"TRUE": "■", "FALSE": "□"}.get(text, text)


def _box_of(brackets):
    inside = brackets.group(1)
    return "□" if not inside else "✓" if inside in "xXvV" else inside


def _chosen(pairs, reader, field):
    """The choices whose mark is a tick; what was read as a tick, and as none, is said."""
    marks = {mark for mark, _, _ in pairs}
    empty = EMPTY_BOXES + _CROSSED + (_CIRCLES if marks & set(_FULL_CIRCLES) else "")  # ○A ●B: as on answer sheets
    chosen = []
    for mark, choice, where in pairs:
        if mark in empty:
            if mark not in EMPTY_BOXES:
                reader.note("idea.box-crossed", where, field, found=mark + choice)
            continue
        if mark not in "■☑":
            reader.note("idea.box-mark", where, field, found=mark + choice)
        chosen.append(choice)
    return chosen


def _pairs(text):
    """([(mark, choice), …], text that belongs to no mark) of a text with boxes before its choices, or behind (実施済 ■)."""
    parts = _BOX.split(text)
    if len(parts) == 1:
        return [], ""
    behind = parts[0].strip(_EDGE) and not folded(parts[-1])
    left = "" if behind else parts[0].strip(_EDGE)
    before_each, after_each = parts[0:-1:2], parts[2::2]
    if all(part[-1:].strip() for part in before_each) and all(not part[:1].strip() for part in after_each):
        # Ticks put to the chosen words of a list, close behind them: 仕事✓　人の流れ　子育て✓
        left = ""
        pairs = [(mark, re.split(r"[\s\u3000、，,]+", choice.strip(_EDGE))[-1]) for choice, mark in zip(before_each, parts[1::2])]
    elif behind:
        pairs = [(mark, choice.strip(_EDGE)) for choice, mark in zip(parts[0::2], parts[1::2])]
    else:
        pairs = [(mark, choice.strip(_EDGE)) for mark, choice in zip(parts[1::2], parts[2::2])]
    return [(mark, choice) for mark, choice in pairs if choice], left

"""Choices that are ticked on paper forms: ■仕事 □人の流れ, in one cell or in cells side by side."""
import re

from .idea_form import EMPTY_BOXES, TICKED
from .printed import folded
from .workbooks import place_of

# レ is a tick only where a word could begin: テレワーク has none.
_BOX = re.compile("([" + TICKED.replace("レ", "") + EMPTY_BOXES + r"]|(?<![^\s、，,])レ)")
_EDGE = " \t\n\u3000、，,・/／;；"


def ticked(rest, region, reader, place, field):
    """The texts of the ticked choices of a field; None without any box or word. ``rest``: what stands in the label's cell."""
    texts = ([(rest, place, None)] if rest else []) + [(cell.text, place_of(cell), cell) for cell in region]
    pairs, words = [], []
    waiting = None  # a mark alone in its cell, and that cell
    for text, where, cell in texts:
        if waiting and cell is not None and waiting[1].row == cell.row and not _BOX.match(text):
            text = waiting[0] + text
        waiting = (text, cell) if cell is not None and _BOX.fullmatch(text.strip()) else None
        if waiting:
            continue
        found = _pairs(text)
        pairs += [(mark, choice, where) for mark, choice in found]
        if not found and text.strip(_EDGE):
            words.append((text, where))
    chosen = []
    for mark, choice, where in pairs:
        if mark in EMPTY_BOXES:
            continue
        if mark not in "■☑":
            reader.note("idea.box-mark", where, field, found=mark)
        chosen.append(choice)
    if not chosen:  # a person has written the choice beside the boxes, or without any
        for text, where in words:
            if not re.match("[（(※]", text):
                reader.note("idea.box-words", where, field, found=text)
                chosen += [part for part in re.split("[" + _EDGE + "]+", text) if part]
    return chosen if pairs or chosen else None


def _pairs(text):
    """(mark, choice) of a text with boxes before its choices, or behind them (実施済 ■)."""
    parts = _BOX.split(text)
    if len(parts) == 1:
        return []
    before = [(mark, choice.strip(_EDGE)) for mark, choice in zip(parts[1::2], parts[2::2])]
    behind = [(mark, choice.strip(_EDGE)) for choice, mark in zip(parts[0::2], parts[1::2])]
    pairs = behind if parts[0].strip(_EDGE) and not folded(parts[-1]) else before
    return [(mark, choice) for mark, choice in pairs if choice]

"""Text for a terminal: East Asian widths, tables, colour only where a person looks."""
import os
import shutil
import sys
import unicodedata


def width(text):
    """Columns that ``text`` takes in a terminal that shows Japanese."""
    total = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
            continue
        total += 2 if unicodedata.east_asian_width(char) in "WFA" else 1
    return total


def pad(text, columns, right=False):
    """``text`` filled up with spaces to ``columns``."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def cut(text, columns):
    """``text`` in at most ``columns``, with … where something was cut off."""
    if width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > columns - 2:
            break
        kept += char
    return kept + "…"


def named(entry, language):
    """The text of a finding or headline after the name of what it is about, unless the text says that name itself."""
    name = "「{}」".format(entry["element_name"]) if entry.get("element_name") else ""
    text = entry[language]
    return text if name in text else name + text


def wrap(text, columns, indent=""):
    """``text`` broken into lines of at most ``columns``; further lines begin with ``indent``."""
    lines, line = [], ""
    for char in text:
        if line and width(line + char) > columns:
            lines.append(line)
            line = indent
        line += char
    return lines + [line] if line else lines


class Screen:
    """Collects lines for a stream; colours them when the stream is a terminal and NO_COLOR is not set."""

    _CODES = {"error": "31;1", "warning": "33", "advice": "36", "good": "32", "heading": "1", "quiet": "2"}

    def __init__(self, stream=None):
        self.stream = stream or sys.stdout
        terminal = hasattr(self.stream, "isatty") and self.stream.isatty()
        self.coloured = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self.columns = shutil.get_terminal_size((100, 24)).columns if terminal else 100

    def colour(self, text, kind):
        code = self._CODES.get(kind)
        return "\x1b[{}m{}\x1b[0m".format(code, text) if self.coloured and code else text

    def line(self, text=""):
        print(text, file=self.stream)

    def heading(self, text):
        self.line()
        self.line(self.colour("■ " + text, "heading"))

    def table(self, titles, rows, right=(), limits=None, kinds=None):
        """Rows of text in aligned columns. ``titles``: None for a table without a head; ``right``: columns of numbers;
        ``limits``: widest columns; ``kinds``: colour kind of each row, or None."""
        limits = limits or {}
        everything = ([titles] if titles else []) + list(rows)
        cells = [[cut(str(cell), limits.get(i, 60)) for i, cell in enumerate(row)] for row in everything]
        widths = [max(width(row[i]) for row in cells) for i in range(len(cells[0]))]
        all_kinds = (["quiet"] if titles else []) + (list(kinds) if kinds else [None] * len(rows))
        for row, kind in zip(cells, all_kinds):
            text = "  ".join(pad(cell, widths[i], i in right) for i, cell in enumerate(row)).rstrip()
            self.line("  " + self.colour(text, kind))

"""StratML Part 2 (performance plans and reports, ANSI/AIIM 22): strategies out and in.

    xml, losses = senryaku.stratml.write(document)       # valid by the schemas of 2016-02-16 and 2016-05-06
    document, repairs = senryaku.stratml.read(xml_bytes)  # lenient: real documents often break their own schema

``document`` is a strategy as a dict with exact decimals (``senryaku.office.cells.loads``). StratML has no element for
baseline, direction, kind, fiscal year, budget, project or support; ``losses`` are the JSON Pointers of what it does not carry.
Needs the standard library only.
"""
from .read import read
from .write import grouped, write

__all__ = ["grouped", "read", "write"]

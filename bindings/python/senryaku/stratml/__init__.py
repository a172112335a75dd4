"""StratML Part 2 (performance plans and reports, ANSI/AIIM 22): strategies out and in.

    xml, losses = senryaku.stratml.write(document)       # valid by the schemas of 2016-02-16 and 2016-05-06
    document, repairs = senryaku.stratml.read(xml_bytes)  # lenient: real documents often break their own schema

``document`` is a strategy as a dict with exact decimals (``senryaku.office.cells.loads``). StratML has no element for
baseline, direction, kind, fiscal year, budget, project or support: what has a form of its own here is said in ``terms``;
``losses`` are the JSON Pointers of what is not carried, ``reason_for`` says why. Needs the standard library only.
"""
from .read import read
from .terms import reason_for
from .write import grouped, write

__all__ = ["grouped", "read", "reason_for", "write"]

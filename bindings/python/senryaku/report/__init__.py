"""A town's whole year as papers: HTML, Excel workbooks, the regional plan's digest in Word, CSV tables.

    from senryaku import Strategy, report
    with Strategy.from_file("strategy.json") as strategy:
        answers = report.gather(strategy, as_of="2026-06-01")
    report.write(answers, "out", formats=("html", "xlsx", "docx", "csv"), language="ja")

Every figure comes from the core; the modules here arrange and draw it. HTML needs Jinja2, xlsx openpyxl, docx
python-docx; CSV needs nothing. A figure that is not known is shown as 不明, never as nought.
"""
from .answers import Answers, gather
from .files import FORMATS, write

__all__ = ["Answers", "FORMATS", "gather", "write"]

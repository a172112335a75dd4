"""Writes the papers of a town into a folder."""
from pathlib import Path

from ..office import extra

# What each format needs beside the standard library.
_NEEDED = {"html": "jinja2", "xlsx": "openpyxl", "docx": "docx", "csv": None}
FORMATS = tuple(_NEEDED)


def _text(path, text):
    path.write_bytes(text.encode("utf-8"))
    return path


def _html(answers, folder, language, _):
    from .html import report_page, support_page
    return [_text(folder / "report.html", report_page(answers, language)),
            _text(folder / "support-plan.html", support_page(answers, language))]


def _xlsx(answers, folder, language, _):
    from .population_book import population_book
    from .support_book import support_book
    from .workbook import evaluation_book
    evaluation_book(answers, language, folder / "evaluation.xlsx")
    support_book(answers, language, folder / "support-plan.xlsx")
    written = [folder / "evaluation.xlsx", folder / "support-plan.xlsx"]
    return written + ([folder / "population.xlsx"] if population_book(answers, language, folder / "population.xlsx") else [])


def _docx(answers, folder, language, _):
    from .digest import digest_document
    digest_document(answers, language, folder / "regional-plan.docx")
    return [folder / "regional-plan.docx"]


def _csv(answers, folder, language, encoding):
    from .tables import changes_table, csv_bytes, tables
    from .view import texts_of
    target = folder / "csv"
    target.mkdir(exist_ok=True)
    changed, written = [], []
    made = [(table, csv_bytes(table, encoding, changed)) for table in tables(answers, language)]
    if changed:  # in UTF-8, as it names the characters
        listed = changes_table(changed, texts_of(language))
        made.append((listed, csv_bytes(listed, "utf-8-sig", None)))
    for table, data in made:
        written.append(target / (table.name + ".csv"))
        written[-1].write_bytes(data)
    return written


_WRITERS = {"html": _html, "xlsx": _xlsx, "docx": _docx, "csv": _csv}


def write(answers, folder, formats=FORMATS, language="ja", encoding="utf-8-sig"):
    """Writes the papers of ``formats`` into ``folder`` (made where it is missing); returns their paths.

    ``encoding``: of the CSV files, "utf-8-sig" or "cp932". Raises office.MissingExtra before anything is written when a
    package is not installed.
    """
    for name in formats:
        if _NEEDED[name]:
            extra(_NEEDED[name])
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in formats:
        written += _WRITERS[name](answers, folder, language, encoding)
    return written

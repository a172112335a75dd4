"""What a town hall works with: Excel sheets, CSV tables and papers. Optional extras on openpyxl and others.

Nothing here is imported by the plain package. A package that is missing is named in one line: see ``extra``.
"""
import importlib

# What is imported, the package that pip installs, and Debian's.
_PACKAGES = {
    "openpyxl": ("openpyxl", "python3-openpyxl"),
    "lxml.etree": ("lxml", "python3-lxml"),
    "tqdm": ("tqdm", "python3-tqdm"),
    "jinja2": ("Jinja2", "python3-jinja2"),
    "docx": ("python-docx", "python3-docx"),
}


class MissingExtra(Exception):
    """An optional package that is not installed; the text names it in Japanese and English."""


def extra(module):
    """The optional module of that name. Raises MissingExtra with one line that says what to install."""
    try:
        return importlib.import_module(module)
    except ImportError:
        package, debian = _PACKAGES[module]
        raise MissingExtra("{0} が必要です（pip install {0}、または apt install {1}） / "
                           "{0} is needed: pip install {0}, or apt install {1}".format(package, debian)) from None

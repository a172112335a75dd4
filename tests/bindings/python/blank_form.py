"""A folder with a blank idea sheet, for tests that fill it in."""
import tempfile
import unittest
from pathlib import Path

from senryaku.office import idea_form

# The five years that the form prints (facts of the form: R8 to R12 for a plan of R7 to R11).
FORM_YEARS = [2026, 2027, 2028, 2029, 2030]


class BlankFormTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        cls.blank = cls.root / "blank.xlsx"
        idea_form.write_blank(cls.blank, FORM_YEARS)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

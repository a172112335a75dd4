"""Workbooks and tables that are bombs, carry macros or links, or have no end: refused with a line, in bounded memory."""
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from senryaku.office import tables_in, workbooks
from senryaku.office.repairs import Refused, RepairList

try:
    import openpyxl
except ImportError:
    openpyxl = None

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


class WorkbookTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "x.xlsx"

    def _write(self, parts, **types):
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", types.get("types", TYPES))
            for name, content in parts.items():
                archive.writestr(name, content)

    def _refused(self, word):
        with self.assertRaises(Refused) as caught:
            workbooks.look_through(self.path)
        self.assertIn(word, caught.exception.en)
        self.assertEqual(len(str(caught.exception).splitlines()), 1)

    def test_zip_bomb(self):
        self._write({"xl/worksheets/sheet1.xml": b"0" * (workbooks.MOST_BYTES + 1)})
        self.assertLess(self.path.stat().st_size, 1 << 20)
        self._refused("zip bomb")

    def test_zip_bomb_in_many_parts(self):
        self._write({"xl/{}.xml".format(i): "" for i in range(workbooks.MOST_PARTS + 1)})
        self._refused("zip bomb")

    def test_million_rows(self):
        self._write({"xl/worksheets/sheet1.xml": SHEET.format("<row/>" * 1000000)})
        self._refused("too many rows")

    def test_rows_that_prefixes_and_pieces_hide(self):
        rows = "<x:row r='1'>" + "<x:c/>" * 20
        self._write({"xl/worksheets/sheet1.xml": SHEET.format(rows * 15000)})
        self._refused("too many rows or cells")

    def test_rows_are_counted_once(self):
        # 65,536-byte pieces with an overlap: just below the limit is still let through.
        self._write({"xl/worksheets/sheet1.xml": SHEET.format("<row r='123'></row>" * workbooks.MOST_ROWS)})
        workbooks.look_through(self.path)

    def test_entities(self):
        for encoding in ("utf-8", "utf-16"):
            self._write({"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(encoding)})
            self._refused("entities")

    def test_macros(self):
        self._write({"xl/vbaProject.bin": b"\0"})
        self._refused("macros")
        self._write({"xl/workbook.xml": ""}, types=TYPES.replace("/>", ">application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>"))
        self._refused("macro")

    def test_links_and_embedded_documents(self):
        for name in ("xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/queryTables/queryTable1.xml"):
            self._write({name: ""})
            self._refused("links")
        self._write({"xl/embeddings/oleObject1.bin": b"\0"})
        self._refused("embedded")

    def test_no_workbook(self):
        for content in (b"", b"PK\x03\x04", b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512):
            self.path.write_bytes(content)
            self._refused("xlsx")
        with zipfile.ZipFile(self.path, "w") as archive:
            archive.writestr("word/document.xml", "")
        self._refused("not an .xlsx")

    @unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
    def test_broken_parts(self):
        openpyxl.Workbook().save(self.path)
        with zipfile.ZipFile(self.path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for name in parts:
            for content in (b"", b"<", b"<x/>", parts[name][:len(parts[name]) // 2]):
                with zipfile.ZipFile(self.path, "w") as archive:
                    for other, kept in parts.items():
                        archive.writestr(other, content if other == name else kept)
                try:
                    workbooks.read_workbook(self.path)
                except Refused:
                    pass

    @unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
    def test_formulas_are_not_computed(self):
        book = openpyxl.Workbook()
        book.active["A1"] = "=cmd|'/C calc'!A0"
        book.save(self.path)
        sheet, = workbooks.read_workbook(self.path)
        cell, = sheet.cells
        self.assertEqual((cell.kind, cell.text), ("formula", "=cmd|'/C calc'!A0"))

    @unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
    def test_a_cell_far_away_costs_nothing(self):
        book = openpyxl.Workbook()
        book.active["A1"] = "1"
        book.active.cell(1048576, 16384).value = "2"
        book.active.merge_cells("B2:C3")
        book.save(self.path)
        sheet, = workbooks.read_workbook(self.path)
        self.assertEqual([cell.text for cell in sheet.cells], ["1"])
        self.assertEqual(sheet.remarks, [("cell.far", "Sheet!XFD1048576", {"count": 1, "rows": workbooks.MOST_ROWS, "columns": workbooks.MOST_COLUMNS})])

    @unittest.skipUnless(Path("/proc/self/status").is_file(), "no /proc to read the memory from")
    @unittest.skipIf("san.so" in os.environ.get("LD_PRELOAD", ""), "a sanitizer's own memory would be counted")
    def test_memory_is_bounded(self):
        # 60 MiB unpacked within the limits of size, but a million cells: refused with less than 80 MB of memory.
        self._write({"xl/worksheets/sheet1.xml": SHEET.format("<row><c r='A1' t='n'><v>1</v></c></row>" * 1000000)})
        program = ("import re, sys\nfrom senryaku.office import workbooks\n"
                   "try:\n    workbooks.look_through(sys.argv[1])\nexcept workbooks.Refused:\n"
                   "    print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read()).group(1))\n")
        done = subprocess.run([sys.executable, "-c", program, str(self.path)], capture_output=True, encoding="utf-8")
        self.assertLess(int(done.stdout), 80 * 1024, done.stderr)


class TableTest(unittest.TestCase):
    def _refused(self, data):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.csv"
            path.write_bytes(data)
            repairs = RepairList()
            self.assertEqual(tables_in.read_lines(path, repairs), [])
            return [entry.code for entry in repairs if entry.severity == "error"]

    def test_tables_without_end(self):
        self.assertEqual(self._refused(b"a,b\n" * (tables_in.MOST_ROWS + 1)), ["file.refused"])
        self.assertEqual(self._refused(b"x" * (tables_in.MOST_BYTES + 1)), ["file.refused"])

    def test_no_text(self):
        self.assertEqual(self._refused(b"PK\x03\x04\0\0\0"), ["file.refused"])

    def test_a_field_without_end(self):
        self.assertEqual(self._refused(b'"' + b"x" * 200000), ["file.refused"])


if __name__ == "__main__":
    unittest.main()

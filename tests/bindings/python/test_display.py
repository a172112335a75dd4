"""Columns as a Japanese terminal shows them."""
import io
import unittest

from senryaku import display


class DisplayTest(unittest.TestCase):
    def test_width_counts_full_width_twice(self):
        # UAX #11: W, F and (in East Asian context) A take two columns; combining marks take none.
        self.assertEqual(display.width("会津美里町"), 10)
        self.assertEqual(display.width("KPI①"), 5)
        self.assertEqual(display.width("か\u3099"), 2)

    def test_cut_keeps_within_the_columns(self):
        self.assertEqual(display.cut("会津美里町", 7), "会津…")
        self.assertEqual(display.cut("abc", 3), "abc")

    def test_tables_line_up(self):
        stream = io.StringIO()
        display.Screen(stream).table(["名", "n"], [["会津", "1"], ["a", "10"]], right={1})
        self.assertEqual(stream.getvalue(), "  名     n\n  会津   1\n  a     10\n")

    def test_no_colour_outside_a_terminal(self):
        self.assertEqual(display.Screen(io.StringIO()).colour("x", "error"), "x")

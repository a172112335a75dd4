"""The commands support, plan and catalogue."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STRATEGY = Path(__file__).resolve().parents[2] / "data" / "strategies" / "aizumisato-2025.json"


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "senryaku", *map(str, arguments)], capture_output=True, encoding="utf-8",
                          env=dict(os.environ))


class SupportCommandTest(unittest.TestCase):
    def verdicts(self, year):
        done = run("support", STRATEGY, "--fy", year, "--all", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return {entry["answer"]["programme"]: entry["answer"] for entry in json.loads(done.stdout)["answers"]}

    def test_supports_of_the_founding_slides_by_year(self):
        # デジ田交付金 to FY2024; its successors are the second-generation grant and the Regional Future grant.
        self.assertNotEqual(self.verdicts(2024)["digiden-suishin-type"]["verdict"], "not-in-force")
        for year, successor in ((2025, "chiho-2sedai-grant"), (2026, "mirai-suishin-type")):
            answer = self.verdicts(year)["digiden-suishin-type"]
            self.assertEqual((answer["verdict"], answer["successors"]), ("not-in-force", [successor]))
            self.assertEqual(self.verdicts(year)["interest-subsidy"]["verdict"], "conditional")

    def test_text_names_conditions_and_sources(self):
        text = run("support", STRATEGY, "--fy", "2026", "--programme", "interest-subsidy").stdout
        self.assertIn("地域再生支援利子補給金: 条件つき", text)
        self.assertIn("国の指定を受けた金融機関", text)
        self.assertIn("根拠: 地域再生法", text)


class PlanCommandTest(unittest.TestCase):
    def test_sections_of_the_form_and_what_is_asked(self):
        done = run("plan", STRATEGY, "--month", "8月")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("福島県大沼郡会津美里町の全域", done.stdout)
        self.assertIn("地域再生計画の認定の日から2030年3月31日まで", done.stdout)
        self.assertIn("寄附の金額の目安を決めてください", done.stdout)

    def test_grant_style_asks_why_it_is_leading(self):
        done = run("plan", STRATEGY, "--style", "grant", "--json")
        self.assertIn("plan.ask.leading", [entry["code"] for entry in json.loads(done.stdout)["asked"]])


class CatalogueCommandTest(unittest.TestCase):
    def test_the_built_in_one_is_sound(self):
        done = run("catalogue", "--json")
        self.assertEqual(done.returncode, 0, done.stdout)
        counts = json.loads(done.stdout)["counts"]
        self.assertEqual(counts["programmes"], 40)
        self.assertEqual(counts["cases"], counts["cases_passed"])

    def test_a_broken_extension_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "town.json"
            path.write_text('{"catalogue": {"conditions": [{"id": "x", "fact": "no.such.fact", "is": true}]}}', encoding="utf-8")
            done = run("catalogue", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("no.such.fact", done.stdout)

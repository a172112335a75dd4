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

    def test_what_the_strategy_seeks_stands_first(self):
        # The slides name six supports; the two of the デジ田交付金 have a successor in FY2026.
        lines = run("support", STRATEGY, "--fy", "2026").stdout.split("■")[1].splitlines()
        self.assertEqual(len([line for line in lines[2:] if line.strip()]), 6)
        closed = [line for line in lines if "募集なし" in line]
        self.assertEqual(len(closed), 2)
        self.assertTrue(all("地域未来交付金 地域未来推進型" in line for line in closed))

    def test_the_short_answer_is_one_line_for_each_project(self):
        document = json.loads(STRATEGY.read_text(encoding="utf-8"))
        parts = run("support", STRATEGY, "--fy", "2026").stdout.split("■")
        lines = [line for line in parts[3].splitlines()[2:] if line.strip()]
        self.assertEqual(len(lines) - 1, 1 + len(document["unplaced_projects"]))  # the project of the goal, and a last line of hints
        # No regional plan is certified in the document, and every support of 地域再生法 needs one.
        self.assertTrue(all("地域再生計画が認定されていること" in line for line in lines[:-1]))
        # The grant of the slides is closed in FY2026, so its successor is among what can be had.
        self.assertIn("地域再生計画が認定されていること", parts[2].splitlines()[2])
        self.assertLess(sum(len(part.splitlines()) for part in parts), 45)
        self.assertIn("--project", lines[-1])

    def test_in_full_when_asked(self):
        one = run("support", STRATEGY, "--fy", "2026", "--project", "g4-m1-p1").stdout
        self.assertIn("■ 複合文化施設管理運営事業", one)
        self.assertNotIn("産業活性化支援事業", one)
        everything = run("support", STRATEGY, "--fy", "2026", "--all").stdout
        self.assertGreater(len(everything.splitlines()), 1000)

    def test_what_changed_since_another_year(self):
        # The supports of the slides: デジ田交付金 took new projects in FY2024 and takes none in FY2026.
        text = run("support", STRATEGY, "--fy", "2026", "--since", "2024", "--programme", "digiden-suishin-type").stdout
        self.assertIn("2024年度からの変化", text)
        self.assertIn("digiden-suishin-type: 条件つき → 募集なし", text)
        self.assertIn("後継: mirai-suishin-type", text)
        same = run("support", STRATEGY, "--fy", "2026", "--since", "2026").stdout
        self.assertIn("変化はありません。", same)

    def test_the_plan_of_applications_says_when(self):
        document = json.loads(STRATEGY.read_text(encoding="utf-8"))
        project = next(p for goal in document["goals"] for measure in goal.get("measures", []) for p in measure.get("projects", []))
        project["support_sought"] = ["mirai-suishin-type", "corporate-hometown-tax"]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "town.json"
            path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
            text = run("support", path, "--fy", "2026", "--portfolio", "--sought").stdout
        self.assertIn("申請の予定", text)
        self.assertIn("2026-01", text)  # the third round of FY2025: certified by the end of March
        self.assertIn("地域再生計画の認定申請: mirai-suishin-type", text)


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

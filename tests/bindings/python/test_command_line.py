"""python3 -m senryaku as a person uses it, on the real documents."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"


def run(*arguments, **environment):
    return subprocess.run([sys.executable, "-m", "senryaku", *map(str, arguments)], capture_output=True, encoding="utf-8",
                          env=dict(os.environ, **environment))


class ReviewCommandTest(unittest.TestCase):
    def test_review_opens_with_at_most_five_lines_of_decisions(self):
        lines = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01").stdout.splitlines()
        start = lines.index("■ まず決めること")
        self.assertLessEqual(lines[start + 1:].index(""), 5)

    def test_kakogawa_2015_names_the_target_on_the_wrong_side(self):
        # Published: 新規求人数, baseline 13,182 (H26), target 13,000 (H31), to be increased.
        done = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01")
        self.assertEqual(done.returncode, 0, done.stderr)
        decision = done.stdout.split("■ まず決めること")[1].splitlines()[1]
        for part in ("新規求人数", "13,182", "13,000"):
            self.assertIn(part, decision)

    def test_aizumisato_2025_certification_precedes_the_period(self):
        done = run("review", STRATEGIES / "aizumisato-2025.json", "--as-of", "2026-06-01")
        self.assertIn("[守られている] 地域再生計画の認定は計画期間の開始より前（2025-03-31 まで → 2025-04-01 から）", done.stdout)

    def test_english_has_no_japanese_labels(self):
        done = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01", "--lang", "en")
        self.assertIn("What to decide first", done.stdout)
        self.assertNotIn("基準値 ", done.stdout)

    def test_no_colour_codes_in_a_pipe(self):
        self.assertNotIn("\x1b", run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01").stdout)

    def test_json_is_the_whole_review(self):
        done = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01", "--json")
        review = json.loads(done.stdout)
        self.assertEqual(review["format"], "senryaku.review/1")
        self.assertEqual(review["evaluation"]["fiscal_year"], 2020)  # the plan was extended to FY2020

    def test_every_strategy_is_reviewed(self):
        files = sorted(STRATEGIES.glob("*.json"))
        self.assertGreaterEqual(len(files), 9)
        for path in files:
            done = run("review", path, "--as-of", "2026-06-01")
            self.assertEqual(done.returncode, 0, "{}: {}".format(path.name, done.stderr))

    def test_refused_document_gives_status_1_and_places(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.json"
            path.write_text("{\n \"name\": 3\n}", encoding="utf-8")
            done = run("review", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("x.json:2:10: 型が違います", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_wrong_use_gives_status_2(self):
        self.assertEqual(run().returncode, 2)
        self.assertEqual(run("review", "no-such-file.json").returncode, 2)
        self.assertEqual(run("review").returncode, 2)

    def test_unknown_scheme_is_named(self):
        done = run("review", STRATEGIES / "kakogawa-2015.json", "--scheme", "nowhere")
        self.assertEqual(done.returncode, 2)  # wrong use, not a fault of the document
        self.assertIn("nowhere", done.stderr)

    def test_works_in_a_plain_c_locale(self):
        done = run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01", LC_ALL="C", PYTHONUTF8="0",
                   PYTHONCOERCECLOCALE="0")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("新規求人数", done.stdout)


if __name__ == "__main__":
    unittest.main()

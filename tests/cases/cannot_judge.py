"""What cannot be judged ends in one line and exit status 2: no file, no case, no JSON, a document that the library refuses."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUN = Path(__file__).with_name("run.py")


class CannotJudgeTest(unittest.TestCase):
    def _run(self, *arguments):
        done = subprocess.run([sys.executable, str(RUN)] + [str(part) for part in arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8")
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        return done.stderr

    def test_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            self.assertIn("No such file", self._run("smart", folder / "none.jsonl"))
            (folder / "text.jsonl").write_text("これは JSON ではない\n", encoding="utf-8")
            self._run("smart", folder / "text.jsonl")
            (folder / "empty.jsonl").write_text("", encoding="utf-8")
            self.assertIn("no case found", self._run("smart", folder / "empty.jsonl"))
            (folder / "list.jsonl").write_text("[1]\n", encoding="utf-8")
            for kind in ("smart", "kpi-labels", "eligibility"):
                self._run(kind, folder / "list.jsonl")

    def test_a_refusal_of_the_library(self):
        # Figures of more than 18 digits are an error of the format, not a case that fails.
        row = {"id": "a", "name": "参加者数", "unit": "人", "target": {"value": 10 ** 30, "fy": 2029}, "deficient": []}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "case.jsonl"
            path.write_text(json.dumps(row) + "\n", encoding="utf-8")
            self.assertIn("SenryakuError", self._run("smart", path))


if __name__ == "__main__":
    unittest.main()

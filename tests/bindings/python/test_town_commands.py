"""ideas, entry, table, stratml, towns, and review of a folder, as a person uses them."""
import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from test_command_line import STRATEGIES, run

try:
    import openpyxl
except ImportError:
    openpyxl = None
try:
    import pty
except ImportError:  # Windows
    pty = None
try:
    import tqdm
except ImportError:
    tqdm = None

COMMANDS = ("review", "evaluate", "support", "plan", "population", "catalogue", "explain", "ideas", "entry", "table", "stratml", "towns")
DATA = STRATEGIES.parent


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class HelpTest(unittest.TestCase):
    def test_every_command_has_examples_and_exit_statuses(self):
        for command in COMMANDS:
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0, done.stderr)
            for part in ("例 / example", "python3 -m senryaku " + command, "終了コード / exit status", "NO_COLOR"):
                self.assertIn(part, done.stdout, command)
        for action in (("ideas", "read"), ("entry", "write"), ("table", "kpi"), ("stratml", "read")):
            self.assertIn("exit status", run(*action, "--help").stdout)

    def test_wrong_use_gives_status_2(self):
        for arguments in (("ideas",), ("ideas", "read"), ("entry", "write", "x.json", "y"), ("towns", "no-such-folder"), ("review", "/nowhere"),
                          ("stratml", "read", "no-such-file"), ("table", "kpi", "no.json", "no.csv"), ("ideas", "form", "x.xlsx", "--years", "R8"),
                          ("review", STRATEGIES / "niseko.json", "--as-of", "2026-13-01"), ("review", STRATEGIES, "--as-of", "x"),
                          ("towns", STRATEGIES, "--scheme", "no-such"), ("review", STRATEGIES, "--scheme", "no-such"),
                          ("evaluate", STRATEGIES / "niseko.json", "--fy", "2018", "--scheme", "no-such"),
                          ("support", STRATEGIES / "nagi.json", "--fy", "2026", "--project", "no-such")):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertNotIn("Traceback", done.stderr)
            self.assertNotIn("niseko.json:1:", done.stderr)  # the fault is not in the document

    def test_a_missing_extra_is_named_in_one_line(self):
        # A module that cannot be imported stands for one that is not installed.
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "openpyxl.py").write_text("raise ImportError\n", encoding="utf-8")
            path = os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")])
            done = run("ideas", "form", Path(folder) / "x.xlsx", PYTHONPATH=path)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        for part in ("openpyxl が必要です", "python3-openpyxl", "openpyxl is needed"):
            self.assertIn(part, done.stderr)


class ReviewManyTest(Folder):
    def test_one_bad_document_never_stops_the_rest(self):
        for path in STRATEGIES.glob("*.json"):
            shutil.copy(path, self.folder)
        (self.folder / "sub").mkdir()
        (self.folder / "sub" / "bad.json").write_text("{\n \"name\": 3\n}", encoding="utf-8")
        (self.folder / "bytes.json").write_bytes(b"\xff\xfe\x00")
        (self.folder / "empty.json").write_bytes(b"")
        table = self.folder / "t.csv"
        outputs = []
        for jobs in (1, 3):
            done = run("review", self.folder, "--as-of", "2026-06-01", "--jobs", jobs, "--csv", table)
            self.assertEqual(done.returncode, 1, done.stderr)  # three documents were refused
            self.assertNotIn("Traceback", done.stderr)
            outputs.append(done.stdout)
        self.assertEqual(outputs[0], outputs[1])
        self.assertIn("受付 9 件、受付不可 3 件", outputs[0])
        self.assertIn("2:10", outputs[0])
        with open(table, encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
        self.assertEqual(len(lines), 12)
        self.assertEqual({line["town"] for line in lines} - {""}, {"会津美里町", "南風原町", "神石高原町", "加古川市", "奈義町", "ニセコ町", "豊岡市", "浦河町"})

    def test_json_and_english(self):
        shutil.copy(STRATEGIES / "kakogawa-2015.json", self.folder)
        lines = json.loads(run("review", self.folder, "--as-of", "2026-06-01", "--json").stdout)
        review = json.loads(run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01", "--json").stdout)
        self.assertEqual(lines[0]["warning"], sum(entry["severity"] == "warning" for entry in review["findings"]))
        self.assertEqual(lines[0]["rated"], sum(bool(entry.get("rating")) for entry in review["evaluation"]["kpis"]))
        self.assertIn("1 read, 0 refused", run("review", self.folder, "--lang", "en").stdout)

    @unittest.skipIf(pty is None or tqdm is None, "no pseudo-terminal, or tqdm (Debian: python3-tqdm) is not installed")
    def test_the_bar_is_for_a_person_and_never_in_the_output(self):
        for path in STRATEGIES.glob("*.json"):
            shutil.copy(path, self.folder)
        (self.folder / "bad.json").write_text("{", encoding="utf-8")
        arguments = [sys.executable, "-m", "senryaku", "review", str(self.folder), "--as-of", "2026-06-01", "--jobs", "2"]
        for term, shown in (("xterm", True), ("dumb", False)):
            terminal, stderr = pty.openpty()
            started = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=stderr, env=dict(os.environ, TERM=term))
            os.close(stderr)
            out = started.communicate()[0].decode("utf-8")
            seen = b""
            with contextlib.suppress(OSError):  # how Linux tells that the other side is closed
                while True:
                    seen += os.read(terminal, 65536)
            os.close(terminal)
            self.assertEqual(started.returncode, 1)
            self.assertEqual((b"/10 [" in seen, "[" in seen.decode("utf-8").split("\r")[-1]), (shown, False))  # gone when done
            self.assertIn("受付 9 件、受付不可 1 件", out)
            self.assertNotIn("\x1b", out)
        self.assertEqual(run("review", self.folder, "--jobs", "2").stderr, "")

    def test_jobs_are_one_or_more(self):
        for wrong in ("0", "-2", "x"):
            self.assertEqual(run("review", self.folder, "--jobs", wrong).returncode, 2)

    def test_a_folder_without_documents(self):
        done = run("review", self.folder)
        self.assertEqual((done.returncode, done.stdout), (2, ""))


class TownsTest(Folder):
    def test_the_same_indicator_of_two_towns(self):
        # Brackets are remarks: 出生数（年間） and 出生数 are one indicator. The figures are invented.
        first = {"format": "senryaku.strategy/1", "municipality": {"code": "074471", "name": "会津美里町"}, "name": "甲", "period": {}, "goals": [
            {"id": "g", "type": "family", "name": "目標", "measures": [{"id": "m", "field": "子育て", "kpis": [
                {"id": "k", "name": "出生数（年間）", "unit": "人", "baseline": {"year": 2024, "value": 60}, "target": {"year": 2029, "value": 70}}]}]}]}
        second = json.loads(json.dumps(first).replace("074471", "282103"))
        second["municipality"]["name"] = "加古川市"
        second["goals"][0]["measures"][0]["kpis"][0].update(name="出生数", target={"year": 2029, "value": 2000})
        for name, document in (("a.json", first), ("b.json", second)):
            (self.folder / name).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        (self.folder / "c.json").write_text("{}", encoding="utf-8")
        done = run("towns", self.folder, "--as-of", "2026-06-01", "--json")
        self.assertEqual(done.returncode, 1, done.stderr)
        answer = json.loads(done.stdout)
        (group,) = answer["groups"]
        self.assertEqual([line["town"] for line in group["lines"]], ["会津美里町", "加古川市"])
        self.assertEqual([line["target"] for line in group["lines"]], [70, 2000])
        self.assertEqual(len(answer["refused"]), 1)
        self.assertIn("出生数（人） 2 団体", run("towns", self.folder, "--as-of", "2026-06-01").stdout)
        self.assertEqual(json.loads(run("towns", self.folder, "--field", "work", "--json").stdout)["groups"], [])
        self.assertEqual(len(json.loads(run("towns", self.folder, "--field", "子育て", "--json").stdout)["groups"]), 1)

    def _town(self, code, unit, target, name="入込客数"):
        path = self.folder / (code + ".json")
        path.write_text(json.dumps({
            "format": "senryaku.strategy/1", "municipality": {"code": code, "name": "町" + code}, "name": "戦略", "period": {}, "goals": [
                {"id": "g", "type": "flow", "name": "目標", "measures": [{"id": "m", "kpis": [
                    {"id": "k", "name": name, "unit": unit, "target": {"year": 2029, "value": target}}]}]}]}, ensure_ascii=False), encoding="utf-8")

    def test_scales_of_a_unit_are_compared_in_one(self):
        # Codes with their check digits: 総務省 全国地方公共団体コード. 1.25千人 are 1,250人, 0.3万人 3,000人; 1,250,000千円 are 1,250百万円.
        for code, unit, target in (("074471", "人", 900), ("282103", "千人", 1.25), ("011002", "万人", 0.3), ("131016", "人", 40)):
            self._town(code, unit, target)
        lines = json.loads(run("towns", self.folder, "--json").stdout)["groups"][0]["lines"]
        self.assertEqual([(line["code"], line["common_unit"], line["common_target"]) for line in lines],
                         [("011002", "人", 3000), ("074471", "人", 900), ("131016", "人", 40), ("282103", "人", 1250)])
        text = run("towns", self.folder, "--unit", "千人").stdout
        self.assertIn("入込客数（人） 4 団体", text)
        self.assertRegex(text, "町282103 +入込客数 +flow +千人 +－ +1,250")
        for code, unit, target in (("074471", "百万円", 800), ("282103", "千円", 1250000), ("011002", "百万円", 700.5), ("131016", "円", 1)):
            self._town(code, unit, target)
        self._town("131016", "%", 40)  # no scale of 円
        run("towns", self.folder, "--csv", self.folder / "t.csv")
        with open(self.folder / "t.csv", encoding="utf-8-sig", newline="") as file:
            rows = [(row["code"], row["unit"], row["target"], row["common_unit"], row["common_target"]) for row in csv.DictReader(file)]
        self.assertEqual(rows, [("011002", "百万円", "700.5", "百万円", "700.5"), ("074471", "百万円", "800", "百万円", "800"),
                                ("282103", "千円", "1250000", "百万円", "1250")])

    def test_many_towns_are_summed_up_first(self):
        for number in range(70):
            body = "{:05d}".format(1202 + number)
            rest = sum(int(digit) * weight for digit, weight in zip(body, (6, 5, 4, 3, 2))) % 11  # check digit: 総務省 検査数字の算出方法
            self._town(body + str((11 - rest) % 10), "人", 100 + number)
        (self.folder / "bad.json").write_text("{}", encoding="utf-8")
        done = run("towns", self.folder, "--jobs", 2)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, "入込客数 +人 +70 +100 +169 +0\n")
        self.assertEqual(len(done.stdout.splitlines()), 5)  # heads, one indicator, hint, one refused
        self.assertIn("（人） 70 団体", run("towns", self.folder, "--all").stdout)
        self.assertEqual((len(run("towns", self.folder, "--name", "入込").stdout.splitlines()), done.stderr), (1 + 1 + 1 + 70 + 1, ""))

    def test_words_line_up_names_that_differ(self):
        done = run("towns", STRATEGIES, "--name", "観光", "--as-of", "2026-06-01", "--csv", self.folder / "t.csv", "--jobs", 2)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.folder / "t.csv", encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
        self.assertTrue(lines)
        self.assertTrue(all("観光" in line["name"] for line in lines))


class StratmlCommandTest(Folder):
    def test_out_and_in_by_pipe(self):
        xml = run("stratml", "write", STRATEGIES / "niseko.json")
        self.assertEqual(xml.returncode, 0, xml.stderr)
        self.assertTrue(xml.stdout.startswith("<?xml"))
        self.assertIn("StratML に入らないもの", xml.stderr)
        path = self.folder / "x.xml"
        path.write_text(xml.stdout, encoding="utf-8")
        back = run("stratml", "read", path)
        self.assertEqual(json.loads(back.stdout)["name"], json.loads((STRATEGIES / "niseko.json").read_text(encoding="utf-8"))["name"])

    def test_a_real_report_needs_a_municipality(self):
        path = DATA / "stratml" / "samples" / "oecd-ai.strategic-plan.xml"
        done = run("stratml", "read", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("団体コードがありません", done.stderr)
        done = run("stratml", "read", path, "--municipality", "074471", "-o", self.folder / "x.json", "--notes", "--lang", "en")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("order inside", done.stdout)

    def test_no_stratml_is_refused(self):
        done = run("stratml", "read", STRATEGIES / "niseko.json")
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (1, 1))


class TableCommandTest(Folder):
    def test_kpi_and_population(self):
        table = self.folder / "kpi.csv"
        table.write_bytes("指標,単位,R6実績\n新しい指標,件,５件\n".encode("cp932"))
        out = self.folder / "new.json"
        done = run("table", "kpi", STRATEGIES / "niseko.json", table, "-o", out)
        self.assertEqual(done.returncode, 1)
        self.assertIn("戦略にない指標です", done.stdout)
        done = run("table", "kpi", STRATEGIES / "niseko.json", table, "--new", "-o", out, "--repairs", self.folder / "r.csv", "--notes")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("cp932", done.stdout)
        self.assertIn("新しい指標", out.read_text(encoding="utf-8"))
        self.assertTrue((self.folder / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf"))
        done = run("table", "population", STRATEGIES / "niseko.json", DATA / "population" / "aizumisato_census.csv", "-o", out)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(run("population", out, "--json").returncode, 0)


@unittest.skipIf(openpyxl is None, "openpyxl (Debian: python3-openpyxl) is not installed")
class WorkbookCommandsTest(Folder):
    def test_idea_sheets_out_and_in(self):
        form = self.folder / "sheets" / "a.xlsx"
        form.parent.mkdir()
        self.assertEqual(run("ideas", "form", form, "--section", "生涯学習課 生涯学習係", "--years", "2026-2030").returncode, 0)
        done = run("ideas", "read", form.parent, "--strategy", STRATEGIES / "aizumisato-2025.json", "-o", self.folder / "new.json", "--repairs",
                   self.folder / "r.csv")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("「課題」が空です", done.stdout)
        sheets = json.loads((self.folder / "new.json").read_text(encoding="utf-8"))["idea_sheets"]
        self.assertEqual([sheet["id"] for sheet in sheets], ["idea-1", "idea-2"])
        self.assertEqual(sheets[1]["section"], "生涯学習課 生涯学習係")
        alone = json.loads(run("ideas", "read", form).stdout)
        self.assertEqual(len(alone["idea_sheets"]), 1)

    def test_entry_workbooks_out_and_in(self):
        done = run("entry", "write", STRATEGIES / "kakogawa-2015.json", self.folder / "out", "--fy", 2019)
        self.assertEqual(done.returncode, 0, done.stderr)
        paths = done.stdout.splitlines()
        self.assertEqual(sorted(paths), sorted(str(path) for path in (self.folder / "out").iterdir()))
        done = run("entry", "read", STRATEGIES / "kakogawa-2015.json", self.folder / "out", "-o", self.folder / "new.json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        same = run("review", self.folder / "new.json", "--as-of", "2026-06-01").stdout
        self.assertEqual(same.split("指摘")[0], run("review", STRATEGIES / "kakogawa-2015.json", "--as-of", "2026-06-01").stdout.split("指摘")[0])

    def test_hostile_file_is_one_line_and_the_rest_is_read(self):
        run("ideas", "form", self.folder / "a.xlsx")
        (self.folder / "b.xlsx").write_bytes(b"PK\x03\x04")
        done = run("ideas", "read", self.folder, "-o", self.folder / "x.json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(sum("読み込みません" in line for line in done.stdout.splitlines()), 1)
        self.assertEqual(len(json.loads((self.folder / "x.json").read_text(encoding="utf-8"))["idea_sheets"]), 1)


if __name__ == "__main__":
    unittest.main()

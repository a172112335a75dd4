"""The KPI checks by the package and by the command line."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from array import array
from pathlib import Path

import senryaku

try:
    import numpy
except ImportError:
    numpy = None

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"
RULES = Path(__file__).resolve().parents[3] / "lib" / "data" / "check" / "kpi.json"
# 資料1 (会津美里町 R5-2): the slides' own examples.
SLIDES = [("スマート農業導入補助金交付件数", "件", "output"), ("スマート農業導入経営体数", "経営体", "outcome"),
          ("サテライトオフィスの整備件数", "件", "output"), ("サテライトオフィス利用者数", "人", "outcome"),
          ("オンラインで予約可能な公共施設の数", "施設", "output"), ("予約システム利用者向け説明会の開催件数", "件", "output"),
          ("オンライン予約システムの利用件数", "件", "outcome")]


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "senryaku", "check", *map(str, arguments)], capture_output=True,
                          encoding="utf-8", env=dict(os.environ))


class ClassifyNamesTest(unittest.TestCase):
    names, units, expected = zip(*SLIDES)

    def labels(self, labels):
        return [senryaku.STAGES[label] for label in labels]

    def test_the_slides_examples_in_one_call_as_one_by_one(self):
        labels, confidences, unsure = senryaku.classify_names(self.names, self.units)
        self.assertEqual(self.labels(labels), list(self.expected))
        single = senryaku.classify(self.names, self.units)
        self.assertEqual([round(answer["confidence"] * 1000) for answer in single], list(confidences))
        self.assertEqual([answer["unsure"] for answer in single], [bool(mark) for mark in unsure])

    def test_cues_are_told_in_both_languages(self):
        # A cue is a piece of the name with the class of its meaning; the finding names the pieces in either language.
        kpi = {"id": "k", "name": "予約システム利用者向け説明会の開催件数", "unit": "件"}
        finding = next(f for f in senryaku.check_indicators([{"kpi": kpi}])[0]["findings"] if f["code"] == "kpi.stage.output")
        self.assertIn("開催＝役場が開く・行う", finding["ja"])
        self.assertIn("開催 “holding” (the office holds or runs it)", finding["en"])
        cue = next(cue for cue in senryaku.classify([kpi["name"]], [kpi["unit"]])[0]["cues"] if cue["decides"])
        self.assertEqual((cue["text"], cue["kind"], cue["means"], cue["gloss"]), ("開催", "word", "office.hold", "holding"))

    def test_the_caller_sets_the_threshold(self):
        self.assertEqual(list(senryaku.classify_names(self.names, sure_from=1.0)[2]), [1] * len(self.names))
        self.assertEqual(list(senryaku.classify_names(self.names, sure_from=0.0)[2]), [0] * len(self.names))

    def test_columns_in_memory_and_own_outputs(self):
        encoded = [name.encode() for name in self.names]
        offsets = array("q", [0])
        for part in encoded:
            offsets.append(offsets[-1] + len(part))
        out = (array("B", bytes(7)), array("i", [0] * 7), array("B", bytes(7)))
        labels, _, _ = senryaku.classify_names((b"".join(encoded), offsets), out=out)
        self.assertIs(labels, out[0])
        self.assertEqual(self.labels(labels), list(self.expected))
        with self.assertRaises(ValueError):
            senryaku.classify_names(self.names, out=(array("B", bytes(6)), out[1], out[2]))
        with self.assertRaises(ValueError):  # beyond the bytes
            senryaku.classify_names((b"".join(encoded)[:-1], offsets))
        offsets[1], offsets[2] = offsets[2], offsets[1]
        with self.assertRaises(senryaku.SenryakuError):
            senryaku.classify_names((b"".join(encoded), offsets))

    def test_columns_of_different_length_are_refused(self):
        with self.assertRaises(ValueError):
            senryaku.classify_names(self.names, self.units[:-1])
        self.assertEqual(len(senryaku.classify_names([])[0]), 0)

    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_arrays_are_written_in_place(self):
        encoded = [name.encode() for name in self.names]
        offsets = numpy.cumsum([0] + [len(part) for part in encoded], dtype=numpy.int64)
        out = numpy.zeros(7, numpy.uint8), numpy.zeros(7, numpy.int32), numpy.zeros(7, numpy.uint8)
        senryaku.classify_names((b"".join(encoded), offsets), out=out)
        self.assertEqual(self.labels(out[0]), list(self.expected))


class CheckTest(unittest.TestCase):
    def test_kakogawa_2015(self):
        # Published: 新規求人数, baseline 13,182 (H26), target 13,000 (H31), to be increased.
        with senryaku.Strategy.from_file(STRATEGIES / "kakogawa-2015.json") as strategy:
            answer = strategy.check()
            wrong = [entry["check"]["kpi"] for entry in answer["kpis"]
                     if any(f["code"] == "kpi.target.wrong-side" for f in entry.get("findings", []))]
            self.assertEqual(answer["format"], "senryaku.check/1")
            names = {entry["check"]["kpi"]: entry["check"]["name"] for entry in answer["kpis"]}
            self.assertIn("新規求人数", [names[kpi] for kpi in wrong])
            total = sum(goal[key] for goal in answer["goals"] for key in ("outcome", "output", "input", "undecided"))
            self.assertEqual(total, len(answer["kpis"]))
            self.assertEqual([entry["check"]["kpi"] for entry in strategy.check(kpis=wrong[:1])["kpis"]], wrong[:1])
            with self.assertRaises(senryaku.SenryakuError) as refused:
                strategy.check(kpis=["none"])
            self.assertEqual(refused.exception.problems[0].code, "check.kpi.unknown")

    def test_urakawa_contradicts_itself(self):
        # 新規就農者数 1.4人/年 and 1.4組/年; https://mutotakuya-urakawa.blogspot.com/2016/02/urakawa-sousei.html
        with senryaku.Strategy.from_file(STRATEGIES / "urakawa.json") as strategy:
            found = [f["values"]["name"] for f in strategy.check()["findings"] if f["code"] == "check.kpi.contradictory"]
        self.assertIn("新規就農者数", found)

    def test_words_of_a_rule_document(self):
        # The members came after 1.0: a document of 1.0 has none of them, and goes on meaning the same.
        def codes(rules=None):
            items = [{"kpi": {"id": "k", "name": name, "unit": unit}}
                     for name, unit in (("来場者数", "人・日"), ("来場者数", "人・季"), ("設置数（登録人数）", "箇所"), ("設置数（登録人数）", "箇所・人"))]
            return [[f["code"] for f in answer["findings"] if f["code"] in ("kpi.unit.two", "kpi.name.two-quantities")]
                    for answer in senryaku.check_indicators(items, rules)]
        words = json.loads(RULES.read_text(encoding="utf-8"))["kpi_check_rules"]
        known = [[], ["kpi.unit.two"], ["kpi.name.two-quantities"], ["kpi.unit.two"]]
        self.assertEqual(codes(), known)
        older = {name: entry for name, entry in words.items() if name not in (
            "contested_kinds", "total_marks", "one_year_marks", "span_units", "person_counts", "person_units")}
        self.assertEqual(len(older), len(words) - 6)
        with senryaku.Rules({"kpi_check_rules": older}) as rules:
            self.assertEqual(codes(rules), known)
        own = dict(words, span_units=["季"], person_counts=["会員数"])
        with senryaku.Rules({"kpi_check_rules": own}) as rules:
            self.assertEqual(codes(rules), [["kpi.unit.two"], [], [], ["kpi.unit.two"]])
            with senryaku.Rules({"kpi_check_rules": older}, rules) as extended:
                self.assertEqual(codes(extended), codes(rules))
        with senryaku.Rules({"kpi_check_rules": dict(words, person_units=["名"])}) as rules:
            self.assertEqual(codes(rules)[3], ["kpi.name.two-quantities", "kpi.unit.two"])


class CommandTest(unittest.TestCase):
    def test_a_strategy_in_both_languages(self):
        done = run(STRATEGIES / "kakogawa-2015.json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(run(STRATEGIES / "kakogawa-2015.json", "--strict").returncode, 1)
        for part in ("13,182", "直し方", "kpi.target.wrong-side"):
            self.assertIn(part, done.stdout)
        # Its 23 indicators state no method: said once, so that each M × is explained without --advice.
        self.assertIn("23 件: 測り方が書かれていません", done.stdout)
        self.assertNotIn("測り方が書かれていません", done.stdout.split("助言 ")[0])
        self.assertIn("Mend", run(STRATEGIES / "kakogawa-2015.json", "--lang", "en").stdout)
        self.assertEqual(json.loads(run(STRATEGIES / "kakogawa-2015.json", "--json").stdout)["format"], "senryaku.check/1")

    def test_a_list_of_names(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "names.csv"
            path.write_text("指標名,単位\n" + "".join("{},{}\n".format(name, unit) for name, unit, _ in SLIDES), encoding="utf-8-sig")
            done = run("--names", path)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("7件: アウトカム 3・アウトプット 4・インプット 0", done.stdout)
            answers = json.loads(run("--names", path, "--json").stdout)
            self.assertEqual([answer["label"] for answer in answers], [stage for *_, stage in SLIDES])
            path.write_text("a,b\n1,2\n", encoding="utf-8")
            self.assertEqual(run("--names", path).returncode, 2)
        self.assertEqual(run().returncode, 2)


if __name__ == "__main__":
    unittest.main()

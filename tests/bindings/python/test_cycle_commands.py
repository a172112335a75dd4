"""evaluate and compare on the command line, with the outlook, the PDCA cycle and versions of real strategies."""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import senryaku

STRATEGIES = Path(__file__).resolve().parents[2] / "data" / "strategies"
OLD, NEW = STRATEGIES / "kakogawa-2015.json", STRATEGIES / "kakogawa-2021.json"


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "senryaku", *map(str, arguments)], capture_output=True, encoding="utf-8",
                          env=dict(os.environ))


class EvaluateTest(unittest.TestCase):
    def test_outlook_and_open_decisions_are_shown(self):
        # 出生数: 1,948 in 2018, target 2,300 in 2019; pace (1,948 − 2,264) ÷ 4 = −79, needed 352, straight line 1,869.
        done = run("evaluate", OLD, "--fy", "2018", "--scheme", "kakogawa-2015", "--as-of", "2019-12-01")
        self.assertEqual(done.returncode, 0, done.stderr)
        births = next(line for line in done.stdout.split("■ 見通し")[1].splitlines() if "出生数" in line)
        for part in ("1,948 (2018)", "2,300", "-79.0", "352.0", "1,869.0", "未達の見込み"):
            self.assertIn(part, births)
        self.assertIn("指標23件: 一度も測られていない", done.stdout)
        self.assertIn("■ 決めていないこと", done.stdout)
        self.assertIn("時期を過ぎた", done.stdout)

    def test_english_has_no_japanese_labels(self):
        shown = run("evaluate", OLD, "--fy", "2018", "--as-of", "2019-12-01", "--lang", "en").stdout
        for label in ("見通し", "決めていないこと", "年間の日程", "担当課・"):
            self.assertNotIn(label, shown)

    def test_the_json_holds_outlook_and_cycle_with_messages(self):
        verification = json.loads(run("evaluate", OLD, "--fy", "2019", "--scheme", "kakogawa-2015", "--json").stdout)
        self.assertEqual(verification["format"], "senryaku.evaluation/1")
        states = {entry["kpi"]: entry["state"] for entry in verification["outlook"]["kpis"]}
        # Printed results of the last year: 未達成, 未達成, 達成, 達成, 達成, 未達成.
        self.assertEqual([states[kpi] for kpi in ("g1-t1", "g1-t2", "g2-t1", "g2-t2", "g3-t1", "g3-t2")],
                         ["missed", "missed", "reached", "reached", "reached", "missed"])
        self.assertEqual(verification["cycle"]["fiscal_year"], 2019)
        self.assertEqual({entry["subject"] for entry in verification["cycle"]["open"]}, {"g1-t1", "g1-t2", "g3-t2"})
        for finding in verification["findings"]:
            self.assertTrue(finding["ja"] and finding["en"])
            self.assertNotIn("{", finding["ja"] + finding["en"])

    def test_every_strategy_has_an_outlook(self):
        for path in sorted(STRATEGIES.glob("*.json")):
            with senryaku.Strategy.from_file(path) as strategy:
                with strategy.evaluation(2026) as result:
                    verification = result.data
            self.assertEqual(len(verification["outlook"]["kpis"]), len(verification["evaluations"][0]["kpis"]))


class CompareTest(unittest.TestCase):
    def test_versions(self):
        done = run("compare", OLD, NEW)
        self.assertEqual(done.returncode, 0, done.stderr)
        births = next(line for line in done.stdout.splitlines() if "出生数" in line and "目標の引下げ" in line)
        self.assertIn("2,300", births)
        self.assertIn("1,890", births)
        self.assertIn("[注意] 「出生数」の目標が 2,300 から 1,890 へ引き下げられています", done.stdout)
        self.assertIn("id は対応づけに使っていません", done.stdout)

    def test_pointers_lead_into_both_documents(self):
        old, new = (json.loads(path.read_text(encoding="utf-8")) for path in (OLD, NEW))
        comparison = json.loads(run("compare", OLD, NEW, "--json").stdout)
        checked = 0
        for element in comparison["versions"]["elements"]:
            for side, document in (("before", old), ("after", new)):
                if "pointer_" + side in element:
                    self.assertEqual(_at(document, element["pointer_" + side])["id"], element["id_" + side])
            for change in element.get("members", []):
                for side, document in (("before", old), ("after", new)):
                    if change["member"] == "target.value" and side in change:
                        self.assertEqual(str(_at(document, change["pointer_" + side])), change[side])
                        checked += 1
        self.assertGreaterEqual(checked, 6)

    def test_years(self):
        done = run("compare", OLD, "--years", "2018", "2019")
        births = next(line for line in done.stdout.splitlines() if "出生数" in line)
        for part in ("1,948", "1,820", "-128", "悪くなった"):
            self.assertIn(part, births)
        with senryaku.Strategy.from_file(OLD) as strategy:
            comparison = strategy.compare(strategy, years=(2018, 2019))
        self.assertNotIn("versions", comparison)
        self.assertIsNone(comparison["years"]["indicators"][1]["value_before"])

    def test_wrong_use(self):
        self.assertEqual(run("compare", OLD).returncode, 2)
        with senryaku.Strategy.from_file(OLD) as strategy:
            with self.assertRaises(senryaku.SenryakuError) as raised:
                strategy.compare(strategy, years=(2018, 2019), scheme="none")
        self.assertEqual(raised.exception.problems[0].code, "evaluate.scheme.unknown")
        missing = run("compare", OLD, STRATEGIES / "none.json")
        self.assertEqual(missing.returncode, 2)
        self.assertIn("none.json", missing.stderr)


def _at(document, pointer):
    for step in pointer.split("/")[1:]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


if __name__ == "__main__":
    unittest.main()

"""The package's surface: reading, refusing, reviewing, closing."""
import json
import threading
import unittest

import senryaku

DOCUMENT = {
    "format": "senryaku.strategy/1",
    "municipality": {"code": "074471", "name": "会津美里町"},
    "name": "𠮷戦略",
    "period": {"start": "2025-04-01", "end": "2030-03-31"},
    "goals": [],
}


class StrategyTest(unittest.TestCase):
    def test_review_names_the_strategy_and_the_day(self):
        with senryaku.Strategy(json.dumps(DOCUMENT)) as strategy:
            review = strategy.review(as_of="2026-06-01")
        self.assertEqual(review["strategy"]["name"], "𠮷戦略")
        self.assertEqual(review["as_of"], "2026-06-01")
        self.assertEqual(review["fiscal_year"], 2026)  # 1 June 2026 lies in FY2026 (1 April to 31 March)

    def test_canonical_text_reads_back_alike(self):
        text = senryaku.Strategy(DOCUMENT).to_json()
        self.assertEqual(senryaku.Strategy(text).to_json(), text)

    def test_refusal_lists_every_problem_with_its_place(self):
        wrong = dict(DOCUMENT, name=5, period={"start": "2025-13-01"})
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.Strategy(json.dumps(wrong, indent=1))
        self.assertEqual(caught.exception.status, "document")
        self.assertEqual([p.code for p in caught.exception.problems], ["format.type.mismatch", "format.value.day"])
        self.assertEqual([p.pointer for p in caught.exception.problems], ["/name", "/period/start"])
        self.assertEqual([p.line for p in caught.exception.problems], [7, 9])  # lines of json.dumps(indent=1)

    def test_bytes_that_are_not_utf8_are_refused(self):
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.Strategy(json.dumps(DOCUMENT, ensure_ascii=False).encode("cp932", "replace"))
        self.assertEqual(caught.exception.problems[0].code, "format.json.utf8")

    def test_as_of_is_required_and_checked(self):
        with senryaku.Strategy(DOCUMENT) as strategy:
            with self.assertRaises(senryaku.SenryakuError) as caught:
                strategy.review(as_of="令和8年6月1日")
        self.assertEqual(caught.exception.status, "options")
        self.assertEqual(caught.exception.problems[0].pointer, "/as_of")

    def test_limits_are_options(self):
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.Strategy(DOCUMENT, max_bytes=10)
        self.assertEqual(caught.exception.problems[0].code, "format.json.size")

    def test_closed_strategy_says_so(self):
        strategy = senryaku.Strategy(DOCUMENT)
        strategy.close()
        strategy.close()
        with self.assertRaises(ValueError):
            strategy.to_json()

    def test_rules_can_be_extended(self):
        rules = senryaku.Rules({"frameworks": [{"id": "town", "name": "町の枠組", "goal_classes": [],
                                                "sources": [{"title": "試験"}]}]})
        with rules, senryaku.Strategy(dict(DOCUMENT, framework="town")) as strategy:
            self.assertEqual(strategy.review("2026-06-01", rules)["strategy"]["framework_name"], "町の枠組")
            self.assertNotIn("framework_name", strategy.review("2026-06-01")["strategy"])

    def test_one_strategy_serves_many_threads(self):
        with senryaku.Strategy(DOCUMENT) as strategy:
            expected = strategy.review("2026-06-01")
            answers = []
            threads = [threading.Thread(target=lambda: answers.append(strategy.review("2026-06-01"))) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(answers, [expected] * 8)


if __name__ == "__main__":
    unittest.main()

"""What the verbs answer, and the rule documents that are shipped, keep to their published schemas.

Skipped (77) without jsonschema.
"""
import json
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402
from senryaku import _native  # noqa: E402  (the requests as the C interface takes them)
from senryaku.batch import match_columns  # noqa: E402

STRATEGIES = [ROOT / "tests/data/strategies" / name for name in ("aizumisato-2025.json", "kakogawa-2021.json", "nagi.json")]
KPI = {"id": "k", "name": "移住者数", "unit": "人", "aim": "increase", "baseline": {"year": 2024, "value": 10},
       "target": {"year": 2029, "value": 20}, "actuals": [{"year": 2025, "value": 12}]}
QUESTION = {"fiscal_year": 2026, "kind": "eligibility", "facts": {"project.uses_digital": None}}


def programme_id():
    shipped = json.loads((ROOT / "lib/data/programmes/donation.json").read_text(encoding="utf-8"))
    return shipped["catalogue"]["programmes"][0]["id"]


def requests():
    """(request format, request, result format, answer)."""
    scheme = senryaku.Strategy.from_file(STRATEGIES[0]).review(as_of="2026-04-01")["evaluation"]
    question = dict(QUESTION, programme=programme_id())
    names = {"items": [{"name": "説明会の開催回数"}, {"name": "移住者数", "unit": "人", "declared": "outcome"}], "sure_from": 800}
    yield "stages-request", names, "stages", _native._classify
    checks = {"items": [{"kpi": KPI, "period": {"start": "2025-04-01", "end": "2030-03-31"}, "context": "移住の促進"}]}
    yield "checks-request", checks, "checks", _native._check_indicators
    rating = {"questions": [{"id": "q", "scheme": scheme["scheme"], "year": 2025, "kpi": KPI}]}
    yield "evaluation-request", rating, "evaluation-answers", _native._evaluate_indicators
    yield "support-request", {"questions": [question], "explain": True}, "support-answers", _native._match
    change = {"before": dict(question, fiscal_year=2019), "after": question}
    yield "support-change-request", change, "support-change", _native._support_change
    yield "catalogue-report-request", {"witnesses": False}, "catalogue-report", _native._lint_catalogue
    printed = {"items": [{"number": "2億7,500万円", "unit": "万円"}, {"period": "R8"}, {"number": "5～10人"}, {"number": "約1,000件（見込み）"}]}
    yield "printed-request", printed, "printed", _native._read_printed
    yield "messages-request", {"codes": ["kpi."], "rules": ["frameworks", "idea-form", "eras"]}, "messages", _native._explain
    yield "messages-request", {"codes": ["format.", "kpi."]}, "messages", _native._explain
    printed = {"items": [{"number": "2億7,500万円/年", "unit": "万円/年"}, {"number": "4億3,0000万円"}, {"period": "R7〜R11"}]}
    yield "printed-request", printed, "printed", _native._read_printed
    people = {"male": [100.0] * 18, "female": [100.0] * 18}
    censuses = [{"year": year, "population": people} for year in (2010, 2015, 2020)]
    yield "population-request", {"censuses": censuses, "horizon_year": 2035}, "population", _native._project


def strategy_results(path):
    """(options format, options, result format, answer)."""
    with senryaku.Strategy.from_file(path) as strategy:
        for options_format, options, result_format, verb in (
                ("review-options", {"as_of": "2026-11-25"}, "review", _native._review),
                ("check-options", {"kpis": []}, "check", _native._check),
                ("evaluation-options", {"fiscal_year": 2025}, "evaluation", _native._evaluate),
                ("support-options", {"fiscal_year": 2026, "only_sought": True, "explain": True, "portfolio": True}, "support",
                 _native._support),
                ("plan-options", {"style": "grant"}, "plan", _native._plan),
                ("population-options", {"horizon_year": 2045}, "population", _native._population),
                ("write-options", {"compact": True}, "strategy", _native._write)):
            try:
                yield options_format, options, result_format, json.loads(strategy._ask(verb, options))
            except senryaku.SenryakuError as error:  # e.g. a scheme that is not built in
                print("{}: {} not answered: {}".format(path.name, result_format, error))


def column_results(programme):
    """(format, document) of the batch functions, whose figures stand in memory and not in the answer."""
    yield "rating-columns-options", {"scheme": "kakogawa-2015", "actual_scale": 1, "aim": "increase"}
    request = {"programme": programme, "fiscal_year": 2026, "columns": [{"fact": "project.cost_yen", "scale": 0}]}
    yield "support-columns-request", request
    answer = match_columns(programme, 2026, {})
    yield "support-columns", {key: value for key, value in answer.items() if key != "verdict"}


def comparisons():
    """Two versions, and two years, of a strategy that is extended in the second."""
    text = STRATEGIES[1].read_text(encoding="utf-8")
    changed = json.loads(text)
    changed["goals"][0]["name"] += "（改訂）"
    del changed["goals"][-1]
    with senryaku.Strategy(text) as older, senryaku.Strategy(changed) as newer:
        yield older.compare(newer)
        yield newer.compare(newer, years=(2021, 2022))


class Validators:
    def __init__(self):
        self.cache, self.faults, self.checked = {}, [], 0

    def check(self, name, document, what):
        if name not in self.cache:
            schema = json.loads((ROOT / "lib/schema/v1/{}.schema.json".format(name)).read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.cache[name] = jsonschema.Draft202012Validator(schema)
        self.checked += 1
        for error in self.cache[name].iter_errors(document):
            self.faults.append("{} ({}): {} {}".format(what, name, error.json_path, error.message[:160]))


def main():
    validators = Validators()
    for path in sorted((ROOT / "lib" / "data").rglob("*.json")):
        validators.check("rules", json.loads(path.read_text(encoding="utf-8")), path.relative_to(ROOT))
    for request_format, request, result_format, function in requests():
        validators.check(request_format, request, "request")
        validators.check(result_format, _native.ask(function, request), "answer to " + request_format)
    for path in STRATEGIES:
        for options_format, options, result_format, answer in strategy_results(path):
            validators.check(options_format, options, "options")
            validators.check(result_format, answer, path.name)
    for answer in comparisons():
        validators.check("comparison", answer, "comparison")
    validators.check("comparison-options", {"year_before": 2024, "year_after": 2025, "scheme": "x"}, "options")
    for name, document in column_results(programme_id()):
        validators.check(name, document, "columns")
    try:
        senryaku.Strategy('{"format": "senryaku.strategy/1"}', strict=True)
    except senryaku.SenryakuError as error:
        validators.check("findings", [problem_document(problem) for problem in error.problems], "error")
    validators.check("strategy-options", {"strict": True, "max_findings": 10}, "options")
    for fault in validators.faults[:40]:
        print(fault)
    written = {path.name[:-len(".schema.json")] for path in (ROOT / "lib/schema/v1").glob("*.schema.json")}
    unused = written - set(validators.cache) - {"catalogue", "rating-scheme"}  # these have tests of their own
    if unused:
        print("no document was checked against", ", ".join(sorted(unused)))
    print("{} documents against {} schemas, {} faults".format(validators.checked, len(validators.cache), len(validators.faults)))
    return 1 if validators.faults or unused else 0


def problem_document(problem):
    return {key: value for key, value in problem._asdict().items() if value is not None}


if __name__ == "__main__":
    sys.exit(main())

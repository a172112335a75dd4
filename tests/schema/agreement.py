"""Schemas and the reader in strict mode give the same verdict.

    agreement.py jsonschema | ajv [FOLDER]

Every example strategy and systematic changes of them go to both, and so do changed rule documents, requests and options.
What only a reader can judge (references, dates that are on no calendar, duplicates, check digits, how a number is
written) is counted apart: the reader has to refuse it, and the schema is not expected to. FOLDER holds node_modules with
ajv. Exit status 77 when the validator is not installed.
"""
import json
import subprocess
import sys
from pathlib import Path

from mutations import parts, reader_mutations, samples, schema_mutations

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402
from senryaku import _native  # noqa: E402  (requests as the C interface takes them)

ONLY_THE_READER = ("format.reference.", "format.id.duplicate", "format.municipality.check-digit", "format.json.")
EVERY = 3  # replacements of each value; 13 kinds take turns


def read_strategy(text):
    senryaku.Strategy(text, strict=True).close()


def read_rules(text):
    senryaku.Rules(text).close()


def request(function):
    return lambda text: _native.ask(function, text)


def options(verb):
    strategy = senryaku.Strategy.from_file(ROOT / "tests" / "data" / "strategies" / "toyooka.json")
    return lambda text: strategy._ask(verb, text)


# They hold indicators, whose unknown members a request keeps: it has no strict mode.
TOLERANT = ("checks-request", "evaluation-request")
# Formats that come in: how each is read, and members that are left out because reading them does more than reading.
FORMATS = {
    "rules": (read_rules, ("catalogue", "stage_model", "retired_programmes")),
    "checks-request": (request(_native._check_indicators), ()),
    "stages-request": (request(_native._classify), ()),
    "evaluation-request": (request(_native._evaluate_indicators), ()),
    "support-request": (request(_native._match), ()),
    "support-change-request": (request(_native._support_change), ()),
    "population-request": (request(_native._project), ()),
    "evaluation-options": (options(_native._evaluate), ()),
    "plan-options": (options(_native._plan), ()),
    "review-options": (options(_native._review), ()),
    "write-options": (options(_native._write), ()),
}


def refusals(read, text):
    """The codes for which a reader refuses a document; empty when it is accepted."""
    try:
        read(text)
    except senryaku.SenryakuError as error:
        return [problem.code for problem in error.problems if problem.code.startswith("format.")]
    return []


def by_jsonschema(schema, documents):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return [validator.is_valid(json.loads(document)) for document in documents]


def by_ajv(schema, documents):
    lines = [json.dumps(schema)] + [document.replace("\n", " ") for document in documents]
    folder = Path(sys.argv[2])
    if not (folder / "node_modules" / "ajv").is_dir():
        skip("ajv is not installed under {}".format(folder))
    run = subprocess.run(["node", str(Path(__file__).with_name("ajv.js")), str(folder)], input="\n".join(lines) + "\n",
                         stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return [line == "valid" for line in run.stdout.split()]


def skip(reason):
    print(reason)
    sys.exit(77)


def strategy_cases(schema):
    """(what, JSON text, code that the reader has to give or None)."""
    pieces = list(samples(schema))
    for path in sorted((ROOT / "tests" / "data" / "strategies").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        yield path.name, text, None
        pieces += parts(path.stem, json.loads(text), schema["required"])
    for name, document in pieces:
        sampled = name.startswith("sample:")
        yield from changes(name, document, EVERY if sampled else 1)
        if sampled or name.startswith("aizumisato"):
            for what, text, code in reader_mutations(document):
                yield name + " " + what, text, code


def other_cases(schema, leave_out, tolerant):
    for name, document in samples(schema, leave_out):
        for what, text, code in changes(name, document, EVERY):
            if not (tolerant and what.endswith("+ member")):
                yield what, text, code


def changes(name, document, every):
    yield name, json.dumps(document, ensure_ascii=False), None
    for what, mutant in schema_mutations(document, every):
        yield name + " " + what, json.dumps(mutant, ensure_ascii=False), None


class Comparison:
    def __init__(self, validate):
        self.validate = validate
        self.faults = []

    def run(self, name, read, cases):
        """Both verdicts on every different document of one format; the number of documents that both could judge."""
        schema = json.loads((ROOT / "lib/schema/v1/{}.schema.json".format(name)).read_text(encoding="utf-8"))
        documents = {text: (what, code) for what, text, code in cases(schema)}
        verdicts = self.validate(schema, list(documents))
        if len(verdicts) != len(documents):
            raise SystemExit("{} verdicts for {} documents".format(len(verdicts), len(documents)))
        counts = {"accepted": 0, "refused": 0, "reader alone": 0}
        before = len(self.faults)
        for (text, (what, wanted)), valid in zip(documents.items(), verdicts):
            codes = refusals(read, text)
            judged = [code for code in codes if not code.startswith(ONLY_THE_READER)]
            if wanted is not None:
                counts["reader alone"] += 1
                agreed = valid and any(code.startswith(wanted) for code in codes)
            else:
                counts["refused" if judged else "accepted"] += 1
                agreed = valid != bool(judged)
            if not agreed:
                self.faults.append("{} {}: reader {}, schema {}".format(
                    name, what, codes or "accepts", "accepts" if valid else "refuses"))
        print("{}: {} documents: {} accepted and {} refused by both, {} for the reader alone, {} disagreements".format(
            name, len(documents), counts["accepted"], counts["refused"], counts["reader alone"], len(self.faults) - before))
        return counts["accepted"] + counts["refused"]


def main():
    comparison = Comparison({"jsonschema": by_jsonschema, "ajv": by_ajv}[sys.argv[1]])
    judged = comparison.run("strategy", read_strategy, strategy_cases)
    for name, (read, leave_out) in FORMATS.items():
        tolerant = name in TOLERANT
        comparison.run(name, read, lambda schema, out=leave_out, kept=tolerant: other_cases(schema, out, kept))
    for fault in comparison.faults[:40]:
        print(fault)
    print("{}: {} disagreements".format(sys.argv[1], len(comparison.faults)))
    return 1 if comparison.faults or judged < 2000 else 0


if __name__ == "__main__":
    sys.exit(main())

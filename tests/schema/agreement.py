"""The schema of the strategy format and the reader in strict mode give the same verdict.

    agreement.py jsonschema | ajv [FOLDER]

Every example document, and systematic changes of them, go to both. What only a reader can judge (references, dates that
are on no calendar, duplicates, check digits, how a number is written) is counted apart: the reader has to refuse it, and
the schema is not expected to. FOLDER holds node_modules with ajv. Exit status 77 when the validator is not installed.
"""
import json
import subprocess
import sys
from pathlib import Path

from mutations import parts, reader_mutations, samples, schema_mutations

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402

ONLY_THE_READER = ("format.reference.", "format.id.duplicate", "format.municipality.check-digit", "format.json.")
EVERY = 3  # replacements of each value; 13 kinds take turns


def read_codes(text):
    """The codes for which the reader refuses a document; empty when it is accepted."""
    try:
        senryaku.Strategy(text, strict=True).close()
    except senryaku.SenryakuError as error:
        return [problem.code for problem in error.problems if problem.severity == "error"]
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


def cases(schema):
    """(what, JSON text, code that the reader has to give or None)."""
    pieces = list(samples(schema))
    for path in sorted((ROOT / "tests" / "data" / "strategies").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        yield path.name, text, None
        pieces += parts(path.stem, json.loads(text), schema["required"])
    for name, document in pieces:
        yield name, json.dumps(document, ensure_ascii=False), None
        every = EVERY if name.startswith("sample:") else 1
        for what, mutant in schema_mutations(document, every):
            yield name + " " + what, json.dumps(mutant, ensure_ascii=False), None
        if name.startswith(("sample:", "aizumisato")):
            for what, text, code in reader_mutations(document):
                yield name + " " + what, text, code


def main():
    schema = json.loads((ROOT / "lib/schema/v1/strategy.schema.json").read_text(encoding="utf-8"))
    seen, faults, kept = set(), [], []
    counts = {"accepted": 0, "refused": 0, "reader alone": 0}
    for what, text, code in cases(schema):
        if text not in seen:
            seen.add(text)
            kept.append((what, text, code, read_codes(text)))
    validate = {"jsonschema": by_jsonschema, "ajv": by_ajv}[sys.argv[1]]
    verdicts = validate(schema, [text for _, text, _, _ in kept])
    if len(verdicts) != len(kept):
        raise SystemExit("{} verdicts for {} documents".format(len(verdicts), len(kept)))
    for (what, _, wanted, codes), valid in zip(kept, verdicts):
        judged = [code for code in codes if not code.startswith(ONLY_THE_READER)]
        if wanted is not None:
            counts["reader alone"] += 1
            if not any(code.startswith(wanted) for code in codes) or not valid:
                faults.append("{}: expected {} and a valid document, reader {}, schema {}".format(what, wanted, codes, valid))
        else:
            counts["refused" if judged else "accepted"] += 1
            if valid == bool(judged):
                faults.append("{}: reader {}, schema {}".format(what, judged or "accepts", "accepts" if valid else "refuses"))
    for fault in faults[:40]:
        print(fault)
    print("{}: {} documents: {} accepted and {} refused by both; {} that the reader alone can judge; {} disagreements".format(
        sys.argv[1], len(kept), counts["accepted"], counts["refused"], counts["reader alone"], len(faults)))
    enough = counts["accepted"] + counts["refused"] >= 2000 and counts["accepted"] and counts["refused"]
    return 1 if faults or not enough else 0


if __name__ == "__main__":
    sys.exit(main())

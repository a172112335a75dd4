"""Shipped rule data keep to their published schema, and broken documents do not. Skipped (77) without jsonschema."""
import copy
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def verify(schema_name, folder, example, entry_of, breaks):
    """Exit status: ``folder`` of lib/data against a schema; each of ``breaks`` damages one entry of the ``example`` file."""
    try:
        import jsonschema
    except ImportError:
        print("jsonschema is not installed")
        return 77
    schema = json.loads((ROOT / "lib/schema/v1" / schema_name).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    files = sorted((ROOT / "lib/data" / folder).glob("*.json"))
    failed = 0
    for file in files:
        for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
            failed += 1
            print("{}: {} {}".format(file.name, error.json_path, error.message[:200]))
    good = json.loads((ROOT / "lib/data" / folder / example).read_text(encoding="utf-8"))
    for number, damage in enumerate(breaks):
        broken = copy.deepcopy(good)
        damage(entry_of(broken))
        if validator.is_valid(broken):
            failed += 1
            print("broken document {} was accepted".format(number))
    print("{} files, {} broken documents, {} faults".format(len(files), len(breaks), failed))
    return 1 if failed else 0

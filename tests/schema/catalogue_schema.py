"""The shipped catalogue keeps to its published schema, and broken documents do not. Skipped (77) without jsonschema."""
import copy
import json
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
schema = json.loads((ROOT / "lib/schema/v1/catalogue.schema.json").read_text(encoding="utf-8"))
validator = jsonschema.Draft202012Validator(schema)
validator.check_schema(schema)
files = sorted((ROOT / "lib/data/programmes").glob("*.json"))
failed = 0
for file in files:
    document = json.loads(file.read_text(encoding="utf-8"))
    for error in validator.iter_errors(document):
        failed += 1
        print("{}: {} {}".format(file.name, error.json_path, error.message[:200]))
good = json.loads((ROOT / "lib/data/programmes/loans-and-bonds.json").read_text(encoding="utf-8"))
breaks = [lambda p: p.pop("id"), lambda p: p["period"].update(executed_from_fy="2008"), lambda p: p.update(unknown_member=1),
          lambda p: p["requirements"].append({"id": "x", "fact": "a.b", "use": "c"}), lambda p: p.update(confidence="sure")]
for number, damage in enumerate(breaks):
    broken = copy.deepcopy(good)
    damage(broken["catalogue"]["programmes"][0])
    if validator.is_valid(broken):
        failed += 1
        print("broken document {} was accepted".format(number))
print("{} files, {} broken documents, {} faults".format(len(files), len(breaks), failed))
sys.exit(1 if failed else 0)

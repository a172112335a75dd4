"""The shipped rating schemes keep to their published schema, and broken ones do not. Skipped (77) without jsonschema."""
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
schema = json.loads((ROOT / "lib/schema/v1/rating-scheme.schema.json").read_text(encoding="utf-8"))
validator = jsonschema.Draft202012Validator(schema)
validator.check_schema(schema)
files = sorted((ROOT / "lib/data/schemes").glob("*.json"))
failed = 0
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        failed += 1
        print("{}: {} {}".format(file.name, error.json_path, error.message[:200]))
good = json.loads((ROOT / "lib/data/schemes/towns.json").read_text(encoding="utf-8"))
breaks = [lambda s: s.pop("formula"), lambda s: s.update(formula="guess"), lambda s: s["bands"][0].update(max="80"),
          lambda s: s.update(rollups=[{"method": "worst"}]), lambda s: s.update(unknown_member=1)]
for number, damage in enumerate(breaks):
    broken = copy.deepcopy(good)
    damage(broken["schemes"][0])
    if validator.is_valid(broken):
        failed += 1
        print("broken document {} was accepted".format(number))
print("{} files, {} broken documents, {} faults".format(len(files), len(breaks), failed))
sys.exit(1 if failed else 0)

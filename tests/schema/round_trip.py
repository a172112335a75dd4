"""Reading, writing and reading again gives the same strategy, and nothing of a document is lost.

Example documents, their pieces and systematic changes of them are written back in canonical form: each member comes back
as it was, unknown ones included, numbers digit by digit; and the canonical form is its own canonical form.
"""
import json
import sys
from pathlib import Path

from mutations import at, changed, nodes, parts, samples, schema_mutations, with_raw

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402

UNKNOWN = {"a": [1, 2.50, "\u3000𠮷\n", None, {"深い": {}}], "b": ""}
NUMBERS = ("0", "-1", "12.30", "0.001", "-0.50", "123456789012345678", "100.000000000", "0.000000001")


class Digits(str):
    """A number as it is written."""


def parsed(text):
    return json.loads(text, parse_int=Digits, parse_float=Digits)


def lost(before, after, pointer=""):
    """Where `after` says something else than `before`; lists and maps without content may be left out."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in list(before) + [key for key in after if key not in before]:
            place = "{}/{}".format(pointer, key)
            if key not in after or key not in before:
                if before.get(key, after.get(key)) not in ([], {}):
                    yield place
            else:
                yield from lost(before[key], after[key], place)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after)):
            yield from lost(one, other, "{}/{}".format(pointer, index))
    elif type(before) is not type(after) or before != after:
        yield pointer or "/"


def documents(schema):
    """(what, JSON text)."""
    pieces = list(samples(schema))
    for path in sorted((ROOT / "tests" / "data" / "strategies").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        yield path.name, text
        pieces += parts(path.stem, json.loads(text), schema["required"])
    for name, document in pieces:
        yield name, json.dumps(document, ensure_ascii=False)
        for what, mutant in schema_mutations(document, 1):
            yield name + " " + what, json.dumps(mutant, ensure_ascii=False)
        for path in nodes(document):
            value = at(document, path)
            place = "{} /{}".format(name, "/".join(map(str, path)))
            if isinstance(value, dict):
                kept = changed(document, path, lambda parent, key: parent[key].__setitem__("x-own", UNKNOWN))
                yield place + " + x-own", json.dumps(kept, ensure_ascii=False)
            elif value == 12.5:
                for number in NUMBERS:
                    yield "{} = {}".format(place, number), with_raw(document, path, number)


def main():
    schema = json.loads((ROOT / "lib/schema/v1/strategy.schema.json").read_text(encoding="utf-8"))
    seen, faults, refused = set(), [], 0
    for what, text in documents(schema):
        if text in seen:
            continue
        seen.add(text)
        try:
            once = senryaku.Strategy(text).to_json()
        except senryaku.SenryakuError:
            refused += 1
            continue
        places = list(lost(parsed(text), parsed(once)))
        if places:
            faults.append("{}: not written back: {}".format(what, ", ".join(places[:5])))
        if senryaku.Strategy(once).to_json() != once:
            faults.append("{}: the canonical form changes when it is read again".format(what))
    for fault in faults[:40]:
        print(fault)
    written = len(seen) - refused
    print("{} documents written back and read again, {} refused, {} faults".format(written, refused, len(faults)))
    return 1 if faults or written < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())

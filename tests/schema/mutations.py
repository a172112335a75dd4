"""Small documents of a format and systematic changes of them, for comparing a schema with a reader.

Everything is made from the schema and from example documents, in a fixed order; nothing is random.
"""
import copy
import itertools
import json

# One value of each JSON type, and values at the edge of what texts and numbers may be.
REPLACEMENTS = (None, True, 0, -1, 1.5, 3000000000, "", "x", [], {}, ["x"], [None], 10 ** 18)


class Sampler:
    """Example values made from a schema: every member once, lists with one element."""

    TEXTS = {"format": "senryaku.strategy/1", "code": "074471"}  # 会津美里町

    def __init__(self, schema):
        self.definitions = schema.get("$defs", {})
        self.count = 0
        self.open = []  # types being made: one that contains itself is made once

    def value(self, schema, name=""):
        if "$ref" in schema:
            self.open.append(schema["$ref"])
            made = self.value(self.definitions[schema["$ref"].split("/")[-1]], name)
            self.open.pop()
            return made
        if "anyOf" in schema:
            return self.value(schema["anyOf"][0], name)
        if "enum" in schema:
            return schema["enum"][0]
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        kind = kinds[0]
        if kind == "object":
            return self.object(schema)
        if kind == "array":
            return [self.value(schema["items"], name)]
        if kind == "string":
            return self.text(schema, name)
        return {"boolean": True, "integer": 2025, "number": 12.5}[kind]

    def object(self, schema, only=None):
        if not schema.get("properties"):
            return {"key": self.value(schema["additionalProperties"], "key")}
        return {name: self.value(entry, name) for name, entry in schema["properties"].items()
                if (only is None or name in only or name in schema.get("required", ())) and not self.is_open(entry)}

    def is_open(self, schema):
        return schema.get("items", schema).get("$ref") in self.open

    def text(self, schema, name):
        if name in self.TEXTS and "pattern" not in schema or name == "code":
            return self.TEXTS[name]
        if "pattern" in schema:
            return "2025-04-01"
        if name == "id":
            self.count += 1
            return "id-{}".format(self.count)
        return "文"


def samples(schema, leave_out=()):
    """One document for each member of the root, with all members below it."""
    for name in schema["properties"]:
        if name in leave_out:
            continue
        document = Sampler(schema).object(schema, only=(name,))
        for other, value in document.items():  # the other required members only as far as they must be there
            entry = schema["properties"][other]
            if other != name and isinstance(value, dict) and "$ref" in entry:
                needed = schema["$defs"][entry["$ref"].split("/")[-1]].get("required", ())
                document[other] = {key: value[key] for key in value if key in needed}
            elif other != name and isinstance(value, list):
                document[other] = []
        yield "sample:" + name, document


def parts(name, document, required, longest=2):
    """An example document in pieces: the required members and one other each, lists cut short."""
    def cut(value):
        if isinstance(value, dict):
            return {key: cut(entry) for key, entry in value.items()}
        return [cut(entry) for entry in value[:longest]] if isinstance(value, list) else value
    shell = {key: document[key] for key in required if key in document}
    for key in document:
        piece = cut(dict(shell, goals=[]) if key != "goals" else shell)
        piece[key] = cut(document[key])
        yield "{}:{}".format(name, key), piece


def nodes(value, path=()):
    """The paths of all values below the root."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield path + (key,)
        yield from nodes(entry, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    """A copy in which `change(parent, key)` was done."""
    copied = copy.deepcopy(document)
    change(at(copied, path[:-1]), path[-1])
    return copied


def schema_mutations(document, every):
    """Changes that a schema can judge: (what, document). `every`: that many replacements of each value."""
    turn = itertools.cycle(range(len(REPLACEMENTS)))
    for path in nodes(document):
        place = "/" + "/".join(map(str, path))
        for _ in range(every):
            new = REPLACEMENTS[next(turn)]
            yield "{} = {}".format(place, json.dumps(new)), changed(document, path, lambda p, k: p.__setitem__(k, new))
        if isinstance(path[-1], str):
            yield place + " removed", changed(document, path, lambda p, k: p.pop(k))
        if isinstance(at(document, path), dict):
            yield place + " + member", changed(document, path, lambda p, k: p[k].__setitem__("no_such_member", 1))
    yield "/ + member", dict(document, no_such_member=1)


def reader_mutations(document):
    """Changes that only a reader can judge: (what, JSON text, the beginning of the code it has to give)."""
    ids = [at(document, path) for path in nodes(document) if path[-1] == "id"]
    for path in nodes(document):
        value, place = at(document, path), "/" + "/".join(map(str, path))
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, (int, float)):
            yield place + " with an exponent", with_raw(document, path, json.dumps(value) + "e0"), "format.number."
            if isinstance(value, float):
                yield place + " too exact", with_raw(document, path, json.dumps(value) + "0" * 10), "format.number."
        elif path[-1] == "id" and value != ids[0]:
            yield place + " used twice", with_raw(document, path, json.dumps(ids[0])), "format.id.duplicate"
        elif isinstance(value, str) and path[-1] != "id" and value in ids:
            yield place + " names nothing", with_raw(document, path, '"no-such-id"'), "format.reference.unknown"
        elif value == "2025-04-01":
            yield place + " on no day", with_raw(document, path, '"2025-02-29"'), "format.value.day"
        elif path[-1] == "code" and value == "074471":
            yield place + " with another check digit", with_raw(document, path, '"074472"'), "format.municipality.check-digit"
        elif isinstance(value, dict) and value:
            first = next(iter(value))
            twice = json.dumps(value, ensure_ascii=False)
            twice = "{" + json.dumps(first) + ": " + json.dumps(value[first], ensure_ascii=False) + ", " + twice[1:]
            yield place + " with a member twice", with_raw(document, path, twice), "format.json.duplicate-key"


def with_raw(document, path, raw):
    """The document as text, with `raw` in the place of one value."""
    mark = "\u0001mark\u0001"
    text = json.dumps(changed(document, path, lambda p, k: p.__setitem__(k, mark)), ensure_ascii=False)
    return text.replace(json.dumps(mark), raw)

"""Writes the JSON Schemas (2020-12) of lib/schema/v1 from the shapes of the library and the texts of descriptions/.

    generate.py SHAPES           writes the schemas again
    generate.py SHAPES --check   compares; says what differs and which member has no description

SHAPES is the program senryaku_shapes. A description is [Japanese, English], looked up as `types.TYPE.MEMBER`, then as
`members.MEMBER`; `types.TYPE.""` describes the type itself. A third element holds further keywords of the schema.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def read_texts():
    texts = {"formats": {}, "types": {}, "members": {}}
    for path in sorted((HERE / "descriptions").glob("*.json")):
        for part, entries in json.loads(path.read_text(encoding="utf-8")).items():
            twice = set(entries) & set(texts[part])
            if twice:
                raise SystemExit("{}: {} described twice: {}".format(path.name, part, ", ".join(sorted(twice))))
            texts[part].update(entries)
    return texts


class Generator:
    def __init__(self, shapes, texts):
        self.types = shapes["types"]
        self.texts = texts
        self.undescribed = set()
        self.used = set()

    def schema(self, name, root, written, only=None):
        """The schema file of one format. `only`: the members of the root that it has."""
        self.definitions = {}
        self.written = written
        text = self.text("formats", name)
        body = {"$schema": DIALECT, "$id": name + ".schema.json", "title": "senryaku " + name}
        if "name" in root:
            body.update(self.object(root["name"], only))
        else:
            body.update(self.value(root))
        body.update(text)
        if self.definitions:
            body["$defs"] = {key: self.definitions[key] for key in sorted(self.definitions)}
        return body

    def value(self, shape):
        if "array" in shape:
            return {"type": "array", "items": self.value(shape["array"])}
        if "map" in shape:
            return {"type": "object", "additionalProperties": self.nullable(self.value(shape["map"]))}
        if "name" in shape:
            self.define(shape["name"])
            return {"$ref": "#/$defs/" + shape["name"]}
        schema = dict(shape["schema"])
        if self.written:
            schema.pop("minLength", None)  # what is always there may be empty in a result
        return schema

    def define(self, name):
        if name in self.definitions:
            return
        self.definitions[name] = None  # types may contain themselves
        shape = self.types[name]
        if "members" in shape:
            self.definitions[name] = self.object(name)
            return
        schema = {"enum": shape["words"]} if "words" in shape else dict(shape["schema"])
        self.definitions[name] = self.described(schema, self.text("types", name, ""))

    def object(self, name, only=None):
        members = [m for m in self.types[name]["members"] if only is None or m["name"] in only]
        schema = {"type": "object", "properties": {m["name"]: self.member(name, m) for m in members}}
        required = [m["name"] for m in members if m["need"] != "optional"]
        if required:
            schema["required"] = required
        schema["additionalProperties"] = False
        return self.described(schema, self.text("types", name, ""))

    def member(self, owner, member):
        schema = self.value(member["type"])
        empty = member["need"] == "required" and self.written and member["type"].get("optional")
        if member["need"] == "nullable" or empty:
            schema = self.nullable(schema)
        return self.described(schema, self.text("types", owner, member["name"]))

    @staticmethod
    def described(schema, text):
        """The schema with its description in front; further keywords replace its own."""
        return {**{key: text[key] for key in ("description",) if key in text}, **schema, **text}

    def nullable(self, schema):
        reference = schema.get("$ref")
        if reference and "null" in (self.definitions[reference.split("/")[-1]] or {}).get("type", ()):
            return schema
        kind = schema.get("type")
        if kind is None:
            return {"anyOf": [schema, {"type": "null"}]}
        kinds = kind if isinstance(kind, list) else [kind]
        return dict(schema, type=kinds if "null" in kinds else kinds + ["null"])

    def text(self, part, name, member=None):
        """Description and further keywords."""
        place = (part, name) if member is None else (part, name, member)
        entries = self.texts[part] if member is None else self.texts[part].get(name, {})
        entry = entries.get(name if member is None else member)
        if entry is None and member:
            place = ("members", member)
            entry = self.texts["members"].get(member)
        if entry is None:
            self.undescribed.add(".".join(filter(None, (part, name, member))))
            return {}
        self.used.add(place)
        japanese, english = entry[:2]
        return dict({"description": "{}\n{}".format(japanese, english)}, **(entry[2] if len(entry) > 2 else {}))

    def unused(self):
        for part in ("formats", "members"):
            for name in self.texts[part]:
                if (part, name) not in self.used:
                    yield "{}.{}".format(part, name)
        for name, members in self.texts["types"].items():
            for member in members:
                if ("types", name, member) not in self.used:
                    yield "types.{}.{}".format(name, member)


def generate(shapes):
    """The files by name, and what is wrong with the descriptions."""
    generator = Generator(shapes, read_texts())
    roots = {}
    for entry in shapes["formats"]:
        roots[entry["name"]] = (entry["type"], entry["way"] == "written", None)
    # Parts of a rule document that are written apart: the support programmes, and rating schemes with the limits of their checks.
    roots["catalogue"] = (roots["rules"][0], False, ("catalogue", "retired_programmes"))
    roots["rating-scheme"] = (roots["rules"][0], False, ("schemes", "evaluation_checks"))
    files = {}
    for name, (root, written, only) in sorted(roots.items()):
        schema = generator.schema(name, root, written, only)
        files[name + ".schema.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    faults = ["{} has no description in lib/schema/descriptions".format(name) for name in sorted(generator.undescribed)]
    faults += ["{} is described, but there is no such thing".format(name) for name in sorted(generator.unused())]
    return files, faults


def unpublished(shapes):
    """Types that lib/json reads from outside and that no format names."""
    published = {entry["type"].get("name") for entry in shapes["formats"]}
    for path in sorted((HERE.parent / "json").glob("*.cpp")):
        for name in re.findall(r"\b(?:answer|read)<(\w+)>\(", path.read_text(encoding="utf-8")):
            if name not in published:
                yield "lib/json/{} reads {}, which no ..._formats() lists".format(path.name, name)


def main():
    shapes = json.loads(subprocess.run([sys.argv[1]], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8"))
    files, faults = generate(shapes)
    faults += unpublished(shapes)
    folder = HERE / "v1"
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.schema.json")}
    if sys.argv[2:] == ["--check"]:
        for name in sorted(set(files) | set(present)):
            if files.get(name) != present.get(name):
                faults.append("v1/{} differs: build the target `schemas`".format(name))
    else:
        for name in set(present) - set(files):
            (folder / name).unlink()
        for name, text in files.items():
            with open(folder / name, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
    for fault in faults:
        print(fault)
    print("{} schemas, {} types, {} faults".format(len(files), len(shapes["types"]), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

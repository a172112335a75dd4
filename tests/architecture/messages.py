"""Every finding code that lib and capi emit has its message, and the page of all messages is up to date.

    python3 tests/architecture/messages.py ROOT [--write]

--write makes lib/data/messages/README.md anew.
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
MESSAGES = ROOT / "lib/data/messages"
PAGE = MESSAGES / "README.md"
SEVERITIES = {"error": "エラー error", "warning": "警告 warning", "advice": "助言 advice"}
CODE = re.compile(r'"([a-z][a-z-]*(?:\.[a-z][a-z0-9-]*){1,3})"')
PLACEHOLDER = re.compile(r"\{#?(\w+)\}")  # {#name}: shown with grouping


def catalogue():
    """File stem → messages, and the faults of each message by itself."""
    rooms, faults, seen = {}, [], set()
    for path in sorted(MESSAGES.glob("*.json")):
        messages = json.loads(path.read_text(encoding="utf-8"))["messages"]
        rooms[path.stem] = messages
        for message in messages:
            code = message["code"]
            for member in ("ja", "en", "explanation_ja", "explanation_en"):
                if not message.get(member, "").strip():
                    faults.append("{}: {} is empty".format(code, member))
            if code in seen:
                faults.append("{}: stands twice".format(code))
            seen.add(code)
            for source in message.get("basis", []):
                if not re.match(r"https?://", source.get("url", "")):
                    faults.append("{}: a basis without address".format(code))
    return rooms, faults


def emitted():
    """Code → (files that name it, names of the values that these files give to findings)."""
    uses = {}
    files = sorted((ROOT / "lib").glob("*/*.[ch]pp")) + sorted((ROOT / "capi/src").glob("*.[ch]pp"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        names = set(re.findall(r'\{"(\w+)",', text))
        for code in CODE.findall(text):
            where, given = uses.setdefault(code, (set(), set()))
            where.add(path.relative_to(ROOT).as_posix())
            given |= names
    return uses


def constructed():
    """Codes that stand where a finding is made, whatever their first word: a new room cannot forget its messages."""
    made = set()
    make = re.compile(r'(?:push_back\(\s*\{|emplace_back\(\s*\{|return \{|\badd\(|\breport\(|refuse(?:_here)?\(|note\(|impossible\()\s*'
                      r'"([a-z][a-z-]*(?:\.[a-z][a-z0-9-]*){1,3})"')
    for path in list((ROOT / "lib").glob("*/*.cpp")) + list((ROOT / "capi/src").glob("*.cpp")):
        made.update(make.findall(path.read_text(encoding="utf-8")))
    return made


def compare(rooms, faults):
    known = {message["code"]: message for messages in rooms.values() for message in messages}
    prefixes = {code.split(".")[0] for code in known}
    uses = emitted()
    made = constructed()
    for code in sorted(set(uses) | made):
        is_code = code in made or (code.split(".")[0] in prefixes and is_finding_code(code, known))
        if is_code and code not in known:
            faults.append("{}: no message ({})".format(code, ", ".join(sorted(uses.get(code, ({"?"},))[0]))))
    for code, message in known.items():
        if code not in uses:
            faults.append("{}: never emitted".format(code))
            continue
        asked = set(PLACEHOLDER.findall(message["ja"])) | set(PLACEHOLDER.findall(message["en"]))
        # Values shared by a room's helpers may come from another file of it.
        given = uses[code][1] | room_names(uses[code][0])
        for name in sorted(asked - given):
            faults.append("{}: the code gives no value {{{}}}".format(code, name))
    return len(made)


def is_finding_code(code, known):
    """Facts of the support vocabulary (plan.certified) share a first word with codes; they have an underscore or none of
    the subjects that codes have."""
    room_and_subject = ".".join(code.split(".")[:2])
    return any(other.startswith(room_and_subject + ".") for other in known) and code.count(".") >= 2


def room_names(files):
    names = set()
    for folder in {(ROOT / name).parent for name in files}:
        for path in folder.glob("*.[ch]pp"):
            names |= set(re.findall(r'\{"(\w+)",', path.read_text(encoding="utf-8")))
    return names


def page(rooms):
    lines = ["# 指摘の一覧 / Finding codes", "",
             "この頁は `lib/data/messages/*.json` から作られます。直すのは JSON です。"
             "This page is made from `lib/data/messages/*.json`; edit those, then run"
             " `python3 tests/architecture/messages.py . --write`.", "",
             "`python3 -m senryaku explain CODE` が同じ内容を示します。", ""]
    total = sum(len(messages) for messages in rooms.values())
    lines += ["{} codes.".format(total), ""]
    for room, messages in rooms.items():
        lines += ["## {}".format(room), ""]
        for message in sorted(messages, key=lambda entry: entry["code"]):
            lines += ["### `{}`".format(message["code"]), "", "{}".format(SEVERITIES[message["severity"]]), "",
                      "- {}".format(message["ja"]), "- {}".format(message["en"]), "",
                      message["explanation_ja"], "", message["explanation_en"], ""]
            if message.get("example"):
                lines += ["例 Example: `{}`".format(message["example"]), ""]
            for source in message.get("basis", []):
                lines += ["根拠 Basis: [{}]({})".format(source["title"], source["url"]), ""]
    return "\n".join(lines).rstrip() + "\n"


def main():
    rooms, faults = catalogue()
    made = compare(rooms, faults)
    text = page(rooms)
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
        faults.append("lib/data/messages/README.md is not up to date")
    for fault in faults:
        print(fault)
    print(sum(len(messages) for messages in rooms.values()), "messages,", made, "codes made in place,", len(faults), "faults")
    return 1 if faults else 0


sys.exit(main())

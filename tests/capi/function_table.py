"""Writes the table of functions that the boundary tests walk through, from the header and the example calls.

usage: function_table.py HEADER CALLS.json STRATEGY.json OUTPUT.cpp

A function that needs text, numbers or arrays and has no example in CALLS.json is written without one; the tests then
say which example is missing.
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "capi/abi"))
import header  # noqa: E402


def literal(text):
    """A C++ string literal of the UTF-8 bytes, in pieces that no compiler finds too long."""
    data = text.encode("utf-8")
    pieces = ['"{}"'.format("".join("\\{:03o}".format(byte) for byte in data[i:i + 64])) for i in range(0, len(data), 64)]
    return " ".join(pieces) or '""', len(data)


def handle_of(kind):
    return next((name for name in sorted(header.HANDLES) if name in kind), None)


def passing(parameters, index):
    """How the parameter is passed: an enumerator of function_table.hpp."""
    kind, name = parameters[index]
    before = parameters[index - 1] if index else None
    if kind.endswith("**"):
        return "error_out" if name == "error" else "handle_out" if handle_of(kind) else "borrowed_out"
    if kind.endswith("* const*"):
        return "arrays_in"
    if handle_of(kind):
        return "handle"
    if kind == "const char*":
        after = parameters[index + 1] if index + 1 < len(parameters) else None
        if after and after.name.endswith("_offsets"):
            return "array_in"  # texts one after the other
        return "text" if after and after.name == name + "_length" else "c_string"
    if before and before.type == "const char*" and name == before.name + "_length":
        return "length"
    if kind.endswith("*"):
        return "array_in" if kind.startswith("const") else "array_out"
    return "real" if kind == "double" else "integer"


def argument(kind, index):
    if kind == "double":
        return "given[{}].real".format(index)
    if kind in header.SCALARS:
        return "static_cast<{}>(given[{}].integer)".format(kind, index)
    return "static_cast<{}>(given[{}].pointer)".format(kind, index)


def example(function, index, value):
    """What has to be declared before the table, and the C++ initialisers of a parameter's example: text, its size, number,
    array, its size in bytes."""
    kind, name = function.parameters[index]
    how = passing(function.parameters, index)
    if value is None:
        return [], "nullptr, 0, 0, nullptr, 0"
    if how in ("text", "c_string"):
        text, size = literal(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        return [], "{}, {}, 0, nullptr, 0".format(text, size)
    place = "{}_{}".format(function.name, name)
    if how == "array_in" and isinstance(value, str):
        return ["const char {}[] = {};".format(place, literal(value)[0])], "nullptr, 0, 0, {0}, sizeof {0}".format(place)
    if how == "array_in":
        return [array(kind.rstrip("*"), place, value)], "nullptr, 0, 0, {0}, sizeof {0}".format(place)
    if how == "arrays_in":
        element = kind[:-len("* const*")]
        parts = [array(element, "{}_{}".format(place, i), part) for i, part in enumerate(value)]
        names = ["{}_{}".format(place, i) for i in range(len(value))]
        return parts + [array(element + "* const", place, names)], "nullptr, 0, 0, {0}, sizeof {0}".format(place)
    return [], "nullptr, 0, {}, nullptr, 0".format(value)


def array(element, name, values):
    return "{} {}[] = {{{}}};".format(element, name, ", ".join(map(str, values)))


def needs_example(function):
    ways = {passing(function.parameters, i) for i, p in enumerate(function.parameters) if p.name != "options"}
    return bool(ways & {"text", "array_in", "arrays_in"}) or function.result == "senryaku_status" and "integer" in ways


def may_be_null(name, comment):
    """Optional for every function, or said to be so in the comment."""
    if name in ("error", "rules", "base", "options"):
        return True
    return re.search(r"`\*?{}`[^.;]*\bNULL\b".format(name), " ".join(comment.replace(" * ", " ").split())) is not None


def entry(function, calls, comment):
    given = dict(calls.get(function.name, {}))
    arrays, parameters = [], []
    for i, (kind, name) in enumerate(function.parameters):
        declared, initial = example(function, i, given.pop(name, None))
        arrays += declared
        parameters.append('    {{"{}", passing::{}, handle_type::{}, {}, {}}},'.format(
            name, passing(function.parameters, i), (handle_of(kind) or "senryaku_none")[len("senryaku_"):],
            "true" if may_be_null(name, comment) else "false", initial))
    if given:
        sys.exit("{}: the example names parameters that the header does not: {}".format(function.name, sorted(given)))
    call = "{}({})".format(function.name, ", ".join(argument(p.type, i) for i, p in enumerate(function.parameters)))
    returns = {"void": "nothing", "senryaku_status": "status", "const char*": "text"}.get(function.result, "number")
    if function.result.endswith("*") and function.result != "const char*":
        returns = "array"
    body = {"nothing": call + "; return returned{};",
            "text": "return returned{{0, {}}};".format(call),
            "array": "return returned{{0, {}}};".format(call)}.get(
                returns, "return returned{{static_cast<std::int64_t>({}), nullptr}};".format(call))
    unused = "" if function.parameters else "(void)given; "
    return arrays, '  {{"{}", result::{}, {}, {{\n{}\n  }}, [](const slot* given) {{ {}{} }}}},'.format(
        function.name, returns, "true" if needs_example(function) and function.name not in calls else "false",
        "\n".join(parameters), unused, body)


def main():
    header_path, calls_path, strategy_path, output = sys.argv[1:5]
    declared = header.functions(header_path)
    calls = json.loads(Path(calls_path).read_text(encoding="utf-8"))
    unknown = sorted(set(calls) - {function.name for function in declared})
    if unknown:
        sys.exit("{}: examples of functions that the header does not declare: {}".format(calls_path, ", ".join(unknown)))
    comments = header.comments(header_path)
    arrays, entries = [], []
    for function in declared:
        own, text = entry(function, calls, comments.get(function.name, ""))
        arrays += own
        entries.append(text)
    strategy, size = literal(Path(strategy_path).read_text(encoding="utf-8"))
    Path(output).write_text("\n".join(
        ["// Written by function_table.py.", '#include "function_table.hpp"', "namespace boundary {", "namespace {"] + arrays
        + ["}  // namespace", "const std::vector<function>& functions() {",
           "  static const std::vector<function> all = {"] + entries
        + ["  };", "  return all;", "}",
           "std::string_view strategy_text() {{ return {{{}, {}}}; }}".format(strategy, size),
           "}  // namespace boundary", ""]), encoding="utf-8")


main()

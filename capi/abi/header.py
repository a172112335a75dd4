"""What senryaku.h declares. The one reader of the header: every check of the C interface starts from it."""
import re
from collections import namedtuple
from pathlib import Path

Function = namedtuple("Function", "name result parameters")
Parameter = namedtuple("Parameter", "type name")

SCALARS = {"int32_t", "int64_t", "double", "uint8_t"}
HANDLES = {"senryaku_strategy", "senryaku_rules", "senryaku_result", "senryaku_error"}
# Nothing else crosses the boundary: every language can call these without a struct, an enum or a width of its own.
ALLOWED = (SCALARS | {"void", "senryaku_status", "const char*"}
           | {part + "*" for part in SCALARS} | {"const {}*".format(part) for part in SCALARS}
           | {part + "*" for part in HANDLES} | {"const {}*".format(part) for part in HANDLES}
           | {part + "**" for part in HANDLES}
           # a column that is borrowed from a result, and the columns of a table that the caller brings
           | {"const {}**".format(part) for part in SCALARS} | {"const {}* const*".format(part) for part in SCALARS})


def _type(text):
    return re.sub(r"\*const", "* const", re.sub(r"\s*\*", "*", " ".join(text.split())))


def functions(path):
    """The functions of the header at ``path``, in its order."""
    text = re.sub(r"/\*.*?\*/", "", Path(path).read_text(encoding="utf-8"), flags=re.S)
    found = []
    for result, name, inside in re.findall(r"SENRYAKU_API\s+([\w\s\*]+?)\s*SENRYAKU_CALL\s+(senryaku_\w+)\(([^)]*)\)", text):
        parameters = []
        for part in inside.split(",") if inside.strip() != "void" else []:
            kind, parameter = re.fullmatch(r"\s*(.*?)(\w+)\s*", part, re.S).groups()
            parameters.append(Parameter(_type(kind), parameter))
        found.append(Function(name, _type(result), parameters))
    return found


def comments(path):
    """The text before each function, by name."""
    text = Path(path).read_text(encoding="utf-8")
    return {name: comment for comment, name in re.findall(
        r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*SENRYAKU_API[\w\s\*]*?SENRYAKU_CALL\s+(senryaku_\w+)\(", text)}


def constants(path):
    """The names and values that a program compiles in: SENRYAKU_OK, SENRYAKU_E_…; not the version of the interface."""
    text = Path(path).read_text(encoding="utf-8")
    return {name: int(value) for name, value in re.findall(r"^#define (SENRYAKU_\w+) (-?\d+)\b", text, re.M)
            if not name.startswith("SENRYAKU_ABI_VERSION_")}


def version(path):
    """(major, minor) of the interface."""
    text = Path(path).read_text(encoding="utf-8")
    return tuple(int(re.search(r"#define SENRYAKU_ABI_VERSION_{} (\d+)".format(part), text).group(1)) for part in ("MAJOR", "MINOR"))


def handles(path):
    """The opaque types."""
    return re.findall(r"^typedef struct (\w+) \1;", Path(path).read_text(encoding="utf-8"), re.M)

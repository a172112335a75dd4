"""Keeps the binary interface: compares a built library with the baseline in this folder, and adds to it.

usage: baseline.py check PART LIBRARY [CC]   PART: symbols, constants, types, requirements, versions, rules,
                                              consumer
       baseline.py record LIBRARY            adds what is new; refuses anything but additions (makes a baseline where none is)

Exit status of check: 0 as promised, 1 broken, 77 a tool is missing.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEADER = ROOT / "capi/include/senryaku.h"
CONSUMER = ROOT / "tests/capi/consumer.c"
sys.path.insert(0, str(HERE))
import header  # noqa: E402

# The oldest systems that a build on Debian 12 may need; see README.md.
REQUIRED = ("GLIBC", "GLIBCXX", "CXXABI", "GCC")


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            print(tool, "is not installed")
            sys.exit(77)


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def read_pairs(name):
    """Lines "key value" of a baseline file."""
    path = HERE / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def write_pairs(name, pairs):
    text = "".join("{} {}\n".format(key, pairs[key]) for key in sorted(pairs))
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")


# ---- What a library is ----------------------------------------------------------------------------------------------

def exported(library):
    """Exported functions and the version node each belongs to."""
    need("nm")
    names = [line.split()[-1] for line in output("nm", "-D", "--defined-only", library).splitlines() if " A " not in line]
    return dict(re.fullmatch(r"([^@]+)@*(.*)", name).groups() for name in names)


def requirements(library):
    """The highest version of each system library's symbols that the library needs."""
    need("objdump")
    highest = {}
    for name, version in re.findall(r"\b({})_([\d.]+)".format("|".join(REQUIRED)), output("objdump", "-p", library)):
        parts = tuple(int(part) for part in version.strip(".").split("."))
        highest[name] = max(highest.get(name, (0,)), parts)
    return {name: ".".join(map(str, parts)) for name, parts in highest.items()}


def types(library):
    """The types of the exported functions as abidw's XML: what the public header shows, and nothing of the build."""
    need("abidw", "abidiff")
    return output("abidw", "--headers-dir", HEADER.parent, "--drop-private-types", "--exported-interfaces-only", "--no-corpus-path",
                  "--no-comp-dir-path", "--no-show-locs", "--type-id-style", "hash", library)


# ---- Comparison -----------------------------------------------------------------------------------------------------

def compare(what, before, now):
    """Lost or changed entries break the promise; new ones have to be recorded."""
    faults = 0
    for key in sorted(set(before) | set(now)):
        if key not in before:
            print("new {}: {} (record the baseline)".format(what, key))
            faults += 1
        elif before[key] != now.get(key):
            print("{} {}: {} in the baseline, now {}".format(what, key, before[key], now.get(key, "gone")))
            faults += 1
    print(len(now), what + "s,", faults, "faults")
    return 1 if faults or not before else 0


def check_symbols(library):
    declared = {function.name for function in header.functions(HEADER)}
    found = exported(library)
    for name in sorted(declared ^ set(found)):
        print(name, "is exported but not declared" if name in found else "is declared but not exported")
    return compare("symbol", read_pairs("symbols-1.txt"), found) or int(declared != set(found))


def check_constants(_):
    now = {name: str(value) for name, value in header.constants(HEADER).items()}
    return compare("constant", read_pairs("constants-1.txt"), now)


def check_requirements(library):
    allowed = read_pairs("requirements-1.txt")
    faults = 0
    for name, version in sorted(requirements(library).items()):
        as_numbers = [tuple(int(part) for part in text.split(".")) for text in (version, allowed.get(name, "0"))]
        print("needs {}_{}, at most {} is promised".format(name, version, allowed.get(name, "none")))
        faults += as_numbers[0] > as_numbers[1]
    return 1 if faults or not allowed else 0


def check_types(library):
    with tempfile.TemporaryDirectory() as folder:
        now = Path(folder) / "now.abi"
        now.write_text(types(library), encoding="utf-8")
        if "function-decl" not in now.read_text(encoding="utf-8"):
            print("the library carries no debug information of its interface")
            return 1
        done = subprocess.run(["abidiff", "--no-added-syms", str(HERE / "types-1.abi"), str(now)], capture_output=True, text=True)
    print(done.stdout + done.stderr or "the types of all functions are those of the baseline")
    return 1 if done.returncode else 0


def check_versions(_):
    """One version everywhere."""
    found = {}
    for path, pattern in (("CMakeLists.txt", r"project\(senryaku VERSION ([\d.]+)"),
                          ("include/senryaku/version.hpp", r'SENRYAKU_VERSION "([\d.]+)"'),
                          ("bindings/python/senryaku/__init__.py", r'__version__ = "([\d.]+)"')):
        found[path] = re.search(pattern, (ROOT / path).read_text(encoding="utf-8")).group(1)
    interface = "{}.{}".format(*header.version(HEADER))
    found["capi/include/senryaku.h"] = interface + ".0"
    node = re.findall(r"^SENRYAKU_([\d.]+)", (HERE / "senryaku.map").read_text(encoding="utf-8"), re.M)[-1]
    found["capi/abi/senryaku.map"] = node + ".0"
    for path, version in found.items():
        print(path, version)
    return 0 if len({version.rsplit(".", 1)[0] for version in found.values()}) == 1 else 1


def check_rules(_):
    """What holds of every function: documented, with the version since which it is there; types that every language has."""
    faults = 0
    comments = header.comments(HEADER)
    for function in header.functions(HEADER):
        since = re.search(r"@since (\d+)\.(\d+)", comments.get(function.name, ""))
        if not since or tuple(map(int, since.groups())) > header.version(HEADER):
            print(function.name, "has no comment with the version since which it is there")
            faults += 1
        for kind in [function.result] + [parameter.type for parameter in function.parameters]:
            if kind not in header.ALLOWED:
                print("{}: {} does not cross the boundary".format(function.name, kind))
                faults += 1
    print(len(comments), "functions,", faults, "faults")
    return 1 if faults or not comments else 0


def check_consumer(library, compiler="cc"):
    """A program built against the baseline's header and symbols, before this library existed, runs with it."""
    need(compiler)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        nodes = {}
        for name, node in read_pairs("symbols-1.txt").items():
            nodes.setdefault(node, []).append(name)
        (work / "stub.c").write_text("".join("void {}(void) {{}}\n".format(name) for name in read_pairs("symbols-1.txt")))
        (work / "stub.map").write_text("".join("{} {{ global: {}; local: *; }};\n".format(node, "; ".join(names))
                                               for node, names in sorted(nodes.items())))
        (work / "include").mkdir()
        shutil.copy(HERE / "senryaku-1.h", work / "include/senryaku.h")
        output(compiler, "-shared", "-fPIC", "-w", work / "stub.c", "-o", work / "libsenryaku.so.1", "-Wl,-soname,libsenryaku.so.1",
               "-Wl,--version-script={}".format(work / "stub.map"))
        output(compiler, "-std=c99", "-I", work / "include", HERE / "consumer-1.c", work / "libsenryaku.so.1", "-o", work / "consumer")
        (work / "libsenryaku.so.1").unlink()
        environment = dict(os.environ, LD_LIBRARY_PATH=str(Path(library).resolve().parent))
        done = subprocess.run([str(work / "consumer")], env=environment, capture_output=True, text=True)
    print(done.stdout + done.stderr)
    return done.returncode


CHECKS = {"symbols": check_symbols, "constants": check_constants, "types": check_types, "requirements": check_requirements,
          "versions": check_versions, "rules": check_rules, "consumer": check_consumer}


# ---- Recording ------------------------------------------------------------------------------------------------------

def record(library):
    first = not (HERE / "symbols-1.txt").is_file()
    if not first and any(CHECKS[part](library) for part in ("types", "consumer")):
        sys.exit("the interface may grow, not change")
    symbols, constants = exported(library), {name: str(value) for name, value in header.constants(HEADER).items()}
    for before, now in ((read_pairs("symbols-1.txt"), symbols), (read_pairs("constants-1.txt"), constants)):
        lost = sorted(key for key in before if before[key] != now.get(key))
        if lost:
            sys.exit("the interface may grow, but these changed: " + ", ".join(lost))
    write_pairs("symbols-1.txt", symbols)
    write_pairs("constants-1.txt", constants)
    if first:  # what 1.0 needed stays the limit, and what 1.0 could do stays the program
        write_pairs("requirements-1.txt", requirements(library))
        shutil.copy(HEADER, HERE / "senryaku-1.h")
        shutil.copy(CONSUMER, HERE / "consumer-1.c")
    (HERE / "types-1.abi").write_text(types(library), encoding="utf-8", newline="\n")
    print("recorded", len(symbols), "functions and", len(constants), "constants")


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["check"] and len(arguments) >= 3 and arguments[1] in CHECKS:
        return CHECKS[arguments[1]](*arguments[2:])
    if arguments[:1] == ["record"] and len(arguments) == 2:
        return record(arguments[1])
    print(__doc__)
    return 2


sys.exit(main())

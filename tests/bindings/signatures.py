"""The ctypes, Java and C# declarations name the functions of senryaku.h with the same arguments."""
import re
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
sys.path.insert(0, str(SOURCE / "capi/abi"))
import header as declarations  # noqa: E402

# One letter per C type: i int32, l int64, d double, p pointer or text, v void.
KINDS = {
    "c": {"int32_t": "i", "senryaku_status": "i", "int64_t": "l", "double": "d", "void": "v"},
    "python": {"c_int32": "i", "c_int64": "l", "c_double": "d", "None": "v"},
    "java": {"int": "i", "long": "l", "double": "d", "void": "v"},
    "csharp": {"int": "i", "long": "l", "double": "d", "void": "v"},
}


def kind(language, text):
    text = text.strip()
    return "p" if "*" in text else KINDS[language].get(re.sub(r"\bconst\b", "", text).strip(), "p")


def without_name(parameter):
    return re.sub(r"\b\w+$", "", parameter.strip()) if not parameter.strip().endswith("*") else parameter


def header():
    return {function.name: kind("c", function.result) + "".join(kind("c", parameter.type) for parameter in function.parameters)
            for function in declarations.functions(SOURCE / "capi/include/senryaku.h")}


def python():
    text = (SOURCE / PATHS["python"]).read_text(encoding="utf-8")
    found = {}
    for name, signature in re.findall(r'_function\(\s*"(senryaku_\w+)",([^)]*)\)', text):
        found[name] = "".join(kind("python", a) for a in signature.split(","))
    verb = re.search(r"def _verb\(.*?_function\(name,([^)]*)\)", text, re.S).group(1)
    for name in re.findall(r'_verb\("(senryaku_\w+)"\)', text):
        found[name] = "".join(kind("python", a) for a in verb.split(","))
    return found


def declared(language, path, pattern):
    text = re.sub(r"\s+", " ", (SOURCE / path).read_text(encoding="utf-8"))
    found = {}
    for result, name, parameters in re.findall(pattern, text):
        arguments = [a for a in parameters.split(",") if a.strip()]
        kinds = [("p" if "out IntPtr" in a or "out long" in a or "[]" in a else kind(language, without_name(a))) for a in arguments]
        found[name] = kind(language, result) + "".join(kinds)
    return found


PATHS = {"python": "bindings/python/senryaku/_native.py", "java": "bindings/java/jp/senryaku/Functions.java",
         "csharp": "bindings/csharp/Functions.cs"}
CALLERS = {"python": "bindings/python/senryaku/batch.py", "java": "bindings/java/jp/senryaku/Senryaku.java",
           "csharp": "bindings/csharp/Senryaku.cs"}


def only_declared(language, names):
    """Functions that the language declares, but offers by no method: named nowhere else."""
    text = "".join((SOURCE / paths[language]).read_text(encoding="utf-8") for paths in (PATHS, CALLERS))
    if language == "python":  # _review = _verb("senryaku_review"); what is used is _review
        variables = dict(re.findall(r'^(\w+) = _\w+\("(senryaku_\w+)"', text, re.M))
        return [name for variable, name in variables.items() if len(re.findall(r"\b{}\b".format(variable), text)) < 2]
    return [name for name in names if len(re.findall(r"\b{}\b".format(name), text)) < 2]


def main():
    expected = header()
    languages = {
        "python": python(),
        "java": declared("java", PATHS["java"], r"(\w+) (senryaku_\w+)\(([^)]*)\);"),
        "csharp": declared("csharp", PATHS["csharp"], r"extern (\w+) (senryaku_\w+)\(([^)]*)\);"),
    }
    # Python reads an error as a whole by its JSON, so it has no use for the getters of single members.
    expected_of_python = {name: signature for name, signature in expected.items()
                          if not name.startswith("senryaku_error_") or name in languages["python"]}
    faults = 0
    for language, found in languages.items():
        wanted = expected_of_python if language == "python" else expected
        for name in sorted(set(wanted) | set(found)):
            if wanted.get(name) != found.get(name):
                print("{}: {}: declared as {}, in the header {}".format(language, name, found.get(name, "nothing"),
                                                                         wanted.get(name, "nothing")))
                faults += 1
        for name in only_declared(language, wanted):
            if not name.startswith("senryaku_error_"):
                print("{}: {} is declared, but no method offers it".format(language, name))
                faults += 1
    print(len(expected), "functions in the header,", faults, "differences")
    return 1 if faults or not expected else 0


sys.exit(main())

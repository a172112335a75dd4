"""The ctypes, Java and C# declarations name the functions of senryaku.h with the same arguments."""
import re
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
HEADER = (SOURCE / "capi/include/senryaku.h").read_text(encoding="utf-8")
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
    text = re.sub(r"/\*.*?\*/", "", HEADER, flags=re.S)
    found = {}
    for result, name, parameters in re.findall(r"SENRYAKU_API\s+([\w\s\*]+?)\s*SENRYAKU_CALL\s+(senryaku_\w+)\(([^)]*)\)", text):
        arguments = [] if parameters.strip() == "void" else parameters.split(",")
        found[name] = kind("c", result) + "".join(kind("c", without_name(a)) for a in arguments)
    return found


def python():
    text = (SOURCE / "bindings/python/senryaku/_native.py").read_text(encoding="utf-8")
    found = {}
    for name, signature in re.findall(r'_function\(\s*"(senryaku_\w+)",([^)]*)\)', text):
        found[name] = "".join(kind("python", a) for a in signature.split(","))
    verb = re.search(r"def _verb\(name\):.*?_function\(name,([^)]*)\)", text, re.S).group(1)
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


def main():
    expected = header()
    languages = {
        "java": declared("java", "bindings/java/jp/senryaku/Senryaku.java", r"(\w+) (senryaku_\w+)\(([^)]*)\);"),
        "csharp": declared("csharp", "bindings/csharp/Senryaku.cs", r"extern (\w+) (senryaku_\w+)\(([^)]*)\);"),
    }
    faults = 0
    for name, signature in sorted(python().items()):  # Python declares what it uses
        if expected.get(name) != signature:
            print("python", name, signature, "header:", expected.get(name))
            faults += 1
    for language, found in languages.items():
        for name in sorted(set(expected) | set(found)):
            if expected.get(name) != found.get(name):
                print(language, name, found.get(name), "header:", expected.get(name))
                faults += 1
    print(len(expected), "functions in the header,", faults, "differences")
    return 1 if faults or not expected else 0


sys.exit(main())

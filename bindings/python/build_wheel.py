"""Builds the wheel: the package and the shared library in one file that pip installs without a network.

usage: build_wheel.py LIBRARY FOLDER [PLATFORM]     PLATFORM: a wheel's platform tag; default: this machine's

Standard library only. The same inputs give the same bytes.
"""
import ast
import base64
import hashlib
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "senryaku"


def extras():
    """Optional packages: NumPy, and those that the town hall's papers ask for."""
    for node in ast.parse((PACKAGE / "office/__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "_PACKAGES":
            return {"numpy": ["numpy"], "office": [package for package, _ in ast.literal_eval(node.value).values()]}
    raise LookupError("senryaku/office names no packages")


def version():
    return re.search(r'__version__ = "([^"]+)"', (PACKAGE / "__init__.py").read_text(encoding="utf-8")).group(1)


def metadata():
    lines = ["Metadata-Version: 2.1", "Name: senryaku", "Version: " + version(),
             "Summary: Checks, evaluates and maps regional strategies of Japanese municipalities", "License: Apache-2.0",
             "Requires-Python: >=3.8", "Description-Content-Type: text/markdown"]
    for extra, packages in extras().items():
        lines.append("Provides-Extra: " + extra)
        lines += ['Requires-Dist: {}; extra == "{}"'.format(package, extra) for package in packages]
    return "\n".join(lines) + "\n\n" + (HERE / "README.md").read_text(encoding="utf-8")


def library_name(library, platform):
    """The name by which the package looks for its library."""
    return "senryaku.dll" if platform.startswith("win") else "libsenryaku.1.dylib" if library.suffix == ".dylib" else "libsenryaku.so.1"


def contents(library, platform):
    """Names in the archive and their bytes."""
    files = {path.relative_to(HERE).as_posix(): path.read_bytes() for path in sorted(PACKAGE.rglob("*"))
             if path.is_file() and "__pycache__" not in path.parts and path.suffix not in (".pyc", ".so", ".dll")}
    files["senryaku/" + library_name(library, platform)] = library.read_bytes()
    info = "senryaku-{}.dist-info/".format(version())
    files[info + "METADATA"] = metadata().encode("utf-8")
    files[info + "WHEEL"] = ("Wheel-Version: 1.0\nGenerator: senryaku\nRoot-Is-Purelib: false\n"
                             "Tag: py3-none-{}\n".format(platform)).encode("ascii")
    files[info + "LICENSE"] = (HERE.parent.parent / "LICENSE").read_bytes()
    return files, info + "RECORD"


def main():
    library, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    platform = sys.argv[3] if len(sys.argv) > 3 else re.sub(r"[-.]", "_", sysconfig.get_platform())
    files, record = contents(library, platform)
    lines = ["{},sha256={},{}".format(name, base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii"), len(data))
             for name, data in files.items()]
    files[record] = ("\n".join(lines + [record + ",,"]) + "\n").encode("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / "senryaku-{}-py3-none-{}.whl".format(version(), platform)
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name.endswith((".so.1", ".dll")) else 0o644) << 16
            archive.writestr(entry, data)
    print(wheel)


main()

"""Runs what the guides show: each fenced block of a guide in turn, in an empty folder with a strategy.json.

usage: guides.py SOURCE WORK LIBRARY_DIR

    ```json FILE     is saved as FILE            ```text    lines that the block before printed, in this order
    ```sh            commands                    ```python  a program; blocks of one guide go on from each other
    ```c ```cpp ```java ```csharp                a whole program, given strategy.json

Building commands of a guide (cmake, javac …) are `console` blocks and not run here: tests/install and the samples do that.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE, WORK, LIBRARY = (Path(argument).resolve() for argument in sys.argv[1:4])
BINDINGS = SOURCE / "bindings"
GUIDES = sorted(BINDINGS.glob("*.md")) + sorted(BINDINGS.glob("*/README.md"))
JNA = "/usr/share/java/jna.jar"
ENVIRONMENT = dict(os.environ, PYTHONPATH=str(BINDINGS / "python"), SENRYAKU_LIBRARY=str(LIBRARY / "libsenryaku.so.1"),
                   LD_LIBRARY_PATH=str(LIBRARY), PYTHONDONTWRITEBYTECODE="1", PATH=os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"])


class Broken(Exception):
    pass


class Guide:
    def __init__(self, path):
        self.path = path
        self.folder = WORK / path.relative_to(BINDINGS).with_suffix("").as_posix().replace("/", "-")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        shutil.copy(SOURCE / "tests/data/strategies/kakogawa-2015.json", self.folder / "strategy.json")
        self.printed = ""
        self.python = ""

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], cwd=str(self.folder), env=ENVIRONMENT, capture_output=True)
        self.printed = done.stdout.decode("utf-8", "replace")
        if done.returncode != 0:
            raise Broken("{}\n{}\n{}".format(command, self.printed, done.stderr.decode("utf-8", "replace")))

    def save(self, name, code):
        (self.folder / name).write_text(code, encoding="utf-8")
        return self.folder / name

    def show(self, kind, name, code):
        """Runs one block; False when its language is not installed."""
        if kind == "json" and name:
            self.save(name, code)
        elif kind == "sh":
            self.run("sh", "-eu", self.save("block.sh", code))
        elif kind == "python":
            before = len(self.python_output())
            self.python += code
            self.run(sys.executable, self.save("block.py", self.python))
            self.printed = self.printed[before:]
        elif kind == "text":
            self.compare(code)
        elif kind in PROGRAMS:
            tools, build, start = PROGRAMS[kind]
            if not all(shutil.which(tool) or Path(tool).is_file() for tool in tools):
                return False
            build(self, code)
            if start:
                self.run(*start, "strategy.json")
        return True

    def python_output(self):
        if not self.python:
            return ""
        self.run(sys.executable, self.save("block.py", self.python))
        return self.printed

    def compare(self, expected):
        rest = self.printed
        for line in filter(str.strip, expected.splitlines()):
            at = rest.find(line.strip())
            if at < 0:
                raise Broken("not printed: {}\nprinted: {}".format(line, self.printed))
            rest = rest[at + len(line.strip()):]


def build_c(guide, code):
    guide.run("cc", "-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-I", SOURCE / "capi/include", guide.save("guide.c", code),
              LIBRARY / "libsenryaku.so.1", "-o", "guide")


def check_cpp(guide, code):
    guide.run("c++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", SOURCE / "include", guide.save("guide.cpp", code))


def build_java(guide, code):
    name = re.search(r"public final class (\w+)", code).group(1)
    guide.run("javac", "-encoding", "UTF-8", "-cp", JNA, "-d", ".", *sorted((BINDINGS / "java/jp/senryaku").glob("*.java")),
              guide.save(name + ".java", code))


def build_csharp(guide, code):
    guide.run("mcs", "-out:guide.exe", BINDINGS / "csharp/Senryaku.cs", BINDINGS / "csharp/Functions.cs", guide.save("guide.cs", code))


PROGRAMS = {
    "c": (["cc"], build_c, ["./guide"]),
    "cpp": (["c++"], check_cpp, None),
    "java": (["javac", JNA], build_java, ["java", "-Djna.library.path=" + str(LIBRARY), "-cp", ".:" + JNA, "Guide"]),
    "csharp": (["mcs", "mono"], build_csharp, ["mono", "guide.exe"]),
}


def main():
    faults = 0
    for path in GUIDES:
        guide, shown, skipped = Guide(path), 0, 0
        try:
            for kind, name, code in re.findall(r"^```(\w+) ?([\w./-]*)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S):
                skipped += not guide.show(kind, name, code)
                shown += 1
        except Broken as broken:
            faults += 1
            print(path.relative_to(SOURCE), "block", shown + 1, broken)
        print("{}: {} blocks{}".format(path.relative_to(SOURCE), shown, ", {} SKIPPED (not installed)".format(skipped) if skipped else ""))
    return 1 if faults or not GUIDES else 0


sys.exit(main())

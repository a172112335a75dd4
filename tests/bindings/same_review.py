"""Each language's samples print the same review of the same strategy, byte for byte, and the same batch.

usage: same_review.py LANGUAGE BUILD_DIR LIBRARY_DIR SOURCE_DIR; exit status 77: the language is not installed.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

language, build, library, source = sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
bindings = source / "bindings"
work = build / ("sample-" + language)
JNA = "/usr/share/java/jna.jar"


def need(*tools):
    for tool in tools:
        if not (shutil.which(tool) or Path(tool).is_file()):
            print(tool, "is not installed")
            sys.exit(77)


def run(*command, status=0, **environment):
    """What the command printed: on its error output when it has to fail."""
    done = subprocess.run([str(part) for part in command], capture_output=True, env=dict(os.environ, **environment))
    if done.returncode != status:
        sys.exit("{}\n{}".format(command, done.stderr.decode("utf-8", "replace")))
    return done.stderr if status else done.stdout


def builder():
    """Builds the language's samples; gives the function that runs one of them ("review" or "batch")."""
    work.mkdir(parents=True, exist_ok=True)
    if language == "java":
        need("javac", "java", JNA)
        java = bindings / "java"
        run("javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", JNA, "-d", work, java / "jp/senryaku/Senryaku.java",
            java / "Review.java", java / "Batch.java")
        return lambda name, *arguments, **how: run("java", "-Djna.library.path=" + library, "-cp", "{}:{}".format(work, JNA), name.capitalize(),
                                                   *arguments, **how)
    if language == "csharp":
        need("mcs", "mono")
        for name in ("Review", "Batch"):
            run("mcs", "-warnaserror", "-out:{}".format(work / (name + ".exe")), bindings / "csharp/Senryaku.cs",
                bindings / "csharp/{}.cs".format(name))
        return lambda name, *arguments, **how: run("mono", work / (name.capitalize() + ".exe"), *arguments, LD_LIBRARY_PATH=library, **how)
    return lambda name, *arguments, **how: run(build / "{}_{}".format(name, language), *arguments, **how)


def main():
    sample = builder()
    asked = [("review", source / "tests/data/strategies" / (name + ".json"), "2026-06-01") for name in ("kakogawa-2015", "aizumisato-2025")]
    for name, *arguments in asked + [("batch",)]:
        expected = run(sys.executable, bindings / "python" / (name + ".py"), *arguments, PYTHONPATH=str(bindings / "python"),
                       SENRYAKU_LIBRARY=library + "/libsenryaku.so.1")
        printed = sample(name, *arguments)
        if printed != expected or not expected:
            sys.exit("{} {}: {} bytes instead of {}".format(name, arguments, len(printed), len(expected)))
        print(name, *[getattr(part, "stem", part) for part in arguments], len(printed), "bytes, the same as from Python")
    broken = work / "broken.json"
    broken.write_text('{"name": ', encoding="utf-8")
    if b"format.json.syntax" not in sample("review", broken, "2026-06-01", status=1):
        sys.exit("the refusal of a broken document does not name its code")


main()

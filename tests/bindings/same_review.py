"""Each language's sample prints the same review of the same strategy, byte for byte.

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


def run(*command, **environment):
    done = subprocess.run([str(part) for part in command], capture_output=True, env=dict(os.environ, **environment))
    if done.returncode != 0:
        sys.exit("{}\n{}".format(command, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def sample(*arguments):
    """The command that runs the language's sample, built first."""
    work.mkdir(parents=True, exist_ok=True)
    if language == "java":
        need("javac", "java", JNA)
        run("javac", "-encoding", "UTF-8", "-cp", JNA, "-d", work, bindings / "java/jp/senryaku/Senryaku.java", bindings / "java/Review.java")
        return run("java", "-Djna.library.path=" + library, "-cp", "{}:{}".format(work, JNA), "Review", *arguments)
    if language == "csharp":
        need("mcs", "mono")
        run("mcs", "-out:{}".format(work / "Review.exe"), bindings / "csharp/Senryaku.cs", bindings / "csharp/Review.cs")
        return run("mono", work / "Review.exe", *arguments, LD_LIBRARY_PATH=library)
    return run(build / "review_{}".format(language), *arguments)


def main():
    for strategy in ("kakogawa-2015", "aizumisato-2025"):
        arguments = (source / "tests/data/strategies" / (strategy + ".json"), "2026-06-01")
        expected = run(sys.executable, bindings / "python/review.py", *arguments, PYTHONPATH=str(bindings / "python"),
                       SENRYAKU_LIBRARY=library + "/libsenryaku.so.1")
        printed = sample(*arguments)
        if printed != expected or not expected:
            sys.exit("{}: {} bytes instead of {}".format(strategy, len(printed), len(expected)))
        print(strategy, len(printed), "bytes, the same as from Python")


main()

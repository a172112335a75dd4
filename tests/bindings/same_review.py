"""Each language's samples print the same review of the same strategy, byte for byte, and the same batch; Java and C# hand
over the same tables as Python.

usage: same_review.py LANGUAGE BUILD_DIR LIBRARY_DIR SOURCE_DIR; exit status 77: the language is not installed.
"""
import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

language, build, library, source = sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
bindings = source / "bindings"
work = build / ("sample-" + language)
tests = source / "tests/bindings"
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
    """Builds the language's programs; gives the function that runs one of them ("review", "batch", "tables")."""
    work.mkdir(parents=True, exist_ok=True)
    if language == "java":
        need("javac", "java", JNA)
        java = bindings / "java"
        run("javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", JNA, "-d", work,
            *sorted((java / "jp/senryaku").glob("*.java")), java / "Review.java", java / "Batch.java", tests / "Tables.java")
        return lambda name, *arguments, **how: run("java", "-Djna.library.path=" + library, "-cp", "{}:{}".format(work, JNA), name.capitalize(),
                                                   *arguments, **how)
    if language == "csharp":
        need("mcs", "mono")
        csharp = bindings / "csharp"
        for program in (csharp / "Review.cs", csharp / "Batch.cs", tests / "Tables.cs"):
            run("mcs", "-warnaserror", "-out:{}".format(work / (program.stem + ".exe")), csharp / "Senryaku.cs", csharp / "Functions.cs",
                program)
        return lambda name, *arguments, **how: run("mono", work / (name.capitalize() + ".exe"), *arguments, LD_LIBRARY_PATH=library, **how)
    return lambda name, *arguments, **how: run(build / "{}_{}".format(name, language), *arguments, **how)


# Kakogawa City published 1,948 births (出生数) of 2018 and 1,820 of 2019, and of marriages (婚姻数) only the 1,191 of 2019
# (the sources of kakogawa-2015.json). The projection by hand: 0.2 children for each of the 70 women of 15 to 49.
KNOWN_COLUMNS = (
    "compare\tindicators\tname\t3\t=出生数\t=婚姻数\t",
    "compare\tindicators\tvalue_before\t1\t=1948e-0\t-\t",
    "compare\tindicators\tvalue_after\t1\t=1820e-0\t=1191e-0\t",
    "compare\tindicators\tdifference\t3\t=-128\t-\t",
    "project\tyears\tyear\t1\t=2020e-0\t=2025e-0\tintegers\n",
    "project\tyears\tbirths_surviving\t2\t-\t={}\tdoubles\n".format(struct.unpack("<q", struct.pack("<d", 14.0))[0]),
    "project\tbands\tlow\t2\tdoubles\n",  # there, without rows
)


def table_questions():
    """Known lines and arguments of tables.py: two years of one version, two versions, and a town with a population."""
    ones, zeros = ({sex: [rate] * 17 for sex in ("male", "female")} for rate in (1.0, 0.0))
    step = {"survival": ones, "net_migration": zeros, "births": {"child_woman_ratio": 0.2, "male_share": 0.5}}
    projection = {"input": {"base_year": 2020, "base": {sex: [10.0] * 18 for sex in ones}, "steps": [step]}, "scenarios": False}
    options = ({"as_of": "2019-06-01"}, {}, {"fiscal_year": 2019}, {"fiscal_year": 2026}, {},
               {"year_before": 2018, "year_after": 2019}, projection)
    for known, *names in ((KNOWN_COLUMNS, "kakogawa-2015", "kakogawa-2015"), ((), "kakogawa-2015", "kakogawa-2021"),
                          ((), "aizumisato-2025", "aizumisato-2025")):
        versions = [source / "tests/data/strategies" / (name + ".json") for name in names]
        yield (known, "tables", *versions, *[json.dumps(option) for option in options])


def main():
    sample = builder()
    asked = [((), "review", source / "tests/data/strategies" / (name + ".json"), "2026-06-01") for name in ("kakogawa-2015", "aizumisato-2025")]
    asked.append(((), "batch"))
    if language in ("java", "csharp"):
        asked += table_questions()
    for known, name, *arguments in asked:
        program = (tests if name == "tables" else bindings / "python") / (name + ".py")
        expected = run(sys.executable, program, *arguments, PYTHONPATH=str(bindings / "python"),
                       SENRYAKU_LIBRARY=library + "/libsenryaku.so.1")
        printed = sample(name, *arguments)
        if printed != expected or not expected:
            sys.exit("{} {}: {} bytes instead of {}".format(name, arguments, len(printed), len(expected)))
        print(name, *[getattr(part, "stem", part) for part in arguments[:2]], len(printed), "bytes, the same as from Python")
        missing = [line for line in known if line not in printed.decode("utf-8")]
        if missing:
            sys.exit("{} {}: not printed: {}".format(name, arguments, missing))
    broken = work / "broken.json"
    broken.write_text('{"name": ', encoding="utf-8")
    if b"format.json.syntax" not in sample("review", broken, "2026-06-01", status=1):
        sys.exit("the refusal of a broken document does not name its code")


main()

"""The wheel installs offline with pip into a bare virtual environment of each Python from 3.8 to 3.13, and works there.

usage: python_wheel.py LIBRARY WORK SOURCE; exit status 77: no Python that can make a virtual environment
"""
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

LIBRARY, WORK, SOURCE = (Path(argument).resolve() for argument in sys.argv[1:4])
STRATEGY = SOURCE / "tests/data/strategies/kakogawa-2015.json"
VERSIONS = ["3.{}".format(minor) for minor in range(8, 14)]


def run(*command, **options):
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SENRYAKU_LIBRARY", "LD_LIBRARY_PATH")}
    done = subprocess.run([str(part) for part in command], capture_output=True, env=environment, cwd=str(WORK), **options)
    if done.returncode != 0:
        raise RuntimeError("{}\n{}".format(" ".join(map(str, command)), done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8")


def interpreter(version):
    """A Python of that version that can make virtual environments with pip, or None."""
    candidates = [shutil.which("python" + version)]
    candidates += sorted(str(path) for path in Path.home().glob(".pyenv/versions/{}.*/bin/python3".format(version)))
    for candidate in filter(None, candidates):
        try:
            found = run(candidate, "-c", "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])")
        except RuntimeError:
            continue
        if found.strip() == version:
            return candidate
    return None


def install_and_use(python, version, wheel, expected):
    folder = WORK / ("venv-" + version)
    shutil.rmtree(folder, ignore_errors=True)
    run(python, "-m", "venv", folder)
    inside = folder / "bin/python"
    run(inside, "-m", "pip", "install", "--no-index", "--disable-pip-version-check", wheel)
    names = run(inside, "-m", "senryaku", "--version")
    place = run(inside, "-c", "import senryaku; print(senryaku.__file__)")
    if str(folder) not in place:
        raise RuntimeError("the package was taken from " + place)
    review = run(inside, "-m", "senryaku", "review", STRATEGY, "--as-of", "2026-06-01", "--json")
    if json.loads(review) != expected:
        raise RuntimeError("another review than that of the source tree")
    shutil.rmtree(folder)
    return names.strip()


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    library = WORK / LIBRARY.name
    shutil.copy(LIBRARY, library)
    if shutil.which("strip"):
        run("strip", "--strip-unneeded", library)
    build = (sys.executable, SOURCE / "bindings/python/build_wheel.py", library)
    wheel = Path(run(*build, WORK / "wheel").strip())
    again = Path(run(*build, WORK / "again").strip())
    if wheel.read_bytes() != again.read_bytes():
        sys.exit("the same inputs give another wheel")
    print(wheel.name, wheel.stat().st_size, "bytes,", len(zipfile.ZipFile(wheel).namelist()), "files")
    sys.path.insert(0, str(SOURCE / "bindings/python"))
    os.environ["SENRYAKU_LIBRARY"] = str(LIBRARY)
    import senryaku
    with senryaku.Strategy.from_file(STRATEGY) as strategy:
        expected = strategy.review(as_of="2026-06-01")
    used = 0
    for version in VERSIONS:
        python = interpreter(version)
        if python is None:
            print("Python {}: SKIPPED, not on this machine (or without ensurepip)".format(version))
            continue
        print("Python {}: {}".format(version, install_and_use(python, version, wheel, expected)), flush=True)
        used += 1
    return 0 if used else 77


sys.exit(main())

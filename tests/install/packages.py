"""cpack's .deb files and .tar.gz, unpacked elsewhere, run: the C consumer, and the Python package with its library.

usage: packages.py BUILD_DIR WORK SOURCE; exit status 77: a tool is missing
"""
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

BUILD, WORK, SOURCE = (Path(argument).resolve() for argument in sys.argv[1:4])
WANTED = {"libsenryaku1", "libsenryaku-dev", "python3-senryaku"}


def run(*command, **variables):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=dict(os.environ, **variables), cwd=str(WORK))
    if done.returncode != 0:
        sys.exit("{}\n{}{}".format(" ".join(map(str, command)), done.stdout, done.stderr))
    return done.stdout


def use(root):
    """The unpacked tree as a user has it: compile and link by pkg-config, run, and call from Python."""
    pc = next(root.rglob("senryaku.pc"))
    flags = run("pkg-config", "--cflags", "--libs", "senryaku", PKG_CONFIG_PATH=str(pc.parent)).split()
    library = next(path for path in root.rglob("libsenryaku.so.1") if path.exists())
    for flag in flags:
        if flag[:2] in ("-I", "-L") and root not in Path(flag[2:]).resolve().parents:
            sys.exit("{} points outside {}".format(flag, root))
    consumer = WORK / (root.name + "-consumer")
    run("cc", "-std=c99", SOURCE / "tests/capi/consumer.c", *flags, "-o", consumer)
    run(consumer, LD_LIBRARY_PATH=str(library.parent))
    package = next(root.rglob("senryaku/__init__.py")).parent.parent
    variables = {"PYTHONPATH": str(package), "LD_LIBRARY_PATH": str(library.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    variables["SENRYAKU_LIBRARY"] = ""  # found by the loader, as from /usr/lib
    print(root.name + ":", run("python3", "-m", "senryaku", "--version", **variables).strip())
    print("  {} bytes: {}".format(library.resolve().stat().st_size, library.relative_to(root)))
    shown = run("python3", "-m", "senryaku", "review", SOURCE / "tests/data/strategies/aizumisato-2025.json", "--as-of", "2026-06-01", **variables)
    if "会津美里町" not in shown:
        sys.exit("the review does not name the town")


def main():
    for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps", "file", "pkg-config", "cc"):
        if not shutil.which(tool):
            print(tool, "is not installed")
            return 77
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", WORK / "packages")
    debs, archives = sorted((WORK / "packages").glob("*.deb")), sorted((WORK / "packages").glob("*.tar.gz"))
    names = {run("dpkg-deb", "-f", deb, "Package").strip() for deb in debs}
    if names != WANTED or not archives:
        sys.exit("packages {} and archives {}".format(sorted(names), archives))
    for deb in debs:
        run("dpkg-deb", "-x", deb, WORK / "from-deb")
        print(deb.name, deb.stat().st_size, "bytes; depends on:", run("dpkg-deb", "-f", deb, "Depends").strip() or "nothing")
    use(WORK / "from-deb")
    for archive in archives:
        with tarfile.open(archive) as files:
            files.extractall(WORK / "from-tar")
    use(WORK / "from-tar")
    return 0


sys.exit(main())

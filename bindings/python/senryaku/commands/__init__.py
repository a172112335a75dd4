"""The command line: python3 -m senryaku COMMAND."""
import argparse
import importlib
import sys

from .. import SenryakuError, abi_version, version

COMMANDS = ["review", "check", "evaluate", "support", "plan", "population", "catalogue", "explain"]


def _parser():
    parser = argparse.ArgumentParser(
        prog="python3 -m senryaku",
        description="地方版総合戦略の点検・効果検証・支援制度の適用を行います / Checks, evaluates and maps regional strategies.",
        epilog="終了コード / exit status: 0 = done, 1 = the document was refused, 2 = wrong use.")
    parser.add_argument("--version", action="version",
                        version="senryaku {} (ABI {}.{})".format(version(), *abi_version()))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module("." + name, __name__).add_to(commands)
    return parser


def show_problems(error, path, language):
    """Each reason of a refused document on a line of its own: place, text, code."""
    if not error.problems:
        print("{}: {}".format(path, error), file=sys.stderr)
    for problem in error.problems:
        place = "{}:{}:{}".format(path, problem.line or 1, problem.column or 1)
        print("{}: {} [{}] {}".format(place, problem.en if language == "en" else problem.ja, problem.code,
                                      problem.pointer), file=sys.stderr)


def main(arguments=None):
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help(sys.stderr)
        return 2
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return given.run(given)
    except SenryakuError as error:
        show_problems(error, getattr(given, "file", "-"), getattr(given, "lang", "ja"))
        return 1
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:
        print("{}: {}".format(getattr(error, "filename", None) or "senryaku", error.strerror), file=sys.stderr)
        return 2

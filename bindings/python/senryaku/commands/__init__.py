"""The command line: python3 -m senryaku COMMAND."""
import argparse
import importlib
import sys

from .. import SenryakuError, abi_version, data_version, version
from ..office import MissingExtra

COMMANDS = ["review", "check", "evaluate", "compare", "support", "plan", "population", "report", "ideas", "entry", "table", "stratml",
            "towns", "catalogue", "explain"]
_STATUS = """終了コード / exit status:
  0  終わった / done
  1  文書が受け付けられない、または取り込めない値がある / a document was refused, or something was not taken over
  2  使い方の誤り、ファイルがない / wrong use, no such file
  3  任意のパッケージがない / an optional package is missing
色は端末だけに付き、環境変数 NO_COLOR で消せます。 / Colours only on a terminal; NO_COLOR turns them off."""


class _Versions(argparse.Action):
    """--version: of the library, its C interface, and the rule data."""

    def __init__(self, **keywords):
        super().__init__(nargs=0, help="版を表示 / show the versions of library, C interface and data", **keywords)

    def __call__(self, parser, *_):
        print("senryaku {} (C ABI {}.{}, data {})".format(version(), *abi_version(), data_version()))
        parser.exit()


def _parser():
    parser = argparse.ArgumentParser(
        prog="python3 -m senryaku",
        description="地方版総合戦略の点検・効果検証・支援制度の適用を行います / Checks, evaluates and maps regional strategies.",
        epilog=_STATUS, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action=_Versions)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module("." + name, __name__).add_to(commands)
    _finish_help(commands)
    return parser


def _finish_help(commands):
    """Every command's help keeps the lines of its examples and ends with the exit statuses."""
    for parser in commands.choices.values():
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.epilog = "\n\n".join(part for part in (parser.epilog, _STATUS) if part)
        for action in parser._actions:  # argparse has no other way to the commands below a command
            if isinstance(action, argparse._SubParsersAction):
                _finish_help(action)


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
        language = getattr(given, "lang", "ja")
        if error.status in ("options", "not-found") and error.problems:  # of what was asked, not of the document
            for problem in error.problems:
                print("{} [{}] {}".format(problem.en if language == "en" else problem.ja, problem.code, problem.pointer), file=sys.stderr)
            return 2
        show_problems(error, getattr(given, "file", "-"), language)
        return 1
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 0
    except MissingExtra as error:
        print(error, file=sys.stderr)
        return 3
    except ValueError as error:  # options and tables that make no sense; the text says which
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print("{}: {}".format(getattr(error, "filename", None) or "senryaku", error.strerror), file=sys.stderr)
        return 2

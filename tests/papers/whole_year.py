"""One town's whole year from the document to all papers, in processor time: whole_year.py FOLDER.

The bound is 5 seconds for everything; what the core takes of it is printed. Exit status
77: a package is missing.
"""
import importlib.util
import sys
import time
from pathlib import Path

import sample
from senryaku import Strategy, report

SECONDS = 5


def main():
    lacking = [package for module, package in (("jinja2", "python3-jinja2"), ("openpyxl", "python3-openpyxl"),
                                               ("docx", "python3-docx")) if not importlib.util.find_spec(module)]
    if lacking:
        print("skipped, missing: " + " ".join(lacking))
        return 77
    slow = 0
    for name in ("kakogawa-2015", "aizumisato-2025"):
        started = time.process_time()
        with Strategy.from_file(str(sample.STRATEGIES / (name + ".json"))) as strategy:
            reading = time.process_time() - started
            answers = report.gather(strategy, sample.AS_OF)
        written = report.write(answers, Path(sys.argv[1]) / name)
        seconds = time.process_time() - started
        print("{}: {} papers in {:.2f} s of processor time, of which the core {:.1f} ms".format(
            name, len(written), seconds, (reading + answers.core_seconds) * 1000))
        slow += seconds > SECONDS
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())

"""The committed documents are what the converter makes of the plain files; the founding town is written by hand."""
import json
import sys
from pathlib import Path

from convert_strategy import convert

STRATEGIES = Path(__file__).resolve().parents[1] / "data" / "strategies"


def main():
    different = compared = 0
    for plain in sorted((STRATEGIES.parent / "plain-strategies").glob("*.json")):
        committed = STRATEGIES / plain.name
        if not committed.is_file():
            continue  # aizumisato: by hand, as aizumisato-2025.json
        document, _ = convert(json.loads(plain.read_text(encoding="utf-8")))
        compared += 1
        if json.loads(committed.read_text(encoding="utf-8")) != document:
            print(committed.name, "differs; run convert_strategy.py and read the change")
            different += 1
    print(compared, "documents compared")
    return 1 if different or not compared else 0


sys.exit(main())

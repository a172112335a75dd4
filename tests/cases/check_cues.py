"""How many of the cues that decide can be read in English.

    python3 tests/cases/check_cues.py [FILE.jsonl...] [--missing]

Each row of a FILE has "name" and may have "unit" (default: the labelled names of lib/check/training). A cue counts as told when
the meaning of its class stands in both languages and its own words in English. Exit status 1 below 95 of 100 cues.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings/python"))

import senryaku  # noqa: E402

LEAST = 0.95


def deciding(path):
    """The cues that decide, of all names of a file, those without a text (no unit) left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = senryaku.classify([row["name"] for row in rows], [row.get("unit") or "" for row in rows])
    return [cue for answer in answers for cue in answer["cues"] if cue["decides"] and cue["text"]]


def main():
    files = [Path(name) for name in sys.argv[1:] if name != "--missing"]
    training = ROOT / "lib/check/training"
    files = files or [training / "kpi-names.jsonl", training / "kpi-names-unseen.jsonl"]
    worst = 1.0
    for path in files:
        cues = deciding(path)
        told = [cue for cue in cues if cue.get("ja") and cue.get("en") and cue.get("gloss")]
        share = len(told) / len(cues) if cues else 1.0
        worst = min(worst, share)
        print("{}: {} of {} deciding cues in both languages ({:.1%}), {} different texts".format(
            path.name, len(told), len(cues), share, len({cue["text"] for cue in cues})))
        if "--missing" in sys.argv:
            print("  " + "、".join(sorted({cue["text"] for cue in cues if not cue.get("gloss")})))
    return 0 if worst >= LEAST else 1


sys.exit(main())

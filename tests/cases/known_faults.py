"""Faults that published strategies really have come out as findings, each at its place in the document.

The places were read from the published strategies (addresses in the documents' `sources`), not from the findings.
"""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings" / "python"))
import senryaku  # noqa: E402

SENTENCE = "kpi.kind.qualitative"
FAULTS = {
    "urakawa.json": [
        # 新規就農者数: 1.4人/年 → 4組/年.
        ("kpi.unit.changed", "/goals/0/measures/0/kpis/0/target", '"target"'),
        # いちご生産額: 4億3,0000万円 may be 4億3,000万円 or 7億円.
        ("structure.printed.misprint", "/goals/0/numeric_targets/0/target/printed", "4億3,0000万円"),
    ],
    "nagi.json": [
        # Sentences in the place of indicators: 歩行者にやさしい道路になっている …
        (SENTENCE, "/goals/0/measures/0/kpis/0/kind", "qualitative"),
        (SENTENCE, "/goals/2/measures/0/kpis/3/kind", "qualitative"),
        (SENTENCE, "/goals/2/measures/0/kpis/4/kind", "qualitative"),
        (SENTENCE, "/goals/2/measures/0/kpis/5/kind", "qualitative"),
        (SENTENCE, "/goals/2/measures/0/kpis/6/kind", "qualitative"),
        (SENTENCE, "/goals/2/measures/0/kpis/7/kind", "qualitative"),
    ],
    "kakogawa-2015.json": [
        # 新規求人数 is to grow, from 13,182 to 13,000.
        ("kpi.target.wrong-side", "/goals/3/numeric_targets/0/target", '"target"'),
    ],
    "niseko.json": [
        # Ceilings looser than the baseline: 完全失業者数 246 → 250以下, ごみ総排出量 931 → 950以下; and a floor below it:
        # 課税対象所得 2,519 → 2,500.
        ("kpi.target.wrong-side", "/goals/0/numeric_targets/0/target", '"target"'),
        ("kpi.target.wrong-side", "/goals/0/numeric_targets/1/target", '"target"'),
        ("kpi.target.wrong-side", "/goals/0/numeric_targets/3/target", '"target"'),
    ],
}


def main():
    missed = 0
    for name, faults in FAULTS.items():
        path = ROOT / "tests" / "data" / "strategies" / name
        lines = path.read_text(encoding="utf-8").splitlines()
        found = {(entry["code"], entry["pointer"]): entry for entry in senryaku.Strategy.from_file(path).findings}
        for code, pointer, shown in faults:
            entry = found.get((code, pointer))
            line = lines[entry["line"] - 1] if entry and entry.get("line") else ""
            if shown not in line or line[entry["column"] - 1] not in '{"':
                missed += 1
                print("{}: {} at {}: {}".format(name, code, pointer, "on the wrong line: " + line if entry else "not found"))
    total = sum(map(len, FAULTS.values()))
    print("{} known faults, {} missed".format(total, missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

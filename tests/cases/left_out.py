"""Rules whose stage weights a body had no part in, so that a case is judged as one of a body that nobody has seen."""
import json
import sys
from pathlib import Path

import senryaku

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "lib/check/training"))
import train  # noqa: E402


def plain(body):
    return body.split("（")[0]


def same(one, other):
    """鳥取県 and 鳥取県（社会資本総合整備計画）, 佐野市 and 栃木県佐野市 are one body; 市（水道ビジョン） is named by its remark."""
    a, b = plain(one), plain(other)
    return one == other or (len(a) > 2 and len(b) > 2 and (a.endswith(b) or b.endswith(a)))


class LeftOut:
    """Rules without a body. The words, the calibration and every other rule are the shipped ones."""

    def __init__(self):
        self.grammar = train.Grammar()
        self.rows = train.load(train.NAMES, self.grammar)
        self.model = json.loads(train.MODEL.read_text(encoding="utf-8"))["stage_model"]
        self.whole = {entry["cue"]: entry["weight"] for entry in self.model["weights"]}
        self.whole[""] = self.model["start"]

    def rules_without(self, body):
        """None where no name of the body is among the training names: the shipped rules are without it."""
        kept = [row for row in self.rows if not same(row["body"], body)]
        if len(kept) == len(self.rows):
            return None
        weights = train.every_spelling(self.grammar, train.train(kept, train.PENALTY, self.whole))
        listed = [{"cue": cue, "weight": weights[cue]} for cue in sorted(weights) if cue]
        return senryaku.Rules({"stage_model": dict(self.model, start=weights[""], weights=listed)})

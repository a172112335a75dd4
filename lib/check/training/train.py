#!/usr/bin/env python3
"""Makes lib/data/check/stage.json from the labelled names, the lexicon and the grammar, and measures it.

  python3 lib/check/training/train.py                 write the model
  python3 lib/check/training/train.py --check         the model in lib/data is the one made here; no cue that fewer than
                                                      three bodies use; no body falls when it is left out
  python3 lib/check/training/train.py --evaluate      cross-validation grouped by body, calibration, unseen bodies
  python3 lib/check/training/train.py --errors        every name that is judged wrongly when its body is left out
  python3 lib/check/training/train.py --export FILE   the score of every labelled name (for the test of the library)

Standard library only. The model is a logistic regression on the cues of stage_features.py with an L2 penalty; its
weights are whole thousandths of a natural logarithm of odds, so that the library adds the same whole numbers."""

import argparse
import json
import math
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from stage_features import HERE, Grammar  # noqa: E402

MODEL = HERE.parents[1] / "data" / "check" / "stage.json"
NAMES = HERE / "kpi-names.jsonl"
UNSEEN = HERE / "kpi-names-unseen.jsonl"
SCALE = 1000          # thousandths
FEWEST_BODIES = 3     # a cue that fewer bodies use is not learned
LARGEST_FALL = 0.10   # of a body's own accuracy when it is left out of training
PENALTIES = (0.25, 0.5, 1.0, 2.0)
PENALTY = 1.0         # accuracy is the same from 0.25 to 2; a weaker one lets a small body lean on its own names
FLAT = 1e-4           # a gradient below this is none: the penalty bends the loss by 1, so a weight moves by less than this
BARE_WEIGHT = 0.25    # of a name with its words taken away, in training
SURE_FROM = 800       # thousandths of confidence; below it the answer is marked unsure unless the caller says otherwise

# How strongly a family of cues may speak: the penalty falls on weight ÷ strength. Broad families are trusted more than
# single words, because more bodies stand behind them.
STRENGTH = {"unit": .7, "head": .7, "head|unit": .7, "act": 1., "act|head": .8, "act|unit": .7, "last": 1.,
            "last|near": .7, "last|head": .8, "last|unit": .7, "last|act": .4, "before": .4, "last|before": .4,
            "earlier": .4, "aside": .3, "link": .3, "after": .3, "word": .6, "unit.text": .4,
            "bare.head": 1., "bare.unit": 1., "bare.head|unit": .7, "context": .5}

SOURCES = [
    {"title": "地方創生事業実施のためのガイドライン（2018年4月）",
     "url": "https://123deta.com/document/q064elgq-"},
    {"title": "資料1（令和5年度第2回 会津美里町地域創生・人口減少対策有識者会議）",
     "url": "https://fdocument.pub/document/ceoec-c3cec-ii-b-v-4-zggwgd-6.html"},
]


def family(cue):
    return cue.split("=", 1)[0]


def load(path, grammar):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["cues"], row["bare"], row["input"] = grammar.read(row["name"], row.get("unit"), row.get("context"))
    return rows


# ---- logistic regression ----------------------------------------------------------------------------------------------


def vocabulary(rows):
    bodies = {}
    for row in rows:
        for cue in row["cues"] | row["bare"]:
            bodies.setdefault(cue, set()).add(row["body"])
    return sorted(cue for cue, used_by in bodies.items() if len(used_by) >= FEWEST_BODIES)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def minimise(evaluate, x, rounds=400, memory=12):
    """L-BFGS with backtracking from x; `evaluate` returns (value, gradient). Stops where no weight would move by a
    thousandth any more."""
    value, gradient = evaluate(x)
    steps = []
    for _ in range(rounds):
        if max(abs(g) for g in gradient) < FLAT:
            break
        direction, factors = gradient[:], []
        for s, y, rho in reversed(steps):
            a = rho * dot(s, direction)
            factors.append(a)
            direction = [d - a * v for d, v in zip(direction, y)]
        if steps:
            s, y, _ = steps[-1]
            shrink = dot(s, y) / dot(y, y)
        else:
            shrink = 1.0 / max(1.0, math.sqrt(dot(gradient, gradient)))
        direction = [d * shrink for d in direction]
        for (s, y, rho), a in zip(steps, reversed(factors)):
            b = rho * dot(y, direction)
            direction = [d + (a - b) * v for d, v in zip(direction, s)]
        slope, length = -dot(gradient, direction), 1.0
        while True:
            moved = [v - length * d for v, d in zip(x, direction)]
            new_value, new_gradient = evaluate(moved)
            if new_value <= value + 1e-4 * length * slope or length < 1e-10:
                break
            length *= 0.5
        s = [a - b for a, b in zip(moved, x)]
        y = [a - b for a, b in zip(new_gradient, gradient)]
        curvature = dot(s, y)
        if curvature > 1e-14:
            steps.append((s, y, 1.0 / curvature))
            del steps[:-memory]
        x, value, gradient = moved, new_value, new_gradient
    return x


def observations(rows, index, start):
    """[(indices of cues, is outcome, weight)], like ones counted together."""
    counted = {}
    for row in rows:
        outcome = row["label"] == "outcome"
        known = [index[c] for c in sorted(row["cues"]) if c in index]
        counted[tuple(known + [start]), outcome] = counted.get((tuple(known + [start]), outcome), 0.0) + 1.0
        # Every name teaches also how far the ending and the unit alone would lead: new bodies use unknown words.
        if row["bare"] != row["cues"]:
            bare = tuple(index[c] for c in sorted(row["bare"]) if c in index)
            counted[bare, outcome] = counted.get((bare, outcome), 0.0) + BARE_WEIGHT
    return [(cues, outcome, count) for (cues, outcome), count in counted.items()]


def train(rows, penalty, near=None):
    """Weights in thousandths {cue: whole number}, "" for the start value. Inputs are found by their own rule. `near`:
    weights of a like training set, from which the search sets out; the minimum is the same from everywhere."""
    rows = [row for row in rows if row["label"] != "input"]
    names = vocabulary(rows)
    index = {cue: i for i, cue in enumerate(names)}
    strength = [STRENGTH[family(cue)] for cue in names] + [1.0]
    last = len(names)
    data = observations(rows, index, last)
    ridge = [penalty] * last + [1e-3]

    def evaluate(x):
        value = 0.5 * sum(r * v * v for r, v in zip(ridge, x))
        scaled = [v * s for v, s in zip(x, strength)]
        slopes = [0.0] * (last + 1)
        for cues, outcome, count in data:
            z = sum([scaled[i] for i in cues])
            if not outcome:
                z = -z
            value += count * math.log1p(math.exp(-z)) if z > 0 else count * (-z + math.log1p(math.exp(z)))
            slope = -count / (1.0 + math.exp(z)) if z < 500 else 0.0
            if not outcome:
                slope = -slope
            for i in cues:
                slopes[i] += slope
        return value, [r * v + g * s for r, v, g, s in zip(ridge, x, slopes, strength)]

    begin = [0.0] * (last + 1)
    if near:
        begin = [near.get(cue, 0) / SCALE / s for cue, s in zip(names, strength)] + [near[""] / SCALE]
    x = minimise(evaluate, begin)
    weights = {cue: round(x[i] * strength[i] * SCALE) for cue, i in index.items()}
    weights = {cue: w for cue, w in weights.items() if w}
    weights[""] = round(x[last] * SCALE)
    return weights


def score(weights, row):
    return weights[""] + sum(weights.get(cue, 0) for cue in row["cues"])


def decide(weights, row):
    if row["input"]:
        return "input", None
    total = score(weights, row)
    return ("outcome" if total > 0 else "output"), total


# ---- calibration ------------------------------------------------------------------------------------------------------


def calibrate(judged):
    """Knots [(distance from zero in thousandths, confidence in thousandths)] from [(score, right)] of left-out bodies:
    isotonic regression of "right" on |score|, each step moved towards its neighbours by adding one wrong and one right
    answer, so that no confidence is 1."""
    ordered = sorted((abs(total), right) for total, right in judged)
    blocks = []
    width = max(1, len(ordered) // 12)
    for start in range(0, len(ordered), width):
        part = ordered[start:start + width]
        blocks.append([sum(d for d, _ in part), len(part), sum(r for _, r in part)])
    merged = []
    for block in blocks:
        merged.append(block)
        while len(merged) > 1 and merged[-2][2] * merged[-1][1] >= merged[-1][2] * merged[-2][1]:
            top = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], top)]
    knots = [(0, 500)]
    for total, count, right in merged:
        knots.append((total // count, (1000 * (right + 1)) // (count + 2)))
    return [k for i, k in enumerate(knots) if i == 0 or (k[0] > knots[i - 1][0] and k[1] > knots[i - 1][1])]


def confidence(knots, total):
    distance = abs(total)
    for (d0, c0), (d1, c1) in zip(knots, knots[1:]):
        if distance < d1:
            return c0 + (c1 - c0) * (distance - d0) // (d1 - d0)
    return knots[-1][1]


# ---- evaluation -------------------------------------------------------------------------------------------------------


def leave_one_body_out(rows, whole):
    """Each row judged by weights that its body had no part in. `whole`: the weights of all rows."""
    judged = {}
    for body in sorted({row["body"] for row in rows}):
        weights = train([row for row in rows if row["body"] != body], PENALTY, whole)
        for i, row in enumerate(rows):
            if row["body"] == body:
                judged[i] = decide(weights, row)
    return [judged[i] for i in range(len(rows))]


def grouped_folds(rows, count, seed):
    """Bodies dealt to folds at random, the largest first so that the folds are of like size."""
    sizes = {}
    for row in rows:
        sizes[row["body"]] = sizes.get(row["body"], 0) + 1
    bodies = sorted(sizes)
    random.Random(seed).shuffle(bodies)
    bodies.sort(key=lambda b: -sizes[b])
    load_of, fold_of = [0] * count, {}
    for body in bodies:
        fold = load_of.index(min(load_of))
        fold_of[body] = fold
        load_of[fold] += sizes[body]
    return fold_of


def best_penalty(rows, seed):
    folds = grouped_folds(rows, 4, seed)
    losses = []
    for penalty in PENALTIES:
        loss = 0.0
        for fold in range(4):
            weights = train([r for r in rows if folds[r["body"]] != fold], penalty)
            for row in rows:
                if folds[row["body"]] == fold and row["label"] != "input" and not row["input"]:
                    z = score(weights, row) / SCALE * (1 if row["label"] == "outcome" else -1)
                    loss += math.log1p(math.exp(-z)) if z > 0 else -z + math.log1p(math.exp(z))
        losses.append((loss, penalty))
    return min(losses)[1]


def wilson(right, count, z=1.96):
    if not count:
        return 0.0, 1.0
    p = right / count
    middle = (p + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return middle - half, middle + half


def body_bootstrap(rows, right, draws=2000):
    """95 % interval of accuracy when the bodies, not the names, are drawn anew."""
    by_body = {}
    for row, ok in zip(rows, right):
        tally = by_body.setdefault(row["body"], [0, 0])
        tally[0] += ok
        tally[1] += 1
    tallies, dice = [by_body[b] for b in sorted(by_body)], random.Random(1)
    shares = []
    for _ in range(draws):
        drawn = [dice.choice(tallies) for _ in tallies]
        shares.append(sum(t[0] for t in drawn) / sum(t[1] for t in drawn))
    shares.sort()
    return shares[int(.025 * draws)], shares[int(.975 * draws)]


def report(title, rows, judged, knots):
    right = [label == row["label"] for row, (label, _) in zip(rows, judged)]
    low, high = wilson(sum(right), len(right))
    blow, bhigh = body_bootstrap(rows, right)
    print(f"\n{title}: {len(rows)} names, {len({r['body'] for r in rows})} bodies")
    print(f"  accuracy {sum(right) / len(right):.4f}  95 % {low:.3f}-{high:.3f} (Wilson), {blow:.3f}-{bhigh:.3f} (bodies drawn anew)")
    labels = ("output", "outcome", "input")
    f1 = []
    for label in labels:
        hit = sum(l == label == r["label"] for r, (l, _) in zip(rows, judged))
        said = sum(l == label for l, _ in judged)
        is_so = sum(r["label"] == label for r in rows)
        if is_so:
            f1.append(2 * hit / (said + is_so))
            print(f"  {label:8} precision {hit}/{said}  recall {hit}/{is_so}  F1 {f1[-1]:.3f}")
    print(f"  macro-F1 {sum(f1) / len(f1):.4f}")
    if knots is None:
        return
    sure = sorted(((1000 if t is None else confidence(knots, t), abs(t or 10 ** 9), ok)
                   for (_, t), ok in zip(judged, right)), reverse=True)
    for share in (1.0, .95, .9, .8):
        part = sure[:round(share * len(sure))]
        print(f"  surest {share:4.0%}: accuracy {sum(ok for *_, ok in part) / len(part):.4f}")
    decided = [ok for c, _, ok in sure if c >= SURE_FROM]
    low, high = wilson(sum(decided), len(decided))
    print(f"  decided at confidence {SURE_FROM}: coverage {len(decided) / len(sure):.4f}, accuracy "
          f"{sum(decided) / len(decided):.4f}  95 % {low:.3f}-{high:.3f}")


def calibration_table(rows, judged, knots):
    print("\nCalibration (left-out bodies): said, found, names")
    bins = {}
    for row, (label, total) in zip(rows, judged):
        if total is not None:
            c = confidence(knots, total)
            edge = next(e for e in (600, 700, 800, 900, 950, 980, 1001) if c < e)
            tally = bins.setdefault(edge, [0, 0, 0])
            tally[0] += c
            tally[1] += label == row["label"]
            tally[2] += 1
    for edge in sorted(bins):
        said, found, count = bins[edge]
        print(f"  {said / count / 1000:.3f}  {found / count:.3f}  {count}")


def crossfitted_calibration(rows, judged):
    """Knots for each fold of bodies from the other folds' judgements, to see calibration on bodies it did not see."""
    folds = grouped_folds(rows, 5, 7)
    result = []
    for row, (label, total) in zip(rows, judged):
        result.append((row, label, total, folds[row["body"]]))
    tables = {}
    for fold in range(5):
        tables[fold] = calibrate([(t, l == r["label"]) for r, l, t, f in result if f != fold and t is not None])
    return tables, folds


def drop_test(rows, judged, weights):
    """Bodies whose accuracy falls by more than ten points when they are left out of training."""
    worst = []
    for body in sorted({row["body"] for row in rows}):
        mine = [i for i, row in enumerate(rows) if row["body"] == body]
        inside = sum(decide(weights, rows[i])[0] == rows[i]["label"] for i in mine)
        outside = sum(judged[i][0] == rows[i]["label"] for i in mine)
        worst.append(((inside - outside) / len(mine), inside - outside, len(mine), body))
    return sorted(worst, reverse=True)


def evaluate(rows, grammar):
    weights = train(rows, PENALTY)
    judged = leave_one_body_out(rows, weights)
    knots = calibrate([(t, l == r["label"]) for r, (l, t) in zip(rows, judged) if t is not None])
    report("Leave one body out", rows, judged, knots)
    tables, folds = crossfitted_calibration(rows, judged)
    sure = [(1000 if t is None else confidence(tables[folds[r["body"]]], t), l == r["label"]) for r, (l, t) in zip(rows, judged)]
    decided = [ok for c, ok in sure if c >= SURE_FROM]
    print(f"  the same with calibration from other bodies: coverage {len(decided) / len(sure):.4f}, accuracy "
          f"{sum(decided) / len(decided):.4f}")
    calibration_table(rows, judged, knots)
    print("\nFall in a body's own accuracy when it is left out of training (largest):")
    for fall, names, count, body in drop_test(rows, judged, weights)[:5]:
        print(f"  {100 * fall:5.1f} points ({names} of {count} names)  {body}")
    print("\nFive folds of bodies, four times, penalty chosen inside:")
    shares = []
    for repeat in range(4):
        fold_of = grouped_folds(rows, 5, repeat)
        right, chosen = 0, []
        for fold in range(5):
            inside = [r for r in rows if fold_of[r["body"]] != fold]
            chosen.append(best_penalty(inside, repeat))
            learned = train(inside, chosen[-1])
            right += sum(decide(learned, r)[0] == r["label"] for r in rows if fold_of[r["body"]] == fold)
        shares.append(right / len(rows))
        print(f"  {shares[-1]:.4f}  penalties {chosen}", flush=True)
    print(f"  mean {sum(shares) / len(shares):.4f}, lowest {min(shares):.4f}")
    print("\nBy how the label came about (leave one body out):")
    for basis in ("declared", "guideline", "judged"):
        part = [l == r["label"] for r, (l, _) in zip(rows, judged) if r["basis"] == basis]
        print(f"  {basis:10} {sum(part)}/{len(part)} = {sum(part) / len(part):.4f}")
    unseen = load(UNSEEN, grammar)
    report("Bodies that were never in training", unseen, [decide(weights, r) for r in unseen], knots)


# ---- the model file ---------------------------------------------------------------------------------------------------


def build(rows, grammar, weights, judged):
    knots = calibrate([(t, l == r["label"]) for r, (l, t) in zip(rows, judged) if t is not None])
    inputs = [r["label"] == "input" for r in rows if r["input"]]
    return {"stage_model": {
        "sources": SOURCES,
        "sure_from": SURE_FROM,
        "start": weights[""],
        "input_confidence": 1000 * (sum(inputs) + 1) // (len(inputs) + 2),
        "calibration": [{"distance": d, "confidence": c} for d, c in knots],
        "classes": [{"id": name, "kind": kind, "reason": reason, "words": words}
                    for name, kind, reason, words in grammar.classes],
        "heads": [{"id": h.split(".", 1)[1], "words": w} for h, w in ending_tables(grammar, "head.")],
        "tails": grammar.tails,
        "units": [{"id": h.split(".", 1)[1], "words": w} for h, w in ending_tables(grammar, "unit.")],
        "weights": [{"cue": cue, "weight": weight} for cue, weight in sorted(every_spelling(grammar, weights).items()) if cue],
    }}


def every_spelling(grammar, weights):
    """The weights with those of the other spellings of a unit, which the library looks up as written."""
    spelled = {f"unit.text={word}": weights[f"unit.text={same}"]
               for word, same in grammar.same_unit.items() if f"unit.text={same}" in weights}
    return {**weights, **spelled}


def ending_tables(grammar, prefix):
    table = grammar.heads if prefix == "head." else grammar.units
    ids = [header for header, _, _ in grammar.sections if header.startswith(prefix)]
    return [(i, [w for w, name in table.items() if name == i.split(".", 1)[1]]) for i in ids]


def render(model):
    """One entry a line where entries are many, so that a change reads well in review."""
    def text(value):
        return json.dumps(value, ensure_ascii=False)
    lines = []
    for key, value in model["stage_model"].items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            body = ",\n".join("      " + text(entry) for entry in value)
            lines.append(f"    {text(key)}: [\n{body}\n    ]")
        else:
            lines.append(f"    {text(key)}: {text(value)}")
    return "{\n  \"stage_model\": {\n" + ",\n".join(lines) + "\n  }\n}\n"


def check(rows, grammar, weights, judged, text):
    if MODEL.read_text(encoding="utf-8") != text:
        sys.exit(f"{MODEL.name} is not what the training program makes; run it without --check")
    bodies = {}
    for row in rows:
        for cue in row["cues"] | row["bare"]:
            bodies.setdefault(cue, set()).add(row["body"])
    for word, same in grammar.same_unit.items():
        bodies[f"unit.text={word}"] = bodies.get(f"unit.text={same}", set())
    for entry in json.loads(text)["stage_model"]["weights"]:
        if len(bodies[entry["cue"]]) < FEWEST_BODIES:
            sys.exit(f"{entry['cue']}: only {len(bodies[entry['cue']])} bodies use it")
    for fall, names, count, body in drop_test(rows, judged, weights):
        if fall > LARGEST_FALL and names > 1:  # of fewer than ten names a single one is more than ten points
            sys.exit(f"{body}: {names} of {count} names are lost when it is left out of training")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--export", type=Path)
    options = parser.parse_args()
    grammar = Grammar()
    rows = load(NAMES, grammar)
    if options.evaluate:
        return evaluate(rows, grammar)
    if options.errors:
        for row, (label, total) in zip(rows, leave_one_body_out(rows, train(rows, PENALTY))):
            if label != row["label"]:
                print(row["label"], label, total, row["name"], row.get("unit"), row["body"], sep="\t")
        return None
    if options.export:
        weights = train(rows, PENALTY)
        with options.export.open("w", encoding="utf-8") as out:
            for row in rows + load(UNSEEN, grammar):
                label, total = decide(weights, row)
                out.write("\t".join([row["name"], row.get("unit") or "", row.get("context") or "", label,
                                     "" if total is None else str(total)]) + "\n")
        return None
    weights = train(rows, PENALTY)
    judged = leave_one_body_out(rows, weights)
    text = render(build(rows, grammar, weights, judged))
    if options.check:
        return check(rows, grammar, weights, judged, text)
    MODEL.write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    main()

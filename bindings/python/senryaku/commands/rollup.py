"""The roll-up of an evaluation as a table: measures, numeric targets, goals, grant projects, the whole."""

_TEXTS = {
    "ja": {"level": "段階", "name": "名称", "rated": "評定", "counts": "内訳", "figure": "数値", "overall": "総合",
           "decided": "決定", "measure": "施策", "numeric-targets": "数値目標", "goal": "基本目標", "plan": "地域再生計画",
           "strategy": "戦略全体"},
    "en": {"level": "Level", "name": "Name", "rated": "Rated", "counts": "Classes", "figure": "Figure",
           "overall": "Overall", "decided": "Decided", "measure": "Measure", "numeric-targets": "Numeric targets",
           "goal": "Goal", "plan": "Regional plan", "strategy": "Strategy"},
}


def _counts(group):
    return "・".join("{} {}{}".format(count["symbol"] or "－", count["count"],
                                     "（{}）".format(count["share"]) if count.get("share") else "")
                    for count in group["counts"])


def show_rollup(evaluation, language, screen, without=()):
    """How many are rated ("7/9"), in which classes, and what follows. ``without``: levels that are left out."""
    texts = _TEXTS[language]
    groups = [group for group in evaluation["groups"] if group["level"] not in without]
    rows = [[texts[group["level"]], group["name"], "{}/{}".format(group["rated"], group["total"]), _counts(group),
             group.get("figure", ""), group.get("rating", ""), group.get("decided", {}).get("rating", "")]
            for group in groups]
    kinds = ["heading" if group["level"] in ("goal", "strategy") else None for group in groups]
    titles = [texts[key] for key in ("level", "name", "rated", "counts", "figure", "overall", "decided")]
    shown = [i for i in range(len(titles)) if i < 4 or any(row[i] for row in rows)]
    screen.table([titles[i] for i in shown], [[row[i] for i in shown] for row in rows], right={2, 4},
                 limits={1: 40, 3: 60}, kinds=kinds)

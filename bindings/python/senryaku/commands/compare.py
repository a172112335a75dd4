"""compare OLD NEW: what changed between two versions of a strategy, or between two years of one."""
import json

from .. import Strategy
from ..display import Screen
from ._cycle import show_findings
from .review import number

_TEXTS = {
    "ja": {
        "title": "{before} → {after}", "plan": "計画", "counts": "要素の数", "kind": "種類", "goal": "基本目標", "direction": "基本的方向",
        "measure": "施策", "numeric-target": "数値目標", "kpi": "KPI", "project": "事業", "added": "追加", "removed": "廃止",
        "changed": "変更", "unchanged": "同じ", "indicators": "指標の変更", "others": "そのほかの変更", "member": "項目", "before": "前",
        "after": "後", "meaning": "内容", "name": "名前", "comparable": "比べられる", "not-comparable": "比べられない", "unknown": "不明",
        "figures": "前後の比較", "matched": "対応", "id": "id", "renamed": "改称", "redefined": "定義の変更",
        "unit-changed": "単位の変更", "target-raised": "目標の引上げ", "target-lowered": "目標の引下げ", "target-changed": "目標の変更",
        "target-later": "目標年を先に", "target-earlier": "目標年を前に", "baseline-changed": "基準値の更新", "restated": "同じ年の値が違う",
        "aim-changed": "向きの変更", "first-stated": "新しい記載", "no-longer-stated": "記載なしに", "moved": "移動", "other": "変更",
        "ids": "id は対応づけに使っていません（同じ id {common} 件のうち名前も同じもの {same} 件）。",
        "years": "{before}年度 → {after}年度", "value": "値", "difference": "増減", "rate": "率", "rating": "評定", "movement": "動き",
        "better": "良くなった", "same": "同じ", "worse": "悪くなった",
        "sum": "良くなった {better}・同じ {same}・悪くなった {worse}・不明 {unknown}", "unreached": "目標に届かないまま",
    },
    "en": {
        "title": "{before} → {after}", "plan": "Plan", "counts": "Elements", "kind": "Kind", "goal": "goals",
        "direction": "directions", "measure": "measures", "numeric-target": "numeric targets", "kpi": "KPIs", "project": "projects",
        "added": "added", "removed": "removed", "changed": "changed", "unchanged": "unchanged", "indicators": "Changes of indicators",
        "others": "Other changes", "member": "Member", "before": "Before", "after": "After", "meaning": "Meaning", "name": "Name",
        "comparable": "comparable", "not-comparable": "not comparable", "unknown": "unknown", "figures": "Figures",
        "matched": "Matched", "id": "id", "renamed": "renamed", "redefined": "redefined", "unit-changed": "unit changed",
        "target-raised": "target raised", "target-lowered": "target lowered", "target-changed": "target changed",
        "target-later": "target later", "target-earlier": "target earlier", "baseline-changed": "baseline changed",
        "restated": "restated", "aim-changed": "aim changed", "first-stated": "first stated", "no-longer-stated": "no longer stated",
        "moved": "moved", "other": "changed",
        "ids": "Ids are not used to match (of {common} common ids {same} carry the same name).",
        "years": "FY{before} → FY{after}", "value": "Value", "difference": "Change", "rate": "Rate", "rating": "Rating",
        "movement": "Movement", "better": "better", "same": "same", "worse": "worse",
        "sum": "{better} better, {same} same, {worse} worse, {unknown} unknown", "unreached": "target not reached",
    },
}
_KINDS = {"target-lowered": "warning", "unit-changed": "warning", "redefined": "warning", "restated": "warning"}
_INDICATORS = ("numeric-target", "kpi")


def add_to(commands):
    parser = commands.add_parser("compare", help="二つの版・年度を比べる / compare two versions, or two years",
                                 epilog="例 / example: python3 -m senryaku compare old.json new.json; "
                                        "python3 -m senryaku compare strategy.json --years 2018 2019")
    parser.add_argument("file", metavar="OLD", help="前の版（年度だけを比べるときは唯一の版） / earlier version")
    parser.add_argument("newer", metavar="NEW", nargs="?", help="新しい版 / newer version")
    parser.add_argument("--years", nargs=2, type=int, metavar="YEAR", help="新しい版の二つの年度も比べる / compare two fiscal years")
    parser.add_argument("--scheme", metavar="ID", help="評定基準 / rating scheme of the years")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run, parser=parser)


def run(given):
    if given.newer is None and given.years is None:
        given.parser.error("NEW か --years がいります / NEW or --years is needed")
    versions = []
    for given.file in [given.file] + ([given.newer] if given.newer else []):  # problems are shown with the file they are in
        versions.append(Strategy.from_file(given.file))
    comparison = versions[0].compare(versions[-1], given.years, given.scheme)
    if given.json:
        print(json.dumps(comparison, ensure_ascii=False, indent=2))
    else:
        show(comparison, given.lang, Screen())
    return 0


def show(comparison, language, screen):
    texts = _TEXTS[language]
    if "versions" in comparison:
        _versions(comparison["versions"], texts, screen)
    if "years" in comparison:
        _years(comparison["years"], texts, screen)
    show_findings(comparison["findings"] + comparison["findings_before"], language, screen)


def _versions(versions, texts, screen):
    title = texts["title"].format(before=versions.get("name_before", "－"), after=versions.get("name_after", "－"))
    screen.line(screen.colour(title, "heading"))
    if versions["plan"]:
        screen.heading(texts["plan"])
        screen.table([texts[key] for key in ("member", "before", "after")],
                     [(change["member"], change.get("before", "－"), change.get("after", "－")) for change in versions["plan"]])
    screen.heading(texts["counts"])
    states = ("added", "removed", "changed", "unchanged")
    screen.table([texts["kind"]] + [texts[state] for state in states],
                 [[texts[count["kind"]]] + [count[state] for state in states] for count in versions["counts"]], right={1, 2, 3, 4})
    if not versions["ids_trusted"] and versions["common_ids"]:
        screen.line("  " + texts["ids"].format(common=versions["common_ids"], same=versions["common_ids_same_name"]))
    for title, wanted in (("indicators", True), ("others", False)):
        _elements(texts[title], [element for element in versions["elements"]
                                 if (element["kind"] in _INDICATORS) == wanted], texts, screen)


def _elements(title, elements, texts, screen):
    rows, kinds = [], []
    for element in elements:
        name = element.get("name_after") or element.get("name_before", "")
        kind = texts[element["kind"]]
        if element["change"] in ("added", "removed"):
            note = texts["unreached"] if element.get("dropped_unreached") else ""
            rows.append((kind, name, texts[element["change"]], "", "", note))
            kinds.append("warning" if note else "quiet")
        for change in element.get("members", []):
            rows.append((kind, name, texts[change["meaning"]], _side(change, "before"), _side(change, "after"), change["member"]))
            kinds.append(_KINDS.get(change["meaning"]))
        if element.get("comparable") in ("not-comparable", "unknown"):
            rows.append((kind, name, texts["figures"], "", texts[element["comparable"]], element["comparable_because"]))
            kinds.append("warning" if element["comparable"] == "not-comparable" else "advice")
    if rows:
        screen.heading(title)
        screen.table([texts[key] for key in ("kind", "name", "meaning", "before", "after", "member")], rows,
                     limits={1: 40, 3: 24, 4: 24}, right={3, 4}, kinds=kinds)


def _side(change, side):
    """A member before or after: targets that are changes by their level; years without separators."""
    text = change.get("level_" + side, change.get(side))
    return text or "－" if change["member"].endswith("year") else number(text)


def _years(years, texts, screen):
    before, after = str(years["year_before"]), str(years["year_after"])
    screen.heading(texts["years"].format(before=before, after=after))
    rows, kinds = [], []
    for entry in years["indicators"]:
        pair = "{} → {}".format(entry.get("rating_before", "－"), entry.get("rating_after", "－"))
        rates = "{} → {}".format(entry.get("rate_before", "－"), entry.get("rate_after", "－"))
        rows.append((entry["name"], entry.get("unit", ""), number(entry["value_before"]), number(entry["value_after"]),
                     number(entry.get("difference")), rates, pair, texts[entry["value"]],
                     "" if entry["comparable"] == "comparable" else texts[entry["comparable"]]))
        kinds.append({"better": "good", "worse": "warning"}.get(entry["value"]))
    screen.table([texts["name"], "", before, after, texts["difference"], texts["rate"], texts["rating"], texts["movement"], ""], rows,
                 right={2, 3, 4}, limits={0: 40, 1: 8}, kinds=kinds)
    screen.line("  " + texts["sum"].format(**years))

"""check FILE: the KPI checks of a strategy. check --names FILE.csv: input, output or outcome of a list of names."""
import collections
import csv
import functools
import json
import sys

from .. import Strategy, classify, explain
from ..display import Screen, wrap

_TEXTS = {
    "ja": {
        "goals": "成果（アウトカム）の割合", "goal": "基本目標", "outcome": "アウトカム", "output": "アウトプット",
        "input": "インプット", "undecided": "未定", "share": "成果の割合", "whole": "全体の数値目標",
        "letters": "S 具体的・M 測れる・A 達成可能・R 成果・T 期限／客観・直接・水準（○ よい × 直す － 分からない）",
        "indicator": "指標", "stage": "区分", "views": ("客観", "直接", "水準"), "mend": "直し方",
        "propose": "成果指標の例", "band": "過去から見込める範囲（{first_year}～{last_year}年の{points}点、確からしさ{confidence_percent}%）: {year}年に {low} ～ {high}、中央 {middle}",
        "together": "指標どうし", "fine": "直すことは見つかりませんでした。", "unsure": "不確か", "contradicted": "≠申告", "confidence": "確からしさ",
        "cues": "決め手", "name": "指標名", "unit": "単位", "counted": "{total}件: アウトカム {outcome}・アウトプット {output}・インプット {input}（不確か {unsure}）",
        "no_names": "{}: 指標名の列（name または 指標名）がありません", "warning": "注意", "error": "誤り", "advice": "助言",
        "more": "助言 {} 件は --advice で表示します。", "shared": "{} 件: {}", "or": "FILE か --names のどちらか一つを指定してください",
    },
    "en": {
        "goals": "Share of outcome indicators", "goal": "Goal", "outcome": "outcome", "output": "output", "input": "input",
        "undecided": "undecided", "share": "outcomes", "whole": "overall targets",
        "letters": "S specific, M measurable, A achievable, R relevant, T time-bounded / objective, direct, adequate (○ pass × fail － unknown)",
        "indicator": "Indicator", "stage": "Stage", "views": ("obj.", "direct", "level"), "mend": "Mend",
        "propose": "Outcomes that others use", "band": "The past ({points} values, {first_year}–{last_year}, confidence {confidence_percent} %) supports {low} to {high} in {year}, median {middle}",
        "together": "Between indicators", "fine": "Nothing to mend was found.", "unsure": "unsure", "contradicted": " ≠ declared", "confidence": "Confidence",
        "cues": "Decided by", "name": "Name", "unit": "Unit", "counted": "{total} names: {outcome} outcome, {output} output, {input} input ({unsure} unsure)",
        "no_names": "{}: no column of names (name)", "warning": "warning", "error": "error", "advice": "advice",
        "more": "--advice shows {} pieces of advice as well.", "shared": "{}: {}", "or": "either FILE or --names is needed",
    },
}
_LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bounded")
_VIEWS = ("objective_result", "directness", "adequate_level")
_MARKS = {"pass": "○", "fail": "×", "unknown": "－"}
_COLUMNS = {"name": ("name", "指標名", "指標", "KPI"), "unit": ("unit", "単位"),
            "context": ("context", "事業名", "施策名", "事業", "施策"), "declared": ("declared", "stage", "区分")}
_STAGES = {"input": "input", "output": "output", "outcome": "outcome", "インプット": "input", "アウトプット": "output",
           "活動指標": "output", "アウトカム": "outcome", "成果指標": "outcome"}


def add_to(commands):
    parser = commands.add_parser(
        "check", help="KPIを点検する / check the indicators",
        epilog="例 / examples:\n  python3 -m senryaku check strategy.json\n  python3 -m senryaku check --names kpis.csv")
    parser.add_argument("file", nargs="?", help="戦略の文書（JSON） / strategy document")
    parser.add_argument("--names", metavar="FILE.csv", help="指標名の一覧（列 name/指標名, unit/単位, context/事業名, declared/区分） / list of names")
    parser.add_argument("--kpi", action="append", default=[], metavar="ID", help="この指標だけ。何度でも / only this indicator; repeatable")
    parser.add_argument("--sure-from", type=float, default=None, metavar="0–1", help="これ未満の確からしさは不確かとする / below it an answer is unsure")
    parser.add_argument("--advice", action="store_true", help="助言も表示 / show advice as well")
    parser.add_argument("--strict", action="store_true", help="直すことがあれば終了コード1 / exit status 1 when there is something to mend")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    texts = _TEXTS[given.lang]
    if bool(given.file) == bool(given.names):
        print(texts["or"], file=sys.stderr)
        return 2
    return _names(given, texts) if given.names else _strategy(given, texts)


def _strategy(given, texts):
    with Strategy.from_file(given.file) as strategy:
        answer = strategy.check(given.kpi)
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        show(answer, given.lang, Screen(), given.advice)
    every = answer.get("findings", []) + [finding for entry in answer["kpis"] for finding in entry.get("findings", [])]
    return 1 if given.strict and any(finding["severity"] != "advice" for finding in every) else 0


def show(answer, language, screen, advice):
    """Shares by goal, the letters of each indicator, and under it what to mend and how."""
    texts = _TEXTS[language]
    screen.line(screen.colour(answer.get("name", ""), "heading"))
    screen.heading(texts["goals"])
    rows = []
    for goal in answer["goals"]:
        total = sum(goal[key] for key in ("outcome", "output", "input", "undecided"))
        rows.append([goal.get("name") or texts["whole"]] + [goal[key] for key in ("outcome", "output", "input", "undecided")] +
                    ["{}/{}".format(goal["outcome"], total)])
    screen.table([texts[key] for key in ("goal", "outcome", "output", "input", "undecided", "share")], rows, right={1, 2, 3, 4, 5})
    screen.heading(texts["letters"])
    rows, kinds = [], []
    for entry in answer["kpis"]:
        check = entry["check"]
        marks = [_MARKS[check[key]] for key in _LETTERS + _VIEWS]
        rows.append([check["name"], texts.get(check["stage"].get("stage"), texts["undecided"])] + marks)
        kinds.append("warning" if "×" in marks else None)
    screen.table([texts["indicator"], texts["stage"], "S", "M", "A", "R", "T"] + list(texts["views"]), rows, limits={0: 50}, kinds=kinds)
    hidden = collections.Counter()
    for entry in answer["kpis"]:
        hidden += _show_mending(entry, language, screen, advice)
    if answer.get("findings"):
        screen.heading(texts["together"])
        hidden += _show_findings(answer["findings"], language, screen, advice)
    if hidden:
        _show_hidden(hidden, language, screen)


def _show_hidden(hidden, language, screen):
    """The advice that many indicators share, once: without it a mark such as that of a missing method stays unexplained."""
    texts = _TEXTS[language]
    screen.line()
    screen.line("  " + texts["more"].format(sum(hidden.values())))
    for text, count in hidden.most_common():
        if count > 1:
            screen.line("    " + texts["shared"].format(count, text))


def _show_mending(entry, language, screen, advice):
    texts, check = _TEXTS[language], entry["check"]
    findings = entry.get("findings", [])
    if not any(advice or finding["severity"] != "advice" for finding in findings):
        return collections.Counter(finding[language] for finding in findings)
    screen.heading(check["name"])
    hidden = _show_findings(findings, language, screen, advice)
    if "band" in check:
        screen.line("    " + texts["band"].format(**check["band"]))
    for example in check.get("proposals", []):
        unit = "（{}）".format(example["unit"]) if example.get("unit") else ""
        screen.line("    {}: {}{} {} {}".format(texts["propose"], example["name"], unit, example["body"], example["url"]))
    return hidden


def _show_findings(findings, language, screen, advice):
    """Each finding with how to mend it; the texts of those that were left out, counted."""
    texts, hidden = _TEXTS[language], collections.Counter()
    for finding in findings:
        if finding["severity"] == "advice" and not advice:
            hidden[finding[language]] += 1
            continue
        head = "  [{}] ".format(texts[finding["severity"]])
        for number, line in enumerate(wrap(head + finding[language], screen.columns - 2, " " * 4)):
            screen.line(screen.colour(line, finding["severity"]) if number == 0 else line)
        for line in wrap("    {}: {}".format(texts["mend"], _mend(finding["code"], language)), screen.columns - 2, " " * 6):
            screen.line(line)
        screen.line("    " + screen.colour("{} {}".format(finding["code"], finding["pointer"]), "quiet"))
    return hidden


@functools.lru_cache(maxsize=None)
def _messages():
    return {message["code"]: message for message in explain()["messages"]}


def _mend(code, language):
    """How a finding is mended, from the library's own texts."""
    return _messages()[code]["explanation_" + language]


def _read_names(path, texts):
    """Columns of a CSV file by the names of its heads: {"name": […], "unit": […], …}."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    heads = set(rows[0]) if rows else set()
    columns = {}
    for key, spellings in _COLUMNS.items():
        found = next((spelling for spelling in spellings if spelling in heads), None)
        if found:
            columns[key] = [(row[found] or "").strip() for row in rows]
    if "name" not in columns:
        raise ValueError(texts["no_names"].format(path))
    return columns


def _cue(cue, language):
    """開催＝役場が開く・行う; in English 開催 “holding”: the office holds or runs it."""
    if language == "ja":
        return "＝".join(filter(None, (cue["text"], cue.get("ja"))))
    gloss = cue.get("gloss", cue["text"])
    return ": ".join(filter(None, (cue["text"] + (" “{}”".format(gloss) if gloss != cue["text"] else ""), cue.get("en"))))


def _names(given, texts):
    try:
        columns = _read_names(given.names, texts)
    except (ValueError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    declared = [_STAGES.get(text) for text in columns.get("declared", [])]
    answers = classify(columns["name"], columns.get("unit"), columns.get("context"), declared, given.sure_from)
    if given.json:
        print(json.dumps([dict(answer, name=name) for name, answer in zip(columns["name"], answers)], ensure_ascii=False, indent=2))
        return 0
    screen, rows, kinds = Screen(), [], []
    units = columns.get("unit") or [""] * len(answers)
    counts = {"total": len(answers), "outcome": 0, "output": 0, "input": 0, "unsure": 0}
    for name, unit, answer in zip(columns["name"], units, answers):
        counts[answer["label"]] += 1
        counts["unsure"] += answer["unsure"]
        cues = "、".join(_cue(cue, given.lang) for cue in answer["cues"] if cue["decides"] and cue["text"])
        stage = texts[answer["label"]] + ("（{}）".format(texts["unsure"]) if answer["unsure"] else "")
        stage += texts["contradicted"] if answer["contradicts_declared"] else ""
        rows.append((name, unit, stage, "{:.0%}".format(answer["confidence"]), cues))
        kinds.append({"outcome": "good", "output": "warning", "input": "warning"}[answer["label"]])
    screen.table([texts[key] for key in ("name", "unit", "stage", "confidence", "cues")], rows, right={3}, limits={0: 60, 4: 80}, kinds=kinds)
    screen.line()
    screen.line("  " + texts["counted"].format(**counts))
    return 0

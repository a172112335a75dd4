"""support FILE --fy YEAR: which national support each project can get in a fiscal year, and what is missing.

Short unless a project or programme is named: what is sought, what stops the most, one line for each project.
"""
import json
from collections import Counter

from .. import Strategy
from ..display import Screen, cut, wrap
from ..report.answers import projects_of

_TEXTS = {
    "ja": {"eligible": "活用できる", "conditional": "条件つき", "ineligible": "対象外", "not-in-force": "募集なし",
           "conditions": "確認・充足すること", "failed": "満たさない要件", "successors": "後継", "alternatives": "ほかの制度",
           "low": "（確度：低い。一般的な知識による）", "medium": "（確度：中）", "high": "", "article": "根拠", "none": "該当する事業がありません。",
           "officer": "（所管の判断）", "unconfirmed": "未確認", "amount": "国費の見込み {:,}円（地方負担 {:,}円）", "sought": "★", "duty": "伴う義務",
           "changes": "{}年度からの変化", "conflicts": "併せて使うときの注意", "steps": "申請の予定", "plan-application": "地域再生計画の認定申請",
           "plan-certification": "地域再生計画の認定", "grant-start": "事業の開始", "usual": "（例年の時期）", "joint": "、", "whole": "戦略が求める制度（{}年度、事業の数）", "programme": "制度", "stands": "状況",
           "same": "変化はありません。", "nothing": "－",
           "obstacles": "まず決める・確かめること（当てはまる制度と事業の組の数）", "count": "組", "condition": "条件",
           "projects": "事業ごと（{}年度）", "project": "事業", "wanted": "求める制度（残りの条件。募集のないものは後継）", "first": "まず必要なこと", "near": "{}（{}）",
           "seeks": "希望: {}", "more": "（ほか {} 件）",
           "details": "くわしく: --project ID（一つの事業）、--programme ID（一つの制度）、--sought（希望する制度）、--all（すべて）"},
    "en": {"eligible": "eligible", "conditional": "conditional", "ineligible": "not eligible", "not-in-force": "not open",
           "conditions": "to find out or meet", "failed": "not met", "successors": "successor", "alternatives": "see also",
           "low": " (confidence: low, general knowledge)", "medium": " (confidence: medium)", "high": "", "article": "source",
           "none": "No project.", "officer": " (the office decides)", "unconfirmed": "not confirmed",
           "amount": "national part {:,} yen (local {:,} yen)", "sought": "*", "duty": "duties",
           "changes": "Changes since FY{}", "conflicts": "What stands against each other", "steps": "Plan of applications",
           "plan-application": "file the regional plan", "plan-certification": "certification of the plan",
           "grant-start": "start of the project", "usual": " (usual time)", "joint": ", ",
           "whole": "Programmes that the strategy seeks (FY{}, number of projects)", "programme": "Programme", "stands": "Stands",
           "same": "Nothing changed.", "nothing": "－",
           "obstacles": "What to decide or find out first (pairs of programme and project that depend on it)", "count": "Pairs",
           "condition": "Condition", "projects": "By project (FY{})", "project": "Project", "wanted": "Sought, or its successor (conditions left)",
           "first": "What it needs first", "near": "{} ({})", "seeks": "seeks: {}", "more": " (and {} more)",
           "details": "In full: --project ID, --programme ID, --sought (what projects seek), --all (everything)"},
}
_MOST_OBSTACLES = 8
_WIDEST_NAME = 46
_EXAMPLES = """例 / examples:
  python3 -m senryaku support strategy.json --fy 2026                      一覧 / the short answer
  python3 -m senryaku support strategy.json --fy 2026 --project g1-m1-p1   一つの事業をくわしく / one project in full
  python3 -m senryaku support strategy.json --fy 2026 --sought --portfolio 希望する制度と申請の予定 / what is sought, and when to apply
  python3 -m senryaku support strategy.json --fy 2026 --all | less         すべて / everything"""
_COLOURS = {"eligible": "good", "conditional": "warning", "ineligible": "error", "not-in-force": "quiet"}


def add_to(commands):
    parser = commands.add_parser("support", help="事業ごとに活用できる支援制度 / which support each project can get",
                                 epilog=_EXAMPLES)
    parser.add_argument("file", help="戦略の文書 / strategy document")
    parser.add_argument("--fy", type=int, required=True, metavar="YEAR", help="年度 / fiscal year")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="基準日 / day asked about")
    parser.add_argument("--project", action="append", metavar="ID", help="その事業をくわしく（繰り返し可） / this project in full; repeatable")
    parser.add_argument("--programme", action="append", metavar="ID", help="その制度をくわしく（繰り返し可） / this programme in full; repeatable")
    parser.add_argument("--sought", action="store_true", help="事業が希望する制度だけをくわしく / only what the projects seek, in full")
    parser.add_argument("--portfolio", action="store_true", help="併用の注意と申請の予定も / also conflicts and a plan of applications")
    parser.add_argument("--since", type=int, metavar="YEAR", help="その年度からの変化も / also what changed since that year")
    parser.add_argument("--all", action="store_true", help="すべての事業と制度をくわしく。募集のない制度も / everything in full, also programmes that are not open")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def run(given):
    options = {"only_sought": given.sought}
    for name, value in (("as_of", given.as_of), ("projects", given.project), ("programmes", given.programme),
                        ("since", given.since), ("portfolio", given.portfolio)):
        if value:
            options[name] = value
    with Strategy.from_file(given.file) as strategy:
        result = strategy.support(given.fy, **options)
        document = json.loads(strategy.to_json(True))
    known = {project.get("id") for project, _, _ in projects_of(document)}
    for project in given.project or ():
        if project not in known:
            raise ValueError("--project: {}: この id の事業はありません / no project of this id".format(project))
    sought = document.get("support_sought", [])
    if given.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return 0
    screen = Screen()
    _sought(result, sought, given.lang, screen)
    if given.all or given.sought or given.project or given.programme:
        show(result, given.lang, screen, given.all or bool(given.programme) or given.sought)
    else:
        _short(result, sought, given.lang, screen)
    if given.since:
        _changes(result.get("changes", []), given.since, given.lang, screen)
    if given.portfolio:
        _portfolio(result, given.lang, screen)
    return 0


def _sought(result, programmes, language, screen):
    """How the programmes that the strategy as a whole seeks stand in the year: one row each, over all projects."""
    texts = _TEXTS[language]
    names = {entry["answer"]["programme"]: entry["answer"]["name_" + language] for entry in result["answers"]}
    rows, kinds = [], []
    for programme in programmes:
        answers = [entry["answer"] for entry in result["answers"] if entry["answer"]["programme"] == programme]
        if not answers:
            continue
        counts = Counter(answer["verdict"] for answer in answers)
        closed = counts["not-in-force"] == len(answers)
        stands = texts["not-in-force"] if closed else texts["joint"].join(
            "{} {}".format(texts[verdict], count) for verdict, count in counts.items())
        successors = [names.get(successor, successor) for successor in answers[0].get("successors", [])]
        rows.append((names[programme], stands, texts["joint"].join(successors) or "－"))
        kinds.append("quiet" if closed else None)
    if rows:
        screen.heading(texts["whole"].format(result["fiscal_year"]))
        screen.table([texts["programme"], texts["stands"], texts["successors"]], rows, limits={0: 60, 2: 60}, kinds=kinds)


def _short(result, sought, language, screen):
    """What stops the most, and each project in one line."""
    texts = _TEXTS[language]
    projects = {}
    for entry in result["answers"]:
        projects.setdefault(entry["project"], []).append(entry)
    if not projects:
        screen.line("  " + texts["none"])
        return
    demands = Counter(demand[language] for entry in result["answers"] for demand in _demands(entry["answer"]))
    if demands:
        screen.heading(texts["obstacles"])
        screen.table([texts["count"], texts["condition"]], [(count, text) for text, count in demands.most_common(_MOST_OBSTACLES)],
                     right={0}, limits={1: 90})
        if len(demands) > _MOST_OBSTACLES:
            screen.line("  " + texts["more"].format(len(demands) - _MOST_OBSTACLES))
    screen.heading(texts["projects"].format(result["fiscal_year"]))
    rows, kinds = [], []
    for id_, entries in projects.items():
        counts = Counter(entry["answer"]["verdict"] for entry in entries)
        wanted = _wanted(entries, sought)
        left = [demand[language] for answer in wanted or [entry["answer"] for entry in entries] for demand in _demands(answer)]
        left = left or [failure["demand"][language] for entry in entries for failure in entry["answer"].get("failed", ())]
        near = "".join(texts["near"].format(cut(answer["name_" + language].split(" (")[0], _WIDEST_NAME), len(_demands(answer)))
                       for answer in wanted[:1]) or texts["nothing"]
        more = texts["more"].format(len(wanted) - 1) if len(wanted) > 1 else ""
        rows.append((id_, entries[0].get("project_name") or texts["nothing"], counts["eligible"], counts["conditional"], counts["ineligible"],
                     near + more, max(left, key=lambda text: demands[text]) if left else texts["nothing"]))
        kinds.append("good" if counts["eligible"] else None if counts["conditional"] else "quiet")
    screen.table(["id", texts["project"]] + [texts[verdict] for verdict in ("eligible", "conditional", "ineligible")] +
                 [texts["wanted"], texts["first"]], rows, right={2, 3, 4}, limits={0: 14, 1: 36, 5: 72, 6: 50}, kinds=kinds)
    screen.line()
    screen.line("  " + texts["details"])


def _demands(answer):
    """What an open answer still depends on, each demand once."""
    if answer["verdict"] != "conditional":
        return []
    return list({demand["ja"]: demand for demand in answer.get("conditions", ())}.values())


def _wanted(entries, sought):
    """The open answers about what the project seeks, else the strategy, or about the successors of what is closed; nearest first."""
    named = [entry["answer"]["programme"] for entry in entries if entry.get("sought")] or sought
    known = {entry["answer"]["programme"]: entry["answer"] for entry in entries}
    found = {}
    for programme in named:
        answer = known.get(programme)
        closed = answer is not None and answer["verdict"] == "not-in-force"
        for name in answer.get("successors", ()) if closed else (programme,):
            if name in known and known[name]["verdict"] in ("eligible", "conditional"):
                found[name] = known[name]
    return sorted(found.values(), key=lambda answer: len(_demands(answer)))


def show(result, language, screen, everything):
    texts = _TEXTS[language]
    project = None
    for entry in result["answers"]:
        answer = entry["answer"]
        if answer["verdict"] == "not-in-force" and not everything:
            continue
        if entry["project"] != project:
            project = entry["project"]
            screen.heading(entry.get("project_name") or project)
        _one(entry, answer, texts, language, screen)
    if project is None:
        screen.line("  " + texts["none"])


def _changes(changes, year, language, screen):
    texts = _TEXTS[language]
    screen.heading(texts["changes"].format(year))
    for entry in changes:
        change = entry["change"]
        screen.line("  {} / {}: {} → {}".format(entry.get("project_name") or entry["project"], change["programme"],
                                                texts[change["before"]], texts[change["after"]]))
        for rule in change.get("rules", []):
            for line in wrap("・" + rule[language], 92, "  "):
                screen.line("    " + line)
        if change.get("successors"):
            screen.line("    {}: {}".format(texts["successors"], ", ".join(change["successors"])))
    if not changes:
        screen.line("  " + texts["same"])


def _portfolio(result, language, screen):
    texts = _TEXTS[language]
    if result.get("conflicts"):
        screen.heading(texts["conflicts"])
        for finding in result["conflicts"]:
            for line in wrap("・" + finding[language], 92, "  "):
                screen.line("  " + screen.colour(line, finding["severity"]))
    if result.get("steps"):
        screen.heading(texts["steps"])
    for step in result.get("steps", []):
        days = "〜".join(dict.fromkeys(step[name] for name in ("from", "to") if name in step))
        screen.line("  {}{} {}: {} ({})".format(days, texts["usual"] if step.get("usual") else "", texts.get(step["step"], step["step"]),
                                                step["programme"], ", ".join(step["projects"])))


def _one(entry, answer, texts, language, screen):
    mark = texts["sought"] if entry.get("sought") else " "
    verdict = screen.colour(texts[answer["verdict"]], _COLOURS[answer["verdict"]])
    screen.line("{} {}: {}{}".format(mark, answer["name_" + language], verdict, texts[answer["confidence"]]))

    def part(title, lines):
        if lines:
            for line in wrap("{}: {}".format(title, "／".join(lines) if language == "ja" else "; ".join(lines)), 92, "  "):
                screen.line("    " + line)

    part(texts["conditions"], [c[language] + (texts["officer"] if c["origin"] == "officer" else "")
                               for c in answer.get("conditions", [])])
    part(texts["failed"], [f["demand"][language] for f in answer.get("failed", [])])
    part(texts["successors"], answer.get("successors", []))
    part(texts["alternatives"], answer.get("alternatives", []))
    amount = answer.get("amount", {})
    if answer["verdict"] in ("eligible", "conditional") and "payable_yen" in amount and "local_yen" in amount:
        screen.line("    " + texts["amount"].format(amount["payable_yen"], amount["local_yen"]))
    if answer["verdict"] == "eligible":
        part(texts["duty"], [duty[language] for duty in answer.get("obligations", [])])
    sources = []
    for source in answer.get("citations", []):
        text = " ".join(part for part in (source["title"], source.get("article", "")) if part)
        if text not in sources:
            sources.append(text)
    part(texts["article"], sources[:4])

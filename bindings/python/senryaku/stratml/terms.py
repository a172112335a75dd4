"""How members of a strategy are named in StratML: elements, labelled lines in OtherInformation, identifiers, periods."""
import re

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
SCHEMA = "http://stratml.us/references/PerformancePlanOrReport20160216.xsd"

STAGES = {"input": "Input", "output": "Output", "outcome": "Outcome"}
BASELINE, FINAL, RATING, UNKNOWN, BOUND, BASIS, PROVISIONAL = "基準値", "最終目標", "評価", "値がない理由", "目標の範囲", "目標の種類", "速報値"
WORDS, REMARK, PRINTED, PRINTED_PERIOD = "目標の言葉", "備考", "印刷の表記", "期間の表記"
OVERALL, OVERALL_ID = "戦略全体の数値目標", "overall-targets"
TARGETS, TARGETS_ID = "数値目標", "-numeric-targets"
LISTS = {"goals": "基本目標", "cross_cutting_goals": "横断的目標", "foundations": "基礎条件"}
DIRECTION = "基本的方向"
VERIFICATION = "効果検証"
# StratML has no element below the objective (its Part 3 has activities): a project is an objective of its own beside its measure's,
# and its budget an indicator of the stage Input, in yen, whose targets are the years' amounts.
PROJECT, OF_MEASURE, MEMBER_KIND = "事業", "施策", "区分"
UNPLACED, UNPLACED_ID = "施策に属さない事業", "unplaced-projects"
BUDGET, YEN, PERFORMER = "事業費", "円", "担当"

# Members that have no element: (path in the object, label of their line in OtherInformation).
STRATEGY_LINES = (
    (("generation",), "期"), (("status",), "状態"), (("framework",), "国の総合戦略"), (("rating_scheme",), "評定基準"),
    (("adopted_on",), "策定日"), (("period", "printed"), "計画期間の表記"), (("vision", "catchphrase"), "キャッチフレーズ"),
    (("municipality", "kana"), "団体名の読み"), (("municipality", "prefecture"), "都道府県"), (("municipality", "county"), "郡"),
    (("municipality", "kind"), "団体の種類"), (("printed_adoption",), "策定時期の表記"), (("takes_account_of",), "勘案する計画"),
    (("priority_fields",), "重点分野"), (("support_sought",), "求める支援制度"), (("vision", "model_visions"), "モデル地域ビジョン"), (("note",), "備考"))
GOAL_LINES = ((("type",), "分類"), (("class",), "国の分類"), (("note",), "備考"))
MEASURE_LINES = ((("field",), "分野"), (("digital",), "デジタル"), (("digital_use",), "デジタルの活用"), (("note",), "備考"))
PROJECT_LINES = (
    (("status",), "事業の状態"), (("group",), "見出し"), (("start_year",), "開始年度"), (("end_year",), "終了年度"), (("digital",), "デジタル"),
    (("digital_use",), "デジタルの活用"), (("goal_types",), "ほかの分類"), (("support_sought",), "求める支援制度"), (("note",), "備考"))
KPI_LINES = (
    (("definition",), "定義"), (("aim",), "目指す方向"), (("kind",), "指標の種類"), (("year_kind",), "年の種類"),
    (("beneficiary",), "受益者"), (("measurement", "method"), "計測方法"), (("measurement", "source"), "出典"),
    (("measurement", "frequency"), "計測の頻度"), (("measurement", "owner"), "担当"), (("rationale",), "設定の考え方"),
    (("formula",), "計算式"), (("printed_result",), "公表された評価"), (("note",), "備考"))


def line(label, text):
    """One line of OtherInformation."""
    return "{}: {}".format(label, text.replace("\\", "\\\\").replace("\n", "\\n"))


_JOINT = "、"
_YES = {True: "はい", False: "いいえ"}
_LISTS = {"goal_types", "support_sought", "takes_account_of", "priority_fields", "model_visions"}
_NUMBERS = {"start_year", "end_year"}


def line_text(member, value):
    """A member's value as the text of its line; None for one that would not come back from it."""
    if member in _LISTS:
        fits = all(isinstance(part, str) and part and _JOINT not in part for part in value)
        return _JOINT.join(value) if value and fits else None
    return _YES[value] if isinstance(value, bool) else str(value)


def line_value(member, text):
    """The value of a line's text; None where it is none."""
    if member in _LISTS:
        return text.split(_JOINT)
    if member in _NUMBERS:
        return int(text) if re.fullmatch(r"\d{4}", text) else None
    if member == "digital":
        return next((value for value, word in _YES.items() if word == text), None)
    return text


def lines_in(text, labels):
    """{label: text} of the labelled lines, and the other lines as they stand."""
    found, others = {}, []
    for one in text.splitlines():
        label, colon, rest = one.partition(": ")
        if colon and label in labels and label not in found:
            found[label] = re.sub(r"\\(.)", lambda match: "\n" if match.group(1) == "n" else match.group(1), rest)
        elif one.strip():
            others.append(one.strip())
    return found, others


# ---- Identifiers: xsd:ID, a name without colon, unique in the document -------------------------------------------------------

_UNFIT = re.compile(r"[^A-Za-z0-9.\-\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5]")


def to_identifier(text):
    """An id of the strategy as xsd:ID: "_" in front, since it may begin with a digit; other characters as _xHHHH_."""
    return "_" + _UNFIT.sub(lambda match: "_x{:04X}_".format(ord(match.group(0))), text)


def from_identifier(text):
    """The id that ``to_identifier`` was given; other identifiers lose a "_" in front."""
    text = text[1:] if text.startswith("_") else text
    return re.sub(r"_x([0-9A-F]{4,6})_", lambda match: chr(int(match.group(1), 16)), text)


# ---- Periods -------------------------------------------------------------------------------------------------------------------

def days_of(entry, year_kind):
    """(first day, last day) of an observation or target; ("", "") when it names no time."""
    if "day" in entry:
        return entry["day"], entry["day"]
    if "year" not in entry:
        return "", ""
    first, last = entry.get("from_year", entry["year"]), entry["year"]
    if year_kind == "calendar":
        return "{:04d}-01-01".format(first), "{:04d}-12-31".format(last)
    return "{:04d}-04-01".format(first), "{:04d}-03-31".format(last + 1)


def period_of(first, last):
    """{"year", "from_year"} or {"day"} of two days; {} of none."""
    if not last:
        return {"day": first} if first else {}
    whole = (first[5:], last[5:])
    if whole in (("04-01", "03-31"), ("01-01", "12-31")):
        year, begin = int(last[:4]) - (whole[0] == "04-01"), int(first[:4])
        if begin <= year:
            return {"year": year} if begin == year else {"year": year, "from_year": begin}
    return {"day": last}


# ---- What is not carried, and why --------------------------------------------------------------------------------------------

_REASONS = (
    (r"/population_vision|.*population", "人口の表や推計を置く要素がありません", "there is no element for tables of population"),
    (r"/idea_sheets|.*/idea_sheets", "計画になる前の案は計画の文書に入れません", "proposals that are no plan yet have no place in a plan"),
    (r"/regional_plans", "別の計画の文書です（plan の書き出しを使ってください）", "another plan's document; write it with plan"),
    (r"/procedure|/revisions", "策定の日程や改訂の経過を置く要素がありません", "there is no element for how a plan was drafted or revised"),
    (r"/sources.*", "出典は1件のURLだけを置けます", "there is room for the address of one source"),
    (r".*/funding", "財源の内訳を置く要素がありません", "there is no element for where money comes from"),
    (r".*/facts", "支援制度の判定の事実を置く要素がありません", "there is no element for the facts of a programme catalogue"),
    (r"/verifications.*", "評定のほかの検証の記録を置く要素がありません", "of a verification there is room for the ratings alone"),
    (r".*/(?:printed|printed_period|bound|unknown|basis|provisional|text|unit)", "値に添えられる言葉は一つだけです（値と期間は入ります）",
     "a figure can have one descriptor (value and period are carried)"))


def reason_for(pattern, language="ja"):
    """Why StratML does not carry what a pointer names."""
    for known, ja, en in _REASONS:
        if re.fullmatch(known, pattern):
            return en if language == "en" else ja
    return "there is no element for it" if language == "en" else "当たる要素がありません"

"""How members of a strategy are named in StratML: elements, labelled lines in OtherInformation, identifiers, periods."""
import re

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
SCHEMA = "http://stratml.us/references/PerformancePlanOrReport20160216.xsd"

STAGES = {"input": "Input", "output": "Output", "outcome": "Outcome"}
BASELINE, FINAL, RATING, UNKNOWN, BOUND, BASIS, PROVISIONAL = "基準値", "最終目標", "評価", "値がない理由", "目標の範囲", "目標の種類", "速報値"
WORDS, REMARK = "目標の言葉", "備考"
OVERALL, OVERALL_ID = "戦略全体の数値目標", "overall-targets"
TARGETS, TARGETS_ID = "数値目標", "-numeric-targets"
LISTS = {"goals": "基本目標", "cross_cutting_goals": "横断的目標", "foundations": "基礎条件"}
DIRECTION = "基本的方向"
VERIFICATION = "効果検証"

# Members that have no element: (path in the object, label of their line in OtherInformation).
STRATEGY_LINES = (
    (("generation",), "期"), (("status",), "状態"), (("framework",), "国の総合戦略"), (("rating_scheme",), "評定基準"),
    (("adopted_on",), "策定日"), (("period", "printed"), "計画期間の表記"), (("vision", "catchphrase"), "キャッチフレーズ"),
    (("municipality", "kana"), "団体名の読み"), (("municipality", "prefecture"), "都道府県"), (("municipality", "county"), "郡"),
    (("municipality", "kind"), "団体の種類"), (("note",), "備考"))
GOAL_LINES = ((("type",), "分類"), (("class",), "国の分類"), (("note",), "備考"))
MEASURE_LINES = ((("field",), "分野"), (("digital_use",), "デジタルの活用"), (("note",), "備考"))
KPI_LINES = (
    (("definition",), "定義"), (("aim",), "目指す方向"), (("kind",), "指標の種類"), (("year_kind",), "年の種類"),
    (("beneficiary",), "受益者"), (("measurement", "method"), "計測方法"), (("measurement", "source"), "出典"),
    (("measurement", "frequency"), "計測の頻度"), (("measurement", "owner"), "担当"), (("rationale",), "設定の考え方"),
    (("formula",), "計算式"), (("printed_result",), "公表された評価"), (("note",), "備考"))


def line(label, text):
    """One line of OtherInformation."""
    return "{}: {}".format(label, text.replace("\\", "\\\\").replace("\n", "\\n"))


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

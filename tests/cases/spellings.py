"""The letters of an indicator do not change with its spelling.

    python3 tests/cases/spellings.py FILE...

Every case of the files (as of the kind smart) is judged as it stands and again in the spellings that printed tables use:
full and half width, ％ and パーセント, 人／年, 千円 for 百万円, remarks and marks of notes, dashes for what is not there,
a target repeated in words. Prints each case whose letters change and the count. Exit status 1 when one does.
"""
import copy
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/cases"), str(ROOT / "bindings/python")]

import senryaku  # noqa: E402
from kinds.smart import LETTERS, item_of, rows_of  # noqa: E402

COUNTED = ("人", "件", "回", "団体", "箇所", "社", "校", "戸", "世帯", "冊")
PLACES = ("箇所", "か所", "ヶ所", "カ所", "ヵ所")
UNITS = {
    "％": ("%", "％", "パーセント", "ﾊﾟｰｾﾝﾄ", "％以上", "％（年度末）", "（％）"),
    **{one: tuple(other for other in PLACES if other != one) for one in PLACES},
    "ha": ("ヘクタール", "㏊"), "km": ("キロメートル", "㎞"), "㎡": ("平方メートル", "m2"), "t": ("トン", "ｔ"),
    "": ("-", "―", "－"),
}
COUNTS = ("{}／年", "{}/年", "{}/年度", "{}・年", "年間{}", "（{}）", "{}（累計）", "累計{}", "延べ{}", "{}以上")
NAMES = ("{}（累計）", "{}(累計)", "{}（５年間の累計）", "{}（延べ）", "{}（令和7年度）", "{}（R7）", "{}【累計】", "{}［累計］", "{}〈累計〉",
         "{}　累計", "{}※", "{}※１", "{}（再掲）", "{}（R7～R11累計）", "①{}", "・{}", "■ {}", "（1）{}", "KPI：{}", "{} ")
TARGETS = ("{}", "{}以上", "{}{}", "{}{}以上", "年間{}{}", "5年間で{}{}", "累計{}{}", "令和11年度までに{}{}", "{}{}／年", "現状維持")


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def with_gap(text):
    return text[:len(text) // 2] + "\n" + text[len(text) // 2:]


def changed(row, **members):
    return dict(copy.deepcopy(row), **members)


def in_thousands(row):
    """百万円 as 千円, its values a thousand times as large."""
    row = changed(row, unit="千円")
    for point in [row.get("baseline"), row.get("target")] + list(row.get("history") or []):
        if point and point.get("value") is not None:
            point["value"] *= 1000
    return row


def spellings(row):
    """[(what, row)]"""
    unit, name = row.get("unit") or "", row["name"]
    units = [other for key, others in UNITS.items() if unit.replace("%", "％") == key for other in others]
    units += [form.format(unit) for form in COUNTS if unit in COUNTED]
    found = [("unit " + other, changed(row, unit=other)) for other in units if other != unit]
    if unit == "百万円":
        found.append(("unit 千円", in_thousands(row)))
    forms = {form: form.format(name) for form in NAMES}
    forms.update({"wide": wide(name), "narrow": unicodedata.normalize("NFKC", name), "broken": with_gap(name)})
    found += [("name " + form, changed(row, name=text)) for form, text in forms.items() if text != name]
    value = (row.get("target") or {}).get("value")
    if value is not None and not row.get("target_text"):
        found += [("target " + form, changed(row, target_text=form.format(value, unit))) for form in TARGETS]
    if not row.get("measure_method"):
        found += [("method " + dash, changed(row, measure_method=dash)) for dash in ("-", "―", "－")]
    return found


def letters_of(rows):
    return [[letter for letter in LETTERS if answer["check"][letter.replace("-", "_")] == "fail"]
            for answer in senryaku.check_indicators(item_of(row) for row in rows)]


def main():
    rows = list(rows_of(sys.argv[1:]))
    asked = [(i, what, other) for i, row in enumerate(rows) for what, other in spellings(row)]
    plain, others = letters_of(rows), letters_of([other for _, _, other in asked])
    faults = 0
    for (i, what, other), letters in zip(asked, others):
        if letters != plain[i]:
            faults += 1
            print("{} {} [{}] {}: {} became {}".format(rows[i]["id"], other["name"], other.get("unit"), what, plain[i], letters))
    print("{} spellings of {} cases, {} change a letter".format(len(asked), len(rows), faults))
    return 1 if faults or not asked else 0


sys.exit(main())

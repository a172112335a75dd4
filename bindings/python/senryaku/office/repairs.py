"""What was read otherwise than it stood, what could not be read, and what is missing: one list for each file."""
from collections import namedtuple

Repair = namedtuple("Repair", "file place element code severity ja en")
Repair.__doc__ = """One line of a repair list.

``place``: cell (Sheet1!B4), line (12) or element of a file; ``element``: what it is about (a field, an indicator); ``severity``:
"error" (not taken over), "warning" (a person should look) or "note" (read, and how).
"""

class Refused(Exception):
    """A file that is not read, with the reason in Japanese (``ja``) and English (``en``)."""

    def __init__(self, ja, en):
        super().__init__("{} / {}".format(ja, en))
        self.ja = ja
        self.en = en


# Code: severity, Japanese, English. The same order as in the handbook of the command.
TEXTS = {
    # Files
    "file.refused": ("error", "読み込みません: {why_ja}", "not read: {why_en}"),
    "file.not-a-form": ("warning", "様式の見出しが見つからないので飛ばしました", "skipped: no labels of the form were found"),
    "file.same-again": ("warning", "{other} と同じ内容なので取り込みません", "not taken over: the same as {other}"),
    "file.encoding": ("note", "文字コード {found} として読みました", "read as {found}"),
    "file.bytes-lost": ("error", "{found} として読めない文字があります（{count} 行）", "{count} lines hold characters that are not {found}"),
    "file.other-kind": ("error", "読まない種類のファイルです（{found}）。.xlsx で保存し直すか、フォルダーから除いてください",
                        "not a kind of file that is read ({found}); save it as .xlsx or take it out of the folder"),
    # Sheets, and what stands on them beside the cells
    "sheet.hidden": ("error", "非表示のシートに様式があります。取り込むには表示に戻してください", "a hidden sheet holds the form; show it to have it taken over"),
    "sheet.example": ("error", "「{found}」のシートは記入例とみて取り込みません。提案ならシート名を変えてください",
                      "sheet \"{found}\" taken for an example and not read; rename it if it is meant"),
    "sheet.not-read": ("warning", "先頭のシートだけを読みます。このシートは読みません", "only the first sheet is read; this one was not"),
    "sheet.more": ("warning", "ほかに {count} 件あります（{code}）", "{count} more of {code}"),
    "cell.hidden": ("warning", "非表示の行か列の値も読みました: 「{found}」", "stands in a hidden row or column, and was read: \"{found}\""),
    "cell.far": ("error", "{rows:,} 行・{columns} 列より先にあるセル {count} 個（先頭がここ）は読みません",
                 "{count} cells beyond row {rows:,} or column {columns} (this is the first) were not read"),
    "cell.comment": ("warning", "メモ・コメントは取り込みません: 「{found}」", "a note or comment was not taken over: \"{found}\""),
    "drawing.text": ("error", "図形・テキストボックスの文字は取り込みません。セルに書いてください: 「{found}」",
                     "text in a drawing was not taken over; write it into a cell: \"{found}\""),
    "drawing.shape": ("warning", "図形（丸囲みや線）は読めません。選んだものには ■ を付けてください", "a drawn shape (a circle, a line) cannot be read; mark choices with ■"),
    "drawing.picture": ("warning", "画像は読めません", "a picture cannot be read"),
    "drawing.checked": ("error", "部品のチェックボックスにチェックがありますが、読めません。■ に書き換えてください", "a ticked check box control cannot be read; write ■ instead"),
    # Cells
    "cell.struck": ("warning", "取消線が引かれていますが、読みました: 「{found}」", "struck out, but read: \"{found}\""),
    "cell.scaled": ("warning", "千などの単位で表示されています。セルの値は {read} です", "shown in thousands or so; the cell holds {read}"),
    "cell.formula": ("error", "式は計算しません。値を貼り付けてください: {found}", "formulas are not computed; paste the value: {found}"),
    "cell.error": ("error", "エラー値です: {found}", "an error value: {found}"),
    "cell.too-long": ("warning", "長すぎるので {kept} 文字で切りました", "cut after {kept} characters"),
    "cell.date": ("warning", "Excel が日付に変えた値です: {found}", "a value that Excel turned into a date: {found}"),
    # Figures and periods
    "figure.read": ("note", "「{found}」を {read} と読みました", "\"{found}\" read as {read}"),
    "figure.unread": ("error", "数値として読めません: 「{found}」 {why_ja}", "not a figure: \"{found}\" {why_en}"),
    "figure.looks-dated": ("error", "日付・分数・割・指数のように見えます。数だけを書いてください: 「{found}」", "looks like a date, fraction or exponent; write the figure alone: \"{found}\""),
    "figure.small-share": ("warning", "%の値が1以下です。80%を 0.8 と入れていませんか: {read}", "1 % or less; was 80 % entered as 0.8? {read}"),
    "figure.unit-differs": ("warning", "単位が違います: 「{found}」、指標の単位は {unit}", "another unit: \"{found}\"; the indicator's is {unit}"),
    "figure.unit-scaled": ("note", "「{found}」を {unit} に直して {read} としました", "\"{found}\" turned into {unit}: {read}"),
    "figure.change": ("warning", "増減・維持の書き方です。そのまま文で残しました: 「{found}」", "a change in words, kept as text: \"{found}\""),
    "figure.negative": ("warning", "負の数です: {read}", "a negative figure: {read}"),
    "figure.over-ceiling": ("warning", "{ceiling} を超えています: {read}", "more than {ceiling}: {read}"),
    "figure.not-countable": ("warning", "「{unit}」の数なのに端数があります: {read}", "a count of {unit} with a fraction: {read}"),
    "figure.far-off": ("warning", "前の値 {other} の {times} 倍以上ちがいます: {read}", "more than {times} times off the last value {other}: {read}"),
    "period.read": ("note", "「{found}」を {read}年度と読みました", "\"{found}\" read as FY{read}"),
    "period.unread": ("error", "年度として読めません: 「{found}」 {why_ja}", "not a year: \"{found}\" {why_en}"),
    # Idea sheets
    "idea.label-alias": ("note", "見出し「{found}」を「{field_ja}」と読みました", "label \"{found}\" read as {field_en}"),
    "idea.field-missing": ("warning", "「{field_ja}」が空です", "{field_en} is empty"),
    "idea.field-twice": ("warning", "「{field_ja}」の欄が2つあります。上のものを読みました", "{field_en} stands twice; the upper one was read"),
    "idea.text-outside": ("warning", "欄の外に書かれた文字を備考に移しました: 「{found}」", "text outside the fields was put into the note: \"{found}\""),
    "idea.box-words": ("warning", "□ に印がなく、文字で選ばれています: 「{found}」", "chosen in words instead of a ticked box: \"{found}\""),
    "idea.box-unknown": ("warning", "選択肢にないものが選ばれています: 「{found}」", "a choice that the form does not have: \"{found}\""),
    "idea.box-crossed": ("note", "「{found}」を選択なしと読みました", "\"{found}\" read as not chosen"),
    "idea.box-rest": ("warning", "選択欄に読めない文字があります: 「{found}」", "characters beside the boxes that cannot be read: \"{found}\""),
    "idea.round": ("note", "「{found}」から第{read}回のシートと読みました", "\"{found}\" read as round {read}"),
    "idea.copied-from": ("note", "{other} から写したシートと読みました（同じ欄: {fields}）", "read as carried over from {other} (the same: {fields})"),
    "idea.copied-several": ("warning", "元のシートの候補が {count} 枚あり、決められません: {found}", "{count} sheets may be its origin, none was chosen: {found}"),
    "idea.box-mark": ("note", "印「{found}」を選択と読みました", "mark \"{found}\" read as a tick"),
    "idea.timings-several": ("warning", "実施時期が {count} つ選ばれています: {found}", "{count} times are ticked: {found}"),
    "idea.measurement-count": ("warning", "指標 {names} 件に計測方法 {count} 件です。順に組にしました", "{count} ways of measuring for {names} indicators, paired in order"),
    "idea.targets-count": ("warning", "指標が {names} 件あり、どれの目標数値か分かりません。備考に残しました: {found}",
                           "{names} indicators and one row of targets; kept in the note: {found}"),
    "idea.targets-without-name": ("error", "指標名のない目標数値です: {found}", "targets without an indicator: {found}"),
    "idea.years-differ": ("note", "目標の年度は {found} です（様式は {form}）", "targets are for {found} (the form: {form})"),
    "idea.unit-taken": ("note", "指標名の括弧から単位「{unit}」を読みました", "unit {unit} read from the brackets of the name"),
    # Entries for indicators
    "entry.unknown-kpi": ("error", "戦略にない指標です: {found}", "no such indicator in the strategy: {found}"),
    "entry.ambiguous-kpi": ("error", "同じ名前の指標が {count} 件あり、決められません: {found}", "{count} indicators have this name: {found}"),
    "entry.conflict": ("error", "戦略の値 {other} と違います（{read}）。上書きしません", "differs from the strategy's {other} ({read}); not overwritten"),
    "entry.overwritten": ("warning", "戦略の値 {other} を {read} に直しました", "the strategy's {other} replaced by {read}"),
    "entry.files-disagree": ("error", "{where} と値が違います（{other}、{read}）。どちらも入れません",
                             "differs from {where} ({other}, {read}); neither was taken"),
    "entry.nothing": ("note", "新しい記入はありません", "nothing new was entered"),
    "entry.added": ("note", "{read} を加えました", "added {read}"),
    "entry.changed-text": ("error", "「{found}」が書き換えられています（元は「{other}」）。読み込みません", "\"{found}\" was changed (was \"{other}\"); not taken over"),
    "entry.future": ("error", "まだ終わっていない年度の実績です: {year}年度", "a result of a year that is not over: FY{year}"),
    "entry.reason-and-value": ("warning", "値と「値がない理由」の両方があります。値を読みました", "both a value and a reason for none; the value was read"),
    "entry.remark-alone": ("warning", "新しい値も理由もないので、備考は取り込みません: 「{found}」", "a remark without a new value or reason; not taken over: \"{found}\""),
    "entry.reason-unknown": ("error", "値がない理由として読めません: 「{found}」", "not a reason for a missing value: \"{found}\""),
    # Tables
    "table.column-missing": ("error", "必要な列がありません: {found}", "a needed column is missing: {found}"),
    "table.column-ignored": ("note", "読まなかった列: {found}", "column not read: {found}"),
    "table.column-taken": ("note", "列「{found}」を {read} と読みました", "column \"{found}\" read as {read}"),
    "table.column-twice": ("error", "同じ意味の列が2つあります: {found}", "two columns mean the same: {found}"),
    "table.cells-missing": ("warning", "列が足りません（{count} 列、見出しは {wanted} 列）", "{count} cells for {wanted} columns"),
    "table.cells-extra": ("error", "見出しより列が多い（{count} 列、見出しは {wanted} 列）ので、この行の数値は読みません。数の中のカンマは \"1,200\" のように囲んでください",
                          "{count} cells for {wanted} columns: the figures of this line are not read; put figures with commas in quotes"),
    "table.name-above": ("note", "空の欄を上の行から補いました: {found}", "an empty cell filled from above: {found}"),
    "table.row-empty": ("note", "空の行を飛ばしました", "an empty line was skipped"),
    "table.apostrophe": ("note", "先頭のアポストロフィを外しました: {found}", "a leading apostrophe was taken off: {found}"),
    "table.year-known": ("warning", "{read}年の分布はもうあります。上書きしません", "a distribution of {read} is there already; not overwritten"),
    "table.year-unknown": ("warning", "{read}年は不明の値があるので取り込みません", "{read} has unknown figures and was not taken over"),
    "table.not-population": ("error", "人口の表として読めません: {why_ja}", "not a table of population: {why_en}"),
    # StratML
    "stratml.namespace": ("warning", "名前空間が標準のものではありません: {found}", "not a namespace of the standard: {found}"),
    "stratml.element-unknown": ("warning", "{parent} に置けない要素です: {found}", "{found} may not stand in {parent}"),
    "stratml.renamed": ("note", "{found} を {read} と読みました", "{found} read as {read}"),
    "stratml.order": ("note", "{parent} の中の順序が標準と違います（{found}）", "order inside {parent} is not the standard's ({found})"),
    "stratml.id-missing": ("note", "識別子がないので {read} を付けました", "no identifier; {read} was given"),
    "stratml.id-digit": ("note", "数字で始まる識別子です: {found}", "an identifier that begins with a digit: {found}"),
    "stratml.id-twice": ("warning", "同じ識別子が2度あります: {found}（{read} としました）", "identifier used twice: {found}; {read} was given"),
    "stratml.name-missing": ("warning", "指標の名前がありません", "an indicator without a name"),
    "stratml.date-bad": ("error", "日付として読めません: {found}", "not a day: {found}"),
    "stratml.date-form": ("note", "日付「{found}」を {read} と読みました", "day \"{found}\" read as {read}"),
    "stratml.number-bad": ("error", "数値として読めません: {found}", "not a number: {found}"),
    "stratml.number-form": ("note", "数値「{found}」を {read} と読みました", "number \"{found}\" read as {read}"),
    "stratml.not-carried": ("warning", "{found} に当たる項目がないので取り込みません", "not taken over, there is no member for it: {found}"),
    "stratml.measure-missing": ("warning", "施策 {found} がないので、施策に属さない事業としました", "its measure {found} is not there; put to the projects without one"),
    "stratml.municipality-missing": ("warning", "団体コードがありません（{found}）。指定してください", "no municipality code ({found}); give one"),
}


class RepairList:
    """Collects repairs; the texts are filled with the values given."""

    def __init__(self):
        self.entries = []

    def add(self, code, file="", place="", element="", **values):
        severity, ja, en = TEXTS[code]
        self.entries.append(Repair(file, place, element, code, severity, ja.format(**values), en.format(**values)))

    def extend(self, other):
        self.entries.extend(other.entries)

    def of(self, severity):
        return [entry for entry in self.entries if entry.severity == severity]

    def __iter__(self):
        return iter(self.entries)

    def __len__(self):
        return len(self.entries)

    def as_dicts(self):
        return [dict(entry._asdict()) for entry in self.entries]

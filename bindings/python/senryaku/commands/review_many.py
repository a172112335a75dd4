"""review DIR: many documents at once, one line for each. A document that is refused never stops the rest."""
import csv
import errno
import json
import os
from functools import partial
from pathlib import Path

from .. import SenryakuError, Strategy, schemes
from ..display import Screen, named
from ..office.cells import csv_text
from .entry import day_of
from .progress import spread

_TEXTS = {
    "ja": {"title": "{count} 件の戦略（基準日 {as_of}）", "heads": ("文書", "団体", "計画期間", "KPI", "誤り", "注意", "助言", "評定/対象", "まず決めること"),
           "refused": "受付不可", "total": "受付 {good} 件、受付不可 {bad} 件、誤り {error} 件、注意 {warning} 件、助言 {advice} 件",
           "empty": "{folder}: 戦略の文書（.json）がありません"},
    "en": {"title": "{count} strategies (as of {as_of})", "heads": ("Document", "Town", "Period", "KPI", "Errors", "Warnings", "Advice", "Rated", "First"),
           "refused": "refused", "total": "{good} read, {bad} refused, {error} errors, {warning} warnings, {advice} pieces of advice",
           "empty": "{folder}: no strategy documents (.json)"},
}
COLUMNS = ("file", "town", "code", "name", "first_day", "last_day", "kpis", "error", "warning", "advice", "rated", "total", "headline_ja",
           "headline_en", "problem_ja", "problem_en")


def documents_in(folder):
    """Paths of the documents in a folder and below it, in order. OSError when there is no such folder."""
    if not Path(folder).is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return sorted(path for path in Path(folder).rglob("*.json") if path.is_file())


def summary(path, as_of, scheme=None):
    """One document in a few figures; "problem_ja" and "problem_en" when it cannot be read."""
    line = {"file": str(path)}
    try:
        with Strategy.from_file(path) as strategy:
            review = strategy.review(as_of, scheme=scheme)
    except SenryakuError as error:
        first = error.problems[0] if error.problems else None
        place = "{}:{} ".format(first.line, first.column) if first and first.line else ""
        return dict(line, problem_ja=place + (first.ja if first else str(error)), problem_en=place + (first.en if first else str(error)))
    except (OSError, MemoryError, ValueError) as error:
        return dict(line, problem_ja=str(error), problem_en=str(error))
    about, evaluation = review["strategy"], review.get("evaluation") or {}
    headline = (review.get("headlines") or [{"ja": "", "en": ""}])[0]
    return dict(line, town=about.get("municipality", ""), code=about.get("municipality_code", ""), name=about.get("name", ""),
                first_day=about.get("first_day", ""), last_day=about.get("last_day", ""), kpis=about["kpis"] + about["numeric_targets"],
                rated=sum(1 for entry in evaluation.get("kpis", ()) if entry.get("rating")), total=len(evaluation.get("kpis", ())),
                headline_ja=named(headline, "ja"), headline_en=named(headline, "en"),
                **{severity: sum(1 for finding in review["findings"] if finding["severity"] == severity)
                   for severity in ("error", "warning", "advice")})


def request_of(given):
    """The day asked about. ValueError for a day or scheme that is none: it would be said of every document."""
    if given.scheme and not schemes([given.scheme]):
        raise ValueError("--scheme: {}: 評定基準にありません / no such rating scheme".format(given.scheme))
    return day_of(given).isoformat()


def run(given):
    as_of = request_of(given)
    lines = spread(partial(summary, as_of=as_of, scheme=given.scheme), documents_in(given.file), given.jobs)
    texts = _TEXTS[given.lang]
    if not lines:
        raise ValueError(texts["empty"].format(folder=given.file))
    if given.csv:
        _save(lines, given.csv)
    if given.json:
        print(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        show(lines, Path(given.file), given.lang, as_of, Screen())
    return 1 if any("problem_ja" in line for line in lines) else 0


def show(lines, folder, language, as_of, screen):
    texts = _TEXTS[language]
    screen.line(screen.colour(texts["title"].format(count=len(lines), as_of=as_of), "heading"))
    rows, kinds = [], []
    for line in lines:
        name = str(Path(line["file"]).relative_to(folder))
        if "problem_ja" in line:
            rows.append((name, texts["refused"], "", "", "", "", "", "", line["problem_" + language]))
            kinds.append("error")
            continue
        period = "{}–{}".format(line["first_day"][:7] or "?", line["last_day"][:7] or "?")
        rows.append((name, line["town"], period, line["kpis"], line["error"], line["warning"], line["advice"],
                     "{}/{}".format(line["rated"], line["total"]), line["headline_" + language]))
        kinds.append("warning" if line["error"] else None)
    screen.table(texts["heads"], rows, right={3, 4, 5, 6, 7}, limits={0: 36, 1: 14, 8: max(40, screen.columns - 90)}, kinds=kinds)
    good = [line for line in lines if "problem_ja" not in line]
    screen.line()
    screen.line("  " + texts["total"].format(good=len(good), bad=len(lines) - len(good), **{
        severity: sum(line[severity] for line in good) for severity in ("error", "warning", "advice")}))


def _save(lines, path):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for line in lines:
            writer.writerow([value if isinstance(value, int) else csv_text(value) for value in (line.get(column, "") for column in COLUMNS)])

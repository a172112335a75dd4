"""population FILE|DIR: the population vision with its scenarios."""
import json
from pathlib import Path

from .. import Strategy, project
from .. import population as tables
from ..display import Screen, pad

_TEXTS = {
    "ja": {
        "year": "年", "total": "総数", "children": "0〜14歳", "working": "15〜64歳", "aged": "65歳以上", "share": "高齢化率",
        "women": "女性20〜39歳", "index": "指数", "natural": "自然増減", "social": "社会増減", "stage": "減少段階",
        "influence": "影響度（{year}年）: 自然増減 {natural}、社会増減 {social}",
        "fertility": "基準年の合計特殊出生率（換算）: {:.2f}", "held": "{}年以降は最後の仮定を据え置いています。",
        "needed": "目標人口 {target:,.0f}人（{year}年）に必要なもの", "unreachable": "この範囲では届きません（{low:g}〜{high:g}）",
        "constant-fertility": "合計特殊出生率（一定）", "families-per-year": "移住世帯（{family}、年あたり）",
        "net-migrants-per-year": "純移動（年あたり、人）", "past": "過去の国勢調査での検証（最近の変化が続くとした推計の誤差）",
        "band": "{horizon}年先: 平均 {mean:.1f}%（{cases}例）{band}", "band_value": "、最大 {:.1f}%", "no_band": "、例が少なく幅は示せません",
        "bands": "パターン1の幅（過去の最大の誤差。確率ではありません）: ", "range": "{year}年 {low}〜{high}人", "unknown": "不明",
        "interpolated": "（推計年の間を直線で補間）", "own": "独自推計",
        "pyramid": "{scenario} {year}年の男女・年齢別人口", "credit": "出典: {}", "nothing": "推計できる人口がありません。",
        "pattern1": "パターン1（最近の傾向が続く）", "simulation1": "シミュレーション1（出生率が2030年までに2.1）",
        "simulation2": "シミュレーション2（さらに移動が均衡）", "zero_migration_only": "移動が均衡（出生はパターン1）",
    },
    "en": {
        "year": "Year", "total": "Total", "children": "0–14", "working": "15–64", "aged": "65+", "share": "65+ %",
        "women": "Women 20–39", "index": "Index", "natural": "Natural", "social": "Social", "stage": "Stage",
        "influence": "Influence ({year}): natural {natural}, social {social}",
        "fertility": "Equivalent total fertility rate of the base year: {:.2f}", "held": "The last assumptions are held from {}.",
        "needed": "What a population of {target:,.0f} in {year} needs", "unreachable": "out of reach within {low:g}–{high:g}",
        "constant-fertility": "total fertility rate, constant", "families-per-year": "families moving in per year ({family})",
        "net-migrants-per-year": "net migrants per year", "past": "Test on past censuses (error of projecting the latest change)",
        "band": "{horizon} years ahead: mean {mean:.1f}% ({cases} cases){band}", "band_value": ", at most {:.1f}%", "no_band": ", too few cases for a band",
        "bands": "Bands of pattern 1 (largest past error, not a probability): ", "range": "{year} {low}–{high}", "unknown": "unknown",
        "interpolated": " (on a line between projected years)", "own": "own outlook",
        "pyramid": "{scenario} {year}: persons by sex and age", "credit": "Credit: {}", "nothing": "There is no population to project.",
        "pattern1": "Pattern 1 (latest trend goes on)", "simulation1": "Simulation 1 (fertility 2.1 by 2030)",
        "simulation2": "Simulation 2 (and no net migration)", "zero_migration_only": "No net migration (births as in pattern 1)",
    },
}


def add_to(commands):
    parser = commands.add_parser("population", help="人口ビジョンを推計する / project the population vision",
                                 epilog="例 / example: python3 -m senryaku population strategy.json --horizon 2050")
    parser.add_argument("file", help="戦略の文書、またはCSV一式のフォルダ / strategy document, or a folder of CSV sets")
    parser.add_argument("--horizon", type=int, default=2050, metavar="YEAR")
    parser.add_argument("--target", type=float, default=None, metavar="PERSONS", help="目標人口（最終年） / target in the last year")
    parser.add_argument("--fertility", type=_series, default=None, metavar="YEAR=RATE,…",
                        help="独自推計の合計特殊出生率 / fertility of an outlook, e.g. 2030=1.8,2040=2.07")
    parser.add_argument("--migration", type=_factors, default=None, metavar="FACTOR,…",
                        help="独自推計の移動（5年ごとの倍率） / migration of an outlook by step, e.g. 1,0.5,0")
    parser.add_argument("--families", type=float, default=None, metavar="N", help="独自推計の移住世帯（年あたり） / families per year")
    parser.add_argument("--json", action="store_true", help="JSONで出力 / print JSON")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    parser.set_defaults(run=run)


def _series(text):
    points = [entry.split("=") for entry in text.split(",")]
    return [{"year": int(year), "value": float(value)} for year, value in points]


def _factors(text):
    return [float(value) for value in text.split(",")]


def _outlook(given):
    """The outlook of the command line, or None."""
    own = {"fertility": given.fertility, "migration_factors": given.migration, "families_per_year": given.families}
    own = {key: value for key, value in own.items() if value is not None}
    return dict(own, name=_TEXTS[given.lang]["own"]) if own else None


def _request(given, request, last):
    own = _outlook(given)
    if own:
        request["outlooks"] = [own]
    if given.target:
        request["needed"] = {"year": last, "target": given.target}
    return project(request)


def _answers(given):
    if Path(given.file).is_dir():
        sets, censuses = tables.sets_in(given.file), tables.censuses_in(given.file)
        if not sets and not censuses:
            raise ValueError("{}: 推計用のCSVがありません / no CSV sets".format(given.file))
        for prefix in sets:
            source = tables.read_set(prefix)
            yield _request(given, {"input": source}, source["steps"][-1]["year"] + 5)
        for prefix in censuses:
            yield _request(given, {"censuses": tables.read_censuses(prefix + "_census.csv"), "name": Path(prefix).name,
                                   "horizon_year": given.horizon}, given.horizon)
        return
    with Strategy.from_file(given.file) as strategy:
        own = _outlook(given)
        if not given.target and not own:
            yield strategy.population(given.horizon)
            return
        document = json.loads(strategy.to_json(True))
    vision = document.setdefault("population_vision", {})
    if given.target:
        vision.setdefault("targets", []).append({"year": given.horizon, "total": int(given.target)})
    if own:
        vision.setdefault("outlooks", []).append(own)
    with Strategy(document) as aimed:
        yield aimed.population(given.horizon)


def run(given):
    answers = list(_answers(given))
    if given.json:
        print(json.dumps(answers if len(answers) != 1 else answers[0], ensure_ascii=False, indent=2))
        return 0
    screen = Screen()
    for answer in answers:
        show(answer, given.lang, screen)
    return 0


def _persons(value):
    """Whole persons, for display only; a dash where they are not known."""
    return "－" if value is None else "{:,.0f}".format(value)


def _percent(value):
    return "－" if value is None else "{:.1f}%".format(value)


def _influence(answer, kind, texts):
    value = answer.get(kind + "_influence")
    return texts["unknown"] if value is None else "{:.1f}% → {}".format(value, answer.get(kind + "_rating", texts["unknown"]))


def show(answer, language, screen):
    texts = _TEXTS[language]
    screen.line(screen.colour(answer.get("name", ""), "heading"))
    for finding in answer.get("findings", []):
        screen.line(screen.colour("  " + finding[language], finding["severity"]))
    if not answer["scenarios"]:
        screen.line("  " + texts["nothing"])
    titles = [texts[key] for key in ("year", "total", "index", "children", "working", "aged", "share", "women", "natural", "social", "stage")]
    for scenario in answer["scenarios"]:
        screen.heading(texts.get(scenario["name"], scenario["name"]))
        rows = [(row["year"], _persons(row["total"]), _percent(row.get("index"))[:-1] or "－", _persons(row["age_0_14"]),
                 _persons(row["age_15_64"]), _persons(row["age_65_plus"]), _percent(row.get("share_65_plus")),
                 _persons(row["women_20_39"]), _persons(row.get("natural_change")), _persons(row.get("social_change")),
                 row.get("decline_stage", "－")) for row in scenario["rows"]]
        screen.table(titles, rows, right=set(range(11)))
    if answer["scenarios"]:
        screen.line()
        screen.line("  " + texts["influence"].format(year=answer["compared_year"], natural=_influence(answer, "natural", texts),
                                                     social=_influence(answer, "social", texts)))
    if "base_fertility" in answer:
        screen.line("  " + texts["fertility"].format(answer["base_fertility"]))
    if "held_from" in answer:
        screen.line("  " + texts["held"].format(answer["held_from"]))
    _needed(answer, texts, language, screen)
    _past(answer, texts, screen)
    if answer["scenarios"]:
        _pyramid(answer["scenarios"][0], texts, screen)
    screen.line()
    screen.line("  " + texts["credit"].format(answer["parameters"].get("credit", "")))


def _needed(answer, texts, language, screen):
    seen = set()
    for entry in answer.get("needed", []):
        key = (entry["year"], entry["target"])
        if key not in seen:
            seen.add(key)
            screen.heading(texts["needed"].format(**entry))
        name = texts[entry["kind"]].format(family=answer["parameters"]["family"][language])
        value = texts["unreachable"].format(low=entry["searched_from"], high=entry["searched_to"])
        if "value" in entry:
            value = "{:.2f}".format(entry["value"]) + (texts["interpolated"] if entry.get("interpolated") else "")
        screen.line("  {}: {}".format(name, value))


def _past(answer, texts, screen):
    bands = answer.get("past", {}).get("bands", [])
    if not bands:
        return
    screen.heading(texts["past"])
    for band in bands:
        width = texts["band_value"].format(band["band_percent"]) if "band_percent" in band else texts["no_band"]
        screen.line("  " + texts["band"].format(horizon=band["horizon"], mean=band["mean_absolute_error_percent"],
                                                cases=band["cases"], band=width))
    ranges = [texts["range"].format(year=band["year"], low=_persons(band["low"]), high=_persons(band["high"]))
              for band in answer.get("bands", [])]
    if ranges:
        screen.line("  " + texts["bands"] + ", ".join(ranges))


def _pyramid(scenario, texts, screen):
    """The last year as bars of text: men to the left, women to the right."""
    last = scenario["pyramid"][-1]
    screen.heading(texts["pyramid"].format(scenario=texts.get(scenario["name"], scenario["name"]), year=last["year"]))
    men, women = last["population"]["male"], last["population"]["female"]
    most = max(max(men), max(women), 1)
    bar = 30
    for group in range(len(men) - 1, -1, -1):
        age = "{}+".format(group * 5) if group == len(men) - 1 else "{}–{}".format(group * 5, group * 5 + 4)
        left, right = "█" * round(bar * men[group] / most), "█" * round(bar * women[group] / most)
        screen.line("  {:>9} {:>{bar}} {} {:<{bar}} {:>9}".format(
            _persons(men[group]), left, pad(age, 6), right, _persons(women[group]), bar=bar))

"""Years and days as Japanese papers write them, by the core's eras (explain(show=["eras"]))."""
import functools

from . import explain


@functools.lru_cache(maxsize=1)
def _eras():
    """The eras, the newest first."""
    return sorted(explain(show=("eras",))["eras"], key=lambda era: era["first_day"], reverse=True)


def _of(day):
    """(era, number of its year) on a day, YYYY-MM-DD; None before the first era."""
    era = next((era for era in _eras() if era["first_day"] <= day), None)
    return None if era is None else (era, int(day[:4]) - int(era["first_day"][:4]) + 1)


def _number(number):
    return "元" if number == 1 else str(number)


def era_year(year):
    """The era year in which a western year ends: 2019 is 令和元年; nothing where there is none."""
    found = None if year is None else _of("{:04d}-12-31".format(year))
    return "" if found is None else "{}{}年".format(found[0]["name"], _number(found[1]))


def both_years(year, kind="年度"):
    """A year by both counts: 令和2（2020）年度. The era is that in which the western year ends, as fiscal years are named."""
    found = _of("{:04d}-12-31".format(year))
    return "{}{}".format(year, kind) if found is None else "{}{}（{}）{}".format(found[0]["name"], _number(found[1]), year, kind)


def short_years(years):
    """{2026: "R8", …}: the short form of years; the western year where there is none."""
    found = {year: _of("{:04d}-12-31".format(year)) for year in years}
    return {year: "{}{}".format(one[0]["id"], one[1]) if one else str(year) for year, one in found.items()}


def era_day(day):
    """A day (YYYY-MM-DD) by both counts: 令和8（2026）年6月1日."""
    year, month, number = day.split("-")
    found = _of(day)
    name = "{}{}（{}）".format(found[0]["name"], _number(found[1]), year) if found else year
    return "{}年{}月{}日".format(name, int(month), int(number))

"""Charts as inline SVG: small, readable on a phone, in words for those who do not see them.

Colours come from classes of the style sheet; a hatch or an outline says the same as the colour.
"""
import math
from html import escape

_NARROW = 420  # drawing units of a chart: about one to one on a phone


def _svg(width, height, title, parts, kind):
    return ('<svg class="chart {}" viewBox="0 0 {} {}" role="img" aria-label="{}" preserveAspectRatio="xMidYMid meet">{}</svg>'
            .format(kind, width, height, escape(title, True), "".join(parts)))


def _text(x, y, text, kind="", anchor="start"):
    return '<text x="{:.1f}" y="{:.1f}" class="{}" text-anchor="{}">{}</text>'.format(x, y, kind, anchor, escape(str(text)))


def _line(x1, y1, x2, y2, kind):
    return '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="{}"/>'.format(x1, y1, x2, y2, kind)


def _path(points, kind):
    return '<polyline points="{}" class="{}"/>'.format(" ".join("{:.1f},{:.1f}".format(x, y) for x, y in points), kind)


def _columns(text):
    """About how wide a text is, in units of a Latin letter."""
    return sum(2 if ord(char) > 0x2e80 else 1 for char in text)


def rating_bar(parts, title):
    """Counts of ratings as one bar: ``parts`` of (symbol, count, "good", "poor" or "none"). Boxes, so that its text keeps
    its size at every width."""
    drawn, shades = [], {}
    for symbol, count, kind in parts:
        shades[kind] = shades.get(kind, -1) + 1
        drawn.append('<span class="part {} shade-{}" style="flex-grow:{}"><span class="symbol">{}</span> {}</span>'.format(
            kind, shades[kind] % 3, count, escape(str(symbol)), count))
    return '<div class="rating-bar" role="img" aria-label="{}">{}</div>'.format(escape(title, True), "".join(drawn)) if drawn else ""


def _scale(low, high, first, last):
    """Where a value lies between two places of the drawing."""
    span = float(high - low) or 1.0
    return lambda value: first + (float(value) - float(low)) / span * (last - first)


def trend(past, targets, labels, title):
    """The course of one indicator: what was measured (line), and the targets (dashes and diamonds).

    ``labels``: texts of the first and the last measured value and of the last target.
    """
    points = past + targets
    if len(points) < 2:
        return ""
    width, height, left, right = 220, 74, 34, 34
    years, values = [year for year, _ in points], [float(value) for _, value in points]
    across = _scale(min(years), max(years), left, width - right)
    up = _scale(min(values), max(values), height - 26, 18)
    drawn = []
    if past and targets:
        drawn.append(_path([(across(year), up(value)) for year, value in past[:1] + targets], "aimed"))
    if len(past) > 1:
        drawn.append(_path([(across(year), up(value)) for year, value in past], "measured"))
    for year, value in targets:
        x, y = across(year), up(value)
        drawn.append('<path d="M{0:.1f} {2:.1f}l4 4l-4 4l-4 -4z" class="diamond"/>'.format(x, y, y - 4))
    for year, value in past:
        drawn.append('<circle cx="{:.1f}" cy="{:.1f}" r="3" class="dot"/>'.format(across(year), up(value)))
    drawn += _end_labels(past, targets, labels, across, up, width)
    for year in sorted({min(years), max(years)}):
        drawn.append(_text(across(year), height - 4, year, "tick", "middle"))
    return _svg(width, height, title, drawn, "trend")


def _end_labels(past, targets, labels, across, up, width):
    """Values beside the first and the last point and the last target, kept apart from each other."""
    first, last, aim = labels
    drawn, taken = [], []
    wanted = []
    if past:
        wanted.append((past[0], first, "value"))
        if len(past) > 1:
            wanted.append((past[-1], last, "value strong"))
    if targets:
        wanted.append((targets[-1], aim, "value aim"))
    for (year, value), text, kind in wanted:
        half = 3.2 * _columns(text)
        x, y = min(max(across(year), half + 1), width - half - 1), up(value) - 7
        if any(abs(x - other) < half + size and abs(y - row) < 11 for other, row, size in taken):
            y = up(value) + 16
        taken.append((x, y, half))
        drawn.append(_text(x, y, text, kind, "middle"))
    return drawn


def _steps(high):
    """Round marks of an axis from nought to at least ``high``: about four."""
    power = 10 ** math.floor(math.log10(high)) if high > 0 else 1
    step = next(power * part for part in (0.2, 0.25, 0.5, 1, 2, 2.5) if high / (power * part) <= 5)
    return [step * count for count in range(int(math.ceil(high / step)) + 1)]


def _axes(years, top, height, left, right, labels):
    """Marks of years and of persons; returns the drawing and the two scales."""
    marks = _steps(top)
    across, up = _scale(years[0], years[-1], left, _NARROW - right), _scale(0, marks[-1], height - 24, 14)
    drawn = []
    for mark in marks:
        drawn.append(_line(left, up(mark), _NARROW - right, up(mark), "grid"))
        drawn.append(_text(left - 5, up(mark) + 4, "{:,.0f}".format(mark), "tick", "end"))
    drawn.append(_text(left - 5, 8, labels["persons"], "tick", "end"))
    step = 10 if years[-1] - years[0] > 30 else 5
    for year in range(years[0] + -years[0] % step, years[-1] + 1, step):
        drawn.append(_text(across(year), height - 8, year, "tick", "middle"))
    return drawn, across, up


def population_lines(scenarios, bands, records, targets, labels, title):
    """Total population: ``records`` as dots, ``scenarios`` of (name, [(year, total)]), ``bands`` of (year, low, high)."""
    everything = records + targets + [point for _, points in scenarios for point in points]
    if len(everything) < 3:
        return ""  # a sentence says more
    height, left, right = 290, 52, 84
    years = sorted({year for year, _ in everything})
    top = max([float(value) for _, value in everything] + [float(high) for _, _, high in bands])
    drawn, across, up = _axes(years, top, height, left, right, labels)
    if bands:
        start = [(year, total) for year, total in (scenarios[0][1] if scenarios else []) if year < bands[0][0]][-1:]
        outline = [(across(year), up(total)) for year, total in start]
        outline += [(across(year), up(high)) for year, _, high in bands]
        outline += [(across(year), up(low)) for year, low, _ in reversed(bands)]
        drawn.append('<polygon points="{}" class="band"/>'.format(" ".join("{:.1f},{:.1f}".format(*point) for point in outline)))
    ends = []
    for position, (name, points) in enumerate(scenarios):
        drawn.append(_path([(across(year), up(total)) for year, total in points], "scenario s{}".format(position % 6)))
        ends.append([up(points[-1][1]), name, "s{}".format(position % 6)])
    for year, total in records:
        drawn.append('<circle cx="{:.1f}" cy="{:.1f}" r="3.4" class="dot"/>'.format(across(year), up(total)))
    for year, total in targets:
        drawn.append('<path d="M{:.1f} {:.1f}l5 5l-5 5l-5 -5z" class="diamond"/>'.format(across(year), up(total) - 5))
        ends.append([up(total), labels["population_target"], "aim"])
    ends.sort()
    for before, after in zip(ends, ends[1:]):
        after[0] = max(after[0], before[0] + 13)
    drawn += [_text(_NARROW - right + 6, y + 4, name, "end " + kind) for y, name, kind in ends]
    return _svg(_NARROW, height, title, drawn, "lines")


def pyramid(first, last, ages, labels, title):
    """Two population pyramids over each other: ``first`` as outline, ``last`` filled; men to the left."""
    row, middle, top = 15, 44, 22
    height = top + row * len(ages) + 22
    side = (_NARROW - middle) / 2 - 6
    most = max(max(first["male"]), max(first["female"]), max(last["male"]), max(last["female"])) or 1
    left, right = _NARROW / 2 - middle / 2, _NARROW / 2 + middle / 2
    drawn = [_text(left, 12, labels["male"], "tick strong", "end"), _text(right, 12, labels["female"], "tick strong")]
    for group, age in enumerate(ages):
        y = top + row * (len(ages) - 1 - group)
        drawn.append(_text(_NARROW / 2, y + row - 4, age, "tick", "middle"))
        for sex, sign, origin in (("male", -1, left), ("female", 1, right)):
            for figures, kind in ((last, "now-" + sex), (first, "then")):
                length = float(figures[sex][group]) / float(most) * side
                drawn.append('<rect x="{:.1f}" y="{}" width="{:.1f}" height="{}" class="{}"/>'.format(
                    origin if sign > 0 else origin - length, y, length, row - 3, kind))
    half = _steps(float(most) / 1.2)[-2] if float(most) >= 2 else most
    for sign, origin in ((-1, left), (1, right)):
        x = origin + sign * float(half) / float(most) * side
        drawn.append(_line(x, top - 2, x, height - 18, "grid"))
        drawn.append(_text(x, height - 5, "{:,.0f}{}".format(half, labels["persons_unit"]), "tick", "middle"))
    return _svg(_NARROW, height, title, drawn, "pyramid")

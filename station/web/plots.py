"""Plots as shapes that a page draws as SVG: few kinds, and nothing that needs a style or a script.

The libraries that draw SVG (pygal, matplotlib, bokeh) put style elements, style attributes or
scripts into it, which the pages' Content-Security-Policy forbids, for good reason.  What stands
here is arithmetic alone: a page turns shapes into elements and escapes their texts, and the style
sheet gives shades their colours.

A drawing is 360 units wide, so that its letters can still be read on a telephone of that width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, floor, log10

WIDTH = 360.0
EDGE = 8.0
LINE_MAX = 5
"""Lines of a grid, at most: more are not counted by anybody."""

COLUMNS_HIGH, COLUMNS_LEFT, COLUMNS_TOP, COLUMNS_BOTTOM = 230.0, 34.0, 18.0, 34.0
GAP = 0.25
"""Of the room of a column, what stays free."""

ROW_HIGH, BAR_HIGH = 26.0, 18.0
ROWS_LEFT, ROWS_RIGHT, ROWS_TOP = 122.0, 34.0, 4.0
NAME_LENGTH_MAX = 8
TEXT_DOWN = 4.0
"""From the middle of a line of text down to where its letters stand."""


@dataclass(frozen=True, slots=True)
class Series:
    """One number a label, None where there is none; `shade` is its class in the style sheet."""

    name: str
    shade: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: series that lie upon one another, and marks at a height of their own.

    A label may have two lines, parted by a line feed.  `shown` are the texts at the ends of bars.
    """

    labels: tuple[str, ...]
    stacked: tuple[Series, ...]
    marks: tuple[Series, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a bar, with what is told when somebody points at it."""

    x: float
    y: float
    width: float
    height: float
    shade: str
    told: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; one of the grid tells nothing."""

    x1: float
    y1: float
    x2: float
    y2: float
    shade: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text; `anchor` is start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str
    shade: str = "label"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are drawn."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    marks: tuple[Stroke, ...]
    texts: tuple[Text, ...]


def columns(chart: Chart) -> Drawing:
    """Draw upright columns beside one another, for what goes on in time."""
    top = _highest(chart)
    bottom = COLUMNS_HIGH - COLUMNS_BOTTOM
    per_unit = (bottom - COLUMNS_TOP) / grid(top)[-1]
    room = (WIDTH - COLUMNS_LEFT - EDGE) / max(len(chart.labels), 1)
    wide = room * (1 - GAP)

    def left(place: int) -> float:
        return COLUMNS_LEFT + place * room + (room - wide) / 2

    boxes = [
        Box(left(place), bottom - high * per_unit, wide, (high - low) * per_unit, shade, told)
        for place, low, high, shade, told in _parts(chart)
    ]
    marks = [
        Stroke(left(place), height, left(place) + wide, height, series.shade, told)
        for series in chart.marks
        for place, value, told in _told(chart, series)
        for height in [bottom - value * per_unit]
    ]
    strokes, texts = [], []
    for value in grid(top):
        y = bottom - value * per_unit
        strokes.append(Stroke(COLUMNS_LEFT, y, WIDTH - EDGE, y, "grid"))
        texts.append(Text(COLUMNS_LEFT - 6, y + TEXT_DOWN, f"{value:g}", "end"))
    for place, label in enumerate(chart.labels):
        for line, text in enumerate(label.split("\n")):
            y = bottom + 15 + line * 14
            texts.append(Text(left(place) + wide / 2, y, text, "middle"))
    for place, (text, high) in enumerate(zip(chart.shown, _totals(chart), strict=False)):
        y = bottom - high * per_unit - 4
        texts.append(Text(left(place) + wide / 2, y, text, "middle", "shown"))
    return Drawing(WIDTH, COLUMNS_HIGH, tuple(strokes), tuple(boxes), tuple(marks), tuple(texts))


def rows(chart: Chart) -> Drawing:
    """Draw lying bars below one another, for what has names."""
    per_unit = (WIDTH - ROWS_LEFT - ROWS_RIGHT) / max([1.0, *_totals(chart)])

    def upper(place: int) -> float:
        return ROWS_TOP + place * ROW_HIGH

    boxes = [
        Box(
            ROWS_LEFT + low * per_unit, upper(place), (high - low) * per_unit, BAR_HIGH, shade, told
        )
        for place, low, high, shade, told in _parts(chart)
    ]
    texts = []
    for place, label in enumerate(chart.labels):
        y = upper(place) + BAR_HIGH / 2 + TEXT_DOWN
        texts.append(Text(ROWS_LEFT - 6, y, shortened(label), "end"))
    for place, (text, total) in enumerate(zip(chart.shown, _totals(chart), strict=False)):
        y = upper(place) + BAR_HIGH / 2 + TEXT_DOWN
        texts.append(Text(ROWS_LEFT + total * per_unit + 5, y, text, "start", "shown"))
    height = upper(len(chart.labels))
    axis = Stroke(ROWS_LEFT, 0, ROWS_LEFT, height, "grid")
    return Drawing(WIDTH, height, (axis,), tuple(boxes), (), tuple(texts))


def grid(top: float) -> tuple[float, ...]:
    """Return round numbers from 0 to one that is not below `top`, by steps of 1, 2 or 5 tens."""
    rough = max(top, 1.0) / LINE_MAX
    ten = 10.0 ** floor(log10(rough))
    step = max(next(one * ten for one in (1, 2, 5, 10) if one * ten >= rough * (1 - 1e-9)), 1.0)
    return tuple(count * step for count in range(ceil(max(top, 1.0) / step - 1e-9) + 1))


def shortened(name: str) -> str:
    """Return a name that has room beside a bar; the table below has it whole."""
    return name if len(name) <= NAME_LENGTH_MAX else name[: NAME_LENGTH_MAX - 1] + "…"


def _totals(chart: Chart) -> list[float]:
    return [sum(values) for values in _values(chart)]


def _values(chart: Chart) -> Iterable[Sequence[float]]:
    """Return what lies upon one another, label by label."""
    return [
        [series.values[place] or 0 for series in chart.stacked]
        for place in range(len(chart.labels))
    ]


def _highest(chart: Chart) -> float:
    marks = (value or 0 for series in chart.marks for value in series.values)
    return max([*_totals(chart), *marks], default=0)


def _parts(chart: Chart) -> Iterable[tuple[int, float, float, str, str]]:
    """Return each part that there is: its place, from where to where, its shade, what it tells."""
    for place, values in enumerate(_values(chart)):
        for series, (low, high) in zip(
            chart.stacked, pairwise(accumulate([0.0, *values])), strict=True
        ):
            if high > low:
                told = _words(chart.labels[place], series.name, high - low)
                yield place, low, high, series.shade, told


def _told(chart: Chart, series: Series) -> Iterable[tuple[int, float, str]]:
    for place, value in enumerate(series.values):
        if value is not None:
            yield place, value, _words(chart.labels[place], series.name, value)


def _words(label: str, name: str, value: float) -> str:
    return f"{' '.join(label.split())}, {name}: {value:.4g}"

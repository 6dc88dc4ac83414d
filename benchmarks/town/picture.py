"""A picture of how late what went wrong is known, one group of bars a span of time, as SVG."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from benchmarks.town.figures import Figures

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 860, 360, 56, 64, 52
COLOURS = ("#b3541e", "#d9a441", "#1f6f8b")
INK, LINE = "#222222", "#cccccc"


def picture(title: str, years: Sequence[Figures]) -> str:
    """Return an SVG: shares of all mishaps by span, the processes beside one another."""
    high = HEIGHT - TOP - BOTTOM
    names = list(years[0].spans)
    group = (WIDTH - LEFT - 16) / len(names)
    bar = (group - 20) / len(years)
    parts = [_text(LEFT, 22, title, weight="bold")]
    for percent in (0, 25, 50, 75, 100):
        y = TOP + high * (1 - percent / 100)
        parts.append(
            f"<line x1='{LEFT}' x2='{WIDTH - 16}' y1='{y:.1f}' y2='{y:.1f}' stroke='{LINE}'/>"
        )
        parts.append(_text(LEFT - 8, y + 4, f"{percent} %", anchor="end"))
    for at, (year, colour) in enumerate(zip(years, COLOURS, strict=False)):
        x = LEFT + at * 250
        parts.append(f"<rect x='{x}' y='34' width='12' height='12' fill='{colour}'/>")
        parts.append(_text(x + 18, 45, year.process))
        for place, (name, share) in enumerate(_shares(year.spans).items()):
            left = LEFT + place * group + 10 + at * bar
            parts.append(_bar(left, bar - 3, high, share, colour, f"{year.process}, {name}"))
    for place, name in enumerate(names):
        middle = LEFT + (place + 0.5) * group
        parts.append(_text(middle, HEIGHT - BOTTOM + 20, name, anchor="middle"))
    parts.append(_text(LEFT, HEIGHT - 10, "when it was known, share of everything that went wrong"))
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>\n"
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='white'/>\n"
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    total = sum(counts.values()) or 1
    return {name: count / total for name, count in counts.items()}


def _bar(left: float, width: float, high: float, share: float, colour: str, said: str) -> str:
    tall = high * share
    y = TOP + high - tall
    label = _text(left + width / 2, y - 4, f"{share:.1%}", anchor="middle", size=11)
    box = (
        f"<rect x='{left:.1f}' y='{y:.1f}' width='{width:.1f}' height='{tall:.1f}' fill='{colour}'>"
    )
    return f"{box}<title>{escape(said)}: {share:.1%}</title></rect>{label}"


def _text(
    x: float, y: float, text: str, *, anchor: str = "start", weight: str = "normal", size: int = 13
) -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-family='sans-serif' font-size='{size}' fill='{INK}' "
        f"text-anchor='{anchor}' font-weight='{weight}'>{escape(text)}</text>"
    )

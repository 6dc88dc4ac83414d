"""Papers by name, and what fits them: text sizes, margins, the printer's dots."""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

POINTS_AN_INCH = 72


class PaperSize(StrEnum):
    """What a small paper can be printed on."""

    A4 = "a4"
    LABEL = "62x29"
    LONG_LABEL = "62x100"
    ROLL = "62"
    """Tape of 62 mm without an end: cut where the paper ends."""


class TextSize(Enum):
    """How large a text is, by what it is for."""

    TITLE = "title"
    LARGE = "large"
    BODY = "body"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to draw on; lengths in points.

    `dpi` is what its printers resolve: bars and codes are drawn in whole dots of it, for a bar that
    ends within a dot comes out as another width.  `least` is the smallest text: Japanese below it
    runs together.
    """

    width: float
    high: float
    margin: float
    dpi: float
    text: dict[TextSize, float]
    least: float
    bars_high: float
    code_side: float
    line_high: float
    is_cut: bool = False

    def with_text(self, part: float) -> "Page":
        """Return the same page with smaller text, though none below the least."""
        smaller = {use: max(size * part, self.least) for use, size in self.text.items()}
        return replace(self, text=smaller)

    @property
    def dot(self) -> float:
        """One dot of the printer."""
        return POINTS_AN_INCH / self.dpi


TAPE_DPI = 203.2
"""What label printers call 203 dpi: eight dots a millimetre."""


def _tape(high: float, bars_high: float, *, is_cut: bool = False) -> Page:
    """Return a page of a label printer: of 62 mm some 58 can be printed on."""
    return Page(
        width=62 * mm,
        high=high,
        margin=2 * mm,
        dpi=TAPE_DPI,
        text={
            TextSize.TITLE: 11,
            TextSize.LARGE: 11,
            TextSize.BODY: 7.5,
            TextSize.SMALL: 6,
        },
        least=6,
        bars_high=bars_high,
        code_side=25 * mm,
        line_high=6.5 * mm,
        is_cut=is_cut,
    )


ROLL_LONGEST = 1000 * mm
"""What label printers feed at most for one label."""

PAGES = {
    PaperSize.A4: Page(
        width=A4[0],
        high=A4[1],
        margin=15 * mm,
        dpi=300,
        text={
            TextSize.TITLE: 18,
            TextSize.LARGE: 16,
            TextSize.BODY: 10,
            TextSize.SMALL: 8,
        },
        least=7,
        bars_high=13 * mm,
        code_side=36 * mm,
        line_high=11 * mm,
    ),
    PaperSize.LABEL: _tape(29 * mm, 8.5 * mm),
    PaperSize.LONG_LABEL: _tape(100 * mm, 12 * mm),
    PaperSize.ROLL: _tape(ROLL_LONGEST, 12 * mm, is_cut=True),
}

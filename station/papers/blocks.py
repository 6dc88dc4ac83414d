"""What small papers are put together from: texts, rows, bars, checkpoints, lines to write on.

A block knows how high it is in a width before it is drawn, so that nothing is drawn that has no
room.  No text is ever cut: it shrinks, it goes on in the next line, or the paper is refused.
"""

import math
from dataclasses import dataclass, field
from typing import Protocol

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from station.papers.codes import PX_A_MODULE, Bars, qr_picture
from station.papers.fonts import Fonts, fonts
from station.papers.sizes import Page, TextSize
from station.papers.whole_file import PaperError
from station.words import noted as _

LEADING = 1.25
SHRINK_STEP = 0.5
"""By so many points a text shrinks until it fits."""

NARROWEST = 0.25 * mm
"""The narrowest bar that hand scanners and cameras read well from paper that was folded and carried
about: two dots at 203 dpi, three at 300."""

INSET = 0.25
"""So many dots a bar is drawn narrower on each side: a printer paints every dot that a bar touches
(ISO 32000-1, section 10.6.5), and one that lies off by a hair must not get a dot more."""

WIDEST = 0.5 * mm
"""Wider bars than these are read from no farther away on a desk, and take the room of the text."""

BARS_SHARE_MIN = 0.15
"""Bars are at least so high, of their width: ISO/IEC 15417, annex on scanning by hand."""

GAP: float = 1 * mm
PAD: float = 0.8 * mm
FINE, STRONG = 0.4, 0.8
"""Widths of lines, points."""


@dataclass(slots=True)
class Pen:
    """What blocks are measured and drawn with."""

    canvas: Canvas
    page: Page
    fonts: Fonts = field(default_factory=fonts)

    def wide(self, text: str, size: float) -> float:
        """Return how wide a line is."""
        return sum(self.fonts.width(sign, size) for sign in text)

    def text(self, x: float, base: float, text: str, size: float) -> None:
        """Write one line on its base."""
        for font, part in self.fonts.runs(text):
            self.canvas.setFont(font.name, size)
            self.canvas.drawString(x, base, part)
            x += self.wide(part, size)

    def lines(self, x: float, top: float, lines: list[str], size: float) -> None:
        """Write lines below one another."""
        for number, line in enumerate(lines, start=1):
            self.text(x, top - number * size * LEADING + (LEADING - 1) * size, line, size)

    def rule(self, x: float, y: float, width: float, weight: float = FINE) -> None:
        """Draw a line from left to right."""
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, x + width, y)

    def on_dot(self, x: float) -> float:
        """Return the printer's dot that is nearest."""
        return round(x / self.page.dot) * self.page.dot

    def dots_a_module(self, modules: int, width: float, what: str) -> int:
        """Return how many dots a module gets; PaperError where bars would be too narrow to read."""
        least = math.ceil(NARROWEST / self.page.dot - 0.01)
        dots = int(width / self.page.dot / modules)
        if dots < least:
            needed = modules * least * self.page.dot
            raise PaperError(
                _(
                    "expected {needed} mm of width for the bars of {what}, got {width} mm;"
                    " choose a wider paper"
                ),
                needed=f"{needed / mm:.0f}",
                what=what,
                width=f"{width / mm:.0f}",
            )
        return dots


class Block(Protocol):
    """Something on a paper."""

    def high(self, pen: Pen, width: float) -> float:
        """Return how high it is in a width, points."""
        ...

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it below a line."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text; one that `shrinks` first tries to stay in one line."""

    text: str
    size: TextSize = TextSize.BODY
    shrinks: bool = False
    is_centred: bool = False

    def high(self, pen: Pen, width: float) -> float:
        """Return the height of its lines."""
        size = self._size(pen, width)
        return len(pen.fonts.lines(self.text, width, size)) * size * LEADING + GAP / 2

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write its lines."""
        size = self._size(pen, width)
        lines = pen.fonts.lines(self.text, width, size)
        for number, line in enumerate(lines):
            indent = (width - pen.wide(line, size)) / 2 if self.is_centred else 0
            pen.lines(x + indent, top - number * size * LEADING, [line], size)

    def _size(self, pen: Pen, width: float) -> float:
        """Return the size in which it fits a line; if none does, the body's, on several lines."""
        largest, body = pen.page.text[self.size], pen.page.text[TextSize.BODY]
        size, least = largest, body if largest > body else pen.page.least
        while self.shrinks and size > least and self._widest(pen, size) > width:
            size = max(size - SHRINK_STEP, least)
        fits = self._widest(pen, size) <= width
        return size if fits or not self.shrinks else min(largest, body)

    def _widest(self, pen: Pen, size: float) -> float:
        return max(pen.wide(line, size) for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside one another, in parts of the width; a line below them."""

    cells: tuple[str, ...]
    parts: tuple[int, ...]
    size: TextSize = TextSize.BODY
    is_head: bool = False

    def high(self, pen: Pen, width: float) -> float:
        """Return the height of the highest cell."""
        size = pen.page.text[self.size]
        lines = max(len(cell) for cell in self._broken(pen, width))
        return lines * size * LEADING + 2 * PAD

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the cells."""
        size = pen.page.text[self.size]
        for cell, wide in zip(self._broken(pen, width), self._widths(width), strict=True):
            pen.lines(x, top - PAD, cell, size)
            x += wide
        weight = STRONG if self.is_head else FINE
        pen.rule(x - width, top - self.high(pen, width), width, weight)

    def _widths(self, width: float) -> list[float]:
        return [width * part / sum(self.parts) for part in self.parts]

    def _broken(self, pen: Pen, width: float) -> list[list[str]]:
        size = pen.page.text[self.size]
        return [
            pen.fonts.lines(cell, wide - PAD, size)
            for cell, wide in zip(self.cells, self._widths(width), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Gap:
    """Room: so many times the usual."""

    times: float = 1

    def high(self, pen: Pen, width: float) -> float:
        """Return its height: as much as a line of small text gets."""
        del width
        return self.times * pen.page.text[TextSize.SMALL] / 2

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Leave it empty."""


@dataclass(frozen=True, slots=True)
class BarsBlock:
    """Bars, in the middle and as wide as the paper lets them be."""

    bars: Bars

    def high(self, pen: Pen, width: float) -> float:
        """Return how high the bars are: as the page has it, more where they are very wide."""
        return max(pen.page.bars_high, BARS_SHARE_MIN * self._wide(pen, width)) + GAP

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw each bar in whole dots."""
        module = self._module(pen, width)
        left = pen.on_dot(x + (width - self._wide(pen, width)) / 2)
        high = self.high(pen, width) - GAP
        inset = INSET * pen.page.dot
        pen.canvas.setFillGray(0)
        for first, count in self.bars.runs():
            at, wide = left + first * module + inset, count * module - 2 * inset
            pen.canvas.rect(at, top - high, wide, high, stroke=0, fill=1)

    def _module(self, pen: Pen, width: float) -> float:
        dots = pen.dots_a_module(len(self.bars.modules), width, self.bars.text)
        return min(dots, int(WIDEST / pen.page.dot)) * pen.page.dot

    def _wide(self, pen: Pen, width: float) -> float:
        return len(self.bars.modules) * self._module(pen, width)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signed end of the ledger: as a QR code, beside it as text, and above it what it is for."""

    note: str
    told: str

    def high(self, pen: Pen, width: float) -> float:
        """Return the height of what is told and of the higher of both below it."""
        size = pen.page.text[TextSize.SMALL]
        below = max(self._side(pen, width), len(self._lines(pen, width)) * size * LEADING)
        return self._above.high(pen, width) + below + GAP

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write what it is for, draw the code and write the note."""
        self._above.draw(pen, x, top, width)
        top -= self._above.high(pen, width)
        side = self._side(pen, width)
        left = pen.on_dot(x)
        picture = ImageReader(qr_picture(self.note))
        pen.canvas.drawImage(picture, left, top - side, side, side)
        size = pen.page.text[TextSize.SMALL]
        pen.lines(x + side + PAD, top, self._lines(pen, width), size)

    @property
    def _above(self) -> Text:
        return Text(self.told, TextSize.SMALL)

    def _side(self, pen: Pen, width: float) -> float:
        modules = qr_picture(self.note).width // PX_A_MODULE
        room = min(pen.page.code_side, width)
        return modules * pen.dots_a_module(modules, room, "the checkpoint") * pen.page.dot

    def _lines(self, pen: Pen, width: float) -> list[str]:
        room = width - self._side(pen, width) - PAD
        size = pen.page.text[TextSize.SMALL]
        pen.fonts.require(self.note)
        parts = (line for line in self.note.splitlines() if line)
        return [line for part in parts for line in pen.fonts.lines(part, room, size)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is asked, and below it a line to answer it by hand."""

    asked: str

    def high(self, pen: Pen, width: float) -> float:
        """Return room for the text and for handwriting."""
        return Text(self.asked, TextSize.SMALL).high(pen, width) + pen.page.line_high

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the text and draw the line."""
        Text(self.asked, TextSize.SMALL).draw(pen, x, top, width)
        pen.rule(x, top - self.high(pen, width) + GAP, width)

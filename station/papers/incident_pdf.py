"""The report of an incident as PDF: A4, fonts embedded, every page numbered."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from station.papers.blocks import Block, Gap, Pen, Row, Text
from station.papers.incident_report import Heading, Photo, Report, Sentence, Table
from station.papers.pages import Paper, write_papers
from station.papers.sizes import PaperSize, TextSize

PHOTO_HIGH_MAX: float = 120 * mm

CELL_LENGTH_MAX = 300
"""Signs of one cell; a longer text goes on in the next row, which may stand on the next page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo, as wide as the page lets it be and no higher than half of it."""

    jpeg: bytes

    def high(self, pen: Pen, width: float) -> float:
        """Return the height that its width comes to."""
        del pen
        return self._size(width)[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it at the left."""
        wide, high = self._size(width)
        pen.canvas.drawImage(ImageReader(io.BytesIO(self.jpeg)), x, top - high, wide, high)

    def _size(self, width: float) -> tuple[float, float]:
        wide, high = ImageReader(io.BytesIO(self.jpeg)).getSize()
        scale = min(width / wide, PHOTO_HIGH_MAX / high)
        return wide * scale, high * scale


@dataclass(frozen=True, slots=True)
class Unbroken:
    """Blocks that stay on one page: a heading alone at a page's foot says nothing."""

    blocks: tuple[Block, ...]

    def high(self, pen: Pen, width: float) -> float:
        """Return the height of all."""
        return sum(block.high(pen, width) for block in self.blocks)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw them below one another."""
        for block in self.blocks:
            block.draw(pen, x, top, width)
            top -= block.high(pen, width)


def write_incident_pdf(file: IO[bytes], report: Report) -> None:
    """Draw a report; PaperError where no font has a sign of a name."""
    blocks = (Text(report.title, TextSize.TITLE), *_blocks(report))
    write_papers(file, [Paper(report.title, blocks, report.names)], PaperSize.A4, report.mark)


def _blocks(report: Report) -> Iterator[Block]:
    """Yield the blocks; each heading stays with what begins below it."""
    heading: tuple[Block, ...] = ()
    for part in report.parts:
        if isinstance(part, Heading):
            heading = (Gap(3), Text(part.text, TextSize.LARGE))
            continue
        first, *others = _body(part)
        yield Unbroken((*heading, first))
        yield from others
        heading = ()


def _body(part: Sentence | Photo | Table) -> Iterator[Block]:
    if isinstance(part, Sentence):
        size = TextSize.LARGE if part.large else TextSize.BODY
        yield Text(part.text, size, shrinks=part.large)
    elif isinstance(part, Photo):
        yield Unbroken((Picture(part.jpeg), Text(part.text, TextSize.SMALL)))
    else:
        yield from _rows(part)


def _rows(table: Table) -> Iterator[Block]:
    head = (Row(table.head, table.parts, is_head=True),) if table.head else ()
    first, *others = _cells(table)
    yield Unbroken((*head, first))
    yield from others


def _cells(table: Table) -> Iterator[Block]:
    for row in table.rows:
        for start in range(0, max(1, *map(len, row)), CELL_LENGTH_MAX):
            cells = tuple(cell[start : start + CELL_LENGTH_MAX] for cell in row)
            yield Row(cells, table.parts)

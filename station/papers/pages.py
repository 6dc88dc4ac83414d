"""Blocks put on pages: a paper flows over as many as it needs, a card has its one place."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import IO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from station.papers.blocks import FINE, Block, Pen, Text
from station.papers.fonts import fonts
from station.papers.sizes import PAGES, Page, PaperSize, TextSize
from station.papers.whole_file import PaperError
from station.words import noted as _

FOOT: float = 3 * mm
"""Room for the number of a page."""

CUT_GREY = 0.7
ACROSS_GREY, ACROSS_PART = 0.9, 0.6
"""How pale a mark across a page is, and how much of the diagonal it takes."""

UNPRINTABLE: float = 5 * mm
"""What office printers leave white at the edges of a sheet."""

TEXT_PARTS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much of its size a card's text may keep; no text gets smaller than the least of its page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, and its blocks from top to bottom.

    `names` are those of people and departments that stand on it, which no font may be without.
    """

    title: str
    blocks: tuple[Block, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What has its one place: a label, a badge.  `of` says whose it is, where it has no room.

    `names` are as in a paper.
    """

    of: str
    blocks: tuple[Block, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardSize:
    """How large a card is on a sheet of many, points."""

    width: float
    high: float


def write_papers(file: IO[bytes], papers: Sequence[Paper], size: PaperSize, mark: str = "") -> int:
    """Draw papers, each on pages of its own; return how many pages.

    `mark` stands at the head of every page and across it.  PaperError where a block has no room on
    a page of this size, or a sign of a name no font.
    """
    for paper in papers:
        fonts().require(*paper.names)
    page = PAGES[size]
    canvas = Canvas(file, pagesize=(page.width, page.high), pageCompression=1)
    canvas.setTitle(f"{mark} {papers[0].title}".strip())
    count = 0
    for paper in papers:
        laid = _laid(Pen(canvas, page), paper, _marks(mark))
        for number, blocks in enumerate(laid, start=1):
            told = f"{number} / {len(laid)}" if len(laid) > 1 else ""
            _draw_page(canvas, page, blocks, told, mark)
        count += len(laid)
    canvas.save()
    return count


def _marks(mark: str) -> tuple[Block, ...]:
    """Return the block that marks a page or a card; none for an empty mark."""
    return (Text(mark, TextSize.LARGE, shrinks=True, is_centred=True),) if mark else ()


def _laid(pen: Pen, paper: Paper, marks: tuple[Block, ...]) -> list[list[Block]]:
    """Return the blocks of each page below its mark; later pages begin with the title."""
    page = pen.page
    width, room = page.width - 2 * page.margin, page.high - 2 * page.margin - FOOT
    room -= sum(mark.high(pen, width) for mark in marks)
    head = Text(paper.title, TextSize.SMALL)
    pages: list[list[Block]] = [[]]
    left = room
    for block in paper.blocks:
        high = block.high(pen, width)
        if high > left and pages[-1]:
            pages.append([head])
            left = room - head.high(pen, width)
        if high > left:
            raise _no_room(paper.title, page)
        pages[-1].append(block)
        left -= high
    return [[*marks, *blocks] for blocks in pages]


def _draw_page(
    canvas: Canvas, page: Page, blocks: list[Block], number: str, mark: str = ""
) -> None:
    pen = Pen(canvas, page)
    width = page.width - 2 * page.margin
    if page.is_cut:
        used = sum(block.high(pen, width) for block in blocks)
        page = replace(page, high=used + 2 * page.margin + (FOOT if number else 0))
    canvas.setPageSize((page.width, page.high))
    if mark:
        draw_across(pen, page.width, page.high, mark)
    _stack(pen, blocks, page.margin, page.high - page.margin, width)
    if number:
        size = page.text[TextSize.SMALL]
        pen.text(page.width - page.margin - pen.wide(number, size), page.margin, number, size)
    canvas.showPage()


def draw_across(pen: Pen, width: float, high: float, mark: str) -> None:
    """Draw a mark from corner to corner, so pale that bars and codes over it are still read."""
    canvas = pen.canvas
    long = math.hypot(width, high) * ACROSS_PART
    size = long / pen.wide(mark, 1)
    canvas.saveState()
    canvas.translate(width / 2, high / 2)
    canvas.rotate(math.degrees(math.atan2(high, width)))
    canvas.setFillGray(ACROSS_GREY)
    pen.text(-long / 2, -size / 3, mark, size)
    canvas.restoreState()


def _stack(pen: Pen, blocks: Iterable[Block], x: float, top: float, width: float) -> None:
    for block in blocks:
        block.draw(pen, x, top, width)
        top -= block.high(pen, width)


def write_cards(
    file: IO[bytes],
    title: str,
    cards: Sequence[Card],
    size: PaperSize,
    on_sheet: CardSize,
    mark: str = "",
) -> int:
    """Draw cards: many on a sheet, to be cut out, or each on a label of its own; return the pages.

    `mark` stands on every one of them.  PaperError where a card has no room, or a sign of a
    name no font.
    """
    for card in cards:
        fonts().require(*card.names)
    page = PAGES[size]
    canvas = Canvas(file, pagesize=(page.width, page.high), pageCompression=1)
    canvas.setTitle(f"{mark} {title}".strip())
    cards = [replace(card, blocks=(*_marks(mark), *card.blocks)) for card in cards]
    pages = _on_sheets(canvas, page, cards, on_sheet) if size is PaperSize.A4 else len(cards)
    if size is not PaperSize.A4:
        for card in cards:
            _on_label(canvas, page, card)
    canvas.save()
    return pages


def _on_label(canvas: Canvas, page: Page, card: Card) -> None:
    pen = Pen(canvas, page)
    if page.is_cut:
        width = page.width - 2 * page.margin
        used = sum(block.high(pen, width) for block in card.blocks)
        page = replace(page, high=used + 2 * page.margin)
    canvas.setPageSize((page.width, page.high))
    _draw_card(pen, card, 0, page.high, CardSize(page.width, page.high))
    canvas.showPage()


def _on_sheets(canvas: Canvas, page: Page, cards: Sequence[Card], one: CardSize) -> int:
    columns = int((page.width - 2 * UNPRINTABLE) / one.width)
    rows = int((page.high - 2 * UNPRINTABLE) / one.high)
    left = (page.width - columns * one.width) / 2
    top = page.high - (page.high - rows * one.high) / 2
    for number, card in enumerate(cards):
        row, column = divmod(number % (columns * rows), columns)
        if number and not row and not column:
            canvas.showPage()
        x, y = left + column * one.width, top - row * one.high
        _draw_card(Pen(canvas, page), card, x, y, one)
        canvas.setStrokeGray(CUT_GREY)
        canvas.setLineWidth(FINE)
        canvas.rect(x, y - one.high, one.width, one.high)
        canvas.setStrokeGray(0)
    canvas.showPage()
    return -(-len(cards) // (columns * rows))


def _draw_card(pen: Pen, card: Card, x: float, top: float, size: CardSize) -> None:
    """Draw a card in the middle of its place, its text as large as its margins let it be."""
    margin = PAGES[PaperSize.LABEL].margin
    width, room = size.width - 2 * margin, size.high - 2 * margin
    for part in TEXT_PARTS:
        smaller = Pen(pen.canvas, pen.page.with_text(part))
        high = sum(block.high(smaller, width) for block in card.blocks)
        if high <= room:
            _stack(smaller, card.blocks, x + margin, top - margin - (room - high) / 2, width)
            return
    raise _no_room(card.of, pen.page)


def _no_room(what: str, page: Page) -> PaperError:
    return PaperError(
        _("expected room for {what}, got a paper of {size}; choose a larger paper"),
        what=what,
        size=f"{page.width / mm:.0f} x {page.high / mm:.0f} mm",
    )

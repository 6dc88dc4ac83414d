"""The distribution book on paper: A4 landscape, every page headed and numbered.

Drawn row by row, so that a year's book needs no more memory than its pages.  A4: ISO 216.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from station.papers.book import COLUMNS, BookDay, Row
from station.papers.codes import qr_picture
from station.papers.fonts import Fonts, fonts
from station.words import Say
from station.words import noted as _

PAGE = landscape(A4)
MARGIN = 10 * mm
SIZE, HEAD_SIZE, TITLE_SIZE = 7.0, 7.0, 12.0
LEADING = 1.25
PAD: float = 1.2 * mm
ROW_MIN = 8 * mm
QR_SIDE = 32 * mm
SHARES = (8, 22, 17, 29, 24, 28, 9, 23, 22, 30, 30, 35)
"""Widths of the columns, in parts of the width between the margins."""

WIDTHS = tuple((PAGE[0] - 2 * MARGIN) * share / sum(SHARES) for share in SHARES)
"""Widths of the columns, points."""

HEAD_HIGH, FOOT_HIGH = 10 * mm, 8 * mm
PAGES_FORM = "pages"


@dataclass
class Sheet:
    """A book as it is drawn: the canvas, and how far down the page it has come."""

    canvas: Canvas
    fonts: Fonts
    say: Say
    title: str
    mark: str = ""
    page: int = 0
    y: float = 0.0

    def need(self, high: float) -> None:
        """Make room for so much; on a new page where this one has not got it."""
        if not self.page or self.y - high < MARGIN + FOOT_HIGH:
            self._new_page()

    def _new_page(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = PAGE[1] - MARGIN
        if self.mark:
            self._mark()
        self.text(MARGIN, self.y - TITLE_SIZE, self.say(_("Distribution book")), TITLE_SIZE)
        self.text(MARGIN + 60 * mm, self.y - TITLE_SIZE, self.title, SIZE + 2)
        self.text(PAGE[0] - MARGIN - 22 * mm, MARGIN, f"{self.page} /", SIZE)
        self.canvas.doForm(PAGES_FORM)
        self.y -= HEAD_HIGH
        names = self._broken([self.say(name) for name in COLUMNS], HEAD_SIZE)
        self.cells(names, HEAD_SIZE, high=_high(names, HEAD_SIZE), grey=True)

    def _mark(self) -> None:
        """Say at the head of the page, large, what kind of ledger this is of."""
        size = TITLE_SIZE + 4
        wide = sum(self.fonts.width(sign, size) for sign in self.mark)
        self.text((PAGE[0] - wide) / 2, self.y - size, self.mark, size)
        self.y -= size + 2 * PAD

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Write one line."""
        for font, part in self.fonts.runs(text):
            self.canvas.setFont(font.name, size)
            self.canvas.drawString(x, y, part)
            x += sum(self.fonts.width(sign, size) for sign in part)

    def row(self, row: Row) -> None:
        """Draw one piece; a void one is struck through.  PaperError for a name without a font."""
        self.fonts.require(*row.names)
        broken = self._broken(row.cells, SIZE)
        high = max(ROW_MIN, _high(broken, SIZE))
        self.need(high)
        self.cells(broken, SIZE, high=high)
        if row.is_void:
            middle = self.y + high / 2
            self.canvas.line(MARGIN, middle, MARGIN + sum(WIDTHS[:-1]), middle)

    def cells(
        self, broken: list[list[str]], size: float, *, high: float, grey: bool = False
    ) -> None:
        """Draw one row of boxes with their text."""
        x = MARGIN
        self.y -= high
        for width, lines in zip(WIDTHS, broken, strict=True):
            self.canvas.setFillGray(0.92 if grey else 1)
            self.canvas.rect(x, self.y, width, high, fill=1)
            self.canvas.setFillGray(0)
            for number, line in enumerate(lines, start=1):
                self.text(x + PAD, self.y + high - PAD - number * size * LEADING + 2, line, size)
            x += width

    def _broken(self, cells: Iterable[str], size: float) -> list[list[str]]:
        return [
            self.fonts.lines(cell, width - 2 * PAD, size)
            for cell, width in zip(cells, WIDTHS, strict=True)
        ]

    def line(self, text: str) -> None:
        """Write one line between the rows."""
        high = SIZE * LEADING + 2 * PAD
        self.need(high)
        self.y -= high
        self.text(MARGIN + PAD, self.y + PAD, text, SIZE + 1)

    def foot(self, note: str) -> None:
        """Draw the checkpoint, as a code and as text."""
        self.need(QR_SIDE + 4 * mm)
        self.y -= QR_SIDE + 2 * mm
        code = ImageReader(qr_picture(note))
        self.canvas.drawImage(code, MARGIN, self.y, QR_SIDE, QR_SIDE)
        lines = [
            part for line in note.splitlines() for part in self.fonts.lines(line, 200 * mm, SIZE)
        ]
        for number, line in enumerate(lines, start=1):
            at = self.y + QR_SIDE - number * SIZE * LEADING
            self.text(MARGIN + QR_SIDE + 4 * mm, at, line, SIZE)

    def end(self) -> None:
        """Say on every page how many pages there are, and end."""
        self.canvas.showPage()
        self.canvas.beginForm(PAGES_FORM)
        self.text(PAGE[0] - MARGIN - 16 * mm, MARGIN, str(self.page), SIZE)
        self.canvas.endForm()
        self.canvas.save()


def _high(broken: list[list[str]], size: float) -> float:
    """How high the highest of the boxes is, points."""
    return max(map(len, broken)) * size * LEADING + 2 * PAD


def write_pdf(
    file: IO[bytes], days: Iterable[BookDay], say: Say, title: str, note: str, mark: str = ""
) -> int:
    """Draw a book: a heading and a total for each day, the sum, and the checkpoint at its foot.

    `mark` stands at the head of every page.
    Returns the pieces.  A book without entries says so.  PaperError where no font has a sign of a
    name.
    """
    fonts().require(title, note)
    sheet = Sheet(Canvas(file, pagesize=PAGE, pageCompression=1), fonts(), say, title, mark)
    sheet.canvas.setTitle(f"{mark} {say(_('Distribution book'))} {title}".strip())
    total = 0
    for day in days:
        for row in day.rows:
            sheet.row(row)
        sheet.line(say(_("{day}: {count} pieces")).format(day=day.heading, count=day.pieces))
        total += day.pieces
    if not sheet.page:
        sheet.line(say(_("No entries.")))
    sheet.line(say(_("Total: {count} pieces")).format(count=total))
    sheet.foot(note)
    sheet.end()
    return total

"""Papers as whoever holds them has them: printed in a printer's dots, looked at by our reader."""

import numpy as np
import pypdfium2

from station.papers.sizes import PAGES, POINTS_AN_INCH, PaperSize
from station.scan.engines import zxing_matrix
from station.scan.pictures import Grey
from station.scan.reader import read_grey
from station.scan.reading import Doubtful, Reading


def printed(pdf: bytes, size: PaperSize) -> list[Grey]:
    """Each page as its printer prints it: 300 dpi on A4, 203 dpi on labels."""
    scale = PAGES[size].dpi / POINTS_AN_INCH
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=scale).to_pil().convert("L") for page in document]
    return [np.asarray(page, dtype=np.uint8) for page in pages]


def texts(pdf: bytes) -> list[str]:
    """What each page says, without spaces and breaks: a line may end anywhere."""
    with pypdfium2.PdfDocument(pdf) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    return ["".join(text.split()) for text in said]


def millimetres(pdf: bytes) -> list[tuple[int, int]]:
    """How large each page is."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            (round(page.get_width() / POINTS_AN_INCH * 25.4),
             round(page.get_height() / POINTS_AN_INCH * 25.4))
            for page in document
        ]  # fmt: skip


def codes(page: Grey) -> list[str]:
    """What the QR codes of a page say."""
    return [code.text for code in zxing_matrix(page) if code.symbology == "qr"]


def bars(page: Grey) -> list[Reading | Doubtful]:
    """What our reader makes of the bars of a page."""
    seen = read_grey(page)
    return [*seen.readings, *(it for it in seen.doubtful if it.symbology != "qr")]

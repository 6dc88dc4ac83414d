"""Codes for paper, drawn by zxing-cpp's own writer.

QR codes (ISO/IEC 18004), Code 128 (ISO/IEC 15417) and NW-7 (EN 798).
"""

from dataclasses import dataclass

import numpy as np
import zxingcpp
from PIL import Image

from station.numbers import NotATrackingNumber, every_family, identify
from station.papers.whole_file import PaperError
from station.words import noted as _

PX_A_MODULE = 6

CODE128, NW7 = "code128", "nw7"
FORMATS = {
    CODE128: zxingcpp.BarcodeFormat.Code128,
    NW7: zxingcpp.BarcodeFormat.Codabar,
}
NW7_FRAME = "A"
"""The start and stop letter (EN 798, section 4.2); a reader takes any pair off."""

NO_BARS = _(
    "expected letters and digits that {symbology} has, got {text};"
    " give the person or the piece another number"
)
NO_NUMBER = _("there are no bars for {number}, which is no known tracking number ({why})")


@dataclass(frozen=True, slots=True)
class Bars:
    """One row of bars for a text, a truth a module: black or not, the quiet zones included."""

    text: str
    modules: tuple[bool, ...]

    def runs(self) -> list[tuple[int, int]]:
        """Each bar: its first module and how many it is wide."""
        edges = [n for n, black in enumerate(self.modules) if black is not self._before(n)]
        return [(begin, end - begin) for begin, end in zip(edges[::2], edges[1::2], strict=True)]

    def _before(self, module: int) -> bool:
        return module > 0 and self.modules[module - 1]


def bars_of(text: str, symbology: str = CODE128) -> Bars:
    """Return the bars that say a text; PaperError where the symbology has not got its signs."""
    framed = f"{NW7_FRAME}{text}{NW7_FRAME}" if symbology == NW7 else text
    if not (text.isascii() and text.isprintable()):  # a few readers take Latin letters for others
        raise PaperError(NO_BARS, symbology=symbology, text=repr(text))
    try:
        code = zxingcpp.create_barcode(framed, FORMATS[symbology])
    except ValueError as error:
        raise PaperError(NO_BARS, symbology=symbology, text=repr(text)) from error
    row = np.asarray(code.to_image(scale=1))[0]
    return Bars(text, tuple(bool(it) for it in row == 0))


def bars_of_number(number: str) -> Bars:
    """Return a tracking number in the bars that its carrier's labels have.

    In others our reader would not believe it (`station.scan.agreement`).
    """
    try:
        first = identify(number).families[0]
    except NotATrackingNumber as error:
        raise PaperError(NO_NUMBER, number=repr(number), why=error) from error
    (own,) = (family.symbologies for family in every_family() if family.code == first)
    return bars_of(number, next((it for it in FORMATS if it in own), CODE128))


def qr_picture(text: str) -> Image.Image:
    """Return a QR code with its quiet zone, black on white."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return Image.fromarray(code.to_image(scale=PX_A_MODULE))


def qr_svg(text: str) -> str:
    """Return a QR code with its quiet zone as an <svg> element that fits the room it is given."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = code.to_svg()
    width = drawn.partition('width="')[2].partition('"')[0]
    drawn = drawn[drawn.index("<svg") :]
    return drawn.replace("<svg ", f'<svg viewBox="0 0 {width} {width}" ', 1)

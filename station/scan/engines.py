"""The two decoders that look at every picture.  Neither is believed alone.

zxing-cpp (Apache-2.0) and zbar (LGPL-2.1, by pyzbar) share no code: what both say of the same
bars has two independent witnesses.
"""

from collections.abc import Callable, Iterable

import zxingcpp
from pyzbar import pyzbar

from station.scan.pictures import Grey
from station.scan.reading import Corners, Sighting

Engine = Callable[[Grey], list[Sighting]]

_ZXING_BARS = {
    zxingcpp.BarcodeFormat.Codabar: "nw7",
    zxingcpp.BarcodeFormat.Code128: "code128",
    zxingcpp.BarcodeFormat.Code39: "code39",
    zxingcpp.BarcodeFormat.Code39Ext: "code39",
    zxingcpp.BarcodeFormat.Code32: "code39",
    zxingcpp.BarcodeFormat.ITF: "itf",
}
_ZXING_MATRIX = {
    zxingcpp.BarcodeFormat.QRCode: "qr",
    zxingcpp.BarcodeFormat.DataMatrix: "datamatrix",
}
MATRIX = frozenset(_ZXING_MATRIX.values())
"""Symbologies without bars."""

_ZXING_NAMES = {**_ZXING_BARS, **_ZXING_MATRIX}
_BARS = zxingcpp.BarcodeFormats([*_ZXING_BARS])
_MATRIX = zxingcpp.BarcodeFormats([*_ZXING_MATRIX])

_ZBAR_NAMES = {
    pyzbar.ZBarSymbol.CODABAR: "nw7",
    pyzbar.ZBarSymbol.CODE128: "code128",
    pyzbar.ZBarSymbol.CODE39: "code39",
    pyzbar.ZBarSymbol.I25: "itf",
    pyzbar.ZBarSymbol.QRCODE: "qr",
}
"""Postal symbologies only.  DataBar stays off: zbar's reader of it complains on stderr."""

_ZBAR_BARS = [symbol for symbol, name in _ZBAR_NAMES.items() if name != "qr"]
_ZBAR_QR = [pyzbar.ZBarSymbol.QRCODE]


def zxing(grey: Grey) -> list[Sighting]:
    """What zxing-cpp sees of bars.  White on black is left out: no post prints it."""
    return _sightings(zxingcpp.read_barcodes(grey, formats=_BARS, try_invert=False))


def zxing_matrix(grey: Grey) -> list[Sighting]:
    """What zxing-cpp sees of QR codes and Data Matrix, a look that takes three times as long."""
    return _sightings(zxingcpp.read_barcodes(grey, formats=_MATRIX))


def zbar(grey: Grey) -> list[Sighting]:
    """What zbar sees of bars.  It scans along rows and columns only: turn what is turned."""
    return _zbar(grey, _ZBAR_BARS)


def zbar_qr(grey: Grey) -> list[Sighting]:
    """What zbar sees of QR codes; it knows no Data Matrix."""
    return _zbar(grey, _ZBAR_QR)


def _sightings(found: Iterable[zxingcpp.Barcode]) -> list[Sighting]:
    return [
        Sighting(code.text, _ZXING_NAMES[code.format], "zxing", _corners(code.position))
        for code in found
        if code.format in _ZXING_NAMES
    ]


def _corners(at: zxingcpp.Position) -> Corners:
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return tuple((float(point.x), float(point.y)) for point in points)


def _zbar(grey: Grey, symbols: list[pyzbar.ZBarSymbol]) -> list[Sighting]:
    found = pyzbar.decode((grey.tobytes(), grey.shape[1], grey.shape[0]), symbols=symbols)
    return [
        Sighting(
            code.data.decode("utf-8", errors="replace"),
            _ZBAR_NAMES[pyzbar.ZBarSymbol[code.type]],
            "zbar",
            tuple((float(point.x), float(point.y)) for point in code.polygon),
        )
        for code in found
    ]


ENGINES: dict[str, Engine] = {"zxing": zxing, "zbar": zbar}
"""By the name under which each is a witness."""

"""The two decoders that look at every picture.  Neither is believed alone.

zxing-cpp (Apache-2.0) and zbar (LGPL-2.1, by pyzbar) share no code: what both say of the same
bars has two independent witnesses.
"""

from collections.abc import Callable

import zxingcpp
from pyzbar import pyzbar

from station.scan.pictures import Grey
from station.scan.reading import Corners, Sighting

Engine = Callable[[Grey], list[Sighting]]

_ZXING_FORMATS = {
    zxingcpp.BarcodeFormat.Codabar: "nw7",
    zxingcpp.BarcodeFormat.Code128: "code128",
    zxingcpp.BarcodeFormat.Code39: "code39",
    zxingcpp.BarcodeFormat.ITF: "itf",
    zxingcpp.BarcodeFormat.QRCode: "qr",
    zxingcpp.BarcodeFormat.DataMatrix: "datamatrix",
}

_ZBAR_FORMATS = {
    pyzbar.ZBarSymbol.CODABAR: "nw7",
    pyzbar.ZBarSymbol.CODE128: "code128",
    pyzbar.ZBarSymbol.CODE39: "code39",
    pyzbar.ZBarSymbol.I25: "itf",
    pyzbar.ZBarSymbol.QRCODE: "qr",
}
"""Postal symbologies only.  DataBar stays off: zbar's reader of it complains on stderr."""


def zxing(grey: Grey) -> list[Sighting]:
    """What zxing-cpp sees."""
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats([*_ZXING_FORMATS]))
    return [
        Sighting(code.text, _ZXING_FORMATS[code.format], "zxing", _zxing_corners(code.position))
        for code in found
        if code.format in _ZXING_FORMATS
    ]


def _zxing_corners(at: zxingcpp.Position) -> Corners:
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return tuple((float(point.x), float(point.y)) for point in points)


def zbar(grey: Grey) -> list[Sighting]:
    """What zbar sees.  It scans along rows and columns only: turned bars need turning first."""
    found = pyzbar.decode((grey.tobytes(), grey.shape[1], grey.shape[0]), symbols=[*_ZBAR_FORMATS])
    return [
        Sighting(
            code.data.decode("utf-8", errors="replace"),
            _ZBAR_FORMATS[pyzbar.ZBarSymbol[code.type]],
            "zbar",
            tuple((float(point.x), float(point.y)) for point in code.polygon),
        )
        for code in found
    ]


ENGINES: tuple[Engine, ...] = (zxing, zbar)

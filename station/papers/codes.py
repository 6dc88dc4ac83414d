"""QR codes for paper (ISO/IEC 18004), drawn by zxing-cpp's own writer."""

import zxingcpp
from PIL import Image

PX_A_MODULE = 6


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

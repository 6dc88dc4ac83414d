"""Small barcode pictures for tests, made by zxing-cpp's writer."""

import io

import cv2
import numpy as np
import zxingcpp
from PIL import Image

from station.scan.pictures import Grey

NW7 = zxingcpp.BarcodeFormat.Codabar
CODE128 = zxingcpp.BarcodeFormat.Code128


def bars(text: str, form: zxingcpp.BarcodeFormat = NW7, narrow_px: int = 3) -> Grey:
    """Bars on white with their quiet zones, 90 px high."""
    module = np.array(zxingcpp.create_barcode(text, form).to_image(scale=1))
    row = np.repeat(module[module.shape[0] // 2], narrow_px)
    return np.pad(np.tile(row, (90, 1)), ((30, 30), (30, 30)), constant_values=255)


def turned(grey: Grey, degrees: float) -> Grey:
    """The same picture, turned on a white desk that is large enough."""
    height, width = grey.shape
    side = int(np.hypot(height, width)) + 20
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    whole = cv2.warpAffine(grey, turn, (side, side), borderValue=(255,))
    return np.asarray(whole, dtype=np.uint8)


def encoded(grey: Grey, form: str = "PNG") -> bytes:
    """A picture's file."""
    out = io.BytesIO()
    Image.fromarray(grey).save(out, form)
    return out.getvalue()

"""A second witness for what an engine has read: the same place again, cut out and laid straight."""

import cv2
import numpy as np
from numpy.typing import NDArray

from station.scan.engines import MATRIX, zbar, zbar_qr
from station.scan.pictures import Grey
from station.scan.reading import Corners, Sighting

Quad = NDArray[np.float64]

CORNERS = 4
QUIET_SHARE = 0.12
"""How much of the bars' length is taken along on either side."""

LINE_PX = 8.0
"""An engine may report a single line: bars are at least so high, and no code is shorter."""

PX_PER_PX = 1.5
LENGTH_PX = (240, 900)
HEIGHT_PX = (24, 64)


def second_word(grey: Grey, first: Sighting) -> list[Sighting]:
    """Return what zbar says of the place where the first engine has read something."""
    if first.symbology in MATRIX:
        return zbar_qr(grey) if first.symbology == "qr" else []
    quad = _with_quiet_zones(first.corners)
    if quad is None:
        return []
    crop = _laid_straight(grey, quad)
    return [Sighting(seen.text, seen.symbology, seen.witness, first.corners) for seen in zbar(crop)]


def _with_quiet_zones(corners: Corners) -> Quad | None:
    """Return the corners of bars and what is beside them; None where there is no place."""
    if len(corners) != CORNERS:
        return None
    quad = np.array(corners, dtype=np.float64)
    along, across = _sides(quad)
    length, height = float(np.hypot(*along)), float(np.hypot(*across))
    if length < LINE_PX:
        return None
    quiet = along * QUIET_SHARE
    quad += (-quiet, quiet, quiet, -quiet)
    if height < LINE_PX:
        up = np.array([along[1], -along[0]]) / length * LINE_PX / 2
        quad += (up, up, -up, -up)
    return quad


def _sides(quad: Quad) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the mean sides along the bars' row and across it."""
    return (quad[1] + quad[2] - quad[0] - quad[3]) / 2, (quad[3] + quad[2] - quad[0] - quad[1]) / 2


def _laid_straight(grey: Grey, quad: Quad) -> Grey:
    along, across = (float(np.hypot(*side)) for side in _sides(quad))
    width = int(np.clip(along * PX_PER_PX, *LENGTH_PX))
    height = int(np.clip(across, *HEIGHT_PX))
    upright = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    crop = cv2.warpPerspective(
        grey,
        cv2.getPerspectiveTransform(quad.astype(np.float32), upright),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(crop, dtype=np.uint8)

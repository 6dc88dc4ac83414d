"""Where a flat print lies before the lens: turned, tilted, seen through a pinhole.

Maps go from units of the print to pixels of the picture, as 3 x 3 homographies.  In them a pixel
is an area: the first one reaches from 0 to 1.  (Pixel centres at whole numbers, as OpenCV counts
and as `Scene` reports, lie half a pixel lower.)
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.scenery.flat import Box

WIDTH, HEIGHT = 1280, 960
LENS_PX = 1700.0
"""Distance of the lens in pixels: 41 degrees across, as webcams and document cameras have."""

Map = NDArray[np.float64]
Points = NDArray[np.float64]


def quarter_turns_and_some(rng: np.random.Generator) -> float:
    """Return an angle in degrees: a quarter turn, and up to 12 degrees either way besides."""
    return float(rng.integers(0, 4) * 90 + rng.uniform(-12, 12))


def lay(
    middle: tuple[float, float],
    centre_px: tuple[float, float],
    narrow_px: float,
    turn_deg: float,
    tilts_deg: tuple[float, float],
) -> Map:
    """Return the map that lays a print's `middle` on a point of the picture.

    One unit along the bars' direction is exactly `narrow_px` long there; elsewhere on the print
    perspective makes it a few per cent more or less.
    """
    turn = _turn("x", tilts_deg[0]) @ _turn("y", tilts_deg[1]) @ _turn("z", turn_deg)
    scale = narrow_px / float(np.hypot(turn[0, 0], turn[1, 0]))
    placed = turn * scale
    placed[:, 2] = (0, 0, LENS_PX)
    lens = np.array([[LENS_PX, 0, centre_px[0]], [0, LENS_PX, centre_px[1]], [0, 0, 1]])
    return np.asarray(lens @ placed @ shift(-middle[0], -middle[1]), dtype=np.float64)


def shift(right: float, down: float) -> Map:
    """Return the map that moves everything."""
    return np.array([[1.0, 0, right], [0, 1, down], [0, 0, 1]])


def scaled(factor: float) -> Map:
    """Return the map that enlarges everything."""
    return np.array([[factor, 0, 0], [0, factor, 0], [0, 0, 1.0]])


def mapped(placed: Map, points: Points) -> Points:
    """Return points (N, 2) through a map."""
    there = cv2.perspectiveTransform(points.reshape(-1, 1, 2).astype(np.float64), placed)
    return np.asarray(there, dtype=np.float64).reshape(-1, 2)


def corners(box: Box) -> Points:
    """Return a box's corners, clockwise as printed from the upper left."""
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float64)


def inside(points: Points, margin_px: float = 6.0) -> bool:
    """Whether all points are in the picture."""
    low = points.min() >= margin_px
    return bool(low and (points[:, 0].max() <= WIDTH - margin_px) and _below(points, margin_px))


def _below(points: Points, margin_px: float) -> bool:
    return bool(points[:, 1].max() <= HEIGHT - margin_px)


def _turn(axis: str, angle_deg: float) -> Map:
    sine, cosine = np.sin(np.deg2rad(angle_deg)), np.cos(np.deg2rad(angle_deg))
    return {
        "x": np.array([[1.0, 0, 0], [0, cosine, -sine], [0, sine, cosine]]),
        "y": np.array([[cosine, 0, sine], [0, 1.0, 0], [-sine, 0, cosine]]),
        "z": np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1.0]]),
    }[axis]

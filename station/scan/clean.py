"""Finding bars and laying them straight, so that both engines get a fair look.

Bars are a place where brightness changes in one direction only: the structure tensor's coherence
is high there (Bigün and Granlund, 1987).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from station.scan.pictures import Grey
from station.scan.reading import Corners

LOOK_SIDE_PX = 800
"""Bars are looked for in a picture brought down to this: they are large, and it costs less."""

COHERENCE_MIN = 0.6
REGIONS_MAX = 6
AREA_SHARE_MIN = 0.001
QUIET_SHARE = 0.25
"""How much of a region's width is taken along on both sides: codes need their quiet zones."""

CROP_WIDTH_PX = (600, 1000, 1600)


@dataclass(frozen=True, slots=True)
class Crop:
    """A region laid straight, its bars upright; `back` maps its pixels to the picture's."""

    grey: Grey
    back: NDArray[np.float64]

    def corners_in_picture(self, corners: Corners) -> Corners:
        """Return corner points of the crop in pixels of the whole picture."""
        if not corners:
            return ()
        points = np.array([(*point, 1.0) for point in corners]) @ self.back.T
        return tuple((float(x), float(y)) for x, y in points)


@dataclass(frozen=True, slots=True)
class Region:
    """An oriented box around bars: centre, size along and across the code, angle in radians."""

    centre: tuple[float, float]
    along_px: float
    across_px: float
    angle: float


def crops(grey: Grey) -> Iterator[Crop]:
    """Yield straightened crops of whatever looks like bars, the likeliest and cheapest first."""
    found = regions(grey)
    for width in CROP_WIDTH_PX:
        for region in found:
            yield straighten(grey, region, width)


def regions(grey: Grey) -> list[Region]:
    """Return the places that look like bars, largest first, at most REGIONS_MAX."""
    scale = min(1.0, LOOK_SIDE_PX / max(grey.shape))
    resized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, dtype=np.uint8)
    mask, angle = _bars(small)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    sizes = stats[:, cv2.CC_STAT_AREA]
    by_size = [int(label) for label in np.argsort(-sizes) if label != 0]  # 0 is the background
    enough = AREA_SHARE_MIN * small.size
    return [
        _region(labels == label, angle, scale)
        for label in by_size[:REGIONS_MAX]
        if sizes[label] >= enough
    ]


def _bars(small: Grey) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return where bars may be, and the direction of change there, in radians."""
    smooth = cv2.GaussianBlur(small, (0, 0), 0.8).astype(np.float32)
    gx = cv2.Sobel(smooth, cv2.CV_32F, 1, 0)
    gy = cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    window = (0, 0), 7.0
    jxx, jyy = cv2.GaussianBlur(gx * gx, *window), cv2.GaussianBlur(gy * gy, *window)
    jxy = cv2.GaussianBlur(gx * gy, *window)
    energy = jxx + jyy
    coherence = np.hypot(jxx - jyy, 2 * jxy) / (energy + 1e-3)
    strong = energy > max(4.0 * float(np.median(energy)), 0.05 * float(energy.max()), 50.0)
    mask = ((coherence > COHERENCE_MIN) & strong).astype(np.uint8)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    angle = 0.5 * np.arctan2(2 * jxy, jxx - jyy)
    return np.asarray(opened, dtype=np.uint8), np.asarray(angle, dtype=np.float32)


def _region(inside: NDArray[np.bool_], angle: NDArray[np.float32], scale: float) -> Region:
    doubled = 2.0 * angle[inside]  # directions a half turn apart are the same direction
    turn = 0.5 * float(np.arctan2(np.sin(doubled).mean(), np.cos(doubled).mean()))
    ys, xs = np.nonzero(inside)
    along = xs * np.cos(turn) + ys * np.sin(turn)
    across = -xs * np.sin(turn) + ys * np.cos(turn)
    (a0, a1), (c0, c1) = np.percentile(along, (0.5, 99.5)), np.percentile(across, (0.5, 99.5))
    middle_along, middle_across = (a0 + a1) / 2, (c0 + c1) / 2
    centre = (
        (middle_along * np.cos(turn) - middle_across * np.sin(turn)) / scale,
        (middle_along * np.sin(turn) + middle_across * np.cos(turn)) / scale,
    )
    return Region(
        (float(centre[0]), float(centre[1])),
        float(a1 - a0) / scale,
        max(float(c1 - c0) / scale, 8.0),
        turn,
    )


def straighten(grey: Grey, region: Region, width_px: int) -> Crop:
    """Cut a region out with its quiet zones, its bars upright, so many pixels wide."""
    along = max(region.along_px, 8.0) * (1 + 2 * QUIET_SHARE)
    zoom = width_px / along
    height = int(np.clip(region.across_px * zoom, 24, 2 * width_px))
    cos, sin = np.cos(region.angle) / zoom, np.sin(region.angle) / zoom
    back = np.array(
        [
            [cos, -sin, region.centre[0] - cos * width_px / 2 + sin * height / 2],
            [sin, cos, region.centre[1] - sin * width_px / 2 - cos * height / 2],
        ]
    )
    cut = cv2.warpAffine(
        grey,
        back,
        (width_px, height),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    level = cv2.createCLAHE(clipLimit=2.0, tileGridSize=(1, 8)).apply(cut)
    return Crop(np.asarray(level, dtype=np.uint8), back)

"""Laying bars upright, and the rows in which they are bars alone.

The direction of bars is found a second time here, finer: of all ways to lean the rows against one
another, the right one leaves the most contrast in their average.  In perspective the lean changes
along the bars, so it is a line, not a number.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from station.scan.bars.locate import Region
from station.scan.pictures import Grey
from station.scan.reading import Corners

Rows = NDArray[np.float32]
Map = NDArray[np.float64]

FINER = 2
"""Samples a pixel along the bars: rows that lean sample the bars at many offsets."""

MARGIN_PX = 24
LENGTH_PX_MAX = 440
"""Longer bars are brought down to about two pixels a narrow bar: what follows is made for that."""

LEANS = np.linspace(-0.1, 0.1, 33)
LEAN_CHANGES = np.linspace(-0.08, 0.08, 17)
ALIKE_MIN = 0.35
ROWS_MIN = 8
TURNS_MIN = 16
"""The shortest postal code has 46 bars; the worst picture that can be read shows half its turns."""


@dataclass(frozen=True, slots=True)
class Straight:
    """Bars upright: `rows` has FINER samples a pixel along them, one row a pixel across.

    `back` takes (x, y, 1) of the upright box to pixels of the picture.
    """

    rows: Rows
    first_row: int
    last_row: int
    back: Map
    lean: tuple[float, float]
    width_px: int
    picture_shape: tuple[int, ...]

    @property
    def height_px(self) -> int:
        """Number of rows."""
        return int(self.rows.shape[0])

    def average(self, first: int, last: int) -> Rows:
        """Return the mean of some rows."""
        return np.asarray(self.rows[first:last].mean(axis=0), dtype=np.float32)

    def grey(self) -> Grey:
        """Return the rows of the bars as a picture with full contrast, for engines."""
        bars = self.rows[self.first_row : self.last_row]
        dark, light = np.percentile(bars[:: max(1, len(bars) // 16)], (1, 99))
        level = (bars - dark) * (255 / max(float(light - dark), 1.0))
        return np.asarray(np.clip(level, 0, 255), dtype=np.uint8)

    def corners(self, left: float, right: float) -> Corners:
        """Return the corners in the picture of the bars between two samples, clockwise."""
        top, bottom = float(self.first_row), float(self.last_row)
        ends = ((left, top), (right, top), (right, bottom), (left, bottom))
        return tuple(self.to_picture(*end) for end in ends)

    def to_picture(self, sample: float, row: float) -> tuple[float, float]:
        """Return where a sample stands in the picture, in pixels."""
        u = (sample + 0.5) / FINER - 0.5
        x = u + self._leaning(u) * (row - self.height_px / 2)
        at = self.back @ (x, row, 1.0)
        return float(at[0]), float(at[1])

    def shows(self, sample: float) -> bool:
        """Whether what stands at a sample is in the picture, and no made-up border."""
        height, width = self.picture_shape
        middle = (self.first_row + self.last_row) / 2
        x, y = self.to_picture(sample, middle)
        return 0 <= x <= width - 1 and 0 <= y <= height - 1

    def _leaning(self, u: float) -> float:
        return self.lean[0] + self.lean[1] * (u - self.width_px / 2)


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a picture about a region, brought down by `zoom`."""

    grey: Grey
    left: int
    top: int
    zoom: float

    def box(self, region: Region) -> tuple[Map, int, int]:
        """Return the map from an upright box about the region to the window, and its size."""
        width = int(region.along_px * self.zoom + 2 * MARGIN_PX)
        height = int(max(region.across_px * self.zoom * 1.1, 12))
        cos, sin = math.cos(region.angle), math.sin(region.angle)
        x = (region.centre[0] - self.left) * self.zoom
        y = (region.centre[1] - self.top) * self.zoom
        right = [cos, -sin, x - cos * width / 2 + sin * height / 2]
        down = [sin, cos, y - sin * width / 2 - cos * height / 2]
        return np.array([right, down]), width, height

    def in_picture(self, back: Map) -> Map:
        """Return a map to the window as a map to the picture."""
        whole = back / self.zoom
        whole[:, 2] += (self.left, self.top)
        return whole


def straighten(grey: Grey, region: Region) -> Straight | None:
    """Lay a region upright; None when its rows do not resemble one another, so it has no bars."""
    window = _window(grey, region)
    back, width, height = window.box(region)
    roughly = cv2.warpAffine(
        window.grey,
        back,
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    if not _halves_alike(roughly.astype(np.float32)):
        return None
    lean = _lean(np.asarray(roughly, dtype=np.uint8))
    rows = _resampled(window.grey, back, (width, height), lean)
    ends = rows_of_bars(rows)
    if ends is None or not _many_bars(rows[slice(*ends)]):
        return None
    return Straight(rows, *ends, window.in_picture(back), lean, width, grey.shape)


def _window(grey: Grey, region: Region) -> _Window:
    zoom = min(1.0, LENGTH_PX_MAX / region.along_px)
    reach = math.hypot(region.along_px, region.across_px) / 2 + 2 * MARGIN_PX / zoom
    left, top = (max(0, int(middle - reach)) for middle in region.centre)
    right, bottom = (int(middle + reach) + 1 for middle in region.centre)
    part = grey[top:bottom, left:right]
    if zoom < 1:
        size = (max(1, round(part.shape[1] * zoom)), max(1, round(part.shape[0] * zoom)))
        part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return _Window(part, left, top, zoom)


def detail(rows: Rows, sigma: float = 10.0 * FINER) -> Rows:
    """Return what changes along the rows faster than light does: rows less their blurred selves."""
    reach = min(int(sigma * 3), rows.shape[-1] - 1)
    kernel = cv2.getGaussianKernel(2 * reach + 1, sigma)
    wide = np.atleast_2d(rows)
    light = cv2.sepFilter2D(wide, -1, kernel, np.ones(1), borderType=cv2.BORDER_REPLICATE)
    return np.asarray((wide - light).reshape(rows.shape), dtype=np.float32)


def _halves_alike(patch: Rows) -> bool:
    """Whether the upper half shows the same as the lower one, as nothing but bars does."""
    height, width = patch.shape
    top, middle, bottom = height // 6, height // 2, height - height // 6
    upper, lower = (
        detail(np.asarray(patch[a:b].mean(axis=0), dtype=np.float32), 6.0)[MARGIN_PX:-MARGIN_PX]
        for a, b in ((top, middle), (middle, bottom))
    )
    slide = min(8, (width - 2 * MARGIN_PX) // 4)
    found = cv2.matchTemplate(upper[None], lower[None, slide:-slide], cv2.TM_CCOEFF_NORMED)
    return float(found.max()) > ALIKE_MIN


def _lean(patch: Grey) -> tuple[float, float]:
    """Return how far rows lean a pixel down in the middle, and how that changes a pixel along."""
    height, width = patch.shape
    contrast = np.empty((LEANS.size, width - 1), np.float32)
    for number, lean in enumerate(LEANS):
        slide = np.array([[1, lean, -lean * height / 2], [0, 1, 0]])
        leaned = cv2.warpAffine(
            patch,
            slide,
            (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        steps = np.diff(cv2.reduce(leaned, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[0])
        most = 6 * float(np.abs(steps).mean()) + 1e-3  # a label's edge must not decide alone
        steps = np.clip(steps, -most, most)
        contrast[number] = cv2.blur((steps * steps)[None], (64, 1))[0]
    at = np.linspace(0.1 * (width - 1), 0.9 * (width - 1), 24).astype(int)
    off_middle = at / width - 0.5
    leaning = LEANS[:, None, None] + LEAN_CHANGES[None, :, None] * off_middle
    step = LEANS[1] - LEANS[0]
    nearest = np.clip(np.rint((leaning - LEANS[0]) / step), 0, LEANS.size - 1).astype(int)
    total = contrast[nearest, at].sum(axis=2)
    middle, change = np.unravel_index(int(total.argmax()), total.shape)
    return float(LEANS[middle]), float(LEAN_CHANGES[change]) / width


def _resampled(grey: Grey, back: Map, size: tuple[int, int], lean: tuple[float, float]) -> Rows:
    width, height = size
    u = (np.arange(width * FINER, dtype=np.float32)[None] + 0.5) / FINER - 0.5
    v = np.arange(height, dtype=np.float32)[:, None]
    x = u + (lean[0] + lean[1] * (u - width / 2)) * (v - height / 2)
    at_x = (back[0, 0] * x + back[0, 1] * v + back[0, 2]).astype(np.float32)
    at_y = (back[1, 0] * x + back[1, 1] * v + back[1, 2]).astype(np.float32)
    rows = cv2.remap(grey, at_x, at_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(rows, dtype=np.float32)


def rows_of_bars(rows: Rows) -> tuple[int, int] | None:
    """Return the first row of the bars and the one after the last; None where there are none."""
    shape = np.clip(cv2.blur(detail(rows), (3, 3)), -20, 20)
    shape -= shape.mean(axis=1, keepdims=True)
    shape = shape / (np.linalg.norm(shape, axis=1, keepdims=True) + 1e-6)
    count = len(shape)
    first, last = count // 3, max(count - count // 3, count // 3 + 1)
    for _ in range(3):
        typical = shape[first:last].mean(axis=0)
        alike = shape @ (typical / (np.linalg.norm(typical) + 1e-6))
        first, last = _longest_run(alike > 0.55 * np.median(alike[first:last]))
        if last - first < ROWS_MIN:
            return None
    return first, last


def _many_bars(rows: Rows) -> bool:
    """Whether dark and light take turns often enough, beyond what the two halves do not share."""
    middle = len(rows) // 2
    edge = 2 * MARGIN_PX  # the label's own edges
    upper, lower = (
        detail(np.asarray(part.mean(axis=0), dtype=np.float32))[edge:-edge]
        for part in (rows[:middle], rows[middle:])
    )
    mean = (upper + lower) / 2
    floor = max(1.5 * float(np.std(upper - lower)) / 2, 0.25 * float(np.std(mean)))
    turns = np.sign(mean[np.abs(mean) > floor])
    return int(np.count_nonzero(np.diff(turns))) >= TURNS_MIN


def _longest_run(mask: NDArray[np.bool_]) -> tuple[int, int]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0])))).reshape(-1, 2)
    if not len(edges):
        return 0, 0
    first, last = edges[int(np.argmax(edges[:, 1] - edges[:, 0]))]
    return int(first), int(last)

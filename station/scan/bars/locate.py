"""Where a picture has bars, and which way they run.

Bars are a place where brightness changes in one direction only, so the structure tensor is coherent
there (Bigün and Granlund, 1987).  So is the edge of an envelope, but that is thin: an opening by a
line along the direction of change (Soille, Morphological Image Analysis, chapter 4) leaves only
what changes again and again.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from station.scan.pictures import Grey
from station.scan.reading import Corners

Field = NDArray[np.float32]

LOOK_SIDES_PX = (1_280, 2_560)
"""Larger pictures are looked at brought down to this: most bars are larger there too.  Then once
more, finer, for a label that is small in a large picture."""

CELL_PX = 8
DIRECTIONS = 8
COHERENCE_MIN = 0.4
OVER_NOISE_MIN = 2.2
WITHIN_COS = 0.77  # the cosine of twice 20 degrees
TURNED_COS_MIN = 0.9
SAME_SIN = 0.5
LENGTH_CELLS_MIN = 8
CELLS_MIN = 14
REGIONS_MAX = 8
CORNERS = 4
READ_PX_MIN = 12.0
READ_LIKELIHOOD = math.inf
WITH_QUIET = 1.1

EDGE_SHARE = 50.0
"""A gradient energy of so many times the noise counts half: a black edge must not drown bars."""


@dataclass(frozen=True, slots=True)
class Region:
    """An oriented box about what may be bars, in pixels of the picture.

    `angle` is the direction across which the bars follow one another, in radians from the x axis,
    known but for a half turn.
    """

    centre: tuple[float, float]
    along_px: float
    across_px: float
    angle: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class _Tensor:
    """The structure tensor of cells of CELL_PX: strength over noise, coherence, direction."""

    strength: Field
    coherence: Field
    angle: Field


def regions(grey: Grey) -> Iterator[Region]:
    """Yield the places that look like bars, the likeliest first, REGIONS_MAX at each size."""
    known: list[Region] = []
    side = max(grey.shape)
    for scale in sorted({max(1.0, side / look) for look in LOOK_SIDES_PX}, reverse=True):
        found = _at_scale(grey, scale)
        new = _apart(found, known)[:REGIONS_MAX]
        known += new
        yield from new


def region_about(corners: Corners) -> Region | None:
    """Return the place of bars that somebody has read; None where that is a line or a point."""
    if len(corners) != CORNERS:
        return None
    quad = np.array(corners, dtype=np.float64)
    along = (quad[1] + quad[2] - quad[0] - quad[3]) / 2
    across = (quad[3] + quad[2] - quad[0] - quad[1]) / 2
    along_px, across_px = float(np.hypot(*along)), float(np.hypot(*across))
    if min(along_px, across_px) < READ_PX_MIN:
        return None
    x, y = quad.mean(axis=0)
    angle = math.atan2(along[1], along[0])
    return Region((float(x), float(y)), WITH_QUIET * along_px, across_px, angle, READ_LIKELIHOOD)


def _at_scale(grey: Grey, scale: float) -> list[Region]:
    small = grey
    if scale > 1:
        size = (round(grey.shape[1] / scale), round(grey.shape[0] / scale))
        small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    if min(small.shape) < 2 * CELL_PX:
        return []
    tensor = _tensor(small)
    found = [
        region
        for direction in range(DIRECTIONS)
        for region in _along(tensor, math.pi * direction / DIRECTIONS, CELL_PX * scale)
    ]
    return sorted(found, key=lambda region: -region.likelihood)


def _tensor(small: Grey) -> _Tensor:
    rows, columns = (length // CELL_PX for length in small.shape)
    soft = cv2.GaussianBlur(small[: rows * CELL_PX, : columns * CELL_PX], (3, 3), 0.8)
    gx = cv2.Sobel(soft, cv2.CV_16S, 1, 0).astype(np.float32)
    gy = cv2.Sobel(soft, cv2.CV_16S, 0, 1).astype(np.float32)
    jxx, jyy, jxy = (
        cv2.resize(product, (columns, rows), interpolation=cv2.INTER_AREA)
        for product in (gx * gx, gy * gy, gx * gy)
    )
    noise = float(np.percentile(jxx + jyy, 25)) + 20
    weight = 1 / (1 + (jxx + jyy) / (EDGE_SHARE * noise))
    jxx, jyy, jxy = (cv2.GaussianBlur(j * weight, (0, 0), 0.9) for j in (jxx, jyy, jxy))
    energy = jxx + jyy
    return _Tensor(
        np.asarray(energy / noise, dtype=np.float32),
        np.asarray(np.hypot(jxx - jyy, 2 * jxy) / (energy + noise / 2), dtype=np.float32),
        np.asarray(0.5 * np.arctan2(2 * jxy, jxx - jyy), dtype=np.float32),
    )


def _along(tensor: _Tensor, direction: float, cell_px: float) -> list[Region]:
    """Return what changes along one direction, and goes on doing so for some length."""
    turned = np.cos(2 * (tensor.angle - direction)) > WITHIN_COS
    strong = (tensor.coherence > COHERENCE_MIN) & (tensor.strength > OVER_NOISE_MIN)
    mask = (turned & strong).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _line(direction, LENGTH_CELLS_MIN // 2))
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, _line(direction, LENGTH_CELLS_MIN))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    components = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] >= CELLS_MIN]
    found = [_region(tensor, labels == number, cell_px) for number in components]
    return [
        region
        for region in found
        if math.cos(2 * (region.angle - direction)) > TURNED_COS_MIN
        and region.along_px > LENGTH_CELLS_MIN * cell_px
    ]


def _line(direction: float, length: int) -> NDArray[np.uint8]:
    """Return a line of an even length as a morphological kernel; an odd side keeps it centred."""
    kernel = np.zeros((length + 1, length + 1), np.uint8)
    dx, dy = math.cos(direction) * length / 2, math.sin(direction) * length / 2
    middle = length / 2
    start = (round(middle - dx), round(middle - dy))
    cv2.line(kernel, start, (round(middle + dx), round(middle + dy)), 1, 1)
    return kernel


def _region(tensor: _Tensor, inside: NDArray[np.bool_], cell_px: float) -> Region:
    weight = tensor.coherence[inside] * tensor.strength[inside]
    doubled = 2 * tensor.angle[inside]  # directions a half turn apart are the same direction
    angle = 0.5 * math.atan2((np.sin(doubled) * weight).sum(), (np.cos(doubled) * weight).sum())
    cos, sin = math.cos(angle), math.sin(angle)
    rows, columns = np.nonzero(inside)
    x, y = (columns + 0.5) * cell_px, (rows + 0.5) * cell_px
    (a0, a1) = np.percentile(x * cos + y * sin, (2, 98))
    (b0, b1) = np.percentile(y * cos - x * sin, (5, 95))
    along, across = float(a0 + a1) / 2, float(b0 + b1) / 2
    likely = tensor.coherence[inside] * np.sqrt(np.minimum(tensor.strength[inside], 30))
    return Region(
        (along * cos - across * sin, along * sin + across * cos),
        float(a1 - a0) + cell_px,
        float(b1 - b0) + cell_px,
        angle,
        float(likely.sum()),
    )


def _apart(found: list[Region], known: list[Region]) -> list[Region]:
    """Leave out what neighbouring directions, or another size, have found already."""
    kept: list[Region] = []
    for region in found:
        if not any(_same(region, other) for other in (*known, *kept)):
            kept.append(region)
    return kept


def _same(one: Region, other: Region) -> bool:
    apart = math.dist(one.centre, other.centre)
    near = apart < 0.35 * max(other.along_px, other.across_px)
    return near and abs(math.sin(one.angle - other.angle)) < SAME_SIN

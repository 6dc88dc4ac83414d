"""Laying prints on a desk, with every bar's edge by area: drawn finer, then averaged down."""

from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.scenery import ground, place
from benchmarks.scenery.flat import Flat, Grey, Ink
from benchmarks.scenery.levels import Level
from benchmarks.scenery.optics import Exposure, Field
from benchmarks.scenery.place import HEIGHT, WIDTH, Map, Points

FINER = 4
FINER_SMALL = 5
SMALL_NARROW_PX = 2.0
SUBPIXEL_BITS = 4
PAPER_GREY = (205, 250)
TRIES_MAX = 60


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and its truth.

    `numbers` are those that may be read from it; any other is wrong.  `hidden` are numbers that
    are printed but partly covered or cut off, so none can be read with right.  `corners` has, for
    each of `symbologies`, the bars' corners in pixels (4, 2), clockwise as printed from the upper
    left of the first bar, pixel centres at whole numbers.  `narrow_bar_px` is exact at the middle
    of the bars.
    """

    picture: Grey
    numbers: tuple[str, ...]
    hidden: tuple[str, ...]
    kind: str
    symbologies: tuple[str, ...]
    corners: tuple[Points, ...]
    narrow_bar_px: float
    turn_deg: float
    exposure: Exposure


@dataclass(frozen=True, slots=True)
class Laid:
    """A print and the map that lays it."""

    flat: Flat
    placed: Map

    def bars_px(self) -> Points:
        """Return the corners of its bars in the picture."""
        return place.mapped(self.placed, place.corners(self.flat.bars))

    def outline_px(self) -> Points:
        """Return the corners of the print in the picture."""
        return place.mapped(self.placed, place.corners((0, 0, *self.flat.size)))


def finer(narrow_px: float) -> int:
    """Return how many times finer than the picture bars of this width are drawn."""
    return FINER_SMALL if narrow_px < SMALL_NARROW_PX else FINER


def draw_ink(rng: np.random.Generator, exposure: Exposure) -> Ink:
    """Return paper of some grey, and ink of the exposure's contrast with it."""
    paper = int(rng.integers(*PAPER_GREY))
    return Ink(paper, round(paper * (1 - exposure.contrast)))


def draw_tilts(rng: np.random.Generator, level: Level) -> tuple[float, float]:
    """Return two angles by which the print leans away from the lens."""
    most = level.tilt_deg_max
    return float(rng.uniform(-most, most)), float(rng.uniform(-most, most))


def middle_of(flat: Flat) -> tuple[float, float]:
    """Return the middle of a print's bars, in units."""
    left, top, right, bottom = flat.bars
    return (left + right) / 2, (top + bottom) / 2


def lay_inside(
    rng: np.random.Generator, flat: Flat, narrow_px: float, turn_deg: float, level: Level
) -> Laid:
    """Lay a print anywhere so that its bars are wholly in the picture.

    Raises ValueError when they are too long for it.
    """
    tilts = draw_tilts(rng, level)
    for _ in range(TRIES_MAX):
        spot = (float(rng.uniform(0, WIDTH)), float(rng.uniform(0, HEIGHT)))
        laid = Laid(flat, place.lay(middle_of(flat), spot, narrow_px, turn_deg, tilts))
        if place.inside(laid.bars_px(), margin_px=6 + 10 * narrow_px):
            return laid
    spot = (WIDTH / 2, HEIGHT / 2)
    laid = Laid(flat, place.lay(middle_of(flat), spot, narrow_px, turn_deg, tilts))
    if not place.inside(laid.bars_px()):
        message = f"expected bars that fit into {WIDTH} x {HEIGHT} px, got {laid.bars_px()}"
        raise ValueError(message)
    return laid


def put(canvas: Field, laid: Laid, finer_by: int) -> None:
    """Lay a print on the picture in place, each pixel the average of finer ones."""
    outline = laid.outline_px()
    low = np.clip(np.floor(outline.min(axis=0)).astype(int) - 1, 0, (WIDTH, HEIGHT))
    high = np.clip(np.ceil(outline.max(axis=0)).astype(int) + 1, 0, (WIDTH, HEIGHT))
    width, height = (int(length) for length in high - low)
    if width <= 0 or height <= 0:
        return
    to_units = place.scaled(1 / laid.flat.px_per_unit)
    fine = place.scaled(finer_by) @ place.shift(-float(low[0]), -float(low[1]))
    seen = _warped(laid.flat.texture, fine @ laid.placed @ to_units, (width, height), finer_by)
    _blend(canvas, seen, outline, (int(low[0]), int(low[1])))


def put_sheet(canvas: Field, levels: tuple[Grey, ...], placed: Map, px_per_unit: float) -> None:
    """Lay a large printed sheet on the picture in place, at the picture's own resolution."""
    coarser = int(np.clip(np.floor(np.log2(ground.PX_PER_UNIT / px_per_unit)), 0, len(levels) - 1))
    texture = levels[coarser]
    flat = Flat(texture, ground.PX_PER_UNIT / 2**coarser, (0, 0, 1, 1))
    put(canvas, Laid(flat, placed), 1)


def _warped(texture: Grey, to_fine: Map, size: tuple[int, int], finer_by: int) -> Grey:
    """Return a texture through a map; half pixels, since OpenCV counts from pixel centres."""
    centred = place.shift(-0.5, -0.5) @ to_fine @ place.shift(0.5, 0.5)
    fine = cv2.warpPerspective(
        texture,
        centred,
        (size[0] * finer_by, size[1] * finer_by),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    if finer_by == 1:
        return fine.astype(np.uint8, copy=False)
    return cv2.resize(fine, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def _blend(canvas: Field, seen: Grey, outline: Points, corner: tuple[int, int]) -> None:
    mask = np.zeros(seen.shape, np.uint8)
    fill(mask, outline - corner, 255)
    window = canvas[corner[1] : corner[1] + seen.shape[0], corner[0] : corner[0] + seen.shape[1]]
    window += (seen - window) * (mask * np.float32(1 / 255))


def fill(mask: Grey, outline: Points, grey: int) -> None:
    """Fill a convex outline, its edge softened to a fraction of a pixel."""
    fixed = np.rint((outline - 0.5) * 2**SUBPIXEL_BITS).astype(np.int32)
    cv2.fillConvexPoly(mask, fixed, grey, cv2.LINE_AA, SUBPIXEL_BITS)

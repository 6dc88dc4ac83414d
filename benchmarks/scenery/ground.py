"""What lies about the label: desks and printed envelopes, drawn once and used in many scenes."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.scenery.flat import TYPE, Grey
from benchmarks.scenery.levels import SPLITS
from benchmarks.scenery.place import HEIGHT, WIDTH
from fixtures.drawing import stamps, stock
from fixtures.drawing.sheet import PX_PER_MM, Ink, Sheet

DESKS = 6
SHEETS = 10
UNIT_MM = 0.4
"""What a narrow bar measures on paper."""

COARSEST = 4
PAPERS: tuple[Ink, ...] = (
    (240, 239, 235),
    (240, 229, 205),
    (201, 160, 112),
    (190, 209, 222),
    (205, 206, 203),
)
RGB_TO_GREY = (0.299, 0.587, 0.114)


def desk(rng: np.random.Generator, split: str) -> NDArray[np.float32]:
    """Return a desk top (960, 1280), some way round."""
    top = _desk(int(rng.integers(DESKS)), split)
    if rng.random() < 0.5:
        top = top[::-1]
    if rng.random() < 0.5:
        top = top[:, ::-1]
    return np.ascontiguousarray(top, dtype=np.float32)


def sheet(rng: np.random.Generator, split: str) -> tuple[Grey, ...]:
    """Return a printed envelope, each next picture half as large; the first PX_PER_UNIT fine."""
    return _sheet(int(rng.integers(SHEETS)), split)


PX_PER_UNIT = PX_PER_MM * UNIT_MM


@lru_cache(maxsize=2 * DESKS)
def _desk(number: int, split: str) -> Grey:
    rng = np.random.default_rng((SPLITS.index(split), number, 7))
    draw = [*stock.DESKS.values()][number % len(stock.DESKS)]
    colour = draw(rng, (HEIGHT, WIDTH), float(rng.uniform(0.6, 1.05)))
    return np.asarray(np.clip(colour @ np.array(RGB_TO_GREY), 0, 255)).astype(np.uint8)


@lru_cache(maxsize=2 * SHEETS)
def _sheet(number: int, split: str) -> tuple[Grey, ...]:
    rng = np.random.default_rng((SPLITS.index(split), number, 11))
    paper = PAPERS[int(rng.integers(len(PAPERS)))]
    envelope = Sheet(210, 130, paper)
    for row in range(int(rng.integers(3, 9))):
        words = TYPE[int(rng.integers(len(TYPE)))]
        at = (float(rng.uniform(8, 120)), 10.0 + row * 14)
        envelope.text(at, words, float(rng.uniform(2.8, 7)), width_max_mm=80)
    stamps.paid_in_bulk(envelope, (190, 20), "つばめ野")
    die = stamps.framed("親展", 6)
    stamps.press(envelope, die, (30, 100), stamps.VERMILION, rng, turn_deg=rng.uniform(-9, 9))
    if rng.random() < 0.5:
        envelope.box((100, 84), (96, 34), width_mm=0.4)
    levels = [np.asarray(envelope.picture.convert("L")).astype(np.uint8)]
    for _ in range(COARSEST):
        levels.append(cv2.pyrDown(levels[-1]).astype(np.uint8))
    return tuple(levels)

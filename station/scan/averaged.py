"""A closer look for the engines: upright bars with all rows averaged, enlarged and sharpened.

Engines look at single rows, whose noise they must live with, and at edges that blur has moved.  The
average of fifty rows has a seventh of the noise, so it can bear sharpening.

Both engines would see the very same row here and may err alike, so only one of them is asked: the
first, of those that have not been heard yet, that reads it.
"""

from collections.abc import Iterable

import cv2
import numpy as np

from station.scan.bars.straight import FINER, Straight
from station.scan.engines import Engine
from station.scan.pictures import Grey
from station.scan.reading import Sighting

ENLARGED = 3
SHARPENED = 1.5
SHARPENED_SIGMA_PX = 1.25
HEIGHT_PX = 44


def averaged(straight: Straight) -> Grey:
    """Return the mean row of the bars as a picture, ENLARGED times as long as the rows."""
    row = straight.average(straight.first_row, straight.last_row)[None]
    long = cv2.resize(row, None, fx=ENLARGED, fy=1, interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(long, (0, 0), SHARPENED_SIGMA_PX * FINER * ENLARGED)
    sharp = long + SHARPENED * (long - soft)
    dark, light = np.percentile(sharp, (1, 99))
    level = (sharp - dark) * (255 / max(float(light - dark), 1.0))
    return np.repeat(np.clip(level, 0, 255).astype(np.uint8), HEIGHT_PX, axis=0)


def closer_word(straight: Straight, silent: Iterable[Engine]) -> list[Sighting]:
    """Return what the first of the engines that reads anything says, placed along the rows."""
    shown = averaged(straight)
    for engine in silent:
        seen = engine(shown)
        if seen:
            return [_along_rows(one, straight) for one in seen]
    return []


def _along_rows(seen: Sighting, straight: Straight) -> Sighting:
    """Return a word with its place in samples and rows; its height is that of the bars."""
    across = [(x + 0.5) / ENLARGED - 0.5 for x, _ in seen.corners]
    left, right = (min(across), max(across)) if across else (0.0, float(straight.rows.shape[1]))
    top, bottom = 0.0, float(straight.last_row - straight.first_row)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Sighting(seen.text, seen.symbology, seen.witness, corners)

"""From a picture to readings: cheap steps first, and no longer than the budget."""

import time
from pathlib import Path

import cv2
import numpy as np

from station.scan.agreement import agree
from station.scan.clean import crops
from station.scan.engines import ENGINES
from station.scan.pictures import Grey, load_picture
from station.scan.reading import PictureReadings, Sighting

BUDGET_MS = 1_500
"""After so long no further step is begun; a step takes a few ten milliseconds."""

ENGINE_SIDE_PX_MAX = 2_400
"""The whole picture is shown to the engines at most this large: labels are read from crops."""


def read_picture(source: Path | bytes) -> PictureReadings:
    """Read every page of a picture; raises PictureError when it is none."""
    pages = [read_grey(page) for page in load_picture(source)]
    return PictureReadings(
        tuple(reading for page in pages for reading in page.readings),
        tuple(doubt for page in pages for doubt in page.doubtful),
    )


def read_grey(grey: Grey) -> PictureReadings:
    """Read one picture, shape (height, width): as it is, then every place that looks like bars."""
    until = time.monotonic() + BUDGET_MS / 1000
    sightings = _whole(grey)
    result = agree(sightings)
    if result.readings:
        return result
    for crop in crops(grey):
        for engine in ENGINES:
            for seen in engine(crop.grey):
                corners = crop.corners_in_picture(seen.corners)
                sightings.append(Sighting(seen.text, seen.symbology, seen.witness, corners))
        result = agree(sightings)
        if result.readings or time.monotonic() > until:
            break
    return result


def _whole(grey: Grey) -> list[Sighting]:
    scale = min(1.0, ENGINE_SIDE_PX_MAX / max(grey.shape))
    if scale == 1.0:
        return [seen for engine in ENGINES for seen in engine(grey)]
    resized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, dtype=np.uint8)
    return [
        Sighting(
            seen.text,
            seen.symbology,
            seen.witness,
            tuple((x / scale, y / scale) for x, y in seen.corners),
        )
        for engine in ENGINES
        for seen in engine(small)
    ]

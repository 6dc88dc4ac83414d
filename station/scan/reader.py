"""From a picture to readings: cheap steps first, and no longer than the budget.

Engine, second engine where the first has read; then wherever there are bars: both engines on bars
laid upright, and where they give up, the decoder of our own.
"""

import math
import time
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from station.numbers import NotATrackingNumber, identify, is_carried_by
from station.scan.agreement import agree, agreed_places
from station.scan.bars import look
from station.scan.bars.locate import Region, regions
from station.scan.bars.straight import Straight, straighten
from station.scan.engines import ENGINES, Engine, zbar, zxing, zxing_matrix
from station.scan.label_text import candidate
from station.scan.pictures import Grey, pages
from station.scan.reading import Corners, PictureReadings, Sighting
from station.scan.second import second_word

ENGINE_SIDE_PX_MAX = 2_400
"""The whole picture is shown to the engines at most this large: labels are read from crops."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go: no step is begun later than `budget_ms` less what it may take.

    `decoder` is for our own decoder, the longest step.
    """

    budget_ms: float
    decoder: bool


STILL = Effort(budget_ms=1_500, decoder=True)
FRAME = Effort(budget_ms=45, decoder=False)

FILLING_SHARE = 0.4

REGION_MS = 20
DECODER_MS = 300


@dataclass(slots=True)
class _Picture:
    """A picture being read: what was seen so far, and the time that is left."""

    grey: Grey
    effort: Effort
    began: float = field(default_factory=time.monotonic)
    sightings: list[Sighting] = field(default_factory=list)

    def has_time(self, step_ms: float) -> bool:
        """Whether a step of this length may still begin."""
        return 1000 * (time.monotonic() - self.began) + step_ms <= self.effort.budget_ms

    def settled(self) -> bool:
        """Whether nothing is left to look for.

        That is when two witnesses agree about every place where something was seen, and a number
        is among it, or one place is so large that no second label has room beside it.
        """
        result = agree(self.sightings)
        if result.readings and not result.doubtful:
            return True
        places = agreed_places(self.sightings)
        all_agreed = len(places) == len(result.readings) + len(result.doubtful)
        room = FILLING_SHARE * max(self.grey.shape)
        return all_agreed and any(math.dist(place[0], place[1]) > room for place in places)

    def knows(self, region: Region) -> bool:
        """Whether two witnesses agree about the bars of a region."""
        return any(_contains(place, region.centre) for place in agreed_places(self.sightings))


def read_picture(source: Path | bytes) -> PictureReadings:
    """Read every page of a picture; raises PictureError when it is none."""
    found = [read_grey(page) for page in pages(source)]
    return PictureReadings(
        tuple(reading for page in found for reading in page.readings),
        tuple(doubt for page in found for doubt in page.doubtful),
    )


def read_grey(grey: Grey, effort: Effort = STILL) -> PictureReadings:
    """Read one picture, shape (height, width)."""
    picture = _Picture(grey, effort)
    _look_at_whole(picture)
    if not picture.settled():
        for region in regions(grey):
            if not picture.has_time(REGION_MS):
                break
            _look_at_region(picture, region)
        if not agree(picture.sightings).readings and effort.decoder:
            picture.sightings += _engine_on_whole(picture.grey, zbar)
    return agree(picture.sightings)


def _look_at_whole(picture: _Picture) -> None:
    seen = _engine_on_whole(picture.grey, zxing)
    if not seen and picture.effort.decoder:
        seen = _engine_on_whole(picture.grey, zxing_matrix)
    picture.sightings += seen
    for first in seen:
        picture.sightings += second_word(picture.grey, first)


def _engine_on_whole(grey: Grey, engine: Engine) -> list[Sighting]:
    scale = min(1.0, ENGINE_SIDE_PX_MAX / max(grey.shape))
    if scale == 1.0:
        return engine(grey)
    resized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return [
        _moved(seen, tuple((x / scale, y / scale) for x, y in seen.corners))
        for seen in engine(np.asarray(resized, dtype=np.uint8))
    ]


def _look_at_region(picture: _Picture, region: Region) -> None:
    if picture.knows(region):
        return
    straight = straighten(picture.grey, region)
    if straight is None:
        return
    upright = straight.grey()
    for engine in ENGINES:
        for seen in engine(upright):
            corners = tuple(straight.to_picture(x, y + straight.first_row) for x, y in seen.corners)
            picture.sightings.append(_moved(seen, corners))
    if picture.effort.decoder and not picture.knows(region) and picture.has_time(DECODER_MS):
        picture.sightings += _own_words(straight)


def _own_words(straight: Straight) -> list[Sighting]:
    found = look(straight, is_postal)
    if found is None:
        return []
    return [
        Sighting(found.text, found.symbology, witness, found.corners) for witness in found.witnesses
    ]


def is_postal(text: str, symbology: str) -> bool:
    """Whether a family's length, alphabet and check digit hold, and its labels carry such bars."""
    try:
        number = identify(candidate(text, symbology), symbology)
    except NotATrackingNumber:
        return False
    return is_carried_by(number, symbology)


def _moved(seen: Sighting, corners: Corners) -> Sighting:
    return Sighting(seen.text, seen.symbology, seen.witness, corners)


def _contains(corners: Corners, point: tuple[float, float]) -> bool:
    if not corners:
        return False
    outline = np.array(corners, dtype=np.float32)
    return bool(cv2.pointPolygonTest(outline, point, measureDist=False) >= 0)

"""From a picture to readings: cheap steps first, and no longer than the budget.

Engine, second engine where the first has read; then wherever there are bars: both engines on bars
laid upright, one more engine on the average of their rows, and where these give up, the decoder of
our own.
"""

import math
import time
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import cv2
import numpy as np

from station.scan.agreement import agree, agreed_places, is_postal
from station.scan.averaged import closer_word
from station.scan.bars import look, look_elsewhere
from station.scan.bars.ends import End
from station.scan.bars.locate import Region, region_about, regions
from station.scan.bars.straight import Straight, straighten
from station.scan.engines import ENGINES, MATRIX, Engine, zbar, zxing, zxing_matrix
from station.scan.pictures import Grey, pages
from station.scan.reading import Corners, PictureReadings, Sighting
from station.scan.second import second_word

ENGINE_SIDE_PX_MAX = 2_400
"""The whole picture is shown to the engines at most this large: labels are read from crops."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go: no step is begun later than `budget_ms` less what it may take.

    `decoder` is for our own decoder, the longest step.  `everywhere`: bars beside a number
    that was read are looked at too, because a camera takes one piece at a time.
    """

    budget_ms: float
    decoder: bool
    everywhere: bool = False


STILL = Effort(budget_ms=1_500, decoder=True)
FRAME = Effort(budget_ms=45, decoder=False)
LIVE = Effort(budget_ms=150, decoder=False, everywhere=True)
"""A frame that came over a network, which nobody waits for as for a video's next one."""

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

    def about(self, region: Region) -> list[Sighting]:
        """Return what was said so far of the bars of a region."""
        return [seen for seen in self.sightings if _contains(seen.corners, region.centre)]


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
    if effort.everywhere or not picture.settled():
        for region in chain(_sighted(picture), regions(grey)):
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


def _sighted(picture: _Picture) -> list[Region]:
    """Return the places where one engine has read bars on the whole picture.

    It knows where they end better than `regions` does, which may take print beside them along.
    """
    bars = (seen for seen in picture.sightings if seen.symbology not in MATRIX)
    places = (region_about(seen.corners) for seen in bars)
    return [place for place in places if place is not None]


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
    seen = [one for engine in ENGINES.values() for one in engine(upright)]
    picture.sightings += _in_picture(seen, straight)
    if picture.knows(region):
        return
    heard = {one.witness for one in picture.about(region) if is_postal(one.text, one.symbology)}
    closer = closer_word(straight, [ENGINES[name] for name in ENGINES if name not in heard])
    picture.sightings += _in_picture(closer, straight)
    if picture.effort.decoder and not picture.knows(region):
        picture.sightings += _own_words(picture, straight, _ends(seen + closer))


def _in_picture(seen: list[Sighting], straight: Straight) -> list[Sighting]:
    """Return words about upright bars as words about the picture."""
    return [
        _moved(one, tuple(straight.to_picture(x, y + straight.first_row) for x, y in one.corners))
        for one in seen
    ]


def _ends(seen: list[Sighting]) -> list[End]:
    """Return the first and the last samples of upright bars that an engine has read."""
    across = ([x for x, _ in one.corners] for one in seen if one.corners)
    return [(min(xs), max(xs)) for xs in across]


def _own_words(picture: _Picture, straight: Straight, known: list[End]) -> list[Sighting]:
    for look_between in (look, look_elsewhere):
        if not picture.has_time(DECODER_MS):
            break
        found = look_between(straight, is_postal, known)
        if found is not None and found.witnesses:
            return [
                Sighting(found.text, found.symbology, witness, found.corners)
                for witness in found.witnesses
            ]
    return []


def _moved(seen: Sighting, corners: Corners) -> Sighting:
    return Sighting(seen.text, seen.symbology, seen.witness, corners)


def _contains(corners: Corners, point: tuple[float, float]) -> bool:
    if not corners:
        return False
    outline = np.array(corners, dtype=np.float32)
    return bool(cv2.pointPolygonTest(outline, point, measureDist=False) >= 0)

"""When a sighting becomes a reading.  Pure.

A check digit alone trusts one random text in ten (docs/reading.md); NW-7 has no check character of
its own and drops digits on poor print.  So a reading needs a known family's length, alphabet and
check digit, and two witnesses that say the same of the same place.
"""

from collections.abc import Iterable
from itertools import pairwise

from station.numbers import NotATrackingNumber, TrackingNumber, identify, is_carried_by
from station.scan.label_text import candidate
from station.scan.reading import Corners, Doubtful, PictureReadings, Reading, Sighting

WITNESSES_MIN = 2
MARGIN_PX = 8.0
"""zbar gives a line along the bars where zxing gives a box: a line lies within so much of it."""


def agree(sightings: Iterable[Sighting]) -> PictureReadings:
    """Return what the sightings of one picture, put together, are worth."""
    readings: list[Reading] = []
    doubtful: list[Doubtful] = []
    for place in _heard(sightings):
        texts = {_said(sighting) for sighting in place}
        for text in sorted(texts):
            words = [sighting for sighting in place if _said(sighting) == text]
            judged = _judge(text, words, contradicted=len(texts) > 1)
            if isinstance(judged, Reading):
                readings.append(judged)
            else:
                doubtful.append(judged)
    return PictureReadings(_once(readings), tuple(doubtful))


def agreed_places(sightings: Iterable[Sighting]) -> list[Corners]:
    """Return where two witnesses say the same and nobody else anything: no more looks are needed.

    What they say may still be no postal number.
    """
    return [
        place[0].corners
        for place in _heard(sightings)
        if len({_said(sighting) for sighting in place}) == 1
        and len({sighting.witness for sighting in place}) >= WITNESSES_MIN
    ]


def _heard(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """Return what is said of each place, without the words that were taken back."""
    return [_without_taken_back(place) for place in _places(list(sightings))]


def _without_taken_back(place: list[Sighting]) -> list[Sighting]:
    """Leave out what no post prints, where who said it says the place's only number as well.

    An engine that reads a row badly, or a piece of one, reads the next row well.  But then it
    counts for nothing: two others must say the number.  A word of a witness who says nothing
    else stands, for the bars may be none of the post's; and so does a second postal number.
    """
    postal = [sighting for sighting in place if is_postal(sighting.text, sighting.symbology)]
    others = [sighting for sighting in place if not is_postal(sighting.text, sighting.symbology)]
    wavering = {sighting.witness for sighting in others}
    witnesses = {sighting.witness for sighting in postal}
    only_number = len({_said(sighting) for sighting in postal}) == 1
    if only_number and wavering < witnesses and len(witnesses - wavering) >= WITNESSES_MIN:
        return postal
    return place


def is_postal(text: str, symbology: str) -> bool:
    """Whether a family's length, alphabet and check digit hold, and its labels carry such bars."""
    try:
        number = identify(candidate(text, symbology), symbology)
    except NotATrackingNumber:
        return False
    return is_carried_by(number, symbology)


def _said(sighting: Sighting) -> str:
    return candidate(sighting.text, sighting.symbology)


def _judge(text: str, words: list[Sighting], *, contradicted: bool) -> Reading | Doubtful:
    first = words[0]
    witnesses = tuple(sorted({sighting.witness for sighting in words}))
    try:
        number: TrackingNumber | None = identify(text, first.symbology)
        why = ""
    except NotATrackingNumber as error:
        number, why = None, error.reason
    if number is not None and not is_carried_by(number, first.symbology):
        why = "other_symbology"  # NW-7 that lost a digit may look like a carrier's without NW-7
    elif number is not None and contradicted:
        why = "witnesses_disagree"
    elif number is not None and len(witnesses) < WITNESSES_MIN:
        why = "one_witness"
    if number is not None and not why:
        return Reading(number, first.symbology, witnesses, first.corners)
    families = number.families if number else ()
    return Doubtful(text, families, first.symbology, witnesses, first.corners, why)


def _once(readings: list[Reading]) -> tuple[Reading, ...]:
    """The same number at two places of one picture is one number: its label says it twice."""
    by_number = {reading.number.number: reading for reading in reversed(readings)}
    return tuple(by_number[number] for number in sorted(by_number))


def _places(sightings: list[Sighting]) -> list[list[Sighting]]:
    """Put sightings of the same place together."""
    places: list[list[Sighting]] = []
    for sighting in sightings:
        touching = [p for p in places if any(_overlap(sighting.corners, o.corners) for o in p)]
        places = [place for place in places if place not in touching]
        places.append([sighting, *(other for place in touching for other in place)])
    return [place[::-1] for place in places]


def _overlap(one: Corners, two: Corners) -> bool:
    """Whether two places meet: no side of either separates them (separating axis theorem)."""
    if not one or not two:
        return False
    return not any(_separates(axis, one, two) for axis in (*_axes(one), *_axes(two)))


def _axes(corners: Corners) -> list[tuple[float, float]]:
    sides = pairwise((*corners, corners[0]))
    across = [(y2 - y1, x1 - x2) for (x1, y1), (x2, y2) in sides if (x1, y1) != (x2, y2)]
    return across or [(1.0, 0.0), (0.0, 1.0)]


def _separates(axis: tuple[float, float], one: Corners, two: Corners) -> bool:
    length = (axis[0] ** 2 + axis[1] ** 2) ** 0.5
    along = [[(x * axis[0] + y * axis[1]) / length for x, y in corners] for corners in (one, two)]
    gap = max(min(along[0]) - max(along[1]), min(along[1]) - max(along[0]))
    return bool(gap > MARGIN_PX)

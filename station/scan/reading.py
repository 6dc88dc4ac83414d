"""What was seen, and what may be trusted of it."""

from dataclasses import dataclass

from station.numbers import TrackingNumber

Corners = tuple[tuple[float, float], ...]
"""Corner points in pixels of the picture (x right, y down), clockwise; () where not known."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One witness's word: this text stands at this place."""

    text: str
    symbology: str
    witness: str
    corners: Corners


@dataclass(frozen=True, slots=True)
class Reading:
    """A tracking number that the scan side vouches for, with its witnesses."""

    number: TrackingNumber
    symbology: str
    witnesses: tuple[str, ...]
    corners: Corners


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that was seen and must not be accepted without a person.

    `why`: "one_witness", "witnesses_disagree", "check_digit", "unknown_family", or
    "other_symbology": a number of a carrier whose labels do not carry such bars.
    """

    text: str
    families: tuple[str, ...]
    symbology: str
    witnesses: tuple[str, ...]
    corners: Corners
    why: str


@dataclass(frozen=True, slots=True)
class PictureReadings:
    """All that one picture gave."""

    readings: tuple[Reading, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()

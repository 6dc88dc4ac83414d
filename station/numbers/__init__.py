"""What a tracking number is: families, check digits, normal form, grouping.  Pure."""

from station.numbers.family import Family
from station.numbers.number import NotATrackingNumber, TrackingNumber, normalise
from station.numbers.registry import every_family, grouped, identify, is_carried_by

__all__ = [
    "Family",
    "NotATrackingNumber",
    "TrackingNumber",
    "every_family",
    "grouped",
    "identify",
    "is_carried_by",
    "normalise",
]

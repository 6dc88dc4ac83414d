"""How often people err, and how long their hands need; each figure with its source.

HEART: J. C. Williams, "HEART: a proposed method for assessing and reducing human error", 1986.
THERP: A. D. Swain, H. E. Guttmann, NUREG/CR-1278, 1983.  Entry: "The Impact of Single Versus Dual
Data Entry", Journal of Innovation in Health Informatics, June 1999: 99.35 % of fields right.
KLM: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model", 1980.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Slip(StrEnum):
    """What one person does wrong once."""

    MISSORT = "mis-sorted"
    MISSORT_UNNAMED = "mis-sorted, no department on it"
    MISTYPE = "mistyped"
    MISCOUNT = "miscounted"
    OMIT = "forgotten"
    WRONG_BOX = "put into the wrong box"
    FORGET = "day close forgotten"
    ASTRAY = "dropped or taken along"


@dataclass(frozen=True, slots=True)
class Rate:
    """A chance a deed, and where it is from."""

    chance: float
    source: str


RATES: Mapping[Slip, Rate] = MappingProxyType(
    {
        Slip.MISSORT: Rate(0.02, "HEART, task E: routine, highly practised, rapid"),
        Slip.MISSORT_UNNAMED: Rate(0.09, "HEART, task D: fairly simple, rapid or scant attention"),
        Slip.MISTYPE: Rate(0.0065, "entry, one person, a field"),
        Slip.MISCOUNT: Rate(0.01, "THERP table 20-7, item 4: a long list without check-off"),
        Slip.OMIT: Rate(0.003, "THERP table 20-7, item 2: a long list with check-off"),
        Slip.WRONG_BOX: Rate(0.003, "THERP table 20-12: the neighbour of what was meant"),
        Slip.FORGET: Rate(0.003, "THERP table 20-7, item 3: a short list without check-off"),
        Slip.ASTRAY: Rate(0.0005, "our guess, a move: one piece in two thousand moves"),
    }
)

CHECKER_MISSES = 0.1
"""A checker with papers does not see an error: THERP table 20-22, item 1."""


def once_more(chance: float) -> float:
    """The chance that a second person errs where a first did: THERP table 20-17, low dependence."""
    return (1 + 19 * chance) / 20


FOUND_SAME_DAY = 0.9
FOUND_LATER = 0.3
"""How often a search finds a piece, on the day itself and weeks later: our guess."""

ASKED_AFTER_DAYS = (14, 90)
"""When somebody asks for a piece that never came: our guess; it was 52 days in the case."""

KEY, MENTAL, POINT, HOME = 0.28, 1.35, 1.1, 0.4
"""KLM, seconds: a key stroke of an average typist, a thought, a pointing, hands to the device."""

HANDLE = 1.0
"""To take a piece up and lay it down, seconds: our guess."""


class Act(StrEnum):
    """What takes time."""

    SCAN = "scan"
    WORD = "word"
    WRITE = "write"
    SORT = "sort"
    TICK = "tick"
    SIGN = "sign"
    STAMP = "stamp"
    DECIDE = "decide"


SECONDS: Mapping[Act, float] = MappingProxyType(
    {
        Act.SCAN: HANDLE + POINT,
        Act.WORD: HANDLE + POINT + 2 * MENTAL + 4 * KEY,  # scan, read, a department's number
        Act.WRITE: HANDLE + 2 * MENTAL + HOME + 30 * KEY,  # a line: number, sender, department
        Act.SORT: HANDLE + 2 * MENTAL + POINT,
        Act.TICK: HANDLE + MENTAL,  # compare a piece with a line of the book
        Act.SIGN: HOME + POINT + MENTAL + 7 * KEY,  # badge, PIN
        Act.STAMP: HANDLE + MENTAL,
        Act.DECIDE: HANDLE + 10 * MENTAL + 20 * KEY,
    }
)
"""Seconds of a person's work."""

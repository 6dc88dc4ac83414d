"""Every family that there is a module for.

A newcomer adds a family by adding one file to `station/numbers/families/` that says
`FAMILY = Family(...)`.
"""

import importlib
import pkgutil
from functools import cache, lru_cache

from station.numbers.family import Family
from station.numbers.number import NotATrackingNumber, TrackingNumber, normalise

PACKAGE = "station.numbers.families"

NUMBERS_KEPT = 4_096
"""Numbers whose meaning is remembered: every screen shows the same ones again and again."""


@cache
def every_family() -> tuple[Family, ...]:
    """Return every family, in the order in which an ambiguous number names them.

    Raises TypeError when a module of the package says no FAMILY: a family must not get lost by a
    misspelt name.
    """
    modules = pkgutil.iter_modules(importlib.import_module(PACKAGE).__path__)
    found = [_family(f"{PACKAGE}.{module.name}") for module in modules]
    return tuple(sorted(found, key=lambda family: family.order))


@lru_cache(maxsize=NUMBERS_KEPT)
def identify(text: str, symbology: str = "") -> TrackingNumber:
    """Return the tracking number that a text is, with every family that it may belong to.

    The symbology, where it is known, narrows families that share length and rule: Japan Post's
    eleven digits stand in NW-7, DHL's in Code 128.  It never refuses a number.
    Raises NotATrackingNumber when no family's length, alphabet and check digit hold.
    """
    plain = normalise(text)
    fitting = [(family, number) for family in every_family() if (number := family.parse(plain))]
    holding = [(family, number) for family, number in fitting if family.check_holds(number)]
    if not holding:
        raise _refusal(text, plain, [family for family, _ in fitting])
    holding = [held for held in holding if symbology in held[0].symbologies] or holding
    first, number = holding[0]
    hints = (family.service(number) for family, number in holding)
    return TrackingNumber(
        number,
        tuple(family.code for family, _ in holding),
        first.group(number),
        next((hint for hint in hints if hint is not None), None),
    )


def is_carried_by(number: TrackingNumber, symbology: str) -> bool:
    """Whether labels of one of the number's families are known to carry this symbology."""
    own = (family for family in every_family() if family.code in number.families)
    return any(symbology in family.symbologies for family in own)


def grouped(text: str) -> str:
    """Return a number as people read it; a text that is no known number stays as it is."""
    try:
        return identify(text).grouped
    except NotATrackingNumber:
        return text


def _family(module: str) -> Family:
    family = getattr(importlib.import_module(module), "FAMILY", None)
    if not isinstance(family, Family):
        raise TypeError(f"expected FAMILY = Family(...) in {module}, got {family!r}, do: add it")
    return family


def _refusal(text: str, plain: str, fitting: list[Family]) -> NotATrackingNumber:
    """Say what was expected, but not which digit would pass.

    The wrong one may stand anywhere; a number completed to please the rule is the wrong number
    that looks right.
    """
    if fitting:
        names = " or ".join(family.code for family in fitting)
        return NotATrackingNumber(
            text,
            "check_digit",
            f"the check digit of {names}",
            f"{len(plain)} signs of which at least one is wrong",
            "scan again, or compare every digit with the label",
        )
    known = "; ".join(f"{family.code}: {family.expected}" for family in every_family())
    return NotATrackingNumber(
        text, "unknown_family", f"one of {known}", _shape(plain), "confirm it by a second scan"
    )


def _shape(plain: str) -> str:
    if not plain:
        return "nothing"
    kind = "digits" if plain.isascii() and plain.isdigit() else "signs"
    return f"{len(plain)} {kind}"

"""Every family that there is a module for.

A newcomer adds a family by adding one file to `station/numbers/families/`: it says CODE, ORDER,
EXPECTED, SYMBOLOGIES, fits, check_holds, group and service, as `number.Family` describes.
"""

import importlib
import pkgutil
from functools import cache
from typing import cast

from station.numbers import families as package
from station.numbers.number import Family, NotATrackingNumber, TrackingNumber, normalise


@cache
def families() -> tuple[Family, ...]:
    """Return every family, in the order in which an ambiguous number names them."""
    modules = (
        importlib.import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    )
    found = [cast("Family", module) for module in modules if hasattr(module, "CODE")]
    return tuple(sorted(found, key=lambda family: family.ORDER))


def identify(text: str, symbology: str = "") -> TrackingNumber:
    """Return the tracking number that a text is, with every family that it may belong to.

    The symbology, where it is known, narrows families that share length and rule: Japan Post's
    eleven digits stand in NW-7, DHL's in Code 128.  It never refuses a number.
    Raises NotATrackingNumber when no family's length, alphabet and check digit hold.
    """
    number = normalise(text)
    fitting = [family for family in families() if family.fits(number)]
    holding = [family for family in fitting if family.check_holds(number)]
    if not holding:
        raise _refusal(text, fitting)
    holding = [f for f in holding if symbology in f.SYMBOLOGIES] or holding
    first = holding[0]
    services = (family.service(number) for family in holding)
    return TrackingNumber(
        _plain(first, number),
        tuple(family.CODE for family in holding),
        first.group(number),
        next((service for service in services if service is not None), None),
    )


def grouped(text: str) -> str:
    """Return a number as people read it; a text that is no known number stays as it is."""
    try:
        return identify(text).grouped
    except NotATrackingNumber:
        return text


def _plain(family: Family, number: str) -> str:
    """Return the number without a prefix that its family knows and strips (USPS: 420 and ZIP)."""
    strip = getattr(family, "strip", None)
    return strip(number) if callable(strip) else number


def _refusal(text: str, fitting: list[Family]) -> NotATrackingNumber:
    if fitting:
        names = " or ".join(family.CODE for family in fitting)
        return NotATrackingNumber(text, "check_digit", f"the check digit of {names}")
    known = "; ".join(f"{family.CODE}: {family.EXPECTED}" for family in families())
    return NotATrackingNumber(text, "unknown_family", f"one of {known}")

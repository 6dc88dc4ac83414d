"""USPS IMpb, 22 digits, modulo 10; `420` and a ZIP code of 5 or 9 digits may stand before it.

USPS Publication 199 (Intelligent Mail Package Barcode); known with high sureness.
"""

import re

from station.numbers.check_digits import mod10_from_right
from station.numbers.number import in_groups

CODE = "usps_22"
ORDER = 60
EXPECTED = "22 digits beginning with 9, the last by modulo 10, after 420 and a ZIP or without"
SYMBOLOGIES = frozenset({"gs1_128", "code128"})

FORM = re.compile(r"(?:420(?:[0-9]{9}|[0-9]{5}))?(9[0-9]{21})", re.ASCII)


def fits(number: str) -> bool:
    """Whether it is 22 digits of IMpb, with or without the routing prefix."""
    return FORM.fullmatch(number) is not None


def strip(number: str) -> str:
    """The 22 digits without the routing prefix."""
    return number[-22:]


def check_holds(number: str) -> bool:
    """Whether the last digit is right; the routing prefix does not count."""
    plain = strip(number)
    return mod10_from_right(plain[:-1]) == int(plain[-1])


def group(number: str) -> str:
    """9400 1112 0620 6406 2607 87."""
    return in_groups(strip(number), 4, 4, 4, 4, 4, 2, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for USPS."""
    return None

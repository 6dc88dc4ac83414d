"""USPS, 20 digits, modulo 10.  Known with high sureness."""

from station.numbers.check_digits import mod10_from_right
from station.numbers.number import digits_only, in_groups

CODE = "usps_20"
ORDER = 70
EXPECTED = "20 digits, the last by modulo 10"
SYMBOLOGIES = frozenset({"gs1_128", "code128"})


def fits(number: str) -> bool:
    """Whether it is 20 digits."""
    return digits_only(number, 20)


def check_holds(number: str) -> bool:
    """Whether the last digit is right."""
    return mod10_from_right(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """0307 1790 0005 2348 3741."""
    return in_groups(number, 4, 4, 4, 4, 4, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for USPS."""
    return None

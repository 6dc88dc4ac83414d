"""UPS: 1Z and 16 signs, the last a check digit.  Known with high sureness."""

import re

from station.numbers import check_digits
from station.numbers.number import in_groups

CODE = "ups"
ORDER = 90
EXPECTED = "1Z and 16 letters or digits, the last a check digit"
SYMBOLOGIES = frozenset({"code128"})

FORM = re.compile(r"1Z[0-9A-Z]{15}[0-9]", re.ASCII)


def fits(number: str) -> bool:
    """Whether it is written as a UPS number."""
    return FORM.fullmatch(number) is not None


def check_holds(number: str) -> bool:
    """Whether the last digit is right."""
    return check_digits.ups(number[2:-1]) == int(number[-1])


def group(number: str) -> str:
    """1Z 5R8 939 03 5756 712 7."""
    return in_groups(number, 2, 3, 3, 2, 4, 3, 1, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - no hint is kept
    """No hint is kept for UPS."""
    return None

"""UPS: 1Z and 16 signs, the last a check digit: samples from labels hold.  High sureness."""

import re

from station.numbers import check_digits
from station.numbers.family import Family


def check_holds(number: str) -> bool:
    """Whether the last digit is right; the 1Z in front does not enter it."""
    return check_digits.ups(number[2:-1]) == int(number[-1])


FAMILY = Family(
    code="ups",
    order=90,
    expected="1Z and 16 letters or digits, the last a check digit",
    symbologies=frozenset({"code128"}),
    form=re.compile(r"(1Z[0-9A-Z]{15}[0-9])"),
    check_holds=check_holds,
    groups=(2, 3, 3, 2, 4, 3, 1),
)

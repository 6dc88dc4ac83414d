"""Japan Post (お問い合わせ番号), 12 digits, grouped 4-4-4, check digit 7DR.

Carrier's practice, known with medium to high sureness.  Japan Post, Yamato and Sagawa share length
and rule, so such a number alone never tells its carrier.
"""

from station.numbers.check_digits import seven_dr
from station.numbers.number import digits_only, in_groups

CODE = "japan_post_12"
ORDER = 20
EXPECTED = "12 digits, the last by 7DR"
SYMBOLOGIES = frozenset({"nw7"})


def fits(number: str) -> bool:
    """Whether it is 12 digits."""
    return digits_only(number, 12)


def check_holds(number: str) -> bool:
    """Whether the last digit is the 7DR of the eleven before it."""
    return seven_dr(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """4055-4842-4886."""
    return in_groups(number, 4, 4, 4)


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """Nothing in the digits hints at the service."""
    return None

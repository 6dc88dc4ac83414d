"""Canada Post, 16 digits, modulo 10.  Known with high sureness."""

from station.numbers.check_digits import mod10_from_right
from station.numbers.number import digits_only, in_groups

CODE = "canada_post_16"
ORDER = 80
EXPECTED = "16 digits, the last by modulo 10"
SYMBOLOGIES = frozenset({"code128"})


def fits(number: str) -> bool:
    """Whether it is 16 digits."""
    return digits_only(number, 16)


def check_holds(number: str) -> bool:
    """Whether the last digit is right."""
    return mod10_from_right(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """7035 1144 7713 8472."""
    return in_groups(number, 4, 4, 4, 4, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for Canada Post."""
    return None

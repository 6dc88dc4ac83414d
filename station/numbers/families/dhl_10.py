"""DHL Express, 10 digits, modulo 7.  Known with high sureness."""

from station.numbers.check_digits import seven_dr
from station.numbers.number import digits_only, in_groups

CODE = "dhl_10"
ORDER = 110
EXPECTED = "10 digits, the last modulo 7"
SYMBOLOGIES = frozenset({"code128"})


def fits(number: str) -> bool:
    """Whether it is 10 digits."""
    return digits_only(number, 10)


def check_holds(number: str) -> bool:
    """Whether the last digit is the rest of the nine before it."""
    return seven_dr(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """33 1881 0025."""
    return in_groups(number, 2, 4, 4, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for DHL."""
    return None

"""FedEx, 12 digits.  Known with high sureness; shares its length with the Japanese carriers."""

from station.numbers import check_digits
from station.numbers.number import digits_only, in_groups

CODE = "fedex_12"
ORDER = 100
EXPECTED = "12 digits, the last by weights 3 1 7"
SYMBOLOGIES = frozenset({"code128"})


def fits(number: str) -> bool:
    """Whether it is 12 digits."""
    return digits_only(number, 12)


def check_holds(number: str) -> bool:
    """Whether the last digit is right."""
    return check_digits.fedex(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """9865 7878 8855."""
    return in_groups(number, 4, 4, 4, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for FedEx."""
    return None

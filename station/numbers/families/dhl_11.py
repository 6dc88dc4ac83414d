"""DHL Express, 11 digits, modulo 7: length and rule are those of Japan Post's 11 digits."""

from station.numbers.families.japan_post_11 import check_holds, fits
from station.numbers.number import in_groups

__all__ = ["CODE", "EXPECTED", "ORDER", "SYMBOLOGIES", "check_holds", "fits", "group", "service"]

CODE = "dhl_11"
ORDER = 120
EXPECTED = "11 digits, the last modulo 7"
SYMBOLOGIES = frozenset({"code128"})


def group(number: str) -> str:
    """738 9105 1146."""
    return in_groups(number, 3, 4, 4, by=" ")


def service(number: str) -> str | None:  # noqa: ARG001 - nothing in the digits tells
    """No hint is kept for DHL."""
    return None

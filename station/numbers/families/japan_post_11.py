"""Japan Post, 11 digits: 引受番号 of registered mail, grouped 3-2-5-1, check digit 7DR.

Carrier's practice, known with medium to high sureness.  The first digit hints at the service
(low to medium sureness): it is shown and never relied on.
"""

from station.numbers.check_digits import seven_dr
from station.numbers.number import digits_only, in_groups

CODE = "japan_post_11"
ORDER = 10
EXPECTED = "11 digits, the last by 7DR"
SYMBOLOGIES = frozenset({"nw7"})

SERVICES = {
    "1": "registered",
    "2": "cash_registered",
    "3": "simple_registered",
    "4": "simple_registered",
    "5": "recorded",
    "6": "recorded",
    "7": "cash_on_delivery",
    "8": "cash_on_delivery",
}


def fits(number: str) -> bool:
    """Whether it is 11 digits."""
    return digits_only(number, 11)


def check_holds(number: str) -> bool:
    """Whether the last digit is the 7DR of the ten before it."""
    return seven_dr(number[:-1]) == int(number[-1])


def group(number: str) -> str:
    """131-12-38385-2."""
    return in_groups(number, 3, 2, 5, 1)


def service(number: str) -> str | None:
    """The service that the first digit hints at."""
    return SERVICES.get(number[0])

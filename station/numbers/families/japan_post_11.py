"""Japan Post, 11 digits: 引受番号 of registered mail, grouped 3-2-5-1, check digit 7DR.

Source: labels and Japan Post's tracking page (131-12-38385-2); no public standard.  Length and
check digit are known with medium to high sureness.  The first digit hints at the service with low
to medium sureness: it is shown as a guess and nothing relies on it.
"""

import re

from station.numbers.check_digits import last_digit_by, seven_dr
from station.numbers.family import Family

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


def service(number: str) -> str | None:
    """Return the service that the first digit hints at: 一般書留, 現金書留, 簡易書留 ..."""
    return SERVICES.get(number[0])


FAMILY = Family(
    code="japan_post_11",
    order=10,
    expected="11 digits, the last by 7DR",
    symbologies=frozenset({"nw7"}),
    form=re.compile(r"([0-9]{11})"),
    check_holds=last_digit_by(seven_dr),
    groups=(3, 2, 5, 1),
    between="-",
    service=service,
)

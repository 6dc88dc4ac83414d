"""UPU standard S10: two letters, eight digits, a check digit, an ISO 3166 country of two letters.

Known with high sureness.  The identifier is promised to be unique for 12 months only.  The first
letter is the service indicator's class (S10, service indicators): a hint, for posts allot their
own second letters.
"""

import re

from station.numbers import check_digits
from station.numbers.family import Family

SERVICES = {
    "C": "parcel",
    "E": "ems",
    "H": "e_commerce",
    "L": "express",
    "M": "m_bag",
    "Q": "business_reply",
    "R": "registered",
    "U": "other",
    "V": "insured",
}


def check_holds(number: str) -> bool:
    """Whether the ninth digit is the check digit of the eight before it."""
    return check_digits.s10(number[2:10]) == int(number[10])


def service(number: str) -> str | None:
    """Return the service that the first letter stands for."""
    return SERVICES.get(number[0])


FAMILY = Family(
    code="s10",
    order=50,
    expected="two letters, nine digits (the last by S10), two letters",
    symbologies=frozenset({"code128", "code39"}),
    form=re.compile(r"([A-Z]{2}[0-9]{9}[A-Z]{2})"),
    check_holds=check_holds,
    groups=(2, 3, 3, 3, 2),
    service=service,
)

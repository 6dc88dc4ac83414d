"""UPU standard S10: two letters, eight digits, a check digit, an ISO 3166 country of two letters.

Known with high sureness.  The identifier is promised to be unique for 12 months only.
"""

import re

from station.numbers import check_digits
from station.numbers.number import in_groups

CODE = "s10"
ORDER = 50
EXPECTED = "two letters, nine digits (the last by S10), two letters"
SYMBOLOGIES = frozenset({"code128", "code39"})

FORM = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}", re.ASCII)

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


def fits(number: str) -> bool:
    """Whether it is written as an S10 identifier."""
    return FORM.fullmatch(number) is not None


def check_holds(number: str) -> bool:
    """Whether the ninth digit is the check digit of the eight before it."""
    return check_digits.s10(number[2:10]) == int(number[10])


def group(number: str) -> str:
    """RR 123 456 785 JP."""
    return in_groups(number, 2, 3, 3, 3, 2, by=" ")


def service(number: str) -> str | None:
    """The service that the first letter stands for."""
    return SERVICES.get(number[0])

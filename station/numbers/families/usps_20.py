"""USPS, 20 digits, modulo 10 as in USPS Publication 199.  High sureness."""

import re

from station.numbers.check_digits import last_digit_by, mod10_from_right
from station.numbers.family import Family

FAMILY = Family(
    code="usps_20",
    order=70,
    expected="20 digits, the last by modulo 10",
    symbologies=frozenset({"gs1_128", "code128"}),
    form=re.compile(r"([0-9]{20})"),
    check_holds=last_digit_by(mod10_from_right),
    groups=(4, 4, 4, 4, 4),
)

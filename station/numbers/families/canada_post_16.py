"""Canada Post, 16 digits, modulo 10: samples from the carrier's labels hold.  High sureness."""

import re

from station.numbers.check_digits import last_digit_by, mod10_from_right
from station.numbers.family import Family

FAMILY = Family(
    code="canada_post_16",
    order=80,
    expected="16 digits, the last by modulo 10",
    symbologies=frozenset({"code128"}),
    form=re.compile(r"([0-9]{16})"),
    check_holds=last_digit_by(mod10_from_right),
    groups=(4, 4, 4, 4),
)

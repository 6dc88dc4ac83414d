"""DHL Express, 10 digits, the last modulo 7: samples from waybills hold.  High sureness."""

import re

from station.numbers.check_digits import last_digit_by, seven_dr
from station.numbers.family import Family

FAMILY = Family(
    code="dhl_10",
    order=110,
    expected="10 digits, the last modulo 7",
    symbologies=frozenset({"code128"}),
    form=re.compile(r"([0-9]{10})"),
    check_holds=last_digit_by(seven_dr),
    groups=(2, 4, 4),
)

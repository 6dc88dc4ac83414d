"""USPS IMpb, 22 digits, modulo 10; `420` and a ZIP code of 5 or 9 digits may stand before it.

Source: USPS Publication 199 (Intelligent Mail Package Barcode): a package identification code of
22 digits begins with a 9 and ends with a GS1 check digit, which the routing prefix (GS1 application
identifier 420) does not enter.  High sureness.
"""

import re

from station.numbers.check_digits import last_digit_by, mod10_from_right
from station.numbers.family import Family

FAMILY = Family(
    code="usps_22",
    order=60,
    expected="22 digits beginning with 9, the last by modulo 10, after 420 and a ZIP or without",
    symbologies=frozenset({"gs1_128", "code128"}),
    form=re.compile(r"(?:420(?:[0-9]{9}|[0-9]{5}))?(9[0-9]{21})"),
    check_holds=last_digit_by(mod10_from_right),
    groups=(4, 4, 4, 4, 4, 2),
)

"""FedEx, 12 digits: samples from labels hold, high sureness.

Shares its length with the Japanese carriers: about one number in ten of theirs pleases FedEx's rule
too, and comes back with all their families.
"""

import re

from station.numbers.check_digits import fedex, last_digit_by
from station.numbers.family import Family

FAMILY = Family(
    code="fedex_12",
    order=100,
    expected="12 digits, the last by weights 3 1 7",
    symbologies=frozenset({"code128"}),
    form=re.compile(r"([0-9]{12})"),
    check_holds=last_digit_by(fedex),
    groups=(4, 4, 4),
)

"""Japan Post, 12 digits: お問い合わせ番号 of parcels and Letter Packs, 4-4-4, check digit 7DR.

Source: labels and Japan Post's tracking page (4055-4842-4886); no public standard.  Medium to high
sureness.  Japan Post, Yamato and Sagawa share length and rule, so such a number alone never tells
its carrier.
"""

import re

from station.numbers.check_digits import last_digit_by, seven_dr
from station.numbers.family import Family

FAMILY = Family(
    code="japan_post_12",
    order=20,
    expected="12 digits, the last by 7DR",
    symbologies=frozenset({"nw7"}),
    form=re.compile(r"([0-9]{12})"),
    check_holds=last_digit_by(seven_dr),
    groups=(4, 4, 4),
    between="-",
)

"""The mail room's own labels: MRL and ten digits, the last two by ISO/IEC 7064 MOD 97-10.

No carrier's number: three letters and ten digits are the form of no other family here (S10 begins
with two letters, UPS with a digit), and MOD 97-10 over letters and digits lets one chance text in
ninety-seven through, against one in seven or ten of the carriers' rules.  The form suits Code 128,
whose code set C packs the ten digits into five symbols, and a keyboard: capitals and digits only,
and no letters of which a Japanese input method makes kana.
"""

import re

from station.numbers.check_digits import mod97_10_holds
from station.numbers.family import Family
from station.numbers.mail_room import PREFIX

FAMILY = Family(
    code="mail_room",
    order=130,
    expected=f"{PREFIX} and ten digits, the last two by MOD 97-10",
    symbologies=frozenset({"code128"}),
    form=re.compile(rf"({PREFIX}[0-9]{{10}})"),
    check_holds=mod97_10_holds,
    groups=(3, 4, 4, 2),
    between="-",
)

"""DHL Express, 11 digits, the last modulo 7: length and rule are those of Japan Post's 11 digits.

Samples from waybills hold, high sureness; which of the two carriers it is, the digits never tell.
"""

from dataclasses import replace

from station.numbers.families import dhl_10, japan_post_11

FAMILY = replace(
    dhl_10.FAMILY,
    code="dhl_11",
    order=120,
    expected="11 digits, the last modulo 7",
    form=japan_post_11.FAMILY.form,
    groups=(3, 4, 4),
)

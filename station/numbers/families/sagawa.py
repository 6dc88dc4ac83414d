"""Sagawa, 12 digits: length, check digit and grouping are those of Japan Post's 12 digits.

Carrier's practice, known with medium to high sureness.
"""

from station.numbers.families.japan_post_12 import (
    EXPECTED,
    SYMBOLOGIES,
    check_holds,
    fits,
    group,
    service,
)

__all__ = ["CODE", "EXPECTED", "ORDER", "SYMBOLOGIES", "check_holds", "fits", "group", "service"]

CODE = "sagawa"
ORDER = 40

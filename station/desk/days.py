"""Days as people write them in lists: 2020-11-02, 2020/11/2, 2020年11月2日, R2.11.2."""

import re
import unicodedata
from datetime import date

from station.desk.dates import within

ERAS = {"令和": 2018, "R": 2018}
"""An era's name, and the year before its first; 元年 is the first."""

WRITTEN = re.compile(
    r"(?P<era>令和|R)?(?P<year>\d{1,4}|元)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"( ?\(.\)| 00:00:00)?"
)
PACKED = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")


def read_day(text: str) -> date | None:
    """Return the day that a text writes; None for none that is known, or where no year is said."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    found = WRITTEN.fullmatch(plain) or PACKED.fullmatch(plain)
    if found is None:
        return None
    said = found.groupdict()
    era = said.get("era")
    if era is None and len(said["year"]) != len("2020"):
        return None
    year = 1 if said["year"] == "元" else int(said["year"])
    try:
        return within(date(ERAS.get(era or "", 0) + year, int(said["month"]), int(said["day"])))
    except ValueError:
        return None

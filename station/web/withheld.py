"""What is withheld from whoever has something to count, until it is counted.

A list of what lies in a handover to them, or of all that their department holds while it counts its
day, would be the answer to the count.  So whole lists are withheld, and never single lines of them:
what is missing from a list would tell as much as what stands in it.
"""

from station.custody.state import CloseStatus, DayClose
from station.desk.day_close import today
from station.ledger.views import Views
from station.web.context import Operator, Station


def day_count(station: Station, operator: Operator, views: Views) -> DayClose | None:
    """Return today's close of the operator's department while it counts; else None."""
    close = views.books.day_close_of(operator.department, today(station.ledger, station.zone))
    return close if _is_counting(close) else None


def has_to_count(station: Station, operator: Operator, views: Views) -> bool:
    """Whether an operator has a handover to count, or a department of theirs counts its day."""
    day = today(station.ledger, station.zone)
    closes = (views.books.day_close_of(it, day) for it in operator.departments)
    return views.is_blind or any(_is_counting(it) for it in closes)


def _is_counting(close: DayClose | None) -> bool:
    return close is not None and close.status is CloseStatus.COUNTING

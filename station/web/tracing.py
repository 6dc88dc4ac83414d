"""追跡 as a page and a program have it: what one field finds, for whoever may see every piece.

Whoever has something to count finds pieces by their numbers alone, until it is counted: a list of
all that a department holds would be the answer to the count.
"""

from station.custody.state import CloseStatus
from station.desk.day_close import today
from station.desk.trace import Traced, traced
from station.ledger.views import Views
from station.web.context import Operator, Station, seen_by


def traced_by(station: Station, operator: Operator, text: str) -> Traced:
    """Return what a text finds, as this operator may see it now."""
    with seen_by(station, operator) as views:
        return traced(
            views,
            text,
            station.zone,
            station.ledger.now(),
            by_number=_counts_the_day(station, operator, views),
            with_void=True,
        )


def _counts_the_day(station: Station, operator: Operator, views: Views) -> bool:
    """Whether the operator's department is in the midst of today's close."""
    close = views.books.day_close_of(operator.department, today(station.ledger, station.zone))
    return close is not None and close.status is CloseStatus.COUNTING

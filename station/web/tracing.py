"""追跡 as a page and a program have it: what one field finds, for whoever may see every piece.

Whoever has something to count finds pieces by their numbers alone, until it is counted: a list of
all that a department holds would be the answer to the count.
"""

from station.desk.trace import Traced, traced
from station.web.context import Operator, Station, seen_by
from station.web.withheld import has_to_count


def traced_by(station: Station, operator: Operator, text: str) -> Traced:
    """Return what a text finds, as this operator may see it now."""
    with seen_by(station, operator) as views:
        return traced(
            views,
            text,
            station.zone,
            station.ledger.now(),
            by_number=has_to_count(station, operator, views),
            with_void=True,
        )

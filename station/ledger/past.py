"""What happened lately, as streams: the database finds it, nobody keeps it all in memory.

Each stream has to be read while the views that gave it are open.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from station.custody.state import Phase
from station.custody.values import CaseKind
from station.ledger.schema import arrivals, cases, handover_items, handovers, items

READ_AT_ONCE = 1_000


class Past:
    """One office's last weeks, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def arrivals(self, start: datetime) -> Iterator[tuple[datetime, int]]:
        """Yield when arrivals came since a moment, and how many pieces each counts."""
        table = arrivals.c
        statement = select(table.arrived_at, table.count).where(
            table.office == self._office, table.arrived_at >= start
        )
        yield from self._streamed(statement)

    def cases(self, start: datetime) -> Iterator[tuple[datetime, CaseKind]]:
        """Yield when cases were opened since a moment, and of which kind."""
        table = cases.c
        statement = select(table.opened_at, table.what).where(
            table.office == self._office, table.opened_at >= start
        )
        for opened_at, kind in self._streamed(statement):
            yield opened_at, CaseKind(kind)

    def times_to_department(self, start: datetime) -> Iterator[tuple[datetime, timedelta]]:
        """Yield when pieces came to the department they belong to, and how long after they arrived.

        A piece that came there twice since that moment counts by the first time.
        """
        offered = and_(
            handover_items.c.office == handovers.c.office,
            handover_items.c.handover == handovers.c.id,
        )
        piece = and_(items.c.office == handovers.c.office, items.c.id == handover_items.c.item)
        came = func.min(handovers.c.sealed_at)
        statement = (
            select(came, items.c.taken_in_at)
            .join_from(handovers, handover_items, offered)
            .join(items, piece)
            .where(
                handovers.c.office == self._office,
                handovers.c.phase == Phase.SEALED,
                handovers.c.sealed_at >= start,
                handover_items.c.received,
                items.c.route == handovers.c.receiver,
            )
            .group_by(items.c.id, items.c.taken_in_at)
        )
        for sealed_at, taken_in_at in self._streamed(statement):
            yield sealed_at, sealed_at - taken_in_at

    def _streamed(self, statement: Select[Any]) -> Iterator[Any]:
        yield from self._connection.execute(statement.execution_options(yield_per=READ_AT_ONCE))

"""What happened lately, as streams: the database finds it, nobody keeps it all in memory.

Each stream has to be read while the views that gave it are open.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Exists, FromClause, Select, and_, select

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

        A piece that came there twice counts by the first time alone.
        """
        sealed = select(handovers.c.id).where(
            handovers.c.office == self._office,
            handovers.c.phase == Phase.SEALED,
            handovers.c.sealed_at >= start,
        )
        # Some handovers at a time: joining all, SQLite begins with every piece that ever moved.
        found = self._streamed(sealed)
        while some := [row.id for row in islice(found, READ_AT_ONCE)]:
            yield from self._times_of(some)

    def _times_of(self, sealed: list[UUID]) -> Iterator[tuple[datetime, timedelta]]:
        piece = and_(items.c.office == handover_items.c.office, items.c.id == handover_items.c.item)
        statement = (
            select(handovers.c.sealed_at, items.c.taken_in_at)
            .join_from(handover_items, handovers, _of(handovers, handover_items))
            .join(items, piece)
            .where(
                handover_items.c.office == self._office,
                handover_items.c.handover.in_(sealed),
                handover_items.c.received,
                items.c.route == handovers.c.receiver,
                ~_came_before(),
            )
        )
        for sealed_at, taken_in_at in self._streamed(statement):
            yield sealed_at, sealed_at - taken_in_at

    def _streamed(self, statement: Select[Any]) -> Iterator[Any]:
        yield from self._connection.execute(statement.execution_options(yield_per=READ_AT_ONCE))


def _of(handover: FromClause, pieces: FromClause) -> ColumnElement[bool]:
    return and_(pieces.c.office == handover.c.office, pieces.c.handover == handover.c.id)


def _came_before() -> Exists:
    """Whether an earlier handover brought the piece to the same receiver.

    Asked piece by piece, through the index of pieces.
    """
    earlier, brought = handovers.alias("earlier"), handover_items.alias("brought")
    return (
        select(earlier.c.id)
        .join_from(brought, earlier, _of(earlier, brought))
        .where(
            brought.c.office == handover_items.c.office,
            brought.c.item == handover_items.c.item,
            brought.c.received,
            earlier.c.phase == Phase.SEALED,
            earlier.c.receiver == handovers.c.receiver,
            earlier.c.sealed_at < handovers.c.sealed_at,
        )
        .correlate(handovers, handover_items)
        .exists()
    )

"""How it stands with the office now: few numbers, each asked of the database in one bounded answer.

Nothing here brings a list of pieces into memory: the database counts, however many they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy import Connection, and_, case, func, select

from station.custody.state import ArrivalStatus, CloseStatus, ItemStatus
from station.custody.values import CaseKind
from station.ledger import journal
from station.ledger.chain import Head
from station.ledger.schema import arrivals, cases, day_closes, departments, items


@dataclass(frozen=True, slots=True)
class OpenCases:
    """How many cases of a kind are open, and since when the oldest is."""

    kind: CaseKind
    count: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """How many pieces a department holds, and since when the one that has been there longest.

    `by_age` counts them by bounds that the caller named: held since before the first of them,
    before the second and not the first, and so on; the last number is all that are younger.
    """

    department: str
    count: int
    oldest: datetime
    by_age: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in a span of time: arrivals, how many of them are not closed, and their pieces."""

    arrivals: int
    not_closed: int
    pieces: int


class Standing:
    """One office's numbers, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def head(self) -> Head | None:
        """Return the chain's end, after looking whether the newest entry has its hash.

        None before the first entry.  Raises LedgerError where the end does not hold.
        """
        head = journal.head(self._connection, self._office)
        if head is not None:
            journal.require_end(self._connection, self._office, head)
        return head

    def open_cases(self) -> tuple[OpenCases, ...]:
        """Return the kinds of which cases are open, those with the oldest case first."""
        table = cases.c
        oldest = func.min(table.opened_at)
        statement = (
            select(table.what, func.count(), oldest)
            .where(table.office == self._office, table.reason.is_(None))
            .group_by(table.what)
            .order_by(oldest, table.what)
        )
        rows = self._connection.execute(statement)
        return tuple(OpenCases(CaseKind(what), count, since) for what, count, since in rows)

    def held(self, bounds: Iterable[datetime] = ()) -> tuple[Held, ...]:
        """Return what departments hold, by department; the bounds of age are the earliest first."""
        table = items.c
        bounds = tuple(bounds)
        before = [func.sum(case((table.held_since < bound, 1), else_=0)) for bound in bounds]
        # Named one by one, departments are found by the index of holder and status, in which what
        # has left the house since it was founded is not walked through.
        everywhere = select(departments.c.id).where(departments.c.office == self._office)
        statement = (
            select(table.holder, func.count(), func.min(table.held_since), *before)
            .where(
                table.office == self._office,
                table.holder.in_(everywhere),
                table.status == ItemStatus.HELD,
            )
            .group_by(table.holder)
            .order_by(table.holder)
        )
        return tuple(
            Held(holder, count, oldest, _by_age(count, older))
            for holder, count, oldest, *older in self._connection.execute(statement)
        )

    def day_closes(self, day: date) -> dict[str, CloseStatus]:
        """Return how far the departments that have begun to close a day are, by department."""
        table = day_closes.c
        everywhere = select(departments.c.id).where(departments.c.office == self._office)
        statement = select(table.department, table.status).where(
            table.office == self._office, table.department.in_(everywhere), table.day == day
        )
        return {key: CloseStatus(status) for key, status in self._connection.execute(statement)}

    def arrived(self, start: datetime, end: datetime) -> Arrived:
        """Return what came from one moment until before another."""
        table = arrivals.c
        open_ones = func.sum(case((table.status != ArrivalStatus.CLOSED, 1), else_=0))
        statement = select(func.count(), open_ones, func.sum(table.count)).where(
            and_(table.office == self._office, table.arrived_at >= start, table.arrived_at < end)
        )
        count, not_closed, pieces = self._connection.execute(statement).one()
        return Arrived(count, not_closed or 0, pieces or 0)


def _by_age(count: int, older: list[int]) -> tuple[int, ...]:
    """Return how many lie between bounds from how many lie before each of them, and of all."""
    up_to = [0, *older, count]
    return tuple(later - earlier for earlier, later in pairwise(up_to))

"""Looking back by day: what was sealed or closed on one, and the nearest days that have something.

A day is one of the office's own zone, so whoever asks says when it begins and ends.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select, true

from station.custody.state import Arrival, ArrivalStatus, Handover, Phase
from station.ledger.books import SqlBooks
from station.ledger.schema import arrivals, handovers

WHEN = {handovers.name: "sealed_at", arrivals.name: "arrived_at"}
"""Which column says on what day a line of a table stands."""

DAY_MAX = 200
"""Lines of one day that are told; the newest, where there are more."""


@dataclass(frozen=True, slots=True)
class Party:
    """For whom one looks back: somebody as a member of a department."""

    person: UUID
    department: str


@dataclass(frozen=True, slots=True)
class Around:
    """When there was something before a day, and after it; None where there was nothing."""

    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class SealedDay:
    """The handovers that were sealed on one day, newest first; `is_cut` when there were more."""

    handovers: tuple[Handover, ...]
    is_cut: bool
    around: Around


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """The closed arrivals that came on one day, newest first; `is_cut` when there were more."""

    arrivals: tuple[Arrival, ...]
    is_cut: bool
    around: Around


class LookingBack:
    """One office's past days, seen through one connection."""

    def __init__(self, connection: Connection, office: str, books: SqlBooks) -> None:
        self._connection = connection
        self._office = office
        self._books = books

    def sealed(self, party: Party | None, since: datetime, until: datetime) -> SealedDay:
        """What was sealed from one moment until before another: a party's own, or all."""
        ours = and_(handovers.c.phase == Phase.SEALED, _stands_on_a_side(party))
        at = handovers.c.sealed_at
        within = and_(ours, at >= since, at < until)
        found = self._books.find(Handover, within, at.desc(), limit=DAY_MAX + 1)
        around = self._around(handovers, ours, since, until)
        return SealedDay(found[:DAY_MAX], len(found) > DAY_MAX, around)

    def last_sealed(self, party: Party | None) -> datetime | None:
        """When a party's last handover was sealed, or the last of all."""
        ours = and_(handovers.c.phase == Phase.SEALED, _stands_on_a_side(party))
        return self._one(handovers, func.max(handovers.c.sealed_at), ours)

    def closed(self, department: str | None, since: datetime, until: datetime) -> ClosedDay:
        """What came from one moment until before another and is closed: a department's, or all."""
        ours, at = _is_closed(department), arrivals.c.arrived_at
        within = and_(ours, at >= since, at < until)
        found = self._books.find(Arrival, within, at.desc(), limit=DAY_MAX + 1)
        around = self._around(arrivals, ours, since, until)
        return ClosedDay(found[:DAY_MAX], len(found) > DAY_MAX, around)

    def last_closed(self, department: str | None) -> datetime | None:
        """When the last of a department's closed arrivals came, or the last of all."""
        return self._one(arrivals, func.max(arrivals.c.arrived_at), _is_closed(department))

    def _around(
        self,
        of: Table,
        ours: ColumnElement[bool],
        since: datetime,
        until: datetime,
    ) -> Around:
        at = of.c[WHEN[of.name]]
        return Around(
            self._one(of, func.max(at), and_(ours, at < since)),
            self._one(of, func.min(at), and_(ours, at >= until)),
        )

    def _one(
        self, of: Table, asked: ColumnElement[Any], ours: ColumnElement[bool]
    ) -> datetime | None:
        statement = select(asked).where(of.c.office == self._office, ours)
        moment: datetime | None = self._connection.execute(statement).scalar_one()
        return moment


def _stands_on_a_side(party: Party | None) -> ColumnElement[bool]:
    """Whether a party stands on a side of a handover: as custody/sides.py says, in SQL."""
    if party is None:
        return true()
    table, person, department = handovers.c, party.person, party.department
    return or_(
        and_(table.giver == department, _is_one(person, table.giver_person, table.receiver_person)),
        and_(
            table.receiver == department,
            _is_one(person, table.receiver_person, table.giver_person),
        ),
    )


def _is_one(
    person: UUID, named: ColumnElement[UUID | None], other: ColumnElement[UUID | None]
) -> ColumnElement[bool]:
    anybody = and_(named.is_(None), or_(other.is_(None), other != person))
    return or_(named == person, anybody)


def _is_closed(department: str | None) -> ColumnElement[bool]:
    here = true() if department is None else arrivals.c.department == department
    return and_(arrivals.c.status == ArrivalStatus.CLOSED, here)

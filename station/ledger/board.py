"""The board: what somebody was told, newest first, and whether it still waits for them.

A notice is kept once and is never changed; whether it waits is asked of the books each time, in few
questions however many notices there are.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, FromClause, and_, func, literal, select

from station.custody.notices import Notice, NoticeKind, apart, is_for
from station.custody.review import is_as_proposed
from station.custody.state import Person, Phase
from station.custody.values import CaseKind, Role
from station.ledger.books import SqlBooks
from station.ledger.outbox import Kept, Outbox
from station.ledger.schema import arrivals, cases, handovers, incidents, items, searches

TOLD_MAX = 500
"""More than anybody reads; what is older is not looked at."""

FOR_RECEIVER = frozenset({Phase.COUNTING, Phase.DIFFERING, Phase.AGREED})
"""Where the giver is done, so that a handover waits for its receiver."""

Alike = tuple[CaseKind, datetime, str]
"""What the cases of one notice have in common: their kind, the deed's time, and the place."""


Place = tuple[Phase, UUID | None, frozenset[UUID]]
"""How far a handover is: its phase, who signed for its receiver, and who acted for its giver."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice as a page lists it: when, and whether what it is about still waits.

    `told` is what it told; of several cases it counts those that are open now.
    """

    notice: Notice
    at: datetime
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits in the books, as far as some notices ask for it."""

    handovers: dict[UUID, Place]
    cases: dict[Alike, int]
    proposals: dict[UUID, UUID | None]
    searches: set[tuple[UUID, str, UUID | None]]


class Board:
    """One office's notices to its people, seen through one connection."""

    def __init__(self, connection: Connection, office: str, books: SqlBooks) -> None:
        self._connection = connection
        self._office = office
        self._books = books
        self._outbox = Outbox(connection, office)

    def lines(
        self, person: Person, department: str, roles: frozenset[Role]
    ) -> tuple[NoticeLine, ...]:
        """Return what a person who acts for a department was told, newest first."""
        newest = self._outbox.newest_for(person.id, department, TOLD_MAX)
        mine = [kept for kept in newest if is_for(kept.notice, person, department, roles)]
        waiting = self._waiting([kept.notice for kept in mine])
        lines = [self._line(kept, department, person.id, waiting) for kept in mine]
        return tuple(line for line in _once(lines) if self._is_shown(line, person.id, waiting))

    def _is_shown(self, line: NoticeLine, person: UUID, waiting: _Waiting) -> bool:
        """Whether a line is this person's to see: not one that asks for what they may not do.

        That is a proposal from which they stand apart, and the count of a handover for whose giver
        they act.  A proposal that is over, or that nobody can second any more because what it is
        about has changed, is nobody's to look at.
        """
        subject = line.notice.subject
        if line.notice.kind is NoticeKind.WAITING and subject in waiting.handovers:
            gave = waiting.handovers[subject][-1]
            return not line.is_open or person not in gave
        if line.notice.kind is not NoticeKind.PROPOSAL or subject is None:
            return True
        if not line.is_open or not is_as_proposed(self._books, self._books.case(subject)):
            return False
        return person not in apart(line.notice, self._books)

    def _line(self, kept: Kept, place: str, person: UUID, waiting: _Waiting) -> NoticeLine:
        notice = kept.notice
        if notice.subject is None:
            return NoticeLine(notice, kept.at, self._is_current(kept))
        if notice.kind is NoticeKind.PROPOSAL:
            proposed = waiting.proposals.get(notice.subject)
            return NoticeLine(notice, kept.at, str(proposed) == notice.told["proposal"])
        if notice.kind is NoticeKind.SEARCH:
            asked = {(notice.subject, place, None), (notice.subject, place, person)}
            own = {(notice.subject, place, notice.to.person)} if notice.to.person else asked
            return NoticeLine(notice, kept.at, not own.isdisjoint(waiting.searches))
        if notice.subject in waiting.handovers:
            handover = waiting.handovers[notice.subject]
            return NoticeLine(notice, kept.at, _waits(notice.kind, handover))
        return self._of_cases(kept, waiting)

    def _of_cases(self, kept: Kept, waiting: _Waiting) -> NoticeLine:
        notice, alike = kept.notice, _alike(kept.notice, kept.at)
        count = waiting.cases.get(alike, 0) if alike else 0
        if not count:
            return NoticeLine(notice, kept.at, is_open=False)
        told = {**notice.told, "count": count}
        return NoticeLine(replace(notice, told=told), kept.at, is_open=True)

    def _is_current(self, kept: Kept) -> bool:
        """Whether a notice about no one thing still counts: the newest of its kind does.

        That the calendar ends counts as long as it ends there.
        """
        until = kept.notice.told.get("until")
        own = self._books.closing_days() if until else None
        return kept.is_newest and (own is None or own.until <= date.fromisoformat(str(until)))

    # -- what waits --------------------------------------------------------------------------

    def _waiting(self, told: Collection[Notice]) -> _Waiting:
        return _Waiting(
            self._handovers(_subjects(told, NoticeKind.WAITING, NoticeKind.MISMATCH)),
            self._cases({CaseKind(str(it.told["what"])) for it in told if "count" in it.told}),
            self._proposals(_subjects(told, NoticeKind.PROPOSAL)),
            self._searches(_subjects(told, NoticeKind.SEARCH)),
        )

    def _handovers(self, keys: set[UUID]) -> dict[UUID, Place]:
        if not keys:
            return {}
        table = handovers.c
        found = select(table.id, table.phase, table.receiver_signer, table.gave)
        rows = self._connection.execute(found.where(self._of(table.office, table.id.in_(keys))))
        return {
            key: (Phase(phase), signer, frozenset(map(UUID, gave)))
            for key, phase, signer, gave in rows
        }

    def _cases(self, kinds: set[CaseKind]) -> dict[Alike, int]:
        """Count the open cases of these kinds by deed and by where the thing is."""
        if not kinds:
            return {}
        table = cases.c
        place = func.coalesce(
            table.department,
            items.c.holder,
            handovers.c.giver,
            arrivals.c.department,
            literal(""),
        )
        joined: FromClause = cases
        for other, key in (
            (items, table.item),
            (handovers, table.handover),
            (arrivals, table.arrival),
        ):
            same = and_(other.c.office == table.office, other.c.id == key)
            joined = joined.outerjoin(other, same)
        statement = (
            select(table.what, table.opened_at, place.label("place"), func.count().label("many"))
            .select_from(joined)
            .where(self._of(table.office, table.reason.is_(None), table.what.in_(kinds)))
            .group_by(table.what, table.opened_at, "place")
        )
        return {
            (CaseKind(row.what), row.opened_at, row.place): row.many
            for row in self._connection.execute(statement)
        }

    def _proposals(self, keys: set[UUID]) -> dict[UUID, UUID | None]:
        if not keys:
            return {}
        table = cases.c
        is_open = self._of(table.office, table.reason.is_(None), table.id.in_(keys))
        rows = self._connection.execute(select(table.id, table.proposal).where(is_open))
        return {row.id: row.proposal for row in rows}

    def _searches(self, keys: set[UUID]) -> set[tuple[UUID, str, UUID | None]]:
        """Return who has not answered yet, of searches that go on."""
        if not keys:
            return set()
        table = searches.c
        asked = and_(incidents.c.office == table.office, incidents.c.id == table.incident)
        statement = (
            select(table.incident, table.department, table.person)
            .join_from(searches, incidents, asked)
            .where(
                self._of(
                    table.office,
                    table.found.is_(None),
                    incidents.c.end.is_(None),
                    table.incident.in_(keys),
                )
            )
        )
        rows = self._connection.execute(statement)
        return {(row.incident, row.department, row.person) for row in rows}

    def _of(
        self, office: ColumnElement[str], *conditions: ColumnElement[bool]
    ) -> ColumnElement[bool]:
        return and_(office == self._office, *conditions)


def _once(lines: Iterable[NoticeLine]) -> Iterator[NoticeLine]:
    """Yield of lines about one thing the newest: who was reminded, or has two roles, has one."""
    known: set[tuple[NoticeKind, UUID, str]] = set()
    for line in lines:
        notice = line.notice
        if notice.subject is not None:
            key = (notice.kind, notice.subject, str(notice.told.get("proposal", "")))
            if key in known:
                continue
            known.add(key)
        yield line


def _subjects(told: Iterable[Notice], *kinds: NoticeKind) -> set[UUID]:
    return {it.subject for it in told if it.kind in kinds and it.subject is not None}


def _waits(kind: NoticeKind, handover: Place) -> bool:
    """Whether a handover waits for its receiver, or its sets still differ."""
    phase, receiver_signer, _gave = handover
    if kind is NoticeKind.MISMATCH:
        return phase is Phase.DIFFERING
    return phase in FOR_RECEIVER and receiver_signer is None


def _alike(notice: Notice, at: datetime) -> Alike | None:
    """Return what the cases of a notice have in common; None where it is about none."""
    if "count" not in notice.told:
        return None
    return CaseKind(str(notice.told["what"])), at, str(notice.told.get("department", ""))

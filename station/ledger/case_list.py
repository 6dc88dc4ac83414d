"""要確認 as a list: by what is asked for, a page at a time, however many cases there are.

A wrong list of expected pieces can open a hundred thousand cases in one night: nothing here brings
all of them into memory, and the grave ones come before them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select
from sqlalchemy import case as by_value

from station.custody.state import Case
from station.custody.values import CaseKind
from station.ledger.books import SqlBooks
from station.ledger.schema import cases, expected_items, items

PAGE = 50
TOGETHER_MAX = 200
"""How many cases are settled together at most: each is a deed of its own, and somebody waits."""

GROUPS_MAX = 20

GRAVE, USUAL, LIGHT = range(3)

GRAVITY: Mapping[CaseKind, int] = MappingProxyType(
    {
        CaseKind.INCIDENT: GRAVE,
        CaseKind.DAY_CLOSE_MISSING: GRAVE,
        CaseKind.SET_MISMATCH: GRAVE,
        CaseKind.COUNT_DIFFERENCE: GRAVE,
        CaseKind.DAY_CLOSE_EXTRA: GRAVE,
        CaseKind.FOUND: GRAVE,
        CaseKind.FOUND_AGAIN: GRAVE,
        CaseKind.STILL_HELD: GRAVE,
        CaseKind.SAME_NUMBER: GRAVE,
        CaseKind.DISAGREEMENT: GRAVE,
        CaseKind.NOT_OURS: USUAL,
        CaseKind.UNDECIDED: USUAL,
        CaseKind.ABANDONED: USUAL,
        CaseKind.OVERDUE: USUAL,
        CaseKind.DAY_NOT_CLOSED: USUAL,
        CaseKind.UNREADABLE: USUAL,
        CaseKind.DOUBTFUL: USUAL,
        CaseKind.UNMATCHED: USUAL,
        CaseKind.MISSING_EXPECTED: LIGHT,
    }
)
"""What may be a lost piece or a wrong hand comes first; what a list alone says comes last."""


class State(StrEnum):
    """Which cases are asked for."""

    OPEN = "open"
    SETTLED = "settled"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is left out is not asked.

    `part` is part of a number, in its normal form.  `list` and `day` are those of a list that
    announced pieces and of the day for which it did.
    """

    state: State = State.OPEN
    kind: CaseKind | None = None
    item: UUID | None = None
    arrival: UUID | None = None
    day_close: UUID | None = None
    part: str = ""
    list: UUID | None = None
    day: date | None = None
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class NotCome:
    """How many pieces of one list were due on one day, did not come, and are open cases."""

    list: UUID
    day: date
    count: int


class CaseList:
    """One office's cases, seen through one connection."""

    def __init__(self, connection: Connection, office: str, books: SqlBooks) -> None:
        self._connection = connection
        self._office = office
        self._books = books

    def page(self, wanted: Wanted, number: int = 1, size: int = PAGE) -> tuple[Case, ...]:
        """Return one page, the first is 1: open cases before settled ones.

        Open ones come by gravity and then the oldest first, settled ones the last settled first.
        """
        return self._books.find(
            Case, self._meeting(wanted), *_ORDER, limit=size, offset=(number - 1) * size
        )

    def counts(self, wanted: Wanted) -> dict[CaseKind, int]:
        """Return how many there are of each kind, the gravest first; whichever kind is asked."""
        meeting = self._meeting(replace(wanted, kind=None))
        statement = (
            select(cases.c.what, func.count())
            .where(cases.c.office == self._office, meeting)
            .group_by(cases.c.what)
        )
        found = {CaseKind(what): count for what, count in self._connection.execute(statement)}
        return {kind: found[kind] for kind in GRAVITY if kind in found}

    def not_come(self) -> tuple[NotCome, ...]:
        """Return of which lists and days pieces are missed, most first, a bounded number."""
        due = expected_items.c
        count = func.count().label("missed")
        named = and_(due.office == cases.c.office, due.id == cases.c.expected)
        statement = (
            select(due.list, due.due, count)
            .join_from(cases, expected_items, named)
            .where(
                cases.c.office == self._office,
                cases.c.what == CaseKind.MISSING_EXPECTED,
                cases.c.reason.is_(None),
            )
            .group_by(due.list, due.due)
            .order_by(count.desc(), due.due, due.list)
            .limit(GROUPS_MAX)
        )
        return tuple(NotCome(*row) for row in self._connection.execute(statement))

    def _meeting(self, wanted: Wanted) -> ColumnElement[bool]:
        return and_(cases.c.office == self._office, *self._conditions(wanted))

    def _conditions(self, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
        table = cases.c
        if wanted.state is not State.ALL:
            is_open = table.reason.is_(None)
            yield is_open if wanted.state is State.OPEN else ~is_open
        if wanted.kind is not None:
            yield table.what == wanted.kind
        for name in ("item", "arrival", "day_close"):
            subject = getattr(wanted, name)
            if subject is not None:
                yield table[name] == subject
        if wanted.is_proposed:
            yield and_(table.reason.is_(None), table.proposal.is_not(None))
        if wanted.part:
            yield self._numbered(wanted.part)
        if wanted.list is not None or wanted.day is not None:
            yield table.expected.in_(self._announced(wanted))

    def _numbered(self, part: str) -> ColumnElement[bool]:
        """Whether a case is about a piece, a scan or an announcement with this in its number."""

        def named(table: Any) -> Any:  # noqa: ANN401 - a table's columns, a question about them
            like = table.number.contains(part, autoescape=True)
            return select(table.id).where(table.office == self._office, like)

        return or_(
            cases.c.text.contains(part, autoescape=True),
            cases.c.item.in_(named(items.c)),
            cases.c.expected.in_(named(expected_items.c)),
        )

    def _announced(self, wanted: Wanted) -> Any:  # noqa: ANN401 - a question
        due = expected_items.c
        said = [due.office == self._office]
        if wanted.list is not None:
            said.append(due.list == wanted.list)
        if wanted.day is not None:
            said.append(due.due == wanted.day)
        return select(due.id).where(*said)


_IS_OPEN = cases.c.reason.is_(None)
_ORDER = (
    by_value((_IS_OPEN, by_value(dict(GRAVITY), value=cases.c.what, else_=GRAVE)), else_=LIGHT + 1),
    by_value((_IS_OPEN, cases.c.opened_at), else_=None),
    cases.c.settled_at.desc(),
    cases.c.id,
)

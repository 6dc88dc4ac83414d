"""Expected lists as people know them: whose file of which day, and what of it has not come."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Row, and_, case, func, select, true

from station.custody.facts import ExpectedListImported
from station.custody.refusal import Reason, Refused
from station.ledger import journal
from station.ledger.codec import kind_of
from station.ledger.schema import expected_items, listings

LISTS_MAX = 100
"""More lists of which something is awaited than anybody chooses from; the newest are shown."""

Names = Callable[[Iterable[UUID | None]], dict[UUID, str]]
"""Gives people's names by their id."""

_NAMED = and_(
    listings.c.office == expected_items.c.office, listings.c.expected == expected_items.c.id
)
_AWAITED = and_(expected_items.c.item.is_(None), expected_items.c.is_withdrawn.is_(False))


@dataclass(frozen=True, slots=True)
class ExpectedList:
    """An imported list: its rows, how many have come, and what a person knows it by.

    `due_today` counts what is awaited for this very day.  `source` is the file's name;
    `imported_by` is "" where the person's name is no longer kept.
    """

    id: UUID
    rows: int
    come: int
    due_today: int
    source: str
    imported_at: datetime
    imported_by: str

    @property
    def awaited(self) -> int:
        """How many pieces have not come."""
        return self.rows - self.come


class ExpectedLists:
    """One office's lists, seen through one connection."""

    def __init__(self, connection: Connection, office: str, names: Names) -> None:
        self._connection = connection
        self._office = office
        self._names = names

    def awaited(self, today: date) -> tuple[ExpectedList, ...]:
        """Return the lists of which something is still awaited, newest first."""
        some = func.count() > func.count(expected_items.c.item)
        return self._found(today, true(), some)

    def one(self, key: UUID, today: date) -> ExpectedList:
        """Return a list, whatever of it has come; refuses one that is not in the books."""
        found = self._found(today, listings.c.list == key, true())
        if not found:
            raise Refused(Reason.UNKNOWN_SUBJECT, expected="list", got=str(key))
        return found[0]

    def awaited_of(self, key: UUID, offset: int, limit: int) -> tuple[UUID, ...]:
        """Return some of what a list announces and has not come yet, by number."""
        table = expected_items.c
        statement = (
            select(table.id)
            .join_from(listings, expected_items, _NAMED)
            .where(listings.c.office == self._office, listings.c.list == key, _AWAITED)
            .order_by(table.number, table.id)
        )
        return tuple(self._connection.execute(statement.offset(offset).limit(limit)).scalars())

    def sources(self, keys: Iterable[UUID]) -> dict[UUID, str]:
        """Return the file names of lists by their ids."""
        wanted = tuple(keys)
        if not wanted:
            return {}
        kind = kind_of(ExpectedListImported)
        imports = journal.of_deeds(self._connection, self._office, wanted, kind)
        return {
            key: told.fact.source
            for key, told in imports.items()
            if isinstance(told.fact, ExpectedListImported)
        }

    def _found(
        self, today: date, where: ColumnElement[bool], having: ColumnElement[bool]
    ) -> tuple[ExpectedList, ...]:
        table = expected_items.c
        of: Column[UUID] = listings.c.list
        due = func.sum(case((and_(_AWAITED, table.due == today), 1), else_=0))
        statement = (
            select(of, func.count(), func.count(table.item), due)
            .join_from(listings, expected_items, _NAMED)
            .where(table.office == self._office, table.is_withdrawn.is_(False), where)
            .group_by(of)
            .having(having)
            # A list that repeats what an earlier one announced is newer all the same.
            .order_by(func.max(table.seq).desc())
            .limit(LISTS_MAX)
        )
        rows = self._connection.execute(statement).all()
        imports = journal.of_deeds(
            self._connection, self._office, [row[0] for row in rows], kind_of(ExpectedListImported)
        )
        names = self._names(told.stamp.person for told in imports.values())
        newest = sorted(rows, key=lambda row: imports[row[0]].stamp.seq, reverse=True)
        return tuple(_list(row, imports[row[0]], names) for row in newest)


def _list(row: Row[Any], told: journal.Recorded, names: dict[UUID, str]) -> ExpectedList:
    key, rows, come, due_today = tuple[Any, ...](row)
    source = told.fact.source if isinstance(told.fact, ExpectedListImported) else ""
    who = names.get(told.stamp.person, "") if told.stamp.person else ""
    return ExpectedList(key, rows, come, due_today, source, told.stamp.at, who)

"""The books in a database: what rules read and what `evolve` writes, inside one transaction."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from station.custody.by_id import A, ById
from station.custody.state import (
    OPEN_PHASES,
    Aggregate,
    ArrivalStatus,
    Case,
    Department,
    Expected,
    Handover,
    Item,
    ItemStatus,
    Load,
    Person,
)
from station.custody.values import CaseKind
from station.ledger.mapping import MAPPERS, Values, handover_from
from station.ledger.schema import (
    arrivals,
    cases,
    departments,
    expected_items,
    handover_items,
    handovers,
    items,
    people,
)

Key = tuple[type[Aggregate], str | UUID]
Verb = Callable[[Table], Insert | Update | Delete]

KEY = "key_"
"""A parameter of a WHERE; by their own names, columns are what an UPDATE sets."""


class SqlBooks(ById):
    """One office's tables, seen through one connection.

    What was read or put is kept until `flush`, so that one deed sees its own changes and every
    row is written once.
    """

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office
        self._stored: dict[Key, Aggregate] = {}
        self._kept: dict[Key, Aggregate] = {}

    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""
        kept = self._kept.get((kind, key))
        if kept is not None:
            return kept
        found = self.find(kind, MAPPERS[kind].table.c.id == key)
        return found[0] if found else None

    # -- several by a condition --------------------------------------------------------------

    def find(
        self,
        kind: type[A],
        condition: ColumnElement[bool],
        *order: ColumnElement[Any],
        limit: int | None = None,
    ) -> tuple[A, ...]:
        """Every thing of one type that meets a condition on its own table's columns."""
        mapper = MAPPERS[kind]
        statement = self._rows(mapper.table).where(condition).order_by(*order).limit(limit)
        found = []
        for row in self._connection.execute(statement).mappings():
            loaded = mapper.from_row(row)
            if isinstance(loaded, Handover):
                loaded = handover_from(row, *self._sets(loaded.id))
            key: Key = (kind, loaded.id)
            self._stored.setdefault(key, loaded)
            kept = self._kept.setdefault(key, loaded)
            assert isinstance(kept, kind)  # noqa: S101 - the key says so
            found.append(kept)
        return tuple(found)

    def _rows(self, table: Table) -> Select[Any]:
        return select(table).where(table.c.office == self._office)

    def _sets(self, handover: UUID) -> tuple[frozenset[UUID], frozenset[UUID]]:
        table = handover_items
        rows = self._connection.execute(self._rows(table).where(table.c.handover == handover))
        pieces = rows.all()
        offered = frozenset(piece.item for piece in pieces if piece.offered)
        return offered, frozenset(piece.item for piece in pieces if piece.received)

    def founded(self) -> bool:
        """Whether the office exists: it is founded together with its first department."""
        statement = select(func.count()).where(departments.c.office == self._office)
        return bool(self._connection.execute(statement).scalar_one())

    def has_department(self, key: str) -> bool:
        """Whether there is a department of this number."""
        return bool(self.find(Department, departments.c.id == key))

    def held_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that the house still holds, oldest first."""
        held = and_(items.c.number == number, items.c.status == ItemStatus.HELD)
        return self.find(Item, held, items.c.taken_in_seq)

    def lost_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that was declared lost, oldest first."""
        lost = and_(items.c.number == number, items.c.status == ItemStatus.LOST)
        return self.find(Item, lost, items.c.taken_in_seq)

    def scanned_by(self, arrival: UUID) -> frozenset[UUID]:
        """Everybody whose scans an arrival counts."""
        counted = (
            items.c.office == self._office,
            items.c.arrival == arrival,
            items.c.status != ItemStatus.VOID,
        )
        people = select(items.c.taken_in_by).where(*counted).distinct()
        return frozenset(self._connection.execute(people).scalars())

    def open_expected(self, number: str) -> Expected | None:
        """The oldest announced piece of this number that has not come yet."""
        table = expected_items.c
        due = and_(table.number == number, table.item.is_(None))
        waiting = self.find(Expected, due, table.seq, limit=1)
        return waiting[0] if waiting else None

    def missing_expected(self, list_id: UUID) -> tuple[str, ...]:
        """The numbers of a list that have not come yet, sorted."""
        table = expected_items.c
        missing = select(table.number).where(
            table.office == self._office, table.list == list_id, table.item.is_(None)
        )
        return tuple(sorted(self._connection.execute(missing).scalars()))

    def was_set_aside(self, arrival: UUID, text: str) -> bool:
        """Whether a doubtful scan of this text was set aside in this arrival before."""
        table = cases.c
        same = (table.arrival == arrival, table.text == text, table.what == CaseKind.DOUBTFUL)
        return bool(self.find(Case, and_(*same), limit=1))

    def last_taken_in(self, arrival: UUID, person: UUID) -> Item | None:
        """The newest piece of an arrival that this person took in and nobody took back."""
        own = and_(
            items.c.arrival == arrival,
            items.c.taken_in_by == person,
            items.c.status == ItemStatus.HELD,
        )
        found = self.find(Item, own, items.c.taken_in_seq.desc(), limit=1)
        return found[0] if found else None

    def open_cases(
        self,
        *,
        arrival: UUID | None = None,
        item: UUID | None = None,
        handover: UUID | None = None,
    ) -> tuple[Case, ...]:
        """The open cases about all the subjects named, oldest first."""
        named = {"arrival": arrival, "item": item, "handover": handover}
        same = [cases.c[name] == key for name, key in named.items() if key is not None]
        return self.find(Case, and_(cases.c.reason.is_(None), *same), cases.c.opened_at)

    def departments(self) -> tuple[Department, ...]:
        """Every department, by number; the closed ones too."""
        return self.find(Department, true(), departments.c.id)

    def everybody(self) -> tuple[Person, ...]:
        """Everybody who was ever enrolled."""
        return self.find(Person, true(), people.c.id)

    def load_of(self, department: str) -> Load:
        """What a department still has to do with."""
        held, coming = self._pieces_of(department)
        sides = or_(handovers.c.giver == department, handovers.c.receiver == department)
        return Load(
            held,
            coming,
            self._count(handovers, sides, handovers.c.phase.in_(OPEN_PHASES)),
            self._count(
                arrivals,
                arrivals.c.department == department,
                arrivals.c.status != ArrivalStatus.CLOSED,
            ),
        )

    def _pieces_of(self, department: str) -> tuple[int, int]:
        """Return how many pieces a department holds, and how many others hold that belong there."""
        in_house = items.c.status == ItemStatus.HELD
        here = items.c.holder == department
        return (
            self._count(items, in_house, here),
            self._count(items, in_house, ~here, items.c.route == department),
        )

    def _count(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        counted = select(func.count()).where(table.c.office == self._office, *conditions)
        return self._connection.execute(counted).scalar_one()

    # -- writing -----------------------------------------------------------------------------

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        self._kept[type(aggregate), aggregate.id] = aggregate

    def flush(self) -> None:
        """Write what changed since it was read, in an order that references allow."""
        changed = {k: kept for k, kept in self._kept.items() if kept != self._stored.get(k)}
        for kind, mapper in MAPPERS.items():
            rows = [
                (k in self._stored, mapper.to_row(v)) for k, v in changed.items() if k[0] is kind
            ]
            self._run(insert, mapper.table, [row for is_old, row in rows if not is_old])
            self._run(update, mapper.table, [row for is_old, row in rows if is_old])
        self._write_sets([kept for kept in changed.values() if isinstance(kept, Handover)])
        self._stored = dict(self._kept)

    def forget(self) -> None:
        """Look everything up anew: who replays a long journal flushes and forgets in between."""
        self._stored.clear()
        self._kept.clear()

    def _write_sets(self, changed: list[Handover]) -> None:
        gone, new, old = [], [], []
        for handover in changed:
            stored = self._stored.get((Handover, handover.id))
            was = _pieces(stored) if isinstance(stored, Handover) else {}
            now = _pieces(handover)
            gone += [was[item] for item in sorted(was.keys() - now.keys())]
            new += [now[item] for item in sorted(now.keys() - was.keys())]
            old += [piece for item, piece in now.items() if was.get(item, piece) != piece]
        self._run(delete, handover_items, gone)
        self._run(insert, handover_items, new)
        self._run(update, handover_items, old)

    def _run(self, verb: Verb, table: Table, rows: list[Values]) -> None:
        if rows:
            own = [{"office": self._office, **row} for row in rows]
            keyed = own if verb is insert else [_keyed(table, row) for row in own]
            self._connection.execute(_statement(verb, table), keyed)


@cache
def _statement(verb: Verb, table: Table) -> Insert | Update | Delete:
    """Return a statement for many rows: building one costs more than running it."""
    statement = verb(table)
    if isinstance(statement, Insert):
        return statement
    return statement.where(*(c == bindparam(KEY + c.name) for c in table.primary_key))


def _keyed(table: Table, row: Values) -> Values:
    keys = {column.name for column in table.primary_key}
    return {KEY + name if name in keys else name: value for name, value in row.items()}


def _pieces(handover: Handover) -> dict[UUID, Values]:
    return {
        item: {
            "handover": handover.id,
            "item": item,
            "offered": item in handover.offered,
            "received": item in handover.received,
        }
        for item in handover.offered | handover.received
    }

"""The books in a database: what rules read and what `evolve` writes, inside one transaction."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from station.custody.by_id import A, ById
from station.custody.state import (
    Aggregate,
    Case,
    Department,
    Expected,
    Handover,
    Item,
    ItemStatus,
)
from station.custody.values import CaseKind
from station.ledger.mapping import MAPPERS, handover_from
from station.ledger.schema import cases, departments, expected_items, handover_items, items

Key = tuple[type[Aggregate], str | UUID]


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

    # -- writing -----------------------------------------------------------------------------

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        self._kept[type(aggregate), aggregate.id] = aggregate

    def flush(self) -> None:
        """Write what changed since it was read, in an order that references allow."""
        for kind, mapper in MAPPERS.items():
            for key, kept in self._kept.items():
                stored = self._stored.get(key)
                if key[0] is kind and kept != stored:
                    self._write(mapper.table, mapper.to_row(kept), is_new=stored is None)
        for key, kept in self._kept.items():
            if isinstance(kept, Handover) and kept != self._stored.get(key):
                self._write_sets(kept)
        self._stored = dict(self._kept)

    def _write(self, table: Table, row: dict[str, Any], *, is_new: bool) -> None:
        if is_new:
            self._connection.execute(insert(table).values(office=self._office, **row))
            return
        own = (table.c.office == self._office, table.c.id == row["id"])
        self._connection.execute(update(table).where(*own).values(row))

    def _write_sets(self, handover: Handover) -> None:
        stored = self._stored.get((Handover, handover.id))
        before = stored if isinstance(stored, Handover) else None
        was = _pieces(before) if before else {}
        now = _pieces(handover)
        for item in sorted(was.keys() | now.keys()):
            if was.get(item) != now.get(item):
                self._write_piece(handover.id, item, now.get(item), is_new=item not in was)

    def _write_piece(
        self, handover: UUID, item: UUID, values: dict[str, bool] | None, *, is_new: bool
    ) -> None:
        table = handover_items
        own = {"office": self._office, "handover": handover, "item": item}
        same = [table.c[name] == value for name, value in own.items()]
        if values is None:
            self._connection.execute(delete(table).where(*same))
        elif is_new:
            self._connection.execute(insert(table).values(**own, **values))
        else:
            self._connection.execute(update(table).where(*same).values(values))


def _pieces(handover: Handover) -> dict[UUID, dict[str, bool]]:
    return {
        item: {"offered": item in handover.offered, "received": item in handover.received}
        for item in handover.offered | handover.received
    }

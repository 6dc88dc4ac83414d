"""The books in a database: what rules read and what `evolve` writes, inside one transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Result,
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
from station.custody.by_number import ByNumber
from station.custody.state import (
    OPEN_PHASES,
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    CountScan,
    DayClose,
    Department,
    Expected,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Label,
    Listing,
    Load,
    Person,
    Receipt,
    Search,
    listing_id,
)
from station.custody.values import CaseKind
from station.ledger.faults import readable
from station.ledger.mapping import MAPPERS, Values, handover_from
from station.ledger.schema import (
    arrivals,
    cases,
    count_scans,
    day_closes,
    departments,
    expected_items,
    handover_items,
    handovers,
    incidents,
    items,
    labels,
    listings,
    people,
    searches,
)

Key = tuple[type[Aggregate], str | UUID]
P = TypeVar("P", str, UUID)
Verb = Callable[[Table], Insert | Update | Delete]

NUMBERS_AT_ONCE = 1_000
"""Values in one IN; a list may have a hundred times as many."""

KEY = "key_"
"""A parameter of a WHERE; by their own names, columns are what an UPDATE sets."""


def _asking(
    table: Table,
    *conditions: ColumnElement[bool],
    order: Iterable[ColumnElement[Any]] = (),
    limit: int | None = None,
    offset: int | None = None,
) -> Select[Any]:
    """Return a question about one office's rows."""
    mine = table.c.office == bindparam("office")
    return select(table).where(mine, *conditions).order_by(*order).limit(limit).offset(offset)


# What deeds ask again and again is put together once: that costs more than running it.

_BY_ID = {
    kind: _asking(mapper.table, mapper.table.c.id == bindparam("key"))
    for kind, mapper in MAPPERS.items()
}
_SETS = _asking(handover_items, handover_items.c.handover == bindparam("handover"))
_NUMBERED = _asking(items, items.c.number == bindparam("number"))
_LABELS_OVER = _asking(labels, labels.c.covers == bindparam("number"))
_ARRIVED_WITH = _asking(
    items,
    items.c.arrival == bindparam("arrival"),
    items.c.status != ItemStatus.VOID,
    order=[items.c.taken_in_seq],
)
_PEOPLE = _asking(people, people.c.id.in_(bindparam("keys", expanding=True)))
_AWAITED = (expected_items.c.item.is_(None), expected_items.c.is_withdrawn.is_(False))
_DUE = _asking(expected_items, expected_items.c.number == bindparam("number"), *_AWAITED)
_AWAITED_OF = _asking(
    expected_items,
    expected_items.c.id.in_(
        select(listings.c.expected).where(
            listings.c.office == bindparam("office"), listings.c.list == bindparam("list")
        )
    ),
    *_AWAITED,
    order=[expected_items.c.seq],
)
_MISSING = _AWAITED_OF.with_only_columns(expected_items.c.number)
_SET_ASIDE = _asking(
    cases,
    cases.c.arrival == bindparam("arrival"),
    cases.c.text == bindparam("text"),
    cases.c.what == CaseKind.DOUBTFUL,
    limit=1,
)
_LAST_TAKEN_IN = _asking(
    items,
    items.c.arrival == bindparam("arrival"),
    items.c.taken_in_by == bindparam("person"),
    items.c.status == ItemStatus.HELD,
    order=[items.c.taken_in_seq.desc()],
    limit=1,
)


KEPT_MAX = 2_000
"""Things that books which are left open go on keeping in memory."""

MAY_WAIT = frozenset({Arrival, Expected, Item})
"""What several deeds may change before it is written once: no law looks at each of their steps."""


class SqlBooks(ById, ByNumber):
    """One office's tables, seen through one connection.

    What was read or put is kept.  What was put is written by `flush`, which every question that
    could miss it calls first; so whoever asks sees all changes, and every row is written once.
    """

    def __init__(self, connection: Connection, office: str) -> None:
        self._through = connection
        self._office = office
        self._kept: dict[Key, Aggregate] = {}
        self._numbers: dict[str, set[UUID]] = {}
        """Which pieces bear a number that was asked for, as long as no piece has changed since."""
        self._unwritten: dict[Key, Aggregate | None] = {}
        """What was put since the last flush, and what stood there before; None for nothing."""

    @property
    def connection(self) -> Connection:
        """The connection, all that was put written: whoever asks through it misses nothing."""
        self.flush()
        return self._through

    def seen_through(self, connection: Connection) -> "SqlBooks":
        """Return the same books through another connection, to whatever of them is still kept."""
        self._through = connection
        if len(self._kept) > KEPT_MAX:
            self.forget()
        return self

    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""
        kept = self._kept.get((kind, key))
        if kept is not None:
            return kept
        found = self._load(kind, _BY_ID[kind], key=key)
        return found[0] if found else None

    # -- several by a condition --------------------------------------------------------------

    def find(
        self,
        kind: type[A],
        condition: ColumnElement[bool],
        *order: ColumnElement[Any],
        limit: int | None = None,
        offset: int | None = None,
    ) -> tuple[A, ...]:
        """Every thing of one type that meets a condition on its own table's columns."""
        asked = _asking(MAPPERS[kind].table, condition, order=order, limit=limit, offset=offset)
        return self._ask(kind, asked)

    def _ask(self, kind: type[A], asked: Select[Any], **values: object) -> tuple[A, ...]:
        self.flush()
        return self._load(kind, asked, **values)

    def _load(self, kind: type[A], asked: Select[Any], **values: object) -> tuple[A, ...]:
        """Return what the tables say, each thing as it is kept if it has changed since."""
        from_row = MAPPERS[kind].from_row
        found = []
        with readable(f"table {MAPPERS[kind].table.name}"):
            for row in self._rows(asked, **values).mappings().all():
                loaded = from_row(row)
                if isinstance(loaded, Handover):
                    loaded = handover_from(row, *self._sets(loaded.id))
                kept = self._kept.setdefault((kind, loaded.id), loaded)
                assert isinstance(kept, kind)  # noqa: S101 - the key says so
                found.append(kept)
        return tuple(found)

    def _rows(self, asked: Select[Any], **values: object) -> Result[Any]:
        return self._through.execute(asked, {"office": self._office, **values})

    def _sets(self, handover: UUID) -> tuple[frozenset[UUID], frozenset[Receipt]]:
        pieces = self._rows(_SETS, handover=handover).all()
        offered = frozenset(piece.item for piece in pieces if piece.offered)
        received = (Receipt(piece.item, piece.received_by) for piece in pieces if piece.received)
        return offered, frozenset(received)

    def founded(self) -> bool:
        """Whether the office exists: it is founded together with its first department."""
        return bool(self.find(Department, true(), limit=1))

    def people_of(self, keys: Collection[UUID]) -> tuple[Person, ...]:
        """Everybody who has one of these ids."""
        return self._ask(Person, _PEOPLE, keys=list(keys)) if keys else ()

    def has_department(self, key: str) -> bool:
        """Whether there is a department of this number."""
        return self.look_up(Department, key) is not None

    def numbered_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number, whatever became of it, oldest first."""
        if number not in self._numbers:
            known = (*self._load(Item, _NUMBERED, number=number), *self._waiting(Item))
            self._numbers[number] = {item.id for item in known if item.number == number}
        pieces = (self.item(key) for key in self._numbers[number])
        return tuple(sorted(pieces, key=lambda item: item.taken_in_seq))

    def labels_over(self, number: str) -> tuple[Label, ...]:
        """The labels that cover this number, oldest first."""
        known = (*self._load(Label, _LABELS_OVER, number=number), *self._waiting(Label))
        over = {label.id: label for label in known if label.covers == number}
        return tuple(sorted(over.values(), key=lambda label: label.serial))

    def held_by(self, department: str) -> tuple[Item, ...]:
        """Every piece that a department holds, oldest first."""
        here = and_(items.c.holder == department, items.c.status == ItemStatus.HELD)
        return self.find(Item, here, items.c.taken_in_seq)

    def in_house(self) -> tuple[Item, ...]:
        """Every piece that the house holds, oldest first."""
        return self.find(Item, items.c.status == ItemStatus.HELD, items.c.taken_in_seq)

    def scanned_by(self, arrival: UUID) -> frozenset[UUID]:
        """Everybody who took a piece of an arrival in, also one that was taken back or is void."""
        of_it = items.c.office == self._office, items.c.arrival == arrival
        people = select(items.c.taken_in_by).where(*of_it).distinct()
        return frozenset(self.connection.execute(people).scalars())

    def label(self, item: UUID) -> Label | None:
        """The label that a piece was given, if it was given one."""
        found = self.look_up(Label, item)
        return found if isinstance(found, Label) else None

    def last_serial(self) -> int:
        """The serial number of the newest label; 0 before the first."""
        newest = self.find(Label, true(), labels.c.serial.desc(), limit=1)
        return newest[0].serial if newest else 0

    def open_expected(self, number: str, list_id: UUID | None = None) -> Expected | None:
        """The announced piece of this number that is awaited, of that list before any other."""
        known = (*self._load(Expected, _DUE, number=number), *self._waiting(Expected))
        due = {e.id: e for e in known if e.number == number and e.is_awaited}
        if list_id is not None and len(due) > 1:
            listed = (key for key in due if self.look_up(Listing, listing_id(list_id, key)))
            due = {key: due[key] for key in listed} or due
        return min(due.values(), key=lambda expected: expected.seq, default=None)

    def missing_expected(self, list_id: UUID) -> tuple[str, ...]:
        """The numbers of a list that are still awaited, sorted."""
        self.flush()
        return tuple(sorted(self._rows(_MISSING, list=list_id).scalars()))

    def has_list(self, list_id: UUID) -> bool:
        """Whether there is a list of this id that announces anything."""
        return bool(self.find(Listing, listings.c.list == list_id, limit=1))

    def awaited_of(self, list_id: UUID) -> tuple[Expected, ...]:
        """Every announced piece of a list that is still awaited, oldest first."""
        return self._ask(Expected, _AWAITED_OF, list=list_id)

    def announced(self, numbers: Collection[str]) -> tuple[Expected, ...]:
        """Every announced piece of one of these numbers that is not withdrawn, oldest first."""
        table = expected_items.c
        return tuple(
            due
            for some in _in_parts(numbers)
            for due in self.find(
                Expected, and_(table.number.in_(some), table.is_withdrawn.is_(False)), table.seq
            )
        )

    def came_unannounced(self, numbers: Collection[str]) -> tuple[Item, ...]:
        """Every piece of one of these numbers that no list announced, oldest first."""
        table = items.c
        unannounced = and_(table.expected.is_(None), table.status != ItemStatus.VOID)
        return tuple(
            item
            for some in _in_parts(numbers)
            for item in self.find(
                Item, and_(table.number.in_(some), unannounced), table.taken_in_seq
            )
        )

    def overdue_expected(self, before: date) -> tuple[Expected, ...]:
        """Every awaited piece that was due before a day and is no case for that due day yet."""
        table = expected_items.c
        unseen = or_(table.missed.is_(None), table.missed < table.due)
        return self.find(Expected, and_(*_AWAITED, table.due < before, unseen), table.seq)

    def was_set_aside(self, arrival: UUID, text: str) -> bool:
        """Whether a doubtful scan of this text was set aside in this arrival before."""
        return bool(self._ask(Case, _SET_ASIDE, arrival=arrival, text=text))

    def last_taken_in(self, arrival: UUID, person: UUID) -> Item | None:
        """The newest piece of an arrival that this person took in and nobody took back."""
        found = self._ask(Item, _LAST_TAKEN_IN, arrival=arrival, person=person)
        return found[0] if found else None

    def open_cases(
        self,
        *,
        arrival: UUID | None = None,
        item: UUID | None = None,
        handover: UUID | None = None,
        expected: UUID | None = None,
        what: CaseKind | None = None,
    ) -> tuple[Case, ...]:
        """The open cases about all the subjects named, of one kind or of any, oldest first."""
        named = {
            "arrival": arrival,
            "item": item,
            "handover": handover,
            "expected": expected,
            "what": what,
        }
        known = {name: key for name, key in named.items() if key is not None}
        return self._ask(Case, _open_cases_about(*known), **known)

    def open_handovers(self) -> tuple[Handover, ...]:
        """Every handover that still has its pieces in hand, oldest first."""
        is_open = handovers.c.phase.in_(OPEN_PHASES)
        return self.find(Handover, is_open, handovers.c.opened_at, handovers.c.id)

    def incidents_of(self, item: UUID) -> tuple[Incident, ...]:
        """Every incident about a piece, oldest first."""
        return self.find(Incident, incidents.c.item == item, incidents.c.opened_at)

    def searches_of(self, incident: UUID) -> tuple[Search, ...]:
        """What every party of an incident was asked, departments before their persons."""
        found = self.find(Search, searches.c.incident == incident)
        return tuple(sorted(found, key=lambda it: (it.person is not None, it.department, it.id)))

    def arrived_with(self, arrival: UUID) -> tuple[Item, ...]:
        """Every piece of an arrival that nobody took back, oldest first."""
        return self._ask(Item, _ARRIVED_WITH, arrival=arrival)

    def handovers_with(self, pieces: frozenset[UUID]) -> tuple[Handover, ...]:
        """Every handover in whose offered or received set any of these pieces is, oldest first."""
        table = handover_items.c
        found: dict[UUID, Handover] = {}
        for some in _in_parts(sorted(pieces)):
            lay = select(table.handover).where(table.office == self._office, table.item.in_(some))
            found |= {it.id: it for it in self.find(Handover, handovers.c.id.in_(lay))}
        return tuple(sorted(found.values(), key=lambda it: (it.opened_at, it.id)))

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
        return self.connection.execute(counted).scalar_one()

    def cases_of(self, day_close: UUID) -> tuple[Case, ...]:
        """Every case of a day close, open or settled, oldest first."""
        return self.find(Case, cases.c.day_close == day_close, cases.c.opened_at)

    def settled_along(self, case: UUID) -> tuple[Case, ...]:
        """Every case that was settled along with another one, and still is, oldest first."""
        return self.find(Case, cases.c.settled_with == case, cases.c.opened_at)

    def day_close_of(self, department: str, day: date) -> DayClose | None:
        """The close of a department's day, if it was begun."""
        table = day_closes.c
        found = self.find(DayClose, and_(table.department == department, table.day == day))
        return found[0] if found else None

    def counted(self, day_close: UUID) -> tuple[CountScan, ...]:
        """What a count has and nobody took back, oldest first."""
        table = count_scans.c
        here = and_(table.day_close == day_close, table.is_taken_back.is_(False))
        return self.find(CountScan, here, table.seq)

    def counters(self, day_close: UUID) -> frozenset[UUID]:
        """Everybody who ever scanned for a count, also what was taken back."""
        table = count_scans.c
        of_it = table.office == self._office, table.day_close == day_close
        return frozenset(
            self.connection.execute(select(table.by).where(*of_it).distinct()).scalars()
        )

    # -- writing -----------------------------------------------------------------------------

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        key: Key = (type(aggregate), aggregate.id)
        self._unwritten.setdefault(key, self._kept.get(key))
        self._kept[key] = aggregate
        if isinstance(aggregate, Item):
            self._numbers.clear()

    def end_deed(self) -> None:
        """Write what a deed changed, unless that may wait for the next."""
        if any(kind not in MAY_WAIT for kind, _ in self._unwritten):
            self.flush()

    def flush(self) -> None:
        """Write what changed, in an order that references allow."""
        changed = {
            key: before for key, before in self._unwritten.items() if self._kept[key] != before
        }
        self._unwritten = {}
        for kind, mapper in MAPPERS.items() if changed else ():
            mine = {key: before for key, before in changed.items() if key[0] is kind}
            new = [mapper.to_row(self._kept[key]) for key, before in mine.items() if before is None]
            old = [mapper.to_row(self._kept[key]) for key, before in mine.items() if before]
            self._run(insert, mapper.table, new)
            self._run(update, mapper.table, old)
        self._write_sets(changed)

    def forget(self) -> None:
        """Look everything up anew: who replays a long journal flushes and forgets in between."""
        self._kept.clear()
        self._numbers.clear()

    def _waiting(self, kind: type[A]) -> Iterator[A]:
        """Yield what was put and is not written yet."""
        for key in self._unwritten:
            kept = self._kept[key]
            if isinstance(kept, kind):
                yield kept

    def _write_sets(self, changed: Mapping[Key, Aggregate | None]) -> None:
        gone, new, old = [], [], []
        for key, before in changed.items():
            handover = self._kept[key]
            if not isinstance(handover, Handover):
                continue
            was = _pieces(before) if isinstance(before, Handover) else {}
            now = _pieces(handover)
            gone += [was[item] for item in sorted(was.keys() - now.keys())]
            new += [now[item] for item in sorted(now.keys() - was.keys())]
            old += [piece for item, piece in now.items() if was.get(item, piece) != piece]
        self._run(delete, handover_items, gone)
        self._run(update, handover_items, old)
        self._run(insert, handover_items, new)  # last: a piece leaves one before it enters another

    def _run(self, verb: Verb, table: Table, rows: list[Values]) -> None:
        if rows:
            own = [{"office": self._office, **row} for row in rows]
            keyed = own if verb is insert else [_keyed(table, row) for row in own]
            # A driver does one row faster when it is not told of many.
            self._through.execute(_statement(verb, table), keyed if len(keyed) > 1 else keyed[0])


@cache
def _open_cases_about(*subjects: str) -> Select[Any]:
    about = (cases.c[name] == bindparam(name) for name in subjects)
    return _asking(cases, cases.c.reason.is_(None), *about, order=[cases.c.opened_at])


def _in_parts(numbers: Collection[P]) -> Iterator[list[P]]:
    several = list(numbers)
    for at in range(0, len(several), NUMBERS_AT_ONCE):
        yield several[at : at + NUMBERS_AT_ONCE]


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
    received_by = {receipt.item: receipt.by for receipt in handover.receipts}
    return {
        item: {
            "handover": handover.id,
            "item": item,
            "offered": item in handover.offered,
            "received": item in received_by,
            "received_by": received_by.get(item),
        }
        for item in handover.offered | received_by.keys()
    }

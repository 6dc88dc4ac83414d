"""Tracing: which pieces a few typed words may mean, and what lay beside them.

A name is looked for among what is still kept apart from the journal: one that was purged is not
found, as if it had never been there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal_column,
    or_,
    select,
)

from station.custody.state import Handover, Item, ItemStatus, Phase
from station.ledger.books import SqlBooks
from station.ledger.folding import SQLITE_FOLD
from station.ledger.schema import (
    arrivals,
    expected_items,
    handover_items,
    handovers,
    items,
    labels,
    personal_data,
)
from station.ledger.vault import TEXT

BESIDE_MAX = 200
"""Neighbours of one arrival or handover that are told; nobody compares more by eye."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one typed text may mean: any of these.  Empty where it cannot mean that.

    `number` is a part of a normalised number, `name` a folded part of a sender's or addressee's
    name; `departments` and `people` are those whose names it may be; `days` are moments from and
    until before.
    """

    number: str = ""
    name: str = ""
    departments: frozenset[str] = frozenset()
    people: frozenset[UUID] = frozenset()
    days: tuple[datetime, datetime] | None = None


class Tracing:
    """One office's pieces, looked for through one connection."""

    def __init__(self, connection: Connection, office: str, books: SqlBooks) -> None:
        self._connection = connection
        self._office = office
        self._books = books

    def items(
        self, terms: Sequence[Term], limit: int, *, with_void: bool = False
    ) -> tuple[Item, ...]:
        """Pieces that every term may mean, newest first; what was taken back is left out.

        With void, whoever gives a part of its number finds also what was taken back.
        """
        kept = items.c.status != ItemStatus.VOID
        if with_void:
            kept = or_(kept, *(self._numbered(term.number) for term in terms if term.number))
        meant = and_(kept, *map(self._meant, terms))
        return self._books.find(Item, meant, items.c.taken_in_seq.desc(), limit=limit)

    def handovers_of(self, found: Iterable[Item]) -> tuple[Handover, ...]:
        """Every handover in which any of these pieces was, unless broken off; newest first."""
        keys = [item.id for item in found]
        lay = select(handover_items.c.handover).where(
            handover_items.c.office == self._office, handover_items.c.item.in_(keys)
        )
        kept = and_(handovers.c.id.in_(lay), handovers.c.phase != Phase.CANCELLED)
        return self._books.find(Handover, kept, handovers.c.opened_at.desc())

    def of_arrival(self, arrival: UUID) -> tuple[Item, ...]:
        """What came together, in the order in which it was scanned."""
        here = and_(items.c.arrival == arrival, items.c.status != ItemStatus.VOID)
        return self._books.find(Item, here, items.c.taken_in_seq, limit=BESIDE_MAX)

    def of_ids(self, keys: Iterable[UUID]) -> tuple[Item, ...]:
        """Pieces by their ids, in the order in which they came."""
        return self._books.find(
            Item, items.c.id.in_(list(keys)), items.c.taken_in_seq, limit=BESIDE_MAX
        )

    # -- conditions --------------------------------------------------------------------------------

    def _meant(self, term: Term) -> ColumnElement[bool]:
        meant: list[ColumnElement[bool]] = []
        if term.number:
            meant.append(self._numbered(term.number))
        if term.name:
            meant += self._named(term.name)
        if term.departments:
            meant.append(self._at(term.departments))
        if term.people:
            meant.append(self._by(term.people))
        if term.days is not None:
            meant.append(self._within(*term.days))
        return or_(*meant) if meant else false()

    def _numbered(self, part: str) -> ColumnElement[bool]:
        """Pieces with a part of their number, or of the one under their label."""
        covers = labels.c.covers.contains(part, autoescape=True)
        covered = select(labels.c.id).where(labels.c.office == self._office, covers)
        return or_(items.c.number.contains(part, autoescape=True), items.c.id.in_(covered))

    def _named(self, name: str) -> tuple[ColumnElement[bool], ...]:
        """Pieces whose sender, addressee or description has a name in it."""
        value = _folded_value(self._connection.dialect.name)
        named = select(personal_data.c.id).where(
            personal_data.c.office == self._office, value.contains(name, autoescape=True)
        )
        due, label = expected_items.c, labels.c
        either = or_(due.sender_id.in_(named), due.addressee_id.in_(named))
        announced = select(due.id).where(due.office == self._office, either)
        described = select(label.id).where(
            label.office == self._office, label.description_id.in_(named)
        )
        return items.c.expected.in_(announced), items.c.id.in_(described)

    def _at(self, departments: frozenset[str]) -> ColumnElement[bool]:
        """Pieces that a department holds or held, or that belong there."""
        table = handovers.c
        passed = or_(table.giver.in_(departments), table.receiver.in_(departments))
        return or_(
            items.c.holder.in_(departments),
            items.c.route.in_(departments),
            items.c.arrival.in_(self._arrivals(arrivals.c.department.in_(departments))),
            items.c.id.in_(self._handed_over(passed)),
        )

    def _by(self, people: frozenset[UUID]) -> ColumnElement[bool]:
        """Pieces that somebody scanned, gave a word on, or signed for."""
        table = handovers.c
        signed = or_(table.giver_signer.in_(people), table.receiver_signer.in_(people))
        own = (
            items.c[name].in_(people)
            for name in ("taken_in_by", "route_first_by", "route_check_by", "first_by", "check_by")
        )
        return or_(*own, items.c.id.in_(self._handed_over(signed)))

    def _within(self, since: datetime, until: datetime) -> ColumnElement[bool]:
        """Pieces that came, or changed hands, from one moment until before another."""
        arrived = arrivals.c.arrived_at
        sealed = handovers.c.sealed_at
        return or_(
            and_(items.c.taken_in_at >= since, items.c.taken_in_at < until),
            items.c.arrival.in_(self._arrivals(and_(arrived >= since, arrived < until))),
            items.c.id.in_(self._handed_over(and_(sealed >= since, sealed < until))),
        )

    def _arrivals(self, condition: ColumnElement[bool]) -> Select[tuple[UUID]]:
        return select(arrivals.c.id).where(arrivals.c.office == self._office, condition)

    def _handed_over(self, condition: ColumnElement[bool]) -> Select[tuple[UUID]]:
        done = select(handovers.c.id).where(
            handovers.c.office == self._office, handovers.c.phase == Phase.SEALED, condition
        )
        table = handover_items.c
        return select(table.item).where(table.office == self._office, table.handover.in_(done))


def _folded_value(dialect: str) -> ColumnElement[str]:
    """Return what a kept text folds to; empty for a photo, whose bytes are no text."""
    value = personal_data.c.value
    if dialect == "postgresql":
        plain = func.normalize(func.convert_from(value, "UTF8"), literal_column("NFKC"))
        folded = func.lower(func.regexp_replace(plain, r"\s", "", "g"))
    else:
        folded = getattr(func, SQLITE_FOLD)(cast(value, Text))
    # CASE, because in an AND either side may be asked first, and a photo's bytes cannot be decoded.
    return case((personal_data.c.media_type == TEXT, folded), else_="")

"""What the distribution book (特殊文書配布簿) has of a piece: who brought it, took it, signed.

The book is no table of its own: it is read from the books and the journal, a day at a time, so that
a year of it needs no more memory than its fullest day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_

from station.custody import facts as f
from station.custody.state import Arrival, Handover, Item, Phase
from station.ledger.journal import Recorded
from station.ledger.schema import arrivals, items
from station.ledger.views import ItemLine, Views

CORRECTIONS: tuple[type[f.Fact], ...] = (
    f.TakingInUndone,
    f.RouteProposed,
    f.RouteQuestioned,
    f.ItemDisowned,
    f.ItemOpenedToSort,
    f.ItemDeclaredLost,
    f.ItemFoundAgain,
    f.ItemVoided,
    f.ItemRestored,
)
"""What is written into the remarks of a piece's line: whatever was not as it should have been."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: whose, and when."""

    person: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Passed:
    """One sealed handover of a piece, with both signatures."""

    handover: Handover
    giver: Signed
    receiver: Signed


@dataclass(frozen=True, slots=True)
class BookLine:
    """One piece: what is known of it, its arrival, every handover, every correction.

    `handovers` and `corrections` are in the order in which they happened.
    """

    line: ItemLine
    arrival: Arrival
    handovers: tuple[Passed, ...]
    corrections: tuple[Recorded, ...]

    @property
    def departments(self) -> frozenset[str]:
        """Every department that it was routed to or handed to."""
        route = self.line.item.route
        routed = {route.department} if route else set()
        return frozenset(routed | {it.handover.receiver for it in self.handovers})


def book_lines(
    views: Views, start: datetime, end: datetime, department: str | None = None
) -> Iterator[BookLine]:
    """Yield every piece that was taken in from `start` on and before `end`, in that order.

    What was taken back is there too: a book hides nothing.  With a department, only what was
    routed or handed to it.
    """
    within = and_(items.c.taken_in_at >= start, items.c.taken_in_at < end)
    found = views.books.find(Item, within, items.c.taken_in_seq)
    keys = frozenset(item.id for item in found)
    handed = _passed(views, keys)
    corrected = views.histories(keys, CORRECTIONS) if keys else {}
    came = {item.arrival for item in found}
    known = {it.id: it for it in views.books.find(Arrival, arrivals.c.id.in_(came))} if came else {}
    for line in views.lines(found):
        told = BookLine(
            line,
            known[line.item.arrival],
            handed.get(line.item.id, ()),
            tuple(corrected.get(line.item.id, ())),
        )
        if department is None or department in told.departments:
            yield told


def passed(views: Views, item: UUID) -> tuple[Passed, ...]:
    """Return the sealed handovers of one piece, in the order in which they were sealed."""
    return _passed(views, frozenset({item})).get(item, ())


def _passed(views: Views, keys: frozenset[UUID]) -> dict[UUID, tuple[Passed, ...]]:
    """Return the sealed handovers of each piece, in the order in which they were sealed."""
    sealed = {h.id: h for h in views.books.handovers_with(keys) if h.phase is Phase.SEALED}
    if not sealed:
        return {}
    signed = views.histories(sealed, (f.HandoverSigned,))
    told = [Passed(h, **signatures(signed[key])) for key, h in sealed.items()]
    of_item: dict[UUID, tuple[Passed, ...]] = {}
    for one in sorted(told, key=lambda it: max(it.giver.at, it.receiver.at)):
        for item in one.handover.offered & keys:
            of_item[item] = (*of_item.get(item, ()), one)
    return of_item


def signatures(recorded: Iterable[Recorded]) -> dict[str, Signed]:
    """Return both sides' signatures by the side's name; each side signs once."""
    return {
        line.fact.side.value: Signed(line.fact.signer, line.stamp.at)
        for line in recorded
        if isinstance(line.fact, f.HandoverSigned)
    }

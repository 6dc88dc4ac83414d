"""What the small papers show, each as one frozen value; whether it may be printed yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_

from station.custody import facts as f
from station.custody.refusal import Reason, Refused
from station.custody.state import (
    Arrival,
    ArrivalStatus,
    Case,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
)
from station.custody.values import TYPED
from station.ledger.book import Signed, signatures
from station.ledger.schema import cases, items
from station.ledger.views import CASE_ORDER, IncidentLine, ItemLine, SearchLine, Views

CLOSINGS = (f.ArrivalClosed, f.ArrivalClosedWithDifference)


@dataclass(frozen=True, slots=True)
class ArrivalReceipt:
    """A closed arrival: its pieces as they were scanned, and everything that was not as declared.

    `missing` and `reason` are of an arrival that was closed with a difference.
    """

    arrival: Arrival
    lines: tuple[ItemLine, ...]
    closed: Signed
    missing: tuple[str, ...]
    reason: str
    cases: tuple[tuple[Case, str], ...]
    """Each with the number that it is about; empty where it is about none."""

    names: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class HandoverSlip:
    """A sealed handover with its pieces and both signatures."""

    handover: Handover
    lines: tuple[ItemLine, ...]
    giver: Signed
    receiver: Signed
    names: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What lies at one place for a department, oldest first."""

    holder: str
    lines: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class WaitingSlip:
    """Everything of a department that others hold, and the handovers that it has to count.

    What is in a handover is in no count: who receives counts blind.
    """

    department: str
    places: tuple[Waiting, ...]
    handovers: tuple[Handover, ...]
    at: datetime

    @property
    def count(self) -> int:
        """How many pieces it tells of."""
        return sum(len(place.lines) for place in self.places)


@dataclass(frozen=True, slots=True)
class SearchPaper:
    """An incident's piece, where it was last, and the parties that have not answered."""

    incident: IncidentLine
    arrival: Arrival
    asked: tuple[SearchLine, ...]


def arrival_receipt(views: Views, key: UUID) -> ArrivalReceipt:
    """Return an arrival for its receipt; refused before it is closed."""
    arrival = views.books.arrival(key)
    if arrival.status is not ArrivalStatus.CLOSED:
        raise Refused(Reason.ARRIVAL_OPEN, got=arrival.status)
    recorded = [line for line in views.history(key) if isinstance(line.fact, CLOSINGS)]
    last = recorded[-1]
    differs = last.fact if isinstance(last.fact, f.ArrivalClosedWithDifference) else None
    found = views.books.find(Case, cases.c.arrival == key, *CASE_ORDER)
    about = {line.item.id: line for line in views.items(case.item for case in found if case.item)}
    closed = Signed(last.stamp.person or arrival.opened_by, last.stamp.at)
    return ArrivalReceipt(
        arrival,
        views.items_of_arrival(key)[::-1],
        closed,
        differs.missing if differs else (),
        differs.reason if differs else "",
        tuple((case, _number(case, about)) for case in found),
        views.names([arrival.opened_by, closed.person]),
    )


def _number(case: Case, about: dict[UUID, ItemLine]) -> str:
    if case.item in about:
        return about[case.item].item.number
    return case.scan.known_as if case.scan else ""


def handover_slip(views: Views, key: UUID) -> HandoverSlip:
    """Return a handover for its slip; refused before both have signed."""
    handover = views.books.handover(key)
    if handover.phase is not Phase.SEALED:
        raise Refused(Reason.HANDOVER_PHASE, expected=(Phase.SEALED,), got=handover.phase)
    signed = signatures(views.history(key))
    names = views.names([it.person for it in signed.values()])
    lines = views.items(handover.offered)
    return HandoverSlip(handover, lines, signed["giver"], signed["receiver"], names)


def waiting_slip(
    views: Views, department: str, now: datetime, holder: str | None = None
) -> WaitingSlip:
    """Return what waits for a department with others, or with one of them."""
    views.books.department(department)
    table = items.c
    waits = and_(
        table.route == department,
        table.holder != department if holder is None else table.holder == holder,
        table.status == ItemStatus.HELD,
        table.handover.is_(None),
        table.undecided.is_(False),
        table.questioned.is_(False),
    )
    found = views.lines(views.books.find(Item, waits, table.held_since, table.taken_in_seq))
    at: dict[str, list[ItemLine]] = {}
    for line in found:
        at.setdefault(line.item.holder, []).append(line)
    places = tuple(Waiting(place, tuple(lines)) for place, lines in sorted(at.items()))
    mine = [it for it in views.books.open_handovers() if it.receiver == department]
    offered = tuple(it for it in mine if holder in {None, it.giver})
    return WaitingSlip(department, places, offered, now)


def search_paper(views: Views, key: UUID) -> SearchPaper:
    """Return an incident for those who are asked; refused when it is over or all have answered."""
    incident = views.incident(key)
    if not incident.incident.is_open:
        raise Refused(Reason.INCIDENT_CLOSED)
    if not incident.silent:
        raise Refused(Reason.ALL_ANSWERED)
    arrival = views.books.arrival(incident.line.item.arrival)
    return SearchPaper(incident, arrival, incident.silent)


@dataclass(frozen=True, slots=True)
class Sticker:
    """What is stuck on a piece: the mail room's own label, or a copy of bars that nobody reads."""

    number: str
    is_copy: bool


def sticker_of(views: Views, key: UUID) -> Sticker:
    """Return what may be stuck on a piece; refused for one whose own bars are read."""
    found = find_sticker(views, views.books.item(key))
    if found is None:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="label", got=str(key))
    return found


def find_sticker(views: Views, item: Item) -> Sticker | None:
    """Return what may be stuck on a piece, None for one whose own bars are read.

    Of a number that was typed because no reader read it, a copy that later steps can scan; only of
    one that is a tracking number, for no other is ever trusted.
    """
    given = views.books.label(item.id)
    if given is not None:
        return Sticker(given.number, is_copy=False)
    if item.scan.symbology == TYPED and item.scan.number is not None:
        return Sticker(item.scan.number, is_copy=True)
    return None


def newest_piece(views: Views, number: str) -> Item:
    """Return the piece of a number that was taken in last; refused where the books have none."""
    newest = items.c.taken_in_seq.desc()
    found = views.books.find(Item, items.c.number == number, newest, limit=1)
    if not found:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="item", got=number)
    return found[0]


def last_sealed(views: Views, item: UUID) -> UUID:
    """Return the handover by which a piece changed its holder last; refused where there is none."""
    passed = views.books.handovers_with(frozenset({item}))
    sealed = [it for it in passed if it.sealed_at is not None and item in it.offered]
    if not sealed:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="handover", got=str(item))
    return max(sealed, key=lambda it: (it.sealed_at, it.id)).id


def going_on(views: Views, item: UUID) -> UUID:
    """Return the incident in which a piece is searched for; refused where there is none."""
    found: list[Incident] = [it for it in views.books.incidents_of(item) if it.is_open]
    if not found:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="incident", got=str(item))
    return found[0].id

"""A small office for proofs: two departments, three people, a few pieces, every deed.

Its states are books without times: every entry is stamped with one and the same moment, and ids are
those of slots (the piece, the arrival, the handover), so that two ways to one state meet there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from station.custody import (
    arrival,
    day_close,
    delivery,
    handover,
    incident,
    offer,
    receipt,
    review,
    sorting,
    stray,
)
from station.custody.evolve import evolve
from station.custody.facts import DepartmentOpened, Facts, PersonEnrolled
from station.custody.state import (
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    CountScan,
    DayClose,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
    Route,
    Search,
)
from station.custody.values import (
    Actor,
    CaseKind,
    Ending,
    IncidentEnd,
    PersonalRef,
    Role,
    Scan,
    Stamp,
)
from tests.support.memory import MemoryBooks

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
MOMENT = datetime(2020, 10, 31, 1, 40, tzinfo=UTC)
TODAY = MOMENT.date()

SORTING, TREASURY = "02", "03"
DEPARTMENTS = (SORTING, TREASURY)
NUMBERS = ("13112383852", "20112345676")


def key(name: str) -> UUID:
    """A fixed UUID for a name."""
    return uuid5(SPACE, name)


CLERK, CLERK2, SUPERVISOR = key("clerk"), key("clerk2"), key("supervisor")
ACTORS = (
    Actor(CLERK, SORTING, frozenset({Role.CLERK})),
    Actor(CLERK2, SORTING, frozenset({Role.CLERK})),
    Actor(SUPERVISOR, TREASURY, frozenset({Role.DUTY_OFFICER, Role.RECEIVER, Role.SUPERVISOR})),
)
"""Two people who sort, and one who receives, takes in at night and supervises."""

ITEMS = tuple(key(number) for number in NUMBERS)
ARRIVAL = key("arrival")
HANDOVERS = (key("handover"), key("handover 2"))
GONE = key("a handover that is over")
NOBODY = key("nobody that a rule asks for")

FINISHED = frozenset({Phase.SEALED, Phase.CANCELLED})

ASKED_FOR_BY_NONE = frozenset(
    {CaseKind.FOUND, CaseKind.FOUND_AGAIN, CaseKind.STILL_HELD, CaseKind.UNMATCHED}
)
"""Cases that only a supervisor's reason settles; no deed on a piece asks for them."""


def scan(number: str) -> Scan:
    """A trusted scan of a number."""
    return Scan(number, number, ("japan_post_11",), "nw7", ("zxing", "zbar"))


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody may try; `name` is what the journal would call the act."""

    actor: Actor
    rule: Callable[..., Facts]
    details: Mapping[str, object]
    name: str
    is_scan: bool

    def decide(self, books: MemoryBooks) -> Facts:
        """Return the facts that the rule allows, or let it refuse."""
        return self.rule(books, self.actor, **self.details)


def _deed(actor: Actor, rule: Callable[..., Facts], **details: object) -> Deed:
    return Deed(actor, rule, details, rule.__name__, is_scan="scan" in details)


def founded(bounds: "Bounds") -> MemoryBooks:
    """Return the books from which a search begins."""
    books = MemoryBooks()
    for fact in (
        DepartmentOpened(SORTING, "総務", "", (), sorts_mail=True),
        DepartmentOpened(TREASURY, "出納室", "", (), sorts_mail=False),
        *(
            PersonEnrolled(it.person, PersonalRef(it.person, ""), it.department, tuple(it.roles))
            for it in ACTORS
        ),
    ):
        evolve(fact, Stamp(1, MOMENT, None), books)
    return _arrived(books, bounds) if bounds.arrived else books


# -- what can be tried ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a search is: its state space has to be finite, and small enough to be walked.

    `arrived` names the department in which an arrival of all pieces was closed before.  `sorts` and
    `handovers` say whether there are such deeds at all.  `remembers` keeps open cases that no deed
    but their own settlement asks for, and lets pieces be scanned wherever somebody finds them.
    `in_person` opens handovers by and to persons too.  `words` are the words that people give on a
    route, `anew` lets them question one, and lets a receiver scan before the giver is done.
    `misses` says whether there are incidents, `closes` which department counts at the day's end.
    """

    pieces: int
    handovers: int = 0
    arrived: str = ""
    sorts: bool = True
    remembers: bool = False
    in_person: bool = False
    words: tuple[str | None, ...] = (*DEPARTMENTS, None)
    anew: bool = True
    misses: bool = False
    closes: str = ""


def deeds(books: MemoryBooks, bounds: Bounds) -> Iterator[Deed]:
    """Yield everything that anybody could try; what must not be, the rules refuse."""
    for actor in ACTORS:
        yield from _arrival_deeds(books, actor, bounds)
        yield from _sorting_deeds(books, actor, bounds) if bounds.sorts else ()
        yield from _handover_deeds(books, actor, bounds)
        yield from _review_deeds(books, actor, bounds)
        yield from _incident_deeds(books, actor) if bounds.misses else ()
        yield from _day_close_deeds(books, actor, bounds) if bounds.closes else ()


def _arrived(books: MemoryBooks, bounds: Bounds) -> MemoryBooks:
    """Return the books once somebody has taken every piece in and closed the arrival."""
    actor = next(actor for actor in ACTORS if actor.department == bounds.arrived)
    taking = (("take_in", place) for place in range(bounds.pieces))
    for name, place in (("open_arrival", -1), *taking, ("close_arrival", 0)):
        tried = [deed for deed in _arrival_deeds(books, actor, bounds) if deed.name == name]
        books = after(books, tried[place], tried[place].decide(books))
    return settled(books, bounds)


def _arrival_deeds(books: MemoryBooks, actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    if not books.each(Arrival):
        for count in range(1, bounds.pieces + 1):
            opened = {"carrier": "", "arrived_at": MOMENT, "list_id": None}
            rule = arrival.open_arrival
            yield _deed(actor, rule, deed=ARRIVAL, declared_count=count, **opened)
        return
    it = {"arrival_id": ARRIVAL}
    for number in _lying_about(books, bounds):
        yield _deed(actor, arrival.take_in, deed=key(number), scan=scan(number), **it)
    yield _deed(actor, arrival.undo_taking_in, **it)
    yield _deed(actor, arrival.close_arrival, **it)
    yield _deed(actor, arrival.refer_arrival, deed=key("refer"), **it)


def _lying_about(books: MemoryBooks, bounds: Bounds) -> Iterator[str]:
    """The numbers of pieces that a hand can still scan: a delivered one is not in the house."""
    gone = {item.number for item in books.each(Item) if item.status is ItemStatus.DELIVERED}
    return (number for number in NUMBERS[: bounds.pieces] if number not in gone)


def _sorting_deeds(books: MemoryBooks, actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    for item in books.each(Item):
        check = key(f"check {item.id}")
        for word in bounds.words:
            said = {"item_id": item.id, "department": word}
            yield _deed(actor, sorting.enter_first, **said)
            yield _deed(actor, sorting.enter_check, deed=check, **said)
            if word is not None:
                yield _deed(actor, sorting.decide_route, reason="looked", **said)
        questioned = {"deed": key(f"question {item.id}"), "item_id": item.id}
        if bounds.anew:
            yield _deed(actor, sorting.question_route, reason="looks wrong", **questioned)
        yield _deed(actor, delivery.deliver, item_id=item.id, ending=Ending.OPENED)


def _handover_deeds(books: MemoryBooks, actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    known = {it.id: it for it in books.each(Handover)}
    free = [slot for slot in HANDOVERS[: bounds.handovers] if slot not in known]
    for receiver in DEPARTMENTS if free else ():
        opened = {"deed": free[0], "receiver": receiver, "now": MOMENT}
        yield _deed(actor, handover.open_handover, **opened)
        for person in ACTORS if bounds.in_person else ():
            named = {"person": person.person, **opened}
            yield _deed(actor, handover.open_handover, **named)
            yield _deed(actor, handover.open_handover, in_person=True, **named)
        if bounds.in_person:
            yield _deed(actor, handover.open_handover, in_person=True, **opened)
    for one in known.values():
        yield from _deeds_of_handover(books, actor, one, bounds)


def _deeds_of_handover(
    books: MemoryBooks, actor: Actor, one: Handover, bounds: Bounds
) -> Iterator[Deed]:
    it = {"handover_id": one.id}
    for number in _lying_about(books, bounds):
        scanned = {"deed": key(f"{one.id} {number}"), "scan": scan(number)}
        yield _deed(actor, offer.offer, **scanned, **it)
        if bounds.anew or one.phase is not Phase.OFFERING:
            yield _deed(actor, receipt.receive, **scanned, **it)
    for item in sorted(one.offered | one.received):
        yield _deed(actor, offer.withdraw, item_id=item, **it)
        yield _deed(actor, receipt.unreceive, item_id=item, **it)
        disowned = {"deed": key(f"disown {one.id} {item}"), "item_id": item}
        if bounds.anew:
            yield _deed(actor, receipt.disown, reason="not ours", **disowned, **it)
    done = {"deed": key(f"done {one.id}"), "now": MOMENT}
    yield _deed(actor, offer.finish_offer, **done, **it)
    if bounds.anew or one.phase is not Phase.OFFERING:
        yield _deed(actor, receipt.finish_count, **done, **it)
    yield _deed(actor, handover.refer_handover, deed=key(f"refer {one.id}"), **it)
    for digest in {one.digest or "", "another digest"}:
        yield _deed(actor, handover.sign, digest=digest, **it)
    yield _deed(actor, handover.cancel, reason="broken off", **it)


def _review_deeds(books: MemoryBooks, actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    for case in books.each(Case):
        it = {"case_id": case.id}
        yield _deed(actor, review.settle_case, reason="looked", **it)
        yield _deed(actor, review.correct_settlement, reason="was wrong", **it)
        for settlement in review.settlements(case):
            made = {"deed": key(f"{settlement} {case.id}"), "settlement": settlement}
            yield _deed(actor, review.propose_settlement, reason="looked", **made, **it)
        for proposal in (case.proposal.id if case.proposal else None, key("another proposal")):
            yield _deed(actor, review.second_settlement, proposal_id=proposal, **it)
    for number in _lying_about(books, bounds) if bounds.remembers else ():
        yield _deed(actor, stray.record_stray, deed=key(f"stray {number}"), scan=scan(number))


def _incident_deeds(books: MemoryBooks, actor: Actor) -> Iterator[Deed]:
    for item in books.each(Item):
        opened = {"deed": key(f"incident {item.id}"), "item_id": item.id}
        if books.look_up(Incident, opened["deed"]) is None:
            yield _deed(actor, incident.open_incident, reason="somebody asks", **opened)
    for one in books.each(Incident):
        it = {"incident_id": one.id}
        yield _deed(actor, incident.remind, **it)
        yield _deed(actor, incident.close_as_found, reason="there it is", **it)
        yield _deed(actor, incident.request_search, department=TREASURY, **it)
    for search in books.each(Search):
        for found in (True, False):
            said = {"search_id": search.id, "found": found, "note": None}
            yield _deed(actor, incident.answer_search, **said)


def _day_close_deeds(books: MemoryBooks, actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    opened = key(f"day close {actor.department}")
    if bounds.closes == actor.department and books.look_up(DayClose, opened) is None:
        yield _deed(actor, day_close.open_day_close, deed=opened, day=TODAY)
    for one in books.each(DayClose):
        it = {"day_close_id": one.id, "day": TODAY}
        for number in _lying_about(books, bounds):
            counted = {"deed": key(f"count {one.id} {number}"), "scan": scan(number)}
            yield _deed(actor, day_close.count_piece, **counted, **it)
        yield _deed(actor, day_close.undo_count, **it)
        yield _deed(actor, day_close.begin_recount, **it)
        yield _deed(actor, day_close.finish_day_count, deed=key(f"done {one.id}"), **it)


# -- what comes of it ----------------------------------------------------------------------------


def after(books: MemoryBooks, deed: Deed, facts: Facts) -> MemoryBooks:
    """Return the books after a deed; the books before it stay as they are."""
    changed = books.copy()
    for place, fact in enumerate(facts):
        evolve(fact, Stamp(1_000 + place, MOMENT, deed.actor.person), changed)
    return changed


def settled(books: MemoryBooks, bounds: Bounds) -> MemoryBooks:
    """Return the books without what no rule will ever read again.

    A void piece and a finished handover are gone, a settled case is over.  Pieces keep the order in
    which they came, not the numbers of their entries.
    """
    kept = MemoryBooks()
    over = {it.id for it in books.each(Handover) if it.phase in FINISHED}
    cases = [it for one in books.each(Case) if (it := _left_of_case(one, over, bounds))]
    asked = any(case.arrival is not None or case.item is not None for case in cases)
    closed = any(it.status is ArrivalStatus.CLOSED for it in books.each(Arrival)) and not asked
    for one in books:
        if isinstance(one, Item):
            left: Aggregate | None = _left_of_item(one, books, cases, closed=closed)
        elif isinstance(one, Arrival) and closed:
            left = replace(one, opened_by=NOBODY, declared_count=0)
        elif isinstance(one, Handover):
            left = None if one.id in over else _left_of_handover(one, bounds)
        else:
            left = None if isinstance(one, Case) else _left_of_other(one, books)
        if left is not None:
            kept.put(left)
    for case in cases:
        kept.put(case)
    return kept


def _left_of_other(one: Aggregate, books: MemoryBooks) -> Aggregate | None:
    """A search that found the piece is over; a scan that was taken back was never made."""
    if isinstance(one, Incident | Search):
        whole = one if isinstance(one, Incident) else books.incident(one.incident)
        if whole.end is IncidentEnd.FOUND:
            return None
        again = {"times_asked": 1} if isinstance(one, Search) else {"opened_by": NOBODY}
        return replace(one, **again)
    if isinstance(one, CountScan):
        counts = sorted(scan.seq for scan in books.each(CountScan))
        return None if one.is_taken_back else replace(one, seq=counts.index(one.seq))
    return replace(one, opened_by=NOBODY) if isinstance(one, DayClose) else one


def _left_of_item(
    item: Item, books: MemoryBooks, cases: list[Case], *, closed: bool
) -> Item | None:
    """Who took a piece in is asked while its arrival is open; who routed it, by no rule."""
    if item.status is ItemStatus.VOID and all(case.item != item.id for case in cases):
        return None  # nothing is left by which it could come back
    if item.status is ItemStatus.DELIVERED:
        ended = replace(item, holder="", route=None, first=None, check=None, keeper=None)
        return replace(ended, taken_in_by=NOBODY, taken_in_seq=0)
    route = item.route and Route(item.route.department, NOBODY, NOBODY)
    if closed:
        return replace(item, route=route, taken_in_by=NOBODY, taken_in_seq=0)
    order = sorted(other.taken_in_seq for other in books.each(Item))
    return replace(item, route=route, taken_in_seq=order.index(item.taken_in_seq))


def _left_of_handover(handover: Handover, bounds: Bounds) -> Handover:
    """Whose scan it was is asked only of what is not in the handover: by the case about it."""
    if bounds.remembers:
        return replace(handover, opened_by=NOBODY)
    receipts = frozenset(replace(it, by=NOBODY) for it in handover.receipts)
    early = tuple(replace(it, by=NOBODY) for it in handover.early)
    return replace(handover, opened_by=NOBODY, receipts=receipts, early=early)


def _left_of_case(case: Case, over: set[UUID], bounds: Bounds) -> Case | None:
    """What a case says of a finished handover is only that it is finished.

    A settled case is read by whoever corrects it, who asks neither who settled it nor why.
    """
    if not case.is_open:
        if case.settlement not in review.EFFECTS and case.day_close is None:
            return None
        return replace(case, proposal=None, settled_by=NOBODY, settled_at=None, reason="")
    if not bounds.remembers:
        is_asked_for = case.what not in ASKED_FOR_BY_NONE and case.handover not in over
        return case if is_asked_for else None
    if case.handover in over:
        return replace(case, id=uuid5(case.id, str(case.author)), handover=GONE)
    return case

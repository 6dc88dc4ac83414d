"""Everything that anybody in the small office could try; what must not be, the rules refuse."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from station.custody import (
    arrival,
    day_close,
    delivery,
    details,
    handover,
    incident,
    offer,
    overdue,
    receipt,
    review,
    sorting,
    stray,
)
from station.custody.facts import CaseOpened, Facts
from station.custody.overdue import Limits
from station.custody.state import (
    Aggregate,
    Arrival,
    ArrivalStatus,
    Books,
    Case,
    DayClose,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
    Search,
)
from station.custody.values import Actor, Ending, PersonalRef, Scan
from tests.protocol.small_office import (
    ACTORS,
    ARRIVAL,
    DEPARTMENTS,
    HANDOVERS,
    ITEMS,
    MOMENT,
    NUMBERS,
    TODAY,
    TREASURY,
    Bounds,
    key,
    scan,
)
from tests.support.memory import MemoryBooks

Condition = Callable[[MemoryBooks], bool]
CLOSED = ArrivalStatus.CLOSED


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody may try; `name` is what the journal would call the act.

    `when` are the conditions under which hands could do it at all, whatever a rule says of it.
    What the clock finds nobody does: it has no actor.
    """

    actor: Actor | None
    rule: Callable[..., Facts]
    details: Mapping[str, object]
    name: str
    when: tuple[Condition, ...] = ()

    @property
    def is_scan(self) -> bool:
        """Whether a piece is scanned."""
        return "scan" in self.details

    @property
    def person(self) -> UUID | None:
        """Whose deed it is."""
        return None if self.actor is None else self.actor.person

    @property
    def subject(self) -> object:
        """The piece that it is about, or its incident; None where it is about no one piece."""
        details = self.details
        scanned = details.get("scan")
        number = scanned.known_as if isinstance(scanned, Scan) else None
        return details.get("item_id") or details.get("incident_id") or number

    @property
    def sign(self) -> object:
        """What tells it from every other deed; conditions only by how many they are."""
        details = tuple(sorted((name, repr(said)) for name, said in self.details.items()))
        return self.name, self.person, details, len(self.when)

    def can_be(self, books: MemoryBooks) -> bool:
        """Whether hands could do it."""
        return all(condition(books) for condition in self.when)

    def decide(self, books: MemoryBooks) -> Facts:
        """Return the facts that the rule allows, or let it refuse."""
        by = () if self.actor is None else (self.actor,)
        return self.rule(books, *by, **self.details)


def _deed(actor: Actor, rule: Callable[..., Facts], *when: Condition, **details: object) -> Deed:
    return Deed(actor, rule, details, rule.__name__, when)


# -- conditions ----------------------------------------------------------------------------------


def _there(kind: type[Aggregate], it: UUID) -> Condition:
    return lambda books: books.look_up(kind, it) is not None  # type: ignore[type-var]


def _not_there(kind: type[Aggregate], it: UUID) -> Condition:
    return lambda books: books.look_up(kind, it) is None  # type: ignore[type-var]


def _in_the_house(number: str) -> Condition:
    """A hand can scan what it finds: anything but a piece that was delivered."""

    def condition(books: MemoryBooks) -> bool:
        item = books.look_up(Item, key(number))
        return not (isinstance(item, Item) and item.status is ItemStatus.DELIVERED)

    return condition


def _has_a_place(number: str) -> Condition:
    """A piece taken in anew has an id of its own; there is none beside one that is void or lost."""

    def condition(books: MemoryBooks) -> bool:
        came, item = books.look_up(Arrival, ARRIVAL), books.look_up(Item, key(number))
        is_taken = isinstance(item, Item) and item.status is not ItemStatus.HELD
        return not (is_taken and isinstance(came, Arrival) and came.status is not CLOSED)

    return condition


def _is_counted(it: UUID) -> Condition:
    """The giver is done; for searches in which nobody receives before."""

    def condition(books: MemoryBooks) -> bool:
        found = books.look_up(Handover, it)
        return isinstance(found, Handover) and found.phase is not Phase.OFFERING

    return condition


# -- deeds ---------------------------------------------------------------------------------------


def deeds(bounds: Bounds) -> Iterator[Deed]:
    """Yield everything that could be tried of what has a fixed place in the office."""
    for actor in ACTORS:
        yield from _arrival_deeds(actor, bounds)
        yield from _sorting_deeds(actor, bounds) if bounds.sorts else ()
        yield from _handover_deeds(actor, bounds)
        yield from _stray_deeds(actor, bounds) if bounds.remembers and actor in FINDERS else ()
        yield from _incident_deeds(actor, bounds) if bounds.misses else ()
        yield from _day_close_deeds(actor, bounds) if bounds.closes == actor.department else ()
        yield from _described(actor, bounds) if bounds.by_hand else ()
    yield from _found_by_the_clock(bounds) if bounds.waits else ()


def deeds_about(one: Aggregate) -> Iterator[Deed]:
    """Yield everything that could be tried about a case or a search."""
    for actor in ACTORS:
        if isinstance(one, Case):
            yield from _case_deeds(actor, one)
        elif isinstance(one, Search):
            for found in (True, False):
                said = {"search_id": one.id, "found": found, "note": None}
                yield _deed(actor, incident.answer_search, **said)


def arriving(bounds: Bounds) -> Iterator[Deed]:
    """Yield the deeds by which all pieces were taken in before, where they were."""
    own = [it for it in deeds(bounds) if it.actor and it.actor.department == bounds.arrived]
    if own:
        mine = [it for it in own if it.actor == own[0].actor]
        yield [it for it in mine if it.name == "open_arrival"][-1]
        yield from (it for it in mine if it.name in {"take_in", "close_arrival"})


def _arrival_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    opens = bounds.takes_in in {"", actor.department}
    for count in range(1, bounds.pieces + 1) if opens else ():
        came = {"carrier": "post", "arrived_at": MOMENT, "now": MOMENT}
        opened = {**came, "list_id": None, "declared_count": count}
        none = _not_there(Arrival, ARRIVAL)
        yield _deed(actor, arrival.open_arrival, none, deed=ARRIVAL, **opened)
    there = _there(Arrival, ARRIVAL)
    it = {"arrival_id": ARRIVAL}
    for number in NUMBERS[: bounds.pieces]:
        taken = {"deed": key(number), "scan": scan(number)}
        can_be = (there, _in_the_house(number), _has_a_place(number))
        yield _deed(actor, arrival.take_in, *can_be, **taken, **it)
        if bounds.by_hand:
            typed = replace(scan(number), photo=PersonalRef(key(f"photo {number}"), ""))
            seen = {**taken, "scan": typed}
            yield _deed(actor, arrival.take_in_unreadable, *can_be, **seen, **it)
    yield _deed(actor, arrival.undo_taking_in, there, **it)
    yield _deed(actor, arrival.close_arrival, there, **it)
    yield _deed(actor, arrival.refer_arrival, there, deed=key("refer"), **it)


def _described(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    nothing = {"service": None, "signature_taken": None, "amount_yen": None}
    for item in ITEMS[: bounds.pieces]:
        for is_confidential in (True, False):
            said = {"is_confidential": is_confidential, "item_id": item, **nothing}
            yield _deed(actor, details.describe_item, **said)


def _sorting_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    for item in ITEMS[: bounds.pieces]:
        check = key(f"check {item}")
        for word in bounds.words:
            said = {"item_id": item, "department": word}
            yield _deed(actor, sorting.enter_first, **said)
            yield _deed(actor, sorting.enter_check, deed=check, **said)
            if word is not None:
                yield _deed(actor, sorting.decide_route, reason="looked", **said)
        questioned = {"deed": key(f"question {item}"), "item_id": item}
        if bounds.anew:
            yield _deed(actor, sorting.question_route, reason="looks wrong", **questioned)
        if bounds.opens:
            yield _deed(actor, sorting.propose_opening, item_id=item, reason="names nobody")
            yield _deed(actor, sorting.witness_opening, item_id=item)
        yield _deed(actor, delivery.deliver, item_id=item, ending=Ending.OPENED)


def _handover_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    slots = HANDOVERS[: bounds.handovers]
    for place, slot in enumerate(slots):
        free = (_not_there(Handover, slot), *(_there(Handover, it) for it in slots[:place]))
        opening = partial(_deed, actor, handover.open_handover, *free, deed=slot, now=MOMENT)
        for receiver in DEPARTMENTS:
            yield opening(receiver=receiver)
            for person in ACTORS if bounds.in_person else ():
                yield opening(receiver=receiver, person=person.person)
                yield opening(receiver=receiver, person=person.person, in_person=True)
            if bounds.in_person:
                yield opening(receiver=receiver, in_person=True)
        for deed in _deeds_of_handover(actor, slot, bounds):
            yield replace(deed, when=(_there(Handover, slot), *deed.when))


def _deeds_of_handover(actor: Actor, slot: UUID, bounds: Bounds) -> Iterator[Deed]:
    it = {"handover_id": slot}
    counted = () if bounds.anew else (_is_counted(slot),)
    for number in NUMBERS[: bounds.pieces]:
        scanned = {"deed": key(number), "scan": scan(number)}
        here = _in_the_house(number)
        yield _deed(actor, offer.offer, here, **scanned, **it)
        yield _deed(actor, receipt.receive, here, *counted, **scanned, **it)
    for item in ITEMS[: bounds.pieces]:
        yield _deed(actor, offer.withdraw, item_id=item, **it)
        yield _deed(actor, receipt.unreceive, item_id=item, **it)
        disowned = {"deed": key(f"disown {slot} {item}"), "item_id": item}
        if bounds.anew:
            yield _deed(actor, receipt.disown, reason="not ours", **disowned, **it)
    done = {"deed": key(f"done {slot}"), "now": MOMENT}
    yield _deed(actor, offer.finish_offer, **done, **it)
    yield _deed(actor, receipt.finish_count, *counted, **done, **it)
    yield _deed(actor, handover.refer_handover, deed=key(f"refer {slot}"), **it)
    yield Deed(actor, _sign_what_stands, it, "sign")
    yield _deed(actor, handover.sign, digest="another digest", **it)
    yield _deed(actor, handover.cancel, reason="broken off", **it)


def _sign_what_stands(books: Books, actor: Actor, *, handover_id: UUID) -> Facts:
    digest = books.handover(handover_id).digest or ""
    return handover.sign(books, actor, handover_id=handover_id, digest=digest)


def _case_deeds(actor: Actor, case: Case) -> Iterator[Deed]:
    it = {"case_id": case.id}
    yield _deed(actor, review.settle_case, reason="looked", **it)
    yield _deed(actor, review.correct_settlement, reason="was wrong", **it)
    for settlement in review.SETTLEMENTS[case.what]:
        made = {"deed": key(f"{settlement} {case.id}"), "settlement": settlement}
        yield _deed(actor, review.propose_settlement, reason="looked", **made, **it)
    yield Deed(actor, _second_what_stands, it, "second_settlement")
    yield _deed(actor, review.second_settlement, proposal_id=key("another proposal"), **it)


def _second_what_stands(books: Books, actor: Actor, *, case_id: UUID) -> Facts:
    proposal = books.case(case_id).proposal
    proposal_id = key("no proposal") if proposal is None else proposal.id
    return review.second_settlement(books, actor, case_id=case_id, proposal_id=proposal_id)


FINDERS = (ACTORS[0], ACTORS[-1])
"""One of each department: each finder has a case of their own, and each more only one more."""


def _stray_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    for number in NUMBERS[: bounds.pieces]:
        found = {"deed": key(f"stray {number} {actor.person}"), "scan": scan(number)}
        yield _deed(actor, stray.record_stray, _in_the_house(number), **found)


def _incident_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    for item in ITEMS[: bounds.pieces]:
        slot = key(f"incident {item}")
        opened = {"deed": slot, "item_id": item, "reason": "somebody asks"}
        yield _deed(actor, incident.open_incident, _not_there(Incident, slot), **opened)
        it = {"incident_id": slot}
        yield _deed(actor, incident.remind, **it)
        yield _deed(actor, incident.close_as_found, reason="there it is", **it)
        yield _deed(actor, incident.request_search, department=TREASURY, **it)


def _day_close_deeds(actor: Actor, bounds: Bounds) -> Iterator[Deed]:
    slot = key(f"day close {actor.department}")
    none, there = _not_there(DayClose, slot), _there(DayClose, slot)
    yield _deed(actor, day_close.open_day_close, none, deed=slot, day=TODAY)
    it = {"day_close_id": slot, "day": TODAY}
    for number in NUMBERS[: bounds.pieces]:
        counted = {"deed": key(number), "scan": scan(number)}
        yield _deed(actor, day_close.count_piece, there, _in_the_house(number), **counted, **it)
    yield _deed(actor, day_close.undo_count, there, **it)
    yield _deed(actor, day_close.begin_recount, there, **it)
    yield _deed(actor, day_close.finish_day_count, there, deed=key(f"done {slot}"), **it)


def _found_by_the_clock(bounds: Bounds) -> Iterator[Deed]:
    """What the clock finds, of each piece by itself: it may find any of them overdue, or none."""
    for item in ITEMS[: bounds.pieces]:
        yield Deed(None, _overdue, {"item_id": item}, "overdue")
    left = {"deed": key("left lying"), "now": MOMENT, "after": timedelta()}
    yield Deed(None, handover.stale_handovers, left, "stale_handovers")
    ended = {"day": TODAY, "end": MOMENT + timedelta(days=1)}
    yield Deed(None, day_close.unclosed, ended, "unclosed")


def _overdue(books: Books, *, item_id: UUID) -> Facts:
    found = overdue.overdue(
        books,
        today=TODAY,
        day_of=datetime.date,
        is_closed=lambda _: False,
        limits=Limits(0, 0, 0, 0),
    )
    return tuple(it for it in found if isinstance(it, CaseOpened) and it.item == item_id)

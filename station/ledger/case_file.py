"""A case with all that a page shows of it: the evidence, what became of it, and who stands apart.

What it was about is told from the journal, as it stood when the case was opened: sets are counted
anew and words are given anew while it waits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody import facts as f
from station.custody.arrival import missing_numbers
from station.custody.notices import department_of
from station.custody.review import EFFECTS, SETTLEMENTS, involved, settlements
from station.custody.state import Arrival, Books, Case, DayClose, Handover, Incident, Item
from station.custody.values import CaseKind, Settlement
from station.ledger.journal import Recorded
from station.ledger.review_views import Delivered, Sighting, delivered_of, last_seen_at, newest_of
from station.ledger.views import ExpectedLine, ItemLine, Views

OF_TWO_WORDS = frozenset({CaseKind.DISAGREEMENT, CaseKind.UNDECIDED})
"""What a supervisor's word on the route settles."""

OF_A_NUMBER = frozenset(
    {
        CaseKind.SAME_NUMBER,
        CaseKind.STILL_HELD,
        CaseKind.FOUND,
        CaseKind.FOUND_AGAIN,
        CaseKind.DAY_CLOSE_EXTRA,
    }
)
"""Where what else bears the number is part of the question."""

WORDS = (f.FirstEntryMade, f.RouteProposed, f.CheckEntryMade)


@dataclass(frozen=True, slots=True)
class Said:
    """One person's word on a route, and when they gave it; None for no department."""

    person: UUID | None
    department: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """That somebody said of a piece that its route is wrong."""

    person: UUID | None
    theirs: str | None
    route: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Referral:
    """The sets of a handover as they differed when a side asked the supervisor about them."""

    person: UUID | None
    theirs: str | None
    at: datetime
    missing: tuple[ItemLine, ...]
    extra: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with its evidence, what may be done about it, and who may not.

    `place` is where the thing is now, `scanned_in` where it was scanned; `whose` is the department
    that should have it.  `others` bear the same number; `delivered` is how what a count found too
    much had left.  `alone` a supervisor may settle by a reason, `by_two` takes a second person;
    whoever is `involved` may do neither.  `history` is all that was recorded about the case, oldest
    first.  `is_withheld` says that why it was settled would tell a word that waits for its check.
    """

    case: Case
    place: str
    scanned_in: str | None
    line: ItemLine | None
    others: tuple[ItemLine, ...]
    last_seen: Sighting | None
    delivered: Delivered | None
    whose: str | None
    words: tuple[Said, ...]
    opened_together: Recorded | None
    objection: Objection | None
    due: ExpectedLine | None
    arrival: Arrival | None
    missing_expected: tuple[str, ...]
    handover: Handover | None
    referrals: tuple[Referral, ...]
    day_close: DayClose | None
    incident: Incident | None
    alone: bool
    by_two: tuple[Settlement, ...]
    may_be_corrected: bool
    involved: frozenset[UUID]
    is_withheld: bool
    history: tuple[Recorded, ...]
    names: dict[UUID, str]


def case_file(views: Views, key: UUID) -> CaseFile:
    """Return a case with all that a page shows of it."""
    books = views.books
    case = books.case(key)
    item = books.item(case.item) if case.item else None
    of_item = views.history(item.id) if item else []
    history = tuple(views.history(key))
    handover = books.handover(case.handover) if case.handover else None
    arrival = books.arrival(case.arrival) if case.arrival else None
    last_seen = last_seen_at(views, item.id, before=case.opened_at) if item else None
    possible = settlements(case)
    of_handover = views.history(handover.id) if case.scan and handover else []
    scanned_in = _scanned_in(case, handover, (*history, *of_item, *of_handover))
    file = CaseFile(
        case,
        department_of(case, books) or scanned_in or "",
        scanned_in,
        views.items([item.id])[0] if item else None,
        _others(views, case, item),
        last_seen,
        _delivered(views, case),
        (item.route.department if item.route else item.holder) if item else None,
        _words(case, item, of_item),
        _opened_together(case, of_item),
        _objection(case, of_item),
        views.expected([case.expected]).get(case.expected) if case.expected else None,
        arrival,
        missing_numbers(books, arrival) if arrival else (),
        handover,
        tuple(_referrals(views, case)),
        books.day_close(case.day_close) if case.day_close else None,
        _incident(books, case),
        Settlement.EXPLAINED in possible,
        tuple(settlement for settlement in possible if settlement in EFFECTS),
        case.settlement in SETTLEMENTS[case.what],
        apart(books, case),
        is_withheld(books, case),
        history,
        {},
    )
    file.names.update(views.names(_people_in(file)))
    return file


def _delivered(views: Views, case: Case) -> Delivered | None:
    """Return how a piece has left the house that a day's count found too much."""
    is_extra = case.what is CaseKind.DAY_CLOSE_EXTRA
    if not is_extra or case.scan is None:
        return None
    return delivered_of(views, newest_of(views, case.scan))


def apart(books: Books, case: Case) -> frozenset[UUID]:
    """Return whose scan or word is in question, so that they may not decide about it.

    A word on the route is for whoever gave neither of the two.  Nobody decides here what settles
    itself.
    """
    if case.what in OF_TWO_WORDS and case.item is not None:
        item = books.item(case.item)
        return frozenset(word.person for word in (item.first, item.check) if word and case.is_open)
    return involved(books, case) if SETTLEMENTS[case.what] else frozenset()


def is_withheld(books: Books, case: Case) -> bool:
    """Whether the reason of a settled case would tell a word that waits for its check entry."""
    is_decided = case.settlement is Settlement.ROUTE_DECIDED
    return is_decided and case.item is not None and books.item(case.item).awaits_check


def _people_in(file: CaseFile) -> Iterator[UUID | None]:
    case, handover = file.case, file.handover
    yield from (case.author, case.settled_by, case.proposal.by if case.proposal else None)
    yield from (line.stamp.person for line in file.history)
    yield from (word.person for word in file.words)
    yield from (referral.person for referral in file.referrals)
    yield from file.involved
    yield file.last_seen.person if file.last_seen else None
    yield file.objection.person if file.objection else None
    yield file.line.item.keeper if file.line else None
    yield from (line.item.taken_in_by for line in (*file.others, *filter(None, [file.line])))
    if handover is not None:
        yield from (handover.opened_by, handover.giver_person, handover.receiver_person)
    if file.opened_together and isinstance(file.opened_together.fact, f.ItemOpenedToSort):
        yield from (file.opened_together.fact.first_by, file.opened_together.fact.second_by)


def _scanned_in(
    case: Case, handover: Handover | None, recorded: tuple[Recorded, ...]
) -> str | None:
    """Return for which department somebody scanned what a case is about.

    A scan that came astray says it itself, on either side of a handover.  A receiver's scan may be
    judged by the giver's deed: whose it is, the handover says.
    """
    if case.scan is None:
        return None
    for line in recorded:
        if line.stamp.at != case.opened_at:
            continue
        if isinstance(line.fact, f.ItemFoundAgain | f.StrayScanned):
            return line.fact.department
    if handover is not None:
        return handover.receiver
    opened = (line for line in recorded if isinstance(line.fact, f.CaseOpened))
    return next((line.department for line in opened if line.stamp.at == case.opened_at), None)


def _others(views: Views, case: Case, item: Item | None) -> tuple[ItemLine, ...]:
    """Return what else bears the number that a case is about."""
    number = item.covered or item.number if item else case.scan.number if case.scan else None
    if case.what not in OF_A_NUMBER or number is None:
        return ()
    same = views.books.bearing_items(number)
    return views.items(other.id for other in same if other.id != case.item)


def _words(case: Case, item: Item | None, of_item: list[Recorded]) -> tuple[Said, ...]:
    """Return the two words that a piece had when the case was opened.

    None as long as a first word waits for its check, which nobody may learn before.
    """
    if item is None or item.awaits_check:
        return ()
    said: list[Said] = []
    for line in of_item:
        if line.stamp.at > case.opened_at or not isinstance(line.fact, WORDS):
            continue
        if not isinstance(line.fact, f.CheckEntryMade):
            said = []
        said.append(Said(line.stamp.person, line.fact.department, line.stamp.at))
    return tuple(said)


def _opened_together(case: Case, of_item: list[Recorded]) -> Recorded | None:
    if case.what not in OF_TWO_WORDS:
        return None
    opened = (line for line in of_item if isinstance(line.fact, f.ItemOpenedToSort))
    return next(opened, None)


def _objection(case: Case, of_item: list[Recorded]) -> Objection | None:
    if case.what is not CaseKind.NOT_OURS:
        return None
    for line in of_item:
        fact, stamp = line.fact, line.stamp
        if isinstance(fact, f.RouteQuestioned) and stamp.at == case.opened_at:
            return Objection(stamp.person, line.department, fact.department, fact.reason, stamp.at)
    return None


def _referrals(views: Views, case: Case) -> Iterator[Referral]:
    """Yield how the sets differed, each time a side asked while the case was open."""
    if case.what is not CaseKind.SET_MISMATCH or case.handover is None:
        return
    for line in views.history(case.handover):
        fact, stamp = line.fact, line.stamp
        is_before = case.settled_at is None or stamp.at <= case.settled_at
        if isinstance(fact, f.HandoverReferred) and case.opened_at <= stamp.at and is_before:
            missing, extra = views.items(fact.missing), views.items(fact.extra)
            yield Referral(stamp.person, line.department, stamp.at, missing, extra)


def _incident(books: Books, case: Case) -> Incident | None:
    """Return the incident that a case is about."""
    known = books.incidents_of(case.item) if case.item else ()
    return next((it for it in known if it.case == case.id), None)

"""What somebody should be told of: from the facts of a deed, and from the state of a day.  Pure.

A notice names departments, counts and ids, never a sender or an addressee.  It tells the receiver
of a handover that one waits and not how many pieces it has: the count is blind.  Its id follows
from what it is about, so nobody is told the same twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from station.custody.checks import ADMINISTRATORS, HANDLERS, SUPERVISORS, derived_id
from station.custody.facts import (
    CaseOpened,
    CountFinished,
    Fact,
    Facts,
    SearchRequested,
    SetOffered,
    SettlementProposed,
)
from station.custody.incident import search_id
from station.custody.review import SECONDERS, not_seconding
from station.custody.state import Books, Case, Person
from station.custody.values import CaseKind, Role

Told = Mapping[str, str | int]


class NoticeKind(StrEnum):
    """Why somebody is told."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    MISMATCH = "mismatch"
    SEARCH = "search"
    PROPOSAL = "proposal"
    CALENDAR = "calendar"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class To:
    """Whom a notice is for: who has one of the roles, in a department or in any; or one person."""

    roles: frozenset[Role] = frozenset()
    department: str | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell; `subject` is the handover or case that it is about."""

    id: UUID
    kind: NoticeKind
    to: To
    subject: UUID | None = None
    told: Told = field(default_factory=dict)


AT_SUPERVISORS = To(SUPERVISORS)
AT_SECONDERS = To(SECONDERS)
AT_ADMINISTRATORS = To(ADMINISTRATORS)

CASES: Mapping[CaseKind, NoticeKind] = MappingProxyType(
    {
        CaseKind.COUNT_DIFFERENCE: NoticeKind.MISMATCH,
        CaseKind.DISAGREEMENT: NoticeKind.MISMATCH,
        CaseKind.NOT_OURS: NoticeKind.MISMATCH,
        CaseKind.DAY_CLOSE_MISSING: NoticeKind.MISMATCH,
        CaseKind.DAY_CLOSE_EXTRA: NoticeKind.MISMATCH,
        CaseKind.DAY_NOT_CLOSED: NoticeKind.OVERDUE,
        CaseKind.OVERDUE: NoticeKind.OVERDUE,
        CaseKind.ABANDONED: NoticeKind.OVERDUE,
        CaseKind.MISSING_EXPECTED: NoticeKind.OVERDUE,
    }
)
"""Cases of which people are told at once; the others wait for the day's digest.

Of sets that differ supervisors are told when the count finds it, before anybody refers it to them.
"""


def notices_of(facts: Facts, books: Books) -> tuple[Notice, ...]:
    """Return what these facts, which have just happened, are a reason to tell, and whom."""
    told = [notice for fact in facts for notice in _of(fact, books)]
    opened = [fact for fact in facts if isinstance(fact, CaseOpened) and fact.what in CASES]
    return (*told, *_of_cases(opened, books))


def _of(fact: Fact, books: Books) -> Iterator[Notice]:
    if isinstance(fact, SetOffered):
        handover = books.handover(fact.handover)
        if not handover.receiver_done:
            named = handover.receiver_person
            to = To(person=named) if named else To(HANDLERS, handover.receiver)
            yield _about(fact.handover, NoticeKind.WAITING, to, giver=handover.giver)
    elif isinstance(fact, SearchRequested):
        search = books.search(search_id(fact.incident, fact.department, fact.person))
        to = To(person=fact.person) if fact.person else To(HANDLERS | SUPERVISORS, fact.department)
        # Asked once more, they are told once more.
        key = derived_id(search.id, f"notice {search.times_asked}")
        yield Notice(key, NoticeKind.SEARCH, to, fact.incident)
    elif isinstance(fact, SettlementProposed):
        case = books.case(fact.case)
        # Another proposal for the same case is another thing to look at.
        key = derived_id(fact.proposal, "notice proposal")
        told = {
            "what": case.what.value,
            "settlement": fact.settlement.value,
            "proposal": str(fact.proposal),
            "department": department_of(case, books),
        }
        yield Notice(key, NoticeKind.PROPOSAL, AT_SECONDERS, fact.case, told)
    elif isinstance(fact, CountFinished) and fact.digest is None:
        handover = books.handover(fact.handover)
        sides = {"giver": handover.giver, "receiver": handover.receiver}
        yield _about(fact.handover, NoticeKind.MISMATCH, AT_SUPERVISORS, **sides)


def _of_cases(opened: Iterable[CaseOpened], books: Books) -> Iterator[Notice]:
    """One notice for all cases of a kind that one deed opens in a department."""
    alike: dict[tuple[CaseKind, str], list[UUID]] = {}
    for case in opened:
        alike.setdefault((case.what, department_of(case, books)), []).append(case.case)
    for (what, place), cases in alike.items():
        kind, told = CASES[what], {"what": what.value, "count": len(cases)}
        where = {"department": place} if place else {}
        yield _about(cases[0], kind, AT_SUPERVISORS, **told, **where)
        if kind is NoticeKind.OVERDUE and place:
            yield _about(cases[0], kind, To(HANDLERS, place), **told, **where)


def department_of(case: CaseOpened | Case, books: Books) -> str:
    """Return where the thing is that a case is about; nothing for what is not in the house."""
    if case.department is not None:
        return case.department
    if case.item is not None:
        return books.item(case.item).holder
    if case.handover is not None:
        return books.handover(case.handover).giver
    if case.arrival is not None:
        return books.arrival(case.arrival).department
    return ""


def _about(subject: UUID, kind: NoticeKind, to: To, **told: str | int) -> Notice:
    return Notice(derived_id(subject, f"notice {kind} {to.department}"), kind, to, subject, told)


def apart(notice: Notice, books: Books) -> frozenset[UUID]:
    """Return who is not told although they have the role: who may not do what it asks for.

    Of a proposal that is whoever may not second it by now.
    """
    if notice.kind is not NoticeKind.PROPOSAL or notice.subject is None:
        return frozenset()
    return not_seconding(books, books.case(notice.subject))


def is_for(
    notice: Notice,
    person: Person,
    department: str,
    roles: frozenset[Role],
    besides: frozenset[UUID] = frozenset(),
) -> bool:
    """Whether a notice is for a person who acts for a department in these roles.

    `besides` are those who stand apart from it (`apart`).
    """
    to = notice.to
    if person.id in besides:
        return False
    if to.person is not None:
        return to.person == person.id
    return to.department in {None, department} and not roles.isdisjoint(to.roles)

"""Incident: a piece is missed; whoever may have it is asked, until it is found or declared lost.

An incident never ends by silence.  Who has not answered is asked again; two people declare a piece
lost (`review`), and what was found is closed by a supervisor who did not find it themselves.
"""

from uuid import UUID

from station.custody.checks import (
    HANDLERS,
    SUPERVISORS,
    derived_id,
    require_member,
    require_reason,
    require_role,
    require_uninvolved,
)
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    Facts,
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    SearchAnswered,
    SearchRequested,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Case, Handover, Incident, Item, ItemStatus, Search
from station.custody.values import Actor, CaseKind, IncidentEnd, PersonalRef, Role, Settlement

OVERSEERS = SUPERVISORS | {Role.AUDITOR}
"""Who sees all of an incident.  Whoever is asked sees what they are asked: an answer is worth more
from somebody who does not know the others'."""

LOOKERS = OVERSEERS | HANDLERS

Party = tuple[str, UUID | None]
"""Who can be asked: a department, or one person of it."""


def open_incident(books: Books, actor: Actor, *, deed: UUID, item_id: UUID, reason: str) -> Facts:
    """Say, as a supervisor, that a piece is missed, and ask everybody who may have it.

    The incident's id is the deed's UUID.  A piece that a handover has in hand may be missed too.
    """
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    item = books.item(item_id)
    if item.status is not ItemStatus.HELD:
        raise Refused(Reason.NOT_HELD, got=item.status)
    if any(known.is_open for known in books.incidents_of(item.id)):
        raise Refused(Reason.INCIDENT_OPEN)
    case = derived_id(deed, "case")
    return (
        IncidentOpened(deed, item.id, case, reason.strip()),
        CaseOpened(case, CaseKind.INCIDENT, item=item.id),
        *(SearchRequested(deed, item.id, *party) for party in who_may_have(books, item)),
    )


def who_may_have(books: Books, item: Item) -> tuple[Party, ...]:
    """Return everybody who held a piece, or gave or received something that lay beside it.

    Whoever has yet to count it is not asked, for the question would tell them what is offered.
    Departments first, then the persons to whom something was handed by name.
    """
    own = _handovers(books, frozenset({item.id}))
    beside = frozenset({item.id}).union(*(handover.offered for handover in own))
    beside |= {other.id for other in books.arrived_with(item.arrival)}
    passed = _handovers(books, beside)
    departments = {books.arrival(item.arrival).department, item.holder}
    departments |= {side for handover in passed for side in (handover.giver, handover.receiver)}
    named = {
        (department, person)
        for handover in passed
        for department, person in (
            (handover.giver, handover.giver_person),
            (handover.receiver, handover.receiver_person),
        )
        if person is not None
    }
    persons: list[Party] = sorted(named)
    return (*((department, None) for department in sorted(departments)), *persons)


def _handovers(books: Books, pieces: frozenset[UUID]) -> tuple[Handover, ...]:
    lay = books.handovers_with(pieces)
    return tuple(handover for handover in lay if handover.is_counted)


def request_search(books: Books, actor: Actor, *, incident_id: UUID, department: str) -> Facts:
    """Ask one more department, as a supervisor; one that was asked before is reminded."""
    require_role(actor, SUPERVISORS)
    incident = _open(books, incident_id)
    books.department(department)
    return (SearchRequested(incident.id, incident.item, department),)


def remind(books: Books, actor: Actor, *, incident_id: UUID) -> Facts:
    """Ask everybody who has not answered once more, as a supervisor."""
    require_role(actor, SUPERVISORS)
    incident = _open(books, incident_id)
    again = tuple(
        SearchRequested(incident.id, incident.item, search.department, search.person)
        for search in books.searches_of(incident.id)
        if search.found is None
    )
    if not again:
        raise Refused(Reason.ALL_ANSWERED)
    return again


def answer_search(
    books: Books, actor: Actor, *, search_id: UUID, found: bool, note: PersonalRef | None
) -> Facts:
    """Say whether the piece is there, for one's own department or as the person who was asked."""
    search = books.search(search_id)
    incident = _open(books, search.incident)
    require_member(actor, search.department)
    if search.person is None:
        require_role(actor, HANDLERS | SUPERVISORS)
    elif search.person != actor.person:
        raise Refused(Reason.NOT_NAMED)
    answered = SearchAnswered(
        incident.id, incident.item, search.department, search.person, found, note
    )
    return (answered,)


def may_see_all(actor: Actor) -> bool:
    """Whether somebody sees all of an incident: its chronology, and everybody's answer."""
    return not actor.roles.isdisjoint(OVERSEERS)


def is_asked(actor: Actor, search: Search) -> bool:
    """Whether a search is this actor's to answer, as `answer_search` has it."""
    if actor.department != search.department:
        return False
    if search.person is None:
        return not actor.roles.isdisjoint(HANDLERS | SUPERVISORS)
    return search.person == actor.person


def require_may_look(actor: Actor, searches: tuple[Search, ...]) -> None:
    """Refuse an incident to whoever neither oversees it nor is asked in it."""
    if not may_see_all(actor) and not any(is_asked(actor, search) for search in searches):
        require_role(actor, OVERSEERS)


def close_as_found(books: Books, actor: Actor, *, incident_id: UUID, reason: str) -> Facts:
    """Close an incident whose piece somebody else says to have found, as a supervisor."""
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    incident = _open(books, incident_id)
    finders = [s.answered_by for s in books.searches_of(incident.id) if s.found]
    if not finders:
        raise Refused(Reason.NOBODY_FOUND)
    require_uninvolved(actor, *(finder for finder in finders if finder is not None))
    settled = CaseSettled(incident.case, reason.strip(), Settlement.FOUND)
    return (IncidentClosed(incident.id, incident.item, IncidentEnd.FOUND), settled)


def closed_with(books: Books, item: UUID, end: IncidentEnd) -> Facts:
    """Return what declaring a piece lost or void does to its incident."""
    return tuple(
        IncidentClosed(incident.id, item, end)
        for incident in books.incidents_of(item)
        if incident.is_open
    )


def reopened(books: Books, item: UUID, cases: tuple[Case, ...]) -> Facts:
    """Return what opening cases of a piece again does to its incidents: each is open with its case.

    Refused while the piece is searched for by another one.
    """
    ids = {case.id for case in cases if case.what is CaseKind.INCIDENT}
    incidents = books.incidents_of(item) if ids else ()
    if any(incident.is_open for incident in incidents):
        raise Refused(Reason.INCIDENT_OPEN)
    return tuple(IncidentReopened(it.id, item) for it in incidents if it.case in ids)


def search_id(incident: UUID, department: str, person: UUID | None) -> UUID:
    """Return the id of what one party was asked: the same however often it is asked."""
    return derived_id(incident, f"search {department} {person}")


def searches_for(books: Books, item: UUID) -> tuple[Search, ...]:
    """Return what everybody was asked, and has answered, in the open search for a piece."""
    return tuple(
        search
        for missed in books.incidents_of(item)
        if missed.is_open
        for search in books.searches_of(missed.id)
    )


def _open(books: Books, incident_id: UUID) -> Incident:
    incident = books.incident(incident_id)
    if not incident.is_open:
        raise Refused(Reason.INCIDENT_CLOSED)
    return incident

"""People: enrolled, posted, standing in for others, gone.  An administrator's deeds.

Each names the version of the person that the administrator saw, so that of two who change the
same person at once the second is told.  Nothing here takes a word or a signature back: a person
ends, and stays in the books.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from station.custody import postings as p
from station.custody.checks import ADMINISTRATORS, require_lasting, require_role, require_roles
from station.custody.facts import (
    BadgeIssued,
    BadgeRevoked,
    DeputyAppointed,
    DeputyEnded,
    Facts,
    PersonEnrolled,
    PersonLeft,
    PersonRenamed,
    PersonTransferred,
    PinReset,
    RolesChanged,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Person
from station.custody.values import Actor, PersonalRef, Posting, Role


def enroll_people(books: Books, actor: Actor, people: tuple[PersonEnrolled, ...]) -> Facts:
    """Enroll people with their badges, all or none."""
    require_role(actor, ADMINISTRATORS)
    for enrolled in people:
        require_lasting(books, enrolled.department)
        require_roles(enrolled.roles)
    badges = tuple(BadgeIssued(enrolled.person) for enrolled in people)
    return (*people, *badges)


def change_people(books: Books, actor: Actor, *, now: datetime, changes: Facts) -> Facts:
    """Do what a table says of many people, all or nothing; each change is a fact that could be.

    Judged together: two administrators who leave in one table do not count for one another.
    """
    require_role(actor, ADMINISTRATORS)
    after: dict[UUID, p.Postings] = {}
    latest = now
    for fact in changes:
        if isinstance(fact, PersonEnrolled | PersonTransferred):
            require_lasting(books, fact.department)
        if isinstance(fact, PersonTransferred | RolesChanged | PersonLeft):
            latest = max(latest, fact.since)
            known = after.get(fact.person) or books.person(fact.person).postings
            after[fact.person] = p.changed(known, fact)
    if after:
        _require_administrators(books, after, latest)
    return changes


def rename_person(
    books: Books, actor: Actor, *, person: UUID, seen: int, name: PersonalRef
) -> Facts:
    """Give a person another name: they have one now, or it was misspelt."""
    _seen(books, actor, person, seen)
    return (PersonRenamed(person, name),)


def transfer_person(
    books: Books,
    actor: Actor,
    *,
    now: datetime,
    person: UUID,
    seen: int,
    department: str,
    roles: Iterable[Role],
    since: datetime,
) -> Facts:
    """Post a person to a department with roles, from now or a later time on.

    What was announced for that time or later before is replaced; deputyships stay.
    """
    kept = _changeable(books, actor, person, seen, now, since)
    require_lasting(books, department)
    named = require_roles(roles)
    to = Posting(department, frozenset(named), since)
    _require_administrator(books, kept, p.transferred(kept.postings, to), since)
    return (PersonTransferred(person, department, named, since),)


def change_roles(
    books: Books,
    actor: Actor,
    *,
    now: datetime,
    person: UUID,
    seen: int,
    roles: Iterable[Role],
    since: datetime,
) -> Facts:
    """Give a person other roles in the department that they belong to at that time."""
    kept = _changeable(books, actor, person, seen, now, since)
    if p.own_posting(kept, since) is None:
        raise Refused(Reason.NO_POSTING)
    named = require_roles(roles)
    changed = p.with_roles(kept.postings, frozenset(named), since)
    _require_administrator(books, kept, changed, since)
    return (RolesChanged(person, named, since),)


def appoint_deputy(
    books: Books,
    actor: Actor,
    *,
    now: datetime,
    person: UUID,
    seen: int,
    department: str,
    roles: Iterable[Role],
    since: datetime,
    until: datetime,
) -> Facts:
    """Let a person act for a department, or in further roles there, for a time."""
    _changeable(books, actor, person, seen, now, since)
    if until <= since:
        raise Refused(Reason.DATES_CROSSED)
    require_lasting(books, department)
    return (DeputyAppointed(person, department, require_roles(roles), since, until),)


def end_deputy(
    books: Books,
    actor: Actor,
    *,
    now: datetime,
    person: UUID,
    seen: int,
    department: str,
    until: datetime,
) -> Facts:
    """End a person's deputyships for a department earlier than they were appointed for."""
    kept = _changeable(books, actor, person, seen, now, until)
    if p.without_deputy(kept.postings, department, until) == kept.postings:
        raise Refused(Reason.NO_POSTING)
    return (DeputyEnded(person, department, until),)


def person_leaves(
    books: Books, actor: Actor, *, now: datetime, person: UUID, seen: int, since: datetime
) -> Facts:
    """Let a person act for nobody any more; one who leaves at once has no badge any more."""
    kept = _changeable(books, actor, person, seen, now, since)
    _require_administrator(books, kept, p.ended(kept.postings, since), since)
    left = PersonLeft(person, since)
    at_once = kept.has_badge and since == now
    return (left, BadgeRevoked(person)) if at_once else (left,)


def revoke_badge(books: Books, actor: Actor, *, person: UUID) -> Facts:
    """Let a badge be valid no more: it was lost, or is given back."""
    require_role(actor, ADMINISTRATORS)
    if not books.person(person).has_badge:
        raise Refused(Reason.NO_BADGE)
    return (BadgeRevoked(person),)


def issue_badge(books: Books, actor: Actor, *, person: UUID) -> Facts:
    """Give a person a badge, in the place of the one that they have, if they have one."""
    require_role(actor, ADMINISTRATORS)
    revoked = (BadgeRevoked(person),) if books.person(person).has_badge else ()
    return (*revoked, BadgeIssued(person))


def issue_badge_at_console(books: Books, *, person: UUID, now: datetime) -> Facts:
    """Give an administrator a badge where nobody is signed in: all others get theirs from them.

    Whoever is at the server's console could do anything to the database; this way it is recorded.
    """
    known = books.person(person)
    if not ADMINISTRATORS & p.roles_in(known, now):
        raise Refused(Reason.ROLE_MISSING, expected=tuple(sorted(ADMINISTRATORS)))
    revoked = (BadgeRevoked(person),) if known.has_badge else ()
    return (*revoked, BadgeIssued(person))


def reset_pin(books: Books, actor: Actor, *, person: UUID) -> Facts:
    """Give a person a PIN for one sign-in."""
    require_role(actor, ADMINISTRATORS)
    if not books.person(person).has_badge:
        raise Refused(Reason.NO_BADGE)
    return (PinReset(person),)


def _changeable(
    books: Books, actor: Actor, key: UUID, seen: int, now: datetime, since: datetime
) -> Person:
    """Return the person if an administrator may change them from then on, else refuse."""
    person = _seen(books, actor, key, seen)
    if since < now:
        raise Refused(Reason.DATE_PASSED)
    return person


def _seen(books: Books, actor: Actor, key: UUID, seen: int) -> Person:
    require_role(actor, ADMINISTRATORS)
    person = books.person(key)
    if person.version != seen:
        raise Refused(Reason.PERSON_CHANGED)
    return person


def _require_administrator(
    books: Books, changed: Person, postings: p.Postings, since: datetime
) -> None:
    _require_administrators(books, {changed.id: postings}, since)


def _require_administrators(
    books: Books, after: Mapping[UUID, p.Postings], since: datetime
) -> None:
    """Refuse changes after which nobody could make another one."""
    everybody = books.everybody()
    people = (replace(one, postings=after.get(one.id, one.postings)) for one in everybody)
    if not any(_administers(person, since) for person in people):
        raise Refused(Reason.LAST_ADMINISTRATOR)


def _administers(person: Person, since: datetime) -> bool:
    own = p.own_posting(person, since)
    return own is not None and own.until is None and Role.ADMINISTRATOR in own.roles

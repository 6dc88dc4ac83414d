"""Founding an office, opening departments, enrolling people and giving them badges."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from station.custody import office as rules
from station.custody import people as people_rules
from station.custody.facts import (
    DepartmentOpened,
    DepartmentOpeningAnnounced,
    DepartmentRenamed,
    Facts,
    PersonEnrolled,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import Actor, PersonalRef, Role
from station.desk.deeds import Caller, follow, perform
from station.desk.pins import PinHasher
from station.ledger.contacts import Contact, is_address
from station.ledger.store import By, Done, Ledger, Work

BADGE_PREFIX = "STN"
BADGE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for a digit."""

BADGE_RANDOM_LENGTH = 12
"""60 random bits: opaque, and beyond guessing."""

FOUNDING_TERMINAL = "console"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to enroll.  Without a badge number, one is made."""

    name: str
    department: str
    roles: tuple[Role, ...]
    pin: str
    badge: str = ""
    pin_is_once: bool = False
    since: datetime | None = None
    staff_number: str | None = None
    email: str | None = None
    language: str = "ja"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """An enrolled person and their badge, to be printed once."""

    person: UUID
    name: str
    department: str
    roles: tuple[Role, ...]
    badge: str


Tell = Callable[[Sequence[Enrolled]], None]


def new_badge() -> str:
    """Return an opaque badge number that says nothing of its owner."""
    drawn = (secrets.choice(BADGE_ALPHABET) for _ in range(BADGE_RANDOM_LENGTH))
    return BADGE_PREFIX + "".join(drawn)


def found_office(
    ledger: Ledger,
    hasher: PinHasher,
    *,
    deed: UUID,
    name: str,
    departments: Sequence[DepartmentOpened],
    people: Sequence[NewPerson],
    tell: Tell = lambda _enrolled: None,
) -> tuple[Enrolled, ...]:
    """Begin the office with its departments and people, an administrator among them: one deed.

    `tell` is given everybody just before the deed is made true.  Where that fails, or where the
    power goes, there is no office yet; so there is never one whose badges nobody has.
    """
    for new in people:
        _require_spelt(new)
    ready = prepare(hasher, people)
    enrolled = tuple(person.enrolled for person in ready)

    def rule(work: Work) -> Facts:
        known = keep_people(work, ready)
        founding = rules.Founding(name, tuple(departments), known)
        facts = rules.found_office(work.books, founding)
        tell(enrolled)
        return facts

    refuse_replay(ledger.perform(By(deed, None, FOUNDING_TERMINAL), "found_office", rule))
    return enrolled


def open_departments(
    ledger: Ledger, caller: Caller, departments: Sequence[DepartmentOpened]
) -> Done:
    """Open departments, all or none."""
    return follow(ledger, caller, rules.open_departments, tuple(departments))


def announce_department(
    ledger: Ledger, caller: Caller, *, announced: DepartmentOpeningAnnounced
) -> Done:
    """Say that a department opens at a later time."""
    return perform(
        ledger,
        caller,
        "announce_department",
        lambda work, actor: rules.announce_department(
            work.books,
            actor,
            now=work.now,
            announced=replace(announced, opens_at=announced.opens_at.astimezone(UTC)),
        ),
    )


def rename_departments(
    ledger: Ledger, caller: Caller, departments: Sequence[DepartmentRenamed]
) -> Done:
    """Give departments other names, all or none."""
    return follow(ledger, caller, rules.rename_departments, tuple(departments))


def rename_department(
    ledger: Ledger, caller: Caller, *, renamed: DepartmentRenamed, seen: str
) -> Done:
    """Give one department other names; `seen` is the mark of what whoever decides it looked at."""
    return follow(ledger, caller, rules.rename_department, renamed=renamed, seen=seen)


def close_department(
    ledger: Ledger,
    caller: Caller,
    *,
    department: str,
    since: datetime | None = None,
    successor: str | None = None,
    seen: str | None = None,
) -> Done:
    """Close a department that holds nothing, at once, or as soon as that is so from a time on."""
    return perform(
        ledger,
        caller,
        "close_department",
        lambda work, actor: rules.close_department(
            work.books,
            actor,
            now=work.now,
            department=department,
            since=since.astimezone(UTC) if since else work.now,
            successor=successor,
            seen=seen,
        ),
    )


def keep_department(
    ledger: Ledger, caller: Caller, *, department: str, seen: str | None = None
) -> Done:
    """Take back that a department was going to close."""
    return follow(ledger, caller, rules.keep_department, department=department, seen=seen)


def open_due_departments(ledger: Ledger) -> Done | None:
    """Open departments whose announced time has come; nobody does it."""
    return _do_what_is_due(ledger, "open_due_departments", rules.open_due)


def close_due_departments(ledger: Ledger) -> Done | None:
    """Close departments whose announced time has come and that hold nothing; nobody does it."""
    return _do_what_is_due(ledger, "close_due_departments", rules.close_due)


def _do_what_is_due(
    ledger: Ledger, act: str, due_of: Callable[[Books, datetime], Facts]
) -> Done | None:
    with ledger.views() as views:
        if not due_of(views.books, ledger.now()):
            return None

    def rule(work: Work) -> Facts:
        due = due_of(work.books, work.now)
        if not due:  # another round did it, or somebody handed it something in this very moment
            raise Refused(Reason.DEPARTMENT_BUSY)
        return due

    return ledger.perform(By(uuid4(), None, FOUNDING_TERMINAL), act, rule)


def enroll_people(
    ledger: Ledger, caller: Caller, hasher: PinHasher, people: Sequence[NewPerson]
) -> tuple[Enrolled, ...]:
    """Enroll people with their badges and PINs, all or none."""
    for new in people:
        _require_spelt(new)
        if new.since is not None and new.since < ledger.now():
            raise Refused(Reason.DATE_PASSED)
    ready = prepare(hasher, people)

    def rule(work: Work, actor: Actor) -> Facts:
        return people_rules.enroll_people(work.books, actor, keep_people(work, ready))

    refuse_replay(perform(ledger, caller, "enroll_people", rule))
    return tuple(person.enrolled for person in ready)


def _require_spelt(new: NewPerson) -> None:
    """Refuse what stands apart from the journal, and so before no rule, if it cannot be right."""
    if not new.name.strip():
        raise Refused(Reason.NAME_MISSING)
    if new.email is not None and not is_address(new.email):
        raise Refused(Reason.ADDRESS_WRONG, got=new.email)


@dataclass(frozen=True, slots=True)
class Ready:
    """A person whose PIN is hashed already: that is slow, and the ledger must not wait for it."""

    enrolled: Enrolled
    pin_hash: str
    new: NewPerson


def prepare(hasher: PinHasher, people: Sequence[NewPerson]) -> tuple[Ready, ...]:
    """Give people an id, a badge and the hash of their PIN."""
    return tuple(
        Ready(
            Enrolled(uuid4(), new.name, new.department, new.roles, new.badge or new_badge()),
            hasher.hash(new.pin),
            new,
        )
        for new in people
    )


def keep_people(work: Work, ready: Sequence[Ready]) -> tuple[PersonEnrolled, ...]:
    """Keep what stands apart from the journal, and return what the journal says."""
    names = work.vault.keep_all([person.enrolled.name for person in ready], work.now)
    return tuple(_kept(work, person, name) for person, name in zip(ready, names, strict=True))


def _kept(work: Work, ready: Ready, name: PersonalRef) -> PersonEnrolled:
    person, new = ready.enrolled, ready.new
    issue(work, person.person, person.badge, ready.pin_hash, pin_is_once=new.pin_is_once)
    if new.staff_number or new.email:
        work.contacts.put(Contact(person.person, new.staff_number, new.email, new.language))
    roles = tuple(sorted(new.roles))
    return PersonEnrolled(person.person, name, person.department, roles, new.since)


def issue(work: Work, person: UUID, badge: str, pin_hash: str, *, pin_is_once: bool) -> None:
    """Keep a badge and a PIN; refuse a badge that is or ever was somebody's."""
    if work.credentials.of_badge(badge) is not None or work.credentials.was_revoked(badge):
        raise Refused(Reason.BADGE_IN_USE, got=badge)
    work.credentials.issue(person, badge, pin_hash, pin_is_once=pin_is_once)


def refuse_replay(done: Done) -> None:
    """A second answer could not show the badges again: they are known only while they are made."""
    if done.is_replay:
        raise Refused(Reason.TOLD_ONCE)

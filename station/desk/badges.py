"""Badges lost and replaced, PINs forgotten, people who leave: in the journal, and at the door.

The journal says that it was done and by whom; badge and PIN stand nowhere in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from station.custody import people as rules
from station.custody.checks import ADMINISTRATORS
from station.custody.facts import BadgeRevoked, Facts, PersonLeft
from station.custody.postings import departments_of, roles_in
from station.custody.refusal import Reason, Refused
from station.custody.state import Person
from station.custody.values import Actor
from station.desk.deeds import Caller, perform
from station.desk.office import FOUNDING_TERMINAL, issue, new_badge, refuse_replay
from station.desk.pins import PinHasher, new_pin
from station.ledger.folding import fold
from station.ledger.store import By, Done, Ledger, Work


@dataclass(frozen=True, slots=True)
class Issued:
    """What is told once, to be handed to the person: the PIN is good for one sign-in."""

    badge: str
    pin: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose badge it is: their name, and the name of the department that they have or will have."""

    badge: str
    name: str
    department: str
    person: UUID


def owners(ledger: Ledger, badges: Sequence[str]) -> tuple[Owner, ...]:
    """Return the owners of badges, in their order; refuses one that is nobody's valid badge.

    Who asks must have the numbers: they are kept nowhere from which they could be listed.
    """
    with ledger.secrets() as credentials:
        known = [credentials.of_badge(badge) for badge in badges]
    people = [one.person for one in known if one is not None]
    if len(people) < len(badges):
        raise Refused(Reason.BADGE_NOT_VALID)
    now = ledger.now()
    with ledger.views() as views:
        names = views.names(people)
        departments = {one.id: one.name for one in views.departments()}
        places = [_place(views.books.person(person), now) for person in people]
    return tuple(
        Owner(badge, names.get(person, ""), departments.get(place, place), person)
        for badge, person, place in zip(badges, people, places, strict=True)
    )


def _place(person: Person, now: datetime) -> str:
    """Where a person belongs now, else where they will first, else nowhere."""
    coming = (one.department for one in person.postings if one.until is None or one.until > now)
    return next(iter(departments_of(person, now)), next(coming, ""))


def revoke_badge(ledger: Ledger, caller: Caller, *, person: UUID) -> Done:
    """Let a badge be valid no more; its owner's sessions end in the same moment."""
    return perform(
        ledger,
        caller,
        "revoke_badge",
        lambda work, actor: at_the_door(work, rules.revoke_badge(work.books, actor, person=person)),
    )


def issue_badge(ledger: Ledger, caller: Caller, hasher: PinHasher, *, person: UUID) -> Issued:
    """Give a person a new badge with a PIN for one sign-in; the old badge is valid no more."""
    issued = Issued(new_badge(), new_pin())
    pin_hash = hasher.hash(issued.pin)

    def rule(work: Work, actor: Actor) -> Facts:
        facts = at_the_door(work, rules.issue_badge(work.books, actor, person=person))
        issue(work, person, issued.badge, pin_hash, pin_is_once=True)
        return facts

    refuse_replay(perform(ledger, caller, "issue_badge", rule))
    return issued


def issue_badge_at_console(
    ledger: Ledger, hasher: PinHasher, *, person: UUID, tell: Callable[[Issued], None]
) -> None:
    """Give an administrator a new badge at the server's console; the journal names nobody for it.

    `tell` is given badge and PIN just before the deed is made true: where that fails, the badge
    before stays valid.
    """
    issued = Issued(new_badge(), new_pin())
    pin_hash = hasher.hash(issued.pin)

    def rule(work: Work) -> Facts:
        facts = rules.issue_badge_at_console(work.books, person=person, now=work.now)
        at_the_door(work, facts)
        issue(work, person, issued.badge, pin_hash, pin_is_once=True)
        tell(issued)
        return facts

    ledger.perform(By(uuid4(), None, FOUNDING_TERMINAL), "issue_badge_at_console", rule)


def administrators_called(ledger: Ledger, who: str) -> tuple[Owner, ...]:
    """Return the administrators of a name or staff number; the badge in each is left empty."""
    now = ledger.now()
    with ledger.views() as views:
        everybody = [one for one in views.people() if ADMINISTRATORS & roles_in(one, now)]
        names = views.names(one.id for one in everybody)
        numbers = {key: contact.staff_number for key, contact in views.contacts.all().items()}
        departments = {one.id: one.name for one in views.departments()}
    return tuple(
        Owner("", names[one.id], departments.get(_place(one, now), ""), one.id)
        for one in everybody
        if fold(who) in {fold(names[one.id]), fold(numbers.get(one.id) or "")}
    )


def reset_pin(ledger: Ledger, caller: Caller, hasher: PinHasher, *, person: UUID) -> str:
    """Give a person a new PIN for one sign-in; their sessions end."""
    pin = new_pin()
    pin_hash = hasher.hash(pin)

    def rule(work: Work, actor: Actor) -> Facts:
        facts = rules.reset_pin(work.books, actor, person=person)
        work.credentials.replace_pin(person, pin_hash, pin_is_once=True)
        work.credentials.close_sessions(person)
        return facts

    refuse_replay(perform(ledger, caller, "reset_pin", rule))
    return pin


def person_leaves(
    ledger: Ledger, caller: Caller, *, person: UUID, seen: int, since: datetime | None = None
) -> Done:
    """Let a person act for nobody any more, at once or from a later time on."""

    def rule(work: Work, actor: Actor) -> Facts:
        at = since.astimezone(UTC) if since else work.now
        left = rules.person_leaves(
            work.books, actor, now=work.now, person=person, seen=seen, since=at
        )
        return at_the_door(work, left)

    return perform(ledger, caller, "person_leaves", rule)


def at_the_door(work: Work, facts: Facts) -> Facts:
    """Let what the journal will say of revoked badges be so."""
    for fact in facts:
        if isinstance(fact, BadgeRevoked):
            work.credentials.revoke(fact.person, work.now)
        if isinstance(fact, PersonLeft) and fact.since <= work.now:
            work.contacts.remove(fact.person)
    return facts

"""Postings: for which departments a person acts, with which roles, from when until when.

The time is that of the deed, so a person who is transferred at noon is judged by the new posting
from the next deed on.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from station.custody.facts import PersonLeft, PersonTransferred, RolesChanged
from station.custody.refusal import Reason, Refused
from station.custody.state import Person
from station.custody.values import Actor, Posting, Role

Postings = tuple[Posting, ...]

SOON = timedelta(hours=24)
"""What is handed over is counted by then, or a supervisor is asked about it: who acts for its
receiver from so soon on may still count it."""


def departments_of(person: Person, now: datetime) -> tuple[str, ...]:
    """Every department that a person may act for at a time, their own before a deputy's."""
    valid = [posting for posting in person.postings if posting.is_valid(now)]
    own_first = sorted(valid, key=lambda posting: posting.is_deputy)
    return tuple(dict.fromkeys(posting.department for posting in own_first))


def departments_to_come(person: Person, now: datetime) -> frozenset[str]:
    """Every department that a person may act for at a time or soon after, as was announced."""
    return frozenset({*departments_of(person, now), *departments_of(person, now + SOON)})


def acting(person: Person, now: datetime, department: str | None = None) -> Actor:
    """Return a person acting for one department: the one that is named, else their own.

    Their roles are all that they have there now.  Refused where no posting is valid.
    """
    places = departments_of(person, now)
    place = department or next(iter(places), None)
    if place is None:
        raise Refused(Reason.NO_POSTING)
    if place not in places:
        raise Refused(Reason.NOT_MEMBER, expected=place, got=places[0] if places else "")
    elsewhere = departments_to_come(person, now) - {place}
    return Actor(person.id, place, roles_in(person, now, place), elsewhere)


def roles_in(person: Person, now: datetime, department: str | None = None) -> frozenset[Role]:
    """All roles that a person has at a time, in one department or in any."""
    return frozenset(
        role
        for posting in person.postings
        if posting.is_valid(now) and department in {None, posting.department}
        for role in posting.roles
    )


def own_posting(person: Person, now: datetime) -> Posting | None:
    """The posting of a person's own at a time, deputyships left out."""
    own = (one for one in person.postings if not one.is_deputy and one.is_valid(now))
    return next(own, None)


def ended(postings: Iterable[Posting], at: datetime) -> Postings:
    """Postings that all end at a time; what would have begun later never does."""
    return tuple(
        replace(one, until=at) if one.until is None or one.until > at else one
        for one in postings
        if one.since is None or one.since < at
    )


def transferred(postings: Postings, to: Posting) -> Postings:
    """Postings with a new one of the person's own; the newest word on the future counts."""
    since = to.since
    assert since is not None  # noqa: S101 - a transfer has a day
    own = [one for one in postings if not one.is_deputy]
    deputy = [one for one in postings if one.is_deputy]
    return (*ended(own, since), to, *deputy)


def with_roles(postings: Postings, roles: frozenset[Role], since: datetime) -> Postings:
    """Postings in which the person's own has other roles from a time on; its end stays."""
    result: list[Posting] = []
    for one in postings:
        if one.is_deputy or not one.is_valid(since):
            result.append(one)
            continue
        result += [*ended((one,), since), replace(one, roles=roles, since=since)]
    return tuple(result)


def without_deputy(postings: Postings, department: str, at: datetime) -> Postings:
    """Postings in which deputyships for a department end at a time."""
    result: list[Posting] = []
    for one in postings:
        named = one.is_deputy and one.department == department
        result += ended((one,), at) if named else (one,)
    return tuple(result)


def changed(postings: Postings, fact: PersonTransferred | RolesChanged | PersonLeft) -> Postings:
    """Postings as a fact about the person's own leaves them."""
    if isinstance(fact, PersonLeft):
        return ended(postings, fact.since)
    roles = frozenset(fact.roles)
    if isinstance(fact, RolesChanged):
        return with_roles(postings, roles, fact.since)
    return transferred(postings, Posting(fact.department, roles, fact.since))

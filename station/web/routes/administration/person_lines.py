"""People as the administration shows them: a name, where they belong now, and what is announced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody.postings import own_posting
from station.custody.state import Person
from station.custody.values import Posting
from station.ledger.contacts import Contact
from station.ledger.folding import fold
from station.ledger.views import Views


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person at one time; `own` is the posting of their own that counts then."""

    person: Person
    name: str
    contact: Contact
    own: Posting | None
    deputies: tuple[Posting, ...]
    """Deputyships that count now."""

    coming: tuple[Posting, ...]
    """Postings that begin later."""

    @property
    def is_gone(self) -> bool:
        """Whether the person acts for nobody, now or later."""
        return not (self.own or self.deputies or self.coming)

    @property
    def places(self) -> frozenset[str]:
        """Every department that the person acts for, now or later."""
        own = (self.own,) if self.own else ()
        return frozenset(one.department for one in (*own, *self.deputies, *self.coming))

    @property
    def deputy_departments(self) -> tuple[str, ...]:
        """Departments with a deputyship that runs or is announced, and so can be ended."""
        named = [one for one in (*self.deputies, *self.coming) if one.is_deputy]
        return tuple(dict.fromkeys(one.department for one in named))

    def answers_to(self, wanted: str) -> bool:
        """Whether part of the name or of the staff number is what somebody looks for."""
        texts = (self.name, self.contact.staff_number or "")
        return any(fold(wanted) in fold(text) for text in texts)


def line_of(views: Views, key: UUID, now: datetime) -> PersonLine:
    """Return one person; refused for an id that nobody has."""
    person = views.books.person(key)
    return _line(person, views.names([key]), views.contacts.all(), now)


def lines(views: Views, now: datetime) -> tuple[PersonLine, ...]:
    """Everybody, by name."""
    everybody = views.people()
    names, contacts = views.names(person.id for person in everybody), views.contacts.all()
    found = (_line(person, names, contacts, now) for person in everybody)
    return tuple(sorted(found, key=lambda line: (fold(line.name), line.person.id)))


def _line(
    person: Person, names: Mapping[UUID, str], contacts: Mapping[UUID, Contact], now: datetime
) -> PersonLine:
    valid = [one for one in person.postings if one.is_valid(now)]
    return PersonLine(
        person,
        names.get(person.id, ""),
        contacts.get(person.id, Contact(person.id)),
        own_posting(person, now),
        tuple(one for one in valid if one.is_deputy),
        tuple(one for one in person.postings if one.since is not None and one.since > now),
    )

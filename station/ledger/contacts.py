"""People's staff numbers and e-mail addresses: personal data, kept apart and optional."""

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from station.ledger.schema import contacts

ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\]{1,189}")
"""What can be a mail address (RFC 5321, 4.5.3.1, for the lengths); a server knows the rest."""


def is_address(text: str) -> bool:
    """Whether a text can be one mail address, and nothing that a mail's header would misread."""
    return ADDRESS.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Contact:
    """What is kept of one person besides the name; `language` is the one that mails are in."""

    person: UUID
    staff_number: str | None = None
    email: str | None = None
    language: str = "ja"


class Contacts:
    """One office's contacts, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def all(self) -> dict[UUID, Contact]:
        """Every contact, by person."""
        table = contacts.c
        columns = (table.person, table.staff_number, table.email, table.language)
        found = self._connection.execute(select(*columns).where(table.office == self._office))
        return {row.person: Contact(*row) for row in found}

    def put(self, contact: Contact) -> None:
        """Keep a contact in the place of the one before."""
        self.remove(contact.person)
        self._connection.execute(
            insert(contacts).values(
                office=self._office,
                person=contact.person,
                staff_number=contact.staff_number,
                email=contact.email,
                language=contact.language,
            )
        )

    def remove(self, person: UUID) -> None:
        """Forget a contact; one that is not there is no error."""
        table = contacts.c
        own = (table.office == self._office, table.person == person)
        self._connection.execute(delete(contacts).where(*own))

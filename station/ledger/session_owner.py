"""A session and its owner, by one question: every page and every scan begins with it."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, select

from station.custody.state import Person
from station.ledger.credentials import Session
from station.ledger.faults import readable
from station.ledger.mapping import MAPPERS
from station.ledger.schema import people, personal_data, sessions
from station.ledger.vault import TEXT

_ASKED = (
    select(
        sessions.c.person,
        sessions.c.terminal,
        sessions.c.opened_at,
        sessions.c.seen_at,
        sessions.c.department,
        people,
        personal_data.c.value.label("name"),
    )
    .join_from(
        sessions,
        people,
        and_(people.c.office == sessions.c.office, people.c.id == sessions.c.person),
    )
    .join(
        personal_data,
        and_(
            personal_data.c.office == people.c.office,
            personal_data.c.id == people.c.name_id,
            personal_data.c.media_type == TEXT,
        ),
        isouter=True,
    )
    .where(
        sessions.c.office == bindparam("office"), sessions.c.token_hash == bindparam("token_hash")
    )
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A session, whose it is, and their name; "" where a name is no longer kept."""

    session: Session
    owner: Person
    name: str


def owned_session(connection: Connection, office: str, token_hash: str) -> Owned | None:
    """Return the session of a token's hash with its owner, or None."""
    asked = {"office": office, "token_hash": token_hash}
    with readable("tables sessions and people"):
        row = connection.execute(_ASKED, asked).mappings().one_or_none()
        if row is None:
            return None
        owner = MAPPERS[Person].from_row(row)
        assert isinstance(owner, Person)  # noqa: S101 - the key says so
        name = "" if row["name"] is None else row["name"].decode()
    session = Session(
        row["person"], row["terminal"], row["opened_at"], row["seen_at"], row["department"]
    )
    return Owned(session, owner, name)

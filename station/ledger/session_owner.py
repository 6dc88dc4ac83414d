"""A session, whose it is and where, by one question: every page and every scan begins with it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Label, RowMapping, Table, and_, bindparam, select

from station.custody.state import Department, Person
from station.ledger.credentials import Session
from station.ledger.faults import readable
from station.ledger.mapping import MAPPERS
from station.ledger.schema import departments, people, personal_data, sessions
from station.ledger.vault import TEXT

_OF_SESSION, _OF_PLACE, _NAME = "session_", "place_", "name_of_owner"
"""What stands before the names of columns that several tables have."""


def _named(table: Table, start: str) -> list[Label[Any]]:
    return [column.label(start + column.name) for column in table.columns]


_ASKED = (
    select(
        people,
        personal_data.c.value.label(_NAME),
        *_named(sessions, _OF_SESSION),
        *_named(departments, _OF_PLACE),
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
    .join(
        departments,
        and_(departments.c.office == sessions.c.office, departments.c.id == sessions.c.department),
        isouter=True,
    )
    .where(
        sessions.c.office == bindparam("office"), sessions.c.token_hash == bindparam("token_hash")
    )
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A session, whose it is, and their name; "" where a name is no longer kept.

    `place` is the department that the session names, if it names one.
    """

    session: Session
    owner: Person
    name: str
    place: Department | None


def owned_session(connection: Connection, office: str, token_hash: str) -> Owned | None:
    """Return the session of a token's hash with its owner, or None."""
    asked = {"office": office, "token_hash": token_hash}
    with readable("tables sessions, people and departments"):
        row = connection.execute(_ASKED, asked).mappings().one_or_none()
        if row is None:
            return None
        owner = MAPPERS[Person].from_row(row)
        assert isinstance(owner, Person)  # noqa: S101 - the key says so
        name = "" if row[_NAME] is None else row[_NAME].decode()
        of = _part(row, _OF_SESSION)
        place = _place(_part(row, _OF_PLACE))
    session = Session(
        of["person"], of["terminal"], of["opened_at"], of["seen_at"], of["department"]
    )
    return Owned(session, owner, name, place)


def _part(row: RowMapping, start: str) -> dict[str, Any]:
    return {name.removeprefix(start): row[name] for name in row if name.startswith(start)}


def _place(row: dict[str, Any]) -> Department | None:
    if row["id"] is None:
        return None
    place = MAPPERS[Department].from_row(row)
    assert isinstance(place, Department)  # noqa: S101 - the key says so
    return place

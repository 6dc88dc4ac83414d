"""The office before whose station the terminals stand, and what its books say in the end."""

from pathlib import Path
from uuid import UUID

from station.custody.facts import ItemTakenIn
from station.custody.values import Role
from station.desk import office
from station.desk.pins import PinHasher
from station.ledger import journal, migrate
from station.ledger.database import open_engine, reading
from station.ledger.journal import recorded_from
from station.ledger.keys import Keyring
from station.ledger.verify import verify
from tests.support.hall import PIN, SORTING, Hall

NAME = "hall"


def found_office(url: str, keys: Path, clerks: int) -> list[str]:
    """Found an office in an empty database; return the badges of those who take mail in."""
    engine = open_engine(url)
    migrate.prepare(engine)
    hall = Hall(engine, PinHasher(pepper=Keyring(keys, f"mail-station/{NAME}").pepper()), NAME)
    people = [
        office.NewPerson(f"文書担当 {at}", SORTING, (Role.CLERK,), PIN)
        for at in range(1, clerks + 1)
    ]
    enrolled = office.enroll_people(hall.ledger, hall.caller("admin"), hall.hasher, people)
    engine.dispose()
    return [person.badge for person in enrolled]


def taken_in(url: str) -> dict[str, str]:
    """Return the number of every piece that the journal has as taken in, by its deed."""
    engine = open_engine(url)
    numbers = {}
    with reading(engine) as connection:
        for entry in journal.entries(connection, NAME):
            fact = recorded_from(entry).fact
            if isinstance(fact, ItemTakenIn):
                numbers[str(UUID(entry.deed))] = fact.scan.text
    engine.dispose()
    return numbers


def verdict(url: str) -> tuple[bool, str]:
    """Return whether the ledger verifies, and in which words."""
    engine = open_engine(url)
    (said,) = verify(engine)
    engine.dispose()
    return said.broken is None, str(said)

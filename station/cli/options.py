"""Options that several commands share, and the ledger that they name."""

from typing import Annotated

import typer

from station.desk.pins import MARK_LENGTH, PinHasher
from station.ledger import migrate
from station.ledger.database import Engine, open_engine, reading
from station.ledger.journal import offices
from station.ledger.keys import Keyring
from station.ledger.store import Ledger
from station.settings import Settings, settings_from


class CommandError(Exception):
    """A command cannot go on; the message says what was expected, what came and what to do."""


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help="The database; default: STATION_DATABASE_URL, else a SQLite file of your own.",
    ),
]


def settings() -> Settings:
    """The settings of this process."""
    return settings_from()


def keyring() -> Keyring:
    """Return this installation's keys."""
    chosen = settings()
    return Keyring(chosen.keys, f"mail-station/{chosen.office}")


def pin_hasher(ledger: Ledger) -> PinHasher:
    """Return what hashes and checks PINs here; refuses where it could not check this database's."""
    keys = keyring()
    hasher = PinHasher(pepper=keys.pepper())
    if others := ledger.pin_marks(MARK_LENGTH) - {"", hasher.mark}:
        raise CommandError(
            f"expected the pepper with which this database's PINs were hashed "
            f"({', '.join(sorted(others))}) in {keys.folder}, got {hasher.mark}: copy the file "
            "'pepper' from the server or the backup that has it"
        )
    return hasher


def prepared(url: str | None) -> Engine:
    """Open a database for work: an empty one gets its tables, an older one is refused."""
    engine = open_engine(url or settings().database_url)
    migrate.prepare(engine)
    return engine


def office_in(engine: Engine, office: str | None) -> str:
    """Return the office to work for: as said, else as set, else the only one that there is."""
    if office:
        return office
    with reading(engine) as connection:
        found = offices(connection)
    wanted = settings().office
    if wanted in found:
        return wanted
    if len(found) == 1:
        return found[0]
    what = ", ".join(found) or "none; found one with: station init"
    raise CommandError(f"expected the office {wanted!r}, or --office; this database has: {what}")

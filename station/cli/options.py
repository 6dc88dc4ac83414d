"""Options that several commands share, and the ledger that they name."""

from pathlib import Path
from typing import Annotated

import typer

from station.custody import training
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


def keyring(office: str | None = None) -> Keyring:
    """Return the keys with which an office works here; without one, the set office's.

    Training has keys and a pepper of its own: what it signs proves nothing of a real ledger.
    """
    chosen = settings()
    office = office or chosen.office
    folder = chosen.keys / training.OFFICE if training.is_training(office) else chosen.keys
    name = training.OFFICE if training.is_training(office) else chosen.office
    return Keyring(folder, f"mail-station/{name}")


def say_training(office: str) -> None:
    """Say on the terminal that what follows is of no real office, where that is so."""
    if training.is_training(office):
        typer.echo(f"*** {training.SENTENCE} ***")


def out_file(office: str, path: Path) -> Path:
    """Return where a paper of an office is written: its name says whether it is of training."""
    return path.with_name(training.file_name(office, path.name))


def pin_hasher(ledger: Ledger) -> PinHasher:
    """Return what hashes and checks PINs here; refuses where it could not check this database's."""
    keys = keyring(ledger.office)
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

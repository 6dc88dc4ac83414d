"""Databases as earlier versions filled them, each kept as a dump.

At a release: python -m tests.support.filled writes tests/ledger/filled/REVISION.KIND.sql of the
newest revision, for either kind of database.
"""

import sqlite3
import subprocess
import tempfile
from pathlib import Path

import psycopg
from argon2 import PasswordHasher
from sqlalchemy import Engine, make_url

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from tests.support import postgres
from tests.support.hall import TREASURY, Hall

FOLDER = Path(__file__).parents[1] / "ledger" / "filled"


def revisions() -> list[str]:
    """Every revision of which there is a dump."""
    return sorted({path.name.partition(".")[0] for path in FOLDER.glob("*.sql")})


def load(revision: str, engine: Engine) -> None:
    """Fill an empty database with what an earlier version left."""
    dump = (FOLDER / f"{revision}.{engine.name}.sql").read_text(encoding="utf-8")
    url = engine.url
    if engine.name == "sqlite":
        connection = sqlite3.connect(str(url.database))
        connection.executescript(dump)
        connection.close()
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("SET check_function_bodies = off")  # as pg_dump says itself
        server.execute(dump.encode())


def _fill(url: str) -> Engine:
    engine = open_engine(url)
    migrate.prepare(engine)
    cheapest = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    hall = Hall(engine, cheapest)
    hall.routed(TREASURY, "13112383852", "20112345676")
    hall.handed_over("13112383852")
    engine.dispose()
    return engine


def _dump_sqlite() -> str:
    with tempfile.TemporaryDirectory() as folder:
        engine = _fill(f"sqlite:///{folder}/station.sqlite3")
        connection = sqlite3.connect(str(engine.url.database))
        lines = list(connection.iterdump())
        connection.close()
    return "\n".join(lines) + "\n"


def _dump_postgresql() -> str:
    with postgres.cluster() as running:
        url = running.address.format(name="postgres")
        _fill(url)
        plain = make_url(url).render_as_string(hide_password=False)
        options = ("--inserts", "--no-owner", "--no-privileges", f"--dbname={plain}")
        told = subprocess.run(("pg_dump", *options), capture_output=True, text=True, check=True)
    # Settings of pg_dump's own session, and what only psql understands.
    noise = ("--", "\\", "SET ", "SELECT pg_catalog")
    lines = (line for line in told.stdout.splitlines() if line.strip())
    return "".join(f"{line}\n" for line in lines if not line.startswith(noise))


def main() -> None:
    """Write the dumps of the newest revision."""
    FOLDER.mkdir(exist_ok=True)
    for kind, dump in (("sqlite", _dump_sqlite()), ("postgresql", _dump_postgresql())):
        path = FOLDER / f"{migrate.newest_revision()}.{kind}.sql"
        path.write_text(dump, encoding="utf-8")


if __name__ == "__main__":
    main()

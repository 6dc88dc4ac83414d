"""Copies of a whole database, made while people work, and put back only where nothing is.

SQLite by its online backup (sqlite.org/backup.html), PostgreSQL by its own pg_dump and pg_restore.
A copy is written beside its name and takes it only when it is whole.
"""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import URL, make_url

from station.ledger.database import DatabaseError, open_engine
from station.ledger.migrate import revision_of

PAGES_AT_ONCE = 1_000
"""Between two such steps, others write."""

SQLITE_BEGINS = b"SQLite format 3\x00"
POSTGRESQL_BEGINS = b"PGDMP"
OWNER_ONLY = 0o600


def back_up(url: str, target: Path) -> None:
    """Copy a database into a new file; raises DatabaseError with what to do."""
    if target.exists():
        raise DatabaseError(f"expected a new file, got {target}, which exists; choose another name")
    if revision_of(open_engine(url)) is None:
        raise DatabaseError("expected a station's database, got an empty one; nothing to back up")
    part = _beside(target)
    try:
        part.touch(mode=OWNER_ONLY, exist_ok=False)
        if _is_sqlite(url):
            _copy_sqlite(_file_of(url), part)
        else:
            options = ("--format=custom", "--no-owner", f"--file={part}")
            _run(url, "pg_dump", *options, f"--dbname={_address(url)}")
        _settle(part, target)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f"expected to write {target}, got: {error}; nothing was kept"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, url: str) -> None:
    """Put a copy back into a database that is empty; raises DatabaseError with what to do."""
    try:
        begins = source.open("rb").read(len(SQLITE_BEGINS))
    except OSError as error:
        raise DatabaseError(f"expected a backup at {source}, got: {error.strerror}") from error
    wanted = SQLITE_BEGINS if _is_sqlite(url) else POSTGRESQL_BEGINS
    if not begins.startswith(wanted):
        raise DatabaseError(
            f"expected a backup of the same kind of database, got another kind of file in {source}"
        )
    if _is_sqlite(url):
        _restore_sqlite(source, _file_of(url))
        return
    if revision_of(open_engine(url)) is not None:
        raise _not_empty(url)
    _run(
        url,
        "pg_restore",
        "--no-owner",
        "--exit-on-error",
        "--single-transaction",
        f"--dbname={_address(url)}",
        str(source),
    )


def _restore_sqlite(source: Path, target: Path) -> None:
    if target.exists():
        raise _not_empty(str(target))
    part = _beside(target)
    try:
        part.touch(mode=OWNER_ONLY, exist_ok=False)
        _copy_sqlite(source, part)
        _settle(part, target)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"expected a whole backup in {source}, got: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy page by page; what is written meanwhile is in the copy or is not, whole."""
    read_only = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    copy = sqlite3.connect(target)
    try:
        read_only.backup(copy, pages=PAGES_AT_ONCE)
        (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"damaged: {verdict}")
    finally:
        copy.close()
        read_only.close()


def _settle(part: Path, target: Path) -> None:
    """Let a file take its name when it is on disk."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _run(url: str, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes where no process list shows it."""
    path = shutil.which(program)
    if path is None:
        raise DatabaseError(
            f"expected {program} on this machine; do: apt-get install postgresql-client"
        )
    password = make_url(url).password
    secret = {} if password is None else {"PGPASSWORD": str(password)}
    done = subprocess.run(  # noqa: S603 - a program found on the path, its arguments ours
        [path, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **secret},
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nothing"]
        raise DatabaseError(f"{program} failed and said: {said[-1]}")


def _not_empty(where: str) -> DatabaseError:
    return DatabaseError(
        f"expected an empty database, got {where}, which holds something; "
        "restore beside it, verify, and change the address"
    )


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _file_of(url: str) -> Path:
    return Path(str(make_url(url).database))


def _address(url: str) -> str:
    """Return an address as PostgreSQL's programs take it, without its password."""
    parsed = make_url(url)
    plain = URL.create(
        "postgresql",
        parsed.username,
        host=parsed.host,
        port=parsed.port,
        database=parsed.database,
        query=parsed.query,
    )
    return plain.render_as_string()

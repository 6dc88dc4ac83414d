"""Copies made while people work, put back, and verified."""

import os
import stat
import threading
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from station.ledger.backup import back_up, restore
from station.ledger.database import DatabaseError, open_engine
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall

NUMBERS = ("13112383852", "20112345676", "55500123453", "12345678903", "30012345672")


@pytest.fixture
def elsewhere(database_url: str, tmp_path: Path) -> str:
    """A second, empty database of the same kind."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path}/elsewhere.sqlite3"
    name = f"station_{uuid4().hex}"
    with psycopg.connect(database_url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
    return make_url(database_url).set(database=name).render_as_string(hide_password=False)


def test_a_copy_made_while_people_work_is_whole(
    hall: Hall, database_url: str, elsewhere: str, tmp_path: Path
) -> None:
    hall.routed(TREASURY, *NUMBERS[:2])
    (before,) = verify(hall.engine)
    working = threading.Thread(target=lambda: [hall.routed(TREASURY, n) for n in NUMBERS[2:]])
    working.start()
    back_up(database_url, tmp_path / "copy")
    working.join()
    (after,) = verify(hall.engine)
    restore(tmp_path / "copy", elsewhere)
    (copied,) = verify(open_engine(elsewhere))
    assert copied.broken is None
    assert before.entries <= copied.entries <= after.entries
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_nothing_is_overwritten(hall: Hall, database_url: str, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(DatabaseError, match="expected a new file"):
        back_up(database_url, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"
    back_up(database_url, tmp_path / "other")
    with pytest.raises(DatabaseError, match="expected an empty database"):
        restore(tmp_path / "other", database_url)
    assert verify(hall.engine)[0].broken is None


@pytest.mark.parametrize(
    "content", [b"", b"no copy of anything", b"SQLite format 3\x00cut", b"PGDMPcut"]
)
def test_a_copy_that_is_none_is_refused(elsewhere: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(DatabaseError):
        restore(tmp_path / "copy", elsewhere)
    with pytest.raises(DatabaseError, match="expected a backup at"):
        restore(tmp_path / "missing", elsewhere)


def test_an_empty_database_has_nothing_to_copy(elsewhere: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="nothing to back up"):
        back_up(elsewhere, tmp_path / "copy")


def test_a_place_that_cannot_be_written_is_told(hall: Hall, database_url: str) -> None:
    assert hall.engine is not None
    with pytest.raises(DatabaseError, match="expected to write"):
        back_up(database_url, Path("/proc") / f"copy-{os.getpid()}")

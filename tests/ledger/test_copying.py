"""Everything arrives in another database, whole or not at all."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from station.ledger import migrate
from station.ledger.compare import rows
from station.ledger.copying import copy
from station.ledger.database import DatabaseError, open_engine, reading
from station.ledger.schema import BOOKS, credentials, journal, personal_data
from station.ledger.store import Ledger
from station.ledger.verify import verify
from tests.support import filled
from tests.support.hall import Hall

ONE = "13112383852"


def everything(engine: Engine, office: str) -> list[list[tuple[object, ...]]]:
    tables = (journal, personal_data, credentials, *BOOKS)
    with reading(engine) as connection:
        return [list(rows(connection, table, office)) for table in tables]


@pytest.fixture
def elsewhere(engine: Engine, request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An empty database of the other kind than `engine`."""
    if engine.name == "postgresql":
        return open_engine(f"sqlite:///{tmp_path}/elsewhere.sqlite3")
    return open_engine(request.getfixturevalue("postgres_url"))


@pytest.mark.postgres
@pytest.mark.slow
def test_both_ways_everything_arrives(busy_hall: Hall, elsewhere: Engine) -> None:
    hall = busy_hall
    Hall(hall.engine, hall.hasher, name="court").taken("duty", ONE)
    copied = copy(hall.engine, elsewhere)
    assert verify(elsewhere) == verify(hall.engine)
    assert set(copied) == {"court", "hall"}
    for office in copied:
        assert everything(elsewhere, office) == everything(hall.engine, office)
    hall.ledger = Ledger(elsewhere, "hall", hall.clock)
    hall.taken("clerk", "31245077161")
    assert [verdict.broken for verdict in verify(elsewhere)] == [None, None]
    elsewhere.dispose()


def test_a_target_that_holds_an_office_is_refused(hall: Hall, tmp_path: Path) -> None:
    target = open_engine(f"sqlite:///{tmp_path}/target.sqlite3")
    copy(hall.engine, target)
    before = verify(target)
    with pytest.raises(DatabaseError, match="expected an empty target"):
        copy(hall.engine, target)
    assert verify(target) == before


def test_a_source_that_is_empty_or_older_is_refused(tmp_path: Path) -> None:
    target = open_engine(f"sqlite:///{tmp_path}/target.sqlite3")
    source = open_engine(f"sqlite:///{tmp_path}/source.sqlite3")
    with pytest.raises(DatabaseError, match="got an empty database"):
        copy(source, target)
    filled.load(migrate.revisions()[0], source)
    with pytest.raises(DatabaseError, match="run: station db upgrade"):
        copy(source, target)
    assert migrate.revision_of(target) is None


def test_a_journal_that_does_not_hold_is_not_copied(hall: Hall, tmp_path: Path) -> None:
    with hall.engine.begin() as connection:
        connection.execute(text("UPDATE heads SET hash = 'f'"))
    target = open_engine(f"sqlite:///{tmp_path}/target.sqlite3")
    with pytest.raises(DatabaseError, match="expected a journal that holds"):
        copy(hall.engine, target)
    assert verify(target) == []

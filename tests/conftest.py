"""Databases and offices that tests of several floors share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from tests.support import postgres
from tests.support.hall import Hall

TESTS = Path(__file__).parent
LONG = (
    "benchmarks",
    "cli/test_badge.py",
    "cli/test_papers.py",
    "cli/test_training.py",
    "demo",
    "desk/test_tables.py",
    "desk/test_trace.py",
    "fixtures/test_ladder_truth.py",
    "ledger/test_migrate.py",
    "papers/test_cards.py",
    "papers/test_incident_report.py",
    "papers/test_slips.py",
    "scan/bars/test_decoder.py",
    "scan/test_serial_scanner.py",
    "web/administration",
    "web/api",
    "web/test_by_hand.py",
    "web/test_devices.py",
    "web/test_frames.py",
    "web/test_health.py",
    "web/test_incidents.py",
    "web/test_item_deeds.py",
    "web/test_log.py",
    "web/test_metrics.py",
    "web/test_overview.py",
    "web/test_papers.py",
    "web/test_tls.py",
    "web/test_training.py",
)
"""What leaves the fast round for its length: half of its time, a sixth of its tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is long as slow."""
    for item in items:
        place = item.path.relative_to(TESTS)
        if any(place.is_relative_to(long) for long in LONG):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """The tests' own PostgreSQL cluster, which no test may harm."""
    if postgres.programs() is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL's programs are missing; do: apt-get install postgresql")
    with postgres.cluster() as running:
        yield running


def _migrated(url: str) -> str:
    """Give a database its tables by all migrations; return its name once nobody is connected."""
    engine = open_engine(url)
    migrate.prepare(engine)
    engine.dispose()
    assert engine.url.database
    return engine.url.database


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, to be copied: the migrations run once, not for each test."""
    return Path(_migrated(f"sqlite:///{tmp_path_factory.mktemp('tables')}/tables.sqlite3"))


@pytest.fixture(scope="session")
def postgres_tables(postgres_cluster: postgres.Cluster) -> str:
    """The name of a database with all tables, to be copied as well."""
    return _migrated(postgres_cluster.database())


@pytest.fixture
def postgres_url(postgres_cluster: postgres.Cluster) -> str:
    """A fresh empty PostgreSQL database."""
    return postgres_cluster.database()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.slow]),
    ]
)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of either kind: empty, or with its tables where a test wants an engine."""
    is_empty = "engine" not in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "station.sqlite3"
        if not is_empty:
            shutil.copyfile(request.getfixturevalue("sqlite_tables"), path)
        return f"sqlite:///{path}"
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    return cluster.database(*([] if is_empty else [request.getfixturevalue("postgres_tables")]))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with its tables."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture(autouse=True, scope="session")
def keys_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keys and pepper of their own: the tests touch nobody's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATION_KEYS", str(tmp_path_factory.mktemp("keys")))
        yield


@pytest.fixture(scope="session")
def hasher() -> PinHasher:
    """Argon2id at its cheapest: the tests' PINs guard nothing."""
    return PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def hall(engine: Engine, hasher: PinHasher) -> Hall:
    """A small town hall with its people, on each kind of database."""
    return Hall(engine, hasher)

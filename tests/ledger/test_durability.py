"""What was answered as done is there, once, whoever is killed and whenever."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from station.desk import arrival
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine, reading
from station.ledger.schema import items, journal
from station.ledger.verify import verify
from tests.support import postgres
from tests.support.depth import depth
from tests.support.hall import Hall
from tests.support.writers import Plan, Told, told

pytestmark = [pytest.mark.slow]

KILLS = depth(75, 1000)
SERVER_KILLS = depth(5, 50)
SERVER_RUNS_S = 0.6
GO_ON_S_MAX = 60


def planned(hall: Hall, folder: Path, *, processes: int, threads: int, kills: int) -> Plan:
    """Writers at one open arrival."""
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=9_999)
    url = hall.engine.url.render_as_string(hide_password=False)
    person = str(hall.people["clerk"].person)
    return Plan(url, str(folder), str(opened.deed), person, processes, threads, kills)


def nothing_lost(hall: Hall, plan: Plan, said: Told) -> int:
    """Every answered deed is there once, nothing else is, and the chain holds; return how many."""
    assert said.refused == []
    with reading(hall.engine) as connection:
        taken = select(journal.c.deed).where(journal.c.kind == "item_taken_in")
        deeds = Counter(str(deed) for deed in connection.execute(taken).scalars())
        kept = connection.execute(select(func.count()).select_from(items)).scalar_one()
    assert deeds == Counter(said.answered)
    assert set(deeds.values()) == {1}
    with hall.ledger.views() as views:
        assert views.books.arrival(UUID(plan.arrival)).count == len(deeds) == kept
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]
    return len(deeds)


@pytest.mark.parametrize(
    ("processes", "threads"),
    [
        pytest.param(8, 1, id="eight stations"),
        pytest.param(2, 4, id="two stations of four"),
    ],
)
def test_kills_lose_and_double_nothing(
    hall: Hall, tmp_path: Path, processes: int, threads: int
) -> None:
    plan = planned(hall, tmp_path, processes=processes, threads=threads, kills=KILLS)
    done = nothing_lost(hall, plan, told(plan.start()))
    assert done > KILLS / 4  # they did write while they were killed


@pytest.fixture
def cluster() -> Iterator[postgres.Cluster]:
    if postgres.programs() is None:
        pytest.skip("PostgreSQL's programs are missing; do: apt-get install postgresql")
    with postgres.cluster() as running:
        yield running


@pytest.fixture
def on_cluster(cluster: postgres.Cluster, hasher: PinHasher) -> Iterator[Hall]:
    engine = open_engine(cluster.database())
    migrate.prepare(engine)
    yield Hall(engine, hasher)
    engine.dispose()


def more_is_answered(folder: Path) -> None:
    """Wait until writers have been answered once more than now."""
    before, until = count_answered(folder), time.monotonic() + GO_ON_S_MAX
    while count_answered(folder) <= before:
        assert time.monotonic() < until, "the writers did not go on"
        time.sleep(0.02)


def count_answered(folder: Path) -> int:
    return sum(len(kept.read_text().split()) for kept in folder.glob("answered-*"))


@pytest.mark.postgres
@pytest.mark.parametrize(("processes", "threads"), [(8, 1), (2, 4)])
def test_a_killed_database_server_loses_nothing_and_its_writers_go_on(
    cluster: postgres.Cluster, on_cluster: Hall, tmp_path: Path, processes: int, threads: int
) -> None:
    plan = planned(on_cluster, tmp_path, processes=processes, threads=threads, kills=0)
    writing = plan.start()
    try:
        for _ in range(SERVER_KILLS):
            more_is_answered(tmp_path)
            time.sleep(random.uniform(0, SERVER_RUNS_S))
            cluster.kill()
            cluster.start()
        more_is_answered(tmp_path)
    finally:
        plan.stop()
    said = told(writing)
    assert nothing_lost(on_cluster, plan, said) > SERVER_KILLS
    assert said.retries >= SERVER_KILLS

"""Failover by PostgreSQL's own means: what was answered is there, and work goes on."""

from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import psycopg
import pytest

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.faults import LedgerError
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall
from tests.support.postgres import Cluster, cluster

pytestmark = [pytest.mark.postgres, pytest.mark.slow]

ONE, TWO = "13112383852", "20112345676"


def address_of(first: Cluster, second: Cluster) -> str:
    """Both servers in one address; libpq goes to the one that can be written."""
    where = {"host": f"{first.folder},{second.folder}", "target_session_attrs": "read-write"}
    return f"postgresql://{first.user}@/postgres?{urlencode(where)}"


def told(server: Cluster, statement: str) -> None:
    with psycopg.connect(server.address.format(name="postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())


def test_the_standby_has_what_was_answered_and_takes_over(hasher: PinHasher) -> None:
    with cluster() as primary, TemporaryDirectory(prefix="station-standby-") as folder:
        standby = primary.standby(Path(folder))
        try:
            told(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'")
            told(primary, "SELECT pg_reload_conf()")
            engine = open_engine(address_of(primary, standby))
            migrate.prepare(engine)
            hall = Hall(engine, hasher)
            (item,) = hall.routed(TREASURY, ONE)
            (before,) = verify(engine)
            primary.kill()
            with pytest.raises(LedgerError):
                hall.taken("clerk", TWO)
            told(standby, "SELECT pg_promote()")
            (after,) = verify(engine)
            assert (after.broken, after.entries, after.head) == (None, before.entries, before.head)
            hall.handed_over(ONE)
            with hall.ledger.views() as views:
                assert views.books.item(item).holder == TREASURY
            assert verify(engine)[0].broken is None
            engine.dispose()
        finally:
            standby.stop()
            primary.start()  # the block that made it stops it

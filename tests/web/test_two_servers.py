"""Two stations on one database, and a station that outlives its database."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from typing import Any
from uuid import UUID, uuid4

import httpx2 as httpx
import pytest

from station.desk import arrival
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.verify import verify
from tests.support import postgres
from tests.support.browser import Server, served
from tests.support.hall import PIN, Hall

pytestmark = [pytest.mark.slow]

NUMBERS = [f"{base}{base % 7}" for base in range(1_000_000_000, 1_000_000_030)]


def signed_in(server: Server, hall: Hall, who: str) -> httpx.Client:
    client = httpx.Client(base_url=server.address, headers={"Origin": server.address}, timeout=60)
    answer = client.post("/sign-in", data={"badge": hall.people[who].badge, "pin": PIN})
    assert answer.status_code == 303
    return client


def opened(hall: Hall) -> UUID:
    mine = hall.caller("duty")
    arrival.open_arrival(hall.ledger, mine, carrier="日本郵便", declared_count=999)
    return mine.deed


def scan(client: httpx.Client, at: UUID, number: str, deed: UUID | None = None) -> httpx.Response:
    body = {"deed": str(deed or uuid4()), "text": number}
    return client.post(f"/api/arrivals/{at}/scans", json=body)


def outcome(answer: httpx.Response) -> str:
    told: dict[str, Any] = answer.json()
    return str(told["answers"][0]["outcome"])


def test_two_servers_take_in_the_same_pieces(hall: Hall) -> None:
    at, url = opened(hall), hall.engine.url.render_as_string(hide_password=False)
    with ExitStack() as both:
        servers = [both.enter_context(served(url)) for _ in range(2)]
        clients = [both.enter_context(closing(signed_in(it, hall, "duty"))) for it in servers]

        def all_numbers(client: httpx.Client) -> list[str]:
            return [outcome(scan(client, at, number)) for number in NUMBERS]

        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(all_numbers, clients))
        for pair in zip(*answers, strict=True):
            assert Counter(pair) == {"taken": 1, "already": 1}
        servers[0].kill()
        assert outcome(scan(clients[1], at, "13112383852")) == "taken"
    with hall.ledger.views() as views:
        assert views.books.arrival(at).count == len(NUMBERS) + 1
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


@pytest.mark.postgres
@pytest.mark.parametrize("how", ["killed", "stopped"])
def test_a_station_outlives_its_database(hasher: PinHasher, how: str) -> None:
    if postgres.programs() is None:
        pytest.skip("PostgreSQL's programs are missing; do: apt-get install postgresql")
    with postgres.cluster() as cluster:
        engine = open_engine(cluster.database())
        migrate.prepare(engine)
        hall = Hall(engine, hasher)
        at, deed = opened(hall), uuid4()
        url = engine.url.render_as_string(hide_password=False)
        with served(url) as server, closing(signed_in(server, hall, "duty")) as client:
            end: Callable[[], None] = cluster.kill if how == "killed" else cluster.stop
            end()
            page = client.get("/")
            answer = scan(client, at, NUMBERS[0], deed)
            assert (page.status_code, answer.status_code) == (503, 503)
            assert "台帳が応答しません。" in page.text
            assert answer.json()["code"] == "ledger_unreachable"
            assert "記録されていなければやり直してください。" in answer.json()["detail"]
            cluster.start()
            assert outcome(scan(client, at, NUMBERS[0], deed)) == "taken"
            assert outcome(scan(client, at, NUMBERS[0], deed)) == "taken"  # the first answer again
            assert client.get("/").status_code == 200
        assert [verdict.broken for verdict in verify(engine)] == [None]
        engine.dispose()

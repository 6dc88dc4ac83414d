"""A server that dies in mid-deed: what it answered as done is there, and nothing is half there."""

import threading
import time
from contextlib import closing
from uuid import uuid4

import httpx2 as httpx
import pytest

from station.desk import arrival
from station.ledger.verify import verify
from tests.support.browser import Server, free_port, served
from tests.support.hall import PIN, Hall

pytestmark = [pytest.mark.slow]

KILLS = 4
SECONDS_BEFORE_A_KILL = 1.2


def signed_in(server: Server, hall: Hall, who: str) -> httpx.Client:
    client = httpx.Client(base_url=server.address, headers={"Origin": server.address}, timeout=60)
    answer = client.post("/sign-in", data={"badge": hall.people[who].badge, "pin": PIN})
    assert answer.status_code == 303
    return client


def number(serial: int) -> str:
    body = f"{1000000000 + serial}"
    return body + str(int(body) % 7)


def test_what_was_answered_is_there_after_every_kill(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=9999)
    url = hall.engine.url.render_as_string(hide_password=False)
    port = free_port()
    acknowledged: dict[str, str] = {}
    serial = 0
    for _ in range(KILLS):
        with served(url, port) as server, closing(signed_in(server, hall, "duty")) as client:
            killer = threading.Timer(SECONDS_BEFORE_A_KILL, server.kill)
            killer.start()
            until = time.monotonic() + 60
            try:
                while time.monotonic() < until:
                    serial += 1
                    deed = str(uuid4())
                    body = {"deed": deed, "text": number(serial)}
                    answer = client.post(f"/api/arrivals/{opened.deed}/scans", json=body)
                    assert answer.json()["answers"][0]["outcome"] == "taken"
                    acknowledged[number(serial)] = deed
            except httpx.TransportError:
                pass
            killer.join()
    assert len(acknowledged) > KILLS
    with hall.ledger.views() as views:
        kept = {line.item.number: str(line.item.id) for line in views.items_of_arrival(opened.deed)}
        count = views.books.arrival(opened.deed).count
    assert acknowledged.items() <= kept.items()
    assert len(kept) == count <= serial
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_scan_that_is_sent_again_after_a_restart_is_one_scan(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    url = hall.engine.url.render_as_string(hide_password=False)
    body = {"deed": str(uuid4()), "text": number(1)}
    answers = []
    for _ in range(2):
        with served(url) as server, closing(signed_in(server, hall, "duty")) as client:
            answers.append(client.post(f"/api/arrivals/{opened.deed}/scans", json=body).json())
    assert answers[0] == answers[1]
    assert answers[0]["count"] == 1

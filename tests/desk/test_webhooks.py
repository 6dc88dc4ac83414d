"""Another system is told what happens: signed, in order, again after refusals and restarts."""

import base64
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from station.custody.values import Settlement
from station.desk import day_close, review, webhooks
from station.desk.webhooks import Receiver, WebhookError, receiver_of, tell
from station.ledger.store import Ledger
from tests.support.hall import PEOPLE, TREASURY, Hall, seen

ONE, TWO, THREE = "13112383852", "20112345676", "31245077161"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105
"""The specification's own example."""

GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


@dataclass
class Office:
    """A real HTTP server; `answers` are given first, then 204 to all."""

    port: int = 0
    during: Callable[[], object] = lambda: None
    answers: list[int] = field(default_factory=list)
    asked: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def receiver(self) -> Receiver:
        found = receiver_of(f"http://127.0.0.1:{self.port}/hook?to=dms", SECRET)
        assert found is not None
        return found

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.asked]


@contextmanager
def listening(office: Office) -> Iterator[None]:
    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.path == "/hook?to=dms"
            office.during()
            office.asked.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(office.answers.pop(0) if office.answers else 204)
            self.send_header("Location", f"http://127.0.0.1:{office.port}/hook?to=dms")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", office.port), Hook) as server:
        office.port = server.server_port
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def dms() -> Iterator[Office]:
    office = Office()
    with listening(office):
        yield office


def begun(hall: Hall, dms: Office) -> None:
    """The first round ever tells nothing: it begins at the journal's end."""
    assert tell(hall.ledger, dms.receiver()) == 0
    assert dms.asked == []


def test_what_happens_is_told_in_order_and_names_nobody(hall: Hall, dms: Office) -> None:
    hall.taken("clerk", THREE)
    begun(hall, dms)
    hall.routed(TREASURY, ONE)
    handed = hall.handed_over(ONE)
    tell(hall.ledger, dms.receiver())
    told = dms.events()
    assert [it["type"] for it in told] == ["piece.arrived", "piece.routed", "handover.sealed"]
    seqs = [it["data"]["seq"] for it in told]
    assert seqs == sorted(seqs)
    assert told[0]["data"]["number"] == ONE
    assert told[1]["data"]["department"] == TREASURY
    (piece,) = told[2]["data"]["pieces"]
    assert (told[2]["data"]["handover"], piece["number"]) == (str(handed), ONE)
    sent = b"".join(body for _, body in dms.asked).decode()
    for name in (*PEOPLE, *(str(it.person) for it in hall.people.values())):
        assert f'"{name}"' not in sent
    assert tell(hall.ledger, dms.receiver()) == 0


def test_cases_and_days_are_told(hall: Hall, dms: Office) -> None:
    begun(hall, dms)
    tokyo = ZoneInfo("Asia/Tokyo")
    opened = hall.caller("treasurer")
    day_close.open_day_close(hall.ledger, opened, zone=tokyo)
    done = hall.caller("treasurer")
    day_close.finish_day_count(hall.ledger, done, day_close=opened.deed, zone=tokyo)
    review.record_stray(hall.ledger, hall.caller("clerk"), seen=seen(TWO))
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case.id, reason="秘密の理由")
    tell(hall.ledger, dms.receiver())
    told = {it["type"]: it["data"] for it in dms.events()}
    assert told["day.closed"]["department"] == TREASURY
    assert told["day.closed"]["with_difference"] is False
    assert told["case.opened"]["case"] == told["case.settled"]["case"] == str(case.id)
    assert told["case.settled"]["settlement"] == Settlement.EXPLAINED
    assert "秘密" not in b"".join(body for _, body in dms.asked).decode()


def test_the_guide_verifies_a_signature_and_refuses_a_forged_one(
    hall: Hall, dms: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = re.search(r"    import base64, hashlib.*?(?=\n\n## )", GUIDE, re.DOTALL)
    assert code is not None
    known: dict[str, Any] = {}
    exec(re.sub(r"^    ", "", code[0], flags=re.MULTILINE), known)  # noqa: S102 - our own guide
    begun(hall, dms)
    hall.taken("clerk", ONE)
    tell(hall.ledger, dms.receiver())
    (headers, body), *_ = dms.asked
    monkeypatch.setattr(known["time"], "time", hall.clock.now.timestamp)
    assert known["is_genuine"](SECRET, headers, body)
    assert not known["is_genuine"](SECRET, headers, body.replace(ONE.encode(), TWO.encode()))
    assert not known["is_genuine"](SECRET, headers | {"webhook-id": "msg_other"}, body)
    other = "whsec_" + base64.b64encode(b"x" * 32).decode()
    assert not known["is_genuine"](other, headers, body)
    late = hall.clock.now + timedelta(minutes=10)
    monkeypatch.setattr(known["time"], "time", late.timestamp)
    assert not known["is_genuine"](SECRET, headers, body)


def test_a_signature_is_the_specifications_own_example() -> None:
    """The example of the specification's reference libraries (Svix's test vector)."""
    found = receiver_of("https://dms.example/", SECRET)
    assert found is not None
    signed = webhooks.signature(
        found.key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_what_is_refused_is_sent_again_after_growing_pauses_and_the_later_wait(
    hall: Hall, dms: Office
) -> None:
    begun(hall, dms)
    hall.taken("clerk", ONE, TWO)
    dms.answers += [500, 429]
    for wait in (timedelta(), timedelta(minutes=1), timedelta(minutes=2)):
        hall.clock.now += wait
        tell(hall.ledger, dms.receiver())
        assert tell(hall.ledger, dms.receiver()) == 0, "not before its time"
    numbers = [it["data"]["number"] for it in dms.events()]
    assert numbers == [ONE, ONE, ONE, TWO]
    assert len({headers["webhook-id"] for headers, _ in dms.asked[:3]}) == 1
    assert dms.asked[3][0]["webhook-id"] != dms.asked[0][0]["webhook-id"]
    with hall.ledger.webhooks() as kept:
        assert kept.waiting() == (0, None)


def test_nothing_is_lost_while_the_receiver_is_away_and_the_station_starts_anew(
    hall: Hall,
) -> None:
    dms = Office()
    with listening(dms):
        begun(hall, dms)
    hall.taken("clerk", ONE)
    assert tell(hall.ledger, dms.receiver()) == 0
    with hall.ledger.webhooks() as kept:
        waiting, failure = kept.waiting()
    assert waiting > 0
    assert failure
    hall.taken("clerk", TWO)
    anew = Ledger(hall.engine, hall.name, hall.clock)
    hall.clock.now += timedelta(minutes=2)
    with listening(dms):
        assert tell(anew, dms.receiver()) == 2
    assert [it["data"]["number"] for it in dms.events()] == [ONE, TWO]


def test_what_a_dead_teller_had_taken_on_is_told_when_its_claim_has_run_out(
    hall: Hall, dms: Office
) -> None:
    begun(hall, dms)
    hall.taken("clerk", ONE)
    with hall.ledger.webhooks() as kept:
        assert kept.claim(hall.ledger.now(), 10) is not None
    assert tell(hall.ledger, dms.receiver()) == 0, "two never tell the same at once"
    hall.clock.now += timedelta(minutes=3)
    assert tell(hall.ledger, dms.receiver()) == 1


def test_a_second_server_tells_nothing_while_the_first_is_telling(hall: Hall, dms: Office) -> None:
    begun(hall, dms)
    hall.taken("clerk", ONE, TWO)
    another = Ledger(hall.engine, hall.name, hall.clock)
    beside: list[int] = []
    dms.during = lambda: beside.append(tell(another, dms.receiver()))
    assert tell(hall.ledger, dms.receiver()) == 2
    assert beside == [0, 0]
    assert [it["data"]["number"] for it in dms.events()] == [ONE, TWO]


def test_a_redirect_is_not_followed(hall: Hall, dms: Office) -> None:
    begun(hall, dms)
    hall.taken("clerk", ONE)
    dms.answers.append(307)
    assert tell(hall.ledger, dms.receiver()) == 0
    assert len(dms.asked) == 1


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("ftp://x/", SECRET),
        ("dms.example", SECRET),
        ("https://x/", ""),
        ("https://x/", "secret"),
        ("https://x/", "whsec_?"),
        ("https://x/", "whsec_c2hvcnQ="),
    ],
)
def test_half_a_receiver_is_refused(url: str, secret: str) -> None:
    with pytest.raises(WebhookError, match="expected"):
        receiver_of(url, secret)
    assert receiver_of("", secret) is None

"""A day by the API alone: what was sent and answered becomes the examples of /openapi.json.

python -m tests.support.api_day writes them anew; tests/web/api/test_document.py plays the day again
and compares.  What differs from one play to another (ids, digests, references, badges) is replaced
by what stands for it, in the order of its appearance.
"""

import hashlib
import json
import logging
import re
import sys
import tempfile
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import event

from station.desk import devices
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.devices import Purpose
from station.ledger.faults import Fault, LedgerError
from station.ledger.store import By
from station.web.api.document import EXAMPLES
from station.web.app import create_app
from station.web.security import BODY_BYTES_MAX
from tests.support.hall import DUTY, PIN, SORTING, TREASURY, WATER, Hall
from tests.support.keys import fresh_signer
from tests.support.labels import encoded
from tests.support.video import with_labels

ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, STRAY = (
    f"{base}{base % 7}" for base in range(1311238385, 1311238394)
)
LIST = f"引受番号,差出人,あて先\n{ONE},大阪府税事務所,大阪狭山市役所 会計課 御中\n".encode()
ORIGIN = "http://testserver"

STATEMENT = "GET /api/handovers/{handover}/statement"
UUID_SHAPED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DIGEST_SHAPED = re.compile(r"\b[0-9a-f]{64}\b")
TIME_SHAPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")

Json = dict[str, Any]


class Recorder:
    """Terminals that note every call: the first that went well of each operation is kept."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.app: FastAPI = create_app(
            hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer
        )
        self._clients: dict[str, TestClient] = {}
        self.tokens: dict[str, str] = {}
        self.calls: dict[str, Json] = {}
        self.problems: dict[str, dict[str, Json]] = {}

    def client(self, who: str) -> TestClient:
        if who not in self._clients:
            client = TestClient(self.app, headers={"Origin": ORIGIN}, raise_server_exceptions=False)
            self._clients[who] = client
            if token := self.tokens.get(who):
                client.headers = {"Authorization": f"Bearer {token}"}
            elif who != "nobody":
                self(who, "POST", "/api/session", sent=self.badge(who))
        return self._clients[who]

    def badge(self, who: str) -> Json:
        return {"badge": self.hall.people[who].badge, "pin": PIN}

    def __call__(
        self, who: str, method: str, path: str, *, sent: Json | None = None, **parameters: object
    ) -> Json:
        answer = self._asked(who, method, path, sent, parameters)
        assert answer.is_success, (method, path, sent, answer.text)
        known: Json = {"status": str(answer.status_code)}
        if parameters:
            known["parameters"] = {name: str(value) for name, value in parameters.items()}
        if sent is not None:
            known["sent"] = {name: _shown(value) for name, value in sent.items()}
        is_json = answer.headers.get("content-type") == "application/json"
        if is_json:
            known["answered"] = answer.json()
        self.calls.setdefault(f"{method} {path}", known)
        return answer.json() if is_json else {}

    def deed(self, who: str, path: str, *, sent: Json | None = None, **parameters: object) -> str:
        """Do a deed with a UUID of its own; return it."""
        key = str(uuid4())
        self(who, "POST", path, sent={"deed": key, **(sent or {})}, **parameters)
        return key

    def refused(
        self, who: str, method: str, path: str, *, sent: Json | None = None, **parameters: object
    ) -> None:
        """Note why something is refused."""
        answer = self._asked(who, method, path, sent, parameters)
        assert answer.is_error, (method, path, answer.text)
        self.note(answer)

    def note(self, answer: Response) -> None:
        problem = answer.json()
        assert problem["status"] == answer.status_code
        known = self.problems.setdefault(str(answer.status_code), {})
        known.setdefault(problem["code"], problem)

    def _asked(
        self, who: str, method: str, path: str, sent: Json | None, parameters: Json
    ) -> Response:
        client = self.client(who)
        query = {name: value for name, value in parameters.items() if f"{{{name}}}" not in path}
        url = path.format_map(parameters)
        files = {name: it for name, it in (sent or {}).items() if isinstance(it, tuple)}
        if files:
            form = {name: it for name, it in (sent or {}).items() if name not in files}
            return client.request(method, url, data=form, files=files, params=query)
        return client.request(method, url, json=sent, params=query)

    def told(self) -> Json:
        """Return what was noted, with what stands for all that differs from play to play."""
        text = json.dumps({"calls": self.calls, "problems": self.problems}, ensure_ascii=False)
        for one in self.hall.people.values():
            text = text.replace(one.badge, "ABCD2345")
        seen: dict[str, str] = {}

        def stands_for(found: re.Match[str]) -> str:
            return seen.setdefault(found[0], str(uuid5(NAMESPACE_URL, f"{len(seen)}")))

        text = UUID_SHAPED.sub(stands_for, text)
        digests: dict[str, str] = {}

        def digest_for(found: re.Match[str]) -> str:
            made = hashlib.sha256(f"{len(digests)}".encode()).hexdigest()
            return digests.setdefault(found[0], made)

        text = DIGEST_SHAPED.sub(digest_for, text)
        text = TIME_SHAPED.sub("2020-10-31T01:40:00Z", text)
        text = re.sub(r'"reference": "\w{8}"', '"reference": "7KQ2MN4P"', text)
        told: Json = json.loads(text)
        signed = told["calls"].get(STATEMENT)
        if signed is not None:  # its pieces stand by ids, which differ from play to play
            *head, one, other, end = signed["answered"]["text"].split("\n")
            signed["answered"]["text"] = "\n".join((*head, *sorted((one, other)), end))
        return told


def _shown(value: object) -> object:
    """A file is shown by its name: what was in it belongs into no document."""
    return value[0] if isinstance(value, tuple) else value


def picture(*numbers: str) -> tuple[str, bytes, str]:
    """A JPEG of labels, as a camera takes it."""
    return ("frame.jpg", encoded(with_labels(*(f"A{it}A" for it in numbers)), "JPEG"), "image/jpeg")


def play(record: Recorder) -> None:
    """Everything that a terminal does, once."""
    record("nobody", "GET", "/health")
    _session(record)
    _expected(record)
    items = _arrivals(record)
    _sorting(record, items)
    _handovers(record, items)
    _review(record)
    _pieces(record, items)
    _incident(record, items)
    _day_close(record)
    _problems(record, items)


def _session(record: Recorder) -> None:
    record("clerk2", "GET", "/api/session")
    record("clerk2", "PATCH", "/api/session", sent={"department": SORTING})
    record("clerk2", "GET", "/api/departments")
    record("clerk2", "GET", "/api/problems/{code}", code="sets_differ")
    record("clerk2", "DELETE", "/api/session")
    record("clerk2", "POST", "/api/session", sent=record.badge("clerk2"))


def _expected(record: Recorder) -> None:
    table = ("list.csv", LIST, "text/csv")
    look = record("clerk", "POST", "/api/expected/preview", sent={"table": table})
    sent = {"deed": str(uuid4()), "table": table, "mark": look["mark"]}
    record("clerk", "POST", "/api/expected", sent=sent)
    record("clerk", "GET", "/api/expected")


def _arrivals(record: Recorder) -> dict[str, str]:
    record("clerk", "GET", "/api/sorting")
    due = record("clerk", "GET", "/api/expected")["lists"][0]["id"]
    opened = {"carrier": "日本郵便", "declared_count": 5, "list_id": due}
    one = record.deed("clerk", "/api/arrivals", sent=opened)
    path = "/api/arrivals/{arrival}"
    record.deed("clerk", f"{path}/scans", sent={"text": ONE}, arrival=one)
    record.deed("clerk", f"{path}/typed", sent={"first": TWO, "second": TWO}, arrival=one)
    record.deed("clerk", f"{path}/pictures", sent={"picture": picture(THREE)}, arrival=one)
    record.deed("clerk", f"{path}/scans", sent={"text": FOUR}, arrival=one)
    record.deed("clerk", f"{path}/undo", arrival=one)
    for number in (FOUR, FIVE):
        record.deed("clerk", f"{path}/scans", sent={"text": number}, arrival=one)
    record("clerk", "GET", "/api/arrivals")
    told = record("clerk", "GET", path, arrival=one)
    record.deed("clerk", f"{path}/close", arrival=one)
    record("clerk", "GET", "/api/arrivals/closed")
    _by_hand(record)
    less = record.deed("duty", "/api/arrivals", sent={"carrier": "ヤマト運輸", "declared_count": 1})
    record.deed("duty", f"{path}/refer", arrival=less)
    record("clerk", "POST", "/api/frames", sent={"picture": picture(ONE)})
    return {it["number"]: it["id"] for it in told["pieces"]}


def _device(record: Recorder) -> None:
    """A camera above the table of the duty desk."""
    hall = record.hall
    admin = hall.caller("admin")
    by = By(admin.deed, admin.person, admin.terminal)
    keeper = hall.people["duty"].person
    new = devices.NewDevice("宿直室のカメラ", DUTY, keeper, Purpose.ARRIVAL, 365)
    record.tokens["camera"] = devices.issue_device(hall.ledger, by, new)
    record.deed("camera", "/api/device/scans", sent={"text": SEVEN})
    record.deed("camera", "/api/device/pictures", sent={"picture": picture(EIGHT)})


def _by_hand(record: Recorder) -> None:
    """A delivery of which no scanner takes anything in."""
    one = record.deed("duty", "/api/arrivals", sent={"carrier": "DHL", "declared_count": 5})
    _device(record)
    path = "/api/arrivals/{arrival}"
    sent = {"photo": picture(), "description": "茶封筒"}
    record.deed("duty", f"{path}/label", sent=sent, arrival=one)
    typed = {"first": SIX, "second": SIX}
    record.deed("duty", f"{path}/unreadable", sent=typed | {"photo": picture()}, arrival=one)
    record.deed("duty", f"{path}/another", sent=typed, arrival=one)
    record.deed("duty", f"{path}/slips", sent={"photo": picture()}, arrival=one)
    record("duty", "GET", f"{path}/slips/{{place}}", arrival=one, place=1)


def _opening(record: Recorder, item: str) -> None:
    """An undecided piece is opened by two."""
    sent = {"reason": "あて名がない"}
    record.deed("clerk", "/api/items/{item}/opening", sent=sent, item=item)
    present = record.badge("clerk2")
    record.deed("clerk", "/api/items/{item}/opening/witness", sent=present, item=item)


def _sorting(record: Recorder, items: dict[str, str]) -> None:
    record("clerk", "GET", "/api/sorting")
    record.deed("clerk", "/api/sorting/scans", sent={"text": ONE})
    record("clerk", "GET", "/api/items/{item}/advice", item=items[ONE])
    words = {ONE: TREASURY, TWO: TREASURY, THREE: TREASURY, FOUR: WATER, FIVE: None}
    for number, word in words.items():
        sent = {"department": word}
        record.deed("clerk", "/api/items/{item}/first-entry", sent=sent, item=items[number])
    record("clerk", "GET", "/api/sorting/own")
    record("clerk2", "GET", "/api/checking")
    record.deed("clerk2", "/api/checking/scans", sent={"text": ONE})
    for number, word in words.items():
        sent = {"department": word}
        record.deed("clerk2", "/api/items/{item}/check-entry", sent=sent, item=items[number])
    known = {"service": "registered", "is_confidential": True}
    record.deed("clerk", "/api/items/{item}/describe", sent=known, item=items[ONE])
    wrong = {"reason": "税務課あて"}
    record.deed("clerk", "/api/items/{item}/question", sent=wrong, item=items[FOUR])
    _opening(record, items[FIVE])


def _handovers(record: Recorder, items: dict[str, str]) -> None:
    path = "/api/handovers/{handover}"
    one = record.deed("clerk", "/api/handovers", sent={"receiver": TREASURY})
    for number in (ONE, TWO, THREE):
        record.deed("clerk", f"{path}/scans", sent={"text": number}, handover=one)
    record.deed("clerk", f"{path}/withdraw", sent={"item": items[TWO]}, handover=one)
    record.deed("clerk", f"{path}/pictures", sent={"picture": picture(TWO)}, handover=one)
    record("treasurer", "GET", f"{path}/phase", handover=one)
    record.deed("clerk", f"{path}/offered", handover=one)
    record("treasurer", "GET", "/api/notices")
    for number in (ONE, TWO, THREE):
        record.deed("treasurer", f"{path}/scans", sent={"text": number}, handover=one)
    record.deed("treasurer", f"{path}/unreceive", sent={"item": items[TWO]}, handover=one)
    sent = {"item": items[THREE], "reason": "経営企画あて"}
    record.deed("treasurer", f"{path}/disown", sent=sent, handover=one)
    record("treasurer", "GET", "/api/handovers")
    record.deed("treasurer", f"{path}/counted", handover=one)
    record.deed("treasurer", f"{path}/refer", handover=one)
    record.refused("clerk", "POST", f"{path}/offered", sent={"deed": str(uuid4())}, handover=one)
    record.deed("treasurer", f"{path}/scans", sent={"text": TWO}, handover=one)
    record.deed("treasurer", f"{path}/counted", handover=one)
    agreed = record("treasurer", "GET", path, handover=one)
    for who in ("clerk", "treasurer"):
        signed = {"digest": agreed["digest"], **record.badge(who)}
        record.deed("clerk", f"{path}/sign", sent=signed, handover=one)
    two = record.deed("clerk", "/api/handovers", sent={"receiver": WATER})
    record.deed("clerk", f"{path}/cancel", sent={"reason": "箱を間違えた"}, handover=two)
    record("treasurer", "GET", "/api/handovers/sealed")
    record("treasurer", "GET", f"{path}/statement", handover=one)


def _review(record: Recorder) -> None:
    for path, sent in (
        ("scans", {"text": STRAY}),
        ("typed", {"first": STRAY, "second": STRAY}),
        ("pictures", {"picture": picture(STRAY)}),
    ):
        record.deed("clerk", f"/api/strays/{path}", sent=sent)
    path = "/api/review/{case}"
    by_kind = {it["what"]: it["id"] for it in record("supervisor", "GET", "/api/review")["cases"]}
    reason = {"reason": "配達員に返した"}
    record.deed("supervisor", f"{path}/settle", sent=reason, case=by_kind["found"])
    routed = {"department": WATER, "reason": "封筒に書いてある"}
    record.deed("supervisor", f"{path}/route", sent=routed, case=by_kind["undecided"])
    differs = by_kind["count_difference"]
    proposed = {"settlement": "close_with_difference", "reason": "配達員に確認した"}
    proposal = record.deed("supervisor", f"{path}/propose", sent=proposed, case=differs)
    record("supervisor", "GET", path, case=differs)
    record.deed("clerk", f"{path}/second", sent={"proposal": proposal}, case=differs)
    record.deed("supervisor", f"{path}/correct", sent={"reason": "あとで届いた"}, case=differs)


def _pieces(record: Recorder, items: dict[str, str]) -> None:
    record("treasurer", "GET", "/api/held")
    sent = {"ending": "opened"}
    record.deed("treasurer", "/api/items/{item}/deliver", sent=sent, item=items[ONE])
    record("clerk", "GET", "/api/items", q="大阪府税事務所")
    record("clerk", "GET", "/api/items/{item}", item=items[ONE])
    record("clerk", "GET", "/api/items/{item}/photo", item=items[THREE])


def _incident(record: Recorder, items: dict[str, str]) -> None:
    sent = {"reason": "棚にない"}
    one = record.deed("supervisor", "/api/items/{item}/incident", sent=sent, item=items[TWO])
    path = "/api/incidents/{incident}"
    record.deed("supervisor", f"{path}/ask", sent={"department": WATER}, incident=one)
    record.deed("supervisor", f"{path}/remind", incident=one)
    (asked,) = record("treasurer", "GET", path, incident=one)["searches"]
    found = {"found": True, "note": "金庫の上"}
    answers = f"{path}/answers/{{search}}"
    record.deed("treasurer", answers, sent=found, incident=one, search=asked["id"])
    record("supervisor", "GET", "/api/incidents")
    record.deed("supervisor", f"{path}/found", sent={"reason": "金庫の上にあった"}, incident=one)


def _day_close(record: Recorder) -> None:
    path = "/api/day-close/{close}"
    one = record.deed("clerk", "/api/day-close")
    record.deed("clerk", f"{path}/scans", sent={"text": FOUR}, close=one)
    record.deed("clerk", f"{path}/undo", close=one)
    record.deed("clerk", f"{path}/pictures", sent={"picture": picture(FIVE)}, close=one)
    record.deed("clerk", f"{path}/counted", close=one)
    record("clerk", "GET", path, close=one)
    record.deed("clerk", f"{path}/recount", close=one)
    record("supervisor", "GET", "/api/day-close")
    record("clerk", "GET", "/api/day-close/before")


def _problems(record: Recorder, items: dict[str, str]) -> None:
    scans = "/api/arrivals/{arrival}/scans"
    keyed = {"deed": str(uuid4()), "text": ONE}
    record.refused("nobody", "GET", "/api/held")
    wrong = {**record.badge("clerk"), "pin": "000000"}
    for _ in range(6):
        record.refused("nobody", "POST", "/api/session", sent=wrong)
    record.refused("treasurer", "GET", "/api/items", q=ONE)
    record.refused("water", "GET", "/api/items/{item}", item=items[ONE])
    record.refused("clerk", "POST", scans, sent=keyed, arrival=uuid4())
    record.refused("clerk", "GET", "/api/nothing")
    record.refused("clerk", "PUT", "/api/held", sent={})
    closed = record("clerk", "GET", "/api/arrivals")["closed"][0]["id"]
    again = {"deed": str(uuid4())}
    record.refused("clerk", "POST", "/api/arrivals/{arrival}/close", sent=again, arrival=closed)
    record.refused("clerk", "POST", scans, sent={"deed": "no uuid"}, arrival=closed)
    typed = {"deed": str(uuid4()), "first": ONE, "second": TWO}
    record.refused("clerk", "POST", "/api/strays/typed", sent=typed)
    badge = {"deed": str(uuid4()), "text": record.hall.people["clerk"].badge}
    record.refused("clerk", "POST", "/api/strays/scans", sent=badge)
    for data in (b"", b"hello"):
        sent = {"deed": str(uuid4()), "picture": ("x.jpg", data, "image/jpeg")}
        record.refused("clerk", "POST", "/api/strays/pictures", sent=sent)
    table = ("list.csv", f"引受番号\n{ONE[:-1]}9\n".encode(), "text/csv")
    record.refused("clerk", "POST", "/api/expected/preview", sent={"table": table})
    client = record.client("clerk")
    record.note(client.post("/api/arrivals", content=iter([b"{}"])))
    headers = {"Content-Length": str(BODY_BYTES_MAX + 1)}
    record.note(client.post("/api/arrivals", content=b"x", headers=headers))
    record.note(client.post("/api/arrivals", headers={"Origin": "http://elsewhere.example"}))
    for fault in Fault:
        _fail(record, fault)


def _fail(record: Recorder, fault: Fault) -> None:
    """Ask while the database fails."""

    def fail(*_: object) -> None:
        raise LedgerError(fault, "the disk said so")

    event.listen(record.hall.engine, "begin", fail)
    record.refused("clerk", "GET", "/api/held")
    event.remove(record.hall.engine, "begin", fail)


def played(folder: Path) -> Recorder:
    """Play the day in a database of its own."""
    engine = open_engine(f"sqlite:///{folder}/station.sqlite3")
    migrate.prepare(engine)
    hasher = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    record = Recorder(Hall(engine, hasher))
    play(record)
    return record


def main() -> None:
    """Write the examples."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        told = played(Path(folder)).told()
    EXAMPLES.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(told['calls'])} calls\n")


if __name__ == "__main__":
    main()

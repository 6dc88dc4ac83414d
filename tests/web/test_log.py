"""The log says how each request went, and nothing of whose mail it was."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from station import logs
from station.custody.facts import ItemTakenIn
from station.custody.refusal import Reason, Refused
from station.desk import arrival
from station.ledger.faults import Fault, LedgerError
from station.web.app import create_app
from tests.support.hall import PIN, TREASURY, Hall, seen
from tests.support.keys import fresh_signer
from tests.support.labels import bars, encoded

ONE, TWO, ODD = "13112383852", "20112345676", "31245077161"
ORIGIN = "http://testserver"
WRONG_PINS = ("314159", "000000", "271829")
SENDER = "大阪府税事務所"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    before = logging.root.handlers[:], logging.root.level
    path = tmp_path / "station.log"
    logs.begin(path, 1_000_000, 3)
    yield path
    for handler in logging.root.handlers:
        handler.close()
    logging.root.handlers[:], level = before
    logging.root.setLevel(level)
    logging.getLogger("station").setLevel(logging.NOTSET)


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def terminal(hall: Hall) -> TestClient:
    app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
    return TestClient(
        app, headers={"Origin": ORIGIN}, follow_redirects=False, raise_server_exceptions=False
    )


def deed(**more: str) -> dict[str, str]:
    return {"deed": str(uuid4()), **more}


def a_day(hall: Hall, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong PINs, a list with a name, scans of every kind, looking things up, refusals, a bug."""
    for who in ("duty", "clerk"):
        badge = hall.people[who].badge
        for pin in WRONG_PINS[:2]:
            assert client.post("/sign-in", data={"badge": badge, "pin": pin}).status_code == 401
    client.post("/sign-in", data={"badge": "STN000000000000", "pin": WRONG_PINS[2]})
    form = {"badge": hall.people["clerk"].badge, "pin": PIN}
    assert client.post("/sign-in", data=form).status_code == 303
    table = f"引受番号,差出人,あて先\n131-12-38385-2,{SENDER},会計課 御中\n".encode()
    client.post("/expected", data=deed(), files={"table": ("x.csv", table)})
    wrong = f"引受番号,差出人\n131-12-38385-3,{SENDER}\n".encode()
    client.post("/expected", data=deed(), files={"table": ("x.csv", wrong)})
    opened = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="3"))
    arrival = opened.headers["location"].rsplit("/", 1)[1]
    scans = f"/api/arrivals/{arrival}/scans"
    for text in (ONE, ONE, TWO, "no number", ODD[:-1]):
        assert client.post(scans, json=deed(text=text)).is_success
    client.post(f"/arrivals/{arrival}/close", data=deed())
    for path in (f"/trace?q={ONE}", f"/trace?q={SENDER}", "/trace?q=clerk", "/sorting"):
        client.get(path)
    client.get(f"/{ONE}/{hall.people['clerk'].badge}?name={SENDER}")
    client.get("/review/no-uuid")
    client.post(scans.replace(arrival, str(uuid4())), json=deed(text=ONE))
    client.post(scans, content=f"not json {ONE} {SENDER}")

    def fails(*_args: object, **_details: object) -> None:
        raise RuntimeError(f"a bug with {SENDER}, {ONE} and {PIN}")

    with monkeypatch.context() as patched:
        patched.setattr("station.ledger.journal.write", fails)
        assert client.post(scans, json=deed(text=TWO)).status_code == 500


def test_a_day_leaves_no_name_badge_pin_or_number_in_the_log(
    hall: Hall, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day(hall, terminal(hall), monkeypatch)
    text = file.read_text(encoding="utf-8")
    assert len(lines(file)) > 20, "the day is in the log"
    badges = {person.badge for person in hall.people.values()}
    people = {str(person.person) for person in hall.people.values()}
    names = (SENDER, "clerk", "duty", "総務", "会計課", "日本郵便", "管理者")
    for hidden in (ONE, TWO, ODD, "131-12", PIN, *WRONG_PINS, *names, *badges, *people):
        assert hidden not in text, hidden
    with hall.ledger.views() as views:
        for item in views.books.numbered_items(ONE) + views.books.numbered_items(TWO):
            assert str(item.id) not in text
    assert not re.search(r"\d{8,}", re.sub(r'"(at|request)": "[^"]*"', "", text))


def test_each_request_is_a_line_with_its_template_and_reference(hall: Hall, file: Path) -> None:
    client = terminal(hall)
    client.post("/sign-in", data={"badge": hall.people["clerk"].badge, "pin": PIN})
    (item,) = hall.routed(TREASURY, ONE)
    assert client.get(f"/items/{item}").status_code == 200
    line = lines(file)[-1]
    assert line["route"] == "/items/{item}"
    assert (line["method"], line["status"], line["level"]) == ("GET", 200, "info")
    assert "code" not in line, "nothing was refused"
    assert isinstance(line["ms"], float)
    assert 0 < line["ms"] < 60_000
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{8}", str(line["request"]))
    references = [it["request"] for it in lines(file) if "route" in it]
    assert len(set(references)) == len(references)


def test_each_look_at_a_photo_says_whose_it_was_and_a_refused_one_is_none(
    hall: Hall, file: Path
) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    pictured = replace(seen(ONE), photo=encoded(bars("A" + ONE + "A"), "JPEG"))
    taken = arrival.take_in(
        hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=pictured
    ).facts[0]
    assert isinstance(taken, ItemTakenIn)
    assert taken.scan.photo
    paths = (f"/photos/{taken.item}", f"/api/items/{taken.item}/photo")
    for who, status in {"clerk": 200, "water": 403}.items():
        client = terminal(hall)
        client.post("/sign-in", data={"badge": hall.people[who].badge, "pin": PIN})
        assert [client.get(path).status_code for path in paths] == [status, status]
    looks = [line for line in lines(file) if line["logger"] == "station.looks"]
    assert {look["person"] for look in looks} == {str(hall.people["clerk"].person)}
    assert {look["photo"] for look in looks} == {str(taken.scan.photo.id)}
    asked = [it["request"] for it in lines(file) if it.get("status") == 200]
    assert [look["request"] for look in looks] == asked


def test_a_scan_says_what_was_answered(hall: Hall, file: Path) -> None:
    client = terminal(hall)
    client.post("/sign-in", data={"badge": hall.people["duty"].badge, "pin": PIN})
    opened = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="1"))
    scans = f"/api{opened.headers['location']}/scans"
    for _again in range(2):
        client.post(scans, json=deed(text=ONE))
    assert [line["scans"] for line in lines(file) if "scans" in line] == [["taken"], ["already"]]


def test_the_error_page_bears_the_reference_of_its_line(
    hall: Hall, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = terminal(hall)
    client.post("/sign-in", data={"badge": hall.people["duty"].badge, "pin": PIN})
    refused = client.get(f"/arrivals/{uuid4()}")
    assert refused.status_code == 404
    line = lines(file)[-1]
    assert f": {line['request']}</p>" in refused.text
    assert line["code"] == "unknown_subject"
    assert "unknown_subject" not in refused.text, "a code is no word for a reader"
    problem = client.post(f"/api/arrivals/{uuid4()}/scans", json=deed(text=ONE)).json()
    assert problem["reference"] == lines(file)[-1]["request"]

    def fails(*_args: object, **_details: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("station.ledger.journal.write", fails)
    page = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="5")).text
    told, request = lines(file)[-2:]
    told, request = (told, request) if "where" in told else (request, told)
    assert told["request"] == request["request"]
    assert f": {told['request']}</p>" in page
    assert told["says"] == "unexpected"
    assert told["error"] == "RuntimeError"
    assert "fails" in str(told["where"])
    assert request["level"] == "error"


def record(name: str, message: str, *args: object, error: Exception | None = None) -> str:
    info = (type(error), error, None) if error else None
    made = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, info)
    return logs.Lines().format(made) + logs.Plain().format(made)


@pytest.mark.parametrize(
    "number",
    [
        ONE,
        "131-12-38385-2",
        "4055 4842 4886",
        "RR123456785JP",
        "MRL000000017",
        "9400110200881234567890",
        "STN0123456789AB",
    ],
)
def test_what_looks_like_a_number_is_struck_out(number: str) -> None:
    said = record("station.web", "it was %s, again", number)
    assert number not in said
    assert said.count("it was [number], again") == 2


def test_an_errors_words_are_left_out_and_its_code_is_not() -> None:
    refused = Refused(Reason.UNKNOWN_SUBJECT, got=SENDER)
    said = record("station", "a round failed", error=refused)
    assert SENDER not in said
    assert said.count("Refused unknown_subject") == 2
    failed = LedgerError(Fault.OTHER, f"a value: {SENDER}")
    failed.__cause__ = ValueError(SENDER)
    said = record("station", "a round failed", error=failed)
    assert SENDER not in said
    assert said.count("LedgerError ledger_failed from ValueError") == 2


def test_another_librarys_words_are_left_out() -> None:
    assert SENDER not in record("asyncio", "a task of %s failed", SENDER)
    assert "asyncio spoke" in record("asyncio", "a task of %s failed", SENDER)
    assert "stationery spoke" in record("stationery", "x")
    assert "Invalid HTTP request" in record("uvicorn.error", "Invalid HTTP request received.")


def test_a_full_file_is_exchanged_and_old_ones_go(tmp_path: Path) -> None:
    before = logging.root.handlers[:], logging.root.level
    path = tmp_path / "station.log"
    logs.begin(path, 10_000, 2)
    for count in range(1_000):
        logging.getLogger("station").info("line %s", count)
    (handler,) = logging.root.handlers
    handler.close()
    logging.root.handlers[:], level = before
    logging.root.setLevel(level)
    logging.getLogger("station").setLevel(logging.NOTSET)
    assert sorted(it.name for it in tmp_path.iterdir()) == [
        "station.log",
        "station.log.1",
        "station.log.2",
    ]
    longest = max(len(line) for line in path.read_bytes().splitlines(keepends=True))
    assert all(it.stat().st_size < 10_000 + longest for it in tmp_path.iterdir())
    assert all(it.stat().st_size >= 10_000 for it in tmp_path.iterdir() if it != path)
    assert lines(path)[-1]["says"] == "line 999"


@pytest.mark.parametrize(
    ("folder", "bytes_max", "keep", "says"),
    [
        ("no/such", 1_000_000, 3, "expected a file that can be written in STATION_LOG"),
        (".", 100, 3, "expected STATION_LOG_BYTES of 10000 or more"),
        (".", 1_000_000, 0, "STATION_LOG_KEEP of 1 or more"),
    ],
)
def test_a_log_that_cannot_be_written_is_said_at_the_start(
    tmp_path: Path, folder: str, bytes_max: int, keep: int, says: str
) -> None:
    with pytest.raises(logs.LogError, match=says):
        logs.begin(tmp_path / folder / "station.log", bytes_max, keep)

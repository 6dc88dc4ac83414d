"""What the station says of a camera's frames, and that a page that lies gains nothing."""

import logging
import re
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from station.desk import arrival
from station.ledger import journal
from station.ledger.database import reading
from station.scan.reader import LIVE, STILL
from station.scan.reading import Doubtful, PictureReadings
from station.web.app import create_app
from station.web.assets import STATIC
from station.web.routes import frames
from tests.support.hall import PIN, TREASURY, Hall
from tests.support.keys import fresh_signer
from tests.support.labels import bars, encoded
from tests.support.video import with_labels

ONE, TWO, WRONG = "13112383852", "20112345676", "13112383853"
ORIGIN = "http://testserver"

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def signed_in(hall: Hall, who: str = "clerk") -> TestClient:
    app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
    client = TestClient(app, headers={"Origin": ORIGIN}, follow_redirects=False)
    form = {"badge": hall.people[who].badge, "pin": PIN}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def frame(*texts: str) -> bytes:
    return encoded(with_labels(*(f"A{text}A" for text in texts)), "JPEG")


def looked(client: TestClient, picture: bytes, **more: str) -> Response:
    files = {"picture": ("frame.jpg", picture, "image/jpeg")}
    return client.post("/api/frames", files=files, data=more)


def sent(client: TestClient, url: str, picture: bytes, **more: str) -> Response:
    files = {"picture": ("frame.jpg", picture, "image/jpeg")}
    return client.post(url, files=files, data={"deed": str(uuid4()), "only_one": "true", **more})


def entries(hall: Hall) -> object:
    with reading(hall.engine) as connection:
        return journal.head(connection, hall.name)


def opened_arrival(hall: Hall) -> UUID:
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    return opened.deed


@on_sqlite
def test_a_frame_is_answered_with_what_stands_where_and_nothing_is_recorded(hall: Hall) -> None:
    client = signed_in(hall)
    before = entries(hall)
    (seen,) = looked(client, frame(ONE)).json()["numbers"]
    assert (seen["number"], seen["shown"], seen["is_verified"]) == (ONE, "131-12-38385-2", True)
    across = [x for x, _ in seen["corners"]]
    down = [y for _, y in seen["corners"]]
    assert 300 < min(across) < max(across) < 300 + bars(f"A{ONE}A", narrow_px=2).shape[1] + 40
    assert 120 < min(down) < max(down) < 320
    both = looked(client, frame(ONE, TWO)).json()["numbers"]
    assert {it["number"] for it in both} == {ONE, TWO}
    assert looked(client, frame()).json() == {"numbers": []}
    assert entries(hall) == before


@on_sqlite
def test_a_doubtful_frame_says_why_and_what_to_do(hall: Hall) -> None:
    (seen,) = looked(signed_in(hall), frame(WRONG)).json()["numbers"]
    assert (seen["number"], seen["is_verified"], seen["why"]) == (WRONG, False, "check_digit")
    assert "検査数字" in seen["says"]


@on_sqlite
def test_a_careful_look_goes_as_far_as_at_a_picture(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    efforts = []
    single = Doubtful(ONE, (), "nw7", ("zxing",), (), "one_witness")

    def read(_grey: object, effort: object) -> PictureReadings:
        efforts.append(effort)
        return PictureReadings((), (single,))

    monkeypatch.setattr(frames, "read_grey", read)
    client = signed_in(hall)
    assert looked(client, frame(ONE)).json()["numbers"][0]["why"] == "one_witness"
    looked(client, frame(ONE), careful="true")
    assert efforts == [LIVE, STILL]


@on_sqlite
def test_what_is_no_frame_is_said(hall: Hall) -> None:
    client = signed_in(hall)
    noise = np.random.default_rng(1).integers(0, 256, (2500, 2500), np.uint8)
    for picture, code in (
        (b"", "empty"),
        (b"nothing", "not_a_picture"),
        (frame(ONE)[:-900], "truncated"),
        (encoded(noise), "too_large"),
    ):
        answer = looked(client, picture)
        assert (answer.status_code, answer.json()["code"]) == (422, code)


@on_sqlite
def test_a_caught_frame_is_recorded_with_its_picture_by_the_stations_own_reading(
    hall: Hall,
) -> None:
    opened, client = opened_arrival(hall), signed_in(hall)
    answer = sent(client, f"/api/arrivals/{opened}/pictures", frame(ONE)).json()
    (taken,) = answer["answers"]
    assert (taken["outcome"], taken["number"], answer["count"]) == ("taken", "131-12-38385-2", 1)
    assert client.get(taken["photo"]).headers["content-type"] == "image/jpeg"
    with hall.ledger.views() as views:
        (line,) = views.items_of_arrival(opened)
    assert line.item.scan.number == ONE
    assert len(line.item.scan.witnesses) >= 2


@on_sqlite
def test_a_page_that_lies_makes_nothing_verified(hall: Hall) -> None:
    opened, client = opened_arrival(hall), signed_in(hall)
    lies = {"number": ONE, "is_verified": "true", "trust": "verified", "witnesses": "zbar"}
    answer = sent(client, f"/api/arrivals/{opened}/pictures", frame(WRONG), **lies).json()
    assert [it["outcome"] for it in answer["answers"]] == ["look"]
    with hall.ledger.views() as views:
        (case,) = views.books.open_cases(arrival=opened)
    assert case.scan is not None
    assert (case.scan.text, case.scan.number, case.scan.why) == (WRONG, None, "check_digit")
    assert case.scan.photo is not None


@on_sqlite
def test_a_frame_of_several_pieces_is_refused_whole_and_a_picture_of_them_is_not(
    hall: Hall,
) -> None:
    opened, client = opened_arrival(hall), signed_in(hall)
    url = f"/api/arrivals/{opened}/pictures"
    refused = sent(client, url, frame(ONE, TWO))
    assert (refused.status_code, refused.json()["code"]) == (422, "several")
    with hall.ledger.views() as views:
        assert not views.items_of_arrival(opened)
    assert sent(client, url, frame(ONE, TWO), only_one="false").json()["count"] == 2


@on_sqlite
def test_the_same_deed_sent_twice_is_one_piece(hall: Hall) -> None:
    opened, client = opened_arrival(hall), signed_in(hall)
    deed = str(uuid4())
    for _ in range(2):
        answer = sent(client, f"/api/arrivals/{opened}/pictures", frame(ONE), deed=deed).json()
        assert (answer["count"], answer["answers"][0]["outcome"]) == (1, "taken")


@on_sqlite
def test_handovers_and_day_closes_take_frames_and_keep_no_picture(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    url = f"/api/handovers/{handover}/pictures"
    answer = sent(signed_in(hall, "treasurer"), url, frame(ONE)).json()
    assert (answer["count"], answer["answers"][0]["outcome"]) == (1, "taken")
    assert answer["answers"][0]["photo"] is None
    assert TWO not in str(answer)
    clerk = signed_in(hall)
    begun = clerk.post("/day-close", data={"deed": str(uuid4())}).headers["location"]
    counted = sent(clerk, f"/api{begun}/pictures", frame(TWO)).json()
    assert counted["count"] == 1
    assert counted["answers"][0]["photo"] is None


@on_sqlite
def test_only_a_member_of_a_side_may_send_frames_to_a_handover(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    url = f"/api/handovers/{handover}/pictures"
    assert sent(signed_in(hall, "water"), url, frame(ONE)).status_code == 403


@on_sqlite
def test_frames_do_not_drive_other_requests_out_of_the_log(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(hall)
    with caplog.at_level(logging.INFO, "station.requests"):
        looked(client, frame(ONE))
        looked(client, b"nothing")
        client.get("/arrivals")
    records = [it for it in caplog.records if it.name == "station.requests"]
    said = [(record.__dict__["route"], record.__dict__["status"]) for record in records]
    assert said == [("/api/frames", 422), ("/arrivals", 200)]


def test_the_page_cuts_out_what_its_frame_surrounds() -> None:
    lens = (STATIC / "lens.js").read_text()
    css = (STATIC / "station.css").read_text().split(".camera .guide {")[1].split("}")[0]
    for side in ("left", "top", "width", "height"):
        cut = re.search(rf"{side}: (0\.\d+)", lens.split("GUIDE = {")[1])
        drawn = re.search(rf"{side}: (\d+)%", css)
        assert cut, side
        assert drawn, side
        assert float(cut[1]) == int(drawn[1]) / 100

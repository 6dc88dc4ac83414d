"""station watch --to: what a camera sees stands in a real station's ledger, now or later."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from station.cli import watch_to
from station.cli.app import app
from station.cli.options import CommandError
from station.custody.refusal import Reason, Refused
from station.desk import arrival, devices
from station.desk.devices import NewDevice
from station.ledger.devices import Purpose
from station.ledger.purge import CONSOLE
from station.ledger.store import By, Ledger
from station.scan.pictures import Grey
from station.words import sayer
from station.words.refusals import sentence
from tests.support import video
from tests.support.browser import free_port, served
from tests.support.hall import DUTY, Hall

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.slow,
]

ONE, TWO = "A13112383852B", "A20112345676B"
Watch = Callable[..., list[dict[str, object]]]


@pytest.fixture
def token_file(hall: Hall, tmp_path: Path) -> Path:
    keeper = hall.people["duty"].person
    new = NewDevice("gate", DUTY, keeper, Purpose.ARRIVAL, 30)
    file = tmp_path / "token"
    file.write_text(
        devices.issue_device(Ledger(hall.engine, hall.name), By(uuid4(), None, CONSOLE), new) + "\n"
    )
    return file


@pytest.fixture
def watch(tmp_path: Path, token_file: Path) -> Watch:
    def run(film: list[Grey], address: str, *, is_left: bool = False) -> list[dict[str, object]]:
        path = video.save(film, tmp_path / "desk.avi")
        options = ["--to", address, "--token-file", str(token_file), "--spool", str(tmp_path / "s")]
        result = CliRunner().invoke(app, ["watch", str(path), "--json", *options])
        assert isinstance(result.exception, CommandError) == is_left, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    return run


def opened(hall: Hall) -> None:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)


def film(*labels: str) -> list[Grey]:
    empty = [video.desk()] * 12
    return [frame for label in labels for frame in (*video.held(label, 5), *empty)]


def test_each_piece_is_recorded_with_the_picture_that_the_station_read(
    hall: Hall, database_url: str, watch: Watch
) -> None:
    opened(hall)
    with served(database_url) as server:
        events = watch(film(ONE, TWO), server.address)
    recorded = [it for it in events if it["event"] == "recorded"]
    assert [it["number"] for it in recorded] == ["131-12-38385-2", "201-12-34567-6"]
    assert {it["outcome"] for it in recorded} == {"taken"}
    assert [it for it in events if it["event"] in {"unsent", "refused", "differs"}] == []
    with hall.ledger.views() as views:
        (going_on,) = views.arrivals(DUTY, is_open=True)
        items = views.books.arrived_with(going_on.id)
    assert [item.number for item in items] == ["13112383852", "20112345676"]
    assert all(item.scan.photo for item in items)
    assert {item.taken_in_by for item in items} == {hall.people["duty"].person}


def test_what_the_line_did_not_carry_waits_on_disk_and_goes_in_at_the_next_start(
    hall: Hall, database_url: str, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    arrival.open_arrival(
        Ledger(hall.engine, hall.name), hall.caller("duty"), carrier="日本郵便", declared_count=1
    )
    monkeypatch.setattr(watch_to, "LAST_SECONDS", 1.0)
    away = watch(film(ONE), address, is_left=True)
    (unsent,) = [it for it in away if it["event"] == "unsent"]
    assert unsent["waiting"] == 1
    monkeypatch.setattr(watch_to, "LAST_SECONDS", 30.0)
    with served(database_url, port):
        events = watch([video.desk()] * 3, address)
    assert [it["why"] for it in events if it["event"] == "unsent"] == ["left from before"]
    assert [it["number"] for it in events if it["event"] == "recorded"] == ["131-12-38385-2"]
    with hall.ledger.views() as views:
        (going_on,) = views.arrivals(DUTY, is_open=True)
        assert going_on.count == 1


def test_whoever_opened_no_arrival_is_told_and_nothing_goes_into_a_later_one(
    hall: Hall, database_url: str, watch: Watch, tmp_path: Path
) -> None:
    with served(database_url) as server:
        events = watch(film(ONE), server.address)
        (refused,) = [it for it in events if it["event"] == "refused"]
        assert refused["why"] == sentence(Refused(Reason.DEVICE_NEEDS_ONE, got=0), sayer("ja"), str)
        opened(hall)
        later = watch([video.desk()] * 3, server.address)
    assert [it["event"] for it in later] == ["refused_before"]
    assert len(list((tmp_path / "s" / "refused").glob("*.png"))) == 1

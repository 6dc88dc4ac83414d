"""Scans are on disk before they are sent and until they were answered, whatever happens between."""

import json
import stat
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from station.handing_in import sender as senders
from station.handing_in.line import Answer, LaterError, RefusedError
from station.handing_in.sender import Refused, Sender, Taken, Told, Unsent
from station.handing_in.spool import Scan, Spool, SpoolError
from station.papers.whole_file import PaperError

PNG = b"\x89PNG\r\n\x1a\nand more"
SECONDS = 20.0
HALL = "https://hall"
ANSWER = Answer("taken", "読み取りました", "131-12-38385-2")


class Station:
    """The other end of the line, as a test wants it."""

    def __init__(self, take: Callable[[Scan], list[Answer]]) -> None:
        self.take = take
        self.came: list[Scan] = []

    def hand_in(self, scan: Scan) -> list[Answer]:
        self.came.append(scan)
        return self.take(scan)


def taking(_scan: Scan) -> list[Answer]:
    return [ANSWER]


def closed(_scan: Scan) -> list[Answer]:
    raise LaterError("no answer: refused", 60)


def refusing(_scan: Scan) -> list[Answer]:
    raise RefusedError("職員証です")


def test_what_is_kept_is_sent_in_order_and_then_forgotten(tmp_path: Path) -> None:
    station, told = Station(taking), list[Told]()
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, station, told.append) as sender:
        kept = [sender.keep(text, PNG if text == "2" else None) for text in "123"]
        assert sender.wait(SECONDS) == 0
    assert station.came == kept
    assert told == [Taken(one, (ANSWER,)) for one in kept]
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {".lock", ".station"}


def test_what_was_not_answered_is_sent_by_the_next_program_under_the_same_uuid(
    tmp_path: Path,
) -> None:
    told = list[Told]()
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, Station(closed), told.append) as sender:
        one = sender.keep("1", PNG)
        assert sender.wait(0.2) == 1
    assert told == [Unsent(1, "no answer: refused")]
    station = Station(taking)
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, station, told.append) as sender:
        assert sender.wait(SECONDS) == 0
    assert station.came == [one]


def test_a_station_that_comes_back_gets_what_waited(tmp_path: Path) -> None:
    is_back = Event()

    def away_at_first(scan: Scan) -> list[Answer]:
        if is_back.is_set():
            return taking(scan)
        raise LaterError("away", 0.01)

    told = list[Told]()
    with (
        Spool.of(tmp_path, HALL) as spool,
        Sender(spool, Station(away_at_first), told.append) as sender,
    ):
        sender.keep("1", None)
        assert sender.wait(0.2) == 1
        is_back.set()
        assert sender.wait(SECONDS) == 0
    assert [type(one) for one in told] == [Unsent, Taken]  # said once, however often it was tried


def test_what_the_station_will_never_take_is_kept_for_somebody_to_look_at(tmp_path: Path) -> None:
    told = list[Told]()
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, Station(refusing), told.append) as sender:
        one = sender.keep("1", PNG)
        assert sender.wait(SECONDS) == 0
        assert spool.set_aside_count() == 1
    kept = tmp_path / "refused" / f"{one.name}.json"
    assert told == [Refused("1", "職員証です", kept)]
    assert json.loads(kept.read_text())["deed"] == str(one.deed)
    assert kept.with_suffix(".png").read_bytes() == PNG
    assert kept.with_suffix(".txt").read_text() == "職員証です"


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"deed": 1}', b"\xff"])
def test_a_damaged_file_holds_nobody_up_and_is_not_lost(tmp_path: Path, damage: bytes) -> None:
    station, told = Station(taking), list[Told]()
    with Spool.of(tmp_path, HALL) as spool:
        first = spool.keep("1", None)
        second = spool.keep("2", None)
        (tmp_path / f"{first.name}.json").write_bytes(damage)
        with Sender(spool, station, told.append) as sender:
            assert sender.wait(SECONDS) == 0
    assert station.came == [second]
    assert (tmp_path / "refused" / f"{first.name}.json").read_bytes() == damage
    assert isinstance(told[0], Refused)


def test_a_disk_that_fails_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(senders, "AGAIN_SECONDS", 0.01)
    told = list[Told]()
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, Station(taking), told.append) as sender:
        drop, is_mended = spool.drop, Event()

        def failing(name: str) -> None:
            if not is_mended.is_set():
                raise OSError("read-only file system")
            drop(name)

        monkeypatch.setattr(spool, "drop", failing)
        sender.keep("1", None)
        assert sender.wait(0.2) == 1
        is_mended.set()
        assert sender.wait(SECONDS) == 0
    assert told[0] == Unsent(1, "read-only file system")
    assert isinstance(told[-1], Taken)


def test_what_nobody_foresaw_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(senders, "AGAIN_SECONDS", 0.01)
    told = list[Told]()

    def wild_at_first(scan: Scan) -> list[Answer]:
        if len(station.came) == 1:
            raise ZeroDivisionError
        return taking(scan)

    station = Station(wild_at_first)
    with Spool.of(tmp_path, HALL) as spool, Sender(spool, station, told.append) as sender:
        sender.keep("1", None)
        assert sender.wait(SECONDS) == 0
    assert "ZeroDivisionError" in caplog.text
    assert [type(one) for one in told] == [Taken]


def test_what_was_kept_for_one_station_goes_to_no_other(tmp_path: Path) -> None:
    with Spool.of(tmp_path, HALL) as spool:
        one = spool.keep("1", None)
    with pytest.raises(SpoolError, match=HALL), Spool.of(tmp_path, "https://training"):
        pass
    with Spool.of(tmp_path, HALL) as spool:
        spool.drop(one.name)
    with Spool.of(tmp_path, "https://training") as spool:
        assert spool.waiting() == []


def test_a_picture_whose_scan_was_cut_off_is_told_of(tmp_path: Path) -> None:
    with Spool.of(tmp_path, HALL) as spool:
        one = spool.keep("1", PNG)
    (tmp_path / f"{one.name}.json").unlink()
    with Spool.of(tmp_path, HALL) as spool:
        assert spool.set_aside_count() == 1
    assert (tmp_path / "refused" / f"{one.name}.png").read_bytes() == PNG


def test_a_full_disk_leaves_no_picture_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Spool.of(tmp_path, HALL) as spool:
        write = spool._write

        def full(name: str, data: bytes) -> None:
            if name.endswith(".json"):
                raise PaperError("expected to write {path}", path=name)
            write(name, data)

        monkeypatch.setattr(spool, "_write", full)
        with pytest.raises(PaperError):
            spool.keep("1", PNG)
        assert list(tmp_path.glob("*.png")) == []


def test_a_scan_knows_how_long_it_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Spool.of(tmp_path, HALL) as spool:
        one = spool.load(spool.keep("1", None).name)
    now = time.time_ns()
    for moved, seconds in ((90, 90), (-90, 0)):
        monkeypatch.setattr(time, "time_ns", lambda to=now + moved * 10**9: to)
        assert one.age_seconds() == pytest.approx(seconds, abs=5)


def test_two_programs_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        Spool.of(tmp_path, HALL),
        pytest.raises(SpoolError, match="each its own"),
        Spool.of(tmp_path, HALL),
    ):
        pass
    with Spool.of(tmp_path, HALL) as spool:
        assert spool.waiting() == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SpoolError, match="--spool"), Spool.of(tmp_path / "file" / "unsent", HALL):
        pass


def test_nobody_else_reads_what_waits(tmp_path: Path) -> None:
    with Spool.of(tmp_path / "unsent", HALL) as spool:
        one = spool.keep("1", PNG)
        for name in (".", f"{one.name}.json", f"{one.name}.png", "refused"):
            mode = (spool.folder / name).stat().st_mode
            assert stat.S_IMODE(mode) & 0o077 == 0, name

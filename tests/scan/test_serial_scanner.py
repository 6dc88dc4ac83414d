"""A hand scanner on a serial line, over a pseudo-terminal."""

import os
import threading
import time
import tty
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from station.scan.keyboard import read_keystrokes
from station.scan.reading import Reading
from station.scan.serial_scanner import BYTES_MAX, is_serial, scans
from station.scan.sources import Back, Lost


class Line:
    """Both ends of a serial line."""

    def __init__(self) -> None:
        self.ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.theirs = theirs
        self.name = os.ttyname(theirs)

    def send(self, *bursts: bytes, pause_s: float = 0.0) -> None:
        """Send, as a scanner does, from another thread, when the line has been opened."""

        def sending() -> None:
            time.sleep(0.3)  # opening a line drops what was sent before
            for burst in bursts:
                try:
                    os.write(self.ours, burst)
                except OSError:
                    return  # the test has ended
                time.sleep(pause_s)

        threading.Thread(target=sending, daemon=True).start()


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    for end in (made.ours, made.theirs):
        try:
            os.close(end)
        except OSError:
            continue


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t"])
def test_scans_with_any_end(line: Line, end: bytes) -> None:
    line.send(b"A13112383852B" + end + b"RR123456785JP" + end)
    came = scans(f"serial:{line.name}")
    assert list(islice(came, 2)) == ["A13112383852B", "RR123456785JP"]


def test_a_scanner_that_sends_no_end_is_understood_by_its_silence(line: Line) -> None:
    line.send(b"13112383852", b"999912345670", pause_s=0.4)
    assert list(islice(scans(f"serial:{line.name}@115200"), 2)) == ["13112383852", "999912345670"]


def test_a_scan_in_pieces_is_one_scan(line: Line) -> None:
    line.send(b"A1311", b"238", b"3852B\r", pause_s=0.02)
    assert next(scans(f"serial:{line.name}")) == "A13112383852B"


def test_noise_without_an_end_does_not_grow_for_ever(line: Line) -> None:
    line.send(b"9" * 3 * BYTES_MAX)
    first, second = islice(scans(f"serial:{line.name}"), 2)
    assert (len(str(first)), len(str(second))) == (BYTES_MAX, BYTES_MAX)


def test_bytes_that_are_no_text_are_kept_as_something_to_look_at(line: Line) -> None:
    line.send(b"\xff\xfe131\r")
    assert str(next(scans(f"serial:{line.name}"))).endswith("131")


def test_what_it_sends_is_read_like_any_hand_scanner(line: Line) -> None:
    line.send(b"]F0A13112383852B\r\n")
    (read,) = read_keystrokes(str(next(scans(f"serial:{line.name}"))))
    assert isinstance(read, Reading)
    assert (read.number.number, read.symbology) == ("13112383852", "nw7")


def test_a_cable_that_is_pulled_is_lost_and_comes_back(tmp_path: Path) -> None:
    first = Line()
    link = tmp_path / "scanner"
    link.symlink_to(first.name)
    try:
        came = scans(f"serial:{link}", sleep=lambda _: time.sleep(0.01))
        first.send(b"13112383852\r")
        assert next(came) == "13112383852"
        link.unlink()
        os.close(first.ours)
        os.close(first.theirs)
        assert next(came) == Lost(opened=True)
        second = Line()
        link.symlink_to(second.name)
        second.send(b"999912345670\r")
        assert next(came) == Back()
        assert next(came) == "999912345670"
    finally:
        link.unlink()


def test_a_line_that_is_not_there_is_said() -> None:
    assert next(scans("serial:/dev/none")) == Lost(opened=False)
    assert is_serial("serial:/dev/ttyS0")
    assert not is_serial("/dev/ttyS0")
    with pytest.raises(ValueError, match="fast"):
        next(scans("serial:/dev/ttyS0@fast"))

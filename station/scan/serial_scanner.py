"""A hand scanner on a serial line: what it sends, cut into scans, and a cable that is pulled."""

import time
from collections.abc import Callable, Iterator

import serial

from station.scan.sources import RETRY_S, Back, Lost

PREFIX = "serial:"
BAUD = 9_600
"""What hand scanners are set to when they leave the factory."""

SILENCE_S = 0.1
"""A scanner that is set to send no end of line is silent between two scans."""

BYTES_MAX = 4_096
ENDS = b"\r\n\t"


def is_serial(source: str) -> bool:
    """Whether a source is a serial line: serial:/dev/ttyACM0, or serial:/dev/ttyS0@115200."""
    return source.startswith(PREFIX)


def scans(source: str, sleep: Callable[[float], None] = time.sleep) -> Iterator[str | Lost | Back]:
    """Yield the text of each scan, and when the line is lost and back.  Never ends.

    Raises ValueError for a speed that is no number.
    """
    port, _, speed = source.removeprefix(PREFIX).partition("@")
    baud = int(speed) if speed else BAUD
    opened = lost = False
    while True:
        try:
            with serial.Serial(port, baud, timeout=SILENCE_S) as line:
                if lost:
                    lost = False
                    yield Back()
                opened = True
                yield from _lines(line)
        except (serial.SerialException, OSError):
            if not lost:
                lost = True
                yield Lost(opened)
            sleep(RETRY_S)


def _lines(line: serial.Serial) -> Iterator[str]:
    waiting = b""
    while True:
        room = BYTES_MAX - len(waiting)
        new = line.read(min(room, max(1, line.in_waiting)))
        waiting += new
        while waiting and (cut := _end(waiting, silent=not new)) is not None:
            scan, waiting = waiting[:cut], waiting[cut:].lstrip(ENDS)
            if scan.strip(ENDS):
                yield scan.strip(ENDS).decode("utf-8", errors="replace")


def _end(waiting: bytes, *, silent: bool) -> int | None:
    """Return where a scan ends: at an end of line, when nothing more comes, or when it is vast."""
    ends = [at for end in ENDS if (at := waiting.find(end)) >= 0]
    if ends:
        return min(ends) or 1
    return len(waiting) if silent or len(waiting) >= BYTES_MAX else None

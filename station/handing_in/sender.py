"""Hands in what waits, in order, for as long as it takes, beside whoever scans."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from station.handing_in.line import AGAIN_SECONDS, Answer, LaterError, RefusedError
from station.handing_in.spool import Scan, Spool
from station.papers.whole_file import PaperError


@dataclass(frozen=True, slots=True)
class Taken:
    """The station has recorded a scan: what was scanned here, and what the station says of it."""

    scan: Scan
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The station will never take a scan; it is kept in a file for somebody to look at."""

    read: str
    why: str
    kept: Path


@dataclass(frozen=True, slots=True)
class Unsent:
    """So many scans wait, and why; told when that changes."""

    waiting: int
    why: str


Told = Taken | Refused | Unsent

END_SECONDS_MAX = 20.0
"""How long the end waits for a scan that is on its way: it stays on disk and keeps its UUID."""

log = logging.getLogger(__name__)


class Takes(Protocol):
    """What a scan is handed in to."""

    def hand_in(self, scan: Scan) -> list[Answer]:
        """Hand one scan in; raises LaterError or RefusedError."""


class Sender:
    """A thread that hands in what a spool has, in order: the first that waits holds up the rest."""

    def __init__(self, spool: Spool, line: Takes, tell: Callable[[Told], None]) -> None:
        self._spool = spool
        self._line = line
        self._tell = tell
        self._told: Unsent | None = None
        self._woken = threading.Event()
        self._is_ending = False
        self._idle = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="handing in", daemon=True)

    def __enter__(self) -> Self:
        """Begin, with what was left waiting the last time."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End after the scan that is on its way; what still waits is sent the next time."""
        self._is_ending = True
        self._woken.set()
        self._thread.join(END_SECONDS_MAX)

    def keep(self, text: str, picture: bytes | None) -> Scan:
        """Keep a scan and have it sent.  Raises PaperError where it cannot be kept."""
        scan = self._spool.keep(text, picture)
        self._woken.set()
        return scan

    def wait(self, seconds: float) -> int:
        """Wait until nothing waits, so long at most; return how many scans wait then."""
        until = time.monotonic() + seconds
        with self._idle:
            while self._spool.waiting() and (left := until - time.monotonic()) > 0:
                self._idle.wait(left)
        return len(self._spool.waiting())

    def _run(self) -> None:
        while not self._is_ending:
            try:
                pause = self._send_all()
            except (PaperError, OSError) as error:
                self._say_unsent(str(error))
                pause = AGAIN_SECONDS
            except Exception:  # whatever it was, the scans are on disk and must go on
                log.exception("a round of handing in failed; trying again")
                pause = AGAIN_SECONDS
            with self._idle:
                self._idle.notify_all()
            self._woken.wait(pause)
            self._woken.clear()

    def _send_all(self) -> float | None:
        """Send what waits; return after how many seconds to go on, None when something comes."""
        for name in self._spool.waiting():
            if self._is_ending:
                return None
            try:
                self._send(name)
            except LaterError as later:
                self._say_unsent(later.why)
                return later.after_seconds
        self._told = None
        return None

    def _send(self, name: str) -> None:
        try:
            scan = self._spool.load(name)
        except (OSError, ValueError) as error:
            self._set_aside(name, name, f"this scan's file cannot be read: {error}")
            return
        try:
            answers = self._line.hand_in(scan)
        except RefusedError as refused:
            self._set_aside(name, scan.text, str(refused))
        else:
            self._spool.drop(name)
            self._tell(Taken(scan, tuple(answers)))

    def _set_aside(self, name: str, read: str, why: str) -> None:
        self._tell(Refused(read, why, self._spool.set_aside(name, why)))

    def _say_unsent(self, why: str) -> None:
        told = Unsent(len(self._spool.waiting()), why)
        if told != self._told:
            self._told = told
            self._tell(told)

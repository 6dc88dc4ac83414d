"""Scans that wait to be handed in: each is on disk before it is sent, and until it was answered."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import UUID, uuid4

from station.papers.whole_file import PaperError, whole_file

SCAN, PICTURE, REFUSED, STATION, LOCK = ".json", ".png", "refused", ".station", ".lock"
CUT_OFF = "it was cut off while it was being kept, and nobody was told that it was: scan it again"
NANOSECONDS = 10**9


class SpoolError(Exception):
    """The folder cannot be used; the message says what was expected, what came and what to do."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan: the UUID of its deed, what was read, and the PNG that it was read from, if any."""

    name: str
    deed: UUID
    text: str
    picture: bytes | None

    def age_seconds(self) -> float:
        """How long ago it was read, by this machine's clock; 0 where that was turned back."""
        return max(0.0, (time.time_ns() - int(self.name.partition("-")[0])) / NANOSECONDS)


class Spool:
    """A folder of scans for one station, oldest first by their names; one program has it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refused = folder / REFUSED

    @classmethod
    @contextmanager
    def of(cls, folder: Path, station: str) -> Iterator[Self]:
        """Give the spool of a folder, made if need be, as long as the block runs.

        Raises SpoolError where another program has it, where scans for another station wait in it,
        or where it cannot be made.
        """
        try:
            for made in (folder, folder / REFUSED):
                made.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise SpoolError(
                f"expected a folder to keep scans in, got {folder}: {error.strerror}; "
                "choose another with --spool"
            ) from error
        try:
            _lock(lock, folder)
            spool = cls(folder)
            spool._belong_to(station)
            spool._set_aside_cut_off()
            yield spool
        finally:
            os.close(lock)

    def _belong_to(self, station: str) -> None:
        """Refuse scans that were kept for another station."""
        file = self.folder / STATION
        before = file.read_text(encoding="utf-8") if file.exists() else station
        if before != station and self.waiting():
            raise SpoolError(
                f"expected a folder with scans for {station}, got {len(self.waiting())} in "
                f"{self.folder} for {before}; hand them in there first, or choose another folder "
                "with --spool"
            )
        self._write(STATION, station.encode())

    def _set_aside_cut_off(self) -> None:
        """Take pictures whose scan never came to be kept out of the line."""
        waiting = set(self.waiting())
        for picture in self.folder.glob(f"*{PICTURE}"):
            if picture.stem not in waiting:
                self._write(f"{REFUSED}/{picture.stem}.txt", CUT_OFF.encode())
                picture.replace(self.refused / picture.name)

    def keep(self, text: str, picture: bytes | None) -> Scan:
        """Keep a scan; it is on disk when this returns.  Raises PaperError where it cannot be."""
        deed = uuid4()
        scan = Scan(f"{time.time_ns():020}-{deed.hex}", deed, text, picture)
        told = {"deed": str(deed), "text": text, "has_picture": picture is not None}
        try:
            if picture is not None:  # first: a scan that is there has its picture
                self._write(scan.name + PICTURE, picture)
            self._write(scan.name + SCAN, json.dumps(told, ensure_ascii=False).encode())
        except PaperError:
            (self.folder / (scan.name + PICTURE)).unlink(missing_ok=True)
            raise
        return scan

    def waiting(self) -> list[str]:
        """Return the names of all scans that wait, oldest first."""
        return sorted(path.stem for path in self.folder.glob(f"*{SCAN}"))

    def load(self, name: str) -> Scan:
        """Return a scan; ValueError or OSError where its files are damaged."""
        told = json.loads((self.folder / (name + SCAN)).read_bytes())
        try:
            deed, text, has_picture = UUID(told["deed"]), str(told["text"]), told["has_picture"]
            int(name.partition("-")[0])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"expected a scan in {name}{SCAN}, got {told!r}") from error
        picture = (self.folder / (name + PICTURE)).read_bytes() if has_picture else None
        return Scan(name, deed, text, picture)

    def drop(self, name: str) -> None:
        """Forget a scan that was answered: the station has it now."""
        (self.folder / (name + SCAN)).unlink()
        (self.folder / (name + PICTURE)).unlink(missing_ok=True)

    def set_aside(self, name: str, why: str) -> Path:
        """Take a scan that the station will never take out of the line; return where it is kept."""
        kept = self.refused / (name + SCAN)
        self._write(f"{REFUSED}/{name}.txt", why.encode())
        (self.folder / (name + SCAN)).replace(kept)
        picture = self.folder / (name + PICTURE)
        if picture.exists():
            picture.replace(self.refused / picture.name)
        _flush(self.refused)
        _flush(self.folder)
        return kept

    def set_aside_count(self) -> int:
        """Return how many scans were refused and wait for somebody to look at them."""
        return sum(1 for _ in self.refused.glob("*.txt"))

    def _write(self, name: str, data: bytes) -> None:
        """Write a file so that it, and its name, are on disk."""
        path = self.folder / name
        with whole_file(path) as file:
            file.write(data)
        _flush(path.parent)


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise SpoolError(
            f"expected a folder that no other program has, got {folder}; end the other "
            "station watch, or give each its own with --spool"
        ) from error

"""The readers that are measured: each says what it read of a picture, and how long it took."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import zxingcpp
from pyzbar import pyzbar

from station.scan.label_text import candidate
from station.scan.pictures import Grey
from station.scan.reader import read_grey

WORKER = Path(__file__).with_name("codarascan_worker.py")
ZBAR_SYMBOLS = [
    pyzbar.ZBarSymbol.CODABAR,
    pyzbar.ZBarSymbol.CODE128,
    pyzbar.ZBarSymbol.CODE39,
    pyzbar.ZBarSymbol.I25,
    pyzbar.ZBarSymbol.QRCODE,
]
"""What a user would ask of pyzbar; its DataBar reader complains on stderr."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader would have had accepted, and after how many milliseconds."""

    numbers: frozenset[str]
    ms: float


Reader = Callable[[Grey], Answer]


def plain(texts: list[str]) -> frozenset[str]:
    """Return what texts may be as numbers: NW-7 with its frame taken off, or as it stands."""
    return frozenset(candidate(text, "nw7") for text in texts)


def timed(read: Callable[[Grey], list[str]]) -> Reader:
    """Return a reader that is timed here."""

    def reader(grey: Grey) -> Answer:
        began = time.perf_counter()
        texts = read(grey)
        return Answer(plain(texts), 1000 * (time.perf_counter() - began))

    return reader


def by_pyzbar(grey: Grey) -> list[str]:
    """Return what pyzbar reads by itself."""
    found = pyzbar.decode((grey.tobytes(), grey.shape[1], grey.shape[0]), symbols=ZBAR_SYMBOLS)
    return [code.data.decode("utf-8", errors="replace") for code in found]


def by_zxing(grey: Grey) -> list[str]:
    """Return what zxing-cpp reads by itself, as it comes."""
    return [code.text for code in zxingcpp.read_barcodes(grey)]


def by_us(grey: Grey) -> list[str]:
    """Return what the station would accept without asking anybody."""
    return [reading.number.number for reading in read_grey(grey).readings]


def by_us_shown(grey: Grey) -> list[str]:
    """Return what the station shows, verified or doubtful."""
    found = read_grey(grey)
    return [
        *(reading.number.number for reading in found.readings),
        *(doubt.text for doubt in found.doubtful),
    ]


class CodaraScan:
    """CodaraScan in another Python's environment."""

    def __init__(self, python: Path, mode: str) -> None:
        self.process = subprocess.Popen(
            [python, WORKER, mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __call__(self, grey: Grey) -> Answer:
        """Send a picture and wait for the answer; raises RuntimeError when the process ended."""
        into, out = self._pipes()
        head = {"height": grey.shape[0], "width": grey.shape[1]}
        into.write(json.dumps(head).encode() + b"\n" + grey.tobytes())
        into.flush()
        line = out.readline()
        if not line:
            message = f"expected an answer of {WORKER.name}, got its end, do: read what it printed"
            raise RuntimeError(message)
        answer = json.loads(line)
        return Answer(plain(answer["texts"]), float(answer["ms"]))

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("expected a process with pipes")
        return self.process.stdin, self.process.stdout


def readers(codarascan: Path | None) -> dict[str, Reader]:
    """Return all readers by name; CodaraScan's two modes where its Python is given."""
    found: dict[str, Reader] = {"pyzbar": timed(by_pyzbar), "zxing-cpp": timed(by_zxing)}
    if codarascan:
        found |= {f"CodaraScan {mode}": CodaraScan(codarascan, mode) for mode in ("fast", "robust")}
    else:
        print("without CodaraScan: --codarascan names no Python", file=sys.stderr)
    return found | {"ours, shown": timed(by_us_shown), "ours, verified": timed(by_us)}

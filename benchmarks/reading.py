"""How many labels each reader reads, and how long it takes: side by side, in one run.

usage: python benchmarks/reading.py [--json] [--rounds N] [FOLDER...]

A folder holds pictures, each with its truth in NAME.txt or in the folder's labels.csv.  Every
picture is shown to every reader in turn, so that a slow moment of the machine hits all alike.
"Wrong" counts numbers that a reader would have had accepted although the truth says otherwise: a
plain engine accepts what it decodes, ours only what it calls verified.
"""

import argparse
import csv
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.scan.engines import zbar, zxing
from station.scan.label_text import candidate
from station.scan.pictures import Grey, PictureError, load_picture
from station.scan.reader import read_grey

ROOT = Path(__file__).parents[1]
SUFFIXES = frozenset({".png", ".webp", ".jpg", ".jpeg"})

Reader = Callable[[Grey], set[str]]


def ours_verified(grey: Grey) -> set[str]:
    """What the station would accept without asking anybody."""
    return {reading.number.number for reading in read_grey(grey).readings}


def ours_seen(grey: Grey) -> set[str]:
    """What the station shows, verified or doubtful."""
    found = read_grey(grey)
    return {r.number.number for r in found.readings} | {d.text for d in found.doubtful}


READERS: dict[str, Reader] = {
    "pyzbar": lambda grey: {candidate(seen.text, seen.symbology) for seen in zbar(grey)},
    "zxing-cpp": lambda grey: {candidate(seen.text, seen.symbology) for seen in zxing(grey)},
    "ours, seen": ours_seen,
    "ours, verified": ours_verified,
}


@dataclass
class Tally:
    """What one reader did on one folder."""

    read: int = 0
    wrong: int = 0
    latencies_ms: list[float] = field(default_factory=list)


def pictures(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every picture of a folder with its truth; "" where nothing is to be read."""
    table = folder / "labels.csv"
    labels = {}
    if table.exists():
        with table.open(encoding="utf-8", newline="") as rows:
            labels = {row["picture"]: row["number"] for row in csv.DictReader(rows)}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES:
            truth = path.with_suffix(".txt")
            text = (
                truth.read_text(errors="replace") if truth.exists() else labels.get(path.name, "")
            )
            yield path, text


def measure(folder: Path, rounds: int) -> dict[str, Tally]:
    """Show every picture of a folder to every reader, `rounds` times."""
    tallies = {name: Tally() for name in READERS}
    for path, text in pictures(folder):
        accepted = {candidate(text, symbology) for symbology in ("nw7", "code128")}
        try:
            (grey, *_rest) = load_picture(path)
        except PictureError as error:
            print(f"{path}: {error}", file=sys.stderr)
            continue
        for turn in range(rounds):
            for name, reader in READERS.items():
                began = time.perf_counter()
                found = reader(grey)
                tallies[name].latencies_ms.append(1000 * (time.perf_counter() - began))
                if turn == 0:
                    tallies[name].read += bool(found & accepted)
                    tallies[name].wrong += bool(found - accepted)
    return tallies


def row(folder: Path, tallies: dict[str, Tally], rounds: int) -> dict[str, Any]:
    """One folder's figures; `ms_ratio` is the median against zxing-cpp's on the same pictures."""
    plain = statistics.median(tallies["zxing-cpp"].latencies_ms)
    return {
        "folder": folder.name,
        "pictures": len(tallies["pyzbar"].latencies_ms) // rounds,
        "readers": {
            name: {
                "read": tally.read,
                "wrong": tally.wrong,
                "ms_median": round(statistics.median(tally.latencies_ms), 1),
                "ms_p95": round(sorted(tally.latencies_ms)[int(0.95 * len(tally.latencies_ms))], 1),
                "ms_ratio": round(statistics.median(tally.latencies_ms) / plain, 2),
            }
            for name, tally in tallies.items()
        },
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    shared = ROOT.parent / "shared" / "pictures"
    photographs = sorted(p for p in shared.iterdir() if p.is_dir()) if shared.is_dir() else []
    folders = options.folders or [ROOT / "fixtures" / "images", *photographs]
    for folder in folders:
        found = row(folder, measure(folder, options.rounds), options.rounds)
        if options.json:
            print(json.dumps(found), flush=True)
            continue
        print(f"\n{found['folder']}: {found['pictures']} pictures")
        for name, figures in found["readers"].items():
            print(
                f"  {name:15} read {figures['read']:3}  wrong {figures['wrong']:3}  "
                f"median {figures['ms_median']:7.1f} ms  p95 {figures['ms_p95']:7.1f} ms  "
                f"x{figures['ms_ratio']}",
                flush=True,
            )


if __name__ == "__main__":
    main()

"""How many labels each reader reads, and how long it takes: side by side, in one run.

usage: python -m benchmarks.reading [--json] [--rounds N] [--ladder SCENES] [FOLDER...]

A folder holds pictures, each with its truth in NAME.txt or in the folder's labels.csv.  `--ladder`
measures on so many drawn scenes of each level instead (split "report"; see ladder.py).  Every
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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ladder import LEVELS, scene
from station.scan.engines import zbar, zxing
from station.scan.label_text import candidate
from station.scan.pictures import Grey, PictureError, load_picture
from station.scan.reader import read_grey

ROOT = Path(__file__).parents[1]
SUFFIXES = frozenset({".png", ".webp", ".jpg", ".jpeg"})

Reader = Callable[[Grey], set[str]]
Sample = tuple[Grey, set[str]]
"""A picture, and the numbers that stand in it."""


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


def photographs(folder: Path) -> Iterator[Sample]:
    """Yield every picture of a folder that can be opened."""
    for path, text in pictures(folder):
        accepted = {candidate(text, symbology) for symbology in ("nw7", "code128")}
        try:
            yield load_picture(path)[0], accepted
        except PictureError as error:
            print(f"{path}: {error}", file=sys.stderr)


def drawn(level: str, scenes: int) -> Iterator[Sample]:
    """Yield so many scenes of one level of the ladder."""
    for seed in range(scenes):
        found = scene(level, seed, "report")
        yield found.picture, set(found.numbers)


def measure(samples: Iterable[Sample], rounds: int) -> dict[str, Tally]:
    """Show every picture to every reader, `rounds` times."""
    tallies = {name: Tally() for name in READERS}
    for grey, accepted in samples:
        for turn in range(rounds):
            for name, reader in READERS.items():
                began = time.perf_counter()
                found = reader(grey)
                tallies[name].latencies_ms.append(1000 * (time.perf_counter() - began))
                if turn == 0:
                    tallies[name].read += bool(found & accepted)
                    tallies[name].wrong += bool(found - accepted)
    return tallies


def p95(values: list[float]) -> float:
    """The value that 19 of 20 do not exceed."""
    return sorted(values)[int(0.95 * len(values))]


def row(name: str, tallies: dict[str, Tally], rounds: int) -> dict[str, Any]:
    """Figures of a folder or level; `ms_ratio` is the median against zxing-cpp's on the same."""
    plain = statistics.median(tallies["zxing-cpp"].latencies_ms)
    return {
        "folder": name,
        "pictures": len(tallies["pyzbar"].latencies_ms) // rounds,
        "readers": {
            reader: {
                "read": tally.read,
                "wrong": tally.wrong,
                "ms_median": round(statistics.median(tally.latencies_ms), 1),
                "ms_p95": round(p95(tally.latencies_ms), 1),
                "ms_ratio": round(statistics.median(tally.latencies_ms) / plain, 2),
            }
            for reader, tally in tallies.items()
        },
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--ladder", type=int, default=0, metavar="SCENES")
    options = parser.parse_args()
    for name, samples in chosen(options.folders, options.ladder):
        found = row(name, measure(samples, options.rounds), options.rounds)
        print(json.dumps(found) if options.json else told(found), flush=True)


def chosen(folders: list[Path], scenes: int) -> list[tuple[str, Iterable[Sample]]]:
    """What to measure on: the ladder, or the folders named, or all that are there."""
    if scenes:
        return [(f"ladder: {level}", drawn(level, scenes)) for level in LEVELS]
    shared = ROOT.parent / "shared" / "pictures"
    found = sorted(p for p in shared.iterdir() if p.is_dir()) if shared.is_dir() else []
    named = folders or [ROOT / "fixtures" / "images", *found]
    return [(folder.name, photographs(folder)) for folder in named]


def told(found: dict[str, Any]) -> str:
    """One folder's figures for people."""
    lines = [f"\n{found['folder']}: {found['pictures']} pictures"]
    for name, figures in found["readers"].items():
        lines.append(
            f"  {name:15} read {figures['read']:3}  wrong {figures['wrong']:3}  "
            f"median {figures['ms_median']:7.1f} ms  p95 {figures['ms_p95']:7.1f} ms  "
            f"x{figures['ms_ratio']}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()

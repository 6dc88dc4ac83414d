"""How many labels each reader reads, and how long it takes: side by side, in one run.

usage: python -m benchmarks.reading [--json] [--rounds N] [--ladder SCENES] [--all]
                                    [--codarascan PYTHON] [FOLDER...]

A folder holds pictures, each with its truth in NAME.txt or in the folder's labels.csv.  `--ladder`
measures on so many drawn scenes of each level instead (split "report"; see ladder.py), with
`--all` besides.  `--codarascan` is the Python of an environment that has CodaraScan.  Every
picture is shown to every reader in turn, so that a slow moment of the machine hits all alike.
"Wrong" counts numbers that a reader would have had accepted although the truth says otherwise: a
plain engine accepts what it decodes, ours only what it calls verified.
"""

import argparse
import csv
import json
import statistics
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ladder import LEVELS, scene
from benchmarks.readers import Reader, readers
from station.scan.label_text import candidate
from station.scan.pictures import Grey, PictureError, load_picture

ROOT = Path(__file__).parents[1]
SUFFIXES = frozenset({".png", ".webp", ".jpg", ".jpeg"})

Sample = tuple[Grey, set[str]]
"""A picture, and the numbers that stand in it."""


@dataclass
class Tally:
    """What one reader did on one folder."""

    read: int = 0
    wrong: int = 0
    latencies_ms: list[float] = field(default_factory=list)
    with_zxing_ms: list[float] = field(default_factory=list)
    """On the pictures that zxing-cpp reads by itself."""

    def add(self, other: "Tally") -> None:
        """Count in what the reader did elsewhere."""
        self.read += other.read
        self.wrong += other.wrong
        self.latencies_ms += other.latencies_ms
        self.with_zxing_ms += other.with_zxing_ms


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


def measure(samples: Iterable[Sample], readers: dict[str, Reader], rounds: int) -> dict[str, Tally]:
    """Show every picture to every reader, `rounds` times."""
    tallies = {name: Tally() for name in readers}
    for grey, accepted in samples:
        by_zxing_too = False
        for _ in range(rounds):
            answers = {name: reader(grey) for name, reader in readers.items()}
            by_zxing_too = bool(answers["zxing-cpp"].numbers & accepted)
            for name, answer in answers.items():
                tallies[name].latencies_ms.append(answer.ms)
                if by_zxing_too:
                    tallies[name].with_zxing_ms.append(answer.ms)
        for name, answer in answers.items():
            tallies[name].read += bool(answer.numbers & accepted)
            tallies[name].wrong += bool(answer.numbers - accepted)
    return tallies


def p95(values: list[float]) -> float:
    """The value that 19 of 20 do not exceed."""
    return sorted(values)[int(0.95 * len(values))]


def row(name: str, tallies: dict[str, Tally], rounds: int) -> dict[str, Any]:
    """Figures of a folder or level.

    `ms_ratio` is the median over zxing-cpp's on the pictures that zxing-cpp reads by itself; None
    where it reads none.
    """
    plain = tallies["zxing-cpp"].with_zxing_ms
    return {
        "folder": name,
        "pictures": len(tallies["pyzbar"].latencies_ms) // rounds,
        "readers": {
            reader: {
                "read": tally.read,
                "wrong": tally.wrong,
                "ms_median": round(statistics.median(tally.latencies_ms), 1),
                "ms_p95": round(p95(tally.latencies_ms), 1),
                "ms_ratio": round(
                    statistics.median(
                        own / zxing for own, zxing in zip(tally.with_zxing_ms, plain, strict=True)
                    ),
                    2,
                )
                if plain
                else None,
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
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--codarascan", type=Path, metavar="PYTHON")
    options = parser.parse_args()
    found_readers = readers(options.codarascan)
    everywhere = {name: Tally() for name in found_readers}

    def tell(name: str, tallies: dict[str, Tally]) -> None:
        found = row(name, tallies, options.rounds)
        print(json.dumps(found) if options.json else told(found), flush=True)

    for name, samples in chosen(options.folders, options.ladder, both=options.all):
        tallies = measure(samples, found_readers, options.rounds)
        for reader, tally in tallies.items():
            everywhere[reader].add(tally)
        tell(name, tallies)
    tell("all", everywhere)


def chosen(folders: list[Path], scenes: int, *, both: bool) -> list[tuple[str, Iterable[Sample]]]:
    """What to measure on: the ladder, or the folders named, or all that are there."""
    rungs: list[tuple[str, Iterable[Sample]]] = [
        (f"ladder: {level}", drawn(level, scenes)) for level in LEVELS if scenes
    ]
    if scenes and not both:
        return rungs
    shared = ROOT.parent / "shared" / "pictures"
    found = sorted(p for p in shared.iterdir() if p.is_dir()) if shared.is_dir() else []
    named = folders or [ROOT / "fixtures" / "images", *found]
    return [*rungs, *((folder.name, photographs(folder)) for folder in named)]


def told(found: dict[str, Any]) -> str:
    """One folder's figures for people."""
    lines = [f"\n{found['folder']}: {found['pictures']} pictures"]
    for name, figures in found["readers"].items():
        lines.append(
            f"  {name:17} read {figures['read']:3}  wrong {figures['wrong']:3}  "
            f"median {figures['ms_median']:7.1f} ms  p95 {figures['ms_p95']:7.1f} ms  "
            f"x{figures['ms_ratio']}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()

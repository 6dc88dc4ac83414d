"""How often a number that does not stand there is verified: never, in so many thousand pictures.

usage: python -m benchmarks.trust [--scenes N] [--strips N] [--first SEED] [--jobs N] [--json]

Scenes are drawn at every level in turn: three of four with one postal label, one of four a trap
(cut-off or covered bars, two labels, bars that no post prints, print that looks like bars).  Strips
are cut-out bars, half of them postal, half not.  Photographs of falsepositives-1 beside the tree,
where they are, are looked at too, upright and turned.  All of split "report", which nothing is
tuned on.  The counts so far are told every thousand pictures; a run that was broken off goes on by
--first.  Every wrong number is named with what draws it again.  Exit 1 when there was one.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from benchmarks.ladder import LEVELS, STRIPS, TRAPS, scene, strip, trap
from station.scan.pictures import Grey, PictureError, load_picture
from station.scan.reader import read_grey

SPLIT = "report"
TRAP_EVERY = 4
CHUNK = 50
TOLD_EVERY = 1000
FALSE_POSITIVES = Path(__file__).parents[2] / "shared" / "pictures" / "falsepositives-1"


@dataclass(frozen=True)
class Task:
    """What draws one picture: "scene", "trap" or "strip", its kind, level and seed."""

    of: str
    kind: str
    level: str
    seed: int

    def draw(self) -> tuple[Grey, tuple[str, ...]]:
        """Return the picture and the numbers that may be read from it."""
        if self.of == "strip":
            cut = strip(self.level, self.seed, SPLIT, self.kind)
            return cut.picture, cut.numbers
        if self.of == "trap":
            drawn = trap(self.kind, self.seed, SPLIT)
            return drawn.picture, drawn.numbers
        drawn = scene(self.level, self.seed, SPLIT)
        return drawn.picture, drawn.numbers


@dataclass(frozen=True)
class Outcome:
    """What became of one picture."""

    task: Task
    right: int
    wrong: tuple[str, ...]
    doubtful: bool


def look(task: Task) -> Outcome:
    """Draw one picture and read it."""
    picture, numbers = task.draw()
    found = read_grey(picture)
    verified = {reading.number.number for reading in found.readings}
    wrong = tuple(sorted(verified - set(numbers)))
    return Outcome(task, len(verified & set(numbers)), wrong, bool(found.doubtful))


def scenes(count: int, first: int) -> Iterator[Task]:
    """Yield so many scenes and traps."""
    levels, traps = [*LEVELS], [*TRAPS]
    for number in range(first, first + count):
        turn, rest = divmod(number, TRAP_EVERY)
        if rest == TRAP_EVERY - 1:
            yield Task("trap", traps[turn % len(traps)], "", turn // len(traps))
        else:
            yield Task("scene", "", levels[(turn * (TRAP_EVERY - 1) + rest) % len(levels)], number)


def strips(count: int, first: int) -> Iterator[Task]:
    """Yield so many strips, every other one postal."""
    levels = [*LEVELS]
    others = [kind for kind in STRIPS if kind != "postal"]
    for number in range(first, first + count):
        turn, odd = divmod(number, 2)
        kind = others[turn % len(others)] if odd else "postal"
        yield Task("strip", kind, levels[turn // len(others) % len(levels)], number)


def false_positives() -> Iterator[tuple[str, str]]:
    """Yield what is verified in photographs without any code: (picture and turn, number)."""
    for path in sorted(FALSE_POSITIVES.glob("*.*")):
        if path.suffix.lower() not in {".png", ".jpg", ".webp"}:
            continue
        try:
            grey = load_picture(path)[0]
        except PictureError:
            continue
        for turn in (None, cv2.ROTATE_90_CLOCKWISE):
            shown = grey if turn is None else np.asarray(cv2.rotate(grey, turn), dtype=np.uint8)
            for reading in read_grey(shown).readings:
                yield f"{path.name} {turn}", reading.number.number


def run(tasks: Iterator[Task], jobs: int) -> tuple[Counter[str], list[Outcome]]:
    """Look at all pictures; return counts by level or kind, and what was wrong."""
    counts: Counter[str] = Counter()
    bad: list[Outcome] = []
    seen = 0
    with ProcessPoolExecutor(jobs) as pool:
        for outcome in pool.map(look, tasks, chunksize=CHUNK):
            name = f"{outcome.task.of} {outcome.task.kind or outcome.task.level}"
            counts[f"{name}: pictures"] += 1
            counts[f"{name}: verified right"] += outcome.right
            counts[f"{name}: verified wrong"] += len(outcome.wrong)
            counts[f"{name}: with doubt"] += outcome.doubtful
            seen += 1
            if seen % TOLD_EVERY == 0:
                print(
                    f"{seen} looked at, {len(bad)} with a wrong number: {json.dumps(counts)}",
                    file=sys.stderr,
                    flush=True,
                )
            if outcome.wrong:
                bad.append(outcome)
                print(f"WRONG {outcome}", file=sys.stderr, flush=True)
    return counts, bad


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--scenes", type=int, default=20_000)
    parser.add_argument("--strips", type=int, default=200_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    wrong = 0
    for tasks in (scenes(options.scenes, options.first), strips(options.strips, options.first)):
        counts, bad = run(tasks, options.jobs)
        wrong += len(bad)
        told = [f"{name}: {count}" for name, count in sorted(counts.items())]
        print(json.dumps(dict(sorted(counts.items()))) if options.json else "\n".join(told))
    for name, number in false_positives():
        wrong += 1
        print(f"WRONG photograph {name}: {number}", file=sys.stderr)
    print(f"wrong numbers verified: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

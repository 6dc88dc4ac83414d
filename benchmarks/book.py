"""How long a year's distribution book takes, and how much memory.

usage: python -m benchmarks.book [--days N] [--pieces N] [--json]

Every piece goes through the real desk first (taken in, two words, handed over, signed), which takes
longer than the book.  Each format is then written by `station book` in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from argon2 import PasswordHasher

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from tests.support.hall import TREASURY, Hall

KIB = 1024
FORMATS = ("pdf", "xlsx", "csv")


def worked(url: str, days: int, pieces: int) -> tuple[str, str]:
    """Let an office work for so many days; return its first and last day."""
    engine = open_engine(url)
    migrate.upgrade(engine)
    hasher = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    hall = Hall(engine, hasher)
    first = hall.clock.now
    for day in range(days):
        hall.clock.now = first + timedelta(day)
        bodies = range(day * pieces, (day + 1) * pieces)
        numbers = [f"{10**9 + body}{(10**9 + body) % 7}" for body in bodies]
        hall.routed(TREASURY, *numbers)
        hall.handed_over(*numbers)
    engine.dispose()
    return first.date().isoformat(), (first + timedelta(days)).date().isoformat()


def written(url: str, folder: Path, span: tuple[str, str], form: str) -> dict[str, float]:
    """Write one book in a process of its own; return its seconds, greatest memory and size."""
    out = folder / f"book.{form}"
    command = [sys.executable, "-m", "benchmarks.book", "--write", url, *span, form, str(out)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {**json.loads(said.splitlines()[-1]), "mb": round(out.stat().st_size / KIB**2, 1)}


def write(url: str, first: str, last: str, form: str, out: str) -> None:
    """Write one book here and print what it took."""
    from station.cli.app import app  # noqa: PLC0415 - its import belongs to what is measured

    began = time.perf_counter()
    span = ["--from", first, "--to", last, "--format", form, "--out", out]
    app(["book", *span, "--db", url, "--office", "hall"], standalone_mode=False)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB
    took = time.perf_counter() - began
    print(json.dumps({"seconds": round(took, 1), "most_mb": round(most)}))


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--write"]:
        write(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--days", type=int, default=250)
    parser.add_argument("--pieces", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/book.sqlite3"
        span = worked(url, asked.days, asked.pieces)
        figures = {form: written(url, folder, span, form) for form in FORMATS}
    if asked.json:
        print(json.dumps(figures, indent=1))
    else:
        for form, told in figures.items():
            print(f"{form:5} {told['seconds']:6} s  {told['most_mb']:5} MB  file {told['mb']} MB")


if __name__ == "__main__":
    main()

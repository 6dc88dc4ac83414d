"""What a deed costs, beside what the bare driver takes for one durable row, in the same run.

usage: python -m benchmarks.ledger [--json] [--rounds N] [--sizes N,...] [--only DATABASE]

A deed is one scan on arrival: it is decided, appended to the journal, put into the tables and on
disk before it is answered.  Floor, one writer and many writers take turns, round by round, and so
do journals of every size, so that the machine's moods meet all of them; figures are medians over
rounds, ratios are taken round by round.  Sizes are numbers of entries that lie in the journal
already.  PostgreSQL is a cluster of our own, as Debian sets it up.
"""

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID, uuid4

import psycopg
from argon2 import PasswordHasher

from benchmarks.filling import Filler, write_rows
from station.desk import arrival
from station.desk.pins import PinHasher
from station.ledger import journal, migrate
from station.ledger.chain import Break, walk
from station.ledger.copying import copy
from station.ledger.database import Engine, open_engine, reading
from station.ledger.verify import verify
from tests.support import postgres
from tests.support.hall import SORTING, Hall, seen

SIZES = (10_000, 1_000_000, 5_000_000)
ROUNDS = 15
DEEDS_A_ROUND = 100
WRITERS = 32
DEEDS_A_WRITER = 10
PIECES_MAX = 9_999
SEED = 7
ROW = "x" * 700
"""As long as a usual entry."""


@dataclass
class Book:
    """One ledger with so many entries in it, at work on one open arrival."""

    engine: Engine
    hall: Hall
    entries: int
    opened: UUID = field(default_factory=uuid4)
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))

    def open(self) -> None:
        """Open the arrival."""
        caller = self.hall.caller("clerk", self.opened)
        arrival.open_arrival(
            self.hall.ledger, caller, carrier="日本郵便", declared_count=PIECES_MAX
        )

    def deed(self) -> None:
        """Take one piece in."""
        base = self.chance.randrange(10**10)
        number = f"{base:010}{base % 7}"
        caller = self.hall.caller("clerk")
        arrival.take_in(self.hall.ledger, caller, arrival=self.opened, seen=seen(number))


def timed(do: Callable[[], object], times: int) -> list[float]:
    """Return how long each time took, ms."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        do()
        took.append(1000 * (time.perf_counter() - began))
    return took


def by_many(book: Book) -> tuple[float, list[float]]:
    """Return deeds a second by many writers at once, and how long each deed took, ms."""
    took: list[float] = []

    def write() -> None:
        took.extend(timed(book.deed, DEEDS_A_WRITER))

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    began = time.perf_counter()
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return len(took) / (time.perf_counter() - began), took


def floor_sqlite(folder: Path) -> Callable[[], object]:
    """Return what writes one durable row by the bare driver."""
    raw = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, body TEXT)")

    def write() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO floor (body) VALUES (?)", (ROW,))
        raw.execute("COMMIT")

    return write


def floor_postgresql(address: str) -> Callable[[], object]:
    """Return what writes one durable row by the bare driver."""
    raw = psycopg.connect(address)
    raw.execute("CREATE TABLE floor (id bigserial PRIMARY KEY, body text)")
    raw.commit()

    def write() -> None:
        raw.execute("INSERT INTO floor (body) VALUES (%s)", (ROW,))
        raw.commit()

    return write


def filled(urls: dict[int, str]) -> list[Book]:
    """Return a ledger for each size, founded alike and filled from one stream of entries."""
    cheapest = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with tempfile.TemporaryDirectory() as folder:
        first = open_engine(f"sqlite:///{folder}/founded.sqlite3")
        migrate.prepare(first)
        hall = Hall(first, cheapest)
        engines = {size: open_engine(url) for size, url in urls.items()}
        for engine in engines.values():
            copy(first, engine)
        first.dispose()
    clerk = hall.people["clerk"].person
    with reading(next(iter(engines.values()))) as connection:
        head = journal.head(connection, "hall")
    assert head is not None
    filler = Filler("hall", SORTING, clerk, head, random.Random(SEED))
    for size in sorted(engines):
        for rows, end in filler.chunks(size):
            for other in (one for one in sorted(engines) if one >= size):
                write_rows(engines[other], "hall", rows, end)
    return [Book(engine, hall.moved_to(engine), size) for size, engine in sorted(engines.items())]


def measure(books: list[Book], floor: Callable[[], object], rounds: int) -> dict[str, object]:
    """Return a database's figures."""
    one: list[float] = []
    floors: list[float] = []
    by_size: dict[int, list[list[float]]] = {book.entries: [] for book in books}
    many: list[tuple[float, list[float]]] = []
    small = books[0]
    for book in books:
        book.open()
        timed(book.deed, 20)
    for _ in range(rounds):
        floors.append(median(timed(floor, DEEDS_A_ROUND)))
        for book in books:
            by_size[book.entries].append(timed(book.deed, DEEDS_A_ROUND))
        one.append(sum(by_size[small.entries][-1]) / DEEDS_A_ROUND)
        many.append(by_many(small))
    singles = [ms for took in by_size[small.entries] for ms in took]
    together = [ms for _, took in many for ms in took]
    medians = {size: [median(took) for took in rounds_] for size, rounds_ in by_size.items()}
    base = medians[small.entries]
    return {
        "floor_ms": median(floors),
        "deed_ms_by_entries": {str(size): median(took) for size, took in medians.items()},
        "deed_to_smallest": {
            str(size): median(a / b for a, b in zip(took, base, strict=True))
            for size, took in medians.items()
        },
        "one_writer": {"deeds_s": 1000 / median(one), **percentiles(singles)},
        "one_writer_to_floor": median(f / m for f, m in zip(floors, base, strict=True)),
        "many_writers": {"deeds_s": median(rate for rate, _ in many), **percentiles(together)},
        "many_to_one": median(rate * ms / 1000 for (rate, _), ms in zip(many, one, strict=True)),
    }


def percentiles(took: list[float]) -> dict[str, float]:
    """Return p50 and p99, ms."""
    cuts = quantiles(took, n=100)
    return {"p50_ms": cuts[49], "p99_ms": cuts[98]}


def reading_figures(book: Book) -> dict[str, float]:
    """Return how fast a journal is walked and verified, and how long an entry is."""
    with reading(book.engine) as connection:
        entries = list(journal.entries(connection, "hall"))
    began = time.perf_counter()
    for came in walk("hall", entries):
        assert not isinstance(came, Break), came
    walked = len(entries) / (time.perf_counter() - began)
    with reading(book.engine) as connection:
        began = time.perf_counter()
        count = sum(1 for _ in walk("hall", journal.entries(connection, "hall")))
        read = count / (time.perf_counter() - began)
    body_bytes = sum(len(entry.body.encode()) for entry in entries) / len(entries)
    return {
        "chain_walk_entries_s": walked,
        "read_and_walk_entries_s": read,
        "body_bytes": body_bytes,
    }


def whole_verification(book: Book) -> float:
    """Return entries a second of `ledger verify`: walked, replayed, every table compared."""
    began = time.perf_counter()
    (verdict,) = verify(book.engine)
    assert verdict.broken is None, verdict
    return verdict.entries / (time.perf_counter() - began)


def bytes_an_entry(book: Book) -> float:
    """Return the database's size, tables and indexes and all, over its entries."""
    with reading(book.engine) as connection:
        question = (
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
            if book.engine.name == "sqlite"
            else "SELECT pg_database_size(current_database())"
        )
        size = connection.exec_driver_sql(question).scalar_one()
    return float(size) / book.entries


@contextmanager
def databases(
    kind: str, sizes: tuple[int, ...]
) -> Iterator[tuple[list[Book], Callable[[], object]]]:
    """Give filled ledgers of every size and the floor beside them, on the same disk."""
    with ExitStack() as stack:
        if kind == "sqlite":
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
            urls = {size: f"sqlite:///{folder}/{size}.sqlite3" for size in sizes}
            floor = floor_sqlite(folder)
        else:
            address = stack.enter_context(postgres.cluster()).address
            with psycopg.connect(address.format(name="postgres"), autocommit=True) as server:
                for size in sizes:
                    server.execute(f'CREATE DATABASE "of_{size}"'.encode())
            urls = {size: address.format(name=f"of_{size}") for size in sizes}
            floor = floor_postgresql(address.format(name="postgres"))
        books = filled(urls)
        yield books, floor
        for book in books:
            book.engine.dispose()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    sizes = tuple(sorted(int(size) for size in options.sizes.split(",")))
    told: dict[str, object] = {}
    for kind in [options.only] if options.only else ["sqlite", "postgresql"]:
        with databases(kind, sizes) as (books, floor):
            figures = measure(books, floor, options.rounds)
            figures["verify_entries_s"] = whole_verification(books[0])
            figures["bytes_an_entry"] = bytes_an_entry(books[-1])
            if kind == "sqlite":
                told["journal"] = reading_figures(books[min(1, len(books) - 1)])
            told[kind] = figures
            print(f"{kind} measured", file=sys.stderr, flush=True)
    print(json.dumps(told, indent=None if options.json else 2, ensure_ascii=False))


if __name__ == "__main__":
    main()

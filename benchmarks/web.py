"""Fifty terminals that scan once a second, beside a bare page of the same framework.

usage: python -m benchmarks.web [--json] [--seconds N] [--terminals N] [--slice N] [--only DATABASE]

`station serve` runs as an office runs it, with a database of its own.  Each terminal has its own
person, signed in by the form, who opens an arrival, scans its pieces and closes it.  The bare page
writes one durable row by the same server, framework and database layer.  Both get the same load, in
slices that take turns, so that the machine's moods meet both.  Everything runs on this machine:
servers, database and terminals share its cores.

Ends with 1 if anything was answered wrongly, if an acknowledged scan is not in the database, or if
the ledger does not verify.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.terminals import bare
from benchmarks.terminals.first_page import Loaded, visited
from benchmarks.terminals.hands import BareTerminal, StationTerminal, Terminal, numbers, scanning
from benchmarks.terminals.servers import Server, free_port, running
from benchmarks.terminals.station_office import NAME, found_office, taken_in, verdict
from tests.support import postgres
from tests.support.hall import PIN

TERMINALS = 50
SECONDS = 300
SLICE_SECONDS = 20
PIECES = (20, 40)
"""How many pieces an arrival has, from and to."""

SEED = 11
DATABASES = ("sqlite", "postgresql")
PAGES = ("sign_in", "then_home", "then_an_arrival", "again")
"""What a terminal loads that has never been here, one page after the other."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for."""

    terminals: int
    seconds: int
    slice_seconds: int

    def slices(self) -> Iterator[int]:
        """Yield how long each slice lasts."""
        for begun in range(0, self.seconds, self.slice_seconds):
            yield min(self.slice_seconds, self.seconds - begun)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two servers, its terminals, and how long it has kept a core busy for them."""

    server: Server
    terminals: Sequence[Terminal]
    cpu_seconds: list[float]

    def figures(self, kept: Mapping[str, str]) -> dict[str, float]:
        """Return what came of it; `kept` is what its database has of every deed."""
        taken = [terminal.taken for terminal in self.terminals]
        scan_ms = [ms for one in taken for ms in one.scan_ms]
        page_ms = [ms for one in taken for ms in one.page_ms]
        acknowledged = [deed for one in taken for deed in one.acknowledged.items()]
        return {
            "scans": len(acknowledged),
            **_spread("", scan_ms),
            **(_spread("page_", page_ms) if page_ms else {}),
            "errors": sum(len(one.errors) for one in taken),
            "missing": sum(kept.get(deed) != number for deed, number in acknowledged),
            "server_cpu_ms_a_scan": 1000 * sum(self.cpu_seconds) / max(1, len(acknowledged)),
            "server_resident_mb": self.server.resident_mb(),
        }

    @property
    def errors(self) -> list[str]:
        """What was answered wrongly."""
        return [error for terminal in self.terminals for error in terminal.taken.errors]


def _spread(name: str, took: Sequence[float]) -> dict[str, float]:
    cuts = quantiles(took, n=100)
    return {f"{name}p50_ms": median(took), f"{name}p99_ms": cuts[98], f"{name}max_ms": max(took)}


async def scanned(ours: Side, beside: Side, plan: Plan, chance: random.Random) -> None:
    """Let all terminals scan, at both servers by turns."""
    number = numbers()
    for seconds in plan.slices():
        for side in (ours, beside):
            before = side.server.cpu_seconds()
            await scanning(side.terminals, seconds, number, chance)
            side.cpu_seconds.append(side.server.cpu_seconds() - before)


async def measured(
    station: Server, page: Server, badges: Sequence[str], plan: Plan
) -> tuple[Side, Side, dict[str, Loaded]]:
    """Sign everybody in, let them scan, and return both sides and what pages load."""
    chance = random.Random(SEED)
    addresses = [f"127.0.0.{at}" for at in range(2, plan.terminals + 2)]
    ours = [StationTerminal(station.port, it, lambda: chance.randint(*PIECES)) for it in addresses]
    for terminal, badge in zip(ours, badges, strict=True):
        await terminal.sign_in(badge, PIN)
    beside = [BareTerminal(page.port, address) for address in addresses]
    sides = Side(station, ours, []), Side(page, beside, [])
    await scanned(*sides, plan, chance)
    pages = await visited(ours[0].pages, ["/sign-in", "/", ours[0].page, ours[0].page])
    for side in sides:
        await asyncio.gather(*(terminal.hang_up() for terminal in side.terminals))
    return *sides, dict(zip(PAGES, pages, strict=True))


def run(urls: tuple[str, str], folder: Path, plan: Plan) -> tuple[dict[str, object], list[str]]:
    """Measure with one kind of database; return the figures, and everything that went wrong."""
    station_url, bare_url = urls
    keys = folder / "keys"
    badges = found_office(station_url, keys, plan.terminals)
    settings = {"STATION_KEYS": str(keys), "STATION_LOG": str(folder / "station.log")}
    ports = free_port(), free_port()
    serve = ["station", "serve", "--db", station_url, "--office", NAME, "--port", str(ports[0])]
    bare_serve = [bare.__name__, bare_url, str(ports[1])]
    with (
        running(serve, ports[0], settings) as ours,
        running(bare_serve, ports[1], settings) as page,
    ):
        station, beside, pages = asyncio.run(measured(ours, page, badges, plan))
        figures = station.figures(taken_in(station_url))
        floor = beside.figures(bare.kept(bare_url))
    is_intact, said = verdict(station_url)
    wrong = [*station.errors, *beside.errors, *([] if is_intact else [said])]
    if missing := figures["missing"] + floor["missing"]:
        wrong.append(f"{missing} acknowledged scans are not in the database")
    told = {
        "station": figures,
        "bare": floor,
        "p50_to_bare": figures["p50_ms"] / floor["p50_ms"],
        "verdict": said,
        "pages": {name: asdict(page) for name, page in pages.items()},
    }
    return told, wrong


@contextmanager
def databases(kind: str) -> Iterator[tuple[tuple[str, str], Path]]:
    """Give two empty databases on one disk, for the station and for the bare page."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
        if kind == "sqlite":
            yield (f"sqlite:///{folder}/station.db", f"sqlite:///{folder}/bare.db"), folder
        else:
            cluster = stack.enter_context(postgres.cluster())
            yield (cluster.database(), cluster.database()), folder


def lines(kind: str, told: dict[str, object]) -> Iterator[str]:
    """Yield the figures for reading."""
    for part, figures in told.items():
        if isinstance(figures, dict):
            for name, value in figures.items():
                shown = f"{value:.1f}" if isinstance(value, float) else value
                yield f"{kind:11} {part:8} {name:22} {shown}"
        else:
            yield f"{kind:11} {part:31} {figures}"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("--slice", type=int, default=SLICE_SECONDS)
    parser.add_argument("--terminals", type=int, default=TERMINALS)
    parser.add_argument("--only", choices=DATABASES)
    asked = parser.parse_args(arguments)
    plan = Plan(asked.terminals, asked.seconds, asked.slice)
    told, wrong = {}, []
    for kind in [asked.only] if asked.only else DATABASES:
        with databases(kind) as (urls, folder):
            told[kind], errors = run(urls, folder, plan)
        wrong += [f"{kind}: {error}" for error in errors]
    if asked.json:
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print(*(line for kind, figures in told.items() for line in lines(kind, figures)), sep="\n")
    print(*wrong[:20], sep="\n", end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

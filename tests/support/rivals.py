"""Many who want the same at once: each a thread, or a process, with a connection of its own.

As a process of its own, for it forks: python -m tests.support.rivals '{"url", "folder", "wishes"}'.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

from sqlalchemy import Engine

from station.custody.refusal import Reason, Refused
from station.desk import arrival, handover
from station.desk.deeds import Caller
from station.ledger.codec import kind_of
from station.ledger.database import open_engine
from station.ledger.faults import Fault, LedgerError
from station.ledger.store import Done, Ledger
from tests.support.hall import Hall, seen
from tests.support.nursery import run

TOGETHER_S_MAX = 60
"""All of them must have their answer by then: whatever waits longer waits for ever."""

Deed = Callable[[Ledger], Done]


def no(reason: Reason) -> str:
    """What a refusal is told as here: facts and reasons have some names in common."""
    return f"refused: {reason}"


def answer(ledger: Ledger, deed: Deed) -> str:
    """Do a deed as a client does, again while the ledger is busy; return what it came to.

    That is the reason of its refusal, or the kinds of its facts.
    """
    until = time.monotonic() + TOGETHER_S_MAX
    while True:
        try:
            return " ".join(kind_of(type(fact)) for fact in deed(ledger).facts)
        except Refused as refusal:
            return no(refusal.reason)
        except LedgerError as error:
            if error.fault is not Fault.BUSY or time.monotonic() > until:
                raise


def at_once(hall: Hall, deeds: Sequence[Deed]) -> list[str]:
    """Let a thread do each deed, all at the same moment; return what each was answered."""
    url = hall.engine.url.render_as_string(hide_password=False)
    ready = Barrier(len(deeds))

    def do(deed: Deed) -> str:
        engine = open_engine(url)
        ledger = Ledger(engine, hall.name, hall.clock)
        try:
            with ledger.views() as views:
                views.departments()
            ready.wait(TOGETHER_S_MAX)
            return answer(ledger, deed)
        finally:
            engine.dispose()

    with ThreadPoolExecutor(len(deeds)) as pool:
        began = time.monotonic()
        answers = list(pool.map(do, deeds, timeout=2 * TOGETHER_S_MAX))
    assert time.monotonic() - began < TOGETHER_S_MAX
    return answers


@dataclass(frozen=True)
class Wish:
    """A deed by somebody, in words that another process can be told."""

    person: UUID
    act: str
    on: UUID
    number: str

    def deed(self) -> Deed:
        caller = Caller(self.person, "test", uuid4())
        if self.act == "take_in":
            return lambda ledger: arrival.take_in(
                ledger, caller, arrival=self.on, seen=seen(self.number)
            )
        return lambda ledger: handover.offer(
            ledger, caller, handover=self.on, seen=seen(self.number)
        )


def at_once_by_processes(hall: Hall, folder: Path, wishes: Sequence[Wish]) -> list[str]:
    """The same, each by a process."""
    told = [[str(wish.person), wish.act, str(wish.on), wish.number] for wish in wishes]
    url = hall.engine.url.render_as_string(hide_password=False)
    plan = json.dumps({"url": url, "folder": str(folder), "wishes": told})
    done = run("tests.support.rivals", plan, env=os.environ)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _fork(engine: Engine, wish: Wish, folder: Path, place: int) -> int:
    process = os.fork()
    if process:
        return process
    try:
        ledger = Ledger(engine, "hall")
        _get_in(ledger)
        (folder / f"ready-{place}").touch()
        while not (folder / "go").exists():
            time.sleep(0.001)
        try:
            said = answer(ledger, wish.deed())
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told
            said = f"{type(error).__name__}: {error}"
        (folder / f"said-{place}").write_text(said)
    finally:
        os._exit(0)  # a fork must never return into its parent's work


def _get_in(ledger: Ledger) -> None:
    """Connect; where so many at once make a busy machine slow to let one in, ask again."""
    until = time.monotonic() + TOGETHER_S_MAX
    while True:
        try:
            with ledger.views() as views:
                views.departments()
        except LedgerError:
            if time.monotonic() > until:
                raise
        else:
            return


def main() -> None:
    """Let every wish be a process's, all at the same moment; print what each was answered."""
    plan = json.loads(sys.argv[1])
    folder = Path(plan["folder"])
    wishes = [Wish(UUID(who), act, UUID(on), number) for who, act, on, number in plan["wishes"]]
    engine = open_engine(plan["url"])
    processes = [_fork(engine, wish, folder, place) for place, wish in enumerate(wishes)]
    until = time.monotonic() + TOGETHER_S_MAX
    while len(list(folder.glob("ready-*"))) < len(wishes) and time.monotonic() < until:
        time.sleep(0.01)
    (folder / "go").touch()
    for process in processes:
        os.waitpid(process, 0)
    for place in range(len(wishes)):
        sys.stdout.write((folder / f"said-{place}").read_text() + "\n")


if __name__ == "__main__":
    main()

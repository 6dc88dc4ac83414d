"""Writers that are killed at random moments and begin again where they were cut off.

A process of its own, for it forks: python -m tests.support.writers PLAN.  Each writer notes a deed
before it sends it, and notes it as answered when it was; whoever takes the place of a killed one
sends the unanswered deed again under the same UUID, as a scanning page does.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID, uuid4

from station.custody.refusal import Refused
from station.desk import arrival
from station.desk.deeds import Caller
from station.ledger.database import Engine, open_engine
from station.ledger.faults import LedgerError
from station.ledger.store import Ledger
from tests.support.hall import seen
from tests.support.nursery import Recorded

BETWEEN_KILLS_S = (0.005, 0.12)
RETRY_S = 0.05
GIVE_UP_S = 90
FIRST = -1
"""The place of the deed that is done before anybody forks."""


@dataclass(frozen=True)
class Plan:
    """What to do: so many processes of so many threads take pieces in, through so many kills.

    Afterwards, or until a file `stop` lies in the folder when there is nobody to kill, they end.
    """

    url: str
    folder: str
    arrival: str
    person: str
    processes: int
    threads: int
    kills: int

    def start(self) -> Recorded:
        """Begin in a process of its own."""
        return Recorded("tests.support.writers", json.dumps(asdict(self)), env=os.environ)

    def stop(self) -> None:
        (Path(self.folder) / "stop").touch()


@dataclass(frozen=True)
class Told:
    """What came of a plan: deeds that were answered as done, what else was said, and how often
    a writer had to try again.
    """

    answered: list[str]
    refused: list[str]
    retries: int


def told(process: Recorded) -> Told:
    """Wait for the end, and return what came of it."""
    done = process.finish()
    assert done.returncode == 0, done.stderr
    return Told(**json.loads(done.stdout))


class Writer:
    """One writer: its place survives it in two files."""

    def __init__(self, plan: Plan, ledger: Ledger, place: int) -> None:
        self._plan = plan
        self._ledger = ledger
        folder = Path(plan.folder)
        self._sent = folder / f"sent-{place}"
        self._stop = folder / "stop"
        log = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self._answered = os.open(folder / f"answered-{place}", log)
        self._retries = os.open(folder / "retries", log)
        self._refused = os.open(folder / "refused", log)
        self._known = set((folder / f"answered-{place}").read_text().split())

    def work(self) -> None:
        """Send what was not answered, then new deeds until told to stop."""
        before = self._sent.read_text().split() if self._sent.exists() else []
        if len(before) == 2 and before[0] not in self._known:
            self.send(*before)
        while not self._stop.exists():
            base = random.randrange(10**10)
            deed, number = str(uuid4()), f"{base:010}{base % 7}"
            self._sent.write_text(f"{deed} {number}")
            self.send(deed, number)

    def send(self, deed: str, number: str) -> None:
        """Send one deed until it is answered."""
        caller = Caller(UUID(self._plan.person), "test", UUID(deed))
        place = UUID(self._plan.arrival)
        give_up = time.monotonic() + GIVE_UP_S
        while time.monotonic() < give_up:
            try:
                arrival.take_in(self._ledger, caller, arrival=place, seen=seen(number))
            except LedgerError:
                os.write(self._retries, b".")
                time.sleep(RETRY_S)
            except (Refused, Exception) as refusal:  # noqa: BLE001 - whatever it was, it is told
                os.write(self._refused, f"{type(refusal).__name__}: {refusal}\n".encode())
                return
            else:
                os.write(self._answered, f"{deed}\n".encode())
                return
        os.write(self._refused, b"gave up\n")


def warmed(plan: Plan) -> Engine:
    """Return an engine that has done a deed, and has no connection that a fork could share."""
    engine = open_engine(plan.url)
    first = Writer(plan, Ledger(engine, "hall"), FIRST)
    first.send(str(uuid4()), "13112383852")
    engine.dispose()
    return engine


def begin(plan: Plan, engine: Engine, place: int) -> int:
    """Fork a process of writers; return its id."""
    process = os.fork()
    if process:
        return process
    try:
        ledger = Ledger(engine, "hall")
        first = place * plan.threads
        writers = [Writer(plan, ledger, first + n) for n in range(plan.threads)]
        threads = [threading.Thread(target=writer.work) for writer in writers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        os._exit(0)  # a fork must never return into its parent's work


def main() -> None:
    """Do as planned and tell what was answered."""
    plan = Plan(**json.loads(sys.argv[1]))
    folder = Path(plan.folder)
    engine = warmed(plan)
    running = {place: begin(plan, engine, place) for place in range(plan.processes)}
    for _ in range(plan.kills):
        time.sleep(random.uniform(*BETWEEN_KILLS_S))
        place = random.choice(list(running))
        os.kill(running[place], signal.SIGKILL)
        os.waitpid(running[place], 0)
        running[place] = begin(plan, engine, place)
    if plan.kills:
        time.sleep(0.5)
        plan.stop()
    for process in running.values():
        os.waitpid(process, 0)
    answered = [deed for one in folder.glob("answered-*") for deed in one.read_text().split()]
    refused = (folder / "refused").read_text().splitlines()
    retries = (folder / "retries").stat().st_size
    sys.stdout.write(json.dumps(asdict(Told(answered, refused, retries))))


if __name__ == "__main__":
    main()

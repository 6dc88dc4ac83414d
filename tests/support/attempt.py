"""Somebody who takes pieces in, in a process of their own, with whatever fault it is given.

python -m tests.support.attempt '{"url", "arrival", "person", "deeds": how many, "user"}' prints a
line a deed, {"deed", "fault", "said"}, and goes on after a deed that failed.  `user` is a user's id
to become before the database is opened, or null.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import rfc8785
from sqlalchemy import create_engine

from station.desk import arrival
from station.desk.deeds import Caller
from station.ledger.database import open_engine
from station.ledger.faults import Fault, LedgerError
from station.ledger.store import Ledger
from tests.support import nursery
from tests.support.hall import Hall, seen

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Attempt:
    """One deed and what it was answered: a fault, or None when it was done."""

    deed: UUID
    fault: Fault | None
    said: str


def attempts(
    hall: Hall, at: UUID, *, deeds: int, user: int | None = None, through: tuple[str, ...] = ()
) -> list[Attempt]:
    """Let a process of its own, started `through` another command, take pieces in."""
    url = hall.engine.url.render_as_string(hide_password=False)
    person = str(hall.people["duty"].person)
    plan = {"url": url, "arrival": str(at), "person": person, "deeds": deeds, "user": user}
    module = "tests.support.attempt"
    if through:
        command = (*through, sys.executable, "-m", module, json.dumps(plan))
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    else:
        done = nursery.run(module, json.dumps(plan), env=os.environ)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        Attempt(UUID(it["deed"]), Fault(it["fault"]) if it["fault"] else None, it["said"])
        for it in told
    ]


def main() -> None:
    """Do as told and say what came of it."""
    plan = json.loads(sys.argv[1])
    # What is loaded at its first use may be out of reach for another user.
    create_engine("sqlite://").connect().close()
    rfc8785.dumps({"é": 1})
    if plan["user"] is not None:
        os.setgroups([])
        os.setgid(plan["user"])
        os.setuid(plan["user"])
    ledger = Ledger(open_engine(plan["url"]), "hall")
    for n in range(plan["deeds"]):
        deed, number = uuid4(), f"{(base := uuid4().int % 10**10):010}{base % 7}"
        fault, said = None, str(n)
        try:
            caller = Caller(UUID(plan["person"]), "test", deed)
            arrival.take_in(ledger, caller, arrival=UUID(plan["arrival"]), seen=seen(number))
        except LedgerError as error:
            fault, said = error.fault, str(error)
        sys.stdout.write(json.dumps({"deed": str(deed), "fault": fault, "said": said}) + "\n")


if __name__ == "__main__":
    main()

"""Schemathesis against the whole API, in this process, with somebody who may do much.

python -m tests.support.api_trial EXAMPLES tries each call with so many drawn ones; what it finds it
prints, and it ends with 1.  The office is one in which the day of `api_day` was played, and the
document shows that day's own ids, so that what is drawn from its examples meets what is there.
"""

import json
import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

from station.custody.values import Role
from station.desk import office, signin
from station.web.api.document import document_of
from tests.support import api_day
from tests.support.hall import PIN, SORTING

MUCH = (Role.CLERK, Role.RECEIVER, Role.SUPERVISOR, Role.DUTY_OFFICER, Role.AUDITOR)

BEYOND_A_SCHEMA = (
    "typed",
    "scans",
    "pictures",
    "expected",
    "frames",
    "label",
    "unreadable",
    "another",
    "slips",
)
"""Calls that may be answered 422 though the schema allows what was sent: two numbers that must be
the same, a badge where a piece was meant, a picture that shows no number, a table with errors."""


def settings(examples: int, *, is_short: bool) -> dict[str, Any]:
    """All checks that there are, for drawn and for spoilt calls.

    A short run leaves out the walk along every bound of every field, some thirty calls each.
    """
    accepted = ["2xx", "401", "403", "404", "409", "422"]
    return {
        "seed": 1,
        "headers": {"Origin": api_day.ORIGIN},
        "max-stream-events": 1,
        "continue-on-failure": True,
        "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
        "phases": {"stateful": {"enabled": False}, "coverage": {"enabled": not is_short}},
        "operations": [
            {
                "include-path-regex": f"/({'|'.join(BEYOND_A_SCHEMA)})(/|$)",
                "checks": {"positive_data_acceptance": {"expected-statuses": accepted}},
            }
        ],
    }


class Trial:
    """An office, its document, and somebody who signs in anew for every call."""

    def __init__(self, folder: Path) -> None:
        self.day = api_day.played(folder)
        hall = self.day.hall
        (much,) = office.enroll_people(
            hall.ledger,
            hall.caller("admin"),
            hall.hasher,
            [office.NewPerson("much", SORTING, MUCH, PIN)],
        )
        self._badge = much.badge

    def run(self, examples: int, *, is_short: bool = False) -> Iterator[str]:
        """Give a line for everything that was found."""
        told = {"calls": self.day.calls, "problems": self.day.problems}
        document = json.loads(json.dumps(document_of(self.day.app, told)))
        config = SchemathesisConfig.from_dict(settings(examples, is_short=is_short))
        schema = schemathesis.openapi.from_dict(document, config=config)
        schema.app = self.day.app
        schema.auth(refresh_interval=None)(self._signed_in())
        self.tried = 0
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                self.tried += len(event.recorder.cases)
                yield from _failures(event)
            elif isinstance(event, events.NonFatalError | events.FatalError):
                yield str(getattr(event, "info", None) or getattr(event, "exception", event))

    def _signed_in(self) -> type:
        trial = self

        class SignedIn:
            """A session of its own for each call: one call is the end of its session."""

            def get(self, _case: object, _context: object) -> str:
                hall = trial.day.hall
                return signin.sign_in(
                    hall.ledger, hall.hasher, badge=trial._badge, pin=PIN, terminal=str(uuid4())
                )

            def set(self, case: Any, token: str, _context: object) -> None:
                if "/device/" in case.path:
                    case.headers["Authorization"] = f"Bearer {trial.day.tokens['camera']}"
                else:
                    case.cookies = {**(case.cookies or {}), "station": token}

        return SignedIn


def _failures(event: events.ScenarioFinished) -> Iterator[str]:
    if event.status is not Status.FAILURE:
        return
    for checks in event.recorder.checks.values():
        for check in checks:
            if check.failure_info is not None:
                failure = check.failure_info.failure
                sent = check.failure_info.code_sample
                yield f"{event.label}: {check.name}: {failure.title}: {failure.message}\n  {sent}"


def main() -> None:
    """Try, print what was found."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        found = list(trial.run(int(sys.argv[1])))
    sys.stdout.write("\n".join([*found, f"{trial.tried} calls, {len(found)} findings", ""]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

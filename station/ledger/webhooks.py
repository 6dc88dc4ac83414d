"""How far another system was told of what the journal says.

The journal itself is the outbox: a deed leaves nothing more behind, and nothing can be told that
was not recorded.  What is kept here is one line an office: the last entry that was told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from station.ledger import journal
from station.ledger.journal import Recorded
from station.ledger.schema import webhooks

CLAIMED_FOR = timedelta(minutes=2)
"""Longer than telling one event takes (`desk.webhooks` gives each try a bound)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one teller took on: the entries to tell, and how often they were tried, this included.

    `tries` counts for the first of them that is an event; the others were never tried.
    """

    entries: tuple[Recorded, ...]
    tries: int


class Webhooks:
    """One office's place in the telling, seen through one connection that may change it."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def claim(self, now: datetime, count: int) -> Claim | None:
        """Return what is due, and keep others from telling it for a while; None for nothing.

        The first claim ever begins at the journal's end: who is told, is told from now on.
        """
        row = self._connection.execute(
            select(webhooks).where(webhooks.c.office == self._office).with_for_update()
        ).one_or_none()
        if row is None:
            head = journal.head(self._connection, self._office)
            values = {"office": self._office, "told": head.seq if head else 0}
            values |= {"tries": 0, "due_at": now}
            self._connection.execute(insert(webhooks).values(values))
            return None
        if row.due_at > now:
            return None
        after = journal.after(self._connection, self._office, row.told, count)
        if not after:
            return None
        self._change(tries=row.tries + 1, due_at=now + CLAIMED_FOR)
        return Claim(after, row.tries + 1)

    def note_told(self, seq: int, now: datetime, *, is_last: bool) -> None:
        """Keep that everything up to an entry was told; the claim goes on unless it is the last."""
        due_at = now if is_last else now + CLAIMED_FOR
        self._change(told=seq, tries=0, due_at=due_at, failure=None)

    def note_failed(self, why: str, again_at: datetime) -> None:
        """Keep why the next one could not be told, and when to try again."""
        self._change(due_at=again_at, failure=why)

    def _change(self, **values: object) -> None:
        mine = update(webhooks).where(webhooks.c.office == self._office)
        self._connection.execute(mine.values(values))

    def waiting(self) -> tuple[int, str | None]:
        """Return how many entries nobody was told of yet, and why the last try failed."""
        row = self._connection.execute(
            select(webhooks.c.told, webhooks.c.failure).where(webhooks.c.office == self._office)
        ).one_or_none()
        head = journal.head(self._connection, self._office)
        if row is None or head is None:
            return 0, None
        return head.seq - row.told, row.failure

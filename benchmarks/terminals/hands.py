"""The terminals and the hands that scan at them.

The load is open: a hand scans when it scans, whether or not the scan before was answered.  A scan's
time runs from that moment until its answer, through the terminal's own queue (static/outbox.js
sends one at a time), so that a slow answer is told in every scan that it held up.
"""

import asyncio
import json
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol
from uuid import uuid4

from benchmarks.terminals.client import Answer, Client

OK = 200
SEE_OTHER = 303
JITTER_SECONDS = 0.2
REFRESH_APART_SECONDS = 2.0
"""How often a page is fetched anew at most (static/scan.js)."""

BODIES = 10**10
STRIDE = 7_654_321_987
"""Prime to BODIES, so that no number comes twice."""


@dataclass
class Taken:
    """What was answered and how fast; `acknowledged` has the number of every deed that counted."""

    scan_ms: list[float] = field(default_factory=list)
    page_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    acknowledged: dict[str, str] = field(default_factory=dict)

    def acknowledge(self, deed: str, number: str, due: float) -> None:
        """Note a scan that was due at a time and is answered now."""
        self.scan_ms.append(ms_since(due))
        self.acknowledged[deed] = number

    def err(self, what: str, came: object) -> None:
        """Note what should have been answered otherwise."""
        said = f"{came.status} {came.body[:200]!r}" if isinstance(came, Answer) else repr(came)
        self.errors.append(f"{what}: {said}")


def numbers(first: int = 0) -> Iterator[str]:
    """Yield different numbers as Japan Post prints them: ten digits and their remainder by 7."""
    for at in count(first):
        body = at * STRIDE % BODIES
        yield f"{body:010}{body % 7}"


def ms_since(due: float) -> float:
    """Return how long ago a time of `perf_counter` was."""
    return 1000 * (time.perf_counter() - due)


class Terminal(Protocol):
    """What stands before somebody who scans."""

    taken: Taken

    async def scan(self, number: str, due: float, next_due: float) -> None:
        """Send a scan that was due at a time, note its answer, do what comes before the next."""

    async def hang_up(self) -> None:
        """End the connections."""


class BareTerminal:
    """Sends the same to the bare page."""

    def __init__(self, port: int, own_address: str) -> None:
        self._client = Client(port, own_address)
        self.taken = Taken()

    async def scan(self, number: str, due: float, next_due: float) -> None:  # noqa: ARG002
        """Send a scan that was due at a time, note its answer."""
        deed = str(uuid4())
        try:
            answer = await self._client.post_json("/rows", {"deed": deed, "text": number})
        except (OSError, EOFError) as error:
            return self.taken.err("row", error)
        if answer.status != OK:
            return self.taken.err("row", answer)
        return self.taken.acknowledge(deed, number, due)

    async def hang_up(self) -> None:
        """End the connection."""
        await self._client.close()


class StationTerminal:
    """Somebody who takes mail in: opens an arrival, scans its pieces, closes it, opens the next.

    As static/scan.js does, it fetches its page anew after an answer behind which nothing waits, at
    once or when the last time is so long ago, and the next scan does not wait for the page.
    """

    def __init__(self, port: int, own_address: str, pieces: Callable[[], int]) -> None:
        self._scans = Client(port, own_address)
        self.pages = Client(port, own_address)
        self._pieces = pieces
        self._left = 0
        self._arrival = ""
        self._showing: set[asyncio.Task[None]] = set()
        self._waiting: asyncio.Task[None] | None = None
        self._shown_at = -math.inf
        self.taken = Taken()

    async def sign_in(self, badge: str, pin: str) -> None:
        """Sign in by the form, and open the first arrival."""
        answer = await self.pages.post_form("/sign-in", {"badge": badge, "pin": pin})
        assert answer.status == SEE_OTHER, answer
        cookie = answer.headers["set-cookie"].partition(";")[0]
        self._scans.cookie = self.pages.cookie = cookie
        await self._open()

    @property
    def page(self) -> str:
        """The page before which somebody stands."""
        return f"/arrivals/{self._arrival}"

    async def scan(self, number: str, due: float, next_due: float) -> None:
        """Send a scan that was due at a time, note its answer, do what comes before the next."""
        deed = str(uuid4())
        try:
            sent = {"deed": deed, "text": number}
            answer = await self._scans.post_json(f"/api{self.page}/scans", sent)
        except (OSError, EOFError) as error:
            return self.taken.err("scan", error)
        if answer.status != OK or _outcome(answer) != "taken":
            return self.taken.err("scan", answer)
        self.taken.acknowledge(deed, number, due)
        self._left -= 1
        if time.perf_counter() < next_due and self._waiting is None:
            self._waiting = asyncio.create_task(self._show_again())
            self._showing.add(self._waiting)
            self._waiting.add_done_callback(self._showing.discard)
        if self._left == 0:
            await self._close()
            await self._open()
        return None

    async def _show_again(self) -> None:
        """Fetch the page as it is by then, once it may be fetched again."""
        await asyncio.sleep(self._shown_at + REFRESH_APART_SECONDS - time.perf_counter())
        self._waiting = None
        self._shown_at = time.perf_counter()
        await self._show(self.page, self._shown_at)

    async def _close(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()  # whoever leaves a page needs it no more
            self._showing.discard(self._waiting)
            self._waiting = None
        await asyncio.gather(*self._showing)
        await self._send_form(f"{self.page}/close", {})

    async def _open(self) -> None:
        self._left = self._pieces()
        await self._show("/arrivals")
        declared = {"carrier": "日本郵便", "declared_count": str(self._left), "list_id": ""}
        self._arrival = (await self._send_form("/arrivals", declared)).rpartition("/")[2]

    async def _send_form(self, path: str, fields: dict[str, str]) -> str:
        """Send a form, follow where it leads, and return that."""
        answer = await self.pages.post_form(path, {"deed": str(uuid4()), **fields})
        if answer.status != SEE_OTHER:
            self.taken.err("form", answer)
            return ""
        await self._show(answer.headers["location"])
        return answer.headers["location"]

    async def _show(self, path: str, due: float | None = None) -> None:
        try:
            answer = await self.pages.get(path)
        except (OSError, EOFError) as error:
            return self.taken.err("page", error)
        if answer.status != OK:
            return self.taken.err("page", answer)
        if due is not None:
            self.taken.page_ms.append(ms_since(due))
        return None

    async def hang_up(self) -> None:
        """End the connections."""
        await asyncio.gather(*self._showing)
        await self._scans.close()
        await self.pages.close()


def _outcome(answer: Answer) -> object:
    (one,) = json.loads(answer.body)["answers"]
    return one["outcome"]


async def scanning(
    terminals: Sequence[Terminal], seconds: int, number: Iterator[str], chance: random.Random
) -> None:
    """Let every terminal scan once a second for so long, each at moments of its own."""
    begin = time.perf_counter() + JITTER_SECONDS
    hands = (_hand(one, begin + chance.random(), seconds, number, chance) for one in terminals)
    await asyncio.gather(*hands)


async def _hand(
    terminal: Terminal, first: float, scans: int, number: Iterator[str], chance: random.Random
) -> None:
    def moment(at: int) -> float:
        return first + at + chance.uniform(-JITTER_SECONDS, JITTER_SECONDS)

    due, following = moment(0), moment(1)
    for at in range(scans):
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await terminal.scan(next(number), due, following)
        due, following = following, moment(at + 2)

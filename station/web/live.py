"""News for pages that wait, as server-sent events (HTML Living Standard, section 9.2).

The journal's end is asked for once, however many pages wait for it to move; only then is each
page's own question asked.  That a page waits is nobody's doing and keeps no session open.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from math import inf

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

EVERY_SECONDS = 0.5
STILL_HERE_SECONDS = 15
"""After so long without news a comment is sent, so that nobody between takes the line for dead."""

State = Mapping[str, object]


class Pulse:
    """The journal's end, at most EVERY_SECONDS old."""

    def __init__(self, ask: Callable[[], int]) -> None:
        self._ask = ask
        self._lock = asyncio.Lock()
        self._asked = -inf
        self._end = 0

    async def end(self) -> int:
        """Return it; those who ask at once share one answer."""
        async with self._lock:
            if time.monotonic() - self._asked >= EVERY_SECONDS:
                self._end = await run_in_threadpool(self._ask)
                self._asked = time.monotonic()
            return self._end


def stream(pulse: Pulse, tell: Callable[[], State | None]) -> StreamingResponse:
    """Return an answer that goes on: an event whenever what `tell` says has changed.

    It ends when `tell` says None: whoever waits may be told no more.
    """
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(pulse, tell), media_type="text/event-stream", headers=headers)


async def _events(pulse: Pulse, tell: Callable[[], State | None]) -> AsyncIterator[str]:
    told: State | None = None
    heard, silent_since = -1, time.monotonic()
    while True:
        end, is_silent = await pulse.end(), time.monotonic() - silent_since >= STILL_HERE_SECONDS
        if end != heard or is_silent:
            heard = end
            now = await run_in_threadpool(tell)
            if now is None:
                return
            if now != told or is_silent:
                yield f"data: {json.dumps(now)}\n\n" if now != told else ": still here\n\n"
                told, silent_since = now, time.monotonic()
        await asyncio.sleep(EVERY_SECONDS)

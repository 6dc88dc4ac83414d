"""Every request as those who watch the station are told of it: never by its address.

An address holds what somebody looked for, and ids that lead to people; the template of the route
holds neither.  Logs and metrics are made of these answers alone.
"""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from station.desk.scans import Outcome

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER_METHOD = "OTHER"
NO_ROUTE = "none"
FAILED = 500
UNANSWERED = 0
"""The status of a request whose sender had gone before it was answered."""

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, O, 1 or I: a reference is read out over the telephone."""

REFERENCE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Answered:
    """A request that was answered; `route` is a template, `scans` what was answered to each scan.

    `method` is one of `METHODS` or `OTHER_METHOD`, whatever was sent; `code` names what kept it
    from being done, empty where nothing did.
    """

    reference: str
    method: str
    route: str
    status: int
    seconds: float
    scans: tuple[Outcome, ...]
    code: str


Tell = Callable[[Answered], None]


class Watched:
    """Gives each request its reference, and tells of it when it is answered."""

    def __init__(self, app: ASGIApp, tell: Iterable[Tell]) -> None:
        self._app = app
        self._tell = tuple(tell)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; a failure is told as such and goes on to whoever answers it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reference = "".join(secrets.choice(SIGNS) for _ in range(REFERENCE_LENGTH))
        state = scope.setdefault("state", {})
        state.update(reference=reference, scans=[], codes=[])
        status = UNANSWERED

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        began = time.perf_counter()
        try:
            await self._app(scope, receive, note)
        except Exception:
            status = status or FAILED
            raise
        finally:
            seconds = time.perf_counter() - began
            scans = tuple(state["scans"])
            code = next(iter(state["codes"]), "")
            answered = Answered(
                reference, _method(scope), _route(scope), status, seconds, scans, code
            )
            for tell in self._tell:
                tell(answered)


def reference_of(request: Request) -> str:
    """Return the reference under which a request stands in the log; empty if nobody watches."""
    return str(getattr(request.state, "reference", ""))


def note_code(request: Request, code: str) -> None:
    """Note what kept a request from being done, for those who watch."""
    getattr(request.state, "codes", []).append(code)


def note_scan(request: Request, outcome: Outcome) -> None:
    """Note what was answered to a scan, for those who count them."""
    if hasattr(request.state, "scans"):
        request.state.scans.append(outcome)


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in METHODS else OTHER_METHOD


def _route(scope: Scope) -> str:
    """Return the template that a request matched, the folder of static files, or `NO_ROUTE`."""
    path = getattr(scope.get("route"), "path", None)
    if path is not None:
        return str(path)
    return str(scope.get("root_path") or NO_ROUTE) if "endpoint" in scope else NO_ROUTE

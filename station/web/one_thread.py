"""Routes whose work is done in one thread: who asks, the deed, and its answer as JSON.

FastAPI sends each of the three through a thread of its own (a dependency, the function, the check
of what it returns), and on a busy server each way there and back waits for Python behind the
others.  Where a scan is waited for, that was a sixth of its time (docs/load.md).  What follows from
the request alone is therefore no dependency here.
"""

from collections.abc import Callable, Coroutine
from functools import wraps
from inspect import Parameter, iscoroutinefunction, signature
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel

from station.web.context import InStation, SignedIn, operator_of, station_of

Endpoint = Callable[..., Any]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]
REQUEST = "request"


FROM_REQUEST: tuple[tuple[object, Callable[[Request], object]], ...] = (
    (SignedIn, operator_of),
    (InStation, station_of),
)
"""What a function may ask for, and how it is had."""


class OneThread(APIRoute):
    """A route whose function asks for the operator itself, and returns its answer ready to send."""

    def __init__(self, path: str, endpoint: Endpoint, **options: Any) -> None:  # noqa: ANN401
        self._asks_who = operator_of in _had(endpoint).values()
        super().__init__(path, _in_one_thread(endpoint), **options)

    def get_route_handler(self) -> Handler:
        """Return what answers a request; who asks comes before what is wrong with it."""
        answer = super().get_route_handler()

        async def answer_to(request: Request) -> Response:
            try:
                return await answer(request)
            except RequestValidationError:
                if self._asks_who:
                    await run_in_threadpool(operator_of, request)
                raise

        return answer_to


def _had(endpoint: Endpoint) -> dict[str, Callable[[Request], object]]:
    """Return what a function takes that follows from the request: by which name, and how."""
    takes = signature(endpoint).parameters
    return {
        name: how
        for name, it in takes.items()
        for kind, how in FROM_REQUEST
        if it.annotation == kind
    }


def _in_one_thread(endpoint: Endpoint) -> Endpoint:
    """Return a function that does all of a route's work; what is documented of it stays."""
    takes = signature(endpoint).parameters
    if iscoroutinefunction(endpoint) or any(it.annotation is Response for it in takes.values()):
        raise TypeError(f"expected a function whose work a thread can do, got {endpoint.__name__}")
    had = _had(endpoint)

    @wraps(endpoint)
    def work(**given: Any) -> Any:  # noqa: ANN401
        request = given[REQUEST] if REQUEST in takes else given.pop(REQUEST)
        answer = endpoint(**given, **{name: how(request) for name, how in had.items()})
        if isinstance(answer, BaseModel):
            return Response(answer.model_dump_json(by_alias=True), media_type="application/json")
        return answer

    asked = [it for name, it in takes.items() if name not in had]
    if REQUEST not in takes:
        asked.append(Parameter(REQUEST, Parameter.KEYWORD_ONLY, annotation=Request))
    work.__signature__ = signature(endpoint).replace(parameters=asked)  # type: ignore[attr-defined]
    return work

"""/openapi.json: what the API takes and answers, with examples that are true.

The examples were recorded from a day that was played (`examples.json`); a test plays it again and
compares.  Pages for people are not in the document: it tells of what a program calls.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from station.web.problems import MEDIA_TYPE, TITLES, Problem

EXAMPLES = Path(__file__).parent / "examples.json"
METHODS = ("get", "post", "put", "patch", "delete")

Json = dict[str, Any]

ABOUT = """\
Every deed of a terminal, as JSON.

**Who asks.** A session: `POST /api/session` with badge and PIN sets the cookie `station`.  A
changing request with a session says where it comes from, as browsers do: `Origin` with the
station's own address, or `Sec-Fetch-Site: same-origin`; and it has a `Content-Length`.

Cameras and fixed scanners have tokens of their own (`Authorization: Bearer ...`), which an
administrator gives out, and which open `/api/device/` and nothing else.

**Deeds.** Whoever does a deed gives it a UUID.  Sent again with the same one, it is done once and
answered as before; so a program repeats what it got no answer to.  What a deed makes (an arrival,
a handover, a proposal) has the deed's UUID as its id.

**Languages.** Sentences come in Japanese, or in English with the cookie `station_language=en`.

**Problems.** Every refusal is `application/problem+json` (RFC 9457).  Programs go by `code`.
"""


def describe(app: FastAPI) -> Json:
    """Return the document of an application, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = document_of(app, recorded())
    return app.openapi_schema


def document_of(app: FastAPI, told: Json) -> Json:
    """Return the document of an application with what was told on a day that was played."""
    made = get_openapi(
        title="Mail check-in station",
        version=version("mail-station"),
        description=ABOUT,
        routes=app.routes,
    )
    made["paths"] = {
        path: methods for path, methods in made["paths"].items() if _is_described(path)
    }
    parts = made["components"]
    parts["schemas"] = {
        name: schema
        for name, schema in parts["schemas"].items()
        if name not in {"HTTPValidationError", "ValidationError"}
    }
    parts["schemas"]["Problem"] = Problem.model_json_schema(
        ref_template="#/components/schemas/{model}"
    )
    parts["schemas"] |= parts["schemas"]["Problem"].pop("$defs")
    parts["responses"] = {f"Problem{status}": _problem(status, told) for status in TITLES}
    parts["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": "station"},
        "device": {"type": "http", "scheme": "bearer"},
    }
    for path, method, operation in operations(made):
        _complete(path, method, operation)
        _illustrate(operation, told["calls"].get(f"{method.upper()} {path}", {}))
    _leave_unused_out(made)
    return made


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Give path, method and operation of everything in a document."""
    for path, methods in document["paths"].items():
        for method in METHODS:
            if method in methods:
                yield path, method, methods[method]


def _is_described(path: str) -> bool:
    return path.startswith("/api/") or path == "/health"


def _complete(path: str, method: str, operation: Json) -> None:
    """Say who may call an operation, and with which problems it may be answered."""
    if path == "/health":
        operation["security"] = []
        return
    operation.setdefault("security", [{"session": []}])
    for status in _problems_of(path, method, operation):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/Problem{status}"}


def _problems_of(path: str, method: str, operation: Json) -> Iterator[int]:
    is_open = operation["security"] == []
    if not is_open or path == "/api/session":
        yield 401
    if not is_open or method != "get":
        yield 403
    if method != "get":
        yield from (409, 411, 413)
    if "{" in path or method == "post":
        yield 404
    if "parameters" in operation or "requestBody" in operation:
        yield 422
    if path == "/api/session" or path.endswith(("/sign", "/witness")) or "/device/" in path:
        yield 429
    yield from (500, 503)


def _problem(status: int, told: Json) -> Json:
    examples = {
        code: {"value": problem} for code, problem in told["problems"].get(str(status), {}).items()
    }
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}
    return {"description": TITLES[status], "content": {MEDIA_TYPE: content}}


def _illustrate(operation: Json, call: Json) -> None:
    """Put into an operation what was sent and answered on the day that was played."""
    if "sent" in call:
        for content in operation["requestBody"]["content"].values():
            content["examples"] = {"sent": {"value": call["sent"]}}
    for parameter in operation.get("parameters", []):
        if parameter["name"] in call.get("parameters", {}):
            parameter["examples"] = {"sent": {"value": call["parameters"][parameter["name"]]}}
    if "answered" in call:
        content = operation["responses"][call["status"]]["content"]["application/json"]
        content["examples"] = {"answered": {"value": call["answered"]}}


def _leave_unused_out(document: Json) -> None:
    """Leave out schemas that only pages use."""
    schemas = document["components"]["schemas"]
    kept: set[str] = set()
    wanted = {*_named({**document, "components": {**document["components"], "schemas": {}}})}
    while wanted - kept:
        name = (wanted - kept).pop()
        kept.add(name)
        wanted |= {*_named(schemas[name])}
    document["components"]["schemas"] = {name: schemas[name] for name in schemas if name in kept}


def _named(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        to = part.get("$ref")
        if isinstance(to, str) and "/schemas/" in to:
            yield to.rsplit("/", 1)[1]
        for inner in part.values():
            yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)


@cache
def recorded() -> Json:
    """Return what was recorded: `calls` by method and path, `problems` by status and code."""
    known: Json = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return known

"""Where a page can be asked for again, as by whoever changes the language on it."""

import re
from urllib.parse import quote

from fastapi import Request
from starlette.routing import Match

OWN_ADDRESS = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""An address of the station itself, with its query: no other site's, and in one line."""


def here_of(request: Request) -> str:
    """Return the nearest page above the address of a form, whose answer has no address of its own.

    "" of any other page: what the browser tells of it leads back to it.
    """
    path = request.url.path
    if request.method in {"GET", "HEAD"}:
        return ""
    while path and not _is_page(request, path):
        path = path.rpartition("/")[0]
    return quote(path) or "/"


def own_address(told: str) -> str:
    """Return an address that a form told, if it is the station's own; else the first page."""
    return told if OWN_ADDRESS.fullmatch(told) else "/"


def _is_page(request: Request, path: str) -> bool:
    asked = {**request.scope, "method": "GET", "path": path}
    return any(route.matches(asked)[0] is Match.FULL for route in request.app.routes)

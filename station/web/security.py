"""Headers, origins and sizes: what is refused before any page looks at it."""

from urllib.parse import urlsplit

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from station.custody import training
from station.scan.pictures import BYTES_MAX
from station.web.assets import STYLES_HASH
from station.web.context import station_of
from station.web.errors import refusal
from station.web.pages import VERSION
from station.words import noted as _

BODY_BYTES_MAX = BYTES_MAX + 100_000
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
SAME_SITE = frozenset({"same-origin", "none"})

OTHER_SITE = _("This came from another site. Open the station itself.")
NO_LENGTH = _("The browser did not say how much it sends. Use another browser.")
TOO_LARGE = _("This file is too large: at most {megabytes} MB. Choose a smaller one.")

HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'self'; style-src 'self' {STYLES_HASH}; img-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "Station-Version": VERSION,
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Refuses foreign origins and oversized bodies; gives every answer its headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(request, MutableHeaders(scope=message))
            await send(message)

        await (_refusal(request) or self._app)(scope, receive, send_guarded)


def _add_headers(request: Request, headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    station = station_of(request)
    if station.mark:  # a program has no eyes for a banner
        headers["Station-Ledger"] = training.OFFICE
    hsts = station.hsts
    if hsts and request.url.scheme == "https":
        headers["Strict-Transport-Security"] = hsts


def _refusal(request: Request) -> Response | None:
    if request.method in SAFE_METHODS:
        return None
    if not _same_origin(request) and not _is_for_devices(request):
        return refusal(request, 403, "other_site", OTHER_SITE)
    length = request.headers.get("content-length", "" if _has_body(request) else "0")
    if not length.isdecimal():
        return refusal(request, 411, "no_length", NO_LENGTH)
    if int(length) > BODY_BYTES_MAX:
        megabytes = BODY_BYTES_MAX // 1_000_000
        return refusal(request, 413, "body_too_large", TOO_LARGE, megabytes=megabytes)
    return None


def _is_for_devices(request: Request) -> bool:
    """Whether only a bearer token opens what is asked for: no browser adds one by itself."""
    return request.url.path.startswith("/api/device/")


def _has_body(request: Request) -> bool:
    """Whether a request that gives no length may still send something (RFC 9112, section 6.3)."""
    return request.method in WITH_BODY or "transfer-encoding" in request.headers


def _same_origin(request: Request) -> bool:
    """Whether a changing request comes from our own pages.

    Browsers say so by Sec-Fetch-Site, and by Origin where a page on plain HTTP may not say the
    former.  A request that says neither is no browser's and is refused.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in SAME_SITE
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host")

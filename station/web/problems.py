"""Problem details (RFC 9457): what a script is told when it is not given what it asked for."""

from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from station.custody.refusal import Reason
from station.words import noted as _
from station.words import sayer

MEDIA_TYPE = "application/problem+json"
TYPES = "/api/problems"
DEVICES = "/api/device/"

TITLES = {
    401: _("Nobody is signed in"),
    403: _("Not allowed"),
    404: _("Not there"),
    405: _("Not done this way"),
    409: _("Not possible as things stand"),
    411: _("No length given"),
    413: _("Too large"),
    422: _("Not understood"),
    429: _("Too many attempts"),
    500: _("The station failed"),
    503: _("The ledger does not answer"),
}
"""In a few words, and the same for every problem of a status; `detail` says the rest."""

FORBIDDEN = frozenset({Reason.ROLE_MISSING, Reason.NOT_MEMBER, Reason.COUNTS_BLIND})
STATUSES = {
    Reason.BAD_CREDENTIALS: 401,
    Reason.TOKEN_NOT_VALID: 401,
    Reason.UNKNOWN_SUBJECT: 404,
    Reason.TOO_MANY_ATTEMPTS: 429,
    Reason.TYPED_DIFFERS: 422,
    Reason.BADGE_SCANNED: 422,
}


class Flaw(BaseModel):
    """One thing that is wrong with what was sent: where, and what."""

    at: str
    detail: str


class Problem(BaseModel):
    """RFC 9457, section 3.1, with three members of our own (section 3.2).

    `code` names the kind of problem and is what programs go by; `type` is its address on this
    station.  `reference` is what the request is called in the server's log.  `detail` says in the
    reader's language what came, what was expected and what to do next.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    reference: str
    errors: list[Flaw] | None = None


def status_of(reason: Reason) -> int:
    """Return with which status a refusal is answered."""
    return 403 if reason in FORBIDDEN else STATUSES.get(reason, 409)


def problem(
    locale: str,
    status: int,
    code: str,
    detail: str,
    reference: str,
    flaws: list[Flaw] | None,
    challenge: str,
) -> JSONResponse:
    """Return a problem as an answer; `flaws` are left out where there are none."""
    title = sayer(locale)(TITLES[status]) if status in TITLES else HTTPStatus(status).phrase
    body = Problem(
        type=f"{TYPES}/{code}",
        title=title,
        status=status,
        detail=detail,
        code=code,
        reference=reference,
        errors=flaws,
    )
    said = body.model_dump(exclude_none=True)
    headers = {"WWW-Authenticate": challenge} if status == UNAUTHORIZED else None
    return JSONResponse(said, status, headers, media_type=MEDIA_TYPE)


UNAUTHORIZED = 401


def challenge_of(path: str) -> str:
    """Return by what one proves who one is (RFC 9110, 15.5.2): a session's cookie, or a token."""
    return 'Bearer realm="station"' if path.startswith(DEVICES) else 'Session realm="station"'


def is_for_a_script(request: Request) -> bool:
    """Whether a script asks, and is answered by problem details; people get a page."""
    return request.url.path.startswith("/api/")

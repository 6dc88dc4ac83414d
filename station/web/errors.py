"""How refusals and failures reach the reader: a sentence, and the next step."""

import logging
from urllib.parse import urlencode
from uuid import UUID

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse

from station.custody.refusal import Reason, Refused
from station.desk.tables import TableError
from station.ledger.faults import Fault, LedgerError
from station.papers.whole_file import PaperError
from station.scan.pictures import PictureError
from station.web.context import NotSignedIn, locale_of, station_of
from station.web.pages import page
from station.web.watched import reference_of
from station.words import faults, sayer
from station.words import noted as _
from station.words.refusals import PERSON, sentence

FORBIDDEN = frozenset({Reason.ROLE_MISSING, Reason.NOT_MEMBER, Reason.COUNTS_BLIND})
STATUSES = {
    Reason.BAD_CREDENTIALS: 401,
    Reason.UNKNOWN_SUBJECT: 404,
    Reason.TOO_MANY_ATTEMPTS: 429,
    Reason.TYPED_DIFFERS: 422,
    Reason.BADGE_SCANNED: 422,
}
PROBLEM = "application/problem+json"

log = logging.getLogger("station")

PICTURES = {
    "empty": _("The picture is empty. Take it again."),
    "missing": _("There is no picture. Choose one."),
    "not_a_picture": _("This is not a picture. Choose a JPEG, PNG, WebP, TIFF, BMP or GIF."),
    "truncated": _("The picture is damaged. Take it again."),
    "nothing_read": _("No barcode could be read. Take it again, nearer, or scan it by hand."),
    "several": _("Several numbers are in the picture. Hold one piece at a time into it."),
    "too_large": _("The picture is too large. Take it at a lower resolution."),
}


def install(app: FastAPI) -> None:
    """Answer every expected failure with a sentence."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(NotSignedIn, _not_signed_in)
    app.add_exception_handler(PictureError, _picture)
    app.add_exception_handler(TableError, _table)
    app.add_exception_handler(PaperError, _paper)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(LedgerError, _database)
    app.add_exception_handler(Exception, _unexpected)


def told(request: Request, refused: Refused) -> str:
    """Return a refusal in the reader's language, departments and people by their names."""
    with station_of(request).ledger.views() as views:
        names = {department.id: department.name for department in views.departments()}
        if PERSON in refused.details:
            person = UUID(str(refused.details[PERSON]))
            names[str(person)] = views.names([person]).get(person, "")
    return sentence(refused, sayer(locale_of(request)), lambda key: names.get(key, key))


def refusal(request: Request, status: int, code: str, says: str, **details: object) -> Response:
    """Return an answer in the reader's language to what no page has looked at."""
    return _answer(request, status, code, sayer(locale_of(request))(says).format(**details))


def _answer(request: Request, status: int, code: str, says: str) -> Response:
    """Return problem details to a script (RFC 9457), a page to a reader.

    Both have the reference under which the request stands in the server's log.
    """
    reference = reference_of(request)
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "title": says, "status": status, "code": code}
        return JSONResponse(body | {"reference": reference}, status, media_type=PROBLEM)
    back = request.headers.get("referer", "/")
    values = {"says": says, "back": back, "code": code, "reference": reference}
    return page(request, "refused.html", status, **values)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - installed for this type
    status = 403 if error.reason in FORBIDDEN else STATUSES.get(error.reason, 409)
    return _answer(request, status, error.reason, told(request, error))


async def _not_signed_in(request: Request, _error: Exception) -> Response:
    if request.url.path.startswith("/api/"):
        says = sayer(locale_of(request))(_("Sign in again; the scan is kept here until then."))
        return _answer(request, 401, "not_signed_in", says)
    if request.method != "GET":
        return RedirectResponse("/sign-in?ended=1", 303)
    asked = "" if request.url.path == "/" else f"?{urlencode({'next': request.url.path})}"
    return RedirectResponse(f"/sign-in{asked}", 303)


async def _picture(request: Request, error: Exception) -> Response:
    assert isinstance(error, PictureError)  # noqa: S101 - installed for this type
    return _answer(request, 422, error.code, sayer(locale_of(request))(PICTURES[error.code]))


async def _table(request: Request, error: Exception) -> Response:
    assert isinstance(error, TableError)  # noqa: S101 - installed for this type
    back = request.headers.get("referer", "/")
    return page(request, "table_rejected.html", 422, errors=error.errors, back=back)


async def _paper(request: Request, error: Exception) -> Response:
    assert isinstance(error, PaperError)  # noqa: S101 - installed for this type
    say = sayer(locale_of(request))
    says = say(_("The paper cannot be made. Tell the administrator: {why}"))
    return _answer(request, 409, "paper", says.format(why=error.told(say)))


async def _invalid(request: Request, _error: Exception) -> Response:
    says = sayer(locale_of(request))(_("Something is missing or misspelt. Go back and mend it."))
    return _answer(request, 422, "invalid", says)


async def _database(request: Request, error: Exception) -> Response:
    """The administrator reads in the server's log what to do, the reader on the page."""
    assert isinstance(error, LedgerError)  # noqa: S101 - installed for this type
    is_known = error.fault is not Fault.OTHER
    about = {"request": reference_of(request)}
    log.error("%s", error, exc_info=None if is_known else error, extra=about)
    says = sayer(locale_of(request))(faults.SENTENCES[error.fault])
    return _answer(request, 503 if is_known else 500, error.fault, says)


async def _unexpected(request: Request, error: Exception) -> Response:
    """Nobody thought of this: it is logged, the deed was rolled back, the reader is told."""
    log.error("unexpected", exc_info=error, extra={"request": reference_of(request)})
    says = sayer(locale_of(request))(faults.SENTENCES[Fault.OTHER])
    return _answer(request, 500, "unexpected", says)

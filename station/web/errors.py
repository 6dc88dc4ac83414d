"""How refusals and failures reach the reader: a sentence, and the next step."""

import logging
from urllib.parse import urlencode
from uuid import UUID

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from station.custody.refusal import Reason, Refused
from station.desk.tables import RowError, TableError
from station.ledger.faults import Fault, LedgerError
from station.papers.whole_file import PaperError
from station.scan.pictures import PictureError
from station.web.context import NotSignedIn, locale_of, station_of
from station.web.days import out_of_bounds
from station.web.pages import begins, page
from station.web.problems import Flaw, challenge_of, is_for_a_script, problem, status_of
from station.web.watched import note_code, reference_of
from station.words import Say, faults, sayer
from station.words import noted as _
from station.words.refusals import PERSON, sentence

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

NOT_SIGNED_IN = _("Sign in again; the scan is kept here until then.")
INVALID = _("Something is missing or misspelt. Go back and mend it.")
TABLE = _("The table has errors; nothing was taken in. Mend these rows and send it again.")
METHOD = 405
UNREADABLE = 400
"""What Starlette says of a body that is no form; it is one more thing not understood."""

REFUSED_BY_HTTP = {
    404: ("no_address", _("The station has no such address. Look at its description.")),
    405: ("method", _("This address does not take this method. Look at its description.")),
    422: ("invalid", INVALID),
}

OPENS_LATER = _("{got} opens on {day}. Choose a department that is open.")

NO_PAGE = _("There is no such page here. Go back, or begin on the first page.")


def install(app: FastAPI) -> None:
    """Answer every expected failure with a sentence."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(NotSignedIn, _not_signed_in)
    app.add_exception_handler(PictureError, _picture)
    app.add_exception_handler(TableError, _table)
    app.add_exception_handler(PaperError, _paper)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(LedgerError, _database)
    app.add_exception_handler(Exception, _unexpected)


def told(request: Request, refused: Refused) -> str:
    """Return a refusal in the reader's language, departments and people by their names."""
    station, locale = station_of(request), locale_of(request)
    say = sayer(locale)
    with station.ledger.views() as views:
        departments = views.departments()
        names = {department.id: department.name for department in departments}
        if PERSON in refused.details:
            person = UUID(str(refused.details[PERSON]))
            names[str(person)] = views.names([person]).get(person, "")
    if refused.reason is Reason.DEPARTMENT_CLOSED:
        for it in departments:
            if it.id == refused.details.get("got") and it.opens_at is not None:
                return say(OPENS_LATER).format(
                    got=it.name, day=begins(it.opens_at, station.zone, locale)
                )
    return sentence(refused, say, lambda key: names.get(key, key))


def refusal(request: Request, status: int, code: str, says: str, **details: object) -> Response:
    """Return an answer in the reader's language to what no page has looked at."""
    return _answer(request, status, code, sayer(locale_of(request))(says).format(**details))


def _answer(
    request: Request, status: int, code: str, says: str, flaws: list[Flaw] | None = None
) -> Response:
    """Return problem details to a script (RFC 9457), a page to a reader.

    Both have the reference under which the request stands in the server's log, with the code: a
    code is a program's, and nothing that a reader could look up.
    """
    reference = reference_of(request)
    note_code(request, code)
    if is_for_a_script(request):
        challenge = challenge_of(request.url.path)
        return problem(locale_of(request), status, code, says, reference, flaws, challenge)
    back = request.headers.get("referer", "/")
    return page(request, "refused.html", status, says=says, back=back, reference=reference)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - installed for this type
    return _answer(request, status_of(error.reason), error.reason, told(request, error))


async def _not_signed_in(request: Request, _error: Exception) -> Response:
    if is_for_a_script(request):
        says = sayer(locale_of(request))(NOT_SIGNED_IN)
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
    if is_for_a_script(request):
        say = sayer(locale_of(request))
        flaws = [Flaw(at=_place(it), detail=_problem_of(it, say)) for it in error.errors]
        return _answer(request, 422, "table", say(TABLE), flaws)
    back = request.headers.get("referer", "/")
    return page(request, "table_rejected.html", 422, errors=error.errors, back=back)


async def _paper(request: Request, error: Exception) -> Response:
    assert isinstance(error, PaperError)  # noqa: S101 - installed for this type
    say = sayer(locale_of(request))
    says = say(_("The paper cannot be made. Tell the administrator: {why}"))
    return _answer(request, 409, "paper", says.format(why=error.told(say)))


def _place(error: RowError) -> str:
    return f"{error.row} {error.column}".strip()


def _problem_of(error: RowError, say: Say) -> str:
    """Return what is wrong with a row; the value is the sender's own and is told."""
    return say(error.problem).format(expected=error.expected, got=error.value)


async def _invalid(request: Request, error: Exception) -> Response:
    """Say where something is wrong, and what was sent of a day alone: it may be a badge or PIN."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - installed for this type
    flaws = [
        Flaw(at=".".join(map(str, it["loc"])), detail=it["type"]) for it in error.errors()[:20]
    ]
    say = sayer(locale_of(request))
    says = out_of_bounds(error.errors(), say) or say(INVALID)
    return _answer(request, 422, "invalid", says, flaws)


async def _http(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: unknown addresses, methods, and unreadable bodies."""
    assert isinstance(error, HTTPException)  # noqa: S101 - installed for this type
    if not is_for_a_script(request):
        answer = refusal(request, error.status_code, "no_page", NO_PAGE)
        answer.headers.update(error.headers or {})
        return answer
    status = 422 if error.status_code == UNREADABLE else error.status_code
    code, says = REFUSED_BY_HTTP.get(status, REFUSED_BY_HTTP[404])
    answer = _answer(request, status, code, sayer(locale_of(request))(says))
    if status == METHOD:
        answer.headers["Allow"] = ", ".join(sorted(_methods_at(request)))
    return answer


def _methods_at(request: Request) -> set[str]:
    """Return what an address takes (RFC 9110, section 10.2.1), whichever routes share it."""
    template = getattr(request.scope.get("route"), "path", "")
    return {method.upper() for method in request.app.openapi()["paths"].get(template, {})}


async def _database(request: Request, error: Exception) -> Response:
    """The administrator reads in the server's log what to do, the reader on the page."""
    assert isinstance(error, LedgerError)  # noqa: S101 - installed for this type
    is_known = error.fault is not Fault.OTHER
    about = {"request": reference_of(request)}
    log.error("%s", error, exc_info=None if is_known else error, extra=about)
    says = sayer(locale_of(request))(faults.SENTENCES[error.fault])
    return _answer(request, status_of_fault(error.fault), error.fault, says)


def status_of_fault(fault: Fault) -> int:
    """Return with which status a failure of the database is answered."""
    return 500 if fault is Fault.OTHER else 503


async def _unexpected(request: Request, error: Exception) -> Response:
    """Nobody thought of this: it is logged, the deed was rolled back, the reader is told."""
    log.error("unexpected", exc_info=error, extra={"request": reference_of(request)})
    says = sayer(locale_of(request))(faults.SENTENCES[Fault.OTHER])
    return _answer(request, 500, "unexpected", says)

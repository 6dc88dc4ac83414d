"""配布簿: the distribution book to look through, and to take along as a file."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from station.custody.values import Role
from station.desk.day_close import today
from station.papers.book import COLUMNS, BookDay, Span, book_days, heading
from station.papers.book_pdf import write_pdf
from station.papers.book_tables import write_csv, write_xlsx
from station.web.context import InStation, Operator, SignedIn, Station, locale_of, setting_of
from station.web.days import Day
from station.web.pages import as_file, page
from station.words import Say, sayer

router = APIRouter()

SHOWN_DAYS_MAX = 31
"""More than a month is read as a file."""

FILES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
"""Each format and its media type."""


def asked(
    station: InStation,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
    department: str = "",
) -> Span:
    """Return the days that were asked for, in either order; today where none was."""
    now = today(station.ledger, station.zone)
    days = sorted((first or last or now, last or first or now))
    return Span(days[0], days[1], department or None)


Asked = Annotated[Span, Depends(asked)]


@router.get("/book")
def look(
    request: Request,
    station: InStation,
    operator: SignedIn,
    span: Asked,
) -> Response:
    """Show the lines of some days, of all departments or of one."""
    _require_may_see(operator)
    is_shown = (span.last - span.first).days < SHOWN_DAYS_MAX
    say = sayer(locale_of(request))
    with station.ledger.views() as views:
        departments = views.departments()
    days = [*book_days(station.ledger, span, setting_of(station), say)] if is_shown else []
    return page(
        request,
        "book.html",
        span=span,
        is_shown=is_shown,
        days=days,
        columns=[say(name) for name in COLUMNS],
        departments=departments,
        formats=[*FILES],
    )


@router.get("/book.{form}")
def take_along(
    request: Request,
    station: InStation,
    operator: SignedIn,
    form: str,
    span: Asked,
) -> Response:
    """Send the same lines as a file; a paper that cannot be made is an error, never half of it."""
    _require_may_see(operator)
    say, setting = sayer(locale_of(request)), setting_of(station)
    with station.ledger.views() as views:
        names = {it.id: it.name for it in views.departments()}
    title = heading(span, names.get(span.department or "", ""), setting, say)
    write = _writer(station, form, say, title)
    if write is None:
        return Response(status_code=404)
    file = BytesIO()
    write(file, book_days(station.ledger, span, setting, say))
    name = f"配布簿_{span.first}_{span.last}.{form}"
    return as_file(request, file.getvalue(), name, FILES[form])


Write = Callable[[BytesIO, Iterable[BookDay]], int]


def _writer(station: Station, form: str, say: Say, title: str) -> Write | None:
    """Return what writes a format; None for one that there is not."""
    if form == "csv":
        return lambda file, days: write_csv(file, days, say, "utf-8-sig", station.mark)
    if form not in FILES:
        return None
    note = station.ledger.checkpoint(station.signer())
    drawn = write_pdf if form == "pdf" else write_xlsx
    return lambda file, days: drawn(file, days, say, title, note, station.mark)


def _require_may_see(operator: Operator) -> None:
    """Not the clerks: remarks tell words that they do not learn after a disagreement."""
    operator.require(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)

"""閉庁日: the office's own closing days, a year at a time, and until when the list is complete."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from station.custody.values import Role
from station.desk import calendar
from station.desk.day_close import today
from station.web.context import InStation, SignedIn
from station.web.pages import go, page
from station.web.routes.administration.forms import Day, OptionalDay

router = APIRouter(prefix="/admin/closing-days")

Year = Annotated[int | None, Query(ge=2000, le=2999)]
MonthDay = Annotated[str, Form(max_length=5)]


@router.get("")
def index(request: Request, station: InStation, operator: SignedIn, year: Year = None) -> Response:
    """One year's closing days, and the forms."""
    operator.require(Role.ADMINISTRATOR)
    now = today(station.ledger, station.zone)
    with station.ledger.views() as views:
        kept = views.books.closing_days()
    shown = year or now.year
    values: dict[str, Any] = {
        "year": shown,
        "kept": kept,
        "yearly": (kept or calendar.USUAL).yearly,
        "days": [day for day in kept.days if day.year == shown] if kept else [],
        "holidays": calendar.holidays_of(shown),
        "ends_soon": kept is not None
        and calendar.OfficeCalendar(kept).outlook(now).reach is not calendar.Reach.KNOWN,
        "is_over": kept is not None and kept.until < now,
    }
    return page(request, "administration/closing_days.html", **values)


@router.post("/until")
def complete_until(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    until: Annotated[Day, Form()],
) -> Response:
    """Say until which day the list is complete."""
    calendar.change_closing_days(station.ledger, operator.caller(deed), until=until)
    return go("/admin/closing-days")


@router.post("/days")
def add_days(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    first: Annotated[Day, Form()],
    last: OptionalDay = "",
) -> Response:
    """Close the office on a day, or on all days from one to another."""
    days = calendar.some_days(first, last or None)
    calendar.change_closing_days(station.ledger, operator.caller(deed), add=days)
    return _to(first)


@router.post("/days/drop")
def drop_day(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    day: Annotated[Day, Form()],
) -> Response:
    """Open the office on a day that was on the list."""
    days = calendar.some_days(day)
    calendar.change_closing_days(station.ledger, operator.caller(deed), drop=days)
    return _to(day)


@router.post("/yearly")
def add_span(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    first: MonthDay,
    last: MonthDay = "",
) -> Response:
    """Close the office every year from a day to another."""
    span = calendar.some_span(first, last or first)
    calendar.change_closing_days(station.ledger, operator.caller(deed), add=span)
    return go("/admin/closing-days")


@router.post("/yearly/drop")
def drop_span(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    first: MonthDay,
    last: MonthDay,
) -> Response:
    """Close the office no more every year from a day to another."""
    span = calendar.some_span(first, last)
    calendar.change_closing_days(station.ledger, operator.caller(deed), drop=span)
    return go("/admin/closing-days")


def _to(day: date) -> Response:
    return go(f"/admin/closing-days?year={day.year}")

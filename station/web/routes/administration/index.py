"""管理: the first page of whoever keeps people, departments and the calendar."""

from typing import Any

from fastapi import APIRouter, Request, Response

from station.custody.postings import departments_of
from station.desk import devices
from station.web.context import InStation, SignedIn
from station.web.pages import page
from station.web.routes.administration.suggestions import KEEPERS

router = APIRouter()


@router.get("/admin")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """What an administrator keeps, and what a supervisor does, with how much of it there is."""
    operator.require(*KEEPERS)
    now = station.ledger.now()
    with station.ledger.views() as views:
        here = [person for person in views.people() if departments_of(person, now)]
        departments = [one for one in views.departments() if not one.is_closed]
        values: dict[str, Any] = {
            "people": len(here),
            "without_badge": sum(not person.has_badge for person in here),
            "departments": len(departments),
            "closing": sum(one.closes_at is not None for one in departments),
            "closing_days": views.books.closing_days(),
            "devices": sum(it.is_valid(now) for it in devices.every(station.ledger)),
            "rules": len(views.books.suggestion_rules()),
        }
    return page(request, "administration/index.html", **values)

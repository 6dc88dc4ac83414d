"""管理: the first page of whoever keeps people, departments and the calendar."""

from fastapi import APIRouter, Request, Response

from station.custody.postings import departments_of
from station.custody.values import Role
from station.web.context import InStation, SignedIn
from station.web.pages import page

router = APIRouter()


@router.get("/admin")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """What an administrator keeps, with how much of it there is."""
    operator.require(Role.ADMINISTRATOR)
    now = station.ledger.now()
    with station.ledger.views() as views:
        here = [person for person in views.people() if departments_of(person, now)]
    without = sum(not person.has_badge for person in here)
    return page(request, "administration/index.html", people=len(here), without_badge=without)

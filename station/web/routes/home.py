"""The first page: what waits for you, by your role."""

from typing import Any

from fastapi import APIRouter, Request, Response

from station.custody.incident import OVERSEERS
from station.custody.sides import side_of
from station.custody.state import Phase
from station.custody.values import Role, Side
from station.desk.day_close import today
from station.ledger.review_views import day_closes
from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.pages import page
from station.web.routes.handovers import ready_to_give
from station.web.told import told_to, waiting
from station.words import sayer

router = APIRouter()

NOTICES_SHOWN = 3
"""A telephone shows no more above what people come for; the others are a touch away."""


@router.get("/")
def home(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Show the newest notices that wait, and counts of everything that does."""
    with seen_by(station, operator) as views:
        sides = [
            (handover, side_of(handover, operator.person, operator.department))
            for handover in views.handovers(operator.department)
        ]
        day = today(station.ledger, station.zone)
        mine_closed = views.books.day_close_of(operator.department, day)
        closes = day_closes(views, day) if operator.may(Role.SUPERVISOR) else ()
        held = views.held(operator.department)
        values: dict[str, Any] = {
            "arrivals": views.arrivals(operator.department, is_open=True),
            "to_sort": len(views.to_sort(operator.department)),
            "to_check": len(views.to_check(operator.department, operator.person)),
            "giving": [h for h, side in sides if side is Side.GIVER],
            "receiving": [
                h for h, side in sides if side is Side.RECEIVER and h.phase != Phase.OFFERING
            ],
            "ready": sum(ready_to_give(views, operator, held).values()),
            "day_closed": mine_closed is not None and mine_closed.is_closed,
            "unclosed": sum(not (line.close and line.close.is_closed) for line in closes),
            "held": len(held),
            "cases": views.open_cases() if operator.may(Role.SUPERVISOR) else (),
            "asked": views.asked_of(operator.department, operator.person),
            "missed": len(views.incidents(is_open=True)) if operator.may(*OVERSEERS) else 0,
            "proposed": len(views.proposed_cases()),
            "notices": waiting(told_to(views, operator, sayer(locale_of(request)))),
            "notices_shown": NOTICES_SHOWN,
            "oldest": views.oldest_held_since() if operator.may(Role.SUPERVISOR) else None,
        }
    return page(request, "home.html", **values)

"""The first page: what waits for you, by your role."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from station.custody.incident import OVERSEERS
from station.custody.review import SECONDERS
from station.custody.sides import side_of
from station.custody.state import Phase
from station.custody.values import Role, Side
from station.desk.calendar import Reach, calendar_of
from station.desk.day_close import today
from station.desk.overview import unclosed
from station.ledger.views import Views
from station.papers.notices import calendar_line
from station.web.case_offers import may_second
from station.web.context import InStation, Operator, SignedIn, locale_of, seen_by
from station.web.pages import page
from station.web.routes.handovers import ready_to_give
from station.web.told import told_to, waiting
from station.web.withheld import day_count
from station.words import Say, sayer

router = APIRouter()

NOTICES_SHOWN = 3
"""A telephone shows no more above what people come for; the others are a touch away."""


KEEPERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)
"""Who is told that the calendar ends: who can add to it, and who would miss what rounds find."""


@dataclass(frozen=True, slots=True)
class CalendarWarning:
    """What is wrong with the calendar, and whether it is so already."""

    says: str
    is_over: bool


def _calendar(views: Views, operator: Operator, day: date, say: Say) -> CalendarWarning | None:
    seen = calendar_of(views.books).outlook(day)
    if seen.reach is Reach.KNOWN or not operator.may(*KEEPERS):
        return None
    return CalendarWarning(calendar_line(seen, say), seen.reach is Reach.ENDED)


@router.get("/")
def home(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Show the newest notices that wait, and counts of everything that does.

    How much a department holds is not told to whoever counts its day.
    """
    say = sayer(locale_of(request))
    with seen_by(station, operator) as views:
        sides = [
            (handover, side_of(handover, operator.person, operator.department))
            for handover in views.handovers(operator.department)
        ]
        day = today(station.ledger, station.zone)
        mine_closed = views.books.day_close_of(operator.department, day)
        held = views.held(operator.department)
        counts_day = day_count(station, operator, views) is not None
        values: dict[str, Any] = {
            "arrivals": views.arrivals(operator.department, is_open=True),
            "to_sort": len(views.to_sort(operator.department)),
            "to_check": len(views.to_check(operator.department, operator.person)),
            "giving": [h for h, side in sides if side is Side.GIVER],
            "receiving": [
                h for h, side in sides if side is Side.RECEIVER and h.phase != Phase.OFFERING
            ],
            "ready": sum(ready_to_give(views, operator, held).values()),
            "counts_day": counts_day,
            "day_closed": mine_closed is not None and mine_closed.is_closed,
            "unclosed": len(unclosed(views, day)) if operator.may(Role.SUPERVISOR) else 0,
            "held": len(held),
            **_review(views, operator),
            "asked": views.asked_of(operator.department, operator.person),
            "missed": len(views.incidents(is_open=True)) if operator.may(*OVERSEERS) else 0,
            "calendar": _calendar(views, operator, day, say),
            "notices": waiting(told_to(views, operator, say)),
            "notices_shown": NOTICES_SHOWN,
            "oldest": views.oldest_held_since() if operator.may(Role.SUPERVISOR) else None,
        }
    return page(request, "home.html", **values)


def _review(views: Views, operator: Operator) -> dict[str, Any]:
    """Return how many cases are open, and how many proposals wait for this very operator."""
    kinds = views.standing.open_cases() if operator.may(*OVERSEERS) else ()
    waiting = views.proposed_cases() if operator.may(*SECONDERS) else ()
    return {
        "cases": sum(kind.count for kind in kinds),
        "oldest_case": kinds[0].oldest if kinds else None,
        "proposed": sum(may_second(views, operator, case) for case in waiting),
    }

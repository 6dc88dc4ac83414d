"""お知らせ: what somebody was told, what of it still waits, and what is over."""

from fastapi import APIRouter, Request, Response

from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.pages import page
from station.web.told import told_to, waiting
from station.words import sayer

router = APIRouter()

SHOWN_MAX = 100
"""More of what is over is looked up where it happened."""


@router.get("/notices")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Everything that the operator was told for this department, newest first."""
    with seen_by(station, operator) as views:
        told = told_to(views, operator, sayer(locale_of(request)))
    waits = waiting(told)
    rest = [it for it in told if not it.waits]
    return page(request, "notices.html", waits=waits, rest=rest[:SHOWN_MAX])

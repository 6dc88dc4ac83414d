"""/health: does the station work?  For whoever restarts it or calls somebody, without sign-in.

200 says that the database answered and that the chain's newest entry is whole; 503 that it did not,
with the name of the fault under which docs/operations.md says what to do.  Nothing of the house's
mail or people is in it, and no address of a server: anybody who reaches the station may ask.
"""

from datetime import date
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from station.desk.calendar import Reach, calendar_of
from station.desk.day_close import today
from station.ledger.faults import Fault, LedgerError
from station.web.context import InStation

router = APIRouter()

UNAVAILABLE = 503


class Working(BaseModel):
    """The database answers; nothing was recorded for so long, null before the first entry.

    `closing_days` says whether the calendar reaches far enough, and `closing_days_until` the last
    day of which it knows.  After it the station works (200) and is "degraded": nothing is looked
    for that goes by business days.
    """

    status: Literal["ok", "degraded"]
    database: Literal["answers"]
    head_age_seconds: int | None
    closing_days: Reach
    closing_days_until: date


class Failing(BaseModel):
    """The database does not answer, and the fault's name."""

    status: Literal["failing"]
    database: Fault


@router.get("/health", response_model=Working, responses={UNAVAILABLE: {"model": Failing}})
def health(station: InStation) -> JSONResponse:
    """Tell whether the database answers, how long ago it recorded, and how far days are known."""
    try:
        with station.ledger.views() as views:
            head = views.standing.head()
            seen = calendar_of(views.books).outlook(today(station.ledger, station.zone))
    except LedgerError as error:
        return JSONResponse({"status": "failing", "database": error.fault}, UNAVAILABLE)
    age = None if head is None else int((station.ledger.now() - head.at).total_seconds())
    told = {
        "status": "degraded" if seen.reach is Reach.ENDED else "ok",
        "database": "answers",
        "head_age_seconds": age,
        "closing_days": seen.reach,
        "closing_days_until": seen.until.isoformat(),
    }
    return JSONResponse(told | ({"training": True} if station.mark else {}))

"""What the forms of the administration send: days, roles, and the moments that they mean."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from fastapi import Form
from pydantic import Field

from station.custody.values import Role
from station.desk.dates import LAST_DAY
from station.desk.people import starts
from station.web.context import Station
from station.web.written import LINE

TEXT_LENGTH_MAX = 100

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=LAST_DAY)]
"""No day with which one cannot reckon, nor one of an era that no living office writes."""

Deed = Annotated[str, Form()]
Text = Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE]
Roles = Annotated[list[Role], Form(default_factory=list)]
OptionalDay = Annotated[Day | Literal[""], Form()]
"""Empty: at once."""


def first_moment(station: Station, day: date | Literal[""]) -> datetime | None:
    """Return the moment at which a day begins; None, at once, for no day and for today."""
    return starts(day, station.zone, station.ledger.now()) if day else None


def end_of(station: Station, last_day: date | Literal[""]) -> datetime | None:
    """Return the moment at which a last day is over; None, at once, for none and yesterday."""
    return first_moment(station, last_day + timedelta(days=1)) if last_day else None

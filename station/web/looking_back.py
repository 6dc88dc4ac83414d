"""Looking back by day at what is done: sealed handovers, and closed arrivals.

Each sees what they may open: the handovers on whose side they stand, the arrivals of their own
department; those who look after the others see all.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Generic, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Query

from station.custody.state import Arrival, Handover
from station.custody.values import Role
from station.desk.dates import bounds_of
from station.desk.day_close import today
from station.ledger.looking_back import Around, Party
from station.web.context import Operator, Station, seen_by
from station.web.days import Day

T = TypeVar("T", Handover, Arrival)

Asked = Annotated[Day | None, Query()]
"""A day as a page or a program asks for it; without one, the last that has something."""

SEALED_FOR = (Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER, Role.SUPERVISOR, Role.AUDITOR)
CLOSED_FOR = (Role.DUTY_OFFICER, Role.CLERK, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class DayShown(Generic[T]):
    """One day's lines, newest first, and the nearest days before and after that have some.

    `is_cut` when the day had more lines than are shown; `names` are those of people in them.
    """

    day: date
    older: date | None
    newer: date | None
    lines: tuple[T, ...]
    is_cut: bool
    names: dict[UUID, str]


def sealed_on(station: Station, operator: Operator, day: date | None) -> DayShown[Handover]:
    """Return the handovers that were sealed on a day; without one, on the last that has any."""
    operator.require(*SEALED_FOR)
    sees_all = operator.may(Role.SUPERVISOR, Role.AUDITOR)
    party = None if sees_all else Party(operator.person, operator.department)
    with seen_by(station, operator) as views:
        back = views.looking_back
        shown = day or _day_of(station, back.last_sealed(party))
        found = back.sealed(party, *bounds_of(shown, station.zone))
        signers = [s for it in found.handovers for s in (it.giver_signer, it.receiver_signer)]
        names = views.names(signers)
    around = _around(found.around, station.zone)
    return DayShown(shown, *around, found.handovers, found.is_cut, names)


def closed_on(station: Station, operator: Operator, day: date | None) -> DayShown[Arrival]:
    """Return the closed arrivals that came on a day; without one, on the last that has any."""
    operator.require(*CLOSED_FOR)
    department = None if operator.may(Role.SUPERVISOR) else operator.department
    with seen_by(station, operator) as views:
        back = views.looking_back
        shown = day or _day_of(station, back.last_closed(department))
        found = back.closed(department, *bounds_of(shown, station.zone))
        names = views.names(it.opened_by for it in found.arrivals)
    around = _around(found.around, station.zone)
    return DayShown(shown, *around, found.arrivals, found.is_cut, names)


def _day_of(station: Station, moment: datetime | None) -> date:
    """Return the day of the last that there was; today where there was none."""
    if moment is None:
        return today(station.ledger, station.zone)
    return moment.astimezone(station.zone).date()


def _around(around: Around, zone: ZoneInfo) -> tuple[date | None, date | None]:
    before, after = around.before, around.after
    return (
        before.astimezone(zone).date() if before else None,
        after.astimezone(zone).date() if after else None,
    )

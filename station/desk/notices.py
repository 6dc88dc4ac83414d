"""The day's digest: once a business day, what waits in each department, and what supervisors need.

It counts and names departments; it names no piece and nobody.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from station.custody.checks import HANDLERS
from station.custody.notices import (
    AT_ADMINISTRATORS,
    AT_SUPERVISORS,
    CASES,
    Notice,
    NoticeKind,
    To,
    department_of,
)
from station.custody.office import closing_due
from station.custody.state import Department, Phase
from station.custody.values import CaseKind
from station.desk.calendar import Reach, calendar_of
from station.ledger.store import Ledger
from station.ledger.views import Views

IsClosed = Callable[[date], bool]

DIGESTS = UUID("5f0a2b1e-6c0e-4a53-9f5e-3f6d1c1f8a10")
"""The name space of digests' ids: one a day and department, however often it is made."""

NOBODY = UUID(int=0)

CALENDAR_TOLD_BEFORE = timedelta(days=30)
"""From when on administrators are told by mail that the calendar ends."""

FORGOTTEN_AFTER = timedelta(days=90)
"""How long notices and what became of their mails are kept."""


def tell_the_day(ledger: Ledger, today: date, is_closed: IsClosed) -> int:
    """Put the digests of a business day into the outbox; return how many there are.

    The second time on the same day, and on a day on which the office is closed, nothing is told.
    """
    now = ledger.now()
    told = Notice(_key(ledger.office, today, "told"), NoticeKind.DIGEST, To())
    if is_closed(today):
        return 0
    with ledger.views() as views:
        if views.outbox.knows(told.id):
            return 0
        digests = digests_of(views, ledger.office, today, now)
    with ledger.outbox() as outbox:
        outbox.keep((told, *digests), now)
        outbox.forget(now - FORGOTTEN_AFTER)
    return len(digests)


def tell_of_the_calendar(ledger: Ledger, today: date) -> int:
    """Tell administrators that the calendar ends, and that it has ended, once each for an end.

    Return how many notices there are.
    """
    with ledger.views() as views:
        seen = calendar_of(views.books).outlook(today)
        if seen.until - today > CALENDAR_TOLD_BEFORE:
            return 0
        key = _key(ledger.office, seen.until, f"calendar {seen.reach}")
        if views.outbox.knows(key):
            return 0
    told: dict[str, str | int] = {"until": seen.until.isoformat(), "reach": seen.reach.value}
    if seen.is_national:
        told["national"] = 1
    notice = Notice(key, NoticeKind.CALENDAR, AT_ADMINISTRATORS, told=told)
    with ledger.outbox() as outbox:
        outbox.keep([notice], ledger.now())
    return 1


def digests_of(views: Views, office: str, today: date, now: datetime) -> tuple[Notice, ...]:
    """Return a digest for each department in which something waits, and one for supervisors.

    Where the calendar has ended, they do not count what is overdue, and say why.
    """
    unknown = _unknown_after(views, today)
    told = {d.id: _waiting(views, d) for d in views.departments() if not d.is_closed}
    if unknown:
        told = {place: waiting | {"overdue": 0} for place, waiting in told.items()}
    lines = [
        _digest(office, today, To(HANDLERS, place), waiting | unknown)
        for place, waiting in told.items()
        if any(waiting.values())
    ]
    overview = _overview(views, now) | unknown
    if overview:
        lines.append(_digest(office, today, AT_SUPERVISORS, overview))
    return tuple(lines)


def _unknown_after(views: Views, today: date) -> dict[str, int | str]:
    """Return after which day nobody knows whether the office is open; nothing where it is known."""
    seen = calendar_of(views.books).outlook(today)
    return {"unknown_after": seen.until.isoformat()} if seen.reach is Reach.ENDED else {}


def _digest(office: str, today: date, to: To, told: Mapping[str, int | str]) -> Notice:
    key = _key(office, today, to.department or "supervisors")
    some = {name: count for name, count in told.items() if count}
    return Notice(key, NoticeKind.DIGEST, to, told={"day": today.isoformat(), **some})


def _key(office: str, today: date, what: str) -> UUID:
    return uuid5(DIGESTS, f"{office} {today.isoformat()} {what}")


def _waiting(views: Views, department: Department) -> dict[str, int | str]:
    """Return what waits for the people of a department."""
    place = department.id
    to_receive = [
        handover
        for handover in views.handovers(place)
        if handover.receiver == place and handover.phase is not Phase.OFFERING
    ]
    late = [
        case
        for case in views.open_cases()
        if CASES.get(case.what) is NoticeKind.OVERDUE and department_of(case, views.books) == place
    ]
    sorts = department.sorts_mail
    return {
        "receive": len(to_receive),
        "sort": len(views.to_sort(place)) if sorts else 0,
        "check": len(views.to_check(place, NOBODY)),
        "hand_over": sum(views.ready_for(place).values()),
        "overdue": len(late),
    }


def _overview(views: Views, now: datetime) -> dict[str, int | str]:
    """Return open cases and unclosed days by department, and who could not close for good."""
    opened = views.open_cases()
    cases = Counter(department_of(case, views.books) for case in opened)
    days = Counter(case.department for case in opened if case.what is CaseKind.DAY_NOT_CLOSED)
    due = {department.id: 1 for department in closing_due(views.books, now)}
    return {
        **{f"cases:{place}": count for place, count in sorted(cases.items())},
        **{f"unclosed:{place}": count for place, count in sorted(days.items()) if place},
        **{f"closing:{place}": one for place, one in due.items()},
    }

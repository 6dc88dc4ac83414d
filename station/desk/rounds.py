"""Rounds: what is due by the calendar or by the clock, though nobody did anything.

Where the calendar has ended, what goes by business days is left undone, and `left_undone` says so;
handovers that were left are found all the same.
Done by the server from time to time and by `station rounds`; a second round opens nothing twice.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from station.custody.business_days import business_day_before
from station.custody.day_close import unclosed
from station.custody.expected import overdue_expected
from station.custody.facts import Facts
from station.custody.handover import stale_handovers
from station.custody.overdue import USUAL_LIMITS, Limits, overdue
from station.custody.refusal import Refused
from station.custody.state import Books
from station.desk.calendar import calendar_of
from station.ledger.store import By, Ledger, Work

TERMINAL = "rounds"


class _NothingDue(Exception):  # noqa: N818 - no error
    """Ends a deed that would record nothing."""


def make_rounds(ledger: Ledger, zone: ZoneInfo, limits: Limits = USUAL_LIMITS) -> Facts:
    """Open every case that is due, and return what was recorded: nothing where nothing was due.

    Where the calendar does not know yesterday, only what needs no calendar (`left_undone`).
    """
    deed = uuid4()

    def rule(work: Work) -> Facts:
        found = due(work.books, work.now, zone, limits, deed)
        if not found:
            raise _NothingDue
        return found

    try:
        return ledger.perform(By(deed, None, TERMINAL), "make_rounds", rule).facts
    except _NothingDue:
        return ()


def left_undone(ledger: Ledger, zone: ZoneInfo) -> Refused | None:
    """Return why rounds cannot do what goes by business days; None where they can."""
    with ledger.views() as views:
        return _unknown(views.books, ledger.now().astimezone(zone).date())


def _unknown(books: Books, today: date) -> Refused | None:
    """Return what the calendar refuses of the days before today, of which rounds ask."""
    try:
        calendar_of(books).is_closed(today - timedelta(days=1))
    except Refused as refused:
        return refused
    return None


def due(books: Books, now: datetime, zone: ZoneInfo, limits: Limits, deed: UUID) -> Facts:
    """Return what is due at a time, and is not recorded yet."""
    today = now.astimezone(zone).date()
    left = stale_handovers(books, deed=deed, now=now)
    if _unknown(books, today) is not None:
        return left
    return (*_by_business_days(books, today, zone, limits, deed), *left)


def _by_business_days(
    books: Books, today: date, zone: ZoneInfo, limits: Limits, deed: UUID
) -> Facts:
    is_closed = calendar_of(books).is_closed
    yesterday = business_day_before(today, is_closed)
    midnight = datetime.combine(yesterday + timedelta(days=1), time.min, zone)
    return (
        *overdue(
            books,
            today=today,
            day_of=lambda moment: moment.astimezone(zone).date(),
            is_closed=is_closed,
            limits=limits,
        ),
        *unclosed(books, day=yesterday, end=midnight),
        # Due before the last business day: the day itself, and one to spare.
        *overdue_expected(books, deed=deed, today=yesterday, grace_days=0),
    )

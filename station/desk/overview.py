"""状況: what is where and how old, what waits, and how the last weeks went.

For supervisors, auditors and administrators; it holds counts and ages, no piece and nobody's name.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from math import ceil
from zoneinfo import ZoneInfo

from station.custody.state import CloseStatus, Department
from station.custody.values import CaseKind, Role
from station.desk.calendar import calendar_of
from station.desk.dates import bounds_of
from station.desk.day_close import today
from station.ledger.outbox import Tally
from station.ledger.standing import Arrived, Held, OpenCases
from station.ledger.store import Ledger
from station.ledger.views import Views

SEEN_BY = (Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)
"""Who may see it: those who look after the house, and not after one department."""

AGE_DAYS = (7, 3, 1)
"""Bounds of ages in days of 24 hours, the oldest first: a week, half of one, since yesterday."""

WEEKS = 8
DAYS = 14
TIME_MAX = timedelta(days=100)
"""Longer ones count as this, so that what is counted has an end."""

CLOSED = frozenset({CloseStatus.CLOSED, CloseStatus.CLOSED_WITH_DIFFERENCE})


class Step(StrEnum):
    """Where in its way through the house something was caught."""

    ARRIVAL = "arrival"
    SORTING = "sorting"
    HANDOVER = "handover"
    DAY_CLOSE = "day_close"
    LATER = "later"


STEPS: dict[CaseKind, Step] = {
    CaseKind.UNMATCHED: Step.ARRIVAL,
    CaseKind.DOUBTFUL: Step.ARRIVAL,
    CaseKind.STILL_HELD: Step.ARRIVAL,
    CaseKind.COUNT_DIFFERENCE: Step.ARRIVAL,
    CaseKind.MISSING_EXPECTED: Step.ARRIVAL,
    CaseKind.UNREADABLE: Step.ARRIVAL,
    CaseKind.SAME_NUMBER: Step.ARRIVAL,
    CaseKind.DISAGREEMENT: Step.SORTING,
    CaseKind.UNDECIDED: Step.SORTING,
    CaseKind.FOUND: Step.HANDOVER,
    CaseKind.SET_MISMATCH: Step.HANDOVER,
    CaseKind.NOT_OURS: Step.HANDOVER,
    CaseKind.ABANDONED: Step.HANDOVER,
    CaseKind.DAY_CLOSE_MISSING: Step.DAY_CLOSE,
    CaseKind.DAY_CLOSE_EXTRA: Step.DAY_CLOSE,
    CaseKind.DAY_NOT_CLOSED: Step.DAY_CLOSE,
    CaseKind.FOUND_AGAIN: Step.LATER,
    CaseKind.OVERDUE: Step.LATER,
    CaseKind.INCIDENT: Step.LATER,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A department: what it holds, None where nothing, and how far its day's close is."""

    department: Department
    held: Held | None
    close: CloseStatus | None

    @property
    def is_day_closed(self) -> bool:
        """Whether it has closed the day."""
        return self.close in CLOSED

    @property
    def is_unclosed(self) -> bool:
        """Whether it holds something and has not closed the day (`custody.day_close.unclosed`)."""
        return self.held is not None and not self.is_day_closed

    @property
    def count(self) -> int:
        """How many pieces it holds."""
        return self.held.count if self.held else 0


@dataclass(frozen=True, slots=True)
class Overview:
    """How it stands at a moment; places by number, cases with the oldest first.

    On a closing day nobody has to close the day (`desk.rounds` opens no case); some may have to
    do with mail all the same, so the places say what they have done.
    """

    at: datetime
    day: date
    is_closing_day: bool
    places: tuple[Place, ...]
    cases: tuple[OpenCases, ...]
    arrived: Arrived
    mails: Tally

    @property
    def count(self) -> int:
        """How many pieces are in the house."""
        return sum(place.count for place in self.places)

    @property
    def oldest(self) -> datetime | None:
        """Since when the piece that has waited longest has been where it is."""
        return min((place.held.oldest for place in self.places if place.held), default=None)

    @property
    def unclosed(self) -> tuple[Place, ...]:
        """The departments that hold something and have not closed the day."""
        return tuple(place for place in self.places if place.is_unclosed)

    @property
    def open_cases(self) -> int:
        """How many cases are open."""
        return sum(line.count for line in self.cases)


@dataclass(frozen=True, slots=True)
class Day:
    """Pieces that came on a day; `usual` is the mean of the same weekday in the weeks before.

    Weeks in which nothing came on it, as on a holiday, do not count; None where none is left.
    """

    day: date
    pieces: int
    usual: float | None


@dataclass(frozen=True, slots=True)
class Caught:
    """Cases that were opened in a week, by the step that caught them; a week by its Monday."""

    week: date
    by_step: dict[Step, int]


@dataclass(frozen=True, slots=True)
class Times:
    """Time from arrival to the department, of the pieces that came there in a week.

    Half of them took `median` or less, nine of ten `most`; None where none came.
    """

    week: date
    pieces: int
    median: timedelta | None
    most: timedelta | None


@dataclass(frozen=True, slots=True)
class Weeks:
    """How the last weeks went, the oldest first; the last one goes on."""

    days: tuple[Day, ...]
    caught: tuple[Caught, ...]
    times: tuple[Times, ...]


def overview(ledger: Ledger, zone: ZoneInfo) -> Overview:
    """Return how it stands now, all of it seen at one moment."""
    now, day = ledger.now(), today(ledger, zone)
    with ledger.views() as views:
        bounds = [now - timedelta(days=days) for days in AGE_DAYS]
        return Overview(
            now,
            day,
            is_closing_day(views, day),
            _places(views, day, bounds),
            views.standing.open_cases(),
            views.standing.arrived(*bounds_of(day, zone)),
            views.outbox.tally(),
        )


def unclosed(views: Views, day: date) -> tuple[Place, ...]:
    """Return the departments that still have to close a day: none on a closing day."""
    if is_closing_day(views, day):
        return ()
    return tuple(place for place in _places(views, day) if place.is_unclosed)


def _places(views: Views, day: date, bounds: Iterable[datetime] = ()) -> tuple[Place, ...]:
    held = {line.department: line for line in views.standing.held(bounds)}
    closes = views.standing.day_closes(day)
    return tuple(
        Place(it, held.get(it.id), closes.get(it.id))
        for it in views.departments()
        if not it.is_closed
    )


def is_closing_day(views: Views, day: date) -> bool:
    """Whether the office is closed; beyond the end of its calendar it is taken for open."""
    calendar = calendar_of(views.books)
    return day <= calendar.until and calendar.is_closed(day)


def weeks(ledger: Ledger, zone: ZoneInfo) -> Weeks:
    """Return how the last weeks went."""
    day = today(ledger, zone)
    mondays = [monday(day) - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    since = datetime.combine(mondays[0], time(), zone)
    with ledger.views() as views:
        return Weeks(
            _days(views, day, zone),
            _caught(views, mondays, since, zone),
            _times(views, mondays, since, zone),
        )


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _days(views: Views, today: date, zone: ZoneInfo) -> tuple[Day, ...]:
    shown = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    first = shown[0] - timedelta(weeks=WEEKS)
    pieces: Counter[date] = Counter()
    for at, count in views.past.arrivals(datetime.combine(first, time(), zone)):
        pieces[at.astimezone(zone).date()] += count
    return tuple(Day(day, pieces[day], _usual(pieces, day, first, shown[0])) for day in shown)


def _usual(pieces: Counter[date], day: date, first: date, before: date) -> float | None:
    earlier = (day - timedelta(weeks=back) for back in range(1, WEEKS + DAYS // 7 + 1))
    counted = [pieces[it] for it in earlier if first <= it < before and pieces[it]]
    return sum(counted) / len(counted) if counted else None


def _caught(
    views: Views, mondays: list[date], since: datetime, zone: ZoneInfo
) -> tuple[Caught, ...]:
    counts: Counter[tuple[date, Step]] = Counter()
    for at, kind in views.past.cases(since):
        counts[monday(at.astimezone(zone).date()), STEPS[kind]] += 1
    return tuple(Caught(week, {step: counts[week, step] for step in Step}) for week in mondays)


def _times(views: Views, mondays: list[date], since: datetime, zone: ZoneInfo) -> tuple[Times, ...]:
    # Minutes that occurred, and how often: as many as there are minutes, however many the pieces.
    minutes: dict[date, Counter[int]] = {week: Counter() for week in mondays}
    for at, took in views.past.times_to_department(since):
        week = monday(at.astimezone(zone).date())
        if week in minutes:  # a clock that was set back may have left a week to come
            minutes[week][min(took, TIME_MAX) // timedelta(minutes=1)] += 1
    return tuple(
        Times(week, counts.total(), quantile(counts, 0.5), quantile(counts, 0.9))
        for week, counts in minutes.items()
    )


def quantile(minutes: Counter[int], share: float) -> timedelta | None:
    """Return the least time within which this share of all came; None where none came.

    The nearest-rank method: a time that one of them really took.
    """
    rank = ceil(share * minutes.total())
    return _ranked(sorted(minutes.items()), rank) if rank else None


def _ranked(counted: Iterable[tuple[int, int]], rank: int) -> timedelta:
    seen = 0
    for minute, count in counted:
        seen += count
        if seen >= rank:
            return timedelta(minutes=minute)
    raise ValueError(f"expected {rank} times at least, got {seen}")

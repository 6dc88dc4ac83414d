"""What the pages of the day close show, as frozen values; and when a piece was last seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from station.custody import facts as f
from station.custody.day_close import differences as day_differences
from station.custody.state import (
    Case,
    CloseStatus,
    CountScan,
    DayClose,
    Department,
    Item,
    ItemStatus,
)
from station.custody.values import Ending, Scan
from station.ledger.journal import Recorded
from station.ledger.views import ItemLine, Views

SIGHTINGS = (
    f.ItemTakenIn,
    f.ScanRepeated,
    f.StrayScanned,
    f.FirstEntryMade,
    f.CheckEntryMade,
    f.ItemOffered,
    f.MisfitScanned,
    f.ItemReceived,
    f.ForeignScanned,
    f.HandoverSealed,
    f.PieceCounted,
    f.ItemFoundAgain,
)
"""After each of these, somebody had the piece before them."""


PAST_SHOWN = 60
"""Two months of day closes; an older one is asked for by its day."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """When and with whom a piece was last seen."""

    at: datetime
    person: UUID | None
    department: str | None


@dataclass(frozen=True, slots=True)
class Missing:
    """A piece that a count did not find."""

    line: ItemLine
    last_seen: Sighting


@dataclass(frozen=True, slots=True)
class Delivered:
    """How, when and by whom the custody of a piece was ended; `by` is the person's name."""

    ending: Ending
    at: datetime
    by: str
    department: str | None


@dataclass(frozen=True, slots=True)
class Extra:
    """A scan too much: the piece that it may be, and the department that should have it.

    `delivered` says how the newest piece of this number has left, where the books know it so;
    `is_void`, that it was taken back, and has to be taken in again.
    """

    scan: Scan
    line: ItemLine | None
    whose: str | None
    delivered: Delivered | None = None
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class SettledDifference:
    """A difference with which a day was closed: which piece, and what the supervisor settled."""

    case: Case
    number: str


@dataclass(frozen=True, slots=True)
class DayCloseView:
    """A day close as its department sees it: what it scanned, and, once compared, what differs."""

    close: DayClose
    scans: tuple[CountScan, ...]
    missing: tuple[Missing, ...]
    extra: tuple[Extra, ...]
    names: dict[UUID, str]
    settled: tuple[SettledDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class DayCloseLine:
    """A department on a day, for the supervisor: its close if it was begun, what it holds now."""

    department: Department
    close: DayClose | None
    held: int
    open_cases: int

    @property
    def is_closed(self) -> bool:
        """Whether its day is closed."""
        return self.close is not None and self.close.is_closed


def day_close_view(views: Views, key: UUID) -> DayCloseView:
    """Return a day close; while it counts, nothing in it follows from what the books expect."""
    close = views.books.day_close(key)
    scans = views.books.counted(key)
    missing: tuple[Missing, ...] = ()
    extra: tuple[Extra, ...] = ()
    if close.status is CloseStatus.DIFFERING:
        held = views.books.held_by(close.department)
        not_there, too_much = day_differences(views.books, close, held, scans)
        lines = views.items(item.id for item in not_there)
        missing = tuple(Missing(line, last_seen_at(views, line.item.id)) for line in lines)
        extra = _extra(views, too_much)
    is_settled = close.status is CloseStatus.CLOSED_WITH_DIFFERENCE
    settled = _settled(views, close) if is_settled else ()
    people = (
        *(scan.by for scan in scans),
        *(gone.last_seen.person for gone in missing),
        *(it.case.settled_by for it in settled),
    )
    return DayCloseView(close, scans, missing, extra, views.names(people), settled)


def _settled(views: Views, close: DayClose) -> tuple[SettledDifference, ...]:
    found = []
    for case in views.books.cases_of(close.id):
        number = views.books.item(case.item).number if case.item else ""
        found.append(SettledDifference(case, case.scan.known_as if case.scan else number))
    return tuple(found)


def _extra(views: Views, scans: Iterable[CountScan]) -> tuple[Extra, ...]:
    scans = tuple(scans)
    lines = {line.item.id: line for line in views.items(s.item for s in scans if s.item)}
    found = []
    for scan in scans:
        line = lines.get(scan.item) if scan.item else None
        route = line.item.route if line else None
        holder = line.item.holder if line else None
        whose = route.department if route else holder
        newest = newest_of(views, scan.scan)
        is_void = newest is not None and newest.status is ItemStatus.VOID
        found.append(Extra(scan.scan, line, whose, delivered_of(views, newest), is_void))
    return tuple(found)


def newest_of(views: Views, scan: Scan) -> Item | None:
    """Return the newest piece of a scanned number, if the books know one."""
    return next(reversed(views.books.bearing_items(scan.known_as)), None)


def delivered_of(views: Views, newest: Item | None) -> Delivered | None:
    """Return how the newest piece of a number left the house; None where it has not."""
    if newest is None or newest.status is not ItemStatus.DELIVERED:
        return None
    return next(
        (
            Delivered(line.fact.ending, line.stamp.at, _name(views, line), line.department)
            for line in reversed(views.history(newest.id))
            if isinstance(line.fact, f.ItemDelivered)
        ),
        None,
    )


def _name(views: Views, line: Recorded) -> str:
    """Return the name of whoever did what is recorded."""
    return next(iter(views.names([line.stamp.person]).values()), "")


def day_closes(views: Views, day: date) -> tuple[DayCloseLine, ...]:
    """Return every department that there is, by number, and whether it has closed a day.

    One that was closed down since is there with the days that it closed.
    """
    lines = []
    for department in views.departments():
        close = views.books.day_close_of(department.id, day)
        if close is not None or not department.is_closed:
            lines.append(_line(views, department, close))
    return tuple(lines)


def day_closes_of(
    views: Views, department: str, day: date | None = None
) -> tuple[DayCloseLine, ...]:
    """Return the closes of a department, newest first: the last ones, or that of one day."""
    known = views.books.department(department)
    if day is None:
        closes = views.day_closes(department, PAST_SHOWN)
    else:
        one = views.books.day_close_of(department, day)
        closes = (one,) if one else ()
    return tuple(_line(views, known, close) for close in closes)


def _line(views: Views, department: Department, close: DayClose | None) -> DayCloseLine:
    waiting = [c for c in views.books.cases_of(close.id) if c.is_open] if close else []
    held = len(views.books.held_by(department.id))
    return DayCloseLine(department, close, held, len(waiting))


def last_seen_at(views: Views, item: UUID, before: datetime | None = None) -> Sighting:
    """Return when and with whom a piece was last seen; it was taken in, so it was."""
    seen = [
        line
        for line in views.history(item)
        if isinstance(line.fact, SIGHTINGS) and (before is None or line.stamp.at <= before)
    ]
    last = seen[-1]
    if isinstance(last.fact, f.HandoverSealed):  # whoever signed last, the receiver has it
        return Sighting(last.stamp.at, last.fact.receiver_signer, last.fact.receiver)
    if isinstance(last.fact, f.ItemReceived | f.ForeignScanned) and last.fact.by is not None:
        receiver = views.books.handover(last.fact.handover).receiver
        return Sighting(last.stamp.at, last.fact.by, receiver)
    return Sighting(last.stamp.at, last.stamp.person, last.department)

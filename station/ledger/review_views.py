"""What the pages of the day close show, as frozen values; and when a piece was last seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from station.custody import facts as f
from station.custody.day_close import differences as day_differences
from station.custody.state import CloseStatus, CountScan, DayClose, Department
from station.custody.values import Scan
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
    f.HandoverSealed,
    f.PieceCounted,
    f.ItemFoundAgain,
)
"""After each of these, somebody had the piece before them."""


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
class Extra:
    """A scan too much: the piece that it may be, and the department that should have it."""

    scan: Scan
    line: ItemLine | None
    whose: str | None


@dataclass(frozen=True, slots=True)
class DayCloseView:
    """A day close as its department sees it: what it scanned, and, once compared, what differs."""

    close: DayClose
    scans: tuple[CountScan, ...]
    missing: tuple[Missing, ...]
    extra: tuple[Extra, ...]
    names: dict[UUID, str]


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
    people = (scan.by for scan in scans), (gone.last_seen.person for gone in missing)
    names = views.names(person for group in people for person in group)
    return DayCloseView(close, scans, missing, extra, names)


def _extra(views: Views, scans: Iterable[CountScan]) -> tuple[Extra, ...]:
    scans = tuple(scans)
    lines = {line.item.id: line for line in views.items(s.item for s in scans if s.item)}
    found = []
    for scan in scans:
        line = lines.get(scan.item) if scan.item else None
        route = line.item.route if line else None
        holder = line.item.holder if line else None
        found.append(Extra(scan.scan, line, route.department if route else holder))
    return tuple(found)


def day_closes(views: Views, day: date) -> tuple[DayCloseLine, ...]:
    """Return every department that there is, by number, and whether it has closed a day."""
    lines = []
    for department in views.departments():
        if department.is_closed:
            continue
        close = views.books.day_close_of(department.id, day)
        waiting = [c for c in views.books.cases_of(close.id) if c.is_open] if close else []
        held = len(views.books.held_by(department.id))
        lines.append(DayCloseLine(department, close, held, len(waiting)))
    return tuple(lines)


def last_seen_at(views: Views, item: UUID, before: datetime | None = None) -> Sighting:
    """Return when and with whom a piece was last seen; it was taken in, so it was."""
    seen = [
        line
        for line in views.history(item)
        if isinstance(line.fact, SIGHTINGS) and (before is None or line.stamp.at <= before)
    ]
    last = seen[-1]
    return Sighting(last.stamp.at, last.stamp.person, last.department)

"""The distribution book (特殊文書配布簿) as days of lines of text, whatever it is printed on.

Columns as in the forms of real offices (docs/papers.md).  A line shows the last handover of a
piece; earlier ones, and every correction, stand in its remarks.  What was taken back stays in its
place and counts for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from station.custody import facts as f
from station.custody.state import ItemStatus
from station.desk.dates import bounds_of
from station.ledger.book import BookLine, Passed, Signed, book_lines
from station.ledger.store import Ledger
from station.ledger.views import Views
from station.numbers import grouped
from station.papers.chronology import Teller, unchecked_words
from station.papers.dates import paper_day, paper_moment
from station.settings import Settings
from station.words import Say
from station.words import noted as _
from station.words.labels import service

TITLE = _("Distribution book")

ALL = _("all departments")

COLUMNS = (
    _("No."),
    _("Taken in"),
    _("Service"),
    _("Tracking number"),
    _("Sender"),
    _("Addressee"),
    _("Pieces"),
    _("Routed to"),
    _("Received"),
    _("Received by"),
    _("Handed over by"),
    _("Remarks"),
)
PIECES = COLUMNS.index("Pieces")


@dataclass(frozen=True, slots=True)
class Row:
    """One piece: its cells in the order of `COLUMNS`; a void one counts for nothing.

    `names` are those of people and departments that stand in it, which have to be written as they
    are.
    """

    cells: tuple[str, ...]
    is_void: bool
    names: frozenset[str] = frozenset()

    @property
    def pieces(self) -> int:
        """What it adds to the totals."""
        return 0 if self.is_void else 1


@dataclass(frozen=True, slots=True)
class BookDay:
    """What was taken in on one day."""

    day: date
    heading: str
    rows: tuple[Row, ...]

    @property
    def pieces(self) -> int:
        """How many pieces."""
        return sum(row.pieces for row in self.rows)


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a book, first and last included, of all departments or of one."""

    first: date
    last: date
    department: str | None = None

    def days(self) -> Iterator[date]:
        """Each day."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(offset)


def heading(span: Span, department: str, setting: Settings, say: Say) -> str:
    """Return what a book is of: its days, and the department's name where it is of one."""
    first, last = (paper_day(day, era=setting.era_dates) for day in (span.first, span.last))
    days = first if span.first == span.last else f"{first} - {last}"
    return f"{days}　{department or say(ALL)}"


def book_days(ledger: Ledger, span: Span, setting: Settings, say: Say) -> Iterator[BookDay]:
    """Yield each day of a book that has a line, from one consistent look at the ledger."""
    with ledger.views() as views:
        number = 0
        for day in span.days():
            lines = [*book_lines(views, *bounds_of(day, setting.zone), span.department)]
            if lines:
                writer = _Writer(views, lines, setting, say)
                rows = tuple(writer.row(number + n, line) for n, line in enumerate(lines, start=1))
                number += len(rows)
                yield BookDay(day, paper_day(day, era=setting.era_dates), rows)
            views.books.forget()


class _Writer:
    """Writes the lines of one day, with the names that they need."""

    def __init__(self, views: Views, lines: list[BookLine], setting: Settings, say: Say) -> None:
        self._views, self._setting, self._say = views, setting, say
        self._departments = {it.id: it.name for it in views.departments()}
        signed = [s for line in lines for p in line.handovers for s in (p.giver, p.receiver)]
        told = [it.stamp.person for line in lines for it in line.corrections]
        self._people = views.names([*(s.person for s in signed), *told])
        self._named: set[str] = set()

    def row(self, number: int, line: BookLine) -> Row:
        """The cells of one piece."""
        self._named = {line.line.sender, line.line.addressee}
        item = line.line.item
        is_void = item.status is ItemStatus.VOID
        last = line.handovers[-1] if line.handovers else None
        route = item.route.department if item.route else ""
        cells = (
            str(number),
            self._moment(line.arrival.arrived_at, "\n"),
            service(line.line, self._say),
            "\n".join(map(grouped, item.bears)),
            line.line.sender,
            line.line.addressee,
            "0" if is_void else "1",
            self._department(route) or route,
            self._moment(last.receiver.at, "\n") if last else "",
            self._signature(last.handover.receiver, last.receiver) if last else "",
            self._signature(last.handover.giver, last.giver) if last else "",
            "\n".join(self._remarks(line)),
        )
        return Row(cells, is_void, frozenset(self._named))

    def _person(self, key: UUID) -> str | None:
        return self._noted(self._people.get(key))

    def _department(self, key: str) -> str | None:
        return self._noted(self._departments.get(key))

    def _noted(self, name: str | None) -> str | None:
        """Return a name, and remember that it stands in this row."""
        self._named.add(name or "")
        return name

    def _moment(self, at: datetime, between: str = " ") -> str:
        setting = self._setting
        return paper_moment(at, setting.zone, era=setting.era_dates, between=between)

    def _signature(self, department: str, signed: Signed) -> str:
        """Return who signed and when; by hand, an empty box."""
        if self._setting.signed_by_hand:
            return ""
        name = self._person(signed.person) or ""
        where = self._department(department) or department
        return f"{where} {name}\n{self._moment(signed.at)}"

    def _remarks(self, line: BookLine) -> Iterator[str]:
        """Yield the earlier handovers and every correction.

        A supervisor's word that waits for its check stays out of it: who reads the book may check.
        """
        for passed in line.handovers[:-1]:
            yield self._passed(passed)
        item = line.line.item.id
        teller = Teller(self._views, item, self._say, self._person, self._department)
        if any(isinstance(it.fact, f.RouteProposed) for it in line.corrections):
            teller.unchecked = unchecked_words(self._views, item, self._views.history(item))
        for recorded in line.corrections:
            if told := teller.tell(recorded.fact, recorded):
                yield f"{self._moment(recorded.stamp.at)} {told}"

    def _passed(self, passed: Passed) -> str:
        giver, receiver = passed.handover.giver, passed.handover.receiver
        names = [self._department(it) or it for it in (giver, receiver)]
        people = [self._person(it.person) or "" for it in (passed.giver, passed.receiver)]
        return "{at} {0} {2} → {1} {3}".format(*names, *people, at=self._moment(passed.receiver.at))

"""追跡: where a piece is, since when, who signed, and what lay beside it, from one field.

Looking changes nothing and is no deed.  What is found here names people and shows what is on its
way: whoever shows it says first who may see it.  Whoever still counts is found pieces by their
numbers alone: "all that the duty desk holds" would be the set that they have to count blind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody.state import Arrival, Handover, Item, Phase
from station.desk.dates import bounds_of, day_from
from station.ledger.folding import fold
from station.ledger.store import Ledger
from station.ledger.trace import Term
from station.ledger.views import ItemLine, Views
from station.numbers import grouped, normalise

FOUND_MAX = 50
"""Pieces that one search tells in full; whoever gets more types one word more."""

TEXT_LENGTH_MAX = 60
WORDS_MAX = 6
PART_LENGTH_MIN = 3
"""Fewer digits of a number than this would find half of the house."""

NAME_LENGTH_MIN = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, for which department."""

    person: UUID
    name: str
    department: str

    @property
    def signed_as(self) -> str:
        """The department and the name, as people read it."""
        return f"{self.department} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A piece that lay beside: its number as people read it, and where it is now."""

    item: UUID
    number: str
    status: str
    holder: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What lay together in one handover.

    `phase` tells an open one, which may not be shown to a receiver who still counts.
    """

    handover: UUID
    giver: str
    receiver: str
    phase: Phase
    sealed_at: datetime | None
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One piece, as a page or the terminal shows it.  Departments are told by name.

    `signatures` are those of the last sealed handover; without one, whoever took the piece in is
    the last to have had it in hand.  `since` is when the holder got it.
    """

    line: ItemLine
    number: str
    holder: str
    person: str
    since: datetime
    route: str
    signatures: tuple[Signature, ...]
    signed_at: datetime | None
    arrival: Arrival
    taken_in_by: str
    came_with: tuple[Neighbour, ...]
    handovers: tuple[Beside, ...]

    @property
    def item(self) -> Item:
        """The piece itself."""
        return self.line.item


@dataclass(frozen=True, slots=True)
class Traced:
    """What a search found, newest first; `is_cut` when there is more than is told.

    `is_by_number` when nothing but a part of a number was looked for; `days` are those that its
    words were taken for.
    """

    found: tuple[Found, ...]
    is_cut: bool
    is_by_number: bool = False
    days: tuple[date, ...] = ()


def trace(ledger: Ledger, text: str, zone: ZoneInfo) -> Traced:
    """Find pieces by part of a number, a sender, an addressee, a department, a person or a day.

    A text of several words is looked for as it is; if nothing is meant by it, by all its words.
    """
    with ledger.views() as views:
        return traced(views, text, zone, ledger.now())


def traced(
    views: Views,
    text: str,
    zone: ZoneInfo,
    now: datetime,
    *,
    by_number: bool = False,
    with_void: bool = False,
) -> Traced:
    """Find pieces in views that somebody has open already, as that somebody may see them.

    By number alone where it is asked so, or where the views are blind.  With void, a part of its
    number finds also what was taken back.
    """
    asked = text.strip()[:TEXT_LENGTH_MAX]
    by_number = by_number or views.is_blind
    asking = _Asking(views, zone, now, by_number=by_number, with_void=with_void)
    items = asking.items([asked])
    words = asked.split()[:WORDS_MAX]
    if not items and len(words) > 1:
        items = asking.items(words)
    found = _told(views, items[:FOUND_MAX])
    return Traced(found, len(items) > FOUND_MAX, by_number, asking.days(dict.fromkeys(words)))


def trace_item(ledger: Ledger, item: UUID) -> Found:
    """Return all that is to be said of one piece; refuses one that is not in the books."""
    with ledger.views() as views:
        return told_item(views, item)


def told_item(views: Views, item: UUID) -> Found:
    """Return all that is to be said of one piece, from views that somebody has open already."""
    (found,) = _told(views, (views.books.item(item),))
    return found


class _Asking:
    """What the words of one search may mean in this office, now."""

    def __init__(
        self, views: Views, zone: ZoneInfo, now: datetime, *, by_number: bool, with_void: bool
    ) -> None:
        self._views = views
        self._zone = zone
        self._by_number = by_number
        self._with_void = with_void
        self._today = now.astimezone(zone).date()
        self._departments = {
            department.id: [fold(name) for name in (department.name, department.kana)]
            + [fold(alias) for alias in department.aliases]
            for department in views.departments()
        }
        people = views.names(person.id for person in views.people())
        self._people = {person: fold(name) for person, name in people.items() if name}

    def items(self, words: list[str]) -> tuple[Item, ...]:
        """Pieces that all the words may mean; one more than are told, where there are more."""
        terms = [self._term(word) for word in words]
        return self._views.tracing.items(terms, FOUND_MAX + 1, with_void=self._with_void)

    def days(self, words: Iterable[str]) -> tuple[date, ...]:
        """The days that words name; none where a number alone is looked for."""
        named = (day_from(word, self._today) for word in words if not self._by_number)
        return tuple(day for day in named if day is not None)

    def _term(self, word: str) -> Term:
        part, name = normalise(word), fold(word)
        if self._by_number:
            return Term(part if len(part) >= PART_LENGTH_MIN else "")
        named = name if len(name) >= NAME_LENGTH_MIN else ""
        day = day_from(word, self._today)
        return Term(
            part if len(part) >= PART_LENGTH_MIN else "",
            named,
            frozenset(
                key
                for key, names in self._departments.items()
                if name and (key == name or any(named and named in known for known in names))
            ),
            frozenset(key for key, known in self._people.items() if named and named in known),
            bounds_of(day, self._zone) if day else None,
        )


def _told(views: Views, items: tuple[Item, ...]) -> tuple[Found, ...]:
    telling = _Telling(views, items)
    return tuple(telling.found(line) for line in views.lines(items))


class _Telling:
    """Everything that the lines of one answer need, asked for once."""

    def __init__(self, views: Views, items: tuple[Item, ...]) -> None:
        self._views = views
        self._departments = {it.id: it.name for it in views.departments()}
        self._handovers = views.handovers_of(items) if items else ()
        signers = [s for it in self._handovers for s in (it.giver_signer, it.receiver_signer)]
        people = [person for it in items for person in (it.taken_in_by, it.keeper)]
        self._names = views.names([*signers, *people])
        self._came: dict[UUID, tuple[Item, ...]] = {
            key: views.tracing.of_arrival(key) for key in {item.arrival for item in items}
        }
        self._lay: dict[UUID, tuple[Item, ...]] = {
            it.id: views.tracing.of_ids(it.offered) for it in self._handovers
        }

    def found(self, line: ItemLine) -> Found:
        """Tell one piece."""
        item = line.item
        own = [it for it in self._handovers if item.id in it.offered]
        last = next((it for it in own if it.phase is Phase.SEALED), None)
        return Found(
            line,
            grouped(item.number),
            self._name(item.holder),
            self._names.get(item.keeper, "") if item.keeper else "",
            item.held_since,
            self._name(item.route.department) if item.route else "",
            self._signatures(last) if last else (),
            last.sealed_at if last else None,
            self._views.books.arrival(item.arrival),
            self._names.get(item.taken_in_by, ""),
            self._neighbours(item, self._came[item.arrival]),
            tuple(self._beside(item, it) for it in own),
        )

    def _name(self, department: str) -> str:
        return self._departments[department]

    def _signatures(self, handover: Handover) -> tuple[Signature, ...]:
        sides = (
            (handover.giver_signer, handover.giver),
            (handover.receiver_signer, handover.receiver),
        )
        return tuple(
            Signature(person, self._names.get(person, ""), self._name(department))
            for person, department in sides
            if person is not None
        )

    def _beside(self, item: Item, handover: Handover) -> Beside:
        return Beside(
            handover.id,
            self._name(handover.giver),
            self._name(handover.receiver),
            handover.phase,
            handover.sealed_at,
            self._neighbours(item, self._lay[handover.id]),
        )

    def _neighbours(self, item: Item, beside: Iterable[Item]) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(it.id, grouped(it.number), it.status, self._name(it.holder))
            for it in beside
            if it.id != item.id
        )

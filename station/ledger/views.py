"""Looking: what screens, papers and the terminal show.  Nothing here changes anything."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, or_, select, true

from station.custody.facts import Fact, HandoverSealed, ItemTakenIn
from station.custody.sides import counts_blind
from station.custody.state import (
    OPEN_PHASES,
    Arrival,
    ArrivalStatus,
    Case,
    DayClose,
    Department,
    Expected,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Label,
    Person,
    Search,
)
from station.custody.statement import Statement, signed_statement
from station.custody.suggestions import Advice, advise
from station.custody.values import CaseKind, PersonalRef, Settlement
from station.ledger import journal
from station.ledger.board import Board
from station.ledger.books import SqlBooks
from station.ledger.case_list import CaseList
from station.ledger.codec import kind_of
from station.ledger.contacts import Contacts
from station.ledger.expected_lists import ExpectedList, ExpectedLists
from station.ledger.journal import Recorded
from station.ledger.looking_back import LookingBack
from station.ledger.outbox import Outbox
from station.ledger.past import Past
from station.ledger.schema import (
    arrivals,
    cases,
    day_closes,
    expected_items,
    handovers,
    incidents,
    items,
    listings,
    searches,
)
from station.ledger.session_owner import Owned, owned_session
from station.ledger.standing import Standing
from station.ledger.trace import Tracing
from station.ledger.vault import Vault

LISTED_MAX = 500
"""More lines than anybody reads; a longer list is shown from its newest end."""

# What every scanning screen asks is put together once: that costs more than running it.
_IN_REVIEW = select(cases.c.item).where(
    cases.c.office == bindparam("office"),
    cases.c.reason.is_(None),
    cases.c.item.in_(bindparam("pieces", expanding=True)),
)

CASE_ORDER = (cases.c.opened_at, cases.c.id)
"""Oldest first; what one deed opened, always in the same order."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with what was announced of it, as one line of a list."""

    item: Item
    service: str
    sender: str
    addressee: str
    has_open_case: bool


@dataclass(frozen=True, slots=True)
class SearchLine:
    """What one party was asked, who it was, who answered, and what they wrote beside it."""

    search: Search
    person: str
    answered_by: str
    note: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident with its piece and everybody's answer."""

    incident: Incident
    line: ItemLine
    opened_by: str
    searches: tuple[SearchLine, ...]

    @property
    def silent(self) -> tuple[SearchLine, ...]:
        """Who has not answered yet."""
        return tuple(line for line in self.searches if line.search.found is None)


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """An announced piece with the names that its list gives."""

    expected: Expected
    sender: str
    addressee: str


class Views:
    """One office's books, seen through one connection at one moment."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office
        self.books = SqlBooks(connection, office)
        self.vault = Vault(connection, office)
        self.contacts = Contacts(connection, office)
        self.outbox = Outbox(connection, office)
        self.board = Board(connection, office, self.books)
        self.tracing = Tracing(connection, office, self.books)
        self.standing = Standing(connection, office)
        self.past = Past(connection, office)
        self.cases = CaseList(connection, office, self.books)
        self.looking_back = LookingBack(connection, office, self.books)
        self._lists = ExpectedLists(connection, office, self.names)
        self._hidden: frozenset[UUID] = frozenset()

    def blind(self, person: UUID, places: Iterable[str]) -> "Views":
        """Return these views as somebody sees them who may act for these departments.

        Until both sides are done, everything looks as if nothing had been offered to any of them;
        so it does to who has begun to count, whomever they act for by now.
        """
        own = tuple(places)
        self._hidden = frozenset(
            it.id for it in self.books.open_handovers() if counts_blind(it, person, own)
        )
        return self

    @property
    def is_blind(self) -> bool:
        """Whether something is kept from whoever looks, because they have yet to count it."""
        return bool(self._hidden)

    # -- people and departments ----------------------------------------------------------------

    def session(self, token_hash: str) -> Owned | None:
        """An open session and its owner, by the hash of its token."""
        return owned_session(self._connection, self._office, token_hash)

    def departments(self) -> tuple[Department, ...]:
        """Every department, by number."""
        return self.books.departments()

    def people(self) -> tuple[Person, ...]:
        """Everybody who was ever enrolled."""
        return self.books.everybody()

    def names(self, ids: Iterable[UUID | None]) -> dict[UUID, str]:
        """People's names by their id; empty where a name is no longer kept."""
        wanted = {key for key in ids if key is not None}
        found = self.books.people_of(wanted)
        texts = self.vault.texts(person.name for person in found)
        return {person.id: texts.get(person.name.id, "") for person in found}

    # -- arrivals ----------------------------------------------------------------------------

    def arrivals(self, department: str | None = None, *, is_open: bool) -> tuple[Arrival, ...]:
        """Arrivals that are open (or closed), newest first."""
        closed = arrivals.c.status == ArrivalStatus.CLOSED
        here = true() if department is None else arrivals.c.department == department
        state = ~closed if is_open else closed
        newest = arrivals.c.opened_at.desc()
        return self.books.find(Arrival, and_(here, state), newest, limit=LISTED_MAX)

    def closed_with_difference(self, wanted: Iterable[UUID]) -> dict[UUID, Case]:
        """The case by which each of some arrivals was closed with a difference; of others none."""
        keys, table = tuple(wanted), cases.c
        ended = table.settlement == Settlement.CLOSE_WITH_DIFFERENCE
        found = self.books.find(Case, and_(table.arrival.in_(keys), ended)) if keys else ()
        return {case.arrival: case for case in found if case.arrival is not None}

    def arrivals_awaiting(self, expected: UUID, besides: UUID) -> tuple[Arrival, ...]:
        """Open arrivals, but for one, whose list announces a piece that this one's does not."""
        of = listings.c
        naming = select(of.list).where(of.office == self._office, of.expected == expected)
        others = self.books.find(
            Arrival, and_(arrivals.c.status != ArrivalStatus.CLOSED, arrivals.c.list.in_(naming))
        )
        if any(arrival.id == besides for arrival in others):
            return ()
        return others

    def items_of_arrival(self, arrival: UUID) -> tuple[ItemLine, ...]:
        """What an arrival counts, newest first; what was taken back is left out."""
        return self.lines(reversed(self.books.arrived_with(arrival)))

    def lines(self, found: Iterable[Item]) -> tuple[ItemLine, ...]:
        """Items with what was announced of them."""
        found = tuple(
            replace(item, handover=None) if item.handover in self._hidden else item
            for item in found
        )
        announced = self._announced(found)
        refs = [ref for due in announced.values() for ref in (due.sender, due.addressee)]
        texts = self.vault.texts(refs)
        in_review = self._items_in_review(found)
        result = []
        for item in found:
            due = announced.get(item.expected) if item.expected else None
            sender = texts.get(due.sender.id, "") if due and due.sender else ""
            addressee = texts.get(due.addressee.id, "") if due and due.addressee else ""
            service = due.service if due else ""
            result.append(ItemLine(item, service, sender, addressee, item.id in in_review))
        return tuple(result)

    def _announced(self, found: tuple[Item, ...]) -> dict[UUID, Expected]:
        keys = {item.expected for item in found if item.expected}
        due = self.books.find(Expected, expected_items.c.id.in_(keys)) if keys else ()
        return {expected.id: expected for expected in due}

    def _items_in_review(self, found: tuple[Item, ...]) -> set[UUID]:
        if not found:
            return set()
        asked = {"office": self._office, "pieces": [item.id for item in found]}
        return set(self._connection.execute(_IN_REVIEW, asked).scalars())

    def expected(self, keys: Iterable[UUID | None]) -> dict[UUID, ExpectedLine]:
        """Announced pieces by their ids, with the names that are still kept."""
        wanted = {key for key in keys if key is not None}
        found = self.books.find(Expected, expected_items.c.id.in_(wanted)) if wanted else ()
        texts = self.vault.texts(ref for due in found for ref in (due.sender, due.addressee))

        def name(ref: PersonalRef | None) -> str:
            return texts.get(ref.id, "") if ref else ""

        return {due.id: ExpectedLine(due, name(due.sender), name(due.addressee)) for due in found}

    def awaited(
        self, list_id: UUID, *, offset: int = 0, limit: int = LISTED_MAX
    ) -> tuple[ExpectedLine, ...]:
        """Some of what a list announces and has not come yet, by number."""
        keys = self._lists.awaited_of(list_id, offset, limit)
        lines = self.expected(keys)
        return tuple(lines[key] for key in keys)

    def label(self, item: UUID) -> tuple[Label, str] | None:
        """The label that a piece was given and its description, if it was given one."""
        found = self.books.label(item)
        if found is None:
            return None
        ref = found.description
        return found, self.vault.texts([ref]).get(ref.id, "") if ref else ""

    def expected_lists(self, today: date) -> tuple[ExpectedList, ...]:
        """The newest lists of which something is still awaited, newest first."""
        return self._lists.awaited(today)

    def expected_list(self, key: UUID, today: date) -> ExpectedList:
        """One list; refuses one that is not in the books."""
        return self._lists.one(key, today)

    def list_sources(self, keys: Iterable[UUID]) -> dict[UUID, str]:
        """The file names of lists by their ids."""
        return self._lists.sources(keys)

    # -- day close ---------------------------------------------------------------------------

    def day_closes(self, department: str, most: int) -> tuple[DayClose, ...]:
        """The newest closes of a department, newest first."""
        table = day_closes.c
        return self.books.find(
            DayClose, table.department == department, table.day.desc(), limit=most
        )

    # -- sorting -----------------------------------------------------------------------------

    def to_sort(self, holder: str) -> tuple[ItemLine, ...]:
        """What a department that sorts mail holds and nobody has given a first word on."""
        return self.lines(self._sortable(holder, items.c.first_by.is_(None)))

    def to_check(self, holder: str, person: UUID) -> tuple[ItemLine, ...]:
        """What waits for a check entry by somebody other than this person's first word."""
        waiting = and_(items.c.first_by.is_not(None), items.c.first_by != person)
        return self.lines(self._sortable(holder, waiting))

    def own_entries(self, holder: str, person: UUID) -> tuple[ItemLine, ...]:
        """What waits for a check of this person's own first word, which they may correct."""
        return self.lines(self._sortable(holder, items.c.first_by == person))

    def _sortable(self, holder: str, words: ColumnElement[bool]) -> tuple[Item, ...]:
        table = items.c
        unrouted = table.route.is_(None)
        at_home = and_(table.route == table.holder, table.first_by.is_not(None))
        free = and_(
            table.holder == holder,
            table.status == ItemStatus.HELD,
            or_(table.handover.is_(None), table.handover.in_(self._hidden)),
            table.undecided.is_(False),
        )
        return self.books.find(
            Item,
            and_(free, or_(unrouted, at_home, table.questioned), words),
            table.taken_in_seq,
            limit=LISTED_MAX,
        )

    def advice(self, line: ItemLine) -> Advice:
        """What a piece's texts point to; it knows nothing of what anybody has entered."""
        return advise(
            self.departments(),
            self.books.suggestion_rules(),
            addressee=line.addressee,
            sender=line.sender,
            service=line.service,
        )

    def undecided(self) -> tuple[ItemLine, ...]:
        """What waits for a supervisor's word, oldest first."""
        waiting = and_(items.c.undecided.is_(True), items.c.status == ItemStatus.HELD)
        return self.lines(self.books.find(Item, waiting, items.c.taken_in_seq))

    # -- holding and handing over ------------------------------------------------------------

    def held(self, holder: str) -> tuple[ItemLine, ...]:
        """Everything that a department holds, oldest first."""
        here = and_(items.c.holder == holder, items.c.status == ItemStatus.HELD)
        return self.lines(self.books.find(Item, here, items.c.held_since, items.c.taken_in_seq))

    def overdue(self, holder: str) -> frozenset[UUID]:
        """Which of the pieces that a department holds nobody has moved for too long."""
        of = cases.c
        here = and_(items.c.office == of.office, items.c.id == of.item)
        late = and_(of.office == self._office, of.what == CaseKind.OVERDUE, of.reason.is_(None))
        held = and_(items.c.holder == holder, items.c.status == ItemStatus.HELD)
        statement = select(of.item).join_from(items, cases, here).where(late, held)
        return frozenset(self._connection.execute(statement).scalars())

    def ready_for(self, holder: str) -> dict[str, int]:
        """How many pieces a department holds that belong elsewhere, by where they belong."""
        ready: dict[str, int] = {}
        for line in self.held(holder):
            route, waits = line.item.route, line.item.undecided or line.item.questioned
            if route and route.department != holder and line.item.handover is None and not waits:
                ready[route.department] = ready.get(route.department, 0) + 1
        return ready

    def handovers(self, department: str | None = None) -> tuple[Handover, ...]:
        """Open handovers that a department gives or receives (or all), newest first."""
        mine = or_(handovers.c.giver == department, handovers.c.receiver == department)
        is_open = handovers.c.phase.in_(OPEN_PHASES)
        where = is_open if department is None else and_(is_open, mine)
        return self.books.find(Handover, where, handovers.c.opened_at.desc(), limit=LISTED_MAX)

    def stale_handovers(self, before: datetime) -> tuple[Handover, ...]:
        """Open handovers on which nothing has moved since a time, the longest left first."""
        left = and_(handovers.c.phase.in_(OPEN_PHASES), handovers.c.moved_at <= before)
        return self.books.find(Handover, left, handovers.c.moved_at, limit=LISTED_MAX)

    def signed_statement(self, handover: UUID) -> Statement:
        """What both sides of a sealed handover signed, from the journal alone.

        Raises ValueError where it was never sealed.
        """
        about = [line.fact for line in self.history(handover)]
        pieces = {key for fact in about if isinstance(fact, HandoverSealed) for key in fact.items}
        way = (line.fact for key in sorted(pieces) for line in self.history(key))
        about += [fact for fact in way if isinstance(fact, ItemTakenIn)]
        return signed_statement(handover, about)

    def items(self, keys: Iterable[UUID]) -> tuple[ItemLine, ...]:
        """Items by their ids, oldest first."""
        wanted = set(keys)
        if not wanted:
            return ()
        return self.lines(self.books.find(Item, items.c.id.in_(wanted), items.c.taken_in_seq))

    # -- tracing -----------------------------------------------------------------------------

    def handovers_of(self, found: Iterable[Item]) -> tuple[Handover, ...]:
        """Every handover that any of these pieces was in, unless broken off; newest first."""
        shown = self.tracing.handovers_of(found)
        return tuple(handover for handover in shown if handover.id not in self._hidden)

    # -- review --------------------------------------------------------------------------------

    def incidents(self, *, is_open: bool) -> tuple[IncidentLine, ...]:
        """Incidents that go on (or are over), newest first."""
        going_on = incidents.c.end.is_(None)
        state = going_on if is_open else ~going_on
        newest = incidents.c.opened_at.desc()
        return self._told(self.books.find(Incident, state, newest, limit=LISTED_MAX))

    def incident(self, key: UUID) -> IncidentLine:
        """One incident with everybody's answer; refuses one that is not in the books."""
        (line,) = self._told((self.books.incident(key),))
        return line

    def asked_of(self, department: str, person: UUID) -> tuple[IncidentLine, ...]:
        """Open incidents in which this department, or this person of it, has not answered."""
        unanswered = and_(
            searches.c.found.is_(None),
            searches.c.department == department,
            or_(searches.c.person.is_(None), searches.c.person == person),
        )
        asked = {it.incident for it in self.books.find(Search, unanswered)}
        going_on = and_(incidents.c.id.in_(asked), incidents.c.end.is_(None))
        found = self.books.find(Incident, going_on, incidents.c.opened_at) if asked else ()
        return self._told(found)

    def _told(self, found: tuple[Incident, ...]) -> tuple[IncidentLine, ...]:
        lines = {line.item.id: line for line in self.items(it.item for it in found)}
        answers = {it.id: self.books.searches_of(it.id) for it in found}
        every = [search for several in answers.values() for search in several]
        who = (person for it in every for person in (it.person, it.answered_by))
        names = self.names([*who, *(it.opened_by for it in found)])
        notes = self.vault.texts(it.note for it in every)
        return tuple(
            IncidentLine(
                it,
                lines[it.item],
                names.get(it.opened_by, ""),
                tuple(_search_line(search, names, notes) for search in answers[it.id]),
            )
            for it in found
        )

    def open_cases(self) -> tuple[Case, ...]:
        """Every open case, oldest first."""
        return self.books.find(Case, cases.c.reason.is_(None), *CASE_ORDER, limit=LISTED_MAX)

    def proposed_cases(self) -> tuple[Case, ...]:
        """Every open case of which a proposal waits for a second person, oldest first."""
        waiting = and_(cases.c.reason.is_(None), cases.c.proposal.is_not(None))
        return self.books.find(Case, waiting, *CASE_ORDER, limit=LISTED_MAX)

    def history(self, subject: UUID) -> list[Recorded]:
        """Everything that was recorded about a subject, oldest first."""
        recorded = journal.about(self._connection, self._office, subject)
        return [
            line for line in recorded if getattr(line.fact, "handover", None) not in self._hidden
        ]

    def histories(
        self, about: Collection[UUID], kinds: Iterable[type[Fact]]
    ) -> dict[UUID, list[Recorded]]:
        """What of these kinds was recorded about many subjects, oldest first."""
        names = [kind_of(kind) for kind in kinds]
        found = journal.about_all(self._connection, self._office, about, names)
        return {
            subject: [
                line for line in told if getattr(line.fact, "handover", None) not in self._hidden
            ]
            for subject, told in found.items()
        }

    def oldest_held_since(self) -> datetime | None:
        """Since when the piece that has waited longest has been where it is."""
        statement = select(func.min(items.c.held_since)).where(
            items.c.office == self._office, items.c.status == ItemStatus.HELD
        )
        since: datetime | None = self._connection.execute(statement).scalar_one()
        return since


def _search_line(
    search: Search, names: Mapping[UUID, str], notes: Mapping[UUID, str]
) -> SearchLine:
    return SearchLine(
        search,
        names.get(search.person, "") if search.person else "",
        names.get(search.answered_by, "") if search.answered_by else "",
        notes.get(search.note.id, "") if search.note else "",
    )

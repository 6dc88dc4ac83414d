"""The same town hall with the station: every deed goes through the real desk and its database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from benchmarks.town.day_end import DAY_CLOSE, NEXT_MORNING, close_day
from benchmarks.town.house import EXPLAINED, ZONE, House, seen
from benchmarks.town.passing import Passing
from benchmarks.town.rates import Act, Slip
from benchmarks.town.town import DEPARTMENTS, DUTY, SORTING, Day, Mishap, Piece, Town
from station.custody.facts import CaseOpened, ItemRouted, ItemTakenIn
from station.custody.refusal import Refused
from station.custody.values import Ending, Settlement
from station.desk import arrival, delivery, review, rounds, sorting
from station.ledger.store import Done

ARRIVAL, CHECK_ENTRY, SORTING_SCAN, OPENING = (
    "arrival count",
    "check entry",
    "sorter's scan",
    "opening",
)
CARRIER = "日本郵便"
OPENED_THE_SAME_DAY = 0.7


@dataclass
class StationHall:
    """A town hall with the station.

    `nights` counts pieces that lay overnight elsewhere than the books say.
    """

    house: House
    town: Town
    items: dict[Piece, UUID] = field(default_factory=dict)
    routes: dict[Piece, str] = field(default_factory=dict)
    unclosed: list[Mishap] = field(default_factory=list)
    nights: int = 0

    def play(self, days: Iterable[Day]) -> None:
        """Let the days pass, each to its close."""
        for day in days:
            self.town.today = day.day
            self.town.pieces += len(day.pieces)
            self.house.wake()
            self._morning()
            if day.is_closed:
                self._arrive(DUTY, day.pieces)
            else:
                self._business_day(day.pieces)
            self._evening()

    def _business_day(self, pieces: tuple[Piece, ...]) -> None:
        self._pass_on(DUTY, SORTING, self._lying(DUTY))
        self._arrive(SORTING, pieces)
        self._sort(SORTING)
        self._hand_out(SORTING)
        for department in DEPARTMENTS:
            self._open_mail(department)

    def _morning(self) -> None:
        """The round opens a case about every day that was not closed."""
        rounds.make_rounds(self.house.ledger, ZONE)
        for forgotten in self.unclosed:
            self.town.knows(forgotten, NEXT_MORNING)
        self.unclosed.clear()

    def _lying(self, place: str) -> list[Piece]:
        """What lies in a place, registered or not."""
        return [piece for piece, at in self.town.at.items() if at == place]

    # -- arrival -----------------------------------------------------------------------------

    def _arrive(self, place: str, pieces: Iterable[Piece]) -> None:
        """Open, scan, close; a difference is counted once more, then let go by two."""
        town, house = self.town, self.house
        brought = [*pieces]
        if not brought:
            return
        wrong = town.slips(Slip.MISTYPE)
        declared = len(brought) + (town.random.choice((-1, 1)) if wrong else 0)
        opened = house.by(place)
        arrival.open_arrival(house.ledger, opened, carrier=CARRIER, declared_count=max(declared, 1))
        here = []
        for piece in brought:
            town.at[piece] = place
            if not town.goes_astray(piece):
                here.append(piece)
        forgotten = [piece for piece in here if town.slips(Slip.OMIT, piece)]
        self._take_in(place, opened.deed, [p for p in here if p not in forgotten])
        if self._closes(place, opened.deed):
            self._hide(wrong, [p for p in brought if p not in self.items])
            return
        self._take_in(place, opened.deed, here)
        for piece in brought:
            town.catch(ARRIVAL, piece)
        if wrong:
            town.knows(wrong, ARRIVAL)
        if not self._closes(place, opened.deed):
            self._refer(place, opened.deed)

    def _take_in(self, place: str, key: UUID, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self.town.does(Act.SCAN)
            by = self.house.by(place)
            done = arrival.take_in(self.house.ledger, by, arrival=key, seen=seen(piece))
            for fact in done.facts:
                if isinstance(fact, ItemTakenIn):
                    self.items[piece] = fact.item

    def _closes(self, place: str, key: UUID) -> bool:
        try:
            arrival.close_arrival(self.house.ledger, self.house.by(place), arrival=key)
        except Refused:
            return False
        return True

    def _refer(self, place: str, key: UUID) -> None:
        done = arrival.refer_arrival(self.house.ledger, self.house.by(place), arrival=key)
        for fact in done.facts:
            if isinstance(fact, CaseOpened):
                self.house.let_go(fact.case, Settlement.CLOSE_WITH_DIFFERENCE)

    def _hide(self, wrong: Mishap | None, unseen: list[Piece]) -> None:
        """A count that is wrong by as much as is missing: slips that hide one another."""
        mishaps = [m for piece in unseen for m in self.town.open(piece)]
        for mishap in mishaps + ([wrong] if wrong else []):
            mishap.slips = 1 + len(mishaps) if wrong else len(mishaps)

    # -- sorting -----------------------------------------------------------------------------

    def _sort(self, place: str) -> None:
        """Two people give their words on each piece; the supervisor decides what they do not."""
        for piece in self._lying(place):
            if piece not in self.items:
                self._take_in_late(place, piece)
            if piece not in self.routes:
                self._route(place, piece)

    def _take_in_late(self, place: str, piece: Piece) -> None:
        """A piece that no arrival knows is recorded as stray, and taken in by one of its own."""
        by = self.house.by(place)
        self.house.settled(review.record_stray(self.house.ledger, by, seen=seen(piece)))
        self.town.catch(SORTING_SCAN, piece)
        opened = self.house.by(place)
        arrival.open_arrival(self.house.ledger, opened, carrier=CARRIER, declared_count=1)
        self._take_in(place, opened.deed, [piece])
        self._closes(place, opened.deed)

    def _route(self, place: str, piece: Piece) -> None:
        """Words until two people say the same."""
        ledger, item, town = self.house.ledger, self.items[piece], self.town
        first, erred = self._word(place, piece)
        sorting.enter_first(ledger, self.house.by(place, 0), item=item, department=first)
        done, erred = self._check(place, piece, erred)
        turn = 0
        while not sorting.is_routed(done):
            town.does(Act.DECIDE)
            word, erred = self._word(place, piece, erred)
            by = self.house.supervisor(turn % 2)
            done = sorting.decide_route(ledger, by, item=item, department=word, reason=EXPLAINED)
            if not sorting.is_routed(done):
                done, erred = self._check(place, piece, erred, turn % 2)
            turn += 1
        town.does(Act.WORD, 2)
        self._routed(piece, done)

    def _word(
        self, place: str, piece: Piece, before: Mishap | None = None
    ) -> tuple[str, Mishap | None]:
        """A word on a piece; whoever passes it on is refused their own department."""
        word, wrong = self.town.word(piece, before)
        if word == place and wrong:
            self.town.knows(wrong, CHECK_ENTRY)
            return piece.department, None
        return word, wrong

    def _check(
        self, place: str, piece: Piece, erred: Mishap | None, which: int = 1
    ) -> tuple[Done, Mishap | None]:
        word, wrong = self._word(place, piece, erred)
        by, item = self.house.by(place, which), self.items[piece]
        done = sorting.enter_check(self.house.ledger, by, item=item, department=word)
        return done, wrong or erred

    def _routed(self, piece: Piece, done: Done) -> None:
        """Where the route is right, every wrong word was seen; else they hide one another."""
        route = next(f.department for f in done.facts if isinstance(f, ItemRouted))
        self.routes[piece] = route
        words = (Slip.MISSORT, Slip.MISSORT_UNNAMED, Slip.MISTYPE)
        if route == piece.department:
            self.town.catch(CHECK_ENTRY, piece, *words)
        for mishap in self.town.open(piece):
            if mishap.slip in words:
                mishap.slips = 2

    # -- handover ----------------------------------------------------------------------------

    def _hand_out(self, place: str) -> None:
        """Each pile goes to its department; what a pile holds wrongly goes by a second round."""
        for _ in range(2):
            piles: dict[str, list[Piece]] = {}
            for piece in self._lying(place):
                route = self.routes.get(piece)
                if route in {None, place}:
                    continue
                wrong = self.town.slips(Slip.WRONG_BOX, piece)
                pile = self.town.elsewhere(route) if wrong else route
                if not self.town.goes_astray(piece):
                    piles.setdefault(pile, []).append(piece)
            for pile, pieces in piles.items():
                if pile != place:
                    self._pass_on(place, pile, pieces)

    def _pass_on(self, giver: str, receiver: str, pieces: list[Piece]) -> None:
        """Hand a bundle over; what was disowned gets its words anew."""
        for piece in pieces:
            if piece not in self.items:
                self._take_in_late(giver, piece)
        if not pieces:
            return
        passing = Passing(self.house, giver, receiver, pieces)
        passing.pass_on()
        for piece in passing.disowned:
            del self.routes[piece]
            self._route(giver, piece)

    # -- the department ------------------------------------------------------------------------

    def _open_mail(self, department: str) -> None:
        """Open what is one's own; pass on what turns out to be another's."""
        for piece in self._lying(department):
            if self.town.random.random() >= OPENED_THE_SAME_DAY:
                continue
            if piece.number not in self.house.held_numbers(department):
                continue  # the screen knows no such piece here; the day close will say so
            if self.routes.get(piece) != department:
                continue  # it waits to be passed on
            if piece.department == department:
                self._deliver(department, piece)
            elif self.town.sees():
                self.town.catch(OPENING, piece)
                del self.routes[piece]
                self._route(department, piece)
        self._hand_out(department)
        for piece in self._lying(department):
            self.town.goes_astray(piece)

    def _deliver(self, department: str, piece: Piece) -> None:
        by = self.house.by(department)
        item = self.items[piece]
        delivery.deliver(self.house.ledger, by, item=item, ending=Ending.OPENED)
        del self.town.at[piece]

    # -- the evening -----------------------------------------------------------------------------

    def _evening(self) -> None:
        """Everybody closes the day; what turns out to lie wrongly is brought where it belongs."""
        closed = [d for d in (DUTY, SORTING, *DEPARTMENTS) if self._is_closed_today(d)]
        wrong: list[Piece] = []
        for department in closed:
            there = self._lying(department)
            if there or self.house.held_numbers(department):
                wrong += close_day(self.house, department, there, self.items)
        for piece in wrong:
            self._put_back(piece)
        self.nights += self._misplaced(closed)

    def _is_closed_today(self, department: str) -> bool:
        """Whether a department closes its day: who forgets is mostly reminded by the supervisor."""
        forgotten = self.town.slips(Slip.FORGET) if self._lying(department) else None
        if forgotten is None:
            return True
        if self.town.sees():
            self.town.knows(forgotten, DAY_CLOSE)
            return True
        self.unclosed.append(forgotten)
        self._hide_behind(forgotten, department)
        return False

    def _hide_behind(self, forgotten: Mishap, department: str) -> None:
        """Whatever is wrong there stays unseen until the next count: a third slip hides it."""
        forgotten.slips = 2
        held = self.house.held_numbers(department)
        for piece in [p for p in self.items if p.number in held]:
            for mishap in self.town.open(piece):
                mishap.slips += forgotten.slips

    def _put_back(self, piece: Piece) -> None:
        """Bring a piece to whoever holds it by the books; one that no book knows is taken in."""
        if piece not in self.items:
            self._take_in_late(self.town.at[piece], piece)
            return
        with self.house.ledger.views() as views:
            self.town.at[piece] = views.books.item(self.items[piece]).holder

    def _misplaced(self, closed: Iterable[str]) -> int:
        """How many pieces lie elsewhere than the books say, where the day was closed."""
        return sum(
            len({p.number for p in self._lying(place)} ^ self.house.held_numbers(place))
            for place in closed
        )

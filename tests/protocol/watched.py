"""Functions of books that remember what they read, and so need not be asked twice.

Most of what happens to one piece reads nothing of another.  A remembered function notes what it
reads, one after the other: one thing by its id, all things of a kind, the answer to a question.
Whoever comes with other books walks along these notes; where all reads alike, the answer stands at
their end.  Only where something differs is the function itself asked again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, Generic, TypeVar
from uuid import UUID

from station.custody.by_id import A
from station.custody.state import Aggregate, Department, Person
from tests.protocol.small_books import SmallBooks

T = TypeVar("T")
Kind = type[Aggregate]
Slot = tuple[Kind, str | UUID]
"""Where books keep one thing: its kind and its id."""

Place = int
"""What can be read, by its number in the office: a slot, all of a kind, a question."""

FOUNDED = frozenset({Department, Person})
"""Kinds that are the same in all books of one office."""

NOT_THERE = -1


class Office:
    """What all moments of one office share: its people, and numbers for all that was ever seen."""

    def __init__(self, founded: Iterable[Aggregate]) -> None:
        self.founded = tuple(founded)
        self.things: list[Aggregate] = []
        self.homes: list[Place] = []
        """The slot of each thing."""
        self.places: list[Slot | Kind | Question] = []
        self._numbers: dict[Aggregate, int] = {}
        self._answers: dict[object, int] = {}
        self._places: dict[object, Place] = {}

    def number(self, thing: Aggregate) -> int:
        """Return the number of a thing in one of its states."""
        number = self._numbers.get(thing)
        if number is None:
            number = self._numbers[thing] = len(self.things)
            self.things.append(thing)
            self.homes.append(self.place((type(thing), thing.id)))
        return number

    def place(self, what: Slot | Kind) -> Place:
        """Return the number of a slot or of a kind."""
        return self._place(what, what)

    def question(self, name: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> Place:
        """Return the number of a question to the books: a method, and with what it is asked."""
        words = (name, args, tuple(sorted(named.items())))
        return self._place(words, Question(name, args, named))

    def _place(self, key: object, what: "Slot | Kind | Question") -> Place:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.places)
            self.places.append(what)
        return place

    def number_of_answer(self, answer: object) -> int:
        """Return a number that stands for an answer to a question."""
        return self._answers.setdefault(answer, len(self._answers))

    def moment(self, numbers: Iterable[int]) -> "Moment":
        """Return the moment at which there is this, and nothing else."""
        return Moment(self, {self.homes[number]: number for number in numbers})


class Moment:
    """What there is at one moment, by the numbers of slots and things; it changes no more."""

    def __init__(self, office: Office, things: dict[Place, int]) -> None:
        self.office = office
        self.things = things
        self._seen: dict[Place, object] = dict(things)

    def read(self, place: Place) -> object:
        """Return what is read there, as something small to compare."""
        seen = self._seen.get(place)
        if seen is None:
            seen = self._seen[place] = self._look(place)
        return seen

    def _look(self, place: Place) -> object:
        what = self.office.places[place]
        if isinstance(what, Question):
            return what.answer(self)
        if isinstance(what, type):
            things = self.office.things
            return tuple(sorted(n for n in self.things.values() if type(things[n]) is what))
        return NOT_THERE

    def books(self) -> "WatchedBooks":
        """Return books that say the same."""
        return WatchedBooks(self.office, [self.office.things[n] for n in self.things.values()])


class Question:
    """A method of the books, and with what it is asked."""

    def __init__(self, name: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> None:
        self._name, self._args, self._named = name, args, named
        self._kinds: tuple[Place, ...] = ()
        self._answers: dict[tuple[object, ...], int] = {}

    def answer(self, moment: Moment) -> int:
        """Return the number of the answer, the same for the same things of all kinds asked."""
        read = tuple(map(moment.read, self._kinds))
        if read not in self._answers:
            books = moment.books()
            answer = getattr(books.unwatched(), self._name)(*self._args, **self._named)
            kinds = dict.fromkeys((*self._kinds, *map(moment.office.place, books.kinds)))
            if len(kinds) > len(self._kinds):
                self._kinds = tuple(kinds)
                self._answers.clear()
                read = tuple(map(moment.read, self._kinds))
            self._answers[read] = moment.office.number_of_answer(answer)
        return self._answers[read]


class WatchedBooks(SmallBooks):
    """Books that note what is read from them, and keep apart what is put into them."""

    def __init__(self, office: Office, things: Iterable[Aggregate]) -> None:
        super().__init__()
        self._things = tuple(things)
        for one in (*office.founded, *self._things):
            super().put(one)
        self.office = office
        self.noted: dict[Place, None] = {}
        self.kinds: dict[Kind, None] = {}
        self.puts: dict[Slot, Aggregate] = {}
        self._told = set[object]()
        self._is_watched = True

    def again(self) -> "WatchedBooks":
        """Return books as these were, that note in the same place."""
        other = WatchedBooks(self.office, self._things)
        other.noted = self.noted
        return other

    def unwatched(self) -> "WatchedBooks":
        """From now on only kinds are noted."""
        self._is_watched = False
        return self

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        super().put(aggregate)
        self.puts[type(aggregate), aggregate.id] = aggregate

    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""
        if not self._is_watched:
            self._note_kind(kind)
        elif kind not in FOUNDED and (kind, key) not in self.puts:
            self.noted[self.office.place((kind, key))] = None
        return super().look_up(kind, key)

    def each(self, kind: type[A]) -> tuple[A, ...]:
        """All things of one type, oldest first."""
        self._note_kind(kind)
        return super().each(kind)

    def of_what_was_read(self, things: Iterable[Aggregate]) -> Iterator[Aggregate]:
        """Yield those of some things that were read, told in an answer, or changed."""
        for one in things:
            slot = (type(one), one.id)
            places = (self.office.place(type(one)), self.office.place(slot))
            was_read = any(place in self.noted for place in places)
            if was_read or slot in self.puts or one in self._told:
                yield one

    def _note_kind(self, kind: Kind) -> None:
        if kind in FOUNDED:
            return
        self.kinds[kind] = None
        if self._is_watched:
            self.noted[self.office.place(kind)] = None

    def asked(self, name: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        """Answer a question, and note it rather than all that it reads."""
        method = getattr(SmallBooks, name)
        if not self._is_watched or self.puts:
            return method(self, *args, **named)
        self.noted[self.office.question(name, args, named)] = None
        self._is_watched = False
        answer = method(self, *args, **named)
        self._is_watched = True
        self._told.update(answer if isinstance(answer, tuple) else (answer,))
        return answer


def _asking(name: str) -> Callable[..., Any]:
    @wraps(getattr(SmallBooks, name))
    def ask(self: WatchedBooks, *args: Any, **named: Any) -> Any:
        return self.asked(name, args, named)

    return ask


NO_QUESTIONS = frozenset({"put", "each", "look_up"})

for _name in SmallBooks.questions() - NO_QUESTIONS:
    setattr(WatchedBooks, _name, _asking(_name))


class _Fork:
    """What is read next; and where it goes on, by what was read."""

    __slots__ = ("place", "ways")

    def __init__(self, place: Place) -> None:
        self.place = place
        self.ways: dict[object, _Fork | tuple[Any]] = {}


class Remembered(Generic[T]):
    """A function of books that is asked once for all books in which it reads the same."""

    def __init__(self, function: Callable[[WatchedBooks], T]) -> None:
        self._function = function
        self._ways: dict[object, _Fork | tuple[T]] = {}

    def __call__(self, moment: Moment) -> T:
        """Return what the function says of this moment."""
        found = self._ways.get(None)
        while isinstance(found, _Fork):
            found = found.ways.get(moment.read(found.place))
        return self._learned(moment) if found is None else found[0]

    def _learned(self, moment: Moment) -> T:
        books = moment.books()
        learned = self._function(books)
        ways, way = self._ways, None
        for place in books.noted:
            fork = ways.setdefault(way, _Fork(place))
            assert isinstance(fork, _Fork), "what was read so far says what is read next"
            assert fork.place == place, "what was read so far says what is read next"
            ways, way = fork.ways, moment.read(place)
        ways[way] = (learned,)
        return learned

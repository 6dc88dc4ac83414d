"""What truly is, whatever a book says: the mail, where each piece lies, and what went wrong."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.town.rates import CHECKER_MISSES, RATES, SECONDS, Act, Slip, once_more
from station.desk.calendar import OfficeCalendar

FIRST_DAY = date(2024, 4, 1)
DEPARTMENTS = tuple(f"{number:02d}" for number in range(3, 33))
DUTY, SORTING = "01", "02"
NOWHERE = "nowhere"
PIECES_A_DAY = (12, 28)
PIECES_ON_A_CLOSED_DAY = (0, 6)
NAMED_NO_DEPARTMENT = 0.1


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of mail: its number, whose it is, and whether the envelope says so."""

    number: str
    department: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What the carrier brings on a day; on a closed one the duty desk takes it in."""

    day: date
    is_closed: bool
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Mishap:
    """A slip, and when and where somebody knew of it.

    `slips` counts the slips that hid one another: one is one person's error alone.
    """

    slip: Slip
    piece: Piece | None
    day: date
    slips: int = 1
    known: date | None = None
    where: str = ""

    @property
    def days(self) -> int | None:
        """Days until it was known; None where it never was."""
        return None if self.known is None else (self.known - self.day).days


@dataclass
class Town:
    """The mail and the people of one year under one process; `factor` makes them err more often."""

    seed: int
    factor: float = 1.0
    today: date = FIRST_DAY
    at: dict[Piece, str] = field(default_factory=dict)
    mishaps: list[Mishap] = field(default_factory=list)
    work: Counter[Act] = field(default_factory=Counter)
    pieces: int = 0

    def __post_init__(self) -> None:
        """Begin with nothing but chance."""
        self.random = random.Random(self.seed)
        self._of_piece: dict[Piece, list[Mishap]] = {}

    # -- erring ------------------------------------------------------------------------------

    def errs(self, chance: float) -> bool:
        """Whether it happens now."""
        return self.random.random() < min(chance * self.factor, 0.5)

    def slips(self, slip: Slip, piece: Piece | None = None) -> Mishap | None:
        """The mishap, if somebody slips now."""
        return self.mishap(slip, piece) if self.errs(RATES[slip].chance) else None

    def mishap(self, slip: Slip, piece: Piece | None = None) -> Mishap:
        """Note what went wrong, and with what."""
        noted = Mishap(slip, piece, self.today)
        self.mishaps.append(noted)
        if piece:
            self._of_piece.setdefault(piece, []).append(noted)
        return noted

    def goes_astray(self, piece: Piece) -> bool:
        """Whether a piece is dropped or taken along in this move."""
        lost = self.slips(Slip.ASTRAY, piece) is not None
        if lost:
            self.at[piece] = NOWHERE
        return lost

    def sees(self) -> bool:
        """Whether a checker sees what is wrong."""
        return self.random.random() >= CHECKER_MISSES

    def sees_too(self) -> bool:
        """Whether a second checker does who knows that a first has looked."""
        return self.random.random() >= once_more(CHECKER_MISSES)

    def finds(self, chance: float) -> bool:
        """Whether a search finds a piece."""
        return self.random.random() < chance

    def word(self, piece: Piece, before: Mishap | None = None) -> tuple[str, Mishap | None]:
        """The department that a person reads off a piece, and what was wrong with it.

        Whoever comes after somebody that erred errs more often, and then alike.
        """
        slip = Slip.MISSORT if piece.is_named else Slip.MISSORT_UNNAMED
        chance = RATES[slip].chance
        if self.errs(once_more(chance) if before else chance):
            return self.wrong_place(piece), self.mishap(slip, piece)
        mistyped = self.slips(Slip.MISTYPE, piece)
        return (self.elsewhere(piece.department) if mistyped else piece.department), mistyped

    def wrong_place(self, piece: Piece) -> str:
        """The department that people take a piece to be for, if they err: all of them the same."""
        place = (DEPARTMENTS.index(piece.department) + 7) % len(DEPARTMENTS)
        return DEPARTMENTS[place]

    def elsewhere(self, department: str) -> str:
        """Any other department."""
        return self.random.choice([other for other in DEPARTMENTS if other != department])

    # -- knowing -----------------------------------------------------------------------------

    def catch(self, where: str, piece: Piece, *slips: Slip) -> None:
        """Whatever went wrong with a piece, or such slips of it alone, is known from today on."""
        for mishap in self.open(piece):
            if not slips or mishap.slip in slips:
                self.knows(mishap, where)

    def knows(self, mishap: Mishap, where: str, on: date | None = None) -> None:
        """A mishap is known."""
        if mishap.known is None:
            mishap.known, mishap.where = on or self.today, where

    def open(self, piece: Piece) -> list[Mishap]:
        """What went wrong with a piece and is not known."""
        return [m for m in self._of_piece.get(piece, []) if m.known is None]

    # -- working -----------------------------------------------------------------------------

    def does(self, act: Act, times: int = 1) -> None:
        """Somebody works."""
        self.work[act] += times

    @property
    def seconds(self) -> float:
        """All work so far."""
        return sum(SECONDS[act] * times for act, times in self.work.items())


def year(seed: int, days: int) -> Iterator[Day]:
    """Yield what the carrier brings, the same for every process."""
    drawn = random.Random(seed)
    calendar = OfficeCalendar()
    serial = 0
    for offset in range(days):
        day = FIRST_DAY + timedelta(offset)
        is_closed = calendar.is_closed(day)
        count = drawn.randint(*(PIECES_ON_A_CLOSED_DAY if is_closed else PIECES_A_DAY))
        pieces = []
        for _ in range(count):
            serial += 1
            body = 1_000_000_000 + serial
            is_named = drawn.random() >= NAMED_NO_DEPARTMENT
            pieces.append(Piece(f"{body}{body % 7}", drawn.choice(DEPARTMENTS), is_named))
        yield Day(day, is_closed, tuple(pieces))

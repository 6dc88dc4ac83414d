"""A small office for proofs: two departments, three people, a few pieces.

Its states are books without times: every entry is stamped with one and the same moment, and ids are
those of slots (the piece, the arrival, the handover), so that two ways to one state meet there.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from station.custody.evolve import evolve
from station.custody.facts import DepartmentOpened, PersonEnrolled
from station.custody.values import Actor, PersonalRef, Role, Scan, Stamp
from tests.support.memory import MemoryBooks

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
MOMENT = datetime(2020, 10, 31, 1, 40, tzinfo=UTC)
TODAY = MOMENT.date()

SORTING, TREASURY = "02", "03"
DEPARTMENTS = (SORTING, TREASURY)
NUMBERS = ("13112383852", "20112345676")


def key(name: str) -> UUID:
    """A fixed UUID for a name."""
    return uuid5(SPACE, name)


CLERK, CLERK2, SUPERVISOR = key("clerk"), key("clerk2"), key("supervisor")
ACTORS = (
    Actor(CLERK, SORTING, frozenset({Role.CLERK})),
    Actor(CLERK2, SORTING, frozenset({Role.CLERK})),
    Actor(SUPERVISOR, TREASURY, frozenset({Role.DUTY_OFFICER, Role.RECEIVER, Role.SUPERVISOR})),
)
"""Two people who sort, and one who receives, takes in at night and supervises."""

ITEMS = tuple(key(number) for number in NUMBERS)
ARRIVAL = key("arrival")
HANDOVERS = (key("handover"), key("handover 2"))


def scan(number: str) -> Scan:
    """A trusted scan of a number."""
    return Scan(number, number, ("japan_post_11",), "nw7", ("zxing", "zbar"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a search is: its state space has to be finite, and small enough to be walked.

    `arrived` names the department in which an arrival of all pieces was closed before, `takes_in`
    the only one that opens any.  `sorts` and `handovers` say whether there are such deeds at all.
    `remembers` keeps open cases that no deed but their own settlement asks for, and lets pieces be
    scanned wherever somebody finds them.  `doubts` keeps the case about a lost piece that was
    found: it may be another one, and the lost one is declared lost again, or void.
    `in_person` opens handovers by and to persons too.  `words` are the words that people give on a
    route, `anew` lets them question one, and lets a receiver scan before the giver is done.
    `opens` lets undecided pieces be opened to sort them.  `misses` says whether there are
    incidents, `closes` which department counts at the day's end.  `by_hand` takes in what no reader
    can read, and lets pieces be marked as confidential; in `waits` the clock finds what was left.
    """

    pieces: int
    handovers: int = 0
    arrived: str = ""
    takes_in: str = ""
    sorts: bool = True
    remembers: bool = False
    doubts: bool = False
    in_person: bool = False
    words: tuple[str | None, ...] = (*DEPARTMENTS, None)
    anew: bool = True
    opens: bool = False
    misses: bool = False
    closes: str = ""
    by_hand: bool = False
    waits: bool = False


def founded() -> MemoryBooks:
    """Return the books of the office before its first piece."""
    books = MemoryBooks()
    for fact in (
        DepartmentOpened(SORTING, "総務", "", (), sorts_mail=True),
        DepartmentOpened(TREASURY, "出納室", "", (), sorts_mail=False),
        *(
            PersonEnrolled(it.person, PersonalRef(it.person, ""), it.department, tuple(it.roles))
            for it in ACTORS
        ),
    ):
        evolve(fact, Stamp(1, MOMENT, None), books)
    return books

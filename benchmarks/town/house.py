"""The people of the simulated town hall, and the station that they stand at."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

from benchmarks.town.town import DEPARTMENTS, DUTY, SORTING, Piece, Town
from station.custody.facts import CaseOpened, DepartmentOpened
from station.custody.values import CaseKind, Role, Settlement
from station.desk import office, review
from station.desk.deeds import Caller
from station.desk.pins import PinHasher
from station.desk.scans import Seen
from station.ledger.credentials import Credential
from station.ledger.database import Engine
from station.ledger.store import Done, Ledger
from station.numbers import identify
from station.scan.reading import Reading

ZONE = ZoneInfo("Asia/Tokyo")
STEP = timedelta(seconds=1)
PIN = "271828"
EXPLAINED = "looked at"

EXPLAINED_KINDS = {
    CaseKind.FOUND,
    CaseKind.FOUND_AGAIN,
    CaseKind.SET_MISMATCH,
    CaseKind.DAY_CLOSE_EXTRA,
    CaseKind.DAY_NOT_CLOSED,
    CaseKind.SAME_NUMBER,
}
"""What the supervisor looks at and settles with a reason at once."""


class TownClock:
    """The town's own time, moved on by every look."""

    def __init__(self) -> None:
        self.at = datetime(2024, 1, 1, tzinfo=ZONE)

    def __call__(self) -> datetime:
        """The next moment."""
        self.at += STEP
        return self.at


@dataclass
class House:
    """The office at the real desk: two people a department, two supervisors."""

    town: Town
    engine: Engine
    clock: TownClock = field(default_factory=TownClock)
    people: dict[str, list[UUID]] = field(default_factory=dict)
    badges: dict[UUID, str] = field(default_factory=dict)
    supervisors: list[UUID] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Found the office."""
        self.ledger = Ledger(self.engine, "town", self.clock)
        hasher = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        administrator = office.NewPerson("administrator", DUTY, (Role.ADMINISTRATOR,), PIN)
        (founder,) = office.found_office(
            self.ledger,
            hasher,
            deed=uuid4(),
            name="town hall",
            departments=[_department(DUTY)],
            people=[administrator],
        )
        by = self._caller(founder.person)
        office.open_departments(
            self.ledger, by, [_department(number) for number in (SORTING, *DEPARTMENTS)]
        )
        roles = {DUTY: Role.DUTY_OFFICER, SORTING: Role.CLERK}
        new = [
            office.NewPerson(f"{d}-{n}", d, (roles.get(d, Role.RECEIVER),), PIN)
            for d in (DUTY, SORTING, *DEPARTMENTS)
            for n in (1, 2)
        ]
        new += [office.NewPerson(f"s-{n}", SORTING, (Role.SUPERVISOR,), PIN) for n in (1, 2)]
        by = self._caller(founder.person)
        for one in office.enroll_people(self.ledger, by, hasher, new):
            self.badges[one.person] = one.badge
            if Role.SUPERVISOR in one.roles:
                self.supervisors.append(one.person)
            else:
                self.people.setdefault(one.department, []).append(one.person)

    def wake(self) -> None:
        """The town's day begins."""
        self.clock.at = datetime.combine(self.town.today, time(8, 30), ZONE)

    def by(self, department: str, which: int = 0) -> Caller:
        """A deed of the first or second person of a department."""
        return self._caller(self.people[department][which])

    def proved(self, person: UUID) -> Credential:
        """What checking somebody's badge and PIN would give."""
        with self.ledger.secrets() as credentials:
            known = credentials.of_badge(self.badges[person])
        assert known is not None
        return known

    def supervisor(self, which: int = 0) -> Caller:
        """A deed of a supervisor."""
        return self._caller(self.supervisors[which])

    @staticmethod
    def _caller(person: UUID) -> Caller:
        return Caller(person, "town", uuid4())

    def held_numbers(self, department: str) -> set[str]:
        """What the books say that a department holds."""
        with self.ledger.views() as views:
            return {item.number for item in views.books.held_by(department)}

    def settled(self, done: Done) -> Done:
        """The supervisor settles with a reason what a deed brought up, where a reason is enough."""
        for fact in done.facts:
            if isinstance(fact, CaseOpened) and fact.what in EXPLAINED_KINDS:
                review.settle_case(self.ledger, self.supervisor(), case=fact.case, reason=EXPLAINED)
        return done

    def let_go(self, case: UUID, settlement: Settlement) -> None:
        """Two supervisors let a piece or a difference go."""
        proposed = self.supervisor()
        review.propose_settlement(
            self.ledger, proposed, case=case, settlement=settlement, reason=EXPLAINED
        )
        review.second_settlement(self.ledger, self.supervisor(1), case=case, proposal=proposed.deed)


def seen(piece: Piece) -> Seen:
    """What a hand scanner gives of a piece."""
    return Seen(Reading(identify(piece.number), "keyboard", ("scanner",), ()))


def _department(number: str) -> DepartmentOpened:
    return DepartmentOpened(number, f"課{number}", "か", (), sorts_mail=number == SORTING)

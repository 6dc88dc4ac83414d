"""A small town hall in a real database: departments, people with badges, and their deeds."""

from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Engine

from station.custody.facts import DepartmentOpened, ItemTakenIn
from station.custody.values import Role
from station.desk import arrival, handover, office, sorting
from station.desk.deeds import Caller
from station.desk.pins import PinHasher
from station.desk.scans import Seen
from station.ledger.credentials import Credential
from station.ledger.store import Done, Ledger
from station.numbers import identify
from station.scan.reading import Reading

DUTY, SORTING, TREASURY, WATER = "01", "02", "03", "04"
PIN = "271828"

PEOPLE = {
    "duty": (DUTY, (Role.DUTY_OFFICER,)),
    "clerk": (SORTING, (Role.CLERK,)),
    "clerk2": (SORTING, (Role.CLERK,)),
    "supervisor": (SORTING, (Role.SUPERVISOR,)),
    "treasurer": (TREASURY, (Role.RECEIVER,)),
    "water": (WATER, (Role.RECEIVER,)),
    "water2": (WATER, (Role.RECEIVER,)),
}


class SteppingClock:
    """A clock that a test holds in its hand; every look moves it on by a second."""

    def __init__(self) -> None:
        self.now = datetime(2020, 10, 31, 1, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def seen(number: str) -> Seen:
    """A trusted reading of a number, as a hand scanner gives it."""
    return Seen(Reading(identify(number), "keyboard", ("scanner",), ()))


@dataclass
class Hall:
    """One office with its people."""

    engine: Engine
    hasher: PinHasher
    name: str = "hall"
    clock: SteppingClock = field(default_factory=SteppingClock)
    people: dict[str, office.Enrolled] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.engine, self.name, self.clock)
        (self.people["admin"],) = office.found_office(
            self.ledger,
            self.hasher,
            deed=uuid4(),
            name="市役所",
            departments=[
                DepartmentOpened(DUTY, "宿直室", "しゅくちょくしつ", (), sorts_mail=False)
            ],
            people=[office.NewPerson("管理者", DUTY, (Role.ADMINISTRATOR,), PIN)],
        )
        departments = (
            DepartmentOpened(SORTING, "総務", "そうむ", (), sorts_mail=True),
            DepartmentOpened(TREASURY, "出納室", "すいとうしつ", ("会計課",), sorts_mail=False),
            DepartmentOpened(WATER, "経営企画", "けいえいきかく", ("水道",), sorts_mail=False),
        )
        office.open_departments(self.ledger, self.caller("admin"), departments)
        new = [office.NewPerson(name, dept, roles, PIN) for name, (dept, roles) in PEOPLE.items()]
        enrolled = office.enroll_people(self.ledger, self.caller("admin"), self.hasher, new)
        self.people |= dict(zip(PEOPLE, enrolled, strict=True))

    def moved_to(self, engine: Engine) -> "Hall":
        """The same office in another database, into which it was copied."""
        moved = copy(self)
        moved.engine, moved.ledger = engine, Ledger(engine, self.name)
        return moved

    def caller(self, who: str, deed: UUID | None = None) -> Caller:
        return Caller(self.people[who].person, "test", deed or uuid4())

    def taken(self, who: str, *numbers: str) -> list[UUID]:
        """Take numbers in by one arrival that closes; return the pieces."""
        opened = self.caller(who)
        arrival.open_arrival(self.ledger, opened, carrier="日本郵便", declared_count=len(numbers))
        items = []
        for number in numbers:
            done = arrival.take_in(
                self.ledger, self.caller(who), arrival=opened.deed, seen=seen(number)
            )
            fact = done.facts[0]
            assert isinstance(fact, ItemTakenIn)
            items.append(fact.item)
        arrival.close_arrival(self.ledger, self.caller(who), arrival=opened.deed)
        return items

    def routed(self, department: str, *numbers: str) -> list[UUID]:
        """Pieces at the sorting department that two people routed."""
        items = self.taken("clerk", *numbers)
        for item in items:
            sorting.enter_first(self.ledger, self.caller("clerk"), item=item, department=department)
            sorting.enter_check(
                self.ledger, self.caller("clerk2"), item=item, department=department
            )
        return items

    def offered(
        self, receiver: str, *numbers: str, who: str = "clerk", person: str | None = None
    ) -> UUID:
        """A handover whose giver is done; with a person, for them alone."""
        opened = self.caller(who)
        named = self.people[person].person if person else None
        handover.open_handover(self.ledger, opened, receiver=receiver, person=named)
        for number in numbers:
            handover.offer(self.ledger, self.caller(who), handover=opened.deed, seen=seen(number))
        handover.finish_offer(self.ledger, self.caller(who), handover=opened.deed)
        return opened.deed

    def counted(self, who: str, handover_id: UUID, *numbers: str) -> Done:
        """The receiver's own scans, and "done"."""
        for number in numbers:
            handover.receive(self.ledger, self.caller(who), handover=handover_id, seen=seen(number))
        return handover.finish_count(self.ledger, self.caller(who), handover=handover_id)

    def handed_over(self, *numbers: str) -> UUID:
        """A sealed handover from sorting to the treasury."""
        handover_id = self.offered(TREASURY, *numbers)
        self.counted("treasurer", handover_id, *numbers)
        self.signed(handover_id, "clerk", "treasurer")
        return handover_id

    def signed(self, handover_id: UUID, *people: str) -> Done:
        """Sign what was agreed; return the last answer."""
        with self.ledger.views() as views:
            digest = views.books.handover(handover_id).digest
        assert digest is not None
        for who in people:
            done = handover.sign(
                self.ledger,
                self.caller(who),
                handover=handover_id,
                digest=digest,
                proved=self.proved(who),
            )
        return done

    def proved(self, who: str) -> Credential:
        """What checking somebody's badge and PIN would give just now."""
        one = self.people[who]
        with self.ledger.secrets() as credentials:
            known = credentials.of_badge(one.badge)
        return known or Credential(one.person, one.badge, "", pin_is_once=False)

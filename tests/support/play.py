"""A small office in memory in which tests let people do things."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from station.custody import (
    arrival,
    delivery,
    expected,
    handover,
    offer,
    office,
    people,
    receipt,
    review,
    sorting,
)
from station.custody import facts as f
from station.custody.evolve import evolve
from station.custody.facts import Facts
from station.custody.values import Actor, Ending, PersonalRef, Role, Scan, Settlement, Stamp
from tests.support.memory import MemoryBooks

SPACE = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
TODAY = date(2020, 10, 31)
START = datetime(2020, 10, 31, 1, 40, tzinfo=UTC)

DUTY, SORTING, TREASURY, WATER = "01", "02", "03", "04"


def key(name: str) -> UUID:
    """A fixed UUID for a name."""
    return uuid5(SPACE, name)


def scan(number: str) -> Scan:
    """A trusted scan of a number."""
    return Scan(number, number, ("japan_post_11",), "nw7", ("zxing", "zbar"))


def doubtful(text: str, why: str = "one_witness") -> Scan:
    """A scan that nobody vouches for."""
    return Scan(text, None, (), "code128", ("zxing",), why)


@dataclass
class Play:
    """Books, people by name, and a log of all facts."""

    books: MemoryBooks = field(default_factory=MemoryBooks)
    actors: dict[str, Actor] = field(default_factory=dict)
    log: list[f.Fact] = field(default_factory=list)

    def __post_init__(self) -> None:
        first = f.DepartmentOpened(DUTY, "宿直室", "しゅくちょくしつ", (), sorts_mail=False)
        admin = self.enrolled("admin", SORTING, Role.ADMINISTRATOR)
        others = (
            f.DepartmentOpened(SORTING, "総務", "そうむ", (), sorts_mail=True),
            f.DepartmentOpened(TREASURY, "出納室", "すいとうしつ", ("会計",), sorts_mail=False),
            f.DepartmentOpened(WATER, "経営企画", "けいえいきかく", (), sorts_mail=False),
        )
        founding = office.Founding("市役所", (first, *others), (admin,))
        self.keep("admin", office.found_office(self.books, founding))
        everybody = (
            self.enrolled("duty", DUTY, Role.DUTY_OFFICER),
            self.enrolled("duty2", DUTY, Role.DUTY_OFFICER),
            self.enrolled("clerk", SORTING, Role.CLERK),
            self.enrolled("clerk2", SORTING, Role.CLERK),
            self.enrolled("clerk3", SORTING, Role.CLERK),
            self.enrolled("supervisor", SORTING, Role.SUPERVISOR),
            self.enrolled("both", SORTING, Role.SUPERVISOR, Role.CLERK),
            self.enrolled("treasurer", TREASURY, Role.RECEIVER),
            self.enrolled("treasurer2", TREASURY, Role.RECEIVER),
            self.enrolled("water", WATER, Role.RECEIVER),
            self.enrolled("auditor", SORTING, Role.AUDITOR),
        )
        self.keep("admin", people.enroll_people(self.books, self.actors["admin"], everybody))

    def enrolled(self, name: str, department: str, *roles: Role) -> f.PersonEnrolled:
        self.actors[name] = Actor(key(name), department, frozenset(roles))
        return f.PersonEnrolled(key(name), PersonalRef(key(f"name {name}"), "0"), department, roles)

    def keep(self, who: str, facts: Facts) -> Facts:
        """Let facts happen; an empty name is nobody's, at the server."""
        person = self.actors[who].person if who else None
        for fact in facts:
            seq = len(self.log) + 1
            evolve(fact, Stamp(seq, START + timedelta(seconds=seq), person), self.books)
            self.log.append(fact)
        return facts

    @property
    def now(self) -> datetime:
        """The time of the next fact."""
        return START + timedelta(seconds=len(self.log) + 1)

    def do(self, who: str, rule: Callable[..., Facts], **details: object) -> Facts:
        """Let somebody do something by a rule."""
        return self.keep(who, rule(self.books, self.actors[who], **details))

    # -- expected lists ------------------------------------------------------------------------

    def announce(
        self,
        *numbers: str,
        list_name: str = "list",
        who: str = "clerk",
        replaces: UUID | None = None,
        says: frozenset[str] = frozenset(),
        today: date = TODAY,
        **fields: object,
    ) -> Facts:
        """Let somebody import a list with these numbers, each row with the same fields."""
        plain = {"service": "書留", "sender": None, "addressee": None, "department": None}
        rows = [
            expected.Row(key(f"due {n} {len(self.log)}"), n, **(plain | {"due": None} | fields))  # type: ignore[arg-type]
            for n in numbers
        ]
        list_id = key(list_name)
        imported = f.ExpectedListImported(list_id, "list.csv", len(rows), replaces)
        return self.do(who, expected.announce, imported=imported, rows=rows, says=says, today=today)

    # -- the usual steps -----------------------------------------------------------------------

    def arrival(self, who: str = "duty", count: int = 1, **details: object) -> UUID:
        deed = key(f"arrival {len(self.log)}")
        self.do(
            who,
            arrival.open_arrival,
            deed=deed,
            carrier="日本郵便",
            declared_count=count,
            arrived_at=START,
            now=START,
            list_id=details.get("list_id"),
        )
        return deed

    def take(self, arrival_id: UUID, what: Scan, who: str = "duty") -> Facts:
        deed = key(f"take {len(self.log)}")
        return self.do(who, arrival.take_in, deed=deed, arrival_id=arrival_id, scan=what)

    def taken(self, number: str, who: str = "duty") -> UUID:
        """Take in one piece by an arrival of its own, which closes; return its id."""
        opened = self.arrival(who)
        facts = self.take(opened, scan(number), who)
        assert isinstance(facts[0], f.ItemTakenIn)
        self.do(who, arrival.close_arrival, arrival_id=opened)
        return facts[0].item

    def another(self, number: str, who: str = "duty") -> UUID:
        """Take in a second piece under a number that is held, and return its id."""
        opened, deed = self.arrival(who), key(f"another {len(self.log)}")
        self.do(who, arrival.take_in_another, deed=deed, arrival_id=opened, scan=scan(number))
        return deed

    def routed(self, number: str, department: str) -> UUID:
        """A piece at the sorting department, routed by clerk and clerk2."""
        item = self.taken(number, "clerk")
        self.do("clerk", sorting.enter_first, item_id=item, department=department)
        self.check("clerk2", item, department)
        return item

    def check(self, who: str, item: UUID, department: str | None) -> Facts:
        deed = key(f"check {len(self.log)}")
        return self.do(who, sorting.enter_check, deed=deed, item_id=item, department=department)

    def question(self, who: str, item: UUID, reason: str = "宛名違い") -> Facts:
        deed = key(f"question {len(self.log)}")
        return self.do(who, sorting.question_route, deed=deed, item_id=item, reason=reason)

    def undecided(self, number: str) -> UUID:
        """A piece on which clerk said WATER and clerk2 said TREASURY."""
        item = self.taken(number, "clerk")
        self.do("clerk", sorting.enter_first, item_id=item, department=WATER)
        self.check("clerk2", item, TREASURY)
        return item

    def handover(
        self, who: str, receiver: str, *items: UUID, offered: bool = True, **details: object
    ) -> UUID:
        deed = key(f"handover {len(self.log)}")
        self.do(who, handover.open_handover, deed=deed, receiver=receiver, now=self.now, **details)
        for item in items:
            (offered_or_not,) = self.offer(who, deed, scan(self.books.item(item).number))
            assert isinstance(offered_or_not, f.ItemOffered)
        if offered:
            self.finish_offer(who, deed)
        return deed

    def offer(self, who: str, handover_id: UUID, what: Scan) -> Facts:
        deed = key(f"offer {len(self.log)}")
        return self.do(who, offer.offer, deed=deed, handover_id=handover_id, scan=what)

    def finish_offer(self, who: str, handover_id: UUID) -> Facts:
        deed = key(f"offered {len(self.log)}")
        return self.do(who, offer.finish_offer, deed=deed, handover_id=handover_id, now=self.now)

    def receive(self, who: str, handover_id: UUID, what: Scan) -> Facts:
        deed = key(f"receive {len(self.log)}")
        return self.do(who, receipt.receive, deed=deed, handover_id=handover_id, scan=what)

    def finish_count(self, who: str, handover_id: UUID) -> Facts:
        deed = key(f"counted {len(self.log)}")
        return self.do(who, receipt.finish_count, deed=deed, handover_id=handover_id, now=self.now)

    def signed(self, handover_id: UUID, *people: str) -> None:
        """Let people sign what was agreed."""
        for who in people:
            digest = self.books.handover(handover_id).digest
            self.do(who, handover.sign, handover_id=handover_id, digest=digest)

    def agreed(self, number: str = "13112383852") -> UUID:
        """A handover of one piece from the sorting department to the treasury, counted equal."""
        handover_id = self.handover("clerk", TREASURY, self.routed(number, TREASURY))
        self.receive("treasurer", handover_id, scan(number))
        self.finish_count("treasurer", handover_id)
        return handover_id

    def sealed(self, number: str = "13112383852") -> UUID:
        """The same, signed by both; returns the piece."""
        handover_id = self.agreed(number)
        self.signed(handover_id, "clerk", "treasurer")
        (item,) = self.books.handover(handover_id).offered
        return item

    def handed_over(self, giver: str, receiver: str, department: str, *items: UUID) -> UUID:
        """A sealed handover of pieces that may go to that department."""
        handover_id = self.handover(giver, department, *items)
        for item in items:
            self.receive(receiver, handover_id, self.books.item(item).scan)
        self.finish_count(receiver, handover_id)
        self.signed(handover_id, giver, receiver)
        return handover_id

    def deliver(self, who: str, item: UUID) -> Facts:
        return self.do(who, delivery.deliver, item_id=item, ending=Ending.OPENED)

    def settle(self, who: str, case: UUID, reason: str) -> Facts:
        return self.do(who, review.settle_case, case_id=case, reason=reason)

    def propose(self, who: str, case: UUID, settlement: Settlement, reason: str = "探した") -> UUID:
        """Propose a settlement; return the proposal."""
        deed = key(f"propose {len(self.log)}")
        details = {"deed": deed, "case_id": case, "settlement": settlement, "reason": reason}
        self.do(who, review.propose_settlement, **details)
        return deed

    def second(self, who: str, case: UUID, proposal: UUID) -> Facts:
        return self.do(who, review.second_settlement, case_id=case, proposal_id=proposal)

    def settled_by_two(self, case: UUID, settlement: Settlement) -> Facts:
        """Propose as the supervisor, second as clerk3."""
        return self.second("clerk3", case, self.propose("supervisor", case, settlement))

    def still_held(self, number: str) -> tuple[UUID, UUID]:
        """A piece at the duty desk whose number came once more; return (piece, case)."""
        item = self.taken(number)
        self.take(self.arrival("duty2"), scan(number), "duty2")
        (case,) = self.books.open_cases(item=item)
        return item, case.id

    def lost(self, number: str) -> tuple[UUID, UUID]:
        """The same, declared lost by two."""
        item, case = self.still_held(number)
        self.settled_by_two(case, Settlement.DECLARE_LOST)
        return item, case

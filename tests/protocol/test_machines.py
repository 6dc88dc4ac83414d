"""Many people and devices at one real desk, at random; everything is looked at after each step."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from typing import ClassVar, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine, select, true

from station.custody.facts import CountRepeated
from station.custody.refusal import Refused
from station.custody.review import settlements
from station.custody.state import (
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    CountScan,
    DayClose,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Search,
)
from station.custody.values import Ending, Role, Settlement
from station.desk import (
    arrival,
    day_close,
    delivery,
    handover,
    incident,
    office,
    review,
    sorting,
)
from station.desk.pins import PinHasher
from station.desk.scans import Seen
from station.ledger import journal
from station.ledger.database import reading
from station.ledger.journal import Recorded
from station.ledger.mapping import MAPPERS
from station.ledger.schema import journal as journal_table
from station.ledger.store import Done
from station.ledger.verify import _verify_office
from station.numbers import NotATrackingNumber, identify
from station.scan.reading import Doubtful, Reading
from tests.protocol.judge import UNFIT
from tests.protocol.laws import OPEN, check_state, check_step
from tests.protocol.ledger_replay import account_of, check_account
from tests.support.hall import DUTY, PIN, SORTING, TREASURY, WATER, Hall

MORE_PEOPLE = {
    "duty2": (DUTY, (Role.DUTY_OFFICER,)),
    "clerk3": (SORTING, (Role.CLERK,)),
    "treasurer2": (TREASURY, (Role.RECEIVER,)),
    "supervisor2": (TREASURY, (Role.SUPERVISOR, Role.RECEIVER)),
    "auditor": (WATER, (Role.AUDITOR,)),
}
EVERYBODY = (
    *("duty", "duty2", "clerk", "clerk2", "clerk3", "supervisor", "supervisor2"),
    *("treasurer", "treasurer2", "water", "water2", "auditor", "admin"),
)
DEPARTMENTS = (DUTY, SORTING, TREASURY, WATER)
HANDS = {
    DUTY: ("duty", "duty2"),
    SORTING: ("clerk", "clerk2", "clerk3"),
    TREASURY: ("treasurer", "treasurer2", "supervisor2"),
    WATER: ("water", "water2"),
}
"""Who handles mail in each department."""

TEXTS = (
    "13112383852",
    "20112345676",
    "10000000006",
    "405548424886",
    "31245077161",
    "RR123456785JP",
    "1311238385",
    "?",
)
"""Six numbers, one whose last digit was lost, and one sign: both are doubtful."""

WHO = st.sampled_from(EVERYBODY)


def mostly(*fit: str) -> st.SearchStrategy[str]:
    """Somebody who may do it, more often than chance would find one; and sometimes anybody."""
    return st.sampled_from(fit) | st.sampled_from(fit) | WHO


TAKERS = mostly("duty", "clerk", "clerk2")
SORTERS = mostly("clerk", "clerk2", "clerk3", "treasurer", "treasurer2")
HANDLERS = mostly("duty", "clerk", "clerk2", "treasurer", "water", "water2")
SUPERVISORS = mostly("supervisor", "supervisor2")
TEXT = st.sampled_from(TEXTS)
WHICH = st.integers(0, 7)
"""The place of something in the list of all there are; it wraps round."""
WORD = st.sampled_from((*DEPARTMENTS, None))

KINDS = tuple(MAPPERS)
PHOTO = b"a photo"
ZONE = ZoneInfo("Asia/Tokyo")
OFFICES = count(1)
T = TypeVar("T")
Thing = TypeVar("Thing", Arrival, Item, Handover, Case, Incident, Search, DayClose)


def seen(text: str) -> Seen:
    """What a scanner gives of a label."""
    try:
        return Seen(Reading(identify(text), "keyboard", ("scanner",), ()))
    except NotATrackingNumber as doubt:
        return Seen(Doubtful(text, (), "keyboard", ("scanner",), (), doubt.reason))


class Office(RuleBasedStateMachine):
    """A town hall whose people do anything in any order.  `on` says in which database."""

    engine: ClassVar[Engine]
    hasher: ClassVar[PinHasher]

    def __init__(self) -> None:
        super().__init__()
        self.hall = Hall(self.engine, self.hasher, name=f"hall {next(OFFICES)}")
        self.ledger = self.hall.ledger
        new = [office.NewPerson(n, dept, roles, PIN) for n, (dept, roles) in MORE_PEOPLE.items()]
        enrolled = office.enroll_people(self.ledger, self.hall.caller("admin"), self.hasher, new)
        self.hall.people |= dict(zip(MORE_PEOPLE, enrolled, strict=True))
        self.now = self.everything()

    # -- looking -----------------------------------------------------------------------------------

    def everything(self) -> tuple[Aggregate, ...]:
        """All that the tables have, in the order of their keys."""
        with self.ledger.views() as views:
            found = [it for kind in KINDS for it in views.books.find(kind, true())]  # type: ignore[type-var]
        return tuple(sorted(found, key=lambda it: (type(it).__name__, str(it.id))))

    def bodies(self) -> list[str]:
        """The journal's stored texts."""
        with reading(self.engine) as connection:
            return [it.body for it in journal.entries(connection, self.ledger.office)]

    def ids(self, kind: type[Thing]) -> list[UUID]:
        """All of one kind; what can still change comes first, and is meant more often."""
        mine = [it for it in self.now if isinstance(it, kind)]
        return [it.id for it in sorted(mine, key=lambda it: (not is_live(it), self.place(it)))]

    def place(self, thing: Aggregate) -> tuple[object, ...]:
        """Return what orders things of a kind alike in every run: ids are drawn anew each time."""
        names = {it.person: name for name, it in self.hall.people.items()}
        numbers = {it.id: it.number for it in self.now if isinstance(it, Item)}
        if isinstance(thing, Item):
            return (thing.taken_in_seq,)
        if isinstance(thing, Search):
            place = (thing.asked_at, thing.department, names.get(thing.person, ""))  # type: ignore[arg-type]
            whole = next(it for it in self.now if it.id == thing.incident)
            return (*place, *self.place(whole))
        if isinstance(thing, Case):
            text = thing.scan.text if thing.scan else ""
            return (thing.opened_at, thing.what, numbers.get(thing.item, ""), text)  # type: ignore[arg-type]
        return (thing.opened_at,)  # type: ignore[union-attr]

    # -- doing -------------------------------------------------------------------------------------

    def do(
        self, who: str, deed: Callable[..., Done], *, text: str = "", **details: object
    ) -> Done | None:
        """Let somebody try something, and send it twice; a refusal must leave nothing behind."""
        caller = self.hall.caller(who)
        if text:
            details["seen"] = seen(text)
        before = self.now
        try:
            done = deed(self.ledger, caller, **details)
        except Refused as refused:
            assert self.everything() == before, "a refusal leaves nothing behind"
            self.check_refusal(refused, text)
            return None
        again = deed(self.ledger, caller, **details)
        assert again.is_replay, "the same deed is done once"
        assert again.recorded == done.recorded, "and has one answer"
        self.now = self.everything()
        check_step(before, caller.person, done.facts, self.now)
        if text:
            self.check_findable(again.recorded, text)  # as the journal gave it back
        return done

    def check_refusal(self, refused: Refused, text: str) -> None:
        """A scan is refused only to somebody who has nothing to scan there."""
        if text:
            assert refused.reason in UNFIT

    def check_findable(self, recorded: Sequence[Recorded], text: str) -> None:
        """What was scanned stands in the journal, in the scan or as the piece's number."""
        numbers = {it.id: it.number for it in self.now if isinstance(it, Item)}
        facts = [line.fact for line in recorded]
        scans = (getattr(fact, "scan", None) for fact in facts)
        pieces = {getattr(fact, "item", None) for fact in facts}
        repeated = {fact.count for fact in facts if isinstance(fact, CountRepeated)}
        told = {scan.text for scan in scans if scan} | {numbers[it] for it in pieces if it}
        told |= {it.scan.text for it in self.now if isinstance(it, CountScan) and it.id in repeated}
        assert text in told

    # -- arrival -----------------------------------------------------------------------------------

    @rule(who=TAKERS, declared=st.integers(0, 3))
    def open_arrival(self, who: str, declared: int) -> None:
        self.do(who, arrival.open_arrival, carrier="日本郵便", declared_count=declared)

    @precondition(lambda self: self.ids(Arrival))
    @rule(who=TAKERS, which=WHICH, text=TEXT)
    def take_in(self, who: str, which: int, text: str) -> None:
        for key in one(self.ids(Arrival), which):
            self.do(who, arrival.take_in, arrival=key, text=text)

    @precondition(lambda self: self.ids(Arrival))
    @rule(who=TAKERS, which=WHICH, text=TEXT, how=st.sampled_from(("again", "typed", "label")))
    def take_in_by_word(self, who: str, which: int, text: str, how: str) -> None:
        """What is taken in on a person's word; to that, no is a possible answer."""
        for key in one(self.ids(Arrival), which):
            if how == "again":
                self.do(who, arrival.take_in_another, arrival=key, seen=seen(text))
            elif how == "typed":
                deed = partial(arrival.take_in_unreadable, first=text, second=text, photo=PHOTO)
                self.do(who, deed, arrival=key)
            else:
                deed = partial(arrival.label_unnumbered, photo=PHOTO, description="brown")
                self.do(who, deed, arrival=key)

    @precondition(lambda self: self.ids(Arrival))
    @rule(
        who=TAKERS,
        which=WHICH,
        deed=st.sampled_from(
            (arrival.undo_taking_in, arrival.close_arrival, arrival.refer_arrival)
        ),
    )
    def end_arrival(self, who: str, which: int, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Arrival), which):
            self.do(who, deed, arrival=key)

    # -- sorting and the end -----------------------------------------------------------------------

    @precondition(lambda self: self.ids(Item))
    @rule(
        who=SORTERS,
        which=WHICH,
        word=WORD,
        deed=st.sampled_from((sorting.enter_first, sorting.enter_check)),
    )
    def enter(self, who: str, which: int, word: str | None, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Item), which):
            self.do(who, deed, item=key, department=word)

    @precondition(lambda self: self.ids(Item))
    @rule(who=SUPERVISORS, which=WHICH, word=st.sampled_from(DEPARTMENTS))
    def decide(self, who: str, which: int, word: str) -> None:
        for key in one(self.ids(Item), which):
            self.do(who, sorting.decide_route, item=key, department=word, reason="looked")

    @precondition(lambda self: self.ids(Item))
    @rule(who=HANDLERS, which=WHICH)
    def deliver(self, who: str, which: int) -> None:
        for key in one(self.ids(Item), which):
            self.do(who, delivery.deliver, item=key, ending=Ending.OPENED)

    @precondition(lambda self: self.ids(Item))
    @rule(who=SORTERS, which=WHICH)
    def question(self, who: str, which: int) -> None:
        for key in one(self.ids(Item), which):
            self.do(who, sorting.question_route, item=key, reason="looks wrong")

    # -- handover ----------------------------------------------------------------------------------

    @rule(
        who=HANDLERS,
        receiver=st.sampled_from(DEPARTMENTS),
        named=st.none() | HANDLERS,
        in_person=st.booleans(),
    )
    def open_handover(self, who: str, receiver: str, named: str | None, in_person: bool) -> None:
        person = self.hall.people[named].person if named else None
        deed = handover.open_handover
        self.do(who, deed, receiver=receiver, person=person, in_person=in_person)

    @precondition(lambda self: self.ids(Handover))
    @rule(
        who=HANDLERS,
        which=WHICH,
        text=TEXT,
        deed=st.sampled_from((handover.offer, handover.receive)),
    )
    def scan_in_handover(self, who: str, which: int, text: str, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Handover), which):
            self.do(who, deed, handover=key, text=text)

    @precondition(lambda self: self.ids(Handover))
    @rule(
        who=HANDLERS,
        which=WHICH,
        piece=WHICH,
        deed=st.sampled_from((handover.withdraw, handover.unreceive, handover.disown)),
    )
    def take_out(self, who: str, which: int, piece: int, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Handover), which):
            for item in one(self.ids(Item), piece):
                why = {"reason": "not ours"} if deed is handover.disown else {}
                self.do(who, deed, handover=key, item=item, **why)

    @precondition(lambda self: self.ids(Handover))
    @rule(
        who=HANDLERS,
        which=WHICH,
        deed=st.sampled_from(
            (
                handover.finish_offer,
                handover.finish_count,
                handover.refer_handover,
                handover.cancel,
            )
        ),
    )
    def go_on(self, who: str, which: int, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Handover), which):
            self.do(who, deed, handover=key)

    @precondition(lambda self: self.ids(Handover))
    @rule(who=HANDLERS, which=WHICH, lie=st.booleans())
    def sign(self, who: str, which: int, lie: bool) -> None:
        for key in one(self.ids(Handover), which):
            (kept,) = (it for it in self.now if isinstance(it, Handover) and it.id == key)
            digest = "0" * 64 if lie else kept.digest or ""
            proved = self.hall.proved(who)
            self.do(who, handover.sign, handover=key, digest=digest, proved=proved)

    # -- review ------------------------------------------------------------------------------------

    @rule(who=HANDLERS, text=TEXT)
    def find_somewhere(self, who: str, text: str) -> None:
        self.do(who, review.record_stray, text=text)

    @precondition(lambda self: self.ids(Case))
    @rule(
        who=SUPERVISORS,
        which=WHICH,
        deed=st.sampled_from((review.settle_case, review.correct_settlement)),
    )
    def settle(self, who: str, which: int, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(Case), which):
            self.do(who, deed, case=key, reason="looked")

    @precondition(lambda self: self.ids(Case))
    @rule(who=SUPERVISORS, which=WHICH, settlement=st.sampled_from(Settlement))
    def propose(self, who: str, which: int, settlement: Settlement) -> None:
        for key in one(self.ids(Case), which):
            details = {"settlement": settlement, "reason": "looked"}
            self.do(who, review.propose_settlement, case=key, **details)

    @precondition(lambda self: self.ids(Case))
    @rule(who=HANDLERS, which=WHICH)
    def second(self, who: str, which: int) -> None:
        for key in one(self.ids(Case), which):
            (case,) = (it for it in self.now if isinstance(it, Case) and it.id == key)
            proposal = case.proposal.id if case.proposal else uuid4()
            self.do(who, review.second_settlement, case=key, proposal=proposal)

    # -- incidents and the day's end ---------------------------------------------------------------

    @precondition(lambda self: self.ids(Item))
    @rule(who=SUPERVISORS, which=WHICH)
    def miss(self, who: str, which: int) -> None:
        for key in one(self.ids(Item), which):
            self.do(who, incident.open_incident, item=key, reason="somebody asks")

    @precondition(lambda self: self.ids(Search))
    @rule(who=HANDLERS, which=WHICH, found=st.booleans())
    def answer(self, who: str, which: int, found: bool) -> None:
        for key in one(self.ids(Search), which):
            self.do(who, incident.answer_search, search=key, found=found, note="looked")

    @precondition(lambda self: self.ids(Incident))
    @rule(who=SUPERVISORS, which=WHICH, ends=st.booleans())
    def go_on_searching(self, who: str, which: int, ends: bool) -> None:
        for key in one(self.ids(Incident), which):
            if ends:
                self.do(who, incident.close_as_found, incident=key, reason="there it is")
            else:
                self.do(who, incident.remind, incident=key)

    @rule(who=HANDLERS)
    def begin_day_close(self, who: str) -> None:
        self.do(who, partial(day_close.open_day_close, zone=ZONE))

    @precondition(lambda self: self.ids(DayClose))
    @rule(who=HANDLERS, which=WHICH, text=TEXT)
    def count(self, who: str, which: int, text: str) -> None:
        for key in one(self.ids(DayClose), which):
            self.do(who, partial(day_close.count_piece, zone=ZONE), day_close=key, text=text)

    @precondition(lambda self: self.ids(DayClose))
    @rule(
        who=HANDLERS,
        which=WHICH,
        deed=st.sampled_from(
            (day_close.undo_count, day_close.begin_recount, day_close.finish_day_count)
        ),
    )
    def end_count(self, who: str, which: int, deed: Callable[..., Done]) -> None:
        for key in one(self.ids(DayClose), which):
            self.do(who, partial(deed, zone=ZONE), day_close=key)

    # -- longer ways, which chance alone would seldom find ---------------------------------------

    @initialize(words=st.lists(st.sampled_from(DEPARTMENTS), min_size=2, max_size=3))
    def begin(self, words: list[str]) -> None:
        for text, word in zip(TEXTS, words, strict=False):
            self.bring_and_sort(text, word, at_duty=word == DUTY)

    @rule(text=TEXT, word=st.sampled_from(DEPARTMENTS), at_duty=st.booleans())
    def bring(self, text: str, word: str, at_duty: bool) -> None:
        self.bring_and_sort(text, word, at_duty=at_duty)

    def bring_and_sort(self, text: str, word: str, *, at_duty: bool) -> None:
        """Take one piece in by an arrival that closes, and let two people route it."""
        who = "duty" if at_duty else "clerk"
        opened = self.do(who, arrival.open_arrival, carrier="日本郵便", declared_count=1)
        assert opened is not None
        (key,) = {fact.arrival for fact in opened.facts}  # type: ignore[attr-defined]
        done = self.do(who, arrival.take_in, arrival=key, text=text)
        assert done is not None
        self.do(who, arrival.close_arrival, arrival=key)
        for item in (it for it in self.now if isinstance(it, Item) and it.arrival == key):
            self.do("clerk2", sorting.enter_first, item=item.id, department=word)
            self.do("clerk3", sorting.enter_check, item=item.id, department=word)

    @precondition(lambda self: self.ids(Item))
    @rule(which=WHICH, hands=WHICH, short=st.booleans(), wrong=st.none() | st.none() | WHO)
    def hand_over_all(self, which: int, hands: int, short: bool, wrong: str | None) -> None:
        """Take a piece one department further, with all that goes there: count, and sign.

        Sometimes the receiver finds one piece less, sometimes somebody else stands there.
        """
        (key,) = one(self.ids(Item), which)
        (piece,) = (it for it in self.now if isinstance(it, Item) and it.id == key)
        departments = (piece.holder, piece.route.department if piece.route else SORTING)
        giver, receiver = (one(HANDS[it], hands)[0] for it in departments)
        receiver = wrong or receiver
        opened = self.do(giver, handover.open_handover, receiver=departments[1])
        if opened is None:
            return
        (key,) = {fact.handover for fact in opened.facts}  # type: ignore[attr-defined]
        ready = [it.number for it in self.now if isinstance(it, Item) and may_go(it, *departments)]
        for text in ready:
            self.do(giver, handover.offer, handover=key, text=text)
        self.do(giver, handover.finish_offer, handover=key)
        for text in ready[1:] if short else ready:
            self.do(receiver, handover.receive, handover=key, text=text)
        self.do(receiver, handover.finish_count, handover=key)
        (kept,) = (it for it in self.now if isinstance(it, Handover) and it.id == key)
        for who in (giver, receiver):
            proved = self.hall.proved(who)
            self.do(who, handover.sign, handover=key, digest=kept.digest or "", proved=proved)

    @precondition(lambda self: self.ids(Case))
    @rule(which=WHICH, how=WHICH, who=SUPERVISORS, second=HANDLERS)
    def settle_by_two(self, which: int, how: int, who: str, second: str) -> None:
        cases = [it for it in self.now if isinstance(it, Case) and len(settlements(it)) > 0]
        for case in one(cases, which):
            for settlement in one(settlements(case), how):
                details = {"settlement": settlement, "reason": "looked"}
                done = self.do(who, review.propose_settlement, case=case.id, **details)
                for fact in done.facts if done else ():
                    proposal = fact.proposal  # type: ignore[attr-defined]
                    self.do(second, review.second_settlement, case=case.id, proposal=proposal)

    # -- what must hold --------------------------------------------------------------------------

    @invariant()
    def the_laws_hold(self) -> None:
        check_state(self.now)

    @invariant()
    def the_books_say_what_the_journal_says(self) -> None:
        check_account(account_of(self.bodies()), self.now)

    def teardown(self) -> None:
        """The tables made again from the journal are the tables."""
        with reading(self.engine) as connection:
            verdict = _verify_office(connection, self.ledger.office)
        assert verdict.broken is None


def may_go(item: Item, giver: str, receiver: str) -> bool:
    """Whether a piece may go from one department to another."""
    due = item.route.department if item.route else SORTING
    return item.status is ItemStatus.HELD and (item.holder, due) == (giver, receiver)


def is_live(thing: Arrival | Item | Handover | Case | Incident | Search | DayClose) -> bool:
    """Whether people still have something to do with it."""
    if isinstance(thing, Arrival):
        return thing.status is not ArrivalStatus.CLOSED
    if isinstance(thing, Item):
        return thing.status is ItemStatus.HELD
    if isinstance(thing, Handover):
        return thing.phase in OPEN
    if isinstance(thing, Search):
        return thing.found is None
    return not thing.is_closed if isinstance(thing, DayClose) else thing.is_open


def one(them: Sequence[T], which: int) -> Sequence[T]:
    """Return a list of the one that is meant, or of none where there is nothing."""
    return [them[which % len(them)]] if them else []


QUICK = settings(
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=30, stateful_step_count=80, derandomize=False, print_blob=True)


def on(engine: Engine, hasher: PinHasher) -> type[Office]:
    """Return the machine of one database."""
    return type("Office", (Office,), {"engine": engine, "hasher": hasher})


def kinds_in(engine: Engine) -> Counter[str]:
    """Return how often each kind of entry stands in a database's journals."""
    with reading(engine) as connection:
        rows = connection.execute(select(journal_table.c.kind))
        return Counter(rows.scalars())


def test_people_do_anything_in_any_order(engine: Engine, hasher: PinHasher) -> None:
    run_state_machine_as_test(on(engine, hasher), settings=QUICK)


@pytest.mark.slow
def test_people_do_anything_in_any_order_for_long(engine: Engine, hasher: PinHasher) -> None:
    run_state_machine_as_test(on(engine, hasher), settings=LONG)
    print(dict(kinds_in(engine)))

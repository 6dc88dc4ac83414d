"""Thirty-two want the same at the same moment: one gets it, the others a clear answer."""

from collections import Counter
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from station.custody.refusal import Reason
from station.custody.values import Role
from station.desk import arrival, handover, office, signin, sorting
from station.desk.deeds import Caller
from station.ledger import journal
from station.ledger.database import reading
from station.ledger.store import Done, Ledger
from station.ledger.verify import verify
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall, seen
from tests.support.rivals import Deed, Wish, at_once, at_once_by_processes, no

pytestmark = [pytest.mark.slow]

MANY = 32
ONE, TWO = "13112383852", "20112345676"


def entries(hall: Hall) -> int:
    with reading(hall.engine) as connection:
        return journal.count(connection, hall.name)


def intact(hall: Hall) -> bool:
    return [verdict.broken for verdict in verify(hall.engine)] == [None]


def enrolled(hall: Hall) -> tuple[office.Enrolled, ...]:
    """As many further clerks."""
    new = [office.NewPerson(f"文書{n}", SORTING, (Role.CLERK,), PIN) for n in range(MANY)]
    return office.enroll_people(hall.ledger, hall.caller("admin"), hall.hasher, new)


def clerks(hall: Hall) -> list[UUID]:
    return [clerk.person for clerk in enrolled(hall)]


def caller(person: UUID) -> Caller:
    return Caller(person, "test", uuid4())


def opened(hall: Hall) -> UUID:
    mine = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, mine, carrier="日本郵便", declared_count=MANY)
    return mine.deed


def handovers(hall: Hall, people: list[UUID]) -> list[UUID]:
    """An open handover to the treasury for each."""
    mine = [caller(person) for person in people]
    for one in mine:
        handover.open_handover(hall.ledger, one, receiver=TREASURY)
    return [one.deed for one in mine]


def test_one_takes_a_number_in_and_the_others_repeat_it(hall: Hall) -> None:
    at, people = opened(hall), clerks(hall)
    deeds = [Wish(person, "take_in", at, ONE).deed() for person in people]
    answers = Counter(at_once(hall, deeds))
    assert answers == {"item_taken_in": 1, "scan_repeated": MANY - 1}
    with hall.ledger.views() as views:
        assert views.books.arrival(at).count == 1
        assert len(views.books.held_items(ONE)) == 1
    assert intact(hall)


def test_one_offers_a_piece_and_the_others_are_told_that_it_is_taken(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    people = clerks(hall)
    places = handovers(hall, people)
    before = entries(hall)
    deeds = [Wish(*it, ONE).deed() for it in zip(people, ["offer"] * MANY, places, strict=True)]
    assert Counter(at_once(hall, deeds)) == {"item_offered": 1, "misfit_scanned": MANY - 1}
    assert entries(hall) == before + MANY
    assert intact(hall)


@pytest.mark.parametrize("first", [TREASURY, WATER])
def test_one_makes_the_check_entry_and_the_others_are_refused(hall: Hall, first: str) -> None:
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=first)

    def check(person: UUID, department: str) -> Deed:
        mine = caller(person)
        return lambda ledger: sorting.enter_check(ledger, mine, item=item, department=department)

    said = (TREASURY, WATER) * (MANY // 2)
    deeds = [check(*it) for it in zip(clerks(hall), said, strict=True)]
    before = entries(hall)
    answers = Counter(at_once(hall, deeds))
    routed = answers.pop("check_entry_made item_routed", 0)
    undecided = answers.pop("check_entry_made item_left_undecided case_opened", 0)
    assert routed + undecided == 1
    assert answers == {no(Reason.ALREADY_ROUTED if routed else Reason.UNDECIDED): MANY - 1}
    assert entries(hall) == before + (2 if routed else 3)
    assert intact(hall)


def test_each_side_signs_once_and_the_handover_is_sealed_once(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    place = hall.offered(TREASURY, ONE, TWO)
    hall.counted("treasurer", place, ONE, TWO)
    with hall.ledger.views() as views:
        digest = views.books.handover(place).digest
    assert digest is not None

    def sign(who: str) -> Deed:
        mine, proved = hall.caller(who), hall.proved(who)
        return lambda ledger: handover.sign(
            ledger, mine, handover=place, digest=digest, proved=proved
        )

    sides = ("clerk", "treasurer", "clerk2", "treasurer") * (MANY // 4)
    answers = Counter(at_once(hall, [sign(who) for who in sides]))
    assert answers.pop("handover_signed") == 1
    assert answers.pop("handover_signed handover_sealed") == 1
    assert set(answers) <= {no(Reason.SIDE_SIGNED), no(Reason.HANDOVER_PHASE)}
    assert sum(answers.values()) == MANY - 2
    with hall.ledger.views() as views:
        assert {line.item.number for line in views.held(TREASURY)} == {ONE, TWO}
    assert intact(hall)


def test_a_deed_sent_thirty_two_times_at_once_is_done_once(hall: Hall) -> None:
    mine, before = hall.caller("duty"), entries(hall)
    deeds: list[Deed] = [
        lambda ledger: arrival.open_arrival(ledger, mine, carrier="日本郵便", declared_count=1)
    ] * MANY
    assert set(at_once(hall, deeds)) == {"arrival_opened"}
    assert entries(hall) == before + 1
    assert intact(hall)


def test_an_arrival_is_closed_once_while_others_still_scan(hall: Hall) -> None:
    at = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, at, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=at.deed, seen=seen(ONE))

    def close() -> Deed:
        mine = hall.caller("clerk2")
        return lambda ledger: arrival.close_arrival(ledger, mine, arrival=at.deed)

    person = hall.people["clerk"].person
    scans = [Wish(person, "take_in", at.deed, ONE).deed() for _ in range(MANY // 2)]
    answers = Counter(at_once(hall, [*scans, *(close() for _ in range(MANY // 2))]))
    assert answers == {
        "scan_repeated": MANY // 2,
        "arrival_closed": 1,
        no(Reason.ARRIVAL_CLOSED): MANY // 2 - 1,
    }
    assert intact(hall)


def test_people_sign_in_while_others_work(hall: Hall) -> None:
    """Sessions and deeds lock in no order in which they could wait for one another."""
    at, people = opened(hall), enrolled(hall)
    bases = range(1_000_000_000, 1_000_000_000 + MANY)

    def sign_in_and_scan(clerk: office.Enrolled, number: str) -> Deed:
        scan = Wish(clerk.person, "take_in", at, number).deed()

        def do(ledger: Ledger) -> Done:
            signin.sign_in(ledger, hall.hasher, badge=clerk.badge, pin=PIN, terminal=number)
            return scan(ledger)

        return do

    deeds = [
        sign_in_and_scan(clerk, f"{base}{base % 7}")
        for clerk, base in zip(people, bases, strict=True)
    ]
    assert Counter(at_once(hall, deeds)) == {"item_taken_in": MANY}
    assert intact(hall)


@pytest.mark.parametrize("act", ["take_in", "offer"])
def test_of_thirty_two_processes_one_wins(hall: Hall, tmp_path: Path, act: str) -> None:
    people = clerks(hall)
    if act == "take_in":
        places, due = [opened(hall)] * MANY, {"item_taken_in": 1, "scan_repeated": MANY - 1}
    else:
        hall.routed(TREASURY, ONE)
        places, due = handovers(hall, people), {"item_offered": 1, "misfit_scanned": MANY - 1}
    wishes = [Wish(who, act, on, ONE) for who, on in zip(people, places, strict=True)]
    before = entries(hall)
    folder = tmp_path / "rivals"
    folder.mkdir()
    assert Counter(at_once_by_processes(hall, folder, wishes)) == due
    assert entries(hall) == before + MANY
    assert intact(hall)

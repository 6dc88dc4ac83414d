"""Transfers on a real database: what the next deed is judged by."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from station.custody.refusal import Reason
from station.custody.values import Role
from station.desk import arrival, handover, people
from station.desk.deeds import Caller
from station.ledger.store import Done
from station.ledger.verify import verify
from tests.support.hall import SORTING, TREASURY, WATER, Hall, seen
from tests.support.refusals import refused

ONE, TWO = "13112383852", "20112345676"
TOKYO = ZoneInfo("Asia/Tokyo")


def version(hall: Hall, who: str) -> int:
    with hall.ledger.views() as views:
        return views.books.person(hall.people[who].person).version


def transfer(hall: Hall, who: str, department: str, since: datetime | None = None) -> Done:
    return people.transfer_person(
        hall.ledger,
        hall.caller("admin"),
        person=hall.people[who].person,
        seen=version(hall, who),
        department=department,
        roles=(Role.RECEIVER,),
        since=since,
    )


def test_a_day_begins_at_midnight_in_the_office() -> None:
    now = datetime(2021, 3, 31, 1, 0, tzinfo=UTC)
    assert people.starts(date(2021, 4, 1), TOKYO, now) == datetime(2021, 3, 31, 15, tzinfo=UTC)
    assert people.starts(date(2021, 3, 31), TOKYO, now) is None


def test_a_transfer_counts_from_its_day_on(hall: Hall) -> None:
    day = hall.clock.now + timedelta(days=3)
    transfer(hall, "clerk", TREASURY, day)
    hall.routed(TREASURY, ONE)
    hall.clock.now = day
    with refused(Reason.NOT_MEMBER, expected=SORTING, got=TREASURY):
        opened = hall.caller("clerk2")
        handover.open_handover(hall.ledger, opened, receiver=TREASURY)
        handover.offer(hall.ledger, hall.caller("clerk"), handover=opened.deed, seen=seen(ONE))
    assert verify(hall.engine)[0].broken is None


def test_a_person_transferred_in_mid_handover_acts_for_the_new_department(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    opened = hall.caller("clerk")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    handover.offer(hall.ledger, hall.caller("clerk"), handover=opened.deed, seen=seen(ONE))
    transfer(hall, "clerk", WATER)
    with refused(Reason.NOT_MEMBER, expected=SORTING, got=WATER):
        handover.finish_offer(hall.ledger, hall.caller("clerk"), handover=opened.deed)
    handover.finish_offer(hall.ledger, hall.caller("clerk2"), handover=opened.deed)
    hall.counted("treasurer", opened.deed, ONE)
    with refused(Reason.NOT_MEMBER):
        hall.signed(opened.deed, "clerk")
    hall.signed(opened.deed, "clerk2", "treasurer")
    assert verify(hall.engine)[0].broken is None


def test_a_deed_sent_again_after_a_transfer_has_its_first_answer(hall: Hall) -> None:
    opened = hall.caller("clerk")
    first = arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    transfer(hall, "clerk", TREASURY)
    again = arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    assert again.is_replay
    assert again.facts == first.facts
    assert first.recorded[0].department == SORTING


def test_a_deputy_says_for_which_department_they_act(hall: Hall) -> None:
    person = hall.people["water"].person
    people.appoint_deputy(
        hall.ledger,
        hall.caller("admin"),
        person=person,
        seen=version(hall, "water"),
        department=SORTING,
        roles=(Role.CLERK,),
        until=hall.clock.now + timedelta(days=1),
    )
    deputy = Caller(person, "test", hall.caller("water").deed, SORTING)
    done = arrival.open_arrival(hall.ledger, deputy, carrier="日本郵便", declared_count=1)
    assert done.recorded[0].department == SORTING
    with refused(Reason.ROLE_MISSING):
        arrival.open_arrival(
            hall.ledger, hall.caller("water"), carrier="日本郵便", declared_count=1
        )
    people.change_roles(
        hall.ledger,
        hall.caller("admin"),
        person=person,
        seen=version(hall, "water"),
        roles=(Role.DUTY_OFFICER,),
    )
    arrival.open_arrival(hall.ledger, hall.caller("water"), carrier="日本郵便", declared_count=1)
    people.end_deputy(
        hall.ledger,
        hall.caller("admin"),
        person=person,
        seen=version(hall, "water"),
        department=SORTING,
    )
    later = Caller(person, "test", hall.caller("water").deed, SORTING)
    with refused(Reason.NOT_MEMBER, expected=SORTING, got=WATER):
        arrival.open_arrival(hall.ledger, later, carrier="日本郵便", declared_count=1)
    assert verify(hall.engine)[0].broken is None

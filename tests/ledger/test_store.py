"""The store: one deed, one transaction, one answer; the same on every database."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Engine, func, select

from station.custody.facts import DepartmentOpened, Facts, ItemTakenIn
from station.custody.refusal import Reason, Refused
from station.desk import arrival, handover, sorting
from station.desk.scans import Outcome, misfit_of, outcome_of
from station.ledger import journal
from station.ledger.database import reading
from station.ledger.schema import journal as journal_table
from station.ledger.schema import personal_data
from station.ledger.store import By, Ledger, Work
from station.ledger.verify import verify
from tests.support.hall import DUTY, SORTING, TREASURY, Hall, seen
from tests.support.refusals import refused

ONE, TWO = "13112383852", "20112345676"


def entries(engine: Engine) -> int:
    with reading(engine) as connection:
        return journal.count(connection, "hall")


def test_a_whole_day_verifies(hall: Hall) -> None:
    (item,) = hall.routed(TREASURY, ONE)
    handover_id = hall.offered(TREASURY, ONE)
    hall.counted("treasurer", handover_id, ONE)
    hall.signed(handover_id, "clerk", "treasurer")
    with hall.ledger.views() as views:
        assert views.books.item(item).holder == TREASURY
    (verdict,) = verify(hall.engine)
    assert verdict.broken is None
    assert str(verdict) == f"intact: {entries(hall.engine)} entries, head {verdict.head}"


def test_the_same_deed_twice_is_one_deed_with_one_answer(hall: Hall) -> None:
    caller = hall.caller("duty")
    first = arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)
    before = entries(hall.engine)
    again = arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)
    assert again.facts == first.facts
    assert (first.is_replay, again.is_replay) == (False, True)
    assert entries(hall.engine) == before


def test_a_uuid_is_not_used_for_another_deed_or_by_another_person(hall: Hall) -> None:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)
    with refused(Reason.DEED_REUSED, expected="open_arrival", got="close_arrival"):
        arrival.close_arrival(hall.ledger, caller, arrival=caller.deed)
    other = hall.caller("clerk", caller.deed)
    with refused(Reason.DEED_REUSED):
        arrival.open_arrival(hall.ledger, other, carrier="日本郵便", declared_count=2)


def test_a_refused_deed_leaves_nothing(hall: Hall) -> None:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)
    before = entries(hall.engine)
    with refused(Reason.ARRIVAL_DIFFERS):
        arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=caller.deed)
    assert entries(hall.engine) == before


def test_an_error_in_the_middle_of_a_deed_leaves_nothing(hall: Hall) -> None:
    before = entries(hall.engine)

    def rule(work: Work) -> Facts:
        work.keep_text("half a name")
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        hall.ledger.perform(By(uuid4(), None, "test"), "half", rule)
    with reading(hall.engine) as connection:
        names = select(func.count()).where(personal_data.c.value == b"half a name")
        assert connection.execute(names).scalar_one() == 0
    assert entries(hall.engine) == before


def test_what_no_fact_refers_to_is_not_kept(hall: Hall) -> None:
    def rule(work: Work) -> Facts:
        work.keep_text("a note that nobody needs")
        return (DepartmentOpened("05", "会計", "かいけい", (), sorts_mail=False),)

    hall.ledger.perform(By(uuid4(), hall.people["admin"].person, "test"), "open", rule)
    with reading(hall.engine) as connection:
        notes = select(func.count()).where(personal_data.c.value == b"a note that nobody needs")
        assert connection.execute(notes).scalar_one() == 0
    assert verify(hall.engine)[0].broken is None


def test_a_deed_without_a_person_has_no_actor(hall: Hall) -> None:
    def rule(work: Work) -> Facts:
        raise AssertionError(work.actor)

    with refused(Reason.BAD_CREDENTIALS):
        hall.ledger.perform(By(uuid4(), None, "test"), "nobody", rule)


def test_names_stand_beside_the_journal_and_not_in_it(hall: Hall) -> None:
    with reading(hall.engine) as connection:
        bodies = connection.execute(select(journal_table.c.body)).scalars().all()
    assert bodies
    assert not [body for body in bodies if "管理者" in body]
    with hall.ledger.views() as views:
        person = hall.people["admin"].person
        assert views.names([person]) == {person: "管理者"}


def test_the_time_never_runs_backwards(hall: Hall) -> None:
    hall.clock.now -= timedelta(days=3)
    hall.taken("duty", ONE)
    with reading(hall.engine) as connection:
        times = [json.loads(entry.body)["at"] for entry in journal.entries(connection, "hall")]
    assert times == sorted(times)
    assert verify(hall.engine)[0].broken is None


def test_several_offices_have_several_chains(hall: Hall) -> None:
    Hall(hall.engine, hall.hasher, name="court").taken("duty", ONE)
    hall.taken("duty", TWO)
    verdicts = verify(hall.engine)
    assert [(v.office, v.broken) for v in verdicts] == [("court", None), ("hall", None)]
    with hall.ledger.views() as views:
        assert [line.item.number for line in views.held(DUTY)] == [TWO]


def test_an_empty_database_has_nothing_to_verify(engine: Engine) -> None:
    assert verify(engine) == []
    with Ledger(engine, "hall").views() as views:
        assert not views.books.founded()


def test_of_many_who_enter_first_at_once_one_wins_each_piece(hall: Hall) -> None:
    items = hall.taken("clerk", ONE, TWO)

    def enter(n: int) -> str:
        who = ("clerk", "clerk2")[n % 2]
        try:
            sorting.enter_first(
                hall.ledger, hall.caller(who), item=items[n // 2 % 2], department=TREASURY
            )
        except Refused as refusal:
            return refusal.reason
        return "done"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(enter, range(16)))
    assert set(answers) == {"done", Reason.FIRST_ENTRY_EXISTS}
    assert verify(hall.engine)[0].broken is None


def test_one_piece_is_not_in_two_handovers(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    opened = hall.caller("clerk2")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    caller = hall.caller("clerk2")
    told = handover.offer(hall.ledger, caller, handover=opened.deed, seen=seen(ONE))
    assert outcome_of(told) is Outcome.REFUSED
    misfit = misfit_of(told)
    assert misfit is not None
    assert misfit.reason is Reason.IN_HANDOVER


def test_an_unsealed_handover_can_be_read_back_with_its_sets(hall: Hall) -> None:
    items = hall.routed(TREASURY, ONE, TWO)
    handover_id = hall.offered(TREASURY, ONE, TWO)
    done = hall.counted("treasurer", handover_id, ONE)
    assert handover.comparison_of(done).missing == (items[1],)
    with hall.ledger.views() as views:
        kept = views.books.handover(handover_id)
    assert kept.offered == frozenset(items)
    assert kept.received == frozenset(items[:1])


def test_a_withdrawn_piece_is_offered_again_and_the_tables_follow(hall: Hall) -> None:
    (item, _) = hall.routed(TREASURY, ONE, TWO)
    opened = hall.caller("clerk")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    for _ in range(2):
        handover.offer(hall.ledger, hall.caller("clerk"), handover=opened.deed, seen=seen(ONE))
        handover.withdraw(hall.ledger, hall.caller("clerk"), handover=opened.deed, item=item)
    with hall.ledger.views() as views:
        assert views.books.handover(opened.deed).offered == frozenset()
        assert views.books.item(item).handover is None
    assert verify(hall.engine)[0].broken is None


def test_everything_about_a_piece_is_found(hall: Hall) -> None:
    (item,) = hall.routed(TREASURY, ONE)
    with hall.ledger.views() as views:
        kinds = [type(line.fact).__name__ for line in views.history(item)]
        first = views.history(item)[0]
    assert kinds == ["ItemTakenIn", "FirstEntryMade", "CheckEntryMade", "ItemRouted"]
    assert isinstance(first.fact, ItemTakenIn)
    assert (first.act, first.department, first.terminal) == ("take_in", SORTING, "test")

"""Deeds that wait for one another share a transaction, and stay as apart as if they did not."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from uuid import uuid4

import pytest
from sqlalchemy import event

from station.custody.facts import DepartmentOpened, Facts, ItemTakenIn, ScanRepeated
from station.custody.refusal import Refused
from station.desk import arrival, sorting
from station.desk.deeds import Caller
from station.ledger.store import By, Done, Ledger, Work
from station.ledger.verify import verify
from tests.support.hall import TREASURY, WATER, Hall, seen

NUMBERS = ("13112383852", "20112345676", "31245077161")

Deed = Callable[[], Done]


def together(hall: Hall, *deeds: Deed) -> list[Future[Done]]:
    """Ask for deeds while another one is being done, so that they wait and are done together."""
    began, go = Event(), Event()

    def slow(_work: Work) -> Facts:
        began.set()
        assert go.wait(10)
        return (DepartmentOpened(uuid4().hex[:8], "課", "か", (), sorts_mail=False),)

    by = By(uuid4(), hall.people["admin"].person, "test")
    with ThreadPoolExecutor(len(deeds) + 1) as pool:
        first = pool.submit(hall.ledger.perform, by, "slow", slow)
        assert began.wait(10)
        line = hall.ledger._turns._line
        asked = []
        for deed in deeds:
            before = len(line)
            asked.append(pool.submit(deed))
            while len(line) == before:
                pass
        go.set()
        first.result(20)
    return asked


@pytest.fixture
def opened(hall: Hall) -> Caller:
    caller = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=3)
    return caller


def take(hall: Hall, opened: Caller, number: str, caller: Caller | None = None) -> Deed:
    asked_by = caller or hall.caller("clerk")
    return lambda: arrival.take_in(hall.ledger, asked_by, arrival=opened.deed, seen=seen(number))


def commits(hall: Hall) -> list[int]:
    """A list that grows with every commit."""
    counted: list[int] = []
    event.listen(hall.engine, "commit", lambda _connection: counted.append(1))
    return counted


def test_deeds_that_wait_are_committed_at_once(hall: Hall, opened: Caller) -> None:
    counted = commits(hall)
    done = together(hall, *(take(hall, opened, number) for number in NUMBERS))
    assert [type(one.result().facts[0]) for one in done] == [ItemTakenIn] * 3
    assert len(counted) == 2  # the one that they waited for, and they
    arrival.close_arrival(hall.ledger, hall.caller("clerk"), arrival=opened.deed)
    assert verify(hall.engine)[0].broken is None


def test_each_sees_what_those_before_it_did(hall: Hall, opened: Caller) -> None:
    twice = [take(hall, opened, NUMBERS[0]), take(hall, opened, NUMBERS[0])]
    done = together(hall, *twice, take(hall, opened, NUMBERS[1]))
    kinds = [type(one.result().facts[0]) for one in done]
    assert kinds == [ItemTakenIn, ScanRepeated, ItemTakenIn]
    with hall.ledger.views() as views:
        assert views.books.arrival(opened.deed).count == 2
    assert verify(hall.engine)[0].broken is None


def test_the_same_uuid_twice_at_once_is_one_deed(hall: Hall, opened: Caller) -> None:
    caller = hall.caller("clerk")
    done = together(hall, *(take(hall, opened, NUMBERS[0], caller) for _ in range(2)))
    first, again = (one.result() for one in done)
    assert first.facts == again.facts
    assert (first.is_replay, again.is_replay) == (False, True)
    assert verify(hall.engine)[0].broken is None


def test_a_refusal_or_an_error_among_them_is_that_one_s_alone(hall: Hall, opened: Caller) -> None:
    def broken(work: Work) -> Facts:
        work.keep_text("half a name")
        work.credentials.issue(uuid4(), "STNHALF", "x")
        raise RuntimeError("a bug")

    done = together(
        hall,
        take(hall, opened, NUMBERS[0]),
        lambda: arrival.close_arrival(hall.ledger, hall.caller("clerk"), arrival=opened.deed),
        take(hall, opened, NUMBERS[1]),
        lambda: hall.ledger.perform(By(uuid4(), None, "test"), "broken", broken),
        take(hall, opened, NUMBERS[2]),
    )
    assert [done[i].result().facts[0].__class__ for i in (0, 2, 4)] == [ItemTakenIn] * 3
    with pytest.raises(Refused, match=r"arrival_differs: expected=3, got=1"):
        done[1].result()
    with pytest.raises(RuntimeError, match="a bug"):
        done[3].result()
    with hall.ledger.secrets() as credentials:
        assert credentials.of_badge("STNHALF") is None
    assert verify(hall.engine)[0].broken is None


def test_books_left_open_are_closed_when_another_server_writes(hall: Hall) -> None:
    other = Ledger(hall.engine, hall.name, hall.clock)
    (item,) = hall.taken("clerk", NUMBERS[0])
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_first(other, hall.caller("clerk"), item=item, department=WATER)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    with other.views() as views:
        route = views.books.item(item).route
    assert route is not None
    assert route.department == WATER
    assert verify(hall.engine)[0].broken is None


def test_a_failed_deed_leaves_no_books_open(hall: Hall) -> None:
    (item,) = hall.taken("clerk", NUMBERS[0])

    def half(work: Work) -> Facts:
        work.books.put(work.books.department(TREASURY))
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        hall.ledger.perform(By(uuid4(), None, "test"), "half", half)
    assert hall.ledger._left_open is None
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    with hall.ledger.views() as views:
        assert views.books.item(item).first is not None


def test_books_that_are_left_open_stay_small(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.ledger.books.KEPT_MAX", 3)
    hall.taken("clerk", *NUMBERS)
    left = hall.ledger._left_open
    assert left is not None
    assert len(left.books._kept) <= 6
    assert verify(hall.engine)[0].broken is None

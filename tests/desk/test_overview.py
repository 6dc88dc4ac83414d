"""What the overview counts is what the books hold, at every edge of a day, a week and an age."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from station.custody.state import CloseStatus
from station.custody.values import CaseKind, Ending
from station.desk import arrival, delivery, sorting
from station.desk.calendar import set_closing_days
from station.desk.day_close import count_piece, finish_day_count, open_day_close
from station.desk.overview import (
    AGE_DAYS,
    DAYS,
    STEPS,
    WEEKS,
    Step,
    monday,
    overview,
    quantile,
    unclosed,
    weeks,
)
from station.ledger import past
from tests.support.hall import DUTY, SORTING, TREASURY, WATER, Hall, seen

ZONE = ZoneInfo("Asia/Tokyo")
ONE, TWO, ODD = "13112383852", "20112345676", "31245077161"


def number(count: int) -> str:
    """Another valid number each time."""
    base = 2_000_000_000 + count
    return f"{base}{base % 7}"


def at(hall: Hall, when: str) -> None:
    """Set the hall's clock to a time in the office, a second before the next deed."""
    moment = datetime.fromisoformat(when).replace(tzinfo=ZONE)
    assert moment >= hall.clock.now, "the clock only goes on"
    hall.clock.now = moment - timedelta(seconds=1)


def due(hall: Hall) -> list[str]:
    return [it.department.id for it in overview(hall.ledger, ZONE).unclosed]


def test_every_kind_of_case_has_its_step() -> None:
    assert set(STEPS) == set(CaseKind)
    assert set(STEPS.values()) == set(Step)


def test_an_empty_house_is_empty(hall: Hall) -> None:
    found = overview(hall.ledger, ZONE)
    assert (found.count, found.oldest, found.cases, found.open_cases) == (0, None, (), 0)
    assert [place.department.id for place in found.places] == [DUTY, SORTING, TREASURY, WATER]
    assert found.unclosed == (), "nobody has anything to count"
    lately = weeks(hall.ledger, ZONE)
    assert [it.pieces for it in lately.days] == [0] * DAYS
    assert all(it.usual is None for it in lately.days)
    assert all(it.median is None and it.most is None for it in lately.times)
    assert len(lately.caught) == len(lately.times) == WEEKS


def test_pieces_stand_with_whoever_holds_them_by_age(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    (gone,) = hall.routed(TREASURY, TWO)
    hall.handed_over(TWO)
    delivery.deliver(hall.ledger, hall.caller("treasurer"), item=gone, ending=Ending.OPENED)
    held = {place.department.id: place for place in overview(hall.ledger, ZONE).places}
    assert {key: place.count for key, place in held.items()} == {
        DUTY: 0,
        SORTING: 0,
        TREASURY: 1,
        WATER: 0,
    }
    since = held[TREASURY].held
    assert since is not None
    ages = []
    for days in sorted(AGE_DAYS):
        for passed in (timedelta(days=days, seconds=-9), timedelta(days=days, seconds=9)):
            hall.clock.now = since.oldest + passed
            (line,) = (it.held for it in overview(hall.ledger, ZONE).places if it.held)
            ages.append(line.by_age)
    youngest, second, third, oldest = (0, 0, 0, 1), (0, 0, 1, 0), (0, 1, 0, 0), (1, 0, 0, 0)
    assert ages == [youngest, second, second, third, third, oldest]


def test_today_begins_and_ends_with_the_offices_day(hall: Hall) -> None:
    at(hall, "2020-11-02 23:59:00")
    hall.taken("duty", ONE)
    assert overview(hall.ledger, ZONE).arrived.pieces == 1
    at(hall, "2020-11-03 00:00:05")
    found = overview(hall.ledger, ZONE)
    assert (found.day, found.arrived.pieces) == (date(2020, 11, 3), 0)
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(TWO))
    came = overview(hall.ledger, ZONE).arrived
    assert (came.arrivals, came.not_closed, came.pieces) == (1, 1, 1)


def test_who_holds_nothing_or_closed_the_day_is_not_among_those_who_did_not(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE)
    opened = hall.caller("treasurer")
    open_day_close(hall.ledger, opened, zone=ZONE)
    states = {it.department.id: it.close for it in overview(hall.ledger, ZONE).places}
    assert states == {
        DUTY: None,
        SORTING: None,
        TREASURY: CloseStatus.COUNTING,
        WATER: None,
    }
    assert due(hall) == [SORTING, TREASURY]
    treasurer = hall.caller("treasurer")
    count_piece(hall.ledger, treasurer, day_close=opened.deed, seen=seen(ONE), zone=ZONE)
    finish_day_count(hall.ledger, hall.caller("treasurer"), day_close=opened.deed, zone=ZONE)
    assert due(hall) == [SORTING]
    hall.clock.now += timedelta(days=1)
    assert due(hall) == [SORTING, TREASURY]


def test_on_a_closing_day_nobody_has_to_close_the_day(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    monday = hall.clock.now + timedelta(days=2)
    with hall.ledger.views() as views:
        assert unclosed(views, hall.clock.now.date()) == (), "a Saturday"
        assert [it.department.id for it in unclosed(views, monday.date())] == [SORTING]


def test_a_closing_day_is_called_one(hall: Hall) -> None:
    at(hall, "2020-10-31 12:00:00")
    assert overview(hall.ledger, ZONE).is_closing_day, "a Saturday"
    at(hall, "2020-11-02 12:00:00")
    assert not overview(hall.ledger, ZONE).is_closing_day
    at(hall, "2020-11-03 12:00:00")
    assert overview(hall.ledger, ZONE).is_closing_day, "the day of culture"
    set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 12, 31))
    at(hall, "2021-01-02 12:00:00")
    assert not overview(hall.ledger, ZONE).is_closing_day, "nobody knows of that year"


def test_open_cases_are_counted_by_kind_the_oldest_first(hall: Hall) -> None:
    for count in range(3):
        (item,) = hall.taken("clerk", number(count))
        sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
        other = WATER if count else TREASURY
        sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=other)
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    with hall.ledger.views() as views:
        listed = Counter(case.what for case in views.open_cases())
        oldest = views.open_cases()[0]
    found = overview(hall.ledger, ZONE)
    assert {line.kind: line.count for line in found.cases} == listed
    assert (found.cases[0].kind, found.cases[0].oldest) == (oldest.what, oldest.opened_at)
    assert listed[CaseKind.DISAGREEMENT] == 2
    (this_week,) = (it for it in weeks(hall.ledger, ZONE).caught if sum(it.by_step.values()))
    assert this_week.week == date(2020, 10, 26)
    assert this_week.by_step[Step.SORTING] == 2
    assert this_week.by_step[Step.ARRIVAL] == 1


def test_arrivals_stand_on_their_day_beside_the_usual(hall: Hall) -> None:
    # Mondays before the last fortnight: 2, then none (a holiday), then 4; and this Monday 1.
    taken = iter(range(100))
    for day, pieces in ((9, 2), (23, 4)):
        at(hall, f"2020-11-{day:02} 09:00:00")
        hall.taken("duty", *(number(next(taken)) for _ in range(pieces)))
    at(hall, "2020-12-07 00:00:01")
    hall.taken("duty", number(next(taken)))
    days = weeks(hall.ledger, ZONE).days
    assert [it.day for it in days][:: DAYS - 1] == [date(2020, 11, 24), date(2020, 12, 7)]
    assert (days[-1].pieces, days[-1].usual) == (1, 3.0)
    assert (days[6].day, days[6].pieces, days[6].usual) == (date(2020, 11, 30), 0, 3.0)
    assert days[5].usual is None
    at(hall, "2020-12-08 00:00:00")
    assert weeks(hall.ledger, ZONE).days[-2].pieces == 1


def test_times_run_from_arrival_to_the_department_it_belongs_to(hall: Hall) -> None:
    at(hall, "2020-11-02 09:00:00")
    hall.routed(TREASURY, ONE)
    hall.clock.now += timedelta(hours=5)
    hall.handed_over(ONE)
    at(hall, "2020-11-09 09:00:00")
    (item,) = hall.routed(WATER, TWO)
    hall.clock.now += timedelta(days=1)
    handover_id = hall.offered(WATER, TWO)
    hall.counted("water", handover_id, TWO)
    hall.signed(handover_id, "clerk", "water")
    hall.taken("duty", ODD)  # it has not come to where it belongs
    found = {it.week: it for it in weeks(hall.ledger, ZONE).times if it.pieces}
    assert [*found] == [date(2020, 11, 2), date(2020, 11, 9)]
    assert found[date(2020, 11, 2)].pieces == found[date(2020, 11, 9)].pieces == 1
    assert found[date(2020, 11, 2)].median == found[date(2020, 11, 2)].most
    with hall.ledger.views() as views:
        (line,) = views.items([item])
        sealed = views.books.handover(handover_id).sealed_at
    assert sealed is not None
    took = (sealed - line.item.taken_in_at) // timedelta(minutes=1)
    assert found[date(2020, 11, 9)].median == timedelta(minutes=took)
    hall.clock.now += timedelta(weeks=WEEKS)
    assert [it for it in weeks(hall.ledger, ZONE).times if it.pieces] == []


def test_a_piece_that_came_twice_counts_by_the_first_time(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "READ_AT_ONCE", 2)
    at(hall, "2020-11-02 09:00:00")
    hall.routed(WATER, ONE, TWO, ODD)
    for number_ in (ONE, TWO, ODD):
        came = hall.offered(WATER, number_)
        hall.counted("water", came, number_)
        hall.signed(came, "clerk", "water")
    assert [it.pieces for it in weeks(hall.ledger, ZONE).times if it.pieces] == [3]
    at(hall, "2020-11-10 09:00:00")
    within = hall.offered(WATER, ONE, who="water", person="water2")
    hall.counted("water2", within, ONE)
    hall.signed(within, "water", "water2")
    assert [it.pieces for it in weeks(hall.ledger, ZONE).times[-2:]] == [3, 0]


@pytest.mark.parametrize(
    ("minutes", "median", "most"),
    [
        ({5: 1}, 5, 5),
        ({1: 1, 9: 1}, 1, 9),
        ({1: 1, 2: 1, 9: 1}, 2, 9),
        (dict.fromkeys(range(1, 11), 1), 5, 9),
        ({1: 90, 500: 10}, 1, 1),
        ({1: 89, 500: 11}, 1, 500),
    ],
)
def test_quantiles_are_times_that_a_piece_really_took(
    minutes: dict[int, int], median: int, most: int
) -> None:
    counts = Counter(minutes)
    assert quantile(counts, 0.5) == timedelta(minutes=median)
    assert quantile(counts, 0.9) == timedelta(minutes=most)
    assert quantile(Counter(), 0.5) is None


def test_a_week_begins_on_monday() -> None:
    assert monday(date(2020, 11, 1)) == date(2020, 10, 26)
    assert monday(date(2020, 11, 2)) == date(2020, 11, 2)

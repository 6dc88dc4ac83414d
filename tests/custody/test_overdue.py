"""Overdue: counted in business days, told once, settled by moving on."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from station.custody import facts as f
from station.custody import overdue as rules
from station.custody import sorting
from station.custody.overdue import Limits, Stage
from station.custody.values import CaseKind, Settlement
from tests.support.play import SORTING, TREASURY, Play

NUMBER = "13112383852"
TOKYO = ZoneInfo("Asia/Tokyo")
SATURDAY = date(2020, 10, 31)
"""The day of the play."""


def weekend(day: date) -> bool:
    return day.weekday() >= 5


def local(moment: datetime) -> date:
    return moment.astimezone(TOKYO).date()


def due(play: Play, today: date, limits: Limits = rules.USUAL_LIMITS) -> f.Facts:
    return rules.overdue(play.books, today=today, day_of=local, is_closed=weekend, limits=limits)


def after(days: int) -> date:
    return SATURDAY + timedelta(days=days)


def test_every_stage_has_its_limit(play: Play) -> None:
    unsorted, undecided = play.taken("404410000016"), play.undecided("20112345676")
    at_home, routed = play.sealed(NUMBER), play.routed("31245077161", TREASURY)
    stages = {
        Stage.UNSORTED: unsorted,
        Stage.ROUTED: routed,
        Stage.UNDECIDED: undecided,
        Stage.AT_HOME: at_home,
    }
    for stage, item in stages.items():
        assert rules.stage_of(play.books.item(item)) is stage
    cases: dict[int, set[UUID]] = {  # Monday is the first whole business day after the Saturday
        2: set(),
        3: {unsorted, routed},
        4: {unsorted, routed, undecided},
        6: {unsorted, routed, undecided},
        7: {unsorted, routed, undecided, at_home},
    }
    for days, items in cases.items():
        opened = [fact for fact in due(play, after(days)) if isinstance(fact, f.CaseOpened)]
        assert {case.item for case in opened} == items
    assert due(play, after(9), Limits(9, 9, 9, 9)) == ()


def test_an_overdue_piece_is_told_once_for_each_time_it_moved(play: Play) -> None:
    item = play.taken(NUMBER, "clerk")
    (case,) = due(play, after(3))
    assert isinstance(case, f.CaseOpened)
    assert case.what is CaseKind.OVERDUE
    play.keep("admin", (case,))
    assert due(play, after(30)) == ()
    play.do("clerk", sorting.enter_first, item_id=item, department=TREASURY)
    assert due(play, after(30)) == ()  # one word alone moves nothing
    play.check("clerk2", item, TREASURY)
    (again,) = due(play, after(30))
    assert isinstance(again, f.CaseOpened)
    assert again.case != case.case


def test_no_case_tells_which_pieces_lie_in_a_handover(play: Play) -> None:
    offered, kept = play.taken(NUMBER), play.taken("20112345676")
    play.handover("duty", SORTING, offered)
    opened = due(play, after(30))
    assert [it.item for it in opened if isinstance(it, f.CaseOpened)] == [offered, kept]


@pytest.mark.parametrize("step", ["routed", "undecided", "decided", "sealed", "delivered"])
def test_moving_on_settles_it(play: Play, step: str) -> None:
    if step == "sealed":
        handover = play.agreed(NUMBER)
        (item,) = play.books.handover(handover).offered
        moving: f.Fact = f.HandoverSealed(handover, SORTING, TREASURY, (item,), "d", item, item)
    elif step == "delivered":
        item = play.sealed(NUMBER)
        moving = play.deliver("treasurer", item)[0]
    else:
        item = play.taken(NUMBER)
        moving = {
            "routed": f.ItemRouted(item, TREASURY, item, item),
            "undecided": f.ItemLeftUndecided(item),
            "decided": f.RouteProposed(item, TREASURY, "x"),
        }[step]
    others = [
        f.CaseOpened(play.books.item(item).arrival, CaseKind.OVERDUE, item=item),
        f.CaseOpened(item, CaseKind.UNMATCHED, item=item),
    ]
    play.keep("duty", tuple(others))
    (settled,) = rules.settled_by_moving(play.books, (f.ScanRepeated(item), moving))
    assert settled == f.CaseSettled(others[0].case, "The piece moved on.", Settlement.MOVED_ON)


def test_what_moves_nothing_settles_nothing(play: Play) -> None:
    item = play.taken(NUMBER)
    play.keep("duty", (f.CaseOpened(item, CaseKind.OVERDUE, item=item),))
    assert rules.settled_by_moving(play.books, (f.FirstEntryMade(item, TREASURY),)) == ()

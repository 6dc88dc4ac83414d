"""The end of custody."""

from dataclasses import replace

from station.custody import facts as f
from station.custody import stray
from station.custody.refusal import Reason
from station.custody.state import ItemStatus
from station.custody.values import CaseKind, Settlement
from tests.support.play import SORTING, TREASURY, Play, key, scan
from tests.support.refusals import refused

NUMBER = "13112383852"


def test_a_member_of_the_department_it_belongs_to_ends_it(play: Play) -> None:
    item = play.sealed(NUMBER)
    with refused(Reason.NOT_MEMBER):
        play.deliver("clerk", item)
    play.deliver("treasurer", item)
    assert play.books.item(item).status is ItemStatus.DELIVERED
    with refused(Reason.NOT_HELD):
        play.deliver("treasurer", item)


def test_what_belongs_elsewhere_or_nowhere_is_not_delivered(play: Play) -> None:
    with refused(Reason.ROUTED_ELSEWHERE, expected=SORTING, got=TREASURY):
        play.deliver("clerk", play.routed(NUMBER, TREASURY))
    with refused(Reason.NOT_ROUTED):
        play.deliver("clerk", play.taken("404410000016", "clerk"))
    with refused(Reason.UNDECIDED):
        play.deliver("clerk", play.undecided("10000000006"))


def test_what_a_person_keeps_only_they_end(play: Play) -> None:
    item = play.sealed(NUMBER)
    play.books.put(replace(play.books.item(item), keeper=key("treasurer2")))
    with refused(Reason.WITH_KEEPER):
        play.deliver("treasurer", item)
    play.deliver("treasurer2", item)
    assert play.books.item(item).status is ItemStatus.DELIVERED


def test_what_is_questioned_is_not_delivered(play: Play) -> None:
    item = play.sealed(NUMBER)
    play.question("treasurer", item)
    with refused(Reason.ROUTE_QUESTIONED, got=TREASURY):
        play.deliver("treasurer", item)


def test_what_was_lost_and_came_back_is_not_ended_before_a_supervisor_has_looked(
    play: Play,
) -> None:
    item = play.sealed(NUMBER)
    case = key("case of a loss")
    play.keep("", (f.CaseOpened(case, CaseKind.OVERDUE, item=item),))
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    play.do("treasurer", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    with refused(Reason.FOUND_AGAIN_OPEN):
        play.deliver("treasurer", item)
    (again,) = play.books.open_cases(item=item, what=CaseKind.FOUND_AGAIN)
    play.settle("supervisor", again.id, "現物を確認")
    play.deliver("treasurer", item)
    assert play.books.item(item).status is ItemStatus.DELIVERED

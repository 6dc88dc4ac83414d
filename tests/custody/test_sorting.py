"""Sorting: two people, or nobody."""

from uuid import UUID

import pytest

from station.custody import facts as f
from station.custody import sorting
from station.custody.refusal import Reason
from station.custody.values import CaseKind
from tests.support.play import DUTY, TREASURY, WATER, Play, key
from tests.support.refusals import refused

NUMBER, OTHER = "13112383852", "404410000016"


def first(play: Play, who: str, item: object, department: str | None) -> None:
    play.do(who, sorting.enter_first, item_id=item, department=department)


def test_two_equal_words_route(play: Play) -> None:
    item = play.books.item(play.routed(NUMBER, TREASURY))
    assert item.route is not None
    assert item.route.department == TREASURY
    assert (item.route.first_by, item.route.check_by) == (key("clerk"), key("clerk2"))
    assert item.first is None


def test_one_person_does_not_enter_twice(play: Play) -> None:
    item = play.taken(NUMBER, "clerk")
    first(play, "clerk", item, TREASURY)
    with refused(Reason.SAME_PERSON):
        play.check("clerk", item, TREASURY)


def test_the_author_corrects_a_first_word_and_nobody_else_does(play: Play) -> None:
    item = play.taken(NUMBER, "clerk")
    first(play, "clerk", item, WATER)
    first(play, "clerk", item, TREASURY)
    with refused(Reason.FIRST_ENTRY_EXISTS):
        first(play, "clerk2", item, WATER)
    play.check("clerk2", item, TREASURY)
    assert play.books.item(item).route is not None


def test_there_is_no_check_entry_without_a_first(play: Play) -> None:
    with refused(Reason.FIRST_ENTRY_MISSING):
        play.check("clerk2", play.taken(NUMBER, "clerk"), TREASURY)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (WATER, TREASURY, CaseKind.DISAGREEMENT),
        (None, TREASURY, CaseKind.DISAGREEMENT),
        (WATER, None, CaseKind.DISAGREEMENT),
        (None, None, CaseKind.UNDECIDED),
    ],
)
def test_other_words_leave_the_piece_undecided(
    play: Play, one: str | None, two: str | None, kind: CaseKind
) -> None:
    item = play.taken(NUMBER, "clerk")
    first(play, "clerk", item, one)
    play.check("clerk2", item, two)
    assert play.books.item(item).undecided
    assert play.books.item(item).route is None
    assert [case.what for case in play.books.open_cases(item=item)] == [kind]


def test_an_undecided_piece_is_not_sorted_again_by_the_clerks(play: Play) -> None:
    item = play.undecided(NUMBER)
    with refused(Reason.UNDECIDED):
        first(play, "clerk3", item, TREASURY)


def decide(play: Play, who: str, item: object, department: str, reason: str = "宛名を確認") -> None:
    play.do(who, sorting.decide_route, item_id=item, department=department, reason=reason)


def test_a_supervisor_who_agrees_with_one_word_routes(play: Play) -> None:
    item = play.undecided(NUMBER)
    decide(play, "supervisor", item, TREASURY)
    route = play.books.item(item).route
    assert route is not None
    assert (route.first_by, route.check_by) == (key("clerk2"), key("supervisor"))
    assert play.books.open_cases(item=item) == ()


def test_a_supervisor_alone_routes_nothing(play: Play) -> None:
    item = play.undecided(NUMBER)
    decide(play, "supervisor", item, DUTY)
    assert play.books.item(item).route is None
    play.check("clerk3", item, DUTY)
    route = play.books.item(item).route
    assert route is not None
    assert (route.first_by, route.check_by) == (key("supervisor"), key("clerk3"))


def test_a_supervisor_settles_neither_the_decided_nor_their_own_word(play: Play) -> None:
    item = play.taken(NUMBER, "clerk")
    with refused(Reason.NOT_UNDECIDED):
        decide(play, "supervisor", item, TREASURY)
    first(play, "both", item, TREASURY)
    play.check("clerk", item, WATER)
    with refused(Reason.SAME_PERSON):
        decide(play, "both", item, TREASURY)
    with refused(Reason.ROLE_MISSING):
        decide(play, "clerk2", item, TREASURY)
    with refused(Reason.REASON_MISSING):
        decide(play, "supervisor", item, TREASURY, " ")


def test_of_two_supervisors_the_second_is_told_the_route_and_whose_word_it_was(
    play: Play,
) -> None:
    item = play.undecided(NUMBER)
    decide(play, "supervisor", item, TREASURY)
    told = {"got": TREASURY, "by": str(key("supervisor"))}
    with refused(Reason.ROUTE_DECIDED, **told):
        decide(play, "both", item, WATER)
    other = play.undecided(OTHER)
    decide(play, "supervisor", other, DUTY)  # none of the two said so: a new first entry
    with refused(Reason.WORD_GIVEN, by=str(key("supervisor"))) as told_less:
        decide(play, "both", other, WATER)
    assert "got" not in told_less.value.details, "who comes second may make the check entry"


def test_the_duty_desk_does_not_sort(play: Play) -> None:
    item = play.taken(NUMBER, "duty")
    with refused(Reason.ROLE_MISSING):
        first(play, "duty", item, TREASURY)
    with refused(Reason.NOT_MEMBER):
        first(play, "clerk", item, TREASURY)


def test_a_department_that_does_not_sort_passes_unsorted_mail_on(play: Play) -> None:
    play.do("admin", lambda *_: (play.enrolled("night clerk", DUTY, *play.actors["clerk"].roles),))
    item = play.taken(NUMBER, "night clerk")
    with refused(Reason.SORTED_ELSEWHERE):
        first(play, "night clerk", item, TREASURY)


def test_a_routed_piece_is_not_sorted_anew_before_it_is_where_it_belongs(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    with refused(Reason.ALREADY_ROUTED, got=TREASURY):
        first(play, "clerk", item, WATER)


def test_its_department_passes_a_piece_on_by_two_words_of_its_own(play: Play) -> None:
    item = play.sealed(NUMBER)
    with refused(Reason.ROUTE_IS_HOLDER):
        first(play, "treasurer", item, TREASURY)
    first(play, "treasurer", item, WATER)
    play.check("treasurer2", item, WATER)
    route = play.books.item(item).route
    assert route is not None
    assert route.department == WATER
    assert play.books.item(item).holder == TREASURY


def test_a_piece_in_a_handover_or_gone_is_not_sorted(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.handover("clerk", TREASURY, item)
    with refused(Reason.IN_HANDOVER):
        first(play, "clerk", item, TREASURY)
    gone = play.sealed("404410000016")
    play.deliver("treasurer", gone)
    with refused(Reason.NOT_HELD):
        first(play, "treasurer", gone, WATER)


def test_an_unknown_department_or_piece_is_refused(play: Play) -> None:
    item = play.taken(NUMBER, "clerk")
    with refused(Reason.UNKNOWN_SUBJECT, expected="department", got="99"):
        first(play, "clerk", item, "99")
    with refused(Reason.UNKNOWN_SUBJECT, expected="item"):
        first(play, "clerk", key("nothing"), TREASURY)


def test_other_cases_of_a_piece_stay_open_when_its_route_is_decided(play: Play) -> None:
    item = play.undecided(NUMBER)
    play.keep("clerk", (f.CaseOpened(key("other"), CaseKind.FOUND, item=item),))
    decide(play, "supervisor", item, TREASURY)
    assert [case.id for case in play.books.open_cases(item=item)] == [key("other")]


def routes(play: Play, item: UUID) -> list[str]:
    """Every route that a piece ever had, oldest first, as the journal keeps them."""
    routed = (fact for fact in play.log if isinstance(fact, f.ItemRouted))
    return [fact.department for fact in routed if fact.item == item]


def test_a_route_that_the_holder_finds_wrong_is_given_anew_and_both_stay_known(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.question("clerk", item)
    assert [case.what for case in play.books.open_cases(item=item)] == [CaseKind.NOT_OURS]
    first(play, "clerk2", item, WATER)
    with refused(Reason.SAME_PERSON):
        play.check("clerk2", item, WATER)
    play.check("clerk", item, WATER)
    kept = play.books.item(item)
    assert kept.route is not None
    assert (kept.route.department, kept.questioned) == (WATER, False)
    assert routes(play, item) == [TREASURY, WATER]
    assert play.books.open_cases(item=item) == ()


def test_a_questioned_route_may_be_found_right_by_two(play: Play) -> None:
    item = play.sealed(NUMBER)
    play.question("treasurer", item)
    first(play, "treasurer", item, TREASURY)
    play.check("treasurer2", item, TREASURY)
    assert play.books.item(item).at_home
    assert not play.books.item(item).questioned


def test_new_words_on_a_questioned_route_that_differ_go_to_the_supervisor(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.question("supervisor", item)
    first(play, "clerk", item, WATER)
    play.check("clerk2", item, DUTY)
    assert play.books.item(item).undecided
    with refused(Reason.UNDECIDED):
        play.question("clerk", item)
    decide(play, "supervisor", item, WATER)
    assert play.books.open_cases(item=item) == ()
    assert routes(play, item) == [TREASURY, WATER]


def test_a_supervisors_new_word_on_a_questioned_route_takes_another_person(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.question("clerk", item)
    first(play, "clerk", item, None)
    play.check("clerk2", item, None)
    decide(play, "supervisor", item, WATER)
    assert [case.what for case in play.books.open_cases(item=item)] == [CaseKind.NOT_OURS]
    play.check("clerk3", item, WATER)
    assert play.books.open_cases(item=item) == ()


def test_only_a_holder_with_a_reason_questions_a_route_and_only_once(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    with refused(Reason.NOT_MEMBER):
        play.question("treasurer", item)
    with refused(Reason.ROLE_MISSING):
        play.question("duty", item)
    with refused(Reason.REASON_MISSING):
        play.question("clerk", item, " ")
    with refused(Reason.NOT_ROUTED):
        play.question("clerk", play.taken("404410000016", "clerk"))
    play.question("clerk", item)
    with refused(Reason.ROUTE_QUESTIONED, got=TREASURY):
        play.question("clerk2", item)


def test_a_first_word_waits_for_its_check_until_there_is_one(play: Play) -> None:
    agreed, split = play.taken(NUMBER, "clerk"), play.taken("404410000016", "clerk")
    assert not play.books.item(agreed).awaits_check
    for item, second in ((agreed, TREASURY), (split, WATER)):
        first(play, "clerk", item, TREASURY)
        assert play.books.item(item).awaits_check
        play.check("clerk2", item, second)
        assert not play.books.item(item).awaits_check
    assert play.books.item(split).undecided

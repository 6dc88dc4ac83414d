"""Review: a supervisor, uninvolved, with a reason."""

from uuid import UUID

from station.custody import facts as f
from station.custody import review
from station.custody.refusal import Reason
from station.custody.values import CaseKind
from tests.support.play import Play, doubtful, key, scan
from tests.support.refusals import refused


def case_by(play: Play, who: str) -> UUID:
    opened = play.arrival(who)
    play.take(opened, doubtful("???"), who)
    (case,) = play.books.open_cases(arrival=opened)
    return case.id


def test_a_case_is_settled_once_and_says_why(play: Play) -> None:
    case = case_by(play, "duty")
    play.settle("supervisor", case, " 広告のコード ")
    assert play.books.case(case).reason == "広告のコード"
    assert play.books.case(case).settled_by == key("supervisor")
    with refused(Reason.CASE_SETTLED):
        play.settle("both", case, "again")


def test_nobody_settles_without_the_role_a_reason_or_about_themselves(play: Play) -> None:
    case = case_by(play, "both")
    with refused(Reason.ROLE_MISSING):
        play.settle("clerk", case, "x")
    with refused(Reason.REASON_MISSING):
        play.settle("supervisor", case, "")
    with refused(Reason.SAME_PERSON):
        play.settle("both", case, "x")


def test_an_undecided_route_is_not_settled_by_a_reason_alone(play: Play) -> None:
    item = play.undecided("13112383852")
    (case,) = play.books.open_cases(item=item)
    with refused(Reason.OTHER_SETTLEMENT):
        play.settle("supervisor", case.id, "x")


def test_a_stray_piece_is_recorded_with_where_it_should_be(play: Play) -> None:
    item = play.taken("13112383852", "clerk")
    for number, held in (("13112383852", item), ("404410000016", None)):
        facts = play.do("water", review.record_stray, deed=key(number), scan=scan(number))
        assert isinstance(facts[0], f.StrayScanned)
        assert facts[0].item == held
        case = facts[1]
        assert isinstance(case, f.CaseOpened)
        assert case.what is CaseKind.FOUND


def test_a_stray_piece_scanned_again_is_a_fact_and_no_second_case(play: Play) -> None:
    for n, scans in ((1, 2), (2, 1)):
        facts = play.do("water", review.record_stray, deed=key(f"{n}"), scan=scan("13112383852"))
        assert len(facts) == scans
    other = play.do("water", review.record_stray, deed=key("3"), scan=scan("404410000016"))
    assert len(other) == 2


def test_an_auditor_scans_nothing(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.do("auditor", review.record_stray, deed=key("x"), scan=scan("13112383852"))

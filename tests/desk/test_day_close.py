"""Day close on real databases: two people, two departments, and a proof afterwards."""

from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody import facts as f
from station.custody.refusal import Reason
from station.custody.state import CloseStatus
from station.custody.values import CaseKind, Settlement
from station.desk import day_close, review
from station.desk.scans import Outcome, outcome_of
from station.ledger import rebuild
from station.ledger.case_file import case_file
from station.ledger.review_views import day_close_view, day_closes
from station.ledger.verify import verify
from tests.support.hall import TREASURY, WATER, Hall, seen
from tests.support.refusals import refused

ONE, TWO, OTHER = "13112383852", "20112345676", "31245077161"
TOKYO = ZoneInfo("Asia/Tokyo")
DAY = date(2020, 10, 31)


def begun(hall: Hall, who: str) -> UUID:
    caller = hall.caller(who)
    day_close.open_day_close(hall.ledger, caller, zone=TOKYO)
    return caller.deed


def counted(hall: Hall, who: str, close: UUID, *numbers: str) -> list[Outcome]:
    return [
        outcome_of(
            day_close.count_piece(
                hall.ledger, hall.caller(who), day_close=close, seen=seen(number), zone=TOKYO
            )
        )
        for number in numbers
    ]


def done(hall: Hall, who: str, close: UUID) -> f.CountCompared:
    answer = day_close.finish_day_count(hall.ledger, hall.caller(who), day_close=close, zone=TOKYO)
    return day_close.comparison_of(answer)


def test_a_letter_that_went_astray_is_missed_the_same_day(hall: Hall) -> None:
    """The case of the lost letter: on the books of one department, in the hands of another."""
    hall.routed(WATER, ONE, TWO)
    hall.routed(TREASURY, OTHER)
    given = hall.offered(WATER, ONE, TWO)
    hall.counted("water", given, ONE, TWO)
    hall.signed(given, "clerk", "water")
    water, treasury = begun(hall, "water"), begun(hall, "treasurer")
    assert counted(hall, "water", water, ONE, ONE) == [Outcome.TAKEN, Outcome.ALREADY]
    assert counted(hall, "treasurer", treasury, TWO) == [Outcome.TAKEN]
    with hall.ledger.views() as views:
        before = day_close_view(views, water)
    assert (before.missing, before.extra) == ((), ())
    assert (len(done(hall, "water", water).missing), len(before.scans)) == (1, 1)
    assert len(done(hall, "treasurer", treasury).extra) == 1

    with hall.ledger.views() as views:
        (missing,) = day_close_view(views, water).missing
        (extra,) = day_close_view(views, treasury).extra
        assert missing.line.item.number == TWO
        assert missing.last_seen.person == hall.people["treasurer"].person
        assert (extra.scan.number, extra.whose) == (TWO, WATER)
        lines = {line.department.id: line for line in day_closes(views, DAY)}
        (case,) = views.books.cases_of(water)
        file = case_file(views, case.id)
    assert {key for key, line in lines.items() if line.close} == {WATER, TREASURY}
    assert not any(line.is_closed for line in lines.values())
    assert (lines[WATER].held, lines[WATER].open_cases) == (2, 1)
    assert case.what is CaseKind.DAY_CLOSE_MISSING
    assert file.alone
    assert hall.people["water"].person in file.involved
    assert file.last_seen is not None
    assert file.names[file.last_seen.person or case.id] == "treasurer"
    assert [line.act for line in file.history] == ["finish_day_count"]
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_whoever_signed_last_it_was_last_seen_by_who_received_it(hall: Hall) -> None:
    hall.routed(WATER, ONE)
    given = hall.offered(WATER, ONE)
    hall.counted("water", given, ONE)
    hall.signed(given, "water", "clerk")
    close = begun(hall, "water")
    done(hall, "water", close)
    with hall.ledger.views() as views:
        (missing,) = day_close_view(views, close).missing
    seen = missing.last_seen
    assert (seen.person, seen.department) == (hall.people["water"].person, WATER)


def test_counted_anew_and_equal_it_is_closed_and_the_books_can_be_made_again(hall: Hall) -> None:
    hall.taken("duty", ONE, TWO)
    close = begun(hall, "duty")
    counted(hall, "duty", close, ONE, OTHER)
    day_close.undo_count(hall.ledger, hall.caller("duty"), day_close=close, zone=TOKYO)
    assert len(done(hall, "duty", close).missing) == 1
    day_close.begin_recount(hall.ledger, hall.caller("duty"), day_close=close, zone=TOKYO)
    with hall.ledger.views() as views:
        assert day_close_view(views, close).missing == ()
        assert day_close_view(views, close).scans == ()
    counted(hall, "duty", close, TWO, ONE)
    assert done(hall, "duty", close).missing == ()
    with hall.ledger.views() as views:
        assert views.books.day_close(close).status is CloseStatus.CLOSED
        assert views.open_cases() == ()
    rebuild.rebuild(hall.engine)
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]
    with hall.ledger.views() as views:
        assert [scan.scan.number for scan in views.books.counted(close)] == [TWO, ONE]


def test_a_difference_is_closed_by_settling_its_last_case(hall: Hall) -> None:
    hall.taken("duty", ONE)
    close = begun(hall, "duty")
    done(hall, "duty", close)
    with hall.ledger.views() as views:
        (case,) = views.books.cases_of(close)
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case.id, reason="渡した")
    with hall.ledger.views() as views:
        assert views.books.day_close(close).status is CloseStatus.CLOSED_WITH_DIFFERENCE
        assert next(line for line in day_closes(views, DAY) if line.close).is_closed
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_day_is_closed_once_and_on_its_own_day(hall: Hall) -> None:
    close = begun(hall, "duty")
    with refused(Reason.DAY_CLOSE_EXISTS):
        begun(hall, "duty")
    with refused(Reason.NOT_MEMBER):
        counted(hall, "clerk", close, ONE)
    hall.clock.now += timedelta(hours=14)  # 00:40 in Tokyo
    with refused(Reason.DAY_OVER, got="2020-11-01"):
        done(hall, "duty", close)
    begun(hall, "duty")


def test_a_lost_piece_that_is_counted_is_looked_at_and_closes_with_the_rest(hall: Hall) -> None:
    (item,) = hall.taken("duty", ONE)
    close = begun(hall, "duty")
    done(hall, "duty", close)
    with hall.ledger.views() as views:
        (case,) = views.books.cases_of(close)
    proposed = hall.caller("supervisor")
    lost = Settlement.DECLARE_LOST
    review.propose_settlement(
        hall.ledger, proposed, case=case.id, settlement=lost, reason="全課で探した"
    )
    seconded = hall.caller("treasurer")
    review.second_settlement(hall.ledger, seconded, case=case.id, proposal=proposed.deed)
    other = begun(hall, "water")
    assert counted(hall, "water", other, ONE) == [Outcome.LOOK]
    assert done(hall, "water", other).missing == ()
    with hall.ledger.views() as views:
        assert views.books.day_close(close).status is CloseStatus.CLOSED_WITH_DIFFERENCE
        assert views.books.item(item).holder == WATER
        assert views.books.day_close(other).status is CloseStatus.CLOSED
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]

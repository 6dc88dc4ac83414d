"""The day's digest: once a business day, counted, and without a name of anybody."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from station.custody.checks import HANDLERS
from station.custody.notices import AT_SUPERVISORS, NoticeKind, To
from station.custody.values import Role
from station.desk import office, sorting
from station.desk.notices import FORGOTTEN_AFTER, tell_the_day
from station.desk.rounds import make_rounds
from station.ledger.board import NoticeLine
from tests.support.hall import DUTY, SORTING, TREASURY, WATER, Hall

MONDAY, TUESDAY = date(2020, 11, 2), date(2020, 11, 3)


def open_always(_day: date) -> bool:
    return False


def read_by(hall: Hall, who: str, department: str, *roles: Role) -> list[NoticeLine]:
    with hall.ledger.views() as views:
        person = views.books.person(hall.people[who].person)
        lines = views.board.lines(person, department, frozenset(roles))
    return [line for line in lines if line.notice.kind is NoticeKind.DIGEST]


def test_each_department_is_told_what_waits_for_it(hall: Hall) -> None:
    hall.routed(TREASURY, "13112383852")
    hall.offered(TREASURY, "13112383852")
    hall.routed(WATER, "20112345676")
    hall.taken("clerk", "31245077161")
    assert tell_the_day(hall.ledger, MONDAY, open_always) == 2
    (line,) = read_by(hall, "treasurer", TREASURY, Role.RECEIVER)
    assert line.notice.to == To(HANDLERS, TREASURY)
    assert line.notice.told == {"day": "2020-11-02", "receive": 1}
    (line,) = read_by(hall, "clerk", SORTING, Role.CLERK)
    assert line.notice.told == {"day": "2020-11-02", "sort": 1, "hand_over": 1}
    assert read_by(hall, "water", WATER, Role.RECEIVER) == []


def test_a_day_is_told_once_and_never_when_the_office_is_closed(hall: Hall) -> None:
    hall.taken("clerk", "31245077161")
    assert tell_the_day(hall.ledger, MONDAY, lambda _day: True) == 0
    assert tell_the_day(hall.ledger, MONDAY, open_always) == 1
    assert tell_the_day(hall.ledger, MONDAY, open_always) == 0
    assert len(read_by(hall, "clerk", SORTING, Role.CLERK)) == 1
    hall.clock.now += timedelta(days=1)
    assert tell_the_day(hall.ledger, TUESDAY, open_always) == 1
    new, old = read_by(hall, "clerk", SORTING, Role.CLERK)
    assert (new.is_open, old.is_open) == (True, False)


def test_supervisors_are_told_of_cases_and_of_what_cannot_close(hall: Hall) -> None:
    (item,) = hall.taken("clerk", "13112383852")
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    office.close_department(
        hall.ledger,
        hall.caller("admin"),
        department=DUTY,
        since=hall.clock.now + timedelta(days=1),
        successor=SORTING,
    )
    hall.taken("duty", "20112345676")
    hall.clock.now += timedelta(days=1)
    assert office.close_due_departments(hall.ledger) is None
    tell_the_day(hall.ledger, MONDAY, open_always)
    (line,) = read_by(hall, "supervisor", SORTING, Role.SUPERVISOR)
    assert line.notice.to == AT_SUPERVISORS
    assert line.notice.told == {"day": "2020-11-02", f"cases:{SORTING}": 1, f"closing:{DUTY}": 1}


def test_a_department_that_was_to_close_closes_when_nothing_is_left(hall: Hall) -> None:
    caller = hall.caller("admin")
    day = hall.clock.now + timedelta(days=1)
    office.close_department(hall.ledger, caller, department=WATER, since=day, successor=TREASURY)
    assert office.close_due_departments(hall.ledger) is None
    hall.clock.now = day
    done = office.close_due_departments(hall.ledger)
    assert done is not None
    assert done.recorded[0].stamp.person is None
    with hall.ledger.views() as views:
        assert views.books.department(WATER).is_closed


def test_supervisors_are_told_who_did_not_close_the_day(hall: Hall) -> None:
    hall.taken("duty", "20112345676")
    hall.clock.now = datetime(2020, 11, 4, 0, 0, tzinfo=UTC)
    make_rounds(hall.ledger, ZoneInfo("Asia/Tokyo"))
    tell_the_day(hall.ledger, date(2020, 11, 4), open_always)
    (line,) = read_by(hall, "supervisor", SORTING, Role.SUPERVISOR)
    assert line.notice.told[f"unclosed:{DUTY}"] == 1


def test_notices_are_forgotten_after_a_while(hall: Hall) -> None:
    hall.taken("clerk", "31245077161")
    tell_the_day(hall.ledger, MONDAY, open_always)
    hall.clock.now += FORGOTTEN_AFTER
    tell_the_day(hall.ledger, MONDAY + FORGOTTEN_AFTER, open_always)
    assert len(read_by(hall, "clerk", SORTING, Role.CLERK)) == 1

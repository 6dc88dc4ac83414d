"""The day's digest: once a business day, counted, and without a name of anybody."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from station.custody.checks import HANDLERS
from station.custody.notices import AT_SUPERVISORS, NoticeKind, To
from station.custody.values import Role
from station.desk import calendar, office, sorting
from station.desk.notices import FORGOTTEN_AFTER, tell_of_the_calendar, tell_the_day
from station.desk.rounds import make_rounds
from station.ledger.board import NoticeLine
from station.papers.notices import lines_of
from station.words import sayer
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


def test_where_the_calendar_has_ended_the_digest_goes_out_and_says_what_is_missing(
    hall: Hall,
) -> None:
    hall.taken("clerk", "31245077161")
    hall.clock.now = datetime(2020, 11, 30, 0, 0, tzinfo=UTC)
    make_rounds(hall.ledger, ZoneInfo("Asia/Tokyo"))
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 11, 30))
    tell_the_day(hall.ledger, date(2020, 11, 30), open_always)
    hall.clock.now += timedelta(days=2)
    assert tell_the_day(hall.ledger, date(2020, 12, 2), open_always) == 2
    new, old = read_by(hall, "clerk", SORTING, Role.CLERK)
    assert old.notice.told["overdue"] == 2
    assert new.notice.told == {
        "day": "2020-12-02",
        "sort": 1,
        "unknown_after": "2020-11-30",
    }
    told = lines_of(new.notice, sayer("ja"), str)
    assert told[-1].startswith("滞っているものは数えていません。閉庁日の表が 令和2.11.30(月)")
    (above, _) = read_by(hall, "supervisor", SORTING, Role.SUPERVISOR)
    assert above.notice.told["unknown_after"] == "2020-11-30"


def test_administrators_are_told_once_that_the_calendar_ends_and_once_that_it_has(
    hall: Hall,
) -> None:
    def told(day: date) -> int:
        hall.clock.now = datetime.combine(day, time(0), UTC)
        return tell_of_the_calendar(hall.ledger, day)

    def read() -> list[tuple[str, bool]]:
        with hall.ledger.views() as views:
            admin = views.books.person(hall.people["admin"].person)
            lines = views.board.lines(admin, DUTY, frozenset({Role.ADMINISTRATOR}))
        return [(str(line.notice.told["reach"]), line.is_open) for line in lines]

    assert told(date(2020, 11, 1)) == 0, "an office without a list is not told for decades"
    caller = hall.caller("admin")
    calendar.set_closing_days(hall.ledger, caller, until=date(2020, 12, 31))
    days = [date(2020, 11, 30), date(2020, 12, 1), date(2020, 12, 2), date(2021, 1, 1)]
    assert [told(day) for day in days] == [0, 1, 0, 1]
    assert told(date(2021, 1, 2)) == 0
    assert read() == [("ended", True), ("ends_soon", False)]
    calendar.change_closing_days(hall.ledger, hall.caller("admin"), until=date(2021, 3, 31))
    assert (told(date(2021, 1, 3)), told(date(2021, 3, 1))) == (0, 1), "another end is told anew"
    assert read() == [("ends_soon", True), ("ended", False), ("ends_soon", False)]


def test_notices_are_forgotten_after_a_while(hall: Hall) -> None:
    hall.taken("clerk", "31245077161")
    tell_the_day(hall.ledger, MONDAY, open_always)
    hall.clock.now += FORGOTTEN_AFTER
    tell_the_day(hall.ledger, MONDAY + FORGOTTEN_AFTER, open_always)
    assert len(read_by(hall, "clerk", SORTING, Role.CLERK)) == 1

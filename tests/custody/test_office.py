"""The office and its people."""

from datetime import datetime, timedelta

import pytest

from station.custody import facts as f
from station.custody import office, people, sorting
from station.custody.refusal import Reason
from station.custody.values import Role
from tests.support.memory import MemoryBooks
from tests.support.play import DUTY, SORTING, START, TREASURY, WATER, Play, key
from tests.support.refusals import refused

NOW = START + timedelta(days=1)
APRIL = START + timedelta(days=30)


def test_an_office_is_founded_once(play: Play) -> None:
    first = f.DepartmentOpened("01", "宿直室", "", (), sorts_mail=False)
    admin = play.enrolled("x", DUTY, Role.ADMINISTRATOR)
    with refused(Reason.OFFICE_EXISTS):
        office.found_office(play.books, office.Founding("市役所", (first,), (admin,)))


def test_an_office_is_founded_whole_or_not_at_all(play: Play) -> None:
    nothing = MemoryBooks()
    duty = f.DepartmentOpened("01", "宿直室", "", (), sorts_mail=False)
    sorting_too = f.DepartmentOpened("02", "総務", "", (), sorts_mail=True)
    admin, clerk = (
        play.enrolled("a", "01", Role.ADMINISTRATOR),
        play.enrolled("c", "02", Role.CLERK),
    )

    def found(
        *people: f.PersonEnrolled, name: str = "市役所", also: f.DepartmentOpened = sorting_too
    ) -> f.Facts:
        return office.found_office(nothing, office.Founding(name, (duty, also), people))

    badges = (f.BadgeIssued(admin.person), f.BadgeIssued(clerk.person))
    told = found(admin, clerk)
    assert told == (f.OfficeFounded("市役所"), duty, sorting_too, admin, clerk, *badges)
    with refused(Reason.NAME_MISSING):
        found(admin, name=" ")
    with refused(Reason.DEPARTMENT_EXISTS, got="01"):
        found(admin, also=duty)
    with refused(Reason.UNKNOWN_SUBJECT, got="09"):
        found(admin, play.enrolled("x", "09", Role.CLERK))
    with refused(Reason.ROLES_EMPTY):
        found(admin, play.enrolled("x", "02"))
    with refused(Reason.LAST_ADMINISTRATOR):
        found(clerk)


def test_only_an_administrator_opens_departments_and_enrolls(play: Play) -> None:
    opened = f.DepartmentOpened("09", "税務", "", (), sorts_mail=False)
    with refused(Reason.ROLE_MISSING):
        play.do("supervisor", office.open_departments, departments=(opened,))
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", people.enroll_people, people=())


def test_a_department_number_is_used_once(play: Play) -> None:
    again = f.DepartmentOpened(DUTY, "別", "", (), sorts_mail=False)
    with refused(Reason.DEPARTMENT_EXISTS, got=DUTY):
        play.do("admin", office.open_departments, departments=(again,))


def test_people_belong_to_departments_that_there_are(play: Play) -> None:
    stranger = play.enrolled("stranger", "99", Role.CLERK)
    with refused(Reason.UNKNOWN_SUBJECT):
        play.do("admin", people.enroll_people, people=(stranger,))


def test_the_enrolled_have_badges(play: Play) -> None:
    assert play.books.person(key("clerk")).has_badge


def close(play: Play, department: str, **details: object) -> f.Facts:
    when: dict[str, object] = {"now": NOW, "since": NOW}
    return play.do("admin", office.close_department, department=department, **(when | details))


def test_a_renamed_department_is_still_known_by_its_old_names(play: Play) -> None:
    renamed = f.DepartmentRenamed(TREASURY, "会計室", "かいけいしつ", ("会計",))
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", office.rename_departments, departments=(renamed,))
    play.do("admin", office.rename_departments, departments=(renamed,))
    department = play.books.department(TREASURY)
    assert department.name == "会計室"
    assert department.former_names == ("出納室", "すいとうしつ")
    assert department.all_names == ("会計室", "かいけいしつ", "会計", "出納室", "すいとうしつ")
    back = f.DepartmentRenamed(TREASURY, "出納室", "すいとうしつ", ())
    play.do("admin", office.rename_departments, departments=(back,))
    assert play.books.department(TREASURY).former_names == ("会計室", "かいけいしつ", "会計")


def test_a_department_closes_when_it_holds_nothing(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", office.close_department, now=NOW, department=WATER, since=NOW)
    assert close(play, WATER, successor=TREASURY) == (f.DepartmentClosed(WATER, TREASURY),)
    closed = play.books.department(WATER)
    assert (closed.is_closed, closed.successor) == (True, TREASURY)
    with refused(Reason.DEPARTMENT_CLOSED, got=WATER, expected=TREASURY):
        close(play, WATER)
    with refused(Reason.DEPARTMENT_CLOSED):
        close(play, TREASURY, successor=WATER)
    with refused(Reason.SAME_DEPARTMENT):
        close(play, TREASURY, successor=TREASURY)
    with refused(Reason.DATE_PASSED):
        close(play, TREASURY, since=NOW - timedelta(days=1))


def test_a_closed_department_takes_nothing(play: Play) -> None:
    item = play.taken("13112383852", "clerk")
    close(play, WATER, successor=TREASURY)
    with refused(Reason.DEPARTMENT_CLOSED, got=WATER, expected=TREASURY):
        play.handover("clerk", WATER)
    with refused(Reason.DEPARTMENT_CLOSED):
        play.do("clerk", sorting.enter_first, item_id=item, department=WATER)
    close(play, DUTY)
    with refused(Reason.DEPARTMENT_CLOSED, got=DUTY):
        play.arrival("duty")


def test_a_department_with_something_in_hand_does_not_close(play: Play) -> None:
    nothing = {"held": 0, "coming": 0, "handovers": 0, "arrivals": 0}
    routed = play.routed("13112383852", TREASURY)
    with refused(Reason.DEPARTMENT_BUSY, got=TREASURY, **(nothing | {"coming": 1})):
        close(play, TREASURY)
    play.handover("clerk", TREASURY, routed)
    with refused(Reason.DEPARTMENT_BUSY, **(nothing | {"coming": 1, "handovers": 1})):
        close(play, TREASURY)
    play.sealed("404410000016")
    with refused(Reason.DEPARTMENT_BUSY, **(nothing | {"held": 1, "coming": 1, "handovers": 1})):
        close(play, TREASURY, successor=WATER)
    play.arrival("duty")
    with refused(Reason.DEPARTMENT_BUSY, **(nothing | {"arrivals": 1})):
        close(play, DUTY)


def test_an_announced_closing_waits_until_nothing_is_held(play: Play) -> None:
    item = play.sealed()
    close(play, TREASURY, since=APRIL, successor=WATER)
    assert not play.books.department(TREASURY).is_closed
    assert office.closing_due(play.books, NOW) == ()
    assert office.close_due(play.books, APRIL) == ()
    assert [due.id for due in office.closing_due(play.books, APRIL)] == [TREASURY]
    play.deliver("treasurer", item)
    assert office.close_due(play.books, APRIL) == (f.DepartmentClosed(TREASURY, WATER),)
    play.do("admin", office.keep_department, department=TREASURY)
    assert office.close_due(play.books, APRIL) == ()
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", office.keep_department, department=TREASURY)
    close(play, WATER)
    assert office.closing_due(play.books, APRIL) == ()


def test_the_last_department_that_sorts_mail_stays(play: Play) -> None:
    with refused(Reason.LAST_SORTING_DEPARTMENT, got=SORTING):
        close(play, SORTING, since=APRIL)
    another = f.DepartmentOpened("09", "文書課", "ぶんしょか", (), sorts_mail=True)
    play.do("admin", office.open_departments, departments=(another,))
    close(play, SORTING, since=APRIL, successor="09")
    with refused(Reason.LAST_SORTING_DEPARTMENT, got="09"):
        close(play, "09", since=APRIL)


def test_many_departments_are_changed_together(play: Play) -> None:
    def together(*changes: f.Fact, who: str = "admin") -> f.Facts:
        return play.do(who, office.change_departments, now=NOW, changes=changes)

    another = f.DepartmentOpened("09", "文書課", "ぶんしょか", (), sorts_mail=True)
    closing = f.DepartmentClosingAnnounced(SORTING, APRIL, "09")
    with refused(Reason.ROLE_MISSING):
        together(another, who="clerk")
    with refused(Reason.LAST_SORTING_DEPARTMENT, got=SORTING):
        together(closing)
    with refused(Reason.DATE_PASSED):
        together(another, f.DepartmentClosingAnnounced(WATER, NOW - timedelta(days=1), None))
    together(another, closing, f.DepartmentRenamed(WATER, "企画", "きかく", ()))
    assert play.books.department(SORTING).closes_at == APRIL
    with refused(Reason.LAST_SORTING_DEPARTMENT):
        together(f.DepartmentClosingAnnounced("09", APRIL, None))
    with refused(Reason.DEPARTMENT_EXISTS):
        together(another)
    together(f.DepartmentClosingAnnounced(SORTING, None, None))
    close(play, WATER)
    with refused(Reason.DEPARTMENT_CLOSED):
        together(f.DepartmentRenamed(WATER, "別", "", ()))


def test_two_open_departments_never_have_one_name(play: Play) -> None:
    for taken in ("出納室", " 出納 室"):
        opened = f.DepartmentOpened("09", taken, "", (), sorts_mail=False)
        with refused(Reason.NAME_TAKEN, got=taken):
            play.do("admin", office.open_departments, departments=(opened,))
    twins = tuple(f.DepartmentOpened(n, "支所", "", (), sorts_mail=False) for n in ("08", "09"))
    with refused(Reason.NAME_TAKEN, got="支所"):
        play.do("admin", office.open_departments, departments=twins)
    swapped = (
        f.DepartmentRenamed(TREASURY, "経営企画", "", ()),
        f.DepartmentRenamed(WATER, "出納室", "", ()),
    )
    with refused(Reason.NAME_TAKEN):
        play.do("admin", office.rename_departments, departments=swapped[:1])
    play.do("admin", office.rename_departments, departments=swapped)
    close(play, WATER)
    again = f.DepartmentOpened("09", "出納室", "", (), sorts_mail=False)
    play.do("admin", office.open_departments, departments=(again,))


@pytest.mark.parametrize(("number", "name"), [(" ", "支所"), ("09", ""), ("09", "　")])
def test_a_department_has_a_number_and_a_name(play: Play, number: str, name: str) -> None:
    opened = f.DepartmentOpened(number, name, "", (), sorts_mail=False)
    with refused(Reason.NAME_MISSING):
        play.do("admin", office.open_departments, departments=(opened,))


def test_a_department_is_renamed_by_who_has_seen_it_as_it_is(play: Play) -> None:
    seen = office.mark_of(play.books.department(TREASURY))
    renamed = f.DepartmentRenamed(TREASURY, "会計課", "かいけいか", ("出納",))
    play.do("admin", office.rename_department, renamed=renamed, seen=seen)
    assert play.books.department(TREASURY).name == "会計課"
    with refused(Reason.DEPARTMENT_CHANGED):
        play.do("admin", office.rename_department, renamed=renamed, seen=seen)


def test_the_mark_of_a_department_tells_when_it_will_close(play: Play) -> None:
    seen = office.mark_of(play.books.department(TREASURY))
    close(play, TREASURY, since=APRIL)
    assert office.mark_of(play.books.department(TREASURY)) != seen


def new_section(opens_at: datetime = APRIL, name: str = "新課") -> f.DepartmentOpeningAnnounced:
    return f.DepartmentOpeningAnnounced("09", name, "しんか", (), False, opens_at)


def announce(play: Play, announced: f.DepartmentOpeningAnnounced) -> f.Facts:
    return play.do("admin", office.announce_department, now=NOW, announced=announced)


def test_a_department_opens_on_its_day_and_takes_nothing_before(play: Play) -> None:
    announce(play, new_section())
    item = play.taken("13112383852", "clerk")
    with refused(Reason.DEPARTMENT_CLOSED, got="09"):
        play.do("clerk", sorting.enter_first, item_id=item, department="09")
    assert office.open_due(play.books, NOW) == ()
    renamed = f.DepartmentRenamed("09", "市民課", "しみんか", ())
    play.do("admin", office.rename_departments, departments=(renamed,))
    opened = office.open_due(play.books, APRIL)
    assert opened == (f.DepartmentOpened("09", "市民課", "しみんか", (), sorts_mail=False),)
    play.keep("", opened)
    assert office.open_due(play.books, APRIL) == ()
    assert play.books.department("09").former_names == ("新課", "しんか")
    play.do("clerk", sorting.enter_first, item_id=item, department="09")


def test_what_is_announced_for_april_is_reckoned_with_before(play: Play) -> None:
    announce(play, new_section())
    seen = play.books.person(key("water")).version
    moved = {"person": key("water"), "seen": seen, "roles": (Role.RECEIVER,), "since": APRIL}
    play.do("admin", people.transfer_person, now=NOW, department="09", **moved)
    closing = {"department": WATER, "since": APRIL, "successor": "09"}
    play.do("admin", office.close_department, now=NOW, **closing)
    with refused(Reason.NAME_TAKEN, got="新課"):
        taken = f.DepartmentOpened("10", "新課", "", (), sorts_mail=False)
        play.do("admin", office.open_departments, departments=(taken,))
    with refused(Reason.DEPARTMENT_EXISTS, got="09"):
        announce(play, new_section(name="別の課"))


def test_an_opening_lies_ahead_and_may_be_taken_back(play: Play) -> None:
    with refused(Reason.DATE_PASSED):
        announce(play, new_section(NOW))
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", office.announce_department, now=NOW, announced=new_section())
    announce(play, new_section())
    close = {"department": "09", "now": NOW}
    with refused(Reason.DATE_PASSED):
        play.do("admin", office.close_department, since=APRIL, **close)
    play.do("admin", office.close_department, since=NOW, **close)
    assert play.books.department("09").has_ended
    assert office.open_due(play.books, APRIL) == ()
    with refused(Reason.DEPARTMENT_CLOSED, got="09"):
        play.do("admin", office.close_department, since=NOW, **close)

"""The office and its people."""

from station.custody import facts as f
from station.custody import office
from station.custody.refusal import Reason
from station.custody.values import Role
from tests.support.play import DUTY, TREASURY, Play, key
from tests.support.refusals import refused


def test_an_office_is_founded_once(play: Play) -> None:
    first = f.DepartmentOpened("01", "宿直室", "", (), sorts_mail=False)
    founding = office.Founding("市役所", first, play.enrolled("x", DUTY, Role.ADMINISTRATOR))
    with refused(Reason.OFFICE_EXISTS):
        office.found_office(play.books, founding)


def test_only_an_administrator_opens_departments_and_enrolls(play: Play) -> None:
    opened = f.DepartmentOpened("09", "税務", "", (), sorts_mail=False)
    with refused(Reason.ROLE_MISSING):
        play.do("supervisor", office.open_departments, departments=(opened,))
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", office.enroll_people, people=())


def test_a_department_number_is_used_once(play: Play) -> None:
    again = f.DepartmentOpened(DUTY, "別", "", (), sorts_mail=False)
    with refused(Reason.DEPARTMENT_EXISTS, got=DUTY):
        play.do("admin", office.open_departments, departments=(again,))


def test_people_belong_to_departments_that_there_are(play: Play) -> None:
    stranger = play.enrolled("stranger", "99", Role.CLERK)
    with refused(Reason.UNKNOWN_SUBJECT):
        play.do("admin", office.enroll_people, people=(stranger,))


def test_the_enrolled_have_badges(play: Play) -> None:
    assert play.books.person(key("clerk")).has_badge


def test_a_list_is_announced_whole_or_not_at_all(play: Play) -> None:
    imported = f.ExpectedListImported(key("list"), "a.csv", 2)
    due = [
        f.ItemAnnounced(key(n), key("list"), n, "", None, None, department)
        for n, department in (("13112383852", TREASURY), ("404410000016", "99"))
    ]
    with refused(Reason.UNKNOWN_SUBJECT):
        play.do("clerk", office.announce, imported=imported, items=tuple(due))
    play.do("clerk", office.announce, imported=imported, items=(due[0],))
    found = play.books.open_expected("13112383852")
    assert found is not None
    assert found.department == TREASURY
    with refused(Reason.ROLE_MISSING):
        play.do("treasurer", office.announce, imported=imported, items=())

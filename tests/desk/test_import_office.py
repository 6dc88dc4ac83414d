"""An office from two tables."""

import pytest
from sqlalchemy import Engine

from station.custody.refusal import Reason
from station.custody.values import Role
from station.desk.import_office import found_from, read_office
from station.desk.pins import PinHasher, new_pin
from station.desk.signin import check_badge
from station.desk.tables import TableError
from station.ledger.store import Ledger
from tests.support.refusals import refused

DEPARTMENTS = (
    "番号,課名,かな,別名,受付\n01,宿直室,しゅくちょく,宿直;当直,宿直\n02,総務課,そうむ,,振分け\n"
)
PEOPLE = "氏名,所属課,役割\n甲,02,管理者;監督者\n乙,宿直室,宿直員\n丙,総務課,文書担当\n"


def test_departments_and_people_are_read() -> None:
    tables = read_office(DEPARTMENTS.encode("cp932"), PEOPLE.encode())
    assert [d.name for d in tables.departments] == ["宿直室", "総務課"]
    assert tables.departments[0].aliases == ("宿直", "当直")
    assert [d.sorts_mail for d in tables.departments] == [False, True]
    assert tables.people[0].roles == (Role.ADMINISTRATOR, Role.SUPERVISOR)
    assert [person.department for person in tables.people] == ["02", "01", "02"]


def test_an_office_is_founded_and_everybody_can_sign_in(engine: Engine, hasher: PinHasher) -> None:
    ledger = Ledger(engine, "hall")
    tables = read_office(DEPARTMENTS.encode(), PEOPLE.encode())
    people = found_from(ledger, hasher, "市役所", tables)
    assert [person.name for person, _ in people] == ["甲", "乙", "丙"]
    for person, pin in people:
        proved = check_badge(ledger, hasher, badge=person.badge, pin=pin, terminal="desk")
        assert proved.person == person.person
    with refused(Reason.OFFICE_EXISTS):
        found_from(ledger, hasher, "市役所", tables)


@pytest.mark.parametrize(
    ("departments", "people", "says"),
    [
        (DEPARTMENTS.replace("振分け", ""), PEOPLE, "takes unsorted mail"),
        (DEPARTMENTS.replace("02,", "01,"), PEOPLE, "a number that stands once"),
        (DEPARTMENTS.replace("総務課", "宿直室"), PEOPLE, "a name that stands once"),
        (DEPARTMENTS, PEOPLE.replace("乙,宿直室", "乙,税務課"), "unknown department"),
        (DEPARTMENTS, PEOPLE.replace("宿直員", "部長"), "expected of 宿直員"),
        (DEPARTMENTS, PEOPLE.replace("管理者;", ""), "one 管理者 at least"),
        (DEPARTMENTS, PEOPLE.replace("乙,", ",", 1), "expected a name"),
    ],
)
def test_a_wrong_table_is_refused_with_the_reason(departments: str, people: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        read_office(departments.encode(), people.encode())


def test_a_pin_is_six_digits_not_all_the_same() -> None:
    for _ in range(200):
        pin = new_pin()
        assert len(pin) == 6
        assert pin.isdigit()
        assert len(set(pin)) > 1


def test_staff_numbers_and_addresses_stand_apart(engine: Engine, hasher: PinHasher) -> None:
    ledger = Ledger(engine, "hall")
    head = "氏名,所属課,役割,職員番号,メール,言語\n"
    people = f"{head}甲,02,管理者,1001,a@city.example,en\n乙,01,宿直員,,,\n"
    found_from(ledger, hasher, "市役所", read_office(DEPARTMENTS.encode(), people.encode()))
    with ledger.views() as views:
        (contact,) = views.contacts.all().values()
    assert (contact.staff_number, contact.email, contact.language) == (
        "1001",
        "a@city.example",
        "en",
    )
    with pytest.raises(TableError, match="expected an e-mail address"):
        read_office(DEPARTMENTS.encode(), people.replace("a@city", "a b").encode())

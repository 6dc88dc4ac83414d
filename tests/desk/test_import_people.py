"""People from a table, again and again."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from station.custody import postings
from station.custody.facts import PersonEnrolled, TableImported
from station.custody.refusal import Reason
from station.custody.values import Role
from station.desk import people, signin
from station.desk.import_people import Plan, import_people, preview
from station.desk.office import Enrolled
from station.desk.tables import TableError
from station.ledger.contacts import Contact
from station.ledger.database import reading
from station.ledger.schema import journal as journal_table
from station.ledger.verify import verify
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall
from tests.support.refusals import refused

TOKYO = ZoneInfo("Asia/Tokyo")
HEAD = "氏名,所属課,役割,異動日,退職日,職員番号,メール\n"
AS_IT_IS = HEAD + "clerk,総務,文書担当,,,,\nclerk2,02,文書担当,,,,\nwater,経営企画,受領担当,,,,\n"


def planned(hall: Hall, table: str) -> Plan:
    return preview(hall.ledger, table.encode(), TOKYO)


def done(hall: Hall, table: str, plan: Plan | None = None) -> tuple[tuple[Enrolled, str], ...]:
    return import_people(
        hall.ledger,
        hall.caller("admin"),
        hall.hasher,
        data=table.encode(),
        zone=TOKYO,
        source="people.csv",
        previewed=plan or planned(hall, table),
    )


def place(hall: Hall, who: str) -> tuple[str, frozenset[Role]]:
    with hall.ledger.views() as views:
        person = views.books.person(hall.people[who].person)
    actor = postings.acting(person, hall.clock.now)
    return actor.department, actor.roles


def entries(hall: Hall) -> int:
    with reading(hall.engine) as connection:
        return len(connection.execute(select(journal_table.c.seq)).all())


def test_a_table_of_what_is_changes_nothing(hall: Hall) -> None:
    plan = planned(hall, AS_IT_IS)
    assert (plan.changes, plan.unchanged) == ((), 3)
    assert plan.absent == ("duty", "supervisor", "treasurer", "water2", "管理者")
    before = entries(hall)
    assert done(hall, AS_IT_IS) == ()
    assert entries(hall) == before


APRIL = (
    HEAD
    + "clerk,出納室,受領担当,2020-11-05,,1001,clerk@city.example\n"
    + "clerk2,総務,文書担当;監督者,,,1002,\n"
    + "water,経営企画,受領担当,,2020-11-04,1003,\n"
    + "新人,経営企画,受領担当,令和2年11月5日,,1004,new@city.example\n"
)


def test_new_changed_and_ended_people_in_one_table(hall: Hall) -> None:
    plan = planned(hall, APRIL)
    assert [change.name for change in plan.changes] == ["clerk", "clerk2", "water", "新人"]
    ((enrolled, pin),) = done(hall, APRIL, plan)
    assert place(hall, "clerk")[0] == SORTING
    assert place(hall, "clerk2") == (SORTING, frozenset({Role.CLERK, Role.SUPERVISOR}))
    with refused(Reason.BADGE_NOT_VALID):  # not yet
        sign_in(hall, enrolled.badge, pin)
    hall.clock.now += timedelta(days=5)
    assert place(hall, "clerk") == (TREASURY, frozenset({Role.RECEIVER}))
    with refused(Reason.NO_POSTING):
        place(hall, "water")
    with refused(Reason.PIN_IS_ONCE):
        sign_in(hall, enrolled.badge, pin)
    sign_in(hall, enrolled.badge, pin, "314159")
    with hall.ledger.views() as views:
        contacts = views.contacts.all()
    clerk = hall.people["clerk"].person
    assert contacts[clerk] == Contact(clerk, "1001", "clerk@city.example", "ja")
    assert contacts[enrolled.person].email == "new@city.example"
    with reading(hall.engine) as connection:
        bodies = "".join(connection.execute(select(journal_table.c.body)).scalars())
    assert "city.example" not in bodies
    assert "新人" not in bodies
    assert verify(hall.engine)[0].broken is None


def sign_in(hall: Hall, badge: str, pin: str, new_pin: str = "") -> None:
    signin.sign_in(hall.ledger, hall.hasher, badge=badge, pin=pin, terminal="desk", new_pin=new_pin)


@pytest.mark.parametrize("days_later", [0, 5, 200])
def test_the_same_table_again_changes_nothing_however_late(hall: Hall, days_later: int) -> None:
    done(hall, APRIL)
    hall.clock.now += timedelta(days=days_later)
    assert planned(hall, APRIL).changes == ()
    before = entries(hall)
    assert done(hall, APRIL) == ()
    assert entries(hall) == before


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("clerk,税務課,文書担当,,,,", "row 2, 所属課: unknown department"),
        ("clerk,総務,部長,,,,", "row 2, 役割: expected of"),
        ("clerk,総務,,,,,", "row 2, 役割: expected of"),
        ("clerk,出納室,受領担当,2020-10-01,,,", "row 2, 異動日: that day is over"),
        ("clerk,出納室,受領担当,11月5日,,,", "row 2, 異動日: expected a day with its year"),
        ("clerk,総務,文書担当,,2020-10-01,,", "row 2, 退職日: that day is over"),
        ("新人,総務,文書担当,,2020-12-01,,", "row 2, 退職日: nobody of this name"),
        ("新人,総務,文書担当,2020-10-01,,,", "row 2, 異動日: that day is over"),
        ("clerk,総務,文書担当,,,,a b@c", "row 2, メール: expected an e-mail address"),
        (",総務,文書担当,,,,", "row 2, 氏名: expected a name"),
        ("clerk,総務,文書担当,,,,\nclerk,出納室,受領担当,,,,", "row 3, 氏名: the same person"),
        ("新,総務,文書担当,,,,\n新,総務,文書担当,,,,", "row 3, 氏名: the same person"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named_and_nothing_is_done(hall: Hall, row: str, says: str) -> None:
    before = entries(hall)
    table = HEAD + row + "\nwater,出納室,受領担当,,,,\n"
    with pytest.raises(TableError, match=says):
        planned(hall, table)
    assert entries(hall) == before


def test_two_of_one_name_are_told_apart_by_their_numbers(hall: Hall) -> None:
    both = HEAD + "clerk,総務,文書担当,,,1001,\nclerk,出納室,受領担当,,,2001,\n"
    done(hall, HEAD + "clerk,総務,文書担当,,,1001,\n")
    ((enrolled, _),) = done(hall, both)
    assert enrolled.department == TREASURY
    assert planned(hall, both).changes == ()
    with pytest.raises(TableError, match="several people have this name: add the column 職員番号"):
        planned(hall, HEAD + "clerk,総務,文書担当,,,,\n")


def test_another_name_under_the_same_number_is_the_same_person(hall: Hall) -> None:
    done(hall, HEAD + "clerk,総務,文書担当,,,1001,\n")
    assert done(hall, HEAD + "新姓 花子,総務,文書担当,,,1001,\n") == ()
    person = hall.people["clerk"].person
    with hall.ledger.views() as views:
        assert views.names([person]) == {person: "新姓 花子"}
    assert verify(hall.engine)[0].broken is None


def test_a_preview_that_is_no_longer_true_is_not_done(hall: Hall) -> None:
    """Two administrators: one by a table, the other by hand in between."""
    table = HEAD + "clerk,出納室,受領担当,,,,\n"
    plan = planned(hall, table)
    people.transfer_person(
        hall.ledger,
        hall.caller("admin"),
        person=hall.people["clerk"].person,
        seen=2,
        department=TREASURY,
        roles=(Role.RECEIVER,),
    )
    before = entries(hall)
    with refused(Reason.PERSON_CHANGED):
        done(hall, table, plan)
    assert entries(hall) == before


def test_who_leaves_today_has_no_badge_any_more(hall: Hall) -> None:
    done(hall, HEAD + "clerk,総務,文書担当,,2020-10-30,1001,\n")  # yesterday was the last day
    with refused(Reason.BADGE_NOT_VALID):
        sign_in(hall, hall.people["clerk"].badge, PIN)
    with hall.ledger.views() as views:
        assert hall.people["clerk"].person not in views.contacts.all()
    back = "clerk,経営企画,受領担当,{},,,\n"
    with pytest.raises(TableError, match="name the day they come"):
        planned(hall, HEAD + back.format(""))
    done(hall, HEAD + back.format("2020-10-31"))
    assert place(hall, "clerk") == (WATER, frozenset({Role.RECEIVER}))


def test_a_table_that_leaves_no_administrator_is_refused(hall: Hall) -> None:
    table = HEAD + "管理者,宿直室,管理者,,2020-12-31,,\n新人,総務,文書担当,,,,\n"
    before = entries(hall)
    with refused(Reason.LAST_ADMINISTRATOR):
        done(hall, table)
    assert entries(hall) == before


def test_only_an_administrator_imports_and_what_was_done_is_told_once(hall: Hall) -> None:
    table = HEAD + "新人,総務,文書担当,,,,\n"
    details: dict[str, Any] = {"data": table.encode(), "zone": TOKYO, "source": "people.csv"}
    plan = planned(hall, table)
    with refused(Reason.ROLE_MISSING):
        import_people(
            hall.ledger, hall.caller("supervisor"), hall.hasher, previewed=plan, **details
        )
    caller = hall.caller("admin")
    import_people(hall.ledger, caller, hall.hasher, previewed=plan, **details)
    with refused(Reason.TOLD_ONCE):
        import_people(hall.ledger, caller, hall.hasher, previewed=plan, **details)
    with hall.ledger.views() as views:
        new = next(p for p in views.people() if views.names([p.id])[p.id] == "新人")
        facts = [line.fact for line in views.history(new.id)]
    assert isinstance(facts[0], PersonEnrolled)
    assert TableImported("people.csv", 1, 1).contacts == 1


def test_a_language_stays_where_a_table_says_none(hall: Hall) -> None:
    head = HEAD.strip() + ",言語\n"
    done(hall, head + "clerk,総務,文書担当,,,,a@b,en\n")
    done(hall, HEAD + "clerk,総務,文書担当,,,,c@d\n")
    with hall.ledger.views() as views:
        contact = views.contacts.all()[hall.people["clerk"].person]
    assert (contact.email, contact.language) == ("c@d", "en")
    with pytest.raises(TableError, match="row 2, 言語: expected of"):
        planned(hall, head + "clerk,総務,文書担当,,,,a@b,tlh\n")

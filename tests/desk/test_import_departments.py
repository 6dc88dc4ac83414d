"""Departments from a table, again and again."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from station.custody.refusal import Reason
from station.desk import office
from station.desk.import_departments import Plan, import_departments, preview
from station.desk.tables import TableError
from station.ledger.verify import verify
from tests.support.hall import TREASURY, WATER, Hall
from tests.support.refusals import refused

TOKYO = ZoneInfo("Asia/Tokyo")
HEAD = "番号,課名,かな,別名,受付,廃止日,引継ぎ先\n"
AS_IT_IS = (
    HEAD
    + "01,宿直室,しゅくちょくしつ,,,,\n02,総務,そうむ,,振分け,,\n"
    + "03,出納室,すいとうしつ,会計課,,,\n04,経営企画,けいえいきかく,水道,,,\n"
)
APRIL = (
    AS_IT_IS.replace("出納室,すいとうしつ,会計課", "会計室,かいけいしつ,")
    .replace("水道,,,", "水道,,2020-11-05,上下水道課")
    + "05,上下水道課,じょうげすいどうか,水道;下水道,,,\n"
)  # fmt: skip


def planned(hall: Hall, table: str) -> Plan:
    return preview(hall.ledger, table.encode(), TOKYO)


def done(hall: Hall, table: str, plan: Plan | None = None, who: str = "admin") -> bool:
    told = import_departments(
        hall.ledger,
        hall.caller(who),
        data=table.encode(),
        zone=TOKYO,
        source="departments.csv",
        previewed=plan or planned(hall, table),
    )
    return told is not None


def test_the_same_table_changes_nothing(hall: Hall) -> None:
    assert planned(hall, AS_IT_IS).changes == ()
    assert not done(hall, AS_IT_IS)
    assert planned(hall, "番号,課名\n03,出納室\n").changes == ()


def test_a_reorganisation_in_one_table(hall: Hall) -> None:
    assert [change.department for change in planned(hall, APRIL).changes] == ["03", "04", "05"]
    assert done(hall, APRIL)
    assert not done(hall, APRIL)
    with hall.ledger.views() as views:
        treasury, water = (views.books.department(key) for key in (TREASURY, WATER))
        assert views.books.department("05").aliases == ("水道", "下水道")
    assert (treasury.name, treasury.former_names) == (
        "会計室",
        ("出納室", "すいとうしつ", "会計課"),
    )
    assert (water.is_closed, water.successor) == (False, "05")
    hall.clock.now += timedelta(days=5)
    office.close_due_departments(hall.ledger)
    with hall.ledger.views() as views:
        assert views.books.department(WATER).is_closed
    assert not done(hall, APRIL)
    assert verify(hall.engine)[0].broken is None
    with pytest.raises(TableError, match="row 5, 番号: this department is closed"):
        planned(hall, APRIL.replace("経営企画", "企画"))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (HEAD + "03,出納室,,,,,\n03,別,,,,,\n", "row 2, 番号: expected a number that stands once"),
        (HEAD + ",出納室,,,,,\n", "row 2, 番号: expected a number that stands once"),
        (HEAD + "03,経営企画,,,,,\n", "row 2, 課名: expected a name that stands once"),
        (HEAD + "02,総務,そうむ,,,,\n", "row 2, 受付: who sorts mail cannot be changed"),
        (HEAD + "03,出納室,,,,4月1日,\n", "row 2, 廃止日: expected a day with its year"),
        (HEAD + "03,出納室,,,,2020-01-01,\n", "row 2, 廃止日: that day is over"),
        (HEAD + "09,新課,,,,2020-12-01,\n", "row 2, 廃止日: there is no such department"),
        (HEAD + "03,出納室,,,,2020-12-01,税務\n", "row 2, 引継ぎ先: unknown department"),
        (HEAD + "03,出納室,,,,2020-12-01,出納室\n", "row 2, 引継ぎ先: unknown department"),
    ],
)
def test_a_wrong_row_is_named(hall: Hall, table: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        planned(hall, table)


def test_a_table_does_not_close_the_last_that_sorts_mail(hall: Hall) -> None:
    table = HEAD + "02,総務,そうむ,,振分け,2020-12-01,出納室\n"
    with refused(Reason.LAST_SORTING_DEPARTMENT):
        done(hall, table)
    done(hall, table + "09,文書課,ぶんしょか,,振分け,,\n")


def test_a_preview_that_is_no_longer_true_is_not_done(hall: Hall) -> None:
    plan = planned(hall, APRIL)
    with refused(Reason.ROLE_MISSING):
        done(hall, APRIL, plan, who="supervisor")
    done(hall, APRIL)
    with refused(Reason.DEPARTMENT_CHANGED):
        done(hall, APRIL, plan)


def test_a_department_of_a_table_opens_on_its_day(hall: Hall) -> None:
    table = "番号,課名,開設日\n05,市民課,2020-11-05\n06,今日から,2020-10-31\n"
    told = [(change.department, str(change.opens)) for change in planned(hall, table).changes]
    assert told == [("05", "2020-11-05"), ("06", "2020-10-31")]
    assert done(hall, table)
    assert not done(hall, table)
    assert office.open_due_departments(hall.ledger) is None
    with hall.ledger.views() as views:
        assert views.books.department("05").is_closed
        assert not views.books.department("06").is_closed
    hall.clock.now += timedelta(days=5)
    opened = office.open_due_departments(hall.ledger)
    assert opened is not None
    assert opened.recorded[0].stamp.person is None
    with hall.ledger.views() as views:
        assert not views.books.department("05").is_closed
    assert verify(hall.engine)[0].broken is None


@pytest.mark.parametrize(
    ("day", "says"),
    [("5日", "expected a day with its year"), ("2020-10-30", "that day is over")],
)
def test_a_day_of_opening_that_cannot_be_is_told(hall: Hall, day: str, says: str) -> None:
    with pytest.raises(TableError, match=f"row 2, 開設日: {says}"):
        planned(hall, f"番号,課名,開設日\n05,市民課,{day}\n")

"""Expected lists: taken in right, or refused whole with the row and the reason."""

import io
from datetime import UTC, date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter

from station.custody.expected import Change, overdue_expected
from station.custody.facts import ExpectedListImported
from station.custody.refusal import Reason
from station.custody.state import Department
from station.desk.expected import (
    import_expected,
    look_at_list,
    preview_expected,
    read_expected,
)
from station.desk.tables import BYTES_MAX, ROWS_MAX, Choices, TableError
from station.desk.workbooks import LOST_DIGITS
from station.ledger.store import By, Done
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall
from tests.support.refusals import refused

DEPARTMENTS = (
    Department("03", "出納室", "すいとうしつ", ("会計課",), sorts_mail=False),
    Department("04", "総務・情報統計グループ", "", (), sorts_mail=True),
)
HEAD = "引受番号,種別,差出人,あて先,配布先課\n"


def errors(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    try:
        return [str(error) for error in read_expected(data, DEPARTMENTS).errors]
    except TableError as error:
        return [str(wrong) for wrong in error.errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_list_in_the_usual_encodings(encoding: str) -> None:
    text = HEAD + "131-12-38385-2,簡易書留,㈱銀行,市役所 御中,\r\n4055-4842-4886,,,,出納室\r\n"
    one, two = read_expected(text.encode(encoding), DEPARTMENTS).rows
    assert (one.number, one.service, one.sender, one.department) == (
        "13112383852",
        "簡易書留",
        "㈱銀行",
        None,
    )
    assert (two.number, two.department) == ("405548424886", "03")


@pytest.mark.parametrize("said", ["出納室", "03", "すいとうしつ", "会計課", " 出 納 室 ", "０３"])
def test_a_department_by_any_of_its_names(said: str) -> None:
    assert (
        read_expected(f"{HEAD}131-12-38385-2,,,,{said}\n".encode(), DEPARTMENTS).rows[0].department
        == "03"
    )


def test_full_width_digits_and_other_headings_and_orders() -> None:
    text = "ＤＥＰＡＲＴＭＥＮＴ,Tracking Number\n出納室,１３１－１２－３８３８５－２\n"
    (row,) = read_expected(text.encode(), DEPARTMENTS).rows
    assert (row.number, row.department) == ("13112383852", "03")


def test_a_carrier_whose_rule_is_not_known_is_taken_as_it_is() -> None:
    (row,) = read_expected(f"{HEAD}SEINO-778899,,,,\n".encode(), DEPARTMENTS).rows
    assert row.number == "SEINO778899"


def test_every_wrong_row_is_named_and_nothing_is_taken() -> None:
    found = errors(
        HEAD
        + "131-12-38385-3,,,,\n"
        + "1.31E+10,,,,\n"
        + "\n"
        + "131-12-38385-2,,,,水道課\n"
        + "131-12-38385-2,,,,\n"
    )
    assert found == [
        "row 2, 引受番号: the check digit is wrong: '131-12-38385-3'",
        f"row 3, 引受番号: {LOST_DIGITS}: '1.31E+10'",
        "row 5, 配布先課: unknown department: '水道課'",
        "row 6, 引受番号: the same number stands in row 5: '131-12-38385-2'",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the table is empty"),
        (HEAD, "headings and no rows"),
        ("引受番号,謎\n131-12-38385-2,\n", "unknown heading"),
        ("種別\n書留\n", "引受番号: this heading is missing"),
        ("番号,引受番号\n1,2\n", "this heading stands twice"),
        (HEAD + "131-12-38385-2,書留\n", "the headings have (5)"),
        ('引受番号\n"131-12-38385-2\n', "not a CSV"),
        (b"\x81\x00\xff\xfe", "expected text in UTF-8 or cp932"),
        (b"x" * (BYTES_MAX + 1), "more than"),
        ("引受番号\n" + "1\n" * (ROWS_MAX + 1), "more than"),
    ],
)
def test_a_table_that_cannot_be_one_is_refused(text: str | bytes, says: str) -> None:
    assert says in " ".join(errors(text))


def test_a_list_is_in_the_ledger_and_its_names_are_not_in_the_journal(hall: Hall) -> None:
    caller = hall.caller("clerk")
    data = (HEAD + "131-12-38385-2,簡易書留,みどり銀行,市役所 御中,会計課\n").encode("cp932")
    import_expected(hall.ledger, caller, source="list.csv", data=data)
    hall.taken("duty", "13112383852")
    with hall.ledger.views() as views:
        (line,) = views.held("01")
        assert (line.sender, line.addressee, line.service) == (
            "みどり銀行",
            "市役所 御中",
            "簡易書留",
        )
        expected = views.books.expected(line.item.expected) if line.item.expected else None
    assert expected is not None
    assert expected.department == TREASURY
    again = import_expected(hall.ledger, caller, source="list.csv", data=data)
    assert again.is_replay


def test_a_receiver_imports_nothing(hall: Hall) -> None:
    with refused(Reason.ROLE_MISSING):
        import_expected(
            hall.ledger,
            hall.caller("treasurer"),
            source="x",
            data=f"{HEAD}131-12-38385-2,,,,\n".encode(),
        )


# -- what a later list does, on a real database ---------------------------------------------------

WITH_DAY = "引受番号,種別,差出人,あて先,配布先課,到着予定日\n"
TODAY = date(2020, 10, 31)
ONE, TWO, THREE = "131-12-38385-2", "201-12-34567-6", "312-45-07716-1"


def row(number: str, sender: str = "銀行", department: str = "", due: str = "") -> str:
    return f"{number},書留,{sender},市役所,{department},{due}\n"


def imported(hall: Hall, *rows: str, replaces: UUID | None = None) -> Done:
    data = (WITH_DAY + "".join(rows)).encode()
    caller = hall.caller("clerk")
    return import_expected(hall.ledger, caller, source="a.csv", data=data, replaces=replaces)


def kinds(done: Done) -> list[str]:
    return [type(fact).__name__ for fact in done.facts[1:]]


def list_of(done: Done) -> UUID:
    (fact,) = (fact for fact in done.facts if isinstance(fact, ExpectedListImported))
    return fact.list


def test_a_preview_says_what_would_be_done_and_does_nothing(hall: Hall) -> None:
    first = imported(hall, row(ONE), row(TWO), row(THREE))
    rows = (row(ONE), row(TWO, "組合", "会計課", "2020-11-04"), row("404-41-00001-6"))
    data = (WITH_DAY + "".join(rows)).encode()
    wrong = preview_expected(hall.ledger, data=data, replaces=list_of(first))
    assert [(error.row, error.problem) for error in wrong.errors] == [
        (4, "the check digit is wrong")
    ]
    good = data.replace(b"404-41-00001-6", b"4055-4842-4886")
    seen = preview_expected(hall.ledger, data=good, replaces=list_of(first))
    assert [(it.row, it.change, it.fields) for it in seen.rows] == [
        (2, Change.SAME, ()),
        (3, Change.CORRECTED, ("sender", "department", "due")),
        (4, Change.NEW, ()),
    ]
    assert (seen.count(Change.NEW), seen.withdrawn, seen.errors) == (1, ("31245077161",), ())
    with hall.ledger.views() as views:
        assert len(views.books.announced(["13112383852", "20112345676", "405548424886"])) == 2
        assert views.books.missing_expected(list_of(first)) == (
            "13112383852",
            "20112345676",
            "31245077161",
        )


def test_lists_merge_correct_and_replace(hall: Hall) -> None:
    first = imported(hall, row(ONE), row(TWO))
    assert kinds(imported(hall, row(ONE), row(TWO))) == ["ExpectedRepeated"] * 2
    second = imported(hall, row(ONE, "組合", "出納室", "R2.11.4"), replaces=list_of(first))
    assert kinds(second) == ["ExpectedCorrected", "ExpectedWithdrawn"]
    with hall.ledger.views() as views:
        (line,) = views.awaited(list_of(second))
        assert (line.sender, line.addressee) == ("組合", "市役所")
        assert (line.expected.department, line.expected.due) == ("03", date(2020, 11, 4))
        assert [known.rows for known in views.expected_lists(TODAY)] == [1, 1, 1]
    hall.taken("duty", "13112383852")
    with hall.ledger.views() as views:
        assert views.expected_lists(TODAY) == ()
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_names_that_stay_the_same_are_kept_once(hall: Hall) -> None:
    imported(hall, row(ONE, "銀行"), row(TWO, "銀行"))
    with hall.ledger.views() as views:
        before = {due.sender for due in views.books.announced(["13112383852", "20112345676"])}
    imported(hall, row(ONE, "銀行"), row(TWO, "組合"))
    with hall.ledger.views() as views:
        one, two = views.books.announced(["13112383852", "20112345676"])
        assert {one.sender} == before
        assert two.sender not in before


def test_a_list_whose_headings_are_asked_about_is_taken_by_the_users_word(hall: Hall) -> None:
    data = "整理No,問合せ先番号\n1,131-12-38385-2\n".encode()
    with pytest.raises(TableError, match="unknown heading"):
        import_expected(hall.ledger, hall.caller("clerk"), source="x", data=data)
    assert [column.meaning for column in look_at_list(data).columns] == [None, None]
    choices = Choices(columns={0: "", 1: "number"})
    done = import_expected(
        hall.ledger, hall.caller("clerk"), source="x", data=data, choices=choices
    )
    assert kinds(done) == ["ItemAnnounced"]


def test_a_workbook_is_a_list_like_any_other(hall: Hall) -> None:
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ["引受番号", "到着予定日"])
    page.write_row(1, 0, [13112383852, "2020/11/4"])
    page.write_row(2, 0, ["1.31E+10", ""])
    book.close()
    with pytest.raises(TableError) as caught:
        import_expected(hall.ledger, hall.caller("clerk"), source="x", data=kept.getvalue())
    assert [(error.row, error.problem) for error in caught.value.errors] == [(3, LOST_DIGITS)]


@pytest.mark.parametrize(
    ("said", "number"),
    [("13112383852.0", "13112383852"), ("１３１１２３８３８５２", "13112383852")],
)
def test_numbers_that_programs_write_with_decimals(said: str, number: str) -> None:
    (found,) = read_expected(f"引受番号\n{said}\n".encode(), ()).rows
    assert found.number == number


@pytest.mark.parametrize("said", ["1.31E+10", "1.3112383852e10", "１．３１Ｅ＋１０", "9E+21"])
def test_a_shortened_number_says_why_and_what_to_do(said: str) -> None:
    assert LOST_DIGITS in errors(f"引受番号\n{said}\n")[0]


def test_days_and_services_that_cannot_be_are_errors_of_their_row() -> None:
    found = errors(WITH_DAY + row(ONE, due="11/2") + f"{TWO},{'書' * 61},,,,\n")
    assert [told.partition(": ")[0] for told in found] == ["row 2, 到着予定日", "row 3, 種別"]


def test_a_replaced_list_that_is_none_is_refused(hall: Hall) -> None:
    with refused(Reason.UNKNOWN_SUBJECT, expected="list"):
        imported(hall, row(ONE), replaces=UUID(int=1))


def test_a_row_without_a_day_is_due_on_the_offices_day(hall: Hall) -> None:
    hall.clock.now = datetime(2020, 11, 1, 23, 0, tzinfo=UTC)
    data = f"引受番号\n{ONE}\n".encode()
    import_expected(
        hall.ledger, hall.caller("clerk"), source="x", data=data, zone=ZoneInfo("Asia/Tokyo")
    )
    with hall.ledger.views() as views:
        (due,) = views.books.announced(["13112383852"])
    assert due.due == date(2020, 11, 2)


def test_what_does_not_come_is_a_case_with_what_was_announced_of_it(hall: Hall) -> None:
    imported(hall, row(ONE, due="2020-11-02"), row(TWO, due="2020-11-05"))

    def rounds() -> Done:
        by = By(uuid4(), None, "console")
        today = date(2020, 11, 5)
        return hall.ledger.perform(
            by,
            "make_rounds",
            lambda work: overdue_expected(work.books, deed=by.deed, today=today, grace_days=2),
        )

    rounds()
    with pytest.raises(ValueError, match="records something"):
        rounds()
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
        line = views.expected([case.expected])[case.expected]  # type: ignore[index]
        assert (line.expected.number, line.sender) == ("13112383852", "銀行")
    hall.taken("duty", "13112383852")
    with hall.ledger.views() as views:
        assert views.open_cases() == ()
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


@pytest.mark.slow
def test_a_list_of_as_many_rows_as_are_allowed_is_taken_whole(hall: Hall) -> None:
    numbers = (f"{body}{body % 7}" for body in range(1_000_000_000, 1_000_000_000 + ROWS_MAX))
    data = (HEAD + "".join(f"{n},書留,銀行,市役所,会計課\n" for n in numbers)).encode()
    done = import_expected(hall.ledger, hall.caller("clerk"), source="big.csv", data=data)
    with hall.ledger.views() as views:
        assert len(views.books.missing_expected(list_of(done))) == ROWS_MAX


def test_what_was_previewed_is_taken_in_or_nothing(hall: Hall) -> None:
    data = f"引受番号,差出人\n{ONE},銀行\n".encode()
    seen = preview_expected(hall.ledger, data=data)
    assert preview_expected(hall.ledger, data=data).mark == seen.mark
    later = data.replace("銀行".encode(), "信用金庫".encode())
    caller = hall.caller("clerk")
    import_expected(hall.ledger, caller, source="a", data=data, previewed=seen.mark)
    again = import_expected(hall.ledger, caller, source="a", data=data, previewed=seen.mark)
    assert again.is_replay
    with refused(Reason.LIST_CHANGED):
        other = hall.caller("clerk")
        import_expected(hall.ledger, other, source="b", data=later, previewed=seen.mark)
    assert preview_expected(hall.ledger, data=later).mark != seen.mark

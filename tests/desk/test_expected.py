"""Expected lists: taken in right, or refused whole with the row and the reason."""

import pytest

from station.custody.refusal import Reason
from station.custody.state import Department
from station.desk.expected import import_expected, read_expected
from station.desk.tables import BYTES_MAX, ROWS_MAX, TableError
from tests.support.hall import TREASURY, Hall
from tests.support.refusals import refused

DEPARTMENTS = (
    Department("03", "出納室", "すいとうしつ", ("会計課",), sorts_mail=False),
    Department("04", "総務・情報統計グループ", "", (), sorts_mail=True),
)
HEAD = "引受番号,種別,差出人,あて先,配布先課\n"


def errors(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(TableError) as caught:
        read_expected(data, DEPARTMENTS)
    return [str(error) for error in caught.value.errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_list_in_the_usual_encodings(encoding: str) -> None:
    text = HEAD + "131-12-38385-2,簡易書留,㈱銀行,市役所 御中,\r\n4055-4842-4886,,,,出納室\r\n"
    one, two = read_expected(text.encode(encoding), DEPARTMENTS)
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
        read_expected(f"{HEAD}131-12-38385-2,,,,{said}\n".encode(), DEPARTMENTS)[0].department
        == "03"
    )


def test_full_width_digits_and_other_headings_and_orders() -> None:
    text = "ＤＥＰＡＲＴＭＥＮＴ,Tracking Number\n出納室,１３１－１２－３８３８５－２\n"
    (row,) = read_expected(text.encode(), DEPARTMENTS)
    assert (row.number, row.department) == ("13112383852", "03")


def test_a_carrier_whose_rule_is_not_known_is_taken_as_it_is() -> None:
    (row,) = read_expected(f"{HEAD}SEINO-778899,,,,\n".encode(), DEPARTMENTS)
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
        "row 3, 引受番号: this is no tracking number: '1.31E+10'",
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

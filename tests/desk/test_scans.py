"""Scans in the journal's words."""

import pytest

from station.custody.refusal import Reason
from station.custody.values import CaseKind
from station.desk import arrival, handover, review
from station.desk.scans import (
    Outcome,
    Seen,
    item_of,
    outcome_of,
    require_same,
    storable,
    typed_twice,
)
from station.scan.reading import Doubtful, Reading
from tests.support.hall import SORTING, Hall, seen
from tests.support.refusals import refused

NUMBER = "13112383852"


def doubt(text: str) -> Seen:
    return Seen(Doubtful(text, (), "code128", ("zxing",), (), "unknown_family"), b"\xff\xd8photo")


def test_the_four_answers(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=3)
    taken = arrival.take_in(
        hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(NUMBER)
    )
    again = arrival.take_in(
        hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(NUMBER)
    )
    look = arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=doubt("abc"))
    stray = review.record_stray(hall.ledger, hall.caller("clerk"), seen=seen(NUMBER))
    assert [outcome_of(done) for done in (taken, again, look, stray)] == [
        Outcome.TAKEN,
        Outcome.ALREADY,
        Outcome.LOOK,
        Outcome.REFUSED,
    ]
    assert item_of(taken) == item_of(again) is not None
    assert item_of(look) is None
    none = handover.open_handover(hall.ledger, hall.caller("duty"), receiver=SORTING)
    with pytest.raises(ValueError, match="expected the facts of a scan"):
        outcome_of(none)


def test_a_stray_scan_has_one_case_whatever_else_is_open_about_its_number(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=doubt("abc"))
    for _ in range(2):
        review.record_stray(hall.ledger, hall.caller("clerk"), seen=doubt("abc"))
    with hall.ledger.views() as views:
        (found,) = views.books.open_cases(what=CaseKind.FOUND)
        assert found.what is CaseKind.FOUND
        assert len(views.books.open_cases()) == 2
        assert views.books.open_cases(what=CaseKind.FOUND, arrival=opened.deed) == ()


def test_a_doubtful_scan_keeps_its_photo_apart(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=3)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=doubt("ａ" * 900))
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
        assert case.scan is not None
        assert case.scan.text == "A" * 500
        assert case.scan.photo is not None
        assert views.vault.photo(case.scan.photo.id) == ("image/jpeg", b"\xff\xd8photo")
        assert views.vault.texts([case.scan.photo]) == {}


def test_a_text_of_which_nothing_is_left_is_kept_as_it_came(hall: Hall) -> None:
    """Two of them are not one text scanned twice, and one scanned twice is no piece."""
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    for text in ("---", "\u200b", "ー", "---"):
        caller, it = hall.caller("duty"), doubt(text)
        for _ in range(2):  # sent again, it is the same scan
            done = arrival.take_in(hall.ledger, caller, arrival=opened.deed, seen=it)
            require_same(hall.ledger, done, it.reading)
        assert (outcome_of(done), done.count) == (Outcome.LOOK, 0)
    with hall.ledger.views() as views:
        kept = [case.scan.text for case in views.open_cases() if case.scan is not None]
    assert sorted(kept) == ["---", "---", "ー", "\ufffd"]


def test_what_no_database_could_keep_is_kept_as_a_mark() -> None:
    assert storable("a\u0000b\x1dc\ud800あ😀") == "a�b�c�あ😀"


def test_what_is_typed_must_be_typed_the_same_twice() -> None:
    found = typed_twice("131-12-38385-2", "１３１１２３８３８５２")
    assert isinstance(found, Reading)
    assert found.number.number == NUMBER
    wrong = typed_twice("13112383853", "13112383853")
    assert isinstance(wrong, Doubtful)
    assert wrong.why == "check_digit"
    for pair in (("13112383852", "13112383853"), ("", ""), (" ", "-")):
        with refused(Reason.TYPED_DIFFERS):
            typed_twice(*pair)

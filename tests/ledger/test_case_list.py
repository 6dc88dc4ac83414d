"""The list of cases: by gravity and age, by what is asked for, a page at a time."""

from datetime import date
from uuid import UUID

from station.custody.values import CaseKind, Settlement
from station.desk import review
from station.ledger.case_list import GRAVITY, State, Wanted
from tests.support.cases import counted_short, disagreed, missed, short, still_held, stray
from tests.support.hall import Hall

ONE, TWO, THREE, FOUR = "13112383852", "20112345676", "31245077161", "RR123456785JP"


def listed(hall: Hall, wanted: Wanted | None = None, **page: int) -> list[UUID]:
    with hall.ledger.views() as views:
        return [case.id for case in views.cases.page(wanted or Wanted(), **page)]


def counts(hall: Hall, wanted: Wanted | None = None) -> list[tuple[CaseKind, int]]:
    with hall.ledger.views() as views:
        return list(views.cases.counts(wanted or Wanted()).items())


def settled(hall: Hall, *cases: UUID) -> None:
    for case in cases:
        review.settle_case(hall.ledger, hall.caller("supervisor"), case=case, reason="確かめた")


def test_every_kind_has_its_gravity() -> None:
    assert GRAVITY.keys() == set(CaseKind)


def test_grave_ones_come_first_and_what_a_list_says_comes_last(hall: Hall) -> None:
    missed(hall, ONE, TWO)
    differs = disagreed(hall, hall.taken("clerk", THREE)[0])
    found = stray(hall, FOUR)
    assert listed(hall)[:2] == [differs, found], "of equal gravity the oldest first"
    expected = [
        (CaseKind.FOUND, 1),
        (CaseKind.DISAGREEMENT, 1),
        (CaseKind.MISSING_EXPECTED, 2),
    ]
    assert counts(hall) == expected
    assert counts(hall, Wanted(kind=CaseKind.FOUND)) == expected, "so that one can choose another"


def test_settled_ones_are_found_again_the_newest_first_by_pages(hall: Hall) -> None:
    cases = [stray(hall, number) for number in (ONE, TWO, THREE)]
    settled(hall, cases[0], cases[2])
    wanted = Wanted(State.SETTLED)
    assert listed(hall, wanted) == [cases[2], cases[0]]
    assert listed(hall, wanted, number=2, size=1) == [cases[0]]
    assert listed(hall, wanted, number=3, size=1) == []
    assert listed(hall, Wanted(State.ALL)) == [cases[1], cases[2], cases[0]]


def test_they_are_found_by_what_they_are_about(hall: Hall) -> None:
    arrival, differs = short(hall, ONE)
    item, held = still_held(hall, TWO)
    close, counted = counted_short(hall, "water", THREE)
    (extra,) = counted.values()
    of_list = missed(hall, FOUR)
    (due,) = listed(hall, Wanted(kind=CaseKind.MISSING_EXPECTED))
    for wanted, found in (
        (Wanted(arrival=arrival), [differs]),
        (Wanted(item=item), [held]),
        (Wanted(day_close=close), [extra]),
        (Wanted(part=THREE[2:6]), [extra]),
        (Wanted(part=TWO[:5]), [held]),
        (Wanted(part=FOUR[:5]), [due]),
        (Wanted(list=of_list, day=date(2020, 11, 2)), [due]),
        (Wanted(list=of_list, day=date(2020, 11, 3)), []),
        (Wanted(State.SETTLED, item=item), []),
    ):
        assert listed(hall, wanted) == found, wanted


def test_what_waits_for_a_second_person_is_asked_for(hall: Hall) -> None:
    stray(hall, ONE)
    _item, held = still_held(hall, TWO)
    assert listed(hall, Wanted(is_proposed=True)) == []
    review.propose_settlement(
        hall.ledger,
        hall.caller("supervisor"),
        case=held,
        settlement=Settlement.DECLARE_LOST,
        reason="全課で探した",
    )
    assert listed(hall, Wanted(is_proposed=True)) == [held]


def test_lists_of_which_pieces_are_missed_are_counted_by_day(hall: Hall) -> None:
    more = missed(hall, ONE, TWO)
    less = missed(hall, THREE, due="2020-11-05")
    with hall.ledger.views() as views:
        assert [(it.list, it.day, it.count) for it in views.cases.not_come()] == [
            (more, date(2020, 11, 2), 2),
            (less, date(2020, 11, 5), 1),
        ]

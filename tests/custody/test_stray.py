"""Stray: what is scanned where it cannot be is recorded, told, and never lost twice."""

from dataclasses import replace
from uuid import UUID

from station.custody import facts as f
from station.custody import review, sorting
from station.custody import stray as rules
from station.custody.refusal import Reason
from station.custody.state import ItemStatus
from station.custody.values import CaseKind, Settlement
from tests.support.play import TREASURY, WATER, Play, doubtful, key, scan
from tests.support.refusals import refused


def test_a_stray_piece_is_recorded_with_where_it_should_be(play: Play) -> None:
    item = play.taken("13112383852", "clerk")
    for number, held in (("13112383852", item), ("404410000016", None)):
        facts = play.do("water", rules.record_stray, deed=key(number), scan=scan(number))
        assert isinstance(facts[0], f.StrayScanned)
        assert facts[0].item == held
        case = facts[1]
        assert isinstance(case, f.CaseOpened)
        assert case.what is CaseKind.FOUND


def test_a_stray_piece_scanned_again_is_a_fact_and_no_second_case(play: Play) -> None:
    for n, scans in ((1, 2), (2, 1)):
        facts = play.do("water", rules.record_stray, deed=key(f"{n}"), scan=scan("13112383852"))
        assert len(facts) == scans
    other = play.do("water", rules.record_stray, deed=key("3"), scan=scan("404410000016"))
    assert len(other) == 2


def test_who_scans_a_stray_piece_too_settles_no_case_of_their_own_scan(play: Play) -> None:
    for who in ("water", "both"):
        facts = play.do(who, rules.record_stray, deed=key(who), scan=scan("13112383852"))
        assert isinstance(facts[-1], f.CaseOpened)
    first, second = play.books.open_cases(what=CaseKind.FOUND)
    assert [first.author, second.author] == [key("water"), key("both")]
    settled = {"case_id": second.id, "reason": "it lay at the desk beside"}
    with refused(Reason.SAME_PERSON):
        play.do("both", review.settle_case, **settled)
    play.do("supervisor", review.settle_case, **settled)
    assert not play.books.case(second.id).is_open


def test_an_auditor_scans_nothing(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.do("auditor", rules.record_stray, deed=key("x"), scan=scan("13112383852"))


# -- a lost piece that turns up --------------------------------------------------------------------

LOST = "13112383852"


def found(play: Play, who: str, number: str = LOST) -> f.Facts:
    deed = key(f"found {len(play.log)}")
    return play.do(who, rules.record_stray, deed=deed, scan=scan(number))


def test_a_lost_piece_is_held_by_whose_scan_found_it_and_the_supervisor_is_told(
    play: Play,
) -> None:
    item, _ = play.lost(LOST)
    stray, again, case = found(play, "water")
    assert stray == f.StrayScanned(WATER, scan(LOST), item, None)
    assert again == f.ItemFoundAgain(item, WATER)
    assert isinstance(case, f.CaseOpened)
    assert (case.what, case.item) == (CaseKind.FOUND_AGAIN, item)
    kept = play.books.item(item)
    assert (kept.status, kept.holder) == (ItemStatus.HELD, WATER)
    assert play.books.case(case.case).author == key("water")


def test_a_found_piece_is_handed_on_like_any_other(play: Play) -> None:
    item, _ = play.lost(LOST)
    found(play, "clerk")
    play.do("clerk", sorting.enter_first, item_id=item, department=TREASURY)
    play.check("clerk2", item, TREASURY)
    assert play.books.item(item).route is not None


def test_a_doubtful_scan_finds_nothing_until_it_is_confirmed_by_a_second(play: Play) -> None:
    item = unmatched_lost(play)
    for n, kinds in (
        (1, [f.StrayScanned, f.CaseOpened]),
        (2, [f.StrayScanned, f.ItemFoundAgain, f.CaseOpened]),
    ):
        facts = play.do("water", rules.record_stray, deed=key(f"{n}"), scan=doubtful("ABC123456"))
        assert [type(fact) for fact in facts] == kinds
    assert play.books.item(item).holder == WATER


def unmatched_lost(play: Play) -> UUID:
    """A piece without a trusted number, declared lost."""
    opened = play.arrival()
    for _ in range(2):
        facts = play.take(opened, doubtful("ABC123456"))
    assert isinstance(facts[0], f.ItemTakenIn)
    item = facts[0].item
    play.keep("duty2", (f.CaseOpened(key("held"), CaseKind.STILL_HELD, item=item),))
    play.settled_by_two(key("held"), Settlement.DECLARE_LOST)
    return item


def test_whoever_kept_a_piece_before_it_was_lost_keeps_it_no_more(play: Play) -> None:
    item, _ = play.lost(LOST)
    play.books.put(replace(play.books.item(item), keeper=key("clerk")))
    found(play, "water")
    assert play.books.item(item).keeper is None

"""Receipt: blind, in either order, by several people; and "not ours"."""

from dataclasses import replace
from uuid import UUID

from station.custody import facts as f
from station.custody import handover as rules
from station.custody import receipt, review, sorting
from station.custody.refusal import Reason
from station.custody.state import ItemStatus, Phase, Receipt
from station.custody.values import CaseKind, Role
from tests.support.play import SORTING, TREASURY, WATER, Play, doubtful, key, scan
from tests.support.refusals import refused

ONE, TWO, THREE = "13112383852", "404410000016", "20112345676"


def test_the_receiver_counts_what_is_offered_to_them_alone(play: Play) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    with refused(Reason.NOT_MEMBER):
        play.receive("water", opened, scan(ONE))
    play.receive("treasurer", opened, scan(ONE))
    play.finish_count("treasurer", opened)
    late = play.receive("treasurer", opened, scan(ONE))
    assert isinstance(late[0], f.StrayScanned)


def test_a_foreign_piece_is_recorded_and_never_received(play: Play) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    play.routed(TWO, WATER)
    for what in (scan(TWO), scan(TWO), doubtful("???"), doubtful("???")):
        facts = play.receive("treasurer", opened, what)
        assert isinstance(facts[0], f.ForeignScanned)
    assert play.books.handover(opened).received == frozenset()
    assert [c.what for c in play.books.open_cases(handover=opened)] == [CaseKind.FOUND] * 2


def test_nobody_who_counted_settles_that_a_foreign_piece_was_there(play: Play) -> None:
    play.keep("admin", (play.enrolled("chief", TREASURY, Role.RECEIVER, Role.SUPERVISOR),))
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    for who in ("treasurer", "chief"):
        play.receive(who, opened, scan(TWO))
    (case,) = play.books.open_cases(handover=opened)
    with refused(Reason.SAME_PERSON):
        play.do("chief", review.settle_case, case_id=case.id, reason="it came along")
    play.do("supervisor", review.settle_case, case_id=case.id, reason="it came along")
    assert not play.books.case(case.id).is_open


def test_a_second_scan_by_the_receiver_counts_once_and_can_be_taken_back(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    assert isinstance(play.receive("treasurer", opened, scan(ONE))[0], f.ItemReceived)
    assert isinstance(play.receive("treasurer", opened, scan(ONE))[0], f.ScanRepeated)
    assert play.books.handover(opened).received == {item}
    play.do("treasurer", receipt.unreceive, handover_id=opened, item_id=item)
    assert play.books.handover(opened).received == frozenset()
    with refused(Reason.NOT_IN_HANDOVER):
        play.do("treasurer", receipt.unreceive, handover_id=opened, item_id=item)


def test_several_people_scan_into_one_set_and_the_scans_of_each_are_known(play: Play) -> None:
    one, two = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    opened = play.handover("clerk", TREASURY, one, two)
    play.receive("treasurer", opened, scan(ONE))
    play.receive("treasurer2", opened, scan(TWO))
    play.receive("treasurer2", opened, scan(ONE))
    assert play.books.handover(opened).receipts == {
        Receipt(one, key("treasurer")),
        Receipt(two, key("treasurer2")),
    }
    play.finish_count("treasurer2", opened)
    assert play.books.handover(opened).phase is Phase.AGREED


# -- in either order -------------------------------------------------------------------------------


def early(play: Play, *numbers: str) -> tuple[UUID, UUID]:
    """A handover whose receiver scans first; returns it and a piece that is routed there."""
    item = play.routed(ONE, TREASURY)
    play.routed(TWO, WATER)
    opened = play.handover("clerk", TREASURY, offered=False)
    for number in numbers:
        facts = play.receive("treasurer", opened, scan(number))
        assert facts == (f.EarlyScanned(opened, scan(number)),)
    return opened, item


def offered(play: Play, opened: UUID, item: UUID) -> f.Facts:
    play.offer("clerk", opened, scan(play.books.item(item).number))
    return play.finish_offer("clerk", opened)


def test_an_early_scan_is_recorded_alike_whatever_it_is_of(play: Play) -> None:
    opened, _ = early(play, ONE, TWO, THREE, ONE)
    handover = play.books.handover(opened)
    assert (handover.counted, handover.received) == (3, frozenset())
    assert play.books.open_cases(handover=opened) == ()


def test_early_scans_are_judged_when_the_receiver_is_done_last(play: Play) -> None:
    opened, item = early(play, ONE, TWO)
    assert offered(play, opened, item) == (f.SetOffered(opened, 1),)
    assert play.books.handover(opened).counted == 2
    facts = play.finish_count("treasurer2", opened)
    assert [type(fact) for fact in facts] == [
        f.ItemReceived,
        f.ForeignScanned,
        f.CaseOpened,
        f.CountFinished,
    ]
    handover = play.books.handover(opened)
    assert (handover.phase, handover.early) == (Phase.AGREED, ())
    assert handover.receipts == {Receipt(item, key("treasurer"))}
    (case,) = play.books.open_cases(handover=opened)
    assert (case.what, case.author) == (CaseKind.FOUND, key("treasurer"))


def test_the_sets_are_compared_when_the_giver_is_done_last(play: Play) -> None:
    opened, item = early(play, ONE)
    assert play.finish_count("treasurer", opened) == (f.ReceiverDone(opened, 1),)
    facts = offered(play, opened, item)
    assert isinstance(facts[-1], f.CountFinished)
    handover = play.books.handover(opened)
    assert handover.phase is Phase.AGREED
    assert handover.receipts == {Receipt(item, key("treasurer"))}
    play.signed(opened, "treasurer", "clerk")
    assert play.books.item(item).holder == TREASURY


def test_a_receiver_who_scans_on_is_not_done(play: Play) -> None:
    opened, item = early(play, TWO)
    play.finish_count("treasurer", opened)
    play.receive("treasurer", opened, scan(ONE))
    assert offered(play, opened, item) == (f.SetOffered(opened, 1),)
    assert play.books.handover(opened).phase is Phase.COUNTING


def test_an_early_scan_that_is_repeated_when_it_can_be_judged_counts_once(play: Play) -> None:
    opened, item = early(play, ONE, TWO)
    offered(play, opened, item)
    assert isinstance(play.receive("treasurer", opened, scan(ONE))[0], f.ItemReceived)
    assert isinstance(play.receive("treasurer", opened, scan(TWO))[0], f.ForeignScanned)
    assert play.books.handover(opened).counted == 1
    facts = play.finish_count("treasurer", opened)
    assert [type(fact) for fact in facts] == [f.CountFinished]
    assert play.books.handover(opened).phase is Phase.AGREED


def test_a_receiver_who_comes_early_with_nothing_sees_what_is_missing_in_the_end(
    play: Play,
) -> None:
    opened, item = early(play)
    play.finish_count("treasurer", opened)
    facts = offered(play, opened, item)
    assert isinstance(facts[-1], f.CountFinished)
    assert facts[-1].missing == (item,)


def test_both_may_see_both_sets_only_when_both_are_done(play: Play) -> None:
    opened, item = early(play, ONE)
    seen = [play.books.handover(opened).is_counted]
    offered(play, opened, item)
    seen.append(play.books.handover(opened).is_counted)
    play.finish_count("treasurer", opened)
    assert [*seen, play.books.handover(opened).is_counted] == [False, False, True]


def test_a_lost_piece_that_the_receiver_scans_is_found_again(play: Play) -> None:
    opened, item = early(play, TWO)
    (lost,) = play.books.held_items(TWO)
    play.books.put(replace(lost, status=ItemStatus.LOST))
    offered(play, opened, item)
    facts = play.finish_count("treasurer2", opened)
    assert f.ItemFoundAgain(lost.id, TREASURY) in facts
    assert play.books.item(lost.id).holder == TREASURY
    (case,) = play.books.open_cases(item=lost.id)
    assert (case.what, case.author) == (CaseKind.FOUND_AGAIN, key("treasurer"))


def test_a_lost_piece_is_not_found_again_while_another_of_its_number_is_held(play: Play) -> None:
    lost = play.taken(TWO)
    play.books.put(replace(play.books.item(lost), status=ItemStatus.LOST))
    held = play.taken(TWO)
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    facts = play.receive("treasurer", opened, scan(TWO))
    assert [type(fact) for fact in facts] == [f.ForeignScanned, f.CaseOpened]
    assert play.books.item(lost).is_lost
    assert play.books.item(held).holder != TREASURY


def test_an_early_scan_of_a_piece_that_left_is_never_the_one_under_a_label(play: Play) -> None:
    first = play.books.item(play.taken(ONE, "clerk"))
    second = play.books.item(play.another(ONE))
    opened = key("opened")
    play.do("duty", rules.open_handover, deed=opened, receiver=SORTING, now=play.now)
    assert isinstance(play.receive("clerk", opened, scan(ONE))[0], f.EarlyScanned)
    play.books.put(replace(first, status=ItemStatus.DELIVERED))
    play.offer("duty", opened, scan(second.number))
    play.finish_offer("duty", opened)
    facts = play.finish_count("clerk", opened)
    assert [type(fact) for fact in facts] == [f.ForeignScanned, f.CaseOpened, f.CountFinished]
    assert play.books.handover(opened).phase is Phase.DIFFERING


def test_a_lost_piece_that_turns_up_is_not_taken_for_the_one_under_a_label(play: Play) -> None:
    lost = play.books.item(play.taken(TWO))
    second = play.books.item(play.another(TWO))
    play.books.put(replace(lost, status=ItemStatus.LOST))
    opened = play.handover("duty", SORTING, second.id)
    facts = play.receive("clerk", opened, scan(TWO))
    assert isinstance(facts[1], f.ItemFoundAgain)
    assert facts[1].item == lost.id
    play.finish_count("clerk", opened)
    assert play.books.handover(opened).phase is Phase.DIFFERING


# -- "not ours" ------------------------------------------------------------------------------------


def disown(play: Play, who: str, opened: UUID, item: UUID, reason: str = "他課の名前") -> f.Facts:
    deed = key(f"disown {len(play.log)}")
    return play.do(who, receipt.disown, deed=deed, handover_id=opened, item_id=item, reason=reason)


def test_what_is_not_theirs_stays_with_the_giver_and_is_routed_anew(play: Play) -> None:
    one, two = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    opened = play.handover("clerk", TREASURY, one, two)
    for number in (ONE, TWO):
        play.receive("treasurer", opened, scan(number))
    disown(play, "treasurer2", opened, one)
    back = play.books.item(one)
    assert (back.holder, back.handover, back.questioned) == (SORTING, None, True)
    assert [case.what for case in play.books.open_cases(item=one)] == [CaseKind.NOT_OURS]
    play.finish_count("treasurer", opened)
    play.signed(opened, "clerk", "treasurer")
    assert (play.books.item(one).holder, play.books.item(two).holder) == (SORTING, TREASURY)
    again = play.handover("clerk", TREASURY, offered=False)
    (misfit,) = play.offer("clerk", again, scan(ONE))
    assert misfit == f.MisfitScanned(again, one, scan(ONE), Reason.ROUTE_QUESTIONED, TREASURY)
    play.do("clerk", sorting.enter_first, item_id=one, department=WATER)
    play.check("clerk2", one, WATER)
    routed = play.books.item(one)
    assert routed.route is not None
    assert (routed.route.department, routed.questioned) == (WATER, False)
    assert play.books.open_cases(item=one) == ()


def test_what_was_agreed_with_it_is_agreed_no_more(play: Play) -> None:
    opened = play.agreed(ONE)
    (item,) = play.books.handover(opened).offered
    digest = play.books.handover(opened).digest
    disown(play, "treasurer", opened, item)
    left = play.books.handover(opened)
    assert (left.phase, left.digest, left.offered, left.received) == (
        Phase.DIFFERING,
        None,
        frozenset(),
        frozenset(),
    )
    with refused(Reason.SETS_DIFFER):
        play.do("clerk", rules.sign, handover_id=opened, digest=digest)


def test_not_ours_is_said_by_the_receiver_of_what_they_scanned(play: Play) -> None:
    one, two = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    opened = play.handover("clerk", TREASURY, one, two)
    play.receive("treasurer", opened, scan(ONE))
    with refused(Reason.NOT_MEMBER):
        disown(play, "clerk", opened, one)
    with refused(Reason.NOT_IN_HANDOVER):
        disown(play, "treasurer", opened, two)
    with refused(Reason.REASON_MISSING):
        disown(play, "treasurer", opened, one, " ")
    signed = play.agreed(THREE)
    play.signed(signed, "clerk")
    (vouched,) = play.books.handover(signed).offered
    with refused(Reason.SIGNED_ALREADY):
        disown(play, "treasurer", signed, vouched)


def test_before_the_giver_is_done_nobody_learns_by_it_what_is_offered(play: Play) -> None:
    opened, item = early(play, ONE)
    with refused(Reason.HANDOVER_PHASE, got=Phase.OFFERING):
        disown(play, "treasurer", opened, item)


def test_the_department_that_sorts_takes_all_unsorted_mail(play: Play) -> None:
    item = play.taken(ONE, "duty")
    opened = play.handover("duty", SORTING, item)
    play.receive("clerk", opened, scan(ONE))
    with refused(Reason.NOT_ROUTED):
        disown(play, "clerk", opened, item)

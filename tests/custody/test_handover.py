"""Handover: equal sets, two signers, one step; and no way round."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from station.custody import delivery, offer, office, receipt, review, sorting
from station.custody import facts as f
from station.custody import handover as rules
from station.custody.details import describe_item
from station.custody.refusal import Reason
from station.custody.sides import has_to_count, require_nothing_to_count, side_of
from station.custody.state import ItemStatus, Phase
from station.custody.values import CaseKind, Ending, Role
from tests.support.play import DUTY, SORTING, TREASURY, WATER, Play, key, scan
from tests.support.refusals import refused

ONE, TWO, THREE = "13112383852", "404410000016", "10000000006"


def test_both_signatures_move_every_piece_in_one_step(play: Play) -> None:
    handover_id = play.agreed(ONE)
    handover = play.books.handover(handover_id)
    (item,) = handover.offered
    play.do("treasurer", rules.sign, handover_id=handover_id, digest=handover.digest)
    assert play.books.item(item).holder == SORTING
    play.do("clerk2", rules.sign, handover_id=handover_id, digest=handover.digest)
    sealed = play.books.handover(handover_id)
    assert (sealed.phase, sealed.giver_signer, sealed.receiver_signer) == (
        Phase.SEALED,
        key("clerk2"),
        key("treasurer"),
    )
    assert (play.books.item(item).holder, play.books.item(item).handover) == (TREASURY, None)


def test_nobody_hands_over_to_themselves_or_without_a_role(play: Play) -> None:
    with refused(Reason.SAME_DEPARTMENT):
        play.handover("clerk", SORTING)
    with refused(Reason.ROLE_MISSING):
        play.handover("auditor", TREASURY)
    with refused(Reason.UNKNOWN_SUBJECT):
        play.handover("clerk", "99")


def test_a_scan_of_a_piece_that_one_does_not_hold_is_recorded_and_not_offered(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("water", TREASURY, offered=False)
    for number, held in ((ONE, item), (TWO, None)):
        facts = play.offer("water", opened, scan(number))
        assert isinstance(facts[0], f.StrayScanned)
        assert facts[0].item == held
    assert play.books.handover(opened).offered == frozenset()
    assert [c.what for c in play.books.open_cases(handover=opened)] == [CaseKind.FOUND] * 2


def test_a_piece_is_offered_by_its_scan_and_only_once(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, offered=False)
    first = play.offer("clerk", opened, scan(ONE))
    again = play.offer("clerk", opened, scan(ONE))
    assert (type(first[0]), type(again[0])) == (f.ItemOffered, f.ScanRepeated)
    assert play.books.handover(opened).offered == {item}


def test_what_does_not_belong_there_is_recorded_with_the_reason_and_stays_out(play: Play) -> None:
    routed, undecided = play.routed(ONE, WATER), play.undecided(TWO)
    unsorted = play.taken(THREE, "clerk")
    opened = play.handover("clerk", TREASURY, offered=False)
    for number, item, why, department in (
        (ONE, routed, Reason.ROUTED_ELSEWHERE, WATER),
        (TWO, undecided, Reason.UNDECIDED, None),
        (THREE, unsorted, Reason.NOT_ROUTED, None),
    ):
        misfit = f.MisfitScanned(opened, item, scan(number), why, department)
        assert play.offer("clerk", opened, scan(number)) == (misfit,)
    assert play.books.handover(opened).offered == frozenset()
    assert play.books.open_cases(handover=opened) == ()


def test_what_is_in_another_handover_or_has_a_questioned_route_stays_out(play: Play) -> None:
    elsewhere, questioned = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    play.handover("clerk", TREASURY, elsewhere)
    play.question("clerk", questioned, "looks wrong")
    opened = play.handover("clerk", TREASURY, offered=False)
    told = [play.offer("clerk", opened, scan(number))[0] for number in (ONE, TWO)]
    assert [it.why for it in told if isinstance(it, f.MisfitScanned)] == [
        Reason.IN_HANDOVER,
        Reason.ROUTE_QUESTIONED,
    ]


def test_unsorted_mail_goes_to_the_department_that_sorts(play: Play) -> None:
    opened = play.handover("duty", SORTING, play.taken(ONE, "duty"))
    assert play.books.handover(opened).phase is Phase.COUNTING


def test_what_is_scanned_when_the_set_is_whole_is_not_offered(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    assert isinstance(play.offer("clerk", opened, scan(ONE))[0], f.StrayScanned)
    with refused(Reason.HANDOVER_PHASE, got=Phase.COUNTING):
        play.finish_offer("clerk", opened)


def test_an_empty_set_is_not_offered(play: Play) -> None:
    with refused(Reason.EMPTY_SET):
        play.handover("clerk", TREASURY)


def test_the_giver_withdraws_a_piece(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item, offered=False)
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=item)
    assert play.books.item(item).handover is None
    with refused(Reason.NOT_IN_HANDOVER):
        play.do("clerk", offer.withdraw, handover_id=opened, item_id=item)


def two_offered_one_received(play: Play) -> UUID:
    pieces = (play.routed(ONE, TREASURY), play.routed(TWO, TREASURY))
    opened = play.handover("clerk", TREASURY, *pieces)
    play.receive("treasurer", opened, scan(ONE))
    play.finish_count("treasurer", opened)
    return opened


def test_unequal_sets_cannot_be_signed(play: Play) -> None:
    opened = two_offered_one_received(play)
    assert play.books.handover(opened).phase is Phase.DIFFERING
    for who in ("clerk", "treasurer", "supervisor"):
        with refused(Reason.SETS_DIFFER, expected=2, got=1):
            play.do(who, rules.sign, handover_id=opened, digest="0")


def test_the_missing_piece_is_found_and_the_sets_agree(play: Play) -> None:
    opened = two_offered_one_received(play)
    play.receive("treasurer", opened, scan(TWO))
    play.finish_count("treasurer", opened)
    assert play.books.handover(opened).phase is Phase.AGREED


def test_the_giver_withdraws_the_missing_piece_and_the_sets_agree(play: Play) -> None:
    opened = two_offered_one_received(play)
    (missing,) = receipt.differences(play.books.handover(opened))[0]
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=missing)
    facts = play.finish_count("treasurer", opened)
    assert isinstance(facts[0], f.CountFinished)
    assert facts[0].digest is not None


def test_a_received_piece_that_the_giver_withdraws_is_too_many(play: Play) -> None:
    opened = two_offered_one_received(play)
    (received,) = play.books.handover(opened).received
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=received)
    facts = play.finish_count("treasurer", opened)
    assert isinstance(facts[0], f.CountFinished)
    assert facts[0].extra == (received,)


def test_a_set_from_which_all_was_withdrawn_does_not_agree(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    play.finish_count("treasurer", opened)
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=item)
    play.finish_count("treasurer", opened)
    assert play.books.handover(opened).phase is Phase.DIFFERING


@pytest.mark.parametrize("who", ["clerk", "treasurer"])
def test_either_side_asks_the_supervisor_once(play: Play, who: str) -> None:
    opened = two_offered_one_received(play)
    for n in range(2):
        play.do(who, rules.refer_handover, deed=key(f"refer {n}"), handover_id=opened)
    cases = play.books.open_cases(handover=opened)
    assert [case.what for case in cases] == [CaseKind.SET_MISMATCH]


def test_whoever_scanned_for_either_side_settles_no_case_about_the_sets(play: Play) -> None:
    opened = two_offered_one_received(play)
    play.do("clerk", rules.refer_handover, deed=key("refer"), handover_id=opened)
    (case,) = play.books.open_cases(handover=opened)
    assert {key("clerk"), key("treasurer")} <= review.involved(play.books, case)


def test_one_person_does_not_sign_for_both_sides(play: Play) -> None:
    opened = play.agreed()
    digest = play.books.handover(opened).digest
    play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    with refused(Reason.SIDE_SIGNED):
        play.do("clerk2", rules.sign, handover_id=opened, digest=digest)
    # the same person, transferred to the receiving department in the meantime
    play.actors["clerk"] = replace(play.actors["clerk"], department=TREASURY)
    with refused(Reason.ON_OTHER_SIDE):
        play.do("clerk", rules.sign, handover_id=opened, digest=digest)


@pytest.mark.parametrize("did", ["opened", "offered", "withdrew", "finished"])
def test_who_did_anything_for_the_giver_does_nothing_for_the_receiver(play: Play, did: str) -> None:
    who = "clerk" if did == "opened" else "clerk2"
    one, two = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    opened = play.handover("clerk", TREASURY, one, offered=False)
    if did in {"offered", "withdrew"}:
        play.offer(who, opened, scan(TWO))
    if did == "withdrew":
        play.do(who, offer.withdraw, handover_id=opened, item_id=two)
    play.finish_offer(who if did == "finished" else "clerk", opened)
    play.actors[who] = replace(play.actors[who], department=TREASURY, roles=frozenset(Role))
    with refused(Reason.ON_OTHER_SIDE):
        play.receive(who, opened, scan(ONE))
    with refused(Reason.ON_OTHER_SIDE):
        play.finish_count(who, opened)
    assert side_of(play.books.handover(opened), key(who), TREASURY) is None


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize("taken_back", [True, False])
def test_who_counted_for_the_receiver_does_nothing_for_the_giver(
    play: Play, early: bool, taken_back: bool
) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item, offered=False)
    if early:
        play.receive("treasurer", opened, scan(ONE))
    play.finish_offer("clerk", opened)
    if not early:
        play.receive("treasurer", opened, scan(ONE))
        if taken_back:
            play.do("treasurer", receipt.unreceive, handover_id=opened, item_id=item)
    play.finish_count("treasurer2", opened)
    play.actors["treasurer"] = replace(play.actors["treasurer"], department=SORTING)
    with refused(Reason.ON_OTHER_SIDE):
        play.do("treasurer", offer.withdraw, handover_id=opened, item_id=item)


def test_a_stranger_or_an_auditor_does_not_sign(play: Play) -> None:
    opened = play.agreed()
    digest = play.books.handover(opened).digest
    with refused(Reason.NOT_MEMBER):
        play.do("water", rules.sign, handover_id=opened, digest=digest)
    with refused(Reason.ROLE_MISSING):
        play.do("auditor", rules.sign, handover_id=opened, digest=digest)


def test_another_digest_than_the_counted_one_is_not_signed(play: Play) -> None:
    opened = play.agreed()
    with refused(Reason.DIGEST_CHANGED):
        play.do("clerk", rules.sign, handover_id=opened, digest="f" * 64)


def test_sets_that_came_apart_behind_the_rules_are_still_not_signed(play: Play) -> None:
    opened = play.agreed()
    handover = play.books.handover(opened)
    play.books.put(replace(handover, receipts=frozenset()))
    with refused(Reason.SETS_DIFFER):
        play.do("clerk", rules.sign, handover_id=opened, digest=handover.digest)


def test_the_giver_breaks_off_while_nobody_has_signed(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    with refused(Reason.NOT_MEMBER):
        play.do("treasurer", rules.cancel, handover_id=opened, reason="")
    with refused(Reason.ROLE_MISSING):
        play.do("auditor", rules.cancel, handover_id=opened, reason="x")
    play.do("clerk", rules.cancel, handover_id=opened, reason="")
    assert play.books.item(item).handover is None
    with refused(Reason.HANDOVER_PHASE, got=Phase.CANCELLED):
        play.do("clerk", rules.cancel, handover_id=opened, reason="")


def test_after_one_signature_only_a_supervisor_breaks_off(play: Play) -> None:
    opened = play.agreed()
    digest = play.books.handover(opened).digest
    play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", rules.cancel, handover_id=opened, reason="x")
    with refused(Reason.REASON_MISSING):
        play.do("supervisor", rules.cancel, handover_id=opened, reason="")
    play.do("supervisor", rules.cancel, handover_id=opened, reason="受け取る人が来ない")
    assert play.books.handover(opened).phase is Phase.CANCELLED


def test_the_duty_desk_hands_over_like_anybody(play: Play) -> None:
    item = play.taken(ONE, "duty")
    opened = play.handover("duty", SORTING, item)
    play.receive("clerk", opened, scan(ONE))
    play.finish_count("clerk", opened)
    digest = play.books.handover(opened).digest
    play.do("duty", rules.sign, handover_id=opened, digest=digest)
    play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    assert play.books.item(item).holder == SORTING
    play.do("clerk", sorting.enter_first, item_id=item, department=DUTY)
    assert Role.CLERK in play.actors["clerk"].roles


def test_a_supervisor_closes_what_was_left_and_says_why(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    with refused(Reason.REASON_MISSING):
        play.do("supervisor", rules.cancel, handover_id=opened, reason=" ")
    play.do("supervisor", rules.cancel, handover_id=opened, reason="二日間動きがない")
    assert play.books.item(item).handover is None
    sent = play.handover("water", SORTING, offered=False)
    play.do("supervisor", rules.cancel, handover_id=sent, reason="空のまま")
    assert play.books.handover(sent).phase is Phase.CANCELLED


def test_a_supervisor_does_not_break_off_what_they_signed_themselves(play: Play) -> None:
    opened = play.agreed()
    play.signed(opened, "both")
    with refused(Reason.SAME_PERSON):
        play.do("both", rules.cancel, handover_id=opened, reason="x")


def test_a_piece_is_withdrawn_after_the_count_agreed_but_not_after_a_signature(play: Play) -> None:
    opened = play.agreed()
    (item,) = play.books.handover(opened).offered
    digest = play.books.handover(opened).digest
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=item)
    left = play.books.handover(opened)
    assert (left.phase, left.digest, left.agreed_at) == (Phase.DIFFERING, None, None)
    with refused(Reason.SETS_DIFFER):
        play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    other = play.agreed(TWO)
    play.signed(other, "clerk")
    (signed,) = play.books.handover(other).offered
    with refused(Reason.SIGNED_ALREADY):
        play.do("clerk", offer.withdraw, handover_id=other, item_id=signed)


def test_several_handovers_are_open_at_once_and_each_has_its_own_pieces(play: Play) -> None:
    one, two = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    first, second = play.handover("clerk", TREASURY, one), play.handover("clerk2", TREASURY, two)
    assert isinstance(play.receive("treasurer", second, scan(ONE))[0], f.ForeignScanned)
    for opened, number in ((first, ONE), (second, TWO)):
        play.receive("treasurer", opened, scan(number))
        play.finish_count("treasurer", opened)
        play.signed(opened, "clerk", "treasurer2")
    assert [play.books.item(item).holder for item in (one, two)] == [TREASURY, TREASURY]


# -- one named person ------------------------------------------------------------------------------


def test_one_named_person_receives_and_keeps_it(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item, person=key("treasurer2"))
    with refused(Reason.NOT_NAMED):
        play.receive("treasurer", opened, scan(ONE))
    play.receive("treasurer2", opened, scan(ONE))
    with refused(Reason.NOT_NAMED):
        play.finish_count("treasurer", opened)
    play.finish_count("treasurer2", opened)
    digest = play.books.handover(opened).digest
    with refused(Reason.NOT_NAMED):
        play.do("treasurer", rules.sign, handover_id=opened, digest=digest)
    play.signed(opened, "treasurer2", "clerk")
    kept = play.books.item(item)
    assert (kept.holder, kept.keeper) == (TREASURY, key("treasurer2"))


def to_person(play: Play) -> UUID:
    """A piece of the treasury's, handed to treasurer2 by treasurer in their own department."""
    item = play.sealed(ONE)
    opened = play.handover("treasurer", TREASURY, item, person=key("treasurer2"))
    play.receive("treasurer2", opened, scan(ONE))
    play.finish_count("treasurer2", opened)
    play.signed(opened, "treasurer", "treasurer2")
    return item


def test_a_department_hands_over_to_one_of_its_own_people(play: Play) -> None:
    item = to_person(play)
    assert play.books.item(item).keeper == key("treasurer2")


def test_in_one_department_nobody_stands_on_both_sides(play: Play) -> None:
    item = play.sealed(ONE)
    opened = play.handover("treasurer", TREASURY, item, offered=False, person=key("treasurer2"))
    with refused(Reason.NOT_NAMED):
        play.finish_offer("treasurer2", opened)
    play.finish_offer("treasurer", opened)
    with refused(Reason.NOT_NAMED):
        play.receive("treasurer", opened, scan(ONE))
    play.receive("treasurer2", opened, scan(ONE))
    play.finish_count("treasurer2", opened)
    play.signed(opened, "treasurer2")
    digest = play.books.handover(opened).digest
    with refused(Reason.SIDE_SIGNED):
        play.do("treasurer2", rules.sign, handover_id=opened, digest=digest)


def test_nobody_names_themselves_or_somebody_of_elsewhere(play: Play) -> None:
    with refused(Reason.SAME_PERSON):
        play.handover("clerk", SORTING, offered=False, person=key("clerk"))
    with refused(Reason.RECEIVER_ELSEWHERE, expected=TREASURY, got=WATER):
        play.handover("clerk", TREASURY, offered=False, person=key("water"))
    with refused(Reason.UNKNOWN_SUBJECT):
        play.handover("clerk", TREASURY, offered=False, person=key("nobody"))


def test_what_a_person_keeps_only_they_hand_back(play: Play) -> None:
    item = to_person(play)
    for who, details in (("treasurer", {"person": key("treasurer2")}), ("treasurer2", {})):
        receiver = TREASURY if details else WATER
        opened = play.handover(who, receiver, offered=False, **details)
        assert play.offer(who, opened, scan(ONE)) == (
            f.MisfitScanned(opened, item, scan(ONE), Reason.WITH_KEEPER, TREASURY),
        )
        play.do(who, rules.cancel, handover_id=opened, reason="")
    opened = play.handover("treasurer2", TREASURY, item, in_person=True)
    with refused(Reason.NOT_NAMED):
        play.do("treasurer", rules.cancel, handover_id=opened, reason="")
    play.receive("treasurer", opened, scan(ONE))
    play.finish_count("treasurer", opened)
    play.signed(opened, "treasurer", "treasurer2")
    assert play.books.item(item).keeper is None


def test_for_a_keeper_who_cannot_come_a_supervisor_gives(play: Play) -> None:
    item = to_person(play)
    chief = play.enrolled("chief", TREASURY, Role.SUPERVISOR)
    play.keep("admin", (chief,))
    opened = play.handover("chief", TREASURY, item, in_person=True)
    play.receive("treasurer", opened, scan(ONE))
    play.finish_count("treasurer", opened)
    play.signed(opened, "treasurer", "chief")
    assert play.books.item(item).keeper is None
    back = play.handover("chief", TREASURY, offered=False, in_person=True)
    play.do("chief", rules.cancel, handover_id=back, reason="")
    assert play.books.handover(back).phase is Phase.CANCELLED


# -- what changes in between -----------------------------------------------------------------------


@pytest.mark.parametrize(("who", "colleague"), [("clerk", "clerk2"), ("treasurer", "treasurer2")])
def test_whoever_is_transferred_signs_no_more_and_a_colleague_does(
    play: Play, who: str, colleague: str
) -> None:
    opened = play.agreed()
    before = play.books.handover(opened)
    play.actors[who] = replace(play.actors[who], department=WATER)
    with refused(Reason.NOT_MEMBER, got=WATER):
        play.do(who, rules.sign, handover_id=opened, digest=before.digest)
    assert play.books.handover(opened) == before
    play.signed(opened, colleague, "clerk2" if colleague != "clerk2" else "treasurer")
    assert play.books.handover(opened).phase is Phase.SEALED


@pytest.mark.parametrize("status", [ItemStatus.DELIVERED, ItemStatus.VOID, ItemStatus.LOST])
def test_a_piece_that_is_gone_in_between_is_neither_offered_counted_nor_signed_for(
    play: Play, status: ItemStatus
) -> None:
    items = (play.routed(ONE, TREASURY), play.routed(TWO, TREASURY))
    opened = play.handover("clerk", TREASURY, *items, offered=False)
    here = play.books.item(items[0])
    play.books.put(replace(here, status=status))
    with refused(Reason.NOT_HELD, got=(ONE,)):
        play.finish_offer("clerk", opened)
    play.books.put(here)
    play.finish_offer("clerk", opened)
    for number in (ONE, TWO):
        play.receive("treasurer", opened, scan(number))
    play.books.put(replace(play.books.item(items[0]), status=status))
    facts = play.finish_count("treasurer", opened)
    assert isinstance(facts[-1], f.CountFinished)
    assert (facts[-1].missing, facts[-1].digest) == ((items[0],), None)
    play.do("clerk", offer.withdraw, handover_id=opened, item_id=items[0])
    play.do("treasurer", receipt.unreceive, handover_id=opened, item_id=items[0])
    play.finish_count("treasurer", opened)
    digest = play.books.handover(opened).digest
    play.books.put(replace(play.books.item(items[1]), status=status))
    with refused(Reason.NOT_HELD, got=(TWO,)):
        play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    play.do("clerk", rules.cancel, handover_id=opened, reason="")
    assert play.books.item(items[1]).handover is None


def test_nothing_is_handed_to_a_department_that_was_closed_and_none_closes_in_between(
    play: Play,
) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    closing = {"department": TREASURY, "since": play.now, "now": play.now}
    with refused(Reason.DEPARTMENT_BUSY, got=TREASURY):
        play.do("admin", office.close_department, **closing)
    play.do("clerk", rules.cancel, handover_id=opened, reason="")
    play.do("admin", office.close_department, **{**closing, "department": WATER})
    with refused(Reason.DEPARTMENT_CLOSED, got=WATER):
        play.handover("clerk", WATER, offered=False)


# -- left by both ----------------------------------------------------------------------------------


def rounds(play: Play, after: timedelta) -> f.Facts:
    now = play.now + after
    return play.do(
        "supervisor", lambda books, _: rules.stale_handovers(books, deed=key(str(now)), now=now)
    )


def test_a_handover_that_was_left_opens_one_case(play: Play) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    assert rounds(play, timedelta(hours=23)) == ()
    (case,) = rounds(play, timedelta(hours=24))
    assert isinstance(case, f.CaseOpened)
    assert (case.what, case.handover) == (CaseKind.ABANDONED, opened)
    assert rounds(play, timedelta(hours=48)) == ()


def test_whoever_comes_back_makes_it_young_again(play: Play) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    left = play.books.handover(opened)
    play.books.put(replace(left, moved_at=left.opened_at - timedelta(days=3)))
    assert rules.is_stale(play.books.handover(opened), play.now)
    play.receive("treasurer2", opened, scan(ONE))
    assert not rules.is_stale(play.books.handover(opened), play.now)


def test_the_end_of_a_handover_settles_that_it_was_left(play: Play) -> None:
    for end in ("seal", "break off"):
        opened = play.agreed(ONE if end == "seal" else TWO)
        rounds(play, timedelta(days=2))
        if end == "seal":
            play.signed(opened, "clerk", "treasurer")
        else:
            play.do("supervisor", rules.cancel, handover_id=opened, reason="x")
        assert play.books.open_cases(handover=opened) == ()
        assert not rules.is_stale(play.books.handover(opened), play.now + timedelta(days=9))


def test_who_does_not_hold_a_piece_learns_from_no_refusal_that_it_is_offered(play: Play) -> None:
    offered, kept = play.routed(ONE, TREASURY), play.routed(TWO, TREASURY)
    play.handover("clerk", TREASURY, offered)
    word: dict[str, object] = {"department": TREASURY}
    described: dict[str, object] = {
        "service": None,
        "signature_taken": None,
        "is_confidential": False,
        "amount_yen": None,
    }
    for item in (offered, kept):
        tried: tuple[tuple[Callable[..., f.Facts], dict[str, object]], ...] = (
            (delivery.deliver, {"ending": Ending.OPENED}),
            (sorting.enter_first, word),
            (sorting.enter_check, {"deed": key("check"), **word}),
            (sorting.question_route, {"deed": key("question"), "reason": "宛名違い"}),
            (describe_item, described),
        )
        for rule, said in tried:
            with refused(Reason.NOT_MEMBER, expected=SORTING, got=TREASURY):
                play.do("treasurer", rule, item_id=item, **said)


# -- what a deed would tell whoever has yet to count -----------------------------------------------


def test_who_has_to_count_what_a_department_gives_decides_nothing_there(play: Play) -> None:
    offered, kept = play.routed(ONE, TREASURY), play.taken(TWO, "clerk")
    elsewhere = play.taken(THREE)
    opened = play.handover("clerk", TREASURY, offered)

    def decides(who: str, item: UUID) -> None:
        require_nothing_to_count(play.books, play.actors[who], play.books.item(item).holder)

    for item in (offered, kept):
        with refused(Reason.COUNT_FIRST):
            decides("treasurer", item)
    decides("treasurer", elsewhere)
    decides("clerk", offered)
    play.actors["clerk3"] = replace(play.actors["clerk2"], elsewhere=frozenset({TREASURY}))
    with refused(Reason.COUNT_FIRST):  # a deputy may count it, whomever they act for now
        decides("clerk3", offered)
    assert not has_to_count(play.books, play.actors["clerk3"], SORTING, besides=opened)
    play.receive("treasurer", opened, scan(ONE))
    play.actors["treasurer"] = replace(play.actors["treasurer"], department=SORTING)
    with refused(Reason.COUNT_FIRST):  # they have begun to count, and act for the giver by now
        decides("treasurer", offered)
    play.finish_count("treasurer2", opened)
    decides("treasurer", offered)

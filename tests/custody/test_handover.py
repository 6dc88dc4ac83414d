"""Handover: equal sets, two signers, one step; and no way round."""

import hashlib
from dataclasses import replace

import pytest

from station.custody import facts as f
from station.custody import handover as rules
from station.custody import sorting
from station.custody.refusal import Reason
from station.custody.state import Phase
from station.custody.values import CaseKind, Role
from tests.support.play import DUTY, SORTING, TREASURY, WATER, Play, doubtful, key, scan
from tests.support.refusals import refused

ONE, TWO = "13112383852", "404410000016"


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


def test_what_is_signed_is_the_direction_and_every_piece(play: Play) -> None:
    handover = play.books.handover(play.agreed(ONE))
    (item,) = handover.offered
    statement = rules.set_statement(play.books, handover)
    assert statement == (
        f"handover {handover.id}\nfrom {SORTING}\nto {TREASURY}\ncount 1\n{item} {ONE}\n"
    )
    assert handover.digest == hashlib.sha256(statement.encode()).hexdigest()


def test_nobody_hands_over_to_themselves_or_without_a_role(play: Play) -> None:
    with refused(Reason.SAME_DEPARTMENT):
        play.handover("clerk", SORTING)
    with refused(Reason.ROLE_MISSING):
        play.handover("auditor", TREASURY)
    with refused(Reason.UNKNOWN_SUBJECT):
        play.handover("clerk", "99")


def test_a_piece_that_one_does_not_hold_is_not_offered(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("water", TREASURY, offered=False)
    with refused(Reason.NOT_HELD, expected=WATER, got=SORTING):
        play.do("water", rules.offer, handover_id=opened, item_id=item)


def test_a_scan_of_a_piece_that_one_does_not_hold_is_recorded_and_not_offered(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("water", TREASURY, offered=False)
    for number, held in ((ONE, item), (TWO, None)):
        facts = play.do(
            "water", rules.offer_scan, deed=key(number), handover_id=opened, scan=scan(number)
        )
        assert isinstance(facts[0], f.StrayScanned)
        assert facts[0].item == held
    assert play.books.handover(opened).offered == frozenset()
    assert [c.what for c in play.books.open_cases(handover=opened)] == [CaseKind.FOUND] * 2


def test_a_piece_is_offered_by_its_scan_and_only_once(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, offered=False)
    offer = rules.offer_scan
    first = play.do("clerk", offer, deed=key("1"), handover_id=opened, scan=scan(ONE))
    again = play.do("clerk", offer, deed=key("2"), handover_id=opened, scan=scan(ONE))
    assert (type(first[0]), type(again[0])) == (f.ItemOffered, f.ScanRepeated)
    assert play.books.handover(opened).offered == {item}


def test_only_what_belongs_there_is_offered(play: Play) -> None:
    routed = play.routed(ONE, WATER)
    undecided = play.undecided(TWO)
    unsorted = play.taken("10000000006", "clerk")
    opened = play.handover("clerk", TREASURY, offered=False)
    for item, reason in (
        (routed, Reason.ROUTED_ELSEWHERE),
        (undecided, Reason.UNDECIDED),
        (unsorted, Reason.NOT_ROUTED),
    ):
        with refused(reason):
            play.do("clerk", rules.offer, handover_id=opened, item_id=item)


def test_unsorted_mail_goes_to_the_department_that_sorts(play: Play) -> None:
    opened = play.handover("duty", SORTING, play.taken(ONE, "duty"))
    assert play.books.handover(opened).phase is Phase.COUNTING


def test_an_empty_set_is_not_offered(play: Play) -> None:
    with refused(Reason.EMPTY_SET):
        play.handover("clerk", TREASURY)


def test_the_giver_withdraws_a_piece(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item, offered=False)
    play.do("clerk", rules.withdraw, handover_id=opened, item_id=item)
    assert play.books.item(item).handover is None
    with refused(Reason.NOT_IN_HANDOVER):
        play.do("clerk", rules.withdraw, handover_id=opened, item_id=item)


def test_the_receiver_counts_only_after_the_offer_and_only_their_own(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item, offered=False)
    early = play.receive("treasurer", opened, scan(ONE))
    assert isinstance(early[0], f.StrayScanned)
    assert play.books.handover(opened).received == frozenset()
    play.do("clerk", rules.finish_offer, handover_id=opened)
    late = play.do("clerk", rules.offer_scan, deed=key("l"), handover_id=opened, scan=scan(ONE))
    assert isinstance(late[0], f.StrayScanned)
    with refused(Reason.HANDOVER_PHASE, got=Phase.COUNTING):
        play.do("clerk", rules.offer, handover_id=opened, item_id=item)
    with refused(Reason.NOT_MEMBER):
        play.receive("water", opened, scan(ONE))


def test_a_foreign_piece_is_recorded_and_never_received(play: Play) -> None:
    opened = play.handover("clerk", TREASURY, play.routed(ONE, TREASURY))
    play.routed(TWO, WATER)
    for what in (scan(TWO), scan(TWO), doubtful("???"), doubtful("???")):
        facts = play.receive("treasurer", opened, what)
        assert isinstance(facts[0], f.ForeignScanned)
    assert play.books.handover(opened).received == frozenset()
    assert [c.what for c in play.books.open_cases(handover=opened)] == [CaseKind.FOUND] * 2


def test_a_second_scan_by_the_receiver_counts_once_and_can_be_taken_back(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    assert isinstance(play.receive("treasurer", opened, scan(ONE))[0], f.ItemReceived)
    assert isinstance(play.receive("treasurer", opened, scan(ONE))[0], f.ScanRepeated)
    assert play.books.handover(opened).received == {item}
    play.do("treasurer", rules.unreceive, handover_id=opened, item_id=item)
    assert play.books.handover(opened).received == frozenset()
    with refused(Reason.NOT_IN_HANDOVER):
        play.do("treasurer", rules.unreceive, handover_id=opened, item_id=item)


def two_offered_one_received(play: Play) -> object:
    pieces = (play.routed(ONE, TREASURY), play.routed(TWO, TREASURY))
    opened = play.handover("clerk", TREASURY, *pieces)
    play.receive("treasurer", opened, scan(ONE))
    play.do("treasurer", rules.finish_count, handover_id=opened)
    return opened


def test_unequal_sets_cannot_be_signed(play: Play) -> None:
    opened = two_offered_one_received(play)
    assert play.books.handover(opened).phase is Phase.DIFFERING  # type: ignore[arg-type]
    for who in ("clerk", "treasurer", "supervisor"):
        with refused(Reason.SETS_DIFFER, expected=2, got=1):
            play.do(who, rules.sign, handover_id=opened, digest="0")


def test_the_missing_piece_is_found_and_the_sets_agree(play: Play) -> None:
    opened = two_offered_one_received(play)
    play.receive("treasurer", opened, scan(TWO))  # type: ignore[arg-type]
    play.do("treasurer", rules.finish_count, handover_id=opened)
    assert play.books.handover(opened).phase is Phase.AGREED  # type: ignore[arg-type]


def test_the_giver_withdraws_the_missing_piece_and_the_sets_agree(play: Play) -> None:
    opened = two_offered_one_received(play)
    (missing,) = rules.differences(play.books.handover(opened))[0]  # type: ignore[arg-type]
    play.do("clerk", rules.withdraw, handover_id=opened, item_id=missing)
    facts = play.do("treasurer", rules.finish_count, handover_id=opened)
    assert isinstance(facts[0], f.CountFinished)
    assert facts[0].digest is not None


def test_a_received_piece_that_the_giver_withdraws_is_too_many(play: Play) -> None:
    opened = two_offered_one_received(play)
    (received,) = play.books.handover(opened).received  # type: ignore[arg-type]
    play.do("clerk", rules.withdraw, handover_id=opened, item_id=received)
    facts = play.do("treasurer", rules.finish_count, handover_id=opened)
    assert isinstance(facts[0], f.CountFinished)
    assert facts[0].extra == (received,)


def test_a_set_from_which_all_was_withdrawn_does_not_agree(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    play.do("treasurer", rules.finish_count, handover_id=opened)
    play.do("clerk", rules.withdraw, handover_id=opened, item_id=item)
    play.do("treasurer", rules.finish_count, handover_id=opened)
    assert play.books.handover(opened).phase is Phase.DIFFERING


@pytest.mark.parametrize("who", ["clerk", "treasurer"])
def test_either_side_asks_the_supervisor_once(play: Play, who: str) -> None:
    opened = two_offered_one_received(play)
    for n in range(2):
        play.do(who, rules.refer_handover, deed=key(f"refer {n}"), handover_id=opened)
    cases = play.books.open_cases(handover=opened)  # type: ignore[arg-type]
    assert [case.what for case in cases] == [CaseKind.SET_MISMATCH]


def test_one_person_does_not_sign_for_both_sides(play: Play) -> None:
    opened = play.agreed()
    digest = play.books.handover(opened).digest
    play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    with refused(Reason.SIDE_SIGNED):
        play.do("clerk2", rules.sign, handover_id=opened, digest=digest)
    # the same person, transferred to the receiving department in the meantime
    play.actors["clerk"] = replace(play.actors["clerk"], department=TREASURY)
    with refused(Reason.SAME_PERSON):
        play.do("clerk", rules.sign, handover_id=opened, digest=digest)


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
    play.books.put(replace(handover, received=frozenset()))
    with refused(Reason.SETS_DIFFER):
        play.do("clerk", rules.sign, handover_id=opened, digest=handover.digest)


def test_the_giver_breaks_off_while_nobody_has_signed(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, item)
    with refused(Reason.NOT_MEMBER):
        play.do("treasurer", rules.cancel, handover_id=opened, reason="")
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
    play.do("clerk", rules.finish_count, handover_id=opened)
    digest = play.books.handover(opened).digest
    play.do("duty", rules.sign, handover_id=opened, digest=digest)
    play.do("clerk", rules.sign, handover_id=opened, digest=digest)
    assert play.books.item(item).holder == SORTING
    play.do("clerk", sorting.enter_first, item_id=item, department=DUTY)
    assert Role.CLERK in play.actors["clerk"].roles

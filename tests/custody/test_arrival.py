"""Arrival: nothing is lost, and only the right count closes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from station.custody import arrival as rules
from station.custody import facts as f
from station.custody import incident, review, sorting
from station.custody.refusal import Reason
from station.custody.state import ArrivalStatus, ItemStatus, Label, Phase
from station.custody.stray import record_stray
from station.custody.values import CaseKind, PersonalRef, Scan, Settlement
from station.numbers.mail_room import SERIAL_MAX, number_of
from tests.support.play import DUTY, SORTING, START, TODAY, TREASURY, Play, doubtful, key, scan
from tests.support.refusals import refused

NUMBER, OTHER = "13112383852", "404410000016"


def test_a_piece_is_held_by_the_department_that_took_it_in(play: Play) -> None:
    item = play.books.item(play.taken(NUMBER))
    assert (item.number, item.holder, item.status) == (NUMBER, DUTY, ItemStatus.HELD)
    assert play.books.arrival(item.arrival).count == 1


@pytest.mark.parametrize("count", [0, -3, 10_000])
def test_an_impossible_count_is_refused(play: Play, count: int) -> None:
    with refused(Reason.COUNT_OUT_OF_RANGE, got=count):
        play.arrival(count=count)


def test_a_receiver_takes_nothing_in(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.arrival("treasurer")


def test_another_department_scans_into_no_arrival_of_the_duty_desk(play: Play) -> None:
    opened = play.arrival("duty")
    with refused(Reason.NOT_MEMBER, expected=DUTY, got=SORTING):
        play.take(opened, scan(NUMBER), "clerk")


def test_a_second_scan_of_a_piece_is_recorded_and_counts_once(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    facts = play.take(opened, scan(NUMBER), "duty2")
    assert isinstance(facts[0], f.ScanRepeated)
    assert play.books.arrival(opened).count == 1


def test_a_doubtful_scan_opens_a_case_and_counts_only_when_confirmed(play: Play) -> None:
    opened = play.arrival()
    first = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in first] == [f.ScanSetAside, f.CaseOpened]
    assert play.books.arrival(opened).count == 0
    second = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in second] == [f.ItemTakenIn, f.CaseOpened]
    assert play.books.arrival(opened).count == 1
    kinds = {case.what for case in play.books.open_cases(arrival=opened)}
    assert kinds == {CaseKind.DOUBTFUL, CaseKind.UNMATCHED}


@pytest.mark.parametrize("text", ["", "---", "\u200b"])
def test_a_text_of_which_nothing_is_left_is_never_a_piece(play: Play, text: str) -> None:
    opened = play.arrival()
    for _ in range(3):
        facts = play.take(opened, doubtful(text))
        assert [type(fact) for fact in facts] == [f.ScanSetAside, f.CaseOpened]
    assert play.books.arrival(opened).count == 0


def test_an_announced_number_of_an_unknown_carrier_needs_no_case_once_confirmed(
    play: Play,
) -> None:
    play.announce("ABC123456")
    opened = play.arrival(list_id=key("list"))
    play.take(opened, doubtful("ABC123456"))
    facts = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn]


def test_a_number_that_is_still_held_from_another_arrival_is_set_aside(play: Play) -> None:
    item = play.taken(NUMBER)
    later = play.arrival()
    facts = play.take(later, scan(NUMBER))
    assert isinstance(facts[1], f.CaseOpened)
    assert (facts[1].what, facts[1].item) == (CaseKind.STILL_HELD, item)
    assert play.books.arrival(later).count == 0


def test_an_announced_piece_is_matched_and_an_unannounced_one_is_looked_at(play: Play) -> None:
    play.announce(NUMBER)
    opened = play.arrival(count=2, list_id=key("list"))
    matched = play.take(opened, scan(NUMBER))
    assert [type(fact) for fact in matched] == [f.ItemTakenIn]
    assert play.books.missing_expected(key("list")) == ()
    unmatched = play.take(opened, scan(OTHER))
    assert isinstance(unmatched[1], f.CaseOpened)
    assert unmatched[1].what is CaseKind.UNMATCHED


def test_without_a_list_nothing_is_unexpected(play: Play) -> None:
    assert len(play.take(play.arrival(), scan(NUMBER))) == 1


def test_one_takes_back_ones_own_last_scan(play: Play) -> None:
    play.announce(NUMBER)
    opened = play.arrival(count=2, list_id=key("list"))
    play.take(opened, scan(NUMBER))
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty2", rules.undo_taking_in, arrival_id=opened)
    play.take(opened, scan(OTHER))
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    assert play.books.arrival(opened).count == 0
    assert play.books.missing_expected(key("list")) == (NUMBER,)
    assert play.books.open_cases(arrival=opened) == ()
    play.take(opened, scan(NUMBER))
    assert play.books.arrival(opened).count == 1


def test_a_piece_that_two_people_routed_is_not_taken_back(play: Play) -> None:
    opened = play.arrival("clerk", count=2)
    facts = play.take(opened, scan(NUMBER), "clerk")
    assert isinstance(facts[0], f.ItemTakenIn)
    play.do("clerk", sorting.enter_first, item_id=facts[0].item, department=TREASURY)
    play.check("clerk2", facts[0].item, TREASURY)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("clerk", rules.undo_taking_in, arrival_id=opened)


def test_a_piece_that_others_signed_for_is_not_taken_back(play: Play) -> None:
    opened = play.arrival("duty", count=2)
    facts = play.take(opened, scan(NUMBER))
    assert isinstance(facts[0], f.ItemTakenIn)
    play.handed_over("duty", "clerk", SORTING, facts[0].item)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty", rules.undo_taking_in, arrival_id=opened)


def test_a_piece_that_is_searched_for_is_not_taken_back(play: Play) -> None:
    opened = play.arrival("clerk")
    facts = play.take(opened, scan(NUMBER), "clerk")
    assert isinstance(facts[0], f.ItemTakenIn)
    missed = {"deed": key("missed"), "item_id": facts[0].item, "reason": "the sender asks"}
    play.do("supervisor", incident.open_incident, **missed)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("clerk", rules.undo_taking_in, arrival_id=opened)


def test_a_piece_for_which_two_people_were_asked_is_not_taken_back(play: Play) -> None:
    play.announce("20112345676")
    opened = play.arrival(list_id=key("list"))
    play.take(opened, scan(NUMBER))
    (case,) = play.books.open_cases(what=CaseKind.UNMATCHED)
    play.propose("supervisor", case.id, Settlement.VOID_ITEM, "not ours")
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty", rules.undo_taking_in, arrival_id=opened)


@pytest.mark.parametrize("has_looked", [False, True])
def test_a_piece_that_came_to_light_is_not_taken_back(play: Play, *, has_looked: bool) -> None:
    opened = play.arrival()
    facts = play.take(opened, scan(NUMBER))
    assert isinstance(facts[0], f.ItemTakenIn)
    item = play.books.item(facts[0].item)
    play.books.put(replace(item, status=ItemStatus.LOST))
    play.do("duty2", record_stray, deed=key("found"), scan=scan(NUMBER))
    (case,) = play.books.open_cases(what=CaseKind.FOUND_AGAIN)
    if has_looked:
        play.settle("supervisor", case.id, "it is that piece")
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty", rules.undo_taking_in, arrival_id=opened)


def test_a_piece_that_is_being_sorted_is_not_taken_back(play: Play) -> None:
    opened = play.arrival("clerk")
    facts = play.take(opened, scan(NUMBER), "clerk")
    assert isinstance(facts[0], f.ItemTakenIn)
    play.do("clerk", sorting.enter_first, item_id=facts[0].item, department=TREASURY)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("clerk", rules.undo_taking_in, arrival_id=opened)


def test_a_short_arrival_does_not_close(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    with refused(Reason.ARRIVAL_DIFFERS, expected=2, got=1):
        play.do("duty", rules.close_arrival, arrival_id=opened)


def test_the_right_count_with_an_expected_piece_missing_does_not_close(play: Play) -> None:
    play.announce(NUMBER)
    opened = play.arrival(list_id=key("list"))
    play.take(opened, scan(OTHER))
    with refused(Reason.ARRIVAL_DIFFERS, expected=1, got=1, missing=(NUMBER,)):
        play.do("duty", rules.close_arrival, arrival_id=opened)


def test_the_right_count_closes_and_nothing_is_added_or_lost(play: Play) -> None:
    opened = play.arrival()
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED
    assert isinstance(play.take(opened, scan(NUMBER))[0], f.ScanRepeated)
    late = play.take(opened, scan(OTHER))
    assert [type(fact) for fact in late] == [f.StrayScanned, f.CaseOpened]
    assert play.books.arrival(opened).count == 1
    with refused(Reason.ARRIVAL_CLOSED):
        play.do("duty", rules.undo_taking_in, arrival_id=opened)


def test_a_difference_goes_to_the_supervisor_once(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    for _ in range(2):
        play.do("duty", rules.refer_arrival, deed=key(f"refer {len(play.log)}"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    assert case.what is CaseKind.COUNT_DIFFERENCE
    proposal = play.propose(
        "supervisor", case.id, Settlement.CLOSE_WITH_DIFFERENCE, "配達員に確認した"
    )
    assert play.books.arrival(opened).status is ArrivalStatus.REFERRED
    play.second("clerk", case.id, proposal)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED
    assert play.books.case(case.id).reason == "配達員に確認した"


def test_a_count_that_becomes_right_closes_and_settles_the_case(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    play.take(opened, scan(OTHER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.open_cases(arrival=opened) == ()


def test_a_right_count_is_nothing_for_the_supervisor(play: Play) -> None:
    opened = play.arrival()
    play.take(opened, scan(NUMBER))
    with refused(Reason.ARRIVAL_EQUAL):
        play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)


def test_a_difference_is_let_go_neither_by_who_scanned_nor_by_who_opened(play: Play) -> None:
    opened = play.arrival("both", count=3)
    play.take(opened, scan(NUMBER), "clerk2")
    play.do("clerk", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    difference = Settlement.CLOSE_WITH_DIFFERENCE
    with refused(Reason.SAME_PERSON):
        play.propose("both", case.id, difference)
    proposal = play.propose("supervisor", case.id, difference)
    for involved in ("supervisor", "both", "clerk", "clerk2"):
        with refused(Reason.SAME_PERSON):
            play.second(involved, case.id, proposal)
    play.second("clerk3", case.id, proposal)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED


def test_a_piece_that_comes_after_the_proposal_makes_it_void(play: Play) -> None:
    opened = play.arrival(count=3)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    proposal = play.propose("supervisor", case.id, Settlement.CLOSE_WITH_DIFFERENCE)
    play.take(opened, scan(OTHER))
    with refused(Reason.PROPOSAL_CHANGED):
        play.second("clerk", case.id, proposal)


def test_a_case_about_an_arrival_that_is_not_referred_closes_nothing(play: Play) -> None:
    opened = play.arrival()
    facts = (f.CaseOpened(key("c"), CaseKind.COUNT_DIFFERENCE, opened),)
    play.keep("duty", facts)
    with refused(Reason.ARRIVAL_CLOSED, got=ArrivalStatus.OPEN):
        play.propose("supervisor", key("c"), Settlement.CLOSE_WITH_DIFFERENCE)


def test_an_arrival_that_was_wrongly_closed_with_a_difference_waits_again(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    play.settled_by_two(case.id, Settlement.CLOSE_WITH_DIFFERENCE)
    play.do("supervisor", review.correct_settlement, case_id=case.id, reason="もう1通あった")
    play.take(opened, scan(OTHER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.arrival(opened).count == 2
    assert play.books.case(case.id).settlement is Settlement.COUNT_BECAME_RIGHT


# -- several arrivals at once ------------------------------------------------------------------


def test_a_piece_scanned_in_two_open_arrivals_counts_in_the_first_and_makes_no_case(
    play: Play,
) -> None:
    one, two = play.arrival(), play.arrival("duty2")
    item = play.take(one, scan(NUMBER))[0]
    facts = play.take(two, scan(NUMBER), "duty2")
    assert isinstance(item, f.ItemTakenIn)
    assert facts == (f.ScanRepeated(item.item, arrival=one, scanned_in=two),)
    assert (play.books.arrival(one).count, play.books.arrival(two).count) == (1, 0)
    assert play.books.open_cases() == ()


def test_a_piece_that_another_department_holds_is_a_case_though_its_arrival_is_open(
    play: Play,
) -> None:
    play.take(play.arrival("duty"), scan(NUMBER))
    facts = play.take(play.arrival("clerk"), scan(NUMBER), "clerk")
    assert [type(fact) for fact in facts] == [f.ScanSetAside, f.CaseOpened]


def test_a_piece_of_another_arrivals_list_is_matched_wherever_it_is_scanned(play: Play) -> None:
    play.announce(NUMBER, list_name="one")
    play.announce(OTHER, list_name="two")
    one, two = play.arrival(list_id=key("one")), play.arrival(list_id=key("two"))
    facts = play.take(two, scan(NUMBER))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn]
    assert rules.missing_numbers(play.books, play.books.arrival(one)) == ()
    assert rules.missing_numbers(play.books, play.books.arrival(two)) == (OTHER,)
    assert isinstance(play.take(one, scan(NUMBER))[0], f.ScanRepeated)


def test_an_arrival_of_a_list_that_is_none_is_refused(play: Play) -> None:
    with refused(Reason.UNKNOWN_SUBJECT, expected="list"):
        play.arrival(list_id=key("no list"))


def test_the_carriers_slips_are_kept_with_the_arrival_and_bounded(play: Play) -> None:
    slip = PersonalRef(key("slip"), "0" * 64)
    opened = key("with a slip")
    play.do(
        "duty",
        rules.open_arrival,
        deed=opened,
        carrier="日本郵便",
        declared_count=1,
        arrived_at=START,
        now=START,
        list_id=None,
        slip=slip,
    )
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    for _ in range(rules.SLIPS_MAX - 1):
        play.do("duty2", rules.keep_slip, arrival_id=opened, slip=slip)
    assert play.books.arrival(opened).slips == (slip,) * rules.SLIPS_MAX
    with refused(Reason.TOO_MANY_SLIPS, expected=rules.SLIPS_MAX):
        play.do("duty", rules.keep_slip, arrival_id=opened, slip=slip)


# -- one number, several pieces ----------------------------------------------------------------


def another(play: Play, arrival_id: UUID, number: str = NUMBER) -> f.Facts:
    deed = key(f"another {len(play.log)}")
    rule = rules.take_in_another
    return play.do("duty", rule, deed=deed, arrival_id=arrival_id, scan=scan(number))


def test_a_second_piece_under_one_number_is_taken_in_on_a_persons_word(play: Play) -> None:
    opened = play.arrival(count=2)
    with refused(Reason.NUMBER_NOT_HELD):
        another(play, opened)
    play.take(opened, scan(NUMBER))
    assert isinstance(play.take(opened, scan(NUMBER))[0], f.ScanRepeated)
    facts = another(play, opened)
    assert [type(fact) for fact in facts] == [f.ItemTakenIn, f.LabelIssued, f.CaseOpened]
    first, second = play.books.bearing_items(NUMBER)
    assert (first.number, first.covered) == (NUMBER, None)
    assert (second.number, second.covered) == (number_of(1), NUMBER)
    assert [item.bears for item in (first, second)] == [(NUMBER,), (number_of(1), NUMBER)]
    assert play.books.held_items(NUMBER) == (first,)
    assert play.books.held_items(second.number) == (second,)
    assert play.books.arrival(opened).count == 2
    (case,) = play.books.open_cases()
    assert case.what is CaseKind.SAME_NUMBER
    with refused(Reason.LABELS_UNSCANNED, got=(second.number,)):
        play.do("duty", rules.close_arrival, arrival_id=opened)
    play.take(opened, scan(second.number))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    with refused(Reason.ARRIVAL_CLOSED):
        another(play, opened)


def test_one_envelope_scanned_twice_is_not_both_pieces_of_its_number(play: Play) -> None:
    opened = play.arrival("duty", count=2)
    play.take(opened, scan(NUMBER))
    another(play, opened)
    both = play.books.bearing_items(NUMBER)
    given = play.handover("duty", SORTING, *(item.id for item in both))
    assert isinstance(play.receive("clerk", given, scan(NUMBER))[0], f.ItemReceived)
    assert isinstance(play.receive("clerk", given, scan(NUMBER))[0], f.ScanRepeated)
    play.finish_count("clerk", given)
    assert play.books.handover(given).phase is Phase.DIFFERING
    assert isinstance(play.receive("clerk", given, scan(both[1].number))[0], f.ItemReceived)
    play.finish_count("clerk", given)
    assert play.books.handover(given).phase is Phase.AGREED


@pytest.mark.parametrize("gone", [ItemStatus.DELIVERED, ItemStatus.LOST])
def test_what_has_a_label_is_scanned_by_that_alone(play: Play, gone: ItemStatus) -> None:
    first = play.books.item(play.taken(NUMBER))
    second = play.books.item(play.another(NUMBER))
    play.books.put(replace(first, status=gone))
    assert play.books.held_items(NUMBER) == ()
    assert play.books.covered_items(NUMBER) == (second,)
    given = play.handover("duty", SORTING, offered=False)
    (misfit,) = play.offer("duty", given, scan(NUMBER))
    assert isinstance(misfit, f.MisfitScanned)
    assert (misfit.item, misfit.why) == (second.id, Reason.UNDER_LABEL)
    play.offer("duty", given, scan(second.number))
    play.finish_offer("duty", given)
    assert isinstance(play.receive("clerk", given, scan(NUMBER))[0], f.ForeignScanned)
    play.finish_count("clerk", given)
    assert play.books.handover(given).phase is Phase.DIFFERING


def test_whoever_took_back_the_first_of_two_scans_it_in_again(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    deed = key("another")
    play.do("duty2", rules.take_in_another, deed=deed, arrival_id=opened, scan=scan(NUMBER))
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    assert isinstance(play.take(opened, scan(NUMBER))[0], f.ItemTakenIn)
    assert play.books.arrival(opened).count == 2


def test_a_number_that_comes_again_while_it_lies_under_a_label_is_set_aside(play: Play) -> None:
    first = play.books.item(play.taken(NUMBER))
    second = play.another(NUMBER)
    play.books.put(replace(first, status=ItemStatus.DELIVERED))
    aside, case = play.take(play.arrival(), scan(NUMBER))
    assert isinstance(aside, f.ScanSetAside)
    assert isinstance(case, f.CaseOpened)
    assert (case.what, case.item) == (CaseKind.STILL_HELD, second)
    play.another(NUMBER)
    assert len(play.books.covered_items(NUMBER)) == 2


def test_a_lost_number_that_comes_again_is_taken_in_beside_the_labelled_piece(play: Play) -> None:
    first = play.books.item(play.taken(NUMBER))
    play.another(NUMBER)
    play.books.put(replace(first, status=ItemStatus.LOST))
    taken, case = play.take(play.arrival(), scan(NUMBER))
    assert isinstance(taken, f.ItemTakenIn)
    assert taken.earlier == first.id
    assert isinstance(case, f.CaseOpened)
    assert case.what is CaseKind.SAME_NUMBER


def test_who_took_in_the_first_of_two_does_not_settle_whether_they_are_two(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    deed = key("another")
    play.do("duty2", rules.take_in_another, deed=deed, arrival_id=opened, scan=scan(NUMBER))
    (case,) = play.books.open_cases(item=deed)
    assert review.involved(play.books, case) == {key("duty"), key("duty2")}


def test_a_labels_number_is_borne_by_no_second_piece(play: Play) -> None:
    play.taken(NUMBER)
    label = play.books.item(play.another(NUMBER)).number
    opened = play.arrival()
    with refused(Reason.LABEL_OVER_LABEL, got=label):
        another(play, opened, label)


def test_a_second_piece_was_announced_under_the_number_that_it_bears(play: Play) -> None:
    play.taken(NUMBER)
    play.announce(NUMBER, due=TODAY + timedelta(days=365))
    taken = another(play, play.arrival())[0]
    assert isinstance(taken, f.ItemTakenIn)
    assert taken.expected is not None
    assert play.books.expected(taken.expected).item == taken.item


def test_a_piece_held_from_an_earlier_day_is_a_case_and_can_still_be_another_one(
    play: Play,
) -> None:
    play.taken(NUMBER)
    opened = play.arrival()
    facts = play.take(opened, scan(NUMBER))
    assert [type(fact) for fact in facts] == [f.ScanSetAside, f.CaseOpened]
    another(play, opened)
    assert play.books.arrival(opened).count == 1


def test_a_number_that_is_used_again_names_the_piece_that_had_it(play: Play) -> None:
    earlier = play.sealed(NUMBER)
    play.deliver("treasurer", earlier)
    facts = play.take(play.arrival(), scan(NUMBER))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn]
    assert isinstance(facts[0], f.ItemTakenIn)
    assert facts[0].earlier == earlier


def test_a_number_of_a_lost_piece_is_taken_in_and_looked_at(play: Play) -> None:
    lost = play.taken(NUMBER)
    play.books.put(replace(play.books.item(lost), status=ItemStatus.LOST))
    facts = play.take(play.arrival(), scan(NUMBER))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn, f.CaseOpened]
    assert isinstance(facts[0], f.ItemTakenIn)
    assert facts[0].earlier == lost
    assert [case.what for case in play.books.open_cases()] == [CaseKind.SAME_NUMBER]


# -- without a number, or with one that cannot be read -------------------------------------------


PHOTO = PersonalRef(key("photo"), "0" * 64)
WORDS = PersonalRef(key("words"), "0" * 64)


def labelled(play: Play, arrival_id: UUID, **said: object) -> f.Facts:
    word = {"photo": PHOTO, "description": WORDS} | said
    deed = key(f"label {len(play.log)}")
    return play.do("duty", rules.label_unnumbered, deed=deed, arrival_id=arrival_id, **word)


def test_a_piece_without_a_number_gets_the_next_label_and_is_taken_in(play: Play) -> None:
    opened = play.arrival(count=3)
    with refused(Reason.PHOTO_MISSING):
        labelled(play, opened, photo=None)
    with refused(Reason.DESCRIPTION_MISSING):
        labelled(play, opened, description=None)
    for serial in (1, 2):
        taken, label = labelled(play, opened)
        assert isinstance(taken, f.ItemTakenIn)
        assert isinstance(label, f.LabelIssued)
        assert (label.serial, label.number) == (serial, number_of(serial))
        assert (taken.scan.number, taken.scan.photo) == (number_of(serial), PHOTO)
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    label = labelled(play, opened)[1]
    assert isinstance(label, f.LabelIssued)
    assert label.serial == 3
    assert isinstance(play.take(opened, scan(number_of(1)))[0], f.ScanRepeated)


def test_a_label_that_came_from_elsewhere_is_not_given_out_again(play: Play) -> None:
    play.taken(number_of(1))
    label = labelled(play, play.arrival())[1]
    assert isinstance(label, f.LabelIssued)
    assert label.serial == 2


def test_a_label_that_is_announced_from_elsewhere_is_not_given_out(play: Play) -> None:
    play.announce(number_of(1))
    taken, label = labelled(play, play.arrival())
    assert isinstance(taken, f.ItemTakenIn)
    assert isinstance(label, f.LabelIssued)
    assert (label.serial, taken.expected) == (2, None)


def test_labels_end_with_a_refusal_and_not_with_a_second_round(play: Play) -> None:
    opened = play.arrival(count=2)
    play.books.put(Label(key("last"), SERIAL_MAX, number_of(SERIAL_MAX), None))
    with refused(Reason.LABELS_USED_UP):
        labelled(play, opened)


def test_a_labelled_piece_is_not_on_a_list(play: Play) -> None:
    play.announce(NUMBER)
    facts = labelled(play, play.arrival(list_id=key("list")))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn, f.CaseOpened, f.LabelIssued]


def unreadable(play: Play, arrival_id: UUID, what: Scan) -> f.Facts:
    deed = key(f"unreadable {len(play.log)}")
    rule = rules.take_in_unreadable
    return play.do("duty", rule, deed=deed, arrival_id=arrival_id, scan=what)


@pytest.mark.parametrize("what", [scan(NUMBER), doubtful("ABC123456", "unknown_family")])
def test_an_unreadable_piece_counts_by_photo_and_typing_and_is_looked_at(
    play: Play, what: Scan
) -> None:
    opened = play.arrival()
    with refused(Reason.PHOTO_MISSING):
        unreadable(play, opened, what)
    seen = replace(what, photo=PHOTO)
    taken, *cases = unreadable(play, opened, seen)
    assert isinstance(taken, f.ItemTakenIn)
    assert taken.scan.photo == PHOTO
    assert CaseKind.UNREADABLE in {c.what for c in cases if isinstance(c, f.CaseOpened)}
    assert play.books.arrival(opened).count == 1
    again = unreadable(play, opened, seen)
    assert [type(fact) for fact in again] == [f.ScanRepeated]


def test_an_arrival_names_its_carrier_and_came_neither_ahead_nor_long_ago(play: Play) -> None:
    def arrived(ago: timedelta, carrier: str = " 町内便 ") -> f.Facts:
        came = {"arrived_at": START - ago, "now": START, "carrier": carrier}
        deed = key(f"arrived {ago}")
        return play.do(
            "duty", rules.open_arrival, deed=deed, declared_count=1, list_id=None, **came
        )

    (opened,) = arrived(rules.ARRIVED_AGO_MAX)
    assert isinstance(opened, f.ArrivalOpened)
    assert (opened.carrier, opened.arrived_at) == ("町内便", START - rules.ARRIVED_AGO_MAX)
    arrived(timedelta())
    for ago in (timedelta(minutes=-1), rules.ARRIVED_AGO_MAX + timedelta(minutes=1)):
        with refused(Reason.ARRIVED_AT_WRONG, expected=31, got=f"{START - ago:%F %H:%M}"):
            arrived(ago)
    with refused(Reason.CARRIER_MISSING):
        arrived(timedelta(), " ")

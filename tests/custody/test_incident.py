"""Incident: whoever may have a missed piece is asked, and no incident ends by silence."""

from dataclasses import replace
from uuid import UUID

import pytest

from station.custody import facts as f
from station.custody import handover, review, sorting, stray
from station.custody import incident as rules
from station.custody.evolve import evolve
from station.custody.refusal import Reason
from station.custody.state import ItemStatus
from station.custody.values import (
    Actor,
    CaseKind,
    IncidentEnd,
    PersonalRef,
    Role,
    Settlement,
    Stamp,
)
from tests.support.play import DUTY, SORTING, START, TREASURY, WATER, Play, key, scan
from tests.support.refusals import refused

ONE, TWO, THREE = "13112383852", "404410000016", "20112345676"


def opened(play: Play, item: UUID, who: str = "supervisor") -> UUID:
    deed = key(f"incident {len(play.log)}")
    play.do(who, rules.open_incident, deed=deed, item_id=item, reason="問合せがあった")
    return deed


def answer(
    play: Play,
    who: str,
    incident: UUID,
    department: str,
    *,
    found: bool = False,
    person: str = "",
    note: PersonalRef | None = None,
) -> f.Facts:
    asked = rules.search_id(incident, department, key(person) if person else None)
    return play.do(who, rules.answer_search, search_id=asked, found=found, note=note)


def asked(play: Play, incident: UUID) -> list[tuple[str, UUID | None]]:
    return [(it.department, it.person) for it in play.books.searches_of(incident)]


def declared_lost(play: Play, incident: UUID) -> None:
    play.settled_by_two(play.books.incident(incident).case, Settlement.DECLARE_LOST)


def test_everybody_who_held_it_or_what_lay_beside_it_is_asked(play: Play) -> None:
    item = play.taken(ONE)
    play.handed_over("duty", "clerk", SORTING, item)
    beside = play.routed(TWO, TREASURY)
    play.handed_over("clerk", "treasurer", TREASURY, beside)
    incident = opened(play, item)
    assert asked(play, incident) == [(DUTY, None), (SORTING, None)]
    kept = play.books.incident(incident)
    assert (kept.item, kept.is_open, kept.opened_by) == (item, True, key("supervisor"))
    case = play.books.case(kept.case)
    assert (case.what, case.item, case.author) == (CaseKind.INCIDENT, item, None)


def test_where_a_neighbour_went_on_to_is_asked_too(play: Play) -> None:
    opened_arrival = play.arrival("duty", count=2)
    items = []
    for number in (ONE, TWO):
        (taken,) = play.take(opened_arrival, scan(number))
        assert isinstance(taken, f.ItemTakenIn)
        items.append(taken.item)
    play.handed_over("duty", "clerk", SORTING, *items)
    play.do("clerk", sorting.enter_first, item_id=items[1], department=WATER)
    play.check("clerk2", items[1], WATER)
    play.handed_over("clerk", "water", WATER, items[1])
    assert asked(play, opened(play, items[0])) == [(DUTY, None), (SORTING, None), (WATER, None)]


def test_a_person_to_whom_it_was_handed_is_asked_by_name_and_a_broken_off_handover_counts_not(
    play: Play,
) -> None:
    item = play.routed(ONE, TREASURY)
    broken = play.handover("clerk", TREASURY, item)
    play.do("clerk", handover.cancel, handover_id=broken, reason="")
    assert asked(play, opened(play, item)) == [(SORTING, None)]
    other = play.routed(TWO, TREASURY)
    named = play.handover("clerk", TREASURY, other, person=key("treasurer"))
    play.receive("treasurer", named, scan(TWO))
    play.finish_count("treasurer", named)
    play.signed(named, "clerk", "treasurer")
    assert asked(play, opened(play, other)) == [
        (SORTING, None),
        (TREASURY, None),
        (TREASURY, key("treasurer")),
    ]


def test_a_piece_in_an_open_handover_may_be_missed_too(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    began = play.handover("clerk", TREASURY, item)
    play.finish_count("treasurer", began)
    assert asked(play, opened(play, item)) == [(SORTING, None), (TREASURY, None)]


def test_who_has_yet_to_count_a_piece_is_not_asked_for_it(play: Play) -> None:
    item = play.routed(ONE, TREASURY)
    play.handover("clerk", TREASURY, item)
    assert asked(play, opened(play, item)) == [(SORTING, None)]


def test_who_may_open_one_and_of_what(play: Play) -> None:
    item = play.taken(ONE, "clerk")
    with refused(Reason.ROLE_MISSING):
        opened(play, item, "clerk")
    with refused(Reason.REASON_MISSING):
        play.do("supervisor", rules.open_incident, deed=key("x"), item_id=item, reason=" ")
    opened(play, item)
    with refused(Reason.INCIDENT_OPEN):
        opened(play, item, "both")
    delivered = play.sealed(TWO)
    play.deliver("treasurer", delivered)
    with refused(Reason.NOT_HELD):
        opened(play, delivered)


def test_one_more_department_is_asked_and_who_is_silent_is_reminded(play: Play) -> None:
    incident = opened(play, play.taken(ONE, "clerk"))
    play.do("supervisor", rules.request_search, incident_id=incident, department=WATER)
    answer(play, "clerk", incident, SORTING)
    (again,) = play.do("supervisor", rules.remind, incident_id=incident)
    assert isinstance(again, f.SearchRequested)
    assert again.department == WATER
    assert [it.times_asked for it in play.books.searches_of(incident)] == [1, 2]
    answer(play, "water", incident, WATER)
    with refused(Reason.ALL_ANSWERED):
        play.do("supervisor", rules.remind, incident_id=incident)
    for who, rule in (("clerk", rules.remind), ("auditor", rules.close_as_found)):
        with refused(Reason.ROLE_MISSING):
            details = {} if rule is rules.remind else {"reason": "seen"}
            play.do(who, rule, incident_id=incident, **details)
    with refused(Reason.UNKNOWN_SUBJECT):
        play.do("supervisor", rules.request_search, incident_id=incident, department="99")
    with refused(Reason.ROLE_MISSING):
        play.do("clerk", rules.request_search, incident_id=incident, department=WATER)


def test_each_answers_for_themselves_and_may_answer_anew(play: Play) -> None:
    item = play.routed(TWO, TREASURY)
    named = play.handover("clerk", TREASURY, item, person=key("treasurer"))
    play.receive("treasurer", named, scan(TWO))
    play.finish_count("treasurer", named)
    play.signed(named, "clerk", "treasurer")
    incident = opened(play, item)
    with refused(Reason.NOT_MEMBER):
        answer(play, "water", incident, TREASURY)
    with refused(Reason.ROLE_MISSING):
        answer(play, "auditor", incident, SORTING)
    with refused(Reason.NOT_NAMED):
        answer(play, "treasurer2", incident, TREASURY, person="treasurer")
    with refused(Reason.UNKNOWN_SUBJECT):
        answer(play, "water", incident, WATER)
    note = PersonalRef(key("note"), "0")
    answer(play, "treasurer", incident, TREASURY, person="treasurer", note=note)
    answer(play, "treasurer", incident, TREASURY, person="treasurer", found=True)
    (kept,) = [it for it in play.books.searches_of(incident) if it.person]
    assert (kept.found, kept.answered_by, kept.note) == (True, key("treasurer"), None)


def test_what_was_found_is_closed_by_somebody_else(play: Play) -> None:
    item = play.taken(ONE, "clerk")
    incident = opened(play, item)
    with refused(Reason.NOBODY_FOUND):
        play.do("supervisor", rules.close_as_found, incident_id=incident, reason="?")
    answer(play, "both", incident, SORTING, found=True)
    with refused(Reason.SAME_PERSON):
        play.do("both", rules.close_as_found, incident_id=incident, reason="机の下にあった")
    with refused(Reason.REASON_MISSING):
        play.do("supervisor", rules.close_as_found, incident_id=incident, reason="")
    play.do("supervisor", rules.close_as_found, incident_id=incident, reason="机の下にあった")
    kept = play.books.incident(incident)
    assert (kept.end, kept.is_open) == (IncidentEnd.FOUND, False)
    assert play.books.case(kept.case).settlement is Settlement.FOUND
    for rule, details in (
        (rules.remind, {}),
        (rules.close_as_found, {"reason": "again"}),
        (rules.request_search, {"department": WATER}),
    ):
        with refused(Reason.INCIDENT_CLOSED):
            play.do("supervisor", rule, incident_id=incident, **details)
    with refused(Reason.INCIDENT_CLOSED):
        answer(play, "clerk", incident, SORTING)
    assert opened(play, item) != incident, "it may be missed once more"


def test_a_reason_alone_does_not_end_a_search(play: Play) -> None:
    incident = opened(play, play.taken(ONE, "clerk"))
    with refused(Reason.OTHER_SETTLEMENT):
        play.settle("supervisor", play.books.incident(incident).case, "やめた")


def test_two_people_declare_it_lost_and_the_incident_is_closed(play: Play) -> None:
    item = play.taken(ONE)
    incident = opened(play, item)
    declared_lost(play, incident)
    assert play.books.item(item).status is ItemStatus.LOST
    assert play.books.incident(incident).end is IncidentEnd.LOST
    with refused(Reason.NOT_HELD):
        opened(play, item)


def test_a_declaration_taken_back_lets_the_search_go_on(play: Play) -> None:
    item = play.taken(ONE)
    incident = opened(play, item)
    declared_lost(play, incident)
    case = play.books.incident(incident).case
    play.do("supervisor", review.correct_settlement, case_id=case, reason="まだ探す")
    assert play.books.item(item).status is ItemStatus.HELD
    assert play.books.incident(incident).is_open
    declared_lost(play, incident)
    assert play.books.incident(incident).end is IncidentEnd.LOST


def test_a_lost_piece_that_turns_up_can_be_missed_anew(play: Play) -> None:
    item = play.taken(ONE)
    incident = opened(play, item)
    declared_lost(play, incident)
    play.do("water", stray.record_stray, deed=key("found"), scan=scan(ONE))
    assert play.books.item(item).holder == WATER
    again = opened(play, item)
    assert (WATER, None) in asked(play, again)
    assert [it.id for it in play.books.incidents_of(item)] == [incident, again]


def test_what_never_was_a_piece_ends_its_search(play: Play) -> None:
    item = play.taken(THREE)
    incident = opened(play, item)
    case = key("doubt")
    play.keep("clerk", (f.CaseOpened(case, CaseKind.UNMATCHED, item=item, scan=scan(THREE)),))
    play.settled_by_two(case, Settlement.VOID_ITEM)
    kept = play.books.incident(incident)
    assert kept.end is IncidentEnd.VOID
    assert not play.books.case(kept.case).is_open


def test_an_incident_needs_somebody_who_opens_it(play: Play) -> None:
    lonely = f.IncidentOpened(key("i"), play.taken(ONE), key("c"), "?")
    with pytest.raises(ValueError, match="expected an author"):
        evolve(lonely, Stamp(1, START, None), play.books)


def test_who_oversees_sees_all_and_who_is_asked_may_look(play: Play) -> None:
    item = play.taken(ONE)
    play.handed_over("duty", "clerk", SORTING, item)
    searches = play.books.searches_of(opened(play, item))
    assert [it.department for it in searches] == [DUTY, SORTING]

    def actor(department: str, *roles: Role, person: str = "somebody") -> Actor:
        return Actor(key(person), department, frozenset(roles))

    for role in Role:
        sees_all = role in {Role.SUPERVISOR, Role.AUDITOR}
        assert rules.may_see_all(actor(WATER, role)) is sees_all
        is_asked = role not in {Role.AUDITOR, Role.ADMINISTRATOR}
        assert rules.is_asked(actor(DUTY, role), searches[0]) is is_asked
        assert not rules.is_asked(actor(WATER, role), searches[0])
        for who, may in ((actor(SORTING, role), is_asked), (actor(WATER, role), False)):
            if may or sees_all:
                rules.require_may_look(who, searches)
            else:
                with refused(Reason.ROLE_MISSING):
                    rules.require_may_look(who, searches)
    named = replace(searches[0], person=key("named"))
    assert rules.is_asked(actor(DUTY, Role.RECEIVER, person="named"), named)
    assert not rules.is_asked(actor(DUTY, Role.SUPERVISOR), named)


def missing(play: Play, item: UUID) -> UUID:
    """A case about the piece by which it may be let go as well, beside its incident."""
    case = key(f"missing {len(play.log)}")
    play.keep("duty", (f.CaseOpened(case, CaseKind.DAY_CLOSE_MISSING, item=item),))
    return case


def corrected(play: Play, case: UUID) -> f.Facts:
    return play.do("supervisor", review.correct_settlement, case_id=case, reason="誤り")


@pytest.mark.parametrize(
    ("settlement", "end"),
    [
        (Settlement.DECLARE_LOST, IncidentEnd.LOST),
        (Settlement.VOID_ITEM, IncidentEnd.VOID),
    ],
)
def test_a_search_that_another_case_ended_goes_on_when_that_was_wrong(
    play: Play, settlement: Settlement, end: IncidentEnd
) -> None:
    item = play.taken(ONE)
    incident, case = opened(play, item), missing(play, item)
    play.settled_by_two(case, settlement)
    assert play.books.incident(incident).end is end
    assert f.IncidentReopened(incident, item) in corrected(play, case)
    assert play.books.incident(incident).is_open
    assert play.books.case(play.books.incident(incident).case).is_open


def test_only_the_search_that_this_decision_ended_goes_on(play: Play) -> None:
    item = play.taken(ONE)
    first = opened(play, item)
    declared_lost(play, first)
    play.do("water", stray.record_stray, deed=key("found"), scan=scan(ONE))
    second, case = opened(play, item), missing(play, item)
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    corrected(play, case)
    assert play.books.incident(second).is_open
    assert not play.books.incident(first).is_open


def test_of_two_searches_for_one_piece_only_one_goes_on(play: Play) -> None:
    item = play.taken(ONE)
    first = opened(play, item)
    declared_lost(play, first)
    play.do("water", stray.record_stray, deed=key("found"), scan=scan(ONE))
    second, case = opened(play, item), play.books.incident(first).case
    with refused(Reason.INCIDENT_OPEN):
        corrected(play, case)
    answer(play, "water", second, WATER, found=True)
    play.do("supervisor", rules.close_as_found, incident_id=second, reason="あった")
    corrected(play, case)
    assert play.books.incident(first).is_open, "its case is open: the search is what ends it"


def test_what_was_signed_for_while_it_was_missed_is_not_lost_before_its_holder_answers(
    play: Play,
) -> None:
    item = play.routed(ONE, TREASURY)
    incident = opened(play, item)
    case = play.books.incident(incident).case
    proposal = play.propose("supervisor", case, Settlement.DECLARE_LOST)
    play.handed_over("clerk", "treasurer", TREASURY, item)
    for _ in range(2):
        with refused(Reason.HOLDER_NOT_ASKED, got=TREASURY):
            play.propose("supervisor", case, Settlement.DECLARE_LOST)
        play.do("supervisor", rules.request_search, incident_id=incident, department=TREASURY)
    answer(play, "treasurer2", incident, TREASURY)
    proposal = play.propose("supervisor", case, Settlement.DECLARE_LOST)
    play.second("clerk3", case, proposal)
    assert play.books.item(item).is_lost


def test_nothing_is_lost_while_somebody_says_that_it_is_there(play: Play) -> None:
    item = play.sealed(ONE)
    incident = opened(play, item)
    case = play.books.incident(incident).case
    proposal = play.propose("supervisor", case, Settlement.DECLARE_LOST)
    answer(play, "treasurer", incident, TREASURY, found=True)
    with refused(Reason.SAID_FOUND, got=TREASURY):
        play.second("clerk3", case, proposal)
    with refused(Reason.SAID_FOUND):
        play.propose("both", case, Settlement.DECLARE_LOST)
    answer(play, "treasurer2", incident, TREASURY)
    play.second("clerk3", case, proposal)
    assert play.books.item(item).is_lost


def test_who_vouched_for_a_piece_or_did_not_find_it_does_not_second_that_it_is_lost(
    play: Play,
) -> None:
    item = play.sealed(ONE)
    incident = opened(play, item)
    answer(play, "clerk3", incident, SORTING)
    case = play.books.incident(incident).case
    proposal = play.propose("supervisor", case, Settlement.DECLARE_LOST)
    for who in ("treasurer", "clerk3"):
        with refused(Reason.SAME_PERSON):
            play.second(who, case, proposal)
    play.second("treasurer2", case, proposal)
    assert play.books.item(item).is_lost


def test_who_signed_for_it_before_the_last_has_let_it_go_and_may_second(play: Play) -> None:
    item = play.taken(ONE)
    play.handed_over("duty", "clerk3", SORTING, item)
    play.do("clerk", sorting.enter_first, item_id=item, department=TREASURY)
    play.check("clerk2", item, TREASURY)
    play.handed_over("clerk", "treasurer", TREASURY, item)
    play.settled_by_two(play.books.incident(opened(play, item)).case, Settlement.DECLARE_LOST)
    assert play.books.item(item).is_lost

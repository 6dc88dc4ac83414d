"""Whom the facts of a deed are a reason to tell, and what is not said."""

from dataclasses import replace
from datetime import timedelta

from station.custody import facts as f
from station.custody import handover, incident
from station.custody.checks import HANDLERS
from station.custody.facts import Facts
from station.custody.notices import (
    AT_SECONDERS,
    AT_SUPERVISORS,
    Notice,
    NoticeKind,
    To,
    apart,
    department_of,
    is_for,
    notices_of,
)
from station.custody.values import CaseKind, Role, Settlement
from tests.support.play import DUTY, SORTING, START, TREASURY, WATER, Play, key, scan

ONE, TWO = "13112383852", "404410000016"


def told(play: Play, facts: Facts) -> tuple[Notice, ...]:
    return notices_of(facts, play.books)


def offered(play: Play, *numbers: str) -> tuple[Facts, f.Fact]:
    items = [play.routed(number, TREASURY) for number in numbers]
    opened = play.handover("clerk", TREASURY, *items, offered=False)
    return play.finish_offer("clerk", opened), play.log[-1]


def test_a_receiver_is_told_that_a_handover_waits_and_not_how_much(play: Play) -> None:
    facts, fact = offered(play, ONE, TWO)
    assert isinstance(fact, f.SetOffered)
    (notice,) = told(play, facts)
    assert (notice.kind, notice.subject) == (NoticeKind.WAITING, fact.handover)
    assert notice.to.department == TREASURY
    assert Role.RECEIVER in notice.to.roles
    assert notice.told == {"giver": SORTING}


def test_supervisors_are_told_of_sets_that_differ_once(play: Play) -> None:
    _, fact = offered(play, ONE, TWO)
    assert isinstance(fact, f.SetOffered)
    ids = set()
    for _ in range(2):
        facts = play.finish_count("treasurer", fact.handover)
        (notice,) = told(play, facts)
        assert (notice.kind, notice.to) == (NoticeKind.MISMATCH, AT_SUPERVISORS)
        assert notice.told == {"giver": SORTING, "receiver": TREASURY}
        ids.add(notice.id)
    assert len(ids) == 1
    deed = key("refer")
    facts = play.do("treasurer", handover.refer_handover, deed=deed, handover_id=fact.handover)
    assert told(play, facts) == ()
    for number in (ONE, TWO):
        play.receive("treasurer", fact.handover, scan(number))
    agreed = play.finish_count("treasurer", fact.handover)
    assert told(play, agreed) == ()


def test_supervisors_are_told_of_a_disagreement_and_not_of_the_words(play: Play) -> None:
    play.undecided(ONE)
    case = play.log[-1]
    assert isinstance(case, f.CaseOpened)
    (notice,) = told(play, (case,))
    assert (notice.kind, notice.to) == (NoticeKind.MISMATCH, AT_SUPERVISORS)
    assert notice.told == {"what": "disagreement", "count": 1, "department": SORTING}


def test_what_one_deed_finds_in_one_department_is_one_notice(play: Play) -> None:
    one, two = play.taken(ONE, "clerk"), play.taken(TWO, "clerk")
    elsewhere = play.taken("20112345676")
    kind = CaseKind.DISAGREEMENT
    cases = [f.CaseOpened(key(f"case {item}"), kind, item=item) for item in (one, two, elsewhere)]
    here, there = told(play, tuple(cases))
    assert (here.told["count"], here.told["department"]) == (2, SORTING)
    assert (there.told["count"], there.told["department"]) == (1, DUTY)


def test_one_named_receiver_is_told_and_who_was_done_first_is_not(play: Play) -> None:
    who = key("treasurer")
    item = play.routed(ONE, TREASURY)
    deed = play.handover("clerk", TREASURY, item, offered=False, person=who)
    (notice,) = told(play, play.finish_offer("clerk", deed))
    assert notice.to == To(person=who)
    done = replace(play.books.handover(deed), receiver_done=True)
    play.books.put(done)
    assert told(play, (f.SetOffered(deed, 1),)) == ()


def test_of_what_was_left_lying_its_department_is_told_too(play: Play) -> None:
    _, fact = offered(play, ONE)
    assert isinstance(fact, f.SetOffered)
    late = handover.stale_handovers(play.books, deed=key("round"), now=START + timedelta(days=3))
    above, there = told(play, late)
    assert above.to == AT_SUPERVISORS
    assert there.to == To(HANDLERS, SORTING)
    assert above.id != there.id
    (nowhere,) = told(play, (f.CaseOpened(key("late"), CaseKind.ABANDONED),))
    assert nowhere.to == AT_SUPERVISORS


def test_whoever_did_not_close_a_day_is_told_and_their_supervisors(play: Play) -> None:
    unclosed = f.CaseOpened(key("day"), CaseKind.DAY_NOT_CLOSED, department=WATER)
    above, there = told(play, (unclosed,))
    assert (above.to, there.to) == (AT_SUPERVISORS, To(HANDLERS, WATER))
    missing = f.CaseOpened(key("gone"), CaseKind.DAY_CLOSE_MISSING, department=WATER)
    (above,) = told(play, (missing,))
    assert (above.kind, above.to) == (NoticeKind.MISMATCH, AT_SUPERVISORS)


def test_a_case_is_where_its_thing_is(play: Play) -> None:
    arrival = play.arrival("duty")
    item = play.taken(ONE, "clerk")
    opened = play.handover("treasurer", WATER, offered=False)
    kind = CaseKind.COUNT_DIFFERENCE
    assert department_of(f.CaseOpened(key("a"), kind, arrival=arrival), play.books) == DUTY
    assert department_of(f.CaseOpened(key("a"), kind, item=item), play.books) == SORTING
    assert department_of(f.CaseOpened(key("a"), kind, handover=opened), play.books) == TREASURY
    day = f.CaseOpened(key("a"), CaseKind.DAY_CLOSE_EXTRA, item=item, department=WATER)
    assert department_of(day, play.books) == WATER, "where it was counted, not where it belongs"
    nowhere = f.CaseOpened(key("a"), kind)
    assert department_of(nowhere, play.books) == ""
    (notice,) = told(play, (nowhere,))
    assert "department" not in notice.told


def test_a_notice_is_for_a_role_in_a_department_or_for_one_person(play: Play) -> None:
    water = play.books.person(key("water"))
    roles = frozenset({Role.RECEIVER})

    def mine(to: To) -> bool:
        return is_for(Notice(key("n"), NoticeKind.SEARCH, to), water, WATER, roles)

    assert mine(To(roles))
    assert mine(To(roles, WATER))
    assert mine(To(person=water.id))
    assert not mine(To(roles, TREASURY))
    assert not mine(To(frozenset({Role.CLERK}), WATER))
    assert not mine(To(person=key("clerk")))


def test_who_signed_last_for_a_piece_is_not_asked_to_second_that_it_is_lost(play: Play) -> None:
    item, case = play.still_held(ONE)
    play.handed_over("duty", "clerk", SORTING, item)
    play.propose("supervisor", case, Settlement.DECLARE_LOST, "探した")
    (notice,) = told(play, (play.log[-1],))
    assert key("clerk") in apart(notice, play.books)
    assert key("treasurer") not in apart(notice, play.books)


def test_whoever_may_second_is_told_of_a_proposal_and_nobody_who_stands_apart(play: Play) -> None:
    _item, case = play.still_held(ONE)
    told_of = []
    for reason in ("探した", "もう一度探した"):
        play.propose("supervisor", case, Settlement.DECLARE_LOST, reason)
        (notice,) = told(play, (play.log[-1],))
        told_of.append(notice)
    one, two = told_of
    assert one.id != two.id, "another proposal is another thing to look at"
    assert (two.kind, two.to, two.subject) == (NoticeKind.PROPOSAL, AT_SECONDERS, case)
    assert (two.told["what"], two.told["settlement"]) == ("still_held", "declare_lost")
    assert two.told["department"] == DUTY
    besides = apart(two, play.books)
    scanner = play.books.case(case).author
    assert {key("supervisor"), scanner} <= besides
    roles = frozenset({Role.RECEIVER, Role.DUTY_OFFICER})
    for who, is_told in (("water", True), ("supervisor", False)):
        person = play.books.person(key(who))
        assert is_for(two, person, WATER, roles, besides) is is_told
    assert apart(Notice(key("n"), NoticeKind.DIGEST, AT_SUPERVISORS), play.books) == frozenset()


def test_who_is_asked_to_search_is_told_and_told_again_when_reminded(play: Play) -> None:
    piece = play.routed(ONE, TREASURY)
    opened = play.handover("clerk", TREASURY, piece, person=key("treasurer"))
    play.receive("treasurer", opened, scan(ONE))
    play.finish_count("treasurer", opened)
    play.signed(opened, "clerk", "treasurer")
    deed = key("missed")
    facts = play.do("supervisor", incident.open_incident, deed=deed, item_id=piece, reason="問合せ")
    notices = told(play, facts)
    assert {(it.kind, it.subject) for it in notices} == {(NoticeKind.SEARCH, deed)}
    assert [(it.to.department, it.to.person) for it in notices] == [
        (SORTING, None),
        (TREASURY, None),
        (None, key("treasurer")),
    ]
    again = told(play, play.do("supervisor", incident.remind, incident_id=deed))
    assert len(again) == len(notices)
    assert {it.id for it in again}.isdisjoint({it.id for it in notices})

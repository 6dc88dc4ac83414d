"""The case that the software exists for, played at the desk, reads like a report."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from station.custody.facts import CaseOpened
from station.custody.values import CaseKind, Settlement
from station.desk import arrival, handover, incident, review, sorting
from station.desk.trace import trace
from station.ledger.case_file import case_file
from station.ledger.review_views import last_seen_at
from station.papers.chronology import chronology
from station.papers.dates import era_date
from station.words import sayer
from tests.support.hall import SORTING, TREASURY, WATER, Hall, seen

LETTER = "13112383852"
OTHERS = ("20112345676", "31245077161", "RR123456785JP")
WHY = "関係各課の捜索でも見つからない"
ANSWERED = "{}の捜索結果を回答した: 発見に至らなかった{}。"
TOKYO = ZoneInfo("Asia/Tokyo")


def at(hall: Hall, year: int, month: int, day: int, hour: int) -> None:
    """Let the hall's clock stand at a time of the office's own."""
    hall.clock.now = datetime(year, month, day, hour, tzinfo=TOKYO).astimezone(UTC)


def passed_on(hall: Hall, receiver: str, giver: str, who: str, *numbers: str) -> None:
    handover = hall.offered(receiver, *numbers, who=giver)
    hall.counted(who, handover, *numbers)
    hall.signed(handover, giver, who)


@pytest.fixture
def lost(hall: Hall) -> tuple[Hall, UUID]:
    """Taken in at night, misrouted by two who err alike, handed on, missed, searched, lost."""
    at(hall, 2020, 10, 31, 10)
    letter, *others = hall.taken("duty", LETTER, *OTHERS)
    at(hall, 2020, 11, 2, 9)
    passed_on(hall, SORTING, "duty", "clerk", LETTER, *OTHERS)
    for item in (letter, *others):
        for who, enter in (("clerk", sorting.enter_first), ("clerk2", sorting.enter_check)):
            enter(hall.ledger, hall.caller(who), item=item, department=WATER)
    passed_on(hall, WATER, "clerk", "water", LETTER, *OTHERS)
    at(hall, 2020, 12, 22, 14)
    (found,) = trace(hall.ledger, "131-12", TOKYO).found
    opened, reason = hall.caller("supervisor"), "問合せ"
    incident.open_incident(hall.ledger, opened, item=found.item.id, reason=reason)
    at(hall, 2020, 12, 23, 10)
    with hall.ledger.views() as views:
        asked = {it.search.department: it.search.id for it in views.incident(opened.deed).searches}
    for who, department, note in (("water", WATER, "棚と机をすべて確認"), ("clerk", SORTING, "")):
        key = asked[department]
        caller = hall.caller(who)
        incident.answer_search(hall.ledger, caller, search=key, found=False, note=note)
    incident.remind(hall.ledger, hall.caller("supervisor"), incident=opened.deed)
    at(hall, 2020, 12, 28, 16)
    with hall.ledger.views() as views:
        case = views.incident(opened.deed).incident.case
    proposed = hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger,
        proposed,
        case=case,
        settlement=Settlement.DECLARE_LOST,
        reason=WHY,
    )
    review.second_settlement(hall.ledger, hall.caller("water2"), case=case, proposal=proposed.deed)
    return hall, found.item.id


def written(hall: Hall, item: UUID, language: str, *, with_words: bool = True) -> list[str]:
    with hall.ledger.views() as views:
        lines = chronology(views, item, sayer(language), with_words=with_words)
    return [f"{era_date(line.at, TOKYO)} {line.text}" for line in lines]


def test_the_case_of_the_city_in_japanese(lost: tuple[Hall, UUID]) -> None:
    assert written(*lost, "ja") == [
        "令和2.10.31(土) 宿直室 dutyが、日本郵便から届いた4通のうちの1通として収受した。",
        "令和2.10.31(土) 宿直室 dutyが、申告どおり4通であることを確かめ、収受を締め切った。",
        "令和2.11.2(月) 宿直室 dutyが、総務への引渡分として読み取った。",
        "令和2.11.2(月) 総務 clerkが受領分として読み取った。",
        "令和2.11.2(月) 総務 clerkが数えた: 引渡分4通、受領分4通。一致した。",
        "令和2.11.2(月) 宿直室(duty)と総務(clerk)が4通に押印し、総務が所持者となった。",
        "令和2.11.2(月) 振分け入力: 総務 clerkが配布先を「経営企画」と入力した。",
        "令和2.11.2(月) 照合入力: 総務 clerk2が、先の入力を見ずに「経営企画」と入力した。",
        "令和2.11.2(月) 二人の判断が一致し、配布先が「経営企画」に決まった。",
        "令和2.11.2(月) 総務 clerkが、経営企画への引渡分として読み取った。",
        "令和2.11.2(月) 経営企画 waterが受領分として読み取った。",
        "令和2.11.2(月) 経営企画 waterが数えた: 引渡分4通、受領分4通。一致した。",
        "令和2.11.2(月) 総務(clerk)と経営企画(water)が4通に押印し、経営企画が所持者となった。",
        "令和2.12.22(火) 総務 supervisorが所在不明であることを確認し、事案とした (問合せ)。",
        "令和2.12.22(火) 総務 supervisorが捜索を依頼した: 宿直室、総務、経営企画。",
        f"令和2.12.23(水) 経営企画 waterが{ANSWERED.format('経営企画', ' (棚と机をすべて確認)')}",
        f"令和2.12.23(水) 総務 clerkが{ANSWERED.format('総務', '')}",
        "令和2.12.23(水) 総務 supervisorが、回答のない先に重ねて捜索を依頼した: 宿直室。",
        f"令和2.12.28(月) 監督者の総務 supervisorが「亡失と判断」を提案した (理由: {WHY})。",
        "令和2.12.28(月) 経営企画 water2が二人目として同意した。",
        "令和2.12.28(月) 2人が亡失と判断した。最後の所持者は経営企画。",
        "令和2.12.28(月) 捜索は発見に至らないまま終わった。",
    ]


def test_the_same_in_english(lost: tuple[Hall, UUID]) -> None:
    english = "\n".join(written(*lost, "en"))
    for sentence in (
        "宿直室 duty took it in, one of 4 pieces that 日本郵便 declared.",
        "宿直室 duty closed the arrival: 4 pieces, as many as declared.",
        "総務 supervisor found that it is missing and opened an incident (問合せ).",
        "総務 supervisor asked for a search: 宿直室, 総務, 経営企画.",
        "経営企画 water answered for 経営企画: it was not found.",
        "経営企画 water2 agreed, as the second person.",
        "Two people declared it lost; 経営企画 held it last.",
    ):
        assert sentence in english


def test_without_words_neither_entries_nor_notes_are_told(lost: tuple[Hall, UUID]) -> None:
    told = "\n".join(written(*lost, "ja", with_words=False))
    assert "棚と机" not in told
    assert "振分け入力: 総務 clerkが入力した。" in told


def test_a_first_word_that_waits_for_its_check_is_told_to_nobody(hall: Hall) -> None:
    (item,) = hall.taken("clerk", LETTER)

    def enter(who: str, entry: Callable[..., object]) -> None:
        entry(hall.ledger, hall.caller(who), item=item, department=TREASURY)

    enter("clerk", sorting.enter_first)
    opened = incident.open_incident(hall.ledger, hall.caller("supervisor"), item=item, reason=WHY)
    (case,) = (fact.case for fact in opened.facts if isinstance(fact, CaseOpened))
    with hall.ledger.views() as views:
        assert case_file(views, case).words == ()
    told = "\n".join(written(hall, item, "ja"))
    assert "振分け入力: 総務 clerkが入力した。" in told
    assert "出納室" not in told
    enter("clerk2", sorting.enter_check)
    assert "clerkが配布先を「出納室」と入力した" in "\n".join(written(hall, item, "ja"))


def undecided_anew(hall: Hall) -> UUID:
    """A piece whose two entries differ and on which a supervisor has said a third word."""
    (item,) = hall.taken("clerk", LETTER)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=SORTING)
    decider = hall.caller("supervisor")
    sorting.decide_route(hall.ledger, decider, item=item, department=WATER, reason="水道のこと")
    return item


def test_a_first_word_given_again_is_told_no_more_than_the_newest(hall: Hall) -> None:
    (item,) = hall.taken("clerk", LETTER)
    for department in (TREASURY, WATER, TREASURY):
        sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=department)
    told = "\n".join(written(hall, item, "ja"))
    assert told.count("振分け入力: 総務 clerkが入力した。") == 3
    assert "出納室" not in told
    assert "経営企画" not in told
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=TREASURY)
    assert "\n".join(written(hall, item, "ja")).count("clerkが配布先を「") == 3


def test_what_was_said_before_the_last_decision_is_told_to_who_oversees(hall: Hall) -> None:
    told = "\n".join(written(hall, undecided_anew(hall), "ja"))
    assert "clerkが配布先を「出納室」と入力した" in told
    assert "supervisorが配布先を判断した。別の人の照合入力を待っている。" in told
    assert "経営企画" not in told
    assert "水道" not in told


def test_without_words_no_supervisors_word_is_told_either(hall: Hall) -> None:
    item = undecided_anew(hall)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=TREASURY)
    for language, hidden in (
        ("ja", "監督者の総務 supervisorが配布先を判断した。"),
        ("en", "Supervisor 総務 supervisor said where it belongs."),
    ):
        told = "\n".join(written(hall, item, language, with_words=False))
        assert hidden in told
        assert "経営企画" not in told
        assert "水道" not in told
    assert "「経営企画」と判断した (理由: 水道のこと)" in "\n".join(written(hall, item, "ja"))


def test_without_words_no_answer_is_told_while_the_search_goes_on(hall: Hall) -> None:
    (item,) = hall.routed(TREASURY, LETTER)
    hall.handed_over(LETTER)
    opened = hall.caller("supervisor")
    incident.open_incident(hall.ledger, opened, item=item, reason=WHY)
    with hall.ledger.views() as views:
        asked = {it.search.department: it.search.id for it in views.incident(opened.deed).searches}
    for who, department, found in (("treasurer", TREASURY, True), ("clerk", SORTING, False)):
        incident.answer_search(
            hall.ledger, hall.caller(who), search=asked[department], found=found, note=""
        )
    assert "捜索結果を回答した" in "\n".join(written(hall, item, "ja"))
    assert "捜索結果" not in "\n".join(written(hall, item, "ja", with_words=False))
    incident.close_as_found(
        hall.ledger, hall.caller("supervisor"), incident=opened.deed, reason="棚にあった"
    )
    assert "捜索結果を回答した" in "\n".join(written(hall, item, "ja", with_words=False))


def test_a_correction_that_opens_several_cases_is_told_once(hall: Hall) -> None:
    (item,) = hall.taken("clerk", LETTER)
    incident.open_incident(hall.ledger, hall.caller("supervisor"), item=item, reason=WHY)
    once_more = hall.caller("duty")
    arrival.open_arrival(hall.ledger, once_more, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=once_more.deed, seen=seen(LETTER))
    with hall.ledger.views() as views:
        (again,) = views.books.open_cases(item=item, what=CaseKind.STILL_HELD)
        searched = views.books.incidents_of(item)[0]
    proposed, corrected = hall.caller("supervisor"), hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger, proposed, case=again.id, settlement=Settlement.DECLARE_LOST, reason=WHY
    )
    review.second_settlement(
        hall.ledger, hall.caller("water"), case=again.id, proposal=proposed.deed
    )
    review.correct_settlement(hall.ledger, corrected, case=again.id, reason="誤り")
    with hall.ledger.views() as views:
        assert views.books.incident(searched.id).is_open
        assert views.books.case(searched.case).is_open
    told = "\n".join(written(hall, item, "en"))
    assert told.count("took the decision back (reason: 誤り)") == 1
    assert told.endswith("The search goes on.")


def test_what_was_settled_by_a_reason_is_told_and_what_went_along_with_it_once(hall: Hall) -> None:
    (item,) = hall.taken("clerk", LETTER)
    for _again in range(2):
        once_more = hall.caller("duty")
        arrival.open_arrival(hall.ledger, once_more, carrier="日本郵便", declared_count=1)
        arrival.take_in(hall.ledger, hall.caller("duty"), arrival=once_more.deed, seen=seen(LETTER))
        with hall.ledger.views() as views:
            (again,) = views.books.open_cases(item=item)
        review.settle_case(hall.ledger, hall.caller("supervisor"), case=again.id, reason="二重")
    review.correct_settlement(hall.ledger, hall.caller("supervisor"), case=again.id, reason="誤り")
    incident.open_incident(hall.ledger, hall.caller("supervisor"), item=item, reason=WHY)
    proposed = hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger, proposed, case=again.id, settlement=Settlement.DECLARE_LOST, reason=WHY
    )
    review.second_settlement(
        hall.ledger, hall.caller("water"), case=again.id, proposal=proposed.deed
    )
    told = "\n".join(written(hall, item, "en"))
    why = 'Supervisor 総務 supervisor settled "number still in the house" (reason: 二重).'
    assert told.count(why) == 2
    assert told.count("That settled along with it: missed; people are searching.") == 1
    japanese = "\n".join(written(hall, item, "ja"))
    assert "監督者の総務 supervisorが、要確認「同じ番号が庁内にある」を処理した" in japanese
    assert "あわせて処理となった要確認: 所在不明、捜索中。" in japanese


@pytest.mark.parametrize("goes_out", ["withdrawn", "disowned"])
def test_what_left_a_handover_is_told_nothing_of_what_became_of_the_others(
    hall: Hall, goes_out: str
) -> None:
    item, other = hall.routed(TREASURY, LETTER, OTHERS[0])
    began = hall.offered(TREASURY, LETTER, OTHERS[0])
    hall.counted("treasurer", began, OTHERS[0], *([LETTER] if goes_out == "disowned" else []))
    about = {"handover": began, "item": item}
    if goes_out == "disowned":
        handover.disown(hall.ledger, hall.caller("treasurer"), reason="宛名違い", **about)
    else:
        handover.withdraw(hall.ledger, hall.caller("clerk"), **about)
    handover.finish_count(hall.ledger, hall.caller("treasurer"), handover=began)
    hall.signed(began, "clerk", "treasurer")
    told = written(hall, item, "ja")
    assert not any("所持者となった" in line for line in told), told
    left = next(n for n, line in enumerate(told) if "外した" in line or "申し出た" in line)
    assert not any("数えた" in line for line in told[left:]), told
    rest = written(hall, other, "ja")
    assert any("所持者となった" in line for line in rest)


@pytest.mark.parametrize("is_early", [True, False])
def test_who_counted_a_piece_that_is_not_theirs_was_the_last_to_see_it(
    hall: Hall, *, is_early: bool
) -> None:
    hall.routed(WATER, LETTER)
    (item,) = hall.routed(TREASURY, OTHERS[0])
    given = hall.caller("clerk")
    handover.open_handover(hall.ledger, given, receiver=WATER)

    def received() -> None:
        water = hall.caller("water")
        handover.receive(hall.ledger, water, handover=given.deed, seen=seen(OTHERS[0]))

    if is_early:
        received()
    handover.offer(hall.ledger, hall.caller("clerk"), handover=given.deed, seen=seen(LETTER))
    handover.finish_offer(hall.ledger, hall.caller("clerk"), handover=given.deed)
    if not is_early:
        received()
    handover.finish_count(hall.ledger, hall.caller("water2"), handover=given.deed)
    with hall.ledger.views() as views:
        sighting = last_seen_at(views, item)
        (case,) = views.books.open_cases(handover=given.deed)
        assert (case.what, case.item) == (CaseKind.FOUND, item)
        assert case_file(views, case.id).others == (), "it is that piece, and no other"
    assert (sighting.person, sighting.department) == (hall.people["water"].person, WATER)
    told = "総務からの受領で読み取ったが、その引渡しのものではなかった。"
    life = written(hall, item, "ja")
    assert [it for it in life if told in it and "water" in it], life

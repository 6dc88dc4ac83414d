"""追跡 from one field, on both kinds of database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from station.custody.refusal import Reason
from station.custody.state import Phase
from station.custody.values import Ending
from station.desk import arrival, delivery, expected
from station.desk import trace as tracing
from station.desk.trace import Found, trace, trace_item, traced
from station.ledger.purge import purge
from tests.support.hall import TREASURY, WATER, Hall, seen
from tests.support.refusals import refused

ONE, TWO, THREE = "13112383852", "20112345676", "RR123456785JP"
TOKYO = ZoneInfo("Asia/Tokyo")

LIST = """引受番号,差出人,あて先
13112383852,みなと銀行,大阪狭山市役所 御中
20112345676,税理士 丙川,出納室 ｻﾄｳ様
RR123456785JP,Bank of Ｅｘａｍｐｌｅ,経営企画 100%_係
"""


@pytest.fixture
def told(hall: Hall) -> Hall:
    """Three announced pieces; two handed over to the treasury, one routed elsewhere."""
    listed = hall.caller("clerk")
    expected.import_expected(hall.ledger, listed, source="list.csv", data=LIST.encode())
    hall.routed(TREASURY, ONE, TWO)
    hall.routed(WATER, THREE)
    hall.handed_over(ONE, TWO)
    return hall


def numbers(hall: Hall, text: str) -> list[str]:
    return sorted(found.item.number for found in trace(hall.ledger, text, TOKYO).found)


def test_which_day_was_looked_for_is_told_with_its_year(told: Hall) -> None:
    for text, days in (
        ("11/2", (date(2019, 11, 2),)),
        ("出納室 10/30", (date(2020, 10, 30),)),
        ("出納室", ()),
    ):
        assert trace(told.ledger, text, TOKYO).days == days, text
    with told.ledger.views() as views:
        asked = traced(views, "11/2", TOKYO, told.clock.now, by_number=True)
    assert asked.days == (), "a number alone is looked for"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("13112383852", [ONE]),
        ("131-12-38385-2", [ONE]),
        ("１３１－１２", [ONE]),
        ("38385", [ONE]),
        ("rr123", [THREE]),
        ("11", []),
        ("みなと銀行", [ONE]),
        ("みなと", [ONE]),
        ("大阪狭山市役所御中", [ONE]),
        ("サトウ", [TWO]),
        ("bank OF example", [THREE]),
        ("BankofExample", [THREE]),
        ("出納室", [ONE, TWO]),
        ("すいとう", [ONE, TWO]),
        ("会計課", [ONE, TWO]),
        ("03", [ONE, TWO]),
        ("treasurer", [ONE, TWO]),
        ("water2", []),
        ("clerk2", [ONE, TWO, THREE]),
        ("2020-10-31", [ONE, TWO, THREE]),
        ("令和2年10月31日", [ONE, TWO, THREE]),
        ("10月31日", [ONE, TWO, THREE]),
        ("2020-11-01", []),
        ("100%", [THREE]),
        ("100%_係", [THREE]),
        ("%", []),
        ("_", []),
        ("'; DROP TABLE items; --", []),
        ("", []),
        ("出納室 10月31日", [ONE, TWO]),
        ("出納室 みなと", [ONE]),
        ("みなと 丙川", []),
    ],
)
def test_one_field_finds_by_everything(told: Hall, text: str, found: list[str]) -> None:
    assert numbers(told, text) == sorted(found)


def of(hall: Hall, number: str) -> Found:
    (found,) = trace(hall.ledger, number, TOKYO).found
    return found


def test_a_line_says_where_since_when_who_signed_and_what_lay_beside(told: Hall) -> None:
    found = of(told, ONE)
    assert (found.number, found.holder, found.route) == ("131-12-38385-2", "出納室", "出納室")
    assert found.since == found.signed_at == found.item.held_since
    assert [(s.name, s.department) for s in found.signatures] == [
        ("clerk", "総務"),
        ("treasurer", "出納室"),
    ]
    assert (found.arrival.carrier, found.taken_in_by) == ("日本郵便", "clerk")
    assert (found.line.sender, found.line.addressee) == ("みなと銀行", "大阪狭山市役所 御中")
    assert [it.number for it in found.came_with] == ["201-12-34567-6"]
    (lay,) = found.handovers
    assert (lay.giver, lay.receiver, lay.phase) == ("総務", "出納室", Phase.SEALED)
    assert [(it.number, it.holder) for it in lay.neighbours] == [("201-12-34567-6", "出納室")]
    assert trace_item(told.ledger, found.item.id) == found


def test_before_any_handover_whoever_took_it_in_is_told(told: Hall) -> None:
    found = of(told, THREE)
    assert (found.holder, found.route, found.signatures) == ("総務", "経営企画", ())
    assert (found.taken_in_by, found.handovers, found.came_with) == ("clerk", (), ())


def test_an_open_handover_is_told_with_its_phase_and_one_broken_off_is_not(told: Hall) -> None:
    opened = told.offered(WATER, THREE)
    (lay,) = of(told, THREE).handovers
    assert (lay.handover, lay.phase, lay.sealed_at) == (opened, Phase.COUNTING, None)


def test_a_piece_kept_by_a_person_says_who(told: Hall) -> None:
    handover_id = told.offered(WATER, THREE, person="water2")
    told.counted("water2", handover_id, THREE)
    told.signed(handover_id, "clerk", "water2")
    found = of(told, THREE)
    assert (found.holder, found.person) == ("経営企画", "water2")
    assert numbers(told, "water2") == [THREE]


def test_a_purged_name_is_simply_not_found(told: Hall) -> None:
    later = told.ledger.now() + timedelta(days=1)
    assert numbers(told, "みなと") == [ONE]
    with told.ledger.views() as views:
        (line,) = views.lines(views.books.numbered_items(ONE))
    key = line.item.id
    delivery.deliver(told.ledger, told.caller("treasurer"), item=key, ending=Ending.OPENED)
    purge(told.engine, told.ledger, later)
    assert numbers(told, "みなと") == []
    assert of(told, ONE).line.sender == ""


def test_what_was_taken_back_is_not_found(told: Hall) -> None:
    opened = told.caller("duty")
    arrival.open_arrival(told.ledger, opened, carrier="佐川急便", declared_count=2)
    arrival.take_in(told.ledger, told.caller("duty"), arrival=opened.deed, seen=seen("31245077161"))
    assert numbers(told, "31245077161") == ["31245077161"]
    arrival.undo_taking_in(told.ledger, told.caller("duty"), arrival=opened.deed)
    assert numbers(told, "31245077161") == []


def test_whoever_still_counts_finds_by_numbers_alone_and_sees_no_open_handover(told: Hall) -> None:
    opened = told.offered(WATER, THREE)
    now = told.ledger.now()
    with told.ledger.views() as views:
        seen_by = views.blind(told.people["water"].person, (WATER,))
        assert seen_by.is_blind
        for text in ("総務", "10月31日", "clerk", "Bank", "総務 RR123"):
            assert traced(seen_by, text, TOKYO, now).found == (), text
        answer = traced(seen_by, "RR123", TOKYO, now)
    (found,) = answer.found
    assert answer.is_by_number
    assert (found.handovers, found.item.handover) == ((), None)
    assert [it.handover for it in of(told, THREE).handovers] == [opened]


def test_with_void_a_number_finds_what_was_taken_back_too(told: Hall) -> None:
    opened, now = told.caller("duty"), told.ledger.now()
    arrival.open_arrival(told.ledger, opened, carrier="佐川急便", declared_count=2)
    arrival.take_in(told.ledger, told.caller("duty"), arrival=opened.deed, seen=seen("31245077161"))
    arrival.undo_taking_in(told.ledger, told.caller("duty"), arrival=opened.deed)
    with told.ledger.views() as views:
        for text, count in (("31245", 1), ("duty", 0), ("31245 duty", 1), ("31245 water", 0)):
            answer = traced(views, text, TOKYO, now, with_void=True)
            assert len(answer.found) == count, text
            assert not answer.is_by_number


def test_more_than_is_told_is_said(told: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "FOUND_MAX", 2)
    traced = trace(told.ledger, "10月31日", TOKYO)
    assert (len(traced.found), traced.is_cut) == (2, True)
    assert traced.found[0].item.number == THREE, "the newest first"
    assert not trace(told.ledger, "出納室", TOKYO).is_cut


def test_a_day_is_the_offices_own(told: Hall) -> None:
    told.clock.now = datetime(2020, 11, 1, 16, 0, tzinfo=UTC)
    told.taken("clerk", "31245077161")
    assert numbers(told, "11月2日") == ["31245077161"]


def test_an_unknown_piece_is_refused(told: Hall) -> None:
    with refused(Reason.UNKNOWN_SUBJECT):
        trace_item(told.ledger, told.caller("clerk").deed)

"""Tables that somebody changed are made again; a journal that does not hold rebuilds nothing."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from station.custody.values import Basis, Settlement, SuggestionRule
from station.desk import arrival, calendar, day_close, review, sorting
from station.ledger import replay
from station.ledger.compare import rows
from station.ledger.database import DatabaseError, reading
from station.ledger.rebuild import rebuild
from station.ledger.schema import BOOKS
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall, seen

ONE = "13112383852"
UTC = ZoneInfo("UTC")


def books(engine: Engine) -> list[list[tuple[object, ...]]]:
    with reading(engine) as connection:
        return [list(rows(connection, table, "hall")) for table in BOOKS]


def changed(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.parametrize("flush_every", [1, 7, 5_000])
def test_what_was_changed_is_made_again(
    busy_hall: Hall, monkeypatch: pytest.MonkeyPatch, flush_every: int
) -> None:
    engine = busy_hall.engine
    monkeypatch.setattr(replay, "FLUSH_EVERY", flush_every)
    before = books(engine)
    changed(engine, "UPDATE items SET holder = '01', number = '0'", "DELETE FROM subjects")
    broken = verify(engine)[0].broken
    assert broken is not None
    assert broken.startswith("table items")
    assert rebuild(engine) == {"hall": verify(engine)[0].entries}
    assert books(engine) == before
    assert verify(engine)[0].broken is None


def test_the_laws_hold_again_afterwards(busy_hall: Hall) -> None:
    rebuild(busy_hall.engine)
    for statement in ("DELETE FROM handover_items", "UPDATE handovers SET phase = 'agreed'"):
        with pytest.raises(DBAPIError, match="law: "):
            changed(busy_hall.engine, statement)
    busy_hall.routed(TREASURY, "31245077161")
    assert verify(busy_hall.engine)[0].broken is None


def test_a_journal_that_does_not_hold_rebuilds_nothing(busy_hall: Hall) -> None:
    engine = busy_hall.engine
    loosened = (
        "ALTER TABLE journal DISABLE TRIGGER USER"
        if engine.name == "postgresql"
        else "DROP TRIGGER journal_refuses_delete"
    )
    changed(engine, loosened, "DELETE FROM journal WHERE seq > 30")
    before = books(engine)
    with pytest.raises(DatabaseError, match=r"entry 31: .* nothing was changed: restore a backup"):
        rebuild(engine)
    assert books(engine) == before
    with pytest.raises(DBAPIError, match="law: "):
        changed(engine, "DELETE FROM handover_items")


def test_each_office_keeps_its_own(busy_hall: Hall) -> None:
    Hall(busy_hall.engine, busy_hall.hasher, name="court").taken("duty", ONE)
    before = books(busy_hall.engine)
    assert set(rebuild(busy_hall.engine)) == {"court", "hall"}
    assert books(busy_hall.engine) == before
    assert [verdict.broken for verdict in verify(busy_hall.engine)] == [None, None]


def test_an_older_case_that_went_along_with_a_younger_one_is_made_again(hall: Hall) -> None:
    (item,) = hall.taken("clerk", ONE)
    once_more, closing, proposed = (hall.caller(who) for who in ("duty", "clerk2", "supervisor"))
    arrival.open_arrival(hall.ledger, once_more, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=once_more.deed, seen=seen(ONE))
    day_close.open_day_close(hall.ledger, closing, zone=UTC)
    day_close.finish_day_count(hall.ledger, hall.caller("clerk2"), day_close=closing.deed, zone=UTC)
    with hall.ledger.views() as views:
        older, younger = views.books.open_cases(item=item)
    review.propose_settlement(
        hall.ledger,
        proposed,
        case=younger.id,
        settlement=Settlement.DECLARE_LOST,
        reason="探した",
    )
    seconder = hall.caller("water")
    review.second_settlement(hall.ledger, seconder, case=younger.id, proposal=proposed.deed)
    before = books(hall.engine)
    rebuild(hall.engine)
    assert books(hall.engine) == before
    with hall.ledger.views() as views:
        assert views.books.case(older.id).settled_with == younger.id


def test_what_there_is_one_of_is_made_again_however_often_it_was_replaced(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2021, 2022):
        calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(year, 12, 31))
        rule = SuggestionRule(Basis.SENDER, f"税務署{year}", TREASURY)
        sorting.keep_suggestion_rules(hall.ledger, hall.caller("admin"), (rule,))
    before = books(hall.engine)
    for flush_every in (1, 5_000):
        monkeypatch.setattr(replay, "FLUSH_EVERY", flush_every)
        rebuild(hall.engine)
        assert books(hall.engine) == before
    assert verify(hall.engine)[0].broken is None

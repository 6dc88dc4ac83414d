"""The server's own rounds: again and again, whatever happens in one of them."""

import threading
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from station.cli import rounds
from station.custody.values import CaseKind
from station.desk import calendar
from station.desk.rounds import left_undone, make_rounds
from tests.support.hall import TREASURY, Hall

TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_round_that_fails_does_not_end_the_rounds(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hall.taken("duty", "13112383852")
    hall.clock.now = hall.clock.now.replace(month=11, day=4)
    made, real, twice = [], make_rounds, threading.Event()

    def sometimes(*given: object) -> object:
        made.append(given)
        if len(made) == 1:
            raise RuntimeError("a bug")
        facts = real(*given)  # type: ignore[arg-type]
        twice.set()
        return facts

    monkeypatch.setattr(rounds, "make_rounds", sometimes)
    monkeypatch.setattr(rounds, "FIRST_AFTER_SECONDS", 0.01)
    monkeypatch.setattr(rounds, "EVERY_SECONDS", 0.01)
    with rounds.rounds_beside(hall.ledger, TOKYO):
        assert twice.wait(30)
    assert "a round of the rounds failed" in caplog.text
    with hall.ledger.views() as views:
        opened = {case.what for case in views.open_cases()}
    assert opened == {CaseKind.OVERDUE, CaseKind.DAY_NOT_CLOSED}


def test_what_the_calendar_leaves_undone_is_said_and_the_rest_is_done(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hall.routed(TREASURY, "13112383852")
    hall.offered(TREASURY, "13112383852")
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 10, 31))
    hall.clock.now = hall.clock.now.replace(month=11, day=4)
    monkeypatch.setattr(rounds, "FIRST_AFTER_SECONDS", 0.01)
    monkeypatch.setattr(rounds, "EVERY_SECONDS", 0.01)
    real, often, asked = left_undone, threading.Event(), []

    def counted(*given: object) -> object:
        asked.append(given)
        if len(asked) > 3:
            often.set()
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(rounds, "left_undone", counted)
    with rounds.rounds_beside(hall.ledger, TOKYO):
        assert often.wait(30)
    assert "failed" not in caplog.text
    assert caplog.text.count("are not looked for: closing_days_unknown") == 1, "once a day"
    with hall.ledger.views() as views:
        assert [case.what for case in views.open_cases()] == [CaseKind.ABANDONED]

"""Badge and PIN, sessions, and the brake on guessing."""

from datetime import timedelta

import pytest

from station.custody.refusal import Reason
from station.desk import signin
from station.desk.pins import PinHasher
from tests.support.hall import PIN, Hall
from tests.support.refusals import refused


def enter(hall: Hall, who: str, pin: str = PIN) -> str:
    badge = hall.people[who].badge
    return signin.sign_in(hall.ledger, hall.hasher, badge=badge, pin=pin, terminal="desk")


def test_the_right_badge_and_pin_open_a_session(hall: Hall) -> None:
    token = enter(hall, "clerk")
    found = signin.who(hall.ledger, token)
    assert found is not None
    assert found.person == hall.people["clerk"].person
    signin.sign_out(hall.ledger, token)
    assert signin.who(hall.ledger, token) is None


def test_a_wrong_pin_and_a_wrong_badge_are_refused_alike(hall: Hall) -> None:
    with refused(Reason.BAD_CREDENTIALS):
        enter(hall, "clerk", "000001")
    with refused(Reason.BAD_CREDENTIALS):
        signin.check_badge(hall.ledger, hall.hasher, badge="STN000000000000", pin=PIN)


def test_guessing_has_to_wait_and_the_right_pin_waits_too(hall: Hall) -> None:
    for _ in range(signin.FAILURES_FREE):
        with refused(Reason.BAD_CREDENTIALS):
            enter(hall, "clerk", "000001")
    with refused(Reason.TOO_MANY_ATTEMPTS, expected=signin.WAIT_SECONDS):
        enter(hall, "clerk")
    enter(hall, "clerk2")  # nobody else waits
    hall.clock.now += timedelta(seconds=signin.WAIT_SECONDS)
    enter(hall, "clerk")
    enter(hall, "clerk")


@pytest.mark.parametrize(
    ("pause", "open_still"),
    [
        (timedelta(minutes=29), True),
        (timedelta(minutes=31), False),
    ],
)
def test_an_idle_session_ends(hall: Hall, pause: timedelta, open_still: bool) -> None:
    token = enter(hall, "clerk")
    hall.clock.now += pause
    assert (signin.who(hall.ledger, token) is not None) == open_still


def test_a_session_in_use_ends_after_half_a_day(hall: Hall) -> None:
    token = enter(hall, "clerk")
    for _ in range(35):
        hall.clock.now += timedelta(minutes=20)
        assert signin.who(hall.ledger, token) is not None
    hall.clock.now += timedelta(minutes=21)
    assert signin.who(hall.ledger, token) is None


def test_a_made_up_token_is_nobody(hall: Hall) -> None:
    assert signin.who(hall.ledger, "made up") is None


@pytest.mark.parametrize("pin", ["12345", "111111", "1234567890123", "abcdef", "１２３４５６", ""])
def test_a_weak_pin_is_not_accepted(hasher: PinHasher, pin: str) -> None:
    with refused(Reason.PIN_TOO_WEAK):
        hasher.hash(pin)


def test_a_kept_hash_is_argon2id(hasher: PinHasher) -> None:
    kept = hasher.hash("271828")
    assert kept.startswith("$argon2id$")
    assert hasher.is_right(kept, "271828")
    assert not hasher.is_right(kept, "271829")
    assert not hasher.is_right("not a hash", "271828")
    assert not hasher.is_right(None, "no such badge")

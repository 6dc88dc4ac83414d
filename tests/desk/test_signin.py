"""Badge and PIN, sessions, and the brake on guessing."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from station.custody.refusal import Reason, Refused
from station.custody.values import Role
from station.desk import people, signin
from station.desk.pins import PinHasher
from station.ledger.database import reading
from station.ledger.schema import pin_tries
from tests.support.hall import PIN, TREASURY, WATER, Hall
from tests.support.refusals import refused


def enter(hall: Hall, who: str, pin: str = PIN, terminal: str = "desk", new_pin: str = "") -> str:
    badge = hall.people[who].badge
    return signin.sign_in(
        hall.ledger, hall.hasher, badge=badge, pin=pin, terminal=terminal, new_pin=new_pin
    )


def guess(hall: Hall, who: str, times: int, terminal: str = "desk") -> None:
    """Guess wrong as fast as the brake allows."""
    for _ in range(times):
        with pytest.raises(Refused) as caught:
            enter(hall, who, "000001", terminal)
        if caught.value.reason is Reason.TOO_MANY_ATTEMPTS:
            left = caught.value.details["expected"]
            assert isinstance(left, int)
            hall.clock.now += timedelta(seconds=left)


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
        signin.check_badge(
            hall.ledger, hall.hasher, badge="STN000000000000", pin=PIN, terminal="desk"
        )


def test_whoever_changes_their_pin_ends_their_other_sessions(hall: Hall) -> None:
    before, other = enter(hall, "clerk"), enter(hall, "clerk2")
    with refused(Reason.PIN_UNCHANGED):
        enter(hall, "clerk", new_pin=PIN)
    after = enter(hall, "clerk", new_pin="314159")
    assert signin.who(hall.ledger, before) is None
    for token in (after, other):
        assert signin.who(hall.ledger, token) is not None
    with refused(Reason.BAD_CREDENTIALS):
        enter(hall, "clerk")


def test_guessing_has_to_wait_and_the_right_pin_waits_too(hall: Hall) -> None:
    for _ in range(signin.FAILURES_FREE):
        with refused(Reason.BAD_CREDENTIALS):
            enter(hall, "clerk", "000001")
    with refused(Reason.TOO_MANY_ATTEMPTS, expected=signin.WAIT_SECONDS - 1):
        enter(hall, "clerk")
    enter(hall, "clerk2")  # nobody else waits
    hall.clock.now += timedelta(seconds=signin.WAIT_SECONDS)
    enter(hall, "clerk")
    enter(hall, "clerk")


def test_the_wait_doubles_up_to_a_bound(hall: Hall) -> None:
    waits = []
    for _ in range(30):
        with pytest.raises(Refused) as caught:
            enter(hall, "clerk", "000001")
        if caught.value.reason is Reason.TOO_MANY_ATTEMPTS:
            waits.append(caught.value.details["expected"])
            hall.clock.now += timedelta(seconds=signin.WAIT_SECONDS_MAX)
    assert waits[:6] == [29, 59, 119, 239, 479, 899]
    assert set(waits[6:]) == {899}


def test_who_guesses_at_one_terminal_keeps_nobody_out_at_another(hall: Hall) -> None:
    """Neither where the owner was before, nor where they never were: for days of guessing."""
    enter(hall, "clerk", terminal="desk")
    guess(hall, "clerk", 400, terminal="attacker")
    enter(hall, "clerk", terminal="desk")
    enter(hall, "clerk", terminal="never used before")
    with refused(Reason.BAD_CREDENTIALS):
        enter(hall, "clerk", "000001", terminal="attacker")


def test_guessing_from_ever_new_terminals_is_braked_and_the_owner_gets_in(hall: Hall) -> None:
    enter(hall, "clerk", terminal="desk")
    for terminal in range(signin.STRANGE_FAILURES_MAX // signin.FAILURES_FREE):
        guess(hall, "clerk", signin.FAILURES_FREE, terminal=f"10.0.0.{terminal}")
    with refused(Reason.STRANGE_TERMINAL):
        enter(hall, "clerk", terminal="10.0.9.9")
    enter(hall, "clerk", terminal="desk")
    enter(hall, "clerk2", terminal="10.0.9.9")
    hall.clock.now += signin.STRANGE_FOR
    enter(hall, "clerk", terminal="10.0.9.9")
    with reading(hall.engine) as connection:
        kept = connection.execute(select(func.count()).select_from(pin_tries)).scalar_one()
    assert kept == 3  # the strangers' are forgotten, so they cannot pile up


def test_a_department_is_chosen_among_valid_postings(hall: Hall) -> None:
    token = enter(hall, "water")
    found = signin.who(hall.ledger, token)
    assert found is not None
    assert found.department == WATER
    with refused(Reason.NOT_MEMBER, expected=TREASURY, got=WATER):
        signin.act_for(hall.ledger, token, TREASURY)
    people.appoint_deputy(
        hall.ledger,
        hall.caller("admin"),
        person=hall.people["water"].person,
        seen=2,
        department=TREASURY,
        roles=(Role.RECEIVER,),
        until=hall.clock.now + timedelta(minutes=20),
    )
    signin.act_for(hall.ledger, token, TREASURY)
    found = signin.who(hall.ledger, token)
    assert found is not None
    assert found.department == TREASURY
    hall.clock.now += timedelta(minutes=20)
    found = signin.who(hall.ledger, token)
    assert found is not None
    assert found.department == WATER
    with refused(Reason.BAD_CREDENTIALS):
        signin.act_for(hall.ledger, "made up", WATER)


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

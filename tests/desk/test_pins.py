"""PINs: what is accepted, and what whoever has the database alone can do with a hash: nothing."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import String

from station.custody.refusal import Reason
from station.desk.pins import MARK_LENGTH, PinHasher, new_pin
from station.ledger.schema import credentials
from tests.support.refusals import refused

CHEAPEST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PIN = "271828"


def hasher(pepper: bytes = b"") -> PinHasher:
    return PinHasher(CHEAPEST, pepper)


@pytest.mark.parametrize("weak", ["", "12345", "1234567890123", "111111", "12345a", "１２３４５６"])
def test_weak_pins_are_refused(weak: str) -> None:
    with refused(Reason.PIN_TOO_WEAK):
        hasher().hash(weak)


def test_new_pins_are_accepted() -> None:
    for _ in range(50):
        hasher().hash(new_pin())


def test_a_hash_is_good_for_its_pin_with_its_pepper_only() -> None:
    ours, others = hasher(b"ours"), hasher(b"others")
    kept = ours.hash(PIN)
    assert ours.is_right(kept, PIN)
    assert not ours.is_right(kept, "314159")
    assert not others.is_right(kept, PIN)
    assert not hasher().is_right(kept, PIN)
    assert not ours.is_right(None, PIN)


def test_without_the_pepper_the_right_pin_cannot_be_told() -> None:
    kept = hasher(b"ours").hash(PIN)
    bare = kept[kept.index("$") :]
    assert not hasher().is_right(bare, PIN)
    assert not hasher(b"others").is_right(hasher(b"others").mark + bare, PIN)


def test_what_was_hashed_before_there_was_a_pepper_counts_until_it_is_changed() -> None:
    assert hasher(b"ours").is_right(hasher().hash(PIN), PIN)


def test_a_hash_says_which_pepper_it_was_and_fits_into_its_column() -> None:
    ours = PinHasher(pepper=b"ours")
    assert len(ours.mark) == MARK_LENGTH
    column = credentials.c.pin_hash.type
    assert isinstance(column, String)
    assert column.length
    assert len(ours.hash(PIN)) <= column.length

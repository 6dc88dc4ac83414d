"""What is signed: readable, complete, and the same for ever."""

import hashlib
from dataclasses import replace

import pytest

from station.custody import facts as f
from station.custody.statement import signed_statement, statement_of
from tests.support.play import SORTING, TREASURY, Play, key, scan

ONE = "13112383852"


def test_what_is_signed_is_direction_time_and_every_piece(play: Play) -> None:
    handover = play.books.handover(play.agreed(ONE))
    (item,) = handover.offered
    assert handover.agreed_at is not None
    text = statement_of(play.books, handover, handover.agreed_at).text
    at = handover.agreed_at.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
    assert text == (
        f"handover {handover.id}\nfrom {SORTING}\nto {TREASURY}\nagreed {at}\n"
        f"count 1\n{item} {ONE}\n"
    )
    assert handover.digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_time_of_a_later_count_is_another_statement(play: Play) -> None:
    handover = play.books.handover(play.agreed(ONE))
    assert statement_of(play.books, handover, play.now).digest != handover.digest


def test_a_named_person_is_part_of_the_direction(play: Play) -> None:
    item = play.sealed(ONE)
    opened = play.handover("treasurer", TREASURY, item, person=key("treasurer2"))
    text = statement_of(play.books, play.books.handover(opened), None).text
    assert f"to {TREASURY} person {key('treasurer2')}\n" in text
    assert "agreed" not in text


def test_what_was_signed_follows_from_the_facts_alone(play: Play) -> None:
    item = play.sealed(ONE)
    opened = play.handover("treasurer", TREASURY, item, person=key("treasurer2"))
    play.receive("treasurer2", opened, scan(ONE))
    play.finish_count("treasurer2", opened)
    play.signed(opened, "treasurer2", "treasurer")
    play.deliver("treasurer2", item)
    signed = [fact for fact in play.log if isinstance(fact, f.HandoverSigned)]
    assert len({fact.handover for fact in signed}) == 2
    for signature in signed:
        assert signature.digest == signed_statement(signature.handover, play.log).digest


def test_the_older_form_did_not_say_when(play: Play) -> None:
    handover = play.books.handover(play.agreed(ONE))
    (item,) = handover.offered
    old = statement_of(play.books, handover, None)
    assert old.text == (
        f"handover {handover.id}\nfrom {SORTING}\nto {TREASURY}\ncount 1\n{item} {ONE}\n"
    )
    about = tuple(
        replace(fact, agreed_at=None) if isinstance(fact, f.CountFinished) else fact
        for fact in play.log
    )
    sealed = f.HandoverSealed(
        handover.id, SORTING, TREASURY, (item,), old.digest, key("clerk"), key("treasurer")
    )
    assert signed_statement(handover.id, (*about, sealed)).text == old.text


def test_nothing_was_signed_for_what_was_not_sealed(play: Play) -> None:
    handover = play.agreed(ONE)
    with pytest.raises(ValueError, match="expected HandoverSealed of a sealed handover"):
        signed_statement(handover, play.log)

"""Facts to state: every kind is known, and a fact that needs an author has one."""

import pytest

from station.custody import facts as f
from station.custody.evolve import evolve
from station.custody.refusal import Reason, Refused
from station.custody.values import Stamp
from tests.support.memory import MemoryBooks
from tests.support.play import DUTY, START, Play, key
from tests.support.refusals import refused


@pytest.mark.parametrize("kind", f.ALL_KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_is_known(kind: type[f.Fact]) -> None:
    assert evolve.dispatch(kind) is not evolve.dispatch(f.Fact)


def test_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(TypeError, match="expected a fact that evolve knows"):
        evolve(f.Fact(), Stamp(1, START, None), MemoryBooks())


def test_a_fact_that_needs_an_author_does_not_go_without() -> None:
    opened = f.ArrivalOpened(key("a"), "日本郵便", 1, START, DUTY, None)
    with pytest.raises(ValueError, match="expected an author in entry 7"):
        evolve(opened, Stamp(7, START, None), MemoryBooks())


def test_a_refusal_reads_as_a_sentence_for_the_log(play: Play) -> None:
    with pytest.raises(Refused, match="unknown_subject: expected='case'"):
        play.books.case(key("nothing"))
    assert str(Refused(Reason.EMPTY_SET)) == "empty_set"
    for reader in (play.books.arrival, play.books.handover, play.books.expected):
        with refused(Reason.UNKNOWN_SUBJECT):
            reader(key("nothing"))

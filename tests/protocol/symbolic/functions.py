"""What is asked of books: what a deed makes of them, what is left of a thing, what the laws say."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from unittest.mock import patch
from uuid import UUID

from station.custody import receipt
from station.custody.by_id import A
from station.custody.evolve import (
    arrival,
    day_close,
    expected,
    handover,
    incident,
    review,
    sorting,
)
from station.custody.state import Aggregate, Arrival, Case, Handover, Incident, Item
from tests.protocol import remains
from tests.protocol.attempts import Deed
from tests.protocol.judge import Judge, Step, tried
from tests.protocol.laws import (
    check_arrival,
    check_case,
    check_end,
    check_handover,
    check_incident,
    check_item,
)
from tests.protocol.small_office import Bounds
from tests.protocol.symbolic.field_books import FieldBooks, replaced
from tests.protocol.symbolic.slots import Slot, Writes

COPYING = (arrival, day_close, expected, handover, incident, review, sorting, receipt, remains)
"""Modules in which copying a thing must not count as looking at it."""


@contextmanager
def copies_unnoticed() -> Iterator[None]:
    """Let things be copied without a look at what is copied."""
    with ExitStack() as stack:
        for module in COPYING:
            stack.enter_context(patch.object(module, "replace", replaced))
        yield


def done(deed: Deed, judge: Judge, bounds: Bounds, books: FieldBooks) -> Writes:
    """Return what a deed writes: nothing where it is refused."""
    facts = tried(deed, books, judge)
    if facts is None:
        return ()
    judge.step(Step(deed, facts, books.before(), books.after()))
    left = [(remains.left_alone(thing, bounds), thing) for thing in books.puts.values()]
    for remaining, thing in left:
        if remaining is not thing:
            _check(thing, books)  # what goes is held to the laws before
    for remaining, thing in left:
        _keep(remaining, thing, books)
    return books.writes()


def settled(slot: Slot, bounds: Bounds, books: FieldBooks) -> Writes:
    """Return what has to be written so that of the thing in a slot only what is left is there."""
    thing = books.thing(slot)
    remaining = remains.left_of(thing, books, bounds)
    if remaining is None:
        _check(thing, books)
    _keep(remaining, thing, books)
    writes = books.writes()
    return () if books.is_as_it_was(writes) else writes


def _keep(remaining: Aggregate | None, thing: Aggregate, books: FieldBooks) -> None:
    if remaining is None or remaining.id != thing.id:
        books.drop(thing)
    if remaining is not None:
        books.put(remaining)


def judged(slot: Slot, books: FieldBooks) -> Writes:
    """Check what must hold of the thing in a slot; AssertionError where it does not."""
    _check(books.thing(slot), books)
    return ()


def _check(thing: Aggregate, books: FieldBooks) -> None:
    if isinstance(thing, Item):
        check_item(thing, partial(_there, books, Handover))
        check_end(thing, partial(_there, books, Case))
    elif isinstance(thing, Handover):
        check_handover(thing, partial(_there, books, Item))
    elif isinstance(thing, Arrival):
        check_arrival(thing, books.each(Item))
    elif isinstance(thing, Case):
        check_case(thing, partial(_there, books, Item))
    elif isinstance(thing, Incident):
        case = books.look_up(Case, thing.case)
        check_incident(thing, case if isinstance(case, Case) else None)


def _there(books: FieldBooks, kind: type[A], key: UUID) -> A:
    found = books.look_up(kind, key)
    assert isinstance(found, kind), "what is named is there"
    return found

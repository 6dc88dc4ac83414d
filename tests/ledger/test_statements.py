"""What was signed can be shown for ever: its exact text, from the journal alone."""

import hashlib
from uuid import UUID

import pytest

from station.custody.facts import HandoverSealed, HandoverSigned
from station.custody.state import Handover, Phase
from station.custody.values import Ending
from station.desk import delivery
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.schema import handovers
from station.ledger.store import Ledger
from tests.support import filled
from tests.support.hall import TREASURY, Hall

ONE, TWO = "13112383852", "20112345676"


def shown(ledger: Ledger, handover: UUID) -> tuple[str, set[str]]:
    """The text that the journal gives, and every digest that stands signed or sealed in it."""
    with ledger.views() as views:
        text = views.signed_statement(handover).text
        facts = [line.fact for line in views.history(handover)]
    kinds = (HandoverSigned, HandoverSealed)
    return text, {fact.digest for fact in facts if isinstance(fact, kinds)}


def test_both_signed_the_very_text_that_is_shown_long_after(hall: Hall) -> None:
    items = hall.routed(TREASURY, ONE, TWO)
    handover = hall.handed_over(ONE, TWO)
    for item in items:
        caller = hall.caller("treasurer")
        delivery.deliver(hall.ledger, caller, item=item, ending=Ending.OPENED)
    hall.clock.now = hall.clock.now.replace(year=2031)
    text, digests = shown(hall.ledger, handover)
    assert digests == {hashlib.sha256(text.encode()).hexdigest()}
    assert "agreed 2020-10-31T" in text
    for item, number in zip(items, (ONE, TWO), strict=True):
        assert f"{item} {number}\n" in text


@pytest.mark.parametrize("revision", filled.revisions())
def test_what_was_signed_in_the_older_form_is_shown_in_it(database_url: str, revision: str) -> None:
    engine = open_engine(database_url)
    filled.load(revision, engine)
    migrate.upgrade(engine)
    ledger = Ledger(engine, "hall")
    with ledger.views() as views:
        (sealed,) = views.books.find(Handover, handovers.c.phase == Phase.SEALED)
    text, digests = shown(ledger, sealed.id)
    assert digests == {hashlib.sha256(text.encode()).hexdigest()}
    engine.dispose()


def test_nothing_is_shown_as_signed_that_was_not(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    with hall.ledger.views() as views, pytest.raises(ValueError, match="sealed handover"):
        views.signed_statement(handover)

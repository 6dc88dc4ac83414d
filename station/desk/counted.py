"""Rules that tell by their refusal what is offered: kept from whoever has yet to count it.

What these ask beside the rule only refuses more than the rule does; a scan is recorded even so.
"""

from collections.abc import Callable
from functools import wraps
from typing import cast
from uuid import UUID

from station.custody.checks import require_role
from station.custody.facts import Facts, MisfitScanned
from station.custody.refusal import Reason
from station.custody.sides import has_to_count, require_nothing_to_count
from station.custody.state import Books
from station.custody.values import Actor, Role, Scan

Rule = Callable[..., Facts]


def at_holder(rule: Rule) -> Rule:
    """Return a rule about a piece, `item_id`, that the actor's department holds, so guarded."""
    return _at(rule, "item_id", lambda books, item: books.item(item).holder)


def at_giver(rule: Rule) -> Rule:
    """Return a rule about the offer of a handover, `handover_id`, so guarded."""
    return _at(rule, "handover_id", lambda books, handover: books.handover(handover).giver)


def at_arrival(rule: Rule) -> Rule:
    """Return a rule about the pieces of an arrival, `arrival_id`, so guarded."""
    return _at(rule, "arrival_id", lambda books, arrival: books.arrival(arrival).department)


def _at(rule: Rule, subject: str, place: Callable[[Books, UUID], str]) -> Rule:
    """Return a rule that is guarded where its subject is at the actor's own department."""

    @wraps(rule)
    def guarded(books: Books, actor: Actor, **details: object) -> Facts:
        if place(books, cast(UUID, details[subject])) == actor.department:
            require_nothing_to_count(books, actor, actor.department)
        return rule(books, actor, **details)

    return guarded


def on_offering(rule: Rule) -> Rule:
    """Return the rule of the giver's scan, so guarded: recorded, and told alike of every piece.

    Whoever has another handover of the same giver's to count would learn by it what lies there.
    """

    @wraps(rule)
    def guarded(
        books: Books, actor: Actor, *, handover_id: UUID, scan: Scan, **details: object
    ) -> Facts:
        facts = rule(books, actor, handover_id=handover_id, scan=scan, **details)
        giver = books.handover(handover_id).giver
        here = [it.id for it in books.held_items(scan.known_as) if it.holder == giver]
        if not here or not has_to_count(books, actor, giver, besides=handover_id):
            return facts
        return (MisfitScanned(handover_id, here[0], scan, Reason.COUNT_FIRST, None),)

    return guarded


def on_case(rule: Rule, roles: frozenset[Role]) -> Rule:
    """Return a rule about a case, `case_id`, of which these roles may do something, so guarded."""

    @wraps(rule)
    def guarded(books: Books, actor: Actor, *, case_id: UUID, **details: object) -> Facts:
        require_role(actor, roles)
        item = books.case(case_id).item
        if item is not None:
            require_nothing_to_count(books, actor, books.item(item).holder)
        return rule(books, actor, case_id=case_id, **details)

    return guarded

"""Rules that tell by their refusal what is offered: kept from whoever has yet to count it.

What these ask beside the rule only refuses more than the rule does.
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from station.custody.checks import require_role
from station.custody.facts import Facts
from station.custody.sides import require_nothing_to_count
from station.custody.state import Books
from station.custody.values import Actor, Role

Rule = Callable[..., Facts]


def at_holder(rule: Rule) -> Rule:
    """Return a rule about a piece, `item_id`, that the actor's department holds, so guarded."""

    @wraps(rule)
    def guarded(books: Books, actor: Actor, *, item_id: UUID, **details: object) -> Facts:
        if books.item(item_id).holder == actor.department:
            require_nothing_to_count(books, actor, actor.department)
        return rule(books, actor, item_id=item_id, **details)

    return guarded


def at_giver(rule: Rule, *, gives: bool) -> Rule:
    """Return a rule about the offer of a handover, `handover_id`, so guarded.

    `gives` says that it makes a giver of whoever does it, whatever it comes to: they count this
    handover no more, but may have another of the same giver's to count.
    """

    @wraps(rule)
    def guarded(books: Books, actor: Actor, *, handover_id: UUID, **details: object) -> Facts:
        if books.handover(handover_id).giver == actor.department:
            besides = handover_id if gives else None
            require_nothing_to_count(books, actor, actor.department, besides)
        return rule(books, actor, handover_id=handover_id, **details)

    return guarded


def at_arrival(rule: Rule) -> Rule:
    """Return a rule about the pieces of an arrival, `arrival_id`, so guarded."""

    @wraps(rule)
    def guarded(books: Books, actor: Actor, *, arrival_id: UUID, **details: object) -> Facts:
        if books.arrival(arrival_id).department == actor.department:
            require_nothing_to_count(books, actor, actor.department)
        return rule(books, actor, arrival_id=arrival_id, **details)

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

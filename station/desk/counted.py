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
            require_nothing_to_count(books, actor, item_id)
        return rule(books, actor, item_id=item_id, **details)

    return guarded


def on_case(rule: Rule, roles: frozenset[Role]) -> Rule:
    """Return a rule about a case, `case_id`, of which these roles may do something, so guarded."""

    @wraps(rule)
    def guarded(books: Books, actor: Actor, *, case_id: UUID, **details: object) -> Facts:
        require_role(actor, roles)
        require_nothing_to_count(books, actor, books.case(case_id).item)
        return rule(books, actor, case_id=case_id, **details)

    return guarded

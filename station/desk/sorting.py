"""Deeds of sorting."""

from collections.abc import Sequence
from uuid import UUID

from station.custody import sorting as rules
from station.custody import suggestions
from station.custody.facts import Facts, ItemRouted
from station.custody.values import Actor, SuggestionRule
from station.desk.counted import at_holder
from station.desk.deeds import Caller, follow, perform
from station.desk.signin import require_still
from station.ledger.credentials import Credential
from station.ledger.store import Done, Ledger, Work


def enter_first(ledger: Ledger, caller: Caller, *, item: UUID, department: str | None) -> Done:
    """Give the first word on where a piece belongs; None says that it names no department."""
    rule = at_holder(rules.enter_first)
    return follow(ledger, caller, rule, item_id=item, department=department)


def enter_check(ledger: Ledger, caller: Caller, *, item: UUID, department: str | None) -> Done:
    """Give the second word, by another person who has not seen the first."""
    rule = at_holder(rules.enter_check)
    return follow(ledger, caller, rule, deed=caller.deed, item_id=item, department=department)


def decide_route(
    ledger: Ledger, caller: Caller, *, item: UUID, department: str, reason: str
) -> Done:
    """Give a supervisor's word on an undecided piece."""
    rule = rules.decide_route
    return follow(ledger, caller, rule, item_id=item, department=department, reason=reason)


def question_route(ledger: Ledger, caller: Caller, *, item: UUID, reason: str) -> Done:
    """Say that a route is wrong; two people have to give their words anew."""
    rule = at_holder(rules.question_route)
    return follow(ledger, caller, rule, deed=caller.deed, item_id=item, reason=reason)


def propose_opening(ledger: Ledger, caller: Caller, *, item: UUID, reason: str) -> Done:
    """Say that an undecided piece has to be opened; somebody else has to be there."""
    return follow(ledger, caller, at_holder(rules.propose_opening), item_id=item, reason=reason)


def witness_opening(ledger: Ledger, caller: Caller, *, item: UUID, proved: Credential) -> Done:
    """Say, as the second person present, that an undecided piece is opened now.

    `proved` is what checking the second person's badge and PIN gave just now.
    """

    def witnessed(work: Work, actor: Actor) -> Facts:
        require_still(work.credentials, proved)
        return at_holder(rules.witness_opening)(work.books, actor, item_id=item)

    return perform(ledger, caller, "witness_opening", witnessed)


def keep_suggestion_rules(ledger: Ledger, caller: Caller, rules: Sequence[SuggestionRule]) -> Done:
    """Keep the office's rules for suggesting departments, in place of those before."""
    rule = suggestions.keep_suggestion_rules
    return follow(ledger, caller, rule, rules=tuple(rules))


def add_suggestion_rule(ledger: Ledger, caller: Caller, rule: SuggestionRule) -> Done:
    """Keep one more rule for suggesting departments."""
    return follow(ledger, caller, suggestions.add_suggestion_rule, added=rule)


def drop_suggestion_rule(ledger: Ledger, caller: Caller, rule: SuggestionRule) -> Done:
    """Keep one rule for suggesting departments no more."""
    return follow(ledger, caller, suggestions.drop_suggestion_rule, dropped=rule)


def is_routed(done: Done) -> bool:
    """Whether a deed of sorting fixed the route."""
    return any(isinstance(fact, ItemRouted) for fact in done.facts)

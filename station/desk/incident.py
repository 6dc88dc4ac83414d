"""Deeds of an incident: a piece is missed, and whoever may have it is asked."""

from uuid import UUID

from station.custody import incident as rules
from station.desk.deeds import Caller, follow, perform
from station.ledger.store import Done, Ledger


def open_incident(ledger: Ledger, caller: Caller, *, item: UUID, reason: str) -> Done:
    """Say that a piece is missed, as a supervisor; everybody who may have it is asked at once.

    The incident's id is the deed's UUID.
    """
    rule = rules.open_incident
    return follow(ledger, caller, rule, deed=caller.deed, item_id=item, reason=reason)


def request_search(ledger: Ledger, caller: Caller, *, incident: UUID, department: str) -> Done:
    """Ask one more department to search."""
    rule = rules.request_search
    return follow(ledger, caller, rule, incident_id=incident, department=department)


def remind(ledger: Ledger, caller: Caller, *, incident: UUID) -> Done:
    """Ask everybody once more who has not answered."""
    return follow(ledger, caller, rules.remind, incident_id=incident)


def answer_search(
    ledger: Ledger, caller: Caller, *, search: UUID, found: bool, note: str = ""
) -> Done:
    """Say whether the piece is there; what is written beside the answer is kept apart."""
    return perform(
        ledger,
        caller,
        "answer_search",
        lambda work, actor: rules.answer_search(
            work.books, actor, search_id=search, found=found, note=work.keep_text(note)
        ),
    )


def close_as_found(ledger: Ledger, caller: Caller, *, incident: UUID, reason: str) -> Done:
    """Close an incident whose piece somebody else says to have found."""
    return follow(ledger, caller, rules.close_as_found, incident_id=incident, reason=reason)

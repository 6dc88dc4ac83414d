"""Review: what only a supervisor may settle, and never the person whose scan is in question."""

from uuid import UUID

from station.custody.checks import (
    HANDLERS,
    SUPERVISORS,
    derived_id,
    require_reason,
    require_role,
    require_uninvolved,
)
from station.custody.facts import CaseOpened, CaseSettled, Facts, StrayScanned
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import Actor, CaseKind, Scan

SETTLED_BY_OWN_DEED = frozenset(
    {CaseKind.COUNT_DIFFERENCE, CaseKind.DISAGREEMENT, CaseKind.UNDECIDED}
)
"""Cases that a reason alone cannot settle: the arrival or the route has to be decided."""


def record_stray(
    books: Books, actor: Actor, *, deed: UUID, scan: Scan, handover_id: UUID | None = None
) -> Facts:
    """Record a scan of a piece that this department does not hold; the supervisor looks at it.

    Every such scan is a fact; while a case about the same number is open, it needs no second one.
    """
    require_role(actor, HANDLERS)
    held = books.held_items(scan.known_as)
    item = held[0].id if held else None
    stray = StrayScanned(actor.department, scan, item, handover_id)
    if _has_open_case(books, scan, handover_id):
        return (stray,)
    opened = CaseOpened(
        derived_id(deed, "case"), CaseKind.FOUND, item=item, handover=handover_id, scan=scan
    )
    return (stray, opened)


def _has_open_case(books: Books, scan: Scan, handover_id: UUID | None) -> bool:
    return any(
        case.what is CaseKind.FOUND
        and case.scan is not None
        and case.scan.known_as == scan.known_as
        for case in books.open_cases(handover=handover_id)
    )


def settle_case(books: Books, actor: Actor, *, case_id: UUID, reason: str) -> Facts:
    """Settle a case by a reason: who looked, what it was, what was done."""
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    case = books.case(case_id)
    if not case.is_open:
        raise Refused(Reason.CASE_SETTLED, got=case.reason or "")
    if case.what in SETTLED_BY_OWN_DEED:
        raise Refused(Reason.OTHER_SETTLEMENT, got=case.what)
    require_uninvolved(actor, case.author)
    return (CaseSettled(case.id, reason.strip()),)

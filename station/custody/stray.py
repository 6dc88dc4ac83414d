"""A piece that is scanned where the books say that it cannot be: recorded, and told."""

from uuid import UUID

from station.custody.checks import HANDLERS, derived_id, require_role
from station.custody.facts import CaseOpened, Facts, ItemFoundAgain, StrayScanned
from station.custody.state import Books, Case
from station.custody.values import Actor, CaseKind, Scan


def record_stray(
    books: Books, actor: Actor, *, deed: UUID, scan: Scan, handover_id: UUID | None = None
) -> Facts:
    """Record a scan of a piece that is not where it should be, for the supervisor to look at.

    Every such scan is a fact; while a case about one's own scan of this number is open, it needs no
    second one.  Whoever else scans it gets their own: nobody settles what is about their own scan.
    A lost piece that turns up comes back into custody.
    """
    require_role(actor, HANDLERS)
    held = books.held_items(scan.known_as)
    item = held[0].id if held else None
    known = open_cases_about(books, scan, handover_id)
    if not held and (scan.number is not None or known):
        found = find_again(books, actor, deed=deed, scan=scan)
        if found is not None:
            stray = StrayScanned(actor.department, scan, found[0].item, handover_id)
            return (stray, *found)
    stray = StrayScanned(actor.department, scan, item, handover_id)
    if actor.person in {case.author for case in known}:
        return (stray,)
    opened = CaseOpened(
        derived_id(deed, "case"), CaseKind.FOUND, item=item, handover=handover_id, scan=scan
    )
    return (stray, opened)


def find_again(
    books: Books, actor: Actor, *, deed: UUID, scan: Scan
) -> tuple[ItemFoundAgain, CaseOpened] | None:
    """Take a lost piece of this number back into custody, if there is one.

    The finder's department holds it from now on, its route stays, and the supervisor is told: a
    number is used more than once, so it may be another piece.
    """
    lost = books.lost_items(scan.known_as)
    if not lost:
        return None
    item = lost[0].id
    case = derived_id(deed, f"found again {item}")
    return (
        ItemFoundAgain(item, actor.department),
        CaseOpened(case, CaseKind.FOUND_AGAIN, item=item, scan=scan),
    )


def open_cases_about(books: Books, scan: Scan, handover_id: UUID | None) -> tuple[Case, ...]:
    """Return the open cases about scans of this number, in this handover or outside of any."""
    return tuple(
        case
        for case in books.open_cases(handover=handover_id, what=CaseKind.FOUND)
        if case.scan is not None and case.scan.known_as == scan.known_as
    )

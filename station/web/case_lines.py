"""Cases as lines of a list: about which number, where, and whether one is asked to second it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from station.custody.facts import CaseOpened
from station.custody.notices import department_of
from station.custody.state import Case
from station.custody.values import CaseKind
from station.ledger.views import Views
from station.web.case_offers import may_second
from station.web.context import Operator


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case: its number, "" where it has none, where it is in words, and who is named in it.

    `asks_you` says that its proposal waits for this very reader.
    """

    case: Case
    number: str
    place: str
    author: str
    settled_by: str
    asks_you: bool


def case_lines(views: Views, operator: Operator, cases: Sequence[Case]) -> tuple[CaseLine, ...]:
    """Return cases as one reader sees them in a list."""
    due = views.expected(case.expected for case in cases)
    pieces = {line.item.id: line for line in views.items(c.item for c in cases if c.item)}
    names = views.names(person for case in cases for person in (case.author, case.settled_by))
    scanned_in = _scanned_in(views, cases)

    def number(case: Case) -> str:
        if case.scan is not None:
            return case.scan.known_as
        if case.expected in due:
            return due[case.expected].expected.number
        return pieces[case.item].item.number if case.item in pieces else ""

    return tuple(
        CaseLine(
            case,
            number(case),
            _where(views, case, scanned_in.get(case.id)),
            names.get(case.author, "") if case.author else "",
            names.get(case.settled_by, "") if case.settled_by else "",
            case.is_open and case.proposal is not None and may_second(views, operator, case),
        )
        for case in cases
    )


def _scanned_in(views: Views, cases: Sequence[Case]) -> dict[UUID, str | None]:
    """Return for which department somebody scanned what is on nobody's books."""
    astray = [it.id for it in cases if it.scan and not it.item and not it.arrival]
    opened = views.histories(astray, [CaseOpened]) if astray else {}
    return {case: lines[0].department for case, lines in opened.items()}


def _where(views: Views, case: Case, scanned_in: str | None) -> str:
    """Return in words where a case is: between whom, or at which department, and who brought it.

    A piece is where the books have it, wherever it arrived; but one that lay in a handover to which
    it does not belong is in the hands of its two sides.
    """
    books = views.books
    if case.handover is not None and (case.item is None or case.what is CaseKind.FOUND):
        handover = books.handover(case.handover)
        sides = (books.department(side).name for side in (handover.giver, handover.receiver))
        return " → ".join(sides)
    place = department_of(case, books) or scanned_in
    named = [books.department(place).name] if place else []
    carrier = [books.arrival(case.arrival).carrier] if case.arrival is not None else []
    return " ".join([*named, *carrier])

"""What an arrival's page lists: its pieces and what was set aside, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody.state import Arrival, ArrivalStatus, Case
from station.custody.values import CaseKind
from station.ledger.views import ItemLine, Views


@dataclass(frozen=True, slots=True)
class Scanned:
    """One line: a piece that counts, or a scan that was set aside with the case about it."""

    at: datetime
    line: ItemLine | None = None
    case: Case | None = None

    @property
    def is_look(self) -> bool:
        """Whether a supervisor looks at it."""
        return self.line is None or self.line.has_open_case


@dataclass(frozen=True, slots=True)
class Difference:
    """With what difference an arrival was closed, and the two people whose word it was."""

    count: int
    proposed_by: str
    seconded_by: str


def scanned(lines: Iterable[ItemLine], cases: Iterable[Case]) -> tuple[Scanned, ...]:
    """Return what was scanned, newest first; every scan that a case is about is there once."""
    counted = [Scanned(line.item.taken_in_at, line=line) for line in lines]
    listed = {it.line.item.id for it in counted if it.line}
    aside = [
        Scanned(case.opened_at, case=case)
        for case in cases
        if case.scan is not None and case.item not in listed
    ]
    return tuple(sorted([*counted, *aside], key=lambda it: it.at, reverse=True))


def is_asked(cases: Iterable[Case]) -> bool:
    """Whether the supervisor has been asked about the count and has not answered yet."""
    return any(case.what is CaseKind.COUNT_DIFFERENCE for case in cases)


def difference(views: Views, arrival: Arrival) -> Difference | None:
    """Return the difference with which an arrival was closed; None where it was closed equal."""
    if arrival.status is not ArrivalStatus.CLOSED:
        return None
    case = views.closed_with_difference([arrival.id]).get(arrival.id)
    if case is None:
        return None
    proposer = case.proposal.by if case.proposal else None
    names = views.names([proposer, case.settled_by])
    return Difference(
        abs(arrival.declared_count - arrival.count),
        _name(names, proposer),
        _name(names, case.settled_by),
    )


def _name(names: dict[UUID, str], person: UUID | None) -> str:
    return names.get(person, "") if person else ""

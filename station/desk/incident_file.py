"""事案: all that is known of a missed piece, as its page and its report show it.

Looking changes nothing and is no deed.  Whoever shows it says first who may see it
(`custody.incident.require_may_look`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from uuid import UUID

from station.custody.facts import ItemFoundAgain, ItemTakenIn
from station.custody.state import COUNTED_PHASES, Arrival, Case, Handover, ItemStatus, Phase
from station.custody.values import IncidentEnd
from station.desk.trace import Beside, Found, Neighbour, told_item
from station.ledger.review_views import Sighting, last_seen_at
from station.ledger.views import IncidentLine, Views


@dataclass(frozen=True, slots=True)
class Held:
    """Who had the piece, from when until when; `until` is None for whoever has it now.

    `person` took it in, signed for it or found it.
    """

    department: str
    person: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Together:
    """A piece that lay beside the missed one, and in which handovers; none: only at arrival."""

    neighbour: Neighbour
    handovers: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """An incident with everything that follows from the books.  Departments are told by name.

    `last_seen` is when somebody last had the piece before them; it is missing since then.
    """

    line: IncidentLine
    case: Case
    found: Found
    last_seen: Sighting
    last_seen_with: str
    holders: tuple[Held, ...]
    together: tuple[Together, ...]
    description: str

    @property
    def arrival(self) -> Arrival:
        """The arrival by which the piece came."""
        return self.found.arrival

    @property
    def is_lost_no_more(self) -> bool:
        """Whether the piece came to light, or never was one, after it was declared lost."""
        item = self.line.line.item
        return self.line.incident.end is IncidentEnd.LOST and item.status is not ItemStatus.LOST


def incident_file(views: Views, key: UUID) -> IncidentFile:
    """Return an incident's file; refuses one that is not in the books."""
    line = views.incident(key)
    item = line.incident.item
    found = told_item(views, item)
    seen = last_seen_at(views, item, before=line.incident.opened_at)
    label = views.label(item)
    return IncidentFile(
        line,
        views.books.case(line.incident.case),
        found,
        seen,
        _who(views, seen),
        tuple(_holders(views, found)),
        _together(found),
        label[1] if label else "",
    )


def _who(views: Views, seen: Sighting) -> str:
    names = {it.id: it.name for it in views.departments()}
    person = views.names([seen.person]).get(seen.person, "") if seen.person else ""
    return f"{names.get(seen.department or '', '')} {person}".strip()


def _holders(views: Views, found: Found) -> Iterator[Held]:
    """Yield who had the piece one after the other, oldest first."""
    changes = [*_findings(views, found.item.id), *_sealed(views, found)]
    changes.sort(key=itemgetter(0))
    names = {it.id: it.name for it in views.departments()}
    people = views.names(person for _, _, person in changes)
    ends: list[datetime | None] = [since for since, _, _ in changes[1:]]
    for (since, department, person), until in zip(changes, [*ends, None], strict=True):
        yield Held(names[department], people.get(person, "") if person else "", since, until)


Change = tuple[datetime, str, UUID | None]


def _findings(views: Views, item: UUID) -> Iterator[Change]:
    for line in views.history(item):
        if isinstance(line.fact, ItemTakenIn):
            arrival = views.books.arrival(line.fact.arrival)
            yield line.stamp.at, arrival.department, line.stamp.person
        elif isinstance(line.fact, ItemFoundAgain):
            yield line.stamp.at, line.fact.department, line.stamp.person


def _sealed(views: Views, found: Found) -> Iterator[Change]:
    for handover in views.tracing.handovers_of((found.item,)):
        if handover.phase is Phase.SEALED and found.item.id in handover.offered:
            yield _sealed_at(handover), handover.receiver, handover.receiver_signer


def _sealed_at(handover: Handover) -> datetime:
    if handover.sealed_at is None:  # the database refuses it
        raise ValueError(f"expected the time of a sealed handover, got none: {handover.id}")
    return handover.sealed_at


def _together(found: Found) -> tuple[Together, ...]:
    """Return what lay beside it, each once.  A handover that is still counted tells nothing."""
    by_id = {it.item: it for it in found.came_with}
    lay: dict[UUID, list[Beside]] = {}
    for beside in reversed(found.handovers):
        if beside.phase in COUNTED_PHASES:
            for neighbour in beside.neighbours:
                by_id.setdefault(neighbour.item, neighbour)
                lay.setdefault(neighbour.item, []).append(beside)
    return tuple(Together(it, tuple(lay.get(key, ()))) for key, it in by_id.items())

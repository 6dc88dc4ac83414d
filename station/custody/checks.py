"""Checks that rules begin with: who may do it, and is the piece there to do it with."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Department, Item, ItemStatus
from station.custody.values import Actor, Role

HANDLERS = frozenset({Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER})
TAKERS_IN = frozenset({Role.DUTY_OFFICER, Role.CLERK})
SORTERS = frozenset({Role.CLERK, Role.RECEIVER})
SUPERVISORS = frozenset({Role.SUPERVISOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


def require_role(actor: Actor, allowed: frozenset[Role]) -> None:
    """Refuse unless the actor has one of the roles."""
    if actor.roles.isdisjoint(allowed):
        raise Refused(Reason.ROLE_MISSING, expected=tuple(sorted(allowed)))


def require_roles(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return roles in their order; refuse none at all."""
    named = tuple(sorted(set(roles)))
    if not named:
        raise Refused(Reason.ROLES_EMPTY)
    return named


def require_handler(actor: Actor, department: str) -> None:
    """Refuse unless the actor handles mail for this very department."""
    require_role(actor, HANDLERS)
    require_member(actor, department)


def require_member(actor: Actor, department: str) -> None:
    """Refuse unless the actor acts for this department."""
    if actor.department != department:
        raise Refused(Reason.NOT_MEMBER, expected=department, got=actor.department)


def require_open(books: Books, department: str) -> Department:
    """Return a department that can take something; refuse one that is closed."""
    found = books.department(department)
    if found.is_closed:
        heir = {"expected": found.successor} if found.successor else {}
        raise Refused(Reason.DEPARTMENT_CLOSED, got=department, **heir)
    return found


def require_lasting(books: Books, department: str) -> Department:
    """Return a department that is open, or will be; refuse one that has ended."""
    found = books.department(department)
    return found if found.opens_at is not None else require_open(books, department)


def require_held(item: Item) -> None:
    """Refuse unless the house holds the piece and no handover has it in hand."""
    if item.status is not ItemStatus.HELD:
        raise Refused(Reason.NOT_HELD, got=item.status)
    if item.handover is not None:
        raise Refused(Reason.IN_HANDOVER)


def require_reason(reason: str) -> None:
    """Refuse an empty reason: a settlement without one tells the next reader nothing."""
    if not reason.strip():
        raise Refused(Reason.REASON_MISSING)


def require_uninvolved(actor: Actor, *involved: UUID | None) -> None:
    """Refuse when the actor's own scan or word is in question."""
    if actor.person in involved:
        raise Refused(Reason.SAME_PERSON)


def derived_id(deed: UUID, purpose: str) -> UUID:
    """Return the id of a further thing that a deed brings forth, the same each time it is asked.

    RFC 9562, section 5.5 (name-based UUID), with the deed's UUID as the name space.
    """
    return uuid5(deed, purpose)

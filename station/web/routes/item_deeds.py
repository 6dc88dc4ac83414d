"""What is done with one piece on its page: it is described, its route questioned, it is opened."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Annotated, Any, Literal, cast
from uuid import UUID

from fastapi import APIRouter, Form, Response

from station.custody import delivery, details, sorting
from station.custody.facts import Facts
from station.custody.postings import departments_of
from station.custody.refusal import Refused
from station.custody.state import Books, Case, Department, Item
from station.custody.values import CaseKind, Ending, Service
from station.desk import arrival as arrival_deeds
from station.desk import sorting as deeds
from station.desk.deeds import Caller
from station.desk.signin import check_badge
from station.ledger.views import ItemLine, Views
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.pages import go
from station.web.written import LINES
from station.words import labels

router = APIRouter(prefix="/items/{item}")

REASON_LENGTH_MAX = 500
TRIED = "-"
"""The reason with which a rule is asked whether it would refuse anything but the reason."""

Deed = Annotated[UUID, Form()]
Reason = Annotated[str, Form(max_length=REASON_LENGTH_MAX), LINES]
Signature = Literal["by_service", "taken", "not_taken"]
SIGNATURES: Mapping[Signature, bool | None] = {
    "by_service": None,
    "taken": True,
    "not_taken": False,
}


class _AsShown:
    """The books of one piece as the operator is shown it.

    Where a handover is hidden from whoever has to count it blind, a deed that the page no longer
    offered would tell of it.
    """

    def __init__(
        self, item: Item, departments: Iterable[Department] = (), cases: Iterable[Case] = ()
    ) -> None:
        self._item = item
        self._departments = {department.id: department for department in departments}
        self._cases = tuple(cases)

    def item(self, _key: UUID) -> Item:
        """Return the piece."""
        return self._item

    def department(self, key: str) -> Department:
        """Return a department."""
        return self._departments[key]

    def open_cases(self, *, item: UUID, what: CaseKind) -> tuple[Case, ...]:
        """Return the open cases of a kind about the piece."""
        assert item == self._item.id  # noqa: S101 - these are the books of one piece
        return tuple(case for case in self._cases if case.what is what)


def offered(views: Views, operator: Operator, shown: Item) -> dict[str, Any]:
    """Return which deeds a piece's page offers: those that the rules would not refuse now.

    `shown` is the piece as this operator may see it.
    """
    books, actor, item = cast(Books, _AsShown(shown)), operator.actor, shown.id
    opening, known = shown.opening, asdict(shown.details)
    del known["service_from"]
    return {
        "may_describe": _passes(lambda: details.describe_item(books, actor, item_id=item, **known)),
        "may_question": _passes(
            lambda: sorting.question_route(books, actor, deed=item, item_id=item, reason=TRIED)
        ),
        "may_open": _passes(
            lambda: sorting.propose_opening(books, actor, item_id=item, reason=TRIED)
        ),
        "opening": opening,
        "openers": views.names([opening.first_by, opening.second_by]) if opening else {},
        "services": labels.SERVICES,
    }


def endings(
    views: Views, operator: Operator, line: ItemLine, departments: Iterable[Department]
) -> tuple[Ending, ...]:
    """Return how this operator may end the custody of a piece, as they may see it."""
    key = line.item.id
    cases = views.books.open_cases(item=key) if line.has_open_case else ()
    books, actor = cast(Books, _AsShown(line.item, departments, cases)), operator.actor
    ends = partial(delivery.deliver, books, actor, item_id=key)
    return tuple(ending for ending in Ending if _passes(partial(ends, ending=ending)))


def _passes(rule: Callable[[], Facts]) -> bool:
    """Whether a rule would do a deed; the rules are pure, so asking them changes nothing."""
    try:
        rule()
    except Refused:
        return False
    return True


@router.post("/describe")
def describe(
    station: InStation,
    operator: SignedIn,
    item: UUID,
    deed: Deed,
    service: Annotated[Service | Literal[""], Form()] = "",
    signature: Annotated[Signature, Form()] = "by_service",
    confidential: Annotated[bool, Form()] = False,
    amount_yen: Annotated[int | Literal[""], Form()] = "",
) -> Response:
    """Say anew all that is known of a piece beside its number."""
    arrival_deeds.describe_item(
        station.ledger,
        operator.caller(deed),
        item=item,
        service=service or None,
        signature_taken=SIGNATURES[signature],
        is_confidential=confidential,
        amount_yen=None if amount_yen == "" else amount_yen,
    )
    return go("/items", item)


@router.post("/question")
def question(
    station: InStation, operator: SignedIn, item: UUID, deed: Deed, reason: Reason = ""
) -> Response:
    """Say that a route is wrong; two people give their words anew."""
    deeds.question_route(station.ledger, operator.caller(deed), item=item, reason=reason)
    return go("/items", item)


@router.post("/opening")
def propose_opening(
    station: InStation, operator: SignedIn, item: UUID, deed: Deed, reason: Reason = ""
) -> Response:
    """Say that an undecided piece has to be opened; it waits for a second person."""
    deeds.propose_opening(station.ledger, operator.caller(deed), item=item, reason=reason)
    return go("/items", item)


@router.post("/opening/witness")
def witness_opening(
    station: InStation,
    operator: SignedIn,
    item: UUID,
    deed: Deed,
    badge: Annotated[str, Form(max_length=60)],
    pin: Annotated[str, Form(max_length=60)],
) -> Response:
    """Say, by the second person's own badge and PIN at this terminal, that both are present."""
    proved = check_badge(
        station.ledger, station.hasher, badge=badge, pin=pin, terminal=operator.terminal
    )
    acts_for = present_for(station, operator, proved.person)
    caller = Caller(proved.person, operator.terminal, deed, acts_for)
    deeds.witness_opening(station.ledger, caller, item=item, proved=proved)
    return go("/items", item)


def present_for(station: Station, operator: Operator, witness: UUID) -> str | None:
    """Return the department of the terminal where the witness has a posting in it, else none."""
    with station.ledger.views() as views:
        places = departments_of(views.books.person(witness), station.ledger.now())
    return operator.department if operator.department in places else None

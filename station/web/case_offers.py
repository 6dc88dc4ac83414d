"""What a case's page offers: what the rules would not refuse this reader now, and why not else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from station.custody import review as rules
from station.custody.facts import Facts
from station.custody.refusal import Reason, Refused
from station.custody.review import SECONDERS
from station.custody.sorting import decide_route
from station.custody.state import Books, Case, Item
from station.custody.values import Actor, Settlement
from station.desk.review import PROPOSE, SECOND
from station.ledger.case_file import OF_TWO_WORDS, CaseFile
from station.ledger.views import Views
from station.web.context import Operator
from station.words import Say
from station.words import noted as _

TRIED = "-"
"""The reason with which a rule is asked whether it would refuse anything but the reason."""

SILENT = frozenset({Reason.OTHER_SETTLEMENT, Reason.CASE_OPEN})
"""Refusals that say no more than that there is nothing of the kind to do."""

OWN_PROPOSAL = _("You proposed it; another person seconds it.")
OWN_SCAN = _("Your own scan, word or signature is in question here; somebody else decides.")
ONLY_READS = _("You may read this; a supervisor settles it.")


class _AsShown:
    """The books as an operator is shown them.

    Where a handover is hidden from whoever has to count it blind, a deed that the page no longer
    offered would tell of it.
    """

    def __init__(self, views: Views) -> None:
        self._views = views

    def item(self, key: UUID) -> Item:
        """Return a piece, in no handover that is hidden."""
        (line,) = self._views.items([self._views.books.item(key).id])
        return line.item

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else the books answer
        return getattr(self._views.books, name)


@dataclass(frozen=True, slots=True)
class Offers:
    """What an operator may do with a case; `refusals` say why not what else is done with it."""

    settle: bool
    by_two: tuple[Settlement, ...]
    route: bool
    second: bool
    correct: bool
    refusals: tuple[Refused, ...]


def offers(views: Views, operator: Operator, file: CaseFile) -> Offers:
    """Return what a case's page offers an operator, as the rules are asked one by one."""
    case, books, actor = file.case, cast(Books, _AsShown(views)), operator.actor
    refusals: list[Refused] = []

    def passes(rule: Callable[[], Facts]) -> bool:
        refused = _refused(rule)
        if refused is not None and refused.reason not in SILENT:
            refusals.append(refused)
        return refused is None

    def proposes(settlement: Settlement) -> bool:
        return passes(
            lambda: PROPOSE(
                books, actor, deed=case.id, case_id=case.id, settlement=settlement, reason=TRIED
            )
        )

    may_second = case.is_open and case.proposal is not None and passes(_second(books, actor, case))
    return Offers(
        settle=file.alone
        and passes(lambda: rules.settle_case(books, actor, case_id=case.id, reason=TRIED)),
        by_two=tuple(it for it in file.by_two if proposes(it)),
        route=case.is_open and case.what in OF_TWO_WORDS and passes(_route(views, actor, case)),
        second=may_second,
        correct=file.may_be_corrected
        and passes(lambda: rules.correct_settlement(books, actor, case_id=case.id, reason=TRIED)),
        refusals=tuple(refusals),
    )


def may_second(views: Views, operator: Operator, case: Case) -> bool:
    """Whether an operator is one for whom a proposal waits."""
    books = cast(Books, _AsShown(views))
    return _refused(_second(books, operator.actor, case)) is None


def _second(books: Books, actor: Actor, case: Case) -> Callable[[], Facts]:
    proposal = case.proposal.id if case.proposal else case.id
    return lambda: SECOND(books, actor, case_id=case.id, proposal_id=proposal)


def _route(views: Views, actor: Actor, case: Case) -> Callable[[], Facts]:
    """Ask for any department to which the piece could go."""
    assert case.item is not None  # noqa: S101 - two words are about a piece
    item = views.books.item(case.item)
    places = (it.id for it in views.departments() if not it.is_closed and it.id != item.holder)
    place = next(places, item.holder)
    return lambda: decide_route(views.books, actor, item_id=item.id, department=place, reason=TRIED)


def _refused(rule: Callable[[], Facts]) -> Refused | None:
    """Return why a rule would not do a deed; the rules are pure, asking them changes nothing."""
    try:
        rule()
    except Refused as refused:
        return refused
    return None


def why_not(
    offer: Offers, operator: Operator, case: Case, say: Say, tell: Callable[[Refused], str]
) -> tuple[str, ...]:
    """Return in sentences why an operator may not do what others may, each of them once.

    Whoever is asked to second a proposal is not told that they are no supervisor.
    """
    seconds = case.proposal is not None and case.is_open and operator.may(*SECONDERS)
    return tuple(dict.fromkeys(_sentences(offer, operator, case, say, tell, seconds=seconds)))


def _sentences(
    offer: Offers,
    operator: Operator,
    case: Case,
    say: Say,
    tell: Callable[[Refused], str],
    *,
    seconds: bool,
) -> Iterator[str]:
    for refused in offer.refusals:
        if refused.reason is Reason.ROLE_MISSING:
            if case.is_open and not seconds:
                yield say(ONLY_READS)
        elif refused.reason is Reason.SAME_PERSON:
            proposal = case.proposal
            is_own = proposal is not None and case.is_open and proposal.by == operator.person
            yield say(OWN_PROPOSAL if is_own else OWN_SCAN)
        else:
            yield tell(refused)

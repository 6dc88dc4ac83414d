"""What the journal says of holders, routes and sets, computed from its stored texts alone.

A second opinion: it knows the names of kinds and fields, and neither `evolve` nor the rules.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from station.custody.state import Aggregate, Arrival, Handover, Item, ItemStatus

WORDS = frozenset({"first_entry_made", "check_entry_made", "route_proposed"})


@dataclass
class Account:
    """Everything that one walk along the journal comes to; ids are texts, as they stand there."""

    holders: dict[str, str] = field(default_factory=dict)
    keepers: dict[str, str | None] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    routes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    offered: dict[str, set[str]] = field(default_factory=dict)
    received: dict[str, set[str]] = field(default_factory=dict)
    _named: dict[str, str | None] = field(default_factory=dict)
    _departments: dict[str, str] = field(default_factory=dict)
    _words: set[tuple[str, str, str | None]] = field(default_factory=set)
    _signed: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._holds = {
            "item_taken_in": "held",
            "taking_in_undone": "void",
            "item_voided": "void",
            "item_declared_lost": "lost",
            "item_restored": "held",
            "item_found_again": "held",
            "item_delivered": "delivered",
        }

    def read(self, body: dict[str, Any]) -> None:
        """Take one entry in; AssertionError where two people should stand and do not."""
        kind, told = body["kind"], body["payload"]
        if kind in self._holds:
            self.statuses[told["item"]] = self._holds[kind]
        if kind in WORDS:
            self._words.add((told["item"], body["person"], told["department"]))
        reader = getattr(self, f"_{kind}", None)
        if reader is not None:
            reader(told, body["person"])

    # -- who has it ----------------------------------------------------------------------------

    def _arrival_opened(self, told: dict[str, Any], _person: str) -> None:
        self._departments[told["arrival"]] = told["department"]

    def _item_taken_in(self, told: dict[str, Any], _person: str) -> None:
        self.keepers[told["item"]] = None
        self.holders[told["item"]] = self._departments[told["arrival"]]

    def _item_found_again(self, told: dict[str, Any], _person: str) -> None:
        self.keepers[told["item"]] = None
        self.holders[told["item"]] = told["department"]

    def _handover_signed(self, told: dict[str, Any], person: str) -> None:
        assert told["signer"] == person, "nobody signs for another"
        self._signed.add((told["handover"], person))

    def _handover_sealed(self, told: dict[str, Any], person: str) -> None:
        signers = {told["giver_signer"], told["receiver_signer"]}
        assert len(signers) == 2, "two people signed"
        assert person in signers
        assert {(told["handover"], signer) for signer in signers} <= self._signed
        pieces = set(told["items"])
        assert pieces == self.offered[told["handover"]] == self.received[told["handover"]]
        for piece in pieces:
            assert self.holders[piece] == told["giver"], "only a holder gives"
            self.holders[piece] = told["receiver"]
            self.keepers[piece] = self._named[told["handover"]]

    # -- where it belongs ------------------------------------------------------------------------

    def _item_routed(self, told: dict[str, Any], person: str) -> None:
        item, department = told["item"], told["department"]
        behind = {told["first_by"], told["check_by"]}
        assert len(behind) == 2, "two people said so"
        assert person in behind
        assert {(item, one, department) for one in behind} <= self._words, "each in their own entry"
        self.routes[item] = (department, told["first_by"], told["check_by"])

    # -- the two sets ----------------------------------------------------------------------------

    def _handover_opened(self, told: dict[str, Any], _person: str) -> None:
        self.offered[told["handover"]], self.received[told["handover"]] = set(), set()
        self._named[told["handover"]] = told["receiver_person"]

    def _item_offered(self, told: dict[str, Any], _person: str) -> None:
        self.offered[told["handover"]].add(told["item"])

    def _item_withdrawn(self, told: dict[str, Any], _person: str) -> None:
        self.offered[told["handover"]].remove(told["item"])

    def _item_disowned(self, told: dict[str, Any], person: str) -> None:
        self._item_withdrawn(told, person)
        self._item_unreceived(told, person)

    def _item_received(self, told: dict[str, Any], _person: str) -> None:
        self.received[told["handover"]].add(told["item"])

    def _item_unreceived(self, told: dict[str, Any], _person: str) -> None:
        self.received[told["handover"]].remove(told["item"])


def account_of(bodies: Iterable[str]) -> Account:
    """Walk along a journal's stored texts."""
    account = Account()
    for body in bodies:
        account.read(json.loads(body))
    return account


def check_account(account: Account, books: Iterable[Aggregate]) -> None:
    """Check that the books say what the journal says, and that every count adds up."""
    everything = tuple(books)
    items = {str(it.id): it for it in everything if isinstance(it, Item)}
    assert {key: it.holder for key, it in items.items()} == account.holders
    keepers = {key: str(it.keeper) if it.keeper else None for key, it in items.items()}
    assert keepers == account.keepers
    assert {key: it.status.value for key, it in items.items()} == account.statuses
    routes = {key: it.route for key, it in items.items() if it.route is not None}
    said = {k: (r.department, str(r.first_by), str(r.check_by)) for k, r in routes.items()}
    assert said == account.routes
    for it in everything:
        if isinstance(it, Handover):
            assert set(map(str, it.offered)) == account.offered[str(it.id)]
            assert set(map(str, it.received)) == account.received[str(it.id)]
    _check_counts(everything, account)


def _check_counts(everything: tuple[Aggregate, ...], account: Account) -> None:
    items = [it for it in everything if isinstance(it, Item)]
    counted = Counter(it.arrival for it in items if it.status is not ItemStatus.VOID)
    for it in everything:
        if isinstance(it, Arrival):
            assert it.count == counted[it.id], "an arrival counts what is not void"
    held = Counter(it.holder for it in items if it.status is ItemStatus.HELD)
    ended = Counter(it.status for it in items if it.status is not ItemStatus.HELD)
    assert held.total() + ended.total() == len(account.holders), "nothing taken in is missing"

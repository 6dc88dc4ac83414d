"""One bundle of mail changes hands at the station: scanned by the giver, then by the receiver."""

from dataclasses import dataclass, field
from uuid import UUID

from benchmarks.town.house import House, seen
from benchmarks.town.rates import Act, Slip
from benchmarks.town.town import SORTING, Piece
from station.custody.facts import CountFinished
from station.desk import handover
from station.desk.scans import Outcome, item_of, outcome_of

OFFER, RECEIPT = "giver's scan", "receiver's scan"
NOT_OURS = "the envelope names another department"


@dataclass
class Passing:
    """A bundle on its way from one department to another.

    `bundle` is what lies together, right or wrong.  After `pass_on`, `back` are the pieces that
    stayed with the giver, `disowned` those of them whose route the receiver questioned.
    """

    house: House
    giver: str
    receiver: str
    bundle: list[Piece]
    offered: dict[Piece, UUID] = field(default_factory=dict)
    sent: list[Piece] = field(default_factory=list)
    back: list[Piece] = field(default_factory=list)
    disowned: list[Piece] = field(default_factory=list)
    id: UUID | None = None

    def pass_on(self) -> None:
        """The giver scans, the receiver counts, both look where the sets differ, both sign."""
        house, town = self.house, self.house.town
        opened = house.by(self.giver)
        self.id = opened.deed
        handover.open_handover(house.ledger, opened, receiver=self.receiver)
        for piece in self.bundle:
            self._offer(piece)
        if not self.offered:
            self._stays_all()
            return
        handover.finish_offer(house.ledger, house.by(self.giver), handover=self.id)
        self.sent = [piece for piece in self.sent if not town.goes_astray(piece)]
        for piece in [*self.sent]:
            if not town.slips(Slip.OMIT, piece):
                self._receive(piece)
        self._agree()

    def _offer(self, piece: Piece) -> None:
        """Scan a piece, or forget to: then it stays behind, or goes along unscanned."""
        town, house = self.house.town, self.house
        if town.slips(Slip.OMIT, piece):
            (self.sent if town.random.random() < 0.5 else self.back).append(piece)
            return
        town.does(Act.SCAN)
        by = house.by(self.giver)
        done = handover.offer(house.ledger, by, handover=self._handover, seen=seen(piece))
        key = item_of(done)
        if outcome_of(done) is Outcome.REFUSED or key is None:
            house.settled(done)
            town.catch(OFFER, piece)
            self.back.append(piece)
        else:
            town.catch(OFFER, piece, Slip.OMIT)  # it had been left behind before
            self.offered[piece] = key
            self.sent.append(piece)

    def _stays_all(self) -> None:
        """A bundle of which nothing is scanned shows its giver a count of nought."""
        for piece in self.sent:
            self.house.town.catch(OFFER, piece, Slip.OMIT)
        self.back += self.sent
        handover.cancel(
            self.house.ledger, self.house.by(self.giver), handover=self._handover, reason=""
        )

    def _receive(self, piece: Piece) -> None:
        """Scan a piece as the receiver, and read its envelope on the way."""
        house, town = self.house, self.house.town
        town.does(Act.SCAN)
        by = house.by(self.receiver)
        done = handover.receive(house.ledger, by, handover=self._handover, seen=seen(piece))
        if outcome_of(done) is Outcome.REFUSED:
            house.settled(done)
            town.catch(RECEIPT, piece)
            self._returns(piece)
        elif self.receiver not in {SORTING, piece.department} and town.sees():
            handover.disown(
                house.ledger,
                house.by(self.receiver),
                handover=self._handover,
                item=self.offered.pop(piece),
                reason=NOT_OURS,
            )
            town.catch(RECEIPT, piece)
            self._returns(piece)
            self.disowned.append(piece)

    def _returns(self, piece: Piece) -> None:
        self.sent.remove(piece)
        self.back.append(piece)
        self.house.town.at[piece] = self.giver

    def _agree(self) -> None:
        """Compare; look again until the sets are equal; sign."""
        house, town = self.house, self.house.town
        compared = self._compare()
        if compared.missing and self._look_again():
            compared = self._compare()
        for piece in [p for p, key in self.offered.items() if key in compared.missing]:
            by = house.by(self.giver)
            item = self.offered.pop(piece)
            handover.withdraw(house.ledger, by, handover=self._handover, item=item)
            town.catch(RECEIPT, piece, Slip.ASTRAY)
        if not self.offered:
            handover.cancel(house.ledger, house.by(self.giver), handover=self._handover, reason="")
        else:
            self._sign()
        for piece in self.sent:
            town.at[piece] = self.receiver

    def _look_again(self) -> bool:
        """The receiver scans all that lies there once more; whether there was something new."""
        town, before = self.house.town, len(self.sent)
        received = False
        for piece in [*self.sent]:
            forgotten = [m for m in town.open(piece) if m.slip is Slip.OMIT]
            self._receive(piece)
            if forgotten:
                town.catch(RECEIPT, piece, Slip.OMIT)
                received = True
        return received or len(self.sent) != before

    def _compare(self) -> CountFinished:
        by = self.house.by(self.receiver)
        done = handover.finish_count(self.house.ledger, by, handover=self._handover)
        return handover.comparison_of(self.house.settled(done))

    def _sign(self) -> None:
        house = self.house
        with house.ledger.views() as views:
            digest = views.books.handover(self._handover).digest
        if digest is None:  # something was withdrawn after the last "done"
            digest = self._compare().digest
        assert digest is not None
        for side in (self.giver, self.receiver):
            house.town.does(Act.SIGN)
            by = house.by(side)
            proved = house.proved(by.person)
            handover.sign(house.ledger, by, handover=self._handover, digest=digest, proved=proved)

    @property
    def _handover(self) -> UUID:
        assert self.id is not None
        return self.id

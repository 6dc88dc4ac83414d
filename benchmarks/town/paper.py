"""The paper process of the case, and the same with the city's own three remedies.

Without: one person sorts and writes the book, bundles are handed over uncounted.  With: a second
person checks the sorting, and the book against the sorted mail; giver and receiver check addressees
and count, and stamp.  What nobody sees is known when somebody asks for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from benchmarks.town.rates import ASKED_AFTER_DAYS, FOUND_LATER, Act, Slip
from benchmarks.town.town import DUTY, NOWHERE, SORTING, Day, Piece, Town

SORTING_CHECK, BOOK_CHECK = "sorting check", "book check"
HANDOVER, OPENING, ASKED = "handover", "opening", "somebody asked"


@dataclass
class Paper:
    """A town hall with a paper book."""

    town: Town
    with_remedies: bool
    boxes: dict[Piece, str] = field(default_factory=dict)
    waiting: list[Piece] = field(default_factory=list)

    def play(self, days: Iterable[Day]) -> None:
        """Let the days pass; then everybody asks for what has not come."""
        for day in days:
            self.town.today = day.day
            self.town.pieces += len(day.pieces)
            place = DUTY if day.is_closed else SORTING
            self.waiting += [piece for piece in day.pieces if self._takes_in(piece, place)]
            if not day.is_closed:
                self._business_day()
        self._asked()

    def _business_day(self) -> None:
        self._open_mail()
        sorted_today, self.waiting = self.waiting, []
        for piece in sorted_today:
            self._sort(piece)
        for piece in sorted_today:
            if self.town.at[piece] != NOWHERE:
                self._hand_over(piece)

    def _takes_in(self, piece: Piece, place: str) -> bool:
        """The bundle is counted and written down as one line."""
        self.town.at[piece] = place
        self.town.does(Act.TICK)
        return not self.town.goes_astray(piece)

    def _sort(self, piece: Piece) -> None:
        town = self.town
        word, _ = town.word(piece)
        town.does(Act.SORT)
        if self.with_remedies:
            town.does(Act.TICK)
            if word != piece.department and town.sees():
                town.catch(SORTING_CHECK, piece)
                word = piece.department
        town.slips(Slip.MISTYPE, piece)  # in the book; the piece lies right
        if town.slips(Slip.WRONG_BOX, piece):
            word = town.elsewhere(word)
        town.does(Act.WRITE)
        self.boxes[piece] = word
        gone = town.goes_astray(piece)
        if self.with_remedies:
            town.does(Act.TICK)
            self._check_book(piece, is_gone=gone)

    def _check_book(self, piece: Piece, *, is_gone: bool) -> None:
        """A second person reads the line and looks for the piece in its box."""
        wrong = [m for m in self.town.open(piece) if m.slip is not Slip.ASTRAY or is_gone]
        for mishap in wrong:
            if self.town.sees_too():
                self.town.knows(mishap, BOOK_CHECK)
                if mishap.slip is not Slip.ASTRAY:
                    self.boxes[piece] = piece.department

    def _hand_over(self, piece: Piece) -> None:
        """The bundle changes hands; with the remedies each piece is looked at and stamped for."""
        town = self.town
        gone = town.goes_astray(piece)
        if not self.with_remedies:
            town.does(Act.TICK)
        else:
            town.does(Act.TICK, 2)
            town.does(Act.STAMP, 2)
            if gone and town.sees():
                town.catch(HANDOVER, piece, Slip.ASTRAY)
            if self.boxes[piece] != piece.department and town.sees():
                town.catch(HANDOVER, piece)
                self.boxes[piece] = piece.department
        if not gone:
            town.at[piece] = self.boxes[piece]

    def _open_mail(self) -> None:
        """Each department opens what lies there; what is another's is carried over, if seen."""
        town = self.town
        for piece in [p for p, box in self.boxes.items() if town.at[p] == box]:
            if town.goes_astray(piece):
                continue
            if town.at[piece] == piece.department:
                del self.boxes[piece]
            elif town.sees():
                town.catch(OPENING, piece)
                if not town.goes_astray(piece):
                    town.at[piece] = piece.department
                del self.boxes[piece]

    def _asked(self) -> None:
        """Whoever waits for a piece asks in the end; nobody asks for a line that is wrong."""
        town = self.town
        missed = {piece for piece, at in town.at.items() if at != piece.department}
        for mishap in town.mishaps:
            if mishap.known is None and mishap.piece in missed:
                after = timedelta(town.random.randint(*ASKED_AFTER_DAYS))
                town.knows(mishap, ASKED, mishap.day + after)
        for piece in sorted(missed, key=lambda piece: piece.number):
            if town.finds(FOUND_LATER):
                town.at[piece] = piece.department

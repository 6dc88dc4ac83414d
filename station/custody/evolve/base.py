"""The door: one function of a fact, to which the other modules register."""

from functools import singledispatch
from uuid import UUID

from station.custody import facts as f
from station.custody.state import WritableBooks
from station.custody.values import Stamp


@singledispatch
def evolve(fact: f.Fact, _stamp: Stamp, _books: WritableBooks) -> None:
    """Put into the books what follows from one fact."""
    raise TypeError(f"expected a fact that evolve knows, got {type(fact).__name__}")


def author_of(stamp: Stamp) -> UUID:
    """Return who did what a fact records; ValueError where a fact that needs one has none."""
    if stamp.person is None:
        raise ValueError(f"expected an author in entry {stamp.seq}, got none")
    return stamp.person


@evolve.register(f.OfficeFounded)
@evolve.register(f.TableImported)
@evolve.register(f.ExpectedListImported)
@evolve.register(f.ScanSetAside)
@evolve.register(f.StrayScanned)
@evolve.register(f.MisfitScanned)
@evolve.register(f.HandoverReferred)
@evolve.register(f.SettlementSeconded)
@evolve.register(f.CountRepeated)
@evolve.register(f.PersonalDataPurged)
def _only_remembered(fact: f.Fact, stamp: Stamp, books: WritableBooks) -> None:
    """Facts that the journal remembers and that change no state."""

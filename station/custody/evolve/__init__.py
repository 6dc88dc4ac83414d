"""How each fact changes the state.  The only place that says so.

The ledger runs it when a deed is done and again, from the journal, whenever somebody doubts the
tables.  It decides nothing and refuses nothing: a fact has happened.
"""

from station.custody.evolve import (
    arrival,
    day_close,
    expected,
    handover,
    incident,
    office,
    review,
    sorting,
)
from station.custody.evolve.base import evolve

__all__ = [
    "arrival",
    "day_close",
    "evolve",
    "expected",
    "handover",
    "incident",
    "office",
    "review",
    "sorting",
]

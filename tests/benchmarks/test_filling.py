"""A journal filled in bulk is one that the ledger itself would have written."""

import random

import pytest

from benchmarks import filling
from benchmarks.filling import Filler, write_rows
from station.ledger import journal
from station.ledger.database import reading
from station.ledger.verify import verify
from tests.support.hall import SORTING, TREASURY, Hall


@pytest.mark.parametrize("rows_at_once", [100, 20_000])
def test_what_was_filled_verifies_and_goes_on(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, rows_at_once: int
) -> None:
    monkeypatch.setattr(filling, "ROWS_AT_ONCE", rows_at_once)
    with reading(hall.engine) as connection:
        head = journal.head(connection, hall.name)
    assert head is not None
    clerk = hall.people["clerk"].person
    filler = Filler(hall.name, SORTING, clerk, head, random.Random(1))
    for rows, end in filler.chunks(500):
        write_rows(hall.engine, hall.name, rows, end)
    hall.routed(TREASURY, "13112383852")
    (verdict,) = verify(hall.engine)
    assert verdict.broken is None
    assert verdict.entries > 500

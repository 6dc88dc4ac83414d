"""An office with something in every table that a proof should look at."""

import pytest

from tests.support.hall import TREASURY, Hall

ONE, TWO = "13112383852", "20112345676"


@pytest.fixture
def busy_hall(hall: Hall) -> Hall:
    """Two pieces routed to the treasury, one of them handed over."""
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE)
    return hall

"""Searches too long for the tests: python -m tests.protocol.whole

Prints of each how many states it found, in what time, and ends with 1 where docs/protocol.md tells
another number; a broken law ends it at once.
"""

import sys
import time
from dataclasses import replace

from tests.protocol.drawing import states_told
from tests.protocol.judge import Laws
from tests.protocol.small_office import TREASURY, Bounds
from tests.protocol.symbolic.reach import Reach

OPENED = Bounds(2, 1, arrived=TREASURY, opens=True)

WHOLE_SEARCHES = {
    "two pieces, handed from person to person": Bounds(2, 1, in_person=True),
    "two pieces, from the carrier, between two handovers": Bounds(2, 2),
    "two pieces taken in by hand, marked as confidential, opened": Bounds(
        2, 1, opens=True, by_hand=True
    ),
    "two pieces, once their arrival is closed, left lying": Bounds(
        2, 1, arrived=TREASURY, waits=True
    ),
    "two pieces, once their arrival is closed, missed": Bounds(2, 1, arrived=TREASURY, misses=True),
    "two pieces, once their arrival is closed, opened and counted at once": replace(
        OPENED, closes=TREASURY
    ),
    "two pieces, once their arrival is closed, opened and missed at once": replace(
        OPENED, misses=True
    ),
    "the same, opened, missed and counted at once, where no route is questioned": replace(
        OPENED, anew=False, misses=True, closes=TREASURY
    ),
    "the same, opened, missed and counted at once, where routes name one department": replace(
        OPENED, words=(TREASURY, None), misses=True, closes=TREASURY
    ),
    "the same, opened, missed and counted at once, by every deed": replace(
        OPENED, misses=True, closes=TREASURY
    ),
    "one piece, once its arrival is closed, opened, missed and counted at once": replace(
        OPENED, pieces=1, misses=True, closes=TREASURY
    ),
}

WALKED_FIRST = {
    "the same, opened, missed and counted at once, by every deed": replace(
        OPENED, anew=False, misses=True, closes=TREASURY
    ),
}
"""What a search walks before all its deeds are tried."""


def main() -> int:
    """Walk every search, and compare with what is written."""
    is_as_written = True
    for name, bounds in WHOLE_SEARCHES.items():
        began = time.monotonic()
        reach = Reach(bounds, Laws(), WALKED_FIRST.get(name))
        states = reach.explore()
        seconds = time.monotonic() - began
        print(
            f"{name}: {states:,} states, {reach.readings:,} readings, {seconds:.0f} s", flush=True
        )
        is_as_written &= states == states_told(name)
    return 0 if is_as_written else 1


if __name__ == "__main__":
    sys.exit(main())

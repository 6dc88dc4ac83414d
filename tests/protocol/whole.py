"""Searches too long for the tests: python -m tests.protocol.whole

Prints of each how many states it found, in what time, and ends with 1 where docs/protocol.md tells
another number; a broken law ends it at once.
"""

import sys
import time

from tests.protocol.drawing import states_told
from tests.protocol.judge import Laws
from tests.protocol.small_office import SORTING, Bounds
from tests.protocol.symbolic.reach import Reach

WHOLE_SEARCHES = {
    "two pieces, every deed from the carrier to the end": Bounds(2, 1),
    "the same, handed from person to person": Bounds(2, 1, in_person=True),
    "the same, opened to sort them": Bounds(2, 1, opens=True),
    "the same, missed and searched for": Bounds(2, 1, misses=True),
    "the same, counted at the day's end": Bounds(2, 1, closes=SORTING),
    "the same, between two handovers": Bounds(2, 2),
    "the same, every open case remembered": Bounds(2, 1, remembers=True),
}


def main() -> int:
    """Walk every search, and compare with what is written."""
    is_as_written = True
    for name, bounds in WHOLE_SEARCHES.items():
        began = time.monotonic()
        reach = Reach(bounds, Laws())
        states = reach.explore()
        seconds = time.monotonic() - began
        print(
            f"{name}: {states:,} states, {reach.readings:,} readings, {seconds:.0f} s", flush=True
        )
        is_as_written &= states == states_told(name)
    return 0 if is_as_written else 1


if __name__ == "__main__":
    sys.exit(main())

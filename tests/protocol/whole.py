"""Searches too long for the tests: python -m tests.protocol.whole

Prints of each how many states and steps it found, in what time, and ends with 1 where
docs/protocol.md tells another number; a broken law ends it at once.
"""

import sys
import time

from tests.protocol.small_office import TREASURY, Bounds
from tests.protocol.test_every_state import walked, written

WHOLE_SEARCHES = {
    "two pieces, every deed on them once their arrival is closed": Bounds(2, 1, arrived=TREASURY),
    "two pieces, from the carrier to the end": Bounds(2, 1, anew=False),
}


def main() -> int:
    """Walk every search, and compare with what is written."""
    is_as_written = True
    for name, bounds in WHOLE_SEARCHES.items():
        began = time.monotonic()
        states, steps, _ = walked(bounds)
        print(f"{name}: {states:,} states, {steps:,} steps, {time.monotonic() - began:.0f} s")
        is_as_written &= states == written(name)
    return 0 if is_as_written else 1


if __name__ == "__main__":
    sys.exit(main())

"""How deep the tests dig: as far as a round of all tests may take, or for hours.

TESTS=deep asks for more kills, more examples and longer games of what is found by chance.
"""

import os

IS_DEEP = os.environ.get("TESTS") == "deep"


def depth(usual: int, deep: int) -> int:
    """Return how often to try."""
    return deep if IS_DEEP else usual

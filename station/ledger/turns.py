"""Whose turn it is: deeds that wait for the same office are done together, by one of them.

While one thread writes, others line up.  When it is done, the first of them does all that wait, in
one transaction, so that one flush of the disk makes all of them durable (group commit; DeWitt et
al., Implementation Techniques for Main Memory Database Systems, SIGMOD 1984, section 4.2).
"""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Event, Lock
from typing import Generic, Protocol, TypeVar

TOGETHER_MAX = 64
"""Deeds done in one transaction: so long the first of them waits for the last."""


class Waiting(Protocol):
    """Something that waits to be done, and knows when it was."""

    @property
    def is_answered(self) -> bool: ...  # noqa: D102 - the class says it


W = TypeVar("W", bound=Waiting)


class Turns(Generic[W]):
    """One line of things to be done; `do` must answer every one that it is given."""

    def __init__(self, do: Callable[[Sequence[W]], None]) -> None:
        self._do = do
        self._line: deque[tuple[W, Event]] = deque()
        self._is_taken = False
        self._lock = Lock()

    def take(self, mine: W) -> None:
        """Return when `mine` was answered, by this thread or by one whose turn it was."""
        called = Event()
        with self._lock:
            self._line.append((mine, called))
            is_next, self._is_taken = not self._is_taken, True
        if not is_next:
            called.wait()
        if not mine.is_answered:
            self._have_turn()

    def _have_turn(self) -> None:
        with self._lock:
            together = [self._line.popleft() for _ in range(min(len(self._line), TOGETHER_MAX))]
        try:
            self._do([thing for thing, _ in together])
        finally:
            for _, called in together:
                called.set()
            with self._lock:
                self._is_taken = bool(self._line)
                if self._line:
                    self._line[0][1].set()

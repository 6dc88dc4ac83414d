"""What one family of tracking numbers has to say for itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, pairwise


def no_hint(_number: str) -> str | None:
    """Nothing in the digits hints at the service."""
    return None


@dataclass(frozen=True, slots=True)
class Family:
    """One family: a carrier's or a standard's length, alphabet, check digit and grouping.

    `form` must match the whole normal form; its one group is the number without a routing prefix,
    and that is what all the other rules are given.  `symbologies` is what the family's labels are
    known to carry: a hint between families that share a rule, never a reason to refuse.
    """

    code: str
    order: int
    """Where an ambiguous number names it; the first family that holds groups the number."""
    expected: str
    """Length, alphabet and check digit in words, for errors."""
    symbologies: frozenset[str]
    form: re.Pattern[str]
    check_holds: Callable[[str], bool]
    groups: tuple[int, ...]
    between: str = " "
    service: Callable[[str], str | None] = no_hint

    def parse(self, text: str) -> str | None:
        """Return the number in a normalised text of this form, check digit unseen; else None."""
        found = self.form.fullmatch(text)
        return found[1] if found else None

    def group(self, number: str) -> str:
        """Return a number of this form as it is printed for people."""
        cuts = pairwise(accumulate(self.groups, initial=0))
        return self.between.join(number[start:end] for start, end in cuts)

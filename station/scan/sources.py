"""What every source of readings may do besides giving them: be lost, and come back."""

from dataclasses import dataclass

RETRY_S = 1.0
"""How often a lost source is tried again."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The source gives nothing.  `opened` tells whether it ever did."""

    opened: bool


@dataclass(frozen=True, slots=True)
class Back:
    """The source that was lost gives again."""

"""What a tracking number is, and what one module a family has to say about it."""

import unicodedata
from dataclasses import dataclass
from typing import Protocol

HYPHENS = "-‐‑‒–—―−ー－_"
"""Everything that a keyboard, a printer or a spreadsheet puts where a hyphen was meant."""


class NotATrackingNumber(ValueError):  # noqa: N818 - says what the text is, not what broke
    """A text that no family vouches for.

    `reason` is "check_digit" when its length and alphabet are those of a known family and only
    the check digit is wrong, else "unknown_family".
    """

    def __init__(self, text: str, reason: str, expected: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"Failed to parse {text!r} as a tracking number: expected {expected}")


@dataclass(frozen=True, slots=True)
class TrackingNumber:
    """A number whose length, alphabet and check digit are those of at least one known family.

    `number` is the normal form; `families` has every family that it may belong to, in the
    registry's order; `grouped` is how people read it; `service` is a hint and no more.
    """

    number: str
    families: tuple[str, ...]
    grouped: str
    service: str | None = None

    @property
    def family(self) -> str:
        """The families in one word: an ambiguous number says so."""
        return "|".join(self.families)


class Family(Protocol):
    """What a family's module says.  `registry` finds modules by these names."""

    CODE: str
    ORDER: int
    EXPECTED: str
    SYMBOLOGIES: frozenset[str]
    """What its labels are known to carry: a hint between families that share a rule."""

    def fits(self, number: str) -> bool:
        """Whether length and alphabet are the family's; says nothing of the check digit."""
        ...

    def check_holds(self, number: str) -> bool:
        """Whether the check digit of a number that fits is right."""
        ...

    def group(self, number: str) -> str:
        """Return a number that fits as it is printed for people."""
        ...

    def service(self, number: str) -> str | None:
        """Return a hint at the service, or None."""
        ...


def normalise(text: str) -> str:
    """Return a text without width, case, spaces and hyphens.

    NFKC (Unicode Standard Annex 15) turns full-width digits and letters into plain ones.  What is
    left when a sign is dropped may fold once more, so it is folded until it rests.
    """
    folded = _folded(text)
    while folded != text:
        text, folded = folded, _folded(folded)
    return text


def _folded(text: str) -> str:
    upper = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in upper if not sign.isspace() and sign not in HYPHENS)


def digits_only(number: str, length: int) -> bool:
    """Whether a text is just so many ASCII digits."""
    return len(number) == length and number.isascii() and number.isdigit()


def in_groups(number: str, *lengths: int, by: str = "-") -> str:
    """Return a number cut into groups of these lengths."""
    cut, start = [], 0
    for length in lengths:
        cut.append(number[start : start + length])
        start += length
    return by.join(cut)

"""What a tracking number is, and the normal form in which two spellings of it are equal."""

import unicodedata
from dataclasses import dataclass

HYPHEN_CATEGORY = "Pd"
"""Unicode's dashes: hyphen-minus, en and em dash, full-width hyphen, wave dash and the like."""

HYPHENS_ELSEWHERE = frozenset("−ー─━⁃_")
"""What stands for a hyphen although Unicode calls it something else: minus, the long-vowel mark
that a Japanese keyboard types beside the digits, box-drawing lines, hyphen bullet, underscore."""

INVISIBLE_CATEGORIES = frozenset({"Cf"})
"""Zero-width spaces, direction marks, soft hyphens: what a copied text carries along unseen."""

SHOWN_LENGTH_MAX = 60
"""How much of a wrong text an error repeats."""


class NotATrackingNumber(ValueError):  # noqa: N818 - says what the text is, not what broke
    """A text that no family vouches for.

    `reason` is "check_digit" when its length and alphabet are those of a known family and only
    the check digit is wrong, else "unknown_family".  `text` is the text as it came.
    """

    def __init__(self, text: str, reason: str, expected: str, got: str, do: str) -> None:
        self.text = text
        self.reason = reason
        shown = text if len(text) <= SHOWN_LENGTH_MAX else text[:SHOWN_LENGTH_MAX] + "..."
        super().__init__(
            f"Failed to parse {shown!r} as a tracking number: "
            f"expected {expected}, got {got}, do: {do}"
        )


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


def normalise(text: str) -> str:
    """Return a text without width, case, white space, hyphens and invisible signs.

    NFKC (Unicode Standard Annex 15) turns full-width digits and letters into plain ones.  What is
    left when a sign is dropped may fold once more, so it is folded until it rests.
    """
    folded = _folded(text)
    while folded != text:
        text, folded = folded, _folded(folded)
    return text


def _folded(text: str) -> str:
    upper = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in upper if not _is_dropped(sign))


def _is_dropped(sign: str) -> bool:
    category = unicodedata.category(sign)
    return (
        sign.isspace()
        or category == HYPHEN_CATEGORY
        or category in INVISIBLE_CATEGORIES
        or sign in HYPHENS_ELSEWHERE
    )

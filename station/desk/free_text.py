"""What people write freely, as it is kept: without what nobody sees.

A zero-width space, a direction mark or a control sign comes along with what is copied, or is put
there to make a text read as what it is not.  On paper and on a screen it is nothing or harm, so it
goes at the door.  What can be seen stays, whatever a font makes of it.
"""

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Control signs, format signs and halves of surrogate pairs (Unicode Standard, section 4.5)."""


def cleaned(text: str) -> str:
    """Return a text as it is kept: its lines, without what is not seen; a tab is a space."""
    return "\n".join(map(_seen, text.splitlines()))


def one_line(text: str) -> str:
    """Return the same in one line: of a name, a carrier, a heading."""
    return cleaned(text).replace("\n", " ")


def _seen(line: str) -> str:
    spaced = line.replace("\t", " ")
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in UNSEEN)

"""What the station says to people, in Japanese first and English second.

The English sentence is the key (gettext's habit); `locale/ja/station.po` has the Japanese.  A test
extracts every key from the code and the pages and finds those that nobody has translated.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Protocol

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

LOCALES = ("ja", "en")
DEFAULT_LOCALE = "ja"
_CATALOGUES = Path(__file__).parent / "locale"


class Say(Protocol):
    """Turns an English sentence into the reader's language."""

    def __call__(self, message: str, /) -> str: ...  # noqa: D102 - the class says it


def noted(message: str) -> str:
    """Mark a sentence for translation where it stands; it is translated where it is said."""
    return message


@cache
def translations(locale: str) -> NullTranslations:
    """Return the catalogue of a locale; English needs none."""
    if locale == "en":
        return NullTranslations()
    with (_CATALOGUES / locale / "station.po").open("rb") as source:
        catalogue = read_po(source, locale=locale)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def sayer(locale: str) -> Say:
    """Return the function that says a sentence in a language."""
    return translations(locale).gettext

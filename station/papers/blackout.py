"""Blacking out: names of persons, senders and addressees are taken out of a text for publication.

What is blacked out is replaced before anything is written, so that no file holds it: not as text
below a black bar, not in its metadata.  Only names that the station knows can be found: whoever
publishes reads the file first.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from station.desk.incident_file import IncidentFile
from station.ledger.views import Views

BLACK = "■■"

PART_LENGTH_MIN = 2
"""A part of a name as short as 森 stands in too many other words to be taken for somebody."""

TITLES = "さん|氏|様|殿|君|主任|主事|主査|係長|課長|次長|部長|室長|局長|補佐|職員|担当"
"""After these, one sign alone is somebody's family name."""

FORMS = re.compile(r"\s*(御中|様方|様|殿|宛て?|行)\s*$")
"""What letters write after an addressee."""

BETWEEN = "[\\s\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
"""What a reader does not see between two signs: white space, joiners, variation selectors."""

UNSEEN = re.compile(BETWEEN)

Censor = Callable[[str], str]


def censor_of(views: Views, file: IncidentFile) -> Censor:
    """Return what blacks out, in any text, everybody whom the books of an incident may name.

    Everybody who was ever enrolled, and who sent and gets the piece and what lay beside it.
    Departments keep their names: they are no persons.
    """
    people = views.names(person.id for person in views.people()).values()
    pieces = [file.line.line.item.id, *(it.neighbour.item for it in file.together)]
    lines = views.items(pieces)
    letters = [text for line in lines for text in (line.sender, line.addressee)]
    places = {name for it in views.departments() for name in (it.name, *it.aliases) if name}
    return censor(people, letters, places)


def censor(people: Iterable[str], letters: Iterable[str], places: Iterable[str]) -> Censor:
    """Return what blacks out people and what stands on letters, except where a place is meant."""
    persons = {name.strip() for name in people if name.strip()}
    kept = {place for place in places if place not in persons}
    named = {*persons, *(FORMS.sub("", it).strip() for it in letters)} - kept - {""}
    named |= {rest for name in named for rest in _within(name, kept)}
    black = {pattern for name in named for pattern in _patterns(name, kept)}
    if not black:
        return lambda text: text
    # The longest first: a name that begins with a department's is a name, and the reverse.
    keep = {_spaced(place): f"(?P<kept{n}>{_spaced(place)})" for n, place in enumerate(kept)}
    every = sorted({*black, *keep}, key=lambda pattern: (-len(pattern), pattern))
    whole = re.compile("|".join(keep.get(it, it) for it in every), re.IGNORECASE)
    return lambda text: _censored(whole, text)


def _censored(whole: re.Pattern[str], text: str) -> str:
    """Return a text without names; as it would be with usual signs, where that shows one more."""
    usual = unicodedata.normalize("NFKC", text)
    plain, folded = (whole.sub(_black, it) for it in (text, usual))
    return plain if plain.count(BLACK) >= folded.count(BLACK) else folded


def _black(found: re.Match[str]) -> str:
    return found[0] if found.lastgroup else BLACK


def _within(name: str, kept: set[str]) -> Iterator[str]:
    """Yield what follows a department's name: of 出納室甲野一郎, 甲野一郎."""
    for place in kept:
        rest = name.removeprefix(place).strip()
        if rest != name and len(rest) >= PART_LENGTH_MIN:
            yield rest


def _patterns(name: str, kept: set[str]) -> Iterator[str]:
    """Yield a name in every way in which it may stand in a sentence: whole, and by its parts."""
    for form in {name, unicodedata.normalize("NFKC", name)}:
        yield _spaced(form)
        parts = form.split()
        for part in parts if len(parts) > 1 else ():
            if len(part) >= PART_LENGTH_MIN and part not in kept:
                yield _spaced(part)
        if len(parts) > 1 and len(parts[0]) < PART_LENGTH_MIN:
            yield rf"{re.escape(parts[0])}(?=\s?(?:{TITLES}))"


def _spaced(name: str) -> str:
    """Return a pattern of a name whatever stands unseen between its signs."""
    return BETWEEN.join(map(re.escape, UNSEEN.sub("", name)))

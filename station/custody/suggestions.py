"""Which departments an addressee, a sender and a service point to: suggestions, never a route.

A suggestion says why it is made.  Nothing here looks at what anybody has entered: whoever makes
the check entry is shown what the first person was shown.  An addressee that names no department,
or more than one, is undecided by rule, whatever sender and service suggest.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from station.custody.checks import ADMINISTRATORS, SUPERVISORS, require_open, require_role
from station.custody.facts import Facts, SuggestionRulesKept
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Department
from station.custody.values import Actor, Basis, SuggestionRule

RULES_MAX = 2_000
TEXT_LENGTH_MAX = 100
NAME_LENGTH_MIN = 2
"""One sign alone stands in too many addresses to name anybody."""

NAMING = frozenset({Basis.ALIAS, Basis.FORMER_NAME, Basis.SECTION_NUMBER})
"""What a rule may say of an addressee's text; other rules look at sender and service."""

OWN = frozenset({Basis.NAME, Basis.KANA})
"""What only the department's own entry in the books says."""

KATAKANA_TO_HIRAGANA = {kana: kana - 0x60 for kana in range(0x30A1, 0x30F7)}
POSTAL_CODE = re.compile(r"〒?\s*\d{3}\s*-\s*\d{4}|〒\s*\d{3}\s*\d{4}")
LONE_NUMBER = re.compile(r"(?:^|(?<=[\s(\[]))\d+(?=$|[\s)\]])")


class Named(StrEnum):
    """How many departments an addressee names."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A department that something points to: on which ground, and by which words."""

    department: str
    basis: Basis
    words: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What can be said of a piece before any person has looked at it."""

    suggestions: tuple[Suggestion, ...]
    named: Named

    @property
    def is_undecided(self) -> bool:
        """Whether the addressee alone decides nothing: it names no department, or several."""
        return self.named is not Named.ONE


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a name stands in a text."""

    start: int
    end: int
    name: SuggestionRule

    def lies_within(self, other: "_Hit") -> bool:
        """Whether another hit is longer and covers this one."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


def advise(
    departments: Iterable[Department],
    rules: Iterable[SuggestionRule],
    *,
    addressee: str,
    sender: str = "",
    service: str = "",
) -> Advice:
    """Return what the texts of a piece point to, by the departments' names and the office's rules.

    Where one name lies within another ("水道" in "下水道"), only the longer one counts.  A closed
    department is suggested to nobody, and what names it names none.
    """
    can_take = {it.id: it for it in departments if not it.is_closed}
    valid = [rule for rule in rules if rule.department in can_take]
    own = _own_names(can_take.values())
    by_name = _named_in(addressee, [*own, *(rule for rule in valid if rule.basis in NAMING)])
    by_rule = (*_ruled(sender, valid, Basis.SENDER), *_ruled(service, valid, Basis.SERVICE))
    count = len({suggestion.department for suggestion in by_name})
    named = Named.NONE if count == 0 else Named.ONE if count == 1 else Named.SEVERAL
    return Advice(tuple(dict.fromkeys((*by_name, *by_rule))), named)


def keep_suggestion_rules(
    books: Books, actor: Actor, *, rules: tuple[SuggestionRule, ...]
) -> Facts:
    """Keep the office's rules from now on, in place of all that were kept before.

    They name offices, firms and services, never private persons: they stand in the journal.
    """
    require_role(actor, ADMINISTRATORS | SUPERVISORS)
    if len(rules) > RULES_MAX:
        raise Refused(Reason.TOO_MANY_RULES, expected=RULES_MAX, got=len(rules))
    for rule in rules:
        require_open(books, rule.department)
        if rule.basis in OWN:
            raise Refused(Reason.RULE_BASIS, got=rule.basis)
        if not _shortest(rule) <= len(normal(rule.text)) <= TEXT_LENGTH_MAX:
            raise Refused(Reason.RULE_TEXT_LENGTH, got=rule.text[:TEXT_LENGTH_MAX])
    return (SuggestionRulesKept(tuple(dict.fromkeys(rules))),)


def add_suggestion_rule(books: Books, actor: Actor, *, added: SuggestionRule) -> Facts:
    """Keep one more rule.

    Rules for departments that have closed since fall away: they point to nobody any more.
    """
    return keep_suggestion_rules(books, actor, rules=(*_useful(books), added))


def drop_suggestion_rule(books: Books, actor: Actor, *, dropped: SuggestionRule) -> Facts:
    """Keep one rule no more; refused where somebody dropped it already."""
    require_role(actor, ADMINISTRATORS | SUPERVISORS)
    if dropped not in books.suggestion_rules():
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="rule", got=dropped.text)
    rest = tuple(one for one in _useful(books) if one != dropped)
    return keep_suggestion_rules(books, actor, rules=rest)


def _useful(books: Books) -> tuple[SuggestionRule, ...]:
    rules = books.suggestion_rules()
    return tuple(rule for rule in rules if not books.department(rule.department).is_closed)


def normal(text: str) -> str:
    """Bring a text to the form in which names are looked for: width, case, kana, no spaces."""
    return "".join(_folded(text).split())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(KATAKANA_TO_HIRAGANA)


def _shortest(name: SuggestionRule) -> int:
    return 1 if name.basis is Basis.SECTION_NUMBER else NAME_LENGTH_MIN


def _own_names(departments: Iterable[Department]) -> Iterator[SuggestionRule]:
    """Yield what the books themselves know a department by."""
    for it in departments:
        yield SuggestionRule(Basis.NAME, it.name, it.id)
        yield SuggestionRule(Basis.KANA, it.kana, it.id)
        yield from (SuggestionRule(Basis.ALIAS, alias, it.id) for alias in it.aliases)
        yield from (SuggestionRule(Basis.FORMER_NAME, name, it.id) for name in it.former_names)
        yield SuggestionRule(Basis.SECTION_NUMBER, it.id, it.id)


def _named_in(addressee: str, names: Iterable[SuggestionRule]) -> list[Suggestion]:
    """Return what an addressee names, in the order in which it stands there."""
    hits = [hit for name in names for hit in _hits(addressee, name)]
    standing = [hit for hit in hits if not any(hit.lies_within(other) for other in hits)]
    standing.sort(key=lambda hit: hit.start)
    return [Suggestion(hit.name.department, hit.name.basis, hit.name.text) for hit in standing]


def _hits(addressee: str, name: SuggestionRule) -> list[_Hit]:
    """Return every place where a name stands in an addressee.

    A section's number has to stand alone, as in "総務 02 御中" or "(02)": what is part of a postal
    code, a house number or a date names no section.
    """
    text, wanted = normal(addressee), normal(name.text)
    if len(wanted) < _shortest(name):
        return []
    if name.basis is Basis.SECTION_NUMBER:
        alone = LONE_NUMBER.findall(POSTAL_CODE.sub(" ", _folded(addressee)))
        return [_Hit(len(text), len(text), name)] if wanted in alone else []
    places = re.finditer(f"(?={re.escape(wanted)})", text)
    return [_Hit(place.start(), place.start() + len(wanted), name) for place in places]


def _ruled(text: str, rules: Iterable[SuggestionRule], basis: Basis) -> list[Suggestion]:
    """Return what the rules of one ground say of a text."""
    written = normal(text)
    return [
        Suggestion(rule.department, rule.basis, rule.text)
        for rule in rules
        if rule.basis is basis and normal(rule.text) in written
    ]

"""Questions on a terminal: one at a time, each answer checked at once, in the reader's language."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from station.cli.options import CommandError
from station.words import DEFAULT_LOCALE, LOCALES, Say
from station.words import noted as _

Answer = TypeVar("Answer")

YES = frozenset({"y", "yes", "はい", "h"})
NO = frozenset({"n", "no", "いいえ", "i"})


def language(told: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to speak: as told, else English where the terminal's is, else Japanese.

    The order of the variables is that of POSIX (Base Definitions, 8.2).
    """
    if told is not None:
        if told not in LOCALES:
            raise CommandError(f"expected --lang {' or '.join(LOCALES)}, got {told}")
        return told
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    set_to = next((environment[name] for name in names if environment.get(name)), "")
    return "en" if set_to.lower().startswith("en") else DEFAULT_LOCALE


def is_terminal() -> bool:
    """Whether somebody is there to be asked: both what is read and what is said is a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class NotThisError(Exception):
    """An answer cannot be taken; the lines say what was expected, what came and what to do."""

    def __init__(self, *lines: str) -> None:
        super().__init__(" ".join(lines))
        self.lines = lines


class StoppedError(Exception):
    """Whoever was asked does not want to go on."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks people; `read` shows a prompt and returns a line, as `input` does."""

    say: Say
    tell: Callable[[str], None]
    read: Callable[[str], str] = input

    def ask(self, question: str, check: Callable[[str], Answer], default: str = "") -> Answer:
        """Ask until an answer passes `check`, which returns what it means or raises NotThisError.

        An empty answer is the default, which is shown.  Raises StoppedError at the end of input.
        """
        shown = f" [{default}]" if default else ""
        while True:
            answer = self._line(f"{question}{shown}: ").strip() or default
            try:
                return check(answer)
            except NotThisError as error:
                for line in error.lines:
                    self.tell(f"  ✕ {line}")

    def is_wanted(self, question: str) -> bool:
        """Ask for yes or no; only a word that means it counts, and an empty answer is none."""

        def check(answer: str) -> bool:
            if answer.lower() in YES | NO:
                return answer.lower() in YES
            told = self.say(
                _("expected はい (y) or いいえ (n), got {got}; answer with one of them")
            )
            raise NotThisError(told.format(got=repr(answer)))

        choice = self.say(_("[y: yes / n: no]"))
        return self.ask(f"{question} {choice}", check)

    def _line(self, prompt: str) -> str:
        try:
            return self.read(prompt)
        except (EOFError, KeyboardInterrupt):
            raise StoppedError from None

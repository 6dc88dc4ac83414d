"""Badges on paper, for the commands that give badges out: a badge is known in that moment only."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import out_file
from station.custody import training
from station.desk.office import BADGE_PREFIX, BADGE_RANDOM_LENGTH
from station.papers.cards import Badge, write_badges
from station.papers.sizes import PaperSize
from station.papers.whole_file import whole_file
from station.words import DEFAULT_LOCALE, sayer

WIDEST = BADGE_PREFIX + "W" * BADGE_RANDOM_LENGTH
"""As wide as a badge's bars get: digits in a row take less."""

BadgeFile = Annotated[
    Path | None,
    typer.Option("--badges", metavar="FILE", help="Write the badges as PDF, to print and cut out."),
]
BadgeSize = Annotated[PaperSize, typer.Option("--size", help="What the badges are printed on.")]


@contextmanager
def badge_sheet(
    path: Path | None, size: PaperSize, due: Sequence[Badge], office: str
) -> Iterator[Callable[[Sequence[Badge]], None]]:
    """Give what writes the badges that the block gives out; without a path, it writes nothing.

    `due` are the same people with badges as wide as theirs may get.  They are drawn before the
    block begins, and the file is opened: PaperError then, and nobody has a badge that is on no
    paper.  The file can be read by its owner alone.
    """
    if path is None:
        yield lambda _badges: None
        return
    say, mark = sayer(DEFAULT_LOCALE), training.mark_of(office)
    write_badges(BytesIO(), due, size, say, mark)

    def write(badges: Sequence[Badge]) -> None:
        write_badges(file, badges, size, say, mark)

    with whole_file(out_file(office, path)) as file:
        yield write

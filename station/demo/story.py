"""Who and what the demo day has: pictures, letters, departments, people.  Read from a folder."""

import csv
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from station.custody.facts import DepartmentOpened
from station.desk.import_office import OfficeTables, read_office
from station.ledger.folding import fold

BADGES_PREFIX = "STNDEMO"
TRAINING_BADGES = "STNTRAINING"
"""No badge of a real office begins so: the alphabet of those has no I (desk/office.py)."""

PIN = "202010"
"""One PIN for all: the demo guards nothing, and says so."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One piece, as people see it lying there."""

    picture: Path
    addressee: str
    department: str
    onward: str


@dataclass(frozen=True)
class Story:
    """Everything that the play needs to know beforehand."""

    folder: Path
    letters: tuple[Letter, ...]
    office: OfficeTables

    @property
    def expected_list(self) -> bytes:
        """The carrier's announcement, as the office gets it."""
        return (self.folder / "expected.csv").read_bytes()

    def number_of(self, name: str) -> str:
        """The number of a department by its name."""
        return next(d.department for d in self.office.departments if d.name == name)

    def names_department(self, letter: Letter) -> bool:
        """Whether the addressee says which department is meant."""
        said = fold(letter.addressee)
        names = (name for d in self.office.departments for name in (d.name, *d.aliases))
        return any(fold(name) in said for name in names)

    @cached_property
    def busiest(self) -> str:
        """The department with the highest pile: where a careless hand puts what it cannot place."""
        return Counter(letter.department for letter in self.letters).most_common(1)[0][0]

    @cached_property
    def busiest_onward(self) -> str:
        """Where that department passes most of its mail on to."""
        return Counter(letter.onward for letter in self.letters if letter.onward).most_common(1)[0][
            0
        ]

    @property
    def sorting(self) -> DepartmentOpened:
        """The department that sorts mail."""
        return next(d for d in self.office.departments if d.sorts_mail)


def default_folder() -> Path:
    """The pictures that came with the package, or those of the source tree."""
    packaged = Path(str(files("station") / "demo" / "images"))
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "fixtures" / "images"


def load(folder: Path, badges: str = BADGES_PREFIX) -> Story:
    """Return the story that a folder tells, with badges that begin so.

    Raises OSError and TableError as its files do.
    """
    tables = read_office(
        (folder / "departments.csv").read_bytes(), (folder / "people.csv").read_bytes()
    )
    people = tuple(
        replace(person, badge=f"{badges}{place:02d}", pin=PIN)
        for place, person in enumerate(tables.people, 1)
    )
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as labels:
        letters = tuple(
            Letter(folder / row["picture"], row["addressee"], row["department"], row["onward"])
            for row in csv.DictReader(labels)
        )
    return Story(folder, letters, OfficeTables(tables.departments, people))

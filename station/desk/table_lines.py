"""What every kind of table file gives: lines of cells; and what may be wrong with one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

BYTES_MAX = 20_000_000
ROWS_MAX = 100_000
ERRORS_SHOWN_MAX = 100


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one place: the row as a spreadsheet counts it (1 is the first line).

    `problem` says it in English, with {got} for the value and {expected} for what was expected;
    `station.words` has each in the reader's language.
    """

    row: int
    column: str
    problem: str
    value: str
    expected: str = ""

    def __str__(self) -> str:
        """One line for a log or a terminal."""
        told = self.problem.format(expected=self.expected, got=self.value)
        return f"row {self.row}, {self.column or '-'}: {told}: {self.value!r}"


class TableError(ValueError):
    """A table was refused whole; `errors` says where and why."""

    def __init__(self, errors: Sequence[RowError]) -> None:
        self.errors = tuple(errors[:ERRORS_SHOWN_MAX])
        told = "; ".join(str(error) for error in self.errors[:5])
        super().__init__(f"expected a table without errors, got {len(errors)}: {told}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file; `problems` says, by place, why a cell is not what somebody typed."""

    row: int
    cells: list[str]
    problems: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one sheet; a text file is one sheet without a name."""

    name: str
    lines: Sequence[Line]


def not_a_table(problem: str, value: str = "", expected: str = "") -> TableError:
    """Return the refusal of a whole file."""
    return TableError([RowError(0, "", problem, value, expected)])

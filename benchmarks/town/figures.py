"""What a year came to: shares caught, days until known, scans and seconds a piece."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.town.rates import Act, Slip
from benchmarks.town.town import Mishap, Town

NEVER = "never"
SPANS: Mapping[str, int] = {"same day": 0, "next day": 1, "a week": 7, "a month": 31, "later": 9999}
"""How late something is known: the name of a span and its last day."""

SCANS = (Act.SCAN, Act.WORD)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one year under one process."""

    process: str
    pieces: int
    alone: int
    alone_in_time: int
    together: int
    together_same_day: int
    spans: Mapping[str, int]
    lost_spans: Mapping[str, int]
    lost_days_median: float | None
    steps: Mapping[str, int]
    late: tuple[str, ...]
    scans_a_piece: float
    seconds_a_piece: float
    misplaced_nights: int | None = None


def figures(
    process: str, town: Town, in_time: Sequence[str], misplaced_nights: int | None = None
) -> Figures:
    """Count what a year came to.

    `in_time` are the steps at which a slip is known before the holder changes, or at day close.
    """
    alone = [m for m in town.mishaps if m.slips == 1]
    together = [m for m in town.mishaps if m.slips > 1]
    late = [m for m in alone if not _is_in_time(m, in_time)]
    lost = [m for m in town.mishaps if m.slip is Slip.ASTRAY]
    days = [m.days for m in lost if m.days is not None]
    return Figures(
        process,
        town.pieces,
        len(alone),
        len(alone) - len(late),
        len(together),
        sum(m.days == 0 for m in together),
        spans(town.mishaps),
        spans(lost),
        median(days) if days else None,
        dict(Counter(m.where or NEVER for m in town.mishaps).most_common()),
        tuple(f"{m.day} {m.slip}: {m.where or NEVER} {m.known or ''}".strip() for m in late[:20]),
        round(sum(town.work[act] for act in SCANS) / town.pieces, 2),
        round(town.seconds / town.pieces, 1),
        misplaced_nights,
    )


def _is_in_time(mishap: Mishap, in_time: Sequence[str]) -> bool:
    return mishap.days == 0 and mishap.where in in_time


def spans(mishaps: Sequence[Mishap]) -> dict[str, int]:
    """Return how many were known within each span, and never."""
    counted = dict.fromkeys([*SPANS, NEVER], 0)
    for mishap in mishaps:
        days = mishap.days
        named = NEVER if days is None else next(n for n, last in SPANS.items() if days <= last)
        counted[named] += 1
    return counted

"""What becomes of personal data."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody.facts.base import Fact


@dataclass(frozen=True, slots=True)
class PersonalDataPurged(Fact):
    """Names, notes and photos kept since before a time were deleted, each with its salt."""

    before: datetime
    data: tuple[UUID, ...]

"""What one frame of a browser's camera shows.  Nothing is recorded here, and nothing counts by it.

The page judges from frame to frame when a piece is there (static/presence.js, by the rule of
station.scan.presence), and then sends that frame as a picture to be recorded, where it is read
again.  So a page that lies about frames gains nothing: the station's own reading of the recorded
picture says what is verified.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, UploadFile
from pydantic import BaseModel

from station.numbers import grouped
from station.scan.pictures import PictureError, pages
from station.scan.reader import LIVE, STILL, read_grey
from station.scan.reading import Doubtful, Reading
from station.web.context import SignedIn, locale_of
from station.web.scanning import DOUBTS, text_of
from station.words import Say, sayer

router = APIRouter()

FRAME_BYTES_MAX = 4_000_000
"""A JPEG of 1280 pixels at quality 85 has less than a tenth of it."""


class Number(BaseModel):
    """A number in a frame: what it is, why it is doubtful, and its corners in pixels."""

    number: str
    shown: str
    is_verified: bool
    why: str
    says: str
    corners: list[tuple[float, float]]


class Frame(BaseModel):
    """What one frame shows, verified numbers first."""

    numbers: list[Number]


@router.post("/api/frames")
def look(
    request: Request,
    _operator: SignedIn,
    picture: UploadFile,
    careful: Annotated[Literal["true", "false"], Form()] = "false",
) -> Frame:
    """Read one frame: quickly, or as carefully as a picture that somebody took.

    Answers `numbers`, verified ones first, each with where it stands in the picture's pixels.
    """
    data = picture.file.read(FRAME_BYTES_MAX + 1)
    if len(data) > FRAME_BYTES_MAX:
        raise PictureError(
            "too_large", f"expected a frame of at most {FRAME_BYTES_MAX} bytes, got more"
        )
    found = read_grey(next(pages(data)), STILL if careful == "true" else LIVE)
    say = sayer(locale_of(request))
    seen: list[Reading | Doubtful] = [*found.readings, *found.doubtful]
    return Frame(numbers=[_shown(it, say) for it in seen])


def _shown(seen: Reading | Doubtful, say: Say) -> Number:
    is_verified = isinstance(seen, Reading)
    number = text_of(seen)
    why = seen.why if isinstance(seen, Doubtful) else ""
    return Number(
        number=number,
        shown=grouped(number),
        is_verified=is_verified,
        why=why,
        says=say(DOUBTS[why]) if why else "",
        corners=[(round(x, 1), round(y, 1)) for x, y in seen.corners],
    )

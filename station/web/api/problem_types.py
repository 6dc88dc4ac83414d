"""The addresses by which problems are typed: each says what it is (RFC 9457, section 3.1.1)."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from pydantic import BaseModel

from station.custody.refusal import Reason, Refused
from station.ledger.faults import Fault
from station.web import errors, security
from station.web.context import locale_of
from station.web.problems import TITLES, TYPES, status_of
from station.words import faults, sayer
from station.words.refusals import SENTENCES

router = APIRouter(prefix=TYPES, tags=["problems"])


class ProblemType(BaseModel):
    """A kind of problem; what stands in braces differs from one occurrence to another."""

    code: str
    status: int
    title: str
    detail: str


def _known() -> Mapping[str, tuple[int, str]]:
    """Return every kind of problem by its code: its status, and what it says."""
    return {
        **{str(reason): (status_of(reason), says) for reason, says in SENTENCES.items()},
        **{str(it): (errors.status_of_fault(it), faults.SENTENCES[it]) for it in Fault},
        **{code: (422, says) for code, says in errors.PICTURES.items()},
        **{code: (status, says) for status, (code, says) in errors.REFUSED_BY_HTTP.items()},
        "table": (422, errors.TABLE),
        "not_signed_in": (401, errors.NOT_SIGNED_IN),
        "unexpected": (500, faults.SENTENCES[Fault.OTHER]),
        "other_site": (403, security.OTHER_SITE),
        "no_length": (411, security.NO_LENGTH),
        "body_too_large": (413, security.TOO_LARGE),
    }


KNOWN = _known()


@router.get("/{code}", openapi_extra={"security": []})
def tell(request: Request, code: str) -> ProblemType:
    """Tell what a kind of problem is."""
    if code not in KNOWN:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="problem", got=code[:40])
    status, says = KNOWN[code]
    say = sayer(locale_of(request))
    return ProblemType(code=code, status=status, title=say(TITLES[status]), detail=say(says))

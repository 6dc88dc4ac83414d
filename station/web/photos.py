"""Showing a photo: each look is a line of the log, written before the picture is sent.

A photo shows names and addresses that no page spells out, so who may see it is asked by the page
that it belongs to, and who has seen it can be told afterwards (OWASP ASVS 5.0, 16.3.3).  The line
has ids alone: whose they are, the office's books say.
"""

import logging
from uuid import UUID

from fastapi import Request, Response

from station.custody.refusal import Reason, Refused
from station.custody.values import PersonalRef
from station.ledger.views import Views
from station.web.context import Operator
from station.web.watched import reference_of

log = logging.getLogger("station.looks")


def shown(
    request: Request, views: Views, operator: Operator, ref: PersonalRef | None, *, of: object
) -> Response:
    """Return a photo to an operator who may see it; refuses where none is kept of that."""
    kept = views.vault.photo(ref.id) if ref else None
    if ref is None or kept is None:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="photo", got=str(of))
    note(request, operator, ref.id)
    media_type, picture = kept
    return Response(picture, media_type=media_type)


def note(request: Request, operator: Operator, photo: UUID) -> None:
    """Write down that somebody is about to be shown a photo."""
    known = {"request": reference_of(request), "person": operator.person, "photo": photo}
    log.info("photo", extra={name: str(value) for name, value in known.items()})

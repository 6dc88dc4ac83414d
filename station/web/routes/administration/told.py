"""Badges and PINs on the page that answers a deed: told once, to whoever hands them over."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi import Request, Response
from markupsafe import Markup

from station.papers.codes import qr_svg
from station.web.pages import page


@dataclass(frozen=True, slots=True)
class Told:
    """What one person is handed; the badge is empty where only the PIN is new."""

    person: UUID
    name: str
    badge: str
    pin: str

    @property
    def code(self) -> Markup:
        """The badge number as a QR code, to be cut out and scanned at the sign-in."""
        return Markup(qr_svg(self.badge))  # noqa: S704 - drawn here, from text


def told_once(request: Request, people: Sequence[Told], back: str = "/admin/people") -> Response:
    """Return the page that tells them.  Asked for again, the deed is refused as done already."""
    return page(request, "administration/told.html", people=people, back=back)

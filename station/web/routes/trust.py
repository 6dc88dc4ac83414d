"""How a device learns to trust the station's local authority.

Open to whoever is not signed in: a PIN is typed only where the browser trusts the line.
"""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from station.web.authority import fingerprint
from station.web.context import InStation
from station.web.pages import page
from station.web.tls import pem_of

router = APIRouter()

CERTIFICATE_TYPE = "application/x-x509-ca-cert"
"""Not registered, but what Android and iPadOS know as a certificate to be taken in."""


@router.get("/trust")
def explain(request: Request, station: InStation) -> Response:
    """What to do on each kind of device, and the fingerprint to compare."""
    root = station.authority
    shown = fingerprint(root) if root else ""
    is_secure = request.url.scheme == "https"
    return page(request, "trust.html", fingerprint=shown, is_secure=is_secure)


@router.get("/trust/ca.crt")
def certificate(station: InStation) -> Response:
    """The local authority's certificate, public as it is."""
    if station.authority is None:
        return PlainTextResponse("This station has no authority of its own.", 404)
    name = {"Content-Disposition": 'attachment; filename="mail-station-ca.crt"'}
    return Response(pem_of(station.authority), media_type=CERTIFICATE_TYPE, headers=name)

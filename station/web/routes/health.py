"""/health: does the station work?  For whoever restarts it or calls somebody, without sign-in.

200 says that the database answered and that the chain's newest entry is whole; 503 that it did not,
with the name of the fault under which docs/operations.md says what to do.  Nothing of the house's
mail or people is in it, and no address of a server: anybody who reaches the station may ask.
"""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from station.ledger.faults import LedgerError
from station.web.context import InStation

router = APIRouter()

UNAVAILABLE = 503


@router.get("/health")
def health(station: InStation) -> JSONResponse:
    """Tell whether the database answers, and for how long nothing was recorded."""
    try:
        with station.ledger.views() as views:
            head = views.standing.head()
    except LedgerError as error:
        return JSONResponse({"status": "failing", "database": error.fault}, UNAVAILABLE)
    age = None if head is None else int((station.ledger.now() - head.at).total_seconds())
    return JSONResponse({"status": "ok", "database": "answers", "head_age_seconds": age})

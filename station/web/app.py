"""The web application of one office."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from station.desk.pins import PinHasher
from station.ledger.notes import Signer
from station.ledger.store import Ledger
from station.web import errors, security
from station.web.context import Station
from station.web.pages import STATIC
from station.web.routes import (
    administration,
    arrivals,
    book,
    day_closes,
    handovers,
    home,
    items,
    review,
    session,
    slips,
    sorting,
)


def create_app(
    ledger: Ledger, hasher: PinHasher, zone: ZoneInfo, signer: Callable[[], Signer]
) -> FastAPI:
    """Return the application that serves an office's ledger; `signer` is asked at each paper."""
    app = FastAPI(title="Station", docs_url=None, redoc_url=None)
    app.state.station = Station(ledger, hasher, zone, signer)
    app.middleware("http")(security.guard)
    errors.install(app)
    for routes in (
        session,
        home,
        arrivals,
        sorting,
        handovers,
        day_closes,
        slips,
        items,
        review,
        book,
        *administration.ROUTES,
    ):
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app

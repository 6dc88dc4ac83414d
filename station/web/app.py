"""The web application of one office."""

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from fastapi import FastAPI

from station.desk.pins import PinHasher
from station.ledger.notes import Signer
from station.ledger.store import Ledger
from station.web import api, assets, errors, metrics, request_log, security
from station.web.api.document import describe
from station.web.context import Station
from station.web.live import Pulse
from station.web.routes import (
    administration,
    arrivals,
    book,
    by_hand,
    day_closes,
    expected,
    frames,
    handover_to,
    handovers,
    health,
    home,
    incidents,
    item_deeds,
    items,
    looking_back,
    notices,
    overview,
    papers,
    review,
    session,
    slips,
    sorting,
    strays,
    trust,
)
from station.web.tls import Certificates
from station.web.watched import Watched

LOCK_MINUTES = 10
"""How long a terminal may stand untouched, where an office says nothing else."""


def create_app(
    ledger: Ledger,
    hasher: PinHasher,
    zone: ZoneInfo,
    signer: Callable[[], Signer],
    certificates: Certificates | None = None,
    lock_minutes: int = LOCK_MINUTES,
) -> FastAPI:
    """Return the application that serves an office's ledger; `signer` is asked at each paper.

    `certificates` are those with which it is served, None where that is not by HTTPS of its own.
    """
    app = FastAPI(docs_url=None, redoc_url=None)
    authority = certificates.authority() if certificates else None
    hsts = certificates.hsts if certificates else ""
    app.state.station = Station(
        ledger, hasher, zone, signer, lock_minutes, Pulse(ledger.end), authority, hsts
    )
    app.add_middleware(security.Guard)
    errors.install(app)
    for routes in (
        session,
        home,
        looking_back,  # before those who take any word there for an id
        notices,
        arrivals,
        by_hand,
        expected,
        sorting,
        handover_to,
        handovers,
        day_closes,
        slips,
        papers,
        items,
        item_deeds,
        incidents,
        review,
        book,
        overview,
        *administration.ROUTES,
        *api.ROUTES,
        health,
        trust,
        frames,
        strays,
    ):
        app.include_router(routes.router)
    app.mount(assets.MOUNTED, assets.Assets(directory=assets.STATIC), name="static")
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    tell = (request_log.write, metrics.install(app, ledger).note)
    app.add_middleware(Watched, tell=tell)  # outermost: it sees all
    return app

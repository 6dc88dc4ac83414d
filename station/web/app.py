"""The web application of one office."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from station.desk.pins import PinHasher
from station.ledger.notes import Signer
from station.ledger.store import Ledger
from station.web import errors, request_log, security
from station.web.context import Station
from station.web.pages import STATIC
from station.web.routes import (
    administration,
    arrivals,
    book,
    day_closes,
    expected,
    frames,
    handovers,
    health,
    home,
    incidents,
    items,
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
from station.web.watched import Tell, Watched

if TYPE_CHECKING:
    from station.web.metrics import Metrics

log = logging.getLogger("station")

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
    app = FastAPI(title="Station", docs_url=None, redoc_url=None)
    authority = certificates.authority() if certificates else None
    hsts = certificates.hsts if certificates else ""
    app.state.station = Station(ledger, hasher, zone, signer, lock_minutes, authority, hsts)
    app.middleware("http")(security.guard)
    errors.install(app)
    for routes in (
        session,
        home,
        arrivals,
        expected,
        sorting,
        handovers,
        day_closes,
        slips,
        papers,
        items,
        incidents,
        review,
        book,
        overview,
        *administration.ROUTES,
        health,
        trust,
        frames,
        strays,
    ):
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    tell: list[Tell] = [request_log.write]
    if metrics := _metrics(app, ledger):
        tell.append(metrics.note)
    app.add_middleware(Watched, tell=tell)  # outermost: it sees all
    return app


def _metrics(app: FastAPI, ledger: Ledger) -> "Metrics | None":
    """Return what counts for /metrics; None where its library is not installed.

    A station whose packages were not brought up to date is one without metrics, and still takes
    the mail in: who looks after the house must never keep it closed.
    """
    try:
        from station.web import metrics  # noqa: PLC0415 - it may be missing
    except ModuleNotFoundError as error:
        if error.name != "prometheus_client":
            raise
        log.warning("no /metrics: expected the package prometheus-client; install it")
        return None
    return metrics.install(app, ledger)

"""station serve: the browser's station."""

from typing import Annotated

import typer
import uvicorn

from station.cli.options import Db, prepared, settings
from station.desk.pins import PinHasher
from station.ledger.database import DatabaseError, Engine, reading
from station.ledger.journal import offices
from station.ledger.store import Ledger
from station.web.app import create_app

GRACE_SECONDS = 5


def serve(
    db: Db = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
) -> None:
    """Serve the station on http://127.0.0.1:8000 (or as the settings say)."""
    engine = prepared(db)
    run(Ledger(engine, office or _only_office(engine)), host, port)


def _only_office(engine: Engine) -> str:
    with reading(engine) as connection:
        found = offices(connection)
    wanted = settings().office
    if wanted in found:
        return wanted
    if len(found) == 1:
        return found[0]
    what = ", ".join(found) or "none; found one with: station init"
    raise DatabaseError(f"expected the office {wanted!r}, or --office; this database has: {what}")


def run(ledger: Ledger, host: str | None = None, port: int | None = None) -> None:
    """Serve one office until interrupted."""
    setting = settings()
    app = create_app(ledger, PinHasher(), setting.zone)
    uvicorn.run(
        app,
        host=host or setting.host,
        port=port or setting.port,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )

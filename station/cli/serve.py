"""station serve: the browser's station."""

import gc
import socket
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from station import logs
from station.cli.options import (
    CommandError,
    Db,
    keyring,
    office_in,
    pin_hasher,
    prepared,
    say_training,
    settings,
)
from station.cli.outbox import mail_server, work
from station.cli.rounds import rounds_beside
from station.cli.tls import tell, tls_for
from station.cli.webhook import telling_beside, webhook_receiver
from station.custody import training
from station.desk.outbox import Worker
from station.ledger.store import Ledger
from station.web.app import create_app
from station.web.tls import Tls

GRACE_SECONDS = 5
KEEP_ALIVE_SECONDS = 75
"""A hand that rests between two pieces finds its line still open, and by HTTPS needs no new
handshake."""


def serve(
    db: Db = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
    tls: Annotated[
        bool,
        typer.Option(
            "--tls", help="HTTPS by an authority of this station's own, made at first use."
        ),
    ] = False,
    tls_cert: Annotated[
        Path | None, typer.Option(help="HTTPS by this certificate (PEM) of the office's own.")
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key (PEM).")] = None,
) -> None:
    """Serve the station on http://127.0.0.1:8000 (or as the settings say)."""
    require_free(host, port)
    shown = tls_for(settings(), local=tls, certificate=tls_cert, key=tls_key)
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, office))
    with rounds_beside(ledger, settings().zone):
        run(ledger, host, port, shown)


def require_free(host: str | None = None, port: int | None = None) -> None:
    """Refuse while somebody else listens there, before anything has been done in vain."""
    setting = settings()
    address = (host or setting.host, port or setting.port)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            raise CommandError(
                f"expected {address[0]}:{address[1]} to be free, got: {error.strerror}; "
                "end the other program, or set STATION_PORT"
            ) from error


def run(
    ledger: Ledger,
    host: str | None = None,
    port: int | None = None,
    tls: Tls | None = None,
) -> None:
    """Serve one office until interrupted, by HTTPS where there is a certificate."""
    setting = settings()
    say_training(ledger.office)
    signer = keyring(ledger.office).signer
    signer()  # a key that cannot be used is said now, not at the first paper
    logs.begin(setting.log_file, setting.log_bytes, setting.log_keep)
    certificates = tls.certificates if tls else None
    app = create_app(
        ledger, pin_hasher(ledger), setting.zone, signer, certificates, setting.lock_minutes
    )
    if tls:
        tell(tls, host or setting.host, port or setting.port, typer.echo)
        sys.stdout.flush()
    is_training = training.is_training(ledger.office)
    server = None if is_training else mail_server()  # nobody gets mail about what is not real
    fresh = tls.kept_fresh() if tls else nullcontext()
    telling = telling_beside(ledger, webhook_receiver())
    # What is loaded stays: to look through all of it for garbage held every scan up.
    gc.collect()
    gc.freeze()
    with Worker(lambda: work(ledger, server)), telling, fresh:
        uvicorn.run(
            app,
            host=host or setting.host,
            port=port or setting.port,
            log_level="warning",
            log_config=None,  # through the station's own log, which leaves out what is private
            access_log=False,  # its lines hold addresses, and so numbers
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=GRACE_SECONDS,
            ssl_context_factory=(lambda _config, _default: tls.context) if tls else None,
        )

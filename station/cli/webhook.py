"""Whom the settings name to be told what happens, and the thread that tells them."""

from contextlib import AbstractContextManager, nullcontext

from station.cli.options import CommandError, settings
from station.desk.outbox import Worker
from station.desk.webhooks import Receiver, WebhookError, receiver_of, tell
from station.ledger.store import Ledger

EVERY_SECONDS = 5.0


def webhook_receiver() -> Receiver | None:
    """Return whom the settings name, or None; CommandError for half of one."""
    setting = settings()
    try:
        return receiver_of(setting.webhook_url, setting.webhook_secret)
    except WebhookError as error:
        raise CommandError(
            f"{error}; set STATION_WEBHOOK_URL and STATION_WEBHOOK_SECRET as docs/api.md says"
        ) from error


def telling_beside(ledger: Ledger, receiver: Receiver | None) -> AbstractContextManager[object]:
    """Tell what happens as long as the block runs, in a thread of its own; nobody, nothing."""
    if receiver is None:
        return nullcontext()
    return Worker(lambda: tell(ledger, receiver), EVERY_SECONDS, name="webhook")

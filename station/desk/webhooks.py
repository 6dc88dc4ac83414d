"""Telling a document-management system what happened, signed as in Standard Webhooks 1.0.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: headers
`webhook-id`, `webhook-timestamp` and `webhook-signature` ("v1," and the base64 of HMAC-SHA256 over
"ID.TIMESTAMP.BODY"), a secret written as "whsec_" and base64.

Events are told in the journal's order, each until it was taken (any 2xx); one that is not taken
keeps the later ones waiting, so that the other side never sees a piece handed over that it has not
seen arrive.  One may come twice, where the process dies between the answer and the note of it:
under the same `webhook-id`, by which the other side knows it.  Of people, senders and addressees
nothing is told; of a piece, its id and its number.
"""

import base64
import binascii
import hashlib
import hmac
import http.client
import json
import logging
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from station.custody import facts as f
from station.desk.outbox import FAILURE_LENGTH_MAX, pause
from station.ledger.journal import Recorded
from station.ledger.store import Ledger
from station.ledger.views import Views

AT_ONCE = 100
TIMEOUT_SECONDS = 10
SECRET_PREFIX = "whsec_"  # noqa: S105 - the specification's prefix, no secret
SECRET_BYTES = range(24, 65)
"""Standard Webhooks, "Signature scheme": between 24 and 64 bytes."""

NAMESPACE = UUID("6f1f0a2a-8d5c-4e0e-9c58-0d1c7f3f7b1e")
TAKEN = range(200, 300)

Json = dict[str, Any]

log = logging.getLogger(__name__)


class WebhookError(Exception):
    """A setting that cannot be used; the message says what was expected and what came."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where events go, and the secret that signs them."""

    url: str
    key: bytes = field(repr=False)
    trust: ssl.SSLContext | None = None


def receiver_of(url: str, secret: str) -> Receiver | None:
    """Return whom the settings name, None for nobody; raises WebhookError for half of one."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise WebhookError(f"expected http:// or https:// in STATION_WEBHOOK_URL, got {url!r}")
    if not secret.startswith(SECRET_PREFIX):
        raise WebhookError(f"expected a secret that begins with {SECRET_PREFIX}")
    try:
        key = base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except binascii.Error as error:
        raise WebhookError(f"expected base64 after {SECRET_PREFIX} in the secret") from error
    if len(key) not in SECRET_BYTES:
        raise WebhookError(f"expected a secret of 24 to 64 bytes, got {len(key)}")
    return Receiver(url, key)


def signature(key: bytes, event: str, at: int, body: bytes) -> str:
    """Return what `webhook-signature` says of an event."""
    signed = f"{event}.{at}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that is told; its id follows from its place in the journal."""

    id: str
    type: str
    at: datetime
    data: Json

    def body(self) -> bytes:
        """The event as it is sent (Standard Webhooks, "Payload structure")."""
        told = {"type": self.type, "timestamp": self.at.isoformat(), "data": self.data}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def event_of(line: Recorded, views: Views, office: str) -> Event | None:
    """Return what is told of an entry; None for what is nobody's business outside."""
    found = _data(line.fact, views)
    if found is None:
        return None
    kind, data = found
    key = uuid5(NAMESPACE, f"{office} {line.stamp.seq}")
    return Event(f"msg_{key.hex}", kind, line.stamp.at, {"seq": line.stamp.seq, **data})


def _data(fact: f.Fact, views: Views) -> tuple[str, Json] | None:
    if isinstance(fact, f.HandoverSealed):
        sides = {"giver": fact.giver, "receiver": fact.receiver, "digest": fact.digest}
        pieces = [_piece(key, views) for key in fact.items]
        return "handover.sealed", {"handover": str(fact.handover), **sides, "pieces": pieces}
    if isinstance(fact, f.CaseOpened):
        item = str(fact.item) if fact.item else None
        return "case.opened", {"case": str(fact.case), "what": fact.what, "item": item}
    if isinstance(fact, f.CaseSettled):
        return "case.settled", {"case": str(fact.case), "settlement": fact.settlement}
    return _of_piece(fact, views) or _of_day(fact, views)


def _of_piece(fact: f.Fact, views: Views) -> tuple[str, Json] | None:
    if isinstance(fact, f.ItemTakenIn):
        number = fact.scan.number
        piece = {"item": str(fact.item), "number": number}
        return "piece.arrived", {**piece, "arrival": str(fact.arrival)}
    if isinstance(fact, f.ItemRouted):
        return "piece.routed", {**_piece(fact.item, views), "department": fact.department}
    return None


def _of_day(fact: f.Fact, views: Views) -> tuple[str, Json] | None:
    if isinstance(fact, f.DayClosed | f.DayClosedWithDifference):
        close = views.books.day_close(fact.day_close)
        data = {"day_close": str(close.id), "department": close.department}
        differs = isinstance(fact, f.DayClosedWithDifference)
        return "day.closed", {**data, "day": str(close.day), "with_difference": differs}
    return None


def _piece(key: UUID, views: Views) -> Json:
    """A piece by its id and its verified number; a text that nobody verified is not told."""
    return {"item": str(key), "number": views.books.item(key).scan.number}


def tell(ledger: Ledger, receiver: Receiver) -> int:
    """Tell everything that is due; return how many events were taken."""
    taken = 0
    while True:
        with ledger.webhooks() as webhooks:
            claim = webhooks.claim(ledger.now(), AT_ONCE)
        if claim is None:
            return taken
        tries = claim.tries
        for line in claim.entries:
            with ledger.views() as views:
                event = event_of(line, views, ledger.office)
            failure = _send(receiver, event, ledger.now) if event else None
            if failure is not None:
                _note_failed(ledger, failure, tries)
                return taken
            tries = 1 if event else tries
            taken += event is not None
            is_last = line is claim.entries[-1]
            if event or is_last:
                with ledger.webhooks() as webhooks:
                    webhooks.note_told(line.stamp.seq, ledger.now(), is_last=is_last)


def _note_failed(ledger: Ledger, why: str, tries: int) -> None:
    log.warning("the webhook's receiver did not take an event, trying again: %s", why)
    with ledger.webhooks() as webhooks:
        webhooks.note_failed(why[:FAILURE_LENGTH_MAX], ledger.now() + pause(tries))


def _send(receiver: Receiver, event: Event, now: Callable[[], datetime]) -> str | None:
    """Send one event; return None where it was taken, else why not.

    A redirect is not followed: the secret's owner named one address.
    """
    parts, body, at = urlsplit(receiver.url), event.body(), int(now().timestamp())
    headers = {
        "Content-Type": "application/json",
        "webhook-id": event.id,
        "webhook-timestamp": str(at),
        "webhook-signature": signature(receiver.key, event.id, at, body),
    }
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = _connection(receiver)
    try:
        connection.request("POST", target, body, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return str(error) or type(error).__name__
    finally:
        connection.close()
    return None if status in TAKEN else f"HTTP {status}"


def _connection(receiver: Receiver) -> http.client.HTTPConnection:
    parts = urlsplit(receiver.url)
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT_SECONDS)
    trust = receiver.trust or ssl.create_default_context()
    return http.client.HTTPSConnection(host, parts.port, timeout=TIMEOUT_SECONDS, context=trust)

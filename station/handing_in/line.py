"""The line to a station: one try to hand a scan in, and what can come of it."""

import http.client
import json
import ssl
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from station.handing_in.spool import Scan

TIMEOUT_SECONDS = 15
ANSWER_BYTES_MAX = 100_000
AGAIN_SECONDS = 5.0
NOT_NOW = frozenset({401, 403, 408, 409, 425, 429})
"""What passes when somebody does something: opens an arrival, renews the token, waits a minute."""


class LaterError(Exception):
    """The scan was not taken now, and may be later; says why, and after how many seconds."""

    def __init__(self, why: str, after_seconds: float = AGAIN_SECONDS) -> None:
        self.why, self.after_seconds = why, after_seconds
        super().__init__(why)


class RefusedError(Exception):
    """The station will never take this scan; says why, in the station's words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one code: one of the four outcomes, in words, and its number as grouped."""

    outcome: str
    says: str
    number: str


@dataclass(frozen=True, slots=True)
class Line:
    """A station's address, the device's token, and whom to trust for the station's certificate."""

    host: str
    port: int | None
    token: str = field(repr=False)
    trust: ssl.SSLContext | None

    def hand_in(self, scan: Scan) -> list[Answer]:
        """Hand one scan in; its picture if it has one, which the station reads for itself.

        Raises LaterError where nothing is known of it, RefusedError where it will never be taken.
        """
        path, kind, body = _picture(scan, scan.picture) if scan.picture else _text(scan)
        headers = {"Content-Type": kind, "Authorization": f"Bearer {self.token}"}
        connection = self._connection()
        try:
            connection.request("POST", f"/api/device/{path}", body, headers)
            came = connection.getresponse()
            said = came.read(ANSWER_BYTES_MAX)
        except (OSError, http.client.HTTPException) as error:
            raise LaterError(f"no answer: {str(error) or type(error).__name__}") from error
        finally:
            connection.close()
        return _answers(came.status, came.headers.get("Retry-After", ""), said)

    def _connection(self) -> http.client.HTTPConnection:
        if self.trust is None:
            return http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT_SECONDS)
        return http.client.HTTPSConnection(
            self.host, self.port, timeout=TIMEOUT_SECONDS, context=self.trust
        )


def line_to(address: str, token: str, authority: Path | None = None) -> Line:
    """Return the line to an address such as https://hall.example:8443.

    Raises ValueError for what is no address of a station, and for http:// to another machine: the
    token would be readable on the way.  `authority` is a PEM file with the certificate to trust.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host or parts.path.strip("/") or parts.query:
        raise ValueError(f"expected a station's address such as https://hall:8443, got {address!r}")
    if not token.isascii() or not token.isprintable() or not token:
        raise ValueError("expected a device's token, got nothing, or what can be none")
    if parts.scheme == "https":
        trust = ssl.create_default_context(cafile=str(authority) if authority else None)
        return Line(host, parts.port, token, trust)
    if not _is_this_machine(host):
        raise ValueError(
            f"expected https:// to another machine, got {address!r}; "
            "http:// would show the token to the network"
        )
    return Line(host, parts.port, token, None)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _text(scan: Scan) -> tuple[str, str, bytes]:
    sent = json.dumps({"deed": str(scan.deed), "text": scan.text})
    return "scans", "application/json", sent.encode()


def _picture(scan: Scan, picture: bytes) -> tuple[str, str, bytes]:
    """Return a form with the deed and the picture (RFC 7578)."""
    boundary = uuid4().hex
    lines = (
        f"--{boundary}",
        'Content-Disposition: form-data; name="deed"',
        "",
        str(scan.deed),
        f"--{boundary}",
        'Content-Disposition: form-data; name="picture"; filename="scan.png"',
        "Content-Type: image/png",
        "",
        "",
    )
    body = "\r\n".join(lines).encode() + picture + f"\r\n--{boundary}--\r\n".encode()
    return "pictures", f"multipart/form-data; boundary={boundary}", body


def _answers(status: int, retry_after: str, said: bytes) -> list[Answer]:
    told = _json(said)
    if status == http.client.OK:
        try:
            return [Answer(it["outcome"], it["says"], it["number"]) for it in told["answers"]]
        except (KeyError, TypeError) as error:
            raise LaterError("an answer that is none of a station") from error
    why = str(told.get("detail") or f"HTTP {status}")
    is_word_of_station = "code" in told and 400 <= status < 500  # noqa: PLR2004 - RFC 9110, 15.5
    if is_word_of_station and status not in NOT_NOW:
        raise RefusedError(why)
    raise LaterError(why, float(retry_after) if retry_after.isdecimal() else AGAIN_SECONDS)


def _json(said: bytes) -> dict[str, Any]:
    try:
        told = json.loads(said)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}

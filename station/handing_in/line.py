"""The line to a station: one try to hand a scan in, and what can come of it."""

import http.client
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from station.handing_in.spool import Scan

TIMEOUT_SECONDS = 15
DEADLINE_SECONDS = 60
"""How long one try may last, whatever the other side does."""

ANSWER_BYTES_MAX = 100_000
AGAIN_SECONDS = 5.0
AGAIN_SECONDS_MAX = 120.0
FINAL = frozenset({409, 413, 422})
"""What a station's refusal of this very scan is answered with: sent again, it is refused again.
Everything else passes, or somebody has to mend it: a token, an address, the station."""

PROBLEMS = "/api/problems/"


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
            connection.connect()
            with _cut_off(connection.sock):
                connection.request("POST", f"/api/device/{path}", body, headers)
                came = connection.getresponse()
                said = came.read(ANSWER_BYTES_MAX)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise LaterError(f"no answer: {_plain(str(error)) or type(error).__name__}") from error
        finally:
            connection.close()
        return _answers(came.status, came.headers.get("Retry-After", ""), said)

    def _connection(self) -> http.client.HTTPConnection:
        if self.trust is None:
            return http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT_SECONDS)
        return http.client.HTTPSConnection(
            self.host, self.port, timeout=TIMEOUT_SECONDS, context=self.trust
        )


@contextmanager
def _cut_off(line: socket.socket) -> Iterator[None]:
    """End a try that lasts too long: a timeout alone starts anew with every byte that drips in."""

    def cut() -> None:
        with suppress(OSError):  # not connected any more
            line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(DEADLINE_SECONDS, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def line_to(address: str, token: str, authority: Path | None = None) -> Line:
    """Return the line to an address such as https://hall.example:8443.

    Raises ValueError for what is no address of a station, and for http:// to another machine: the
    token would be readable on the way.  `authority` is a PEM file with the certificate to trust.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    beyond = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or beyond or not _is_host(host):
        raise ValueError("expected a station's address such as https://hall:8443, and no more")
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


def _is_host(host: str) -> bool:
    try:
        spelt = host.encode("idna").decode()
    except UnicodeError:
        return False
    return bool(spelt) and spelt.isprintable() and " " not in spelt


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _text(scan: Scan) -> tuple[str, str, bytes]:
    sent = {"deed": str(scan.deed), "text": scan.text, "age_seconds": scan.age_seconds()}
    return "scans", "application/json", json.dumps(sent).encode()


def _picture(scan: Scan, picture: bytes) -> tuple[str, str, bytes]:
    """Return a form with the deed, the scan's age and the picture (RFC 7578)."""
    boundary = uuid4().hex
    lines = (
        f"--{boundary}",
        'Content-Disposition: form-data; name="deed"',
        "",
        str(scan.deed),
        f"--{boundary}",
        'Content-Disposition: form-data; name="age_seconds"',
        "",
        str(scan.age_seconds()),
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
        return _taken(told)
    why = _plain(str(told.get("detail") or "")) or f"HTTP {status}"
    is_word_of_station = str(told.get("type", "")).startswith(PROBLEMS)
    if is_word_of_station and status in FINAL:
        raise RefusedError(why)
    raise LaterError(why, _pause(retry_after))


def _taken(told: dict[str, Any]) -> list[Answer]:
    try:
        answers = [
            Answer(*(_plain(str(one[name])) for name in ("outcome", "says", "number")))
            for one in told["answers"]
        ]
    except (KeyError, TypeError) as error:
        raise LaterError("an answer that is none of a station") from error
    if not answers:
        raise RefusedError("The station found nothing in it.")
    return answers


def _pause(retry_after: str) -> float:
    is_number = retry_after.isascii() and retry_after.isdecimal()
    seconds = float(retry_after[:9]) if is_number else AGAIN_SECONDS
    return min(max(seconds, 1.0), AGAIN_SECONDS_MAX)


def _json(said: bytes) -> dict[str, Any]:
    try:
        told = json.loads(said)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _plain(text: str) -> str:
    """Return what a terminal shows as it is: the other side may send anything."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)

"""A line of the log for each request."""

import logging

from station.web.watched import FAILED, Answered

log = logging.getLogger("station.requests")

FRAMES = "/api/frames"
REFUSED = 400


def write(answered: Answered) -> None:
    """Write what was asked by which template, how it was answered, and how long that took."""
    known: dict[str, object] = {
        "request": answered.reference,
        "method": answered.method,
        "route": answered.route,
        "status": answered.status,
        "ms": round(answered.seconds * 1000, 1),
    }
    if answered.scans:
        known["scans"] = [str(outcome) for outcome in answered.scans]
    if answered.code:
        known["code"] = answered.code
    log.log(_level(answered), "request", extra=known)


def _level(answered: Answered) -> int:
    """A camera that is open asks several times a second: its frames would drive all else out."""
    if answered.status >= FAILED:
        return logging.ERROR
    return logging.DEBUG if answered.route == FRAMES and answered.status < REFUSED else logging.INFO

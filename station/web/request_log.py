"""A line of the log for each request."""

import logging

from station.web.watched import FAILED, Answered

log = logging.getLogger("station.requests")


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
    level = logging.ERROR if answered.status >= FAILED else logging.INFO
    log.log(level, "request", extra=known)

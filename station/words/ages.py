"""How old something is, as people say it: days, else hours, else minutes."""

from datetime import timedelta

from station.words import Say
from station.words import noted as _

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def age(span: timedelta, say: Say) -> str:
    """Return a span of time in its largest whole unit; a negative one is none at all."""
    span = max(span, timedelta())
    if span >= DAY:
        return say(_("{count} d")).format(count=span // DAY)
    if span >= HOUR:
        return say(_("{count} h")).format(count=span // HOUR)
    return say(_("{count} min")).format(count=span // MINUTE)

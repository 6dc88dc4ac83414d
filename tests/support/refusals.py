"""Expecting a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from station.custody.refusal import Detail, Reason, Refused


@contextmanager
def refused(reason: Reason, **details: Detail) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """The block must be refused, for this very reason and with at least these details."""
    with pytest.raises(Refused) as caught:
        yield caught
    assert caught.value.reason is reason
    for name, value in details.items():
        assert caught.value.details[name] == value

"""The office that custody's tests play in."""

import pytest

from tests.support.play import Play


@pytest.fixture
def play() -> Play:
    return Play()

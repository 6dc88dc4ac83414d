"""The office of the pictures, played and served once for all tests of screens."""

from collections.abc import Iterator

import pytest

from station.desk.pins import PinHasher
from tools.screenshots.visit import Theatre, opened


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory, hasher: PinHasher) -> Iterator[Theatre]:
    with opened(tmp_path_factory.mktemp("screens"), hasher) as running:
        yield running

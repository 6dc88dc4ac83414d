"""A long list through the pages: it comes whole, and no page behind it names all of it."""

from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient

from tests.support.hall import Hall
from tests.web.test_expected_lists import form_of
from tests.web.test_guard import Terminals, deed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

ROWS = 20_000
"""A fifth of what is taken in at most, which `tests/desk/test_expected.py` has."""

PAGE_BYTES_MAX = 20_000
"""A page is fetched again behind every scan: it must not name all that has not come."""


def long_list() -> tuple[list[str], bytes]:
    """Return the numbers of a long list, and the list."""
    numbers = [f"{body}{body % 7}" for body in range(1_000_000_000, 1_000_000_000 + ROWS)]
    rows = (f"{number},書留,差出人{number},大阪狭山市役所 御中,,2020-11-02" for number in numbers)
    table = "\n".join(["引受番号,種別,差出人,あて先,配布先課,到着予定日", *rows])
    return numbers, table.encode()


def test_a_long_list_is_taken_whole_and_the_pages_stay_small(hall: Hall) -> None:
    clerk = Terminals(hall)("clerk")
    numbers, table = long_list()
    files: Mapping[str, tuple[str, bytes]] = {"table": ("list.csv", table)}
    preview = clerk.post("/expected", files=files)
    assert (preview.status_code, f"{ROWS}" in preview.text) == (200, True)
    take = form_of(preview, "/expected/take")
    taken = clerk.post("/expected/take", data=take)
    assert taken.status_code == 303
    with hall.ledger.views() as views:
        (known,) = views.expected_lists(hall.clock.now.date())
        assert views.books.missing_expected(known.id) == tuple(numbers)
    for path in ("/", "/arrivals", "/expected"):
        page = clerk.get(path)
        assert (page.status_code, len(page.content) < PAGE_BYTES_MAX) == (200, True), path
    _scanned_against(clerk, str(known.id), numbers)


def _scanned_against(clerk: TestClient, list_id: str, numbers: list[str]) -> None:
    """Two pieces of the list come, and the rest is left to the supervisor."""
    form = deed(carrier="日本郵便", declared_count="2", list_id=list_id)
    path = clerk.post("/arrivals", data=form).headers["location"]
    for number in numbers[:2]:
        body = deed(text=number)
        told = clerk.post(f"/api{path}/scans", json=body).json()
        assert told["answers"][0]["outcome"] == "taken"
        page = clerk.get(path)
        assert len(page.content) < PAGE_BYTES_MAX
    assert f"ほか{ROWS - 2 - 50}通" in page.text
    assert clerk.post(f"{path}/close", data=deed()).status_code == 409
    assert clerk.post(f"{path}/refer", data=deed()).status_code == 303

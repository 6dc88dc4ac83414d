"""The longest list that is taken in, through the pages: it comes whole, and nothing gets stuck."""

import time
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from station.desk.tables import ROWS_MAX
from tests.support.hall import Hall
from tests.web.test_expected_lists import form_of
from tests.web.test_guard import Terminals, deed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

LIST_SECONDS_MAX = 150
"""Of the processor, for looking at the whole list and for taking it in; 15 and 50 were measured."""

PAGE_SECONDS_MAX = 3
"""Of the processor, for any page behind it, where somebody stands and scans; one was measured."""

PAGE_BYTES_MAX = 20_000
"""A page is fetched again behind every scan: it must not name all that has not come."""


def longest() -> tuple[list[str], bytes]:
    """Return the numbers of the longest list, and the list."""
    numbers = [f"{body}{body % 7}" for body in range(1_000_000_000, 1_000_000_000 + ROWS_MAX)]
    rows = (f"{number},書留,差出人{number},大阪狭山市役所 御中,,2020-11-02" for number in numbers)
    table = "\n".join(["引受番号,種別,差出人,あて先,配布先課,到着予定日", *rows])
    return numbers, table.encode()


def timed(most: float, client: TestClient, method: str, path: str, **sent: object) -> Response:
    """Return an answer; see that it took no more of the processor than it may."""
    start = time.process_time()
    answer = client.request(method, path, **sent)  # type: ignore[arg-type]
    took = time.process_time() - start
    print(f"{method} {path}: {took:.2f} s, {len(answer.content):,} bytes")
    assert took < most, f"{path}: expected at most {most} s, it took {took:.1f} s"
    return answer


def test_the_longest_list_is_taken_whole_and_the_pages_stay_quick(hall: Hall) -> None:
    clerk = Terminals(hall)("clerk")
    numbers, table = longest()
    files: Mapping[str, tuple[str, bytes]] = {"table": ("list.csv", table)}
    preview = timed(LIST_SECONDS_MAX, clerk, "POST", "/expected", files=files)
    assert (preview.status_code, f"{ROWS_MAX}" in preview.text) == (200, True)
    take = form_of(preview, "/expected/take")
    taken = timed(LIST_SECONDS_MAX, clerk, "POST", "/expected/take", data=take)
    assert taken.status_code == 303
    with hall.ledger.views() as views:
        (known,) = views.expected_lists(hall.clock.now.date())
        assert views.books.missing_expected(known.id) == tuple(numbers)
    for path in ("/", "/arrivals", "/expected"):
        page = timed(PAGE_SECONDS_MAX, clerk, "GET", path)
        assert (page.status_code, len(page.content) < PAGE_BYTES_MAX) == (200, True), path
    _scanned_against(clerk, str(known.id), numbers)


def _scanned_against(clerk: TestClient, list_id: str, numbers: list[str]) -> None:
    """Two pieces of the list come, and the rest is left to the supervisor."""
    form = deed(carrier="日本郵便", declared_count="2", list_id=list_id)
    path = clerk.post("/arrivals", data=form).headers["location"]
    for number in numbers[:2]:
        body = deed(text=number)
        told = timed(PAGE_SECONDS_MAX, clerk, "POST", f"/api{path}/scans", json=body).json()
        assert told["answers"][0]["outcome"] == "taken"
        page = timed(PAGE_SECONDS_MAX, clerk, "GET", path)
        assert len(page.content) < PAGE_BYTES_MAX
    assert f"ほか{ROWS_MAX - 2 - 50}通" in page.text
    assert timed(PAGE_SECONDS_MAX, clerk, "POST", f"{path}/close", data=deed()).status_code == 409
    assert timed(PAGE_SECONDS_MAX, clerk, "POST", f"{path}/refer", data=deed()).status_code == 303

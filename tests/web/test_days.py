"""A day with which nobody can reckon is refused with a sentence; the last that can be is taken."""

import pytest
from fastapi.openapi.utils import get_openapi

from station.custody.values import Role
from station.desk import office
from tests.support.hall import PIN, SORTING, Hall
from tests.web.test_guard import Terminals, deed

ONE = "13112383852"
FAR = ("0001-01-01", "1873-01-01", "1899-12-31", "3000-01-01", "9999-12-31")
NEAR = ("1900-01-01", "1926-12-24", "2999-12-31")
REFUSED = 422
BY_DAY = (
    ("/book", "from"),
    ("/book", "to"),
    ("/book.csv", "from"),
    ("/book.pdf", "to"),
    ("/arrivals/closed", "day"),
    ("/handovers/sealed", "day"),
    ("/day-close/before", "day"),
    ("/review", "day"),
    ("/api/arrivals/closed", "day"),
    ("/api/handovers/sealed", "day"),
    ("/api/day-close/before", "day"),
)
"""Every address that takes a day, and the name that it has there."""

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    """One who may look at everything that is asked for by a day."""
    roles = (Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)
    person = office.NewPerson("全員", SORTING, roles, PIN)
    (hall.people["all"],) = office.enroll_people(
        hall.ledger, hall.caller("admin"), hall.hasher, [person]
    )
    hall.routed("03", ONE)
    return Terminals(hall)


@pytest.mark.parametrize(("path", "name"), BY_DAY)
def test_a_day_that_nobody_can_reckon_with_is_refused(
    terminals: Terminals, path: str, name: str
) -> None:
    for far in FAR:
        answer = terminals("all").get(path, params={name: far})
        assert answer.status_code == REFUSED, far
        bound = "1900-01-01 より前" if far < "1900" else "2999-12-31 より後"
        assert f"{bound}の日は扱えません (入力: {far})" in answer.text, far


@pytest.mark.parametrize(("path", "name"), BY_DAY)
def test_the_first_and_the_last_day_are_taken(terminals: Terminals, path: str, name: str) -> None:
    for near in NEAR:
        span = {"from": near, "to": near} if path.startswith("/book") else {name: near}
        assert terminals("all").get(path, params=span).status_code == 200, near


@pytest.mark.parametrize("path", ["/trace", "/api/items"])
def test_a_search_for_any_day_is_answered(terminals: Terminals, path: str) -> None:
    for text in (*FAR, *NEAR, "R99.12.31"):
        assert terminals("all").get(path, params={"q": text}).status_code == 200, text


def test_no_address_takes_a_day_without_its_bounds(terminals: Terminals) -> None:
    """Whatever an address is asked, and wherever a form takes a day, it is never a failure."""
    spec = get_openapi(title="", version="", routes=terminals.app.routes)
    for path, methods in spec["paths"].items():
        named = [
            it["name"]
            for it in methods.get("get", {}).get("parameters", [])
            if it["in"] == "query" and "{" not in path
        ]
        for name in named:
            for far in FAR:
                status = terminals("all").get(path, params={name: far}).status_code
                assert status < 500, (path, name, far)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_mail_that_came_at_no_such_time_is_refused(terminals: Terminals, moment: str) -> None:
    form = deed(carrier="日本郵便", declared_count="1", arrived_at=moment)
    assert terminals("all").post("/arrivals", data=form).status_code == 409
    for zone in ("+14:00", "-14:00"):
        sent = {**form, "declared_count": 1, "arrived_at": f"{moment}:00{zone}"}
        assert terminals("all").post("/api/arrivals", json=sent).status_code == 409

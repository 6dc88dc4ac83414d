"""A badge counts when the deed is written, not when its PIN began to be checked."""

from collections.abc import Callable
from uuid import UUID

import pytest

from station.custody.facts import HandoverSigned, ItemOpenedToSort
from station.desk import badges, sorting
from tests.support.hall import PIN, TREASURY, Hall
from tests.web.test_guard import Terminals, deed
from tests.web.test_item_deeds import undecided

ONE = "13112383852"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

Change = Callable[[Hall], object]


def revoke(hall: Hall) -> None:
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=hall.people["clerk2"].person)


def reset(hall: Hall) -> None:
    badges.reset_pin(
        hall.ledger, hall.caller("admin"), hall.hasher, person=hall.people["clerk2"].person
    )


def while_the_pin_is_checked(patch: pytest.MonkeyPatch, hall: Hall, change: Change) -> None:
    """Have the administrator change the badge when its PIN was right, before anything follows."""
    is_right = hall.hasher.is_right

    def slow(pin_hash: str | None, pin: str) -> bool:
        patch.undo()
        found = is_right(pin_hash, pin)
        change(hall)
        return found

    patch.setattr(hall.hasher, "is_right", slow)


def facts_of(hall: Hall, subject: UUID) -> list[object]:
    with hall.ledger.views() as views:
        return [type(line.fact) for line in views.history(subject)]


CHANGES = [
    pytest.param(revoke, 409, id="badge revoked"),
    pytest.param(reset, 401, id="PIN reset"),
]


@pytest.mark.parametrize("api", ["", "/api"])
@pytest.mark.parametrize(("change", "status"), CHANGES)
def test_nobody_signs_by_a_badge_that_is_revoked_while_its_pin_is_checked(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, api: str, change: Change, status: int
) -> None:
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    hall.counted("treasurer", handover, ONE)
    clerk = Terminals(hall)("clerk")
    digest = clerk.get(f"/api/handovers/{handover}").json()["digest"]
    form = deed(digest=digest, badge=hall.people["clerk2"].badge, pin=PIN, side="giver")
    while_the_pin_is_checked(monkeypatch, hall, change)
    path = f"{api}/handovers/{handover}/sign"
    answer = clerk.post(path, json=form) if api else clerk.post(path, data=form)
    assert answer.status_code == status
    assert HandoverSigned not in facts_of(hall, handover)
    with hall.ledger.views() as views:
        assert views.books.handover(handover).giver_signer is None


@pytest.mark.parametrize("api", ["", "/api"])
@pytest.mark.parametrize(("change", "status"), CHANGES)
def test_nobody_witnesses_by_a_badge_that_is_revoked_while_its_pin_is_checked(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, api: str, change: Change, status: int
) -> None:
    item = undecided(hall)
    sorting.propose_opening(hall.ledger, hall.caller("clerk"), item=item, reason="あて名なし")
    clerk = Terminals(hall)("clerk")
    form = deed(badge=hall.people["clerk2"].badge, pin=PIN)
    while_the_pin_is_checked(monkeypatch, hall, change)
    path = f"{api}/items/{item}/opening/witness"
    answer = clerk.post(path, json=form) if api else clerk.post(path, data=form)
    assert answer.status_code == status
    assert ItemOpenedToSort not in facts_of(hall, item)

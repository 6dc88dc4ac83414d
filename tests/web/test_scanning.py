"""A scan's UUID is one scan's: sent again it has the same answer, and with another number none."""

from collections.abc import Callable
from uuid import UUID

import pytest

from station.custody.values import Ending
from station.desk import arrival, delivery, handover
from tests.support.hall import TREASURY, WATER, Hall
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ONE, TWO, THREE = "13112383852", "20112345676", "31245077161"
DOUBTFUL = "zz 9"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def arriving(hall: Hall) -> str:
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=3)
    return f"/api/arrivals/{opened.deed}/scans"


def offering(hall: Hall) -> UUID:
    hall.routed(TREASURY, ONE)
    hall.routed(WATER, TWO)
    opened = hall.caller("clerk")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    return opened.deed


def giving(hall: Hall) -> str:
    return f"/api/handovers/{offering(hall)}/scans"


def counting(hall: Hall) -> str:
    hall.routed(TREASURY, ONE)
    hall.routed(WATER, TWO)
    return f"/api/handovers/{hall.offered(TREASURY, ONE)}/scans"


def closing(hall: Hall) -> str:
    hall.taken("clerk", ONE, TWO)
    opened = Terminals(hall)("clerk").post("/day-close", data=deed())
    return f"/api{opened.headers['location']}/scans"


def anywhere(hall: Hall) -> str:
    hall.taken("duty", ONE)
    return "/api/strays/scans"


SCANS: dict[str, tuple[Callable[[Hall], str], str, tuple[str, ...]]] = {
    "taken in": (arriving, "clerk", (ONE,)),
    "taken in already": (arriving, "clerk", (ONE, ONE)),
    "doubtful": (arriving, "clerk", (DOUBTFUL,)),
    "doubtful, scanned twice": (arriving, "clerk", (DOUBTFUL, DOUBTFUL)),
    "offered": (giving, "clerk", (ONE,)),
    "offered already": (giving, "clerk", (ONE, ONE)),
    "offered where it does not belong": (giving, "clerk", (TWO,)),
    "offered and not held": (giving, "clerk", (THREE,)),
    "received before the giver is done": (giving, "treasurer", (ONE,)),
    "received": (counting, "treasurer", (ONE,)),
    "received already": (counting, "treasurer", (ONE, ONE)),
    "received and not offered": (counting, "treasurer", (TWO,)),
    "counted": (closing, "clerk", (ONE,)),
    "counted already": (closing, "clerk", (ONE, ONE)),
    "stray": (anywhere, "clerk", (ONE,)),
}


@pytest.mark.parametrize("scan", SCANS)
def test_a_scan_sent_again_is_answered_again_and_with_another_number_refused(
    terminals: Terminals, scan: str
) -> None:
    begin, who, texts = SCANS[scan]
    path = begin(terminals.hall)
    for text in texts:
        body = deed(text=text)
        answer = terminals(who).post(path, json=body)
    assert answer.status_code == 200, answer.text
    assert terminals(who).post(path, json=body).json() == answer.json()
    head = terminals.hall.ledger.end()
    other = terminals(who).post(path, json=body | {"text": "52401188033"})
    assert (other.status_code, other.json()["code"]) == (409, "deed_reused")
    assert terminals.hall.ledger.end() == head


def test_a_second_piece_of_one_number_is_said_again_and_no_other(terminals: Terminals) -> None:
    path = arriving(terminals.hall).removesuffix("/scans") + "/another"
    clerk = terminals("clerk")
    for number in (ONE, TWO):
        clerk.post(path.replace("/another", "/scans"), json=deed(text=number))
    body = deed(first=ONE, second=ONE)
    answer = clerk.post(path, json=body)
    assert clerk.post(path, json=body).json() == answer.json()
    other = body | {"first": TWO, "second": TWO}
    assert clerk.post(path, json=other).json()["code"] == "deed_reused"
    assert clerk.post(path.removeprefix("/api"), data=other).status_code == 409


def test_what_has_a_label_is_scanned_by_that_once_the_other_piece_has_gone(
    terminals: Terminals,
) -> None:
    hall, duty = terminals.hall, terminals("duty")
    (gone,) = hall.routed(TREASURY, ONE)
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    path = f"/api/arrivals/{opened.deed}"
    label = duty.post(f"{path}/another", json=deed(first=ONE, second=ONE)).json()["number"]
    hall.handed_over(ONE)
    delivery.deliver(hall.ledger, hall.caller("treasurer"), item=gone, ending=Ending.OPENED)
    for text, outcome in ((label, "taken"), (label, "already"), (ONE, "taken")):
        body = deed(text=text)
        answers = [duty.post(f"{path}/scans", json=body).json() for _ in range(2)]
        assert answers[0] == answers[1]
        (told,) = answers[0]["answers"]
        assert told["outcome"] == outcome, told


def test_a_second_scan_says_what_else_it_may_be(terminals: Terminals) -> None:
    path = arriving(terminals.hall).removesuffix("/scans")
    clerk = terminals("clerk")

    def again() -> str:
        (told,) = clerk.post(f"{path}/scans", json=deed(text=ONE)).json()["answers"]
        return f"{told['outcome']} {told['hint']}"

    assert again() == "taken "
    assert again() == "already 同じ番号の別の1通なら、「番号なし・読めない」から収受してください。"
    clerk.post(f"{path}/another", json=deed(first=ONE, second=ONE))
    assert "番号札を読み取ってください" in again()

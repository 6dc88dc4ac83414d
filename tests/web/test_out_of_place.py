"""What a scan is told of a piece that is not where the books have it."""

import re
from uuid import UUID

import pytest

from station.custody.facts import CaseOpened
from station.custody.state import ItemStatus
from station.custody.values import Settlement
from station.desk import arrival, review
from tests.support.hall import SORTING, TREASURY, Hall, seen
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ONE, TWO, THREE = "13112383852", "20112345676", "31245077161"
STRAY = "台帳では、いまここにあるはずのない郵便物です。"
UNKNOWN = "台帳にない番号です。"
FOUND = "亡失とされていた郵便物の発見です。いまから、あなたの課が所持者になります。"
FOREIGN = "この引渡しのものではありません。"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def told(terminals: Terminals, who: str, path: str, text: str) -> str:
    """Return what somebody's refused scan is told."""
    scanned = terminals(who).post(f"/api{path}/scans", json=deed(text=text)).json()
    (answer,) = scanned["answers"]
    assert answer["outcome"] == "refused"
    return str(answer["says"])


def begun(terminals: Terminals, who: str, receiver: str) -> str:
    """A handover whose giver has scanned nothing yet."""
    answer = terminals(who).post("/handovers", data=deed(receiver=receiver))
    return str(answer.headers["location"])


def declared_lost(hall: Hall, number: str) -> UUID:
    """A piece of the duty desk that two people declared lost."""
    (item,) = hall.taken("duty", number)
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    done = arrival.take_in(
        hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=seen(number)
    )
    case = next(fact.case for fact in done.facts if isinstance(fact, CaseOpened))
    proposed = hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger, proposed, case=case, settlement=Settlement.DECLARE_LOST, reason="探した"
    )
    review.second_settlement(
        hall.ledger, hall.caller("treasurer"), case=case, proposal=proposed.deed
    )
    with hall.ledger.views() as views:
        assert views.books.item(item).status is ItemStatus.LOST
    return item


def test_a_number_that_nobody_took_in_is_told_from_one_that_is_elsewhere(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    hall.taken("duty", ONE)
    given = begun(terminals, "clerk", TREASURY)
    for path in ("/sorting", "/checking", "/strays", given):
        assert told(terminals, "clerk", path, TWO).startswith(UNKNOWN), path
        assert told(terminals, "clerk", path, ONE).startswith(STRAY), path


def test_what_was_taken_in_once_is_no_unknown_number(terminals: Terminals) -> None:
    hall = terminals.hall
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    for number in (ONE, TWO):
        caller = hall.caller("duty")
        arrival.take_in(hall.ledger, caller, arrival=opened.deed, seen=seen(number))
    arrival.undo_taking_in(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    arrival.take_in_another(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(ONE))
    assert told(terminals, "clerk", "/sorting", ONE).startswith(STRAY)
    assert told(terminals, "clerk", "/sorting", TWO).startswith(UNKNOWN), "it was taken back"


def test_who_has_yet_to_count_is_told_one_thing_of_both(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    for number in (ONE, TWO):
        assert told(terminals, "treasurer", "/sorting", number).startswith(STRAY), number
    for number in (TWO, THREE):
        path = f"/handovers/{handover}"
        assert told(terminals, "treasurer", path, number).startswith(FOREIGN), number
    hall.counted("treasurer", handover, ONE)
    assert told(terminals, "treasurer", "/sorting", TWO).startswith(UNKNOWN)


@pytest.mark.parametrize("at", ["/sorting", "/strays", "giving", "receiving"])
def test_a_lost_piece_that_turns_up_is_said_to_be_found(terminals: Terminals, at: str) -> None:
    hall = terminals.hall
    item = declared_lost(hall, ONE)
    who, department = ("treasurer", TREASURY) if at == "receiving" else ("clerk", SORTING)
    path = at
    if at == "giving":
        path = begun(terminals, "clerk", TREASURY)
    if at == "receiving":
        hall.routed(TREASURY, TWO)
        path = f"/handovers/{hall.offered(TREASURY, TWO)}"
    assert told(terminals, who, path, ONE).startswith(FOUND)
    with hall.ledger.views() as views:
        assert views.books.item(item).holder == department
    if at == "receiving":
        hall.counted("treasurer", UUID(path.split("/")[2]), TWO)
        assert 'id="foreign"' not in terminals("treasurer").get(path).text, "it is theirs now"


@pytest.mark.parametrize(("text", "is_misread"), [("hello", True), (TWO, False)])
def test_a_case_says_whether_a_number_was_read(
    terminals: Terminals, text: str, *, is_misread: bool
) -> None:
    misread, stray = "信頼できる番号のない読取り", "あるはずのない場所での読取り"
    told(terminals, "clerk", "/sorting", text)
    with terminals.hall.ledger.views() as views:
        (case,) = views.books.open_cases()
    for path in ("/review", f"/review/{case.id}"):
        page = terminals("supervisor").get(path).text
        said = re.findall("<(?:h1|b)>([^<]*)</(?:h1|b)>", page)
        assert (misread in said, stray in said) == (is_misread, not is_misread), path
    assert ("信頼できる番号は読み取れていません。" in page) is is_misread
    assert ("台帳にありません" in page) is not is_misread

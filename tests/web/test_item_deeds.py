"""What may be done with one piece on its page, and that nobody is offered what is refused."""

import re
from uuid import UUID

import pytest

from station.custody.values import CaseKind, Service
from station.desk import sorting
from station.numbers import grouped
from station.web.assets import address
from tests.support.forms import form_of
from tests.support.hall import PIN, TREASURY, Hall
from tests.web.test_by_hand import photo
from tests.web.test_guard import Terminals, deed
from tests.web.test_papers import opened

ONE = "13112383852"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def undecided(hall: Hall) -> UUID:
    """A piece whose addressee names no department, by two people's word."""
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=None)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=None)
    return item


def witness(hall: Hall, who: str, pin: str = PIN) -> dict[str, str]:
    return deed(badge=hall.people[who].badge, pin=pin)


def test_two_people_open_an_undecided_piece_at_one_terminal(terminals: Terminals) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    item = undecided(hall)
    path = f"/items/{item}"
    asked = form_of(clerk.get(path).text, f"{path}/opening")
    unsaid = clerk.post(f"{path}/opening", data=deed(reason=" "))
    assert unsaid.status_code == 409
    early = clerk.post(f"{path}/opening/witness", data=witness(hall, "clerk2"))
    assert early.status_code == 409, "nobody has asked for it"
    assert clerk.post(f"{path}/opening", data={**asked, "reason": "あて名なし"}).status_code == 303
    page = clerk.get(path).text
    assert "clerk が開披を求めています" in page
    assert f'src="{address("sign_in.js")}"' in page
    for who, pin, status in (("clerk2", "000000", 401), ("clerk", PIN, 409), ("water", PIN, 403)):
        answer = clerk.post(f"{path}/opening/witness", data=witness(hall, who, pin))
        assert answer.status_code == status, who
    assert "立ち会って開披しました" not in clerk.get(path).text
    assert clerk.post(f"{path}/opening/witness", data=witness(hall, "clerk2")).status_code == 303
    page = clerk.get(path).text
    assert "clerk と clerk2 が立ち会って開披しました" in page
    assert f'action="{path}/opening' not in page
    assert re.search("clerk.*と.*clerk2.*が立ち会って開披した", page), "in the chronology too"


def test_a_confidential_piece_is_not_offered_to_be_opened(terminals: Terminals) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    item = undecided(hall)
    path = f"/items/{item}"
    fields = form_of(clerk.get(path).text, f"{path}/describe")
    clerk.post(f"{path}/describe", data={**fields, "confidential": "true"})
    page = clerk.get(path).text
    assert f"{path}/opening" not in page
    assert "! 親展" in page
    refused = clerk.post(f"{path}/opening", data=deed(reason="x"))
    assert (refused.status_code, "親展です" in refused.text) == (409, True)


def test_what_is_known_of_a_piece_is_corrected_on_its_page(terminals: Terminals) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    (item,) = hall.taken("clerk", ONE)
    path = f"/items/{item}"
    fields = form_of(clerk.get(path).text, f"{path}/describe")
    said = {**fields, "service": Service.CASH_REGISTERED.value, "amount_yen": "12000"}
    assert clerk.post(f"{path}/describe", data=said).status_code == 303
    page = clerk.get(path).text
    assert "12,000円" in page
    assert "押した" in page, "the service says it"
    again = form_of(page, f"{path}/describe")
    assert again["service"] == [Service.CASH_REGISTERED.value]
    wrong = clerk.post(f"{path}/describe", data={**again, "amount_yen": "100000000"})
    assert wrong.status_code == 409
    cleared = {**again, "service": "", "signature": "not_taken", "amount_yen": ""}
    assert clerk.post(f"{path}/describe", data=cleared | deed()).status_code == 303
    page = clerk.get(path).text
    assert ("12,000円" in page, "押していない" in page) == (False, True)
    with hall.ledger.views() as views:
        assert views.books.item(item).details.service is None


def test_whoever_holds_a_piece_questions_its_route(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    path = f"/items/{item}"
    assert f"{path}/question" not in terminals("clerk").get(path).text, "no more the holder"
    assert terminals("clerk").post(f"{path}/question", data=deed(reason="x")).status_code == 403
    treasurer = terminals("treasurer")
    fields = form_of(treasurer.get(path).text, f"{path}/question")
    assert treasurer.post(f"{path}/question", data=fields).status_code == 409, "without a reason"
    said = fields | {"reason": ["経営企画あて"]}
    assert treasurer.post(f"{path}/question", data=said | deed()).status_code == 303
    assert f"{path}/question" not in treasurer.get(path).text
    with hall.ledger.views() as views:
        assert [case.what for case in views.open_cases()] == [CaseKind.NOT_OURS]
    assert grouped(ONE) in treasurer.get("/sorting").text


def test_what_a_labelled_piece_looks_like_is_on_its_page(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    arrival = opened(hall)
    form = deed(description="茶封筒、差出人なし")
    duty.post(f"/arrivals/{arrival}/label", data=form, files=photo())
    assert "茶封筒、差出人なし" in duty.get(f"/items/{form['deed']}").text


def test_an_onlooker_is_offered_nothing(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    page = terminals("supervisor").get(f"/items/{item}").text
    for way in ("question", "opening", "describe"):
        assert f"/items/{item}/{way}" not in page

"""The two sides of a handover's page: each is offered what the rules let it do, and no more."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from station.custody.state import Phase
from station.custody.values import Role
from station.desk import people, review
from station.numbers import grouped
from tests.support import browser as chromium
from tests.support.browser import PHONE, Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals, deed
from tests.web.test_whole_path import SHOTS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

ONE, TWO = "13112383852", "20112345676"
ONE_SHOWN, TWO_SHOWN = grouped(ONE), grouped(TWO)
NOTHING_LEFT = "この引渡しには何も残っていません。渡す側が中止します。"
DEEDS = ("withdraw", "cancel", "unreceive", "disown", "counted", "refer")


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def offered_to(terminals: Terminals, who: str, handover: UUID) -> set[str]:
    """Return which deeds somebody's page of a handover offers."""
    page = terminals(who).get(f"/handovers/{handover}").text
    return {it for it in DEEDS if f'action="/handovers/{handover}/{it}"' in page}


def phase_of(hall: Hall, handover: UUID) -> Phase:
    with hall.ledger.views() as views:
        return views.books.handover(handover).phase


def agreed(hall: Hall, *numbers: str) -> UUID:
    """A handover whose sets agree, signed by nobody."""
    handover = hall.offered(TREASURY, *numbers)
    hall.counted("treasurer", handover, *numbers)
    return handover


def test_the_giver_takes_a_piece_out_of_an_agreed_set_until_somebody_signs(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    items = hall.routed(TREASURY, ONE, TWO)
    handover = agreed(hall, ONE, TWO)
    assert offered_to(terminals, "clerk", handover) == {"withdraw", "cancel"}
    assert offered_to(terminals, "treasurer", handover) == {"disown"}
    form = deed(item=str(items[1]))
    assert terminals("clerk").post(f"/handovers/{handover}/withdraw", data=form).status_code == 303
    page = terminals("treasurer").get(f"/handovers/{handover}").text
    assert "受領分にあり、引渡分にないもの" in page
    taken_back = deed(item=str(items[1]))
    terminals("treasurer").post(f"/handovers/{handover}/unreceive", data=taken_back)
    terminals("treasurer").post(f"/handovers/{handover}/counted", data=deed())
    hall.signed(handover, "clerk")
    assert offered_to(terminals, "clerk", handover) == set()
    assert offered_to(terminals, "treasurer", handover) == set()


def test_the_giver_breaks_an_agreed_handover_off(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    assert terminals("clerk").post(f"/handovers/{handover}/cancel", data=deed()).status_code == 303
    assert phase_of(hall, handover) is Phase.CANCELLED


def test_not_ours_is_offered_of_what_was_scanned_and_of_nothing_else(terminals: Terminals) -> None:
    hall, treasurer = terminals.hall, terminals("treasurer")
    items = hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    path = f"/handovers/{handover}"
    assert "disown" not in offered_to(terminals, "treasurer", handover)
    treasurer.post(f"/api{path}/scans", json=deed(text=ONE))
    page = treasurer.get(path).text
    assert page.count(f'action="{path}/disown"') == 1
    assert str(items[1]) not in page
    treasurer.post(f"{path}/counted", data=deed())
    page = treasurer.get(path).text
    assert page.count(f'action="{path}/disown"') == 1, "of the scanned one, while they differ too"
    assert page.count(f'action="{path}/unreceive"') == 1
    assert "disown" not in offered_to(terminals, "clerk", handover)


def test_what_is_left_empty_is_broken_off_and_not_compared_again(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    path = f"/handovers/{handover}"
    form = deed(item=str(item), reason="経営企画あて")
    assert terminals("treasurer").post(f"{path}/disown", data=form).status_code == 303
    for who, may in (("clerk", {"cancel"}), ("treasurer", set())):
        page = terminals(who).get(path).text
        assert NOTHING_LEFT in page, who
        assert "違いはなくなりました" not in page
        assert 'id="scan"' not in page
        assert offered_to(terminals, who, handover) == may, who
        assert terminals(who).get(f"/api{path}").json()["is_empty"] is True
        assert terminals(who).get(f"/api{path}/phase").json()["is_empty"] is True
    signing = deed(badge=hall.people["clerk"].badge, pin=PIN, digest="0" * 64)
    assert NOTHING_LEFT in terminals("clerk").post(f"{path}/sign", data=signing).text
    terminals("clerk").post(f"{path}/cancel", data=deed())
    assert phase_of(hall, handover) is Phase.CANCELLED
    assert ONE_SHOWN in terminals("clerk").get("/sorting").text


def test_a_blind_receiver_is_not_told_that_nothing_is_left(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    path = f"/handovers/{handover}"
    terminals("treasurer").post(f"/api{path}/scans", json=deed(text=ONE))
    form = deed(item=str(item), reason="経営企画あて")
    terminals("treasurer").post(f"{path}/disown", data=form)
    page = terminals("treasurer").get(path).text
    assert NOTHING_LEFT not in page
    assert "counted" in offered_to(terminals, "treasurer", handover)
    for answer in (f"/api{path}", f"/api{path}/phase"):
        assert terminals("treasurer").get(answer).json()["is_empty"] is False
    assert NOTHING_LEFT in terminals("clerk").get(path).text
    terminals("treasurer").post(f"{path}/counted", data=deed())
    assert NOTHING_LEFT in terminals("treasurer").get(path).text


def test_withdrawing_every_piece_leaves_the_receiver_to_take_back(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    form = deed(item=str(item))
    terminals("clerk").post(f"/handovers/{handover}/withdraw", data=form)
    page = terminals("treasurer").get(f"/handovers/{handover}").text
    assert NOTHING_LEFT in page
    assert offered_to(terminals, "treasurer", handover) == {"unreceive"}


def test_what_is_not_ours_is_told_to_both_but_not_before_the_count_is_done(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    items = hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    path = f"/handovers/{handover}"
    for number in (ONE, TWO):
        terminals("treasurer").post(f"/api{path}/scans", json=deed(text=number))
    form = deed(item=str(items[0]), reason="経営企画あて")
    terminals("treasurer").post(f"{path}/disown", data=form)

    def told(who: str) -> str:
        found = re.search(
            r'<section id="disowned".*?</section>', terminals(who).get(path).text, re.DOTALL
        )
        return found[0] if found else ""

    own = told("treasurer")
    assert "渡す側へ戻してください" in own
    assert (ONE_SHOWN in own, TWO_SHOWN in own) == (True, False)
    assert told("clerk") == told("supervisor") == "", "it would tell what was scanned so far"
    terminals("treasurer").post(f"{path}/counted", data=deed())
    for who in ("clerk", "supervisor"):
        assert (ONE_SHOWN in told(who), "経営企画あて" in told(who)) == (True, True), who
        assert "受け取る側から受け戻してください" in told(who), who


@pytest.mark.parametrize("is_early", [True, False])
def test_a_foreign_piece_is_told_to_both_before_they_sign(
    terminals: Terminals, *, is_early: bool
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    hall.routed(WATER, TWO)
    began = terminals("clerk").post("/handovers", data=deed(receiver=TREASURY))
    path = began.headers["location"]

    def told(who: str) -> list[str]:
        page = terminals(who).get(path).text
        found = re.search(r'<section id="foreign".*?</section>', page, re.DOTALL)
        listed = re.findall(r'<span class="number">(.*?)</span>', found[0] if found else "")
        assert listed == [grouped(it) for it in terminals(who).get(f"/api{path}").json()["foreign"]]
        return listed

    for who, text in (("treasurer", TWO), ("treasurer", MISREAD), ("clerk", ONE)):
        if is_early or who == "clerk":
            terminals(who).post(f"/api{path}/scans", json=deed(text=text))
    assert told("treasurer") == told("clerk") == [], "nobody can know before both are done"
    terminals("clerk").post(f"{path}/offered", data=deed())
    for text in (ONE, TWO):
        terminals("treasurer").post(f"/api{path}/scans", json=deed(text=text))
    terminals("treasurer").post(f"{path}/counted", data=deed())
    assert "この郵便物について押印" in terminals("clerk").get(path).text
    for who in ("treasurer", "clerk", "supervisor"):
        assert told(who) == [TWO_SHOWN], who


def test_after_not_ours_nothing_differs_and_the_receiver_compares_again(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    items = hall.routed(TREASURY, ONE, TWO)
    handover = agreed(hall, ONE, TWO)
    path = f"/handovers/{handover}"
    form = deed(item=str(items[0]), reason="経営企画あて")
    terminals("treasurer").post(f"{path}/disown", data=form)
    for who, says in (
        ("treasurer", "違いはなくなりました。「もう一度照合する」を押してください。"),
        ("clerk", "違いはなくなりました。受け取る側が「もう一度照合する」を押すと、"),
        ("supervisor", "違いはなくなりました。受け取る側が「もう一度照合する」を押すと、"),
    ):
        page = terminals(who).get(path).text
        assert says in page, who
        assert "一致しません" not in page, who
    terminals("treasurer").post(f"{path}/counted", data=deed())
    assert phase_of(hall, handover) is Phase.AGREED


def test_asking_the_supervisor_is_answered_and_not_offered_again(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    hall.counted("treasurer", handover, ONE)
    path = f"/handovers/{handover}"
    assert "refer" in offered_to(terminals, "treasurer", handover)
    assert terminals("treasurer").post(f"{path}/refer", data=deed()).status_code == 303
    for who in ("clerk", "treasurer"):
        assert "監督者の回答を待っています" in terminals(who).get(path).text, who
        assert "refer" not in offered_to(terminals, who, handover), who
    terminals("treasurer").post(f"/api{path}/scans", json=deed(text=TWO))
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case.id, reason="見つかった")
    for who in ("clerk", "treasurer"):
        assert "監督者の回答を待っています" not in terminals(who).get(path).text, who
        assert "refer" not in offered_to(terminals, who, handover), "nothing differs any more"


MISREAD = ONE[:-1] + "1"
CHECK_DIGIT = "番号の検査数字が合いません。記録しました。郵便物をもう一度読み取ってください。"


def answer(terminals: Terminals, who: str, handover: UUID, text: str) -> dict[str, str]:
    """Return what somebody's scan into a handover is told."""
    path = f"/api/handovers/{handover}/scans"
    (told,) = terminals(who).post(path, json=deed(text=text)).json()["answers"]
    return {name: told[name] for name in ("outcome", "says", "hint")}


def test_a_misread_number_is_called_so_by_both_sides(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    began = terminals("clerk").post("/handovers", data=deed(receiver=TREASURY))
    handover = UUID(began.headers["location"].rsplit("/", 1)[1])
    early = answer(terminals, "treasurer", handover, MISREAD)
    assert early == {"outcome": "look", "says": CHECK_DIGIT, "hint": ""}
    again = {"outcome": "refused", "says": CHECK_DIGIT, "hint": "監督者の要確認にしました。"}
    assert answer(terminals, "clerk", handover, MISREAD) == again
    assert answer(terminals, "clerk", handover, ONE)["outcome"] == "taken"
    terminals("clerk").post(f"/handovers/{handover}/offered", data=deed())
    assert answer(terminals, "treasurer", handover, MISREAD) == again
    foreign = answer(terminals, "treasurer", handover, TWO)
    assert "この引渡しのものではありません" in foreign["says"], "a number that fits is judged"
    with hall.ledger.views() as views:
        found = [case.scan.known_as for case in views.books.open_cases() if case.scan]
    assert MISREAD in found, "it is recorded and looked into all the same"


@pytest.fixture
def deputy(hall: Hall) -> str:
    """A clerk who acts for the treasury too, and so may stand on either side."""
    return appoint(hall, "clerk2")


def appoint(hall: Hall, who: str, since: datetime | None = None) -> str:
    """Make somebody a deputy at the treasury, from now or later on."""
    person = hall.people[who].person
    with hall.ledger.views() as views:
        seen = views.books.person(person).version
    people.appoint_deputy(
        hall.ledger,
        hall.caller("admin"),
        person=person,
        seen=seen,
        department=TREASURY,
        roles=[Role.RECEIVER],
        since=since,
        until=hall.clock.now + timedelta(days=5),
    )
    return who


def sides_offered(terminals: Terminals, who: str, handover: UUID) -> list[str]:
    """Return for which sides somebody's page has a button to sign, Enter presses the first."""
    page = terminals(who).get(f"/handovers/{handover}").text
    return re.findall(r'name="side" value="([a-z]*)"', page)


def signs(
    terminals: Terminals,
    at: str,
    who: str,
    handover: UUID,
    said: dict[str, str],
    *,
    api: bool = False,
) -> int:
    """Sign at somebody's terminal, with all that a form or a script says; return the status."""
    hall = terminals.hall
    with hall.ledger.views() as views:
        digest = views.books.handover(handover).digest
    form = deed(digest=str(digest), badge=hall.people[who].badge, pin=PIN) | said
    path = f"/handovers/{handover}/sign"
    client = terminals(at)
    return (
        client.post(f"/api{path}", json=form) if api else client.post(path, data=form)
    ).status_code


def signers(hall: Hall, handover: UUID) -> list[str]:
    """Return who has signed, the giver first; "" for nobody yet."""
    names = {it.person: name for name, it in hall.people.items()}
    with hall.ledger.views() as views:
        kept = views.books.handover(handover)
    return [names[it] if it else "" for it in (kept.giver_signer, kept.receiver_signer)]


@pytest.mark.parametrize("api", [False, True])
@pytest.mark.parametrize("said", [{"side": "receiver"}, {}])
def test_a_deputy_signs_for_the_side_whose_page_they_see(
    terminals: Terminals, deputy: str, said: dict[str, str], api: bool
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    terminals(deputy).post("/posting", data={"department": TREASURY})
    assert sides_offered(terminals, deputy, handover) == ["receiver", "giver"]
    assert signs(terminals, deputy, deputy, handover, said, api=api) < 400
    assert signers(hall, handover) == ["", deputy]
    assert signs(terminals, deputy, deputy, handover, {"side": "giver"}, api=api) == 409
    assert signers(hall, handover) == ["", deputy]


def test_a_deputy_who_offered_is_told_that_somebody_else_counts(
    terminals: Terminals, deputy: str
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE, who=deputy)
    own = terminals(deputy).get(f"/handovers/{handover}")
    assert own.status_code == 200
    terminals(deputy).post("/posting", data={"department": TREASURY})
    for path in (f"/handovers/{handover}", f"/api/handovers/{handover}"):
        facing = terminals(deputy).get(path)
        assert facing.status_code == 409
        assert "相手側として作業しています" in facing.text
    assert terminals(deputy).get("/handovers").status_code == 200
    for who, is_asked in (("treasurer", True), (deputy, False)):
        waiting = terminals(who).get("/api/notices").json()["waiting"]
        assert ("waiting" in [it["kind"] for it in waiting]) is is_asked, who


def test_a_deputy_sees_what_is_offered_once_they_gave(terminals: Terminals, deputy: str) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    began = terminals("clerk").post("/handovers", data=deed(receiver=TREASURY))
    path = began.headers["location"]
    assert answer(terminals, "clerk", UUID(path.rsplit("/", 1)[1]), ONE)["outcome"] == "taken"
    page, told = terminals(deputy).get(path).text, terminals(deputy).get(f"/api{path}").json()
    assert "渡す側として操作するまで、渡す内容は表示しません" in page
    assert (told["side"], told["count"], told["offered"]) == ("giver", None, [])
    refused = terminals(deputy).post(f"/api{path}/scans", json=deed(text=MISREAD)).json()
    assert refused["count"] is None, "nothing was given"
    assert ONE_SHOWN not in page
    assert 'id="count"></span>' in page

    given = terminals(deputy).post(f"/api{path}/scans", json=deed(text=TWO)).json()
    assert given["count"] == 2
    page, told = terminals(deputy).get(path).text, terminals(deputy).get(f"/api{path}").json()
    assert "表示しません" not in page
    assert ONE_SHOWN in page
    assert (told["count"], len(told["offered"])) == (2, 2)


def test_a_deputy_who_scans_again_what_is_offered_counts_nothing_of_it(
    terminals: Terminals, deputy: str
) -> None:
    hall, client = terminals.hall, terminals(deputy)
    hall.routed(TREASURY, ONE)
    began = terminals("clerk").post("/handovers", data=deed(receiver=TREASURY))
    handover = UUID(began.headers["location"].rsplit("/", 1)[1])
    assert answer(terminals, "clerk", handover, ONE)["outcome"] == "taken"
    assert answer(terminals, deputy, handover, ONE)["outcome"] == "already"
    terminals("clerk").post(f"/handovers/{handover}/offered", data=deed())
    client.post("/posting", data={"department": TREASURY})
    told = client.post(f"/api/handovers/{handover}/scans", json=deed(text=ONE))
    assert told.json()["code"] == "on_other_side"


def test_a_deputy_waits_for_a_count_that_they_could_make(terminals: Terminals, deputy: str) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    page = terminals(deputy).get(f"/handovers/{handover}").text
    assert "受領側が読取り中です" in page
    assert "通 渡す側" not in page
    assert "通 渡す側" in terminals("clerk").get(f"/handovers/{handover}").text
    terminals(deputy).post("/posting", data={"department": TREASURY})
    assert terminals(deputy).get(f"/api/handovers/{handover}").json()["side"] == "receiver"


def test_a_signature_for_a_side_that_is_not_the_signers_is_refused(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    for at, who, side in (
        ("treasurer", "clerk", "receiver"),
        ("clerk", "treasurer", "giver"),
        ("clerk", "water", "giver"),
    ):
        assert signs(terminals, at, who, handover, {"side": side}) == 403, who
        assert signs(terminals, at, who, handover, {"side": side}, api=True) == 403, who
    assert signs(terminals, "clerk", "clerk", handover, {"side": "onlooker"}) == 422
    assert signers(hall, handover) == ["", ""]


@pytest.mark.parametrize("said", [("giver", "receiver"), ("", "")])
@pytest.mark.parametrize("at", ["clerk", "treasurer"])
def test_both_sign_at_one_terminal(terminals: Terminals, at: str, said: tuple[str, str]) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    assert len(sides_offered(terminals, at, handover)) == 2
    for who, side in zip(("clerk", "treasurer"), said, strict=True):
        named = {"side": side} if side else {}
        assert signs(terminals, at, who, handover, named) == 303
        assert (sides_offered(terminals, at, handover) == ["receiver"]) == (who == "clerk")
    assert signers(hall, handover) == ["clerk", "treasurer"]


def test_within_a_department_a_side_that_is_one_persons_is_not_signed_for_as_the_other(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    hall.routed(WATER, ONE)
    came = hall.offered(WATER, ONE)
    hall.counted("water", came, ONE)
    hall.signed(came, "clerk", "water")
    handover = hall.offered(WATER, ONE, who="water", person="water2")
    hall.counted("water2", handover, ONE)
    assert signs(terminals, "water", "water2", handover, {"side": "giver"}) == 409
    assert signs(terminals, "water2", "water", handover, {"side": "receiver"}) == 409
    assert signers(hall, handover) == ["", ""]
    assert signs(terminals, "water", "water2", handover, {"side": "receiver"}) == 303
    assert signers(hall, handover) == ["", "water2"]


@pytest.mark.parametrize("has_begun", [False, True])
def test_nobody_learns_what_they_may_count_by_acting_for_another_place(
    terminals: Terminals, deputy: str, has_begun: bool
) -> None:
    hall, client = terminals.hall, terminals(deputy)
    offered, kept = hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE)
    if has_begun:
        client.post("/posting", data={"department": TREASURY})
        client.post(f"/api/handovers/{handover}/scans", json=deed(text="31245077161"))
        client.post("/posting", data={"department": SORTING})
    shown = [
        client.get(f"/api/items/{item}").json()["piece"]["in_handover"] for item in (offered, kept)
    ]
    assert shown == [False, False]
    ends = hall.ledger.end()
    for path, said in (
        ("opening", {"reason": "x"}),
        ("question", {"reason": "x"}),
        ("first-entry", {"department": WATER}),
        ("check-entry", {"department": WATER}),
        ("deliver", {"ending": "opened"}),
    ):
        codes = [
            client.post(f"/api/items/{item}/{path}", json=deed(**said)).json().get("code")
            for item in (offered, kept)
        ]
        assert codes == ["count_first", "count_first"], path
    for item in (offered, kept):
        taken_out = client.post(f"/api/handovers/{handover}/withdraw", json=deed(item=str(item)))
        assert taken_out.json()["code"] == "count_first"
    assert hall.ledger.end() == ends
    assert client.get("/waiting.pdf", params={"department": TREASURY}).status_code == 403


def test_nobody_learns_what_they_may_count_by_giving_it_in_another_handover(
    terminals: Terminals, deputy: str
) -> None:
    hall, client = terminals.hall, terminals(deputy)
    hall.routed(TREASURY, ONE, TWO)
    offered = hall.offered(TREASURY, ONE)
    own = client.post("/handovers", data=deed(receiver=TREASURY)).headers["location"]
    for number in (ONE, TWO, MISREAD):
        told = answer(terminals, deputy, UUID(own.rsplit("/", 1)[1]), number)
        assert told["outcome"] == "refused", number
        assert ("先に数え終えて" in told["says"]) == (number != MISREAD), number
    hall.counted("treasurer", offered, ONE)
    (told,) = client.post(f"/api{own}/scans", json=deed(text=TWO)).json()["answers"]
    assert told["outcome"] == "taken", "nothing is left to count"


def test_who_may_soon_count_what_is_offered_does_not_see_it_before(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    path = f"/api/handovers/{handover}"
    seen = [len(terminals("clerk2").get(path).json()["offered"])]
    appoint(hall, "clerk2", since=hall.clock.now + timedelta(hours=2))
    seen.append(len(terminals("clerk2").get(path).json()["offered"]))
    assert seen == [1, 0]


def test_a_deputy_finds_no_list_of_what_they_may_count_at_the_days_end(
    terminals: Terminals, deputy: str
) -> None:
    client = terminals(deputy)
    assert client.get("/api/items", params={"q": "出納室"}).json()["is_by_number"] is False
    terminals("treasurer").post("/day-close", data=deed())
    assert client.get("/api/items", params={"q": "出納室"}).json()["is_by_number"] is True


def test_who_may_act_for_both_sides_says_for_which_at_a_third_terminal(
    terminals: Terminals, deputy: str
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    assert signs(terminals, "water", deputy, handover, {}, api=True) == 422
    assert signers(hall, handover) == ["", ""]
    assert signs(terminals, "water", deputy, handover, {"side": "giver"}, api=True) == 200
    assert signers(hall, handover) == [deputy, ""]


def test_a_signature_sent_again_for_the_other_side_is_refused(
    terminals: Terminals, deputy: str
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = agreed(hall, ONE)
    once = deed()
    for _ in range(2):
        assert signs(terminals, deputy, deputy, handover, {"side": "giver", **once}) == 303
    assert signs(terminals, deputy, deputy, handover, {"side": "receiver", **once}) == 409
    assert signers(hall, handover) == [deputy, ""]


@pytest.fixture
def treasurer(chrome: Browser, server: Server, hall: Hall) -> Iterator[Page]:
    page = chromium.terminal(chrome, server.address, PHONE)
    sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
    yield page
    page.context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_the_last_piece_is_not_ours(
    chrome: Browser, server: Server, hall: Hall, treasurer: Page
) -> None:
    hall.routed(TREASURY, ONE, TWO)
    handover = agreed(hall, ONE, TWO)
    clerk = chromium.terminal(chrome, server.address)
    sign_in(clerk, server.address, hall.people["clerk"].badge, PIN)
    for page in (clerk, treasurer):
        page.goto(f"/handovers/{handover}")
    shoot(clerk, SHOTS, "handover-agreed-giver")
    clerk.locator("li", has_text=ONE_SHOWN).locator("summary").click()
    clerk.get_by_role("button", name="外す: 受け取る側がもう一度照合します").click()
    extra = treasurer.locator("#differences li", has_text=ONE_SHOWN)
    expect(extra).to_be_visible()  # it comes by itself
    extra.get_by_role("button", name="取り消す").click()
    treasurer.locator("summary", has_text="受け取ったもの").click()
    shoot(treasurer, SHOTS, "handover-differs-received-phone")
    line = treasurer.locator("#lines li", has_text=TWO_SHOWN)
    line.locator("summary").click()
    line.get_by_label("理由").fill("経営企画あて")
    line.get_by_role("button", name="当課のものではない: 渡す側へ戻す").click()
    for page, name in ((clerk, "handover-empty-giver"), (treasurer, "handover-empty-phone")):
        expect(page.locator(".answer.refused")).to_contain_text(NOTHING_LEFT)
        fits_across(page)
        shoot(page, SHOTS, name)
    clerk.get_by_role("button", name="中止する").click()
    expect(treasurer.locator("#watch")).to_contain_text("中止")
    clerk.context.close()

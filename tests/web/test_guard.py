"""What the server refuses before and behind the pages: origins, roles, sizes, and blind eyes."""

import html
import re
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from station.custody.values import Basis, SuggestionRule
from station.desk import arrival, handover
from station.desk.expected import import_expected
from station.desk.sorting import keep_suggestion_rules
from station.scan.pictures import evidence
from station.web.app import create_app
from station.web.security import BODY_BYTES_MAX
from tests.support.hall import DUTY, PEOPLE, PIN, SORTING, TREASURY, WATER, Hall, seen
from tests.support.keys import fresh_signer
from tests.support.labels import bars, encoded
from tests.support.ways import ways_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ONE, TWO = "13112383852", "20112345676"
ONE_SHOWN, TWO_SHOWN = "131-12-38385-2", "201-12-34567-6"
ORIGIN = "http://testserver"


class Terminals:
    """One signed-in client a person."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
        self._clients: dict[str, TestClient] = {}

    def __call__(self, who: str) -> TestClient:
        if who not in self._clients:
            client = TestClient(self.app, headers={"Origin": ORIGIN}, follow_redirects=False)
            badge = self.hall.people[who].badge
            assert client.post("/sign-in", data={"badge": badge, "pin": PIN}).status_code == 303
            self._clients[who] = client
        return self._clients[who]

    def nobody(self) -> TestClient:
        return TestClient(self.app, headers={"Origin": ORIGIN}, follow_redirects=False)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def deed(**more: str) -> dict[str, str]:
    return {"deed": str(uuid4()), **more}


OPEN_TO_NOBODY = {
    "/sign-in",
    "/sign-out",
    "/language",
    "/openapi.json",
    "/health",
    "/trust",
    "/trust/ca.crt",
    "/api/problems/{code}",
}


def test_every_route_wants_somebody_signed_in(terminals: Terminals) -> None:
    paths = ways_of(terminals.app)
    assert len(paths) > 25
    client = terminals.nobody()
    for template, methods in paths.items():
        if template in OPEN_TO_NOBODY:
            continue
        path = template
        for name in ("arrival", "item", "handover", "incident", "search", "case"):
            path = path.replace(f"{{{name}}}", str(uuid4()))
        for method in methods:
            answer = client.request(method.upper(), path, data={} if method == "post" else None)
            assert answer.status_code in {303, 401, 422}, (method, path)
            if answer.status_code == 303:
                assert answer.headers["location"].startswith("/sign-in")


def test_a_request_from_another_site_changes_nothing(terminals: Terminals) -> None:
    client = terminals("clerk")
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": ""},
    ):
        answer = client.post(
            "/arrivals", data=deed(carrier="x", declared_count="1"), headers=headers
        )
        assert answer.status_code == 403, headers
    assert (
        client.post(
            "/arrivals",
            data=deed(carrier="日本郵便", declared_count="1"),
            headers={"Sec-Fetch-Site": "same-origin"},
        ).status_code
        == 303
    )


def test_every_answer_has_its_headers(terminals: Terminals) -> None:
    for path in ("/", "/sign-in", "/static/station.css", "/nothing"):
        headers = terminals("clerk").get(path).headers
        assert "script-src" not in headers["content-security-policy"]
        assert headers["content-security-policy"].startswith("default-src 'self'; ")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_a_session_token_is_a_strict_cookie_and_new_at_every_sign_in(terminals: Terminals) -> None:
    client = terminals.nobody()
    tokens = set()
    for _ in range(2):
        form = {"badge": terminals.hall.people["clerk"].badge, "pin": PIN}
        cookie = client.post("/sign-in", data=form).headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        tokens.add(cookie.split(";")[0])
    assert len(tokens) == 2
    client.post("/sign-out")
    client.cookies.set("station", tokens.pop().split("=")[1])
    assert client.get("/").status_code == 303


def test_an_upload_beyond_the_bound_is_refused_unread(terminals: Terminals) -> None:
    headers = {"Content-Length": str(BODY_BYTES_MAX + 1)}
    assert terminals("duty").post("/expected", content=b"x", headers=headers).status_code == 413


PAGES = {
    "/notices": {*PEOPLE, "admin"},
    "/arrivals": {"duty", "clerk", "clerk2"},
    "/sorting": {"clerk", "clerk2", "treasurer", "water", "water2"},
    "/checking": {"clerk", "clerk2", "treasurer", "water", "water2"},
    "/handovers": {"duty", "clerk", "clerk2", "treasurer", "water", "water2", "supervisor"},
    "/handovers/sealed": {"duty", "clerk", "clerk2", "treasurer", "water", "water2", "supervisor"},
    "/arrivals/closed": {"duty", "clerk", "clerk2", "supervisor"},
    "/held": {"duty", "clerk", "clerk2", "treasurer", "water", "water2"},
    "/day-close/before": {*PEOPLE},
    "/review": {*PEOPLE},
    "/trace": {"clerk", "clerk2", "supervisor"},
    "/incidents": {*PEOPLE},
    "/overview": {"supervisor", "admin"},
}


def test_every_page_is_open_to_its_roles_and_to_nobody_else(terminals: Terminals) -> None:
    for path, allowed in PAGES.items():
        for who in (*PEOPLE, "admin"):
            expected = 200 if who in allowed else 403
            assert terminals(who).get(path).status_code == expected, (path, who)


CALLS = {
    "/api/notices": PAGES["/notices"],
    "/api/arrivals": PAGES["/arrivals"],
    "/api/sorting": PAGES["/sorting"],
    "/api/sorting/own": PAGES["/sorting"],
    "/api/checking": PAGES["/checking"],
    "/api/handovers": PAGES["/handovers"],
    "/api/handovers/sealed": PAGES["/handovers/sealed"],
    "/api/arrivals/closed": PAGES["/arrivals/closed"],
    "/api/held": PAGES["/held"],
    "/api/review": PAGES["/review"],
    "/api/items?q=131": PAGES["/trace"],
    "/api/incidents": PAGES["/incidents"],
    "/api/day-close/before": PAGES["/day-close/before"],
    "/api/expected": {"duty", "clerk", "clerk2", "admin"},
}


def test_a_programs_call_is_open_to_whom_its_page_is(terminals: Terminals) -> None:
    for path, allowed in CALLS.items():
        for who in (*PEOPLE, "admin"):
            expected = 200 if who in allowed else 403
            assert terminals(who).get(path).status_code == expected, (path, who)


def sent_to(client: TestClient, handover: object, *more: str) -> str:
    """Everything that a receiver can get to see while it counts."""
    paths = (
        "/",
        "/notices",
        "/api/notices",
        "/handovers",
        f"/handovers/{handover}",
        f"/api/handovers/{handover}/phase",
        "/held",
        "/sorting",
        "/checking",
        "/arrivals",
        "/trace?q=131",
        "/trace?q=201",
        "/trace?q=総務",
        "/trace?q=2020-10-31",
        "/handovers/sealed",
        "/arrivals/closed",
        "/review",
        "/api/handovers",
        f"/api/handovers/{handover}",
        "/api/held",
        "/api/sorting",
        "/api/sorting/own",
        "/api/checking",
        "/api/arrivals",
        "/api/items?q=131",
        "/api/items?q=201",
        "/api/items?q=総務",
        "/api/handovers/sealed",
        "/api/arrivals/closed",
        f"/handovers/{handover}/statement",
        f"/handovers/{handover}/statement.txt",
        f"/api/handovers/{handover}/statement",
        "/api/review",
        *more,
    )
    return "".join(client.get(path).text for path in paths)


def test_the_receiver_sees_only_its_own_scans_before_it_is_done(terminals: Terminals) -> None:
    hall = terminals.hall
    items = hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    client = terminals("treasurer")
    kinds = ("items", "photos", "sorting", "api/items")
    photos = [f"/{kind}/{item}" for item in items for kind in kinds]
    photos += [f"/api/items/{item}/{what}" for item in items for what in ("advice", "photo")]
    before = sent_to(client, handover, *photos)
    for hidden in (ONE, ONE_SHOWN, TWO, TWO_SHOWN):
        assert hidden not in before
    answer = client.post(f"/api/handovers/{handover}/scans", json=deed(text=ONE)).json()
    assert answer == {
        "answers": [
            {
                "outcome": "taken",
                "says": "読み取りました",
                "number": ONE_SHOWN,
                "hint": "",
                "item": str(items[0]),
                "photo": None,
            }
        ],
        "count": 1,
    }
    after = sent_to(client, handover, *photos)
    assert ONE_SHOWN in after
    assert TWO not in after
    assert TWO_SHOWN not in after


def test_what_came_together_is_told_once_it_is_counted(terminals: Terminals) -> None:
    """The duty desk hands over to those who may trace every piece, and hold it before them."""
    hall = terminals.hall
    items = hall.taken("duty", ONE, TWO)
    handover = hall.offered(SORTING, ONE, TWO, who="duty")
    clerk = terminals("clerk")
    arrival = clerk.get(f"/api/items?q={ONE}").json()["pieces"][0]["arrival"]
    base = f"/arrivals/{arrival}"
    shown = (f"/items/{items[0]}", f"/api/items/{items[0]}", base, f"/api{base}")
    sent = sent_to(clerk, handover, *shown)
    assert ONE_SHOWN in sent
    told = "".join(clerk.get(path).text for path in shown)
    assert TWO not in told
    assert TWO_SHOWN not in told
    assert "ここには一覧を出しません" in clerk.get(shown[0]).text
    clerk.cookies.set("station_language", "en")
    assert "Until it is counted, nothing is listed here." in clerk.get(shown[0]).text
    hall.counted("clerk", handover, ONE, TWO)
    assert TWO_SHOWN in clerk.get(shown[0]).text
    assert clerk.get(base).status_code == 403, "it is the duty desk's own"


def taken_in_with_slip(hall: Hall) -> UUID:
    """An open arrival of clerk's, with a picture of the carrier's slip, that has counted ONE."""
    opened = hall.caller("clerk")
    arrival.open_arrival(
        hall.ledger,
        opened,
        carrier="日本郵便",
        declared_count=1,
        slip=evidence(encoded(bars("A1B"))),
    )
    arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=seen(ONE))
    return opened.deed


def test_ones_own_arrival_is_listed_while_it_is_scanned_and_once_all_is_counted(
    terminals: Terminals,
) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    hall.taken("duty", TWO)
    own = taken_in_with_slip(hall)
    waiting = hall.offered(SORTING, TWO, who="duty")
    base = f"/arrivals/{own}"

    def listed() -> tuple[bool, bool, bool]:
        """Whether the page names the piece, and a program is told of it and why not."""
        told = clerk.get(f"/api{base}").json()
        return ONE_SHOWN in clerk.get(base).text, bool(told["pieces"]), told["is_withheld"]

    pictures = (f"{base}/slips/1", f"/api{base}/slips/1")
    assert listed() == (True, True, False)
    assert {clerk.get(path).status_code for path in pictures} == {200}
    arrival.close_arrival(hall.ledger, hall.caller("clerk"), arrival=own)
    assert listed() == (False, False, True)
    assert "receipt.pdf" not in clerk.get(base).text
    assert "slips/1" not in clerk.get(base).text
    for path in (f"{base}/receipt.pdf", *pictures):
        refused = clerk.get(path)
        assert (refused.status_code, "数え終わってから" in refused.text) == (403, True), path
    hall.counted("clerk", waiting, TWO)
    assert listed() == (True, True, False)
    assert clerk.get(f"{base}/receipt.pdf").status_code == 200


def test_so_is_an_early_scan_without_a_trusted_number_by_its_text_alone(
    terminals: Terminals,
) -> None:
    hall, text = terminals.hall, ONE[:-1] + "1"
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    clerk, told = terminals("clerk"), []
    for _ in range(2):  # scanned twice it is taken in: a piece that bears this very text
        clerk.post(f"/api/arrivals/{opened.deed}/scans", json=deed(text=text))
    with hall.ledger.views() as views:
        (line,) = views.held(SORTING)
    for who in ("clerk", "clerk2"):
        word = deed(department=TREASURY)
        step = "sorting" if who == "clerk" else "checking"
        terminals(who).post(f"/{step}/{line.item.id}", data=word)
    for offered in (False, True):
        given = hall.caller("clerk")
        handover.open_handover(hall.ledger, given, receiver=TREASURY)
        scans = f"/api/handovers/{given.deed}/scans"
        if offered:
            (answer,) = clerk.post(scans, json=deed(text=text)).json()["answers"]
            assert answer["outcome"] == "taken"
        (answer,) = terminals("treasurer").post(scans, json=deed(text=text)).json()["answers"]
        told.append(answer)
    assert told[0] == told[1], "whether it was offered is told by nothing"
    assert told[0]["outcome"] == "look"


def test_an_early_scan_is_answered_alike_whatever_it_is_of(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    caller = hall.caller("clerk")
    handover.open_handover(hall.ledger, caller, receiver=TREASURY)
    handover.offer(hall.ledger, hall.caller("clerk"), handover=caller.deed, seen=seen(ONE))
    client = terminals("treasurer")
    scans = f"/api/handovers/{caller.deed}/scans"
    answers = []
    for text in (ONE, TWO, "31245077161", ONE):
        (answer,) = client.post(scans, json=deed(text=text)).json()["answers"]
        answers.append({**answer, "number": ""})
    assert answers == 4 * [
        {
            "outcome": "taken",
            "says": "記録しました",
            "number": "",
            "hint": "",
            "item": None,
            "photo": None,
        }
    ]
    sent = sent_to(client, caller.deed)
    assert 'id="count">3<' in sent
    done = client.post(f"/handovers/{caller.deed}/counted", data=deed())
    assert done.status_code == 303
    assert "渡す側の読取り中" in client.get(f"/handovers/{caller.deed}").text
    assert client.get(f"/api/handovers/{caller.deed}/phase").json()["phase"] == "offering"


def test_what_was_offered_is_not_sent_to_a_receiver_who_scans_early(terminals: Terminals) -> None:
    hall = terminals.hall
    items = hall.routed(TREASURY, ONE, TWO)
    caller = hall.caller("clerk")
    handover.open_handover(hall.ledger, caller, receiver=TREASURY)
    for number in (ONE, TWO):
        handover.offer(hall.ledger, hall.caller("clerk"), handover=caller.deed, seen=seen(number))
    client = terminals("treasurer")
    client.post(f"/api/handovers/{caller.deed}/scans", json=deed(text=ONE))
    sent = sent_to(client, caller.deed, *(f"/items/{item}" for item in items))
    assert ONE_SHOWN in sent
    for hidden in (TWO, TWO_SHOWN, *map(str, items)):
        assert hidden not in sent


def test_who_is_not_named_sees_nothing_of_what_is_for_one_person(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(WATER, ONE)
    for_one = hall.offered(WATER, ONE, person="water")
    assert terminals("water2").get(f"/handovers/{for_one}").status_code == 403
    scans = f"/api/handovers/{for_one}/scans"
    assert terminals("water2").post(scans, json=deed(text=ONE)).status_code == 403
    assert terminals("water").post(scans, json=deed(text=ONE)).json()["count"] == 1
    for path in ("counted", "disown"):
        form = deed(item=str(uuid4()), reason="x")
        assert terminals("water2").post(f"/handovers/{for_one}/{path}", data=form).is_error


def test_within_ones_own_department_nothing_shows_what_was_offered(terminals: Terminals) -> None:
    hall = terminals.hall
    items = hall.routed(WATER, ONE, TWO)
    came = hall.offered(WATER, ONE, TWO)
    hall.counted("water", came, ONE, TWO)
    hall.signed(came, "clerk", "water")
    client = terminals("water2")
    paths = [
        "/",
        "/notices",
        "/held",
        "/sorting",
        "/checking",
        *(f"/items/{item}" for item in items),
    ]

    def shown(*paths: str) -> list[str]:
        pages = (client.get(path).text for path in paths)
        return [re.sub(r'name="deed" value="[^"]*"', "", page) for page in pages]

    before = shown(*paths)
    opened = hall.caller("water")
    named = hall.people["water2"].person
    handover.open_handover(hall.ledger, opened, receiver=WATER, person=named)
    handover.offer(hall.ledger, hall.caller("water"), handover=opened.deed, seen=seen(ONE))
    assert shown(*paths) == before
    handover.finish_offer(hall.ledger, hall.caller("water"), handover=opened.deed)
    assert shown(*paths[2:]) == before[2:], "who is named is told that it waits, and no more"
    assert "引渡し中" in terminals("water").get("/held").text
    hall.counted("water2", opened.deed, ONE)
    assert "引渡し中" in client.get("/held").text


def test_not_ours_goes_back_by_the_page(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    offered = hall.offered(TREASURY, ONE)
    client = terminals("treasurer")
    client.post(f"/api/handovers/{offered}/scans", json=deed(text=ONE))
    form = deed(item=str(item), reason="経営企画あて")
    assert client.post(f"/handovers/{offered}/disown", data=form).status_code == 303
    assert ONE_SHOWN in terminals("clerk").get("/sorting").text
    way = terminals("clerk").get(f"/items/{item}").text
    assert "当課のものではないと申し出た" in way
    assert "配布先「出納室」に異議" in way
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    assert "入力し直す" in terminals("supervisor").get(f"/review/{case.id}").text


def test_a_giver_is_told_where_a_piece_of_another_box_belongs(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(WATER, ONE)
    opened = hall.caller("clerk")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    path = f"/api/handovers/{opened.deed}/scans"
    body = {"deed": str(uuid4()), "text": ONE}
    for _again in range(2):  # sent twice, it is one scan with one answer
        told = terminals("clerk").post(path, json=body).json()
        (answer,) = told["answers"]
        assert (answer["outcome"], answer["says"]) == (
            "refused",
            "経営企画あてです。経営企画の箱へ戻してください。",
        )
        assert (told["count"], answer["item"]) == (0, str(item))


def test_the_first_word_is_not_shown_to_whoever_checks(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.taken("clerk", ONE)
    word = {"deed": str(uuid4()), "department": TREASURY}
    assert terminals("clerk").post(f"/sorting/{item}", data=word).status_code == 303
    checker = terminals("clerk2")
    page = checker.get(f"/checking/{item}").text
    assert len(re.findall(r"<button[^>]*>[^<]*(?:<small>[^<]*</small>)? *出納室", page)) == 1
    assert page.count("出納室") == 2, "a button to choose, and what the search field looks in"
    assert "checked" not in page
    assert "selected" not in page
    assert "出納室" not in checker.get("/checking").text
    assert "出納室" not in checker.get(f"/items/{item}").text
    assert "出納室" not in checker.get("/sorting").text
    assert checker.get(f"/sorting/{item}").text.count("出納室") == 2
    told = (f"/api/items/{item}", f"/api/items/{item}/advice", "/api/sorting/own")
    for path in ("/api/checking", *told):
        assert f'"{TREASURY}"' not in checker.get(path).text, path
    answer = checker.post("/api/checking/scans", json=deed(text=ONE)).json()
    assert answer["go"] == f"/checking/{item}"
    sent = checker.post(f"/checking/{item}", data=deed(department="04"))
    answer = checker.get(sent.headers["location"])
    assert "出納室" not in answer.text
    assert "配布先未定" in answer.text
    assert "出納室" not in checker.get(f"/items/{item}").text


def test_a_proposal_is_seconded_by_another_signed_in_person(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(ONE))
    arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    with hall.ledger.views() as views:
        (case,) = views.books.open_cases(arrival=opened.deed)
    path = f"/review/{case.id}"
    assert terminals("clerk").get(path).status_code == 403
    proposal = deed(settlement="close_with_difference", reason="配達員に確認した")
    assert supervisor.post(f"{path}/propose", data=proposal).status_code == 303
    assert f"{path}/second" not in supervisor.get(path).text
    assert "提案が2人目を待っています" in terminals("clerk").get("/").text
    page = terminals("clerk").get(path).text
    assert f"{path}/second" in page
    assert "配達員に確認した" in page
    second = {"proposal": proposal["deed"]}
    assert terminals("duty").post(f"{path}/second", data=deed(**second)).status_code == 409
    assert terminals("clerk").post(f"{path}/second", data=deed(**second)).status_code == 303
    with hall.ledger.views() as views:
        assert views.arrivals(is_open=True) == ()
    assert "差があるまま締め切る: 配達員に確認した (clerk, supervisor" in supervisor.get(path).text
    late = supervisor.post(f"{path}/propose", data=proposal | deed())
    assert "clerk が処理済みです: 差があるまま締め切る (配達員に確認した)" in late.text
    assert supervisor.post(f"{path}/correct", data=deed(reason="誤り")).status_code == 303
    assert "差があるまま締め切る</option>" in supervisor.get(path).text


def test_suggestions_say_why_and_do_not_depend_on_the_first_word(terminals: Terminals) -> None:
    hall = terminals.hall
    rule = SuggestionRule(Basis.SENDER, "府税事務所", WATER)
    keep_suggestion_rules(hall.ledger, hall.caller("supervisor"), [rule])
    table = "引受番号,差出人,あて先\n131-12-38385-2,大阪府税事務所,大阪狭山市役所 会計課 御中\n"
    import_expected(hall.ledger, hall.caller("clerk"), source="x", data=table.encode())
    (item,) = hall.taken("clerk", ONE)
    pages = []
    for word in (TREASURY, WATER, ""):
        form = deed(department=word)
        assert terminals("clerk").post(f"/sorting/{item}", data=form).status_code == 303
        page = terminals("clerk2").get(f"/checking/{item}").text
        pages.append(re.sub(r'name="deed" value="[^"]*"', "", page))
    assert pages[0] == pages[1] == pages[2]
    assert "出納室: 別名『会計課』から" in pages[0]
    assert "経営企画: 差出人『府税事務所』から" in pages[0]
    assert "checked" not in pages[0]


@pytest.mark.parametrize(
    "text", ["", " ", "\u0000", "x" * 5000, "\ud800", "😀", "a\u0000b", "'; DROP TABLE"]
)
def test_odd_scans_are_answered_and_never_fail(terminals: Terminals, text: str) -> None:
    client = terminals("duty")
    opened = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="2"))
    arrival = opened.headers["location"].rsplit("/", 1)[1]
    payload = f'{{"deed": "{uuid4()}", "text": {_json(text)}}}'
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"/api/arrivals/{arrival}/scans", content=payload, headers=headers)
    assert answer.status_code in {200, 422}
    if answer.status_code == 200 and text.strip():
        assert answer.json()["answers"][0]["outcome"] == "look"


def _json(text: str) -> str:
    escaped = "".join(f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else sign for sign in text)
    return f'"{escaped}"'


def test_refusals_are_problem_details_for_scripts_and_pages_for_people(
    terminals: Terminals,
) -> None:
    client = terminals("duty")
    answer = client.post(f"/api/arrivals/{uuid4()}/scans", json=deed(text=ONE))
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "unknown_subject"
    page = client.get(f"/arrivals/{uuid4()}")
    assert page.status_code == 404
    assert "台帳にありません" in page.text
    nobody = terminals.nobody().post(f"/api/arrivals/{uuid4()}/scans", json=deed(text=ONE))
    assert (nobody.status_code, nobody.json()["code"]) == (401, "not_signed_in")


def test_a_picture_that_is_none_is_refused_in_the_readers_language(terminals: Terminals) -> None:
    client = terminals("duty")
    opened = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="2"))
    path = f"/api{opened.headers['location']}/pictures"
    for data, says in ((b"", "空です"), (b"hello", "画像ではありません")):
        answer = client.post(path, data=deed(), files={"picture": ("x.jpg", data)})
        assert answer.status_code == 422
        assert says in answer.json()["detail"]


def test_a_wrong_list_is_refused_with_its_rows(terminals: Terminals) -> None:
    table = "引受番号,配布先課\n131-12-38385-3,水道課\n".encode()
    answer = terminals("clerk").post("/expected", data=deed(), files={"table": ("x.csv", table)})
    assert answer.status_code == 422
    assert "131-12-38385-3" in answer.text
    assert "水道課" in answer.text


def test_a_failure_that_nobody_thought_of_is_told_and_leaves_nothing(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = TestClient(
        terminals.app,
        headers={"Origin": ORIGIN},
        cookies=terminals("duty").cookies,
        raise_server_exceptions=False,
    )

    def fails(*_args: object, **_details: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("station.ledger.journal.write", fails)
    answer = client.post("/arrivals", data=deed(carrier="日本郵便", declared_count="5"))
    assert answer.status_code == 500
    assert "記録していません" in answer.text
    assert "a bug" not in answer.text
    with terminals.hall.ledger.views() as views:
        assert views.arrivals(is_open=True) == ()


def test_a_list_that_is_none_is_refused(terminals: Terminals) -> None:
    form = deed(carrier="日本郵便", declared_count="5", list_id="no uuid")
    assert terminals("duty").post("/arrivals", data=form).status_code == 422


def test_the_language_is_a_choice(terminals: Terminals) -> None:
    client = terminals("clerk2")
    assert "あなたを待っているもの" in client.get("/").text
    assert client.post("/language", data={"locale": "en"}).status_code == 303
    assert "What waits for you" in client.get("/").text
    client.post("/language", data={"locale": "tlh"})
    assert "What waits for you" in client.get("/").text


def read_in_english(client: TestClient, page: str) -> str:
    """Press the language of a page that somebody sees; return what they see then."""
    found = re.search(r'name="to" value="([^"]*)"', page)
    assert found is not None
    client.post("/language", data={"locale": "ja"})
    sent = client.post("/language", data={"locale": "en", "to": html.unescape(found[1])})
    answer = client.get(sent.headers["location"])
    assert answer.status_code == 200, sent.headers["location"]
    return answer.text


def test_the_language_of_an_answer_to_a_form_leads_to_a_page(terminals: Terminals) -> None:
    duty, admin = terminals("duty"), terminals("admin")
    opened = duty.post("/arrivals", data=deed(carrier="日本郵便", declared_count="2"))
    arrival = opened.headers["location"]
    number = deed(first=ONE, second=ONE)
    photo = {"photo": ("a.png", encoded(bars(f"A{ONE}A")))}
    taken = duty.post(f"{arrival}/unreadable", data=number, files=photo)
    assert taken.status_code == 200
    assert "Two pieces bear the same number" in read_in_english(duty, taken.text)
    refused = duty.post(f"{arrival}/close", data=deed())
    assert refused.status_code == 409
    assert "Close: 1 more" in read_in_english(duty, refused.text)
    table = {"table": ("people.csv", b"x,y\n1,2\n")}
    asked = admin.post("/admin/people/import", data={}, files=table)
    assert 'action="/admin/people/import"' in read_in_english(admin, asked.text)


@pytest.mark.parametrize("to", ["//evil.example", "/\\evil.example", "https://evil.example", "x"])
def test_the_language_leads_to_no_other_site(terminals: Terminals, to: str) -> None:
    sent = terminals("clerk").post("/language", data={"locale": "en", "to": to})
    assert (sent.status_code, sent.headers["location"]) == (303, "/")


def test_a_form_sent_twice_is_one_deed(terminals: Terminals) -> None:
    client = terminals("clerk")
    form = deed(carrier="日本郵便", declared_count="5")
    first, second = client.post("/arrivals", data=form), client.post("/arrivals", data=form)
    assert first.headers["location"] == second.headers["location"]
    with terminals.hall.ledger.views() as views:
        assert len(views.arrivals(is_open=True)) == 1


def test_a_pin_is_changed_by_signing_in_with_a_new_one(terminals: Terminals) -> None:
    client = terminals("clerk")
    assert 'href="/sign-in?new_pin=1"' in client.get("/").text
    assert 'name="new_pin"' not in client.get("/sign-in").text
    assert 'name="new_pin"' in client.get("/sign-in?new_pin=1").text
    form = {"badge": terminals.hall.people["clerk"].badge, "pin": PIN, "new_pin": "1"}
    weak = client.post("/sign-in", data=form)
    assert (weak.status_code, 'name="new_pin"' in weak.text) == (401, True)
    assert client.post("/sign-in", data=form | {"new_pin": "314159"}).status_code == 303
    assert client.post("/sign-in", data=form | {"new_pin": ""}).status_code == 401


def test_a_deed_that_was_done_for_another_piece_says_nothing_of_this_one(
    terminals: Terminals,
) -> None:
    client = terminals("duty")
    opened = deed(carrier="日本郵便", declared_count="2")
    client.post("/arrivals", data=opened)
    path, scan = f"/api/arrivals/{opened['deed']}/scans", deed()
    for text, status in ((ONE, 200), (ONE, 200), (TWO, 409), (ONE, 200)):
        answer = client.post(path, json={**scan, "text": text})
        assert answer.status_code == status, text
    assert answer.json()["count"] == 1
    refused = client.post(path, json={**scan, "text": TWO}).json()
    assert refused["code"] == "deed_reused"


def test_a_piece_that_the_house_holds_is_told_as_not_counted(terminals: Terminals) -> None:
    client = terminals("duty")
    terminals.hall.taken("duty", ONE)
    opened = deed(carrier="日本郵便", declared_count="2")
    client.post("/arrivals", data=opened)
    scan = {**deed(), "text": ONE}
    told = client.post(f"/api/arrivals/{opened['deed']}/scans", json=scan).json()
    assert (told["count"], told["answers"][0]["outcome"]) == (0, "look")
    assert told["answers"][0]["hint"].startswith("数に入っていません")


def test_the_first_page_counts_what_the_next_one_does(terminals: Terminals) -> None:
    terminals.hall.taken("duty", ONE, TWO)
    home, page = (terminals("duty").get(path).text for path in ("/", "/handovers"))
    assert "引渡し待ち 2通" in home
    assert "2通" in page


def test_the_list_of_cases_says_where_each_arose(terminals: Terminals) -> None:
    hall, client = terminals.hall, terminals("duty")
    opened = deed(carrier="ヤマト運輸", declared_count="2")
    client.post("/arrivals", data=opened)
    client.post(f"/arrivals/{opened['deed']}/refer", data=deed())
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    for way in ("counted", "refer"):
        assert terminals("treasurer").post(f"/handovers/{handover}/{way}", data=deed()).is_redirect
    page = " ".join(terminals("supervisor").get("/review").text.split())
    with hall.ledger.views() as views:
        duty, sorting, treasury = (
            views.books.department(it).name for it in (DUTY, SORTING, TREASURY)
        )
    assert f"{duty} ヤマト運輸" in page
    assert f"{sorting} → {treasury}" in page

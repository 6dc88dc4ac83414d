"""要確認: a case is found again, shows what it is judged by, and offers what its reader may do."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, ViewportSize, expect

from station.custody.day_close import unclosed
from station.custody.values import CaseKind, Role, Settlement
from station.desk import day_close, handover, incident, review, sorting
from station.desk.sorting import question_route
from station.ledger.faults import Fault, LedgerError
from station.ledger.store import By, Ledger
from station.numbers import grouped
from tests.support.barriers import barriers
from tests.support.browser import DESK, PHONE, Server, fits_across, shoot, sign_in, terminal
from tests.support.cases import (
    TOKYO,
    case_of,
    counted_short,
    differing,
    disagreed,
    enrolled,
    missed,
    short,
    still_held,
    stray,
)
from tests.support.forms import form_of
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall, seen
from tests.web.test_guard import Terminals, deed
from tests.web.test_whole_path import SHOTS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

ONE, TWO, THREE, FOUR = "13112383852", "20112345676", "31245077161", "RR123456785JP"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def text(client: TestClient, path: str) -> str:
    """What a page says, on one line."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.split("<main>")[1]).split())


def settled(hall: Hall, case: UUID, reason: str = "他市の書留だった") -> None:
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case, reason=reason)


def proposed(hall: Hall, case: UUID, settlement: Settlement) -> None:
    review.propose_settlement(
        hall.ledger, hall.caller("supervisor"), case=case, settlement=settlement, reason="探した"
    )


# -- finding it again ------------------------------------------------------------------------------


def test_whoever_settles_lands_on_the_case_and_finds_it_again(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    case = stray(hall, ONE)
    path = f"/review/{case}"
    form = {**form_of(supervisor.get(path).text, f"{path}/settle"), "reason": "他市の書留だった"}
    answer = supervisor.post(f"{path}/settle", data=form)
    assert answer.headers["location"] == path
    assert "確認済み: 他市の書留だった (supervisor" in text(supervisor, path)
    assert path not in supervisor.get("/review").text
    for where in ("?state=settled", "?number=1311", "?kind=found&state=settled"):
        assert path in supervisor.get(f"/review{where}").text, where
    assert path not in supervisor.get("/review?kind=overdue&state=settled").text


def test_a_piece_leads_those_who_oversee_cases_to_its_own(terminals: Terminals) -> None:
    hall = terminals.hall
    item, case = still_held(hall, ONE)
    settled(hall, case)
    page = text(terminals("supervisor"), f"/items/{item}")
    assert "この郵便物の要確認 同じ番号が庁内にある" in page
    assert f'href="/review/{case}"' in terminals("supervisor").get(f"/items/{item}").text
    assert "/review" not in terminals("clerk").get(f"/items/{item}").text


def test_so_do_an_arrival_and_a_day_close(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    arrival, differs = short(hall, ONE)
    close, cases = counted_short(hall, "duty", TWO)
    settled(hall, cases[CaseKind.DAY_CLOSE_EXTRA])
    for page, link, found in (
        (f"/arrivals/{arrival}", f"/review?arrival={arrival}", [differs]),
        (f"/day-close/{close}", f"/review?close={close}", [*cases.values()]),
    ):
        assert f'href="{link}"' in supervisor.get(page).text
        assert "/review" not in terminals("duty").get(page).text
        listed = supervisor.get(link).text
        assert [f"/review/{case}" in listed for case in found] == [True] * len(found)


def test_while_it_is_counted_anew_nothing_leads_from_a_count_to_what_was_missed(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    enrolled(hall, "both", SORTING, Role.SUPERVISOR, Role.CLERK)
    hall.taken("clerk", ONE)
    close, _cases = counted_short(hall, "clerk")
    page = f"/day-close/{close}"
    assert "/review?close=" in terminals("both").get(page).text
    day_close.begin_recount(hall.ledger, hall.caller("clerk"), day_close=close, zone=TOKYO)
    assert "/review" not in terminals("both").get(page).text


def test_whoever_may_not_look_is_told_each_role_once(terminals: Terminals) -> None:
    page = terminals("admin").get("/review").text
    assert "できるのは 監査、文書担当、宿直員、受領担当、監督者 です" in page


def test_an_auditor_reads_every_case_and_does_nothing(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "auditor", SORTING, Role.AUDITOR)
    case, auditor = stray(hall, ONE), terminals("auditor")
    assert f"/review/{case}" in auditor.get("/review").text
    assert "/review" in auditor.get("/").text
    for path in (f"/review/{case}", f"/api/review/{case}", "/api/review"):
        assert auditor.get(path).status_code == 200
    page = auditor.get(f"/review/{case}").text
    assert "処理は監督者がします" in page
    assert f'action="/review/{case}' not in page
    refused = auditor.post(f"/review/{case}/settle", data=deed(reason="x"))
    assert refused.status_code == 403


def test_others_are_shown_proposals_alone_whatever_they_ask_for(terminals: Terminals) -> None:
    hall = terminals.hall
    _item, held = still_held(hall, ONE)
    other = stray(hall, TWO)
    proposed(hall, held, Settlement.DECLARE_LOST)
    for where in ("", "?state=all", "?number=2011", "?kind=found&state=open"):
        page = terminals("treasurer").get(f"/review{where}").text
        assert (f"/review/{held}" in page, f"/review/{other}" in page) == (True, False), where
    assert terminals("treasurer").get(f"/review/{other}").status_code == 403


def test_no_proposal_tells_what_lies_in_a_handover_that_is_still_counted(
    terminals: Terminals,
) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    cases = [still_held(hall, number)[1] for number in (ONE, TWO)]
    handover = hall.offered(SORTING, ONE, who="duty")
    lost = {"settlement": "declare_lost", "reason": "探した"}
    for case in cases:
        shown = supervisor.get(f"/review/{case}").text
        assert ("先に数え終えて" in shown, f"/review/{case}/propose" in shown) == (True, False)
        answer = supervisor.post(f"/review/{case}/propose", data=deed(**lost))
        assert (answer.status_code, "先に数え終えて" in answer.text) == (409, True)
        sent = supervisor.post(f"/api/review/{case}/propose", json=deed(**lost))
        assert (sent.status_code, sent.json()["type"]) == (409, "/api/problems/count_first")
    hall.counted("clerk", handover, ONE)
    answers = [supervisor.post(f"/review/{case}/propose", data=deed(**lost)) for case in cases]
    assert [answer.status_code for answer in answers] == [409, 303], "the first is handed over"


# -- what became of it -----------------------------------------------------------------------------


def test_nothing_that_was_decided_is_hidden_by_what_came_after(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    _item, case = still_held(hall, ONE)
    settled(hall, case, "二重に届いた")
    review.correct_settlement(hall.ledger, hall.caller("supervisor"), case=case, reason="違った")
    proposed(hall, case, Settlement.DECLARE_LOST)
    with hall.ledger.views() as views:
        proposal = views.books.case(case).proposal
    assert proposal is not None
    water = hall.caller("water")
    review.second_settlement(hall.ledger, water, case=case, proposal=proposal.id)
    page = text(supervisor, f"/review/{case}")
    told = (
        "総務 clerkの操作で要確認になった",
        "監督者の総務 supervisorが処理した (理由: 二重に届いた)",
        "監督者の総務 supervisorが判断を取り消した (理由: 違った)",
        "監督者の総務 supervisorが「亡失と判断」を提案した (理由: 探した)",
        "経営企画 waterが二人目として同意した",
        "経営企画 waterにより「亡失と判断」として処理済みとなった (理由: 探した)",
    )
    assert sorted(told, key=page.index) == list(told)
    steps = supervisor.get(f"/api/review/{case}").json()["history"]
    assert [sentence in step["text"] for sentence, step in zip(told, steps, strict=True)] == 6 * [
        True
    ]
    supervisor.post("/language", data={"locale": "en"})
    english = text(supervisor, f"/review/{case}")
    assert "Supervisor 総務 supervisor settled it (reason: 二重に届いた)." in english
    assert "took the decision back (reason: 違った)" in english


def test_what_settles_itself_says_by_whose_deed(terminals: Terminals) -> None:
    hall = terminals.hall
    missed(hall, ONE)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    hall.taken("duty", ONE)
    page = text(terminals("supervisor"), f"/review/{case.id}")
    assert "自動で要確認になった" in page
    assert "宿直室 dutyの操作で処理済みとなった: 届いた" in page


# -- what it is judged by --------------------------------------------------------------------------

Made = Callable[[Hall], UUID]


def _unclosed(hall: Hall) -> UUID:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    by = By(uuid4(), None, "console")
    day = hall.clock.now.astimezone(TOKYO).date()
    done = hall.ledger.perform(
        by,
        "make_rounds",
        lambda work: unclosed(work.books, day=day, end=hall.clock.now + timedelta(days=1)),
    )
    return case_of(done)


def _missing(hall: Hall) -> UUID:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    _close, cases = counted_short(hall, "treasurer")
    return cases[CaseKind.DAY_CLOSE_MISSING]


def _extra(hall: Hall) -> UUID:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    _close, cases = counted_short(hall, "water", ONE)
    return cases[CaseKind.DAY_CLOSE_EXTRA]


def _stray(hall: Hall) -> UUID:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    return stray(hall, ONE)


def _mismatch(hall: Hall) -> UUID:
    return differing(hall, ONE, TWO)[1]


def _disagreement(hall: Hall) -> UUID:
    case = disagreed(hall, hall.taken("clerk", ONE)[0])
    with hall.ledger.views() as views:
        item = views.books.case(case).item
    assert item is not None
    sorting.propose_opening(hall.ledger, hall.caller("clerk"), item=item, reason="あて名なし")
    sorting.witness_opening(
        hall.ledger, hall.caller("clerk2"), item=item, proved=hall.proved("clerk2")
    )
    return case


def _not_ours(hall: Hall) -> UUID:
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    done = question_route(
        hall.ledger, hall.caller("treasurer"), item=item, reason="封筒に税務とある"
    )
    return case_of(done)


def _same_number(hall: Hall) -> UUID:
    return still_held(hall, ONE)[1]


EVIDENCE: dict[Made, tuple[str, ...]] = {
    _unclosed: ("日締めがされていない", "出納室 令和2.10.31"),
    _missing: (
        "日締めで不足",
        "出納室 令和2.10.31",
        "treasurer 出納室",
        "いま: 出納室",
        "その日の日締めの画面へ",
        "この郵便物の経過",
    ),
    _extra: ("日締めで余分", "経営企画で読取り: water", "出納室のものです", "いま: 出納室"),
    _stray: ("経営企画で読取り: water", "いま: 出納室", "配布先 出納室"),
    _mismatch: (
        "総務 → 出納室",
        "出納室 treasurerが監督者に確認を求めたとき",
        "引渡分にあり、受領分にないもの 1",
        grouped(TWO),
    ),
    _disagreement: ("双方の入力", "経営企画", "clerk と clerk2 が立ち会って開披しました"),
    _not_ours: ("異議の理由", "treasurer", "封筒に税務とある", "そのときの配布先は出納室です"),
    _same_number: ("いま: 宿直室", "収受者 duty"),
}


@pytest.mark.parametrize("made", EVIDENCE, ids=lambda made: made.__name__)
def test_each_kind_shows_what_it_is_judged_by(terminals: Terminals, made: Made) -> None:
    case = made(terminals.hall)
    page = text(terminals("supervisor"), f"/review/{case}")
    missing = [said for said in EVIDENCE[made] if said not in page]
    assert missing == [], page


@pytest.mark.parametrize(("who", "place"), [("clerk", "総務"), ("treasurer", "出納室")])
def test_a_scan_into_a_handover_is_told_where_it_was_made(
    terminals: Terminals, who: str, place: str
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    handover = hall.offered(TREASURY, ONE)
    scanned = deed(text=TWO)
    terminals(who).post(f"/api/handovers/{handover}/scans", json=scanned)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    page = text(terminals("supervisor"), f"/review/{case.id}")
    assert f"{place}で読取り: {who}" in page


def test_sets_are_shown_as_they_were_when_somebody_asked(terminals: Terminals) -> None:
    hall = terminals.hall
    given, case = differing(hall, ONE, TWO)
    treasurer = hall.caller("treasurer")
    handover.receive(hall.ledger, treasurer, handover=given, seen=seen(TWO))
    handover.finish_count(hall.ledger, hall.caller("treasurer"), handover=given)
    page = text(terminals("supervisor"), f"/review/{case}")
    assert "引渡分にあり、受領分にないもの 1" in page
    assert grouped(TWO) in page
    assert "一致" in page, "and how it stands now"
    told = terminals("supervisor").get(f"/api/review/{case}").json()
    assert [it["number"] for it in told["missing"]] == [TWO]


def test_the_list_names_department_and_day_and_where_a_piece_is_now(terminals: Terminals) -> None:
    hall = terminals.hall
    _unclosed(hall)
    assert "日締めがされていない 出納室 令和2.10.31(土)分" in text(
        terminals("supervisor"), "/review"
    )
    (item,) = hall.routed(WATER, TWO)
    incident.open_incident(hall.ledger, hall.caller("supervisor"), item=item, reason="棚にない")
    given = hall.offered(WATER, TWO)
    hall.counted("water", given, TWO)
    hall.signed(given, "clerk", "water")
    assert f"{grouped(TWO)} 経営企画" in text(terminals("supervisor"), "/review")


# -- who may ---------------------------------------------------------------------------------------


def test_whose_scan_is_in_question_is_named_and_offered_nothing(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "both", SORTING, Role.SUPERVISOR, Role.CLERK)
    case = stray(hall, ONE, who="both")
    page = terminals("both").get(f"/review/{case}").text
    assert "あなたが関わった件です" in page
    assert f'action="/review/{case}' not in page
    assert "この件を処理できない人 both" in text(terminals("supervisor"), f"/review/{case}")
    assert f"/review/{case}/settle" in terminals("supervisor").get(f"/review/{case}").text
    settled(hall, case)
    page = terminals("both").get(f"/review/{case}").text
    assert "あなたが関わった件です" in page
    assert f"/review/{case}/correct" not in page


def test_a_proposal_is_told_to_whoever_may_second_it(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "supervisor2", SORTING)
    _item, case = still_held(hall, ONE)
    proposed(hall, case, Settlement.DECLARE_LOST)
    waits = "件の提案が2人目を待っています"
    asked = {who: waits in text(terminals(who), "/") for who in
             ("supervisor", "supervisor2", "treasurer", "duty", "clerk")}  # fmt: skip
    assert asked == {
        "supervisor": False,  # proposed it
        "supervisor2": True,
        "treasurer": True,
        "duty": False,  # took the piece in
        "clerk": False,  # scanned its number once more
    }
    assert "あなたの同意を待っています" in text(terminals("supervisor2"), "/review")
    assert "あなたの同意を待っています" not in text(terminals("supervisor"), "/review")
    assert "同意は別の人がします" in text(terminals("supervisor"), f"/review/{case}")
    assert "あなたが関わった件です" in text(terminals("duty"), f"/review/{case}")
    for who, may in (("duty", False), ("treasurer", True), ("supervisor2", True)):
        page = terminals(who).get(f"/review/{case}").text
        assert (f"/review/{case}/second" in page) is may, who
    assert terminals("treasurer").get(f"/api/review/{case}").json()["may"]["second"]


def test_two_words_are_decided_by_whoever_gave_neither(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "both", SORTING, Role.SUPERVISOR, Role.CLERK)
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("both"), item=item, department=WATER)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=TREASURY)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    assert "/route" not in terminals("both").get(f"/review/{case.id}").text
    page = text(terminals("supervisor"), f"/review/{case.id}")
    assert "この件を処理できない人 both、clerk2" in page


def test_why_a_route_was_decided_waits_for_the_check_entry(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "both", SORTING, Role.SUPERVISOR, Role.CLERK)
    (item,) = hall.taken("clerk", ONE)
    case = disagreed(hall, item)
    sorting.decide_route(
        hall.ledger,
        hall.caller("supervisor"),
        item=item,
        department=SORTING,
        reason="封筒に総務と書いてある",
    )
    checker, why = terminals("both"), "封筒に総務と書いてある"
    for path in (f"/review/{case}", f"/api/review/{case}", f"/items/{item}", f"/api/items/{item}"):
        assert why not in checker.get(path).text, path
        assert why not in terminals("clerk2").get(path).text, path
    assert why in terminals("supervisor").get(f"/review/{case}").text, "who wrote it knows it"
    sorting.enter_check(hall.ledger, hall.caller("both"), item=item, department=SORTING)
    for path in (f"/review/{case}", f"/api/review/{case}", f"/items/{item}"):
        assert why in checker.get(path).text, path


def test_an_offer_tells_nothing_of_a_handover_that_is_to_be_counted_blind(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    _item, case = still_held(hall, ONE)
    proposed(hall, case, Settlement.DECLARE_LOST)
    pages = ("/", "/review", f"/review/{case}", f"/api/review/{case}")

    def shown(who: str) -> list[str]:
        texts = (terminals(who).get(path).text for path in pages)
        return [re.sub(r'name="deed" value="[^"]*"', "", page) for page in texts]

    opened = hall.caller("duty")
    handover.open_handover(hall.ledger, opened, receiver=SORTING)
    before = shown("clerk2")
    handover.offer(hall.ledger, hall.caller("duty"), handover=opened.deed, seen=seen(ONE))
    assert shown("clerk2") == before
    assert f"/review/{case}/second" not in terminals("water").get(f"/review/{case}").text


# -- several together ------------------------------------------------------------------------------


def test_several_of_one_list_and_day_are_settled_by_one_reason(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    wrong = missed(hall, ONE, TWO, THREE)
    missed(hall, FOUR, due="2020-11-05")
    kind = supervisor.get("/review?kind=missing_expected").text
    link = f"/review?kind=missing_expected&amp;list={wrong}&amp;day=2020-11-02"
    assert link in kind
    assert re.search(rf'href="{re.escape(link)}">x 到着予定 ', kind), "the list is named"
    group = supervisor.get(link.replace("&amp;", "&")).text
    cases = re.findall(r'name="cases" value="([^"]+)" checked', group)
    assert len(cases) == 3
    assert "検索" in group
    settled(hall, UUID(cases[0]), "先に処理")
    with hall.ledger.views() as views:
        (other,) = (it.id for it in views.open_cases() if str(it.id) not in cases)
    form = {
        "deed": str(uuid4()),
        "list_id": str(wrong),
        "day": "2020-11-02",
        "reason": "誤った一覧",
    }
    assert supervisor.post(
        "/review/not-come", data={**form, "cases": cases, "reason": " "}
    ).is_error
    sent = {**form, "cases": [*cases, str(other), str(uuid4())]}
    for _again in range(2):  # sent twice, each is settled once
        answer = supervisor.post("/review/not-come", data=sent)
        assert answer.status_code == 200
        page = " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
        assert "2 件を処理しました" in page
        assert "処理できなかったもの 3" in page
        assert "supervisor が処理済みです: 確認済み (先に処理)" in page
        assert grouped(FOUR) in page
        assert "台帳にありません" in page
    with hall.ledger.views() as views:
        assert [case.id for case in views.open_cases()] == [other]
        acts = [line.act for line in views.history(UUID(cases[1]))]
    assert acts == ["make_rounds", "settle_case"]
    assert terminals("clerk").post("/review/not-come", data=sent).status_code == 403


def test_what_a_failing_ledger_left_undone_is_told(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    of_list = missed(hall, ONE, TWO, THREE)
    with hall.ledger.views() as views:
        cases = [str(case.id) for case in views.open_cases()]
    perform, asked = Ledger.perform, []

    def fails_later(*args: object, **details: object) -> object:
        asked.append(1)
        if len(asked) > 1:
            raise LedgerError(Fault.DISK, "the disk said so")
        return perform(*args, **details)  # type: ignore[arg-type]

    form = {"list_id": str(of_list), "day": "2020-11-02", "reason": "誤った一覧", "cases": cases}
    supervisor.get("/review")
    monkeypatch.setattr(Ledger, "perform", fails_later)
    answer = supervisor.post("/review/not-come", data=deed() | form)
    monkeypatch.undo()
    assert answer.status_code == 503
    assert "2件はまだ処理していません" in answer.text
    with hall.ledger.views() as views:
        assert len(views.open_cases()) == 2


def test_a_wrong_list_hides_nothing(terminals: Terminals, monkeypatch: pytest.MonkeyPatch) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    monkeypatch.setattr("station.web.routes.review.PAGE", 2)
    missed(hall, ONE, TWO, THREE)
    case = disagreed(hall, hall.taken("clerk", FOUR)[0])
    first = supervisor.get("/review").text
    assert first.index(f"/review/{case}") < first.index("到着予定 ")
    assert "4件のうち 1〜2件目" in first
    assert 'href="/review?page=2"' in first
    assert "4件のうち 3〜4件目" in supervisor.get("/review?page=2").text
    assert "前のページへ戻ってください" in supervisor.get("/review?page=9").text
    assert "予定の郵便物が届いていない 3" in text(supervisor, "/review")
    told = supervisor.get("/api/review?page=1").json()
    assert (told["total"], told["kinds"]["missing_expected"]) == (4, 3)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_list_and_a_case_are_read_and_done_at_a_desk_and_on_a_phone(
    chrome: Browser, server: Server, hall: Hall, size: ViewportSize
) -> None:
    missed(hall, ONE, TWO)
    lost = _missing(hall)
    _item, held = still_held(hall, THREE)
    proposed(hall, held, Settlement.DECLARE_LOST)
    enrolled(hall, "supervisor2", SORTING)
    page = terminal(chrome, server.address, size)
    name = "phone" if size is PHONE else "desk"
    sign_in(page, server.address, hall.people["supervisor2"].badge, PIN)
    shoot(page, SHOTS, f"review-home-{name}")
    page.goto("/review")
    expect(page.get_by_text("あなたの同意を待っています")).to_be_visible()
    fits_across(page)
    assert barriers(page) == []
    shoot(page, SHOTS, f"review-list-{name}")
    page.get_by_role("link", name="予定の郵便物が届いていない 1").click()
    page.get_by_role("link", name="到着予定 令和2.11.2(月) 1").click()
    fits_across(page)
    assert barriers(page) == []
    shoot(page, SHOTS, f"review-together-{name}")
    page.get_by_label("何だったか、どう対応したか").fill("誤った一覧")
    page.get_by_role("button", name="印の付いたものを処理する").click()
    expect(page.locator(".count")).to_contain_text("件を処理しました")
    fits_across(page)
    assert barriers(page) == []
    shoot(page, SHOTS, f"review-settled-together-{name}")
    page.goto(f"/review/{lost}")
    page.get_by_label("何だったか、どう対応したか").fill("棚の奥にあった")
    fits_across(page)
    shoot(page, SHOTS, f"review-case-{name}")
    page.get_by_role("button", name="処理する").click()
    expect(page.locator(".settled")).to_contain_text("確認済み: 棚の奥にあった")
    fits_across(page)
    assert barriers(page) == []
    shoot(page, SHOTS, f"review-case-settled-{name}")
    page.goto(f"/review/{held}")
    assert barriers(page) == []
    shoot(page, SHOTS, f"review-proposal-{name}")
    page.goto("/review?state=settled")
    fits_across(page)
    shoot(page, SHOTS, f"review-settled-{name}")
    page.context.close()

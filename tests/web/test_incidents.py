"""An incident on the page: opened, asked for, answered and closed; who may see what of it."""

import re
from uuid import UUID

import pytest

from station.custody.state import ItemStatus
from station.custody.values import IncidentEnd, Role
from station.desk import office
from station.ledger.views import IncidentLine
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, TWO_SHOWN, Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def missed(terminals: Terminals) -> tuple[UUID, str]:
    """The piece that the treasury should have, and its incident's page."""
    hall = terminals.hall
    item, _beside = hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    form = deed(reason="銀行から問合せがあった")
    answer = terminals("supervisor").post(f"/items/{item}/incident", data=form)
    assert answer.status_code == 303, answer.text
    return item, answer.headers["location"]


def line_of(terminals: Terminals, path: str) -> IncidentLine:
    with terminals.hall.ledger.views() as views:
        return views.incident(UUID(path.rsplit("/", 1)[1]))


def answer_path(terminals: Terminals, path: str, department: str) -> str:
    asked = (it.search for it in line_of(terminals, path).searches)
    return f"{path}/answers/{next(it.id for it in asked if it.department == department)}"


def test_a_supervisor_is_led_to_the_handover_that_has_to_end_first(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    link = f'href="/handovers/{hall.offered(TREASURY, ONE)}"'
    alone, first = "進行中の引渡しに入っています。", "亡失と判断する前に"
    page = terminals("supervisor").get(f"/items/{item}").text
    assert (link in page, alone in page, first in page) == (True, True, False)
    form = deed(reason="銀行から問合せがあった")
    path = terminals("supervisor").post(f"/items/{item}/incident", data=form).headers["location"]
    case = line_of(terminals, path).incident.case
    for shown in (path, f"/review/{case}", f"/items/{item}"):
        page = terminals("supervisor").get(shown).text
        assert (link in page, first in page) == (True, True), shown
    for who in ("clerk", "treasurer"):
        assert link not in terminals(who).get(f"/items/{item}").text, who


def test_a_supervisor_makes_a_piece_an_incident_on_its_page(terminals: Terminals) -> None:
    item, path = missed(terminals)
    supervisor = terminals("supervisor")
    page = supervisor.get(path).text
    for said in (ONE_SHOWN, "所在不明", "出納室", "銀行から問合せがあった", TWO_SHOWN, "未回答"):
        assert said in page, said
    rows = re.findall(r"<tr><td>(令和[^<]+)</td><td>([^<]+)</td></tr>", page)
    assert len(rows) >= 8
    assert "宿直" not in rows[0][1]
    assert "事案とした" in rows[-2][1]
    assert "捜索を依頼した" in rows[-1][1]
    about = supervisor.get(f"/items/{item}").text
    assert f'href="{path}"' in about
    assert "事案にする" not in about
    assert "所在不明、捜索中" in about
    again = supervisor.post(f"/items/{item}/incident", data=deed(reason="また"))
    assert again.status_code == 409
    assert "すでに捜索中" in again.text


def test_sent_twice_it_is_one_incident_and_without_a_reason_none(terminals: Terminals) -> None:
    (item,) = terminals.hall.routed(TREASURY, ONE)
    supervisor, form = terminals("supervisor"), deed(reason="見当たらない")
    assert "事案にする" in supervisor.get(f"/items/{item}").text
    assert supervisor.post(f"/items/{item}/incident", data=deed(reason=" ")).status_code == 409
    sent = {supervisor.post(f"/items/{item}/incident", data=form).headers["location"] for _ in "12"}
    assert len(sent) == 1


def test_only_who_oversees_or_is_asked_may_look(terminals: Terminals) -> None:
    item, path = missed(terminals)
    for who, status in {
        "supervisor": 200,
        "treasurer": 200,
        "clerk": 200,
        "duty": 403,
        "water": 403,
        "admin": 403,
    }.items():
        assert terminals(who).get(path).status_code == status, who
        expected = 404 if status == 200 else status
        assert terminals(who).get(f"{path}/photo").status_code == expected, who
        if who != "supervisor":
            refused = terminals(who).post(f"/items/{item}/incident", data=deed(reason="x"))
            assert refused.status_code == 403, who
            for step in ("remind", "found"):
                form = deed(reason="x")
                assert terminals(who).post(f"{path}/{step}", data=form).status_code == 403, who
    assert terminals("admin").get("/incidents").status_code == 403


def test_who_is_asked_sees_neither_others_answers_nor_what_lay_beside(terminals: Terminals) -> None:
    item, path = missed(terminals)
    form = deed(found="no", note="金庫も確かめた")
    mine = answer_path(terminals, path, TREASURY)
    assert "1" in terminals("treasurer").get("/").text
    assert "捜索依頼" in terminals("treasurer").get("/").text
    assert terminals("treasurer").post(mine, data=form).status_code == 303
    assert "捜索依頼" not in terminals("treasurer").get("/").text
    seen = terminals("clerk").get(path).text
    assert ONE_SHOWN in seen
    for hidden in ("金庫も確かめた", TWO_SHOWN, "経緯", "所持の記録"):
        assert hidden not in seen, hidden
    for way in (f"/items/{item}", f"/api/items/{item}"):
        assert "捜索を依頼した" in terminals("clerk").get(way).text
        assert "捜索結果を回答" not in terminals("clerk").get(way).text
        assert "捜索結果を回答" in terminals("supervisor").get(way).text
    assert "金庫も確かめた" in terminals("supervisor").get(path).text
    assert "回答済み: ありません" in terminals("treasurer").get(path).text
    assert terminals("water").post(mine, data=deed(found="yes")).status_code == 403
    assert terminals("treasurer").post(mine, data=deed(found="maybe")).status_code == 422


def test_one_more_is_asked_the_silent_are_reminded(terminals: Terminals) -> None:
    _item, path = missed(terminals)
    supervisor = terminals("supervisor")
    assert supervisor.post(f"{path}/ask", data=deed(department=WATER)).status_code == 303
    assert terminals("water").get(path).status_code == 200
    assert supervisor.post(f"{path}/remind", data=deed()).status_code == 303
    assert "依頼 2 回" in supervisor.get(path).text
    assert supervisor.post(f"{path}/ask", data=deed(department="99")).status_code == 404


def test_it_is_closed_as_found_when_somebody_else_found_it(terminals: Terminals) -> None:
    _item, path = missed(terminals)
    supervisor = terminals("supervisor")
    early = supervisor.post(f"{path}/found", data=deed(reason="あった"))
    assert (early.status_code, "回答を待つ" in early.text) == (409, True)
    found = answer_path(terminals, path, SORTING)
    assert terminals("clerk").post(found, data=deed(found="yes")).status_code == 303
    assert supervisor.post(f"{path}/found", data=deed(reason="棚の裏")).status_code == 303
    assert line_of(terminals, path).incident.end is IncidentEnd.FOUND
    assert "見つかりました" in supervisor.get(path).text
    assert path in supervisor.get("/incidents").text


def test_lost_takes_two_people_through_the_review(terminals: Terminals) -> None:
    item, path = missed(terminals)
    supervisor = terminals("supervisor")
    action = re.search(r'action="(/review/[^"]+/propose)"', supervisor.get(path).text)
    assert action is not None
    form = deed(settlement="declare_lost", reason="全課を探した")
    assert supervisor.post(action[1], data=form).status_code == 303
    assert "2人目の確認" in supervisor.get(path).text or "/review/" in supervisor.get(path).text
    seconded = deed(proposal=form["deed"])
    second = action[1].replace("propose", "second")
    assert terminals("water").post(second, data=seconded).status_code == 303
    with terminals.hall.ledger.views() as views:
        assert views.books.item(item).status is ItemStatus.LOST
    for seen in (f"/items/{item}", "/trace?q=131-12"):
        shown = supervisor.get(seen).text
        assert "✕ 亡失" in shown
        assert "いま: 出納室" not in shown
    page = supervisor.get(path).text
    assert re.search(r"✕ 亡失 <small>[^<]*</small></p>", page)
    assert "/propose" not in page
    terminals("treasurer").post("/api/strays/scans", json={**deed(), "text": ONE})
    page = supervisor.get(path).text
    assert re.search(r"✕ 亡失 <small>[^<]*</small> → ✓ 見つかりました</p>", page)
    report = supervisor.get(f"{path}/report.md").text
    assert re.search(r"\*\*亡失 \(.*\)。その後: いま: 出納室\*\*", report)


def test_supervisors_take_reports_along_and_nobody_else(terminals: Terminals) -> None:
    _item, path = missed(terminals)
    auditor = office.NewPerson("監査 係", SORTING, (Role.AUDITOR,), PIN)
    hall = terminals.hall
    (hall.people["auditor"],) = office.enroll_people(
        hall.ledger, hall.caller("admin"), hall.hasher, [auditor]
    )
    assert "捜索を依頼する" not in terminals("auditor").get(path).text
    page = terminals("supervisor").get(path).text
    links = re.findall(r'href="(/incidents/[^"]+/(?:report|police)\.[^"]+)"', page)
    assert len(links) == 7
    for link in links:
        if "docx" in link:
            continue
        sent = terminals("supervisor").get(link)
        assert sent.status_code == 200, link
        assert sent.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%")
        assert terminals("auditor").get(link).status_code == 200, link
        for who in ("clerk", "treasurer", "admin"):
            assert terminals(who).get(link).status_code == 403, (who, link)
    named = terminals("supervisor").get(f"{path}/report.md").text
    hidden = terminals("supervisor").get(f"{path}/report.md?black_out=names").text
    assert ("treasurer" in named, "treasurer" in hidden) == (True, False)
    assert terminals("supervisor").get(f"{path}/report.odt").status_code == 422
    assert terminals("supervisor").get(f"{path}/report.md?black_out=no").status_code == 422


def test_a_report_as_docx_is_one(terminals: Terminals) -> None:
    _item, path = missed(terminals)
    assert terminals("supervisor").get(f"{path}/report.docx").content.startswith(b"PK")


def test_what_is_still_counted_blind_is_told_to_nobody_beside(terminals: Terminals) -> None:
    hall = terminals.hall
    item, _beside = hall.routed(TREASURY, ONE, TWO)
    hall.offered(TREASURY, ONE, TWO)
    answer = terminals("supervisor").post(f"/items/{item}/incident", data=deed(reason="x"))
    path = answer.headers["location"]
    seen = terminals("treasurer").get(path).text
    assert TWO not in seen
    assert TWO_SHOWN not in seen

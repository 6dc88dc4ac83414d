"""Papers as files: who may have which, and that each is read back as what it says."""

from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from playwright.sync_api import Browser, Page, ViewportSize
from sqlalchemy import delete

from station.desk import arrival, incident
from station.desk.expected import import_expected
from station.ledger.schema import personal_data
from station.numbers import grouped
from station.numbers.mail_room import number_of
from station.papers.sizes import PaperSize
from station.scan.reading import Doubtful, Reading
from tests.support import browser as chromium
from tests.support.browser import fits_across, served, shoot, sign_in
from tests.support.hall import PIN, TREASURY, WATER, Hall, seen
from tests.support.papers import bars, codes, printed, texts
from tests.web.test_guard import Terminals
from tests.web.test_whole_path import SHOTS

ONE, TWO, THREE = "13112383852", "20112345676", "30000000015"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def opened(hall: Hall, declared: int = 1) -> UUID:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=declared)
    return caller.deed


def labelled(hall: Hall) -> UUID:
    """A piece that came without a number."""
    labelling = hall.caller("duty")
    details = {"photo": b"\xff\xd8photo", "description": "茶封筒"}
    arrival.label_unnumbered(hall.ledger, labelling, arrival=opened(hall), **details)  # type: ignore[arg-type]
    return labelling.deed


def missed(hall: Hall, item: UUID) -> UUID:
    caller = hall.caller("supervisor")
    incident.open_incident(hall.ledger, caller, item=item, reason="見当たらない")
    return caller.deed


def test_a_receipt_is_for_a_closed_arrival_and_for_who_takes_mail_in(terminals: Terminals) -> None:
    hall = terminals.hall
    key = opened(hall)
    path = f"/arrivals/{key}/receipt.pdf"
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=key, seen=seen(ONE))
    early = terminals("duty").get(path)
    assert (early.status_code, "まだ締め切られていません" in early.text) == (409, True)
    assert "receipt.pdf" not in terminals("duty").get(f"/arrivals/{key}").text
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=key)
    assert path in terminals("duty").get(f"/arrivals/{key}").text
    got = terminals("duty").get(f"{path}?size=62")
    assert got.headers["content-type"] == "application/pdf"
    assert got.headers["cache-control"] == "no-store"
    (page,) = printed(got.content, PaperSize.ROLL)
    assert codes(page)[0].startswith("mail-station/ledger/hall")
    assert grouped(ONE) in texts(got.content)[0]
    for who, status in (("supervisor", 200), ("treasurer", 403), ("admin", 403)):
        assert terminals(who).get(path).status_code == status, who


def test_a_slip_is_for_its_sides_when_sealed(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    sealed, unsealed = hall.handed_over(ONE), hall.offered(TREASURY, TWO)
    for who, status in (("treasurer", 200), ("clerk", 200), ("supervisor", 200), ("water", 403)):
        assert terminals(who).get(f"/handovers/{sealed}/slip.pdf").status_code == status, who
    assert terminals("treasurer").get(f"/handovers/{unsealed}/slip.pdf").status_code == 409
    paper = terminals("treasurer").get(f"/handovers/{sealed}/slip.pdf").content
    html = terminals("treasurer").get(f"/handovers/{sealed}/slip").text
    (text,) = texts(paper)
    for said in ("総務", "出納室", "clerk", "treasurer", grouped(ONE), "令和2.10.31(土)"):
        assert said in text, said
        assert said in html, said


def test_who_counts_what_waits_for_them_gets_no_waiting_slip(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    path = f"/waiting.pdf?department={TREASURY}"
    assert path in terminals("clerk").get("/handovers").text
    (text,) = texts(terminals("clerk").get(path).content)
    assert "お渡しするもの2通" in text
    blind = terminals("treasurer").get(path)
    assert (blind.status_code, "数を知らずに数える" in blind.text) == (403, True)
    (elsewhere,) = texts(terminals("water").get(path).content)
    assert "お渡しするもの0通" in elsewhere, "of what one's own department holds, and no more"
    assert "2通" in texts(terminals("supervisor").get(path).content)[0]
    assert terminals("admin").get(path).status_code == 403
    assert terminals("clerk").get("/waiting.pdf?department=99").status_code == 404


def test_a_search_request_is_for_who_asks_and_who_is_asked(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    key = missed(hall, item)
    path = f"/incidents/{key}/search.pdf"
    everybody = texts(terminals("supervisor").get(path).content)
    assert [text.removeprefix("捜索依頼票")[:2] for text in everybody] == ["総務", "出納"]
    own = terminals("treasurer").get(path).content
    assert ["出納室" in text for text in texts(own)] == [True]
    (reading,) = bars(printed(own, PaperSize.A4)[0])
    assert isinstance(reading, Reading)
    assert reading.number.number == ONE
    assert terminals("water").get(path).status_code == 403
    assert path in terminals("supervisor").get(f"/items/{item}").text
    assert path not in terminals("clerk").get(f"/items/{item}").text
    with hall.ledger.views() as views:
        case = views.books.incident(key).case
    assert path in terminals("supervisor").get(f"/review/{case}").text
    assert terminals("supervisor").get(f"/incidents/{uuid4()}/search.pdf").status_code == 404


def test_a_label_is_for_a_piece_that_was_given_one(terminals: Terminals) -> None:
    hall = terminals.hall
    item = labelled(hall)
    (other,) = hall.taken("duty", ONE)
    path = f"/items/{item}/label.pdf"
    assert path in terminals("clerk").get(f"/items/{item}").text
    got = terminals("clerk").get(path).content
    (reading,) = bars(printed(got, PaperSize.LABEL)[0])
    assert isinstance(reading, Reading)
    assert reading.number.number == number_of(1)
    assert "label.pdf" not in terminals("clerk").get(f"/items/{other}").text
    assert terminals("clerk").get(f"/items/{other}/label.pdf").status_code == 404
    assert terminals("treasurer").get(path).status_code == 403


def test_a_size_that_a_paper_has_not_got_is_refused(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    path = f"/handovers/{hall.handed_over(ONE)}/slip.pdf"
    assert terminals("clerk").get(f"{path}?size=a5").status_code == 422
    small = terminals("clerk").get(f"{path}?size=62x29")
    assert small.status_code == 409
    assert "この紙は a4, 62x100, 62 に印刷できますが、62x29 にはできません" in small.text
    assert "expected" not in small.text


def test_why_there_is_no_paper_is_said_in_the_readers_language(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    table = f"引受番号,差出人,あて先\n{ONE},葛\U000e0100城,出納室\n"
    import_expected(hall.ledger, hall.caller("clerk"), source="x", data=table.encode())
    hall.taken("clerk", ONE)
    path = "/book.pdf?from=2020-10-31&to=2020-10-31"
    japanese = supervisor.get(path)
    assert (japanese.status_code, "(U+E0100) を持つ書体がありません" in japanese.text) == (
        409,
        True,
    )
    assert "no font here" not in japanese.text
    supervisor.post("/language", data={"locale": "en"})
    assert "no font here (ipaexg" in supervisor.get(path).text


def test_a_photo_that_is_gone_is_told_of_and_the_page_of_its_piece_stays(
    terminals: Terminals,
) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    item = labelled(hall)
    assert clerk.get(f"/photos/{item}").status_code == 200
    with hall.engine.begin() as connection:
        connection.execute(delete(personal_data).where(personal_data.c.media_type == "image/jpeg"))
    gone = clerk.get(f"/photos/{item}")
    assert (gone.status_code, "台帳にありません" in gone.text) == (404, True)
    assert clerk.get(f"/items/{item}").status_code == 200
    assert clerk.get(f"/items/{item}/label.pdf").status_code == 200


def told_badges(client: TestClient, hall: Hall, who: str) -> tuple[str, Response]:
    person = hall.people[who].person
    page = client.post(f"/admin/people/{person}/badge", data={"deed": str(uuid4())}).text
    badge = page.split('name="badge" value="')[1].split('"')[0]
    return badge, client.post("/admin/badges.pdf", data={"badge": [badge], "size": "62x29"})


def test_a_new_badge_is_on_paper_at_once_and_an_old_one_never(terminals: Terminals) -> None:
    hall, admin = terminals.hall, terminals("admin")
    old = hall.people["treasurer"].badge
    badge, got = told_badges(admin, hall, "treasurer")
    assert got.status_code == 200
    (read,) = bars(printed(got.content, PaperSize.LABEL)[0])
    assert isinstance(read, Doubtful)
    assert read.text == badge
    assert texts(got.content) == [f"treasurer出納室{badge}"]
    for number in (old, "STN000000000000"):
        gone = admin.post("/admin/badges.pdf", data={"badge": [badge, number]})
        assert gone.status_code == 409, number
    form = {"badge": [badge]}
    assert terminals("supervisor").post("/admin/badges.pdf", data=form).status_code == 403


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("size", [chromium.DESK, chromium.PHONE], ids=["desk", "phone"])
def test_papers_are_where_a_person_wants_them(
    chrome: Browser, hall: Hall, size: ViewportSize
) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.routed(WATER, THREE)
    sealed = hall.handed_over(ONE)
    item = labelled(hall)
    with hall.ledger.views() as views:
        (came, *_more) = views.arrivals(is_open=False)
    where = {
        f"/arrivals/{came.id}": "収受票 A4",
        f"/handovers/{sealed}": "引渡し票 A4",
        "/handovers": "受領待ち票 A4",
        f"/items/{item}": "庁内番号札 A4",
    }
    with served(hall.engine.url.render_as_string(hide_password=False)) as server:
        page = chrome.new_page(locale="ja-JP", viewport=size)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        for number, (path, link) in enumerate(where.items()):
            page.goto(server.address + path)
            shoot(page, SHOTS, f"papers-{number}-{size['width']}")
            fits_across(page)
            assert downloaded(page, link).startswith(b"%PDF-")
        page.close()


def downloaded(page: Page, link: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).first.click()
    return waiting.value.path().read_bytes()


@pytest.mark.browser
@pytest.mark.slow
def test_a_told_badge_goes_on_paper_while_its_page_stays(chrome: Browser, hall: Hall) -> None:
    person = hall.people["treasurer"].person
    with served(hall.engine.url.render_as_string(hide_password=False)) as server:
        page = chrome.new_page(locale="ja-JP", viewport=chromium.DESK)
        sign_in(page, server.address, hall.people["admin"].badge, PIN)
        page.goto(f"{server.address}/admin/people/{person}")
        page.get_by_text("バッジと PIN").first.click()
        page.get_by_role("button", name="バッジを出す").click()
        badge = page.locator(".secret").first.inner_text()
        for name, size in (("バッジ A4", PaperSize.A4), ("バッジ 62", PaperSize.LABEL)):
            with page.expect_download() as waiting:
                page.get_by_role("button", name=name).click()
            paper = waiting.value.path().read_bytes()
            (read,) = bars(printed(paper, size)[0])
            assert isinstance(read, Doubtful)
            assert read.text == badge
        assert page.locator(".secret").first.inner_text() == badge
        page.close()

"""Pieces that no scanner takes in: without a number, unreadable, and two of one number."""

import re
from pathlib import Path
from uuid import UUID

import cv2
import numpy as np
import pytest
from playwright.sync_api import Browser, expect

from station.custody.values import CaseKind
from station.numbers import grouped
from station.numbers.mail_room import number_of
from station.papers.sizes import PaperSize
from station.scan.reading import Reading
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import DUTY, PIN, Hall
from tests.support.papers import bars, printed
from tests.web.test_guard import Terminals, deed
from tests.web.test_papers import opened
from tests.web.test_whole_path import SHOTS

ONE, TWO = "13112383852", "20112345676"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def photo(text: str = "") -> dict[str, tuple[str, bytes]]:
    """A picture as a phone sends it; with a text, no picture."""
    grey = np.full((40, 60), 200, np.uint8)
    return {"photo": ("a.jpg", text.encode() or cv2.imencode(".jpg", grey)[1].tobytes())}


def kinds(hall: Hall) -> set[CaseKind]:
    with hall.ledger.views() as views:
        return {case.what for case in views.open_cases()}


def count(hall: Hall, arrival: UUID) -> int:
    with hall.ledger.views() as views:
        return views.books.arrival(arrival).count


def test_a_piece_without_a_number_gets_one_and_its_label(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    arrival = opened(hall)
    assert f"/arrivals/{arrival}/by-hand" in duty.get(f"/arrivals/{arrival}").text
    path = f"/arrivals/{arrival}/label"
    form = deed(description="茶封筒、差出人なし")
    page = duty.post(path, data=form, files=photo()).text
    assert "番号を付けて収受しました" in page
    number = grouped(number_of(1))
    assert number in page
    label = re.search(r'href="(/items/[^"]*/label.pdf\?size=62x29)"', page)
    assert label is not None
    assert duty.get(label[1]).headers["content-type"] == "application/pdf"
    assert number in duty.post(path, data=form, files=photo()).text, "sent twice, one piece"
    assert count(hall, arrival) == 1
    item = label[1].split("/")[2]
    assert duty.get(f"/photos/{item}").headers["content-type"] == "image/jpeg"
    assert f"{number} の読取りを取り消す" in page
    assert duty.post(f"/arrivals/{arrival}/undo", data=deed()).status_code == 303
    assert count(hall, arrival) == 0


@pytest.mark.parametrize(
    ("description", "files", "says", "status"),
    [
        (" ", photo(), "郵便物の特徴", 409),
        ("茶封筒", {"photo": ("a.jpg", b"")}, "写真", 409),
        ("茶封筒", {}, "足りない", 422),
        ("茶封筒", photo("no picture"), "画像ではありません", 422),
    ],
)
def test_without_picture_or_words_no_number_is_given(
    terminals: Terminals,
    description: str,
    files: dict[str, tuple[str, bytes]],
    says: str,
    status: int,
) -> None:
    arrival = opened(terminals.hall)
    form = deed(description=description)
    answer = terminals("duty").post(f"/arrivals/{arrival}/label", data=form, files=files)
    assert (answer.status_code, says in answer.text) == (status, True), answer.text
    assert count(terminals.hall, arrival) == 0


def test_an_unreadable_number_counts_and_the_supervisor_compares(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    arrival = opened(hall)
    path = f"/arrivals/{arrival}/unreadable"
    differs = duty.post(path, data=deed(first=ONE, second=TWO), files=photo())
    assert differs.status_code == 422
    badge = hall.people["duty"].badge
    slipped = duty.post(path, data=deed(first=badge, second=badge), files=photo())
    assert (slipped.status_code, count(hall, arrival)) == (422, 0)
    page = duty.post(path, data=deed(first=ONE, second="131-12-38385-2"), files=photo()).text
    assert "監督者が見比べます" in page
    assert (count(hall, arrival), kinds(hall)) == (1, {CaseKind.UNREADABLE})
    again = duty.post(path, data=deed(first=ONE, second=ONE), files=photo()).text
    assert "読取り済みです" in again
    assert count(hall, arrival) == 1


def test_a_copy_of_an_unreadable_barcode_is_scanned_from_then_on(terminals: Terminals) -> None:
    duty = terminals("duty")
    arrival = opened(terminals.hall)
    form = deed(first=ONE, second=ONE)
    page = duty.post(f"/arrivals/{arrival}/unreadable", data=form, files=photo()).text
    assert "以後はこの写しを読み取ります" in page
    copy = re.search(r'href="(/items/([^"]*)/label.pdf\?size=62x29)"', page)
    assert copy is not None
    (reading,) = bars(printed(duty.get(copy[1]).content, PaperSize.LABEL)[0])
    assert isinstance(reading, Reading)
    assert reading.number.number == ONE
    assert copy[1].split("?")[0] in duty.get(f"/items/{copy[2]}").text

    other = deed(first="TS-ABC", second="TS-ABC")
    page = duty.post(f"/arrivals/{arrival}/unreadable", data=other, files=photo()).text
    assert "収受しました" in page
    assert "label.pdf" not in page, "no reader would ever trust it"


def scanned(terminals: Terminals, path: str, body: dict[str, str]) -> tuple[str, str, str]:
    """Return what the duty officer's scan into an arrival is answered."""
    (told,) = terminals("duty").post(f"/api{path}/scans", json=body).json()["answers"]
    return told["outcome"], told["says"], told["hint"]


def test_the_first_scan_of_a_copy_checks_the_number_that_was_typed(terminals: Terminals) -> None:
    path = f"/arrivals/{opened(terminals.hall)}"
    typed = deed(first=ONE, second=ONE)
    terminals("duty").post(f"{path}/unreadable", data=typed, files=photo())
    (again,) = terminals("duty").post(f"/api{path}/typed", json=typed | deed()).json()["answers"]
    assert again["outcome"] == "already", "typing it once more checks nothing"
    other = f"/arrivals/{opened(terminals.hall)}"
    terminals("duty").post(f"{other}/unreadable", data=deed(first=TWO, second=TWO), files=photo())
    checked = ("taken", "番号を確かめました。手入力した番号と同じです。", "")
    assert scanned(terminals, other, deed(text=TWO)) == checked
    outcome, _says, hint = scanned(terminals, other, deed(text=TWO))
    assert (outcome, hint[:9]) == ("already", "同じ番号の別の1通"), (
        "a further scan may be of another"
    )
    assert count(terminals.hall, UUID(other.split("/")[2])) == 1


def test_a_second_piece_of_one_number_is_taken_in_on_a_persons_word(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    hall.taken("duty", ONE)
    arrival = opened(hall)
    held = duty.post(
        f"/arrivals/{arrival}/unreadable", data=deed(first=ONE, second=ONE), files=photo()
    ).text
    assert "まだ庁内にあります" in held
    assert re.search(r"<details[^>]* open><summary>同じ番号の郵便物が2通ある", held)
    path = f"/arrivals/{arrival}/another"
    unheld = duty.post(path, data=deed(first=TWO, second=TWO))
    assert unheld.status_code == 409
    page = duty.post(path, data=deed(first=ONE, second=ONE)).text
    assert "2通目として収受しました" in page
    assert "札の下の番号 131-12-38385-2" in page
    with hall.ledger.views() as views:
        _, second = views.books.bearing_items(ONE)
    assert f"/items/{second.id}/label.pdf" in page
    found = terminals("supervisor").get("/trace", params={"q": ONE[-6:]}).text
    assert all(grouped(it) in found for it in (ONE, second.number))
    assert count(hall, arrival) == 1
    assert CaseKind.SAME_NUMBER in kinds(hall)


def test_an_arrival_closes_once_its_labels_were_scanned(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    arrival = opened(hall)
    path = f"/arrivals/{arrival}"
    duty.post(f"{path}/label", data=deed(description="茶封筒"), files=photo())
    number = number_of(1)
    asked = "貼って1回読み取るまで締め切れない庁内番号札"
    shown = duty.get(path).text
    assert asked in shown
    assert grouped(number) in shown
    assert duty.get(f"/api{path}").json()["unscanned"] == [number]
    early = duty.post(f"/api{path}/close", json=deed())
    assert (early.status_code, early.json()["code"]) == (409, "labels_unscanned")
    assert grouped(number) in early.json()["detail"]
    body = deed(text=number)
    for _ in range(2):  # sent again, it is still the first scan
        assert scanned(terminals, path, body) == (
            "taken",
            "札を確かめました。郵便物に貼ってあります。",
            "",
        )
    assert scanned(terminals, path, deed(text=number)) == ("already", "読取り済みです", "")
    assert asked not in duty.get(path).text
    assert duty.post(f"/api{path}/close", json=deed()).status_code == 200


def test_a_slip_is_kept_after_the_arrival_was_closed_too(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    arrival = opened(hall)
    path, slips = f"/arrivals/{arrival}", f"/arrivals/{arrival}/slips"
    assert f'action="{slips}"' in duty.get(path).text
    assert "配達業者の伝票の写真 (0枚)" in duty.get(path).text
    duty.post(f"/api/arrivals/{arrival}/scans", json=deed(text=ONE))
    duty.post(f"{path}/close", data=deed())
    assert f"{path}/label" not in duty.get(f"{path}/by-hand").text
    kept = duty.post(slips, data=deed(), files=photo())
    assert (kept.status_code, kept.headers["location"]) == (303, f"{path}?slip=kept#slips")
    page = duty.get(kept.headers["location"]).text
    assert "伝票の写真を残しました" in page
    assert "配達業者の伝票の写真 (1枚)" in page
    assert "伝票の写真を残しました" not in duty.get(path).text
    assert f'<a href="{slips}/1">' in page
    assert f'action="{slips}"' in page
    assert duty.get(f"/api/arrivals/{arrival}").json()["slips"] == 1
    for who, place, status in (("duty", 1, 200), ("supervisor", 1, 200), ("duty", 2, 404)):
        for way in ("", "/api"):
            got = terminals(who).get(f"{way}{slips}/{place}")
            assert got.status_code == status, (who, place)
    assert terminals("treasurer").get(f"{slips}/1").status_code == 403
    late = duty.post(f"{path}/label", data=deed(description="x"), files=photo())
    assert late.status_code == 409


def test_who_may_not_keep_a_slip_sees_those_that_are_kept(terminals: Terminals) -> None:
    arrival = opened(terminals.hall)
    slips = f"/arrivals/{arrival}/slips"
    terminals("duty").post(slips, data=deed(), files=photo())
    page = terminals("supervisor").get(f"/arrivals/{arrival}").text
    assert f'<a href="{slips}/1">' in page
    assert f'action="{slips}"' not in page
    for who in ("clerk", "supervisor"):
        assert terminals(who).post(slips, data=deed(), files=photo()).status_code == 403


def test_no_more_slips_are_offered_than_the_rule_takes(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.custody.arrival.SLIPS_MAX", 1)
    monkeypatch.setattr("station.web.routes.arrivals.SLIPS_MAX", 1)
    arrival, duty = opened(terminals.hall), terminals("duty")
    slips = f"/arrivals/{arrival}/slips"
    assert duty.post(slips, data=deed(), files=photo()).status_code == 303
    page = duty.get(f"/arrivals/{arrival}").text
    assert "写真を1枚残しました" in page
    assert f'action="{slips}"' not in page
    assert duty.post(slips, data=deed(), files=photo()).status_code == 409


def test_a_slip_may_be_given_when_the_arrival_is_opened(terminals: Terminals) -> None:
    hall, duty = terminals.hall, terminals("duty")
    given = {"slip": photo()["photo"]}
    for files, count in (({}, 0), ({"slip": ("", b"")}, 0), (given, 1)):
        form = deed(carrier="日本郵便", declared_count="1")
        assert duty.post("/arrivals", data=form, files=files).status_code == 303
        with hall.ledger.views() as views:
            assert len(views.books.arrival(UUID(form["deed"])).slips) == count
    wrong = {"slip": photo("no picture")["photo"]}
    form = deed(carrier="日本郵便", declared_count="1")
    answer = duty.post("/arrivals", data=form, files=wrong)
    assert (answer.status_code, "画像ではありません" in answer.text) == (422, True)
    with hall.ledger.views() as views:
        assert len(views.arrivals(DUTY, is_open=True)) == 3, "nothing is opened halfway"


def test_only_who_takes_mail_in_does_so_by_hand(terminals: Terminals) -> None:
    arrival = opened(terminals.hall)
    for who in ("clerk", "treasurer", "supervisor", "admin"):
        assert terminals(who).get(f"/arrivals/{arrival}/by-hand").status_code == 403, who
    assert terminals("duty").get(f"/arrivals/{arrival}/by-hand").status_code == 200
    other = terminals("clerk").post(
        f"/arrivals/{arrival}/label", data=deed(description="x"), files=photo()
    )
    assert other.status_code == 403, "the arrival is the duty desk's"


@pytest.mark.slow
@pytest.mark.browser
def test_a_piece_without_a_number_in_a_browser(
    chrome: Browser, server: Server, hall: Hall, tmp_path: Path
) -> None:
    arrival = opened(hall)
    picture = tmp_path / "piece.jpg"
    picture.write_bytes(photo()["photo"][1])
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["duty"].badge, PIN)
        page.goto(f"/arrivals/{arrival}")
        page.get_by_role("link", name="番号なし・読めない").click()
        shoot(page, SHOTS, f"by-hand-{size['width']}")
        given = page.locator("section.card form")
        given.locator("[name=photo]").set_input_files(picture)
        given.locator("[name=description]").fill("茶封筒、差出人なし")
        given.get_by_role("button", name="番号を付けて").click()
        expect(page.locator(".board .answer")).to_contain_text("番号を付けて収受しました")
        fits_across(page)
        shoot(page, SHOTS, f"by-hand-given-{size['width']}")
        page.context.close()
    assert count(hall, arrival) == 2


@pytest.mark.slow
@pytest.mark.browser
def test_the_carriers_slip_is_kept_and_seen_in_a_browser(
    chrome: Browser, server: Server, hall: Hall, tmp_path: Path
) -> None:
    picture = tmp_path / "slip.jpg"
    picture.write_bytes(photo()["photo"][1])
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["duty"].badge, PIN)
        page.goto("/arrivals")
        page.get_by_label("配達員の申告は何通ですか").fill("2")
        page.get_by_label("配達業者の伝票の写真 (あれば)").set_input_files(picture)
        shoot(page, SHOTS, f"arrivals-slip-{size['width']}")
        page.get_by_role("button", name="読取りを始める").click()
        page.get_by_text("配達業者の伝票の写真 (1枚)").click()
        page.locator("#slips [name=photo]").set_input_files(picture)
        page.get_by_role("button", name="写真を残す", exact=True).click()
        expect(page.locator("#slips [role=status]")).to_contain_text("伝票の写真を残しました")
        thumbs = page.locator(".thumbs img")
        expect(thumbs).to_have_count(2)
        for thumb in thumbs.all():
            expect(thumb).not_to_have_js_property("naturalWidth", 0)
        fits_across(page)
        shoot(page, SHOTS, f"arrival-slips-{size['width']}")
        page.context.close()

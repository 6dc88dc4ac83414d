"""管理 in a real Chromium: what people do there by hand, and how it looks."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.support.browser import DESK, PHONE, Server, fits_across, shoot
from tests.support.hall import TREASURY
from tests.web.administration.conftest import OpenFor
from tests.web.test_whole_path import SHOTS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def test_somebody_new_is_handed_a_badge_and_signs_in(open_for: OpenFor, server: Server) -> None:
    page = open_for("admin")
    page.get_by_role("link", name="管理").click()
    shoot(page, SHOTS, "admin")
    page.get_by_role("link", name="職員").click()
    shoot(page, SHOTS, "admin-people")
    page.get_by_role("link", name="職員を登録する").click()
    page.get_by_label("氏名").fill("新人 花子")
    page.get_by_label("課・グループ").select_option(TREASURY)
    page.get_by_label("受領担当").check()
    shoot(page, SHOTS, "admin-new-person")
    page.get_by_role("button", name="登録してバッジを表示する").dblclick()
    expect(page.get_by_role("heading", name="新人 花子")).to_be_visible()
    badge, pin = page.locator(".secret").all_inner_texts()
    expect(page.get_by_role("button", name="印刷する")).to_be_visible()
    shoot(page, SHOTS, "admin-told")
    page.emulate_media(media="print")
    shoot(page, SHOTS, "admin-told-print")
    expect(page.get_by_text("いま一度だけ表示しています")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="渡しました: 戻る").click()
    page.get_by_role("link", name="新人 花子").click()
    assert badge not in page.content()
    fresh = page.context.browser
    assert fresh is not None
    other = fresh.new_page(base_url=server.address, locale="ja-JP")
    other.goto("/sign-in")
    other.get_by_label("バッジ").fill(badge)
    other.get_by_label("PIN", exact=True).fill(pin)
    other.get_by_role("button", name="サインイン").click()
    other.get_by_label("バッジ").fill(badge)
    other.get_by_label("PIN", exact=True).fill(pin)
    other.get_by_label("新しい PIN").fill("314159")
    other.get_by_role("button", name="サインイン").click()
    expect(other.get_by_text("新人 花子")).to_be_visible()
    other.close()


def test_a_transfer_and_a_deputy_by_telephone(open_for: OpenFor) -> None:
    page = open_for("admin", PHONE)
    page.goto("/admin/people")
    fits_across(page)
    shoot(page, SHOTS, "admin-people-phone")
    page.get_by_label("氏名または職員番号").fill("water2")
    page.get_by_role("button", name="表示する").click()
    page.get_by_role("link", name="water2").click()
    expect(page.get_by_text("異動する").first).to_be_visible()
    fits_across(page)
    page.get_by_text("異動する").first.click()
    shoot(page, SHOTS, "admin-person-phone")
    card = page.locator("details", has=page.get_by_label("異動先"))
    card.get_by_label("異動先").select_option(TREASURY)
    card.get_by_label("異動日").fill("2999-04-01")
    card.get_by_role("button", name="異動する").click()
    expect(page.get_by_role("cell", name="予定")).to_be_visible()
    page.get_by_text("職務代理に任じる").first.click()
    card = page.locator("details", has=page.get_by_label("代理する課"))
    card.get_by_label("代理する課").select_option("02")
    card.get_by_label("文書担当").check()
    card.get_by_label("最後の日").fill("2999-03-31")
    card.get_by_role("button", name="職務代理に任じる").click()
    expect(page.get_by_text("総務 の職務代理を終える")).to_be_visible()
    fits_across(page)
    shoot(page, SHOTS, "admin-person-changed-phone")
    page.set_viewport_size({"width": 1280, "height": 900})
    for details in page.locator("details").all():
        details.locator("summary").click()
    shoot(page, SHOTS, "admin-person")


def test_departments_at_the_desk_and_by_telephone(open_for: OpenFor) -> None:
    page = open_for("admin")
    page.goto("/admin")
    page.get_by_role("link", name="課・グループ").click()
    page.get_by_text("課を新設する").first.click()
    page.get_by_label("番号").fill("05")
    page.get_by_label("課名").fill("税務課")
    page.get_by_label("かな").fill("ぜいむか")
    page.get_by_label("別名").fill("税\n市税")
    shoot(page, SHOTS, "admin-departments")
    page.get_by_role("button", name="課を新設する").click()
    page.get_by_role("link", name="税務課").click()
    page.get_by_text("廃止する").first.click()
    page.get_by_label("廃止日").fill("2999-04-01")
    page.get_by_label("引継ぎ先").select_option(TREASURY)
    page.get_by_role("button", name="廃止する").click()
    expect(page.get_by_text("に廃止 → 出納室")).to_be_visible()
    page.set_viewport_size(PHONE)
    fits_across(page)
    shoot(page, SHOTS, "admin-departments-phone")
    page.get_by_role("link", name="税務課").click()
    expect(page.get_by_role("heading", name="税務課")).to_be_visible()
    fits_across(page)
    shoot(page, SHOTS, "admin-department-phone")
    page.goto("/admin/suggestions")
    page.get_by_label("言葉", exact=True).fill("府税事務所")
    page.get_by_label("言葉がある場所").select_option("sender")
    page.get_by_label("課・グループ").select_option(TREASURY)
    page.get_by_role("button", name="規則を加える").click()
    expect(page.get_by_text("出納室: 差出人『府税事務所』から")).to_be_visible()
    fits_across(page)
    shoot(page, SHOTS, "admin-suggestions-phone")
    page.set_viewport_size(DESK)
    shoot(page, SHOTS, "admin-suggestions")
    page.goto("/admin")
    shoot(page, SHOTS, "admin")


def test_a_table_of_people_is_looked_at_and_then_taken_in(open_for: OpenFor) -> None:
    table = (
        "氏名,所属課,役割,異動日,退職日,職員番号\n"
        "clerk,出納室,受領担当,2999-04-01,,\n"
        "water,経営企画,受領担当;監督者,,2999-11-30,\n"
        "新人 花子,経営企画,受領担当,,,A-1\n"
    )
    page = open_for("admin")
    page.goto("/admin/people")
    page.get_by_role("link", name="職員の表を取り込む").click()
    for text, name, told in (
        (table.replace("受領担当;監督者", "王様"), "wrong.csv", "次の行を直して"),
        (table, "people.csv", "件の変更"),
    ):
        file: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="内容を確かめる").click()
        expect(page.locator("main")).to_contain_text(told)
        shoot(page, SHOTS, f"admin-table-{name}")
    page.set_viewport_size(PHONE)
    fits_across(page)
    shoot(page, SHOTS, "admin-table-phone")
    page.get_by_role("button", name="取り込む").click()
    expect(page.get_by_role("heading", name="新人 花子")).to_be_visible()
    fits_across(page)
    shoot(page, SHOTS, "admin-told-phone")


def test_closing_days_of_a_year(open_for: OpenFor) -> None:
    page = open_for("admin")
    page.goto("/admin")
    page.get_by_role("link", name="閉庁日").click()
    page.get_by_label("いつまでの分か").fill("2999-03-31")
    shoot(page, SHOTS, "admin-closing-none")
    page.get_by_role("button", name="決める").click()
    page.get_by_text("閉庁日を加える", exact=True).click()
    page.get_by_label("閉庁の最初の日").fill("2027-02-01")
    page.get_by_label("いつまで", exact=False).last.fill("2027-02-03")
    page.get_by_role("button", name="加える").first.click()
    expect(page.get_by_text("令和9.2.3(水)")).to_be_visible()
    page.get_by_role("button", name="外す 令和9.2.2(火)").click()
    expect(page.get_by_text("令和9.2.2(火)")).to_have_count(0)
    shoot(page, SHOTS, "admin-closing")
    page.set_viewport_size(PHONE)
    fits_across(page)
    shoot(page, SHOTS, "admin-closing-phone")
    page.goto("/admin")
    fits_across(page)
    shoot(page, SHOTS, "admin-phone")


def test_a_column_that_nobody_knows_is_chosen_by_hand(open_for: OpenFor) -> None:
    page = open_for("admin")
    page.goto("/admin/people/import")
    table = "職員,所属課,役割,内線\nclerk,出納室,受領担当,12\n"
    file: FilePayload = {"name": "x.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="内容を確かめる").click()
    page.get_by_label("職員", exact=True).select_option("氏名")
    page.get_by_label("内線").select_option("使わない")
    shoot(page, SHOTS, "admin-table-asks")
    page.get_by_role("button", name="このとおりに読む").click()
    expect(page.get_by_text("→ 出納室")).to_be_visible()
    page.get_by_text("列の読み方を変える").click()
    expect(page.get_by_label("内線")).to_have_value("")

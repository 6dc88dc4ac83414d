"""The slip of a handover, as it comes from the printer: read back, it proves the ledger."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from station.cli.app import app
from station.ledger.verify import verify
from tests.support.browser import served, shoot, sign_in
from tests.support.hall import PIN, TREASURY, Hall
from tests.web.test_guard import Terminals
from tests.web.test_whole_path import SHOTS

ONE, TWO = "13112383852", "20112345676"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_printed_slip_proves_what_the_ledger_held(
    chrome: Browser, hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_KEYS", str(tmp_path / "keys"))
    hall.routed(TREASURY, ONE, TWO)
    handover = hall.handed_over(ONE, TWO)
    url = hall.engine.url.render_as_string(hide_password=False)
    paper = tmp_path / "slip.png"
    with served(url) as server:
        page = chrome.new_page(locale="ja-JP", viewport={"width": 800, "height": 1100})
        sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
        page.goto(f"{server.address}/handovers/{handover}")
        page.get_by_role("link", name="票を印刷する").click()
        page.emulate_media(media="print")
        page.screenshot(path=paper, full_page=True)
        shoot(page, SHOTS, "slip")
        for said in ("131-12-38385-2", "201-12-34567-6", "総務", "出納室", "treasurer", "clerk"):
            assert said in page.locator(".slip").inner_text()
        page.close()
    hall.taken("clerk", "31245077161")
    verified = CliRunner().invoke(app, ["ledger", "verify", "--db", url, "--against", str(paper)])
    assert verified.exit_code == 0, verified.output
    with hall.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_refuses_update")
        connection.exec_driver_sql("UPDATE journal SET hash = 'g' || substr(hash, 2) WHERE seq = 9")
    assert verify(hall.engine)[0].broken is not None
    refused = CliRunner().invoke(app, ["ledger", "verify", "--db", url, "--against", str(paper)])
    assert refused.exit_code == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_slip_is_for_its_sides_and_only_when_sealed(hall: Hall) -> None:
    terminals = Terminals(hall)
    hall.routed(TREASURY, ONE, TWO)
    sealed, unsealed = hall.handed_over(ONE), hall.offered(TREASURY, TWO)
    assert terminals("treasurer").get(f"/handovers/{sealed}/slip").status_code == 200
    assert terminals("supervisor").get(f"/handovers/{sealed}/slip").status_code == 200
    assert terminals("water").get(f"/handovers/{sealed}/slip").status_code == 403
    assert terminals("treasurer").get(f"/handovers/{unsealed}/slip").status_code == 409

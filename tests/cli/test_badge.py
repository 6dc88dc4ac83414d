"""station badge: who has no way in any more gets one, and it is recorded."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from station.cli.app import app
from station.cli.options import CommandError
from station.custody.refusal import Reason
from station.desk import signin
from station.desk.pins import PinHasher
from station.ledger.keys import Keyring
from station.ledger.verify import verify
from station.papers.sizes import PaperSize
from station.papers.whole_file import PaperError
from station.scan.reading import Doubtful
from station.settings import settings_from
from tests.support.hall import PIN, Hall
from tests.support.papers import bars, printed
from tests.support.refusals import refused

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def badge(hall: Hall, *arguments: object) -> Result:
    url = hall.engine.url.render_as_string(hide_password=False)
    return CliRunner().invoke(app, ["badge", *map(str, arguments), "--db", url])


@pytest.fixture
def hasher() -> PinHasher:
    """The one that commands have, with this installation's pepper."""
    return PinHasher(pepper=Keyring(settings_from().keys, "mail-station/hall").pepper())


def test_an_administrator_gets_a_new_badge_on_paper_and_the_old_one_ends(
    hall: Hall, tmp_path: Path
) -> None:
    paper = tmp_path / "badge.pdf"
    old = hall.people["admin"].badge
    done = badge(hall, "管理者", "--badges", paper)
    assert done.exit_code == 0, done.output
    told = re.search(r"^(STN\w{12})  PIN (\d{6})  管理者$", done.stdout, re.MULTILINE)
    assert told is not None, done.stdout
    (read,) = bars(printed(paper.read_bytes(), PaperSize.A4)[0])
    assert isinstance(read, Doubtful)
    assert read.text == told[1]
    entry = {"ledger": hall.ledger, "hasher": hall.hasher, "terminal": "t"}
    with refused(Reason.BADGE_NOT_VALID):
        signin.sign_in(**entry, badge=old, pin=PIN)  # type: ignore[arg-type]
    with refused(Reason.PIN_IS_ONCE):
        signin.sign_in(**entry, badge=told[1], pin=told[2])  # type: ignore[arg-type]
    assert signin.sign_in(**entry, badge=told[1], pin=told[2], new_pin="314159")  # type: ignore[arg-type]
    assert verify(hall.engine)[0].broken is None


@pytest.mark.parametrize("who", ["clerk", "誰も"])
def test_nobody_else_gets_one(hall: Hall, who: str) -> None:
    done = badge(hall, who)
    assert isinstance(done.exception, CommandError)
    assert f"「{who}」に当たる管理者は 0 人です" in str(done.exception)
    assert "PIN" not in done.stdout


def test_without_its_paper_the_badge_before_stays(hall: Hall, tmp_path: Path) -> None:
    done = badge(hall, "管理者", "--badges", tmp_path / "no" / "badge.pdf")
    assert isinstance(done.exception, PaperError)
    assert "PIN" not in done.output
    admin = hall.people["admin"].badge
    assert signin.sign_in(hall.ledger, hall.hasher, badge=admin, pin=PIN, terminal="t")

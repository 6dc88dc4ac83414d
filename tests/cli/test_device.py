"""station device: a token is told once, listed without it, and withdrawn."""

import pytest
from typer.testing import CliRunner

from station.cli.app import app
from station.custody.refusal import Refused
from station.desk import devices
from tests.support.hall import DUTY, Hall

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_token_is_given_out_listed_and_withdrawn_at_the_console(
    hall: Hall, database_url: str
) -> None:
    def said(*words: str) -> str:
        done = CliRunner().invoke(app, ["device", *words, "--db", database_url])
        assert done.exit_code == 0, (done.output, done.exception)
        told.append(done.stderr)
        return done.stdout.strip()

    told: list[str] = []
    token = said("add", "gate", "--department", DUTY, "--keeper", "duty")
    assert devices.admit(hall.ledger, token).name == "gate"
    assert "--token-file" in told[0]
    assert token not in told[0], "what is kept in a file is not on the screen as well"
    listed = said("list")
    assert listed.startswith("gate: ")
    assert f"arrival, department {DUTY}" in listed
    assert token not in listed
    assert said("withdraw", "gate") == "gate: withdrawn"
    with pytest.raises(Refused):
        devices.admit(hall.ledger, token)
    nobody = ["device", "add", "b", "--department", DUTY, "--keeper", "clerk", "--db", database_url]
    assert "0 have" in str(CliRunner().invoke(app, nobody).exception)

"""What a page and a script are told when the database fails, and what the server's log says."""

import logging
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.faults import Fault, LedgerError
from station.web.app import create_app
from tests.support.hall import PIN, Hall
from tests.support.keys import fresh_signer

DUE = {
    Fault.BUSY: (503, "台帳が混み合っていて、記録していません。"),
    Fault.FULL: (503, "台帳のディスクに空きがなく、記録していません。"),
    Fault.READ_ONLY: (503, "台帳に書き込めないため、記録していません。"),
    Fault.DAMAGED: (503, "台帳が壊れているため、記録していません。"),
    Fault.DISK: (503, "台帳のディスクに障害があります。"),
    Fault.UNREACHABLE: (503, "台帳が応答しません。"),
    Fault.OTHER: (500, "ステーションの内部で誤りが起き、記録していません。"),
}


@pytest.fixture
def hall(tmp_path: object, hasher: PinHasher) -> Hall:
    engine = open_engine(f"sqlite:///{tmp_path}/station.sqlite3")
    migrate.prepare(engine)
    return Hall(engine, hasher)


def failing(engine: Engine, fault: Fault) -> None:
    def fail(*_: object) -> None:
        raise LedgerError(fault, "the disk said so")

    event.listen(engine, "begin", fail)


@pytest.mark.parametrize("fault", list(Fault))
def test_a_page_and_a_script_are_told(
    hall: Hall, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
    with TestClient(app, headers={"Origin": "http://testserver"}) as client:
        client.post("/sign-in", data={"badge": hall.people["duty"].badge, "pin": PIN})
        failing(hall.engine, fault)
        with caplog.at_level(logging.ERROR, "station"):
            page = client.post("/arrivals", data={"deed": str(uuid4())})
            scan = {"deed": str(uuid4()), "text": "13112383852"}
            answer = client.post(f"/api/arrivals/{uuid4()}/scans", json=scan)
    status, says = DUE[fault]
    assert (page.status_code, answer.status_code) == (status, status)
    assert says in page.text
    assert fault not in page.text, "it is for the log, where the page's reference leads to it"
    codes = [getattr(it, "code", None) for it in caplog.records if it.name == "station.requests"]
    assert codes == [fault, fault]
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], says in answer.json()["detail"]) == (fault, True)
    assert "got: the disk said so; " in caplog.text

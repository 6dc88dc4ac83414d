"""What can come of handing a scan in: taken, refused for good, or to be tried again."""

import json
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest

from station.handing_in import line as lines
from station.handing_in.line import Answer, LaterError, Line, RefusedError, line_to
from station.handing_in.spool import Scan
from station.web.authority import Authority
from station.web.tls import pem_of

TOKEN = "token-of-the-gate"  # noqa: S105 - nobody's
TAKEN = {"answers": [{"outcome": "taken", "says": "読み取りました", "number": "131-12-38385-2"}]}


def problem(code: str, detail: str) -> dict[str, str]:
    return {"type": f"/api/problems/{code}", "code": code, "detail": detail}


@dataclass
class Stub:
    """A server that answers as it is told, and remembers what came."""

    server: HTTPServer
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    drips: bool = False
    came: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def line(self) -> Line:
        return line_to(f"http://127.0.0.1:{self.server.server_port}", TOKEN)

    def answers(self, status: int, told: object, **headers: str) -> None:
        self.status, self.headers = status, headers
        self.body = told if isinstance(told, bytes) else json.dumps(told).encode()


@pytest.fixture
def stub() -> Iterator[Stub]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answering.came.append((self.path, dict(self.headers), body))
            self.send_response(answering.status)
            for name, value in answering.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(answering.body)
            with suppress(OSError):
                while answering.drips:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.05)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    answering = Stub(server)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield answering
    server.shutdown()
    thread.join()
    server.server_close()


def scan(picture: bytes | None = None) -> Scan:
    return Scan(f"{time.time_ns():020}-{uuid4().hex}", uuid4(), "13112383852", picture)


def test_a_text_is_handed_in_under_its_uuid_with_the_token(stub: Stub) -> None:
    stub.answers(200, TAKEN)
    one = scan()
    assert stub.line.hand_in(one) == [Answer("taken", "読み取りました", "131-12-38385-2")]
    ((path, headers, body),) = stub.came
    assert path == "/api/device/scans"
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    sent = json.loads(body)
    assert 0 <= sent.pop("age_seconds") < 60
    assert sent == {"deed": str(one.deed), "text": "13112383852"}


@pytest.mark.parametrize(
    ("status", "told", "why"),
    [
        (401, problem("token_not_valid", "no"), "no"),
        (403, {"code": "role_missing", "detail": "role"}, "role"),
        (404, problem("unknown_address", "no such call"), "no such call"),
        (409, {"code": 409, "detail": "another server's"}, "another server's"),
        (422, b"[" * 50_000, "HTTP 422"),
        (500, {"code": "internal", "detail": "failed"}, "failed"),
        (503, {"code": "ledger_busy", "detail": "busy"}, "busy"),
        (404, b"<h1>another server</h1>", "HTTP 404"),
        (422, b"[]", "HTTP 422"),
        (302, b"", "HTTP 302"),
        (200, b"<h1>another server</h1>", "none of a station"),
        (200, {"answers": [{"outcome": "taken"}]}, "none of a station"),
    ],
)
def test_what_may_pass_is_tried_again(stub: Stub, status: int, told: object, why: str) -> None:
    stub.answers(status, told)
    with pytest.raises(LaterError, match=why):
        stub.line.hand_in(scan())


@pytest.mark.parametrize(
    ("said", "seconds"), [("41", 41), ("0", 1), ("9" * 5000, 120), ("soon", 5), ("", 5), ("٣", 5)]
)
def test_a_pause_is_as_long_as_the_station_says_within_reason(
    stub: Stub, said: str, seconds: float
) -> None:
    stub.answers(503, b"", **({"Retry_After": said.encode().decode("latin-1")} if said else {}))
    with pytest.raises(LaterError) as later:
        stub.line.hand_in(scan())
    assert later.value.after_seconds == seconds


def test_an_answer_that_drips_in_for_ever_is_none(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "DEADLINE_SECONDS", 0.5)
    stub.answers(200, b"", Content_Length="1000")
    stub.drips = True
    began = time.monotonic()
    with pytest.raises(LaterError):
        stub.line.hand_in(scan())
    assert time.monotonic() - began < 10
    stub.drips = False


def test_an_answer_to_nothing_is_no_record(stub: Stub) -> None:
    stub.answers(200, {"answers": []})
    with pytest.raises(RefusedError):
        stub.line.hand_in(scan())


def test_no_words_of_the_other_side_steer_a_terminal(stub: Stub) -> None:
    stub.answers(422, problem("x", "\x1b[2Jall recorded\nrecorded: 1"))
    with pytest.raises(RefusedError, match=r"^\?\[2Jall recorded\?recorded: 1$"):
        stub.line.hand_in(scan())


def test_whoever_is_too_fast_waits_as_long_as_the_station_says(stub: Stub) -> None:
    stub.answers(429, problem("too_many_attempts", "wait"), Retry_After="41")
    with pytest.raises(LaterError) as later:
        stub.line.hand_in(scan())
    assert later.value.after_seconds == 41


@pytest.mark.parametrize("status", [409, 413, 422])
def test_what_the_station_can_never_take_is_refused_in_its_words(stub: Stub, status: int) -> None:
    stub.answers(status, problem("badge_scanned", "職員証です"))
    with pytest.raises(RefusedError, match="職員証です"):
        stub.line.hand_in(scan())


def test_nobody_at_the_other_end_is_no_answer() -> None:
    with pytest.raises(LaterError, match="no answer"):
        line_to("http://127.0.0.1:9", TOKEN).hand_in(scan())


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://hall.example:8000", "show the token"),
        ("http://192.0.2.1", "show the token"),
        ("ftp://hall", "station's address"),
        ("hall:8443", "station's address"),
        ("https://hall:8443/arrivals", "station's address"),
        ("https://hall:99999", "[Pp]ort"),
        ("https://user:word@hall", "station's address"),
        ("https://hall#there", "station's address"),
        ("https://a..b", "station's address"),
        ("https://ha ll", "station's address"),
        (f"https://{'a' * 64}.example", "station's address"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(address: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        line_to(address, TOKEN)


@pytest.mark.parametrize("token", ["", "two\nlines", "ひみつ"])
def test_what_can_be_no_token_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        line_to("https://hall", token)


def test_a_token_is_not_shown() -> None:
    assert TOKEN not in repr(line_to("https://hall", TOKEN))


def test_by_https_only_a_station_whose_authority_was_named_gets_the_token(
    stub: Stub, tmp_path: Path
) -> None:
    stub.answers(200, TAKEN)
    own = Authority(tmp_path / "tls")
    certificate = own.certify(["localhost"], [ip_address("127.0.0.1")], datetime.now(UTC))
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(own.server_file)
    stub.server.socket = served.wrap_socket(stub.server.socket, server_side=True)
    address = f"https://127.0.0.1:{stub.server.server_port}"
    with pytest.raises(LaterError, match="CERTIFICATE_VERIFY_FAILED"):
        line_to(address, TOKEN).hand_in(scan())
    assert stub.came == []
    root = own.own_certificate()
    assert root is not None
    assert root != certificate
    trusted = tmp_path / "ca.crt"
    trusted.write_bytes(pem_of(root))
    (answer,) = line_to(address, TOKEN, trusted).hand_in(scan())
    assert answer.outcome == "taken"

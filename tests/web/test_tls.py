"""HTTPS of the station's own: the local authority, the office's certificates, real connections."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from fastapi.testclient import TestClient
from playwright.sync_api import Error, Playwright

from station.ledger.keys import write_secret
from station.web import authority as authorities
from station.web.addresses import Address
from station.web.app import create_app
from station.web.authority import (
    Authority,
    CertificateError,
    address_or_name,
    fingerprint,
    may_vouch,
    names_in,
)
from station.web.tls import Given, Local, Tls, pem_of, read_certificate
from tests.support.browser import ARGUMENTS, CHROMIUM, free_port
from tests.support.hall import PIN, Hall
from tests.support.keys import fresh_signer

NOW = datetime.now(UTC)
NAMES = ["localhost", "station.example"]
ADDRESSES: list[Address] = [ip_address("127.0.0.1"), ip_address("::1"), ip_address("192.0.2.7")]


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "tls")


def certified(authority: Authority, now: datetime = NOW) -> x509.Certificate:
    return authority.certify(NAMES, ADDRESSES, now)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def test_keys_are_their_owners_alone_and_nothing_else_is_left(authority: Authority) -> None:
    certified(authority)
    assert modes(authority.folder) == {"authority.pem": 0o600, "server.pem": 0o600}
    assert authority.folder.stat().st_mode & 0o777 == 0o700


def test_an_authority_is_made_once_and_lasts_ten_years(authority: Authority) -> None:
    one = authority.root(NAMES, ADDRESSES, NOW).certificate
    two = authority.root(["other.example"], [], NOW + timedelta(days=3000)).certificate
    assert one == two
    assert one.not_valid_after_utc - one.not_valid_before_utc == timedelta(days=3652)
    with pytest.raises(CertificateError, match=r"move .* away"):
        authority.root(NAMES, ADDRESSES, one.not_valid_after_utc)


def test_two_processes_at_once_make_one_authority(authority: Authority) -> None:
    found: list[x509.Certificate] = []
    threads = [
        threading.Thread(
            target=lambda: found.append(authority.root(NAMES, ADDRESSES, NOW).certificate)
        )
        for _ in range(2)
    ]
    first = authority.root(NAMES, ADDRESSES, NOW).certificate
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    late = authorities._new_authority(NAMES, ADDRESSES, NOW)
    write_secret(authority.folder / "authority.pem", late.pem())
    assert {*found, authority.own_certificate()} == {first}


def test_a_server_certificate_says_all_names_and_counts_at_most_397_days(
    authority: Authority,
) -> None:
    made = certified(authority)
    assert names_in(made) == {*NAMES, *map(str, ADDRESSES)}
    assert made.not_valid_after_utc - made.not_valid_before_utc == timedelta(days=397)
    assert made.not_valid_before_utc < NOW - timedelta(hours=20), "a tablet's clock may be behind"


def test_it_is_renewed_a_month_before_its_end_and_not_earlier(authority: Authority) -> None:
    made = certified(authority)
    month_before = made.not_valid_after_utc - timedelta(days=30)
    assert certified(authority, month_before - timedelta(hours=1)) == made
    renewed = certified(authority, month_before)
    assert renewed != made
    assert renewed.not_valid_after_utc > made.not_valid_after_utc + timedelta(days=300)
    assert read_certificate(authority.server_file) == renewed


def test_it_is_renewed_for_other_names_or_another_authority(
    authority: Authority, tmp_path: Path
) -> None:
    made = certified(authority)
    fewer = authority.certify(NAMES, ADDRESSES[:2], NOW)
    assert names_in(fewer) == {*NAMES, "127.0.0.1", "::1"}
    other = Authority(tmp_path / "other")
    certified(other)
    (other.folder / "server.pem").write_bytes(authority.server_file.read_bytes())
    assert certified(other) not in {made, fewer}


def test_it_does_not_outlive_its_authority(authority: Authority) -> None:
    root = authority.root(NAMES, ADDRESSES, NOW).certificate
    last = certified(authority, root.not_valid_after_utc - timedelta(days=100))
    assert last.not_valid_after_utc == root.not_valid_after_utc


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("station.example", True),
        ("desk.station.example", True),
        ("anything.local", True),
        ("localhost", True),
        ("192.168.7.7", True),
        ("192.0.2.7", True),
        ("fd00::1", True),
        ("192.0.2.8", False),
        ("8.8.8.8", False),
        ("2001:db8::1", False),
        ("example", False),
        ("bank.example.com", False),
        ("evilstation.example", False),
    ],
)
def test_an_authority_vouches_for_its_own_and_local_names_only(
    authority: Authority, name: str, allowed: bool
) -> None:
    root = authority.root(NAMES, ADDRESSES, NOW).certificate
    assert may_vouch(root, address_or_name(name)) is allowed


def test_a_name_beyond_the_authority_is_refused(authority: Authority) -> None:
    authority.root(NAMES, ADDRESSES, NOW)
    with pytest.raises(CertificateError, match=r"got bank\.example\.com; leave them out"):
        authority.certify([*NAMES, "bank.example.com"], ADDRESSES, NOW)


def test_a_key_that_others_can_open_is_not_used(authority: Authority) -> None:
    certified(authority)
    (authority.folder / "authority.pem").chmod(0o640)
    with pytest.raises(CertificateError, match="nobody but its owner"):
        certified(authority)


@pytest.mark.parametrize("broken", [b"", b"-----BEGIN nothing", b"\xff\x00"])
def test_a_damaged_file_is_said(authority: Authority, broken: bytes) -> None:
    certified(authority)
    authority.server_file.write_bytes(broken)
    with pytest.raises(CertificateError, match="expected a key and a certificate in"):
        certified(authority)


def test_names_in_other_scripts_are_told_as_dns_writes_them() -> None:
    assert address_or_name("市役所.Local") == "xn--7sto6a74d.local"
    assert address_or_name(" Station.LOCAL ") == "station.local"
    assert address_or_name("::0001") == ip_address("::1")


def given(authority: Authority, tmp_path: Path, now: datetime = NOW) -> Given:
    """A certificate and its key in two files, as an office's authority hands them out."""
    certified(authority)
    data = authority.server_file.read_bytes()
    begins = data.index(b"-----BEGIN CERTIFICATE")
    (tmp_path / "office.crt").write_bytes(data[begins:])
    (tmp_path / "office.key").write_bytes(data[:begins])
    (tmp_path / "office.key").chmod(0o600)
    return Given(tmp_path / "office.crt", tmp_path / "office.key", now=lambda: now)


def test_the_offices_own_certificate_is_used_as_it_is(authority: Authority, tmp_path: Path) -> None:
    office = given(authority, tmp_path)
    assert Tls(office).context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_wrong_files_are_each_told_apart(authority: Authority, tmp_path: Path) -> None:
    office = given(authority, tmp_path)
    crt, key = office.certificate, office.key
    strange = tmp_path / "strange.key"
    made = authorities.Pair(read_certificate(crt), ec.generate_private_key(ec.SECP256R1()))
    strange.write_bytes(made.pem().split(b"-----BEGIN CERTIFICATE")[0])
    strange.chmod(0o600)
    load_pem_private_key(strange.read_bytes(), None)
    open_key = tmp_path / "open.key"
    open_key.write_bytes(key.read_bytes())
    open_key.chmod(0o644)
    wrong = {
        "expected a certificate in .*No such file": Given(tmp_path / "none", key),
        "expected a private key in .*No such file": Given(crt, tmp_path / "none"),
        "expected a certificate in PEM": Given(key, key),
        "expected a private key in PEM": Given(crt, crt),
        "got another certificate's": Given(crt, strange),
        "do: chmod 600": Given(crt, open_key),
        "get a new one": Given(crt, key, now=lambda: NOW + timedelta(days=400)),
        "set the clock": Given(crt, key, now=lambda: NOW - timedelta(days=2)),
    }
    for says, files in wrong.items():
        with pytest.raises(CertificateError, match=says):
            files.files()


def test_a_server_that_runs_shows_the_renewed_certificate(tmp_path: Path) -> None:
    clock = [NOW - timedelta(days=380)]
    local = Local(tmp_path / "tls", now=lambda: clock[0])
    tls = Tls(local)
    root = local.authority()
    assert root is not None
    trusting = ssl.create_default_context(cadata=pem_of(root).decode())
    trusting.check_hostname = True

    def shown() -> bytes:
        """What a client that trusts the authority is shown; a handshake in memory."""
        to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = trusting.wrap_bio(to_client, to_server, server_hostname="localhost")
        server = tls.context.wrap_bio(to_server, to_client, server_side=True)
        waiting = [client, server]
        while waiting:
            for side in [*waiting]:
                try:
                    side.do_handshake()
                except ssl.SSLWantReadError:
                    continue
                waiting.remove(side)
        return client.getpeercert(binary_form=True) or b""

    first = shown()
    with tls.kept_fresh(every_s=0.01):
        time.sleep(0.05)
        assert shown() == first
        clock[0] = NOW
        until = time.monotonic() + 30
        while shown() == first:
            assert time.monotonic() < until, "the old certificate is shown still"
            time.sleep(0.05)
    assert read_certificate(local.files()[0]).not_valid_after_utc > NOW + timedelta(30)


def test_what_fails_while_serving_is_logged_and_the_old_certificate_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tls = Tls(Local(tmp_path / "tls"))
    (tmp_path / "tls" / "authority.pem").write_bytes(b"gone")
    with tls.kept_fresh(every_s=0.01):
        until = time.monotonic() + 30
        while not caplog.records and time.monotonic() < until:
            time.sleep(0.01)
    assert "expected a key and a certificate" in caplog.text


def client_of(hall: Hall, tmp_path: Path, *, is_local: bool, scheme: str = "https") -> TestClient:
    if is_local:
        local = Local(tmp_path / "tls")
        local.files()
        app = create_app(hall.ledger, hall.hasher, ZoneInfo("UTC"), fresh_signer, local)
    else:
        office = given(Authority(tmp_path / "tls"), tmp_path)
        app = create_app(hall.ledger, hall.hasher, ZoneInfo("UTC"), fresh_signer, office)
    address = f"{scheme}://testserver"
    return TestClient(app, base_url=address, headers={"Origin": address}, follow_redirects=False)


def test_a_local_authority_is_explained_and_given_to_whoever_asks(
    hall: Hall, tmp_path: Path
) -> None:
    client = client_of(hall, tmp_path, is_local=True)
    root = Local(tmp_path / "tls").authority()
    assert root is not None
    told = client.get("/trust")
    assert fingerprint(root) in told.text
    for word in ("Windows", "Android", "iPad", "証明書をダウンロードする"):
        assert word in told.text
    english = client.get("/trust", headers={"Cookie": "station_language=en"}).text
    assert "Certificate Trust Settings" in english
    given_out = client.get("/trust/ca.crt")
    assert x509.load_pem_x509_certificate(given_out.content) == root
    assert b"PRIVATE" not in given_out.content
    assert given_out.headers["content-type"] == "application/x-x509-ca-cert"
    assert 'href="/trust"' in client.get("/sign-in").text


def test_a_station_without_an_authority_says_what_to_do(hall: Hall, tmp_path: Path) -> None:
    office = client_of(hall, tmp_path, is_local=False)
    assert "庁内の認証局" in office.get("/trust").text
    assert office.get("/trust/ca.crt").status_code == 404
    assert 'href="/trust"' not in office.get("/sign-in").text
    plain = create_app(hall.ledger, hall.hasher, ZoneInfo("UTC"), fresh_signer)
    assert "station serve --tls" in TestClient(plain).get("/trust").text


def test_only_the_offices_own_certificate_is_promised_for_later(hall: Hall, tmp_path: Path) -> None:
    header = "strict-transport-security"
    assert header not in client_of(hall, tmp_path / "a", is_local=True).get("/trust").headers
    (tmp_path / "b").mkdir()
    office = client_of(hall, tmp_path / "b", is_local=False)
    assert office.get("/trust").headers[header] == "max-age=2592000"
    plain = client_of(hall, tmp_path / "b", is_local=False, scheme="http")
    assert header not in plain.get("/trust").headers


def test_a_session_over_https_is_a_secure_cookie(hall: Hall, tmp_path: Path) -> None:
    form = {"badge": hall.people["clerk"].badge, "pin": PIN}
    for scheme, is_secure in (("https", True), ("http", False)):
        client = client_of(hall, tmp_path, is_local=True, scheme=scheme)
        cookie = client.post("/sign-in", data=form).headers["set-cookie"]
        assert ("Secure" in cookie) is is_secure


@pytest.fixture
def station(hall: Hall, tmp_path: Path) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    port = free_port()
    clean = {key: value for key, value in os.environ.items() if not key.startswith("STATION_")}
    url = hall.engine.url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "station", "serve", "--tls", "--port", str(port), "--db", url],
        env={**clean, "STATION_KEYS": str(tmp_path / "keys")},
        stdout=subprocess.PIPE,
        text=True,
    )
    yield port, process
    process.terminate()
    process.wait()
    assert process.stdout
    process.stdout.close()


def serving(port: int, process: "subprocess.Popen[str]") -> str:
    """Wait until it answers; return what it has said by then."""
    assert process.stdout
    said = ""
    while "/trust" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    return said


@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_station_speaks_https_that_its_authority_vouches_for(
    station: tuple[int, "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    port, process = station
    said = serving(port, process)
    unchecked = httpx2.get(f"https://127.0.0.1:{port}/trust/ca.crt", verify=False)
    taken = x509.load_pem_x509_certificate(unchecked.content)
    assert re.search(r"SHA-256: (\S+)", said).group(1) == fingerprint(taken)  # type: ignore[union-attr]
    (tmp_path / "ca.crt").write_bytes(unchecked.content)
    trusting = ssl.create_default_context(cafile=tmp_path / "ca.crt")
    trusting.verify_flags |= ssl.VERIFY_X509_STRICT
    for host in ("127.0.0.1", "localhost"):
        answer = httpx2.get(f"https://{host}:{port}/sign-in", verify=trusting)
        assert answer.status_code == 200
    with pytest.raises(httpx2.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx2.get(f"https://127.0.0.1:{port}/sign-in", verify=ssl.create_default_context())
    assert modes(tmp_path / "keys" / "tls") == {"authority.pem": 0o600, "server.pem": 0o600}


CERTUTIL = shutil.which("certutil")
FILMING = """navigator.mediaDevices.getUserMedia({ video: true })
  .then((stream) => stream.getVideoTracks()[0].readyState, (error) => error.name)"""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(
    CERTUTIL is None, reason="certutil is missing; do: apt-get install libnss3-tools"
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_browser_that_took_the_certificate_in_trusts_the_station_and_gives_its_camera(
    playwright: Playwright, station: tuple[int, "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    """Chromium judges the chain, its constraints and its days by its own rules."""
    port, process = station
    serving(port, process)
    root = tmp_path / "keys" / "tls" / "authority.pem"
    kept = tmp_path / ".pki" / "nssdb"
    kept.mkdir(parents=True)
    certutil("-N", "--empty-password", folder=kept)
    name = socket.gethostname().lower()
    address = f"https://{name}:{port}/trust"
    for is_told in (False, True):
        if is_told:
            certutil("-A", "-n", "station", "-t", "C,,", "-i", str(root), folder=kept)
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                *ARGUMENTS,
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                f"--host-resolver-rules=MAP {name} 127.0.0.1",
            ],
            env={**os.environ, "HOME": str(tmp_path)},
        )
        page = opened.new_page()
        if is_told:
            page.goto(address)
            assert page.evaluate(FILMING) == "live"
        else:
            with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
                page.goto(address)
        opened.close()


def certutil(*arguments: str, folder: Path) -> None:
    assert CERTUTIL
    subprocess.run(
        [CERTUTIL, *arguments, "-d", f"sql:{folder}"],
        check=True,
        timeout=20,
        stdin=subprocess.DEVNULL,
    )

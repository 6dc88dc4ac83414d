"""What options and settings say of HTTPS: half of it, or two things at once, is refused."""

from pathlib import Path

import pytest

from station.cli.options import CommandError
from station.cli.tls import certificates_for, tell
from station.settings import settings_from
from station.web.addresses import addresses_of_this_machine, names_of_this_machine
from station.web.authority import CertificateError
from station.web.tls import Certificates, Given, Local, Tls

HERE = Path("a.crt")


def chosen(
    *, local: bool = False, certificate: Path | None = None, key: Path | None = None, **said: str
) -> Certificates | None:
    setting = settings_from({"STATION_KEYS": "/keys", **said})
    return certificates_for(setting, local=local, certificate=certificate, key=key)


def test_https_is_by_option_or_setting_and_options_come_first() -> None:
    assert chosen() is None
    assert chosen(local=True) == Local(Path("/keys/tls"))
    named = chosen(STATION_TLS="local", STATION_TLS_NAMES="a.local, 10.0.0.1 b.local")
    assert named == Local(Path("/keys/tls"), ("a.local", "10.0.0.1", "b.local"))
    given = chosen(STATION_TLS_CERT="x.crt", STATION_TLS_KEY="x.key", STATION_TLS="local")
    assert given == Given(Path("x.crt"), Path("x.key"))
    assert chosen(certificate=HERE, STATION_TLS_CERT="x.crt", STATION_TLS_KEY="x.key") == Given(
        HERE, Path("x.key")
    )


def test_half_of_it_is_never_plain_http() -> None:
    with pytest.raises(CommandError, match="got one of the two"):
        chosen(certificate=HERE)
    with pytest.raises(CommandError, match="got one of the two"):
        chosen(STATION_TLS_KEY="x.key")
    with pytest.raises(CommandError, match="got both"):
        chosen(local=True, certificate=HERE, key=HERE)
    with pytest.raises(CommandError, match="expected STATION_TLS=local or none, got 'yes'"):
        chosen(STATION_TLS="yes")


def test_names_and_folders_that_cannot_be_are_said(tmp_path: Path) -> None:
    with pytest.raises(CertificateError, match=r"STATION_TLS_NAMES, got 'a\.\.b'"):
        Local(tmp_path, ("a..b",)).files()
    (tmp_path / "file").touch()
    with pytest.raises(CertificateError, match="set STATION_KEYS"):
        Local(tmp_path / "file" / "tls").files()


def test_what_serve_says_names_addresses_and_fingerprint(tmp_path: Path) -> None:
    said: list[str] = []
    tls = Tls(Local(tmp_path, ("fd00::7", "desk.local")))
    tell(tls, "127.0.0.1", 8443, said.append)
    assert said[0] == "https://127.0.0.1:8443"
    assert said[1].startswith("certificate until "), "nothing listens on other addresses"
    said.clear()
    tell(tls, "0.0.0.0", 8443, said.append)  # noqa: S104
    assert "https://desk.local:8443" in said
    assert "https://[fd00::7]:8443" in said
    assert not any("127.0.0.1" in line for line in said)
    assert any(line.startswith("local authority, SHA-256: ") for line in said)


def test_this_machine_knows_its_names() -> None:
    assert "localhost" in names_of_this_machine()
    assert {"127.0.0.1", "::1"} <= {str(address) for address in addresses_of_this_machine()}

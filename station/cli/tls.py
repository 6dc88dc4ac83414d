"""Which certificate `station serve` shows, and what it says of it."""

from collections.abc import Callable
from pathlib import Path

from station.cli.options import CommandError
from station.settings import Settings
from station.web.authority import fingerprint, names_in
from station.web.tls import Certificates, Given, Local, Tls, read_certificate

LOCAL = "local"
FOLDER = "tls"
EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to know it, not to listen
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def local_folder(setting: Settings) -> Path:
    """Return where the local authority is kept: beside the key that signs checkpoints."""
    return setting.keys / FOLDER


def certificates_for(
    setting: Settings, *, local: bool, certificate: Path | None, key: Path | None
) -> Certificates | None:
    """Return what options and settings say of HTTPS, options first; None for plain HTTP.

    CommandError for half of it, or for two things at once: guessing here would be plain HTTP.
    """
    certificate, key = certificate or setting.tls_cert, key or setting.tls_key
    if setting.tls not in {"", LOCAL}:
        raise CommandError(f"expected STATION_TLS={LOCAL} or none, got {setting.tls!r}")
    if certificate is None and key is None:
        is_local = local or setting.tls == LOCAL
        return Local(local_folder(setting), setting.tls_names) if is_local else None
    if certificate is None or key is None:
        raise CommandError(
            "expected a certificate and its key (--tls-cert and --tls-key), got one of the two"
        )
    if local:
        raise CommandError("expected --tls, or --tls-cert with --tls-key, got both; choose one")
    return Given(certificate, key)


def tls_for(
    setting: Settings,
    *,
    local: bool = False,
    certificate: Path | None = None,
    key: Path | None = None,
) -> Tls | None:
    """Return the context for `certificates_for`, its certificate made; CertificateError."""
    chosen = certificates_for(setting, local=local, certificate=certificate, key=key)
    return Tls(chosen) if chosen else None


def tell(tls: Tls, host: str, port: int, say: Callable[[str], None]) -> None:
    """Say under which addresses the station is served, and what devices have to trust."""
    shown = read_certificate(tls.certificates.files()[0])
    everywhere = sorted(names_in(shown) - LOOPBACK) or ["localhost"]
    for name in everywhere if host in EVERY_ADDRESS else [host]:
        say(f"https://{f'[{name}]' if ':' in name else name}:{port}")
    say(f"certificate until {shown.not_valid_after_utc:%Y-%m-%d}")
    authority = tls.certificates.authority()
    if authority is not None:
        say(f"local authority, SHA-256: {fingerprint(authority)}")
        say("each device has to trust it once; the page /trust tells how")

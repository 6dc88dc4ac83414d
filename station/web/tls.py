"""HTTPS of the station's own: which certificate is shown, and that it is a valid one for ever."""

import logging
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from station.web.addresses import addresses_of_this_machine, names_of_this_machine
from station.web.authority import (
    Authority,
    CertificateError,
    address_or_name,
    may_vouch,
    utc_now,
)

LOOK_EVERY_S = 3600.0
EVERYBODY = 0o007
HSTS = "max-age=2592000"
"""RFC 6797: a month, this host alone, and only for an office's own certificate.

Where a browser has heard it, it lets nobody past a warning.  A device that does not trust a local
authority yet, or any more, must get past one to reach the page that tells how to trust it.
"""

log = logging.getLogger("station")


class Certificates(Protocol):
    """Where the certificate comes from."""

    @property
    def hsts(self) -> str:
        """Return the header Strict-Transport-Security, empty for none."""

    def files(self) -> tuple[Path, Path | None]:
        """Return the files of certificate and key, good for now; raises CertificateError."""

    def authority(self) -> x509.Certificate | None:
        """Return the local authority's certificate, which devices must be told to trust."""


@dataclass(frozen=True, slots=True)
class Local:
    """Certificates of this station's own authority, for all names of this machine and others."""

    folder: Path
    more_names: Sequence[str] = ()
    now: Callable[[], datetime] = utc_now
    hsts: str = ""

    def files(self) -> tuple[Path, None]:
        """See Certificates.  A name that was asked for must be allowed; one found is left out."""
        try:
            self._certify()
        except OSError as error:
            raise CertificateError(
                f"expected a folder that its owner can write in {self.folder}: {error.strerror}; "
                "give it to the station's user, or set STATION_KEYS"
            ) from error
        return Authority(self.folder).server_file, None

    def _certify(self) -> None:
        asked = [address_or_name(name) for name in self.more_names]
        found = [*names_of_this_machine(), *addresses_of_this_machine()]
        root = Authority(self.folder).root(
            [it for it in (*asked, *found) if isinstance(it, str)],
            [it for it in (*asked, *found) if not isinstance(it, str)],
            self.now(),
        )
        said = [*asked, *(it for it in found if may_vouch(root.certificate, it))]
        names = sorted({it for it in said if isinstance(it, str)})
        addresses = {it for it in said if not isinstance(it, str)}
        ordered = sorted(addresses, key=lambda it: (it.version, int(it)))
        Authority(self.folder).certify(names, ordered, self.now())

    def authority(self) -> x509.Certificate | None:
        """See Certificates; there is one once `files` was asked."""
        return Authority(self.folder).own_certificate()


@dataclass(frozen=True, slots=True)
class Given:
    """A certificate that the office's own authority has issued."""

    certificate: Path
    key: Path
    now: Callable[[], datetime] = utc_now
    hsts: str = HSTS

    def files(self) -> tuple[Path, Path]:
        """See Certificates: both files fit together and the certificate counts now."""
        certificate = read_certificate(self.certificate)
        self._require_key_of(certificate)
        now = self.now()
        begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
        if not begins <= now < ends:
            raise CertificateError(
                f"expected a certificate that counts today in {self.certificate}, got one from "
                f"{begins:%d %b %Y} until {ends:%d %b %Y}; get a new one, or set the clock"
            )
        return self.certificate, self.key

    def authority(self) -> None:
        """See Certificates: the office's devices trust its authority already."""
        return

    def _require_key_of(self, certificate: x509.Certificate) -> None:
        data = _bytes(self.key, "private key")
        try:
            key = load_pem_private_key(data, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise CertificateError(
                f"expected a private key in PEM without a password in {self.key}: {error}"
            ) from error
        if self.key.stat().st_mode & EVERYBODY:
            raise CertificateError(
                f"expected that not everybody can open {self.key}, but they can; "
                f"do: chmod 600 {self.key}"
            )
        if key.public_key() != certificate.public_key():
            raise CertificateError(
                f"expected the key of {self.certificate} in {self.key}, got another certificate's"
            )


def read_certificate(path: Path) -> x509.Certificate:
    """Return the first certificate of a PEM file, which is the server's; raises CertificateError.

    Those after it are the authorities between (RFC 8446, section 4.4.2: the end entity first).
    """
    data = _bytes(path, "certificate")
    try:
        return x509.load_pem_x509_certificate(data)
    except ValueError as error:
        raise CertificateError(f"expected a certificate in PEM in {path}: {error}") from error


def pem_of(certificate: x509.Certificate) -> bytes:
    """Return a certificate as devices take it in."""
    return certificate.public_bytes(Encoding.PEM)


def _bytes(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CertificateError(f"expected a {what} in {path}: {error.strerror}") from error


@dataclass(slots=True)
class Tls:
    """The context that the server hands to each connection, kept up to date while it serves."""

    certificates: Certificates
    context: ssl.SSLContext = field(init=False)

    def __post_init__(self) -> None:
        """A certificate that cannot be used is said now, not at the first connection."""
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.refresh()

    def refresh(self) -> None:
        """Load the certificate as it is now; connections that are open keep the old one."""
        certificate, key = self.certificates.files()
        try:
            self.context.load_cert_chain(certificate, key)
        except (ssl.SSLError, OSError) as error:
            raise CertificateError(f"expected a usable certificate, got: {error}") from error

    @contextmanager
    def kept_fresh(self, every_s: float = LOOK_EVERY_S) -> Iterator[None]:
        """Refresh every hour beside the server: a certificate that ends is renewed before.

        What fails is logged and tried again; the old certificate is shown meanwhile.
        """
        ended = threading.Event()

        def look() -> None:
            while not ended.wait(every_s):
                try:
                    self.refresh()
                except CertificateError as error:
                    log.error("%s", error)  # noqa: TRY400 - its message says it all

        beside = threading.Thread(target=look, name="tls", daemon=True)
        beside.start()
        try:
            yield
        finally:
            ended.set()
            beside.join()

"""A certificate authority of one station, for closed networks where no public one issues any.

Browsers give a page the camera only in a secure context (W3C Secure Contexts, section 3), which
on a LAN means HTTPS with a certificate that the device trusts.  The authority's certificate is
installed on each tablet once; server certificates follow from it by themselves.

Whoever stole the authority's key could pretend to be any site to a device that trusts it.  So it
binds its own hands: name constraints (RFC 5280, section 4.2.1.10) let it vouch for this station's
names, for names that exist only in a local network, and for private addresses, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from station.ledger.keys import OTHERS, replace_secret, write_secret
from station.web.addresses import Address

AUTHORITY_LASTS = timedelta(days=3652)
SERVER_LASTS = timedelta(days=397)
"""What browsers accept at most of public authorities (CA/Browser Forum BR 6.3.2, Apple HT211025
until March 2026); a local one may do more, and gains nothing by it."""

RENEW_BEFORE_END = timedelta(days=30)
CLOCKS_MAY_DIFFER = timedelta(days=1)
"""A tablet whose clock is behind must not find the certificate to be of the future."""

LOCAL_NAMES = ("localhost", "local", "lan", "internal", "home.arpa")
"""RFC 6761, RFC 6762, ICANN 2024 (internal), RFC 8375; lan is habit.  With all names below them."""

PRIVATE_NETWORKS = tuple(
    ip_network(text)
    for text in (
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
        "::1/128", "fc00::/7",
    )
)  # fmt: skip
"""RFC 1122, RFC 1918, RFC 6598, RFC 4291, RFC 4193."""


class CertificateError(Exception):
    """A certificate that cannot be used; the message says what was expected and what to do."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self) -> bytes:
        """Both in one text, so that they are replaced together or not at all."""
        private = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return private + self.certificate.public_bytes(Encoding.PEM)


@dataclass(frozen=True, slots=True)
class Authority:
    """The local authority and the server's certificate, in a folder that only its owner opens."""

    folder: Path

    @property
    def server_file(self) -> Path:
        """Where the server's key and certificate are, in one file."""
        return self.folder / "server.pem"

    @property
    def _own_file(self) -> Path:
        return self.folder / "authority.pem"

    def own_certificate(self) -> x509.Certificate | None:
        """Return the authority's certificate, None where there is none yet."""
        return _read(self._own_file).certificate if self._own_file.exists() else None

    def root(self, names: Sequence[str], addresses: Sequence[Address], now: datetime) -> Pair:
        """Return the authority, made when there is none yet; raises CertificateError.

        A new one may vouch for the names and addresses given, besides local ones.  Where two
        processes make one at once, both go on with the one that came first.
        """
        if not self._own_file.exists():
            made = _new_authority(names, addresses, now)
            write_secret(self._own_file, made.pem())
        kept = _read(self._own_file)
        if kept.certificate.not_valid_after_utc <= now:
            raise CertificateError(
                f"expected a local authority that counts today, got one that ended on "
                f"{kept.certificate.not_valid_after_utc:%d %b %Y}; move {self.folder} away, start "
                "again, and let every device trust the new one"
            )
        return kept

    def certify(
        self, names: Sequence[str], addresses: Sequence[Address], now: datetime
    ) -> x509.Certificate:
        """Return the server's certificate for names and addresses, renewed where it is time.

        That is within a month of its end, or when it says other names, or another authority
        signed it.  Names for which the authority may not vouch raise CertificateError.
        """
        root = self.root(names, addresses, now)
        refused = [str(it) for it in (*names, *addresses) if not may_vouch(root.certificate, it)]
        if refused:
            raise CertificateError(
                f"expected names for which the local authority may vouch, got "
                f"{', '.join(refused)}; leave them out of STATION_TLS_NAMES, or move "
                f"{self.folder} away, start again, and let every device trust the new authority"
            )
        wanted = {*names, *map(str, addresses)}
        if self.server_file.exists():
            kept = _read(self.server_file).certificate
            is_young = kept.not_valid_after_utc > now + RENEW_BEFORE_END
            if is_young and names_in(kept) == wanted and _is_signed_by(kept, root.certificate):
                return kept
        made = _new_server(root, names, addresses, now)
        replace_secret(self.server_file, made.pem())
        return made.certificate


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate as devices show it: AB:CD:..."""
    return certificate.fingerprint(SHA256()).hex(":").upper()


def names_in(certificate: x509.Certificate) -> set[str]:
    """Return the host names and addresses that a certificate is for."""
    try:
        said = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return set()
    addresses = {str(address) for address in said.get_values_for_type(x509.IPAddress)}
    return addresses | set(said.get_values_for_type(x509.DNSName))


def may_vouch(root: x509.Certificate, name: str | Address) -> bool:
    """Whether an authority's constraints allow a name or an address."""
    limits = root.extensions.get_extension_for_class(x509.NameConstraints).value
    allowed = [tree.value for tree in limits.permitted_subtrees or ()]
    if isinstance(name, str):
        return any(name == it or name.endswith(f".{it}") for it in allowed if isinstance(it, str))
    return any(
        name in it for it in allowed if not isinstance(it, str) and it.version == name.version
    )


def _new_authority(names: Sequence[str], addresses: Sequence[Address], now: datetime) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    own = next((name for name in names if name != "localhost"), "localhost")
    called = _called(f"Mail station {own} {now:%Y-%m-%d}")
    networks = {*PRIVATE_NETWORKS, *(ip_network(address) for address in addresses)}
    limits = x509.NameConstraints(
        [
            *(x509.DNSName(name) for name in sorted({*LOCAL_NAMES, *names})),
            *(x509.IPAddress(it) for it in sorted(networks, key=lambda it: (it.version, str(it)))),
        ],
        None,
    )
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=True,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        _begun(called, called, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(limits, critical=True)
    )
    return Pair(builder.sign(key, SHA256()), key)


def _new_server(
    root: Pair, names: Sequence[str], addresses: Sequence[Address], now: datetime
) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = root.certificate
    of_issuer = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    said = [*map(x509.DNSName, names), *map(x509.IPAddress, addresses)]
    # A certificate must not outlive who signed it.
    lasts = min(SERVER_LASTS, issuer.not_valid_after_utc - (now - CLOCKS_MAY_DIFFER))
    builder = (
        _begun(_called("Mail station"), issuer.subject, key, now, lasts)
        .add_extension(x509.SubjectAlternativeName(said), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(of_issuer),
            critical=False,
        )
    )
    return Pair(builder.sign(root.key, SHA256()), key)


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    lasts: timedelta,
) -> x509.CertificateBuilder:
    """Begin a certificate that counts from a day ago, within `lasts` over all."""
    begins = now - CLOCKS_MAY_DIFFER
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _is_signed_by(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(root)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, a new one is made
        return False
    return True


def _read(path: Path) -> Pair:
    if path.stat().st_mode & OTHERS:
        raise CertificateError(
            f"expected that nobody but its owner can open {path}, but others can, do: "
            f"move {path.parent} away, start again, and let every device trust the new authority"
        )
    try:
        data = path.read_bytes()
        key = load_pem_private_key(data, password=None)
        certificate = x509.load_pem_x509_certificate(data)
    except (ValueError, TypeError, UnsupportedAlgorithm, OSError) as error:
        raise CertificateError(f"expected a key and a certificate in {path}: {error}") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise CertificateError(f"expected an elliptic curve's key in {path}")
    return Pair(certificate, key)


def address_or_name(text: str) -> Address | str:
    """Return an address where a text is one, else a host name in small letters, in ASCII.

    Raises CertificateError for what can be neither.
    """
    try:
        return ip_address(text)
    except ValueError:
        pass
    try:
        return text.strip().lower().encode("idna").decode("ascii")
    except UnicodeError as error:
        raise CertificateError(
            f"expected a host name or an address in STATION_TLS_NAMES, got {text!r}: {error}"
        ) from error


def utc_now() -> datetime:
    """The time by which certificates are judged: real time, not the ledger's."""
    return datetime.now(UTC)

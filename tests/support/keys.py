"""Keys that sign nothing but tests."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station.ledger.notes import Signer


def fresh_signer() -> Signer:
    """A key that nobody knows."""
    return Signer("test", Ed25519PrivateKey.generate())

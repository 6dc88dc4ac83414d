"""The signing key: made once, kept from others, changed without losing old papers."""

import stat
from pathlib import Path

import pytest

from station.ledger.keys import KeyFileError, Keyring
from station.ledger.notes import NoteError, opened

TEXT = "line\n"


def test_a_key_is_made_at_first_use_and_kept(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys", "市役所 本庁")
    note = ring.signer().sign(TEXT)
    again = Keyring(tmp_path / "keys", "市役所 本庁")
    assert again.signer().verifier == ring.signer().verifier
    assert opened(note, again.known())[0] == TEXT
    assert ring.signer().name == "市役所_本庁"


def test_nobody_else_can_open_it(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys", "hall")
    ring.signer()
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "keys" / "current.pem").stat().st_mode) == 0o600
    (tmp_path / "keys" / "current.pem").chmod(0o640)
    with pytest.raises(KeyFileError, match="nobody but its owner"):
        ring.signer()


def test_after_rotation_old_notes_still_open_and_new_ones_are_signed_anew(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys", "hall")
    old = ring.signer().sign(TEXT)
    new = ring.rotate().sign(TEXT)
    assert len(ring.known()) == 2
    assert opened(old, ring.known())[1] == ring.known()[0]
    assert opened(new, ring.known())[1] == ring.known()[1] == ring.signer().verifier
    with pytest.raises(NoteError):
        opened(new, ring.known()[:1])


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_damaged_key_file_is_told(tmp_path: Path, content: bytes) -> None:
    ring = Keyring(tmp_path, "hall")
    ring.signer()
    (tmp_path / "current.pem").write_bytes(content)
    with pytest.raises(KeyFileError, match="expected"):
        ring.signer()


def test_no_key_knows_nothing(tmp_path: Path) -> None:
    assert Keyring(tmp_path / "none", "hall").known() == []


def test_the_pepper_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    keys = Keyring(tmp_path / "keys", "x")
    made = keys.pepper()
    assert len(made) == 32
    assert keys.pepper() == made
    kept = tmp_path / "keys" / "pepper"
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(0o640)
    with pytest.raises(KeyFileError, match="chmod 600"):
        keys.pepper()
    kept.chmod(0o600)
    kept.write_bytes(made[:5])
    with pytest.raises(KeyFileError, match="got 5, do: bring the file back"):
        keys.pepper()

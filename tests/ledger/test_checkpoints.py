"""What a signed paper proves: even who owns the database cannot rewrite the past unseen."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine, text

from station.ledger import journal
from station.ledger.chain import GENESIS_HASH, Head
from station.ledger.checkpoints import Checkpoint, checkpoint, checkpoint_from, not_extended
from station.ledger.database import reading
from station.ledger.notes import NoteError, Signer
from station.ledger.rebuild import rebuild
from station.ledger.verify import verify
from tests.ledger.test_verify import cut_off_after, loosen, tighten
from tests.support.hall import TREASURY, Hall
from tests.support.journals import exported

AUDITOR = Path(__file__).parents[2] / "audit" / "verify_journal.py"
SIGNER = Signer("mail-station/hall", Ed25519PrivateKey.generate())
KNOWN = [SIGNER.verifier]


@pytest.fixture
def busy_hall(hall: Hall) -> Hall:
    hall.routed(TREASURY, "13112383852", "20112345676")
    return hall


def rewritten(engine: Engine) -> None:
    """Change a word in an early entry, and every hash after it, as only an owner could."""
    with reading(engine) as connection:
        entries = list(journal.entries(connection, "hall"))
    previous = GENESIS_HASH
    loosen(engine)
    with engine.begin() as connection:
        for entry in entries:
            body = json.loads(entry.body)
            body["previous"] = previous
            if entry.seq == 3:
                body["terminal"] = "another"
            stored = json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            previous = hashlib.sha256(stored.encode()).hexdigest()
            change = "UPDATE journal SET body = :body, hash = :hash WHERE seq = :seq"
            values = {"body": stored, "hash": previous, "seq": entry.seq}
            connection.execute(text(change), values)
        connection.execute(text("UPDATE heads SET hash = :hash"), {"hash": previous})
    tighten(engine)


def audited(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-I", "-S", str(AUDITOR), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_ledger_that_went_on_extends_its_checkpoint(busy_hall: Hall) -> None:
    note = checkpoint(busy_hall.engine, "hall", SIGNER)
    due = checkpoint_from(note, KNOWN)
    assert due.office == "hall"
    assert not_extended(busy_hall.engine, due) is None
    busy_hall.routed(TREASURY, "55500123453")
    assert not_extended(busy_hall.engine, due) is None


def test_a_chain_that_was_written_anew_is_whole_and_yet_found(busy_hall: Hall) -> None:
    due = checkpoint_from(checkpoint(busy_hall.engine, "hall", SIGNER), KNOWN)
    rewritten(busy_hall.engine)
    (verdict,) = verify(busy_hall.engine)
    assert verdict.broken is None
    told = not_extended(busy_hall.engine, due)
    assert told is not None
    assert "rewritten" in told


def test_an_older_copy_is_found(busy_hall: Hall) -> None:
    head = checkpoint_from(checkpoint(busy_hall.engine, "hall", SIGNER), KNOWN).head
    later = Checkpoint("hall", Head(head.seq + 1, "ab" * 32, head.at))
    told = not_extended(busy_hall.engine, checkpoint_from(SIGNER.sign(later.text()), KNOWN))
    assert told is not None
    assert "cut off" in told


def test_a_tail_cut_off_with_all_that_follows_from_it_is_found(busy_hall: Hall) -> None:
    """Journal, head and tables agree on an older state; only the paper knows more."""
    due = checkpoint_from(checkpoint(busy_hall.engine, "hall", SIGNER), KNOWN)
    kept = due.head.seq - 4
    loosen(busy_hall.engine)
    with busy_hall.engine.begin() as connection:
        cut_off_after(connection, kept)
        connection.execute(text("DELETE FROM subjects WHERE seq > :kept"), {"kept": kept})
    rebuild(busy_hall.engine)
    told = not_extended(busy_hall.engine, due)
    assert told is not None
    assert f"saw {due.head.seq} entries, the ledger has {kept}: the newest were cut off" in told


def test_who_has_no_key_cannot_sign_what_they_wrote(busy_hall: Hall) -> None:
    rewritten(busy_hall.engine)
    forged = Signer("mail-station/hall", Ed25519PrivateKey.generate())
    with pytest.raises(NoteError, match="no known key"):
        checkpoint_from(checkpoint(busy_hall.engine, "hall", forged), KNOWN)


@pytest.mark.parametrize(
    "said",
    [
        "x\n",
        "other/hall\n1\nAA==\n2020-10-31T01:40:00.000000Z\n",
        "mail-station/ledger/a\nx\ny\nz\n",
    ],
)
def test_other_notes_are_no_checkpoints(said: str) -> None:
    with pytest.raises(NoteError, match="expected"):
        checkpoint_from(SIGNER.sign(said), KNOWN)


def test_an_office_that_never_was_has_no_checkpoint(busy_hall: Hall) -> None:
    with pytest.raises(NoteError, match="never founded"):
        checkpoint(busy_hall.engine, "nowhere", SIGNER)


def test_an_auditor_checks_an_export_without_this_package(busy_hall: Hall, tmp_path: Path) -> None:
    path = exported(busy_hall.engine, tmp_path / "journal.jsonl")
    note = tmp_path / "checkpoint.txt"
    note.write_text(checkpoint(busy_hall.engine, "hall", SIGNER), encoding="utf-8")
    found = audited(path, "--checkpoint", note, "--key", SIGNER.verifier)
    assert found.returncode == 0, found
    assert "intact: " in found.stdout
    assert "extends the checkpoint of" in found.stdout


def test_an_auditor_finds_a_chain_written_anew(busy_hall: Hall, tmp_path: Path) -> None:
    note = tmp_path / "checkpoint.txt"
    note.write_text(checkpoint(busy_hall.engine, "hall", SIGNER), encoding="utf-8")
    rewritten(busy_hall.engine)
    path = exported(busy_hall.engine, tmp_path / "journal.jsonl")
    assert audited(path).returncode == 0
    found = audited(path, "--checkpoint", note, "--key", SIGNER.verifier)
    assert (found.returncode, "written anew" in found.stdout) == (1, True)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda lines: [*lines[:5], lines[5].replace("hall", "hull"), *lines[6:]], "altered"),
        (lambda lines: [*lines[:5], *lines[6:]], "missing"),
        (lambda lines: [*lines[:5], lines[6], lines[5], *lines[7:]], "out of order"),
        (lambda lines: [*lines[:5], "{}", *lines[5:]], "no entry"),
        (lambda lines: lines[1:], "missing"),
    ],
)
def test_an_auditor_names_the_first_damage(
    busy_hall: Hall, tmp_path: Path, damage: object, says: str
) -> None:
    path = exported(busy_hall.engine, tmp_path / "journal.jsonl")
    assert callable(damage)
    path.write_text("\n".join(damage(path.read_text(encoding="utf-8").splitlines())) + "\n")
    found = audited(path)
    assert found.returncode == 1
    assert says in found.stdout


@pytest.mark.parametrize("place", [0, 40, 63])
def test_an_auditor_refuses_a_signature_that_is_none(
    busy_hall: Hall, tmp_path: Path, place: int
) -> None:
    path = exported(busy_hall.engine, tmp_path / "journal.jsonl")
    said = Checkpoint("hall", Head(0, GENESIS_HASH, busy_hall.clock())).text()
    note = SIGNER.sign(said)
    kept = tmp_path / "checkpoint.txt"
    kept.write_text(note.replace("\n0\n", "\n1\n") if place == 0 else _bent(note, place))
    found = audited(path, "--checkpoint", kept, "--key", SIGNER.verifier)
    assert found.returncode == 1
    assert "signature does not hold" in found.stdout


def _bent(note: str, place: int) -> str:
    head, _, encoded = note.rstrip("\n").rpartition(" ")
    changed = "A" if encoded[place] != "A" else "B"
    return f"{head} {encoded[:place]}{changed}{encoded[place + 1 :]}\n"

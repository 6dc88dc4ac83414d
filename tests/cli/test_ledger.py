"""station ledger: checkpoints on paper and in a file, keys, and an export."""

import subprocess
import sys
from pathlib import Path

import cv2
import pytest

from tests.support import nursery

AUDITOR = Path(__file__).parents[2] / "audit" / "verify_journal.py"


@pytest.fixture
def founded(tmp_path: Path) -> Path:
    """A home with a founded office."""
    (tmp_path / "d.csv").write_text("番号,課名,かな,別名,受付\n02,総務課,,,振分け\n")
    (tmp_path / "p.csv").write_text("氏名,所属課,役割\n甲,総務課,管理者\n")
    tables = ("--departments", tmp_path / "d.csv", "--people", tmp_path / "p.csv")
    done = station(tmp_path, "init", *tables, "--name", "市役所")
    assert done.returncode == 0, done.stderr
    return tmp_path


def station(home: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    homes = {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    return nursery.station(*arguments, **homes)


@pytest.mark.slow
def test_a_checkpoint_goes_to_paper_and_comes_back(founded: Path) -> None:
    paper = founded / "paper.png"
    made = station(founded, "ledger", "checkpoint", "--qr", paper)
    assert made.stdout.startswith("mail-station/ledger/office\n")
    # Printed, and photographed askew on a grey desk.
    code = cv2.imread(str(paper), cv2.IMREAD_GRAYSCALE)
    assert code is not None
    desk = cv2.copyMakeBorder(code, 200, 200, 300, 300, cv2.BORDER_CONSTANT, value=(170,))
    middle = (desk.shape[1] / 2, desk.shape[0] / 2)
    turn = cv2.getRotationMatrix2D(middle, 11, 0.9)
    photo = cv2.warpAffine(desk, turn, desk.shape[::-1], borderValue=(170,))
    cv2.imwrite(str(founded / "photo.jpg"), cv2.GaussianBlur(photo, (0, 0), 1.2))
    found = station(founded, "ledger", "verify", "--against", founded / "photo.jpg")
    assert (found.returncode, found.stderr) == (0, "")
    assert "extends the checkpoint of 4 entries (office office)" in found.stdout

    (founded / "note.txt").write_text(made.stdout, encoding="utf-8")
    kept = station(founded, "ledger", "verify", "--against", founded / "note.txt")
    assert kept.returncode == 0
    (founded / "note.txt").write_text(made.stdout.replace("\n4\n", "\n3\n"), encoding="utf-8")
    altered = station(founded, "ledger", "verify", "--against", founded / "note.txt")
    assert altered.returncode == 1
    assert "altered" in altered.stderr


@pytest.mark.slow
def test_an_export_and_the_office_s_keys_are_enough_for_an_auditor(founded: Path) -> None:
    note = founded / "note.txt"
    note.write_text(station(founded, "ledger", "checkpoint").stdout, encoding="utf-8")
    journal = founded / "journal.jsonl"
    journal.write_text(station(founded, "ledger", "export").stdout, encoding="utf-8")
    rotated = station(founded, "ledger", "keys", "--rotate").stdout.splitlines()
    assert len(rotated) == 2
    arguments = [str(journal), "--checkpoint", str(note), "--key", rotated[0]]
    found = subprocess.run(
        [sys.executable, "-I", str(AUDITOR), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
    still = station(founded, "ledger", "verify", "--against", note)
    assert "extends the checkpoint" in still.stdout, "an old key's paper holds after rotation"


@pytest.mark.slow
def test_what_is_no_checkpoint_is_told(founded: Path) -> None:
    (founded / "blank.png").write_bytes(b"no picture")
    for path in ("missing.png", "blank.png"):
        found = station(founded, "ledger", "verify", "--against", founded / path)
        assert found.returncode == 1
        assert "expected a checkpoint" in found.stderr
        assert "Traceback" not in found.stderr
    key = founded / "config" / "mail-station" / "keys" / "current.pem"  # beside the PINs' pepper
    key.write_text("no key")
    key.chmod(0o600)
    assert "expected a private key" in station(founded, "ledger", "checkpoint").stderr


@pytest.mark.slow
def test_purge_says_what_it_deleted(founded: Path) -> None:
    done = station(founded, "ledger", "purge", "--older-than", 1)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("purged 0 names, notes and photos kept since before 20")
    refused = station(founded, "ledger", "purge", "--older-than", 0)
    assert refused.returncode == 2

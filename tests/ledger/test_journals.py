"""Old entries verify for ever: journals as earlier versions wrote them are read by this one."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from sqlalchemy import Engine

from station.ledger.codec import decode, encode
from station.ledger.verify import verify
from tests.support import journals

AUDITOR = journals.ROOT / "audit" / "verify_journal.py"
FROZEN = sorted(journals.FOLDER.glob("*.jsonl"))

each_frozen = pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)


def test_this_version_has_a_frozen_journal() -> None:
    assert journals.this_version() in {path.stem for path in FROZEN}


@each_frozen
def test_a_frozen_journal_is_replayed_and_verifies(engine: Engine, path: Path) -> None:
    journals.load(path, engine)
    (verdict,) = verify(engine)
    last = journals.entries_of(path)[-1]
    assert (verdict.broken, verdict.entries, verdict.head) == (None, last.seq, last.hash)


@each_frozen
def test_an_auditor_accepts_a_frozen_journal(path: Path) -> None:
    command = [sys.executable, "-I", "-S", str(AUDITOR), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("intact: ")) == (0, True), done


def test_an_auditor_does_not_call_nothing_intact(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    command = [sys.executable, "-I", "-S", str(AUDITOR), str(tmp_path / "empty")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "BROKEN: expected entries, got an empty file\n")


@each_frozen
def test_every_frozen_entry_is_read_with_the_same_values(path: Path) -> None:
    for entry in journals.entries_of(path):
        body = json.loads(entry.body)
        fact = decode(body["kind"], body["version"], body["payload"])
        said = encode(fact)["payload"]
        assert isinstance(said, dict)
        assert_says_as_much(said, body["payload"])
        added = said.keys() - body["payload"].keys()
        defaults = {field.name for field in fields(fact) if field.default is not MISSING}
        assert added <= defaults
        if path.stem != journals.this_version():
            assert body["version"] < fact.version or not added


def assert_says_as_much(now: object, then: object) -> None:
    """Whatever an entry said is said again; only further fields may stand beside it."""
    if isinstance(then, Mapping):
        assert isinstance(now, Mapping)
        for name, value in then.items():
            assert_says_as_much(now[name], value)
    else:
        assert now == then


@pytest.mark.slow
def test_the_next_journal_could_be_frozen_now(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    journals.write(path)
    assert journals.missing(path) == {}

"""Small disks that a test mounts where it may."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, *, size: str) -> Iterator[Path]:
    """Mount a disk of this size on a new folder; skip the test where nobody may mount."""
    folder.mkdir()
    done = _mount("-t", "tmpfs", "-o", f"size={size},mode=1777", "tmpfs", str(folder))
    if done.returncode:
        pytest.skip(f"no disk may be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def let_be_written(folder: Path, *, may: bool) -> None:
    """Let a mounted disk be written, or read only."""
    done = _mount("-o", f"remount,{'rw' if may else 'ro'}", str(folder))
    assert done.returncode == 0, done.stderr


def fill(folder: Path) -> Path:
    """Fill a disk to its last byte; return the file to be deleted."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 512, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue
    return filler


def _mount(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = ["mount", *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))

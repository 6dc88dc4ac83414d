"""A file that is there whole or not at all: a full disk leaves no half paper that looks whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class PaperError(Exception):
    """A paper cannot be made; the message says what was expected, what came and what to do."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write into; it takes its name once all of it is on disk.

    What was there under that name stays until then, and stays for good where something fails.
    Raises PaperError where the disk or the folder does not let it.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise PaperError(_why(path, error)) from error
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise PaperError(_why(path, error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _why(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"expected to write {path}: {reason}; nothing was left there, choose another place"

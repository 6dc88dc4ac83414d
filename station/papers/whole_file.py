"""A file that is there whole or not at all: a full disk leaves no half paper that looks whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from station.words import Say
from station.words import noted as _


class PaperError(Exception):
    """A paper cannot be made; the message says what was expected, what came and what to do.

    `message` is a sentence of the catalogue with its details left open, so that a reader is told in
    their own language; the error itself says it in English.
    """

    def __init__(self, message: str, **details: object) -> None:
        self.message, self.details = message, details
        super().__init__(message.format(**details))

    def told(self, say: Say) -> str:
        """Return the message in a reader's language."""
        return say(self.message).format(**self.details)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write into; it takes its name once all of it is on disk.

    What was there under that name stays until then, and stays for good where something fails.
    Raises PaperError where the disk or the folder does not let it.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _unwritten(path: Path, error: OSError) -> PaperError:
    return PaperError(
        _("expected to write {path}: {reason}; nothing was left there, choose another place"),
        path=path,
        reason=error.strerror or str(error),
    )

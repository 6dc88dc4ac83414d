"""The form in which names are compared: without width, case and spaces."""

import sqlite3
import unicodedata

SQLITE_FOLD = "station_fold"


def fold(text: str) -> str:
    """Bring a heading or name to the form in which it is compared: width, case, spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def teach_sqlite(raw: sqlite3.Connection) -> None:
    """Give a SQLite connection the same function: it knows nothing of Unicode's forms."""
    raw.create_function(SQLITE_FOLD, 1, fold, deterministic=True)

"""Free text of forms and of the API: every field that a person writes in is one of these.

A test walks through all routes and finds the field that is not (tests/web/test_written.py).
"""

from pydantic import AfterValidator

from station.desk.free_text import cleaned, one_line

LINES = AfterValidator(cleaned)
"""Stands behind a field's bounds: what is written there may have several lines."""

LINE = AfterValidator(one_line)
"""The same, of one line."""

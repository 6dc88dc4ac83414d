"""Schemathesis finds nothing: no failure, and no answer but those that the document tells of."""

from pathlib import Path

import pytest

from tests.support.api_trial import Trial


@pytest.mark.slow
def test_calls_that_nobody_thought_of_are_answered_as_the_document_says(tmp_path: Path) -> None:
    trial = Trial(tmp_path)
    assert list(trial.run(examples=1, is_short=True)) == []
    assert trial.tried > 150

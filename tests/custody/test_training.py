"""Which ledger is for practising, and how that is said."""

import pytest

from station.custody.training import FILE_PREFIX, MARK, file_name, is_training, mark_of


@pytest.mark.parametrize("office", ["training", "training-2", "training-"])
def test_a_training_ledger_is_marked(office: str) -> None:
    assert is_training(office)
    assert mark_of(office) == MARK
    assert file_name(office, "book.pdf") == f"{FILE_PREFIX}book.pdf"


@pytest.mark.parametrize("office", ["hall", "", "trainings", "city-training", "Training"])
def test_a_real_one_is_not(office: str) -> None:
    assert not is_training(office)
    assert mark_of(office) == ""
    assert file_name(office, "book.pdf") == "book.pdf"

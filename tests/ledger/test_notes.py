"""Signed notes: what is signed holds, and nothing else does."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station.ledger.notes import NoteError, Signer, Verifier, name_for, opened, verifier_from

TEXT = "mail-station/ledger/市役所\n3\nwdeylrap28aOhMRbNHdZp0NgXdqd9Fq7Px4DGl3zVOM=\n"


def signer(name: str = "mail-station/市役所") -> Signer:
    return Signer(name, Ed25519PrivateKey.generate())


def test_a_note_opens_with_its_key_and_tells_it() -> None:
    mine = signer()
    text, key = opened(mine.sign(TEXT), [signer("other").verifier, mine.verifier])
    assert (text, key) == (TEXT, mine.verifier)


def test_a_printed_note_may_come_back_with_other_line_ends() -> None:
    mine = signer()
    assert opened(mine.sign(TEXT).replace("\n", "\r\n"), [mine.verifier])[0] == TEXT


@pytest.mark.parametrize(("one", "other"), [("3\n", "4\n"), ("市役所", "市役著"), ("w", "W")])
def test_an_altered_note_is_refused(one: str, other: str) -> None:
    mine = signer()
    with pytest.raises(NoteError, match="altered"):
        opened(mine.sign(TEXT).replace(one, other, 1), [mine.verifier])


def test_another_key_of_the_same_name_does_not_open_it() -> None:
    with pytest.raises(NoteError, match="no known key"):
        opened(signer().sign(TEXT), [signer().verifier])


@pytest.mark.parametrize("text", ["", "no note", "a\n\n", "a\n\n— x !!!\n", "a\n\n— x\n"])
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(NoteError):
        opened(text, [signer("x").verifier])


@pytest.mark.parametrize("text", ["no newline", "an empty\n\nline\n"])
def test_only_plain_lines_are_signed(text: str) -> None:
    with pytest.raises(NoteError, match="expected lines"):
        signer().sign(text)


def test_a_key_is_told_and_understood() -> None:
    mine = signer().verifier
    assert verifier_from(str(mine)) == mine
    name, key_id, data = str(mine).split("+", 2)
    wrongs = ("", "a+b", f"{name}+00000000+{data}", f"{name}+{key_id}+!", f"x+{key_id}+{data}")
    for wrong in wrongs:
        with pytest.raises(NoteError, match="expected"):
            verifier_from(wrong)


def test_names_hold_no_space_and_no_plus() -> None:
    assert name_for("つばめ野 市役所+支所") == "つばめ野_市役所_支所"
    assert Verifier("a", b"\0" * 32).key_id != Verifier("b", b"\0" * 32).key_id

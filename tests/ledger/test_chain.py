"""The chain: bytes, hashes, order; every way of breaking it is found and named."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from station.ledger.chain import BEGINNING, Break, Entry, Head, Heading, Json, append, hash_of, walk

AT = datetime(2020, 10, 31, 1, 40, tzinfo=UTC)
HEADING = Heading("hall", UUID(int=7), "take_in", UUID(int=1), "01", "desk")
FACT: dict[str, Json] = {
    "kind": "item_taken_in",
    "version": 1,
    "payload": {"あて先": "出納室", "n": 1},
}


def chain(length: int) -> list[Entry]:
    head, entries = BEGINNING, []
    for position in range(length):
        at = AT + timedelta(seconds=position)
        entries.append(append(head, HEADING, position, at, FACT))
        head = Head(entries[-1].seq, entries[-1].hash, at)
    return entries


def broken(entries: list[Entry]) -> Break:
    found = [e for e in walk("hall", entries) if isinstance(e, Break)]
    assert len(found) == 1
    return found[0]


def rehashed(entry: Entry, **changes: object) -> Entry:
    """An entry whose body was edited by somebody who also recomputed its hash."""
    body = json.dumps({**json.loads(entry.body), **changes}, sort_keys=True, ensure_ascii=False)
    return entry._replace(body=body, hash=hash_of(body.encode()))


def test_a_chain_holds() -> None:
    entries = chain(5)
    assert list(walk("hall", entries)) == entries


def test_what_is_hashed_is_what_is_stored() -> None:
    entry = chain(1)[0]
    assert entry.hash == hash_of(entry.body.encode())
    body = json.loads(entry.body)
    assert list(body) == sorted(body), "RFC 8785, section 3.2.3: members are sorted"
    assert "出納室" in entry.body, "RFC 8785, section 3.2.2.2: nothing is escaped needlessly"
    assert body["previous"] == "0" * 64
    assert body["at"] == "2020-10-31T01:40:00.000000Z"


def test_a_clock_that_runs_backwards_is_overruled() -> None:
    head = Head(3, "a" * 64, AT)
    entry = append(head, HEADING, 0, AT - timedelta(days=1), FACT)
    assert json.loads(entry.body)["at"] == "2020-10-31T01:40:00.000000Z"


Tamper = Callable[[list[Entry]], list[Entry]]


@pytest.mark.parametrize(
    ("tamper", "seq", "says"),
    [
        (
            lambda e: [e[0], e[1]._replace(body=e[1].body.replace("出納室", "経営企画"))],
            2,
            "altered",
        ),
        (lambda e: [e[0], rehashed(e[1], payload={}), *e[2:]], 3, "hangs on"),
        (lambda e: [e[0], e[2], e[1]], 2, "expected entry 2, got entry 3"),
        (lambda e: [e[0], *e[2:]], 2, "missing"),
        (lambda e: e[1:], 1, "missing"),
        (lambda e: [e[0]._replace(kind="other")], 1, "columns"),
        (lambda e: [e[0]._replace(deed=UUID(int=8).hex)], 1, "columns"),
        (lambda e: [rehashed(e[0], office="elsewhere")], 1, "columns"),
        (lambda e: [e[0], rehashed(e[1], at="2019-01-01T00:00:00.000000Z")], 2, "its time"),
    ],
)
def test_tampering_is_found_and_named(tamper: Tamper, seq: int, says: str) -> None:
    found = broken(tamper(chain(4)))
    assert found.seq == seq
    assert says in found.what
    assert str(found).startswith(f"entry {seq}: ")


def test_a_body_that_is_no_entry_is_found() -> None:
    entry = chain(1)[0]._replace(body="{}", hash=hash_of(b"{}"))
    assert broken([entry]).seq == 1
    entry = chain(1)[0]._replace(body="[", hash=hash_of(b"["))
    assert broken([entry]).seq == 1

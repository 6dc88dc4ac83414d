import asyncio
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

import pytest

from benchmarks import web
from benchmarks.terminals.client import Answer, Client
from benchmarks.terminals.first_page import visited
from benchmarks.terminals.hands import BareTerminal, numbers
from benchmarks.terminals.servers import Server
from station.numbers import identify

T = TypeVar("T")


class Idle:
    def resident_mb(self) -> float:
        return 1.0


def side(acknowledged: Sequence[dict[str, str]]) -> web.Side:
    terminals = []
    for mine in acknowledged:
        terminal = BareTerminal(0, "127.0.0.1")
        for deed, number in mine.items():
            terminal.taken.acknowledge(deed, number, due=0.0)
        terminals.append(terminal)
    return web.Side(cast("Server", Idle()), terminals, [0.5, 0.5])


def test_a_scan_counts_as_missing_when_its_deed_or_its_number_is_not_there() -> None:
    figures = side([{"a": "1", "b": "2"}, {"c": "3", "d": "4"}]).figures(
        {"a": "1", "b": "9", "d": "4"}
    )
    assert figures["scans"] == 4
    assert figures["missing"] == 2
    assert figures["server_cpu_ms_a_scan"] == 250


def test_numbers_are_valid_and_differ() -> None:
    stream = numbers()
    some = [next(stream) for _ in range(500)]
    assert len(set(some)) == 500
    assert all(identify(number).number == number for number in some)


def apart(work: Callable[[], T]) -> T:
    """Do something in a thread of its own: a browser's tests may have left theirs a loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


class Pages:
    def __init__(self, files: dict[str, tuple[str, str]]) -> None:
        self.files = files

    async def get(self, path: str) -> Answer:
        body, kept = self.files[path]
        return Answer(200, {"cache-control": kept}, body.encode(), len(body))


def test_what_only_a_script_names_costs_a_round_trip_more_and_what_is_kept_none() -> None:
    page = '<link rel="stylesheet" href="/a.css"><script src="/x/a.js" type="module"></script>'
    script = 'import { b } from "./b.js";\n'
    kept = "max-age=1, immutable"
    files = {
        "/": (page, ""), "/a.css": ("p {}", kept), "/x/a.js": (script, kept), "/x/b.js": ("1", ""),
        "/within": ("<style>p {}</style>" + page.partition(">")[2], ""),
    }  # fmt: skip
    client = cast("Client", Pages(files))
    first, again = apart(lambda: asyncio.run(visited(client, ["/", "/"])))
    assert (first.files, first.round_trips_to_see, first.round_trips) == (4, 2, 3)
    assert first.bytes_sent == sum(len(files[name][0]) for name in files if name != "/within")
    assert (again.files, again.round_trips_to_see, again.round_trips) == (1, 1, 1)
    assert again.bytes_sent == len(page)
    (within,) = apart(lambda: asyncio.run(visited(client, ["/within"])))
    assert (within.files, within.round_trips_to_see, within.round_trips) == (3, 1, 3)


@pytest.mark.slow
def test_two_terminals_lose_nothing_at_a_real_server(capsys: pytest.CaptureFixture[str]) -> None:
    short = ["--seconds", "2", "--slice", "1", "--terminals", "2", "--only", "sqlite", "--json"]
    assert apart(lambda: web.main(short)) == 0
    told = json.loads(capsys.readouterr().out)["sqlite"]
    for name in ("station", "bare"):
        assert (told[name]["scans"], told[name]["errors"], told[name]["missing"]) == (4, 0, 0)
    assert "intact" in told["verdict"]
    assert told["pages"]["sign_in"]["bytes_sent"] < 100_000

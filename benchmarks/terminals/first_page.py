"""How much a page loads, and how often it has to ask before it works.

A round trip here is a wave: what is named in the page can be asked for at once, what only a script
names can be asked for when that script has come.
"""

import gzip
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from benchmarks.terminals.client import Answer, Client
from benchmarks.terminals.hands import OK

IMPORTED = re.compile(r"""^import\s[^"']*["'](\.[^"']+)["']""", re.MULTILINE)
LINKED = frozenset({"stylesheet", "icon", "modulepreload", "preload"})
SCRIPT = ".js"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a browser loads for one page, heads included."""

    files: int
    bytes_sent: int
    bytes_if_gzipped: int
    round_trips: int
    round_trips_again: int
    """At the next page, for whoever keeps what the station says may be kept."""

    bytes_again: int


class _Named(HTMLParser):
    """The files that a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag has the browser fetch."""
        said = dict(attrs)
        if tag == "link" and said.get("rel") in LINKED:
            self.files.append(said.get("href") or "")
        elif tag in {"script", "img"} and said.get("src"):
            self.files.append(said["src"] or "")


async def loaded(client: Client, path: str) -> Loaded:
    """Load a page as a browser would that has nothing in its cache."""
    page = await client.get(path)
    assert page.status == OK, page
    waves = [{path: page}]
    known = {path}
    wanted = {urljoin(path, name) for name in _files_of(page)}
    while wanted:
        known |= wanted
        wave = {name: await client.get(name) for name in sorted(wanted)}
        assert all(answer.status == OK for answer in wave.values()), wave
        waves.append(wave)
        named = {
            urljoin(name, further)
            for name, answer in wave.items()
            if name.endswith(SCRIPT)
            for further in IMPORTED.findall(answer.body.decode())
        }
        wanted = named - known
    answers = [answer for wave in waves for answer in wave.values()]
    again = [[answer for answer in wave.values() if not _is_kept(answer)] for wave in waves]
    return Loaded(
        len(answers),
        sum(answer.length for answer in answers),
        sum(_gzipped(answer) for answer in answers),
        len(waves),
        sum(1 for wave in again if wave),
        sum(answer.length for wave in again for answer in wave),
    )


def _files_of(page: Answer) -> list[str]:
    named = _Named()
    named.feed(page.body.decode())
    return named.files


def _is_kept(answer: Answer) -> bool:
    """Whether a browser may take it from its cache without asking (RFC 9111, RFC 8246)."""
    return "immutable" in answer.headers.get("cache-control", "")


def _gzipped(answer: Answer) -> int:
    if "content-encoding" in answer.headers:
        return answer.length
    return answer.length - len(answer.body) + len(gzip.compress(answer.body))

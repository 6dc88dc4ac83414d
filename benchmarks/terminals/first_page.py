"""How much pages load, and how often a browser asks before they are seen and before they work.

A round trip here is a wave: what is named in the page can be asked for at once, what only a script
names can be asked for when that script has come.  A page is seen when its styles have come; its
scripts are modules, which hold nothing up (HTML, 4.12.1.1).
"""

import gzip
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from benchmarks.terminals.client import Answer, Client
from benchmarks.terminals.hands import OK

IMPORTED = re.compile(r"""^import\s[^"']*["'](\.[^"']+)["']""", re.MULTILINE)
LINKED = frozenset({"stylesheet", "icon", "modulepreload", "preload", "prefetch"})
STYLES = "stylesheet"
SCRIPT = ".js"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a browser loads for one page, heads included."""

    files: int
    bytes_sent: int
    bytes_if_gzipped: int
    round_trips_to_see: int
    round_trips: int


class _Named(HTMLParser):
    """The files that a page names, and with which kind of link."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag has the browser fetch."""
        said = dict(attrs)
        rel = said.get("rel") or ""
        if tag == "link" and rel in LINKED:
            self.files[said.get("href") or ""] = rel
        elif tag in {"script", "img"} and said.get("src"):
            self.files[said["src"] or ""] = tag


async def visited(client: Client, paths: Sequence[str]) -> list[Loaded]:
    """Load pages one after the other, as a browser would that has kept nothing before the first.

    What the station says may be kept is not asked for again.
    """
    kept = set[str]()
    return [await _loaded(client, path, kept) for path in paths]


async def _loaded(client: Client, path: str, kept: set[str]) -> Loaded:
    """Load a page, and add to what is kept."""
    page = await client.get(path)
    assert page.status == OK, page
    waves = [{path: page}]
    named = _files_of(page)
    known = {path, *kept}
    wanted = {urljoin(path, name) for name in named} - known
    styles = {urljoin(path, name) for name, rel in named.items() if rel == STYLES} - known
    while wanted:
        known |= wanted
        wave = {name: await client.get(name) for name in sorted(wanted)}
        assert all(answer.status == OK for answer in wave.values()), wave
        waves.append(wave)
        imported = {
            urljoin(name, further)
            for name, answer in wave.items()
            if name.endswith(SCRIPT)
            for further in IMPORTED.findall(answer.body.decode())
        }
        wanted = imported - known
    came = {name: answer for wave in waves for name, answer in wave.items()}
    kept |= {name for name, answer in came.items() if _is_kept(answer)}
    return Loaded(
        len(came),
        sum(answer.length for answer in came.values()),
        sum(_gzipped(answer) for answer in came.values()),
        2 if styles else 1,
        len(waves),
    )


def _files_of(page: Answer) -> dict[str, str]:
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

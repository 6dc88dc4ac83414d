"""HTTP/1.1 as a browser speaks it to the station, cheap enough that the server is what is measured.

One connection that is kept open, one request at a time.  An answer must say its length: what the
station answers to a terminal always does.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "127.0.0.1"
ANSWER_SECONDS_MAX = 30
"""As long as static/outbox.js waits."""

HEAD_BYTES_MAX = 65_536
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names are in lower case, `length` counts head and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    length: int


class Client:
    """One connection of one terminal."""

    def __init__(self, port: int, own_address: str = HOST) -> None:
        self._port = port
        self._own_address = own_address
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._is_free = asyncio.Lock()
        self.cookie = ""

    async def get(self, path: str) -> Answer:
        """Fetch a page, or what belongs to one."""
        return await self._ask("GET", path, b"", "")

    async def post_json(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send what static/outbox.js sends."""
        return await self._ask("POST", path, json.dumps(fields).encode(), "application/json")

    async def post_form(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form, as a button does."""
        body = urlencode(fields).encode()
        return await self._ask("POST", path, body, "application/x-www-form-urlencoded")

    async def close(self) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()
            self._streams = None

    async def _ask(self, method: str, path: str, body: bytes, kind: str) -> Answer:
        """Ask once, never again; raises OSError or EOFError where no answer comes."""
        async with self._is_free:
            try:
                async with asyncio.timeout(ANSWER_SECONDS_MAX):
                    reader, writer = await self._connected()
                    writer.write(self._request(method, path, body, kind))
                    answer = await _answer(reader)
            except (OSError, EOFError):
                await self.close()
                raise
            if answer.headers.get("connection") == "close":
                await self.close()
            return answer

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None or self._streams[0].at_eof():  # the server hung up meanwhile
            await self.close()
            self._streams = await asyncio.open_connection(
                HOST, self._port, local_addr=(self._own_address, 0), limit=HEAD_BYTES_MAX
            )
        return self._streams

    def _request(self, method: str, path: str, body: bytes, kind: str) -> bytes:
        origin = f"http://{HOST}:{self._port}"
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {HOST}:{self._port}",
            "Connection: keep-alive",
            f"User-Agent: {AGENT}",
            "Accept: */*",
            f"Referer: {origin}/",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Mode: cors",
            "Sec-Fetch-Dest: empty",
            "Accept-Encoding: gzip, deflate, br, zstd",
            "Accept-Language: ja",
        ]
        if self.cookie:
            lines.append(f"Cookie: {self.cookie}")
        if method == "POST":
            lines += [f"Origin: {origin}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body


async def _answer(reader: asyncio.StreamReader) -> Answer:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    headers = {}
    for line in lines:
        name, _, value = line.partition(": ")
        headers[name.lower()] = value
    status = int(first.split(" ", 2)[1])
    length = int(headers.get("content-length", "0"))
    body = await reader.readexactly(length)
    return Answer(status, headers, body, len(head) + length)

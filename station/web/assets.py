"""Scripts and styles: asked for once, and then taken from the browser's own cache.

Each version of them has a folder of its own, so what lies there never changes and may be kept
(RFC 8246); a page names every file that its scripts import, so that all are asked for at once.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from fastapi import Response
from fastapi.staticfiles import StaticFiles
from markupsafe import Markup
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
MOUNTED = "/static"
KEPT = "public, max-age=31536000, immutable"
OK = 200

_IMPORT = re.compile(r'^import .* from "\./(?P<name>[a-z_]+\.js)";', re.MULTILINE)


def digest(*folders: Path) -> str:
    """Return what differs as soon as any file in the folders does."""
    found = (path for folder in folders for path in folder.rglob("*"))
    files = sorted(path for path in found if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


FOLDER = digest(STATIC)


def address(name: str) -> str:
    """Return where a file of this version is."""
    return f"{MOUNTED}/{FOLDER}/{name}"


@cache
def script(name: str) -> Markup:
    """Return what loads a script, and at the same time all that it imports."""
    preload = Markup('<link rel="modulepreload" href="{}">')
    ahead = Markup().join(preload.format(address(other)) for other in sorted(imported(name)))
    return ahead + Markup('<script src="{}" type="module"></script>').format(address(name))


def imported(name: str) -> frozenset[str]:
    """Return every script that a script imports, and theirs."""
    named = frozenset(_IMPORT.findall((STATIC / name).read_text(encoding="utf-8")))
    return named.union(*(imported(other) for other in named))


class Assets(StaticFiles):
    """The files, under their own version's folder and, to be asked for each time, without it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with a file."""
        folder, _, name = path.partition("/")
        if folder != FOLDER:
            return await super().get_response(path, scope)
        response = await super().get_response(name, scope)
        if response.status_code == OK:
            response.headers["Cache-Control"] = KEPT
        return response

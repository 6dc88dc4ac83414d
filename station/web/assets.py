"""Scripts and styles: asked for once, and then taken from the browser's own cache.

Each version of them has a folder of its own, so what lies there never changes and may be kept
(RFC 8246); a page names every file that its scripts import, so that all are asked for at once.  The
sign-in page, with which every terminal begins, has its styles within, and lets the browser fetch
what the next page needs.
"""

import hashlib
import re
from base64 import b64encode
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


STYLES = (STATIC / "station.css").read_text(encoding="utf-8")
STYLES_HASH = f"'sha256-{b64encode(hashlib.sha256(STYLES.encode()).digest()).decode()}'"
"""By which the content policy allows these very styles within a page (CSP Level 3, 2.3.1)."""


def styles_within() -> Markup:
    """Return the styles themselves: for the page that is seen before any file was kept."""
    return Markup("<style>{}</style>").format(Markup(STYLES))  # noqa: S704 - a file of our own


@cache
def script(name: str) -> Markup:
    """Return what loads a script, and at the same time all that it imports."""
    return _ahead(imported(name)) + Markup('<script src="{}" type="module"></script>').format(
        address(name)
    )


@cache
def for_later(*names: str) -> Markup:
    """Return what has the browser fetch scripts, and all that they import, for the next page."""
    return _ahead(frozenset(names).union(*map(imported, names)))


def _ahead(names: frozenset[str]) -> Markup:
    preload = Markup('<link rel="modulepreload" href="{}">')
    return Markup().join(preload.format(address(name)) for name in sorted(names))


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

"""Scripts and styles: kept by browsers as long as they are the same, and asked for all at once."""

import hashlib
import re
from base64 import b64encode

import pytest

from station.web.assets import FOLDER, KEPT, STATIC, address, imported, script
from tests.support.hall import Hall
from tests.web.test_guard import Terminals


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def test_a_file_of_this_version_may_be_kept(terminals: Terminals) -> None:
    client = terminals.nobody()
    for name in ("station.css", "scan.js", "icon.svg"):
        answer = client.get(address(name))
        assert answer.content == (STATIC / name).read_bytes()
        assert answer.headers["cache-control"] == KEPT


def test_any_other_address_is_asked_for_each_time(terminals: Terminals) -> None:
    client = terminals.nobody()
    assert client.get("/static/icon.svg").headers["cache-control"] == "no-store"
    for path in (address("nothing.js"), f"/static/{'0' * 16}/scan.js", f"/static/{FOLDER}"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert answer.headers["cache-control"] == "no-store", path


def test_what_a_script_imports_is_asked_for_with_it() -> None:
    assert imported("idle.js") == {"unsent.js", "outbox.js", "uuid.js"}
    tags = script("idle.js")
    for name in imported("idle.js"):
        assert f'<link rel="modulepreload" href="{address(name)}">' in tags
    assert f'<script src="{address("idle.js")}" type="module"></script>' in tags


def test_no_import_is_overlooked() -> None:
    for path in STATIC.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        named = set(re.findall(r"""["']\./([a-z_]+\.js)["']""", source))
        assert named <= imported(path.name), path.name


def test_every_page_names_files_that_exist(terminals: Terminals) -> None:
    for who, path in (("clerk", "/"), ("clerk", "/sorting"), ("duty", "/arrivals")):
        page = terminals(who).get(path).text
        named = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
        assert named
        assert all(name.startswith(f"/static/{FOLDER}/") for name in named)
        assert all((STATIC / name.rpartition("/")[2]).is_file() for name in named)


def test_the_content_policy_allows_the_stations_own_styles_within_a_page_and_no_others(
    terminals: Terminals,
) -> None:
    answer = terminals.nobody().get("/sign-in")
    (within,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert within == (STATIC / "station.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(within.encode()).digest()).decode()
    policy = dict(
        rule.strip().split(" ", 1) for rule in answer.headers["content-security-policy"].split(";")
    )
    assert policy["style-src"] == f"'self' 'sha256-{digest}'"
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_the_sign_in_page_names_all_that_the_next_page_loads(terminals: Terminals) -> None:
    def named(page: str) -> set[str]:
        return set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))

    first = named(terminals.nobody().get("/sign-in").text)
    home = named(terminals("clerk").get("/").text)
    assert home
    assert home <= first

"""A ledger to train with is marked on every page and on every paper; a real one on none."""

import io
import itertools
import re
from urllib.parse import unquote
from uuid import uuid4
from zoneinfo import ZoneInfo

import docx
import pytest
from httpx2 import Response
from playwright.sync_api import Browser, ViewportSize
from python_calamine import load_workbook
from sqlalchemy import Engine

from station.custody.facts import CaseOpened
from station.custody.training import FILE_PREFIX, MARK, OFFICE
from station.desk import day_close
from station.desk.expected import import_expected
from station.desk.pins import PinHasher
from station.desk.review import record_stray
from station.ledger import migrate
from station.ledger.checkpoints import ORIGIN
from station.ledger.database import open_engine
from station.papers.csv_lines import BYTE_ORDER_MARK
from station.papers.sizes import PaperSize
from station.web.assets import STYLES
from tests.support.browser import PHONE, fits_across, served, shoot, sign_in
from tests.support.hall import PIN, TREASURY, WATER, Hall, seen
from tests.support.papers import codes, printed, texts
from tests.support.ways import ways_of
from tests.web.test_guard import Terminals
from tests.web.test_papers import ONE, THREE, TWO, labelled, missed
from tests.web.test_whole_path import SHOTS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# Beside these, what is below /api/ is for programs, whom a header tells (web/security.py).
NO_PAGE = {
    "/metrics": "numbers for a program; /health says that it is training",
    "/trust/ca.crt": "a certificate is of the machine, not of an office",
    "/arrivals/{arrival}/slips/{place}": "a picture, shown on pages that are marked",
    "/photos/{item}": "a picture, shown on pages that are marked",
    "/incidents/{incident}/photo": "a picture, shown on a page that is marked",
    "/review/{case}/photo": "a picture, shown on a page that is marked",
}
VALUES = {"form": ("pdf", "xlsx", "csv", "docx", "md"), "name": ("ages", "arrivals", "caught")}
QUERIES = {
    "/waiting.pdf": f"?department={WATER}",
    "/book.{form}": "?from=2020-10-01&to=2020-11-30",
    "/trace": "?q=131",
    "/admin/departments/one": f"?number={TREASURY}",
}


@pytest.fixture
def trained(engine: Engine, hasher: PinHasher) -> Hall:
    """The small town hall as an office to train with."""
    return Hall(engine, hasher, OFFICE)


AS_IT_WAS_SIGNED = "/handovers/{handover}/statement.txt"
"""The very bytes of which the digest was signed: only the name of the file can bear the mark."""


def filled(hall: Hall) -> dict[str, tuple[str, ...]]:
    """Something of each kind; return its ids by the names that routes have for them."""
    items = hall.routed(TREASURY, ONE, TWO)
    (waiting,) = hall.taken("clerk", THREE)
    sealed = hall.handed_over(ONE, TWO)
    closing = hall.caller("treasurer")
    zone = ZoneInfo("Asia/Tokyo")
    day_close.open_day_close(hall.ledger, closing, zone=zone)
    for number in (ONE, TWO):
        done = {"day_close": closing.deed, "seen": seen(number), "zone": zone}
        day_close.count_piece(hall.ledger, hall.caller("treasurer"), **done)  # type: ignore[arg-type]
    finished = hall.caller("treasurer")
    day_close.finish_day_count(hall.ledger, finished, day_close=closing.deed, zone=zone)
    listed = hall.caller("clerk")
    table = "引受番号,種別\n55500123453,書留\n".encode()
    import_expected(hall.ledger, listed, source="予定.csv", data=table)
    stray = record_stray(hall.ledger, hall.caller("clerk"), seen=seen("31245077161"))
    with hall.ledger.views() as views:
        arrivals = [str(views.books.item(item).arrival) for item in (*items, waiting)]
    return {
        "arrival": tuple(arrivals),
        "item": (str(waiting), str(items[0]), str(labelled(hall))),
        "handover": (str(sealed),),
        "close": (str(closing.deed),),
        "incident": (str(missed(hall, items[1])),),
        "case": tuple(str(it.case) for it in stray.facts if isinstance(it, CaseOpened)),
        "key": (str(listed.deed),),
        "department": (WATER,),
        "person": (str(hall.people["clerk"].person),),
        **VALUES,
    }


def addresses(template: str, ids: dict[str, tuple[str, ...]]) -> list[str]:
    """Every address that a route has for these ids."""
    names = re.findall(r"{(\w+)}", template)
    any_id = tuple(itertools.chain.from_iterable(ids.values()))
    chosen = itertools.product(*(ids.get(name, any_id) for name in names))
    query = QUERIES.get(template, "")
    return [template.format(**dict(zip(names, values, strict=True))) + query for values in chosen]


def said(answer: Response) -> str:
    """All that an answer says, on each of its pages: the mark has to be on every one."""
    kind = answer.headers["content-type"]
    if kind.startswith("application/pdf"):
        pages = texts(answer.content)
        mark = MARK.replace(" ", "")
        assert all(page.count(mark) >= 1 for page in pages) or mark not in "".join(pages)
        return "\n".join(pages).replace(mark, MARK)
    if "spreadsheetml" in kind:
        book = load_workbook(io.BytesIO(answer.content))
        return str(book.get_sheet_by_index(0).to_python())
    if "wordprocessingml" in kind:
        paper = docx.Document(io.BytesIO(answer.content))
        head = paper.sections[0].header.paragraphs[0].text
        return "\n".join([head, *(it.text for it in paper.paragraphs)])
    return answer.text


def file_name(answer: Response) -> str | None:
    disposition = answer.headers.get("content-disposition", "")
    return unquote(disposition.partition("UTF-8''")[2]) if disposition else None


def walked(hall: Hall) -> dict[str, list[Response]]:
    """What every route that is a page or a paper answers, to somebody who may see it."""
    terminals = Terminals(hall)
    ids = filled(hall)
    found: dict[str, list[Response]] = {}
    for template, methods in ways_of(terminals.app).items():
        if "get" not in methods or template in NO_PAGE or template.startswith("/api/"):
            continue
        for address in addresses(template, ids):
            for who in ("supervisor", "clerk", "treasurer", "duty", "admin"):
                answer = terminals(who).get(address)
                sent = answer.headers.get("location", "/sign-in")
                if answer.status_code == 200 or not sent.startswith("/sign-in"):
                    shown = [answer] if answer.status_code == 200 else []
                    found.setdefault(template, []).extend(shown)
                    break
        assert template in found, f"nobody could see {template}"
    found["/sign-in"].append(terminals.nobody().get("/sign-in"))
    found["refused"] = [
        terminals("clerk").get("/overview"),
        terminals("clerk").get(f"/items/{uuid4()}"),
    ]
    form = {"badge": [hall.people["clerk"].badge, hall.people["duty"].badge]}
    found["badges"] = [
        terminals("admin").post("/admin/badges.pdf", data=form | {"size": size})
        for size in ("a4", "62x29")
    ]
    return found


def test_every_page_and_every_paper_of_training_says_so(trained: Hall) -> None:
    found = walked(trained)
    assert len(found) > 35
    papers = 0
    for template, answers in found.items():
        for answer in answers:
            assert answer.headers["station-ledger"] == "training", template
            name = file_name(answer)
            if template != AS_IT_WAS_SIGNED:
                assert MARK in said(answer) or answer.json() == answer.json() | {"training": True}
            if answer.headers["content-type"].startswith("text/html"):
                assert f"<title>{MARK} - " in answer.text, template
                assert 'class="training-mark"' in answer.text, template
                assert "本物の郵便物を読み取らないでください" in answer.text, template
            if name is not None:
                papers += 1
                assert name.startswith(FILE_PREFIX), template
    assert papers > 15
    for answer in found["/overview/{name}.csv"]:
        assert answer.content.startswith(BYTE_ORDER_MARK + MARK.encode() + b"\r\n")


def test_no_page_and_no_paper_of_a_real_office_does(hall: Hall) -> None:
    for template, answers in walked(hall).items():
        for answer in answers:
            assert "訓練" not in said(answer), template
            page = answer.text.replace(STYLES, "")  # they are the same for every ledger
            assert "training" not in page, template
            assert "station-ledger" not in answer.headers, template
            assert "訓練" not in (file_name(answer) or ""), template


def test_the_mark_hides_no_code_that_a_paper_has(trained: Hall) -> None:
    trained.routed(TREASURY, ONE)
    sealed = trained.handed_over(ONE)
    terminals = Terminals(trained)
    for size in ("a4", "62x100", "62"):
        slip = terminals("treasurer").get(f"/handovers/{sealed}/slip.pdf?size={size}")
        (code,) = [it for page in printed(slip.content, PaperSize(size)) for it in codes(page)]
        assert code.startswith(f"{ORIGIN}{OFFICE}\n"), "the checkpoint says it too"


def test_neither_knows_the_others_badges_or_ends_the_others_session(
    hall: Hall, hasher: PinHasher, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("training")
    other = open_engine(f"sqlite:///{folder}/training.sqlite3")
    migrate.prepare(other)
    trained = Hall(other, hasher, OFFICE)
    real, practice = Terminals(hall), Terminals(trained)
    for here, there in ((real, trained), (practice, hall)):
        form = {"badge": there.people["clerk"].badge, "pin": PIN}
        assert here.nobody().post("/sign-in", data=form).status_code == 401
    cookies = [
        terminals.nobody()
        .post("/sign-in", data={"badge": terminals.hall.people["clerk"].badge, "pin": PIN})
        .headers["set-cookie"]
        .partition("=")[0]
        for terminals in (real, practice)
    ]
    assert cookies == ["station", "station_training"]
    other.dispose()


@pytest.mark.browser
@pytest.mark.slow
def test_the_mark_stays_on_the_screen(chrome: Browser, trained: Hall) -> None:
    trained.routed(TREASURY, ONE, TWO)
    sealed = trained.handed_over(ONE, TWO)
    url = trained.engine.url.render_as_string(hide_password=False)
    with served(url) as server:
        for size, name in ((ViewportSize(width=1280, height=800), "wide"), (PHONE, "phone")):
            page = chrome.new_page(locale="ja-JP", viewport=size)
            page.goto(server.address)
            shoot(page, SHOTS, f"training-sign-in-{name}")
            sign_in(page, server.address, trained.people["treasurer"].badge, PIN)
            page.goto(f"{server.address}/handovers/{sealed}")
            page.mouse.wheel(0, 4000)
            mark = page.locator(".training-mark")
            assert mark.bounding_box()["y"] == 0  # type: ignore[index]
            fits_across(page)
            shoot(page, SHOTS, f"training-{name}")
            page.goto(f"{server.address}/handovers/{sealed}/slip")
            page.emulate_media(media="print")
            assert mark.is_visible()
            shoot(page, SHOTS, f"training-print-{name}")
            page.close()

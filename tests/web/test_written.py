"""Whatever is written freely, on a page or by a program, comes in by one door."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from station.web.written import LINE, LINES
from tests.support.hall import TREASURY, Hall
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ONE = "13112383852"

CHOSEN = {"department", "receiver", "successor", "number", "sheet", "column", "last", "locale"}
"""What names a thing that is there: a department, a sheet, a column's meaning, a day."""

SCANNED = {"text", "first", "second"}
"""What a scanner or a hand gives as a number; it is normalised, and kept as `storable` has it."""

SECRET = {"badge", "pin", "new_pin"}
"""Compared with what is kept, and never kept itself."""

CARRIED = {"part", "shown", "seen", "mark", "next", "digest", "to"}
"""What a page sends back of its own."""

NOT_WRITTEN = CHOSEN | SCANNED | SECRET | CARRIED


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def texts_in(kind: Any, metadata: Sequence[Any], name: str) -> Iterator[tuple[str, bool]]:
    """Yield each text within a field, by its name, and whether it is cleaned."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for inner, about in kind.model_fields.items():
            yield from texts_in(about.annotation, about.metadata, inner)
    elif kind is str:
        yield name, LINE in metadata or LINES in metadata
    elif get_origin(kind) is Annotated:
        inner, *own = get_args(kind)
        yield from texts_in(inner, own, name)
    else:
        for part in get_args(kind):
            yield from texts_in(part, metadata, name)


def routes_of(router: Any) -> Iterator[APIRoute]:
    """Yield every route; FastAPI keeps those of an included router within it."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif (included := getattr(route, "original_router", None)) is not None:
            yield from routes_of(included)


def sent(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    """Yield each text that the body of a request may have."""
    for body in dependant.body_params:
        about = body.field_info
        yield from texts_in(about.annotation, about.metadata, body.name)
    for within in dependant.dependencies:
        yield from sent(within)


def test_every_free_text_of_pages_and_api_is_cleaned(terminals: Terminals) -> None:
    found = {
        (route.path, name, is_cleaned)
        for route in routes_of(terminals.app)
        for name, is_cleaned in sent(route.dependant)
    }
    plain = {(path, name) for path, name, is_cleaned in found if not is_cleaned}
    assert {(path, name) for path, name in plain if name not in NOT_WRITTEN} == set()
    assert {name for _path, name in plain} == NOT_WRITTEN, "a word here that nobody sends"
    written = {name for _path, name, is_cleaned in found if is_cleaned}
    assert ("/admin/departments", "number") not in plain, "there it is written for the first time"
    assert written >= {"reason", "note", "carrier", "other_carrier", "description", "name", "kana"}


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\t", "\r", "\u2028"])
def test_what_is_not_seen_keeps_nobody_from_a_paper(terminals: Terminals, unseen: str) -> None:
    """On the way from the page to the receipt; the journal has the text without it."""
    hall, duty = terminals.hall, terminals("duty")
    form = deed(carrier=f"山川{unseen}便", declared_count="1")
    path = duty.post("/arrivals", data=form).headers["location"]
    duty.post(f"/api{path}/scans", json=deed(text=ONE)).raise_for_status()
    assert duty.post(f"{path}/close", data=deed()).status_code == 303
    assert duty.get(f"{path}/receipt.pdf").status_code == 200
    with hall.ledger.views() as views:
        carrier = views.books.arrival(UUID(form["deed"])).carrier
    assert carrier in {"山川便", "山川 便"}


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "😀"])
def test_one_note_or_scan_keeps_nobody_from_report_and_book(
    terminals: Terminals, sign: str
) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    opened = deed(reason=f"見当たらない{sign}")
    supervisor, treasurer = terminals("supervisor"), terminals("treasurer")
    assert supervisor.post(f"/items/{item}/incident", data=opened).status_code == 303
    path = f"/api/incidents/{opened['deed']}"
    (search, *_others) = treasurer.get(path).json()["searches"]
    answer = deed(note=f"棚にない{sign}") | {"found": False}
    treasurer.post(f"{path}/answers/{search['id']}", json=answer).raise_for_status()
    assert supervisor.get(f"/incidents/{opened['deed']}/report.pdf").status_code == 200
    form = deed(carrier="日本郵便", declared_count="1")
    arrival = terminals("duty").post("/arrivals", data=form).headers["location"]
    for _twice in "12":
        scan = deed(text=f"ZZ{sign}9")
        terminals("duty").post(f"/api{arrival}/scans", json=scan).raise_for_status()
    assert supervisor.get("/book.pdf").status_code == 200
    assert supervisor.get("/book.csv?encoding=cp932").status_code == 200

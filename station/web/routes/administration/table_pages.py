"""A table on its way in, whatever it is of: uploaded, asked about, previewed; not yet taken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request, Response

from station.custody.values import Role
from station.desk.tables import NO_CHOICES, Choices, Table, TableError
from station.ledger.store import Ledger
from station.web import carried
from station.web.carried import Carried, File, Uploaded
from station.web.context import InStation, Operator, SignedIn, Station, locale_of
from station.web.pages import page
from station.web.table_choices import NOT_LOOKED_AT, Chosen, headings_in, looked_at

Plan = TypeVar("Plan")
"""What a table would change, as its desk previews it."""


@dataclass(frozen=True, slots=True)
class Importing(Generic[Plan]):
    """What differs between one kind of table and another.

    `headings` are the columns that the page names, `beside` what its template shows with a plan.
    """

    template: str
    headings: Mapping[str, Sequence[str]]
    look_at: Callable[[bytes, Choices], Table]
    preview: Callable[[Ledger, bytes, ZoneInfo, Choices], Plan]
    beside: Callable[[Station, Plan], dict[str, Any]]


def pages_of(importing: Importing[Plan], prefix: str) -> APIRouter:
    """Return the routes of a table up to its preview; whoever asked for it adds `/take`."""
    router = APIRouter(prefix=prefix)

    @router.get("")
    def blank(request: Request, operator: SignedIn) -> Response:
        """The form for a table."""
        operator.require(Role.ADMINISTRATOR)
        return _page(request, importing)

    @router.post("")
    def preview(
        request: Request, station: InStation, operator: SignedIn, file: Uploaded
    ) -> Response:
        """What a table would change, every row that is wrong, or what has to be asked."""
        return _look(request, station, operator, importing, file, NO_CHOICES)

    @router.post("/columns")
    def preview_again(
        request: Request, station: InStation, operator: SignedIn, file: Carried, chosen: Chosen
    ) -> Response:
        """The same with the reader's word on the sheet and on what each column means."""
        return _look(request, station, operator, importing, file, chosen)

    return router


def _look(
    request: Request,
    station: Station,
    operator: Operator,
    importing: Importing[Plan],
    file: File,
    chosen: Choices,
) -> Response:
    operator.require(Role.ADMINISTRATOR)
    known: dict[str, Any] = {"file": file}
    try:
        table = importing.look_at(file.data, chosen)
        known |= looked_at(table, chosen)
        if table.problems:
            return _page(request, importing, **known)
        plan = importing.preview(station.ledger, file.data, station.zone, chosen)
    except TableError as error:
        return _page(request, importing, 422, errors=error.errors, **known)
    known |= importing.beside(station, plan)
    return _page(request, importing, plan=plan, shown=carried.shown(plan), **known)


def _page(
    request: Request,
    importing: Importing[Plan],
    status: int = 200,
    **known: Any,  # noqa: ANN401
) -> Response:
    labels = headings_in(locale_of(request), importing.headings)
    nothing = {**NOT_LOOKED_AT, "plan": None, "errors": (), "file": None, "labels": labels}
    return page(request, importing.template, status, **nothing | known)

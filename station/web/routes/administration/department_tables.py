"""課・グループ from a table: previewed, and then taken in whole or not at all."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Response

from station.desk import import_departments as deeds
from station.web import carried
from station.web.carried import Carried
from station.web.context import InStation, SignedIn, Station
from station.web.pages import go
from station.web.routes.administration.table_pages import Importing, pages_of
from station.web.table_choices import Chosen


def _beside(station: Station, plan: deeds.Plan) -> dict[str, Any]:
    with station.ledger.views() as views:
        known = {one.id: one for one in views.departments()}
    new = {it.department: it.opened.name for it in plan.changes if it.opened is not None}
    return {"known": known, "names": {one.id: one.name for one in known.values()} | new}


router = pages_of(
    Importing(
        "administration/departments_table.html",
        deeds.HEADINGS,
        deeds.look_at_table,
        deeds.preview,
        _beside,
    ),
    "/admin/departments/import",
)


@router.post("/take")
def take(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
    chosen: Chosen,
    shown: Annotated[list[str], Form()],
) -> Response:
    """Do what was previewed."""
    deeds.import_departments(
        station.ledger,
        operator.caller(deed),
        data=file.data,
        zone=station.zone,
        source=file.source,
        previewed=carried.seen(shown, deeds.Plan),
        choices=chosen,
    )
    return go("/admin/departments")

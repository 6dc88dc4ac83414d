"""職員 from a table: previewed, and then taken in whole or not at all."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request, Response

from station.desk import import_people as deeds
from station.web import carried
from station.web.carried import Carried
from station.web.context import InStation, SignedIn, Station
from station.web.pages import go
from station.web.routes.administration.person_lines import lines
from station.web.routes.administration.table_pages import Importing, pages_of
from station.web.routes.administration.told import Told, told_once
from station.web.table_choices import Chosen

SHOWN_MAX = 300
"""More rows than anybody reads of a preview; all of them are taken in."""

FOUNDING_ONLY = frozenset({"badge", "pin"})
"""Columns of the founding table: later, badges and PINs are made here and told once."""


def _beside(station: Station, plan: deeds.Plan) -> dict[str, Any]:
    with station.ledger.views() as views:
        people = {line.person.id: line for line in lines(views, station.ledger.now())}
        names = {one.id: one.name for one in views.departments()}
    return {"people": people, "names": names, "changes": plan.changes[:SHOWN_MAX]}


router = pages_of(
    Importing(
        "administration/people_table.html",
        {name: it for name, it in deeds.HEADINGS.items() if name not in FOUNDING_ONLY},
        deeds.look_at_table,
        deeds.preview,
        _beside,
    ),
    "/admin/people/import",
)


@router.post("/take")
def take(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
    chosen: Chosen,
    shown: Annotated[list[str], Form()],
) -> Response:
    """Do what was previewed; badges and PINs of the new people are on the answer, once."""
    enrolled = deeds.import_people(
        station.ledger,
        operator.caller(deed),
        station.hasher,
        data=file.data,
        zone=station.zone,
        source=file.source,
        previewed=carried.seen(shown, deeds.Plan),
        choices=chosen,
    )
    if not enrolled:
        return go("/admin/people")
    told = [Told(one.person, one.name, one.badge, pin) for one, pin in enrolled]
    return told_once(request, told)

"""状況: what is where and how old, what waits, and how the last weeks went."""

from fastapi import APIRouter, Request, Response

from station.desk.overview import SEEN_BY, Overview, overview, weeks
from station.web.context import InStation, SignedIn, Station, locale_of
from station.web.figures import Figure, figures
from station.web.pages import as_file, page
from station.words import sayer
from station.words.ages import age

router = APIRouter()


@router.get("/overview")
def look(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Show counts and ages, and the plots with their tables."""
    operator.require(*SEEN_BY)
    say = sayer(locale_of(request))
    seen, drawn = _seen(request, station)
    return page(
        request,
        "overview.html",
        seen=seen,
        figures=drawn,
        aged=lambda since: age(seen.at - since, say),
    )


@router.get("/overview/{name}.csv")
def take_along(request: Request, station: InStation, operator: SignedIn, name: str) -> Response:
    """Send the table of a plot as a file."""
    operator.require(*SEEN_BY)
    seen, drawn = _seen(request, station)
    chosen = next((figure for figure in drawn if figure.name == name), None)
    if chosen is None:
        return Response(status_code=404)
    data = chosen.table.as_csv(station.mark)
    return as_file(request, data, f"{chosen.title}_{seen.day}.csv", "text/csv; charset=utf-8")


def _seen(request: Request, station: Station) -> tuple[Overview, tuple[Figure, ...]]:
    seen = overview(station.ledger, station.zone)
    say = sayer(locale_of(request))
    return seen, figures(seen, weeks(station.ledger, station.zone), say)

"""The small papers as files: receipt, handover slip, waiting slip, search request, label, badges.

Whoever may see the page may have its paper.  What a department has to count blind is on no paper
that it can print itself.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from station.custody.refusal import Reason, Refused
from station.custody.values import Role
from station.ledger import slip_views as look
from station.ledger.views import SearchLine, Views
from station.numbers import grouped
from station.papers.cards import write_labels
from station.papers.pages import Paper, write_papers
from station.papers.sizes import PaperSize
from station.papers.slips import Writer, require_flowing
from station.web.context import (
    InStation,
    Operator,
    SignedIn,
    Station,
    locale_of,
    seen_by,
    setting_of,
)
from station.web.pages import as_file
from station.web.routes import arrivals, handovers, items, slips
from station.web.withheld import has_to_count
from station.words import noted as _
from station.words import sayer

router = APIRouter()

Size = Annotated[PaperSize, Query()]
PDF = "application/pdf"


@router.get("/arrivals/{arrival}/receipt.pdf")
def receipt(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    size: Size = PaperSize.A4,
) -> Response:
    """What was declared and what came, once the arrival is closed, and a checkpoint."""
    with seen_by(station, operator) as views:
        kept = arrivals.readable(views, operator, arrival)
        if arrivals.withholds(station, operator, views, kept):
            raise Refused(Reason.COUNTS_BLIND)
    note = station.ledger.checkpoint(station.signer())

    def made(views: Views, write: Writer) -> list[Paper]:
        return [write.receipt(look.arrival_receipt(views, arrival), note)]

    return _papers(request, station, size, _("Arrival receipt"), made)


@router.get("/handovers/{handover}/slip.pdf")
def slip(
    request: Request,
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    size: Size = PaperSize.A4,
) -> Response:
    """What both sides signed, and a checkpoint."""
    note = station.ledger.checkpoint(station.signer())

    def made(views: Views, write: Writer) -> list[Paper]:
        slips.require_may_print(operator, views.books.handover(handover))
        return [write.handover(look.handover_slip(views, handover), note)]

    return _papers(request, station, size, _("Handover slip"), made)


@router.get("/waiting.pdf")
def waiting(
    request: Request,
    station: InStation,
    operator: SignedIn,
    department: str,
    size: Size = PaperSize.A4,
) -> Response:
    """What waits for a department with the operator's own; for a supervisor, everywhere."""
    operator.require(*handovers.HANDLERS, Role.SUPERVISOR)
    with seen_by(station, operator) as views:
        counts = has_to_count(station, operator, views)
    if counts or department == operator.department:
        raise Refused(Reason.COUNTS_BLIND)
    holder = None if operator.may(Role.SUPERVISOR) else operator.department

    def made(views: Views, write: Writer) -> list[Paper]:
        now = station.ledger.now()
        return [write.waiting(look.waiting_slip(views, department, now, holder))]

    return _papers(request, station, size, _("Waiting slip"), made)


@router.get("/incidents/{incident}/search.pdf")
def search(
    request: Request,
    station: InStation,
    operator: SignedIn,
    incident: UUID,
    size: Size = PaperSize.A4,
) -> Response:
    """A search request for each party that has not answered; who is asked gets their own."""

    def made(views: Views, write: Writer) -> list[Paper]:
        of = look.search_paper(views, incident)
        return [write.search(of, asked) for asked in _asked(operator, of.asked)]

    return _papers(request, station, size, _("Search request"), made)


def _asked(operator: Operator, lines: Sequence[SearchLine]) -> list[SearchLine]:
    if operator.may(Role.SUPERVISOR):
        return [*lines]
    mine = [
        line
        for line in lines
        if line.search.department == operator.department
        and line.search.person in {None, operator.person}
    ]
    if not mine:
        operator.require(Role.SUPERVISOR)
    return mine


@router.get("/items/{item}/label.pdf")
def label(
    request: Request,
    station: InStation,
    operator: SignedIn,
    item: UUID,
    size: Size = PaperSize.LABEL,
) -> Response:
    """The label of a piece that came without a number, or a copy of bars that nobody reads."""
    operator.require(*items.LABELLERS)
    with station.ledger.views() as views:
        (line,) = views.items([views.books.item(item).id])
        items.require_may_see(operator, line)
        sticker = look.sticker_of(views, item)
    file = BytesIO()
    write_labels(file, [sticker], size, sayer(locale_of(request)), station.mark)
    return as_file(request, file.getvalue(), f"{grouped(sticker.number)}.pdf", PDF)


def _papers(
    request: Request,
    station: Station,
    size: PaperSize,
    title: str,
    made: Callable[[Views, Writer], Sequence[Paper]],
) -> Response:
    """Make papers from one consistent look at the ledger, in the reader's language."""
    require_flowing(size)
    say = sayer(locale_of(request))
    with station.ledger.views() as views:
        names = {it.id: it.name for it in views.departments()}
        papers = made(views, Writer(say, setting_of(station), names))
    file = BytesIO()
    write_papers(file, papers, size, station.mark)
    return as_file(request, file.getvalue(), f"{say(title)}.pdf", PDF)

"""要確認: what only a supervisor may settle, and what became of it."""

from typing import Annotated, Any, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, Field

from station.custody.incident import OVERSEERS
from station.custody.refusal import Reason, Refused
from station.custody.review import SECONDERS
from station.custody.state import Case
from station.custody.values import CaseKind, Role, Settlement
from station.desk import review as deeds
from station.desk import sorting
from station.ledger.case_file import CaseFile, Said, case_file
from station.ledger.case_list import PAGE, TOGETHER_MAX, State, Wanted
from station.ledger.views import Views
from station.numbers import normalise
from station.papers.case_history import case_history
from station.web import photos
from station.web.case_lines import case_lines
from station.web.case_offers import offers, why_not
from station.web.context import InStation, Operator, SignedIn, locale_of, seen_by
from station.web.days import Day
from station.web.errors import told
from station.web.pages import go, page
from station.web.routes.arrivals import withholds
from station.web.written import LINES
from station.words import faults, sayer

router = APIRouter()

REASON_LENGTH_MAX = 500
PAGES_MAX = 100_000
PART_LENGTH_MIN = 3


class Asked(BaseModel):
    """Which cases of the list somebody wants to see; the address of a page says it."""

    state: State | None = None
    kind: CaseKind | None = None
    item: UUID | None = None
    arrival: UUID | None = None
    close: UUID | None = None
    number: Annotated[str, Field(max_length=60)] = ""
    list: UUID | None = None
    day: Day | None = None
    proposed: bool = False
    page: Annotated[int, Field(ge=1, le=PAGES_MAX)] = 1

    @property
    def is_about_one(self) -> bool:
        """Whether it is asked about one thing, so that what became of it is asked too."""
        return bool(self.item or self.arrival or self.close or self.number)

    @property
    def together(self) -> bool:
        """Whether it is asked for what may be settled together: of one list and one day."""
        is_of_list = self.list is not None and self.day is not None
        return is_of_list and self.kind is CaseKind.MISSING_EXPECTED and self.state is None

    def address(self, **changes: object) -> str:
        """Return the address of the list with these changes, from its first page on."""
        kept = {**self.model_dump(mode="json", exclude_none=True), "page": None, **changes}
        said = {name: str(value) for name, value in kept.items() if value}
        return f"/review?{urlencode(said)}" if said else "/review"


def wanted_by(operator: Operator, asked: Asked) -> Wanted:
    """Return which cases an operator is shown; others than overseers those that wait for a second.

    Whoever scans and counts must not find by a number what others have.
    """
    if not operator.may(*OVERSEERS):
        return Wanted(is_proposed=True)
    part = normalise(asked.number)
    return Wanted(
        asked.state or (State.ALL if asked.is_about_one else State.OPEN),
        asked.kind,
        asked.item,
        asked.arrival,
        asked.close,
        part if len(part) >= PART_LENGTH_MIN else "",
        asked.list,
        asked.day,
        asked.proposed,
    )


@router.get("/review")
def index(
    request: Request, station: InStation, operator: SignedIn, asked: Annotated[Asked, Query()]
) -> Response:
    """Cases by gravity and age; for others than overseers, what waits to be seconded."""
    operator.require(*SECONDERS, *OVERSEERS)
    wanted = wanted_by(operator, asked)
    together = asked.together and operator.may(Role.SUPERVISOR)
    size = TOGETHER_MAX if together else PAGE
    with seen_by(station, operator) as views:
        counts = views.cases.counts(wanted)
        total = counts.get(asked.kind, 0) if wanted.kind and asked.kind else sum(counts.values())
        found = views.cases.page(wanted, asked.page, size)
        values: dict[str, Any] = {
            "lines": case_lines(views, operator, found),
            "due": views.expected(case.expected for case in found),
            "about": _about(views, asked) if operator.may(*OVERSEERS) else "",
            "not_come": views.cases.not_come() if _lists_not_come(wanted) else (),
            "proposed": sum(views.cases.counts(Wanted(is_proposed=True)).values()),
        }
        values["sources"] = views.list_sources({group.list for group in values["not_come"]})
    return page(
        request,
        "review.html",
        asked=asked,
        state=wanted.state,
        counts=counts,
        total=total,
        every=sum(counts.values()),
        first=(asked.page - 1) * size + 1,
        has_more=asked.page * size < total,
        sees_all=operator.may(*OVERSEERS),
        together=together,
        **values,
    )


def _lists_not_come(wanted: Wanted) -> bool:
    """Whether lists are named of which pieces are missed, to choose one of them."""
    is_open = wanted.state is State.OPEN and wanted.kind is CaseKind.MISSING_EXPECTED
    return is_open and wanted.list is None


def _about(views: Views, asked: Asked) -> str:
    """Return in words to what one thing a list is narrowed."""
    books = views.books
    if asked.item:
        return books.item(asked.item).number
    if asked.arrival:
        arrival = books.arrival(asked.arrival)
        return f"{books.department(arrival.department).name} {arrival.carrier}"
    if asked.close:
        close = books.day_close(asked.close)
        return f"{books.department(close.department).name} {close.day}"
    return asked.number


@router.get("/review/{case}")
def show(request: Request, station: InStation, operator: SignedIn, case: UUID) -> Response:
    """One case with its evidence, all that became of it, and what may be done about it."""
    with seen_by(station, operator) as views:
        kept = views.books.case(case)
        require_may_see(operator, kept)
        file = case_file(views, case)
        offer = offers(views, operator, file)
        came = file.arrival
        withholds_slips = came is not None and withholds(station, operator, views, came)
        departments = views.departments()
        say = sayer(locale_of(request))
        history = case_history(views, file, say, reader=operator.person)
    return page(
        request,
        "case.html",
        file=file,
        case=kept,
        withholds_slips=withholds_slips,
        offer=offer,
        refusals=why_not(offer, operator, kept, say, lambda it: told(request, it)),
        history=history,
        apart=sorted(file.names.get(person, "") for person in file.involved),
        words=words_for(operator, file),
        hides_reason=hides_reason(operator, file),
        sees_all=operator.may(*OVERSEERS),
        sees_piece=_sees_piece(operator, file),
        open_departments=[it for it in departments if not it.is_closed],
        departments={it.id: it.name for it in departments},
    )


def require_may_see(operator: Operator, case: Case) -> None:
    """Refuse a case to whoever neither oversees cases nor is asked to second a proposal."""
    operator.require(*OVERSEERS, *(SECONDERS if case.proposal else ()))


def words_for(operator: Operator, file: CaseFile) -> tuple[Said, ...]:
    """Return the two entries on a piece for those who may learn them."""
    return file.words if operator.may(*OVERSEERS) else ()


def hides_reason(operator: Operator, file: CaseFile) -> bool:
    """Whether a reader must not learn why a case was settled, but for who wrote it."""
    return file.is_withheld and file.case.settled_by != operator.person


def _sees_piece(operator: Operator, file: CaseFile) -> bool:
    """Whether the page of a case's piece is open to an operator, so that it is a link."""
    tracer = operator.may(*OVERSEERS, Role.CLERK)
    return file.line is not None and (tracer or file.line.item.holder == operator.department)


@router.get("/review/{case}/photo")
def photo(
    request: Request,
    station: InStation,
    operator: SignedIn,
    case: UUID,
    of: Literal["scan", "piece"] = "scan",
) -> Response:
    """A picture that a case is about: of what was scanned, or of the piece on the books."""
    with seen_by(station, operator) as views:
        kept = views.books.case(case)
        require_may_see(operator, kept)
        scan = kept.scan
        if of == "piece":
            scan = views.books.item(kept.item).scan if kept.item else None
        return photos.shown(request, views, operator, scan.photo if scan else None, of=case)


Why = Annotated[str, Form(max_length=REASON_LENGTH_MAX), LINES]


@router.post("/review/not-come")
def settle_together(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    list_id: Annotated[UUID, Form()],
    day: Annotated[Day, Form()],
    cases: Annotated[list[UUID], Form(max_length=TOGETHER_MAX)],
    reason: Why = "",
) -> Response:
    """Settle several pieces of one list and day that did not come, and tell of each refused."""
    operator.require(Role.SUPERVISOR)
    done = deeds.settle_together(
        station.ledger,
        operator.caller(deed),
        cases=cases,
        list_id=list_id,
        day=day,
        reason=reason,
    )
    with station.ledger.views() as views:
        known = (views.books.look_up(Case, case) for case, _refusal in done.refused)
        about = {case.id: case.expected for case in known if isinstance(case, Case)}
        due = views.expected(about.values())
    say = sayer(locale_of(request))
    rest = Asked(kind=CaseKind.MISSING_EXPECTED, list=list_id, day=day).address()
    return page(
        request,
        "settled_together.html",
        503 if done.fault else 200,
        done=done,
        refused=[(case, told(request, refusal)) for case, refusal in done.refused],
        numbers={case: due[key].expected.number for case, key in about.items() if key in due},
        failed=say(faults.SENTENCES[done.fault.fault]) if done.fault else "",
        rest=rest,
        here=rest,
    )


@router.post("/review/{case}/settle")
def settle(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Settle a case by a reason; its page then says so."""
    deeds.settle_case(station.ledger, operator.caller(deed), case=case, reason=reason)
    return go("/review", case)


@router.post("/review/{case}/route")
def route(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    department: Annotated[str, Form()],
    reason: Why = "",
) -> Response:
    """Say where an undecided piece belongs."""
    with station.ledger.views() as views:
        item = views.books.case(case).item
    if item is None:
        raise Refused(Reason.OTHER_SETTLEMENT)
    sorting.decide_route(
        station.ledger, operator.caller(deed), item=item, department=department, reason=reason
    )
    return go("/review", case)


@router.post("/review/{case}/propose")
def propose(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    settlement: Annotated[Settlement, Form()],
    reason: Why = "",
) -> Response:
    """Propose what takes a second person."""
    caller = operator.caller(deed)
    deeds.propose_settlement(
        station.ledger, caller, case=case, settlement=settlement, reason=reason
    )
    return go("/review", case)


@router.post("/review/{case}/second")
def second(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    proposal: Annotated[UUID, Form()],
) -> Response:
    """Second what a supervisor proposed."""
    caller = operator.caller(deed)
    deeds.second_settlement(station.ledger, caller, case=case, proposal=proposal)
    return go("/review", case)


@router.post("/review/{case}/correct")
def correct(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Open a case again that was settled wrongly."""
    deeds.correct_settlement(station.ledger, operator.caller(deed), case=case, reason=reason)
    return go("/review", case)

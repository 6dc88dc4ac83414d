"""振分け and 照合入力: two people's words on where a piece belongs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.refusal import Reason, Refused
from station.custody.state import Item, Word
from station.custody.values import Role
from station.desk import review
from station.desk import sorting as deeds
from station.desk.scans import Outcome, Seen
from station.ledger.views import ItemLine, Views
from station.numbers import grouped
from station.scan.keyboard import read_keystrokes
from station.scan.reading import Reading
from station.web.context import InStation, Operator, SignedIn, locale_of, seen_by
from station.web.out_of_place import out_of_place
from station.web.pages import go, page
from station.web.scanning import (
    KeyedScan,
    ScanAnswer,
    Scanned,
    hint_of_misread,
    is_badge_scan,
    misread_as,
)
from station.web.withheld import day_count
from station.words import noted as _
from station.words import sayer

router = APIRouter()

SORTERS = (Role.CLERK, Role.RECEIVER)
UNDECIDED = ""
"""What the form sends for 配布先未定: the addressee names no department."""

OWN_ENTRY = _("You made the first entry on this piece yourself. Another person has to check it.")


class Found(Scanned):
    """The answer to a scan of one piece, and the page of that piece, if it waits for this step."""

    go: str | None = None


@router.get("/sorting")
def first_list(
    request: Request, station: InStation, operator: SignedIn, entered: UUID | Literal[""] = ""
) -> Response:
    """What waits for a first entry, and the reader's own ones that nobody has checked yet.

    `entered` is the piece on which they have just given one; it is said by its number alone.
    """
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        count = day_count(station, operator, views)
        lines = () if count else to_sort(views, operator)
        own = () if count else views.own_entries(operator.department, operator.person)
        names = {department.id: department.name for department in views.departments()}
    done = next((line.item.number for line in own if line.item.id == entered), "")
    return page(
        request,
        "sorting.html",
        lines=lines,
        step="sorting",
        own=own,
        names=names,
        entered=done,
        day_count=count,
        came=None,
    )


@router.get("/checking")
def check_list(
    request: Request, station: InStation, operator: SignedIn, checked: UUID | Literal[""] = ""
) -> Response:
    """What waits for a check entry by this person.

    `checked` is the piece on which they have just given one: what came of it is told beside the
    scanner, so that the next scan lands.
    """
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        came = came_of(views, operator, checked) if checked else None
        count = day_count(station, operator, views)
        lines = () if count else views.to_check(operator.department, operator.person)
    return page(
        request,
        "sorting.html",
        lines=lines,
        step="checking",
        own=(),
        entered="",
        day_count=count,
        came=came,
    )


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a check entry: the department, or "" where the piece was left undecided."""

    number: str
    department: str


def came_of(views: Views, operator: Operator, key: UUID) -> Came | None:
    """Return what came of an operator's own check entry; None where the last one was not theirs."""
    item = views.books.look_up(Item, key)
    if not isinstance(item, Item):
        return None
    if item.route is not None and item.route.check_by == operator.person:
        return Came(item.number, views.books.department(item.route.department).name)
    is_own = item.check is not None and item.check.person == operator.person
    return Came(item.number, "") if item.undecided and is_own else None


def to_sort(views: Views, operator: Operator) -> tuple[ItemLine, ...]:
    """Unsorted mail; in a department that does not sort, what it may pass on."""
    if operator.sorts_mail:
        return views.to_sort(operator.department)
    held = views.held(operator.department)
    return tuple(
        it
        for it in held
        if it.item.first is None and it.item.handover is None and not it.item.undecided
        if it.item.at_home or it.item.questioned
    )


def own_word(operator: Operator, item: Item) -> Word | None:
    """Return the operator's own first word, which waits for a check; nobody else's is told."""
    is_own = item.awaits_check and item.first is not None and item.first.person == operator.person
    return item.first if is_own else None


@router.get("/sorting/{item}")
@router.get("/checking/{item}")
def entry(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Response:
    """One piece, and the choice of its department; nothing is preselected."""
    operator.require(*SORTERS)
    step = request.url.path.split("/")[1]
    with seen_by(station, operator) as views:
        kept = views.books.item(item)
        if kept.holder != operator.department:
            raise Refused(Reason.NOT_MEMBER, expected=kept.holder, got=operator.department)
        (line,) = views.items([kept.id])
        known = views.departments()
        advice = views.advice(line)
    names = {department.id: department.name for department in known}
    return page(
        request,
        "entry.html",
        line=line,
        departments=[it for it in known if it.opens_at is None],
        names=names,
        advice=advice,
        step=step,
        own=own_word(operator, kept),
    )


@router.post("/sorting/{item}")
def enter_first(
    station: InStation,
    operator: SignedIn,
    item: UUID,
    deed: Annotated[UUID, Form()],
    department: Annotated[str, Form()] = UNDECIDED,
) -> Response:
    """Give the first word."""
    caller = operator.caller(deed)
    deeds.enter_first(station.ledger, caller, item=item, department=department or None)
    return go(f"/sorting?entered={item}")


@router.post("/checking/{item}")
def enter_check(
    station: InStation,
    operator: SignedIn,
    item: UUID,
    deed: Annotated[UUID, Form()],
    department: Annotated[str, Form()] = UNDECIDED,
) -> Response:
    """Give the second word; whoever gives it learns only whether the piece is routed."""
    caller = operator.caller(deed)
    deeds.enter_check(station.ledger, caller, item=item, department=department or None)
    return go(f"/checking?checked={item}")


def _of_number(lines: Iterable[ItemLine], known: str) -> list[Item]:
    """Return the pieces that are scanned by a number, which one under a label is not."""
    return [line.item for line in lines if line.item.number == known]


@router.post("/api/sorting/scans")
@router.post("/api/checking/scans")
def find(request: Request, station: InStation, operator: SignedIn, scan: KeyedScan) -> Found:
    """Find the scanned piece among those that wait; a stray one is recorded for the supervisor."""
    operator.require(*SORTERS)
    step = request.url.path.split("/")[2]
    say = sayer(locale_of(request))
    readings = read_keystrokes(scan.text)
    if len(readings) != 1:
        says = say(_("Scan one piece at a time."))
        return Found(answers=[_answer(Outcome.REFUSED, says, scan.text.strip()[:40])])
    reading = readings[0]
    if is_badge_scan(station.ledger, reading):
        raise Refused(Reason.BADGE_SCANNED)
    known = reading.number.number if isinstance(reading, Reading) else reading.text
    with seen_by(station, operator) as views:
        waiting = to_find(views, operator, step)
        held = views.held(operator.department)
    found = _of_number(waiting, known)
    if found:
        says = say(_("Found"))
        answer = _answer(Outcome.TAKEN, says, grouped(known), found[0].id)
        return Found(answers=[answer], go=f"/{step}/{found[0].id}")
    mine = _of_number(held, known)
    if mine:
        is_own = step == "checking" and any(own_word(operator, item) for item in mine)
        says = say(OWN_ENTRY if is_own else _("This piece does not wait for this step."))
        return Found(answers=[_answer(Outcome.ALREADY, says, grouped(known))])
    caller = operator.caller(scan.deed)
    done = review.record_stray(station.ledger, caller, seen=Seen(reading))
    says = say(misread_as(reading) or out_of_place(request, done))
    hint = hint_of_misread(reading, done)
    answer = _answer(Outcome.REFUSED, says, grouped(known), hint=say(hint) if hint else "")
    return Found(answers=[answer])


def to_find(views: Views, operator: Operator, step: str) -> tuple[ItemLine, ...]:
    """What a scan finds at one of the two steps; at the first also one's own word, to correct."""
    if step == "checking":
        return views.to_check(operator.department, operator.person)
    own = views.own_entries(operator.department, operator.person)
    return (*to_sort(views, operator), *own)


def _answer(
    outcome: Outcome, says: str, number: str, item: UUID | None = None, hint: str = ""
) -> ScanAnswer:
    return ScanAnswer(outcome=outcome, says=says, number=number, hint=hint, item=item)

"""人: everybody, one person, and what an administrator changes of where they belong."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.values import Role
from station.desk import badges, office, own_contact
from station.desk import people as deeds
from station.desk.pins import new_pin
from station.ledger.contacts import Contact
from station.web.context import InStation, SignedIn
from station.web.pages import go, page
from station.web.routes.administration.forms import (
    TEXT_LENGTH_MAX,
    Day,
    OptionalDay,
    Roles,
    Text,
    end_of,
    first_moment,
)
from station.web.routes.administration.person_lines import line_of, lines
from station.web.routes.administration.told import Told, told_once
from station.web.written import LINE

router = APIRouter(prefix="/admin/people")

SHOWN_MAX = 300
"""More lines than anybody reads: whoever looks for one of more people narrows them down."""


@router.get("")
def index(
    request: Request,
    station: InStation,
    operator: SignedIn,
    q: str = "",
    department: str = "",
    gone: Literal["true", "false"] = "false",
) -> Response:
    """Everybody who acts for the office now or later, or who acts for nobody any more."""
    operator.require(Role.ADMINISTRATOR)
    with station.ledger.views() as views:
        everybody = lines(views, station.ledger.now())
        departments = views.departments()
    found = [
        line
        for line in everybody
        if line.is_gone is (gone == "true")
        and line.answers_to(q.strip()[:TEXT_LENGTH_MAX])
        and (not department or department in line.places)
    ]
    return page(
        request,
        "administration/people.html",
        lines=found[:SHOWN_MAX],
        count=len(found),
        departments=departments,
        names={one.id: one.name for one in departments},
        asked={"q": q, "department": department, "gone": gone == "true"},
    )


@router.get("/new")
def blank(request: Request, station: InStation, operator: SignedIn) -> Response:
    """The form for somebody new."""
    operator.require(Role.ADMINISTRATOR)
    with station.ledger.views() as views:
        departments = [one for one in views.departments() if not one.has_ended]
    return page(request, "administration/new_person.html", departments=departments)


@router.post("")
def enroll(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    name: Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE],
    department: Annotated[str, Form()],
    roles: Roles,
    since: OptionalDay = "",
    staff_number: Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE] = "",
    email: Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE] = "",
    language: Annotated[Literal["ja", "en"], Form()] = "ja",
) -> Response:
    """Enroll one person; badge and PIN are on the answer, and never again."""
    pin = new_pin()
    new = office.NewPerson(
        name.strip(),
        department,
        tuple(roles),
        pin,
        pin_is_once=True,
        since=first_moment(station, since),
        staff_number=staff_number.strip() or None,
        email=email.strip() or None,
        language=language,
    )
    (enrolled,) = office.enroll_people(station.ledger, operator.caller(deed), station.hasher, [new])
    told = Told(enrolled.person, enrolled.name, enrolled.badge, pin)
    return told_once(request, [told])


@router.get("/{person}")
def show(request: Request, station: InStation, operator: SignedIn, person: UUID) -> Response:
    """One person: postings with their days, badge, and the forms of every deed."""
    operator.require(Role.ADMINISTRATOR)
    now = station.ledger.now()
    with station.ledger.views() as views:
        line = line_of(views, person, now)
        departments = views.departments()
    return page(
        request,
        "administration/person.html",
        line=line,
        now=now,
        departments=[one for one in departments if not one.has_ended],
        names={one.id: one.name for one in departments},
    )


@router.post("/{person}/name")
def rename(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    name: Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE],
) -> Response:
    """Give a person another name."""
    deeds.rename_person(station.ledger, operator.caller(deed), person=person, seen=seen, name=name)
    return go("/admin/people", person)


@router.post("/{person}/contact")
def change_contact(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    staff_number: Text = "",
    email: Text = "",
    language: Annotated[Literal["ja", "en"], Form()] = "ja",
) -> Response:
    """Change staff number, e-mail address and the language of mails."""
    contact = Contact(person, staff_number.strip() or None, email.strip() or None, language)
    own_contact.change_contact(station.ledger, operator.caller(deed), contact, seen=seen)
    return go("/admin/people", person)


@router.post("/{person}/transfer")
def transfer(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    department: Annotated[str, Form()],
    roles: Roles,
    since: OptionalDay = "",
) -> Response:
    """Post a person to a department, at once or from a day on."""
    deeds.transfer_person(
        station.ledger,
        operator.caller(deed),
        person=person,
        seen=seen,
        department=department,
        roles=roles,
        since=first_moment(station, since),
    )
    return go("/admin/people", person)


@router.post("/{person}/roles")
def change_roles(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    roles: Roles,
    since: OptionalDay = "",
) -> Response:
    """Give a person other roles where they are."""
    deeds.change_roles(
        station.ledger,
        operator.caller(deed),
        person=person,
        seen=seen,
        roles=roles,
        since=first_moment(station, since),
    )
    return go("/admin/people", person)


@router.post("/{person}/deputy")
def appoint_deputy(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    department: Annotated[str, Form()],
    last_day: Annotated[Day, Form()],
    roles: Roles,
    since: OptionalDay = "",
) -> Response:
    """Let a person act for a department until a day, that day included."""
    deeds.appoint_deputy(
        station.ledger,
        operator.caller(deed),
        person=person,
        seen=seen,
        department=department,
        roles=roles,
        since=first_moment(station, since),
        until=end_of(station, last_day) or station.ledger.now(),
    )
    return go("/admin/people", person)


@router.post("/{person}/deputy/end")
def end_deputy(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    department: Annotated[str, Form()],
    last_day: OptionalDay = "",
) -> Response:
    """End a person's deputyships for a department earlier."""
    deeds.end_deputy(
        station.ledger,
        operator.caller(deed),
        person=person,
        seen=seen,
        department=department,
        until=end_of(station, last_day),
    )
    return go("/admin/people", person)


@router.post("/{person}/leave")
def leave(
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
    seen: Annotated[int, Form()],
    last_day: OptionalDay = "",
) -> Response:
    """Let a person act for nobody any more, at once or after a last day."""
    badges.person_leaves(
        station.ledger,
        operator.caller(deed),
        person=person,
        seen=seen,
        since=end_of(station, last_day),
    )
    return go("/admin/people", person)

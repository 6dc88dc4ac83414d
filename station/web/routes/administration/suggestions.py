"""候補の規則: on which words a department is suggested; supervisors too keep these."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.suggestions import OWN
from station.custody.values import Basis, Role, SuggestionRule
from station.desk import sorting
from station.web.context import InStation, SignedIn
from station.web.pages import go, page
from station.web.routes.administration.forms import TEXT_LENGTH_MAX
from station.web.written import LINE

router = APIRouter(prefix="/admin/suggestions")

KEEPERS = (Role.ADMINISTRATOR, Role.SUPERVISOR)

Words = Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE]
Kept = Annotated[str, Form(max_length=TEXT_LENGTH_MAX)]
"""The words of a rule that is there, as it has them."""


@router.get("")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every rule, by department, and the form for one more."""
    operator.require(*KEEPERS)
    with station.ledger.views() as views:
        rules = views.books.suggestion_rules()
        departments = views.departments()
    return page(
        request,
        "administration/suggestions.html",
        rules=sorted(rules, key=lambda rule: (rule.department, rule.basis, rule.text)),
        bases=[basis for basis in Basis if basis not in OWN],
        departments=[one for one in departments if not one.is_closed],
        names={one.id: one.name for one in departments},
        closed={one.id for one in departments if one.is_closed},
    )


@router.post("")
def add(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    basis: Annotated[Basis, Form()],
    text: Words,
    department: Annotated[str, Form()],
) -> Response:
    """Keep one more rule."""
    rule = SuggestionRule(basis, text.strip(), department)
    sorting.add_suggestion_rule(station.ledger, operator.caller(deed), rule)
    return go("/admin/suggestions")


@router.post("/drop")
def drop(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    basis: Annotated[Basis, Form()],
    text: Kept,
    department: Annotated[str, Form()],
) -> Response:
    """Keep one rule no more."""
    rule = SuggestionRule(basis, text, department)
    sorting.drop_suggestion_rule(station.ledger, operator.caller(deed), rule)
    return go("/admin/suggestions")

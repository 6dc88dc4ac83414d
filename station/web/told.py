"""What a person was told, as the home page, the page お知らせ and the API show it.

It is told in the words of the mails, which name departments and counts and no piece; a link leads
to where the thing is done, and to nothing that its page would not show this person.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody.notices import Notice, NoticeKind
from station.custody.values import CaseKind, Role
from station.ledger.board import NoticeLine
from station.ledger.views import Views
from station.papers.notices import SUBJECTS, lines_of
from station.web.context import Operator
from station.words import Say

PLACES = {
    CaseKind.OVERDUE: "/held",
    CaseKind.DAY_NOT_CLOSED: "/day-close",
    CaseKind.ABANDONED: "/handovers",
}
"""Where those who handle mail do what a case is about; supervisors find it in the review."""


@dataclass(frozen=True, slots=True)
class Told:
    """One notice in the reader's words: what it is, what it says, and where it is done.

    `href` is "" where there is nothing to do on any one page.
    """

    id: UUID
    kind: NoticeKind
    at: datetime
    what: str
    lines: tuple[str, ...]
    href: str
    is_open: bool

    @property
    def waits(self) -> bool:
        """Whether it stands among what waits; a digest counts what stands there by itself."""
        return self.is_open and self.kind is not NoticeKind.DIGEST


def told_to(views: Views, operator: Operator, say: Say) -> tuple[Told, ...]:
    """Return what a person was told who acts for a department, newest first."""
    person = views.books.person(operator.person)
    lines = views.board.lines(person, operator.department, operator.roles)
    names = {it.id: it.name for it in views.departments()} if lines else {}
    return tuple(_told(line, operator, names, say) for line in lines)


def waiting(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return what of it still waits."""
    return tuple(it for it in told if it.waits)


def _told(line: NoticeLine, operator: Operator, names: dict[str, str], say: Say) -> Told:
    notice = line.notice
    return Told(
        notice.id,
        notice.kind,
        line.at,
        say(SUBJECTS[notice.kind]),
        lines_of(notice, say, lambda key: names.get(key, key)),
        _href(notice, operator),
        line.is_open,
    )


def _href(notice: Notice, operator: Operator) -> str:
    if notice.subject is None:
        return "/admin/closing-days" if notice.kind is NoticeKind.CALENDAR else ""
    if notice.kind is NoticeKind.SEARCH:
        return f"/incidents/{notice.subject}"
    if notice.kind is NoticeKind.PROPOSAL:
        return f"/review/{notice.subject}"
    if "what" not in notice.told:
        return f"/handovers/{notice.subject}"
    if operator.may(Role.SUPERVISOR):
        is_one = notice.told["count"] == 1
        return f"/review/{notice.subject}" if is_one else "/review"
    return PLACES.get(CaseKind(str(notice.told["what"])), "/")

"""Every screen by name: whose it is, which route serves it, and how it is brought into that state.

A page of the station that stands neither here nor among `NOT_SCREENS` fails a test, so that no new
page goes unseen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from playwright.sync_api import FilePayload, Page, expect

from tools.screenshots import stage as on
from tools.screenshots.stage import Stage

NOBODY = ""
MISREAD = "13112383853"
"""A number whose check digit is wrong: doubtful at first, known already when scanned again."""

NOT_SCREENS = frozenset(
    {
        "/metrics",
        "/health",
        "/trust/ca.crt",
        "/handovers/to",  # only sends on
        "/handovers/{handover}/statement.txt",
        "/book.{form}",
        "/overview/{name}.csv",
        "/photos/{item}",
        "/review/{case}/photo",
        "/incidents/{incident}/photo",
        "/arrivals/{arrival}/slips/{place}",
        "/incidents/{incident}/report.{form}",
    }
)
"""What is asked for by GET and is no page; papers and what scripts ask are told by their names."""


def _stay(_page: Page) -> None:
    """Show it as it comes."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: `route` as the station declares it, with braces for what `Stage.at` names."""

    name: str
    who: str
    route: str
    found: str = ""
    """The address to ask for, where it differs from the route."""

    act: Callable[[Page], None] = _stay

    def path(self, stage: Stage) -> str:
        """Return the address of this screen on a stage."""
        return (self.found or self.route).format(**stage.at)


def _press(selector: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator(selector).first.click()

    return act


def _scan(text: str, shows: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        expect(page.locator("#scan")).to_be_focused()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(page.locator(shows)).to_be_visible()

    return act


def _upload(table: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        file: FilePayload = {"name": "table.csv", "mimeType": "text/csv", "buffer": table.encode()}
        page.locator("input[type=file]").set_input_files(file)
        with page.expect_navigation():
            page.locator("main form button.main").first.click()

    return act


def _find(text: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator("#find").fill(text)

    return act


LIST = (
    "引受番号,種別,差出人,あて先,配布先課\n"
    "131-12-38385-2,簡易書留,銀行,大阪狭山市役所 御中,\n"
    "201-12-34567-6,現金書留,市民,出納室 御中,出納室\n"
)
ODD_LIST = "問合せNo,差出し,メモ\n131-12-38385-2,銀行,朝\n201-12-34567-6,市民,\n"
WRONG_LIST = LIST.replace("201-12-34567-6", "201-12-34567-9")
PEOPLE = "氏名,所属課,役割\n新川 一,出納室,受領担当\n新川 二,水道課,受領担当\n"
DEPARTMENTS = "番号,課名,かな,別名,受付\n14,広報室,こうほうしつ,広報,\n"

ARRIVAL, HANDOVER, CLOSE = "/arrivals/{arrival}", "/handovers/{handover}", "/day-close/{close}"

SCREENS = (
    Screen("sign-in", NOBODY, "/sign-in"),
    Screen("sign-in-ended", NOBODY, "/sign-in", "/sign-in?ended=1&next=/arrivals"),
    Screen("trust", NOBODY, "/trust"),
    Screen("home-duty", on.DUTY_OFFICER, "/"),
    Screen("home-clerk", on.CLERK, "/"),
    Screen("home-receiver", on.CARER, "/"),
    Screen("home-supervisor", on.SUPERVISOR, "/"),
    Screen("home-administrator", on.ADMINISTRATOR, "/"),
    Screen("notices", on.TREASURER, "/notices"),
    Screen("notices-supervisor", on.SUPERVISOR, "/notices"),
    Screen("arrivals", on.DUTY_OFFICER, "/arrivals"),
    Screen("arrival", on.DUTY_OFFICER, ARRIVAL, "/arrivals/{arrival_open}"),
    Screen(
        "arrival-doubtful",
        on.DUTY_OFFICER,
        ARRIVAL,
        "/arrivals/{arrival_open}",
        _scan(MISREAD, "#last .says"),
    ),
    Screen(
        "arrival-typing",
        on.DUTY_OFFICER,
        ARRIVAL,
        "/arrivals/{arrival_open}",
        _press("[data-open=typing]"),
    ),
    Screen(
        "arrival-early",
        on.DUTY_OFFICER,
        ARRIVAL,
        "/arrivals/{arrival_open}",
        _press("[data-open=early]"),
    ),
    Screen(
        "arrival-camera",
        on.DUTY_OFFICER,
        ARRIVAL,
        "/arrivals/{arrival_open}",
        _press("[data-open-camera]"),
    ),
    Screen("arrival-closed", on.CLERK, ARRIVAL, "/arrivals/{arrival_closed}"),
    Screen("arrivals-closed", on.CLERK, "/arrivals/closed"),
    Screen(
        "by-hand",
        on.DUTY_OFFICER,
        "/arrivals/{arrival}/by-hand",
        "/arrivals/{arrival_open}/by-hand",
    ),
    Screen("expected", on.CLERK, "/expected"),
    Screen("expected-preview", on.CLERK, "/expected", act=_upload(LIST)),
    Screen("expected-columns", on.CLERK, "/expected", act=_upload(ODD_LIST)),
    Screen("expected-wrong", on.CLERK, "/expected", act=_upload(WRONG_LIST)),
    Screen("expected-list", on.CLERK, "/expected/{key}", "/expected/{list}"),
    Screen("sorting", on.CLERK, "/sorting"),
    Screen("sorting-entry", on.CLERK, "/sorting/{item}", "/sorting/{to_sort}"),
    Screen("sorting-find", on.CLERK, "/sorting/{item}", "/sorting/{to_sort}", _find("すい")),
    Screen("pass-on", on.PLANNER, "/sorting"),
    Screen("checking", on.CHECKER, "/checking"),
    Screen("check-entry", on.CHECKER, "/checking/{item}", "/checking/{to_check}"),
    Screen("handovers", on.CLERK, "/handovers"),
    Screen("handovers-supervisor", on.SUPERVISOR, "/handovers"),
    Screen("handover-to", on.CLERK, "/handovers/to/{department}", "/handovers/to/04"),
    Screen("handover-giver", on.CLERK, HANDOVER, "/handovers/{offering}"),
    Screen(
        "handover-stop",
        on.CLERK,
        HANDOVER,
        "/handovers/{offering}",
        _scan(on.number(3), "#stop"),
    ),
    Screen("handover-waits", on.CLERK, HANDOVER, "/handovers/{counting}"),
    Screen("receipt", on.CARER, HANDOVER, "/handovers/{counting}"),
    Screen("receipt-differs", on.TREASURER, HANDOVER, "/handovers/{differing}"),
    Screen("handover-differs", on.CLERK, HANDOVER, "/handovers/{differing}"),
    Screen("handover-signing", on.SEWERAGE, HANDOVER, "/handovers/{agreed}"),
    Screen("handover-sealed", on.TREASURER, HANDOVER, "/handovers/{sealed}"),
    Screen("handover-slip", on.TREASURER, "/handovers/{handover}/slip", "/handovers/{sealed}/slip"),
    Screen(
        "handover-statement",
        on.TREASURER,
        "/handovers/{handover}/statement",
        "/handovers/{sealed}/statement",
    ),
    Screen("handovers-sealed", on.CLERK, "/handovers/sealed"),
    Screen("day-close-begin", on.CARER, "/day-close"),
    Screen("day-close", on.SEWERAGE, CLOSE, "/day-close/{day_counting}"),
    Screen("day-close-differs", on.TREASURER, CLOSE, "/day-close/{day_differing}"),
    Screen("day-close-closed", on.CUSTOMER, CLOSE, "/day-close/{day_closed}"),
    Screen(
        "day-close-slip", on.CUSTOMER, "/day-close/{close}/slip", "/day-close/{day_closed}/slip"
    ),
    Screen("day-closes", on.SUPERVISOR, "/day-close"),
    Screen("day-closes-before", on.SUPERVISOR, "/day-close/before"),
    Screen("held", on.TREASURER, "/held"),
    Screen("held-counting", on.SEWERAGE, "/held"),
    Screen("trace", on.SUPERVISOR, "/trace", "/trace?q=38385"),
    Screen("trace-department", on.SUPERVISOR, "/trace", "/trace?q=出納室"),
    Screen("item", on.SUPERVISOR, "/items/{item}", "/items/{wanted}"),
    Screen("item-handed-over", on.SUPERVISOR, "/items/{item}", "/items/{handed_over}"),
    Screen("item-clerk", on.CLERK, "/items/{item}", "/items/{to_sort}"),
    Screen("incidents", on.SUPERVISOR, "/incidents"),
    Screen("incident", on.SUPERVISOR, "/incidents/{incident}"),
    Screen("incident-asked", on.PLANNER, "/incidents/{incident}"),
    Screen("review", on.SUPERVISOR, "/review"),
    Screen("review-settled", on.SUPERVISOR, "/review", "/review?state=settled"),
    Screen("case-doubtful", on.SUPERVISOR, "/review/{case}", "/review/{case_doubtful}"),
    Screen("case-disagreement", on.SUPERVISOR, "/review/{case}", "/review/{case_disagreement}"),
    Screen("case-mismatch", on.SUPERVISOR, "/review/{case}", "/review/{case_set_mismatch}"),
    Screen("case-day-close", on.SUPERVISOR, "/review/{case}", "/review/{case_day_close_missing}"),
    Screen("book", on.SUPERVISOR, "/book"),
    Screen("overview", on.SUPERVISOR, "/overview"),
    Screen("admin", on.ADMINISTRATOR, "/admin"),
    Screen("admin-people", on.ADMINISTRATOR, "/admin/people"),
    Screen("admin-person-new", on.ADMINISTRATOR, "/admin/people/new"),
    Screen("admin-person", on.ADMINISTRATOR, "/admin/people/{person}"),
    Screen("admin-people-import", on.ADMINISTRATOR, "/admin/people/import"),
    Screen("admin-people-wrong", on.ADMINISTRATOR, "/admin/people/import", act=_upload(PEOPLE)),
    Screen(
        "admin-people-preview",
        on.ADMINISTRATOR,
        "/admin/people/import",
        act=_upload(PEOPLE.replace("水道課", "税務グループ")),
    ),
    Screen("admin-departments", on.ADMINISTRATOR, "/admin/departments"),
    Screen(
        "admin-department",
        on.ADMINISTRATOR,
        "/admin/departments/one",
        "/admin/departments/one?number=04",
    ),
    Screen("admin-departments-import", on.ADMINISTRATOR, "/admin/departments/import"),
    Screen(
        "admin-departments-preview",
        on.ADMINISTRATOR,
        "/admin/departments/import",
        act=_upload(DEPARTMENTS),
    ),
    Screen("admin-suggestions", on.ADMINISTRATOR, "/admin/suggestions"),
    Screen("admin-closing-days", on.ADMINISTRATOR, "/admin/closing-days"),
    Screen("admin-devices", on.ADMINISTRATOR, "/admin/devices"),
    Screen("refused", on.DUTY_OFFICER, "/admin"),
    Screen("not-found", on.DUTY_OFFICER, "/", "/nowhere"),
)


def pages_of(app: FastAPI) -> Iterator[str]:
    """Every route that shows a page."""
    for context in iter_route_contexts(app.routes):
        route = context.route
        if isinstance(route, APIRoute) and "GET" in (route.methods or ()):
            path = context.path
            if not (path in NOT_SCREENS or path.startswith("/api/") or path.endswith(".pdf")):
                yield path

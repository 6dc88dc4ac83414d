"""Notices by e-mail, handed to a real mail server."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from station.cli.outbox import post
from station.custody.refusal import Refused
from station.custody.values import Role, Settlement
from station.desk import arrival, handover, outbox, people, review, sorting
from station.desk.outbox import Security, Worker, address, send_due
from station.ledger.contacts import Contact
from station.ledger.outbox import CLAIMED_FOR, Tally
from station.ledger.schema import notices
from station.ledger.store import Ledger
from tests.support.browser import served
from tests.support.hall import TREASURY, WATER, Hall, seen
from tests.support.mailbox import HOST, SENDER, Mailbox, certificate, only, running

ONE = "13112383852"
TREASURER, SUPERVISOR = "treasurer@city.example", "supervisor@city.example"


def known(hall: Hall, who: str, email: str, language: str = "ja") -> None:
    with hall.ledger.contacts() as contacts:
        contacts.put(Contact(hall.people[who].person, None, email, language))


@pytest.fixture
def waiting(hall: Hall) -> Hall:
    """A handover that waits for the treasury, whose people have an address."""
    known(hall, "treasurer", TREASURER)
    known(hall, "water", "water@city.example")
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    return hall


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with running(Mailbox()) as box:
        yield box


def test_whom_a_handover_waits_for_is_told_by_mail_once(waiting: Hall, mailbox: Mailbox) -> None:
    assert post(waiting.ledger, mailbox.server()) == Tally(sent=1, waiting=0, given_up=0)
    assert post(waiting.ledger, mailbox.server()) == Tally(sent=1, waiting=0, given_up=0)
    (message,) = mailbox.taken
    assert message["To"] == TREASURER
    assert message["Subject"] == "[収受ステーション] 引渡しがあなたの課を待っています"
    assert message["Auto-Submitted"] == "auto-generated"
    text = message.get_content()
    assert "総務からの引渡しがあります" in text
    assert "1" not in text.split("\n", 1)[1]  # the count is blind


def test_a_mail_is_in_the_readers_language_and_names_nobody(hall: Hall, mailbox: Mailbox) -> None:
    known(hall, "supervisor", SUPERVISOR, "en")
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    post(hall.ledger, mailbox.server())
    (message,) = mailbox.to(SUPERVISOR)
    assert message["Subject"] == "[Check-in station] Something does not agree"
    text = message.get_content()
    assert "総務: the two entries differ, cases: 1" in text
    for hidden in (ONE, "出納室", "経営企画", "clerk"):
        assert hidden not in text


def test_supervisors_are_told_of_sets_that_differ(waiting: Hall, mailbox: Mailbox) -> None:
    known(waiting, "supervisor", SUPERVISOR)
    with waiting.ledger.views() as views:
        (one,) = views.handovers(TREASURY)
    handover.finish_count(waiting.ledger, waiting.caller("treasurer"), handover=one.id)
    post(waiting.ledger, mailbox.server())
    (message,) = mailbox.to(SUPERVISOR)
    assert "総務 → 出納室: 引渡分と受領分が一致しません" in message.get_content()


def test_of_a_proposal_those_are_told_who_may_second_it(hall: Hall, mailbox: Mailbox) -> None:
    for who in ("duty", "clerk", "water", "supervisor", "admin"):
        known(hall, who, f"{who}@city.example")
    hall.taken("duty", ONE)
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=seen(ONE))
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    review.propose_settlement(
        hall.ledger,
        hall.caller("supervisor"),
        case=case.id,
        settlement=Settlement.DECLARE_LOST,
        reason="出納室の田中さんが失くした",
    )
    post(hall.ledger, mailbox.server())
    assert sorted(message["To"] for message in mailbox.taken) == ["water@city.example"], (
        "who scanned it, who proposes, and who handles no mail is not asked"
    )
    text = mailbox.taken[0].get_content()
    assert "宿直室: " in text
    assert "提案は「亡失と判断」です" in text
    for hidden in (ONE, "田中", "supervisor"):
        assert hidden not in text


def test_a_server_that_is_down_is_tried_again_after_growing_pauses(waiting: Hall) -> None:
    box = Mailbox()
    for tries in range(1, 4):
        assert post(waiting.ledger, box.server()) == Tally(0, 1, 0)
        assert post(waiting.ledger, box.server()) == Tally(0, 1, 0)  # not due yet: no try
        waiting.clock.now += outbox.pause(tries)
    with running(box):
        assert post(waiting.ledger, box.server()) == Tally(1, 0, 0)
    assert len(box.taken) == 1
    pauses = [outbox.pause(tries).total_seconds() for tries in range(1, 10)]
    assert pauses == [60, 120, 240, 480, 960, 1920, 3840, 7200, 7200]


def test_what_cannot_be_sent_for_days_is_given_up(waiting: Hall) -> None:
    server = Mailbox().server()
    post(waiting.ledger, server)
    waiting.clock.now += outbox.GIVEN_UP_AFTER
    assert post(waiting.ledger, server) == Tally(0, 0, 1)


def test_old_news_is_not_sent_when_a_mail_server_is_set_up(waiting: Hall, mailbox: Mailbox) -> None:
    waiting.clock.now += outbox.GIVEN_UP_AFTER
    assert post(waiting.ledger, mailbox.server()) == Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("answer", "tally"),
    [("550 no such user", Tally(1, 0, 1)), ("451 greylisted, come again", Tally(1, 1, 0))],
)
def test_a_refused_recipient_does_not_keep_the_others_from_theirs(
    waiting: Hall, mailbox: Mailbox, answer: str, tally: Tally
) -> None:
    transfer = people.appoint_deputy(
        waiting.ledger,
        waiting.caller("admin"),
        person=waiting.people["water"].person,
        seen=2,
        department=TREASURY,
        roles=(Role.RECEIVER,),
        until=waiting.clock.now + timedelta(days=1),
    )
    assert transfer.facts
    mailbox.answers[TREASURER] = answer
    assert post(waiting.ledger, mailbox.server()) == tally
    assert [message["To"] for message in mailbox.taken] == ["water@city.example"]
    mailbox.answers.clear()
    waiting.clock.now += outbox.pause(1)
    again = post(waiting.ledger, mailbox.server())
    assert again.sent == 1 + tally.waiting


@pytest.mark.parametrize(
    ("answer", "tally"),
    [("554 too odd", Tally(0, 0, 1)), ("452 no room", Tally(0, 1, 0))],
)
def test_a_refused_text_is_noted(
    waiting: Hall, mailbox: Mailbox, answer: str, tally: Tally
) -> None:
    mailbox.on_data = lambda: answer
    assert post(waiting.ledger, mailbox.server()) == tally


@pytest.mark.parametrize("email", ["no address", "a@b\nBcc: all@city.example"])
def test_an_address_that_is_none_is_given_up_and_stops_nobody(
    waiting: Hall, mailbox: Mailbox, email: str
) -> None:
    known(waiting, "supervisor", email)
    waiting.routed(WATER, "20112345676")
    waiting.offered(WATER, "20112345676")
    with waiting.ledger.views() as views:
        (one,) = views.handovers(TREASURY)
    handover.finish_count(waiting.ledger, waiting.caller("treasurer"), handover=one.id)
    tally = post(waiting.ledger, mailbox.server())
    assert (tally.sent, tally.waiting, tally.given_up) == (2, 0, 1)
    assert {message["To"] for message in mailbox.taken} == {TREASURER, "water@city.example"}


def test_an_address_that_the_server_cannot_take_stops_nobody(waiting: Hall) -> None:
    known(waiting, "treasurer", "課@city.example")
    with running(Mailbox(), enable_SMTPUTF8=False) as box:
        assert post(waiting.ledger, box.server()) == Tally(0, 0, 1)


def test_who_has_no_address_any_more_gets_no_mail(waiting: Hall, mailbox: Mailbox) -> None:
    address(waiting.ledger)
    with waiting.ledger.contacts() as contacts:
        contacts.remove(waiting.people["treasurer"].person)
    assert post(waiting.ledger, mailbox.server()) == Tally(0, 0, 1)
    assert mailbox.taken == []


def test_what_was_not_sent_survives_a_restart(waiting: Hall) -> None:
    box = Mailbox()
    post(waiting.ledger, box.server())
    waiting.clock.now += outbox.pause(1)
    after_restart = Ledger(waiting.engine, waiting.name, waiting.clock)
    with running(box):
        assert post(after_restart, box.server()) == Tally(1, 0, 0)


def test_who_dies_before_noting_sends_again_under_the_same_id(
    waiting: Hall, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dying:
        dying.setattr("station.ledger.outbox.Outbox.note_sent", _dies)
        with pytest.raises(KeyboardInterrupt):
            post(waiting.ledger, mailbox.server())
    assert post(waiting.ledger, mailbox.server()) == Tally(0, 1, 0)  # still claimed
    waiting.clock.now += CLAIMED_FOR
    assert post(waiting.ledger, mailbox.server()) == Tally(1, 0, 0)
    assert len(mailbox.taken) == 2
    assert len({message["Message-ID"] for message in mailbox.taken}) == 1


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_who_send_at_once_send_once(waiting: Hall, mailbox: Mailbox) -> None:
    known(waiting, "treasurer", TREASURER)
    mailbox.delay_seconds = 0.2
    for number in ("20112345676", "31245077161"):
        waiting.routed(TREASURY, number)
        waiting.offered(TREASURY, number)
    begin = threading.Barrier(2)

    def work() -> None:
        begin.wait()
        post(waiting.ledger, mailbox.server())

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert post(waiting.ledger, mailbox.server()).sent == 3
    assert len(mailbox.taken) == 3
    assert len({message["Message-ID"] for message in mailbox.taken}) == 3


@pytest.mark.slow
@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_mail_goes_over_tls_and_with_a_password(
    waiting: Hall, tmp_path: Path, security: Security
) -> None:
    served, trust = certificate(tmp_path)
    options: dict[str, object] = {"authenticator": only("station", "secret")}
    if security is Security.TLS:
        options |= {"ssl_context": served, "auth_require_tls": False}
    else:
        options |= {"tls_context": served, "require_starttls": True}
    box = Mailbox()
    right = {"user": "station", "password": "secret", "trust": trust}
    with running(box, **options):
        untrusting = box.server(security, user="station")
        assert post(waiting.ledger, untrusting).waiting == 1
        waiting.clock.now += outbox.pause(1)
        wrong = box.server(security, **(right | {"password": "guess"}))
        assert post(waiting.ledger, wrong).waiting == 1
        waiting.clock.now += outbox.pause(2)
        assert post(waiting.ledger, box.server(security, **right)).sent == 1
    assert "secret" not in repr(box.server(security, **right))


def test_a_mail_that_breaks_the_connection_keeps_no_other_back(
    waiting: Hall, mailbox: Mailbox
) -> None:
    waiting.routed(WATER, "20112345676")
    waiting.offered(WATER, "20112345676")
    mailbox.answers[TREASURER] = "421 going away"
    tally = post(waiting.ledger, mailbox.server())
    assert (tally.sent, tally.waiting) == (1, 1)
    assert [message["To"] for message in mailbox.taken] == ["water@city.example"]


def test_a_notice_that_cannot_be_written_is_given_up(waiting: Hall, mailbox: Mailbox) -> None:
    def compose(*_: object) -> tuple[str, str]:
        raise KeyError("giver")

    assert send_due(waiting.ledger, mailbox.server(), compose) == Tally(0, 0, 1)


def test_a_refused_deed_tells_nobody(hall: Hall, mailbox: Mailbox) -> None:
    known(hall, "treasurer", TREASURER)
    opened = hall.caller("clerk")
    handover.open_handover(hall.ledger, opened, receiver=TREASURY)
    with pytest.raises(Refused):
        handover.finish_offer(hall.ledger, hall.caller("clerk"), handover=opened.deed)
    with pytest.raises(Refused):
        handover.offer(hall.ledger, hall.caller("treasurer"), handover=opened.deed, seen=seen(ONE))
    assert post(hall.ledger, mailbox.server()) == Tally(0, 0, 0)


def test_a_page_lists_what_a_reader_was_told(waiting: Hall) -> None:
    roles = frozenset({Role.RECEIVER})
    with waiting.ledger.views() as views:
        treasurer = views.books.person(waiting.people["treasurer"].person)
        (line,) = views.board.lines(treasurer, TREASURY, roles)
        assert views.board.lines(treasurer, WATER, roles) == ()
        (one,) = views.handovers(TREASURY)
    assert (line.notice.subject, line.is_open) == (one.id, True)
    waiting.counted("treasurer", one.id, ONE)
    waiting.signed(one.id, "clerk", "treasurer")
    with waiting.ledger.views() as views:
        (line,) = views.board.lines(treasurer, TREASURY, roles)
    assert not line.is_open


def test_the_worker_goes_on_after_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    done = threading.Event()
    rounds = 0

    def work() -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 1:
            raise OSError("the database was away")
        done.set()

    with Worker(work, every_seconds=0.01):
        assert done.wait(5)
    assert "trying again" in caplog.text


def test_the_bounds_of_a_claim_hold() -> None:
    answers = outbox.ANSWERS_A_MAIL * outbox.AT_ONCE * outbox.TIMEOUT_SECONDS
    assert timedelta(seconds=answers) < CLAIMED_FOR


@pytest.mark.slow
def test_a_served_station_sends_by_itself(waiting: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Mailbox()
    for name, value in (
        ("STATION_SMTP_HOST", HOST),
        ("STATION_SMTP_PORT", str(box.port)),
        ("STATION_SMTP_SECURITY", "none"),
        ("STATION_MAIL_FROM", SENDER),
    ):
        monkeypatch.setenv(name, value)
    with waiting.engine.begin() as connection:  # the hall's people live in 2020, the server today
        connection.execute(update(notices).values(at=datetime.now(UTC)))
    url = waiting.engine.url.render_as_string(hide_password=False)
    with running(box), served(url):
        until = time.monotonic() + 20
        while not box.taken and time.monotonic() < until:
            time.sleep(0.1)
    assert [message["To"] for message in box.taken][:1] == [TREASURER]

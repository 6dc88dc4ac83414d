"""An incident at the desk, on both kinds of database: asked, answered, reminded, ended."""

from datetime import timedelta

from station.custody.notices import NoticeKind
from station.custody.state import ItemStatus
from station.custody.values import IncidentEnd, Role, Settlement
from station.desk import incident as desk
from station.desk import review
from station.ledger.purge import purge
from station.ledger.rebuild import rebuild
from station.ledger.verify import verify
from station.ledger.views import IncidentLine
from tests.support.hall import SORTING, TREASURY, WATER, Hall

ONE, TWO = "13112383852", "20112345676"


def missed(hall: Hall) -> IncidentLine:
    """A piece that the treasury should have; the treasurer has answered, General Affairs not."""
    item, _ = hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    opened = hall.caller("supervisor")
    desk.open_incident(hall.ledger, opened, item=item, reason="問合せがあった")
    line = incident(hall)
    (asked,) = [it.search for it in line.searches if it.search.department == TREASURY]
    note = "金庫も確かめた"
    answered = hall.caller("treasurer")
    desk.answer_search(hall.ledger, answered, search=asked.id, found=False, note=note)
    return incident(hall)


def incident(hall: Hall) -> IncidentLine:
    with hall.ledger.views() as views:
        (line,) = (*views.incidents(is_open=True), *views.incidents(is_open=False))
        assert views.incident(line.incident.id) == line
        return line


def asked(hall: Hall, who: str, department: str) -> int:
    with hall.ledger.views() as views:
        return len(views.asked_of(department, hall.people[who].person))


def test_answers_stand_beside_names_and_notes_and_the_silent_are_known(hall: Hall) -> None:
    line = missed(hall)
    answers = {it.search.department: it for it in line.searches}
    assert (line.opened_by, line.line.item.number) == ("supervisor", ONE)
    assert answers[TREASURY].answered_by == "treasurer"
    assert answers[TREASURY].note == "金庫も確かめた"
    assert [it.search.department for it in line.silent] == [SORTING]
    assert (asked(hall, "clerk", SORTING), asked(hall, "treasurer", TREASURY)) == (1, 0)
    desk.remind(hall.ledger, hall.caller("supervisor"), incident=line.incident.id)
    desk.request_search(
        hall.ledger, hall.caller("supervisor"), incident=line.incident.id, department=WATER
    )
    assert {it.search.department: it.search.times_asked for it in incident(hall).silent} == {
        SORTING: 2,
        WATER: 1,
    }


def told(hall: Hall, who: str, department: str) -> list[bool]:
    """Whether each search that somebody was told of goes on."""
    with hall.ledger.views() as views:
        person = views.books.person(hall.people[who].person)
        lines = views.board.lines(person, department, frozenset({Role.RECEIVER, Role.CLERK}))
    return [line.is_open for line in lines if line.notice.kind is NoticeKind.SEARCH]


def test_whoever_is_asked_is_told_until_the_search_is_over(hall: Hall) -> None:
    line = missed(hall)
    assert told(hall, "clerk", SORTING) == [True]
    assert told(hall, "water", WATER) == []
    (silent,) = line.silent
    desk.answer_search(hall.ledger, hall.caller("clerk"), search=silent.search.id, found=True)
    closing = hall.caller("supervisor")
    desk.close_as_found(hall.ledger, closing, incident=line.incident.id, reason="あった")
    assert told(hall, "clerk", SORTING) == [False]


def test_what_is_found_is_closed_by_the_supervisor(hall: Hall) -> None:
    line = missed(hall)
    (silent,) = line.silent
    desk.answer_search(hall.ledger, hall.caller("clerk"), search=silent.search.id, found=True)
    reason = {"reason": "総務の棚にあった"}
    closing = hall.caller("supervisor")
    desk.close_as_found(hall.ledger, closing, incident=line.incident.id, **reason)
    assert incident(hall).incident.end is IncidentEnd.FOUND
    assert asked(hall, "clerk", SORTING) == 0
    assert all(verdict.broken is None for verdict in verify(hall.engine))


def test_two_people_declare_it_lost_and_the_tables_follow_from_the_journal(hall: Hall) -> None:
    line = missed(hall)
    case, proposed = line.incident.case, hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger,
        proposed,
        case=case,
        settlement=Settlement.DECLARE_LOST,
        reason="捜索を尽くした",
    )
    review.second_settlement(hall.ledger, hall.caller("water"), case=case, proposal=proposed.deed)
    ended = incident(hall)
    assert (ended.incident.end, ended.line.item.status) == (IncidentEnd.LOST, ItemStatus.LOST)
    assert all(verdict.broken is None for verdict in verify(hall.engine))
    rebuild(hall.engine)
    assert incident(hall) == ended


def test_a_note_is_kept_while_the_search_goes_on_and_purged_afterwards(hall: Hall) -> None:
    line = missed(hall)
    later = hall.ledger.now() + timedelta(days=1)
    purge(hall.engine, hall.ledger, later)
    assert "金庫も確かめた" in {it.note for it in incident(hall).searches}
    (silent,) = line.silent
    desk.answer_search(hall.ledger, hall.caller("clerk"), search=silent.search.id, found=True)
    desk.close_as_found(
        hall.ledger, hall.caller("supervisor"), incident=line.incident.id, reason="あった"
    )
    purge(hall.engine, hall.ledger, later)
    assert {it.note for it in incident(hall).searches} == {""}
    assert all(verdict.broken is None for verdict in verify(hall.engine))

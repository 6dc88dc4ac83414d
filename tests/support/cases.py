"""Cases of a town hall: what people or the clock bring before the supervisor."""

from datetime import date, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from station.custody.expected import overdue_expected
from station.custody.facts import CaseOpened, ExpectedListImported
from station.custody.values import CaseKind, Role
from station.desk import arrival, day_close, handover, office, review, sorting
from station.desk.expected import import_expected
from station.ledger.store import By, Done
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall, seen

TOKYO = ZoneInfo("Asia/Tokyo")


def case_of(done: Done) -> UUID:
    """The one case that a deed opened."""
    (case,) = (fact.case for fact in done.facts if isinstance(fact, CaseOpened))
    return case


def enrolled(hall: Hall, name: str, department: str = SORTING, *roles: Role) -> None:
    """One more person of the hall; a supervisor where no role is named."""
    new = office.NewPerson(name, department, roles or (Role.SUPERVISOR,), PIN)
    admin = hall.caller("admin")
    (hall.people[name],) = office.enroll_people(hall.ledger, admin, hall.hasher, [new])


def stray(hall: Hall, number: str, who: str = "water") -> UUID:
    """A scan of what is not there by the books."""
    return case_of(review.record_stray(hall.ledger, hall.caller(who), seen=seen(number)))


def disagreed(hall: Hall, item: UUID) -> UUID:
    """clerk says WATER, clerk2 says TREASURY."""
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=WATER)
    return case_of(
        sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=TREASURY)
    )


def missed(hall: Hall, *numbers: str, due: str = "2020-11-02") -> UUID:
    """A list of which nothing has come by a week later; return the list."""
    rows = "".join(f"{number},{due},銀行\n" for number in numbers)
    table = f"引受番号,到着予定日,差出人\n{rows}".encode()
    done = import_expected(hall.ledger, hall.caller("clerk"), source="x", data=table)
    by = By(uuid4(), None, "console")
    today = date.fromisoformat(due) + timedelta(days=7)
    hall.ledger.perform(
        by,
        "make_rounds",
        lambda work: overdue_expected(work.books, deed=by.deed, today=today, grace_days=0),
    )
    return next(fact.list for fact in done.facts if isinstance(fact, ExpectedListImported))


def short(hall: Hall, number: str) -> tuple[UUID, UUID]:
    """An arrival of duty's of two, of which one was there; return (arrival, case)."""
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(number))
    referred = arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    return opened.deed, case_of(referred)


def still_held(hall: Hall, number: str) -> tuple[UUID, UUID]:
    """A piece of duty's whose number the carrier brings to clerk once more; (piece, case)."""
    (item,) = hall.taken("duty", number)
    again = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, again, carrier="日本郵便", declared_count=1)
    took = arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=again.deed, seen=seen(number))
    return item, case_of(took)


def differing(hall: Hall, *numbers: str) -> tuple[UUID, UUID]:
    """Pieces offered to the treasury, all but the last received; return (handover, case)."""
    hall.routed(TREASURY, *numbers)
    given = hall.offered(TREASURY, *numbers)
    hall.counted("treasurer", given, *numbers[:-1])
    referred = handover.refer_handover(hall.ledger, hall.caller("treasurer"), handover=given)
    return given, case_of(referred)


def counted_short(hall: Hall, who: str, *extra: str) -> tuple[UUID, dict[CaseKind, UUID]]:
    """A day close that finds nothing of what is held, but these; return (close, cases)."""
    begun = hall.caller(who)
    day_close.open_day_close(hall.ledger, begun, zone=TOKYO)
    close = begun.deed
    for number in extra:
        day_close.count_piece(
            hall.ledger, hall.caller(who), day_close=close, seen=seen(number), zone=TOKYO
        )
    done = day_close.finish_day_count(hall.ledger, hall.caller(who), day_close=close, zone=TOKYO)
    cases = {fact.what: fact.case for fact in done.facts if isinstance(fact, CaseOpened)}
    return close, cases

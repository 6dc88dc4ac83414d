"""The evening at the station: everybody who holds mail scans what is there, blind."""

from collections.abc import Sequence
from uuid import UUID

from benchmarks.town.house import EXPLAINED, ZONE, House, seen
from benchmarks.town.rates import FOUND_SAME_DAY, Act, Slip
from benchmarks.town.town import NOWHERE, Piece
from station.custody.facts import CaseOpened
from station.custody.values import Settlement
from station.desk import day_close, review
from station.ledger.store import Done

DAY_CLOSE, NEXT_MORNING = "day close", "next morning's round"


def close_day(
    house: House, department: str, there: Sequence[Piece], items: dict[Piece, UUID]
) -> list[Piece]:
    """Count what lies in a department, compare, settle; return pieces that lie there wrongly."""
    opened = house.by(department)
    day_close.open_day_close(house.ledger, opened, zone=ZONE)
    forgotten = [p for p in there if house.town.slips(Slip.OMIT, p)]
    _count(house, opened.deed, department, [p for p in there if p not in forgotten])
    compares = [_compare(house, opened.deed, department)]
    compared = day_close.comparison_of(compares[0])
    if compared.missing or compared.extra:
        by = house.by(department)
        day_close.begin_recount(house.ledger, by, day_close=opened.deed, zone=ZONE)
        _count(house, opened.deed, department, there)
        compares.append(_compare(house, opened.deed, department))
        compared = day_close.comparison_of(compares[1])
    for piece in there:  # what had been left behind lies here, counted, like what was forgotten now
        house.town.catch(DAY_CLOSE, piece, Slip.OMIT)
    known = {key: piece for piece, key in items.items()}
    for done in compares:
        house.settled(done)
        for fact in _cases(done):
            if fact.item in compared.missing:
                _search(house, fact, known[fact.item], department)
    extra = [p for p in there if p.number not in house.held_numbers(department)]
    for piece in extra:
        house.town.catch(DAY_CLOSE, piece)
    return extra


def _cases(done: Done) -> list[CaseOpened]:
    return [fact for fact in done.facts if isinstance(fact, CaseOpened)]


def _count(house: House, key: UUID, department: str, pieces: Sequence[Piece]) -> None:
    house.town.does(Act.SCAN, len(pieces))
    for piece in pieces:
        by = house.by(department)
        day_close.count_piece(house.ledger, by, day_close=key, seen=seen(piece), zone=ZONE)


def _compare(house: House, key: UUID, department: str) -> Done:
    return day_close.finish_day_count(house.ledger, house.by(department), day_close=key, zone=ZONE)


def _search(house: House, case: CaseOpened, piece: Piece, department: str) -> None:
    """Look for a missing piece on the same evening; what is not found is declared lost by two.

    One that lies in another department is found there by that department's own count.
    """
    town = house.town
    town.catch(DAY_CLOSE, piece)
    lies = town.at[piece]
    if lies == NOWHERE and not town.finds(FOUND_SAME_DAY):
        house.let_go(case.case, Settlement.DECLARE_LOST)
        return
    town.at[piece] = department
    review.settle_case(house.ledger, house.supervisor(), case=case.case, reason=EXPLAINED)

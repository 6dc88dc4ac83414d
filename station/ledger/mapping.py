"""Aggregates to rows and back: one pair of functions a table, nothing clever."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from station.custody.state import (
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    CloseStatus,
    ClosingDays,
    CountScan,
    DayClose,
    Department,
    EarlyScan,
    Expected,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Label,
    Listing,
    Opening,
    Person,
    Phase,
    Proposal,
    Receipt,
    Route,
    RuleSet,
    Search,
    Word,
)
from station.custody.values import (
    Basis,
    CaseKind,
    Details,
    IncidentEnd,
    PersonalRef,
    Posting,
    Role,
    Service,
    ServiceSource,
    Settlement,
    SuggestionRule,
)
from station.ledger import schema
from station.ledger.codec import scan_from_json, scan_to_json

Row = Mapping[Any, Any]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mapper:
    """How one type of aggregate stands in its table."""

    table: Table
    to_row: Callable[[Any], Values]
    from_row: Callable[[Row], Aggregate]


def _ref(row: Row, name: str) -> PersonalRef | None:
    key = row[f"{name}_id"]
    return None if key is None else PersonalRef(key, row[f"{name}_digest"])


def _ref_values(name: str, ref: PersonalRef | None) -> Values:
    return {
        f"{name}_id": ref.id if ref else None,
        f"{name}_digest": ref.digest if ref else None,
    }


def _word(row: Row, name: str) -> Word | None:
    person = row[f"{name}_by"]
    return None if person is None else Word(person, row[f"{name}_department"])


def _word_values(name: str, word: Word | None) -> Values:
    return {
        f"{name}_by": word.person if word else None,
        f"{name}_department": word.department if word else None,
    }


def _department_row(it: Department) -> Values:
    return {
        "id": it.id,
        "name": it.name,
        "kana": it.kana,
        "aliases": list(it.aliases),
        "sorts_mail": it.sorts_mail,
        "former_names": list(it.former_names),
        "closes_at": it.closes_at,
        "successor": it.successor,
        "is_closed": it.is_closed,
        "opens_at": it.opens_at,
    }


def _department(row: Row) -> Department:
    return Department(
        row["id"],
        row["name"],
        row["kana"],
        tuple(row["aliases"]),
        row["sorts_mail"],
        tuple(row["former_names"]),
        row["closes_at"],
        row["successor"],
        row["is_closed"],
        row["opens_at"],
    )


def _person_row(it: Person) -> Values:
    return {
        "id": it.id,
        **_ref_values("name", it.name),
        "postings": [_posting_values(posting) for posting in it.postings],
        "has_badge": it.has_badge,
        "version": it.version,
    }


def _person(row: Row) -> Person:
    name = PersonalRef(row["name_id"], row["name_digest"])
    postings = tuple(_posting(values) for values in row["postings"])
    return Person(row["id"], name, postings, row["has_badge"], row["version"])


def _posting_values(it: Posting) -> Values:
    return {
        "department": it.department,
        "roles": sorted(it.roles),
        "since": it.since.astimezone(UTC).isoformat() if it.since else None,
        "until": it.until.astimezone(UTC).isoformat() if it.until else None,
        "is_deputy": it.is_deputy,
    }


def _posting(values: Values) -> Posting:
    since, until = values["since"], values["until"]
    return Posting(
        values["department"],
        frozenset(Role(role) for role in values["roles"]),
        datetime.fromisoformat(since) if since else None,
        datetime.fromisoformat(until) if until else None,
        values["is_deputy"],
    )


def _expected_row(it: Expected) -> Values:
    return {
        "id": it.id,
        "list": it.list,
        "number": it.number,
        "service": it.service,
        **_ref_values("sender", it.sender),
        **_ref_values("addressee", it.addressee),
        "department": it.department,
        "seq": it.seq,
        "due": it.due,
        "item": it.item,
        "is_withdrawn": it.is_withdrawn,
        "missed": it.missed,
    }


def _expected(row: Row) -> Expected:
    return Expected(
        row["id"],
        row["list"],
        row["number"],
        row["service"],
        _ref(row, "sender"),
        _ref(row, "addressee"),
        row["department"],
        row["seq"],
        row["due"],
        row["item"],
        row["is_withdrawn"],
        row["missed"],
    )


def _listing_row(it: Listing) -> Values:
    return {"id": it.id, "list": it.list, "expected": it.expected}


def _listing(row: Row) -> Listing:
    return Listing(row["id"], row["list"], row["expected"])


def _label_row(it: Label) -> Values:
    return {
        "id": it.id,
        "serial": it.serial,
        "number": it.number,
        **_ref_values("description", it.description),
        "covers": it.covers,
        "is_scanned": it.is_scanned,
    }


def _label(row: Row) -> Label:
    described = _ref(row, "description")
    is_scanned = row["is_scanned"]
    return Label(row["id"], row["serial"], row["number"], described, row["covers"], is_scanned)


def _arrival_row(it: Arrival) -> Values:
    return {
        "id": it.id,
        "carrier": it.carrier,
        "declared_count": it.declared_count,
        "arrived_at": it.arrived_at,
        "department": it.department,
        "list": it.list,
        "opened_by": it.opened_by,
        "opened_at": it.opened_at,
        "count": it.count,
        "status": it.status,
        "slips": [[slip.id.hex, slip.digest] for slip in it.slips],
    }


def _arrival(row: Row) -> Arrival:
    return Arrival(
        row["id"],
        row["carrier"],
        row["declared_count"],
        row["arrived_at"],
        row["department"],
        row["list"],
        row["opened_by"],
        row["opened_at"],
        row["count"],
        ArrivalStatus(row["status"]),
        tuple(PersonalRef(UUID(key), digest) for key, digest in row["slips"]),
    )


def _opening(row: Row) -> Opening | None:
    first = row["opening_first_by"]
    return None if first is None else Opening(first, row["opening_second_by"])


def _item_row(it: Item) -> Values:
    return {
        "id": it.id,
        "arrival": it.arrival,
        "number": it.number,
        "scan": scan_to_json(it.scan),
        "expected": it.expected,
        "taken_in_by": it.taken_in_by,
        "taken_in_at": it.taken_in_at,
        "taken_in_seq": it.taken_in_seq,
        "holder": it.holder,
        "held_since": it.held_since,
        "moved_at": it.moved_at,
        "status": it.status,
        "route": it.route.department if it.route else None,
        "route_first_by": it.route.first_by if it.route else None,
        "route_check_by": it.route.check_by if it.route else None,
        **_word_values("first", it.first),
        **_word_values("check", it.check),
        "undecided": it.undecided,
        "handover": it.handover,
        "keeper": it.keeper,
        "questioned": it.questioned,
        **_details_values(it.details),
        "opening_first_by": it.opening.first_by if it.opening else None,
        "opening_second_by": it.opening.second_by if it.opening else None,
        "let_go_by": it.let_go_by,
    }


def _details_values(it: Details) -> Values:
    return {
        "service": it.service,
        "service_from": it.service_from,
        "signature_taken": it.signature_taken,
        "is_confidential": it.is_confidential,
        "amount_yen": it.amount_yen,
    }


def _details(row: Row) -> Details:
    return Details(
        Service(row["service"]) if row["service"] else None,
        ServiceSource(row["service_from"]) if row["service_from"] else None,
        row["signature_taken"],
        row["is_confidential"],
        row["amount_yen"],
    )


def _item(row: Row) -> Item:
    scan = scan_from_json(row["scan"])
    assert scan is not None  # noqa: S101 - the column is NOT NULL
    route = row["route"]
    return Item(
        row["id"],
        row["arrival"],
        scan,
        row["expected"],
        row["taken_in_by"],
        row["taken_in_at"],
        row["taken_in_seq"],
        row["holder"],
        row["held_since"],
        row["moved_at"],
        ItemStatus(row["status"]),
        Route(route, row["route_first_by"], row["route_check_by"]) if route else None,
        _word(row, "first"),
        _word(row, "check"),
        row["undecided"],
        row["handover"],
        row["keeper"],
        row["questioned"],
        _details(row),
        _opening(row),
        row["let_go_by"],
    )


def _rule_set_row(it: RuleSet) -> Values:
    rules = [{"basis": r.basis, "text": r.text, "department": r.department} for r in it.rules]
    return {"id": it.id, "rules": rules}


def _rule_set(row: Row) -> RuleSet:
    rules = (SuggestionRule(Basis(r["basis"]), r["text"], r["department"]) for r in row["rules"])
    return RuleSet(row["id"], tuple(rules))


def _handover_row(it: Handover) -> Values:
    return {
        "id": it.id,
        "giver": it.giver,
        "receiver": it.receiver,
        "opened_by": it.opened_by,
        "opened_at": it.opened_at,
        "phase": it.phase,
        "digest": it.digest,
        "giver_signer": it.giver_signer,
        "receiver_signer": it.receiver_signer,
        "sealed_at": it.sealed_at,
        "giver_person": it.giver_person,
        "receiver_person": it.receiver_person,
        "early": [{"scan": scan_to_json(e.scan), "by": str(e.by)} for e in it.early],
        "receiver_done": it.receiver_done,
        "agreed_at": it.agreed_at,
        "moved_at": it.moved_at,
        "gave": sorted(map(str, it.gave)),
        "took": sorted(map(str, it.took)),
    }


def _early(kept: Values) -> EarlyScan:
    scan = scan_from_json(kept["scan"])
    assert scan is not None  # noqa: S101 - an early scan is written with its scan
    return EarlyScan(scan, UUID(kept["by"]))


def handover_from(row: Row, offered: frozenset[UUID], receipts: frozenset[Receipt]) -> Handover:
    """Return a handover from its row and its two sets."""
    return Handover(
        row["id"],
        row["giver"],
        row["receiver"],
        row["opened_by"],
        row["opened_at"],
        Phase(row["phase"]),
        offered,
        receipts,
        row["digest"],
        row["giver_signer"],
        row["receiver_signer"],
        row["sealed_at"],
        row["giver_person"],
        row["receiver_person"],
        tuple(map(_early, row["early"])),
        row["receiver_done"],
        row["agreed_at"],
        row["moved_at"],
        frozenset(map(UUID, row["gave"])),
        frozenset(map(UUID, row["took"])),
    )


def _case_row(it: Case) -> Values:
    return {
        "id": it.id,
        "what": it.what,
        "author": it.author,
        "opened_at": it.opened_at,
        "arrival": it.arrival,
        "item": it.item,
        "handover": it.handover,
        "text": it.scan.text if it.scan else None,
        "scan": scan_to_json(it.scan),
        "day_close": it.day_close,
        "department": it.department,
        "day": it.day,
        "proposal": it.proposal.id if it.proposal else None,
        "proposed_settlement": it.proposal.settlement if it.proposal else None,
        "proposed_by": it.proposal.by if it.proposal else None,
        "proposed_reason": it.proposal.reason if it.proposal else None,
        "proposed_seen": it.proposal.seen if it.proposal else None,
        "settlement": it.settlement,
        "settled_by": it.settled_by,
        "settled_at": it.settled_at,
        "reason": it.reason,
        "expected": it.expected,
        "settled_with": it.settled_with,
    }


def _case(row: Row) -> Case:
    return Case(
        row["id"],
        CaseKind(row["what"]),
        row["author"],
        row["opened_at"],
        row["arrival"],
        row["item"],
        row["handover"],
        scan_from_json(row["scan"]),
        row["day_close"],
        row["department"],
        row["day"],
        _proposal(row),
        Settlement(row["settlement"]) if row["settlement"] else None,
        row["settled_by"],
        row["settled_at"],
        row["reason"],
        row["expected"],
        row["settled_with"],
    )


def _proposal(row: Row) -> Proposal | None:
    if row["proposal"] is None:
        return None
    return Proposal(
        row["proposal"],
        Settlement(row["proposed_settlement"]),
        row["proposed_by"],
        row["proposed_reason"],
        row["proposed_seen"],
    )


def _day_close_row(it: DayClose) -> Values:
    return {
        "id": it.id,
        "department": it.department,
        "day": it.day,
        "opened_by": it.opened_by,
        "opened_at": it.opened_at,
        "status": it.status,
    }


def _day_close(row: Row) -> DayClose:
    return DayClose(
        row["id"],
        row["department"],
        row["day"],
        row["opened_by"],
        row["opened_at"],
        CloseStatus(row["status"]),
    )


def _count_scan_row(it: CountScan) -> Values:
    return {
        "id": it.id,
        "day_close": it.day_close,
        "scan": scan_to_json(it.scan),
        "item": it.item,
        "was_held": it.was_held,
        "by": it.by,
        "seq": it.seq,
        "is_taken_back": it.is_taken_back,
    }


def _count_scan(row: Row) -> CountScan:
    scan = scan_from_json(row["scan"])
    assert scan is not None  # noqa: S101 - the column is NOT NULL
    return CountScan(
        row["id"],
        row["day_close"],
        scan,
        row["item"],
        row["was_held"],
        row["by"],
        row["seq"],
        row["is_taken_back"],
    )


def _closing_days_row(it: ClosingDays) -> Values:
    return {
        "id": it.id,
        "until": it.until,
        "days": [day.isoformat() for day in it.days],
        "yearly": [list(span) for span in it.yearly],
    }


def _closing_days(row: Row) -> ClosingDays:
    days = tuple(date.fromisoformat(day) for day in row["days"])
    yearly = tuple((first, last) for first, last in row["yearly"])
    return ClosingDays(row["id"], row["until"], days, yearly)


def _incident_row(it: Incident) -> Values:
    return {
        "id": it.id,
        "item": it.item,
        "case": it.case,
        "opened_by": it.opened_by,
        "opened_at": it.opened_at,
        "reason": it.reason,
        "end": it.end,
        "closed_at": it.closed_at,
    }


def _incident(row: Row) -> Incident:
    return Incident(
        row["id"],
        row["item"],
        row["case"],
        row["opened_by"],
        row["opened_at"],
        row["reason"],
        IncidentEnd(row["end"]) if row["end"] else None,
        row["closed_at"],
    )


def _search_row(it: Search) -> Values:
    return {
        "id": it.id,
        "incident": it.incident,
        "department": it.department,
        "person": it.person,
        "asked_at": it.asked_at,
        "times_asked": it.times_asked,
        "found": it.found,
        "answered_by": it.answered_by,
        "answered_at": it.answered_at,
        **_ref_values("note", it.note),
    }


def _search(row: Row) -> Search:
    return Search(
        row["id"],
        row["incident"],
        row["department"],
        row["person"],
        row["asked_at"],
        row["times_asked"],
        row["found"],
        row["answered_by"],
        row["answered_at"],
        _ref(row, "note"),
    )


MAPPERS: dict[type[Aggregate], Mapper] = {
    Department: Mapper(schema.departments, _department_row, _department),
    Person: Mapper(schema.people, _person_row, _person),
    Expected: Mapper(schema.expected_items, _expected_row, _expected),
    Listing: Mapper(schema.listings, _listing_row, _listing),
    Arrival: Mapper(schema.arrivals, _arrival_row, _arrival),
    RuleSet: Mapper(schema.suggestion_rules, _rule_set_row, _rule_set),
    Handover: Mapper(
        schema.handovers, _handover_row, lambda row: handover_from(row, frozenset(), frozenset())
    ),
    Item: Mapper(schema.items, _item_row, _item),
    Label: Mapper(schema.labels, _label_row, _label),
    DayClose: Mapper(schema.day_closes, _day_close_row, _day_close),
    CountScan: Mapper(schema.count_scans, _count_scan_row, _count_scan),
    Case: Mapper(schema.cases, _case_row, _case),
    ClosingDays: Mapper(schema.closing_days, _closing_days_row, _closing_days),
    Incident: Mapper(schema.incidents, _incident_row, _incident),
    Search: Mapper(schema.searches, _search_row, _search),
}
"""In the order in which rows may refer to one another."""

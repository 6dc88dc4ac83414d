"""A refusal: a deed that must not be, with what was expected and what came.

Refusals exist only for deeds.  A scan is a fact and is recorded whatever is wrong with it.
"""

from collections.abc import Mapping
from enum import StrEnum


class Reason(StrEnum):
    """Every reason for which a deed is refused; the screens have a sentence for each."""

    UNKNOWN_SUBJECT = "unknown_subject"
    DEED_REUSED = "deed_reused"
    TOLD_ONCE = "told_once"
    ROLE_MISSING = "role_missing"
    NOT_MEMBER = "not_member"
    OFFICE_EXISTS = "office_exists"
    DEPARTMENT_EXISTS = "department_exists"
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    ADDRESS_WRONG = "address_wrong"
    STAFF_NUMBER_TAKEN = "staff_number_taken"
    DEPARTMENT_CLOSED = "department_closed"
    DEPARTMENT_CHANGED = "department_changed"
    DEPARTMENT_BUSY = "department_busy"
    LAST_SORTING_DEPARTMENT = "last_sorting_department"
    NO_POSTING = "no_posting"
    ROLES_EMPTY = "roles_empty"
    DATE_PASSED = "date_passed"
    DATES_CROSSED = "dates_crossed"
    PERSON_CHANGED = "person_changed"
    LAST_ADMINISTRATOR = "last_administrator"
    NO_BADGE = "no_badge"
    LIST_CHANGED = "list_changed"
    CARRIER_MISSING = "carrier_missing"
    ARRIVED_AT_WRONG = "arrived_at_wrong"
    COUNT_OUT_OF_RANGE = "count_out_of_range"
    AMOUNT_OUT_OF_RANGE = "amount_out_of_range"
    PHOTO_MISSING = "photo_missing"
    TOO_MANY_SLIPS = "too_many_slips"
    DESCRIPTION_MISSING = "description_missing"
    NUMBER_NOT_HELD = "number_not_held"
    LABELS_USED_UP = "labels_used_up"
    CONFIDENTIAL = "confidential"
    ARRIVAL_CLOSED = "arrival_closed"
    ARRIVAL_OPEN = "arrival_open"
    COUNTS_BLIND = "counts_blind"
    ARRIVAL_DIFFERS = "arrival_differs"
    ARRIVAL_EQUAL = "arrival_equal"
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    NOT_HELD = "not_held"
    IN_HANDOVER = "in_handover"
    SORTED_ELSEWHERE = "sorted_elsewhere"
    FIRST_ENTRY_EXISTS = "first_entry_exists"
    FIRST_ENTRY_MISSING = "first_entry_missing"
    SAME_PERSON = "same_person"
    ALREADY_ROUTED = "already_routed"
    NOT_ROUTED = "not_routed"
    UNDECIDED = "undecided"
    ROUTED_ELSEWHERE = "routed_elsewhere"
    ROUTE_IS_HOLDER = "route_is_holder"
    SAME_DEPARTMENT = "same_department"
    HANDOVER_PHASE = "handover_phase"
    EMPTY_SET = "empty_set"
    SETS_DIFFER = "sets_differ"
    NOT_IN_HANDOVER = "not_in_handover"
    SIDE_SIGNED = "side_signed"
    DIGEST_CHANGED = "digest_changed"
    SIGNED_ALREADY = "signed_already"
    RECEIVER_ELSEWHERE = "receiver_elsewhere"
    NOT_NAMED = "not_named"
    ON_OTHER_SIDE = "on_other_side"
    TOO_MANY_RULES = "too_many_rules"
    RULE_BASIS = "rule_basis"
    RULE_TEXT_LENGTH = "rule_text_length"
    OPENING_MISSING = "opening_missing"
    OPENED_ALREADY = "opened_already"
    INCIDENT_OPEN = "incident_open"
    INCIDENT_CLOSED = "incident_closed"
    ALL_ANSWERED = "all_answered"
    NOBODY_FOUND = "nobody_found"
    SAID_FOUND = "said_found"
    WITH_KEEPER = "with_keeper"
    ROUTE_QUESTIONED = "route_questioned"
    CASE_SETTLED = "case_settled"
    CASE_OPEN = "case_open"
    GONE_SINCE = "gone_since"
    FOUND_AGAIN_OPEN = "found_again_open"
    PROPOSAL_CHANGED = "proposal_changed"
    ROUTE_DECIDED = "route_decided"
    WORD_GIVEN = "word_given"
    NOT_UNDECIDED = "not_undecided"
    DAY_CLOSE_EXISTS = "day_close_exists"
    DAY_CLOSED = "day_closed"
    DAY_OVER = "day_over"
    NOT_COMPARED = "not_compared"
    CLOSING_DAY_WRONG = "closing_day_wrong"
    CLOSING_DAYS_ENDLESS = "closing_days_endless"
    CLOSING_DAYS_UNKNOWN = "closing_days_unknown"
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    OTHER_SETTLEMENT = "other_settlement"
    REASON_MISSING = "reason_missing"
    TYPED_DIFFERS = "typed_differs"
    BADGE_SCANNED = "badge"
    PIECE_SCANNED = "piece"
    BAD_CREDENTIALS = "bad_credentials"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
    STRANGE_TERMINAL = "strange_terminal"
    BADGE_NOT_VALID = "badge_not_valid"
    PIN_IS_ONCE = "pin_is_once"
    PIN_UNCHANGED = "pin_unchanged"
    DEVICE_NEEDS_ONE = "device_needs_one"
    DEVICE_NAME_TAKEN = "device_name_taken"
    SCAN_TOO_OLD = "scan_too_old"
    TOKEN_NOT_VALID = "token_not_valid"  # noqa: S105 - a reason
    BADGE_IN_USE = "badge_in_use"
    PIN_TOO_WEAK = "pin_too_weak"


Detail = str | int | tuple[str, ...]


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A deed was refused; nothing changed.

    `reason` says why; `details` holds what was expected and what came, by name.
    """

    def __init__(self, reason: Reason, **details: Detail) -> None:
        self.reason = reason
        self.details: Mapping[str, Detail] = details
        told = ", ".join(f"{name}={value!r}" for name, value in details.items())
        super().__init__(f"{reason.value}: {told}" if told else reason.value)

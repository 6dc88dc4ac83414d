"""People: where they belong, from when until when, and in whose place."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from station.custody import facts as f
from station.custody import office, people, postings
from station.custody.facts import Facts
from station.custody.refusal import Reason
from station.custody.state import Person
from station.custody.values import PersonalRef, Posting, Role
from tests.support.play import DUTY, SORTING, START, TREASURY, WATER, Play, key
from tests.support.refusals import refused

NOW = START + timedelta(days=1)
APRIL = START + timedelta(days=30)
LATER = START + timedelta(days=60)
RECEIVER = frozenset({Role.RECEIVER})
CLERK = frozenset({Role.CLERK})


def person(play: Play, who: str) -> Person:
    return play.books.person(key(who))


def change(
    play: Play, rule: Callable[..., Facts], who: str, by: str = "admin", **details: object
) -> Facts:
    """Let an administrator who has looked at a person change them."""
    seen = {"now": NOW, "person": key(who), "seen": person(play, who).version}
    return play.do(by, rule, **(seen | details))


def transfer(play: Play, who: str, department: str, since: datetime = NOW, *roles: Role) -> Facts:
    named = roles or (Role.RECEIVER,)
    return change(
        play, people.transfer_person, who, department=department, roles=named, since=since
    )


def place(play: Play, who: str, at: datetime) -> tuple[str, frozenset[Role]]:
    actor = postings.acting(person(play, who), at)
    return actor.department, actor.roles


def test_a_transfer_announced_in_advance_holds_from_its_day(play: Play) -> None:
    assert place(play, "clerk", NOW) == (SORTING, CLERK)
    transfer(play, "clerk", TREASURY, APRIL)
    assert place(play, "clerk", APRIL - timedelta(microseconds=1)) == (SORTING, CLERK)
    assert place(play, "clerk", APRIL) == (TREASURY, RECEIVER)


def test_a_transfer_at_noon_holds_from_the_next_deed_on(play: Play) -> None:
    transfer(play, "clerk", TREASURY)
    assert place(play, "clerk", NOW) == (TREASURY, RECEIVER)


def test_the_newest_word_on_the_future_counts(play: Play) -> None:
    transfer(play, "clerk", TREASURY, APRIL)
    transfer(play, "clerk", WATER, APRIL)
    assert place(play, "clerk", APRIL) == (WATER, RECEIVER)
    transfer(play, "clerk", DUTY)
    assert place(play, "clerk", NOW) == (DUTY, RECEIVER)
    assert place(play, "clerk", LATER) == (DUTY, RECEIVER)


def test_other_roles_leave_an_announced_transfer_as_it_is(play: Play) -> None:
    transfer(play, "clerk", TREASURY, APRIL)
    both = (Role.CLERK, Role.SUPERVISOR)
    change(play, people.change_roles, "clerk", roles=both, since=NOW)
    assert place(play, "clerk", NOW) == (SORTING, frozenset(both))
    assert place(play, "clerk", APRIL) == (TREASURY, RECEIVER)


def test_a_deputy_acts_for_another_department_for_a_time(play: Play) -> None:
    change(
        play,
        people.appoint_deputy,
        "water",
        department=TREASURY,
        roles=(Role.RECEIVER, Role.SUPERVISOR),
        since=NOW,
        until=APRIL,
    )
    assert postings.departments_of(person(play, "water"), NOW) == (WATER, TREASURY)
    assert place(play, "water", NOW) == (WATER, RECEIVER)
    deputy = postings.acting(person(play, "water"), NOW, TREASURY)
    assert (deputy.department, deputy.roles) == (TREASURY, RECEIVER | {Role.SUPERVISOR})
    assert postings.roles_in(person(play, "water"), NOW) == RECEIVER | {Role.SUPERVISOR}
    with refused(Reason.NOT_MEMBER, expected=TREASURY, got=WATER):
        postings.acting(person(play, "water"), APRIL, TREASURY)


def test_a_deputy_in_the_own_department_has_the_roles_of_both(play: Play) -> None:
    details: dict[str, Any] = {
        "department": SORTING,
        "roles": (Role.SUPERVISOR,),
        "since": NOW,
        "until": APRIL,
    }
    change(play, people.appoint_deputy, "clerk", **details)
    assert place(play, "clerk", NOW) == (SORTING, CLERK | {Role.SUPERVISOR})
    assert place(play, "clerk", APRIL) == (SORTING, CLERK)


def test_a_deputyship_stays_through_a_transfer_and_ends_early(play: Play) -> None:
    details: dict[str, Any] = {
        "department": WATER,
        "roles": (Role.RECEIVER,),
        "since": NOW,
        "until": LATER,
    }
    change(play, people.appoint_deputy, "clerk", **details)
    transfer(play, "clerk", TREASURY)
    assert postings.departments_of(person(play, "clerk"), NOW) == (TREASURY, WATER)
    change(play, people.change_roles, "clerk", roles=(Role.CLERK,), since=NOW)
    change(play, people.end_deputy, "clerk", department=WATER, until=APRIL)
    assert postings.departments_of(person(play, "clerk"), APRIL) == (TREASURY,)
    with refused(Reason.NO_POSTING):
        change(play, people.end_deputy, "clerk", department=WATER, until=APRIL)


def test_who_has_left_acts_for_nobody_and_stays_in_the_books(play: Play) -> None:
    transfer(play, "clerk", TREASURY, LATER)
    assert change(play, people.person_leaves, "clerk", since=APRIL) == (
        f.PersonLeft(key("clerk"), APRIL),
    )
    assert place(play, "clerk", NOW) == (SORTING, CLERK)
    for at in (APRIL, LATER):
        with refused(Reason.NO_POSTING):
            place(play, "clerk", at)
    with refused(Reason.NO_POSTING):
        change(play, people.change_roles, "clerk", roles=(Role.CLERK,), since=APRIL)
    transfer(play, "clerk", TREASURY, LATER)
    assert place(play, "clerk", LATER) == (TREASURY, RECEIVER)


def test_who_leaves_at_once_has_no_badge_any_more(play: Play) -> None:
    change(play, people.person_leaves, "clerk", since=NOW)
    assert not person(play, "clerk").has_badge
    with refused(Reason.NOT_MEMBER, expected=TREASURY, got=""):
        postings.acting(person(play, "clerk"), NOW, TREASURY)
    play.do("admin", people.issue_badge, person=key("clerk2"))
    play.do("admin", people.revoke_badge, person=key("clerk2"))
    assert change(play, people.person_leaves, "clerk2", since=NOW) == (
        f.PersonLeft(key("clerk2"), NOW),
    )


def test_of_two_who_change_the_same_person_the_second_is_told(play: Play) -> None:
    seen = person(play, "clerk").version
    transfer(play, "clerk", TREASURY)
    with refused(Reason.PERSON_CHANGED):
        change(play, people.transfer_person, "clerk", seen=seen, department=WATER, roles=RECEIVER,
               since=NOW)  # fmt: skip
    assert place(play, "clerk", NOW) == (TREASURY, RECEIVER)


@pytest.mark.parametrize(
    ("details", "reason"),
    [
        ({"since": NOW - timedelta(seconds=1)}, Reason.DATE_PASSED),
        ({"roles": ()}, Reason.ROLES_EMPTY),
        ({"department": "99"}, Reason.UNKNOWN_SUBJECT),
        ({"person": key("nobody")}, Reason.UNKNOWN_SUBJECT),
        ({"by": "supervisor"}, Reason.ROLE_MISSING),
    ],
)
def test_a_transfer_that_must_not_be(play: Play, details: dict[str, Any], reason: Reason) -> None:
    right: dict[str, Any] = {"department": TREASURY, "roles": RECEIVER, "since": NOW}
    with refused(reason):
        change(play, people.transfer_person, "clerk", **(right | details))


def test_a_deputyship_ends_after_it_begins(play: Play) -> None:
    with refused(Reason.DATES_CROSSED):
        change(play, people.appoint_deputy, "clerk", department=WATER, roles=RECEIVER,
               since=APRIL, until=APRIL)  # fmt: skip


def test_somebody_stays_administrator(play: Play) -> None:
    with refused(Reason.LAST_ADMINISTRATOR):
        change(play, people.person_leaves, "admin", since=APRIL)
    with refused(Reason.LAST_ADMINISTRATOR):
        change(play, people.change_roles, "admin", roles=CLERK, since=NOW)
    with refused(Reason.LAST_ADMINISTRATOR):
        transfer(play, "admin", TREASURY, NOW, Role.CLERK)
    change(play, people.change_roles, "clerk", roles=(Role.ADMINISTRATOR,), since=NOW)
    change(play, people.person_leaves, "admin", since=APRIL)
    with refused(Reason.LAST_ADMINISTRATOR):
        change(play, people.person_leaves, "clerk", since=APRIL)


def test_at_the_console_only_an_administrator_gets_a_badge(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        people.issue_badge_at_console(play.books, person=key("clerk"), now=NOW)
    both = (f.BadgeRevoked(key("admin")), f.BadgeIssued(key("admin")))
    assert people.issue_badge_at_console(play.books, person=key("admin"), now=NOW) == both
    play.do("admin", people.revoke_badge, person=key("admin"))
    assert people.issue_badge_at_console(play.books, person=key("admin"), now=NOW) == both[1:]


def test_badge_and_pin_are_an_administrators_to_give(play: Play) -> None:
    for rule in (people.revoke_badge, people.issue_badge, people.reset_pin):
        with refused(Reason.ROLE_MISSING):
            play.do("supervisor", rule, person=key("clerk"))
    version = person(play, "clerk").version
    assert play.do("admin", people.reset_pin, person=key("clerk")) == (f.PinReset(key("clerk")),)
    assert person(play, "clerk").version == version + 1
    again = (f.BadgeRevoked(key("clerk")), f.BadgeIssued(key("clerk")))
    assert play.do("admin", people.issue_badge, person=key("clerk")) == again
    play.do("admin", people.revoke_badge, person=key("clerk"))
    for rule in (people.revoke_badge, people.reset_pin):
        with refused(Reason.NO_BADGE):
            play.do("admin", rule, person=key("clerk"))
    assert play.do("admin", people.issue_badge, person=key("clerk")) == again[1:]


def test_who_is_enrolled_for_a_later_day_waits_for_it(play: Play) -> None:
    new = play.enrolled("new", TREASURY, Role.RECEIVER)
    later = f.PersonEnrolled(new.person, new.name, TREASURY, new.roles, APRIL)
    play.do("admin", people.enroll_people, people=(later,))
    with refused(Reason.NO_POSTING):
        place(play, "new", NOW)
    assert place(play, "new", APRIL) == (TREASURY, RECEIVER)
    none = f.PersonEnrolled(key("x"), new.name, TREASURY, ())
    with refused(Reason.ROLES_EMPTY):
        play.do("admin", people.enroll_people, people=(none,))


def test_no_deed_takes_a_person_out_of_the_books() -> None:
    """There is no such fact: whose word or signature stands, stays."""
    named = {kind.__name__ for kind in f.ALL_KINDS if "Person" in kind.__name__}
    assert named == {
        "PersonEnrolled",
        "PersonRenamed",
        "PersonTransferred",
        "PersonLeft",
        "PersonalDataPurged",
    }


def test_nobody_is_posted_to_a_closed_department(play: Play) -> None:
    play.do("admin", office.close_department, now=NOW, department=WATER, since=NOW)
    with refused(Reason.DEPARTMENT_CLOSED):
        transfer(play, "clerk", WATER)
    assert Posting(WATER, RECEIVER) in person(play, "water").postings


def test_many_are_changed_together_and_judged_together(play: Play) -> None:
    def together(*changes: f.Fact) -> Facts:
        return play.do("admin", people.change_people, now=NOW, changes=changes)

    both = (Role.ADMINISTRATOR, Role.CLERK)
    together(f.RolesChanged(key("clerk"), both, NOW), f.PersonLeft(key("duty"), APRIL))
    new = PersonalRef(key("another name"), "1")
    together(f.PersonRenamed(key("clerk"), new))
    assert person(play, "clerk").name == new
    gone = (f.PersonLeft(key("clerk"), APRIL), f.PersonLeft(key("admin"), APRIL))
    with refused(Reason.LAST_ADMINISTRATOR):
        together(*gone)
    together(gone[0], f.PersonTransferred(key("clerk2"), WATER, (Role.RECEIVER,), NOW))
    with refused(Reason.LAST_ADMINISTRATOR):
        together(gone[1])
    with refused(Reason.UNKNOWN_SUBJECT):
        together(f.PersonTransferred(key("clerk2"), "99", (Role.RECEIVER,), NOW))
    with refused(Reason.ROLE_MISSING):
        play.do("clerk2", people.change_people, now=NOW, changes=())


def test_a_name_is_corrected_by_who_has_seen_the_person_as_they_are(play: Play) -> None:
    stale = person(play, "clerk").version
    transfer(play, "clerk", TREASURY)
    name = PersonalRef(key("another name"), "")
    with refused(Reason.PERSON_CHANGED):
        play.do("admin", people.rename_person, person=key("clerk"), seen=stale, name=name)
    now = person(play, "clerk").version
    play.do("admin", people.rename_person, person=key("clerk"), seen=now, name=name)
    assert person(play, "clerk").name == name
    assert person(play, "clerk").version > now, "whoever saw the old name is told"


def test_only_an_administrator_corrects_a_name(play: Play) -> None:
    seen = person(play, "clerk").version
    with refused(Reason.ROLE_MISSING):
        play.do(
            "supervisor",
            people.rename_person,
            person=key("clerk"),
            seen=seen,
            name=PersonalRef(key("x"), ""),
        )

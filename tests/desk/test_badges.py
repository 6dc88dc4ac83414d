"""Badges lost and replaced, PINs forgotten, people who leave."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from station.custody.facts import BadgeIssued, BadgeRevoked, PersonLeft, PinReset
from station.custody.refusal import Reason, Refused
from station.custody.values import Role
from station.desk import badges, office, signin
from station.desk.badges import Issued, Owner
from station.ledger import journal
from station.ledger.contacts import Contact
from station.ledger.database import reading
from station.ledger.schema import journal as journal_table
from station.ledger.verify import verify
from tests.support.hall import PIN, TREASURY, Hall
from tests.support.refusals import refused

OWN_PIN = "314159"


def enter(hall: Hall, badge: str, pin: str = PIN, new_pin: str = "") -> str:
    return signin.sign_in(
        hall.ledger, hall.hasher, badge=badge, pin=pin, terminal="desk", new_pin=new_pin
    )


def signs(hall: Hall, badge: str, pin: str) -> None:
    """What signing a handover begins with."""
    signin.check_badge(hall.ledger, hall.hasher, badge=badge, pin=pin, terminal="desk")


def replaced(hall: Hall, who: str) -> Issued:
    return badges.issue_badge(
        hall.ledger, hall.caller("admin"), hall.hasher, person=hall.people[who].person
    )


def test_a_lost_badge_is_not_valid_from_that_moment_on(hall: Hall) -> None:
    clerk = hall.people["clerk"]
    token, other = enter(hall, clerk.badge), enter(hall, hall.people["clerk2"].badge)
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=clerk.person)
    assert signin.who(hall.ledger, token) is None
    assert signin.who(hall.ledger, other) is not None
    for pin in (PIN, "000001"):
        with pytest.raises(Refused) as caught:
            enter(hall, clerk.badge, pin)
        assert str(caught.value) == "badge_not_valid"  # and whose it was is not said
    with refused(Reason.BADGE_NOT_VALID):
        signs(hall, clerk.badge, PIN)
    with refused(Reason.NO_BADGE):
        badges.revoke_badge(hall.ledger, hall.caller("admin"), person=clerk.person)


def test_a_replaced_badge_comes_with_a_pin_for_one_sign_in(hall: Hall) -> None:
    old = hall.people["clerk"].badge
    token = enter(hall, old)
    new = replaced(hall, "clerk")
    assert signin.who(hall.ledger, token) is None
    with refused(Reason.BADGE_NOT_VALID):
        enter(hall, old)
    with refused(Reason.PIN_IS_ONCE):
        enter(hall, new.badge, new.pin)
    with refused(Reason.PIN_IS_ONCE):
        signs(hall, new.badge, new.pin)
    with refused(Reason.PIN_UNCHANGED):
        enter(hall, new.badge, new.pin, new.pin)
    with refused(Reason.PIN_TOO_WEAK):
        enter(hall, new.badge, new.pin, "111111")
    enter(hall, new.badge, new.pin, OWN_PIN)
    signs(hall, new.badge, OWN_PIN)
    with refused(Reason.BAD_CREDENTIALS):
        enter(hall, new.badge, new.pin, "161803")


def test_a_forgotten_pin_is_reset_and_sessions_end(hall: Hall) -> None:
    clerk = hall.people["clerk"]
    token = enter(hall, clerk.badge)
    pin = badges.reset_pin(hall.ledger, hall.caller("admin"), hall.hasher, person=clerk.person)
    assert signin.who(hall.ledger, token) is None
    with refused(Reason.BAD_CREDENTIALS):
        enter(hall, clerk.badge, PIN)
    with refused(Reason.PIN_IS_ONCE):
        signs(hall, clerk.badge, pin)
    enter(hall, clerk.badge, pin, OWN_PIN)
    enter(hall, clerk.badge, OWN_PIN)


def test_nothing_of_badge_or_pin_stands_in_the_journal(hall: Hall) -> None:
    clerk = hall.people["clerk"]
    new = replaced(hall, "clerk")
    pin = badges.reset_pin(hall.ledger, hall.caller("admin"), hall.hasher, person=clerk.person)
    with reading(hall.engine) as connection:
        bodies = "".join(connection.execute(select(journal_table.c.body)).scalars())
        facts = [line.fact for line in journal.about(connection, hall.name, clerk.person)]
    for secret in (clerk.badge, new.badge, new.pin, pin, PIN):
        assert f'"{secret}"' not in bodies
    person = clerk.person
    assert facts[1:] == [
        BadgeIssued(person),
        BadgeRevoked(person),
        BadgeIssued(person),
        PinReset(person),
    ]
    assert verify(hall.engine)[0].broken is None


def test_a_secret_is_told_once(hall: Hall) -> None:
    caller, person = hall.caller("admin"), hall.people["clerk"].person
    badges.issue_badge(hall.ledger, caller, hall.hasher, person=person)
    with refused(Reason.TOLD_ONCE):
        badges.issue_badge(hall.ledger, caller, hall.hasher, person=person)


def test_only_an_administrator_touches_badges(hall: Hall) -> None:
    person = hall.people["clerk"].person
    with refused(Reason.ROLE_MISSING):
        badges.revoke_badge(hall.ledger, hall.caller("supervisor"), person=person)
    with refused(Reason.ROLE_MISSING):
        badges.issue_badge(hall.ledger, hall.caller("clerk"), hall.hasher, person=person)
    with refused(Reason.ROLE_MISSING):
        badges.reset_pin(hall.ledger, hall.caller("clerk"), hall.hasher, person=person)
    enter(hall, hall.people["clerk"].badge)


def leaves(hall: Hall, who: str, in_days: int | None) -> None:
    with hall.ledger.views() as views:
        person = views.books.person(hall.people[who].person)
    badges.person_leaves(
        hall.ledger,
        hall.caller("admin"),
        person=person.id,
        seen=person.version,
        since=None if in_days is None else hall.clock.now + timedelta(days=in_days),
    )


@pytest.mark.parametrize("in_days", [None, 1])
def test_the_badge_of_who_has_left_is_not_valid(hall: Hall, in_days: int | None) -> None:
    """Who left before signing: the handover stays open for a colleague."""
    clerk = hall.people["clerk"]
    hall.routed(TREASURY, "13112383852")
    handover = hall.offered(TREASURY, "13112383852")
    hall.counted("treasurer", handover, "13112383852")
    with hall.ledger.contacts() as contacts:
        contacts.put(Contact(clerk.person, email="clerk@city.example"))
    leaves(hall, "clerk", in_days)
    hall.clock.now += timedelta(days=in_days or 0)
    token = enter(hall, hall.people["clerk2"].badge)
    with refused(Reason.BADGE_NOT_VALID):
        enter(hall, clerk.badge)
    with refused(Reason.BADGE_NOT_VALID):
        signs(hall, clerk.badge, PIN)
    with refused(Reason.NO_POSTING):
        hall.signed(handover, "clerk")
    hall.signed(handover, "treasurer", "clerk2")
    assert signin.who(hall.ledger, token) is not None
    with reading(hall.engine) as connection:
        facts = [line.fact for line in journal.about(connection, hall.name, clerk.person)]
    assert isinstance(facts[2], PersonLeft)
    with hall.ledger.views() as views:
        assert (clerk.person in views.contacts.all()) == bool(in_days)


def test_a_session_ends_with_the_last_posting(hall: Hall) -> None:
    token = enter(hall, hall.people["clerk"].badge)
    leaves(hall, "clerk", 1)
    assert signin.who(hall.ledger, token) is not None
    hall.clock.now += timedelta(days=1, minutes=-20)
    hall.clock.now += timedelta(minutes=20)
    assert signin.who(hall.ledger, token) is None


def test_a_revoked_badge_is_given_to_nobody_again(hall: Hall) -> None:
    badge = hall.people["clerk"].badge
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=hall.people["clerk"].person)
    again = office.NewPerson("新人", TREASURY, hall.people["treasurer"].roles, PIN, badge)
    with refused(Reason.BADGE_IN_USE, got=badge):
        office.enroll_people(hall.ledger, hall.caller("admin"), hall.hasher, [again])


def test_who_has_a_badge_number_is_told_its_owner_and_where_they_belong(hall: Hall) -> None:
    later = hall.clock.now + timedelta(days=3)
    (coming,) = office.enroll_people(
        hall.ledger,
        hall.caller("admin"),
        hall.hasher,
        [office.NewPerson("来月の人", TREASURY, (Role.RECEIVER,), PIN, since=later)],
    )
    clerk = hall.people["clerk"]
    assert badges.owners(hall.ledger, [coming.badge, clerk.badge]) == (
        Owner(coming.badge, "来月の人", "出納室", coming.person),
        Owner(clerk.badge, "clerk", "総務", clerk.person),
    )
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=clerk.person)
    for number in (clerk.badge, "STN000000000000", ""):
        with refused(Reason.BADGE_NOT_VALID):
            badges.owners(hall.ledger, [coming.badge, number])

"""One person's staff number, e-mail address and language, changed without a table.

They stand apart from the journal (ledger/contacts.py), which says only that they were changed, as
for a table of one row.
"""

from station.custody import people as rules
from station.custody.facts import Facts, TableImported
from station.custody.refusal import Reason, Refused
from station.custody.values import Actor
from station.desk.deeds import Caller, perform
from station.ledger.contacts import Contact, is_address
from station.ledger.store import Done, Ledger, Work

SOURCE = "person page"
"""What stands in the journal where the name of a table's file would."""


def change_contact(ledger: Ledger, caller: Caller, contact: Contact, *, seen: int) -> Done:
    """Keep a person's contact in place of the one before, as an administrator.

    `seen` is the version of the person that the administrator looked at.  Refused where the
    address is none, or where somebody else has the staff number, by which tables know people.
    """
    if contact.email is not None and not is_address(contact.email):
        raise Refused(Reason.ADDRESS_WRONG, got=contact.email)

    def rule(work: Work, actor: Actor) -> Facts:
        allowed = rules.change_people(work.books, actor, now=work.now, changes=())
        if work.books.person(contact.person).version != seen:
            raise Refused(Reason.PERSON_CHANGED)
        others = {
            one.staff_number for one in work.contacts.all().values() if one.person != contact.person
        }
        if contact.staff_number is not None and contact.staff_number in others:
            raise Refused(Reason.STAFF_NUMBER_TAKEN, got=contact.staff_number)
        work.contacts.put(contact)
        return (TableImported(SOURCE, 1, 1), *allowed)

    return perform(ledger, caller, "change_contact", rule)

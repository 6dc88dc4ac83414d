"""The end: a member of the holding department opens a piece or gives it to its addressee.

What was handed to one person is ended by that person alone, or handed back first.
"""

from uuid import UUID

from station.custody.checks import require_handler, require_held
from station.custody.facts import Facts, ItemDelivered
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import Actor, CaseKind, Ending


def deliver(books: Books, actor: Actor, *, item_id: UUID, ending: Ending) -> Facts:
    """End the custody of a piece that is where it belongs.

    What is marked 親展 is opened by its addressee's department alone, and never in the mail room:
    there it can only be given to its addressee, closed.
    What was lost and found again stays until a supervisor has looked at it.
    """
    item = books.item(item_id)
    require_handler(actor, item.holder)  # first: others learn nothing of handovers
    require_held(item)
    if books.open_cases(item=item.id, what=CaseKind.FOUND_AGAIN):
        raise Refused(Reason.FOUND_AGAIN_OPEN)
    if item.keeper not in {None, actor.person}:
        raise Refused(Reason.WITH_KEEPER)
    if item.undecided:
        raise Refused(Reason.UNDECIDED)
    if item.route is None:
        raise Refused(Reason.NOT_ROUTED)
    if item.questioned:
        raise Refused(Reason.ROUTE_QUESTIONED, got=item.route.department)
    if not item.at_home:
        raise Refused(Reason.ROUTED_ELSEWHERE, expected=item.holder, got=item.route.department)
    is_mail_room = books.department(item.holder).sorts_mail
    if item.details.is_confidential and ending is Ending.OPENED and is_mail_room:
        raise Refused(Reason.CONFIDENTIAL)
    return (ItemDelivered(item.id, ending),)

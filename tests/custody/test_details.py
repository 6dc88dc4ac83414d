"""What is known of a piece beside its number."""

import pytest

from station.custody import delivery, details
from station.custody import facts as f
from station.custody.details import AMOUNT_YEN_MAX, SERVICE_NAMES, SIGNATURES, service_named
from station.custody.refusal import Reason
from station.custody.state import ItemStatus
from station.custody.values import Details, Ending, Service, ServiceSource
from tests.support.play import SORTING, TREASURY, Play, doubtful
from tests.support.refusals import refused

NUMBER = "13112383852"


def described(play: Play, who: str, item: object, **said: object) -> f.Facts:
    word: dict[str, object] = {
        "service": None,
        "signature_taken": None,
        "is_confidential": False,
        "amount_yen": None,
    }
    return play.do(who, details.describe_item, item_id=item, **(word | said))


def test_a_number_hints_at_the_service_and_at_nothing_else(play: Play) -> None:
    known = play.books.item(play.taken(NUMBER)).details
    assert known == Details(Service.REGISTERED, ServiceSource.HINT)


def test_a_number_without_a_hint_says_nothing(play: Play) -> None:
    assert play.books.item(play.taken("404410000016")).details == Details()
    opened = play.arrival()
    play.take(opened, doubtful("ABC123456"))
    taken = play.take(opened, doubtful("ABC123456"))[0]
    assert isinstance(taken, f.ItemTakenIn)
    assert taken.details == Details()


def test_a_list_says_service_and_confidence_and_the_service_says_the_signature(
    play: Play,
) -> None:
    play.announce(NUMBER, service="特定記録・親展")
    known = play.books.item(play.taken(NUMBER)).details
    assert known == Details(
        Service.RECORDED, ServiceSource.LIST, signature_taken=False, is_confidential=True
    )


@pytest.mark.parametrize(
    ("text", "service", "signed"),
    [
        ("書留", Service.REGISTERED, True),
        ("簡易書留", Service.SIMPLE_REGISTERED, True),
        ("書留(配達証明)", Service.DELIVERY_CERTIFIED, True),
        ("特別送達", Service.COURT_SERVICE, True),
        ("特定記録", Service.RECORDED, False),
        ("レターパックプラス", Service.LETTER_PACK_PLUS, True),
        ("レターパックライト", Service.LETTER_PACK_LIGHT, False),
        ("速達", Service.EXPRESS, False),
        ("普通", None, None),
    ],
)
def test_services_by_the_names_that_lists_give_them(
    text: str, service: Service | None, signed: bool | None
) -> None:
    assert service_named(text) is service
    assert (SIGNATURES.get(service) if service else None) is signed
    assert all(name in SIGNATURES for name in SERVICE_NAMES.values())


def test_details_are_corrected_by_a_new_entry(play: Play) -> None:
    item = play.taken("20112345676", "clerk")
    described(play, "clerk", item, service=Service.CASH_REGISTERED, amount_yen=30_000)
    assert play.books.item(item).details == Details(
        Service.CASH_REGISTERED, ServiceSource.ENTERED, signature_taken=True, amount_yen=30_000
    )
    described(play, "clerk2", item, signature_taken=False, is_confidential=True)
    assert play.books.item(item).details == Details(signature_taken=False, is_confidential=True)
    described(play, "clerk2", item, service=Service.OTHER)
    assert play.books.item(item).details == Details(Service.OTHER, ServiceSource.ENTERED)


@pytest.mark.parametrize("amount", [-1, AMOUNT_YEN_MAX + 1])
def test_an_impossible_amount_is_refused(play: Play, amount: int) -> None:
    with refused(Reason.AMOUNT_OUT_OF_RANGE, got=amount):
        described(play, "clerk", play.taken(NUMBER, "clerk"), amount_yen=amount)


def test_only_its_holders_describe_a_piece_and_not_while_it_changes_hands(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    with refused(Reason.NOT_MEMBER, expected=SORTING):
        described(play, "treasurer", item)
    with refused(Reason.ROLE_MISSING):
        described(play, "supervisor", item)
    play.handover("clerk", TREASURY, item)
    with refused(Reason.IN_HANDOVER):
        described(play, "clerk", item)


def test_a_confidential_piece_is_not_opened_in_the_mail_room_but_given_to_its_addressee(
    play: Play,
) -> None:
    play.announce(NUMBER, service="親展")
    item = play.routed(NUMBER, SORTING)
    with refused(Reason.CONFIDENTIAL):
        play.deliver("clerk", item)
    play.do("clerk", delivery.deliver, item_id=item, ending=Ending.TO_ADDRESSEE)
    assert play.books.item(item).status is ItemStatus.DELIVERED


def test_a_confidential_piece_is_opened_by_its_department_once_it_is_there(play: Play) -> None:
    for number in (NUMBER, "20112345676"):
        play.announce(number, service="書留・親展", list_name=number)
    with refused(Reason.ROUTED_ELSEWHERE):
        play.deliver("clerk", play.routed("20112345676", TREASURY))
    item = play.sealed(NUMBER)
    play.deliver("treasurer", item)
    assert play.books.item(item).status is ItemStatus.DELIVERED

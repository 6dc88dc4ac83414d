"""What is known of a piece beside its number: service, signature, 親展, amount.

numbers.md, "Services that a city hall's mail room receives".  "The carrier took our signature" and
"it has a tracking number" are two facts: both are kept.
"""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from station.custody.checks import require_handler, require_held
from station.custody.facts import Facts, ItemDescribed
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Expected
from station.custody.values import Actor, Details, Scan, Service, ServiceSource
from station.numbers import NotATrackingNumber, identify

AMOUNT_YEN_MAX = 99_999_999
"""More than any post insures; a larger amount is a mistyped one."""

CONFIDENTIAL = "親展"

SIGNATURES: Mapping[Service, bool] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                Service.REGISTERED,
                Service.SIMPLE_REGISTERED,
                Service.CASH_REGISTERED,
                Service.DELIVERY_CERTIFIED,
                Service.CONTENT_CERTIFIED,
                Service.COURT_SERVICE,
                Service.RESTRICTED,
                Service.CASH_ON_DELIVERY,
                Service.LETTER_PACK_PLUS,
                Service.YU_PACK,
                Service.EMS,
            ),
            True,
        ),
        **dict.fromkeys(
            (
                Service.RECORDED,
                Service.LETTER_PACK_LIGHT,
                Service.YU_PACKET,
                Service.EXPRESS,
            ),
            False,
        ),
    }
)
"""Whether the carrier takes a signature; a service that is not here tells nothing of it."""

SERVICE_NAMES: Mapping[str, Service] = MappingProxyType(
    {
        "一般書留": Service.REGISTERED,
        "簡易書留": Service.SIMPLE_REGISTERED,
        "現金書留": Service.CASH_REGISTERED,
        "国際書留": Service.REGISTERED,
        "配達証明": Service.DELIVERY_CERTIFIED,
        "内容証明": Service.CONTENT_CERTIFIED,
        "特別送達": Service.COURT_SERVICE,
        "本人限定受取": Service.RESTRICTED,
        "特定記録": Service.RECORDED,
        "代金引換": Service.CASH_ON_DELIVERY,
        "代引": Service.CASH_ON_DELIVERY,
        "レターパックプラス": Service.LETTER_PACK_PLUS,
        "レターパックライト": Service.LETTER_PACK_LIGHT,
        "ゆうパック": Service.YU_PACK,
        "ゆうパケット": Service.YU_PACKET,
        "EMS": Service.EMS,
        "書留": Service.REGISTERED,
        "速達": Service.EXPRESS,
    }
)
"""What lists call a service; the first name that the text contains says which it is."""


def first_details(scan: Scan, expected: Expected | None) -> Details:
    """Return what is known of a piece as it is taken in: by its list, or by its number's hint.

    A hint is a guess, so nothing follows from it about the signature.
    """
    said = expected.service if expected else ""
    is_confidential = CONFIDENTIAL in said
    service = service_named(said)
    if service is not None:
        signed = SIGNATURES.get(service)
        return Details(service, ServiceSource.LIST, signed, is_confidential)
    hint = _hint(scan)
    source = ServiceSource.HINT if hint else None
    return Details(hint, source, is_confidential=is_confidential)


def service_named(text: str) -> Service | None:
    """Return the service that a text in a list names, if it names one that is known."""
    return next((service for name, service in SERVICE_NAMES.items() if name in text), None)


def _hint(scan: Scan) -> Service | None:
    try:
        hint = identify(scan.known_as).service
    except NotATrackingNumber:
        return None
    return Service(hint) if hint else None


def describe_item(
    books: Books,
    actor: Actor,
    *,
    item_id: UUID,
    service: Service | None,
    signature_taken: bool | None,
    is_confidential: bool,
    amount_yen: int | None,
) -> Facts:
    """Correct what is known of a piece, by its holders; the journal keeps what was said before.

    All of it is said anew.  Without a word on the signature, the service says it.
    """
    item = books.item(item_id)
    require_handler(actor, item.holder)  # first: others learn nothing of handovers
    require_held(item)
    if amount_yen is not None and not 0 <= amount_yen <= AMOUNT_YEN_MAX:
        raise Refused(Reason.AMOUNT_OUT_OF_RANGE, expected=f"0-{AMOUNT_YEN_MAX}", got=amount_yen)
    source = ServiceSource.ENTERED if service else None
    signed = signature_taken
    if signed is None and service is not None:
        signed = SIGNATURES.get(service)
    return (ItemDescribed(item.id, Details(service, source, signed, is_confidential, amount_yen)),)

"""A sentence for every fault of the database: what came of the deed, and what to do now."""

from station.ledger.faults import Fault
from station.words import noted as _

SENTENCES: dict[Fault, str] = {
    Fault.BUSY: _("The ledger is busy; nothing was recorded. Do it again."),
    Fault.FULL: _(
        "The ledger's disk is full; nothing was recorded."
        " Tell the administrator to make room, then do it again."
    ),
    Fault.READ_ONLY: _(
        "The ledger cannot be written; nothing was recorded."
        " Tell the administrator, then do it again."
    ),
    Fault.DAMAGED: _(
        "The ledger is damaged; nothing was recorded."
        " Stop, keep the mail together, and tell the administrator."
    ),
    Fault.DISK: _(
        "The ledger's disk fails. Tell the administrator; then look whether this was recorded,"
        " and do it again if not."
    ),
    Fault.UNREACHABLE: _(
        "The ledger does not answer. Wait a minute, look whether this was recorded,"
        " and do it again if not."
    ),
    Fault.OTHER: _(
        "The station failed; nothing was recorded. Tell the supervisor, then do it again."
    ),
}

"""What the exchange tells the desk about its telephone, as values.

The words follow Asterisk's manager interface, but nothing here depends on it.  Numbers, names
and keyed-in ids are left out of every `repr`, so that they reach no log and no traceback.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from kundcenter.errors import Refused, Unavailable


class LineAway(Unavailable):
    """The exchange cannot be reached, or did not reply in time.  Facts: none."""

    code = "line.away"


class CallGone(Refused):
    """The call is no longer on the line.  Facts: none; a line's id may be read as a time."""

    code = "line.call_gone"


class PhoneByHand(Refused):
    """The desk phone does not obey the exchange: lift, park or lay down the handset by hand."""

    code = "line.phone_by_hand"


class ExchangeRefused(Refused):
    """The exchange said no.

    Facts: action ("answer", "hang_up", "hold", "resume", "pause", "emergency", "ring_out",
    "transfer", "consult", "toggle", "join", "complete", "drop", "close_queue"), why.
    """

    code = "line.refused"


class NoEmergencyLine(Unavailable):
    """The exchange of this desk is not set up to call 112.  Facts: none."""

    code = "line.no_emergency"


class NoOutgoingLine(Unavailable):
    """The exchange of this desk is not set up to ring out for it.  Facts: none."""

    code = "line.no_outgoing"


class NoTransfers(Unavailable):
    """The exchange of this desk is not set up to pass calls on for it.  Facts: none."""

    code = "line.no_transfers"


class NoQueueSwitch(Unavailable):
    """The exchange of this desk is not set up to close queues for it.  Facts: none."""

    code = "line.no_queue_switch"


class ConsultWrong(Refused):
    """Nobody is being asked about the call, or somebody is already.  Facts: none."""

    code = "line.consult_wrong"


class Refusal(StrEnum):
    """Why the exchange refused, as far as it says."""

    NOT_PERMITTED = "not_permitted"  # the exchange's account for this desk lacks a right
    NOT_DONE = "not_done"


class PhoneControl(StrEnum):
    """Whether the desk phone obeys `NOTIFY` with `Event: talk` and `Event: hold`.

    The rule is BroadSoft's (Access Side Extensions, §6-7) and most desk phones can do it.  A phone
    that cannot replies 481, and then Asterisk ends the call it was meant to answer.  So it must
    be turned on for phones that are known to obey, and is never tried on others.
    """

    BY_HAND = "by_hand"
    NOTIFY = "notify"


@dataclass(frozen=True, slots=True)
class ExchangeSettings:
    """Where the exchange is and which telephone is ours.  The secret lies in the keyring.

    `tls` means TLS 1.2 or later with the certificate verified for `host`; `ca_file` is a PEM file
    with the authority to trust in place of the machine's own.  `emergency` is what the exchange
    dials for 112, "number@context"; empty means that it never does.  `outgoing` is the context of
    the dial plan in which a number is dialled that the desk rings up; empty: it rings nobody up.
    `queues` are those whose lost callers are counted besides those whose calls ring here.
    `queue_switch` whether the dial plan asks if a queue is closed (docs/exchange.md).
    """

    host: str
    port: int
    user: str
    extension: str
    tls: bool = False
    ca_file: str | None = None
    phone: PhoneControl = PhoneControl.BY_HAND
    emergency: str = ""
    outgoing: str = ""
    transfers: str = ""  # the context to which calls are passed on; empty: none are
    queues: tuple[str, ...] = ()
    queue_switch: bool = False


class EndReason(StrEnum):
    """Why a call left this telephone.

    Only CALLER, OPERATOR after an answer, and ABANDONED end the call itself.  After NO_ANSWER,
    ELSEWHERE and OPERATOR before an answer the caller is still with the exchange, and the same
    `line_call` may ring again.
    """

    CALLER = "caller"  # the caller hung up during the talk
    OPERATOR = "operator"  # the operator hung up, or sent the ringing call back
    ABANDONED = "abandoned"  # the caller gave up while it rang here
    NO_ANSWER = "no_answer"  # nobody answered in time
    ELSEWHERE = "elsewhere"  # another telephone answered
    PASSED = "passed"  # the operator passed the caller on
    LOST = "lost"  # gone when the connection to the exchange came back
    OTHER = "other"  # the exchange, the phone or the network ended it


class DownReason(StrEnum):
    """Why there is no connection to the exchange."""

    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"  # its certificate did not hold
    NOT_AN_EXCHANGE = "not_an_exchange"
    LOGIN_REFUSED = "login_refused"
    CLOSED = "closed"
    SILENT = "silent"  # it stopped replying


class ReturnReason(StrEnum):
    """Why a call that was passed on comes back."""

    BUSY = "busy"
    NO_ANSWER = "no_answer"
    FAILED = "failed"  # no such number, or no way there


class DestinationKind(StrEnum):
    PHONE = "phone"  # a public number, a short one, or an extension
    QUEUE = "queue"  # an answering group, by its name at the exchange
    VOICEMAIL = "voicemail"  # the mailbox of an extension


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a call is passed on to.  A phone's value is as in PhoneNumber."""

    kind: DestinationKind
    value: str = field(repr=False)


class Side(StrEnum):
    """Whom the operator hears while somebody is asked about a call."""

    CALLER = "caller"
    OTHER = "other"
    BOTH = "both"


class PhoneState(StrEnum):
    """What the exchange knows of a telephone of its own."""

    FREE = "free"
    RINGING = "ringing"
    BUSY = "busy"
    AWAY = "away"  # not connected to the exchange
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class QueueLoad:
    """One answering group now.  Who its members are, and their numbers, is not told."""

    queue: str
    waiting: int
    longest: timedelta
    free: int  # members who could take a call now
    members: int  # signed in, paused or not


@dataclass(frozen=True, slots=True)
class Rang:
    """A call rings on this telephone.

    `line_call` is the exchange's id of the caller's call; it is the same when the call rings
    again.  `number` and `called` are as the exchange writes them; None is a withheld number.
    `keyed_id` is what the caller keyed in, digits only.  `waited` is the time in the queue.
    """

    line_call: str
    number: str | None = field(default=None, repr=False)
    called: str = field(default="", repr=False)
    queue: str | None = None
    name: str | None = field(default=None, repr=False)
    keyed_id: str | None = field(default=None, repr=False)
    waited: timedelta | None = None
    reference: str = ""  # what whoever passed it on calls that: the id of the transfer
    returned: ReturnReason | None = None  # it comes back to whoever passed it on


@dataclass(frozen=True, slots=True)
class Answered:
    """The handset was lifted, by the desk or by hand."""

    line_call: str


@dataclass(frozen=True, slots=True)
class HungUp:
    line_call: str
    reason: EndReason


@dataclass(frozen=True, slots=True)
class Held:
    line_call: str


@dataclass(frozen=True, slots=True)
class Resumed:
    line_call: str


@dataclass(frozen=True, slots=True)
class LineUp:
    """The desk is signed in to the exchange and hears about its calls."""


@dataclass(frozen=True, slots=True)
class LineDown:
    """No connection.  It is tried again until the line is stopped; a changed reason is told."""

    reason: DownReason


class EmergencyFailure(StrEnum):
    """Why the exchange did not reach 112."""

    BUSY = "busy"
    NO_ANSWER = "no_answer"  # not within EMERGENCY_PATIENCE; a later answer is still told
    REFUSED = "refused"  # no such number, no free trunk, or the exchange may not
    LOST = "lost"  # the connection to the exchange went while it was dialled
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EmergencyAnswered:
    """The exchange says that 112 has lifted and is joined to us.

    `line_call` is the call that 112 was called for, None when it was called without one, and
    `attempt` what whoever asked calls this attempt; empty where they gave it no name.
    """

    line_call: str | None
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyFailed:
    """112 was not reached: it must be called by hand, at once."""

    line_call: str | None
    reason: EmergencyFailure
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyEnded:
    """The talk with 112, which had answered, is over."""

    line_call: str | None
    attempt: str = ""


class ConsultEnd(StrEnum):
    """How it ended that somebody was asked about a call; the caller is back with the operator."""

    BUSY = "busy"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    HUNG_UP = "hung_up"  # whoever was asked
    DROPPED = "dropped"  # by the operator
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Consulting:
    """The caller waits, and somebody else is rung or talked with about the call.

    `answered` whether they have lifted; `side` whom the operator hears.
    """

    line_call: str
    answered: bool = False
    side: Side = Side.OTHER


@dataclass(frozen=True, slots=True)
class ConsultEnded:
    """Nobody is asked any more; the operator has the caller."""

    line_call: str
    reason: ConsultEnd


@dataclass(frozen=True, slots=True)
class PhoneStates:
    """What is new of the telephones that the desk watches, by extension."""

    states: tuple[tuple[str, PhoneState], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class QueueLoads:
    """All answering groups that the desk may pass on to."""

    loads: tuple[QueueLoad, ...]


@dataclass(frozen=True, slots=True)
class CallerLeft:
    """A caller gave up in a queue before any telephone had answered, here or anywhere.

    `line_call` as in Rang; `waited` in whole seconds, as the exchange tells every desk.  With
    `reached` they did not give up: another telephone than this desk's answered.
    """

    line_call: str
    queue: str
    waited: timedelta
    reached: bool = False


EMERGENCY_PATIENCE = timedelta(seconds=20)

LineEvent = (
    Rang
    | Answered
    | HungUp
    | Held
    | Resumed
    | LineUp
    | LineDown
    | EmergencyAnswered
    | EmergencyFailed
    | EmergencyEnded
    | Consulting
    | ConsultEnded
    | PhoneStates
    | QueueLoads
    | CallerLeft
)

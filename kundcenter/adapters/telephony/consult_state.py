"""What is known of one who is asked about a call."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum, auto

from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import ConsultEnd, Side

_ENDS = {
    "BUSY": ConsultEnd.BUSY,
    "NOANSWER": ConsultEnd.NO_ANSWER,
    "CANCEL": ConsultEnd.NO_ANSWER,
    "CONGESTION": ConsultEnd.REFUSED,
    "CHANUNAVAIL": ConsultEnd.REFUSED,
}
_REASONS = {  # of OriginateResponse: the last control frame; 0 is no such number, 5 is busy
    "0": ConsultEnd.REFUSED,
    "1": ConsultEnd.NO_ANSWER,
    "3": ConsultEnd.NO_ANSWER,
    "5": ConsultEnd.BUSY,
    "8": ConsultEnd.REFUSED,
}


class Stage(Enum):
    BEGINNING = auto()
    RINGING = auto()
    TALKING = auto()
    LEAVING = auto()  # the two go from the room to each other
    PASSING = auto()  # nobody is asked any more, and the caller is on the way elsewhere
    BACK = auto()  # nobody is asked; caller and desk are in the room


@dataclass(slots=True)
class Consult:
    """`desk`, `caller` and `other` are ids of channels; `music` those that hear some.

    `room` names the room, `extension` is what was dialled, `status` how the dialling ended.
    `bridge` waits since `since` for both to wait; it was tried `tries` times.
    `done` is whoever waits for the two to have each other.
    """

    line_call: str
    room: str
    desk: str
    caller: str
    other: str
    extension: str
    stage: Stage = Stage.BEGINNING
    side: Side = Side.OTHER
    status: str = ""
    dropped: bool = False
    music: set[str] = field(default_factory=set)
    since: float = 0.0
    tries: int = 0
    bridge: Callable[[], None] | None = None
    done: Future[None] | None = None

    @property
    def asking(self) -> bool:
        """Whether somebody is rung or talked with."""
        return self.stage in {Stage.RINGING, Stage.TALKING}

    @property
    def caller_hears(self) -> bool:
        return self.stage is Stage.TALKING and self.side is not Side.OTHER

    def belongs(self, event: Frame) -> bool:
        """Whether the event is of the dialling of whoever is asked."""
        return self.other in {
            event.get("Linkedid"),
            event.get("Uniqueid").partition(";")[0],
        }

    def not_reached(self, event: Frame) -> ConsultEnd:
        """Why, as the dialling or else the reply to the request has it."""
        by_reason = _REASONS.get(event.get("Reason"), ConsultEnd.OTHER)
        return _ENDS.get(self.status, by_reason)

    def gone(self) -> ConsultEnd:
        """Why there is nobody any more, when the channel has gone."""
        if self.dropped:
            return ConsultEnd.DROPPED
        if self.stage is Stage.TALKING:
            return ConsultEnd.HUNG_UP
        return _ENDS.get(self.status, ConsultEnd.NO_ANSWER)


def hears_music(channel: Frame | None) -> bool:
    """Whether a listed channel waits."""
    return channel is not None and channel.get("Application") == "MusicOnHold"

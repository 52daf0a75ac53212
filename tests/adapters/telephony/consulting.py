"""A desk that asks somebody about a call, and the exchange that the test plays.  No socket."""

from __future__ import annotations

from concurrent.futures import Future

from kundcenter.adapters.telephony.consults import Consults
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import Frame, FrameReader, serialise
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.adapters.telephony.session import Session
from kundcenter.adapters.telephony.wishes import ConsultAct, PassOn, Turn
from kundcenter.domain.lines import Consulting, ExchangeSettings, LineEvent
from tests.adapters.telephony.switching import PERSON, REFERENCE, phone
from tests.adapters.telephony.told import CALL, dial_begin, event, own

SETTINGS = ExchangeSettings("127.0.0.1", 5038, "desk", "201", transfers="kc-pass")
SUCCESS = ("Response", "Success")


class Talk:
    """A desk in a talk, and the exchange that the test plays."""

    def __init__(self) -> None:
        self.now = 100.0
        self.calls = DeskCalls("201")
        self.consults = Consults(self.calls, "201", "kc-pass")
        self.events: list[LineEvent] = []
        self.session = self.joined()
        self.tell(dial_begin(), own("Newstate", ChannelState="6"))
        self.events.clear()

    def joined(self, *channels: Frame) -> Session:
        """A new connection, on which these channels are listed."""
        self.session = Session(
            SETTINGS,
            "en hemlighet",
            calls=self.calls,
            pace=Pace(),
            now=self.now,
            plain_allowed=False,
            prefix="kc",
            consults=self.consults,
        )
        self._asked = FrameReader()
        self.session.received(b"Asterisk Call Manager/5.0.4\r\n", self.now)
        self.agrees(("Challenge", "123456789"))
        self.agrees()
        (status,) = self.asked()
        id = ("ActionID", status.get("ActionID"))
        self.events = []
        self.says(SUCCESS, id)
        for channel in channels:
            self.says(("Event", "Status"), id, *channel.fields)
        self.says(("Event", "StatusComplete"), id)
        return self.session

    def says(self, *fields: tuple[str, str]) -> None:
        self.events += self.session.received(serialise(fields), self.now)

    def tell(self, *frames: Frame) -> None:
        for frame in frames:
            self.says(*frame.fields)

    def asked(self) -> list[Frame]:
        """What was asked about calls."""
        frames = self._asked.feed(self.session.take_output())
        return [frame for frame in frames if frame.get("Action") != "QueueSummary"]

    def agrees(self, *fields: tuple[str, str]) -> Frame:
        """Success to the one thing that was asked."""
        (frame,) = self.asked()
        self.says(SUCCESS, ("ActionID", frame.get("ActionID")), *fields)
        return frame

    def agrees_to(self, *names: str) -> list[Frame]:
        """To these, one after another."""
        frames = []
        for name in names:
            frame = self.agrees()
            assert frame.get("Action") == name
            frames.append(frame)
        return frames

    def refuses(self, message: str) -> None:
        (frame,) = self.asked()
        fields = (("ActionID", frame.get("ActionID")), ("Message", message))
        self.says(("Response", "Error"), *fields)

    def wishes(self, wish: PassOn | ConsultAct) -> Future[None]:
        done: Future[None] = Future()
        self.session.act(wish, done, self.now)
        return done

    def turns(self, turn: Turn) -> Future[None]:
        return self.wishes(ConsultAct(turn, CALL))

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.events += self.session.ticked(self.now)

    def told(self) -> list[LineEvent]:
        told, self.events = self.events, []
        return told


CARRIED = ("Setvar",) * 4
ASK = PassOn(CALL, phone(PERSON), REFERENCE, consulted=True)


def ringing() -> tuple[Talk, str]:
    """Somebody is rung about the call; the id of their channel."""
    talk = Talk()
    done = talk.wishes(ASK)
    frames = talk.agrees_to(*CARRIED, "Redirect", "Originate")
    assert done.result(0) is None
    assert talk.told() == [Consulting(CALL)]
    return talk, frames[-1].get("ChannelId")


def asking() -> tuple[Talk, str]:
    """They have lifted."""
    talk, other = ringing()
    talk.tell(event("OriginateResponse", ActionID=other, Response="Success", Uniqueid=other))
    assert talk.told() == [Consulting(CALL, answered=True)]
    return talk, other


def hung_up(uniqueid: str) -> Frame:
    return event("Hangup", Uniqueid=uniqueid, Linkedid=CALL, Cause="16")


def music(uniqueid: str) -> Frame:
    return event("MusicOnHoldStart", Uniqueid=uniqueid, Class="default")

"""The conversation with the exchange, byte by byte, without a socket."""

from __future__ import annotations

import contextlib
import hashlib
from concurrent.futures import Future

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import MAX_FRAME, MAX_LINE, Frame, FrameReader, serialise
from kundcenter.adapters.telephony.pace import Pace, SessionOver
from kundcenter.adapters.telephony.session import MOST_SKIPPED, MOST_SPOILED, Session
from kundcenter.adapters.telephony.wishes import Pause, PhoneAct
from kundcenter.domain.lines import (
    CallGone,
    DownReason,
    EndReason,
    ExchangeRefused,
    ExchangeSettings,
    HungUp,
    LineAway,
    LineEvent,
    LineUp,
    Rang,
    Refusal,
)
from tests.adapters.telephony.told import CALL, OWN_CHANNEL, dial_begin, hung_up

GREETING = b"Asterisk Call Manager/5.0.4\r\n"
SECRET = "en hemlighet"
PACE = Pace()


class Conversation:
    """A session and the exchange that the test plays."""

    def __init__(self, *, plain_allowed: bool = False, calls: DeskCalls | None = None) -> None:
        self.now = 100.0
        self.session = Session(
            ExchangeSettings(host="127.0.0.1", port=5038, user="desk", extension="201"),
            SECRET,
            calls=calls or DeskCalls("201"),
            pace=PACE,
            now=self.now,
            plain_allowed=plain_allowed,
        )
        self._asked = FrameReader()

    def says(self, *fields: tuple[str, str]) -> list[LineEvent]:
        return self.session.received(serialise(fields), self.now)

    def tells(self, frame: Frame) -> list[LineEvent]:
        return self.says(*frame.fields)

    def asked(self) -> Frame:
        """The one action that the session sent since last."""
        (frame,) = self._asked.feed(self.session.take_output())
        return frame

    def silent(self) -> bool:
        return self.session.take_output() == b""

    def agrees(self, *fields: tuple[str, str]) -> list[LineEvent]:
        """Success to what was just asked."""
        action_id = self.asked().get("ActionID")
        return self.says(("Response", "Success"), ("ActionID", action_id), *fields)

    def refuses(self, message: str) -> list[LineEvent]:
        action_id = self.asked().get("ActionID")
        return self.says(("Response", "Error"), ("ActionID", action_id), ("Message", message))

    def log_in(self) -> None:
        self.session.received(GREETING, self.now)
        self.agrees(("Challenge", "123456789"))
        self.agrees(("Message", "Authentication accepted"))

    def come_up(self) -> None:
        self.log_in()
        action_id = self.asked().get("ActionID")
        self.says(("Response", "Success"), ("ActionID", action_id), ("EventList", "start"))
        assert self.says(("Event", "StatusComplete"), ("ActionID", action_id)) == [LineUp()]

    def wait(self, seconds: float) -> list[LineEvent]:
        self.now += seconds
        return self.session.ticked(self.now)


def test_the_secret_never_crosses_the_line_when_the_exchange_can_challenge() -> None:
    talk = Conversation(plain_allowed=True)
    talk.session.received(GREETING, talk.now)
    talk.agrees(("Challenge", "123456789"))
    login = talk.asked()
    proof = hashlib.md5(f"123456789{SECRET}".encode()).hexdigest()
    assert (login.get("AuthType"), login.get("Key")) == ("MD5", proof)
    assert login.get("Events") == "call,agent"
    assert SECRET not in str(login.fields)


def test_without_a_challenge_the_secret_is_sent_only_where_nobody_listens() -> None:
    open_line = Conversation(plain_allowed=False)
    open_line.session.received(GREETING, open_line.now)
    with pytest.raises(SessionOver) as over:
        open_line.refuses("Must specify AuthType")
    assert over.value.reason is DownReason.LOGIN_REFUSED
    safe = Conversation(plain_allowed=True)
    safe.session.received(GREETING, safe.now)
    safe.refuses("Must specify AuthType")
    assert safe.asked().get("Secret") == SECRET


def test_a_refused_login_ends_the_conversation() -> None:
    talk = Conversation()
    talk.session.received(GREETING, talk.now)
    talk.agrees(("Challenge", "1"))
    with pytest.raises(SessionOver) as over:
        talk.refuses("Authentication failed")
    assert over.value.reason is DownReason.LOGIN_REFUSED


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH_9.2\r\n", b"\r\n", b"\xff\xfe\n"])
def test_something_else_on_the_port_is_no_exchange(greeting: bytes) -> None:
    talk = Conversation()
    with pytest.raises(SessionOver) as over:
        talk.session.received(greeting, talk.now)
    assert over.value.reason is DownReason.NOT_AN_EXCHANGE


def test_one_that_says_nothing_is_no_exchange() -> None:
    talk = Conversation()
    with pytest.raises(SessionOver) as over:
        talk.wait(PACE.replying + 1)
    assert over.value.reason is DownReason.NOT_AN_EXCHANGE


def drips(talk: Conversation, byte: bytes, seconds: float) -> None:
    """A byte every 0.3 s, with a look at the clock after each."""
    for _ in range(int(seconds / 0.3) + 1):
        talk.session.received(byte, talk.now)
        talk.wait(0.3)


@pytest.mark.parametrize(
    ("said", "reason"),
    [(b"", DownReason.NOT_AN_EXCHANGE), (GREETING, DownReason.SILENT)],
)
def test_an_exchange_that_drips_bytes_is_given_up_before_it_lets_us_in(
    said: bytes, reason: DownReason
) -> None:
    talk = Conversation()
    talk.session.received(said, talk.now)
    with pytest.raises(SessionOver) as over:
        drips(talk, b"A", PACE.replying + 1)
    assert over.value.reason is reason


def test_frames_that_are_no_replies_do_not_prolong_the_login() -> None:
    talk = Conversation()
    talk.session.received(GREETING, talk.now)
    with pytest.raises(SessionOver) as over:
        drips(talk, b"Event: A\r\n\r\n", PACE.replying + 1)
    assert over.value.reason is DownReason.SILENT


def test_an_exchange_that_drips_bytes_and_no_frame_is_given_up_when_the_line_is_up() -> None:
    talk = Conversation()
    talk.come_up()
    with pytest.raises(SessionOver) as over:
        drips(talk, b"A", PACE.ping_every + PACE.replying + 1)
    assert over.value.reason is DownReason.SILENT


@pytest.mark.parametrize("up", [True, False])
@pytest.mark.parametrize("flood", [b"x" * 4096, b"a: b\n" * 800, b"\n".join([b"x" * 9000] * 5)])
def test_a_line_or_frame_that_never_ends_ends_the_session(flood: bytes, up: bool) -> None:
    talk = Conversation()
    if up:
        talk.come_up()
    else:
        talk.session.received(GREETING, talk.now)
    with pytest.raises(SessionOver) as over:
        for _ in range(2 * MOST_SKIPPED // 4000):
            talk.session.received(flood, talk.now)
    assert over.value.reason is DownReason.NOT_AN_EXCHANGE


def test_too_many_spoiled_frames_end_the_session_and_some_do_not() -> None:
    talk = Conversation()
    talk.come_up()
    spoiled = (b"X: " + b"x" * 1000 + b"\n") * (MAX_FRAME // 1000 + 1)  # hardly a line too much
    for _ in range(10):
        talk.session.received(spoiled + b"\r\n", talk.now)
    with pytest.raises(SessionOver) as over:
        for _ in range(MOST_SPOILED):
            talk.session.received(spoiled + b"\r\n", talk.now)
    assert over.value.reason is DownReason.NOT_AN_EXCHANGE


def test_events_that_come_before_the_list_of_channels_are_told_after_the_line_is_up() -> None:
    talk = Conversation()
    talk.log_in()
    listing = talk.asked().get("ActionID")
    assert talk.tells(dial_begin()) == []
    events = talk.says(("Event", "StatusComplete"), ("ActionID", listing))
    assert [type(event) for event in events] == [LineUp, Rang]


def test_an_exchange_that_may_not_list_its_channels_is_used_all_the_same() -> None:
    talk = Conversation()
    talk.log_in()
    assert talk.refuses("Permission denied") == [LineUp()]
    assert [type(event) for event in talk.tells(dial_begin())] == [Rang]


def test_an_exchange_that_never_ends_its_list_is_used_all_the_same() -> None:
    talk = Conversation()
    talk.log_in()
    talk.agrees(("EventList", "start"))
    talk.now += PACE.replying
    talk.tells(dial_begin())
    assert [type(event) for event in talk.wait(1)] == [LineUp, Rang]


def test_a_silent_exchange_is_pinged_and_given_up_when_it_does_not_reply() -> None:
    talk = Conversation()
    talk.come_up()
    assert talk.wait(PACE.ping_every - 1) == []
    assert talk.silent()
    talk.wait(2)
    assert talk.asked().get("Action") == "Ping"
    talk.wait(1)
    assert talk.silent(), "one ping is enough"
    with pytest.raises(SessionOver) as over:
        talk.wait(PACE.replying)
    assert over.value.reason is DownReason.SILENT


def test_a_reply_to_a_ping_keeps_the_line() -> None:
    talk = Conversation()
    talk.come_up()
    for _ in range(5):
        talk.wait(PACE.ping_every + 1)
        talk.agrees(("Ping", "Pong"))


@pytest.mark.parametrize(
    ("action", "sent"),
    [
        ("answer", (("Action", "PJSIPNotify"), ("Variable", "Event=talk"))),
        ("hold", (("Action", "PJSIPNotify"), ("Variable", "Event=hold"))),
        ("resume", (("Action", "PJSIPNotify"), ("Variable", "Event=talk"))),
        ("hang_up", (("Action", "Hangup"),)),
    ],
)
def test_an_act_asks_the_exchange_and_hears_when_it_is_done(
    action: str, sent: tuple[tuple[str, str], ...]
) -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    talk.session.act(PhoneAct(action, CALL), done, talk.now)
    asked = talk.asked()
    assert {*sent, ("Channel", OWN_CHANNEL)} <= set(asked.fields)
    assert not done.done()
    talk.says(("Response", "Success"), ("ActionID", asked.get("ActionID")))
    assert done.result(0) is None


@pytest.mark.parametrize(
    ("message", "error"),
    [("No such channel", CallGone), ("Channel not found", CallGone)],
)
def test_a_channel_that_just_went_away_is_a_call_that_is_gone(
    message: str, error: type[Exception]
) -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    talk.session.act(PhoneAct("answer", CALL), done, talk.now)
    talk.refuses(message)
    with pytest.raises(error):
        done.result(0)


@pytest.mark.parametrize(
    ("message", "why"),
    [("Permission denied", Refusal.NOT_PERMITTED), ("Out of order", Refusal.NOT_DONE)],
)
def test_a_refusal_says_why_and_nothing_of_the_exchanges_own_words(
    message: str, why: Refusal
) -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    talk.session.act(PhoneAct("hang_up", CALL), done, talk.now)
    talk.refuses(message)
    with pytest.raises(ExchangeRefused) as refused:
        done.result(0)
    assert refused.value.facts == {"action": "hang_up", "why": why}
    assert talk.tells(hung_up()) == [HungUp(CALL, EndReason.OTHER)]


def test_an_unknown_call_is_gone_without_asking() -> None:
    talk = Conversation()
    talk.come_up()
    done: Future[None] = Future()
    talk.session.act(PhoneAct("answer", "1.1"), done, talk.now)
    with pytest.raises(CallGone):
        done.result(0)
    assert talk.silent()


def test_nobody_acts_for_a_thread_that_has_given_up() -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    done.cancel()
    talk.session.act(PhoneAct("hang_up", CALL), done, talk.now)
    assert talk.silent()


def test_a_pause_is_told_also_when_nobody_waits_for_the_reply_any_more() -> None:
    talk = Conversation()
    talk.come_up()
    done: Future[None] = Future()
    done.cancel()
    talk.session.act(Pause(paused=True), done, talk.now)
    assert talk.asked().get("Paused") == "true"


def test_of_several_wishes_to_pause_the_last_counts_whichever_comes_first() -> None:
    calls = DeskCalls("201")
    talk = Conversation(calls=calls)
    talk.come_up()
    calls.paused = False  # the operator's last word, while an older wish still stood in line
    for wish in (True, False):
        talk.session.act(Pause(paused=wish), Future(), talk.now)
        assert talk.asked().get("Paused") == "false"
    assert calls.paused is False


def test_a_reply_that_comes_too_late_harms_nobody() -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    talk.session.act(PhoneAct("answer", CALL), done, talk.now)
    done.cancel()
    talk.agrees()


def test_those_who_wait_are_told_when_the_connection_goes() -> None:
    talk = Conversation()
    talk.come_up()
    talk.tells(dial_begin())
    done: Future[None] = Future()
    talk.session.act(PhoneAct("answer", CALL), done, talk.now)
    talk.session.abandon()
    with pytest.raises(LineAway):
        done.result(0)


def test_after_a_frame_that_was_too_long_the_channels_are_listed_anew() -> None:
    calls = DeskCalls("201")
    talk = Conversation(calls=calls)
    talk.come_up()
    talk.tells(dial_begin())
    talk.now += 1
    too_long = b"Event: Hangup\r\nX: " + b"x" * MAX_LINE + b"\r\n\r\n"
    assert talk.session.received(too_long, talk.now) == []
    asked = talk.asked()
    assert asked.get("Action") == "Status"
    ended = talk.says(("Event", "StatusComplete"), ("ActionID", asked.get("ActionID")))
    assert ended == [HungUp(CALL, EndReason.LOST)]


@given(st.lists(st.binary(max_size=80), max_size=12), st.booleans())
def test_nothing_that_is_said_can_do_more_than_end_the_conversation(
    data: list[bytes], up: bool
) -> None:
    talk = Conversation()
    if up:
        talk.come_up()
    with contextlib.suppress(SessionOver):
        for piece in data:
            talk.session.received(piece, talk.now)
            talk.session.ticked(talk.now)

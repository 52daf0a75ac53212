"""The manager interface of the simulated exchange, as its clients meet it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.interface import (
    MOST_BEFORE_LOGIN,
    ManagerSession,
    control_account,
    desk_account,
)
from kundcenter.adapters.exchange_simulator.options import ExchangeOptions, build
from kundcenter.adapters.telephony.frames import MAX_LINE, Frame, FrameReader, serialise
from kundcenter.domain.calendar import local

SECRET = "deskens hemlighet"
CONTROL = "styrningens hemlighet"


def quiet() -> Exchange:
    clock = local(datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    return build(ExchangeOptions(clock=clock, arrivals=False, colleagues=0))


class Client:
    def __init__(self, exchange: Exchange | None = None) -> None:
        self.exchange = exchange or quiet()
        self.session = ManagerSession(
            self.exchange, (desk_account(SECRET), control_account(CONTROL))
        )

    def asks(self, action: str, *fields: tuple[str, str]) -> list[Frame]:
        asked = serialise((("Action", action), ("ActionID", "a1"), *fields))
        return FrameReader().feed(self.session.received(asked))

    def reply(self, action: str, *fields: tuple[str, str]) -> str:
        """The response and its message."""
        first = self.asks(action, *fields)[0]
        assert first.get("ActionID") == "a1"
        return f"{first.get('Response')}: {first.get('Message')}"

    def log_in(self, user: str = "desk", secret: str = SECRET) -> str:
        return self.reply("Login", ("Username", user), ("Secret", secret), ("Events", "on"))


def signed_in(user: str = "desk", exchange: Exchange | None = None) -> Client:
    client = Client(exchange)
    client.log_in(user, CONTROL if user == "control" else SECRET)
    assert client.session.account is not None
    return client


def ring(client: Client, *more: tuple[str, str]) -> str:
    channel = ("Channel", "Local/1177@kundcenter")
    return client.reply("Originate", channel, ("CallerID", '"Åsa" <0701740605>'), *more)


def test_a_client_proves_its_secret_with_a_challenge() -> None:
    client = Client()
    challenge = client.asks("Challenge", ("AuthType", "MD5"))[0].get("Challenge")
    key = hashlib.md5(f"{challenge}{SECRET}".encode()).hexdigest()
    proof = (("Username", "desk"), ("AuthType", "MD5"), ("Key", key))
    assert client.reply("Login", *proof) == "Success: Authentication accepted"
    assert client.reply("Login", *proof) == "Error: Authentication failed", (
        "a challenge is used once"
    )


@pytest.mark.parametrize(
    ("user", "secret"), [("desk", "fel"), ("desk", ""), ("desk", CONTROL), ("ingen", SECRET)]
)
def test_a_wrong_secret_ends_the_connection(user: str, secret: str) -> None:
    client = Client()
    assert client.log_in(user, secret) == "Error: Authentication failed"
    assert client.session.over
    assert client.session.received(b"Action: Ping\r\n\r\n") == b""


def test_a_stranger_may_ask_for_nothing_and_not_for_long() -> None:
    client = Client()
    for _ in range(MOST_BEFORE_LOGIN - 1):
        assert client.reply("Originate") == "Error: Permission denied"
        assert not client.session.over
    client.reply("Status")
    assert client.session.over


def test_a_strangers_flood_ends_the_connection() -> None:
    client = Client()
    client.session.received(b"x" * (MAX_LINE + 1) + b"\r\n\r\n")
    assert client.session.over


def test_a_desk_may_not_let_calls_arrive() -> None:
    assert ring(signed_in()) == "Error: Permission denied"


def test_control_lets_a_given_call_arrive() -> None:
    client = signed_in("control")
    assert ring(client, ("Variable", "KUNDCENTER_ID=191212121212")).startswith("Success")
    trunk, leg = client.exchange.channels()
    assert (trunk.number, trunk.caller_name, trunk.exten) == ("0701740605", "Åsa", "1177")
    assert (trunk.keyed_id, leg.connected_number) == ("191212121212", "0701740605")


@pytest.mark.parametrize(
    "channel", ["", "Local/vaxel@kundcenter", "PJSIP/1177", "Local/1177", "Local/1177@x;rm -rf"]
)
def test_a_call_to_a_queue_that_is_not_there_does_not_arrive(channel: str) -> None:
    client = signed_in("control")
    assert client.reply("Originate", ("Channel", channel)).startswith("Error")
    assert client.exchange.channels() == []


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "1e99", "sju", ""])
def test_senseless_times_are_ordinary_times(seconds: str) -> None:
    client = signed_in("control")
    ring(client, ("Variable", f"KUNDCENTER_TALK={seconds}"))
    client.exchange.talk(client.exchange.channels()[1].name)
    client.exchange.advance(299.0)
    assert len(client.exchange.channels()) == 2
    client.exchange.advance(301.0)
    assert client.exchange.channels() == []


def test_talk_and_hold_reach_the_phone_and_others_do_not() -> None:
    client = signed_in("control")
    ring(client)
    leg = client.exchange.channels()[1]
    channel = ("Channel", leg.name)
    assert client.reply("PJSIPNotify", channel, ("Variable", "Event=x")) == "Success: NOTIFY sent"
    assert leg.bridge == ""
    assert (
        client.reply("PJSIPNotify", channel, ("Variable", "Event=talk")) == "Success: NOTIFY sent"
    )
    assert leg.bridge != ""
    gone = ("Channel", "PJSIP/201-99")
    for what in ("Event=talk", "Event=x"):
        assert client.reply("PJSIPNotify", gone, ("Variable", what)) == "Error: Channel not found"
    assert client.reply("Hangup", gone) == "Error: No such channel"
    assert client.reply("Hangup", channel) == "Success: Channel Hungup"


def test_the_list_of_channels_is_whole() -> None:
    client = signed_in("control")
    ring(client)
    frames = client.asks("Status")
    assert [frame.get("Event") or frame.get("Response") for frame in frames] == [
        "Success",
        "Status",
        "Status",
        "StatusComplete",
    ]
    assert frames[-1].get("Items") == "2"
    assert {frame.get("ActionID") for frame in frames} == {"a1"}


def test_a_listener_hears_only_the_classes_it_asked_for_and_may_read() -> None:
    client = signed_in()
    other = signed_in("control", client.exchange)
    ring(other)
    told = client.exchange.take_events()
    assert {event.privilege for event in told if client.session.hears(event)} == {"call", "agent"}
    client.reply("Events", ("EventMask", "agent,system"))
    assert {event.privilege for event in told if client.session.hears(event)} == {"agent"}
    client.reply("Events", ("EventMask", "off"))
    assert not any(client.session.hears(event) for event in told)


def test_ping_unknown_and_good_bye() -> None:
    client = signed_in()
    assert client.asks("Ping")[0].get("Ping") == "Pong"
    assert client.reply("Command", ("Command", "core stop now")).startswith(
        "Error: Invalid/unknown"
    )
    assert client.reply("Logoff") == "Goodbye: Thanks for all the fish."
    assert client.session.over


WORDS = st.sampled_from(
    [
        "Action",
        "Login",
        "Originate",
        "Challenge",
        "Variable",
        "Channel",
        "Username",
        "desk",
        ": ",
        "\r\n",
    ]
)


@given(
    st.lists(st.one_of(st.binary(max_size=60), WORDS.map(str.encode)), max_size=30), st.booleans()
)
def test_nothing_a_client_sends_can_raise(pieces: list[bytes], known: bool) -> None:
    client = signed_in("control") if known else Client()
    for piece in pieces:
        client.session.received(piece)
    client.session.received(b"\r\n\r\n")

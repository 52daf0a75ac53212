"""What a client may ask of the simulated exchange to pass calls on, word for word."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundcenter.adapters.exchange_simulator.answers import Answers, Behaviour
from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.options import ExchangeOptions, build
from kundcenter.adapters.telephony.frames import serialise
from kundcenter.cli import exchange as command
from kundcenter.domain.calendar import local
from tests.adapters.telephony.switching import BUSY, PERSON, REFERENCE, SILENT
from tests.adapters.telephony.test_simulated_interface import Client, signed_in

CLOCK = local(datetime(2026, 11, 23, 7, 0, tzinfo=UTC))


def two_desks() -> Exchange:
    desks = (("201", "1177"), ("201", "extra"), ("202", "vaxel"))
    return build(ExchangeOptions(clock=CLOCK, desks=desks, arrivals=False, colleagues=0))


def talking() -> tuple[Client, str, str]:
    """A client, the id of the caller's channel and the name of the telephone's."""
    exchange = two_desks()
    client = signed_in(exchange=exchange)
    exchange.arrive(Caller("1177", "1177", "0701740605", None, patience=600.0, talk=600.0))
    (call,) = exchange.calls()
    leg, _ = call.at_phone()
    exchange.talk(leg.name)
    exchange.advance(1.0)
    exchange.take_events()
    return client, call.channel.uniqueid, leg.name


def told(client: Client, until: float) -> list[str]:
    client.exchange.advance(client.exchange.now + until)
    names = []
    for event in client.exchange.take_events():
        names += [value for key, value in event.fields if key == "Event"]
    return names


def redirect(client: Client, channel: str, extension: str) -> str:
    place = (("Context", "transfers"), ("Exten", extension), ("Priority", "1"))
    return client.reply("Redirect", ("Channel", channel), *place)


def test_what_is_wrong_is_refused_in_asterisks_words() -> None:
    client, caller, _ = talking()
    assert redirect(client, "nobody", PERSON) == "Error: Channel does not exist: nobody"
    assert redirect(client, caller, "") == "Error: Invalid extension"
    set_nothing = client.reply("Setvar", ("Channel", caller), ("Variable", "x=1"))
    assert set_nothing == "Error: No variable specified"
    nobody = client.reply("Setvar", ("Channel", "nobody"), ("Variable", "__KUNDCENTER_REF"))
    assert nobody == "Error: No such channel"
    bridge = client.reply("Bridge", ("Channel1", caller), ("Channel2", caller))
    assert bridge.startswith("Error: Unable to add Channel1 to bridge")


def test_a_stranger_may_pass_nobody_on() -> None:
    client = Client(two_desks())
    for action in ("Redirect", "Setvar", "Bridge", "DeviceStateList", "QueueSummary"):
        assert client.reply(action, ("Channel", "x")) == "Error: Permission denied"


def test_a_redirected_caller_ends_the_bridge_and_the_telephone_with_it() -> None:
    client, caller, leg = talking()
    assert redirect(client, caller, PERSON) == "Success: Redirect successful"
    names = told(client, 1.0)
    assert names[:3] == ["BridgeLeave", "BridgeLeave", "Hangup"]
    assert all(channel.name != leg for channel in client.exchange.channels())
    assert "DialEnd" in told(client, 3.0)


def test_a_channel_on_its_way_cannot_be_bridged() -> None:
    client, caller, leg = talking()
    client.reply(
        "Redirect",
        *(("Channel", leg), ("Exten", "desk-x"), ("Context", "transfers"), ("Priority", "1")),
        *(("ExtraChannel", caller), ("ExtraExten", "wait"), ("ExtraContext", "transfers")),
    )
    originate = (
        ("Channel", f"Local/{PERSON}@transfers/n"),
        *(("ChannelId", "o1"), ("Exten", "room-x"), ("Context", "transfers")),
        *(("CallerID", "<201>"), ("Variable", f"__KUNDCENTER_REF={REFERENCE}")),
    )
    assert client.reply("Originate", *originate).startswith("Success")
    client.exchange.advance(client.exchange.now + 3.0)
    pair = (("Channel1", "o1"), ("Channel2", caller))
    assert redirect(client, "o1", "wait").startswith("Success")
    assert client.reply("Bridge", *pair).startswith("Error: Unable to add Channel1")
    client.exchange.advance(client.exchange.now + 1.0)
    assert client.reply("Bridge", *pair) == "Success: Channels have been bridged"


def test_a_desk_may_have_several_queues_and_all_are_summed_without_names() -> None:
    client, _, _ = talking()
    frames = client.asks("QueueSummary")
    sums = {frame.get("Queue"): frame for frame in frames if frame.get("Event") == "QueueSummary"}
    assert set(sums) == {"1177", "extra", "vaxel"}
    assert (sums["1177"].get("LoggedIn"), sums["1177"].get("Available")) == ("1", "0")
    assert (sums["vaxel"].get("LoggedIn"), sums["vaxel"].get("Available")) == ("1", "1")
    text = " ".join(value for frame in frames for _, value in frame.fields)
    assert "201" not in text
    assert "PJSIP" not in text


def test_the_states_of_all_telephones_are_listed() -> None:
    client, _, _ = talking()
    frames = client.asks("DeviceStateList")
    states = {frame.get("Device"): frame.get("State") for frame in frames}
    assert states["PJSIP/201"] == "INUSE"
    assert states["PJSIP/202"] == "NOT_INUSE"
    assert states[f"PJSIP/{BUSY}"] == "INUSE"
    assert frames[-1].get("Event") == "DeviceStateListComplete"


@pytest.mark.parametrize(
    ("number", "how"),
    [
        (PERSON, Behaviour.ANSWER),
        (BUSY, Behaviour.BUSY),
        (SILENT, Behaviour.SILENT),
        ("1177", Behaviour.ANSWER),
        ("112", Behaviour.ANSWER),
        ("+46701740608", Behaviour.NONE),
        ("+46701740618", Behaviour.BUSY),
        ("3101", Behaviour.SILENT),
        ("", Behaviour.ANSWER),
    ],
)
def test_a_rule_goes_before_the_last_digit_and_the_longest_before_a_shorter(
    number: str, how: Behaviour
) -> None:
    rules = {"*18": Behaviour.BUSY, "*8": Behaviour.NONE, "3101": Behaviour.SILENT}
    assert Answers(rules).of(number) is how


def options(*words: str) -> argparse.Namespace:
    alone = argparse.ArgumentParser()
    command.register(alone.add_subparsers(required=True))
    return alone.parse_args(["exchange", *words])


def test_rules_and_queues_are_given_as_options() -> None:
    asked = options("--answers", "*8:busy", "--answers", "+46701740605:none", "--queue", "vaxel")
    assert dict(asked.answers) == {"*8": Behaviour.BUSY, "+46701740605": Behaviour.NONE}
    assert asked.queue == ["vaxel"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--answers", "3101"),
        ("--answers", "3101:sleeps"),
        ("--answers", "anna:busy"),
        ("--answers", ":busy"),
        ("--queue", "a b"),
        ("--queue", ""),
    ],
    ids=["no word", "no such word", "a name", "no number", "a space", "nothing"],
)
def test_a_wrong_rule_or_queue_is_refused(
    wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        options(*wrong)
    assert wrong[0] in capsys.readouterr().err


CHANNELS = st.sampled_from(["CALLER", "LEG", "o1", "o1;2", "nobody", ""])
EXTENSIONS = st.sampled_from(
    [
        *("wait", "room-x", "desk-x", "queue-vaxel", "queue-1177", "queue-", "voicemail-1", "ö"),
        *("201", "202", PERSON, BUSY, SILENT, "x" * 300, ""),
    ]
)
REDIRECTS = st.builds(
    lambda channel, extension, extra, extra_extension: (
        ("Action", "Redirect"),
        *(("Channel", channel), ("Exten", extension)),
        *(("ExtraChannel", extra), ("ExtraExten", extra_extension)),
    ),
    *(CHANNELS, EXTENSIONS, CHANNELS, EXTENSIONS),
)
ASKS = st.builds(
    lambda extension, id: (
        ("Action", "Originate"),
        ("Channel", f"Local/{extension}@transfers/n"),
        *(("ChannelId", id), ("Exten", "room-x"), ("Timeout", "60000")),
    ),
    *(EXTENSIONS, st.sampled_from(["o1", "o2", ""])),
)
BRIDGES = st.builds(
    lambda first, second: (("Action", "Bridge"), ("Channel1", first), ("Channel2", second)),
    *(CHANNELS, CHANNELS),
)
HANGUPS = st.builds(lambda channel: (("Action", "Hangup"), ("Channel", channel)), CHANNELS)
BACKS = st.builds(
    lambda back: (
        *(("Action", "Setvar"), ("Channel", "CALLER")),
        *(("Variable", "__KUNDCENTER_BACK"), ("Value", back)),
    ),
    EXTENSIONS,
)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.one_of(REDIRECTS, ASKS, BRIDGES, HANGUPS, BACKS), st.floats(0.0, 40.0)),
        max_size=12,
    )
)
def test_whatever_a_desk_asks_for_nobody_but_a_desk_is_left_in_the_end(
    asked: list[tuple[tuple[tuple[str, str], ...], float]],
) -> None:
    client, caller, leg = talking()
    for fields, seconds in asked:
        names = {"CALLER": caller, "LEG": leg}
        client.session.received(serialise((key, names.get(value, value)) for key, value in fields))
        client.exchange.advance(client.exchange.now + seconds)
        for event in client.exchange.take_events():
            serialise(event.fields)
    client.exchange.advance(client.exchange.now + 20_000.0)
    left = [channel for channel in client.exchange.channels() if channel.name != leg]
    assert left == [], "a caller, or somebody who was asked, hangs in the air"

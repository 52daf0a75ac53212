"""What the exchange's events mean for one telephone."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.telephony.desk_calls import (
    MOST_LEGS,
    MOST_RINGS,
    MOST_WAITING,
    DeskCalls,
)
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import (
    Answered,
    CallGone,
    EndReason,
    Held,
    HungUp,
    LineEvent,
    Rang,
    Resumed,
)
from tests.adapters.telephony.told import (
    CALL,
    CALLER_CHANNEL,
    LEG,
    NUMBER,
    OWN_CHANNEL,
    callers,
    dial_begin,
    dial_end,
    event,
    hung_up,
    joined,
    own,
)


def hears(*frames: Frame, calls: DeskCalls | None = None) -> list[LineEvent]:
    desk = calls or DeskCalls("201")
    return [heard for at, frame in enumerate(frames) for heard in desk.received(frame, float(at))]


def end_of(*frames: Frame) -> EndReason:
    (last,) = [heard for heard in hears(*frames) if isinstance(heard, HungUp)]
    return last.reason


UP = own("Newstate", ChannelState="6")
ANSWER = dial_end("ANSWER")


def test_a_ring_tells_who_calls_from_which_queue_and_how_long_they_waited() -> None:
    calls = DeskCalls("201")
    calls.received(joined(queue="1177"), 10.0)
    keyed = dial_begin(ChanVariable="KUNDCENTER_ID=19121212-1212", CallerIDName="Åsa  Ö")
    assert calls.received(keyed, 73.5) == [
        Rang(
            line_call=CALL,
            number=NUMBER,
            called="1177",
            queue="1177",
            name="Åsa Ö",
            keyed_id="191212121212",
            waited=timedelta(seconds=63.5),
        )
    ]


def test_a_ring_says_nothing_of_the_caller_in_its_repr() -> None:
    (rang,) = hears(dial_begin(CallerIDName="Åsa", ChanVariable="KUNDCENTER_ID=191212121212"))
    assert not re.search("Åsa|0701740605|191212121212", repr(rang))


@pytest.mark.parametrize(
    "number", ["", "<unknown>", "anonymous", "Restricted", "x" * 40, "+", "07\u066801740605"]
)
def test_a_withheld_or_senseless_number_is_none(number: str) -> None:
    (rang,) = hears(dial_begin(number=number))
    assert isinstance(rang, Rang)
    assert rang.number is None


@pytest.mark.parametrize("keyed", ["", "(null)", "19121212121x", "1" * 13, "<script>"])
def test_what_cannot_be_keyed_in_is_not_taken_for_it(keyed: str) -> None:
    (rang,) = hears(dial_begin(ChanVariable=f"KUNDCENTER_ID={keyed}"))
    assert isinstance(rang, Rang)
    assert rang.keyed_id is None


def test_the_calls_of_others_are_not_ours() -> None:
    other = "PJSIP/2011-00000001"
    assert hears(joined(), dial_begin(channel=other), UP, ANSWER, hung_up()) == []


def test_a_call_that_our_own_phone_makes_does_not_ring_here() -> None:
    outgoing = event(
        "DialBegin",
        Channel=OWN_CHANNEL,
        Uniqueid=LEG,
        Linkedid=LEG,
        DestChannel=CALLER_CHANNEL,
        DestUniqueid="2.2",
    )
    assert hears(outgoing, hung_up(call=LEG)) == []


def test_lifting_is_told_once_though_the_exchange_says_it_twice() -> None:
    assert hears(dial_begin(), UP, ANSWER, UP)[1:] == [Answered(CALL)]


def test_holding_and_taking_up_again() -> None:
    talk = hears(dial_begin(), UP, own("Hold"), own("Hold"), own("Unhold"), callers("Hold"))
    assert talk[2:] == [Held(CALL), Resumed(CALL)]


def test_who_hung_up() -> None:
    ring, asked = dial_begin(), ("HangupRequest",)
    assert end_of(ring, UP, callers(*asked), hung_up()) is EndReason.CALLER
    assert end_of(ring, UP, own(*asked), hung_up()) is EndReason.OPERATOR
    assert end_of(ring, UP, own(*asked, Cause="127"), hung_up(cause="127")) is EndReason.OTHER
    assert end_of(ring, UP, callers("SoftHangupRequest"), hung_up()) is EndReason.OTHER
    assert end_of(ring, callers(*asked), dial_end("CANCEL"), hung_up()) is EndReason.ABANDONED
    assert end_of(ring, dial_end("CANCEL"), hung_up()) is EndReason.ABANDONED
    assert (
        end_of(ring, dial_end("NOANSWER"), dial_end("CANCEL"), hung_up(cause="0"))
        is EndReason.NO_ANSWER
    )
    assert end_of(ring, dial_end("CANCEL"), hung_up(cause="26")) is EndReason.ELSEWHERE
    assert end_of(ring, dial_end("BUSY"), hung_up()) is EndReason.OPERATOR
    assert end_of(ring, hung_up()) is EndReason.OTHER


def test_the_one_who_asked_first_hung_up() -> None:
    both = (callers("HangupRequest"), own("HangupRequest"))
    assert end_of(dial_begin(), UP, *both, hung_up()) is EndReason.CALLER


def test_a_colleague_who_declines_is_not_the_caller_who_gives_up() -> None:
    declined = event("HangupRequest", Channel="PJSIP/202-1", Uniqueid="9.9", Linkedid=CALL)
    ended = (dial_end("NOANSWER"), hung_up())
    assert end_of(dial_begin(), declined, *ended) is EndReason.NO_ANSWER


def test_what_the_desk_asked_for_was_the_operator() -> None:
    calls = DeskCalls("201")
    hears(dial_begin(), UP, calls=calls)
    assert calls.channel_of(CALL, ending=True) == OWN_CHANNEL
    assert hears(hung_up(), calls=calls) == [HungUp(CALL, EndReason.OPERATOR)]


def test_a_refused_hang_up_leaves_the_caller_to_hang_up() -> None:
    calls = DeskCalls("201")
    hears(dial_begin(), UP, calls=calls)
    calls.channel_of(CALL, ending=True)
    calls.stays(CALL)
    ended = hears(callers("HangupRequest"), hung_up(), calls=calls)
    assert ended == [HungUp(CALL, EndReason.CALLER)]


def test_a_call_that_is_gone_cannot_be_acted_upon() -> None:
    calls = DeskCalls("201")
    with pytest.raises(CallGone):
        calls.channel_of(CALL)
    hears(dial_begin(), hung_up(), calls=calls)
    with pytest.raises(CallGone):
        calls.channel_of(CALL)


def test_two_devices_of_one_extension_ring_once_and_end_once() -> None:
    second = dial_begin(leg="2.2", channel="PJSIP/201-00000002")
    calls = DeskCalls("201")
    assert [type(heard) for heard in hears(dial_begin(), second, calls=calls)] == [Rang]
    lifted = hears(own("Newstate", leg="2.2", ChannelState="6"), hung_up(cause="26"), calls=calls)
    assert lifted == [Answered(CALL)]
    assert calls.channel_of(CALL) == "PJSIP/201-00000002"
    ended = hears(callers("HangupRequest"), hung_up(leg="2.2"), calls=calls)
    assert ended == [HungUp(CALL, EndReason.CALLER)]


def test_a_call_taken_on_two_devices_is_answered_once() -> None:
    second = dial_begin(leg="2.2", channel="PJSIP/201-00000002")
    taken = own("Newstate", leg="2.2", ChannelState="6")
    assert hears(dial_begin(), second, UP, taken)[1:] == [Answered(CALL)]


def test_a_renamed_channel_is_still_ours() -> None:
    calls = DeskCalls("201")
    hears(dial_begin(), own("Rename", Newname="PJSIP/201-new"), calls=calls)
    assert calls.channel_of(CALL) == "PJSIP/201-new"


def test_a_call_that_rings_again_keeps_its_id() -> None:
    first, again = dial_begin(), dial_begin(leg="2.2")
    heard = hears(joined(), first, dial_end("NOANSWER"), hung_up(), again)
    assert [type(event) for event in heard] == [Rang, HungUp, Rang]
    assert {event.line_call for event in heard if isinstance(event, Rang)} == {CALL}
    assert isinstance(heard[2], Rang)
    assert heard[2].waited == timedelta(seconds=4)


def test_calls_that_ended_unseen_are_lost_and_new_ones_found() -> None:
    calls = DeskCalls("201")
    hears(dial_begin(), UP, calls=calls)
    caller = Frame(
        (
            ("Uniqueid", "5.0"),
            ("Linkedid", "5.0"),
            ("Exten", "1177"),
            ("Application", "Queue"),
            ("Data", "radgivning,r,,,60"),
            ("Seconds", "95"),
            ("Variable", "KUNDCENTER_ID=191212121212"),
            ("Variable", "KUNDCENTER_QUEUE=(null)"),
        )
    )
    leg = Frame(
        (
            ("Channel", "PJSIP/201-00000009"),
            ("Uniqueid", "5.1"),
            ("Linkedid", "5.0"),
            ("ChannelState", "6"),
            ("ConnectedLineNum", NUMBER),
        )
    )
    assert calls.resynchronised([caller, leg], asked=50.0, now=51.0) == [
        HungUp(CALL, EndReason.LOST),
        Rang(
            line_call="5.0",
            number=NUMBER,
            called="1177",
            queue="radgivning",
            keyed_id="191212121212",
            waited=timedelta(seconds=95),
        ),
        Answered("5.0"),
    ]
    assert calls.resynchronised([caller, leg], asked=60.0, now=61.0) == []


def test_a_call_that_the_phone_makes_itself_is_not_found_to_ring() -> None:
    fields = (("Channel", OWN_CHANNEL), ("Uniqueid", LEG), ("Linkedid", LEG), ("ChannelState", "6"))
    assert DeskCalls("201").resynchronised([Frame(fields)], asked=1.0, now=2.0) == []


def listed(number: int, seconds: str = "95") -> list[Frame]:
    """A caller and our own leg, as the exchange lists them."""
    call = (("Uniqueid", f"{number}.0"), ("Linkedid", f"{number}.0"), ("Seconds", seconds))
    leg = (
        ("Channel", f"PJSIP/201-{number}"),
        ("Uniqueid", f"{number}.1"),
        ("Linkedid", f"{number}.0"),
        ("ChannelState", "6"),
    )
    return [Frame(call), Frame(leg)]


@pytest.mark.parametrize("seconds", ["9" * 20, "9" * 5000, "1000000", "-1", "٣", "1.5", ""])
def test_a_listed_time_that_nobody_can_have_waited_is_not_believed(seconds: str) -> None:
    found = DeskCalls("201").resynchronised(listed(5, seconds), asked=1.0, now=2.0)
    assert found == [Rang(line_call="5.0"), Answered("5.0")]


def test_a_burst_of_rings_is_told_in_part_and_each_ring_told_has_its_end() -> None:
    calls = DeskCalls("201")
    told: list[LineEvent] = []
    for at in range(10_000):
        told += calls.received(dial_begin(call=f"{at}.0", leg=f"{at}.1"), 10.0)
        told += calls.received(hung_up(call=f"{at}.0", leg=f"{at}.1"), 10.0)
    assert [type(event) for event in told] == [Rang, HungUp] * MOST_RINGS
    assert calls.rings_dropped == 10_000 - MOST_RINGS
    assert calls.received(dial_begin(), 10.9) == []
    assert [type(event) for event in calls.received(dial_begin(), 11.0)] == [Rang]


def test_a_list_full_of_calls_is_found_in_part() -> None:
    calls = DeskCalls("201")
    channels = [frame for number in range(1000) for frame in listed(number)]
    told = calls.resynchronised(channels, asked=1.0, now=2.0)
    assert [type(event) for event in told] == [Rang, Answered] * MOST_RINGS
    for later in range(3, 10):
        told += calls.resynchronised(channels, asked=1.0, now=float(later))
    assert len(told) == 2 * MOST_LEGS


def test_a_call_younger_than_the_list_is_not_lost() -> None:
    calls = DeskCalls("201")
    calls.received(dial_begin(), 10.0)
    assert calls.resynchronised([], asked=9.0, now=11.0) == []


def test_a_flood_is_forgotten_and_not_kept() -> None:
    calls = DeskCalls("201")
    for number in range(MOST_WAITING + 500):
        calls.received(joined(call=f"{number}.0"), 0.0)
        calls.received(dial_begin(call=f"{number}.0", leg=f"{number}.1"), 0.0)
    kept = [value for value in vars(calls).values() if isinstance(value, dict)]
    assert max(map(len, kept)) <= MOST_WAITING
    with pytest.raises(CallGone):
        calls.channel_of(f"{MOST_LEGS}.0")


IDS = st.sampled_from(["1.0", "2.0", "3.0"])
LEGS = st.sampled_from(["1.1", "1.2", "2.1", "3.1"])
CHANNELS = st.sampled_from([OWN_CHANNEL, "PJSIP/202-1", "SIP/201-7", ""])
STATUSES = st.sampled_from(["ANSWER", "NOANSWER", "CANCEL", "BUSY", ""])
ANYTHING = st.one_of(
    st.builds(joined, IDS),
    st.builds(dial_begin, IDS, LEGS, CHANNELS),
    st.builds(dial_end, STATUSES, IDS, LEGS),
    st.builds(hung_up, IDS, LEGS),
    st.builds(
        lambda name, call, leg: own(name, call, leg, ChannelState="6"),
        st.sampled_from(["Newstate", "Hold", "Unhold", "HangupRequest", "Rename"]),
        IDS,
        LEGS,
    ),
    st.builds(callers, st.sampled_from(["HangupRequest", "Hangup"]), IDS),
    st.builds(
        lambda fields: Frame(tuple(fields)),
        st.lists(st.tuples(st.sampled_from(["Event", "Uniqueid", "Linkedid"]), st.text())),
    ),
)
LETTERS = {Rang: "R", Answered: "A", Held: "P", Resumed: "U", HungUp: "E"}


@given(st.lists(ANYTHING, max_size=60))
def test_whatever_the_exchange_says_a_call_has_a_beginning_and_one_end(frames: list[Frame]) -> None:
    lives: defaultdict[str, str] = defaultdict(str)
    for heard in hears(*frames):
        assert isinstance(heard, Rang | Answered | Held | Resumed | HungUp)
        lives[heard.line_call] += LETTERS[type(heard)]
    for life in lives.values():
        assert re.fullmatch(r"(R(A[PU]*)?E)*(R(A[PU]*)?)?", life), life

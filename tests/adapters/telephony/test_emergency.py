"""When the exchange's events mean that 112 has answered, and when they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.telephony.emergency import EmergencyCalls
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    EmergencyFailure,
    LineEvent,
)
from tests.adapters.telephony.told import CALL, OWN_CHANNEL, event

ID = "kc1-112-1"
FAR = "1795307990.7"
NEAR = "Local/112@nod-0001;1"
DIALLING = "Local/112@nod-0001;2"


def calls() -> EmergencyCalls:
    made = EmergencyCalls("201", "112@nod", patience=20.0)
    made.begin(ID, CALL, OWN_CHANNEL, 0.0)
    return made


def far(name: str, channel: str = "PJSIP/trunk-0009", id: str = FAR, **more: str) -> Frame:
    return event(
        name,
        Channel=DIALLING,
        Uniqueid=f"{ID};2",
        Linkedid=ID,
        DestChannel=channel,
        DestUniqueid=id,
        DestLinkedid=ID,
        **more,
    )


def near(name: str, **more: str) -> Frame:
    return event(name, Channel=NEAR, Uniqueid=ID, Linkedid=ID, **more)


LIFTED = far("DialEnd", DialStatus="ANSWER")
JOINED = near("BridgeEnter", BridgeUniqueid="b1")


def all_of(calls: EmergencyCalls, *frames: Frame) -> list[LineEvent]:
    return [told for frame in frames for told in calls.received(frame)]


def test_112_has_answered_when_it_lifted_and_stands_in_our_bridge() -> None:
    assert all_of(calls(), far("DialBegin"), LIFTED) == []
    assert all_of(calls(), far("DialBegin"), LIFTED, JOINED) == [EmergencyAnswered(CALL)]
    assert all_of(calls(), far("DialBegin"), JOINED, LIFTED) == [EmergencyAnswered(CALL)]


def test_the_request_joins_the_bridge_of_our_own_telephone() -> None:
    fields = dict(EmergencyCalls("201", "112@nod", patience=20.0).begin(ID, CALL, OWN_CHANNEL, 0))
    assert fields["Channel"] == "Local/112@nod/n"
    assert (fields["Application"], fields["Data"]) == ("BridgeAdd", OWN_CHANNEL)
    assert fields["ChannelId"] == ID


def test_without_a_call_our_own_telephone_dials() -> None:
    fields = dict(EmergencyCalls("201", "112@nod", patience=20.0).begin(ID, None, None, 0))
    assert fields["Channel"] == "PJSIP/201"
    assert (fields["Exten"], fields["Context"]) == ("112", "nod")


def test_our_own_lifted_telephone_is_not_112() -> None:
    made = EmergencyCalls("201", "112@nod", patience=20.0)
    made.begin(ID, None, None, 0.0)
    own = event("DialEnd", DestChannel=OWN_CHANNEL, DestUniqueid=ID, DialStatus="ANSWER")
    success = event("OriginateResponse", ActionID=ID, Response="Success", Reason="4", Uniqueid=ID)
    assert all_of(made, own, success, JOINED) == []


@pytest.mark.parametrize(
    "frame",
    [
        near("Newstate", ChannelState="6"),
        event("OriginateResponse", ActionID=ID, Response="Success", Reason="4", Uniqueid=ID),
        event("DialEnd", DestChannel=NEAR, DestUniqueid=ID, DialStatus="ANSWER"),
        far("DialState", DialStatus="RINGING"),
        far("DialState", DialStatus="PROGRESS"),
    ],
)
def test_what_does_not_say_that_anybody_lifted(frame: Frame) -> None:
    assert all_of(calls(), far("DialBegin"), frame, JOINED) == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("BUSY", EmergencyFailure.BUSY),
        ("NOANSWER", EmergencyFailure.NO_ANSWER),
        ("CONGESTION", EmergencyFailure.REFUSED),
        ("CHANUNAVAIL", EmergencyFailure.REFUSED),
        ("något nytt", EmergencyFailure.OTHER),
    ],
)
def test_a_dialling_that_ended_otherwise_has_failed_once(
    status: str, reason: EmergencyFailure
) -> None:
    made = calls()
    told = all_of(made, far("DialBegin"), far("DialEnd", DialStatus=status), near("Hangup"))
    assert told == [EmergencyFailed(CALL, reason)]


def test_a_second_way_to_112_is_still_told() -> None:
    """A dial plan may try the next trunk."""
    made = calls()
    busy = far("DialEnd", channel="PJSIP/first-1", id="8.8", DialStatus="CONGESTION")
    told = all_of(made, busy, far("DialBegin"), LIFTED, JOINED)
    assert told == [EmergencyFailed(CALL, EmergencyFailure.REFUSED), EmergencyAnswered(CALL)]


def test_the_others_of_a_fork_are_no_failure() -> None:
    other = far("DialEnd", channel="PJSIP/second-1", id="8.8", DialStatus="CANCEL")
    gone = event("Hangup", Channel="PJSIP/second-1", Uniqueid="8.8", Linkedid=ID)
    assert all_of(calls(), far("DialBegin"), LIFTED, other, gone, JOINED) == [
        EmergencyAnswered(CALL)
    ]


def test_nobody_answers_in_time_and_a_late_answer_counts() -> None:
    made = calls()
    assert made.ticked(20.0) == []
    assert made.ticked(20.1) == [EmergencyFailed(CALL, EmergencyFailure.NO_ANSWER)]
    assert made.ticked(25.0) == []
    assert all_of(made, LIFTED, JOINED) == [EmergencyAnswered(CALL)]


def test_an_answered_call_is_not_given_up_for_time() -> None:
    made = calls()
    all_of(made, LIFTED, JOINED)
    assert made.ticked(1000.0) == []


def test_the_talk_with_112_ends() -> None:
    made = calls()
    all_of(made, LIFTED, JOINED)
    assert all_of(made, event("Hangup", Uniqueid=FAR, Linkedid=CALL)) == [EmergencyEnded(CALL)]
    assert all_of(made, near("Hangup")) == []


def test_112_that_hangs_up_before_it_is_joined_has_not_answered() -> None:
    made = calls()
    told = all_of(made, LIFTED, event("Hangup", Uniqueid=FAR, Linkedid=ID), JOINED)
    assert told == [EmergencyFailed(CALL, EmergencyFailure.OTHER)]


def test_a_failed_request_is_known_by_its_action() -> None:
    failed = event("OriginateResponse", ActionID=ID, Response="Failure", Reason="0")
    assert all_of(calls(), failed) == [EmergencyFailed(CALL, EmergencyFailure.REFUSED)]
    others = event("OriginateResponse", ActionID="kc2-112-1", Response="Failure", Reason="0")
    assert all_of(calls(), others) == []


def test_a_lost_connection_is_a_failure_unless_112_has_answered() -> None:
    made = calls()
    assert made.connection_lost() == [EmergencyFailed(CALL, EmergencyFailure.LOST)]
    assert made.connection_lost() == []
    answered = calls()
    all_of(answered, LIFTED, JOINED)
    assert answered.connection_lost() == []


def test_two_attempts_are_not_mistaken_for_one_another() -> None:
    made = calls()
    made.begin("kc1-112-2", None, None, 0.0)
    assert all_of(made, LIFTED, JOINED) == [EmergencyAnswered(CALL)]
    assert made.ticked(21.0) == [EmergencyFailed(None, EmergencyFailure.NO_ANSWER)]


_NAMES = st.sampled_from(["DialBegin", "DialEnd", "BridgeEnter", "OriginateResponse", "Hangup"])
_KEYS = st.sampled_from(
    ["Uniqueid", "Linkedid", "DestUniqueid", "DestChannel", "ActionID", "Response", "Reason"]
)
_VALUES = st.sampled_from([ID, f"{ID};2", FAR, NEAR, OWN_CHANNEL, "PJSIP/x-1", "Failure", ""])


@given(st.lists(st.tuples(_NAMES, st.dictionaries(_KEYS, _VALUES))))
def test_without_a_lifted_far_end_it_is_never_said_to_have_answered(
    told: list[tuple[str, dict[str, str]]],
) -> None:
    made = calls()
    heard = all_of(made, *(event(name, **fields) for name, fields in told))
    assert not any(isinstance(each, EmergencyAnswered) for each in heard)


def test_what_comes_of_an_attempt_is_told_with_the_name_it_was_given() -> None:
    """Two for the same caller are two: what one came to says nothing of the other."""
    made = EmergencyCalls("201", "112@nod", patience=20.0)
    made.begin(ID, CALL, OWN_CHANNEL, 0.0, attempt="a")
    made.begin("kc1-112-2", CALL, OWN_CHANNEL, 5.0, attempt="b")
    assert made.ticked(20.1) == [EmergencyFailed(CALL, EmergencyFailure.NO_ANSWER, "a")]
    assert all_of(made, LIFTED, JOINED) == [EmergencyAnswered(CALL, "a")]
    assert made.connection_lost() == [EmergencyFailed(CALL, EmergencyFailure.LOST, "b")]

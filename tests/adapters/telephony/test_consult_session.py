"""Asking somebody about a call, frame by frame: what is requested, and what is told.  No socket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.telephony.wishes import PassOn, Turn
from kundcenter.domain.lines import (
    CallGone,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    ConsultWrong,
    EndReason,
    ExchangeRefused,
    HungUp,
    Refusal,
)
from tests.adapters.telephony.consulting import (
    ASK,
    CARRIED,
    SUCCESS,
    Talk,
    asking,
    hung_up,
    music,
    ringing,
)
from tests.adapters.telephony.switching import BUSY, PERSON, REFERENCE, phone, queue
from tests.adapters.telephony.told import CALL, LEG, OWN_CHANNEL, callers, dial_begin, event, own


def test_a_transfer_gives_the_caller_a_reference_and_a_way_back_and_no_name() -> None:
    talk = Talk()
    done = talk.wishes(PassOn(CALL, queue("vaxel"), REFERENCE))
    frames = talk.agrees_to(*CARRIED, "Redirect")
    given_away = {f.get("Variable"): f.get("Value") for f in frames[:-1]}
    assert given_away == {
        "__KUNDCENTER_REF": REFERENCE,
        "__KUNDCENTER_BACK": "201",
        "__KUNDCENTER_RETURNED": "",
        "KUNDCENTER_TOGETHER": "",
    }
    assert {f.get("Channel") for f in frames} == {CALL}
    redirect = frames[-1]
    assert (redirect.get("Context"), redirect.get("Exten")) == ("kc-pass", "queue-vaxel")
    assert done.result(0) is None
    talk.tell(hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.PASSED)]


def test_a_caller_who_hangs_up_before_the_exchange_moved_them_was_not_passed_on() -> None:
    talk = Talk()
    done = talk.wishes(PassOn(CALL, phone(PERSON)))
    talk.agrees_to(*CARRIED)
    talk.tell(callers("HangupRequest", Cause="16"))
    talk.refuses("Redirect failed, channel not up.")
    with pytest.raises(CallGone):
        done.result(0)
    talk.tell(hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.CALLER)]


def test_a_refused_transfer_leaves_the_talk_as_it_was() -> None:
    talk = Talk()
    done = talk.wishes(PassOn(CALL, phone(PERSON)))
    talk.refuses("Permission denied")
    with pytest.raises(ExchangeRefused) as refused:
        done.result(0)
    assert refused.value.facts == {"action": "transfer", "why": Refusal.NOT_PERMITTED}
    assert talk.asked() == []
    talk.tell(own("HangupRequest", Cause="16"), hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.OPERATOR)]


def test_a_thread_that_has_given_up_is_not_acted_for() -> None:
    talk = Talk()
    done = talk.wishes(PassOn(CALL, phone(PERSON)))
    done.cancel()
    talk.agrees()
    assert talk.asked() == []
    talk.tell(callers("HangupRequest", Cause="16"), hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.CALLER)]


def test_a_telephone_that_the_exchange_does_not_let_go_is_hung_up_after_a_while() -> None:
    talk = Talk()
    talk.wishes(PassOn(CALL, phone(PERSON)))
    talk.agrees_to(*CARRIED, "Redirect")
    talk.wait(0.5)
    assert talk.asked() == []
    talk.wait(0.6)
    (frame,) = talk.asked()
    assert (frame.get("Action"), frame.get("Channel")) == ("Hangup", OWN_CHANNEL)


def test_a_call_that_is_back_already_is_not_hung_up_with_its_old_telephone() -> None:
    talk = Talk()
    talk.wishes(PassOn(CALL, phone(BUSY)))
    talk.agrees_to(*CARRIED, "Redirect")
    back = dial_begin(leg="1795307983.9", channel="PJSIP/201-00000009")
    lifted = event("Newstate", Uniqueid="1795307983.9", ChannelState="6")
    talk.tell(hung_up(LEG), back, lifted)
    talk.wait(1.5)
    assert talk.asked() == []


def test_both_are_moved_at_once_before_anybody_is_rung() -> None:
    talk = Talk()
    talk.wishes(ASK)
    *_, moved, rung = talk.agrees_to(*CARRIED, "Redirect", "Originate")
    room = moved.get("Exten").removeprefix("desk-")
    assert moved.get("Channel") == OWN_CHANNEL
    assert (moved.get("ExtraChannel"), moved.get("ExtraExten")) == (CALL, "wait")
    assert rung.get("Channel") == f"Local/{PERSON}@kc-pass/n"
    assert rung.get("Exten") == f"room-{room}"
    assert rung.get("Variable") == f"__KUNDCENTER_REF={REFERENCE}"
    assert rung.get("CallerID") == "<201>"
    assert rung.get("ActionID") == rung.get("ChannelId")


def test_an_exchange_that_may_not_ring_anybody_brings_the_caller_back() -> None:
    talk = Talk()
    done = talk.wishes(ASK)
    talk.agrees_to(*CARRIED, "Redirect")
    talk.refuses("Permission denied")
    with pytest.raises(ExchangeRefused):
        done.result(0)
    back = talk.agrees()
    assert (back.get("Channel"), back.get("Exten")[:5]) == (CALL, "room-")
    assert talk.told() == []


def test_the_second_question_is_refused_while_the_first_is_on_its_way() -> None:
    talk = Talk()
    first = talk.wishes(ASK)
    second = talk.wishes(ASK)
    with pytest.raises(ConsultWrong):
        second.result(0)
    talk.agrees_to(*CARRIED, "Redirect", "Originate")
    assert first.result(0) is None


@pytest.mark.parametrize(
    ("status", "reason", "end"),
    [
        ("BUSY", "1", ConsultEnd.BUSY),
        ("NOANSWER", "1", ConsultEnd.NO_ANSWER),
        ("CHANUNAVAIL", "1", ConsultEnd.REFUSED),
        ("", "5", ConsultEnd.BUSY),
        ("", "0", ConsultEnd.REFUSED),
        ("", "77", ConsultEnd.OTHER),
    ],
)
def test_why_nobody_lifted_is_as_the_dialling_says_or_else_the_reply(
    status: str, reason: str, end: ConsultEnd
) -> None:
    talk, other = ringing()
    if status:
        ended = event("DialEnd", Uniqueid=f"{other};2", Linkedid=other, DialStatus=status)
        talk.tell(ended)
    talk.tell(event("OriginateResponse", ActionID=other, Response="Failure", Reason=reason))
    talk.tell(hung_up(other))
    assert talk.told() == [ConsultEnded(CALL, end)]
    back = talk.agrees()
    assert (back.get("Channel"), back.get("Exten")[:5]) == (CALL, "room-")


def test_who_was_asked_is_bridged_with_the_caller_when_both_wait_and_only_then() -> None:
    talk, other = asking()
    done = talk.turns(Turn.COMPLETE)
    together, led = talk.agrees_to("Setvar", "Redirect")
    assert (together.get("Variable"), together.get("Value")) == ("KUNDCENTER_TOGETHER", "yes")
    assert (led.get("Channel"), led.get("Exten")) == (other, "wait")
    talk.tell(music(CALL))
    assert talk.asked() == []
    talk.tell(music(other))
    bridge = talk.agrees()
    assert (bridge.get("Channel1"), bridge.get("Channel2")) == (other, CALL)
    assert done.result(0) is None
    let_go = talk.agrees()
    assert (let_go.get("Action"), let_go.get("Channel")) == ("Hangup", OWN_CHANNEL)
    talk.tell(hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.PASSED)]


def test_an_exchange_that_tells_of_no_music_is_waited_for_a_second() -> None:
    talk, _ = asking()
    talk.turns(Turn.COMPLETE)
    talk.agrees_to("Setvar", "Redirect")
    talk.wait(0.9)
    assert talk.asked() == []
    talk.wait(0.2)
    assert talk.agrees().get("Action") == "Bridge"


def test_a_bridge_that_fails_is_tried_again_and_then_the_caller_is_back() -> None:
    talk, other = asking()
    done = talk.turns(Turn.COMPLETE)
    talk.agrees_to("Setvar", "Redirect")
    for _ in range(3):
        talk.tell(music(CALL), music(other))
        talk.refuses("Unable to add Channel1 to bridge: x")
    with pytest.raises(ExchangeRefused) as refused:
        done.result(0)
    assert refused.value.facts["action"] == "complete"
    asked = [(f.get("Action"), f.get("Channel")) for f in talk.asked()]
    assert asked == [("Hangup", other), ("Setvar", CALL), ("Redirect", CALL)]
    assert talk.told() == [ConsultEnded(CALL, ConsultEnd.OTHER)]
    talk.tell(hung_up(other))
    assert talk.told() == []


def test_who_was_asked_may_hang_up_in_the_very_moment() -> None:
    talk, other = asking()
    done = talk.turns(Turn.COMPLETE)
    talk.agrees()
    talk.tell(hung_up(other))
    with pytest.raises(ExchangeRefused):
        done.result(0)
    assert talk.told() == [ConsultEnded(CALL, ConsultEnd.OTHER)]


def test_an_asked_one_who_is_dropped_did_not_hang_up() -> None:
    talk, other = asking()
    done = talk.turns(Turn.DROP)
    talk.tell(hung_up(other))  # the event may come before the reply
    frames = talk.asked()
    assert [f.get("Action") for f in frames] == ["Hangup", "Redirect"]
    talk.says(SUCCESS, ("ActionID", frames[0].get("ActionID")))
    assert done.result(0) is None
    assert talk.told() == [ConsultEnded(CALL, ConsultEnd.DROPPED)]


def test_the_caller_hangs_up_and_everybody_is_let_go() -> None:
    talk, other = asking()
    talk.tell(hung_up(CALL))
    ended = {f.get("Channel") for f in talk.asked() if f.get("Action") == "Hangup"}
    assert ended == {other, OWN_CHANNEL}
    talk.tell(hung_up(LEG))
    assert talk.told() == [HungUp(CALL, EndReason.CALLER)]


NAMES = st.sampled_from(
    ["OriginateResponse", "DialEnd", "MusicOnHoldStart", "MusicOnHoldStop", "Hangup", "Newstate"]
)
IDS = st.sampled_from([CALL, LEG, "other", "other;2", "", "x" * 200])
WORDS = st.sampled_from(["Success", "Failure", "BUSY", "ANSWER", "6", "", "\x7f", "å" * 50])


@given(
    st.lists(st.tuples(NAMES, IDS, IDS, WORDS, WORDS), max_size=12),
    st.lists(st.sampled_from(list(Turn)), max_size=3),
)
def test_whatever_the_exchange_says_the_desk_is_told_only_what_can_be(
    said: list[tuple[str, str, str, str, str]], turns: list[Turn]
) -> None:
    talk, other = asking()
    ended = 0
    for turn in [None, *turns]:
        if turn is not None:
            talk.turns(turn)
        for name, uniqueid, linked, word, second in said:
            fields = {
                "Uniqueid": uniqueid.replace("other", other),
                "Linkedid": linked.replace("other", other),
                "ActionID": other if name == "OriginateResponse" else "",
                "Response": word if name == "OriginateResponse" else "",
                "DialStatus": second,
                "ChannelState": word,
            }
            kept = {key: value for key, value in fields.items() if value and "\x7f" not in value}
            talk.tell(event(name, **kept))
        talk.wait(0.7)
    for told in talk.told():
        assert isinstance(told, Consulting | ConsultEnded | HungUp)
        ended += isinstance(told, HungUp)
    assert ended <= 1


@pytest.mark.parametrize("turn", list(Turn), ids=str)
def test_nothing_is_asked_of_the_exchange_where_nobody_is_asked(turn: Turn) -> None:
    talk = Talk()
    wrong = talk.turns(turn)
    with pytest.raises(ConsultWrong):
        wrong.result(0)
    assert talk.asked() == []

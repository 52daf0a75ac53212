"""The connection is lost while somebody is asked about a call, frame by frame.  No socket."""

from __future__ import annotations

import pytest

from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.wishes import Turn
from kundcenter.domain.lines import (
    ConsultEnd,
    ConsultEnded,
    Consulting,
    ConsultWrong,
    EndReason,
    HungUp,
    LineAway,
    Side,
)
from tests.adapters.telephony.consulting import ASK, CARRIED, Talk, asking, music, ringing
from tests.adapters.telephony.told import CALL, LEG, OWN_CHANNEL


def status_of(uniqueid: str, **more: str) -> Frame:
    known = {"Uniqueid": uniqueid, "Linkedid": CALL, "ChannelState": "6"}
    return Frame((*known.items(), *more.items()))


DESK_IN_ROOM = status_of(LEG, Channel=OWN_CHANNEL, Exten="desk-kc-room-5")


def lost(talk: Talk) -> None:
    talk.session.abandon()
    talk.now += 5.0
    talk.told()


def test_a_wish_under_way_when_the_connection_is_lost_is_told_so() -> None:
    talk = Talk()
    done = talk.wishes(ASK)
    talk.agrees()
    lost(talk)
    with pytest.raises(LineAway):
        done.result(0)


def test_after_a_break_one_goes_on_talking_with_who_was_asked() -> None:
    talk, other = asking()
    lost(talk)
    talk.joined(status_of(CALL), DESK_IN_ROOM, status_of(other))
    assert not [e for e in talk.told() if isinstance(e, ConsultEnded | HungUp)]
    talk.turns(Turn.TOGGLE)
    talk.agrees_to("Redirect", "Redirect")
    assert talk.told() == [Consulting(CALL, answered=True, side=Side.CALLER)]


def test_an_answer_that_fell_into_the_break_is_told() -> None:
    talk, other = ringing()
    lost(talk)
    talk.joined(status_of(CALL), DESK_IN_ROOM, status_of(other))
    assert Consulting(CALL, answered=True) in talk.told()


def test_who_hung_up_during_the_break_is_gone_and_the_caller_is_fetched() -> None:
    talk, _ = asking()
    lost(talk)
    talk.joined(status_of(CALL), DESK_IN_ROOM)
    assert ConsultEnded(CALL, ConsultEnd.HUNG_UP) in talk.told()
    back = talk.agrees()
    assert (back.get("Action"), back.get("Channel")) == ("Redirect", CALL)


def test_a_caller_who_hung_up_during_the_break_lets_everybody_go() -> None:
    talk, other = asking()
    lost(talk)
    talk.joined(DESK_IN_ROOM, status_of(other))
    assert {f.get("Channel") for f in talk.asked()} == {other, OWN_CHANNEL}


def test_a_handset_laid_down_during_the_break_leaves_the_two_with_each_other() -> None:
    talk, other = asking()
    lost(talk)
    waiting = {"Application": "MusicOnHold"}
    talk.joined(status_of(CALL, **waiting), status_of(other, **waiting))
    assert HungUp(CALL, EndReason.LOST) in talk.told()
    assert talk.agrees().get("Action") == "Setvar"
    talk.tell(music(other))
    assert talk.agrees().get("Action") == "Bridge"


def test_a_break_before_anybody_was_moved_leaves_an_ordinary_talk() -> None:
    talk = Talk()
    talk.wishes(ASK)
    talk.agrees()
    lost(talk)
    talk.joined(status_of(CALL), status_of(LEG, Channel=OWN_CHANNEL, Exten="1177"))
    assert talk.asked() == []
    wrong = talk.turns(Turn.DROP)
    with pytest.raises(ConsultWrong):
        wrong.result(0)
    talk.wishes(ASK)
    talk.agrees_to(*CARRIED, "Redirect", "Originate")
    assert Consulting(CALL) in talk.told()


def test_two_who_still_wait_for_each_other_after_the_break_are_bridged() -> None:
    talk, other = asking()
    done = talk.turns(Turn.COMPLETE)
    talk.agrees_to("Setvar", "Redirect")
    lost(talk)
    with pytest.raises(LineAway):
        done.result(0)
    waiting = {"Application": "MusicOnHold"}
    talk.joined(status_of(CALL, **waiting), status_of(other, **waiting))
    assert talk.agrees().get("Action") == "Setvar"
    talk.tell(music(other))
    assert talk.agrees().get("Action") == "Bridge"


def test_two_who_were_left_alone_before_the_break_are_left_alone_after_it() -> None:
    talk, other = asking()
    talk.turns(Turn.COMPLETE)
    talk.agrees_to("Setvar", "Redirect")
    lost(talk)
    talk.joined(status_of(CALL), status_of(other))
    talk.wait(5.0)
    assert talk.asked() == []


def test_a_break_while_the_two_are_on_their_way_brings_the_caller_back() -> None:
    talk, other = asking()
    talk.turns(Turn.COMPLETE)
    talk.agrees_to("Setvar", "Redirect")
    lost(talk)
    talk.joined(status_of(CALL), DESK_IN_ROOM, status_of(other))
    assert ConsultEnded(CALL, ConsultEnd.OTHER) in talk.told()
    asked = [(f.get("Action"), f.get("Channel")) for f in talk.asked()]
    assert asked == [("Hangup", other), ("Setvar", CALL), ("Redirect", CALL)]

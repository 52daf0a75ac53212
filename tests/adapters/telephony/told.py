"""Frames as an exchange tells them, for tests that need no exchange."""

from __future__ import annotations

from kundcenter.adapters.telephony.frames import Frame

NUMBER = "0701740605"
CALL = "1795307983.0"
LEG = "1795307983.1"
CALLER_CHANNEL = "PJSIP/trunk-00000000"
OWN_CHANNEL = "PJSIP/201-00000001"


def event(name: str, **fields: str) -> Frame:
    return Frame((("Event", name), *fields.items()))


def joined(call: str = CALL, queue: str = "1177") -> Frame:
    return event("QueueCallerJoin", Uniqueid=call, Linkedid=call, Queue=queue)


def dial_begin(
    call: str = CALL,
    leg: str = LEG,
    channel: str = OWN_CHANNEL,
    number: str = NUMBER,
    **more: str,
) -> Frame:
    return event(
        "DialBegin",
        **{
            "Channel": CALLER_CHANNEL,
            "CallerIDNum": number,
            "CallerIDName": "<unknown>",
            "Exten": "1177",
            "Uniqueid": call,
            "Linkedid": call,
            "DestChannel": channel,
            "DestUniqueid": leg,
            "DestLinkedid": call,
            **more,
        },
    )


def own(name: str, call: str = CALL, leg: str = LEG, **more: str) -> Frame:
    """An event of our own leg."""
    return event(name, Channel=OWN_CHANNEL, Uniqueid=leg, Linkedid=call, **more)


def callers(name: str, call: str = CALL, **more: str) -> Frame:
    """An event of the caller's channel."""
    return event(name, Channel=CALLER_CHANNEL, Uniqueid=call, Linkedid=call, **more)


def dial_end(status: str, call: str = CALL, leg: str = LEG) -> Frame:
    return event("DialEnd", Uniqueid=call, Linkedid=call, DestUniqueid=leg, DialStatus=status)


def hung_up(call: str = CALL, leg: str = LEG, cause: str = "16") -> Frame:
    return own("Hangup", call, leg, Cause=cause)

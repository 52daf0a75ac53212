"""How the simulated exchange writes its replies."""

from __future__ import annotations

from kundcenter.adapters.exchange_simulator.channels import Fields
from kundcenter.adapters.telephony.frames import Frame


def action_id(frame: Frame) -> Fields:
    asked = frame.get("ActionID")
    return (("ActionID", asked),) if asked else ()


def reply(frame: Frame, response: str, *fields: tuple[str, str]) -> Fields:
    return (("Response", response), *action_id(frame), *fields)


def success(frame: Frame, *fields: tuple[str, str]) -> Fields:
    return reply(frame, "Success", *fields)


def error(frame: Frame, message: str) -> Fields:
    return reply(frame, "Error", ("Message", message))


def listed(frame: Frame, name: str, message: str, items: list[Fields]) -> list[Fields]:
    """A reply, the items with the id of the action, and the word that they were all."""
    own, count = action_id(frame), str(len(items))
    ended = (("EventList", "Complete"), ("ListItems", count))
    return [
        success(frame, ("EventList", "start"), ("Message", message)),
        *((*item, *own) for item in items),
        (("Event", name), *own, *ended),
    ]

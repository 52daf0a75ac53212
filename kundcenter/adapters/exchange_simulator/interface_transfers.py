"""The manager interface's actions with which calls are passed on, one client's side.  No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable

from kundcenter.adapters.exchange_simulator.calls import NoSuchChannel
from kundcenter.adapters.exchange_simulator.channels import Channel, Fields
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.watched import state_fields
from kundcenter.adapters.exchange_simulator.wire import error, listed, success
from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.frames import Frame

MOST_VARIABLES = 16
LONGEST_VALUE = 256

_ASKED = re.compile(r"Local/(?P<extension>[A-Za-z0-9_.+*#-]{1,80})@[\w.-]{1,80}/n")
_ROOM = re.compile(r"room-(?P<room>[A-Za-z0-9-]{1,64})")
_EXTENSION = re.compile(r"[A-Za-z0-9_.+*#-]{1,80}")
_VARIABLE = re.compile(r"_{0,2}(?P<name>[A-Z][A-Z0-9_]{0,40})")
_CALLER_ID = re.compile(r"[^<>]{0,40}<(?P<number>[^<>]{0,40})>")


class TransferActions:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self.actions: dict[str, Callable[[Frame], list[Fields]]] = {
            "setvar": self._set_variable,
            "redirect": self._redirect,
            "bridge": self._bridge,
            "devicestatelist": self._states,
            "queuesummary": self._sums,
        }

    def asks(self, frame: Frame) -> bool:
        """Whether an `Originate` is to ask somebody about a call."""
        room = _ROOM.fullmatch(frame.get("Exten"))
        return bool(_ASKED.fullmatch(frame.get("Channel")) and frame.get("ChannelId") and room)

    def ask(self, frame: Frame, patience: float) -> list[Fields]:
        local, room = _ASKED.fullmatch(frame.get("Channel")), _ROOM.fullmatch(frame.get("Exten"))
        number = _CALLER_ID.fullmatch(frame.get("CallerID"))
        if local is None or room is None:
            return [error(frame, "Channel not specified")]
        if self._channel(frame.get("ChannelId")) is not None:  # an id is given once
            return [error(frame, "Originate failed")]
        variables: dict[str, str] = {}
        for each in frame.every("Variable")[:MOST_VARIABLES]:
            name, _, value = each.partition("=")
            variable = _VARIABLE.fullmatch(name)
            if variable:
                variables[variable["name"]] = value[:LONGEST_VALUE]
        self._exchange.transfers.asked.begin(
            frame.get("ChannelId"),
            frame.get("ActionID"),
            local["extension"],
            room=room["room"],
            number=caller_words.number(number["number"]) if number else None,
            variables=variables,
            patience=patience,
        )
        return [success(frame, ("Message", "Originate successfully queued"))]

    def _channel(self, name: str) -> Channel | None:
        here = self._exchange.channels()
        return next((each for each in here if name in {each.name, each.uniqueid}), None)

    def _set_variable(self, frame: Frame) -> list[Fields]:
        variable = _VARIABLE.fullmatch(frame.get("Variable"))
        if variable is None:
            return [error(frame, "No variable specified")]
        channel = self._channel(frame.get("Channel"))
        if channel is None:
            return [error(frame, "No such channel")]
        known = variable["name"] in channel.variables
        if known or len(channel.variables) < MOST_VARIABLES:
            channel.variables[variable["name"]] = frame.get("Value")[:LONGEST_VALUE]
        return [success(frame, ("Message", "Variable Set"))]

    def _redirect(self, frame: Frame) -> list[Fields]:
        channel, extension = frame.get("Channel"), frame.get("Exten")
        extra, extra_extension = frame.get("ExtraChannel"), frame.get("ExtraExten") or extension
        if not _EXTENSION.fullmatch(extension) or not _EXTENSION.fullmatch(extra_extension):
            return [error(frame, "Invalid extension")]
        moves = [(channel, extension), *([(extra, extra_extension)] if extra else [])]
        for name, _ in moves:
            if self._channel(name) is None:
                return [error(frame, f"Channel does not exist: {name[:80]}")]
        try:
            self._exchange.transfers.redirect(moves)
        except NoSuchChannel:
            return [error(frame, "Redirect failed, channel not up.")]
        words = "Dual Redirect successful" if extra else "Redirect successful"
        return [success(frame, ("Message", words))]

    def _bridge(self, frame: Frame) -> list[Fields]:
        pair = frame.get("Channel1"), frame.get("Channel2")
        for place, name in enumerate(pair, start=1):
            if self._channel(name) is None:
                return [error(frame, f"Channel{place} does not exists: {name[:80]}")]
        try:
            stuck = self._exchange.transfers.bridge(*pair)
        except NoSuchChannel:
            stuck = pair[0]
        if stuck:
            return [error(frame, f"Unable to add Channel1 to bridge: {stuck[:80]}")]
        return [success(frame, ("Message", "Channels have been bridged"))]

    def _states(self, frame: Frame) -> list[Fields]:
        items: list[Fields] = [
            (("Event", "DeviceStateChange"), *state_fields(device, state))
            for device, state in self._exchange.device_states().items()
        ]
        return listed(frame, "DeviceStateListComplete", "Device State List will follow", items)

    def _sums(self, frame: Frame) -> list[Fields]:
        wanted = frame.get("Queue")
        items = [
            each.fields() for each in self._exchange.queue_sums() if wanted in {"", each.queue}
        ]
        return listed(frame, "QueueSummaryComplete", "Queue summary will follow", items)

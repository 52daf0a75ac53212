"""An operation: what a verb was asked, and what time, identities and versions it was given.

Replayed with the same gifts, the same verb writes the same rows in any store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from inspect import Signature, signature
from typing import Any, Protocol, get_type_hints
from uuid import UUID, uuid5

import msgspec

from kundcenter.changes import Change
from kundcenter.domain.access import Actor
from kundcenter.domain.access_log import GENESIS, Head
from kundcenter.errors import Conflict

FORMAT = 1


class ReplayDiverged(Conflict):
    """The verb did something else in replay than it did at the desk.  Facts: kind, what."""

    code = "operation.diverged"


@dataclass(frozen=True, slots=True)
class Given:
    """What the unit of work gave out: one instant, ids in order, versions by name."""

    now: datetime
    ids: tuple[UUID, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One verb that was carried out at one desk.

    `n` is dense per device.  `arguments` is canonical JSON (sorted keys, no floats).
    `read` and `wrote` name every record the verb touched.  `access` is the head of the
    device's access log when the verb ended, so that either chain bears witness of the other.
    `hash` is SHA-256 over a zero byte, the previous hash and the other fields.
    """

    id: UUID
    device_id: UUID
    n: int
    kind: str
    actor: Actor
    arguments: bytes = field(repr=False)
    given: Given
    read: tuple[Change, ...]
    wrote: tuple[Change, ...]
    access: Head
    format: int = FORMAT
    previous_hash: bytes = GENESIS
    hash: bytes = b""

    @property
    def about(self) -> Change | None:
        """The first record that it wrote.

        A timeslot is only written before whoever has a seat in it, unless it is all there is.
        """
        first = next(iter(self.wrote), None)
        return next((each for each in self.wrote if each.kind != "timeslot"), first)

    def chained(self, previous_hash: bytes) -> Operation:
        """The operation with its place in the device's chain."""
        linked = replace(self, previous_hash=previous_hash, hash=b"")
        return replace(linked, hash=linked.digest())

    def numbered(self, n: int) -> Operation:
        """The same operation at another place."""
        return replace(self, n=n)

    def digest(self) -> bytes:
        """The hash that this operation ought to have."""
        body = encode(replace(self, hash=b""))
        return hashlib.sha256(b"\x00" + self.previous_hash + body).digest()


def encode(value: object) -> bytes:
    """Canonical JSON of plain values, frozen dataclasses and containers of them."""
    return msgspec.json.encode(value, order="sorted")


def decode_operation(text: bytes) -> Operation:
    """The operation that `encode` made the text of.  Raises msgspec.ValidationError."""
    return msgspec.json.decode(text, type=Operation)


@cache
def _parameters(verb: Callable[..., object]) -> dict[str, Any]:
    hints = get_type_hints(verb)
    hints.pop("return", None)
    return hints


def _signature(verb: Callable[..., object]) -> Signature:
    """As it is called: without the service itself."""
    function = getattr(verb, "__func__", None)
    return signature(verb) if function is None else _of_method(function)


@cache
def _of_method(function: Callable[..., object]) -> Signature:
    told = signature(function)
    return told.replace(parameters=tuple(told.parameters.values())[1:])


def decode_arguments(arguments: bytes, verb: Callable[..., object]) -> dict[str, Any]:
    """The arguments as the verb's own annotations want them.

    Raises msgspec.DecodeError when they do not fit.
    """
    hints = _parameters(getattr(verb, "__func__", verb))
    try:
        texts = msgspec.json.decode(arguments, type=dict[str, msgspec.Raw])
        _signature(verb).bind(**texts)
        return {name: msgspec.json.decode(text, type=hints[name]) for name, text in texts.items()}
    except (TypeError, RecursionError):
        raise msgspec.ValidationError("not the arguments of the verb") from None


def retold(older: bytes, newer: bytes) -> bool:
    """Whether `newer` says all that `older` says, which was canonical.

    A later program knows more fields, which get their defaults; it may not lose any.
    """
    old = msgspec.json.decode(older)
    return encode(old) == older and _holds(msgspec.json.decode(newer), old)


def defaults_of(verb: Callable[..., object]) -> dict[str, object]:
    """The parameters of a verb that an older program may not have known, with their defaults."""
    parameters = _signature(verb).parameters.values()
    return {each.name: each.default for each in parameters if each.default is not each.empty}


def _holds(newer: object, older: object) -> bool:
    if isinstance(older, dict) and isinstance(newer, dict):
        return all(name in newer and _holds(newer[name], older[name]) for name in older)
    if isinstance(older, list) and isinstance(newer, list):
        return len(newer) == len(older) and all(map(_holds, newer, older))
    return newer == older


def by_place(device_id: UUID, n: int) -> UUID:
    """The id of a device's operation `n` that has none: its place is all that it has of its own."""
    return uuid5(device_id, str(n))


@dataclass(frozen=True, slots=True)
class Account:
    """What a unit of work has to tell of itself when it ends."""

    kind: str
    arguments: bytes = field(repr=False)
    read: tuple[Change, ...]
    wrote: tuple[Change, ...]
    access: Head


class Source(Protocol):
    """Where one unit of work gets its time, its identities and its actor from."""

    @property
    def actor(self) -> Actor: ...
    @property
    def now(self) -> datetime: ...
    @property
    def replayed(self) -> bool: ...
    @property
    def elsewhere(self) -> bool: ...
    @property
    def arrived(self) -> datetime: ...
    def new_id(self) -> UUID: ...
    def version(self, name: str, current: str) -> str: ...
    def operation(self, account: Account, last: Head) -> Operation: ...


@dataclass(slots=True)
class Live:
    """A verb that is carried out for the first time: gives out, and remembers what it gave."""

    actor: Actor
    now: datetime
    device_id: UUID
    make_id: Callable[[], UUID]
    _ids: list[UUID] = field(default_factory=list)
    _versions: dict[str, str] = field(default_factory=dict)

    @property
    def replayed(self) -> bool:
        return False

    @property
    def elsewhere(self) -> bool:
        return False

    @property
    def arrived(self) -> datetime:
        return self.now

    def new_id(self) -> UUID:
        self._ids.append(self.make_id())
        return self._ids[-1]

    def version(self, name: str, current: str) -> str:
        return self._versions.setdefault(name, current)

    def operation(self, account: Account, last: Head) -> Operation:
        """The operation of the verb that ends here, chained after `last`."""
        return Operation(
            id=self.make_id(),
            device_id=self.device_id,
            n=last.n + 1,
            kind=account.kind,
            actor=self.actor,
            arguments=account.arguments,
            given=Given(self.now, tuple(self._ids), tuple(sorted(self._versions.items()))),
            read=account.read,
            wrote=account.wrote,
            access=account.access,
        ).chained(last.hash)


@dataclass(slots=True)
class Replayed:
    """A verb that is carried out again: gives out what it was given the first time."""

    original: Operation
    arguments: bytes = b""  # as this program writes them: an older one knew fewer fields
    defaults: dict[str, object] = field(default_factory=dict)  # and fewer parameters
    done: bool = False  # whether a verb has ended as the original did
    elsewhere: bool = False  # in a store where others write too: other records may be touched
    came_at: datetime | None = None  # when that store was asked, unless it is a fact already
    _next: int = 0

    @property
    def actor(self) -> Actor:
        return self.original.actor

    @property
    def now(self) -> datetime:
        return self.original.given.now

    @property
    def replayed(self) -> bool:
        return True

    @property
    def arrived(self) -> datetime:
        return self.came_at or self.now

    def new_id(self) -> UUID:
        ids = self.original.given.ids
        if self._next >= len(ids):
            raise ReplayDiverged(kind=self.original.kind, what="more ids")
        self._next += 1
        return ids[self._next - 1]

    def version(self, name: str, current: str) -> str:
        given = dict(self.original.given.versions)
        if name not in given:
            raise ReplayDiverged(kind=self.original.kind, what="another version read")
        return given[name]

    def operation(self, account: Account, last: Head) -> Operation:
        """The original, if the verb did again just what it did then; else ReplayDiverged."""
        original = self.original
        if account.kind != original.kind or not self._told_as(account.arguments):
            raise ReplayDiverged(kind=original.kind, what="another verb")
        if self._next != len(original.given.ids) and not self.elsewhere:
            raise ReplayDiverged(kind=original.kind, what="fewer ids")
        touched = (account.read, account.wrote)
        if touched != (original.read, original.wrote) and not self.elsewhere:
            raise ReplayDiverged(kind=original.kind, what="other records")
        self.done = True
        return original

    def _told_as(self, arguments: bytes) -> bool:
        """Whether these are the original's arguments, but for new parameters at their defaults."""
        if arguments == self.arguments:
            return True
        told, known = msgspec.json.decode(arguments), msgspec.json.decode(self.arguments)
        new = {
            name: self.defaults[name] for name in told.keys() & self.defaults if name not in known
        }
        return encode({**new, **known}) == arguments

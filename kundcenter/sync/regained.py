"""A desk whose file is an older one gets its own work back from the centre (RELIABILITY 2.15).

What comes is checked link by link from what the desk still has to where the centre has come; only
a whole chain is written, at one moment, and the desk goes on with the next number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from kundcenter.domain.access_log import AccessRecord, Head
from kundcenter.domain.feed import DeviceHeads
from kundcenter.operations import Operation, decode_operation
from kundcenter.sync.ports import Central
from kundcenter.sync.wire import MOST_OPERATIONS, MessageWrong, Own, Owned


def own_work(central: Central, device_id: UUID, own: Own) -> Owned:
    """What the centre has of the desk's own work after the heads that it names.

    Raises DeviceUnknown, DeviceFrozen.
    """
    central.device(device_id).must_exchange()
    return Owned(*central.own_work(device_id, own.heads, MOST_OPERATIONS))


@dataclass(slots=True)
class Regained:
    """Own work on its way back, from `heads` to `until`."""

    heads: DeviceHeads
    until: DeviceHeads
    operations: list[Operation] = field(default_factory=list)
    accesses: list[AccessRecord] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether all of it has come."""
        mine, its = self.heads, self.until
        return mine.operation.n >= its.operation.n and mine.access.n >= its.access.n

    def take(self, owned: Owned) -> None:
        """The next links.  Raises MessageWrong when they do not follow, or when none came."""
        if not (owned.operations or owned.accesses):
            raise MessageWrong(why="nothing")
        operation, access = self.heads.operation, self.heads.access
        for body in owned.operations:
            found = _read(body)
            operation = _next(operation, found)
            self.operations.append(found)
        for record in owned.accesses:
            access = _next(access, record)
            self.accesses.append(record)
        self.heads = DeviceHeads(operation, access)
        for mine, its in ((operation, self.until.operation), (access, self.until.access)):
            if mine.n == its.n and mine.hash != its.hash:
                raise MessageWrong(why="chain")


def _read(body: str) -> Operation:
    try:
        return decode_operation(body.encode())
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise MessageWrong(why=type(error).__name__) from None


def _next(head: Head, link: Operation | AccessRecord) -> Head:
    follows = link.n == head.n + 1 and link.previous_hash == head.hash
    if not follows or link.digest() != link.hash:
        raise MessageWrong(why="chain")
    return Head(link.n, link.hash)

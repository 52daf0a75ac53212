"""Desks as the centre knows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access_log import Head
from kundcenter.domain.feed import DeviceHeads
from kundcenter.errors import NotFound, Refused


class DeviceUnknown(NotFound):
    """The centre has enrolled no such desk.  Facts: id."""

    code = "device.unknown"


class DeviceFrozen(Refused):
    """A person has to look at the desk before it may go on.  Facts: id."""

    code = "device.frozen"


class DeviceState(StrEnum):
    """Whether a desk may exchange with the centre."""

    ACTIVE = "active"
    FROZEN = "frozen"  # two copies of the same profile were at work
    WIPING = "wiping"  # it is to send what it has, and then to erase itself
    HOSTILE = "hostile"  # in wrong hands: it is to erase itself at once, and is not believed
    GONE = "gone"  # erased, or taken out of use


@dataclass(frozen=True, slots=True)
class Device:
    """A desk: where it stands, its public key, and how far its chains have come.

    `alone_until` is the last of its operations from before it was enrolled, when it was its own
    centre: those are judged by the operators that came with it.
    """

    id: UUID
    name: str
    care_unit: str
    public_key: bytes = field(repr=False)
    enrolled_at: datetime
    state: DeviceState = DeviceState.ACTIVE
    seen_at: datetime | None = None
    heads: DeviceHeads = field(default_factory=DeviceHeads)
    alone_until: int = 0

    def was_alone(self, n: int) -> bool:
        """Whether it did its operation `n` when it was its own centre, which had the last word."""
        return n <= self.alone_until

    def must_exchange(self) -> None:
        """Raise DeviceFrozen or DeviceUnknown unless operations may be taken from it."""
        if self.state in {DeviceState.FROZEN, DeviceState.HOSTILE}:
            raise DeviceFrozen(id=self.id)
        if self.state is DeviceState.GONE:
            raise DeviceUnknown(id=self.id)

    def must_serve(self) -> None:
        """Raise DeviceFrozen or DeviceUnknown unless rows and sign-ins may be given to it."""
        self.must_exchange()
        if self.state is not DeviceState.ACTIVE:
            raise DeviceFrozen(id=self.id)

    @property
    def to_be_erased(self) -> bool:
        return self.state in {DeviceState.WIPING, DeviceState.HOSTILE}

    def erased(self) -> Device:
        """The desk when it has said that nothing is left of it."""
        return replace(self, state=DeviceState.GONE)

    def told(self, operation: Head, access: Head) -> Device:
        """The desk after its chains have grown."""
        return replace(self, heads=DeviceHeads(operation, access))

    def to_wipe(self, *, hostile: bool = False) -> Device:
        """The desk when it is to send what it has, and then to erase itself.

        In wrong hands it erases at once.  Raises DeviceUnknown when it is gone already.
        """
        if self.state is DeviceState.GONE:
            raise DeviceUnknown(id=self.id)
        return replace(self, state=DeviceState.HOSTILE if hostile else DeviceState.WIPING)

    def frozen(self) -> Device:
        """The desk when it has turned out to be two."""
        return replace(self, state=DeviceState.FROZEN)

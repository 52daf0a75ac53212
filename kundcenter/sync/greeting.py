"""The centre's answer to a desk's first word: how it stands, and what it may have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kundcenter.domain.devices import Device, DeviceState
from kundcenter.domain.feed import REFERENCE, SHARED, DeviceHeads, asked_for, own, team
from kundcenter.errors import Refused
from kundcenter.sync.ports import Central
from kundcenter.sync.wire import PROTOCOL, Hello, Standing, Welcome


class ProtocolUnknown(Refused):
    """The desk speaks no version of the protocol that the centre does.  Facts: known."""

    code = "sync.protocol_unknown"


def welcome(central: Central, hello: Hello, at: datetime) -> Welcome:
    """How the desk stands to the centre.

    Raises DeviceUnknown, DeviceFrozen, ProtocolUnknown.
    """
    if PROTOCOL not in hello.protocols:
        raise ProtocolUnknown(known=PROTOCOL)
    device = central.device(hello.device_id)
    if device.state is DeviceState.HOSTILE:
        return Welcome(
            epoch=central.epoch(),
            at=at,
            standing=Standing.AGREED,
            heads=device.heads,
            buckets=(),
            wipe=True,
            at_once=True,
        )
    device.must_exchange()
    epoch, earlier = central.lineage()
    moved = hello.epoch not in {None, epoch}
    if moved and hello.epoch not in earlier:  # nothing here is for it, and it changes nothing
        return Welcome(epoch, at, Standing.AGREED, device.heads, ())
    if device.seen_at is None and hello.heads.operation.n:
        alone = hello.heads.operation.n
        central.was_alone(device.id, alone if hello.alone is None else min(hello.alone, alone))
    central.saw(device.id, at)
    standing = _standing(central, device.heads, hello)
    if standing is Standing.FORK:
        with central.batch(device.id) as batch:
            batch.put_device(batch.device.frozen())
    buckets = buckets_for(central, device)
    ended = central.ended(device.id, at)
    return Welcome(
        epoch=epoch,
        at=at,
        standing=standing,
        heads=device.heads,
        buckets=buckets,
        ended=tuple(ended),
        ended_given=tuple(ended.values()),
        wipe=device.to_be_erased,
        recalls=True,
        earlier=earlier,
        stands=central.stands(buckets) if moved else {},
        care_unit=device.care_unit,
    )


def _standing(central: Central, known: DeviceHeads, hello: Hello) -> Standing:
    told = hello.heads
    for mine, its, hash_of in (
        (known.operation, told.operation, central.operation_hash),
        (known.access, told.access, central.access_hash),
    ):
        if its.n == mine.n:
            same = its.hash == mine.hash
        elif 0 < its.n < mine.n:
            same = hash_of(hello.device_id, its.n) == its.hash
        else:
            same = True  # the push will show it
        if not same:
            return Standing.FORK
    if told.operation.n < known.operation.n or told.access.n < known.access.n:
        return Standing.AMNESIA
    return Standing.AGREED


def buckets_for(central: Central, device: Device) -> tuple[str, ...]:
    """The slices that the desk may have."""
    mine = asked_for(device.id)
    asked = (mine,) if mine in central.heads([mine]) else ()  # there is one when it has asked
    return (*buckets_of(device.care_unit, central.operators_of(device.id)), *asked)


def buckets_of(care_unit: str, operators: Mapping[UUID, str]) -> tuple[str, ...]:
    """The slices that a desk of the care unit holds, with those of its operators."""
    teams = {team(unit) for unit in (care_unit, *operators.values()) if unit}
    return (REFERENCE, SHARED, *sorted(teams), *sorted(map(own, operators)))

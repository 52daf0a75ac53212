"""Desks as rows of the centre's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam

from db.base import Rows
from db.exchange_tables import devices
from kundcenter.domain.access_log import Head
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import DeviceHeads


def _flat(device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "name": device.name,
        "care_unit": device.care_unit,
        "public_key": device.public_key,
        "state": device.state,
        "enrolled_at": device.enrolled_at,
        "seen_at": device.seen_at,
        "n": device.heads.operation.n,
        "hash": device.heads.operation.hash,
        "access_n": device.heads.access.n,
        "access_hash": device.heads.access.hash,
        "alone_until": device.alone_until,
    }


def _whole(row: dict[str, Any]) -> Device:
    return Device(
        id=row["id"],
        name=row["name"],
        care_unit=row["care_unit"],
        public_key=row["public_key"],
        state=row["state"],
        enrolled_at=row["enrolled_at"],
        seen_at=row["seen_at"],
        heads=DeviceHeads(Head(row["n"], row["hash"]), Head(row["access_n"], row["access_hash"])),
        alone_until=row["alone_until"],
    )


device_rows = Rows(devices, Device, flat=_flat, whole=_whole)

DEVICE = device_rows.select().where(devices.c.id == bindparam("id"))

"""Invitations, and the desks that come with their codes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine, bindparam, func, select, update

from db.base import Rows
from db.exchange_tables import invitations
from db.faults import translated
from db.local import marked
from db.sync.central import EPOCH
from db.sync.device_rows import DEVICE, device_rows
from kundcenter.domain.devices import Device, DeviceState
from kundcenter.domain.enrolment import CodeRefused, Enrolled, Invitation

_invitation_rows = Rows(invitations, Invitation)
_BY_CODE = _invitation_rows.select().where(invitations.c.code_hash == bindparam("code_hash"))


class SqlEnrolment:
    """How desks come to the centre, on its PostgreSQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def invite(self, invitation: Invitation) -> None:
        """Keep an invitation."""
        with translated(), self._engine.begin() as connection:
            _invitation_rows.add(connection, invitation)

    def open_invitations(self, at: datetime) -> int:
        """How many invitations may still be used."""
        query = (
            select(func.count())
            .select_from(invitations)
            .where(invitations.c.used_at.is_(None), invitations.c.until > at)
        )
        with translated(), self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def enrol(self, device_id: UUID, public_key: bytes, code_hash: bytes, at: datetime) -> Enrolled:
        """Make the desk one of the centre's; the same desk with the same key meets the same answer.

        Raises CodeRefused.
        """
        with translated(), self._engine.begin() as connection:
            query = _BY_CODE.with_for_update()
            invitation = _invitation_rows.one(connection, query, code_hash=code_hash)
            if invitation is None:
                raise CodeRefused
            invitation.must_admit(device_id, at)
            device = device_rows.one(connection, DEVICE, id=device_id)
            if device is None:
                device = Device(
                    device_id, invitation.name, invitation.care_unit, public_key, enrolled_at=at
                )
                device_rows.add(connection, device)
            elif device.public_key != public_key or device.state is DeviceState.GONE:
                raise CodeRefused
            if invitation.used_at is None:
                connection.execute(
                    update(invitations)
                    .where(invitations.c.id == invitation.id)
                    .values(used_at=at, used_by=device_id)
                )
            epoch = marked(connection, EPOCH)
        return Enrolled(device_id, device.name, device.care_unit, UUID(epoch))

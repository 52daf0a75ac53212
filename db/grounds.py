"""What an operator has stated about a person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, literal_column, select

from db.access_log import access_log
from db.base import ONE
from db.people import people
from kundcenter.domain.access import Actor
from kundcenter.domain.calls import Call
from kundcenter.domain.grounds import LASTS, OWN_TASK, STATED, Standing

# The reason itself is in the access log, so that what the log shows and what opens the person
# can never say different things.
_STATED = (
    select(access_log.c.purpose, access_log.c.reason)
    .where(
        access_log.c.person_id == bindparam("person_id"),
        access_log.c.at > bindparam("since"),
        access_log.c.operator_id == bindparam("operator_id"),
        access_log.c.session_id == bindparam("session_id"),
        access_log.c.level == literal_column(f"'{STATED}'"),
    )
    .order_by(access_log.c.at.desc())
    .limit(ONE)
)

# Whom one operator has opened since a call began is little beside what the log holds of them.
_OPENED = (
    select(func.coalesce(people.c.merged_into, people.c.id))
    .join(access_log, access_log.c.person_id == people.c.id)
    .where(
        access_log.c.operator_id == bindparam("operator_id"),
        access_log.c.at >= bindparam("since"),
        access_log.c.object_kind == literal_column("'call'"),
        access_log.c.object_id == bindparam("call_id"),
        access_log.c.reason == literal_column(f"'{OWN_TASK}'"),
    )
    .distinct()
)


def opened(connection: Connection, actor: Actor, call: Call) -> frozenset[UUID]:
    """Whom the operator has opened on the ground of the call; who is merged, as the one kept."""
    sought = {"operator_id": actor.operator_id, "since": call.rang_at, "call_id": call.id}
    return frozenset(connection.execute(_OPENED, sought).scalars())


def stated(connection: Connection, actor: Actor, person_id: UUID, now: datetime) -> Standing | None:
    """What the operator has stated about the person in this session, if it still stands."""
    found = connection.execute(
        _STATED,
        {
            "person_id": person_id,
            "since": now - LASTS,
            "operator_id": actor.operator_id,
            "session_id": actor.session_id,
        },
    ).first()
    return None if found is None else Standing(found.purpose, found.reason)

"""What an operator has stated about a person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, literal_column, select

from db.access_log import access_log
from db.base import ONE
from kundcenter.domain.access import Actor
from kundcenter.domain.grounds import LASTS, STATED, Standing

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

"""Who may open whom, and the records of it: what speaks for an opening is gathered here.

The rules are in kundcenter.domain.grounds and blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, literal_column, select

from db.access_log import access_log
from db.base import ONE
from db.people import people
from kundcenter.domain.access import Actor
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import EntryBlocked, Reach
from kundcenter.domain.calls import Call
from kundcenter.domain.grounds import (
    LASTS,
    OWN_TASK,
    Evidence,
    Ground,
    GroundNeeded,
    Standing,
    standing,
    task,
)
from kundcenter.domain.journal import Entry
from kundcenter.ports import Reading, Viewing

# The reason itself is in the access log, so that what the log shows and what opens the person
# can never say different things.
_STATED = (
    select(access_log.c.purpose, access_log.c.reason)
    .where(
        access_log.c.person_id == bindparam("person_id"),
        access_log.c.at > bindparam("since"),
        access_log.c.operator_id == bindparam("operator_id"),
        access_log.c.session_id == bindparam("session_id"),
        access_log.c.level == literal_column(f"'{Level.STATED}'"),
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


def grounded(
    view: Viewing, connection: Connection, same: Sequence[UUID], ground: Ground
) -> Standing:
    """On what ground the actor may open the person; what is stated now is kept as evidence.

    `same` are the ids of one human being, the one that is opened first.  Raises GroundNeeded,
    GroundTooShort, TextInvalid.
    """
    person_id = same[0]
    stands = standing(same, ground, _evidence(view, connection, person_id, ground))
    if stands.stated:
        view.witness(
            Activity.READ,
            person_id,
            level=Level.STATED,
            purpose=stands.purpose,
            reason=stands.reason,
        )
    return stands


def witness_lifted(view: Viewing, reach: Reach, entries: Iterable[Entry]) -> None:
    """Write an emergency's access record for each entry that is seen by a lift only."""
    for entry, lift in reach.lifted(entries):
        view.witness(
            Activity.EMERGENCY,
            entry.person_id,
            level=Level.BLOCKED_ENTRY,
            subject=("entry", entry.id),
            reason=lift.told,
        )


def witness_refusal(view: Viewing, refused: GroundNeeded | EntryBlocked) -> None:
    """Write that somebody tried to open the person, and what kept them out."""
    view.witness(Activity.READ, refused.person_id, level=Level.DENIED, reason=refused.code)


def _evidence(
    reading: Reading, connection: Connection, person_id: UUID, ground: Ground
) -> Evidence:
    if ground.category is not None:  # what is stated now needs no other evidence
        return Evidence()
    actor = reading.actor
    calls = {call.id: call for call in reading.calls.open_of(actor.operator_id)}
    given = None if ground.call_id is None else calls.get(ground.call_id)
    held = list(calls)
    handed = [offer.call_id for offer in reading.hand_overs.waiting_for(actor.operator_id)]
    known = reading.parts.of_calls([*held, *handed]) if held or handed else ()
    return Evidence(
        tasks=tuple(
            task(id, (part for part in known if part.call_id == id), handed=id not in held)
            for id in (*held, *handed)
        ),
        stated=_stated(connection, actor, person_id, reading.now),
        opened=_opened(connection, actor, given) if given else frozenset(),
    )


def _opened(connection: Connection, actor: Actor, call: Call) -> frozenset[UUID]:
    """Whom the operator has opened on the ground of the call; who is merged, as the one kept."""
    sought = {"operator_id": actor.operator_id, "since": call.rang_at, "call_id": call.id}
    return frozenset(connection.execute(_OPENED, sought).scalars())


def _stated(
    connection: Connection, actor: Actor, person_id: UUID, now: datetime
) -> Standing | None:
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

"""Messages in the store, and what happened to each."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.drafted import drafted
from db.types import Code, Id, Time
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageNotFound,
    MessageState,
    MessageStep,
    MessageStepKind,
)

messages = table(
    "messages",
    Column("id", Id, primary_key=True),
    Column("channel", Code(MessageChannel), nullable=False),
    Column("text", Text, nullable=False),
    Column("contact_id", Id),  # the centre may have turned the contact away
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("address", Text, nullable=False),
    Column("callback", Text, nullable=False),
    Column("caller", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("read_back", Boolean, nullable=False),
    Column("call_id", Id),  # of another team the call is not here
    Column("person_id", Id, ForeignKey("people.id")),
    Column("state", Code(MessageState), nullable=False),
    Column("written_at", Time, nullable=False),
    Column("written_by", Id, nullable=False),
    Column("state_at", Time, nullable=False),
    Column("tries", Integer, nullable=False),
    Index(None, "state", "urgent", "written_at", "id"),
    Index(None, "written_at", "id"),
    Index(None, "written_by", "written_at", "id"),
)

message_steps = table(
    "message_steps",
    Column("id", Id, primary_key=True),
    Column("message_id", Id, ForeignKey("messages.id"), nullable=False),
    Column("kind", Code(MessageStepKind), nullable=False),
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("fault", Text, nullable=False),
    Column("late", Boolean, nullable=False),
    Index(None, "message_id"),
)

rows: Rows[Message] = drafted(messages, Message, MessageDraft, "draft")
step_rows = Rows(message_steps, MessageStep)

_C = messages.c
_FIRST_FIRST = (_C.written_at, _C.id)
_LAST_FIRST = (_C.written_at.desc(), _C.id.desc())
_IN_STATE = (
    rows.select()
    .where(_C.state == bindparam("state"), _C.urgent == bindparam("urgent"))
    .order_by(*_FIRST_FIRST)
    .limit(bindparam("limit"))
)
_LATEST = rows.select().order_by(*_LAST_FIRST).limit(bindparam("limit"))
_LATEST_OF = (
    rows.select()
    .where(_C.written_by == bindparam("by"))
    .order_by(*_LAST_FIRST)
    .limit(bindparam("limit"))
)
_STEPS = (
    step_rows.select()
    .where(message_steps.c.message_id.in_(bindparam("message_ids", expanding=True)))
    .order_by(message_steps.c.at, message_steps.c.id)
)


class SqlMessages:
    """Messages by id, by state, and the latest; their steps."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Message:
        """The message.  Raises MessageNotFound."""
        self._unit.note_read("message", id)
        found = rows.get(self._on, id)
        if found is None:
            raise MessageNotFound(id=id)
        return found

    def put(self, message: Message) -> None:
        rows.put(self._on, message)
        self._unit.note_wrote("message", message.id)

    def add_step(self, step: MessageStep) -> None:
        step_rows.add(self._on, step)
        self._unit.note_wrote("message", step.message_id)

    def steps(self, message_ids: Collection[UUID]) -> tuple[MessageStep, ...]:
        """What happened to them, the oldest first."""
        return step_rows.all(self._on, _STEPS, message_ids=list(message_ids))

    def in_states(self, states: Collection[MessageState], limit: int) -> tuple[Message, ...]:
        """The urgent ones first, then the oldest."""
        found: list[Message] = []
        for urgent in (True, False):  # each state is read in its index's own order
            some = [
                each
                for state in sorted(set(states))
                for each in rows.all(self._on, _IN_STATE, state=state, urgent=urgent, limit=limit)
            ]
            found += sorted(some, key=lambda each: (each.written_at, each.id))
            if len(found) >= limit:
                break
        return tuple(found[:limit])

    def latest(self, by: UUID | None, limit: int) -> tuple[Message, ...]:
        """Of one operator or of all, the latest first."""
        if by is None:
            return rows.all(self._on, _LATEST, limit=limit)
        return rows.all(self._on, _LATEST_OF, by=by, limit=limit)

"""Promised calls in the store, and what happened with each."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from db.base import Rows, Unit, centre_only, spelt, table
from db.types import Code, Id, Time
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import (
    OPEN,
    Callback,
    CallbackKind,
    CallbackNotFound,
    CallbackState,
    Step,
    StepKind,
)

callbacks = table(
    "callbacks",
    Column("id", Id, primary_key=True),
    Column("kind", Code(CallbackKind), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("made_at", Time, nullable=False),
    Column("made_by", Id, nullable=False),
    Column("promised_from", Time, nullable=False),
    Column("promised_to", Time, nullable=False),
    Column("state", Code(CallbackState), nullable=False),
    Column("state_at", Time, nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("number", Text, nullable=False),
    Column("number_is_temporary", Boolean, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("category", Code(MenuCategory)),
    Column("queue_id", Id, ForeignKey("callback_queues.id")),
    Column("timeslot_id", Id, ForeignKey("timeslots.id")),
    Column("seat", Integer, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("criteria", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("call_id", Id),
    Column("entry_id", Id),
    Column("holder", Id),
    Column("attempts", Integer, nullable=False),
    Column("try_at", Time),
    Column("leased_by", Id),
    Column("leased_until", Time),
    Column("guaranteed_by", Time),
    Column("merged", Integer, nullable=False),
    Column("exported_at", Time),
    Column("exported_steps", Integer, nullable=False),
    Index(None, "person_id"),
)

callback_steps = table(
    "callback_steps",
    Column("id", Id, primary_key=True),
    Column("callback_id", Id, ForeignKey("callbacks.id"), nullable=False),
    Column("kind", Code(StepKind), nullable=False),
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("text", Text, nullable=False),
    Column("promised_from", Time),
    Index(None, "callback_id"),
    Index(None, "at"),
)

_IS_OPEN = callbacks.c.state.in_(spelt(sorted(OPEN)))
_IS_QUEUED = callbacks.c.kind.in_(spelt([CallbackKind.QUEUE]))
_IS_EXPIRED = callbacks.c.state.in_(spelt([CallbackState.EXPIRED]))

Index("ix_callbacks_open", callbacks.c.promised_from, sqlite_where=_IS_OPEN)
Index("ix_callbacks_expired", callbacks.c.promised_from, sqlite_where=_IS_EXPIRED)
centre_only(
    "uq_callbacks_open_of_person",
    callbacks.c.unit_id,
    callbacks.c.category,
    callbacks.c.person_id,
    where=and_(_IS_OPEN, _IS_QUEUED),
)
centre_only(
    "uq_callbacks_seat",
    callbacks.c.timeslot_id,
    callbacks.c.seat,
    where=and_(_IS_OPEN, callbacks.c.seat > 0),
)

rows = Rows(callbacks, Callback)
step_rows = Rows(callback_steps, Step)

_OPEN = (
    rows.select()
    .where(_IS_OPEN)
    .order_by(callbacks.c.promised_from, callbacks.c.made_at, callbacks.c.id)
)
_EXPIRED = (
    rows.select()
    .where(_IS_EXPIRED)
    .order_by(callbacks.c.promised_from, callbacks.c.made_at, callbacks.c.id)
)
_OPEN_OF = (
    rows.select()
    .where(
        _IS_OPEN,
        _IS_QUEUED,
        callbacks.c.unit_id == bindparam("unit_id"),
        callbacks.c.category == bindparam("category"),
        callbacks.c.person_id.in_(bindparam("person_ids", expanding=True)),
    )
    .order_by(callbacks.c.made_at, callbacks.c.id)
    .limit(1)
)
_OF_PEOPLE = (
    rows.select()
    .where(callbacks.c.person_id.in_(bindparam("person_ids", expanding=True)))
    .order_by(callbacks.c.promised_from.desc(), callbacks.c.id)
)
_OWN_OF = (
    rows.select()
    .where(
        _IS_OPEN,
        callbacks.c.kind.in_(spelt([CallbackKind.OWN, CallbackKind.SAFETY])),
        or_(callbacks.c.holder == bindparam("holder"), callbacks.c.holder.is_(None)),
    )
    .order_by(callbacks.c.promised_from, callbacks.c.id)
)
_COUNT = (
    select(func.count())
    .where(callback_steps.c.callback_id == callbacks.c.id)
    .scalar_subquery()
    .correlate(callbacks)
)
_UNEXPORTED = (
    rows.select()
    .where(
        _IS_QUEUED,
        or_(
            # Also of a broken promise: nobody at the unit has seen that it ever was one.
            and_(or_(_IS_OPEN, _IS_EXPIRED), callbacks.c.exported_at.is_(None)),
            and_(callbacks.c.exported_at.is_not(None), callbacks.c.exported_steps != _COUNT),
        ),
    )
    .order_by(callbacks.c.made_at, callbacks.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_STEPS = (
    step_rows.select()
    .where(callback_steps.c.callback_id.in_(bindparam("callback_ids", expanding=True)))
    .order_by(callback_steps.c.at, callback_steps.c.id)
)


class SqlCallbacks:
    """Promised calls by id, by person, by queue, and by what is still to be done."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Callback:
        """The call-back.  Raises CallbackNotFound."""
        self._unit.note_read("callback", id)
        found = rows.get(self._on, id)
        if found is None:
            raise CallbackNotFound(id=id)
        return found

    def kept(self, id: UUID) -> Callback:
        """The call-back, or the one that was kept when somebody was placed again under the id.

        The step of that has the id which the new one would have had.  Raises CallbackNotFound.
        """
        step = None if rows.get(self._on, id) else step_rows.get(self._on, id)
        merged = step is not None and step.kind is StepKind.MERGED
        return self.get(step.callback_id if step is not None and merged else id)

    def put(self, callback: Callback) -> None:
        rows.put(self._on, callback)
        self._unit.note_wrote("callback", callback.id)

    def add_step(self, step: Step) -> None:
        step_rows.add(self._on, step)
        self._unit.note_wrote("callback", step.callback_id)

    def steps(self, callback_ids: Collection[UUID]) -> tuple[Step, ...]:
        """What happened with them, the oldest first."""
        return step_rows.all(self._on, _STEPS, callback_ids=list(callback_ids))

    def open_of(
        self, unit_id: UUID, category: MenuCategory, person_ids: Collection[UUID]
    ) -> Callback | None:
        """The open one in the unit's queue, of a person who has these ids: the oldest."""
        named = {"unit_id": unit_id, "category": category, "person_ids": list(person_ids)}
        found = rows.one(self._on, _OPEN_OF, **named)
        if found is not None:
            self._unit.note_read("callback", found.id)
        return found

    def open(self) -> tuple[Callback, ...]:
        """All that are to be made, the first promise first."""
        return rows.all(self._on, _OPEN)

    def expired(self) -> tuple[Callback, ...]:
        """Those whose promise was broken and that nobody has seen to, the first promise first."""
        return rows.all(self._on, _EXPIRED)

    def of_people(self, person_ids: Collection[UUID]) -> tuple[Callback, ...]:
        """Those of one person, who may have several ids; the latest promise first."""
        return rows.all(self._on, _OF_PEOPLE, person_ids=list(person_ids))

    def own_of(self, holder: UUID) -> tuple[Callback, ...]:
        """The open ones that are the holder's own, or anybody's; no queue's."""
        return rows.all(self._on, _OWN_OF, holder=holder)

    def unexported(self, limit: int, skip: int = 0) -> tuple[Callback, ...]:
        """What the region's own system has not been told of: placings, and steps after them.

        The oldest first, after the `skip` oldest.
        """
        return rows.all(self._on, _UNEXPORTED, most=limit, skip=skip)

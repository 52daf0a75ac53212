"""Who asked about a named person, and what was answered, in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.drafted import drafted
from db.types import Code, Id, Time
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    Inquiry,
    InquiryDraft,
)

inquiries = table(
    "inquiries",
    Column("id", Id, primary_key=True),
    Column("asker", Code(Asker), nullable=False),
    Column("asked", Code(Asked), nullable=False),
    Column("answer", Code(Answer), nullable=False),
    Column("ground", Code(DisclosureGround), nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("call_id", Id),  # of another team the call is not here
    Column("called_back", Id),  # a contact or a unit
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("protected", Boolean, nullable=False),
    Index(None, "at", "id"),
    Index(None, "by", "at", "id"),
    Index(None, "person_id"),
)

rows: Rows[Inquiry] = drafted(inquiries, Inquiry, InquiryDraft, "draft")

_C = inquiries.c
_LAST_FIRST = (_C.at.desc(), _C.id.desc())
_LATEST = rows.select().order_by(*_LAST_FIRST).limit(bindparam("limit"))
_LATEST_OF = (
    rows.select().where(_C.by == bindparam("by")).order_by(*_LAST_FIRST).limit(bindparam("limit"))
)
_OF_PERSON = (
    rows.select()
    .where(_C.person_id.in_(bindparam("person_ids", expanding=True)))
    .order_by(_C.at, _C.id)
)


class SqlInquiries:
    """Inquiries: the latest, and those about a person.  They are only ever added."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def add(self, inquiry: Inquiry) -> None:
        rows.add(self._on, inquiry)
        self._unit.note_wrote("inquiry", inquiry.id)

    def latest(self, by: UUID | None, limit: int) -> tuple[Inquiry, ...]:
        """Of one operator or of all, the latest first."""
        if by is None:
            return rows.all(self._on, _LATEST, limit=limit)
        return rows.all(self._on, _LATEST_OF, by=by, limit=limit)

    def of_person(self, person_ids: Collection[UUID]) -> tuple[Inquiry, ...]:
        """Those about a person, by all the ids that are the person's; the oldest first."""
        return rows.all(self._on, _OF_PERSON, person_ids=list(person_ids))

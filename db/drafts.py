"""What operators have written and not saved: this desk's own, in the encrypted file alone.

It is in no operation, in no mirror and in no replay, and nobody but its author is given it.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Column, Connection, bindparam, delete

from db.base import Rows, table
from db.types import Bytes, Id, Time
from kundcenter.domain.drafts import FORMS, Draft, Form, Unsaved

drafts = table(
    "drafts",
    Column("operator_id", Id, primary_key=True),
    Column("call_id", Id, primary_key=True),
    Column("part_id", Id, primary_key=True),
    Column("at", Time, nullable=False),
    Column("content", Bytes, nullable=False),
)


def _flat(draft: Draft) -> dict[str, Any]:
    return {
        "operator_id": draft.operator_id,
        "call_id": draft.call_id,
        "part_id": draft.part_id,
        "at": draft.at,
        "content": msgspec.json.encode(draft.unsaved),
    }


def _whole(row: dict[str, Any]) -> Draft:
    return Draft(
        operator_id=row["operator_id"],
        call_id=row["call_id"],
        part_id=row["part_id"],
        at=row["at"],
        unsaved=msgspec.json.decode(row["content"], type=Unsaved),
    )


def _flat_form(form: Form) -> dict[str, Any]:
    return {
        "operator_id": form.operator_id,
        "call_id": FORMS,
        "part_id": form.key,
        "at": form.at,
        "content": msgspec.json.encode(form.texts),
    }


def _whole_form(row: dict[str, Any]) -> Form:
    return Form(
        operator_id=row["operator_id"],
        key=row["part_id"],
        at=row["at"],
        texts=msgspec.json.decode(row["content"], type=dict[str, str]),
    )


_rows = Rows(drafts, Draft, flat=_flat, whole=_whole)
_OF = (
    _rows.select()
    .where(drafts.c.operator_id == bindparam("operator_id"))
    .where(drafts.c.call_id != bindparam("forms"))
    .order_by(drafts.c.call_id, drafts.c.part_id)
)
_forms = Rows(drafts, Form, flat=_flat_form, whole=_whole_form)
_FORM = _forms.select().where(
    drafts.c.operator_id == bindparam("operator_id"),
    drafts.c.call_id == bindparam("forms"),
    drafts.c.part_id == bindparam("key"),
)
_CALL = delete(drafts).where(
    drafts.c.operator_id == bindparam("operator_id"), drafts.c.call_id == bindparam("call_id")
)
_PART = _CALL.where(drafts.c.part_id == bindparam("part_id"))


class SqlDrafts:
    """Unsaved text by operator, call and part."""

    def __init__(self, connection: Connection) -> None:
        self._on = connection

    def of(self, operator_id: UUID) -> tuple[Draft, ...]:
        """Everything the operator has not saved, in the order of the calls."""
        return _rows.all(self._on, _OF, operator_id=operator_id, forms=FORMS)

    def put(self, draft: Draft) -> None:
        """Keep the draft in place of the older one of the same part."""
        self.drop(draft.operator_id, draft.call_id, draft.part_id)
        _rows.add(self._on, draft)

    def form(self, operator_id: UUID, key: UUID) -> Form | None:
        """What the operator has written in one dialog, if anything."""
        found = _forms.all(self._on, _FORM, operator_id=operator_id, forms=FORMS, key=key)
        return found[0] if found else None

    def put_form(self, form: Form) -> None:
        """Keep it in place of the older one."""
        self.drop(form.operator_id, FORMS, form.key)
        _forms.add(self._on, form)

    def drop(self, operator_id: UUID, call_id: UUID, part_id: UUID | None = None) -> None:
        """Forget one part's text, or that of the whole call."""
        where = {"operator_id": operator_id, "call_id": call_id}
        if part_id is None:
            self._on.execute(_CALL, where)
        else:
            self._on.execute(_PART, where | {"part_id": part_id})

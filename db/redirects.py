"""Redirects in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.redirects import Redirect, RedirectNotFound

redirects = table(
    "redirects",
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("to_id", Id, ForeignKey("units.id")),
    Column("reason", Text, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time),
    Column("set_by", Id, nullable=False),
    Column("lifted_at", Time),
    Column("lifted_by", Id),
)

rows = Rows(redirects, Redirect)

_STANDING = (
    rows.select()
    .where(
        redirects.c.lifted_at.is_(None),
        redirects.c.ends_at.is_(None) | (redirects.c.ends_at > bindparam("at")),
    )
    .order_by(redirects.c.starts_at, redirects.c.id)
)


class SqlRedirects:
    """Redirects by id; those that stand or are to come."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Redirect:
        """The redirect.  Raises RedirectNotFound."""
        self._unit.note_read("redirect", id)
        found = rows.get(self._on, id)
        if found is None:
            raise RedirectNotFound(id=id)
        return found

    def put(self, redirect: Redirect) -> None:
        rows.put(self._on, redirect)
        self._unit.note_wrote("redirect", redirect.id)

    def standing(self, at: datetime) -> tuple[Redirect, ...]:
        """Those that are in force at the time or will be, by when they begin."""
        return rows.all(self._on, _STANDING, at=at)

"""The telephone directories in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, bindparam, literal_column

from db.base import Rows, Unit, table
from db.drafted import as_json, drafted
from db.types import Code, Id, Time
from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactKind,
    ContactNotFound,
    ContactNumber,
)

contacts = table(
    "contacts",
    Column("id", Id, primary_key=True),
    Column("directory", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Code(ContactKind), nullable=False),
    Column("title", Text, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("workplace", Text, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("numbers", Text, nullable=False),  # JSON, as an operation writes it
    Column("extension", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("changed_at", Time),
    Column("changed_by", Id),
    Column("retired_at", Time),
)
_C = contacts.c
_HAS_KEY = _C.key != literal_column("''")  # not bound, or no index would be used
Index(None, _C.directory, _C.key, sqlite_where=_HAS_KEY)

rows: Rows[Contact] = drafted(
    contacts, Contact, ContactDraft, "told", {"numbers": as_json(tuple[ContactNumber, ...])}
)

_ALL = rows.select().order_by(_C.id)
_SOME = rows.select().where(_C.id.in_(bindparam("ids", expanding=True))).order_by(_C.id)
_BY_KEYS = (
    rows.select()
    .where(
        _C.directory == bindparam("directory"),
        _C.key.in_(bindparam("keys", expanding=True)),
        _HAS_KEY,
    )
    .order_by(_C.id.desc())
)
_KEYED = (
    rows.select()
    .where(_C.directory == bindparam("directory"), _HAS_KEY, _C.retired_at.is_(None))
    .order_by(_C.key, _C.id)
)


class SqlContacts:
    """Contacts by id, by what their directories call them, and all of them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Contact:
        """The contact, also a retired one.  Raises ContactNotFound."""
        self._unit.note_read("contact", id)
        found = rows.get(self._on, id)
        if found is None:
            raise ContactNotFound(id=id)
        return found

    def put(self, contact: Contact) -> None:
        rows.put(self._on, contact)
        self._unit.note_wrote("contact", contact.id)

    def all(self) -> tuple[Contact, ...]:
        """Every contact, the retired ones too."""
        return rows.all(self._on, _ALL)

    def some(self, ids: Collection[UUID]) -> tuple[Contact, ...]:
        """Those of the contacts that are known here."""
        return rows.all(self._on, _SOME, ids=list(ids))

    def by_keys(self, directory: str, keys: Collection[str]) -> dict[str, Contact]:
        """Those of a directory by its own keys; of two with one key the first that was made."""
        found = rows.all(self._on, _BY_KEYS, directory=directory, keys=list(keys))
        return {each.told.key: each for each in found}

    def keyed(self, directory: str) -> tuple[Contact, ...]:
        """All of a directory that have a key and are not retired, by key."""
        return rows.all(self._on, _KEYED, directory=directory)

"""Record entries and their versions in the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Exists,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    bindparam,
    false,
    literal_column,
    select,
    text,
    update,
)

from db.base import ONE, Rows, Unit, table
from db.types import Code, Id, Time
from db.waiting import SqlWaiting
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.journal import (
    Answer,
    Entry,
    EntryNotFound,
    EntryVersion,
    Finding,
    Note,
    Relation,
)
from kundcenter.domain.waiting import Waiting
from kundcenter.domain.word_search import StoredText

LATER_TEXTS = (
    "course",
    "findings",
    "advice_ticks",
    "call_back_ticks",
    "call_back_if",
    "support_topic",
    "support_version",
    "deviation",
    "deviation_reason",
    "patient_view",
    "patient_view_text",
    "interpreter_kind",
    "interpreter_language",
)

entries = table(
    "entries",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("written_under_kind", Code(IdKind), nullable=False),
    Column("written_under_value", Text, nullable=False),
    Column("call_id", Id, ForeignKey("calls.id"), index=True),
    Column("author_id", Id, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("author_position", Text, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("contact_at", Time, nullable=False),
    Column("created_at", Time, nullable=False),
    Index(None, "person_id", "contact_at"),
    Index(None, "contact_at"),
)

entry_versions = table(
    "entry_versions",
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("entries.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("codes", Text, nullable=False),
    Column("informant", Code(Relation), nullable=False),
    Column("informant_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("history", Text, nullable=False),
    Column("background", Text, nullable=False),
    Column("assessment", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("unit_id", Id),
    Column("advice", Text, nullable=False),
    Column("written_at", Time, nullable=False),
    Column("written_by", Id, nullable=False),
    Column("correction", Text, nullable=False),
    Column("signed_at", Time),
    Column("signed_by", Id),
    # Added by step 0006, in its order: the guard of a file names the columns as they lie there.
    *(Column(name, Text, nullable=False, server_default=text("''")) for name in LATER_TEXTS),
    Column("follows", Id),
    Column("understood", Boolean, nullable=False, server_default=false()),
    Column("upon", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("entry_id", "number"),
)
_NOTE = tuple(field.name for field in fields(Note))


def _flat_entry(entry: Entry) -> dict[str, Any]:
    columns = {field.name: getattr(entry, field.name) for field in fields(Entry)}
    identity: PersonId = columns.pop("written_under")
    return {
        **columns,
        "written_under_kind": identity.kind,
        "written_under_value": identity.value,
    }


def _whole_entry(columns: dict[str, Any]) -> Entry:
    identity = PersonId(columns.pop("written_under_kind"), columns.pop("written_under_value"))
    return Entry(written_under=identity, **columns)


def _flat_version(version: EntryVersion) -> dict[str, Any]:
    columns = {field.name: getattr(version, field.name) for field in fields(EntryVersion)}
    note: Note = columns.pop("note")
    return {
        **columns,
        **{name: getattr(note, name) for name in _NOTE},
        "findings": " ".join(f"{found.code}:{found.answer}" for found in note.findings),
        "advice_ticks": " ".join(note.advice_ticks),
        "call_back_ticks": " ".join(note.call_back_ticks),
    }


def _whole_version(columns: dict[str, Any]) -> EntryVersion:
    said = {name: columns.pop(name) for name in _NOTE}
    for name in ("advice_ticks", "call_back_ticks"):
        said[name] = tuple(said[name].split())
    pairs = (pair.partition(":") for pair in said["findings"].split())
    said["findings"] = tuple(Finding(code, Answer(answer)) for code, _, answer in pairs)
    note = Note(**said)
    return EntryVersion(note=note, **columns)


entry_rows = Rows(entries, Entry, flat=_flat_entry, whole=_whole_entry)
version_rows = Rows(entry_versions, EntryVersion, flat=_flat_version, whole=_whole_version)


def _overtaken() -> Exists:
    """That the entry has a version after the one that is looked at."""
    later = entry_versions.alias()
    return (
        select(later.c.id)
        .where(
            later.c.entry_id == entry_versions.c.entry_id,
            later.c.number > entry_versions.c.number,
        )
        .exists()
    )


_SIGN = update(entry_versions).where(entry_versions.c.id == bindparam("version_id"))
_VERSIONS = (
    version_rows.select()
    .where(entry_versions.c.entry_id == bindparam("entry_id"))
    .order_by(entry_versions.c.number)
)
_LATEST = (
    version_rows.select()
    .where(entry_versions.c.entry_id == bindparam("entry_id"))
    .order_by(entry_versions.c.number.desc())
    .limit(ONE)
)
_LATEST_OF = version_rows.select().where(
    entry_versions.c.entry_id.in_(bindparam("entry_ids", expanding=True)), ~_overtaken()
)
_SOME = entry_rows.select().where(entries.c.id.in_(bindparam("ids", expanding=True)))
# What is searched lies in few columns: to read the whole rows would take most of the time.
_TYPED = (
    "history", "background", "assessment", "advice", "call_back_if", "informant_name",
    "support_topic", "support_version", "deviation_reason", "patient_view_text",
)  # fmt: skip
_CHOSEN = (
    "reason", "urgency", "outcome", "course", "deviation", "patient_view", "interpreter_kind",
    "interpreter_language",
)  # fmt: skip


def _joined(names: tuple[str, ...]) -> ColumnElement[str]:
    first, *others = (entry_versions.c[name] for name in names)
    whole: ColumnElement[str] = first
    for column in others:
        whole = whole + literal_column("' '", Text) + column
    return whole


_STORED_TEXTS = (
    select(
        entry_versions.c.entry_id,
        entry_versions.c.codes,
        _joined(_TYPED),
        _joined(_CHOSEN),
        entry_versions.c.findings,
        entry_versions.c.advice_ticks,
        entry_versions.c.call_back_ticks,
    )
    .join(entries, entries.c.id == entry_versions.c.entry_id)
    .where(entries.c.person_id == bindparam("person_id"), ~_overtaken())
)
_EVERY_OF_PERSON = (
    entry_rows.select()
    .where(entries.c.person_id == bindparam("person_id"))
    .order_by(entries.c.contact_at.desc())
)
_OF_PERSON = _EVERY_OF_PERSON.limit(bindparam("limit"))
_OF_CALL = (
    entry_rows.select()
    .where(entries.c.call_id == bindparam("call_id"))
    .order_by(entries.c.created_at)
)


class SqlJournal:
    """Entries and versions.  Both are only ever added to; a version is signed once."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection
        self._waiting = SqlWaiting(unit)

    def get(self, id: UUID) -> Entry:
        """The entry.  Raises EntryNotFound."""
        self._unit.note_read("entry", id)
        entry = entry_rows.get(self._on, id)
        if entry is None:
            raise EntryNotFound(id=id)
        return entry

    def add(self, entry: Entry) -> None:
        entry_rows.add(self._on, entry)
        self._unit.note_wrote("entry", entry.id)

    def add_version(self, version: EntryVersion) -> None:
        version_rows.add(self._on, version)
        waiting = Waiting(version.entry_id, version.written_by, version.written_at)
        self._waiting.begin(waiting, new=version.number == 1)
        self._unit.note_wrote("entry", version.entry_id)

    def sign_version(self, version: EntryVersion) -> None:
        """Write the signature; the databases refuse any other change of a version."""
        self._on.execute(
            _SIGN,
            {
                "version_id": version.id,
                "signed_at": version.signed_at,
                "signed_by": version.signed_by,
            },
        )
        self._waiting.end(version.entry_id)
        self._unit.note_wrote("entry", version.entry_id)

    def versions(self, entry_id: UUID) -> tuple[EntryVersion, ...]:
        """Every version of an entry, the first one first."""
        return version_rows.all(self._on, _VERSIONS, entry_id=entry_id)

    def latest(self, entry_id: UUID) -> EntryVersion:
        """The version that stands.  Raises EntryNotFound."""
        version = version_rows.one(self._on, _LATEST, entry_id=entry_id)
        if version is None:
            raise EntryNotFound(id=entry_id)
        return version

    def latest_of(self, entry_ids: Collection[UUID]) -> dict[UUID, EntryVersion]:
        """The versions that stand, of many entries at once."""
        found = version_rows.all(self._on, _LATEST_OF, entry_ids=list(entry_ids))
        return {version.entry_id: version for version in found}

    def of_person(self, person_id: UUID, limit: int) -> tuple[Entry, ...]:
        """The person's entries, the latest contact first."""
        return entry_rows.all(self._on, _OF_PERSON, person_id=person_id, limit=limit)

    def every_of_person(self, person_id: UUID) -> tuple[Entry, ...]:
        """All of the person's entries, for what may hide in the oldest; the latest first."""
        return entry_rows.all(self._on, _EVERY_OF_PERSON, person_id=person_id)

    def texts_of(self, person_id: UUID) -> tuple[StoredText, ...]:
        """The latest text of each of the person's entries, to be searched."""
        rows = self._on.execute(_STORED_TEXTS, {"person_id": person_id})
        return tuple(StoredText(*row) for row in rows)

    def of_call(self, call_id: UUID) -> tuple[Entry, ...]:
        """The entries that one call gave rise to, the oldest first."""
        return entry_rows.all(self._on, _OF_CALL, call_id=call_id)

    def unsigned_of(self, author_id: UUID) -> int:
        """How many of the author's entries end in an unsigned version."""
        return self._waiting.count(author_id)

    def some(self, ids: Collection[UUID]) -> dict[UUID, Entry]:
        """Many entries at once, by their ids."""
        return {entry.id: entry for entry in entry_rows.all(self._on, _SOME, ids=list(ids))}

"""Every table, gathered so that the MetaData is whole when it is asked for."""

from __future__ import annotations

from sqlalchemy import Table

from db.access_log import access_log
from db.base import metadata
from db.calls import calls
from db.choices import choices
from db.journal import entries, entry_versions
from db.local import LOCAL
from db.operations import operations
from db.operators import operators, sessions
from db.people import people
from db.units import units

# PostgreSQL's partial indexes have the same conditions.  Said here, for the word alone makes
# SQLAlchemy import the dialect: a tenth of a second that no desk shall wait.
for _index in (index for each in metadata.tables.values() for index in each.indexes):
    _index.dialect_options["postgresql"]["where"] = _index.dialect_options["sqlite"]["where"]

# Rows that a verb writes, and that a replay must write again, to the letter.
REPLAYED: tuple[Table, ...] = (
    operators,
    sessions,
    people,
    units,
    calls,
    entries,
    entry_versions,
    choices,
    operations,
)

# Rows that are only ever added to; the databases refuse the rest (db/guards.py).
APPEND_ONLY: tuple[Table, ...] = (access_log, operations, entries)

__all__ = ["APPEND_ONLY", "LOCAL", "REPLAYED", "metadata"]

"""Triggers by which the databases themselves refuse to change what must not change.

Patientdatalagen 3 kap. 14 §: nothing in a record may be erased or made illegible.
"""

from __future__ import annotations

from collections.abc import Iterator

APPEND_ONLY = ("access_log", "operations", "entries")
SIGNED = "entry_versions"
# What signing may set; everything else in a version is written once.
_SIGNATURE = {"signed_at", "signed_by"}


def statements(dialect: str, version_columns: tuple[str, ...]) -> Iterator[str]:
    """The CREATE statements for one dialect; `version_columns` are those of entry_versions."""
    fixed = tuple(name for name in version_columns if name not in _SIGNATURE)
    if dialect == "sqlite":
        yield from _sqlite(fixed)
    else:
        yield from _postgresql(fixed)


def _sqlite(fixed: tuple[str, ...]) -> Iterator[str]:
    for table in (*APPEND_ONLY, SIGNED):
        yield (
            f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        )
    for table in APPEND_ONLY:
        yield (
            f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        )
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in fixed)
    yield (
        f"CREATE TRIGGER {SIGNED}_signed_once BEFORE UPDATE ON {SIGNED} "
        f"WHEN OLD.signed_at IS NOT NULL OR {changed} "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    )


def _postgresql(fixed: tuple[str, ...]) -> Iterator[str]:
    yield (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = '23001'; END $$"
    )
    for table in APPEND_ONLY:
        yield (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    yield (
        f"CREATE TRIGGER {SIGNED}_never_deleted BEFORE DELETE OR TRUNCATE ON {SIGNED} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in fixed)
    yield (
        f"CREATE TRIGGER {SIGNED}_signed_once BEFORE UPDATE ON {SIGNED} FOR EACH ROW "
        f"WHEN (OLD.signed_at IS NOT NULL OR {changed}) EXECUTE FUNCTION refuse_change()"
    )

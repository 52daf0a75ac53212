"""Triggers by which the databases themselves refuse to change what must not change.

Patientdatalagen 3 kap. 14 §: nothing in a record may be erased or made illegible.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.supervision import cell_triggers

APPEND_ONLY = {  # and the step that guards it
    "access_log": "0001",
    "operations": "0001",
    "entries": "0001",
    "blocks": "0005",
    "block_revocations": "0005",
    "block_lifts": "0005",
    "waivers": "0006",
    "dissents": "0006",
    "disclosures": "0006",
    "snippet_versions": "0007",
    "unit_card_versions": "0012",
    "pack_edits": "0012",
    "referral_steps": "0012",
    "callback_steps": "0013",
    "cancel_rules": "0013",
    "cancellations": "0013",
    "case_edits": "0014",
    "case_steps": "0014",
    "case_terms": "0014",
    "inquiries": "0015",
    "message_steps": "0015",
    "switchboard_terms": "0015",
    "topic_versions": "0015",
    "roster_terms": "0016",
    "sampled_calls": "0016",
    "samples": "0016",
    "log_draws": "0009",
    "log_drawn": "0009",
    "log_findings": "0009",
    "centre_anchors": "0011",
    "centre_anchor_heads": "0011",
    "centre_anchor_doubts": "0011",
}
FIGURES_COUNTED = "0016"  # from that step on the databases note which figures grow stale
SIGNED = "entry_versions"
# What signing may set; everything else in a version is written once.
_SIGNATURE = {"signed_at", "signed_by"}


def statements(dialect: str, version_columns: tuple[str, ...], step: str = "9999") -> Iterator[str]:
    """Every trigger that is in force after a step, or after the newest one."""
    yield from append_only(dialect, *(name for name, since in APPEND_ONLY.items() if since <= step))
    yield never_deleted(dialect, SIGNED)
    yield signed_once(dialect, version_columns)
    if step >= FIGURES_COUNTED:
        yield from cell_triggers.statements(dialect)


def append_only(dialect: str, *tables: str) -> Iterator[str]:
    """The CREATE statements by which the tables are only ever added to."""
    for table in tables:
        if dialect == "sqlite":
            yield (
                f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append only'); END"
            )
            yield (
                f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append only'); END"
            )
        else:
            yield (
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
                f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )


def never_deleted(dialect: str, table: str) -> str:
    """The CREATE statement by which no row of the table is ever taken away."""
    if dialect == "sqlite":
        return (
            f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        )
    return (
        f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def signed_once(dialect: str, columns: tuple[str, ...]) -> str:
    """The CREATE statement by which a signed version stays; `columns` are all of its table's.

    A step that gives the table another column drops this trigger first (`signed_no_more`).
    """
    fixed = tuple(name for name in columns if name not in _SIGNATURE)
    if dialect == "sqlite":
        changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in fixed)
        return (
            f"CREATE TRIGGER {SIGNED}_signed_once BEFORE UPDATE ON {SIGNED} "
            f"WHEN OLD.signed_at IS NOT NULL OR {changed} "
            "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        )
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in fixed)
    return (
        f"CREATE TRIGGER {SIGNED}_signed_once BEFORE UPDATE ON {SIGNED} FOR EACH ROW "
        f"WHEN (OLD.signed_at IS NOT NULL OR {changed}) EXECUTE FUNCTION refuse_change()"
    )


def signed_no_more(dialect: str) -> str:
    """The DROP statement that goes before another `signed_once`."""
    on = "" if dialect == "sqlite" else f" ON {SIGNED}"
    return f"DROP TRIGGER {SIGNED}_signed_once{on}"


def refusal(dialect: str) -> Iterator[str]:
    """What PostgreSQL's triggers call; SQLite says it in the trigger itself."""
    if dialect != "sqlite":
        yield (
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = '23001'; END $$"
        )

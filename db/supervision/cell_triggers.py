"""Triggers by which the databases themselves note which counted hours no longer hold.

Rows come by verbs, by the exchange and by imports; none of them can forget it.  A desk notes only
hours that have been counted.  At the centre a transaction does not see what another is counting, so
it notes every hour, each under its own number, once somebody has asked for figures there at all.

A desk's old rows leave it when the centre says that they are past.  They were not wrong: a counted
hour that loses a row of long ago is sealed and stays as it was counted, also where it was stale:
what is stale and old is counted before rows go (SqlFigureKeeping.before_leaving), and from fewer
rows it could only be counted worse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.supervision.cell_tables import WATCH, Source

SEALED_AFTER = 60  # days; what is past is at least 90 days old (domain.ageing)


@dataclass(frozen=True, slots=True)
class _Note:
    """Which hours of a source a row of a table counts in: instants, or queries of instants.

    `{row}` is NEW or OLD.  What is `aged` seals its hour when it leaves a desk.
    """

    table: str
    source: Source
    times: tuple[str, ...]
    columns: tuple[str, ...] = ()  # only an update of these; none is any
    aged: str = ""  # the instant of the row itself
    part: str = ""  # of the trigger's name, where a source has several on one table


_PARTNERS = (
    "SELECT c.queued_at FROM calls c WHERE c.line_call = {row}.line_call",
    "SELECT q.joined_at FROM queue_calls q WHERE q.line_call = {row}.line_call",
)
_ENTRY = "SELECT e.contact_at FROM entries e WHERE e.id = {row}.entry_id"
_STEPS = "SELECT s.at FROM callback_steps s WHERE s.callback_id = {row}.id"
_KEPT_WAITING = (  # whoever answers the next call is done with the one before
    "SELECT k.queued_at FROM calls k WHERE k.operator_id = {row}.operator_id "
    "AND k.answered_at <= {row}.answered_at AND k.answered_at > {a_day_before_answer} "
    "AND k.wrap_up_until > {row}.answered_at"
)
_CALLED_AGAIN = (  # the patient, by whichever of the registrations that are merged
    "SELECT r.contact_at FROM people me "
    "JOIN people one ON one.id = coalesce(me.merged_into, me.id) "
    "OR one.merged_into = coalesce(me.merged_into, me.id) "
    "JOIN entries r ON r.person_id = one.id "
    "WHERE me.id = {row}.person_id "
    "AND r.contact_at > {row}.contact_at AND r.contact_at <= {a_day_after_contact}"
)
_OF_PATIENT = (
    "SELECT r.contact_at FROM people one JOIN entries r ON r.person_id = one.id "
    "WHERE one.id IN ({row}.id, {row}.merged_into) OR one.merged_into = {row}.merged_into"
)

_NOTES = (
    _Note("calls", Source.CALLS, ("{row}.queued_at", *_PARTNERS), aged="queued_at"),
    _Note("calls", Source.CALLS, (_KEPT_WAITING,), ("operator_id", "answered_at"), part="next"),
    _Note("queue_calls", Source.CALLS, ("{row}.joined_at", *_PARTNERS), aged="joined_at"),
    _Note("entries", Source.NOTES, ("{row}.contact_at",), aged="contact_at"),
    _Note("entries", Source.REPEATS, ("{row}.contact_at", _CALLED_AGAIN), aged="contact_at"),
    _Note("people", Source.REPEATS, (_OF_PATIENT,), ("merged_into",)),
    _Note("entry_versions", Source.NOTES, (_ENTRY,)),
    _Note("parts", Source.REST, ("{row}.opened_at",), ("kind", "opened_at"), aged="opened_at"),
    _Note("callbacks", Source.REST, (_STEPS,), ("kind", "made_at", "promised_to")),
    _Note("callback_steps", Source.REST, ("{row}.at",), aged="at"),
    _Note("referrals", Source.REST, ("{row}.made_at",), ("state", "made_at"), aged="made_at"),
    _Note("cancellations", Source.REST, ("{row}.at",), aged="at"),
    _Note("freed_times", Source.REST, ("{row}.released_at",), ("state", "released_at")),
    _Note("alarms", Source.REST, ("{row}.raised_at",), ("raised_at", "connected_at")),
    _Note(
        "cases",
        Source.REST,
        ("{row}.received_at", "{row}.confirmed_at"),
        ("kind", "received_at", "confirmed_at"),
    ),
    _Note("questions", Source.REST, ("{row}.at",), ("at", "handler"), aged="at"),
)

_LIMIT = f"strftime('%s', 'now') - {SEALED_AFTER * 86_400}"
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def statements(dialect: str) -> Iterator[str]:
    """The CREATE statements of all of them; the tables are there."""
    for note in _NOTES:
        if dialect == "sqlite":
            yield from _at_desk(note)
        else:
            yield from _at_centre(note)


def removals(dialect: str) -> Iterator[str]:
    """The DROP statements, for a step that changes one of the tables' columns."""
    for note in _NOTES:
        if dialect == "sqlite":
            for act in _ROWS:
                yield f"DROP TRIGGER IF EXISTS {_name(note, act)}"
        else:
            yield f"DROP TRIGGER IF EXISTS {_name(note)} ON {note.table}"
            yield f"DROP FUNCTION IF EXISTS {_name(note)}()"


def _name(note: _Note, act: str = "") -> str:
    return "_".join(filter(None, ("figures", note.table, note.source, note.part, act.lower())))


# -- a desk ------------------------------------------------------------------------------------


def _at_desk(note: _Note) -> Iterator[str]:
    for act, rows in _ROWS.items():
        of = f" OF {', '.join(note.columns)}" if act == "UPDATE" and note.columns else ""
        hours = " UNION ".join(_hours(time, row) for row in rows for time in note.times)
        seal = _sealing(note) if act == "DELETE" and note.aged else ""
        late = f" AND h >= {_LIMIT}" if act == "DELETE" else ""
        yield (
            f"CREATE TRIGGER {_name(note, act)} AFTER {act}{of} ON {note.table} BEGIN {seal}"
            # Not OR IGNORE: the statement that fires a trigger overrules what it says of conflicts.
            "INSERT INTO figure_stale (source, hour, noted_in) "
            f"SELECT DISTINCT '{note.source}', h, 0 FROM ({hours}) "
            "WHERE EXISTS (SELECT 1 FROM figure_marks "
            f"WHERE source = '{note.source}' AND grain = 'H' AND starts = h AND NOT sealed) "
            f"AND NOT EXISTS (SELECT 1 FROM figure_stale WHERE source = '{note.source}' "
            f"AND hour = h AND noted_in = 0){late}; END"
        )


def _sealing(note: _Note) -> str:
    hour = _hour(f"OLD.{note.aged}")
    where = f"source = '{note.source}' AND "
    return (
        f"DELETE FROM figure_stale WHERE {where}hour = {hour} AND hour < {_LIMIT} AND EXISTS "
        f"(SELECT 1 FROM figure_marks WHERE {where}grain = 'H' AND starts = {hour}); "
        f"UPDATE figure_marks SET sealed = 1 WHERE {where}grain = 'H' AND starts = {hour} "
        f"AND starts < {_LIMIT}; "
    )


def _hours(time: str, row: str) -> str:
    """A query of the hours, each as `h`."""
    worded = time.format(
        row=row,
        a_day_before_answer=f"datetime({row}.answered_at, '-1 day')",
        a_day_after_contact=f"datetime({row}.contact_at, '+1 day', '+1 second')",
    )
    if time.startswith("SELECT "):
        return f"SELECT {_hour('told')} AS h FROM ({_named(worded)})"
    return f"SELECT {_hour(worded)} AS h"


def _hour(time: str) -> str:
    """The fraction is cut off first: SQLite would round it up."""
    second = f"CAST(strftime('%s', substr({time}, 1, 19)) AS INTEGER)"
    return f"{second} / 3600 * 3600"


def _named(query: str) -> str:
    """The query with its one column named `told`."""
    head, _, rest = query.partition(" FROM ")
    return f"{head} AS told FROM {rest}"


# -- the centre --------------------------------------------------------------------------------


def _at_centre(note: _Note) -> Iterator[str]:
    name = _name(note)
    acts = " OR ".join(
        f"UPDATE OF {', '.join(note.columns)}" if act == "UPDATE" and note.columns else act
        for act in _ROWS
    )
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
        "SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN "
        f"IF NOT EXISTS (SELECT 1 FROM figure_marks WHERE source = '{WATCH}') THEN RETURN NULL; "
        "END IF; "
        f"IF TG_OP <> 'INSERT' THEN {_noting(note, 'OLD')}; END IF; "
        f"IF TG_OP <> 'DELETE' THEN {_noting(note, 'NEW')}; END IF; "
        "RETURN NULL; END $$"
    )
    yield (
        f"CREATE TRIGGER {name} AFTER {acts} ON {note.table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _noting(note: _Note, row: str) -> str:
    queries = []
    for time in note.times:
        worded = time.format(
            row=row,
            a_day_before_answer=f"{row}.answered_at - interval '24 hours'",
            a_day_after_contact=f"{row}.contact_at + interval '86401 seconds'",
        )
        queries.append(_named(worded) if time.startswith("SELECT ") else f"SELECT {worded} AS told")
    return (
        "INSERT INTO figure_stale (source, hour, noted_in) "
        f"SELECT DISTINCT '{note.source}', floor(extract(epoch FROM told) / 3600)::bigint * 3600, "
        f"pg_current_xact_id()::text::bigint FROM ({' UNION ALL '.join(queries)}) AS counted "
        "WHERE told IS NOT NULL ON CONFLICT DO NOTHING"
    )

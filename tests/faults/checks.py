"""What must hold after every fault, whatever the fault was.  Each check is seen to fail once."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select, text

from db.calls import calls
from db.journal import entries, entry_versions
from db.operations import operations
from db.people import people
from kundcenter.domain.calls import CallState
from kundcenter.operations import decode_operation

FULL = os.environ.get("KUNDCENTER_FAULTS") == "full"

Acknowledged = tuple[str, UUID]


def lost(engine: Engine, acknowledged: Iterable[Acknowledged]) -> list[str]:
    """What somebody was told is saved, and is not there (C1)."""
    with engine.connect() as connection:
        states = {row.id: row.state for row in connection.execute(calls.select())}
        registered = {row.id for row in connection.execute(people.select())}
        versions: dict[UUID, int] = {}
        signed: set[UUID] = set()
        for row in connection.execute(entry_versions.select()):
            versions[row.entry_id] = max(versions.get(row.entry_id, 0), row.number)
            if row.signed_at:
                signed.add(row.entry_id)

    def kept(what: str, id: UUID) -> bool:
        if what == "rung":
            return id in states
        if what == "answered":
            return states.get(id, CallState.RINGING) is not CallState.RINGING
        if what == "closed":
            return states.get(id) is CallState.DONE
        if what == "opened":
            return id in registered
        if what == "signed":
            return id in signed
        return versions.get(id, 0) >= {"written": 1, "saved2": 2, "saved3": 3, "saved4": 4}[what]

    return [f"{what} {id}" for what, id in acknowledged if not kept(what, id)]


_TORN = {
    "an entry without a version": """
        SELECT count(*) FROM entries e
        WHERE NOT EXISTS (SELECT 1 FROM entry_versions v WHERE v.entry_id = e.id)""",
    "a version of no entry": """
        SELECT count(*) FROM entry_versions v
        WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = v.entry_id)""",
    "versions that are not numbered 1, 2, 3": """
        SELECT count(*) FROM (SELECT count(*) AS c, max(number) AS m FROM entry_versions
                              GROUP BY entry_id) WHERE c <> m""",
    "operations that are not numbered 1, 2, 3": """
        SELECT count(*) FROM (SELECT count(*) AS c, max(n) AS m FROM operations
                              GROUP BY device_id) WHERE c <> m""",
    "an entry that nobody is logged to have written": """
        SELECT count(*) FROM entries e
        WHERE NOT EXISTS (SELECT 1 FROM access_log l WHERE l.object_id = e.id)""",
    "a version without its operation": """
        SELECT abs((SELECT count(*) FROM entry_versions) - (SELECT count(*) FROM operations
                    WHERE kind IN ('journal.write', 'journal.save', 'journal.correct')))""",
}
_WRITTEN = {"call": calls, "entry": entries, "person": people}


def torn(engine: Engine) -> list[str]:
    """Verbs of which only a part is there."""
    with engine.connect() as connection:
        found = [what for what, query in _TORN.items() if connection.execute(text(query)).scalar()]
        wrote: dict[str, set[UUID]] = {kind: set() for kind in _WRITTEN}
        for row in connection.execute(select(operations.c.body)):
            for change in decode_operation(row.body).wrote:
                wrote.get(change.kind, set()).add(change.id)
        for kind, table in _WRITTEN.items():
            there = {row.id for row in connection.execute(select(table.c.id))}
            if there != wrote[kind]:
                found.append(f"a {kind} without its operation, or the other way round")
    return found


def readable(folder: Path, canary: str) -> list[str]:
    """Files below the folder, or the one file, in which anybody can read the text (C14)."""
    forms = tuple(_forms(canary))
    return [
        str(path.relative_to(folder))
        for path in (sorted(folder.rglob("*")) if folder.is_dir() else [folder])
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def _forms(canary: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        yield canary.encode(encoding)
    yield json.dumps(canary)[1:-1].encode()
    for shift in range(3):  # base64 looks different at each place in a group of three bytes
        coded = base64.b64encode(b"\x00" * shift + canary.encode() + b"\x00" * 2)
        yield coded[4 if shift else 0 : -8]

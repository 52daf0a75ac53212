"""Whatever is wrong with a database is said, and named to the link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select

from db import access_log, operations
from db.commits import Heads
from db.connect import checkpoint, open_raw
from db.guards import statements
from db.migrate import HEAD
from db.progress import Step
from db.verify import Finding, Noted, Part, verify, verify_chains
from kundcenter.domain.access_log import GENESIS, AccessRecord, Fault, Head
from kundcenter.operations import Operation
from tests.ground import DEVICE, KEY, WHOLE, Clock, Ground, desk_on

PAGE = 4096


@pytest.fixture
def ground(local: Engine) -> Ground:
    """A day's work, in a file without a log beside it."""
    clock = Clock()
    ground = Ground(desk_on(local, clock), clock, local)
    ground.nurse()
    person = ground.person()
    for _ in range(5):
        entry = ground.desk.journal.write(person, WHOLE).the("entry")
        ground.desk.journal.sign(entry, upon=1)
    checkpoint(local)
    return ground


@contextmanager
def tampering(path: Path, key: bytes = KEY) -> Iterator[Any]:
    """A connection of somebody who has the key, and who puts the triggers back afterwards."""
    raw = open_raw(path, key)
    kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        raw.execute(f"DROP TRIGGER {name}")
    yield raw
    for _, statement in kept:
        raw.execute(statement)
    raw.close()


def found(path: Path, *noted: Noted) -> list[tuple[str, str, int]]:
    return [(each.part, each.fault, each.n) for each in verify(path, KEY, noted=noted).findings]


def test_a_sound_file_is_sound(ground: Ground, tmp_path: Path) -> None:
    steps: list[Step] = []
    verdict = verify(
        tmp_path / "desk.db", KEY, progress=lambda step, _done, _total: steps.append(step)
    )
    assert (verdict.findings, verdict.revision) == ((), HEAD)
    assert verdict.heads_of(DEVICE).operation.n == len(ground.operations())
    assert verdict.heads_of(DEVICE).access.n == len(ground.accesses())
    assert set(steps) == {Step.PAGES, Step.TABLES, Step.CHAINS}


def test_a_flipped_bit_in_any_page_is_found(ground: Ground, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    whole = path.read_bytes()
    copy = tmp_path / "copy.db"
    for page in range(len(whole) // PAGE):
        flipped = bytearray(whole)
        flipped[page * PAGE + (page * 997) % PAGE] ^= 1 << page % 8
        copy.write_bytes(flipped)
        assert not verify(copy, KEY).sound, f"page {page + 1}"


def test_a_shortened_file_is_found(ground: Ground, tmp_path: Path) -> None:
    whole = (tmp_path / "desk.db").read_bytes()
    for length in (0, 100, PAGE, len(whole) // 2, len(whole) - PAGE, len(whole) - 1):
        (tmp_path / "copy.db").write_bytes(whole[:length])
        assert not verify(tmp_path / "copy.db", KEY).sound, f"{length} bytes"


def test_a_missing_guard_is_named(ground: Ground, tmp_path: Path) -> None:
    raw = open_raw(tmp_path / "desk.db", KEY)
    raw.execute("DROP TRIGGER access_log_never_changed")
    raw.close()
    findings = verify(tmp_path / "desk.db", KEY).findings
    assert findings == (Finding(Part.GUARDS, "missing", "access_log_never_changed"),)


def test_a_guard_that_was_hollowed_out_is_named(ground: Ground, tmp_path: Path) -> None:
    raw = open_raw(tmp_path / "desk.db", KEY)
    raw.execute("DROP TRIGGER access_log_never_changed")
    raw.execute(
        "CREATE TRIGGER access_log_never_changed BEFORE UPDATE ON access_log WHEN 0 "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    )
    raw.execute(
        "CREATE TRIGGER swallow BEFORE INSERT ON access_log BEGIN SELECT RAISE(IGNORE); END"
    )
    raw.close()
    assert verify(tmp_path / "desk.db", KEY).findings == (
        Finding(Part.GUARDS, "changed", "access_log_never_changed"),
        Finding(Part.GUARDS, "strange", "swallow"),
    )


def test_every_guard_is_looked_for(ground: Ground, tmp_path: Path) -> None:
    raw = open_raw(tmp_path / "desk.db", KEY)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.close()
    assert len(found(tmp_path / "desk.db")) == len(list(statements("sqlite", ())))


def test_a_reference_to_nothing_is_named(ground: Ground, tmp_path: Path) -> None:
    with tampering(tmp_path / "desk.db") as raw:
        raw.execute("DELETE FROM people")
    assert {part for part, _, _ in found(tmp_path / "desk.db")} == {Part.REFERENCES}


LOG = "access_log"
OPS = "operations"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (f"UPDATE {LOG} SET reason = 'x' WHERE n = 7", (LOG, Fault.EDITED, 7)),
        (f"UPDATE {LOG} SET activity = 'Påhittad' WHERE n = 7", (LOG, Fault.EDITED, 7)),
        (f"UPDATE {LOG} SET person_id = NULL WHERE n = 17", (LOG, Fault.EDITED, 17)),
        (f"DELETE FROM {LOG} WHERE n = 7", (LOG, Fault.MISSING, 7)),
        (f"DELETE FROM {LOG} WHERE n = 1", (LOG, Fault.MISSING, 1)),
        (f"UPDATE {LOG} SET n = n + 100 WHERE n = 9", (LOG, Fault.MISSING, 9)),
        (f"UPDATE {LOG} SET hash = x'00' WHERE n = 7", (LOG, Fault.BROKEN, 8)),
        (f"UPDATE {OPS} SET kind = 'calls.ring' WHERE n = 4", (OPS, Fault.EDITED, 4)),
        (f"UPDATE {OPS} SET at = '2026-01-01 00:00:00.000000' WHERE n = 4", (OPS, Fault.EDITED, 4)),
        (f"UPDATE {OPS} SET body = x'7b' WHERE n = 4", (OPS, Fault.EDITED, 4)),
        (f"UPDATE {OPS} SET access_n = 1 WHERE n = 4", (OPS, Fault.EDITED, 4)),
        (f"DELETE FROM {OPS} WHERE n = 5", (OPS, Fault.MISSING, 5)),
        (f"UPDATE {OPS} SET n = -n WHERE n = 5", (OPS, Fault.MISSING, 5)),
    ],
)
def test_a_tampered_link_is_named(
    ground: Ground, tmp_path: Path, statement: str, expected: tuple[str, str, int]
) -> None:
    with tampering(tmp_path / "desk.db") as raw:
        raw.execute(statement)
    assert expected in found(tmp_path / "desk.db")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (f"UPDATE {LOG} SET reason = cast(x'ff' as text) WHERE n = 7", (LOG, Fault.EDITED, 7)),
        (f"UPDATE {LOG} SET activity = cast(x'ff' as text) WHERE n = 7", (LOG, Fault.EDITED, 7)),
        (f"UPDATE {LOG} SET device_id = x'00' WHERE n = 7", (LOG, "strange", 7)),
        (f"UPDATE {OPS} SET device_id = x'00' WHERE n = 4", (OPS, "strange", 4)),
        (
            f"UPDATE {OPS} SET body ="
            """ cast('{"x":' || replace(hex(zeroblob(100000)), '0', '[') as blob)"""
            " WHERE n = 4",
            (OPS, Fault.EDITED, 4),
        ),
    ],
)
def test_an_illegible_row_is_named_and_the_rest_of_the_chain_still_read(
    ground: Ground, tmp_path: Path, statement: str, expected: tuple[str, str, int]
) -> None:
    with tampering(tmp_path / "desk.db") as raw:
        raw.execute(statement)
        raw.execute(f"UPDATE {LOG} SET reason = 'x' WHERE n = 12")
    faults = found(tmp_path / "desk.db")
    assert {expected, (LOG, Fault.EDITED, 12)} <= set(faults)
    chains = verify_chains(tmp_path / "desk.db", KEY).findings
    assert [(each.part, each.fault, each.n) for each in chains] == faults


def test_two_records_that_changed_places_are_named(ground: Ground, tmp_path: Path) -> None:
    with tampering(tmp_path / "desk.db") as raw:
        for before, after in ((7, -7), (8, 7), (-7, 8)):
            raw.execute(f"UPDATE {LOG} SET n = {after} WHERE n = {before}")
    faults = found(tmp_path / "desk.db")
    assert {(LOG, Fault.EDITED, 7), (LOG, Fault.EDITED, 8)} <= set(faults)
    assert {(LOG, Fault.SWAPPED, 7), (LOG, Fault.SWAPPED, 8)} <= set(faults)


def test_a_cut_tail_of_the_log_is_told_by_the_operations(ground: Ground, tmp_path: Path) -> None:
    with tampering(tmp_path / "desk.db") as raw:
        raw.execute(f"DELETE FROM {LOG} WHERE n > 10")
    gone = range(11, ground.operations()[-1].access.n + 1)
    assert found(tmp_path / "desk.db") == [(LOG, Fault.TRUNCATED, n) for n in gone]


def test_a_log_that_was_rebuilt_is_told_by_the_operations(ground: Ground, tmp_path: Path) -> None:
    """Whoever edits a record and computes every later hash anew still meets the operations."""
    records = ground.accesses()

    def forged() -> Iterator[AccessRecord]:
        previous = GENESIS
        for record in records:
            edited = replace(record, reason="x") if record.n == 3 else record
            linked = edited.chained(previous)
            previous = linked.hash
            yield linked

    _rebuild(ground, tmp_path, "access_log", lambda: [access_log.rows.row(r) for r in forged()])
    faults = found(tmp_path / "desk.db")
    assert {fault for _, fault, _ in faults} == {Fault.REBUILT}
    assert min(n for _, _, n in faults) >= 3


def test_operations_that_were_rebuilt_are_told_by_a_witness(ground: Ground, tmp_path: Path) -> None:
    """A chain that is whole in itself is only caught by a head that was noted elsewhere."""
    done = ground.operations()
    witness = Noted(DEVICE, tuple(Head(each.n, each.hash) for each in done))

    def forged() -> Iterator[Operation]:
        previous = GENESIS
        for operation in done:
            kind = "calls.hold" if operation.n == 4 else operation.kind
            linked = replace(operation, kind=kind).chained(previous)
            previous = linked.hash
            yield linked

    _rebuild(ground, tmp_path, "operations", lambda: [operations.rows.row(o) for o in forged()])
    assert found(tmp_path / "desk.db") == []
    assert (OPS, Fault.REBUILT, 4) in found(tmp_path / "desk.db", witness)


def test_a_cut_tail_of_both_chains_is_told_by_a_witness(ground: Ground, tmp_path: Path) -> None:
    done = ground.operations()
    witness = Noted(DEVICE, (Head(done[-1].n, done[-1].hash),))
    with tampering(tmp_path / "desk.db") as raw:
        raw.execute(f"DELETE FROM {OPS} WHERE n > 5")
        raw.execute(f"DELETE FROM {LOG} WHERE n > {done[4].access.n}")
    assert found(tmp_path / "desk.db") == []
    assert found(tmp_path / "desk.db", witness) == [
        (OPS, Fault.TRUNCATED, n) for n in range(6, len(done) + 1)
    ]
    assert verify(tmp_path / "desk.db", KEY).heads_of(DEVICE) != Heads()


def _rebuild(
    ground: Ground, folder: Path, table: str, rows: Callable[[], list[dict[str, object]]]
) -> None:
    forged = rows()
    with tampering(folder / "desk.db") as raw:
        raw.execute(f"DELETE FROM {table}")
    kept = {"access_log": access_log.access_log, "operations": operations.operations}[table]
    with ground.engine.begin() as connection:
        connection.execute(insert(kept), forged)
        assert connection.execute(select(kept)).first()

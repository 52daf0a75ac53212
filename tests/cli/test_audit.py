"""`kundcenter audit verify` names every faulty row of both logs, whatever was done to it."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from db import access_log, operations
from db.base import Rows
from db.connect import checkpoint, open_local
from kundcenter.cli import audit
from kundcenter.cli.profile_commands import DONE, UNSOUND
from kundcenter.domain.access_log import Fault
from tests.db.test_verify import tampering
from tests.profiles import PASSPHRASE, Shift, key_of, make_profile, opened

DATABASE = "kundcenter.db"
LOGS = ("access_log", "operations")
Named = set[tuple[str, str, int]]
Audit = Callable[[], Named]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two calls' work, mirrored as it was done."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call()
        shift.call("Feber")
    return tmp_path / "profile"


@pytest.fixture
def named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Audit:
    """What the command says, as it is typed."""

    def run() -> Named:
        parser = argparse.ArgumentParser()
        audit.register(parser.add_subparsers())
        arguments = parser.parse_args(["audit", "verify", "--json"])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        code = arguments.run(arguments)
        told = json.loads(capsys.readouterr().out)
        assert code == (DONE if told["sound"] else UNSOUND)
        return {(each["part"], each["fault"], each["n"]) for each in told["findings"]}

    return run


def last(folder: Path, log: str) -> int:
    with tampering(folder / DATABASE, key_of(folder)) as raw:
        (count,) = raw.execute(f"SELECT max(n) FROM {log}").fetchone()
    assert count > 12
    return int(count)


def tamper(folder: Path, *statements: str) -> None:
    with tampering(folder / DATABASE, key_of(folder)) as raw:
        for statement in statements:
            raw.execute(statement)


@pytest.mark.parametrize("log", LOGS)
def test_what_nobody_touched_has_no_fault(log: str, folder: Path, named: Audit) -> None:
    assert last(folder, log) and named() == set()


@pytest.mark.parametrize("log", LOGS)
def test_every_edited_row_is_named(log: str, folder: Path, named: Audit) -> None:
    column = {"access_log": "reason", "operations": "kind"}[log]
    tamper(folder, f"UPDATE {log} SET {column} = 'x' WHERE n IN (1, 4, 9)")
    assert {(log, Fault.EDITED, n) for n in (1, 4, 9)} <= named()


@pytest.mark.parametrize("log", LOGS)
def test_every_removed_row_is_named(log: str, folder: Path, named: Audit) -> None:
    tamper(folder, f"DELETE FROM {log} WHERE n IN (1, 5, 6)")
    assert {(log, Fault.MISSING, n) for n in (1, 5, 6)} <= named()


@pytest.mark.parametrize("log", LOGS)
def test_every_row_that_changed_places_is_named(log: str, folder: Path, named: Audit) -> None:
    """Two with each other, and three in a ring."""
    tamper(
        folder,
        f"UPDATE {log} SET n = -n WHERE n IN (3, 8, 9, 10, 11)",
        *(
            f"UPDATE {log} SET n = {to} WHERE n = -{at}"
            for at, to in ((3, 8), (8, 3), (9, 10), (10, 11), (11, 9))
        ),
    )
    found = {n for part, fault, n in named() if (part, fault) == (log, Fault.SWAPPED)}
    assert found == {3, 8, 9, 10, 11}


@pytest.mark.parametrize("log", LOGS)
def test_every_row_of_a_cut_tail_is_named(log: str, folder: Path, named: Audit) -> None:
    end = last(folder, log)
    tamper(folder, f"DELETE FROM {log} WHERE n > {end - 4}")
    found = named()
    assert {(log, Fault.TRUNCATED, n) for n in range(end - 3, end + 1)} <= found


@pytest.mark.parametrize("log", LOGS)
def test_every_row_of_a_rebuilt_tail_is_named(log: str, folder: Path, named: Audit) -> None:
    """Whoever edits one row and computes every later hash anew still meets the mirror."""
    end = last(folder, log)
    kept: Rows[Any] = access_log.rows if log == "access_log" else operations.rows
    edit = {"reason": "x"} if log == "access_log" else {"kind": "x"}
    with tampering(folder / DATABASE, key_of(folder)):
        engine = open_local(folder / DATABASE, key_of(folder))
        with engine.begin() as connection:
            *_, before, first, second, third = kept.all(
                connection, kept.select().order_by(kept.table.c.n)
            )
            previous = before.hash
            for link in (replace(first, **edit), second, third):
                forged = link.chained(previous)
                previous = forged.hash
                same = kept.table.c.n == link.n
                connection.execute(update(kept.table).where(same).values(kept.row(forged)))
        checkpoint(engine)
        engine.dispose()
    assert named() == {(log, Fault.REBUILT, n) for n in range(end - 2, end + 1)}

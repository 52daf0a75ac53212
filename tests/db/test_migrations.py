"""The schema: the steps give what the models say, and a file of any age is met rightly."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from db import guards, tables
from db.base import CENTRE_ONLY
from db.connect import open_local
from db.faults import StoreDamaged, StoreTooNew
from db.migrate import HEAD, KNOWN, pending, revision, upgrade
from db.verify import verify
from tests.ground import KEY, WHOLE, Clock, Ground, desk_on, opened

STEPS = Path(guards.__file__).parent / "migrations" / "versions"


def test_the_steps_give_what_the_models_say(engine: Engine) -> None:
    def is_here(thing: Any, *_: object) -> bool:
        return engine.dialect.name != "sqlite" or not thing.info.get(CENTRE_ONLY)

    opts = {"compare_type": False, "compare_server_default": True, "include_object": is_here}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, tables.metadata) == []


def test_what_is_one_is_one_by_the_centre_s_own_word(engine: Engine) -> None:
    """A seat, an open call-back and an open offer; at a desk rows come in any order."""
    found = inspect(engine)
    there = {
        each["name"]
        for table in ("callbacks", "bookings", "offers")
        for each in found.get_indexes(table)
        if each["unique"]
    }
    wanted = {
        "uq_callbacks_open_of_person",
        "uq_callbacks_seat",
        "uq_bookings_seat",
        "uq_offers_number",
        "uq_offers_open",
    }
    assert there == (set() if engine.dialect.name == "sqlite" else wanted)


def test_the_columns_have_the_types_that_the_models_say(engine: Engine) -> None:
    found = inspect(engine)
    for table in tables.metadata.sorted_tables:
        there = {each["name"]: each for each in found.get_columns(table.name)}
        for column in table.columns:
            wanted = column.type.compile(engine.dialect)
            assert str(there[column.name]["type"].compile(engine.dialect)) == wanted
            assert there[column.name]["nullable"] == column.nullable


def test_every_table_of_the_desk_is_strict(local: Engine) -> None:
    """SQLite would otherwise keep a text in a column of numbers without a word."""
    with local.connect() as connection:
        rows = connection.execute(text("SELECT name, strict FROM pragma_table_list")).all()
    loose = {row.name for row in rows if not row.strict}
    assert loose == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}


def test_every_guard_is_in_force_after_the_last_step(local: Engine, tmp_path: Path) -> None:
    """A step that makes a table anew takes its triggers with it."""
    columns = tuple(tables.metadata.tables[guards.SIGNED].columns.keys())
    wanted = {
        match[1]: statement
        for statement in guards.statements("sqlite", columns)
        if (match := re.match(r"CREATE TRIGGER (\w+)", statement))
    }
    with local.connect() as connection:
        there = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        )
        assert {row.name: row.sql for row in there} == wanted
    assert verify(tmp_path / "desk.db", KEY).sound


def test_the_program_knows_its_own_steps() -> None:
    numbers = tuple(sorted(path.name[:4] for path in STEPS.glob("[0-9]*.py")))
    assert (numbers, numbers[-1]) == (KNOWN, HEAD)


def test_a_file_of_this_program_waits_for_nothing(engine: Engine) -> None:
    assert pending(engine) is None


def test_an_empty_file_waits_for_everything(tmp_path: Path) -> None:
    engine = open_local(tmp_path / "empty.db", KEY)
    assert pending(engine) == ""
    engine.dispose()


def test_a_file_of_a_newer_program_is_refused(local: Engine) -> None:
    with local.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew) as refused:
        pending(local)
    assert refused.value.facts == {"found": "9999", "known": HEAD}


@pytest.fixture
def with_children(local: Engine) -> Engine:
    clock = Clock()
    ground = Ground(desk_on(local, clock), clock, local)
    ground.nurse()
    ground.desk.journal.write(ground.person(), WHOLE)
    return local


def test_a_step_may_make_a_table_anew_though_others_point_to_its_rows(
    with_children: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(config: Config, _to: str) -> None:
        connection = config.attributes["connection"]
        for statement in (
            "CREATE TABLE people_anew AS SELECT * FROM people",
            "DROP TABLE people",
            "CREATE TABLE people (id BLOB PRIMARY KEY)",
            "INSERT INTO people SELECT id FROM people_anew",
        ):
            connection.execute(text(statement))

    monkeypatch.setattr(command, "upgrade", step)
    upgrade(with_children)
    with with_children.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_step_that_leaves_rows_pointing_nowhere_is_undone(
    with_children: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(config: Config, _to: str) -> None:
        config.attributes["connection"].execute(text("DELETE FROM people"))

    monkeypatch.setattr(command, "upgrade", step)
    with pytest.raises(StoreDamaged):
        upgrade(with_children)
    with with_children.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_killed_in_the_middle_of_the_steps_the_file_is_as_before(tmp_path: Path) -> None:
    """F5.  What a process leaves that dies before a statement is its files as they lie then."""
    copies = list(_files_before_each_statement(tmp_path / "whole"))
    assert len(copies) > 200
    for number, folder in enumerate(copies):
        with opened(open_local(folder / "desk.db", KEY)) as engine:
            assert _state(engine) == (None, False), number
            if number % 60 == 0:
                upgrade(engine)
                assert pending(engine) is None
    with opened(open_local(tmp_path / "whole" / "desk.db", KEY)) as engine:
        assert _state(engine) == (HEAD, True)


def _files_before_each_statement(folder: Path) -> list[Path]:
    """Copies of the file, and of what lies beside it, from while the steps are run."""
    folder.mkdir()
    copies: list[Path] = []

    def traced(said: str) -> None:
        if said.startswith(("CREATE", "INSERT", "BEGIN", "COMMIT")):
            copies.append(folder.with_name(f"copy-{len(copies)}"))
            shutil.copytree(folder, copies[-1], ignore=shutil.ignore_patterns("*-shm"))

    with opened(open_local(folder / "desk.db", KEY)) as engine:
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.set_trace_callback(traced)
        upgrade(engine)
    return copies


def _state(engine: Engine) -> tuple[str | None, bool]:
    """How far the steps have come, and whether there are tables."""
    with engine.connect() as connection:
        return revision(connection), bool(inspect(connection).get_table_names())


@pytest.mark.parametrize("statement", (1, 30, 170))
def test_a_process_that_dies_leaves_the_file_as_it_was(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "desk.db"
    assert _upgrade_that_dies_after(statement, path)
    with opened(open_local(path, KEY)) as engine:
        assert _state(engine) == (None, False)
        upgrade(engine)
        assert _state(engine) == (HEAD, True)


def _upgrade_that_dies_after(statements: int, path: Path) -> bool:
    child = os.fork()
    if child == 0:
        engine = open_local(path, KEY)
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            left = [statements]

            def traced(said: str) -> None:
                if said.startswith(("CREATE", "INSERT", "BEGIN", "COMMIT")):
                    left[0] -= 1
                    if left[0] < 0:
                        os._exit(9)

            raw.set_trace_callback(traced)
        upgrade(engine)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0

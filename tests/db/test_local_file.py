"""The desk's file: encrypted, kept safely, and nothing in its errors that anybody wrote."""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, insert, text

from db.base import metadata
from db.choices import choices
from db.connect import Access, check_engine, check_settings, checkpoint, open_local, open_raw
from db.faults import (
    NotSaved,
    RowConflict,
    StatementWrong,
    StoreBusy,
    StoreDamaged,
    StoreEngineUnsafe,
    translated,
)
from kundcenter.domain.slots import PasswordWrong
from tests.ground import KEY, PASSWORD, Ground, opened

CANARY = "kanariefågel på vift"


def test_the_file_begins_with_random_bytes(local: Engine, tmp_path: Path) -> None:
    heads = set()
    for number in range(3):
        with opened(open_local(tmp_path / f"{number}.db", KEY)) as engine:
            metadata.create_all(engine)
            checkpoint(engine)
        heads.add((tmp_path / f"{number}.db").read_bytes()[:100])
    assert len(heads) == 3
    assert not any(b"SQLite" in head for head in heads)


@pytest.mark.parametrize("access", [Access.READ, Access.WRITE])
def test_another_key_opens_nothing(local: Engine, tmp_path: Path, access: Access) -> None:
    with (
        opened(open_local(tmp_path / "desk.db", bytes(32), access)) as engine,
        pytest.raises(StoreDamaged),
        translated(),
        engine.connect() as connection,
    ):
        connection.execute(text("SELECT 1 FROM calls"))


def test_the_plain_driver_opens_nothing(local: Engine, tmp_path: Path) -> None:
    checkpoint(local)
    plain = sqlite3.connect(tmp_path / "desk.db")
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT 1 FROM calls")
    plain.close()


def test_what_is_no_database_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_bytes("Bästa Kundcenter! ".encode() * 400)
    with (
        opened(open_local(tmp_path / "letter.db", KEY, Access.WRITE)) as engine,
        pytest.raises(StoreDamaged),
        translated(),
        engine.connect() as connection,
    ):
        connection.execute(text("SELECT 1"))


def test_no_new_file_is_made_where_one_is_expected(tmp_path: Path) -> None:
    for access in (Access.READ, Access.WRITE):
        with (
            opened(open_local(tmp_path / "gone.db", KEY, access)) as engine,
            pytest.raises(NotSaved),
            translated(),
            engine.connect(),
        ):
            pass
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_kept_as_safely_as_we_ask_for(local: Engine) -> None:
    with local.connect() as connection:
        check_settings(connection)


@pytest.mark.parametrize("setting", ["synchronous = NORMAL", "foreign_keys = OFF"])
def test_a_file_that_is_kept_less_safely_is_refused(local: Engine, setting: str) -> None:
    with local.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute(f"PRAGMA {setting}")
        with pytest.raises(StoreEngineUnsafe):
            check_settings(connection)


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 6, 23), True),
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_an_engine_that_may_lose_its_log_is_refused(version: tuple[int, ...], safe: bool) -> None:
    if safe:
        check_engine(version)
        return
    with pytest.raises(StoreEngineUnsafe):
        check_engine(version)


def test_a_full_file_is_not_saved_and_work_goes_on_when_there_is_room(local: Engine) -> None:
    def write() -> None:
        with translated(), local.begin() as connection:
            connection.execute(
                insert(choices),
                {"operator_id": UUID(int=1), "name": "x", "value": "å" * 400_000},
            )

    _limit_pages(local, 1)
    with pytest.raises(NotSaved) as error:
        write()
    assert error.value.facts == {"why": "full"}
    _limit_pages(local, 1 << 30)
    write()


def _limit_pages(engine: Engine, count: int) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {count}")


def test_a_file_that_another_program_writes_to_is_busy(local: Engine, tmp_path: Path) -> None:
    other = open_raw(tmp_path / "desk.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy), translated(), local.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA busy_timeout = 0")
        connection.exec_driver_sql("INSERT INTO marks VALUES ('a', 'b')")
    other.close()


def test_no_error_quotes_what_was_written(ground: Ground) -> None:
    """Neither the database's own words nor the parameters reach a message or a traceback."""
    rows: list[tuple[type[Exception], str, dict[str, object]]] = [
        (
            RowConflict,
            "INSERT INTO marks VALUES (:name, :value), (:name, :value)",
            {"name": CANARY, "value": CANARY},
        ),
        (RowConflict, "INSERT INTO marks VALUES (:name, NULL)", {"name": CANARY}),
        (StatementWrong, "INSERT INTO nowhere VALUES (:name)", {"name": CANARY}),
        (StatementWrong, "SELECT CAST(:name AS INTEGER)/0 FROM nowhere", {"name": CANARY}),
    ]
    if ground.engine.dialect.name == "postgresql":
        rows.append((StatementWrong, "SELECT CAST(:name AS INTEGER)", {"name": CANARY}))
    for kind, statement, values in rows:
        with pytest.raises(kind) as error, translated(), ground.engine.begin() as connection:
            connection.execute(text(statement), values)
        said = "".join(traceback.format_exception(error.value))
        assert CANARY not in said + repr(error.value) + str(error.value)


def test_no_password_is_in_an_error_of_the_services(ground: Ground) -> None:
    ground.begin()
    for user_name in ("admin", "nobody"):
        with pytest.raises(PasswordWrong) as error:
            ground.desk.sessions.sign_in(user_name, PASSWORD + "x")
        assert PASSWORD not in "".join(traceback.format_exception(error.value))

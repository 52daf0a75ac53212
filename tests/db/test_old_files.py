"""Files that the program wrote in earlier versions: each is opened, upgraded and whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.access_log import access_log
from db.connect import open_local
from db.migrate import HEAD, KNOWN, pending, upgrade
from db.tables import REPLAYED
from db.verify import verify
from tests.ground import KEY, PASSWORD, Clock, desk_on, opened, replay_into, rows
from tests.old.make import FOLDER

OLD = sorted(FOLDER.glob("desk_*.db"))


# The newest step of each version that has been handed out.
LANDED = ("0001", "0010", "0011", "0012", "0013", "0014", "0015", "0016")


def test_there_is_a_file_of_every_version() -> None:
    """Missing?  `python -m tests.old.make`, before the schema is changed."""
    assert [path.stem for path in OLD] == [f"desk_{number}" for number in LANDED]
    assert LANDED[-1] == HEAD
    assert set(LANDED) <= set(KNOWN)


@pytest.mark.parametrize("old", OLD, ids=lambda path: str(path.stem))
def test_an_old_file_is_upgraded_without_losing_a_row(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    shutil.copy(old, path)
    with opened(open_local(path, KEY)) as engine:
        with engine.connect() as connection:
            before = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar()
                for table in (*REPLAYED, access_log)
                if engine.dialect.has_table(connection, table.name)
            }
        # Work items come from a centre; a desk that is alone has none.
        assert all(count for name, count in before.items() if name != "work_items")
        if pending(engine) is not None:
            upgrade(engine)
        with engine.connect() as connection:
            after = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar()
                for table in (*REPLAYED, access_log)
            }
        assert before.items() <= after.items()
        desk = desk_on(engine, Clock())
        desk.sessions.sign_in("nurse", PASSWORD)
        assert len(desk.calls.latest()) == before["calls"]
    verdict = verify(path, KEY)
    assert (verdict.findings, verdict.revision) == ((), HEAD)


@pytest.mark.parametrize("old", OLD, ids=lambda path: str(path.stem))
def test_the_operations_of_an_old_file_can_be_done_again(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    shutil.copy(old, path)
    with (
        opened(open_local(path, KEY)) as engine,
        opened(open_local(tmp_path / "again.db", KEY)) as again,
    ):
        if pending(engine) is not None:
            upgrade(engine)
        upgrade(again)
        replay_into(again, engine)
        assert rows(again) == rows(engine)

"""PostgreSQL is put back to a point in time; the desks bring back what came after it (F54)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from db.sync.refounding import refound
from kundcenter.domain.access import Role
from kundcenter.sync.exchange import Exchange
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, Clock, fill_central
from tests.postgres import ordinary_user
from tests.rig.own_postgres import OwnPostgres, own_postgres
from tests.sync.ground import Centre, Side, a_centre, a_side, shared
from tests.sync.redrive_ground import agree, waiting

POINT = "before_the_mistake"


@pytest.fixture
def archived() -> Iterator[OwnPostgres]:
    """A server that keeps its WAL elsewhere, as docs/centre.md asks for."""
    with own_postgres() as server:
        _owned(server.folder / "archive")
        with server.connect() as connection:
            connection.execute("ALTER SYSTEM SET archive_mode = 'on'")
            connection.execute(
                f"ALTER SYSTEM SET archive_command = 'cp %p {server.folder}/archive/%f'"
            )
        server.stop()
        server.start()
        yield server


def _owned(folder: Path) -> None:
    folder.mkdir()
    _give(folder)


def _give(path: Path) -> None:
    identity = ordinary_user()
    if identity:
        for each in (path, *path.rglob("*")):
            os.chown(each, identity["user"], identity["group"])


def base_backup(server: OwnPostgres) -> None:
    """A copy of the cluster while it is at work."""
    with server.connect() as connection:
        connection.execute("SELECT pg_backup_start('copy', true)")
        shutil.copytree(
            server.folder / "data", server.folder / "copy", ignore=shutil.ignore_patterns("pg_wal")
        )
        row = connection.execute("SELECT labelfile FROM pg_backup_stop()").fetchone()
    assert row is not None
    copy = server.folder / "copy"
    (copy / "backup_label").write_text(row[0])
    (copy / "pg_wal").mkdir()
    (copy / "postmaster.pid").unlink()
    copy.chmod(0o700)
    _give(copy)


def put_back(server: OwnPostgres) -> None:
    """The cluster is lost; the copy, and the WAL up to the point, take its place."""
    with server.connect() as connection:
        connection.execute("SELECT pg_switch_wal()")
        wanted = "SELECT archived_count > 0 AND last_archived_wal >= %s FROM pg_stat_archiver"
        row = connection.execute("SELECT pg_walfile_name(pg_current_wal_lsn() - 1)").fetchone()
        assert row is not None
        while connection.execute(wanted, (row[0],)).fetchone() != (True,):
            connection.execute("SELECT pg_sleep(0.02)")
    server.kill()
    shutil.rmtree(server.folder / "data")
    (server.folder / "copy").rename(server.folder / "data")
    with (server.folder / "data" / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            f"restore_command = 'cp {server.folder}/archive/%f %p'\n"
            f"recovery_target_name = '{POINT}'\n"
            "recovery_target_action = 'promote'\n"
        )
    (server.folder / "data" / "recovery.signal").touch()
    _give(server.folder / "data")
    server.start()
    with server.connect() as connection:
        while connection.execute("SELECT pg_is_in_recovery()").fetchone() != (False,):
            connection.execute("SELECT pg_sleep(0.02)")


def at_work(stack: ExitStack, centre: Centre, folder: Path) -> tuple[Side, Side]:
    one, other = (
        a_side(stack, folder / f"{name}.db", centre.clock, centre, name) for name in ("ett", "två")
    )
    one.begin()
    one.operator("anna", Role.NURSE)
    one.operator("bo", Role.NURSE)
    for side in (one, other):
        side.talk(centre)
    one.sign_in("anna")
    other.takes("bo")
    agree(centre, one, other)
    return one, other


@pytest.mark.loopback
@pytest.mark.logs("the centre was put back in time")
def test_what_a_restored_postgresql_has_lost_is_brought_back_by_the_desks(
    archived: OwnPostgres, tmp_path: Path
) -> None:
    """Ten minutes are lost; two desks have done half of their work each.  So also in G19."""
    fill_central(archived.url)
    clock = Clock()
    with ExitStack() as stack:
        centre = stack.enter_context(a_centre(archived.url, clock))
        one, other = at_work(stack, centre, tmp_path)
        base_backup(archived)
        kept = one.person(WOMAN)  # after the copy and before the point: it is in the WAL
        agree(centre, one, other)
        with archived.connect() as connection:
            connection.execute("SELECT pg_create_restore_point(%s)", (POINT,))
        before = shared(centre.engine)
        for minute in range(10):
            clock.pass_time(minutes=1)
            one.desk.calls.register(NUMBER)
            entry = other.desk.journal.write(kept, WHOLE).the("entry")
            other.desk.journal.sign(entry, upon=1)
            if minute == 5:
                other.person(MAN)
            agree(centre, one, other)
        one.desk.journal.disclose(entry, "Vårdcentralen")  # upon what the other one has signed
        agree(centre, one, other)
        expected = shared(centre.engine)
        centre.engine.dispose()
        put_back(archived)
        assert shared(centre.engine) == before
        centre.engine.dispose()
        with centre.engine.begin() as asked:
            refound(asked)
        for side in (one, other):
            side.exchange = Exchange(side.local)
        agree(centre, one, other)
        assert waiting(centre) == []
        found = shared(centre.engine)
        assert [x["resolved_at"] for x in found.pop("work_items") if not x["resolved_at"]] == []
        expected.pop("work_items")
        assert found == expected
